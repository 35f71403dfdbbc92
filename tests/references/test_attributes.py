"""Date, issuer and subject: where they begin and end, and whose they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from vnstruct.analysis import Analysis

Read = Callable[[str], Analysis]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Quyết định 5/QĐ-TTg ngày 3 tháng 2 năm 2020", "2020-02-03"),  # one-digit day and month
        ("Quyết định 5/QĐ-TTg\nngày 03/02/2020", "2020-02-03"),  # on the next line
        ("Quyết định 5/QĐ-TTg ngày** 03 tháng** 02 năm 2020", "2020-02-03"),  # Markdown left in
        ("Quyết định 5/QĐ-TTg ký ngày 03/02/2020", "2020-02-03"),  # signed on
        ("Quyết định 5/QĐ-TTg của Thủ tướng Chính phủ ngày 03/02/2020", "2020-02-03"),  # behind the issuer
        ("Quyết định 25/2020/QĐ-TTg ngày 03-02", "2020-02-03"),  # the year is that of the number
        ("Quyết định 5/QĐ-TTg ngày 03-02", None),  # no year anywhere
        ("Quyết định 5/QĐ-TTg tháng 02/2020", "2020-02"),  # month only
        ("Quyết định 5/QĐ-TTg ngày 45/13/2020", None),  # no day of the calendar
        ("Quyết định 5/QĐ-TTg từ ngày 03/02/2020", None),  # when something begins, not when it was signed
        ("Luật Cư trú năm 2020", None),  # the year belongs to the name
        ("Ngày 03/02/2020, UBND tỉnh đã ban hành Quyết định 5/QĐ-UBND", "2020-02-03"),  # told before
    ],
)
def test_date(read: Read, text: str, date: str | None) -> None:
    (mention,) = read(text).references.mentions
    assert mention.date == date


@pytest.mark.parametrize(
    ("tail", "issuer"),
    [
        (" của Bộ Tài chính hướng dẫn quyết toán", "Bộ Tài chính"),  # a verb follows
        (" của Bộ Tài chính và các văn bản liên quan", "Bộ Tài chính"),  # và with something else
        (" của Bộ Tài chính và Thông tư số 2/2021/TT-BTC", "Bộ Tài chính"),  # và with another document
        (" của Bộ Tài\nchính về quyết toán", "Bộ Tài chính"),  # broken over a line
        (" của Bộ Lao động - Thương binh và Xã hội về", "Bộ Lao động - Thương binh và Xã hội"),  # dash and và
        (" của Sở Văn hóa, Thể thao và Du lịch về", "Sở Văn hóa, Thể thao và Du lịch"),  # comma of the name
        (" của UBND tỉnh, Ban Chỉ đạo về", "UBND tỉnh"),  # comma between bodies
        (" của Chủ tịch Ủy ban nhân dân TP. Huế ban hành", "Chủ tịch Ủy ban nhân dân TP. Huế"),  # abbreviated place
        (" của Ban Chỉ đạo phòng, chống thiên tai tỉnh về", "Ban Chỉ đạo phòng, chống thiên tai tỉnh"),  # lower case
        (" của Quốc hội khóa 13 về", "Quốc hội khóa 13"),  # a term in figures
        (" của tỉnh về", None),  # no body
        (" của Luật Ngân sách nhà nước", None),  # a law issues nothing
    ],
)
def test_issuer(read: Read, tail: str, issuer: str | None) -> None:
    assert read(f"Thông tư số 1/2021/TT-BTC{tail}").references.mentions[0].issuer == issuer


@pytest.mark.parametrize(
    ("tail", "title"),
    [
        (" về việc phân bổ kinh phí; Nghị định", "phân bổ kinh phí"),  # to the semicolon, without the lead
        (" quy định mức chi. Sở Y tế", "quy định mức chi"),  # to the full stop; the verb belongs to it
        (" về học phí, Bộ Tài chính yêu cầu", "học phí"),  # to the body that acts
        (" về học phí (sau đây gọi là Nghị định)", "học phí"),  # to the alias
        (" về học phí được sửa đổi, bổ sung bởi Luật số 1/2022/QH15", "học phí"),  # to the amendment tail
        (" sửa đổi một số điều của Nghị định số 2/2020/NĐ-CP.", "sửa đổi một số điều của Nghị định số 2/2020/NĐ-CP"),
        (" thì được hưởng", None),  # nothing that begins a subject
    ],
)
def test_title(read: Read, tail: str, title: str | None) -> None:
    assert read(f"theo Nghị định số 1/2021/NĐ-CP{tail}").references.mentions[0].title == title


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        # the last issuer is that of all members, also across a semicolon and pinpoints
        (
            "khoản 1 Điều 1 Quyết định 90/2005/QĐ-TTg; khoản 2 Điều 3 Quyết định 92/2005/QĐ-TTg của Thủ tướng"
            " Chính phủ",
            ["Thủ tướng Chính phủ", "Thủ tướng Chính phủ"],
        ),
        # but not that of a member whose code is another body's
        ("Quyết định 5/QĐ-UBND và Nghị định 45/2021/NĐ-CP của Chính phủ", [None, "Chính phủ"]),
        # an amending document's issuer is the amended one's too
        (
            "Thông tư 1/2021/TT-BYT được sửa đổi, bổ sung bởi Thông tư 2/2022/TT-BYT của Bộ trưởng Bộ Y tế",
            ["Bộ trưởng Bộ Y tế", "Bộ trưởng Bộ Y tế"],
        ),
        # what is said before the list holds for the whole list, subjects between
        (
            "ý kiến của Bộ Nội vụ tại Công văn số 1/BNV-TCBC về biên chế và Công văn số 2/BNV-TCBC về vị trí việc làm",
            ["Bộ Nội vụ", "Bộ Nội vụ"],
        ),
        # a law of a firm is nobody's law
        ("theo Bộ luật Lao động của Công ty", [None]),
    ],
)
def test_shared_issuer(read: Read, text: str, issuers: list[str | None]) -> None:
    assert [m.issuer for m in read(text).references.mentions] == issuers


def test_spans_hold_what_they_say(read: Read) -> None:
    text = "Thực hiện Quyết định số 11/QĐ-BYT ngày 3/2/2020 của Bộ Y tế về việc phân cấp;"
    (mention,) = read(text).references.mentions
    spans = (mention.date_span, mention.issuer_span, mention.title_span)
    assert [text[slice(*span)] for span in spans if span] == ["ngày 3/2/2020", "Bộ Y tế", "phân cấp"]
