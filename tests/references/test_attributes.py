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
        ("Ngày 03/02/2020, UBND tỉnh đã có Quyết định 5/QĐ-UBND năm 2020", "2020-02-03"),  # the day beats the year
        ("Ngày 03/02/2020, UBND tỉnh nhắc lại Quyết định 5/QĐ-UBND năm 2019", "2019"),  # another year, another day
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
        (" của Hội đồng nhân dân thành phố Hà Nội quy định", "Hội đồng nhân dân thành phố Hà Nội"),  # no "nội quy"
        (" về quyết toán của Bộ Tài chính.", "Bộ Tài chính"),  # after the subject, when the number says so
        (" về nhiệm vụ của Bộ Nội vụ.", None),  # … else the subject goes to its end
        (" của Bộ Tài chính V/v báo cáo", "Bộ Tài chính"),  # "Về việc" abbreviated
        (" của Hội đồng quản lý Quỹ Phát triển đất về", "Hội đồng quản lý Quỹ Phát triển đất"),  # no "đồng thời"
        (" của Bộ Tài chính Nội quy cơ quan", "Bộ Tài chính"),  # … but here a document begins
        (" của Chính phủ\nSở Tài chính chủ trì", "Chính phủ"),  # a heading ends with the line
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
        # a bracket that another citation ends, or that belongs to the sentence around
        (" về cung cấp thông tin (đính kèm Công văn số 5/BNV-CCHC).", "cung cấp thông tin"),
        (" về an toàn thực phẩm), Sở Y tế báo cáo", "an toàn thực phẩm"),
        (" về tiền lương (sửa đổi) trong doanh nghiệp.", "tiền lương (sửa đổi) trong doanh nghiệp"),
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


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        # two bodies, each with its own letter
        (
            "Xét đề nghị của Hội Luật gia tỉnh tại Tờ trình số 3/TTr-HLG và Sở Tư pháp tại Tờ trình số 9/TTr-STP",
            ["Hội Luật gia tỉnh", "Sở Tư pháp"],
        ),
        # the qualified noun
        ("ý kiến thẩm định của Sở Tài chính tại Báo cáo số 7/BC-STC", ["Sở Tài chính"]),
        ("theo đề nghị của ông Giám đốc Sở Y tế tại Tờ trình số 5/TTr-SYT", ["Giám đốc Sở Y tế"]),
        # a verb between the body and its letter
        ("dự thảo Nghị định do Bộ Y tế trình tại Tờ trình số 8/TTr-BYT", ["Bộ Y tế"]),
        # the passive, with and without tại
        ("đồ án đã được UBND tỉnh phê duyệt tại Quyết định số 4/QĐ-UBND", ["UBND tỉnh"]),
        ("danh mục được Chủ tịch UBND tỉnh công bố tại các Quyết định: số 4/QĐ-UBND", ["Chủ tịch UBND tỉnh"]),
        # before a bracket; members of a coordination that share their head
        (
            "ý kiến của các Bộ: Công an (Công văn số 1/BCA-V03 ngày 2/3/2020), Y tế (Công văn số 2/BYT-KHTC)",
            ["Bộ Công an", "Bộ Y tế"],
        ),
        (
            "của Bộ Nội vụ (Công văn số 6/BNV-TCBC ngày 5/5/2020), Sở Y tế (Văn bản số 7/SYT-TCCB)",
            ["Bộ Nội vụ", "Sở Y tế"],
        ),
        # behind a byline, and behind a citation without a full stop
        ("(Báo Mới)- Thủ tướng Chính phủ vừa ký ban hành Chỉ thị số 3/CT-TTg", ["Thủ tướng Chính phủ"]),
        ("Bộ Chính trị có Chỉ thị 9-CT/TW Tỉnh ủy có Chỉ thị 4-CT/TU", ["Bộ Chính trị", "Tỉnh ủy"]),
        # the body to which a letter goes has not written it; nor has one of another code
        ("gửi Sở Y tế (Công văn số 9/CV-BVTT)", [None]),
        ("Giao Sở Nội vụ (theo Quyết định số 9/QĐ-UBND)", [None]),
        ("giao Sở Y tế thực hiện theo Kế hoạch số 9/KH-UBND", [None]),
    ],
)
def test_issuer_told_before(read: Read, text: str, issuers: list[str | None]) -> None:
    mentions = [m for m in read(text).references.mentions if m.kind == "numbered"]
    assert [m.issuer for m in mentions] == issuers


