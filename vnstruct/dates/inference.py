"""What is not printed: the year of *ngày 25/12*, the month of *ngày 15*, the century of *24/12/96*."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from vnstruct.dates.calendar_values import Moment, century
from vnstruct.dates.expression import Expression


def expand_century(expression: Expression, year: int) -> None:
    """Write out years of two digits (*24/12/96*) as seen from a year.

    >>> from vnstruct.dates.scan import scan
    >>> expression = scan("ngày 24/12/96")[0]
    >>> expand_century(expression, 2025)
    >>> expression.value
    '1996-12-24'
    """
    for name in ("first", "last"):
        moment: Moment | None = getattr(expression, name)
        if moment is not None and moment.year is not None and moment.year < 100:
            setattr(expression, name, moment._replace(year=century(moment.year, year)))


def complete(expression: Expression, anchor: date, *, forward: bool) -> None:
    """Fill in what the date of the document tells.

    ``forward``: the next such day (a deadline lies ahead); otherwise the nearest one. Recurring expressions keep their
    gaps.

    >>> from vnstruct.dates.scan import scan
    >>> def value(low, forward): e = scan(low)[0]; complete(e, date(2025, 12, 20), forward=forward); return e.value
    >>> value("ngày 05/01", True), value("ngày 20/11", False), value("quý i", True)
    ('2026-01-05', '2025-11-20', '2026-Q1')
    """
    if expression.recurring or expression.fixed is not None or not expression.first.dated:
        return
    first, last = expression.first, expression.last
    if first.year is not None:
        return
    if expression.shift is not None:
        year = anchor.year + expression.shift
        expression.first = first._replace(year=year)
        expression.last = None if last is None else last._replace(year=year)
    elif first.day is not None and first.month is None:
        expression.first = _choose(anchor, first, _by_month(anchor, first), forward=forward)
        if last is not None:
            expression.last = last._replace(year=expression.first.year, month=last.month or expression.first.month)
    else:
        expression.first = _choose(
            anchor, last if forward and last else first, _by_year(anchor, first), forward=forward
        )
        if last is not None and last.year is None:
            crosses = _key(last) < _key(first)
            expression.last = last._replace(year=(expression.first.year or 0) + crosses)
    expression.inferred = True


def _by_year(anchor: date, moment: Moment) -> list[Moment]:
    return [moment._replace(year=anchor.year + step) for step in (-1, 0, 1)]


def _by_month(anchor: date, moment: Moment) -> list[Moment]:
    months = [divmod(anchor.year * 12 + anchor.month - 1 + step, 12) for step in (-1, 0, 1)]
    return [moment._replace(year=year, month=month + 1) for year, month in months]


def _choose(anchor: date, pattern: Moment, candidates: list[Moment], *, forward: bool) -> Moment:
    """The candidate nearest to the anchor, or with ``forward`` the first that is not over."""
    existing = [moment for moment in candidates if moment.exists] or candidates
    if pattern.quarter or pattern.half:
        # periods of the year belong to the year of the document unless they must lie ahead and are over
        over = _end(pattern, anchor.year) < (anchor.year, anchor.month, anchor.day)
        return candidates[2] if forward and over else candidates[1]
    if forward:
        today = (anchor.year, anchor.month, anchor.day if pattern.day else 1)
        ahead = [moment for moment in existing if (moment.year or 0, moment.month or 12, moment.day or 1) >= today]
        return ahead[0] if ahead else existing[-1]
    distance: Callable[[Moment], int] = lambda moment: abs(_ordinal(moment) - anchor.toordinal())  # noqa: E731
    return min(existing, key=distance)


def _end(moment: Moment, year: int) -> tuple[int, int, int]:
    month = moment.quarter * 3 if moment.quarter else (moment.half or 2) * 6
    return year, month, 31


def _ordinal(moment: Moment) -> int:
    """Days, near enough to compare years: an unknown day is the middle of its month."""
    month = min(max(moment.month or 7, 1), 12)
    return date(moment.year or 1, month, min(moment.day or 15, 28)).toordinal()


def _key(moment: Moment) -> tuple[int, int]:
    return moment.month or (moment.quarter or 0) * 3, moment.day or 0
