"""Numbers that are a date only in the right company: *2/9*, *11/2018*, *2045*, *24 giờ*, *một ngày*."""

from __future__ import annotations

import re

from vnstruct.dates.cues import cue
from vnstruct.dates.expression import Expression

# *dịp 30/4*, *Quốc khánh 2/9*, *ngày Nhà giáo Việt Nam (20/11)*, *sáng 5/9*
_DAY_NAME = re.compile(cue("day_name") + r" ?[(,:]? ?(?:ngày )?$|(?<!\w)ngày (?!\d)[^\d.;:]{3,60}[ (]$")
# *ngày 10/3 âm lịch* is another day of the calendar that values are given in
_LUNAR = re.compile(r"\s?\(?(?:âm lịch|âl|al)(?!\w)")
_EDGE = re.compile(cue("edge") + r" (?:hết |ngày )?$")
# *1/2 mức lương*, *2/3 số thành viên*
_SHARE = re.compile(r" ?(?:%|" + cue("share") + ")")
_PERIOD_EDGE = re.compile(cue("period_edge") + r" ?:? $")
_CELL_START = re.compile(r"[|\t\n(]\s*$")
_CELL_END = re.compile(r"\s*(?:[|\t\n).;,]|$)")
# *tầm nhìn 2045*, *Xuân 2026*, *Tết Nguyên đán Bính Ngọ 2026*
_YEAR_NAME = re.compile(
    r"(?:(?:tầm nhìn|định hướng)(?: (?:đến|tới))?|(?<!\w)xuân|năm mới|tết(?: [^\W\d]{2,7}){0,5}(?: -)?"
    r"|(?:giai đoạn|thời kỳ) (?:[^ ]+ ){0,3}(?:đến|sau|trước)) $"
)
_YEAR_EDGE = re.compile(r"(?<!\w)(?:trước|đến|từ|sau|hết) (?:hết )?$")
_YEAR_END = re.compile(r"\s*(?:[|\n),.;:\-\]”\"]|$)|\s(?:và|đến|trong|của|theo)\s")
_TIME_EDGE = re.compile(cue("time_edge") + r" ?:? $")
_TIME_END = re.compile(r"\s(?:cùng ngày|ngày hôm|(?:hằng|hàng|mỗi) ngày|của ngày)")
# *từ 08 giờ trở lên*, *24 giờ trong một ngày*
_HOURS_END = re.compile(r"\s(?:trở lên|trong một|trong ngày|liên tục|mỗi|làm việc|kể từ)")
_LENGTH_EDGE = re.compile(cue("length_edge") + " $")
_FIVE_EDGE = re.compile(cue("five_edge") + " $")


def credible(low: str, expression: Expression) -> bool:
    """Whether a weak expression is in the company that makes it a date; a plain number of hours may become a duration.

    >>> from vnstruct.dates.scan import scan
    >>> [credible(low, scan(low)[0]) for low in ("nghỉ lễ quốc khánh 2/9", "khoản 1/2 mức lương")]
    [True, False]
    """
    before = low[max(0, expression.start - 70) : expression.start]
    left = before.replace("\n", " ")
    right = low[expression.end : expression.end + 16]
    if expression.unit == "clock":
        return _clock(left, right, expression)
    if expression.unit in ("day", "month") and _LUNAR.match(right) is not None:
        return False
    if not expression.weak:
        return True
    if expression.unit == "day":
        return _day(left, right, expression)
    if expression.unit in ("month", "span"):
        # *từ 01/2025 đến 06/2025*, a cell with *12/2025*
        placed = _PERIOD_EDGE.search(left) is not None
        ended = _CELL_END.match(right) is not None
        return (placed and (ended or expression.last is not None)) or (ended and _CELL_START.search(before) is not None)
    if expression.unit == "year":
        if _YEAR_NAME.search(left) is not None:
            return True
        return _YEAR_EDGE.search(left) is not None and _YEAR_END.match(right) is not None
    five = low.startswith("năm", expression.start)
    return (_FIVE_EDGE if five else _LENGTH_EDGE).search(left) is not None


def _day(left: str, right: str, expression: Expression) -> bool:
    if _SHARE.match(right) is not None:
        return False
    if _DAY_NAME.search(left) is not None:
        return True
    # 1/2, 2/3, 3/4 are shares more often than days, also in pairs (*từ 1/3 đến 1/2*)
    ends = [expression.first] if expression.last is None else [expression.first, expression.last]
    share = all((end.day or 0) < (end.month or 0) <= 10 for end in ends)
    return not share and _EDGE.search(left) is not None


def _clock(left: str, right: str, expression: Expression) -> bool:
    """*17h00* is a time; *24 giờ* is one after *lúc*, *trước*, else a duration; *10:15* needs a preposition."""
    measured = expression.rule == "clock-hours" and _HOURS_END.match(right) is not None
    if not expression.weak or _TIME_END.match(right) is not None:
        return True
    if not measured and _TIME_EDGE.search(left) is not None:
        return True
    if expression.rule == "clock-hours":
        hours = int((expression.first.clock or "0").partition(":")[0])
        expression.unit, expression.rule = "length", "duration"
        expression.fixed = f"PT{hours}H"
        return hours > 0
    return expression.rule != "clock-colon"
