"""What the body stage finds. Offsets are code points into the view."""

from __future__ import annotations

from dataclasses import dataclass, field

from vnstruct.schema import BodyRole


@dataclass(slots=True, eq=False)
class BodyMention:
    """A mention of a body, an office or a group.

    The body stage sets the roles that form alone decides (issuer, recipient, cited) and leaves the others
    ``mentioned``; the task stage turns them into responsible, coordinating or recipient. ``group`` is true for sets
    (*các sở, ban, ngành*); ``vague`` for unspecific ones (*các đơn vị liên quan*) that count only when they act.
    """

    start: int
    end: int
    name: str
    kind: str | None = None
    level: str | None = None
    role: BodyRole = "mentioned"
    entity: str | None = None
    members: list[str] = field(default_factory=list)
    successor: str | None = None
    group: bool = False
    vague: bool = False
    confidence: float = 1.0
    source: str = ""
