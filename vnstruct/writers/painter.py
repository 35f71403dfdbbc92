"""Stand-off annotations become markup: nesting, overlaps and line breaks resolved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple


class Mark(NamedTuple):
    """A stretch of the text that becomes an element: its first tag, that of the pieces after it, and the end tag."""

    start: int
    end: int
    opening: str
    reopening: str
    closing: str = "</span>"


class Painter:
    """Paints stretches of a text one after the other, left to right; each is well-formed by itself.

    ``marks`` come in the order in which they open, outer ones first, all inside the text; ``escape`` makes text of
    the markup. Where marks overlap without nesting, and where a stretch ends inside one, its element is closed and
    opened again. The work is linear in the text and the marks, times how many marks cover one place.

    >>> marks = [Mark(0, 7, "<a>", "<a2>", "</a>"), Mark(3, 12, "<b>", "<b2>", "</b>")]
    >>> Painter("rà soát kinh phí", marks, str).paint(0, 16)
    '<a>rà <b>soát</b></a><b2> kinh</b> phí'
    """

    def __init__(self, text: str, marks: Sequence[Mark], escape: Callable[[str], str]) -> None:
        self._text = text
        self._marks = marks
        self._escape = escape
        self._next = 0
        self._active: list[int] = []
        self._begun = [False] * len(marks)

    def paint(self, start: int, end: int) -> str:
        """The markup of ``text[start:end]``."""
        pieces: list[str] = []
        opened: list[int] = []
        position = start
        while position < end:
            stop = self._advance(position, end)
            self._change(opened, self._active, pieces)
            pieces.append(self._escape(self._text[position:stop]))
            position = stop
        self._change(opened, [], pieces)
        return "".join(pieces)

    def _advance(self, position: int, end: int) -> int:
        """Take up the marks that cover ``position``; the end of the piece in which nothing opens or closes."""
        self._active = [index for index in self._active if self._marks[index].end > position]
        while self._next < len(self._marks) and self._marks[self._next].start <= position:
            if self._marks[self._next].end > position:
                self._active.append(self._next)
            self._next += 1
        stop = min((self._marks[index].end for index in self._active), default=end)
        if self._next < len(self._marks):
            stop = min(stop, self._marks[self._next].start)
        return min(stop, end)

    def _change(self, opened: list[int], wanted: list[int], pieces: list[str]) -> None:
        """Close and open elements until exactly the wanted marks are open."""
        same = 0
        while same < min(len(opened), len(wanted)) and opened[same] == wanted[same]:
            same += 1
        while len(opened) > same:
            pieces.append(self._marks[opened.pop()].closing)
        for index in wanted[same:]:
            mark = self._marks[index]
            pieces.append(mark.reopening if self._begun[index] else mark.opening)
            self._begun[index] = True
            opened.append(index)
