"""The text as the body grammar reads it: lower case of the same length, with walls that no name crosses.

A name may be broken over printed lines inside a paragraph, never over the end of a paragraph, a table cell or a tab
stop. Those places carry :data:`WALL` in the lowered text, so that no pattern can match across them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from vnstruct.analysis import Analysis

WALL: Final = "\0"
"""Stands in the lowered text where no name goes on; neither a word character nor white space."""

GAP: Final = r"[\x20\n]{1,14}"
"""What may stand between two words of a name: blanks, or the end of a wrapped line. A column gap is a wall."""

# where there is no layout: a line end inside running text is followed by a lower-case letter, or ends a full line
_SOFT_END: Final = re.compile(r"\n(?=[ ]*[a-zà-ỹđ(])|(?<=[^\n.;:!?]{60})\n(?=[ ]*[^\W\d_])")
_CELL: Final = re.compile(r"[\t|]|(?<=[^ \n]) {4,}(?=[^ \n])")


def spaced(pattern: str) -> re.Pattern[str]:
    """Compile a pattern in which a blank stands for :data:`GAP`.

    >>> bool(spaced("có liên quan").match("có liên  quan"))
    True
    """
    return re.compile(pattern.replace(" ", GAP))


@dataclass(frozen=True, slots=True)
class Page:
    """A view and its lowered copy; all offsets are good for both."""

    text: str
    low: str

    def surface(self, start: int, end: int) -> str:
        """The text of a span on one line."""
        return " ".join(self.text[start:end].split())

    def capital(self, position: int) -> bool:
        """Whether an upper-case letter stands there."""
        return position < len(self.text) and self.text[position].isupper()

    def shouts(self, start: int, end: int) -> bool:
        """Whether a span is all upper case, so that its capitals say nothing."""
        return end - start > 1 and self.text[start:end].isupper()


def page_of(analysis: Analysis) -> Page:
    """Lower a view and build its walls from the paragraphs of the layout."""
    low = _walled(lower(analysis.text), analysis)
    fields = analysis.layout.fields
    for field in (fields[name] for name in ("parent_body", "issuer") if name in fields):
        # the superior body and the issuer may stand in one paragraph of the header
        for edge in (field.start - 1, field.end):
            if 0 <= edge < len(low) and low[edge] == "\n":
                low = low[:edge] + WALL + low[edge + 1 :]
    return Page(analysis.text, low)


def lower(text: str) -> str:
    """Lower case with the same offsets.

    >>> lower("SỞ Y TẾ İ")
    'sở y tế İ'
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _runs_on(low: str, end: int) -> bool:
    """Whether a full line goes on in the next although that begins a paragraph: *… tỉnh, Ban Quản lý | Khu kinh tế …*"""
    line = low[max(0, end - 50) : end]
    return len(line) == 50 and "\n" not in line and line[-1] not in ".;:!?" and low[end + 1 : end + 2].isalpha()


def _walled(low: str, analysis: Analysis) -> str:
    low = _CELL.sub(lambda m: WALL * len(m[0]), low)
    paragraphs = analysis.layout.paragraphs
    if not paragraphs:
        return _SOFT_END.sub("\v", low).replace("\n", WALL).replace("\v", "\n")
    pieces: list[str] = []
    done = 0
    for paragraph in paragraphs:
        if paragraph.start < done:
            continue
        gap = low[done : paragraph.start]
        pieces.append(gap if gap == "\n" and _runs_on(low, done) else gap.replace("\n", WALL))
        # a broken line in a paragraph is only wrapped
        pieces.append(low[paragraph.start : paragraph.end])
        done = paragraph.end
    pieces.append(low[done:].replace("\n", WALL))
    return "".join(pieces)
