"""Printed lines, the unit that layout reads."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """One printed line of the view: ``start``/``end`` are code points, without blanks at both ends and the line end."""

    start: int
    end: int
    text: str
    number: int

    @property
    def blank(self) -> bool:
        """Whether nothing but white space stands on the line."""
        return self.start == self.end


def split_lines(text: str) -> list[Line]:
    """Split a view at ``\\n``; every line is trimmed, blank ones are kept (they separate paragraphs).

    >>> [line.text for line in split_lines("a \\n\\n b")]
    ['a', '', 'b']
    """
    lines: list[Line] = []
    start = 0
    for number, raw in enumerate(text.split("\n")):
        stripped, size = raw.strip(), len(raw)
        padded = stripped and len(stripped) < size
        left = start + size - len(raw.lstrip()) if padded else start
        lines.append(Line(left, left + len(stripped), stripped, number))
        start += size + 1
    return lines
