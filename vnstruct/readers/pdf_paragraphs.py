"""Printed lines become paragraphs: a line that was only wrapped is joined to the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from vnstruct.readers.flow import shows_head
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


def joined(pages: list[list[PrintedLine]]) -> list[str]:
    """The paragraphs of the document; columns on the first page's head stand one after the other."""
    everywhere = _margins([line for lines in pages for line in lines])
    paragraphs: list[str] = []
    last: PrintedLine | None = None
    in_head = True
    for lines in pages:
        margins = _margins(lines) or everywhere
        for line in lines:
            in_head = in_head and not _is_running(line, margins)
            if last is not None and not in_head and margins is not None and _wraps(last, line, margins):
                paragraphs[-1] += ("" if _HYPHENATED.search(last.text) else " ") + line.text
            else:
                if last is not None and _apart(last, line):
                    paragraphs.append("")
                paragraphs += _columns(line, in_head=in_head)
            last = line
    return paragraphs


def _apart(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether white space parts two lines: room for a signature, or a new page."""
    return line.top > before.top + before.height or before.bottom - line.top > _BLANK_LINE * line.height


def _columns(line: PrintedLine, *, in_head: bool) -> Iterator[str]:
    """The head's columns are lines of their own; elsewhere a row of a table stays a row."""
    if in_head or shows_head([line.text]):
        return iter(line.text.split("\t"))
    return iter([line.text])


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
