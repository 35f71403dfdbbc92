"""Logical paragraphs: rows joined where a line was only wrapped, parted at labels, bullets and changes of part."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from vnstruct.layout.blocks import Cut
from vnstruct.layout.cues import Cues
from vnstruct.layout.model import Paragraph, Section
from vnstruct.layout.rows import Row, bullet_of
from vnstruct.schema import BlockKind

_SHORT_OPENING = 45
_OPENING = re.compile(r"(?:\d{1,2}|[a-zđ]|[IVX]{1,4})[.)]|Căn cứ|Điều \d")
_STAMP = re.compile(r"\W{0,3}\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b[^a-zđ]{0,20}\Z|\d{1,2}:\d{2}\b[^a-zđ]{0,24}\Z")
"""Date and hour that fill their row: *11/12/2025 | 09:20*."""
_ENDED = (".", ";", "!", "?", ":", "…")
_NO_BULLET = ("", 0)
_IN_SECTIONS = frozenset({"body", "closing", "appendix", "table", "grounds"})


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text was wrapped.

    ``width`` is the usual length of a full line, 0 when lines are whole paragraphs. ``broken_openings`` tells that the
    first line of a paragraph often breaks off early (*- Phối hợp Bộ Chỉ huy / Quân sự tỉnh …*), as when the source of
    a web page was wrapped with its tags.
    """

    width: int
    broken_openings: bool = False

    def full(self, row: Row) -> bool:
        """Whether a row fills its line."""
        return bool(self.width) and row.end - row.start >= self.width * 0.8

    def reaches(self, row: Row) -> bool:
        """Whether a row is long enough to be prose; the cells of a table are shorter."""
        return bool(self.width) and row.end - row.start >= self.width * 0.5

    def breaks_off(self, row: Row) -> bool:
        """Whether a row is the short first line of a paragraph that goes on."""
        return self.broken_openings and row.end - row.start < _SHORT_OPENING and _opens_paragraph(row.text)


def wrapping_of(rows: list[Row]) -> Wrapping:
    """Measure the wrapping by the lines that go on in lower case on the next line.

    >>> rows = [Row(0, 70, "x" * 69 + "a", 0, False, False), Row(71, 140, "x" * 69, 1, False, False)] * 6
    >>> wrapping_of(rows).width
    70
    """
    lengths = sorted(
        len(row.text)
        for row, following in pairwise(rows)
        if not following.gap and following.text[0].islower() and row.text[-1] not in ".;:!?" and len(row.text) > 30
    )
    if len(lengths) < 3:
        return Wrapping(0)
    width = min(lengths[int(len(lengths) * 0.85)], 160)
    if len(lengths) * 8 < len(rows) and not _even(lengths, width, rows):
        return Wrapping(0)
    openings = broken = 0
    for row, following in pairwise(rows):
        if len(row.text) < _SHORT_OPENING and _opens_paragraph(row.text) and not following.gap:
            openings += 1
            broken += following.text[0].islower() and row.text[-1] not in ".;:!?"
    return Wrapping(width, broken >= 3 and broken * 4 >= openings)


def _even(lengths: list[int], width: int, rows: list[Row]) -> bool:
    """Whether few wrapped lines among many short rows (lists, tables) still show a width: nothing is longer than it."""
    near = sum(length >= width * 0.75 for length in lengths)
    longer = sum(len(row.text) > width * 1.15 for row in rows)
    return near * 2 >= len(lengths) and longer * 16 <= len(rows)


def _opens_paragraph(text: str) -> bool:
    return bool(_OPENING.match(text)) or bool(bullet_of(text)[0])


def joins(previous: Row, row: Row, wrapping: Wrapping, cues: Cues, *, furniture_between: bool = False) -> bool:
    """Whether a row only continues the line before it; rows that open a unit or carry a bullet are asked elsewhere.

    A gap parts paragraphs, unless a page number made it (``furniture_between``) or the row goes on in lower case.
    """
    before = previous.text
    first = row.text[0]
    if row.gap and not furniture_between and not first.islower():
        return False
    if before.endswith(_ENDED):
        return first.islower() and wrapping.full(previous) and not row.gap and before[-1] == "."
    if first.islower() or first in ")],;”%-":
        return True
    if first.isdigit() and wrapping.reaches(previous) and not before.isupper():
        return True
    if before.isupper() and row.text.isupper():
        return True
    if before.endswith((",", "(", "-")) or before.rsplit(maxsplit=1)[-1] in cues.dangling:
        return True
    return not before.isupper() and (wrapping.full(previous) or wrapping.breaks_off(previous))


def dash_inside(previous: Row, row: Row, wrapping: Wrapping) -> bool:
    """Whether the dash that opens a row stands inside a sentence: *… các tổ chức chính trị / - xã hội tại địa phương*.

    >>> rows = Row(0, 60, "x" * 50 + " chính trị", 0, False, False), Row(61, 70, "- xã hội", 1, False, False)
    >>> dash_inside(*rows, Wrapping(62))
    True
    """
    mark, content = bullet_of(row.text)
    if mark != "-" or row.gap or not wrapping.full(previous) or previous.text.endswith((*_ENDED, ",")):
        return False
    first = row.text[content]
    return first.islower() or (first.isdigit() and previous.text[-1].isdigit())


