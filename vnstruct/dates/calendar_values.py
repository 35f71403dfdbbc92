"""Points of the calendar, their normal forms, and the days that a normal form covers.

The forms are those of the guidelines: ``2022-09-07``, ``2022-10-15T17:00``, ``2022-10``, ``2022-Q4``, ``2022-H1``,
``2022``, ``A/B`` for intervals, ``P15D`` for durations, and X for what repeats or is unknown (``XXXX-12-25``,
``XXXX-WXX-5``).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple


class Moment(NamedTuple):
    """A point of the calendar with as many parts as are printed; ``clock`` is ``HH:MM``, ``weekday`` ISO (Monday 1)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    half: int | None = None
    weekday: int | None = None
    clock: str | None = None

    @property
    def dated(self) -> bool:
        """Whether anything but the time of day is known."""
        return any(part is not None for part in self[:6])

    @property
    def value(self) -> str:
        """The normal form.

        >>> Moment(2022, 9, 7).value, Moment(None, 12, 25).value, Moment(2022, quarter=4).value
        ('2022-09-07', 'XXXX-12-25', '2022-Q4')
        >>> Moment(2022, 10, 15, clock="17:00").value, Moment(clock="17:00").value, Moment(weekday=5).value
        ('2022-10-15T17:00', 'T17:00', 'XXXX-WXX-5')
        """
        time = f"T{self.clock}" if self.clock else ""
        if not self.dated:
            return time
        year = "XXXX" if self.year is None else f"{self.year:04}"
        if self.weekday is not None:
            return f"{year}-WXX-{self.weekday}{time}"
        if self.quarter is not None:
            return f"{year}-Q{self.quarter}"
        if self.half is not None:
            return f"{year}-H{self.half}"
        if self.day is not None:
            month = "XX" if self.month is None else f"{self.month:02}"
            return f"{year}-{month}-{self.day:02}{time}"
        return year if self.month is None else f"{year}-{self.month:02}"

    @property
    def exists(self) -> bool:
        """Whether the calendar has this day (30 February never; 29 February without a year does).

        >>> Moment(2025, 2, 29).exists, Moment(None, 2, 29).exists, Moment(2025, 13).exists
        (False, True, False)
        """
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        if self.day is None:
            return True
        if self.month is None:
            return 1 <= self.day <= 31
        return 1 <= self.day <= monthrange(2000 if self.year is None else self.year, self.month)[1]


UNKNOWN = Moment()
"""A point of which nothing is known."""

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_PART = re.compile(r"(\d{4})-([QH])([1-4])")
_YEAR = re.compile(r"\d{4}")


@lru_cache(maxsize=4096)
def extent(value: str) -> tuple[date | None, date | None]:
    """The first and last day that a normal form covers; None where open, recurring or unknown.

    >>> [str(day) for day in extent("2025-Q4")]
    ['2025-10-01', '2025-12-31']
    >>> [str(day) for day in extent("2021/2025")]
    ['2021-01-01', '2025-12-31']
    >>> extent("XXXX-12-25")
    (None, None)
    """
    if "/" in value:
        left, right = value.split("/", 1)
        return extent(left)[0], extent(right)[1]
    value = value.partition("T")[0]
    if m := _DAY.fullmatch(value):
        day = _day(int(m[1]), int(m[2]), int(m[3]))
        return day, day
    if m := _MONTH.fullmatch(value):
        return _months(int(m[1]), int(m[2]), int(m[2]))
    if m := _PART.fullmatch(value):
        size = 3 if m[2] == "Q" else 6
        last = int(m[3]) * size
        return _months(int(m[1]), last - size + 1, last)
    if _YEAR.fullmatch(value):
        return _months(int(value), 1, 12)
    return None, None


def day_before(day: date | None) -> date | None:
    """The day before, or None.

    >>> str(day_before(date(2025, 1, 1)))
    '2024-12-31'
    """
    return None if day is None or day == date.min else day - timedelta(days=1)


def century(two_digits: int, anchor: int) -> int:
    """The year that two digits stand for: the latest one that is not more than twenty years after the anchor.

    >>> century(96, 1999), century(5, 2008), century(30, 2025), century(96, 2008)
    (1996, 2005, 2030, 1996)
    """
    limit = anchor + 20
    return limit - (limit - two_digits) % 100


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _months(year: int, first: int, last: int) -> tuple[date | None, date | None]:
    if not 1 <= first <= last <= 12 or not year:
        return None, None
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
