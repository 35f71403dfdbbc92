"""The lines of an element as a browser would break them: block elements, line breaks, list numbers, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from vnstruct.readers.flow import Row, table_lines
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


@dataclass(frozen=True, slots=True)
class HtmlLine:
    """One line: its text, the element it ended in, and how many of its characters are links."""

    text: str
    node: LexborNode
    linked: int = 0


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


class _Builder:
    def __init__(self, root: LexborNode) -> None:
        self.lines: list[HtmlLine] = []
        self.pieces: list[str] = []
        self.linked = 0
        self.link_depth = 0
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
        elif tag == "table":
            self.end_line(node.parent or node)
            self.tables.append(_Table(self.lines))
            self.lines = []
        elif tag == "tr" and self.tables:
            self.end_line(node.parent or node)
            self.lines = []
            self.tables[-1].rows.append([])
        elif tag in {"td", "th"} and self.tables:
            self.end_line(node.parent or node)
            self.lines = []
        elif tag in {"ol", "ul"}:
            self.end_line(node.parent or node)
            self.lists.append((_list_style(node), int(_number(node.attributes.get("start"), 1)) - 1))
        elif tag == "li":
            self.end_line(node.parent or node)
            self.pieces.append(self.list_label())
        elif tag and tag not in _INLINE and not tag.startswith("-"):
            self.end_line(node.parent or node)

    def leave(self, node: LexborNode) -> None:
        tag = node.tag
        if tag == "a":
            self.link_depth = max(0, self.link_depth - 1)
        elif tag in {"td", "th"} and self.tables:
            self.end_line(node)
            cell = [line.text for line in self.lines]
            self.lines = []
            if not self.tables[-1].rows:
                self.tables[-1].rows.append([])
            self.tables[-1].rows[-1].append(_trimmed(cell))
        elif tag == "table" and self.tables:
            self.end_line(node)
            table = self.tables.pop()
            loose = self.lines
            rows = [row for row in table.rows if row]
            self.lines = table.outer + loose + [HtmlLine(text, node) for text in table_lines(rows)]
        elif tag in {"ol", "ul"} and self.lists:
            self.end_line(node)
            self.lists.pop()
        elif tag and tag not in _INLINE and not tag.startswith("-"):
            self.end_line(node, keep_empty=tag == "p")

    def add(self, text: str) -> None:
        if text:
            self.pieces.append(text)
            if self.link_depth:
                self.linked += len(text.strip())

    def end_line(self, node: LexborNode, *, keep_empty: bool = False) -> None:
        """Close the line: runs of blanks are one, no-break spaces are spaces that stay."""
        text = _BLANKS.sub(" ", "".join(self.pieces)).strip(" ").replace("\xa0", " ").strip()
        if text or keep_empty:
            self.lines.append(HtmlLine(text, node, min(self.linked, len(text))))
        self.pieces.clear()
        self.linked = 0

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


def _trimmed(cell: list[str]) -> list[str]:
    """A cell without empty lines at its ends."""
    start, end = 0, len(cell)
    while start < end and not cell[start]:
        start += 1
    while end > start and not cell[end - 1]:
        end -= 1
    return cell[start:end]
