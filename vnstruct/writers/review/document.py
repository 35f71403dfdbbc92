"""The document side of the page: its head, and the text line by line with everything marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from vnstruct.schema import Block, Directive, Section
from vnstruct.tasksheet.rows import document_label
from vnstruct.writers.review.escape import escaped, one_line
from vnstruct.writers.review.labels import Words
from vnstruct.writers.review.marks import Painter, marks_of
from vnstruct.writers.review.values import day

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n)|([^\r\n]+)")
_TABS = re.compile(r"\t+")
_TABS_OR_BARS = re.compile(r"\t+| ?\|(?: |$)")
_DEEPEST = 6
_HEADING_MAX = 160


class _Line(NamedTuple):
    """One line of the text: its span without the line end, whether it has one, its block, its innermost section."""

    start: int
    end: int
    ended: bool
    block: int
    section: Section | None


def document_html(directive: Directive, scope: str, words: Words) -> str:
    """The document as one ``article`` element."""
    return (
        f'<article class="doc" id="{scope}" data-doc="{scope}" lang="vi" aria-labelledby="{scope}-title">'
        f"{_head(directive, scope, words)}"
        f'<div class="text">{"".join(_blocks(directive, scope, words))}</div></article>'
    )


def title_of(directive: Directive, words: Words) -> str:
    """How the document is called on the page."""
    return one_line(document_label(directive)) or words["untitled"]


def _head(directive: Directive, scope: str, words: Words) -> str:
    header = directive.header
    facts = {
        "issuer": header.issuer,
        "date": day(header.date or ""),
        "signer": ", ".join(filter(None, (header.signer_title, header.signer_name))),
        "file": directive.source.path,
    }
    listed = "".join(
        f"<div><dt>{escaped(words[f'header.{name}'])}</dt><dd>{escaped(one_line(value))}</dd></div>"
        for name, value in facts.items()
        if value
    )
    label = title_of(directive, words)
    title = one_line(header.title or "", 400)
    subject = f'<p class="subject">{escaped(title)}</p>' if title and title != label else ""
    return f'<header class="head"><h2 id="{scope}-title">{escaped(label)}</h2>{subject}<dl>{listed}</dl></header>'


def _blocks(directive: Directive, scope: str, words: Words) -> Iterator[str]:
    """Lines of one block together, so that the page can set it apart."""
    painter = Painter(directive.text, marks_of(directive, scope))
    blocks = directive.blocks or [Block(kind="body", start=0, end=len(directive.text))]
    for index, lines in groupby(_lines(directive, blocks), key=lambda line: line.block):
        kind = blocks[index].kind
        note = f' aria-label="{escaped(words["layer.o"])}" role="group"' if kind == "boilerplate" else ""
        yield f'<div class="blk {kind}"{note}>'
        for line in lines:
            yield _line(directive.text, line, painter, kind)
        yield "</div>"


def _lines(directive: Directive, blocks: list[Block]) -> Iterator[_Line]:
    block = 0
    sections = _SectionWalk(directive.sections)
    for match in _LINE.finditer(directive.text):
        while block + 1 < len(blocks) and blocks[block + 1].start <= match.start():
            block += 1
        end = match.end(1) if match.end(1) >= 0 else match.end(2)
        yield _Line(match.start(), end, match.end() > end, block, sections.at(match.start(), end))


class _SectionWalk:
    """The innermost section of each line, in one pass over the lines."""

    def __init__(self, sections: list[Section]) -> None:
        self._pending = sorted(sections, key=lambda s: (s.start, -s.end))
        self._next = 0
        self._open: list[Section] = []

    def at(self, start: int, end: int) -> Section | None:
        """The section of a line: the innermost one that starts on it or covers it."""
        while self._next < len(self._pending) and self._pending[self._next].start < max(end, start + 1):
            self._open.append(self._pending[self._next])
            self._next += 1
        while self._open and self._open[-1].end <= start:
            self._open.pop()
        return self._open[-1] if self._open else None


def _line(text: str, line: _Line, painter: Painter, block: str) -> str:
    """A line as a paragraph; cells, separated by tabs or bars, stand beside each other."""
    content = text[line.start : line.end]
    ending = "\n" if line.ended else ""
    if not content.strip():
        return f'<p class="gap">{painter.paint(line.start, line.end)}{ending}</p>'
    classes = "l caps" if content.isupper() else "l"
    role = ""
    if line.section is not None:
        classes += f" d{min(line.section.depth, _DEEPEST)}"
        if line.start <= line.section.start < line.end:
            classes += " first"
            role = _heading_role(content, line.section)
    cells = _cells(content, line, block)
    if len(cells) > 1:
        painted = "".join(f'<span class="cell">{painter.paint(start, end)}</span>' for start, end in cells)
        return f'<p class="{classes} cells"{role}>{painted}{ending}</p>'
    return f'<p class="{classes}"{role}>{painter.paint(line.start, line.end)}{ending}</p>'


def _heading_role(content: str, section: Section) -> str:
    """Headings are headings to a screen reader too: lines that hold a section's label and heading, and no more."""
    heading = section.heading
    if not heading or len(content) > _HEADING_MAX or not content.rstrip(" :.;,").endswith(heading.rstrip(" :.;,")):
        return ""
    return f' role="heading" aria-level="{min(section.depth + 2, _DEEPEST)}"'


def _cells(content: str, line: _Line, block: str) -> list[tuple[int, int]]:
    """Spans of the cells, each with the separator after it; a line without separators is one cell."""
    bars = block == "table" or content.count(" | ") > 1 or content.lstrip().startswith("| ")
    first, last = len(content) - len(content.lstrip()), len(content.rstrip())  # an indent separates no cells
    separators = (_TABS_OR_BARS if bars else _TABS).finditer(content)
    starts = [line.start, *(line.start + m.end() for m in separators if first < m.start() and m.end() < last)]
    return list(zip(starts, [*starts[1:], line.end], strict=True))
