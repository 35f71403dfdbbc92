"""What layout finds: blocks, header, sections and paragraphs. Offsets are code points into the view."""

from __future__ import annotations

from dataclasses import dataclass, field

from vnstruct.schema import BlockKind, DirectiveKind, SectionKind
from vnstruct.text import Line


@dataclass(slots=True)
class Block:
    """A stretch of the page by its function; blocks cover the view without gap or overlap."""

    kind: BlockKind
    start: int
    end: int


@dataclass(slots=True)
class Section:
    """A labelled unit; ``parent`` is its index in :attr:`Layout.sections`.

    ``start`` is where the label starts, ``content`` the first character after label and blanks, ``end`` where the
    unit with all its sub-units ends. ``heading`` is the text beside the label when that is a heading rather than the
    sentence itself (*1. Sở Tài chính:*), with ``heading_end`` its end, else None.
    """

    kind: SectionKind
    label: str
    depth: int
    start: int
    content: int
    end: int
    heading: str | None = None
    heading_end: int | None = None
    parent: int | None = None


@dataclass(slots=True)
class Paragraph:
    """A logical paragraph: printed lines joined where they were only wrapped; bullets and labelled units start one.

    ``start`` includes the label or bullet, ``content`` is the first character after it. An inline labelled unit
    (*… như sau: a) …; b) …*) that layout recognised as a section starts a paragraph of its own. ``bullet`` is the
    bullet character (``-``, ``+``, ``*``, ``•``) or ``""``; ``section`` the index of the innermost section or None;
    ``block`` the kind of the block it stands in.
    """

    start: int
    content: int
    end: int
    block: BlockKind
    section: int | None = None
    bullet: str = ""


@dataclass(slots=True)
class HeaderField:
    """A header value with the place it was read from."""

    value: str
    start: int
    end: int
    confidence: float = 1.0


@dataclass(slots=True)
class Recipient:
    """One entry of *Nơi nhận*, *Kính gửi* or the addressees of a công điện (*… điện:*), label and bullet excluded.

    ``kind``: ``copy`` (Nơi nhận), ``addressee`` (Kính gửi, điện), ``archive`` (*Lưu: VT …*).
    """

    start: int
    end: int
    kind: str


@dataclass(slots=True)
class Layout:
    """The document's form.

    ``fields`` maps the names of :class:`vnstruct.schema.Header` to where they were read; ``signature`` and
    ``issuer_lines`` are spans of the offices and bodies printed in the signature block and above the number; ``annexed``
    are the entries of lists of recipients inside annexes.
    """

    kind: DirectiveKind
    lines: list[Line]
    blocks: list[Block]
    fields: dict[str, HeaderField] = field(default_factory=dict)
    sections: list[Section] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    recipients: list[Recipient] = field(default_factory=list)
    annexed: list[Recipient] = field(default_factory=list)
    signature_offices: list[tuple[int, int]] = field(default_factory=list)
