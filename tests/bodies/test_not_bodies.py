"""What only looks like a body."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from vnstruct.analysis import Analysis

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "not_bodies.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("text", "comment"), ROWS, ids=[text for text, _ in ROWS])
def test_no_body(read_document: Callable[[str], Analysis], text: str, comment: str) -> None:
    analysis = read_document(text)
    assert [analysis.text[b.start : b.end] for b in analysis.bodies] == [], comment


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        # vague sets: subject of a clause, directed, worked with, told
        ("Các đơn vị báo cáo trước ngày 05.", ["Các đơn vị"]),
        ("Yêu cầu các cơ quan, đơn vị liên quan khắc phục.", ["các cơ quan, đơn vị liên quan"]),
        ("Sở Y tế phối hợp với các địa phương rà soát.", ["Sở Y tế", "các địa phương"]),
        ("Sở Y tế thông báo cho đơn vị trúng thầu.", ["Sở Y tế", "đơn vị"]),
        # the same sets where they play no part
        ("Kết quả tại các cơ quan, đơn vị còn thấp.", []),
        ("Ý thức trong các đơn vị được nâng lên.", []),
        # definite sets count anywhere
        ("Hoạt động của các sở, ban, ngành còn chồng chéo.", ["các sở, ban, ngành"]),
        # territorial units act through their authorities, or are places
        ("Các xã, phường tổ chức tiêm phòng.", ["Các xã, phường"]),
        ("Mưa to tại các xã, phường ven sông.", []),
        # a head with nothing after it: by its kind, or by the clause
        ("UBND có trách nhiệm công khai.", ["UBND"]),
        ("Giao Thanh tra kết luận. Qua thanh tra phát hiện sai phạm.", ["Thanh tra"]),
        ("Trung tâm vận hành ổn định.", []),
        # an office alone: directs, is told, stands before a person; not in a list of members
        ("Giám đốc chịu trách nhiệm trước pháp luật.", ["Giám đốc"]),
        ("Báo cáo Bộ trưởng trước khi ký.", ["Bộ trưởng"]),
        ("Thành phần gồm Chủ tịch; Phó Chủ tịch; Ủy viên.", []),
    ],
)
def test_common_nouns_count_by_their_part(
    read_document: Callable[[str], Analysis], text: str, quotes: list[str]
) -> None:
    analysis = read_document(text)
    assert [analysis.text[b.start : b.end] for b in analysis.bodies] == quotes
