"""The text of a document line by line, and the cells of its rows: what writers of markup lay out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n)|([^\r\n]+)")
_TABS = re.compile(r"\t+")
_TABS_OR_BARS = re.compile(r"\t+| ?\|(?: |$)")
_BLANK = " \t\r\n"


class Line(NamedTuple):
    """One line: where it starts, where its text ends, and where its line end does."""

    start: int
    end: int
    full_end: int

    @property
    def ended(self) -> bool:
        """Whether it has a line end; the last line of a text may lack one."""
        return self.full_end > self.end


def lines(text: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    r"""The lines of ``text[start:end]``; CRLF, CR and LF end a line, nothing else does.

    >>> [text[start:end] for text in ["a\r\n\nb"] for start, end, _ in lines(text)]
    ['a', '', 'b']
    """
    for match in _LINE.finditer(text, start, len(text) if end is None else end):
        yield Line(match.start(), match.end(1) if match.end(1) >= 0 else match.end(2), match.end())


def cells(text: str, line: Line, *, table: bool) -> list[tuple[int, int]]:
    r"""The spans of a line's cells, each with the separator after it; a line without separators is one cell.

    Tabs separate cells, and bars do in a table and on lines that are plainly rows of one.

    >>> text = "BỘ Y TẾ\tCỘNG HÒA"
    >>> [text[start:end] for start, end in cells(text, next(lines(text)), table=False)]
    ['BỘ Y TẾ\t', 'CỘNG HÒA']
    """
    content = text[line.start : line.end]
    bars = table or content.count(" | ") > 1 or content.lstrip().startswith("| ")
    first, last = len(content) - len(content.lstrip()), len(content.rstrip())  # an indent separates no cells
    separators = (_TABS_OR_BARS if bars else _TABS).finditer(content)
    starts = [line.start, *(line.start + m.end() for m in separators if first < m.start() and m.end() < last)]
    return list(zip(starts, [*starts[1:], line.end], strict=True))


def blank(text: str) -> bool:
    """Whether a text is spaces, tabs and line ends only: what XML and HTML take for white space.

    >>> blank(" \\n"), blank("\\u00a0")
    (True, False)
    """
    return not text.strip(_BLANK)
