"""Paragraphs and tables, in reading order, as lines of text.

One paragraph is one line. A table of data gives one line a row, cells separated by tabs. A table that only places text
on the page — the two columns of a header or a signature block — gives the lines of its cells, cell after cell, so that
the left and the right column never mix.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from vnstruct.text.normal import normal_form

Cell = list[str]
"""The lines of a table cell."""
Row = list[Cell]

# what the two-column blocks of official documents always show: the state's or the Party's name, or the recipients
_PLACED = re.compile(
    r"cộng hòa xã hội chủ nghĩa|độc lập\s*[-–—]\s*tự do|đảng cộng sản việt nam\s*$|nơi nhận\s*:|^số\s*:?.{0,40}/",
    re.IGNORECASE,
)
_MOST_PLACED_ROWS = 8
_LONGEST = 200  # lines of a head are short


def is_placement(rows: list[Row]) -> bool:
    """Whether a table only places text: two or three columns that show a header, the recipients or a signature.

    >>> is_placement([[["UBND TỈNH"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]]])
    True
    >>> is_placement([[["TT"], ["Nhiệm vụ"], ["Thời hạn"]]])
    False
    """
    if len(rows) > _MOST_PLACED_ROWS or any(len(row) > 3 for row in rows):
        return False
    if len(rows) == 1 and (len(rows[0]) == 1 or not all(any(cell) for cell in rows[0])):
        return True  # a frame around text, or a signature at the right of nothing
    return head_lines(line for row in rows for cell in row for line in cell) > 0


def shows_head(lines: list[str]) -> bool:
    """Whether a text begins as an official document does."""
    return head_lines(lines[:12]) > 0


def head_lines(lines: Iterable[str]) -> int:
    """How many lines stand only in the head or among the recipients of an official document."""
    return sum(1 for line in lines if _PLACED.search(normal_form(line[:_LONGEST])))


def table_lines(rows: list[Row]) -> list[str]:
    """The lines of a table.

    >>> table_lines([[["TT"], ["Việc"]], [["1"], ["Rà", "soát"]]])
    ['TT\\tViệc', '1\\tRà soát']
    """
    if is_placement(rows):
        return [line for row in rows for cell in row for line in cell]
    lines = ["\t".join(" ".join(part for part in cell if part) for cell in row) for row in rows]
    return [line for line in lines if line.strip()]


def join_lines(lines: Iterable[str]) -> str:
    """The text of a document: no blanks at line ends, at most one blank line in a row, none at the ends."""
    kept: list[str] = []
    for line in lines:
        bare = line.rstrip()
        if bare or (kept and kept[-1]):
            kept.append(bare)
    while kept and not kept[-1]:
        kept.pop()
    return "\n".join(kept) + "\n" if kept else ""
