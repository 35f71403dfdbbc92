"""The top of the page as columns: what is left of its lines once the anchors are taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vnstruct.layout.anchors import Anchor
from vnstruct.layout.rows import Piece, is_page_number

_CELL = re.compile(r"[^\t|\n]+")
_GAP = re.compile(r" {4,}|[-_*=.]{3,}")


def masked(zone: str, anchors: Iterable[Anchor]) -> str:
    """The zone with anchors blanked by tabs, so that other patterns stop at them."""
    out: list[str] = []
    position = 0
    for anchor in sorted(anchors, key=lambda a: a.start):
        if anchor.end > position:
            start = max(anchor.start, position)
            out += [zone[position:start], "\t" * (anchor.end - start)]
            position = anchor.end
    return "".join(out) + zone[position:]


def pieces_of(zone: str, anchors: Iterable[Anchor], start: int, end: int) -> Iterator[Piece]:
    """The cells that remain between two offsets, in order; page numbers and rules are no cells."""
    rest = masked(zone, anchors)
    for cell in _CELL.finditer(rest, start, end):
        if is_page_number(cell[0].strip(" *")):
            continue
        position = cell.start()
        for gap in [*_GAP.finditer(rest, cell.start(), cell.end()), None]:
            stop = gap.start() if gap else cell.end()
            raw = rest[position:stop]
            text = raw.strip(" *#._")
            if any(c.isalnum() for c in text):
                offset = position + raw.index(text)
                yield Piece(offset, offset + len(text), text)
            position = gap.end() if gap else stop


def one_line(text: str) -> str:
    """A stretch of the page as one line: white space, bars and stars become single spaces."""
    return re.sub(r"[\s|*]+", " ", text).strip()


def row_at(rows: list[Piece] | list, position: int) -> int:  # type: ignore[type-arg]
    """The index of the row that holds a position, or of the next one."""
    low, high = 0, len(rows)
    while low < high:
        middle = (low + high) // 2
        if rows[middle].end <= position:
            low = middle + 1
        else:
            high = middle
    return min(low, max(len(rows) - 1, 0))
