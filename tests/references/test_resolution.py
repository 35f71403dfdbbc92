"""Which document a mention means."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from vnstruct.analysis import Analysis
from vnstruct.knowledge import Law
from vnstruct.references.law_versions import version_of

Read = Callable[[str], Analysis]

HEAD = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH HÀ GIANG\tĐộc lập - Tự do - Hạnh phúc

Số: 7/CT-UBND\tHà Giang, ngày 05 tháng 3 năm 2021

CHỈ THỊ
Về phòng cháy rừng

"""


def _numbers(analysis: Analysis) -> list[str | None]:
    """For each mention the number, or else the name, of the work it resolves to."""
    works = analysis.references.works
    return [
        None if m.document is None else works[m.document].number or works[m.document].name
        for m in analysis.references.mentions
    ]


@pytest.mark.parametrize(
    ("text", "works"),
    [
        # spellings of one number are one work
        ("Nghị định 45/2021/NĐ-CP; nghị định số 45/2021/ND-CP", 1),
        # dates tell numbers without a year apart
        ("Quyết định 06/QĐ-TTg ngày 06/01/2022; Quyết định 06/QĐ-TTg ngày 02/01/2025", 2),
        # without a date it is the one before
        ("Quyết định 06/QĐ-TTg ngày 06/01/2022; Quyết định 06/QĐ-TTg", 1),
        # a law by name and by number
        ("Luật Cư trú năm 2020; Luật số 68/2020/QH14", 1),
        # two versions of a law
        ("Luật Đất đai năm 2013 và Luật Đất đai năm 2024", 2),
        # blanks to be filled in are different documents
        ("Tờ trình số     /TTr-SNV; Tờ trình số     /TTr-SNV", 2),
        # a scheme is not the decision that approved it
        ("Quyết định số 06/QĐ-TTg ngày 06/01/2022; Đề án 06", 2),
    ],
)
def test_works(read: Read, text: str, works: int) -> None:
    assert len(read(text).references.works) == works


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        # a short number is the work of the text that begins so, before or after
        ("Nghị quyết số 35/NQ-CP; Nghị quyết 35", ["35/NQ-CP", "35/NQ-CP"]),
        ("Nghị quyết 35; Nghị quyết số 35/NQ-CP", ["35/NQ-CP", "35/NQ-CP"]),
        # without one the tables know it
        ("Nghị quyết 57 của Bộ Chính trị", ["57-NQ/TW"]),
        # a nickname nobody knows stays as it is
        ("Nghị quyết 411", ["411"]),
        # the nearest document of the type
        (
            "Nghị định 1/2020/NĐ-CP, Nghị định 2/2020/NĐ-CP. Nghị định nêu trên",
            ["1/2020/NĐ-CP", "2/2020/NĐ-CP", "2/2020/NĐ-CP"],
        ),
        # any type for "văn bản"
        ("Công văn số 5/SYT-NV. Theo văn bản nêu trên", ["5/SYT-NV", "5/SYT-NV"]),
        # a set is no document
        ("Công văn số 5/SYT-NV. Theo các văn bản nêu trên", ["5/SYT-NV", None]),
        # nothing before
        ("Nghị định nêu trên", [None]),
        # a law by the date printed with it
        ("Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001", ["32/2001/QH10"]),
        # a year no version has
        ("Luật Cư trú năm 1950", ["Luật Cư trú năm 1950"]),
        # marks lost in scanning
        ("Luật Tô chức chính quyên địa phương số 72/2025/QH15", ["72/2025/QH15"]),
        # an alias
        (
            "Đề án “Thư viện xanh” (sau đây gọi là Đề án thư viện). Đề án thư viện gồm hai phần",
            ["Thư viện xanh", "Thư viện xanh"],
        ),
    ],
)
def test_antecedent(read: Read, text: str, numbers: list[str | None]) -> None:
    assert _numbers(read(text)) == numbers


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        # this document is a work too, with the number of its head
        ("Các sở thi hành Chỉ thị này.", ["7/CT-UBND"]),
        # its own number in the text is no other document
        ("Chỉ thị số 7/CT-UBND được phổ biến. Chỉ thị này", ["7/CT-UBND", "7/CT-UBND"]),
        # another type that was cited before
        ("Thực hiện Quyết định số 5/QĐ-TTg ngày 1/2/2020. Thực hiện quyết định này", ["5/QĐ-TTg", "5/QĐ-TTg"]),
        # another type that was not
        ("thi hành Quyết định này", [None]),
        # a law of the date of this document
        ("theo quy định của Luật Bảo hiểm xã hội", ["58/2014/QH13"]),
    ],
)
def test_own_document(read_document: Read, body: str, numbers: list[str | None]) -> None:
    assert _numbers(read_document(f"{HEAD}{body}\n")) == numbers