class Merged(NamedTuple):
    """Rows ``first``..``last`` as one paragraph of text."""

    first: int
    last: int
    text: str


def merged_rows(rows: list[Row], wrapping: Wrapping, cues: Cues) -> list[Merged]:
    """Rows joined where they were wrapped, without regard to labels: enough to tell articles from menus."""
    merged: list[Merged] = []
    for index, row in enumerate(rows):
        opens = bullet_of(row.text)[0] and not (index and dash_inside(rows[index - 1], row, wrapping))
        if merged and not opens and not _STAMP.match(row.text) and joins(rows[index - 1], row, wrapping, cues):
            last = merged[-1]
            merged[-1] = Merged(last.first, index, f"{last.text} {row.text}")
        else:
            merged.append(Merged(index, index, row.text))
    return merged


def sentence_like(text: str) -> bool:
    """Whether a text reads as prose rather than as a menu entry or a heading.

    >>> sentence_like("Trang chủ"), sentence_like("UBND tỉnh yêu cầu các sở, ban, ngành khẩn trương rà soát, báo cáo.")
    (False, True)
    """
    words = len(text.split())
    return words >= 25 or (words >= 9 and bool(re.search(r"[.;:…!?”\"]\W*\Z", text)))


class ParagraphBuilder:
    """Builds the paragraphs of one document."""

    def __init__(self, sections: list[Section], cuts: list[Cut], wrapping: Wrapping, cues: Cues) -> None:
        self.sections = sections
        self.wrapping = wrapping
        self.cues = cues
        self._at = {section.start: section for section in sections}
        self._changes = dict(sorted(cuts))
        self._points = sorted({*self._at, *self._changes})
        self.paragraphs: list[Paragraph] = []

    def build(self, rows: list[Row], parts: list[BlockKind]) -> list[Paragraph]:
        """Paragraphs of everything but furniture, in order, each with its innermost section."""
        previous: Row | None = None
        previous_part: BlockKind | None = None
        furniture = False
        for row, part in zip(rows, parts, strict=True):
            if part == "boilerplate":
                furniture = True
                continue
            bullet = _NO_BULLET if row.start in self._at else bullet_of(row.text)
            joined = (
                previous is not None
                and previous_part == part
                and self._joined(previous, row, part, furniture=furniture, bulleted=bool(bullet[0]))
            )
            self._add(row, part, bullet, joined=joined)
            previous, previous_part, furniture = row, part, False
        _assign_sections(self.paragraphs, self.sections)
        return self.paragraphs

    def _joined(self, previous: Row, row: Row, part: BlockKind, *, furniture: bool, bulleted: bool) -> bool:
        if row.start in self._at or row.table or part == "signature" or not self.paragraphs:
            return False
        if bulleted and not dash_inside(previous, row, self.wrapping):
            return False
        last = self.paragraphs[-1]
        if last.end != previous.end:
            return False
        if last.content >= last.end:
            return True  # the label stands on a row of its own: "1." / "Trên cơ sở …"
        if part == "recipients" and not row.text[0].islower():
            return False
        return joins(previous, row, self.wrapping, self.cues, furniture_between=furniture)

    def _add(self, row: Row, part: BlockKind, bullet: tuple[str, int], *, joined: bool) -> None:
        for number, (start, end, kind) in enumerate(self._segments(row, part)):
            if number == 0 and joined:
                self.paragraphs[-1].end = end
                continue
            mark, content = bullet if number == 0 and start == row.start else _NO_BULLET
            section = self._at.get(start)
            begin = min(section.content, end) if section else start + content
            self.paragraphs.append(Paragraph(start, begin, end, kind, None, mark))

    def _segments(self, row: Row, part: BlockKind) -> list[tuple[int, int, BlockKind]]:
        """A row divided at inline labels and changes of part."""
        first = bisect_right(self._points, row.start)
        if first == len(self._points) or self._points[first] >= row.end:
            return [(row.start, row.end, part)]
        inside = self._points[first : bisect_right(self._points, row.end - 1)]
        segments: list[tuple[int, int, BlockKind]] = []
        kind = part
        for start, end in pairwise([row.start, *inside, row.end]):
            kind = self._changes.get(start, kind) if start > row.start else kind
            text = row.text[start - row.start : end - row.start]
            left = start + len(text) - len(text.lstrip(" |\t"))
            right = start + len(text.rstrip(" |\t"))
            if kind != "boilerplate" and left < right:
                segments.append((left, right, kind))
        return segments


def _assign_sections(paragraphs: list[Paragraph], sections: list[Section]) -> None:
    """The innermost section of each paragraph, in one pass over both."""
    open_sections: list[int] = []
    upcoming = 0
    for paragraph in paragraphs:
        while upcoming < len(sections) and sections[upcoming].start <= paragraph.start:
            open_sections.append(upcoming)
            upcoming += 1
        while open_sections and sections[open_sections[-1]].end <= paragraph.start:
            open_sections.pop()
        if open_sections and paragraph.block in _IN_SECTIONS:
            paragraph.section = open_sections[-1]
