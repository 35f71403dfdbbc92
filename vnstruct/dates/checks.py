"""What a person should look at: impossible days, weekdays that do not fit, intervals that end before they start."""

from __future__ import annotations

import re
from datetime import date

from vnstruct.analysis import Finding
from vnstruct.dates.calendar_values import Moment, extent
from vnstruct.dates.expression import Expression
from vnstruct.dates.fragments import WEEKDAY, weekday_number

_WEEKDAY_BEFORE = re.compile(rf"({WEEKDAY})[\s,(]{{1,3}}$")
_WEEKDAY_AFTER = re.compile(rf"\s?[,(]\s?(?:tức\s)?({WEEKDAY})(?!\w|[ ](?:hằng|hàng))")
_WEEKDAY_NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def repair(expression: Expression, text: str, findings: list[Finding]) -> bool:
    """Report a day that the calendar does not have and give its best reading; False when there is none.

    A month above twelve with a day below is taken for the American order; a day too many leaves its month.
    """
    moments = [moment for moment in (expression.first, expression.last) if moment is not None]
    if all(moment.exists for moment in moments):
        return True
    printed = " ".join(text[expression.start : expression.end].split())
    findings.append(Finding("impossible-date", f"“{printed}” không có trong lịch.", expression.start, expression.end))
    if expression.last is not None:
        return False
    first = expression.first
    best: Moment | None = None
    if first.month is not None and first.day is not None:
        swapped = first._replace(month=first.day, day=first.month)
        if 1 <= first.month <= 12:
            best = first._replace(day=None)
        elif swapped.exists:
            best = swapped
    if best is None or best.year is None:
        return False
    expression.first = best
    expression.unit = "month" if best.day is None else "day"
    expression.rule = "impossible"
    return True


def check_weekday(expression: Expression, low: str, findings: list[Finding]) -> None:
    """Report a weekday printed beside a full date that falls on another day (*thứ Tư ngày …*)."""
    first = expression.first
    if expression.last is not None or not (first.year and first.month and first.day) or expression.inferred:
        return
    m = _WEEKDAY_BEFORE.search(low, max(0, expression.start - 14), expression.start) or _WEEKDAY_AFTER.match(
        low, expression.end, expression.end + 20
    )
    if m is None or not first.exists:
        return
    actual = date(first.year, first.month, first.day).isoweekday()
    printed = weekday_number(m[1])
    if actual != printed:
        message = (
            f"Ngày {first.day:02}/{first.month:02}/{first.year} là {_WEEKDAY_NAMES[actual - 1]}, "
            f"văn bản ghi {_WEEKDAY_NAMES[printed - 1]}."
        )
        findings.append(
            Finding("weekday-mismatch", message, min(m.start(1), expression.start), max(m.end(1), expression.end))
        )


def check_order(expression: Expression, findings: list[Finding]) -> None:
    """Report an interval that ends before it starts."""
    if expression.last is None or expression.recurring:
        return
    earliest, latest = extent(expression.value)
    if earliest is not None and latest is not None and latest < earliest:
        message = "Khoảng thời gian kết thúc trước khi bắt đầu."
        findings.append(Finding("reversed-interval", message, expression.start, expression.end))
