"""What the task stage finds. Offsets are code points into the view."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vnstruct.bodies.model import BodyMention
from vnstruct.dates.model import TimeExpression
from vnstruct.references.model import Mention
from vnstruct.schema import ActionKind, Modality

if TYPE_CHECKING:
    from vnstruct.tasks.judge import Judged


@dataclass(slots=True, eq=False)
class Action:
    """A verb that assigns, performs or prohibits."""

    start: int
    end: int
    kind: ActionKind
    lemma: str
    verb_class: str | None = None
    confidence: float = 1.0
    source: str = ""


@dataclass(slots=True, eq=False)
class Task:
    """One clause that says what somebody must (not) do; ``section`` is an index into the layout's sections."""

    start: int
    end: int
    section: int | None = None
    actions: list[Action] = field(default_factory=list)
    actors: list[BodyMention] = field(default_factory=list)
    coordinators: list[BodyMention] = field(default_factory=list)
    supervisors: list[BodyMention] = field(default_factory=list)
    deadline: TimeExpression | None = None
    references: list[Mention] = field(default_factory=list)
    reports_to: list[BodyMention] = field(default_factory=list)
    modality: Modality = "must"
    confidence: float = 1.0
    source: str = ""


@dataclass(slots=True)
class Tasks:
    """Actions and tasks in text order; assign actions belong to no task. ``judged``: every clause that was judged."""

    actions: list[Action] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)
