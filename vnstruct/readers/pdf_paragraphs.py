"""Printed lines become paragraphs: a line that was only wrapped is joined to the one before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vnstruct.readers.flow import Box, Line, Spot, shows_head
from vnstruct.readers.pdf_lines import PrintedLine

# bullets and labels that begin a unit: "- ", "1.", "1.1.", "a)", "(i)", "IV.", "Điều 5", "Phụ lục"
_OPENS = re.compile(
    r"[-–—+•*▪►]\s?\S|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zđ]|[ivxIVX]{1,5})[.)/-]\s"
    r"|(?:Điều|Chương|Phần|Mục|Phụ lục|PHẦN|CHƯƠNG|MỤC|PHỤ LỤC)\s+[\dIVXA-Z]|Nơi nhận|Kính gửi|Căn cứ "
)
_CLOSES = re.compile(r"(?:[.;:!?…”)]|\./\.)$")
# numbers broken at their hyphen: "1224/SGDĐT-" | "GDTrH"; a dash between words has a blank before it
_HYPHENATED = re.compile(r"[^\W_]-$")
_INDENT = 8.0
_FULL_WIDTH = 0.5
_FONT_CHANGE = 1.25
_BLANK_LINE = 1.3
_RUNNING = 0.6


class _Margins(NamedTuple):
    """The column of running text on a page."""

    left: float
    right: float


def joined(pages: list[list[PrintedLine]]) -> list[Line]:
    """The paragraphs of the document; columns on the first page's head stand one after the other."""
    everywhere = _margins([line for lines in pages for line in lines])
    paragraphs = _Paragraphs()
    last: PrintedLine | None = None
    in_head = True
    for lines in pages:
        margins = _margins(lines) or everywhere
        for line in lines:
            in_head = in_head and not _is_running(line, margins)
            if last is not None and not in_head and margins is not None and _wraps(last, line, margins):
                paragraphs.go_on("" if _HYPHENATED.search(last.text) else " ", line)
            else:
                if last is not None and _apart(last, line):
                    paragraphs.blank()
                columns = _columns(line, in_head=in_head)
                if len(columns) > 1:
                    paragraphs.beside(columns, line)
                else:
                    paragraphs.begin(line.text, line)
            last = line
    return paragraphs.finished()


def set_apart(lines: Iterable[PrintedLine]) -> Iterator[Line]:
    """Lines that are not of the document, each for itself."""
    return (Line(line.text, ((0, Spot(page=line.page, part="aside", box=_box(line))),)) for line in lines)


class _Paragraphs:
    """Paragraphs in the making, numbered by page; what goes on from the page before is the first of its page."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.columns: list[list[Line]] = []
        self.spot = Spot(page=0)

    def begin(self, text: str, line: PrintedLine) -> None:
        self.end_columns()
        self.spot = self.next_spot(line)
        self.lines.append(Line(text, ((0, self.spot),)))

    def beside(self, texts: list[str], line: PrintedLine) -> None:
        """The columns of one printed line: those of the lines below go on with them."""
        if len(texts) != len(self.columns):
            self.end_columns()
            self.columns = [[] for _ in texts]
        for column, text in zip(self.columns, texts, strict=True):
            self.spot = self.next_spot(line)
            column.append(Line(text, ((0, self.spot),)))

    def end_columns(self) -> None:
        """Columns stand one after the other, the left one first."""
        self.lines += (line for column in self.columns for line in column)
        self.columns = []

    def finished(self) -> list[Line]:
        self.end_columns()
        return self.lines

    def go_on(self, separator: str, line: PrintedLine) -> None:
        before = self.lines[-1]
        text = before.text + separator + line.text
        if line.page != self.spot.page:
            self.spot = self.next_spot(line)
            spots = (*before.spots, (len(text) - len(line.text), self.spot))
        else:
            self.spot = self.spot._replace(box=_around(self.spot.box, _box(line)))
            spots = (*before.spots[:-1], (before.spots[-1][0], self.spot))
        self.lines[-1] = Line(text, spots)

    def blank(self) -> None:
        self.end_columns()
        self.lines.append(Line(""))

    def next_spot(self, line: PrintedLine) -> Spot:
        number = (self.spot.paragraph or 0) + 1 if line.page == self.spot.page else 1
        return Spot(page=line.page, paragraph=number, box=_box(line))


def _box(line: PrintedLine) -> Box:
    return round(line.left), round(line.bottom), round(line.right), round(line.top)


def _around(one: Box | None, other: Box) -> Box:
    """The box around two."""
    if one is None:
        return other
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _apart(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether white space parts two lines: room for a signature, or a new page."""
    return line.top > before.top + before.height or before.bottom - line.top > _BLANK_LINE * line.height


def _columns(line: PrintedLine, *, in_head: bool) -> list[str]:
    """The head's columns are lines of their own; elsewhere a row of a table stays a row."""
    return line.text.split("\t") if in_head or shows_head([line.text]) else [line.text]


def _margins(lines: list[PrintedLine]) -> _Margins | None:
    """Where running text begins and ends: most lines of more than half the width do so."""
    if not lines:
        return None
    width = max(line.right for line in lines) - min(line.left for line in lines)
    wide = [line for line in lines if line.right - line.left > _FULL_WIDTH * width and "\t" not in line.text]
    if len(wide) < 3:
        return None
    rights = sorted(line.right for line in wide)
    lefts = sorted(line.left for line in wide)
    return _Margins(lefts[len(lefts) // 10], rights[(len(rights) * 8) // 10])


def _is_running(line: PrintedLine, margins: _Margins | None) -> bool:
    if margins is None:
        return False
    return "\t" not in line.text and line.right - line.left > 0.85 * (margins.right - margins.left)


def _wraps(before: PrintedLine, line: PrintedLine, margins: _Margins) -> bool:
    """Whether a line goes on from the one before: its first word would not have fitted there."""
    if "\t" in before.text or "\t" in line.text:
        return False
    space = 0.25 * before.height
    if before.right + space + line.first_word < margins.right - 1:
        return False
    # a line at the right of the page, as a signature is, ends there and does not go on
    if before.right - before.left < _RUNNING * (margins.right - margins.left):
        return False
    if not 1 / _FONT_CHANGE < line.height / max(before.height, 0.1) < _FONT_CHANGE:
        return False
    same_page = line.top < before.top
    if same_page and before.bottom - line.top > 0.9 * line.height:
        return False
    indented = line.left > margins.left + _INDENT
    closed = bool(_CLOSES.search(before.text))
    if _OPENS.match(line.text):
        return not (closed or indented or before.text.endswith((",", " và", " hoặc")))
    return not (closed and indented)
