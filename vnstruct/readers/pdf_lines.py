"""The printed lines of a PDF page, with their places."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import byref
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from pypdfium2 import raw

from vnstruct.readers.pdf_untangling import Placed, entangled, levels, untangled

# pdfium's marks of a hyphen at a line end, where it runs two lines into one
_HYPHENS = dict.fromkeys((0xFFFE, 0x02), "-")
_WORD = re.compile(r"[^\s\ufffe\x02]+[\ufffe\x02]?|[\ufffe\x02]")
_COLUMN_GAP = 2.2  # in heights of the line: wider than any space between justified words
_DISORDER = 0.25
_LEVEL, _LEVEL_TOUCHING = 0.6, 0.4  # how much of their height pieces of one line share
_GLUED = 0.1  # in heights of the line: letters of a word stand closer
_TOUCHING = 0.3  # in heights of the line
_SLANT = math.radians(5)
_MORE_THAN_A_STAMP = 200  # letters
# blanks left for the pen are no columns: "Số:      /UBND-NC", "ngày     tháng     năm 2025"
_BEFORE_BLANK = frozenset({"số", "số:", "ngày", "tháng", "năm"})


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as printed: its text (columns apart by a tab), and its box in points, the origin at the lower left.

    ``first_word`` is the width of its first word, ``aside`` whether it is no line of the document: rotated, or so hard to
    recognise that it must be a stamp; ``page`` is the number of its page.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    page_height: float
    first_word: float = 0.0
    aside: bool = False
    page: int = 1

    @property
    def height(self) -> float:
        """The height of the line's box."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """The height on the page at which the line stands."""
        return (self.top + self.bottom) / 2


def page_lines(page: Any, number: int = 1) -> list[PrintedLine]:
    """The lines of a page in reading order: the content's own, or from the top when the content is disordered."""
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        runs = [(match[0], match.start()) for match in re.finditer(r"[^\r\n]+", text)]
        boxes = _Boxes(textpage.raw, len(text), page)
        boxes.turn_to_read(runs)
        height = boxes.height
        words = [levels(_words(run, start, boxes)) for run, start in runs]
        if any(entangled(line) for lines in words for line in lines):
            letters = (line for run, start in runs for line in levels(_letters(run, start, boxes)))
            found = [printed(line, height, number) for line in untangled(letters)]
        else:
            found = [
                printed(line, height, number, aside=boxes.slanted(run, start))
                for (run, start), lines in zip(runs, words, strict=True)
                for line in lines
            ]
    finally:
        textpage.close()
    return _in_order(_rejoined(found))


class _Boxes:
    """Boxes of characters, by their index in the text of the page, on the page turned so that it can be read.

    Wide tables are printed sideways: the page says that it is to be shown turned, or leaves it to the reader.
    """

    def __init__(self, textpage: Any, length: int, page: Any) -> None:
        self.textpage = textpage
        # pdfium leaves some characters out of the text: then the indices differ
        self.shifted = raw.FPDFText_CountChars(textpage) != length
        self.rectangle = raw.FS_RECTF()
        self.turn = page.get_rotation() // 90
        # the size as shown, and as the characters count
        shown = page.get_width(), page.get_height()
        self.across, self.up = shown[:: -1 if self.turn % 2 else 1]

    @property
    def height(self) -> float:
        """The height of the page as it is read."""
        return float(self.across if self.turn % 2 else self.up)

    def turn_to_read(self, runs: Sequence[tuple[str, int]]) -> None:
        """Turn the page as most of its text demands, when there is more than a stamp."""
        letters: Counter[int] = Counter()
        for run, start in runs:
            letters[-round(self.angle(run, start) / (math.pi / 2)) % 4] += len(run)
        if letters:
            turn, most = letters.most_common(1)[0]
            if 2 * most > letters.total() and most > _MORE_THAN_A_STAMP:
                self.turn = turn

    def index(self, position: int) -> int:
        """The character's index for pdfium."""
        return int(raw.FPDFText_GetCharIndexFromTextIndex(self.textpage, position)) if self.shifted else position

    def edges(self, position: int) -> tuple[float, float, float, float] | None:
        """Left, right, top and bottom; None for characters without a place."""
        box = self.rectangle
        if not raw.FPDFText_GetLooseCharBox(self.textpage, self.index(position), byref(box)):
            return None
        match self.turn:
            case 1:
                return box.bottom, box.top, self.across - box.left, self.across - box.right
            case 2:
                return self.across - box.right, self.across - box.left, self.up - box.bottom, self.up - box.top
            case 3:
                return self.up - box.top, self.up - box.bottom, box.right, box.left
            case _:
                return box.left, box.right, box.top, box.bottom

    def angle(self, run: str, start: int) -> float:
        """How far the first letter of a run is turned, clockwise."""
        first = self.index(start + len(run) - len(run.lstrip()))
        return max(float(raw.FPDFText_GetCharAngle(self.textpage, first)), 0.0)

    def slanted(self, run: str, start: int) -> bool:
        """Whether a run is not upright on the page as it is read."""
        return abs(math.remainder(self.angle(run, start) + self.turn * math.pi / 2, 2 * math.pi)) > _SLANT


