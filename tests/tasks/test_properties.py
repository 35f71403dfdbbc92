"""What holds for every text: offsets, order, links to what earlier layers found, linear time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.hardness.growth import SIZES, assert_linear
from tests.tasks.conftest import HEAD, OPENED
from vnstruct.analysis import Analysis
from vnstruct.pipeline import analyse

LINES = [
    "", "CHỈ THỊ", "KẾ HOẠCH", "NGHỊ ĐỊNH", "Kính gửi: Sở Y tế; Sở Nội vụ.", "Chủ tịch UBND tỉnh yêu cầu:", "Yêu cầu",
    "1. Sở Y tế:", "1. Sở Y tế rà soát thuốc; báo cáo UBND tỉnh trước ngày 5/3/2026.", "a) Phối hợp với Sở Nội vụ,",
    "- Chủ trì, phối hợp với", "(i) rà soát; (ii) kiểm tra", "Giao Sở Tài chính", "giao, giao, giao", "I. MỤC ĐÍCH",
    "II. TỔ CHỨC THỰC HIỆN", "- Cơ quan chủ trì: Sở Y tế.", "- Thời gian: Quý IV năm 2026", "TT | Nhiệm vụ | Chủ trì",
    "1 | Rà soát quy chế | Sở Y tế", "|", "không không được", "phải phải cần", "Nơi nhận:", "Điều 3. Các Bộ trưởng",
    "chịu trách nhiệm thi hành Quyết định này.", "Thực hiện Chỉ thị số 5/CT-TTg ngày 1/2/2025, Sở Y tế tham mưu",
]  # fmt: skip
DOCUMENTS = st.one_of(
    st.lists(st.sampled_from(LINES), max_size=25).map("\n".join),
    st.lists(st.sampled_from(LINES), max_size=12).map(lambda lines: OPENED + " ".join(lines)),
    st.text(alphabet="giaoSởY tếbảo,;.:()“”\n1|-IVđể và\u0301😀", max_size=160).map(lambda text: OPENED + text),
)


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS)
def test_what_is_found_is_well_formed(text: str) -> None:
    analysis = analyse(text)
    check(analysis)


def check(analysis: Analysis) -> None:
    """Order, offsets and links."""
    found, size = analysis.tasks, len(analysis.text)
    bodies = {id(body) for body in analysis.bodies}
    dates = {id(date) for date in analysis.dates}
    mentions = {id(mention) for mention in analysis.references.mentions}
    actions = {id(action) for action in found.actions}
    assert [a.start for a in found.actions] == sorted(a.start for a in found.actions)
    assert [t.start for t in found.tasks] == sorted(t.start for t in found.tasks)
    assert len({(a.start, a.end) for a in found.actions}) == len(found.actions)
    for action in found.actions:
        assert 0 <= action.start < action.end <= size
        assert action.lemma
    for task in found.tasks:
        assert 0 <= task.start < task.end <= size
        assert not analysis.text[task.start].isspace()
        assert not analysis.text[task.end - 1].isspace()
        assert 0 < task.confidence <= 1
        assert task.source
        assert {id(a) for a in task.actions} <= actions
        assert all(task.start <= a.start < a.end <= task.end for a in task.actions)
        parties = [*task.actors, *task.coordinators, *task.supervisors, *task.reports_to]
        assert {id(b) for b in parties} <= bodies
        assert not {id(b) for b in task.actors} & {id(b) for b in task.coordinators}
        assert task.deadline is None or (id(task.deadline) in dates and task.deadline.role == "deadline")
        assert {id(m) for m in task.references} <= mentions
        assert task.section is None or 0 <= task.section < len(analysis.layout.sections)


HOSTILE = {
    "semicolons": ";",
    "words and semicolons": "sở; ",
    "bodies": "Sở Y tế, ",
    "bodies and semicolons": "Sở Y tế; ",
    "verbs": "rà soát, ",
    "governing verbs": "yêu cầu ",
    "governing verbs and bodies": "yêu cầu Sở Y tế ",
    "partners": "phối hợp với Sở Y tế, ",
    "words of duty": "phải cần ",
    "modifiers": "tiếp tục chủ động ",
    "open parentheses": "(",
    "open quotations": "“",
    "inline items": "(i) rà soát ",
    "colons": "rà soát: ",
    "fronted phrases": "trên cơ sở, ",
    "dates": "trước ngày 5/3/2026, ",
    "marks of implementation": "Cơ quan chủ trì: Sở Y tế. ",
    "cells": "a | ",
    "then": "thì Sở Y tế ",
    "subjects after commas": "về việc, Sở Y tế nơi ",
    "bodies after unknown words": "xóm Sở Y tế làng ",
    "agents": "do Sở Y tế ",
    "verbs and subjects": "rà soát làng, Sở Y tế kiểm tra ",
    "recipients": "báo cáo Sở Y tế nơi, ",
    "times": "hằng quý báo cáo, ",
    "lists after semicolons": "nhất là: a; kiểm tra b; ",
    "subjects and semicolons": "giao Sở Y tế; Sở Nội vụ; ",
    "past": "Sở Y tế đã ",
    "prohibitions": "không được nơi ",
    "purposes": "để rà soát nơi, ",
    "speakers": "Sở Y tế có văn bản đề nghị ",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_time_is_linear(piece: str) -> None:
    assert_linear(lambda text: analyse(OPENED + text), piece, SIZES)


def test_the_same_twice() -> None:
    text = HEAD + "\n".join(LINES)
    assert repr(analyse(text).tasks) == repr(analyse(text).tasks)


def test_an_empty_text_has_no_tasks() -> None:
    assert analyse("").tasks.tasks == []
