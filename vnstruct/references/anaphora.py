"""Mentions that point to a document named elsewhere: *Chỉ thị này*, *Nghị định nêu trên*, *các văn bản trên*.

The word *trên* is also a preposition (*kế hoạch trên địa bàn tỉnh*, *quyết định trên cơ sở*); it points back only where
the phrase ends or goes on with a verb.
"""

from __future__ import annotations

import re

from vnstruct.references.citation import Citation
from vnstruct.references.model import Mention
from vnstruct.references.patterns import compiled
from vnstruct.references.types import TypeWord

_DEICTIC = compiled(
    r""" (?:(?P<this>này|nầy)
    |(?P<above>(?:đã )?(?:được )?nêu (?:ở )?trên|nói trên|kể trên|dẫn trên|trên đây|đã (?:nêu|dẫn)|ở trên)
    |(?P<bare>trên)(?=\s{0,2}(?:[.,;:)]|\Z|\n\s{0,3}\n)
    | (?:của|và|theo|để|là|đã|được|phải|có|do|về|thì|cho|nếu|không|cần|đến|khi) ))(?!\w)"""
)
_PLURAL = compiled(r"(?:các|những|hai|ba|(?<!\w)0\d) $", re.IGNORECASE)
# "đối tượng tại Điều 3 của quy định này"
_PLACE = compiled(r"(?:điều|khoản|mục|chương|phần) (?:\d{1,3}[a-zđ]?|[IVX]{1,5})(?: (?:của|tại))? $", re.IGNORECASE)
# In lower case these are common nouns; as documents they are capitalised when they point back.
_CAPITALISED_ONLY = frozenset({
    "quy định", "dự án", "chương trình", "hợp đồng", "hướng dẫn", "phương án", "quy trình", "quy hoạch", "chiến lược",
    "điều lệ", "lệnh",
})  # fmt: skip
_NEVER = frozenset({"bản cam kết", "nội quy", "án lệ"})


class Anaphora:
    """Reads what follows a type word as *này* or *trên*."""

    def __init__(self, text: str, acts: frozenset[str], own_type: str) -> None:
        self._text = text
        self._acts = acts
        self._own_type = own_type

    def at(self, word: TypeWord) -> Citation | None:
        """The anaphoric mention that begins with this type word."""
        m = _DEICTIC.match(self._text, word.end)
        if m is None or word.doc_type in _NEVER:
            return None
        capital = self._text[word.start].isupper()
        if not capital and word.doc_type in _CAPITALISED_ONLY and not self._documentary(word):
            return None
        if m["bare"] and not capital and word.doc_type not in self._acts and word.doc_type != "văn bản":
            return None  # "thực hiện tốt các kế hoạch trên."
        plural = _PLURAL.search(self._text, max(0, word.start - 8), word.start) is not None
        mention = Mention(word.start, m.end(), "anaphoric", word.doc_type, confidence=0.95, source="anaphora")
        return Citation(mention, deictic="this" if m["this"] else "above", plural=plural)

    def _documentary(self, word: TypeWord) -> bool:
        """Whether a common noun means a document: it is this one's type, or a place in it is named."""
        if word.doc_type == self._own_type:
            return True
        return _PLACE.search(self._text, max(0, word.start - 24), word.start) is not None
