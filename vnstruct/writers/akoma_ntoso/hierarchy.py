"""The text as paragraphs, tables and nested units."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from vnstruct.schema import Directive, Section, SectionKind
from vnstruct.writers.akoma_ntoso.ids import Ids
from vnstruct.writers.akoma_ntoso.marks import Anchors
from vnstruct.writers.akoma_ntoso.xml import start_tag, xml_text
from vnstruct.writers.akoma_ntoso.zones import Zone
from vnstruct.writers.lines import Line, blank, cells, lines
from vnstruct.writers.painter import Painter
from vnstruct.writers.printed import Printed

ELEMENTS: dict[SectionKind, str] = {
    "part": "part",
    "chapter": "chapter",
    "section": "section",
    "article": "article",
    "clause": "paragraph",  # khoản
    "point": "point",  # điểm
    "item": "level",  # 1., 1.1. in documents without articles
    "appendix": "hcontainer",
}
_SPACE = re.compile(r"[ \t]*")
_SPACE_AND_LINES = re.compile(r"[ \t\r\n]*")
_DEEPEST = 40
"""Sections nested deeper than this are text of the one around them."""


@dataclass(slots=True)
class _Unit:
    """A section with what stands inside it, cut to the part of the document it is in."""

    section: Section
    start: int
    end: int
    inside: list[_Unit] = field(default_factory=list)


class Body:
    """Writes stretches of the document, each once and in text order."""

    def __init__(self, directive: Directive, painter: Painter, printed: Printed, ids: Ids, anchors: Anchors) -> None:
        self._text = directive.text
        self._painter = painter
        self._printed = printed
        self._ids = ids
        self._anchors = anchors
        self._sections = sorted(directive.sections, key=lambda section: (section.start, -section.end))
        self._block_starts = [block.start for block in directive.blocks]
        self._blocks = directive.blocks

    def units(self, start: int, end: int) -> str:
        """A stretch as nested units; text outside them in containers of its own."""
        inside = self._nested(start, end)
        written = self._between(start, inside[0].start if inside else end, "")
        for index, unit in enumerate(inside):
            after = inside[index + 1].start if index + 1 < len(inside) else end
            written += self._unit(unit, "") + self._between(unit.end, after, "")
        return written

    def _nested(self, start: int, end: int) -> list[_Unit]:
        """The units of a stretch as trees, by where they stand."""
        top: list[_Unit] = []
        open_: list[_Unit] = []
        for section in self._sections:
            if not start <= section.start < end:
                continue
            while open_ and open_[-1].end <= section.start:
                open_.pop()
            if len(open_) >= _DEEPEST:
                continue
            unit = _Unit(section, section.start, min(section.end, open_[-1].end if open_ else end))
            if unit.start < unit.end:
                (open_[-1].inside if open_ else top).append(unit)
                open_.append(unit)
        return top

    def _unit(self, unit: _Unit, parent: str) -> str:
        section = unit.section
        element = ELEMENTS[section.kind]
        id_ = self._ids.inside(parent, element, section.label)
        self._anchors[section.id] = id_
        name = section.kind if element == "hcontainer" else None
        first = unit.inside[0].start if unit.inside else unit.end
        label, position = self._label(section, unit.start, first)
        written = start_tag(element, {"name": name, "eId": id_}) + label
        if not unit.inside:
            return f"{written}{self._blocks_in('content', id_, position, unit.end)}</{element}>"
        written += self._blocks_in("intro", id_, position, first)
        for index, inner in enumerate(unit.inside):
            written += self._unit(inner, id_)
            if index + 1 < len(unit.inside):
                written += self._between(inner.end, unit.inside[index + 1].start, id_)
        return f"{written}{self._blocks_in('wrapUp', id_, unit.inside[-1].end, unit.end)}</{element}>"

    def _label(self, section: Section, start: int, end: int) -> tuple[str, int]:
        """Number and heading of a section with the space after them, and where they end."""
        after = self._printed.label_end(section.label, start, end)
        if after is None:
            return "", start
        written = f"<num>{self._painter.paint(start, after)}</num>"
        begin = self._past_space(after, end, lines=bool(section.heading))
        heading_end = self._printed.heading_end(section.heading, begin, end) if section.heading else None
        if heading_end is not None:
            written += f"{self._space(after, begin)}<heading>{self._painter.paint(begin, heading_end)}</heading>"
            after = heading_end
        begin = self._past_space(after, end)
        return written + self._space(after, begin), begin

    def _past_space(self, start: int, end: int, *, lines: bool = False) -> int:
        """Past spaces and tabs, and past line ends when asked."""
        found = (_SPACE_AND_LINES if lines else _SPACE).match(self._text, start, end)
        return found.end() if found else start

    def _between(self, start: int, end: int, parent: str) -> str:
        """Text between units, as a unit without number."""
        if blank(self._text[start:end]):
            return self._space(start, end)
        id_ = self._ids.counted(parent, "hcontainer")
        content = self._blocks_in("content", id_, start, end)
        return f"{start_tag('hcontainer', {'name': 'text', 'eId': id_})}{content}</hcontainer>"

    def _blocks_in(self, element: str, parent: str, start: int, end: int) -> str:
        """Paragraphs and tables inside an element, which is left out when there is nothing to be put in it."""
        if blank(self._text[start:end]):
            return self._space(start, end)
        id_ = self._ids.inside(parent, element)
        return f"{start_tag(element, {'eId': id_})}{self.blocks(start, end, id_, tables=True)}</{element}>"

    def blocks(self, start: int, end: int, parent: str, *, tables: bool) -> str:
        """A stretch as paragraphs, one for each line, and as tables where lines in succession have cells."""
        written: list[str] = []
        rows: list[tuple[Line, list[tuple[int, int]]]] = []
        for line in lines(self._text, start, end):
            spans = cells(self._text, line, table=self._kind(line.start) == "table") if tables else []
            if len(spans) > 1:
                rows.append((line, spans))
                continue
            written.append(self._rows(rows, parent))
            rows.clear()
            written.append(self._paragraph(line))
        written.append(self._rows(rows, parent))
        return "".join(written)

    def _rows(self, rows: list[tuple[Line, list[tuple[int, int]]]], parent: str) -> str:
        if len(rows) < 2:
            return "".join(self._paragraph(line) for line, _ in rows)
        painted = "".join(
            "<tr>"
            + "".join(f"<td><p>{self._painter.paint(start, end)}</p></td>" for start, end in spans)
            + "</tr>"
            + self._space(line.end, line.full_end)
            for line, spans in rows
        )
        return f"{start_tag('table', {'eId': self._ids.counted(parent, 'table')})}{painted}</table>"

    def _paragraph(self, line: Line) -> str:
        if blank(self._text[line.start : line.end]):
            return self._space(line.start, line.full_end)
        furniture = "boilerplate" if self._kind(line.start) == "boilerplate" else None
        opening = start_tag("p", {"class": furniture})
        return f"{opening}{self._painter.paint(line.start, line.end)}</p>{self._space(line.end, line.full_end)}"

    def _space(self, start: int, end: int) -> str:
        """White space between elements: kept, so that the document's text is the file's text."""
        return xml_text(self._text[start:end])

    def _kind(self, offset: int) -> str | None:
        """The kind of the block at an offset."""
        index = bisect_right(self._block_starts, offset) - 1
        return self._blocks[index].kind if index >= 0 else None

    def containers(self, zone: Zone) -> str:
        """A part of the document without units: paragraphs, in a container for each block that is not its main one."""
        written: list[str] = []
        for block in zone.blocks:
            if blank(self._text[block.start : block.end]):
                written.append(self._space(block.start, block.end))
                continue
            if block.kind in ("header", "grounds", "body"):
                written.append(self.blocks(block.start, block.end, zone.name, tables=False))
                continue
            id_ = self._ids.inside("", "container", block.kind)
            content = self.blocks(block.start, block.end, id_, tables=block.kind == "table")
            written.append(f"{start_tag('container', {'name': block.kind, 'eId': id_})}{content}</container>")
        return "".join(written)
