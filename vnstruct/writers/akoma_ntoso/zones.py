"""The parts of an Akoma Ntoso document, cut out of the blocks of the page.

Akoma Ntoso has its parts in one order: preface, preamble, body, conclusions, attachments. Pages mostly follow it, but
a dispatch has its addressees before the text, a resolution a line before its grounds, a scan page numbers anywhere.
Blocks out of order go to the part around them, so that the text keeps its order.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from vnstruct.schema import Block, Directive

ZoneName = Literal["preface", "preamble", "body", "conclusions", "attachments"]
_BODY = frozenset({"body", "table", "closing"})


class Zone(NamedTuple):
    """A part of the document: its blocks, and the span they cover."""

    name: ZoneName
    start: int
    end: int
    blocks: list[Block]


def zones_of(directive: Directive) -> list[Zone]:
    """The parts that the document has, in text order; together they are the whole text.

    >>> text = "Số: 1\\nCăn cứ Luật;\\nĐiều 1.\\nNơi nhận"
    >>> kinds = [("header", 0), ("grounds", 6), ("body", 19), ("recipients", 27)]
    >>> blocks = [Block(kind=kind, start=start, end=start + 1) for kind, start in kinds]
    >>> document = Directive(source={}, text=text, kind="decision", header={}, blocks=blocks)
    >>> [(zone.name, text[zone.start:zone.end]) for zone in zones_of(document)]
    [('preface', 'Số: 1\\n'), ('preamble', 'Căn cứ Luật;\\n'), ('body', 'Điều 1.\\n'), ('conclusions', 'Nơi nhận')]
    """
    blocks = _covering(directive)
    names = _names(directive, blocks)
    zones: list[Zone] = []
    for block, name in zip(blocks, names, strict=True):
        if zones and zones[-1].name == name:
            last = zones.pop()
            zones.append(Zone(name, last.start, block.end, [*last.blocks, block]))
        else:
            zones.append(Zone(name, block.start, block.end, [block]))
    return zones


def _covering(directive: Directive) -> list[Block]:
    """The blocks without gap or overlap over the whole text, whoever made them."""
    size = len(directive.text)
    found = sorted((b for b in directive.blocks if b.start < size), key=lambda block: block.start)
    if not found:
        return [Block(kind="body", start=0, end=size)]
    starts = [0, *(block.start for block in found[1:]), size]
    return [
        Block(kind=block.kind, start=starts[index], end=starts[index + 1])
        for index, block in enumerate(found)
        if starts[index] < starts[index + 1]
    ]


def _names(directive: Directive, blocks: list[Block]) -> list[ZoneName]:
    """The part each block belongs to, never going back."""
    count = len(blocks)
    attachments = next((i for i, block in enumerate(blocks) if block.kind == "appendix"), count)
    bodies = [i for i, block in enumerate(blocks[:attachments]) if block.kind in _BODY]
    first = bodies[0] if bodies else attachments
    last = bodies[-1] if bodies else attachments - 1
    structured = min((s.start for s in directive.sections if s.kind != "appendix"), default=len(directive.text))
    grounds = [i for i, block in enumerate(blocks[: last + 1]) if block.kind == "grounds" and block.start <= structured]
    preface_end = min([first, *grounds]) if bodies or grounds else attachments
    preamble_end = grounds[-1] + 1 if grounds else preface_end
    ends: list[tuple[ZoneName, int]] = [
        ("preface", preface_end), ("preamble", preamble_end), ("body", max(last + 1, preamble_end)),
        ("conclusions", attachments), ("attachments", count),
    ]  # fmt: skip
    return [next(name for name, end in ends if index < end) for index in range(count)]
