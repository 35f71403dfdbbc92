"""What the reference stage finds. Offsets are code points into the view."""

from __future__ import annotations

from dataclasses import dataclass, field

from vnstruct.schema import ReferenceKind, Relation

Span = tuple[int, int]


@dataclass(slots=True, eq=False)
class Mention:
    """One mention of one document.

    ``start``/``end`` follow the guidelines: from the first pinpoint or the type word to the end of the number or
    name. Date, issuer and title stand outside and have spans of their own, which the later stages use: a date in
    ``date_span`` is a citation date, a body in ``issuer_span`` is ``cited``, bodies inside ``start``..``end`` of a
    named mention are part of its name. ``document`` is the index of the cited document.
    """

    start: int
    end: int
    kind: ReferenceKind
    doc_type: str
    number: str | None = None
    name: str | None = None
    date: str | None = None
    issuer: str | None = None
    title: str | None = None
    pinpoints: list[dict[str, str]] = field(default_factory=list)
    relation: Relation = "cites"
    document: int | None = None
    date_span: Span | None = None
    issuer_span: Span | None = None
    title_span: Span | None = None
    confidence: float = 1.0
    source: str = ""


@dataclass(slots=True)
class CitedWork:
    """One cited document; ``mentions`` are indices into the list of mentions.

    ``own`` marks the document itself, which *Chỉ thị này* and *khoản 2 Điều này* cite.
    """

    doc_type: str
    number: str | None = None
    name: str | None = None
    date: str | None = None
    issuer: str | None = None
    title: str | None = None
    uri: str | None = None
    mentions: list[int] = field(default_factory=list)
    own: bool = False


@dataclass(slots=True)
class References:
    """Mentions in text order and the works they resolve to."""

    mentions: list[Mention] = field(default_factory=list)
    works: list[CitedWork] = field(default_factory=list)
