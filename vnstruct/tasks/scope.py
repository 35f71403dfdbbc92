"""Who acts when a clause does not say: headings, lead-ins and earlier sentences, nearest first.

Paragraphs form a tree by rank: a numbered unit contains plain paragraphs and bullets, a bullet its sub-bullets. A
paragraph that names its actors opens a frame at its rank; entering a paragraph closes the frames of its rank and
below, except that plain paragraphs keep the frame of the plain paragraph before them (*subject-less paragraphs that
follow an assignment keep its actor*).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from vnstruct.bodies.model import BodyMention
from vnstruct.layout.model import Paragraph, Section

_RANKS: Final = 8
"""Ranks that one section depth takes: the unit itself, plain paragraphs, up to five levels of bullets."""


class Zone(IntEnum):
    """What counts as a task, from nothing to everything.

    BARRED: aims and findings, where only the issuer's own *yêu cầu …* counts; CLOSED: before the lead-in, sentences
    that direct; EXPLICIT: also those that name actor and duty; OPEN: any clause that begins like one.
    """

    BARRED = -1
    CLOSED = 0
    EXPLICIT = 1
    OPEN = 2


@dataclass(slots=True)
class Frame:
    """What holds at a rank: actors (None: says nothing), zone (None: as outside)."""

    rank: int
    actors: list[BodyMention] | None = None
    zone: Zone | None = None
    heading: bool = False
    addressed: bool = False
    """The actors were asked by the issuer, who may go on asking others."""


@dataclass(slots=True)
class Scope:
    """The open frames, outermost first."""

    base: Zone
    addressees: list[BodyMention]
    frames: list[Frame] = field(default_factory=list)
    bullets: list[str] = field(default_factory=list)
    section: int | None = -1

    def rank(self, paragraph: Paragraph, sections: list[Section]) -> int:
        """Rank of a paragraph; also remembers which bullets the section has used, in order."""
        depth = 0
        starts = False
        if paragraph.section is not None:
            section = sections[paragraph.section]
            depth = section.depth
            starts = paragraph.start <= section.start < paragraph.end
        if paragraph.section != self.section or starts:
            self.section = paragraph.section
            self.bullets = []
        base = depth * _RANKS
        if starts:
            return base
        if not paragraph.bullet:
            return base + 1
        if paragraph.bullet not in self.bullets:
            self.bullets.append(paragraph.bullet)
        return base + 2 + min(self.bullets.index(paragraph.bullet), _RANKS - 3)

    @staticmethod
    def begins_section(rank: int) -> bool:
        """Whether a paragraph of this rank is the first of its section."""
        return rank > 0 and rank % _RANKS == 0

    def enter(self, rank: int) -> None:
        """Close the frames that end where a paragraph of this rank begins."""
        plain = rank % _RANKS == 1
        while self.frames and (self.frames[-1].rank > rank or (self.frames[-1].rank == rank and not plain)):
            self.frames.pop()

    def open(
        self,
        rank: int,
        *,
        actors: list[BodyMention] | None = None,
        zone: Zone | None = None,
        heading: bool = False,
        addressed: bool = False,
    ) -> None:
        """Say what holds from here on at this rank."""
        if self.frames and self.frames[-1].rank == rank:
            frame = self.frames[-1]
            frame.actors = actors if actors is not None else frame.actors
            frame.zone = zone if zone is not None else frame.zone
            frame.heading = frame.heading or heading
            frame.addressed = addressed if actors is not None else frame.addressed
        else:
            self.frames.append(Frame(rank, actors, zone, heading, addressed))

    @property
    def actors(self) -> list[BodyMention]:
        """The nearest actors."""
        for frame in reversed(self.frames):
            if frame.actors is not None:
                return frame.actors
        return self.addressees

    @property
    def addressed(self) -> bool:
        """Whether the issuer asked the nearest actors: *yêu cầu Thủ trưởng các sở …:*."""
        return next((frame.addressed for frame in reversed(self.frames) if frame.actors is not None), False)

    @property
    def under_actor(self) -> bool:
        """Whether a heading (not the lead-in) names the actors."""
        return any(frame.heading and frame.actors for frame in self.frames)

    @property
    def zone(self) -> Zone:
        """The nearest zone."""
        for frame in reversed(self.frames):
            if frame.zone is not None:
                return frame.zone
        return self.base
