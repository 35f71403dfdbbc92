"""What is marked in a document: a mark for each annotation, painted into markup with overlaps resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vnstruct.schema import Directive
from vnstruct.writers.review.escape import escaped

DOUBTFUL = 0.9
"""Annotations with less confidence are marked and listed."""
LAYERS = {"k": "tasks", "r": "references", "b": "bodies", "t": "dates", "a": "actions"}
"""Layers by the letter of their class and ids, the outer ones first."""
_LABEL_END = re.compile(r"[.):/\-–]*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that becomes an element: its first tag, and that of the pieces after it."""

    start: int
    end: int
    opening: str
    reopening: str


def marks_of(directive: Directive, scope: str) -> list[Mark]:
    """The marks of a document in the order in which they open, outer ones first.

    ``scope`` makes the ids of elements unique among the documents of a page. Annotations outside the text are left out.
    """
    size = len(directive.text)
    found = [*_annotations(directive, scope), *_labels(directive, scope), *_diagnostics(directive, scope)]
    kept = [(start, -end, rank, mark) for rank, mark in found if (start := mark.start) < (end := mark.end) <= size]
    kept.sort(key=lambda entry: entry[:3])
    return [mark for *_, mark in kept]


def _annotations(directive: Directive, scope: str) -> Iterator[tuple[int, Mark]]:
    for rank, (letter, layer) in enumerate(LAYERS.items(), start=1):
        for number, item in enumerate(getattr(directive, layer), start=1):
            classes = f"m {letter} q" if item.confidence < DOUBTFUL else f"m {letter}"
            extra = f' data-n="{number}"' if letter == "k" else ""
            if layer == "actions" and item.kind == "prohibit":
                classes += " no"
            yield rank, _mark(item.start, item.end, scope, item.id, classes, extra)


def _labels(directive: Directive, scope: str) -> Iterator[tuple[int, Mark]]:
    for section in directive.sections:
        end = section.start + len(section.label)
        if directive.text.startswith(section.label, section.start):
            closing = _LABEL_END.match(directive.text, end)
            end = closing.end() if closing else end
            yield 0, _mark(section.start, end, scope, section.id, "lab", "")


def _diagnostics(directive: Directive, scope: str) -> Iterator[tuple[int, Mark]]:
    """A diagnostic about a point is shown on the character there."""
    last = max(len(directive.text) - 1, 0)
    for number, finding in enumerate(directive.diagnostics, start=1):
        start = min(finding.start, last)
        yield 0, _mark(start, max(finding.end, start + 1), scope, f"g{number}", "m g", "")


def _mark(start: int, end: int, scope: str, id_: str, classes: str, extra: str) -> Mark:
    id_ = escaped(id_)
    tag = f'<span class="{classes}" data-i="{id_}"'
    return Mark(start, end, f'{tag} id="{scope}-{id_}"{extra}>', f"{tag}>")


class Painter:
    """Paints stretches of a text one after the other, left to right; each is well-formed by itself.

    Where marks overlap without nesting, and where a stretch ends inside one, its element is closed and opened again.

    >>> text = "rà soát kinh phí"
    >>> marks = [Mark(0, 7, "<a>", "<a2>"), Mark(3, 12, "<b>", "<b2>")]
    >>> Painter(text, marks).paint(0, 16).replace("</span>", "</>")
    '<a>rà <b>soát</></><b2> kinh</> phí'
    """

    def __init__(self, text: str, marks: list[Mark]) -> None:
        self._text = text
        self._marks = marks
        self._next = 0
        self._active: list[Mark] = []
        self._begun: set[int] = set()

    def paint(self, start: int, end: int) -> str:
        """The markup of ``text[start:end]``."""
        pieces: list[str] = []
        opened: list[Mark] = []
        position = start
        while position < end:
            stop = self._advance(position, end)
            self._change(opened, pieces)
            pieces.append(escaped(self._text[position:stop]))
            position = stop
        pieces.append("</span>" * len(opened))
        return "".join(pieces)

    def _advance(self, position: int, end: int) -> int:
        """Take up the marks that cover ``position``; the end of the piece in which nothing opens or closes."""
        self._active = [mark for mark in self._active if mark.end > position]
        while self._next < len(self._marks) and self._marks[self._next].start <= position:
            mark = self._marks[self._next]
            if mark.end > position:
                self._active.append(mark)
            self._next += 1
        stop = min((mark.end for mark in self._active), default=end)
        if self._next < len(self._marks):
            stop = min(stop, self._marks[self._next].start)
        return min(stop, end)

    def _change(self, opened: list[Mark], pieces: list[str]) -> None:
        """Close and open elements until exactly the active marks are open."""
        same = 0
        while same < min(len(opened), len(self._active)) and opened[same] is self._active[same]:
            same += 1
        pieces.append("</span>" * (len(opened) - same))
        del opened[same:]
        for mark in self._active[same:]:
            first = id(mark) not in self._begun
            self._begun.add(id(mark))
            pieces.append(mark.opening if first else mark.reopening)
            opened.append(mark)
