"""The lines of an element as a browser would break them: block elements, line breaks, list numbers, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from vnstruct.readers.flow import Cell, Line, Row, Spot, table_lines, trimmed
from vnstruct.readers.numerals import numeral

_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "o:p",
        "st1:place",
    ]
)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_TEXT = "-text"
_STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


_NO_ADDRESS = ("#", "javascript:", "void(")
_LONGEST_ADDRESS = 2_000
_MOST_COLUMNS = 64  # beyond these, cells from above are not counted: pages may claim any number


@dataclass(frozen=True, slots=True)
class HtmlLine:
    """One line, the element it ended in, and how many of its characters are links of any kind."""

    line: Line
    node: LexborNode
    linked: int = 0

    @property
    def text(self) -> str:
        """The text of the line."""
        return self.line.text


def walk(root: LexborNode) -> Iterator[LexborNode]:
    """Every node below an element, without recursion: pages nest as deeply as they like."""
    return (node for node, entering in steps(root) if entering)


def steps(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Entering and leaving every node below the root."""
    node = root.child
    while node is not None:
        yield node, True
        if node.child is not None:
            node = node.child
            continue
        yield node, False
        while node.next is None:
            parent = node.parent
            if parent is None or parent.mem_id == root.mem_id:
                return
            node = parent
            yield node, False
        node = node.next


def lines_of(root: LexborNode) -> list[HtmlLine]:
    """The lines of an element; an empty paragraph gives an empty line."""
    builder = _Builder(root)
    for node, entering in steps(root):
        if entering:
            builder.enter(node)
        else:
            builder.leave(node)
    builder.end_line(root)
    return builder.lines


