"""Where clauses end: offsets are code points, labels and closing punctuation are left out."""

from __future__ import annotations

import pytest
from vnstruct.tasks.clauses import sentences

CLAUSES = [
    # a semicolon parts clauses of one sentence
    ("Rà soát hồ sơ; báo cáo kết quả.", [["Rà soát hồ sơ", "báo cáo kết quả"]]),
    # a full stop parts sentences
    ("Rà soát hồ sơ. Báo cáo kết quả.", [["Rà soát hồ sơ"], ["Báo cáo kết quả"]]),
    # … also when the space after it is missing
    ("Rà soát hồ sơ.Báo cáo kết quả.", [["Rà soát hồ sơ"], ["Báo cáo kết quả"]]),
    # abbreviations with a point
    ("Họp tại TP. Huế do Th.S Nguyễn An chủ trì.", [["Họp tại TP. Huế do Th.S Nguyễn An chủ trì"]]),
    ("Mua bàn, ghế, v.v. cho trường.", [["Mua bàn, ghế, v.v. cho trường"]]),
    # numbers with points, dates
    ("Chi 1.500 đồng trước 31.12.2025 cho xã.", [["Chi 1.500 đồng trước 31.12.2025 cho xã"]]),
    # dots that stand for more of the same end nothing before a lower-case word
    ("Tiêm vắc xin sởi, dại... cho trẻ.", [["Tiêm vắc xin sởi, dại... cho trẻ"]]),
    # a parenthesis is passed over whole
    ("Gửi hồ sơ (bản chính; bản sao. Bản điện tử) về xã.", [["Gửi hồ sơ (bản chính; bản sao. Bản điện tử) về xã"]]),
    # so is a quotation
    ("Phát động phong trào “Xanh; sạch. Đẹp” tại xã.", [["Phát động phong trào “Xanh; sạch. Đẹp” tại xã"]]),
    # inline items
    ("Cần: (i) rà soát; (ii) báo cáo.", [["Cần", "rà soát", "báo cáo"]]),
    ("Cần: (1) rà soát, (2) báo cáo.", [["Cần", "rà soát", "báo cáo"]]),
    # what "như sau:" announces on the same line is a clause of its own; before a lower-case word it is a list
    ("Thủ tướng có ý kiến như sau: Bộ Y tế rà soát.", [["Thủ tướng có ý kiến như sau", "Bộ Y tế rà soát"]]),
    ("Rà soát các việc sau: hồ sơ, giấy tờ.", [["Rà soát các việc sau: hồ sơ, giấy tờ"]]),
    # a quotation that a line break cuts is still passed over whole
    ("Phát động phong trào “Xanh; sạch.\nĐẹp” tại xã.", [["Phát động phong trào “Xanh; sạch.\nĐẹp” tại xã"]]),
    # a number in parentheses after a word is no item
    ("Lập danh sách người (2) theo mẫu (i) kèm theo.", [["Lập danh sách người (2) theo mẫu (i) kèm theo"]]),
    # the mark at the end of a document
    ("Thực hiện Công văn này./.", [["Thực hiện Công văn này"]]),
    # a label that the layout did not know
    ("- Rà soát hồ sơ;", [["Rà soát hồ sơ"]]),
    # nothing but punctuation
    (" ;; . ", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES, ids=[row[0] for row in CLAUSES])
def test_clauses(text: str, expected: list[list[str]]) -> None:
    assert [[text[c.start : c.end] for c in s] for s in sentences(text, 0, len(text))] == expected


CLOSINGS = [
    # what ended the clause decides what it introduces
    ("Các sở cần:", ":"),
    ("Các sở cần", ""),
    ("Các sở cần; ", ";"),
    ("Các sở cần.", "."),
]


@pytest.mark.parametrize(("text", "closing"), CLOSINGS)
def test_closings(text: str, closing: str) -> None:
    assert [c.closing for s in sentences(text, 0, len(text)) for c in s] == [closing]


def test_offsets_are_within_the_stretch() -> None:
    text = "Bỏ qua. Rà soát hồ sơ; báo cáo. Bỏ qua."
    start, end = text.index("Rà"), text.index(" Bỏ", 5)
    assert [text[c.start : c.end] for s in sentences(text, start, end) for c in s] == ["Rà soát hồ sơ", "báo cáo"]
