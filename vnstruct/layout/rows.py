"""Printed lines with content, freed from the decoration that converters leave (``**``, ``#``, ``|``)."""

from __future__ import annotations

import re
from typing import NamedTuple

from vnstruct.text import Line

_DECORATION = re.compile(
    r"(?:#{1,6}(?=\s)|\*\*|__(?!_)|>(?=\s)|\||[*_](?=(?:\d{1,2}(?:[.)]|\.\d)|[a-zđ]\)|[IVX]{1,4}\.|\(\w{1,3}\)|Điều \d)))\s*"
)
"""Emphasis in italics is decoration before a label only (*\\*a) Thời gian:\\**); elsewhere a star may be a bullet."""
_RULE = re.compile(r"[\W_]+\Z")
_PAGE_NUMBER = re.compile(
    r"(?:[-~\s]{0,4}\d{1,3}[-~\s]{0,4}|(?:Trang|Page)\s+\d{1,3}(?:\s?/\s?\d{1,3})?|-+\s*PAGE\s+\d+\s*-+)\Z"
)
_BULLETS = "-+•●▪◦○·~➢✓*_"
_OPENS_UNIT = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[IVX]{1,5}\.)\s*")
_BULLET = re.compile(r"(?:[-+•●▪◦○·~➢✓]|\*(?!\*)(?![^*\s][^*]{0,200}\*)|_(?=\s))\s*(?=[^\W_]|[(“\"/])")


_PLAIN_BULLETS = {"~": "-", "_": "-", "●": "•", "▪": "•", "·": "•", "➢": "•"}


class Row(NamedTuple):
    """A line with content: its span without decoration, its text, and what stands around it.

    ``gap`` tells that at least one line without content (blank, a rule) stands before it; ``table`` that the line is a
    row of a table with columns divided by ``|``; ``line`` is the number of the printed line.
    """

    start: int
    end: int
    text: str
    line: int
    gap: bool
    table: bool

    @property
    def caps(self) -> bool:
        """Whether the row has letters and all of them are capital."""
        return self.text.isupper()


def is_rule(text: str) -> bool:
    """Whether a line holds no letter and no digit: a rule, a row of dots, an empty table row.

    >>> is_rule("-------"), is_rule("| | |"), is_rule("12")
    (True, True, False)
    """
    return not text[:1].isalnum() and bool(_RULE.match(text))


def is_page_number(text: str) -> bool:
    """Whether a line is nothing but a page number.

    >>> is_page_number("- 2 -"), is_page_number("2."), is_page_number("2020")
    (True, False, False)
    """
    # asked of every row, and most begin with a letter
    first = text[:1]
    return (not first.isalpha() or first in "TP") and bool(_PAGE_NUMBER.match(text))


def bullet_of(text: str) -> tuple[str, int]:
    """The bullet that opens a row and where its content starts; ``("", 0)`` without one.

    >>> bullet_of("- Như trên;"), bullet_of("-Lưu VT;"), bullet_of("-5 độ")
    (('-', 2), ('-', 1), ('-', 1))
    >>> bullet_of("Sở Y tế")
    ('', 0)
    """
    found = _BULLET.match(text) if text and text[0] in _BULLETS else None
    if not found:
        return "", 0
    return _PLAIN_BULLETS.get(text[0], text[0]), found.end()


_CELL_GAP = re.compile(r"\t+| {4,}|\|")


class Piece(NamedTuple):
    """A stretch of a row: its span and text."""

    start: int
    end: int
    text: str


def cells_of(text: str, base: int) -> list[Piece]:
    """The cells of a row that holds columns, divided by tabs, bars or wide gaps.

    >>> [(cell.start, cell.text) for cell in cells_of("- Như trên; | CHỦ TỊCH", 100)]
    [(100, '- Như trên;'), (114, 'CHỦ TỊCH')]
    """
    cells: list[Piece] = []
    position = 0
    for gap in [*_CELL_GAP.finditer(text), None]:
        stop = gap.start() if gap else len(text)
        raw = text[position:stop]
        stripped = raw.strip(" *#")
        if any(c.isalnum() for c in stripped):
            start = base + position + raw.index(stripped)
            cells.append(Piece(start, start + len(stripped), stripped))
        position = gap.end() if gap else stop
    return cells


def is_table_row(text: str) -> bool:
    """Whether a row with tabs is one of a table: three cells or more, and not single words that a converter set apart.

    >>> is_table_row("8\\tTiền, sổ tiết kiệm\\t8.1. Tiền: 8.1.1. Tiền mặt:"), is_table_row("(1)\\t(2)\\t(3)")
    (True, True)
    >>> is_table_row("Căn\\tcứ\\tLuật\\tGiá;"), is_table_row("Nơi nhận:\\tCHỦ TỊCH"), is_table_row("1.\\tSở Y tế:\\trà soát")
    (False, False, False)
    """
    cells = [cell for cell in text.split("\t") if not cell.isspace() and cell]
    if len(cells) < 3 or _OPENS_UNIT.fullmatch(cells[0]):
        return False
    return any(" " in cell.strip() for cell in cells) or all(len(cell) < 6 and not cell.isalpha() for cell in cells)


def rows_of(lines: list[Line]) -> list[Row]:
    """The rows of a text, in order; rules and blank lines only leave a gap."""
    rows: list[Row] = []
    gap = False
    for line in lines:
        text = line.text
        if not text:
            gap = True
            continue
        start, end = line.start, line.end
        table = False
        if text[0] in "#*_>|" or text[-1] in "*|":
            table = text[0] == "|" and _is_table_row(text)
            start, end = _undecorated(text, start, end)
            text = text[start - line.start : end - line.start]
        if not text or is_rule(text):
            gap = True
            continue
        rows.append(Row(start, end, text, line.number, gap, table))
        gap = False
    return rows


def _is_table_row(text: str) -> bool:
    """Whether a row with bars has columns; a text framed by two bars has none."""
    cells = text.split("|")
    return len(cells) > 3 or sum(any(c.isalnum() for c in cell) for cell in cells) > 1


def _undecorated(text: str, start: int, end: int) -> tuple[int, int]:
    position = 0
    while found := _DECORATION.match(text, position):
        position = found.end()
    stripped = text.rstrip("*| ") if text.endswith(("**", "|")) else text
    return start + position, max(start + position, end - (len(text) - len(stripped)))
