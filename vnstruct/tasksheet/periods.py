"""Stretches of time as people name them: *quý này, tháng 12/2025, quý IV/2025, next week*."""

from __future__ import annotations

import re
from datetime import date, timedelta

from vnstruct.tasksheet.selection import bare

_UNITS = {
    "tuan": "week", "thang": "month", "quy": "quarter", "nam": "year",
    "week": "week", "month": "month", "quarter": "quarter", "year": "year",
}  # fmt: skip
_STEPS = {"nay": 0, "this": 0, "toi": 1, "sau": 1, "next": 1, "truoc": -1, "last": -1}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}

_RELATIVE = re.compile(
    rf"(?P<unit>{'|'.join(_UNITS)}) (?P<step>nay|toi|sau|truoc)|(?P<step2>this|next|last) (?P<unit2>\w+)"
)
_QUARTER = re.compile(
    r"(?:quy |q)(?P<quarter>iv|i{1,3}|[1-4])(?:[/ -]| nam )(?P<year>\d{4})|(?P<roman>iv|i{1,3})[/-](?P<year2>\d{4})"
)
_ISO_QUARTER = re.compile(r"(?P<year>\d{4})-?q(?P<quarter>[1-4])")
_MONTH = re.compile(r"(?:thang )?(?P<month>\d{1,2})(?:[/-]| nam )(?P<year>\d{4})|(?P<year2>\d{4})-(?P<month2>\d{2})")
_YEAR = re.compile(r"(?:nam )?(?P<year>\d{4})")
_DAY = re.compile(r"(?:ngay )?(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})")


def day(words: str) -> date | None:
    """A day as staff write it (*31/12/2025*) or ISO; None for what is none.

    >>> day("31/12/2025"), day("2025-12-31"), day("31/2/2025")
    (datetime.date(2025, 12, 31), datetime.date(2025, 12, 31), None)
    """
    match = _DAY.fullmatch(bare(words).strip())
    try:
        if match:
            return date(int(match["year"]), int(match["month"]), int(match["day"]))
        return date.fromisoformat(words.strip())
    except ValueError:
        return None


def period(words: str, today: date) -> tuple[date, date] | None:
    """The first and the last day of a stretch of time; accents and capitals do not count; None for what is none.

    >>> today = date(2025, 11, 6)
    >>> [str(day) for day in period("quý này", today)]
    ['2025-10-01', '2025-12-31']
    >>> period("quý IV/2025", today) == period("2025-Q4", today) == period("this quarter", today)
    True
    """
    said = " ".join(bare(words).split())
    if match := _RELATIVE.fullmatch(said):
        unit = _UNITS.get(match["unit"] or match["unit2"])
        return _around(today, unit, _STEPS[match["step"] or match["step2"]]) if unit else None
    if said in ("hom nay", "today"):
        return today, today
    if match := _QUARTER.fullmatch(said) or _ISO_QUARTER.fullmatch(said):
        named = match.groupdict()
        number = named["quarter"] or named["roman"]
        return _months(int(named["year"] or named["year2"]), 3 * (_ROMAN.get(number) or int(number)) - 2, 3)
    if match := _MONTH.fullmatch(said):
        return _months(int(match["year"] or match["year2"]), int(match["month"] or match["month2"]), 1)
    if match := _YEAR.fullmatch(said):
        return _months(int(match["year"]), 1, 12)
    single = day(words)
    return (single, single) if single else None


def _around(today: date, unit: str, step: int) -> tuple[date, date] | None:
    if unit == "week":
        monday = today - timedelta(days=today.weekday() - 7 * step)
        return monday, monday + timedelta(days=6)
    length = _MONTHS[unit]
    months = today.year * 12 + (today.month - 1) // length * length + step * length
    return _months(months // 12, months % 12 + 1, length)


def _months(year: int, month: int, count: int) -> tuple[date, date] | None:
    """So many months from the first of one on."""
    after = year * 12 + month - 1 + count
    try:
        return date(year, month, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1)
    except ValueError:  # the thirteenth month, the year zero
        return None
