"""Roles, modifiers and days covered, beyond one example each on the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from vnstruct.analysis import Analysis
from vnstruct.dates.model import TimeExpression
from vnstruct.dates.stage import DateStage
from vnstruct.knowledge import load_knowledge
from vnstruct.references.model import Mention

Read = Callable[[str], Analysis]


def found(read: Read, text: str, quoted: str) -> TimeExpression:
    """The expression with this quote."""
    analysis = read(text)
    return next(d for d in analysis.dates if analysis.text[d.start : d.end] == quoted)


ROLES = [
    # citation: numbers of every shape right before the date
    (
        "theo Công văn số 7514/VPCP-V.I ngày 12/8/2025 của Văn phòng",
        "ngày 12/8/2025",
        "citation",
    ),  # a dot in the symbol
    (
        "theo Quyết định số 27/QĐ-\nTTg ngày 19/12/2025 của Thủ tướng",
        "ngày 19/12/2025",
        "citation",
    ),  # broken over a line
    ("Nghị quyết số 20 NQ/TW ngày 23-9-1974", "ngày 23-9-1974", "citation"),  # a blank in the number
    ("Nghị quyết số 54/2024/QH15 ngày 27/11/2024", "ngày 27/11/2024", "citation"),  # a number that ends in figures
    ("kèm theo Quyết định số    /QĐ-UBND ngày 3/4/2026", "ngày 3/4/2026", "citation"),  # the number is still blank
    ("Luật Quản lý thuế ngày 13 tháng 6 năm 2019 quy định", "ngày 13 tháng 6 năm 2019", "citation"),  # no number at all
    ("Tờ trình ngày 05/3/2025 của Sở Nội vụ", "ngày 05/3/2025", "citation"),  # a type alone
    # not citation although a document is near
    ("Thông báo kết luận cuộc họp ngày 05/3/2025 của tỉnh", "ngày 05/3/2025", "event"),  # the meeting has the date
    ("chỉ đạo bảo đảm an toàn dịp lễ Quốc khánh 02/9/2023\nChủ tịch ký Công văn số 3/UBND", "02/9/2023", "event"),
    ("báo cáo theo Công văn số 5/UBND-VX trước ngày 20/12/2025", "ngày 20/12/2025", "deadline"),  # trước governs
    # deadline
    ("Báo cáo kết quả về Sở chậm nhất là 16 giờ 30 ngày 25/11/2025", "16 giờ 30 ngày 25/11/2025", "deadline"),
    ("xử lý dứt điểm trong tháng 12/2025", "tháng 12/2025", "deadline"),  # completion within a month
    ("Trong tháng 12/2025, Sở Y tế trình UBND tỉnh đề án", "tháng 12/2025", "deadline"),  # the time opens the clause
    ("Quý I/2026, tổ chức tổng kết, báo cáo tỉnh", "Quý I/2026", "deadline"),  # the same without trong
    ("phấn đấu đến hết năm 2026 giải ngân hết vốn", "năm 2026", "deadline"),  # a target
    ("tổng kết vào tháng 6/2026", "tháng 6/2026", "deadline"),  # a review at a time
    ("Thời hạn nộp hồ sơ: từ ngày 01/12/2025 đến ngày 05/12/2025", "ngày 01/12/2025 đến ngày 05/12/2025", "deadline"),
    ("Báo cáo trước ngày 15/6 và ngày 15/12 hằng năm", "ngày 15/12 hằng năm", "deadline"),  # one trước for both
    ("định kỳ hằng năm (trước ngày 30 tháng 11) báo cáo", "hằng năm", "deadline"),  # due each year
    ("định kỳ hằng quý rà soát, cập nhật danh mục", "hằng quý", "deadline"),  # định kỳ and a routine
    ("Thời hạn trả lời là 05 ngày làm việc, kể từ ngày nhận", "05 ngày làm việc", "deadline"),  # a term from an event
    # period
    ("các hoạt động diễn ra trong năm 2026", "năm 2026", "period"),  # the verb describes
    ("Trong 10 tháng năm 2025, toàn tỉnh đã thu 5.000 tỷ đồng", "10 tháng năm 2025", "period"),  # done
    ("chưa điều chỉnh giá trong quý IV năm 2025", "quý IV năm 2025", "period"),  # negated
    ("tính đến ngày 15/11/2025 đã giải ngân 60%", "ngày 15/11/2025", "period"),  # how far data reach
    ("hoàn thành tốt nhiệm vụ năm 2025", "năm 2025", "period"),  # the year belongs to the noun
    ("Chương trình phòng, chống ma túy đến năm 2030", "năm 2030", "period"),  # in a title
    ("chế độ trợ cấp hằng tháng cho người có công", "hằng tháng", "period"),  # nothing is due
    ("Thời gian thực hiện: Quý IV năm 2025", "Quý IV năm 2025", "period"),  # a span, not a limit
    ("trong 5 năm qua, kinh tế phát triển", "5 năm", "period"),  # behind us
    (
        "bàn phương hướng, nhiệm vụ trong tháng 12 và giải pháp hoàn thành chỉ tiêu",
        "tháng 12",
        "period",
    ),  # of the agenda
    ("xây dựng kế hoạch trong quý I/2026", "quý I/2026", "deadline"),  # but a plan that must be made by then
    # effective
    ("Nghị quyết hết hiệu lực kể từ ngày 01/3/2026", "ngày 01/3/2026", "effective"),
    ("Quy định này được áp dụng từ ngày 01/01/2026", "ngày 01/01/2026", "effective"),
    ("Từ ngày 01/01/2026, điều chỉnh mức hỗ trợ", "ngày 01/01/2026", "effective"),  # a new state begins
    ("Hiệp định có hiệu lực, báo cáo tỉnh trong tháng 12/2025", "tháng 12/2025", "deadline"),  # another clause
    # event
    ("mít tinh ngày 20/11/2025 tại trường", "ngày 20/11/2025", "event"),
    ("Mưa lớn từ đêm 16/11 đến ngày 20/11", "16/11 đến ngày 20/11", "event"),  # weather happens
    ("I. Thời gian: 14 giờ 30, ngày 12/01/2026", "14 giờ 30, ngày 12/01/2026", "event"),  # an invitation
    ("trước, trong và sau Tết Nguyên đán Bính Ngọ năm 2026", "năm 2026", "event"),
    ("- Học kỳ I: Bắt đầu từ ngày 05/9/2026", "ngày 05/9/2026", "event"),  # a term begins
    # issue
    ("Luật này đã được Quốc hội khóa XV thông qua ngày 20/11/2025.", "ngày 20/11/2025", "issue"),
    ("Luật này đã được Quốc hội khóa XIII thông qua ngày 21/6/2012.", "ngày 21/6/2012", "event"),  # of another text
    ("có 5 xã đến hết tháng 10 chưa giải ngân", "tháng 10", "period"),  # a report
    ("| Lâm Đồng, ngày      tháng 4 năm 2026 |", "ngày      tháng 4 năm 2026", "issue"),  # a draft's date line
    # other
    ("đối tượng đã từ trần trước ngày 01/01/2026", "ngày 01/01/2026", "other"),  # a fact
    ("nhập ngũ từ ngày 30/4/1975 trở về trước", "ngày 30/4/1975", "other"),
    ("cán bộ nghỉ việc trước thời điểm ngày 01/7/2025", "ngày 01/7/2025", "other"),
    ("Hết thời hạn 30 ngày, kể từ ngày nhận thông báo mà không nộp", "30 ngày", "other"),  # what follows then
    ("hội nghị không quá 2 ngày", "2 ngày", "other"),  # measures
]


@pytest.mark.parametrize(("text", "quoted", "role"), ROLES, ids=[row[0][:40] for row in ROLES])
def test_role(read: Read, text: str, quoted: str, role: str) -> None:
    assert found(read, text, quoted).role == role


COVERED = [
    ("trước ngày 10/12/2025", "before", None, "2025-12-09"),  # strictly before
    ("trước 17 giờ ngày 10/12/2025", "before", None, "2025-12-10"),  # that very day
    ("chậm nhất ngày 10/12/2025", "by", None, "2025-12-10"),
    ("đến hết tháng 6/2026", "by", None, "2026-06-30"),
    ("trong quý I/2026", "within", "2026-01-01", "2026-03-31"),
    ("từ ngày 01/7/2026", "after", "2026-07-01", None),
    ("từ ngày 30/4/1975 trở về trước", "by", None, "1975-04-30"),  # backwards
    ("từ ngày 01/7/2026 đến ngày 05/7/2026", None, "2026-07-01", "2026-07-05"),  # từ opens the interval itself
    ("6 tháng cuối năm 2026", None, "2026-07-01", "2026-12-31"),
    ("giai đoạn 2026-2030", None, "2026-01-01", "2030-12-31"),
    ("nhiệm kỳ 2025-2030", None, None, None),  # a congress decides the days
    ("năm học 2025-2026", None, None, None),
    ("từ ngày 05/7/2026 đến ngày 01/7/2026", None, None, None),  # the wrong way round, reported as a diagnostic
    ("ngày 25 hằng tháng", None, None, None),
    ("trong thời hạn 15 ngày", "within", None, None),
]


@pytest.mark.parametrize(("text", "modifier", "earliest", "latest"), COVERED, ids=[row[0] for row in COVERED])
def test_days_covered(read: Read, text: str, modifier: str | None, earliest: str | None, latest: str | None) -> None:
    (only,) = read(text).dates
    assert (only.modifier, only.earliest, only.latest) == (modifier, earliest, latest)


INFERRED = [
    ("miễn phí vào Ngày Di sản văn hóa Việt Nam 23/11.", "XXXX-11-23", False),  # the day of every year
    ("họp ngày 15/3 tại xã", "2026-03-15", True),  # 115 days ahead is nearer than 250 back
    ("đã họp ngày 05/8 tại xã", "2025-08-05", True),
    ("báo cáo trước ngày 05/01", "2026-01-05", True),  # the next one
    ("báo cáo trước ngày 30/11", "2025-11-30", True),
    ("hằng năm, trước ngày 05/01 báo cáo", "XXXX-01-05", False),  # each year
    ("ngày 31 tháng 01 năm sau", "2026-01-31", True),
    ("ngày 15/6, ngày 15/12/2024", "2024-06-15", False),  # printed once for both
    ("hoàn thành trong tháng 12", "2025-12", True),
    ("từ ngày 25/12 đến ngày 05/01", "2025-12-25/2026-01-05", True),  # over the turn of the year
]


@pytest.mark.parametrize(("text", "value", "inferred"), INFERRED, ids=[row[0] for row in INFERRED])
def test_missing_years(read: Read, text: str, value: str, inferred: bool) -> None:
    first = next(d for d in read(text).dates if d.kind != "recurring" or d.value.count("-"))
    assert (first.value, first.inferred) == (value, inferred)


KINDS = [
    ("ngày 05/3/2026", "date"),
    ("8 giờ ngày 05/3/2026", "instant"),
    ("trước 17h00", "instant"),
    ("tháng 3/2026", "month"),
    ("quý I/2026", "quarter"),
    ("6 tháng đầu năm 2026", "half_year"),
    ("năm 2026", "year"),
    ("giai đoạn 2026-2030", "interval"),
    ("từ ngày 05/3/2026 đến ngày 07/3/2026", "interval"),
    ("năm học 2025-2026", "school_year"),
    ("trong 15 ngày", "duration"),
    ("hằng năm", "recurring"),
    ("ngày 25/12 hằng năm", "recurring"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS, ids=[row[0] for row in KINDS])
def test_kinds(read: Read, text: str, kind: str) -> None:
    assert [d.kind for d in read(text).dates] == [kind]


def test_deadline_cue_marks_doubtful_limits(read: Read) -> None:
    plain, limited = (read(text).dates[0] for text in ("số liệu tháng 12/2025", "xử lý trong tháng 12/2025"))
    assert (plain.deadline_cue, limited.deadline_cue) == (False, True)


def test_inference_lowers_confidence(read: Read) -> None:
    printed, inferred = (read(text).dates[0] for text in ("trước ngày 15/12/2025", "trước ngày 15/12"))
    assert inferred.confidence < printed.confidence


def test_the_year_behind_a_number_is_that_of_the_document(read: Read) -> None:
    """*Chỉ thị 24/CT-TTg năm 2025*: the references tell where the number ends."""
    text = "Ngày 13/9/2025, Bộ Y tế đã có Quyết định 24/QĐ-BYT năm 2025 về giá thuốc năm 2026"
    analysis = Analysis.of(text)
    start = text.index("Quyết định")
    analysis.references.mentions.append(Mention(start, text.index(" năm 2025"), "numbered", "quyết định"))
    DateStage(load_knowledge())(analysis)
    roles = {analysis.text[d.start : d.end]: d.role for d in analysis.dates}
    assert (roles["năm 2025"], roles["năm 2026"]) == ("citation", "period")
