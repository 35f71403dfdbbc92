"""What a family of the grammar finds: an expression of time, still without role and without inferred parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from re import Match
from typing import Literal, NamedTuple

from vnstruct.dates.calendar_values import UNKNOWN, Moment

Unit = Literal["clock", "day", "month", "quarter", "half", "year", "span", "school_year", "length", "every"]


@dataclass(slots=True, eq=False)
class Expression:
    """An expression of time in the text, offsets into the view.

    ``first`` to ``last`` is what it says; ``last`` is None unless it is an interval. ``fixed`` is the value of a
    duration (``P15D``) or of a bare recurrence (``XXXX-XX``). ``weak`` ones are numbers that are a date only in the
    right company (*2/9*, *11/2018*). ``shift`` is the distance of a year named by its relation (*năm sau*: 1),
    ``term`` marks terms of office, and ``rule`` names what found it.
    """

    start: int
    end: int
    unit: Unit
    first: Moment = UNKNOWN
    last: Moment | None = None
    fixed: str | None = None
    recurring: bool = False
    inferred: bool = False
    weak: bool = False
    shift: int | None = None
    term: bool = False
    rule: str = ""

    @property
    def value(self) -> str:
        """The normal form."""
        if self.fixed is not None:
            return self.fixed
        return self.first.value if self.last is None else f"{self.first.value}/{self.last.value}"


Reader = Callable[[Match[str], list[Expression]], int]


class Family(NamedTuple):
    """One kind of expression: its pattern (verbose syntax, lower case, groups named after the family) and its reader.

    The reader appends what the match says (nothing, when the numbers make no sense) and returns where the scan goes on.
    """

    name: str
    pattern: str
    read: Reader
    begins: Literal["digit", "word", "any"] = "any"
    """What its expressions begin with; where they cannot begin the pattern is not tried."""
