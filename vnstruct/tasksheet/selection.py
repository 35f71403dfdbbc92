"""Which rows of a task sheet are wanted, and in what groups."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from vnstruct.tasksheet.rows import TaskRow
from vnstruct.text.normal import normal_form

_RECURRING = re.compile(r"(?P<year>X{4}|\d{4})(?:-(?P<month>X{2}|\d{2})(?:-(?P<day>X{2}|\d{2}))?|-[QHW].*)?(?:T.*)?")
_LISTED = re.compile(r",| va ")
NO_BODY = ""
NO_DEADLINE = ""


@dataclass(frozen=True, slots=True)
class Selection:
    """Filters; the empty selection takes every row.

    ``body`` (who leads), ``coordinator`` and ``together`` (either, of a task that several bodies share) are parts of
    names, in any case, with or without Vietnamese accents; with ``groups`` a leading group that the body belongs to
    (*các sở, ban, ngành*) counts as the body. ``after`` and ``before`` bound the deadline, both days included.
    """

    body: str = ""
    coordinator: str = ""
    together: str = ""
    after: date | None = None
    before: date | None = None
    no_deadline: bool = False
    groups: bool = False

    def takes(self, row: TaskRow) -> bool:
        """Whether a row passes every filter."""
        if self.no_deadline and row.due:
            return False
        if (self.after or self.before) and not due_between(row, self.after, self.before):
            return False
        if self.together and not (row.coordinators and named(self.together, row.lead + row.coordinators)):
            return False
        leads = named(self.body, row.lead) or (self.groups and any(belongs(self.body, name) for name in row.lead))
        return leads and named(self.coordinator, row.coordinators)


def named(wanted: str, names: Iterable[str]) -> bool:
    """Whether one of the names contains the wanted words; unaccented words match accented names.

    >>> named("so tai chinh", ["Sở Tài chính"]), named("Sở Tài", ["Sở Tài chính"]), named("Sở Y tế", ["Sở Tài chính"])
    (True, True, False)
    """
    if not wanted:
        return True
    fold = bare if wanted.isascii() else _folded
    return any(fold(wanted) in fold(name) for name in names)


def belongs(body: str, group: str) -> bool:
    """Whether a body is of a kind that a group lists, as far as the names tell.

    >>> belongs("so tai chinh", "Các sở, ban, ngành"), belongs("Sở Y tế", "Thủ trưởng các sở, ngành")
    (True, True)
    >>> belongs("Ủy ban nhân dân xã Hòa Tiến", "Ủy ban nhân dân các xã, phường"), belongs("Sở Y tế", "Các xã, phường")
    (True, False)
    """
    before, plural, kinds = f" {bare(group)}".partition(" cac ")
    if not plural:
        return False
    own = bare(body).removeprefix(f"{before.strip()} ")
    return any(f"{own} ".startswith(f"{kind.strip()} ") for kind in _LISTED.split(kinds) if kind.strip())


def _folded(name: str) -> str:
    return normal_form(name).casefold()


def bare(name: str) -> str:
    """A name without capitals and accents.

    >>> bare("Điện lực Đắk Lắk")
    'dien luc dak lak'
    """
    decomposed = unicodedata.normalize("NFD", _folded(name).replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def due_between(row: TaskRow, after: date | None, before: date | None) -> bool:
    """Whether a row falls due from ``after`` to ``before``, both included; recurring: when one of its days does."""
    if not row.due:
        return False
    if "X" in row.due:
        return _recurs_between(row.due, after, before)
    last = row.due_latest[:10]
    if not last:
        return False
    return (after is None or after.isoformat() <= last) and (before is None or last <= before.isoformat())


def _recurs_between(value: str, after: date | None, before: date | None) -> bool:
    match = _RECURRING.fullmatch(value)
    if match is None or after is None or before is None:
        return match is not None
    if not match["day"] or "X" in match["day"]:
        return not match["month"] or "X" in match["month"] or _month_between(match["month"], after, before)
    if (before - after).days >= 366:
        return True
    pattern = re.compile(re.sub("X", r"\\d", value.split("T", maxsplit=1)[0]))
    days = (after + timedelta(n) for n in range((before - after).days + 1))
    return any(pattern.fullmatch(day.isoformat()) for day in days)


def _month_between(month: str, after: date, before: date) -> bool:
    months = (before.year - after.year) * 12 + before.month - after.month
    return any((after.month - 1 + n) % 12 + 1 == int(month) for n in range(min(months, 11) + 1))


def grouped(rows: Iterable[TaskRow], by: str | None) -> list[tuple[str, list[TaskRow]]]:
    """Rows under a title each: one group without a title, by leading body, or by deadline, the nearest first.

    A task that several bodies lead stands under each of them.
    """
    rows = list(rows)
    if by is None:
        return [("", rows)]
    groups: dict[str, list[TaskRow]] = {}
    if by == "body":
        for row in rows:
            for name in row.lead or (NO_BODY,):
                groups.setdefault(name, []).append(row)
        return sorted(groups.items(), key=lambda group: (group[0] == NO_BODY, bare(group[0])))
    for row in sorted(rows, key=lambda row: (not row.due, "X" in row.due, row.due_latest or row.due, row.due)):
        groups.setdefault(row.due or NO_DEADLINE, []).append(row)
    return list(groups.items())
