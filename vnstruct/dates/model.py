"""What the date stage finds. Offsets are code points into the view."""

from __future__ import annotations

from dataclasses import dataclass

from vnstruct.schema import DateKind, DateModifier, DateRole


@dataclass(slots=True, eq=False)
class TimeExpression:
    """A date, period, duration or recurring time; ``role`` may be corrected once tasks are known.

    ``deadline_cue`` says that the words around it set a limit (*trước*, *chậm nhất*, *trong tháng*, *hoàn thành …*,
    *hằng năm … báo cáo*): a date without it becomes a task's deadline only for stronger reasons.
    """

    start: int
    end: int
    value: str
    kind: DateKind
    role: DateRole = "other"
    modifier: DateModifier | None = None
    inferred: bool = False
    earliest: str | None = None
    latest: str | None = None
    confidence: float = 1.0
    source: str = ""
    deadline_cue: bool = False
