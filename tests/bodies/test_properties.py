"""What holds for every text: spans, order, spelling of the text, and time."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.hardness.growth import SIZES, assert_linear
from vnstruct.analysis import Analysis
from vnstruct.bodies.stage import BodyStage
from vnstruct.knowledge import Knowledge, load_knowledge
from vnstruct.layout.stage import LayoutStage
from vnstruct.references.stage import ReferenceStage
from vnstruct.schema import BodyRole

Read = Callable[[str], Analysis]

KNOWLEDGE = load_knowledge()
STAGES = (LayoutStage(KNOWLEDGE), ReferenceStage(KNOWLEDGE), BodyStage(KNOWLEDGE))

PIECES = [
    "Sở ", "Y tế", "Bộ ", "các Bộ: ", "Các ", "các ", "UBND ", "tỉnh ", "huyện", "xã, phường", "Chủ tịch ", "Giám đốc ",
    "Ban Chỉ đạo ", "phòng, chống ", "thiên tai", "TT ", "HĐND", "Trường THPT ", "Lê Lợi", "liên quan", " và ", ", ", "; ",
    ": ", "\n", "\n\n", "\t", "(sau đây gọi tắt là ", ")", "BCĐ", "của ", "thuộc ", "trực thuộc ", "cấp ", "Nơi nhận:\n- ",
    "Kính gửi: ", "phối hợp với ", "báo cáo ", "yêu cầu ", "thành phó", "SỞ TÀI CHÍNH", "\u200b", "\u0301", "İ", "𝔸", "|",
    "1", "-", "/", ".", "số 5", "Quyết định số 5/QĐ-UBND", "từ ", "đến ", "Sơn La", "chi nhánh ", "Sư đoàn ", "968",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=80))
def test_mentions_are_sound(text: str) -> None:
    analysis = Analysis.of(text)
    for stage in STAGES:
        stage(analysis)
    bodies = analysis.bodies
    assert [b.start for b in bodies] == sorted(b.start for b in bodies)
    assert all(left.end <= right.start for left, right in pairwise(bodies))
    for body in bodies:
        assert 0 <= body.start < body.end <= len(analysis.text)
        quote = analysis.text[body.start : body.end]
        assert quote == quote.strip()
        assert body.name == " ".join(body.name.split()) != ""
        assert not body.name[0].islower()
        assert body.role in get_args(BodyRole)
        assert body.group or not body.vague
        assert 0 < body.confidence <= 1
        assert all(body.members) and (body.group or not body.members)


SAMPLE = (
    "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu Sở Nông nghiệp và Phát triển nông thôn, Sở Tài chính phối hợp với Bộ Chỉ huy "
    "Quân sự tỉnh, Hội Nông dân tỉnh, các huyện ủy, thành ủy và Ủy ban nhân dân các huyện, thị xã kiểm tra; báo cáo Bộ "
    "Khoa học và Công nghệ. Ban Chỉ đạo phòng, chống dịch tỉnh và Trường Đại học Hòa Bình hỗ trợ."
)


@pytest.mark.parametrize(
    "spell",
    [
        lambda text: unicodedata.normalize("NFD", text),  # decomposed
        lambda text: text.replace("-", "–"),  # dashes for hyphens
        lambda text: text.replace(" ", "\u00a0"),  # no-break spaces
        lambda text: text.replace("Đ", "Ð"),  # the look-alike of Đ
        lambda text: text.replace("òa", "oà").replace("ủy", "uỷ").replace("Ủy", "Uỷ"),  # the old place of the tone mark
        lambda text: text.replace("Sở", "S\u200bở"),  # zero-width characters
        lambda text: text.replace(" ", "  "),  # double blanks
        lambda text: text.replace(" nhân dân", "\nnhân dân"),  # wrapped lines
    ],
    ids=["NFD", "dashes", "nbsp", "eth", "old-tones", "zero-width", "double-blanks", "wrapped"],
)
def test_spelling_of_the_text_does_not_matter(read: Read, spell: Callable[[str], str]) -> None:
    def values(text: str) -> list[tuple[object, ...]]:
        return [(b.name, b.kind, b.level, b.role, b.entity, b.group, b.vague) for b in read(text).bodies]

    assert len(values(SAMPLE)) == 10
    assert values(spell(SAMPLE)) == values(SAMPLE)


def test_without_knowledge_nothing_breaks() -> None:
    analysis = Analysis.of(SAMPLE)
    BodyStage(Knowledge())(analysis)
    assert analysis.bodies == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "Bộ ", "Sở ", "Sở Y tế, ", "UBND các xã, ", "các cơ quan, đơn vị, ", "Trung tâm Hòa Bình Xanh ", "các ",
        "Ban Chỉ đạo phòng, chống ", "Giám đốc ", "Chủ tịch, ", "của ", "thuộc Sở ", "huyện A, ", "hội đồng khoa học và ",
        "(", "TT ", " ", "\n", "A", "Các Bộ: ", "Công an, ",
    ],
)  # fmt: skip
def test_time_is_linear_on_hostile_text(piece: str) -> None:
    assert_linear(lambda text: STAGES[-1](Analysis.of(text)), piece, SIZES)