@dataclass(slots=True)
class _Table:
    """A table being read: finished rows, and the lines that stood before it in the cell or page around it."""

    outer: list[HtmlLine]
    rows: list[Row] = field(default_factory=list)
    columns: int = 0
    """The columns that the cells of the row take so far."""
    covered: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Cells over several rows by the column where they begin: over how many columns, and down to which row."""

    def begin_row(self) -> None:
        self.rows.append([])
        self.columns = 0

    def begin_cell(self) -> None:
        """The next free column; a cell that continues the one above is empty, as in Word."""
        if not self.rows:
            self.rows.append([])
        while self.columns < _MOST_COLUMNS:
            across, last = self.covered.get(self.columns + 1, (0, 0))
            if last < len(self.rows):
                break
            self.columns += across
            self.rows[-1].append([])
        self.columns += 1

    def end_cell(self, cell: Cell, across: int, down: int) -> None:
        """Put a cell in its place, over so many columns and rows."""
        self.rows[-1].append(cell)
        if down > 1:
            self.covered[self.columns] = across, len(self.rows) + down - 1
        self.columns += across - 1


class _Piece(NamedTuple):
    """Some text as the markup has it, and the link it stands in: its number on the page, and its address."""

    text: str
    link: tuple[int, str | None] | None


class _Builder:
    def __init__(self, root: LexborNode) -> None:
        self.lines: list[HtmlLine] = []
        self.pieces: list[_Piece] = []
        self.linked = 0
        self.link_depth = 0
        self.link: tuple[int, str | None] | None = None
        self.links = 0
        self.paragraphs = 0
        self.outer_tables = 0
        self.tables: list[_Table] = []
        self.lists: list[tuple[str, int]] = []
        self.node = root

    def enter(self, node: LexborNode) -> None:
        tag = node.tag
        if tag == _TEXT:
            self.add(node.text_content or "")
        elif tag == "br":
            self.end_line(node.parent or node)
        elif tag == "a":
            self.link_depth += 1
            self.links += 1
            self.link = (self.links, _address(node)) if _is_link(node) else None
        elif tag == "table":
            self.end_line(node.parent or node)
            self.outer_tables += not self.tables
            self.tables.append(_Table(self.lines))
            self.lines = []
        elif tag == "tr" and self.tables:
            self.end_line(node.parent or node)
            self.lines = []
            self.tables[-1].begin_row()
        elif tag in {"td", "th"} and self.tables:
            self.end_line(node.parent or node)
            self.lines = []
            self.tables[-1].begin_cell()
        elif tag in {"ol", "ul"}:
            self.end_line(node.parent or node)
            self.lists.append((_list_style(node), int(_number(node.attributes.get("start"), 1)) - 1))
        elif tag == "li":
            self.end_line(node.parent or node)
            self.pieces.append(_Piece(self.list_label(), None))
        elif tag and tag not in _INLINE and not tag.startswith("-"):
            self.end_line(node.parent or node)

    def leave(self, node: LexborNode) -> None:
        tag = node.tag
        if tag == "a":
            self.link_depth = max(0, self.link_depth - 1)
            self.link = None
        elif tag in {"td", "th"} and self.tables:
            self.end_line(node)
            across, down = (_number(node.attributes.get(name), 1) or 1 for name in ("colspan", "rowspan"))
            cell = trimmed([found.line for found in self.lines])
            self.tables[-1].end_cell(cell, across, down)
            self.lines = []
        elif tag == "table" and self.tables:
            self.end_line(node)
            table = self.tables.pop()
            loose = self.lines
            rows = [row for row in table.rows if row]
            self.lines = table.outer + loose + [HtmlLine(line, node) for line in table_lines(rows)]
        elif tag in {"ol", "ul"} and self.lists:
            self.end_line(node)
            self.lists.pop()
        elif tag and tag not in _INLINE and not tag.startswith("-"):
            self.end_line(node, keep_empty=tag == "p")

    def add(self, text: str) -> None:
        if text:
            self.pieces.append(_Piece(text, self.link))
            if self.link_depth:
                self.linked += len(text.strip())

    def end_line(self, node: LexborNode, *, keep_empty: bool = False) -> None:
        """Close the line: runs of blanks are one, no-break spaces are spaces that stay."""
        text, links = _printed(self.pieces) if self.pieces else ("", ())
        if text:
            line = Line(text, ((0, self.spot()),), links)
            self.lines.append(HtmlLine(line, node, min(self.linked, len(text))))
        elif keep_empty:
            self.lines.append(HtmlLine(Line(""), node))
        self.pieces.clear()
        self.linked = 0

    def spot(self) -> Spot:
        """Where a line stands: in a cell of an outermost table, or one of the paragraphs outside tables."""
        if not self.tables:
            self.paragraphs += 1
            return Spot(paragraph=self.paragraphs)
        outermost = self.tables[0]
        return Spot(table=self.outer_tables, row=len(outermost.rows) or None, column=outermost.columns or None)

    def list_label(self) -> str:
        """The number that the browser prints before a list item."""
        if not self.lists:
            return "- "
        style, count = self.lists[-1]
        self.lists[-1] = (style, count + 1)
        return "- " if style == "-" else f"{numeral(_STYLES.get(style, style), count + 1)}. "


def _list_style(node: LexborNode) -> str:
    return "-" if node.tag == "ul" else (node.attributes.get("type") or "1")


def _number(value: str | None, default: int) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 7 else default


def _is_link(node: LexborNode) -> bool:
    """Whether an element leads somewhere: not the name of a place on the page, as ``<a name="dieu_1">`` is."""
    attributes = node.attributes
    address = attributes.get("href") or ""
    return bool(address and not address.startswith("#")) or "onclick" in attributes or "target" in attributes


def _address(node: LexborNode) -> str | None:
    address = (node.attributes.get("href") or "").strip()
    if not address or address.casefold().startswith(_NO_ADDRESS) or len(address) > _LONGEST_ADDRESS:
        return None
    return address


def _printed(pieces: list[_Piece]) -> tuple[str, tuple[tuple[int, int, str | None], ...]]:
    """The text of a line as it prints, and the links in it."""
    if all(piece.link is None for piece in pieces):
        return _bare("".join(piece.text for piece in pieces)), ()
    text = ""
    spans: dict[tuple[int, str | None], tuple[int, int]] = {}
    for piece in pieces:
        chunk = _BLANKS.sub(" ", piece.text)
        if text.endswith(" ") or not text:
            chunk = chunk.lstrip(" ")
        if piece.link is not None:
            start, _ = spans.get(piece.link, (len(text), 0))
            spans[piece.link] = (start, len(text) + len(chunk))
        text += chunk
    bare = _bare(text)
    shift = len(text) - len(text.replace("\xa0", " ").lstrip())
    links = ((*_within(bare, start - shift, end - shift), address) for (_, address), (start, end) in spans.items())
    return bare, tuple(link for link in links if link[0] < link[1])


def _bare(text: str) -> str:
    return _BLANKS.sub(" ", text).strip(" ").replace("\xa0", " ").strip()


def _within(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the blanks at its ends, inside the text."""
    start, end = max(start, 0), min(end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
