"""A phrase that names a body, as the parser reads it: where its parts stand and what it lacks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from vnstruct.knowledge import Body


@dataclass(slots=True, eq=False)
class Phrase:
    """A body, an office or a set of bodies in the text.

    ``office`` and ``head`` are keys of the tables; ``core`` is the end of the name before level, place or superior body;
    ``holder`` is where the body of an office begins, ``body`` the registered body the core names; ``plural`` says that a
    quantifier stands before the head, ``bare`` that nothing but the head or the office is there; ``areas`` are the
    territorial words that follow. ``replaced`` lists stretches with their full forms. A name that shares words with its
    neighbour gets them from ``before`` and ``after``. ``first`` and ``until`` are where the coordination begins and ends in
    which the phrase stands.
    """

    start: int
    end: int
    core: int
    head: str = ""
    naming: str = ""
    kind: str = ""
    level: str = ""
    office: str = ""
    holder: int = 0
    body: Body | None = None
    plural: bool = False
    group: bool = False
    vague: bool = False
    bare: bool = False
    placed: bool = False
    qualified: bool = False
    elided: bool = False
    described: bool = False
    inner: int = 0
    areas: list[str] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    members: list[str] = field(default_factory=list)
    replaced: list[tuple[int, int, str]] = field(default_factory=list)
    before: str = ""
    after: str = ""
    until: int = 0
    first: int = 0
    source: str = "grammar"


def outermost(phrases: Iterable[Phrase]) -> list[Phrase]:
    """The phrases in text order; of overlapping ones the first that starts, of those the longest."""
    kept: list[Phrase] = []
    for phrase in sorted(phrases, key=lambda p: (p.start, -p.end)):
        if not kept or phrase.start >= kept[-1].end:
            kept.append(phrase)
    return kept
