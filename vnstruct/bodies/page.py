"""The text as the body grammar reads it: lower case of the same length, with walls that no name crosses.

A name may be broken over printed lines inside a paragraph, never over the end of a paragraph, a table cell or a tab
stop. Those places carry :data:`WALL` in the lowered text, so that no pattern can match across them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from vnstruct.analysis import Analysis
from vnstruct.text import lowered

WALL: Final = "\0"
"""Stands in the lowered text where no name goes on; neither a word character nor white space."""

GAP: Final = r"[\x20\n]{1,14}"
"""What may stand between two words of a name: blanks, or the end of a wrapped line. A column gap is a wall."""

# where there is no layout: a line end inside running text is followed by a lower-case letter, or ends a full line
_SOFT_END: Final = re.compile(r"\n(?=[ ]*[a-zà-ỹđ(])|(?<=[^\n.;:!?]{60})\n(?=[ ]*[^\W\d_])")
_FULL_LINE: Final = 50
"""A printed line of so many characters is full."""

_HEAD_OF_LIST: Final = re.compile(r"(?<!\w)các\s\w{1,7}:$")
"""*các Bộ:* at the end of a line."""

_COLUMN_BLANKS: Final = " " * 4
_COLUMN_GAP: Final = re.compile(r"    (?<=[^ \n]    ) *(?=[^ \n])")


def spaced(pattern: str) -> re.Pattern[str]:
    """Compile a pattern in which a blank stands for :data:`GAP`.

    >>> bool(spaced("có liên quan").match("có liên  quan"))
    True
    """
    return re.compile(pattern.replace(" ", GAP))


@dataclass(frozen=True, slots=True)
class Page:
    """A view, its lowered copy, and a copy with repaired letters for full names; all offsets are good for all of them."""

    text: str
    low: str
    clean: str

    @classmethod
    def of(cls, text: str, low: str = "", repairs: Iterable[tuple[int, int, str]] = ()) -> Page:
        """A page; ``low`` is the lowered text when it has walls, ``repairs`` what :class:`Repair` found in it."""
        low = low or lowered(text)
        clean = text
        done = 0
        lows: list[str] = []
        cleaned: list[str] = []
        for start, end, form in repairs:
            cased = "".join(c.upper() if old.isupper() else c for c, old in zip(form, text[start:end], strict=True))
            lows += low[done:start], form
            cleaned += text[done:start], cased
            done = end
        if done:
            low, clean = "".join((*lows, low[done:])), "".join((*cleaned, text[done:]))
        return cls(text, low, clean)

    def surface(self, start: int, end: int) -> str:
        """The text of a span on one line."""
        return " ".join(self.text[start:end].split())

    def capital(self, position: int) -> bool:
        """Whether an upper-case letter stands there."""
        return self.text[position : position + 1].isupper()

    def shouts(self, start: int, end: int) -> bool:
        """Whether a span is all upper case, so that its capitals say nothing."""
        return end - start > 1 and self.text[start:end].isupper()


def page_of(analysis: Analysis, repair: Callable[[str, str], Iterable[tuple[int, int, str]]]) -> Page:
    """Lower a view, build its walls from the paragraphs of the layout and repair damaged words."""
    low = _walled(analysis.lowered, analysis)
    fields = analysis.layout.fields
    for field in (fields[name] for name in ("parent_body", "issuer") if name in fields):
        # the superior body and the issuer may stand in one paragraph of the header
        for edge in (field.start - 1, field.end):
            if 0 <= edge < len(low) and low[edge] == "\n":
                low = low[:edge] + WALL + low[edge + 1 :]
    return Page.of(analysis.text, low, repair(analysis.text, low))


def _runs_on(text: str, low: str, end: int, start: int) -> bool:
    """Whether a line goes on in the next although that begins a paragraph.

    A full line does (*… tỉnh, Ban Quản lý | Khu kinh tế …*), and any line after a comma (*Các Bộ: Công Thương, | Tài chính*).
    """
    line = low[max(0, end - _FULL_LINE) : end].rstrip(" ")
    if low[end:start].strip(" ") != "\n" or not line or not low[start : start + 1].isalpha():
        return False
    if line[-1] == "," or (line[-1] == ":" and _HEAD_OF_LIST.search(line)):
        return True
    if text[start].islower() and line[-1].isalpha():
        # *Bộ trưởng | các Bộ: | Quốc phòng, Công an*, *Chỉ đạo | các đơn vị*: no paragraph begins so
        return True
    # *… PHÁP LỆNH CẢNH SÁT MÔI TRƯỜNG | CHÍNH PHỦ*: lines of a heading are as long as their words, and blanks fill no line:
    # *Kính gửi: Công an tỉnh | Ủy ban nhân dân tỉnh nhận được …*, moved to the middle
    full = end >= _FULL_LINE and "\n" not in line and not line.startswith("  ") and line[-1] not in ".;:!?"
    return full and not text[end - len(line) : end].isupper()


def _walled(low: str, analysis: Analysis) -> str:
    low = low.replace("\t", WALL).replace("|", WALL)
    if _COLUMN_BLANKS in low:
        low = _COLUMN_GAP.sub(lambda m: WALL * len(m[0]), low)
    paragraphs = analysis.layout.paragraphs
    if not paragraphs:
        return _SOFT_END.sub("\v", low).replace("\n", WALL).replace("\v", "\n")
    pieces: list[str] = []
    done = 0
    for paragraph in paragraphs:
        if paragraph.start < done:
            continue
        gap = low[done : paragraph.start]
        pieces.append(gap if _runs_on(analysis.text, low, done, paragraph.start) else gap.replace("\n", WALL))
        # a broken line in a paragraph is only wrapped
        pieces.append(low[paragraph.start : paragraph.end])
        done = paragraph.end
    pieces.append(low[done:].replace("\n", WALL))
    return "".join(pieces)
