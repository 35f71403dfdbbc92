"""Paragraphs and tables, in reading order, as lines of text.

One paragraph is one line. A table of data gives one line a row, cells separated by tabs. A table that only places text
on the page — the two columns of a header or a signature block — gives the lines of its cells, cell after cell, so that
the left and the right column never mix.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vnstruct.schema import Link, Part, Place
from vnstruct.text.normal import normal_form

Box = tuple[int, int, int, int]
"""Left, bottom, right and top on the page, in points."""


class Spot(NamedTuple):
    """Where a stretch of text stands in the file: the fields of :class:`vnstruct.schema.Place`."""

    page: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    part: Part | None = None
    box: Box | None = None


class Line(NamedTuple):
    """A line of text, with the offset in it at which each spot begins, and its links as (start, end, address)."""

    text: str
    spots: tuple[tuple[int, Spot], ...] = ()
    links: tuple[tuple[int, int, str | None], ...] = ()


class Extracted(NamedTuple):
    """The text of a document, where its stretches stand in the file, and its links."""

    text: str
    places: list[Place]
    links: list[Link]


Cell = list[Line]
"""The lines of a table cell."""
Row = list[Cell]

# what the two-column blocks of official documents always show: the state's or the Party's name, or the recipients
_PLACED = re.compile(
    r"cộng hòa xã hội chủ nghĩa|độc lập\s*[-–—]\s*tự do|đảng cộng sản việt nam\s*$|nơi nhận\s*:|^số\s*:?.{0,40}/",
    re.IGNORECASE,
)
_MOST_PLACED_ROWS = 8
_LONGEST = 200  # lines of a head are short
HEAD = 12
"""How many lines at the beginning of a document may be its head."""


def is_placement(rows: list[Row]) -> bool:
    """Whether a table only places text: two or three columns that show a header, the recipients or a signature.

    >>> is_placement([[[Line("UBND TỈNH")], [Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]]])
    True
    >>> is_placement([[[Line("TT")], [Line("Nhiệm vụ")], [Line("Thời hạn")]]])
    False
    """
    if len(rows) > _MOST_PLACED_ROWS or any(len(row) > 3 for row in rows):
        return False
    if len(rows) == 1 and (len(rows[0]) == 1 or not all(any(line.text for line in cell) for cell in rows[0])):
        return True  # a frame around text, or a signature at the right of nothing
    return head_lines(line.text for row in rows for cell in row for line in cell) > 0


def shows_head(lines: Sequence[str]) -> bool:
    """Whether a text begins as an official document does."""
    return head_lines(lines[:HEAD]) > 0


def head_lines(lines: Iterable[str]) -> int:
    """How many lines stand only in the head or among the recipients of an official document."""
    return sum(1 for line in lines if _PLACED.search(normal_form(line[:_LONGEST])))


def table_lines(rows: list[Row]) -> list[Line]:
    """The lines of a table.

    >>> rows = [[[Line("TT")], [Line("Việc")]], [[Line("1")], [Line("Rà"), Line("soát")]]]
    >>> [line.text for line in table_lines(rows)]
    ['TT\\tViệc', '1\\tRà soát']
    """
    if is_placement(rows):
        return [line for row in rows for cell in row for line in cell]
    cells = ([run_together([part for part in cell if part.text], " ") for cell in row] for row in rows)
    lines = [run_together(row, "\t") for row in cells]
    return [line for line in lines if line.text.strip()]


def trimmed(cell: Cell) -> Cell:
    """A cell without empty lines at its ends."""
    start, end = 0, len(cell)
    while start < end and not cell[start].text.strip():
        start += 1
    while end > start and not cell[end - 1].text.strip():
        end -= 1
    return cell[start:end]


def run_together(lines: Sequence[Line], separator: str) -> Line:
    """Several lines as one, their spots and links moved along.

    >>> run_together([Line("a", ((0, Spot(row=1)),)), Line("b", ((0, Spot(row=2)),))], " ").spots[1]
    (2, Spot(page=None, paragraph=None, table=None, row=2, column=None, part=None, box=None))
    """
    if len(lines) == 1:
        return lines[0]
    spots: list[tuple[int, Spot]] = []
    links: list[tuple[int, int, str | None]] = []
    offset = 0
    for line in lines:
        if line.text:
            spots += ((offset + start, spot) for start, spot in line.spots)
            links += ((offset + start, offset + end, address) for start, end, address in line.links)
        offset += len(line.text) + len(separator)
    return Line(separator.join(line.text for line in lines), tuple(spots), tuple(links))


def extracted(lines: Iterable[Line]) -> Extracted:
    """A document from its lines: no blanks at line ends, at most one blank line in a row, none at the ends."""
    kept: list[Line] = []
    for line in lines:
        text = line.text.rstrip()
        if text:
            kept.append(line if len(text) == len(line.text) else line._replace(text=text))
        elif kept and kept[-1].text:
            kept.append(Line(""))
    while kept and not kept[-1].text:
        kept.pop()
    if not kept:
        return Extracted("", [], [])
    whole = run_together([*kept, Line("")], "\n")
    return Extracted(whole.text, _places(whole), _links(whole))


def _places(whole: Line) -> list[Place]:
    """One place for each run of the same spot, the first from offset 0."""
    begins: dict[int, Spot] = {}
    last: Spot | None = None
    for start, spot in whole.spots:
        if spot != last:
            begins[start if begins else 0] = spot
            last = spot
    return [Place.model_construct(start=start, **spot._asdict()) for start, spot in begins.items()]


def _links(whole: Line) -> list[Link]:
    size = len(whole.text)
    return [
        Link.model_construct(start=start, end=end, text=whole.text[start:end], href=address)
        for start, end, address in whole.links
        if start < end <= size
    ]
