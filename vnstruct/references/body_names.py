"""Names of bodies in a form that can be compared: abbreviations written out, marks and case left out."""

from __future__ import annotations

import re
from functools import lru_cache

from vnstruct.knowledge import Knowledge
from vnstruct.references.letters import plain

_REMEMBERED = 4096
"""Names kept in their comparable form: a few issuers make most documents."""


class BodyNames:
    """Writes out the abbreviations that stand for one body only; inside a name *TP* is a city, not a head of a division.

    >>> from vnstruct.knowledge import load_knowledge
    >>> names = BodyNames(load_knowledge())
    >>> names.full("UBND tỉnh Lâm Đồng"), names.comparable("Chủ tịch UBND")
    ('Ủy ban nhân dân tỉnh Lâm Đồng', 'chu tich uy ban nhan dan')
    >>> names.full("UBND TP. Hà Nội"), names.full("TP Nội vụ")
    ('Ủy ban nhân dân thành phố Hà Nội', 'Trưởng phòng Nội vụ')
    """

    def __init__(self, knowledge: Knowledge) -> None:
        full: dict[str, set[str]] = {}
        for row in knowledge.abbreviations:
            if row.scope == "body" and row.short.isalpha() and row.short.isupper():
                full.setdefault(row.short, set()).add(row.full)
        self._full = {short: names.pop() for short, names in full.items() if len(names) == 1}
        # "TP": a head of a division, but inside a name a city
        places = {row.short: row.full for row in knowledge.abbreviations if row.scope == "place"}
        self._inside = {short: full for short, full in places.items() if short in self._full}
        self._word = re.compile(r"[^\W\d_]{2,}")
        self._inner = re.compile(rf"(?<=\w )({'|'.join(map(re.escape, self._inside)) or '(?!)'})\b\.?(?= ?[^\W\d_])")
        self._comparable = lru_cache(_REMEMBERED)(self._compared)

    def full(self, name: str) -> str:
        """The name with its abbreviations written out."""
        name = self._inner.sub(lambda m: self._inside[m[1]], name)
        return self._word.sub(lambda m: self._full.get(m[0], m[0]), name)

    def comparable(self, name: str) -> str:
        """The full name in lower case without marks."""
        return self._comparable(name)

    def _compared(self, name: str) -> str:
        return " ".join(plain(self.full(name)).lower().split())