def test_own_document_is_marked(read_document: Read) -> None:
    works = read_document(f"{HEAD}Thi hành Chỉ thị này theo Nghị định 45/2021/NĐ-CP.\n").references.works
    assert {work.number: work.own for work in works} == {"7/CT-UBND": True, "45/2021/NĐ-CP": False}


AMENDING = """BỘ Y TẾ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
-------\tĐộc lập - Tự do - Hạnh phúc

Số: 9/2023/TT-BYT\tHà Nội, ngày 05 tháng 3 năm 2023

THÔNG TƯ
Sửa đổi, bổ sung một số điều của Thông tư số 2/2020/TT-BYT quy định hồ sơ

Bộ trưởng Bộ Y tế ban hành Thông tư,

Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 2/2020/TT-BYT
1. Sửa đổi khoản 2 Điều 3 như sau:
“2. Hồ sơ theo Điều 5 Thông tư này.”
Điều 2. Hiệu lực
Thông tư này có hiệu lực từ ngày ký.
"""


def test_amending_document_has_two_voices(read_document: Read) -> None:
    analysis = read_document(AMENDING)
    spans = [analysis.text[m.start : m.end] for m in analysis.references.mentions]
    meant = dict(zip(spans, _numbers(analysis), strict=True))
    assert meant["khoản 2 Điều 3"] == "2/2020/TT-BYT"  # the place that is amended
    assert meant["Điều 5 Thông tư này"] == "2/2020/TT-BYT"  # in the new wording
    assert meant["Thông tư này"] == "9/2023/TT-BYT"  # its own voice


LAWS = (
    Law("Luật A", "1/1990/QH8", "1990-05-01", effective_from="1991-01-01", effective_to="2003-06-30"),
    Law("Luật A", "2/2002/QH11", "2002-12-01", effective_from="2003-07-01", effective_to="2014-06-30"),
    Law("Luật A", "3/2013/QH13", "2013-11-29", effective_from="2014-07-01"),
)


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ({"cited_on": "2000-01-01"}, "1/1990/QH8"),  # in force then
        ({"cited_on": "2003-02-01"}, "1/1990/QH8"),  # the next one is adopted, not yet in force
        ({"cited_on": "2014-01-01"}, "2/2002/QH11"),  # the same again
        ({"cited_on": "1990-08-01"}, "1/1990/QH8"),  # none in force yet: the one adopted
        ({"cited_on": "1980-01-01"}, None),  # none at all
        ({}, "3/2013/QH13"),  # no date: the newest
        ({"year": "2002", "cited_on": "2020-01-01"}, "2/2002/QH11"),  # a printed year decides
        ({"year": "2003"}, None),  # no version of that year
        ({"date": "2013-11-29"}, "3/2013/QH13"),  # so does a printed date
        ({"date": "2013-11-30"}, "3/2013/QH13"),  # and one that is a day off, by its year
    ],
)
def test_version_of_a_law(printed: dict[str, str], number: str | None) -> None:
    found = version_of(LAWS, **printed)  # type: ignore[arg-type]
    assert (found.number if found else None) == number
