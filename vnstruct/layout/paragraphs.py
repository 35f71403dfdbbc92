"""Logical paragraphs: rows joined where a line was only wrapped."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnstruct.layout.cues import Cues
from vnstruct.layout.rows import Row, bullet_of

_TERMINAL = (".", ";", "!", "?", ":", "./.")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text was wrapped: ``width`` is the usual length of a full line, 0 when lines are whole paragraphs."""

    width: int

    def full(self, row: Row) -> bool:
        """Whether a row fills its line."""
        return bool(self.width) and row.end - row.start >= self.width * 0.8


def wrapping_of(rows: list[Row]) -> Wrapping:
    """Measure the wrapping from lines that go on in lower case on the next line."""
    lengths = [
        len(row.text)
        for row, following in zip(rows, rows[1:], strict=False)
        if not following.gap and following.text[0].islower() and row.text[-1] not in ".;:!?" and len(row.text) > 30
    ]
    if len(lengths) < 4 or len(lengths) * 8 < len(rows):
        return Wrapping(0)
    lengths.sort()
    return Wrapping(min(lengths[int(len(lengths) * 0.85)], 160))


def joins(previous: Row, row: Row, wrapping: Wrapping, cues: Cues, *, furniture_between: bool) -> bool:
    """Whether a row only continues the line before it. Rows that open a unit or carry a bullet are asked elsewhere."""
    before = previous.text
    ended = before.endswith(_TERMINAL)
    first = row.text[0]
    if row.gap and not furniture_between and not first.islower():
        return False
    if ended:
        return first.islower() and wrapping.full(previous) and not row.gap and not before.endswith((":", ";"))
    if first.islower() or first in ")],;”%":
        return True
    if before.isupper() and row.text.isupper():
        return True
    last_word = before.rsplit(maxsplit=1)[-1]
    if before.endswith((",", "(", "-")) or last_word in cues.dangling:
        return True
    return wrapping.full(previous) and not before.isupper()


def starts_unit(row: Row) -> bool:
    """Whether a row opens a bullet entry."""
    return bool(bullet_of(row.text)[0])


def sentence_like(text: str) -> bool:
    """Whether a row reads as running text rather than as a menu entry or a heading.

    >>> sentence_like("Trang chủ"), sentence_like("UBND tỉnh yêu cầu các sở, ban, ngành khẩn trương rà soát, báo cáo.")
    (False, True)
    """
    words = len(text.split())
    return words >= 25 or (words >= 9 and bool(re.search(r"[.;:…!?”\"]\W*\Z", text)))
