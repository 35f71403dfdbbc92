"""The workspace that one document carries through the stages.

A stage reads what earlier stages wrote and adds its own layer; all offsets are code points into the view
(:class:`vnstruct.text.View`) and become the caller's offsets only in :mod:`vnstruct.assembly`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from vnstruct.bodies.model import BodyMention
from vnstruct.dates.model import TimeExpression
from vnstruct.layout.model import Layout
from vnstruct.references.model import References
from vnstruct.tasks.model import Tasks
from vnstruct.text import View, lowered, view_of


class Finding(NamedTuple):
    """A diagnostic: a stable code, a message in Vietnamese, and the view span it is about."""

    code: str
    message: str
    start: int
    end: int


@dataclass(slots=True)
class Analysis:
    """One document on its way: the source string, its view, and the layers found so far."""

    raw: str
    view: View
    layout: Layout = field(default_factory=lambda: Layout("other", [], []))
    references: References = field(default_factory=References)
    dates: list[TimeExpression] = field(default_factory=list)
    bodies: list[BodyMention] = field(default_factory=list)
    tasks: Tasks = field(default_factory=Tasks)
    findings: list[Finding] = field(default_factory=list)
    lowered: str = field(init=False)
    """The view's text in lower case with the same offsets, made once for all grammars that ignore case."""

    def __post_init__(self) -> None:
        self.lowered = lowered(self.view.text)

    @classmethod
    def of(cls, raw: str) -> Analysis:
        """Start the analysis of a text: its view, and empty layers."""
        return cls(raw, view_of(raw))

    @property
    def text(self) -> str:
        """The view's text, which every grammar matches on."""
        return self.view.text
