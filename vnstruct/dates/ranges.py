"""Neighbouring expressions that are one: a time and its day, both ends of an interval, a day and *hằng năm*.

Each rule looks at two neighbours and the text between them, so that joining is one pass over the expressions.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from vnstruct.dates.calendar_values import Moment
from vnstruct.dates.expression import Expression, Unit
from vnstruct.dates.fragments import WEEKDAY

_Rule = Callable[[str, Expression, Expression], Expression | None]

_LONGEST_GAP = 30

# *14 giờ 30 phút, ngày*, *18h00 tối thứ bảy ngày*, *8 giờ 00 (thứ Hai), ngày*
_TIME_THEN_DAY = re.compile(
    rf"[\s,(-]{{0,4}}(?:(?:sáng|trưa|chiều|tối|đêm)[\s,]{{1,2}})?(?:{WEEKDAY}[\s,()]{{1,3}})?(?:của\s|vào\s)?(?:ngày\s)?",
    re.VERBOSE,
)
# *07/09/2022 04:25:20*, *02/03/2021 - 10:15*, *ngày 05/3/2025, lúc 8 giờ*
_DAY_THEN_TIME = re.compile(r"[\s,-]{1,4}(?:(?:vào\s)?(?:lúc|hồi)\s)?")
_THROUGH = re.compile(r"\s{0,4}(?:-|(?:cho\s)?(?:đến|tới)(?:\shết)?(?:\s(?:trước|cuối))?)\s{0,4}")
_EVERY_AFTER = re.compile(r"[\s,]{1,3}(?:của\s)?")
_AND = re.compile(r"\s{0,2}(?:,|và|hoặc|;|,\s?và|-|đến(?:\shết)?|tới)\s{1,3}(?:(?:trước|từ|hết|đến)\s)?")

_RANKS: dict[Unit, int] = {"day": 3, "month": 2, "quarter": 2, "year": 1, "half": 2}


def join(low: str, found: list[Expression]) -> list[Expression]:
    """Join neighbours; the expressions come and go in text order.

    >>> from vnstruct.dates.scan import scan
    >>> low = "từ 8 giờ ngày 05/3/2025 đến ngày 07/3/2025 và ngày 15/12 hằng năm"
    >>> [expression.value for expression in join(low, scan(low))]
    ['2025-03-05T08:00/2025-03-07', 'XXXX-12-15']
    """
    for rule in (_clock_ranges, _times_of_days, _days_with_times, _recurrences, _intervals):
        found = _fold(low, found, rule)
    _share_parts(low, found)
    return found


def _fold(low: str, found: list[Expression], rule: _Rule) -> list[Expression]:
    """Replace neighbours by what the rule makes of them; what a rule made may join the next one too."""
    joined: list[Expression] = []
    for expression in found:
        if joined:
            left = joined[-1]
            gap = expression.start - left.end
            if gap <= _LONGEST_GAP and (one := rule(low, left, expression)) is not None:
                joined[-1] = one
                continue
        joined.append(expression)
    return joined


def _clock_ranges(low: str, left: Expression, right: Expression) -> Expression | None:
    """*từ 7 giờ 30 đến 11 giờ 30*: both ends are times."""
    if left.unit == right.unit == "clock" and left.last is None and _THROUGH.fullmatch(low, left.end, right.start):
        return _merged(left, right, "clock", left.first, right.first, "clock-range", weak=False)
    return None


def _times_of_days(low: str, left: Expression, right: Expression) -> Expression | None:
    """*17 giờ 00 ngày 15/10/2022*, *16h00 thứ Sáu hằng tuần*, *19h00 hằng ngày*."""
    if left.unit != "clock" or not _TIME_THEN_DAY.fullmatch(low, left.end, right.start):
        return None
    if right.unit == "every" and right.fixed == "XXXX-XX-XX":
        one = _merged(left, right, "day", left.first, left.last, "time-daily", weak=False)
        ends = [left.first] if left.last is None else [left.first, left.last]
        one.recurring, one.fixed = True, "/".join(f"XXXX-XX-XX{end.value}" for end in ends)
        return one
    if right.unit != "day":
        return None
    day, end = right.first, right.last
    if left.last is not None:
        # *từ 7 giờ 30 đến 11 giờ 30 ngày 05/3/2025*
        end = day._replace(clock=left.last.clock)
    one = _merged(left, right, "day", day._replace(clock=left.first.clock), end, "time", weak=False)
    one.recurring = right.recurring
    return one


def _days_with_times(low: str, left: Expression, right: Expression) -> Expression | None:
    """*07/09/2022 04:25:20*, *ngày 05/3/2025, lúc 8 giờ 00*."""
    if right.unit != "clock" or left.unit != "day" or left.first.clock or left.last is not None or left.weak:
        return None
    if not _DAY_THEN_TIME.fullmatch(low, left.end, right.start):
        return None
    first = left.first._replace(clock=right.first.clock)
    last = None if right.last is None else left.first._replace(clock=right.last.clock)
    return _merged(left, right, "day", first, last, "time-stamp", weak=False)


def _recurrences(low: str, left: Expression, right: Expression) -> Expression | None:
    """*ngày 15/12 hằng năm*, *ngày 25 hằng tháng*, *quý I hằng năm*, *tháng 6 hằng năm*."""
    if right.unit != "every" or left.unit not in ("day", "month", "quarter", "half") or left.first.year is not None:
        return None
    wanted = "XXXX-XX" if left.unit == "day" and left.first.month is None else "XXXX"
    if right.fixed != wanted or not _EVERY_AFTER.fullmatch(low, left.end, right.start):
        return None
    if "," in low[left.end : right.start]:
        return None
    one = _merged(left, right, left.unit, left.first, left.last, "recurring", weak=False)
    one.recurring = True
    return one


def _intervals(low: str, left: Expression, right: Expression) -> Expression | None:
    """*từ ngày A đến ngày B*, *A - B*, *quý IV/2025 đến tháng 3/2026*: one interval."""
    if left.unit not in _RANKS or right.unit not in _RANKS or left.last is not None or right.last is not None:
        return None
    if not _THROUGH.fullmatch(low, left.end, right.start):
        return None
    first, last = left.first, right.first
    if left.unit == right.unit or last.year is not None:
        first = _complete(first, last)
    if _order(first) > _order(last) and left.first.year is None and last.year is not None:
        # *từ ngày 21/11 đến ngày 05/01/2026*: the printed year is that of the end
        first = first._replace(year=last.year - 1)
    unit: Unit = left.unit if _RANKS[left.unit] >= _RANKS[right.unit] else right.unit
    one = _merged(left, right, unit, first, last, "interval", weak=left.weak and right.weak)
    one.recurring = left.recurring or right.recurring
    return one


def _complete(first: Moment, last: Moment) -> Moment:
    """The start of an interval takes the parts that only its end prints: *ngày 15 đến ngày 31 tháng 12 năm 2025*."""
    if first.year is None:
        if first.day is not None and first.month is None and last.day is not None:
            first = first._replace(month=last.month)
        first = first._replace(year=last.year)
    return first


def _order(moment: Moment) -> tuple[int, int, int]:
    month = moment.month or (3 * moment.quarter - 2 if moment.quarter else 6 * moment.half - 5 if moment.half else 1)
    return moment.year or 0, month, moment.day or 1


def _share_parts(low: str, found: list[Expression]) -> None:
    """*ngày 15/6 và ngày 15/12/2025*: what has no year takes that of its neighbour in the enumeration."""
    for left, right in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if left.unit != right.unit or left.last is not None or right.unit not in _RANKS:
            continue
        if left.first.year is not None or left.recurring or left.shift is not None:
            continue
        if not right.recurring and right.first.year is None and not (left.unit == "day" and left.first.month is None):
            continue
        if coordinated(low, left, right):
            left.first = _complete(left.first, right.first)
            left.recurring = right.recurring
            left.weak = left.weak and right.weak


def coordinated(low: str, left: Expression, right: Expression) -> bool:
    """Whether two expressions of one kind stand side by side: *ngày 15/6 và ngày 15/12*."""
    near = left.unit == right.unit and right.start - left.end <= _LONGEST_GAP
    return near and _AND.fullmatch(low, left.end, right.start) is not None


def _merged(
    left: Expression, right: Expression, unit: Unit, first: Moment, last: Moment | None, rule: str, *, weak: bool
) -> Expression:
    return Expression(
        left.start, right.end, unit, first, last, weak=weak, shift=right.shift, rule=rule, term=left.term or right.term
    )  # fmt: skip
