"""The document side of the page: its head, and the text line by line with everything marked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from vnstruct.schema import Block, Directive, Section
from vnstruct.tasksheet.rows import document_label
from vnstruct.writers.lines import Line, cells, lines
from vnstruct.writers.painter import Painter
from vnstruct.writers.review.escape import escaped, one_line
from vnstruct.writers.review.labels import Words
from vnstruct.writers.review.marks import marks_of
from vnstruct.writers.review.values import day

_DEEPEST = 6
_HEADING_MAX = 160


class _Placed(NamedTuple):
    """A line, the number of its block, and its innermost section."""

    line: Line
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
    painter = Painter(directive.text, marks_of(directive, scope), escaped)
    blocks = directive.blocks or [Block(kind="body", start=0, end=len(directive.text))]
    for index, placed in groupby(_placed(directive, blocks), key=lambda placed: placed.block):
        kind = blocks[index].kind
        note = f' aria-label="{escaped(words["layer.o"])}" role="group"' if kind == "boilerplate" else ""
        yield f'<div class="blk {kind}"{note}>'
        for line, _, section in placed:
            yield _line(directive.text, line, section, painter, kind)
        yield "</div>"


def _placed(directive: Directive, blocks: list[Block]) -> Iterator[_Placed]:
    block = 0
    sections = _SectionWalk(directive.sections)
    for line in lines(directive.text):
        while block + 1 < len(blocks) and blocks[block + 1].start <= line.start:
            block += 1
        yield _Placed(line, block, sections.at(line.start, line.end))


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


def _line(text: str, line: Line, section: Section | None, painter: Painter, block: str) -> str:
    """A line as a paragraph; cells, separated by tabs or bars, stand beside each other."""
    content = text[line.start : line.end]
    ending = "\n" if line.ended else ""
    if not content.strip():
        return f'<p class="gap">{painter.paint(line.start, line.end)}{ending}</p>'
    classes = "l caps" if content.isupper() else "l"
    role = ""
    if section is not None:
        classes += f" d{min(section.depth, _DEEPEST)}"
        if line.start <= section.start < line.end:
            classes += " first"
            role = _heading_role(content, section)
    spans = cells(text, line, table=block == "table")
    if len(spans) > 1:
        painted = "".join(_cell(text, start, end, painter) for start, end in spans)
        return f'<p class="{classes} cells"{role}>{painted}{ending}</p>'
    return f'<p class="{classes}"{role}>{painter.paint(line.start, line.end)}{ending}</p>'


def _cell(text: str, start: int, end: int, painter: Painter) -> str:
    """A cell; the bar that ends it is there for searching and copying, but not to be seen beside the lines drawn."""
    content = text[start:end]
    stop = start + len(content.rstrip("| ")) if content.rstrip().endswith("|") else end
    painted = painter.paint(start, stop)
    bar = f'<span class="bar">{painter.paint(stop, end)}</span>' if stop < end else ""
    return f'<span class="cell">{painted}{bar}</span>'


def _heading_role(content: str, section: Section) -> str:
    """Headings are headings to a screen reader too: lines that hold a section's label and heading, and no more."""
    heading = section.heading
    if not heading or len(content) > _HEADING_MAX or not content.rstrip(" :.;,").endswith(heading.rstrip(" :.;,")):
        return ""
    return f' role="heading" aria-level="{min(section.depth + 2, _DEEPEST)}"'