def printed(words: Sequence[Placed], page_height: float, page: int, *, aside: bool = False) -> PrintedLine:
    """The words of a line in their order; columns are set apart by a tab."""
    pieces = [words[0].text]
    for before, word in pairwise(words):
        apart = word.left - before.right > _COLUMN_GAP * max(word.height, 1.0)
        pieces.append("\t" if apart and before.text.lower() not in _BEFORE_BLANK else " ")
        pieces.append(word.text)
    return PrintedLine(
        text="".join(pieces),
        left=min(word.left for word in words),
        right=max(word.right for word in words),
        top=max(word.top for word in words),
        bottom=min(word.bottom for word in words),
        page_height=page_height,
        first_word=words[0].right - words[0].left,
        aside=aside,
        page=page,
    )


def _words(text: str, start: int, boxes: _Boxes) -> Iterator[Placed]:
    for match in _WORD.finditer(text):
        for begin, end in pairwise([match.start(), *_glued(text, *match.span(), start, boxes), match.end()]):
            first = boxes.edges(start + begin)
            last = boxes.edges(start + end - 1)
            if first is not None and last is not None:
                yield Placed(text[begin:end].translate(_HYPHENS), first[0], last[1], first[2], first[3])


def _glued(text: str, begin: int, end: int, start: int, boxes: _Boxes) -> Iterator[int]:
    """Where words were glued for want of a blank: *bởiLuật*, with a gap that the eye sees before the capital."""
    for inner in range(begin + 1, end):
        if text[inner].isupper() and text[inner - 1].islower():
            before, after = boxes.edges(start + inner - 1), boxes.edges(start + inner)
            if before and after and after[0] - before[1] > _GLUED * (before[2] - before[3]):
                yield inner


def _letters(text: str, start: int, boxes: _Boxes) -> Iterator[Placed]:
    for index, letter in enumerate(text):
        if not letter.isspace():
            box = boxes.edges(start + index)
            if box is not None:
                yield Placed(letter.translate(_HYPHENS), *box)


def _rejoined(lines: list[PrintedLine]) -> list[PrintedLine]:
    """Pieces of one printed line that the content sets apart (a change of font, a raised figure) as one."""
    joined: list[PrintedLine] = []
    for line in lines:
        before = joined[-1] if joined else None
        if before is not None and _continues(before, line):
            gap = line.left - before.right
            text = before.text + ("" if gap < 0.08 * before.height else " ") + line.text
            top, bottom = max(before.top, line.top), min(before.bottom, line.bottom)
            joined[-1] = replace(before, text=text, right=line.right, top=top, bottom=bottom)
        else:
            joined.append(line)
    return joined


def _continues(before: PrintedLine, line: PrintedLine) -> bool:
    if before.aside or line.aside:
        return False
    shared = min(before.top, line.top) - max(before.bottom, line.bottom)
    gap = (line.left - before.right) / max(before.height, 0.1)
    # on a scan that hangs askew the end of a line stands lower than its beginning, and touches it: "31/2" | "011/NĐ-CP"
    level = _LEVEL_TOUCHING if abs(gap) < _TOUCHING else _LEVEL
    return shared > level * min(before.height, line.height) and -0.3 <= gap < 1


def _in_order(lines: list[PrintedLine]) -> list[PrintedLine]:
    """Content order is reading order, cell by cell, unless it jumps up again and again."""
    jumps = sum(after.bottom > before.top for before, after in pairwise(lines))
    if jumps <= max(4, _DISORDER * len(lines)):
        return lines
    return sorted(lines, key=lambda line: (-round(line.middle / max(line.height, 1.0)), line.left))