@pytest.mark.parametrize(
    ("text", "issuer", "date"),
    [
        # without "của": a gathering, a session, a body before the subject
        (
            "Nghị quyết số 9-NQ/TW ngày 3/6/2017 Hội nghị Trung ương 5 khóa XII",
            "Hội nghị Trung ương 5 khóa XII",
            "2017-06-03",
        ),
        (
            "Nghị quyết số 18-NQ/TW, ngày 25/10/2017, Hội nghị lần thứ năm Ban Chấp hành Trung ương khóa XII.",
            "Hội nghị lần thứ năm Ban Chấp hành Trung ương khóa XII",
            "2017-10-25",
        ),
        (
            "Nghị quyết số 6/2022/QH15 ngày 16/6/2022 Kỳ họp thứ 3, Quốc hội khóa XV về",
            "Quốc hội khóa XV",
            "2022-06-16",
        ),
        ("Thông tư số 6/2022/TT-BYT ngày 16/6/2022 Bộ Y tế quy định giá", "Bộ Y tế", "2022-06-16"),
        # what acts in the sentence is no issuer
        ("Căn cứ Thông tư số 6/2022/TT-BYT ngày 16/6/2022 Sở Y tế đề nghị các đơn vị", None, "2022-06-16"),
        ("Căn cứ Thông tư số 6/2022/TT-BYT ngày 16/6/2022, Bộ Y tế về cơ bản đồng ý", None, "2022-06-16"),
        # a law and who passed or promulgated it
        (
            "Luật Đầu tư đã được Quốc hội khóa XIV, kỳ họp thứ 9 thông qua ngày 17/6/2020",
            "Quốc hội khóa XIV",
            "2020-06-17",
        ),
        ("Luật Đất đai do Chủ tịch nước công bố ngày 24/7/1993", "Chủ tịch nước", "1993-07-24"),
        ("Luật Đầu tư được Bộ Công an phổ biến", None, None),
        # a blank lost between two words of the name
        ("Quyết định số 5/QĐ-BYT của Bộ trưởngBộ Y tế về", "Bộ trưởng Bộ Y tế", None),
        # between type and number, with a colon
        ("các Thông tư của Bộ Y tế: số 2/2017/TT-BYT ngày 1/3/2017", "Bộ Y tế", "2017-03-01"),
    ],
)
def test_issuer_beside(read: Read, text: str, issuer: str | None, date: str | None) -> None:
    mention = read(text).references.mentions[0]
    assert (mention.issuer, mention.date) == (issuer, date)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the words between type and number hold no other number
        (
            "các Nghị quyết số 3/NQ-CP ngày 24 tháng 10 năm 2025, số 8/NQ-CP ngày 25 tháng 11 năm 2025 của Chính phủ",
            [("3/NQ-CP", "2025-10-24", "Chính phủ"), ("8/NQ-CP", "2025-11-25", "Chính phủ")],
        ),
        # the issuer said of the whole list, before the first number or after it
        (
            "các Nghị định của Chính phủ: số 6/2010/NĐ-CP ngày 08/6/2010 về A; số 4/2013/NĐ-CP về B",
            [("6/2010/NĐ-CP", "2010-06-08", "Chính phủ"), ("4/2013/NĐ-CP", None, "Chính phủ")],
        ),
        (
            "Nghị định số 6/2010/NĐ-CP của Chính phủ về thủ tục; số 4/2013/NĐ-CP, số 9/2017/NĐ-CP",
            [
                ("6/2010/NĐ-CP", None, "Chính phủ"),
                ("4/2013/NĐ-CP", None, "Chính phủ"),
                ("9/2017/NĐ-CP", None, "Chính phủ"),
            ],
        ),
        # but a document with a type word of its own is another one
        (
            "Nghị định số 6/2010/NĐ-CP của Chính phủ về thủ tục; Nghị định số 4/2013/NĐ-CP",
            [("6/2010/NĐ-CP", None, "Chính phủ"), ("4/2013/NĐ-CP", None, None)],
        ),
        # a range of numbers
        (
            "các Nghị quyết từ số 1654 đến số 1687/NQ-UBTVQH15 ngày 16/6/2025",
            [("1654/NQ-UBTVQH15", "2025-06-16", None), ("1687/NQ-UBTVQH15", "2025-06-16", None)],
        ),
        # a page number inside the citation
        ("thực hiện Quy định số\n3\n\n205-QĐ/TW ngày 23/9/2019", [("205-QĐ/TW", "2019-09-23", None)]),
    ],
)
def test_enumeration(read: Read, text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert [(m.number, m.date, m.issuer) for m in read(text).references.mentions] == expected


@pytest.mark.parametrize(
    ("tail", "issuer", "title"),
    [
        # as portals write: the issuer behind the subject
        (" năm 2025 về học phí do Bộ Y tế ban hành:", "Bộ Y tế", "học phí"),
        # a body of the subject is none, nor one that the number excludes
        (" về lệ phí do Bộ Y tế thu.", None, "lệ phí do Bộ Y tế thu"),
        (" về văn bản do Sở Y tế ban hành.", None, "văn bản do Sở Y tế ban hành"),
    ],
)
def test_issuer_behind_the_subject(read: Read, tail: str, issuer: str | None, title: str) -> None:
    mention = read(f"theo Thông tư 5/2025/TT-BYT{tail}").references.mentions[0]
    assert (mention.issuer, mention.title) == (issuer, title)


def test_spans_hold_what_they_say(read: Read) -> None:
    text = "Thực hiện Quyết định số 11/QĐ-BYT ngày 3/2/2020 của Bộ Y tế về việc phân cấp;"
    (mention,) = read(text).references.mentions
    spans = (mention.date_span, mention.issuer_span, mention.title_span)
    assert [text[slice(*span)] for span in spans if span] == ["ngày 3/2/2020", "Bộ Y tế", "phân cấp"]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Thủ tướng Chính phủ Trần Văn Bình đã ký Chỉ thị số 5/CT-TTg.", "Thủ tướng Chính phủ"),  # who holds the office
        ("Chủ tịch UBND tỉnh Hà Giang ký Chỉ thị số 5/CT-UBND.", "Chủ tịch UBND tỉnh Hà Giang"),  # a place, no person
        ("Theo Công văn của Bộ Nội vụ số 123/BNV-TL,", "Bộ Nội vụ"),  # between type and number of a letter
    ],
)
def test_issuer_told_otherwise(read: Read, text: str, issuer: str) -> None:
    assert [mention.issuer for mention in read(text).references.mentions] == [issuer]
