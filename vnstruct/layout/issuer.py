"""The bodies printed above the number: which lines belong together, and which is the superior."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from vnstruct.knowledge import Knowledge
from vnstruct.layout.fold import fold
from vnstruct.layout.rows import Piece
from vnstruct.text import trie_pattern

_PLACE = re.compile(
    r"(?:TINH|THANH PHO|TP|TX|HUYEN|QUAN|THI XA|XA|PHUONG|THI TRAN|DAC KHU|KHU VUC|LIEN XA)\b\.?(?! UY)"
)
_TAIL = ("VÀ", ",", "-", "&", "CỦA", "VỀ", "CHO")
_HEADLESS = re.compile(r"(?:và|về|của|-|&)\s")
_WORD_ENDS = re.compile(r"\W")
"""A word has ended before each of these."""
_VOWEL = re.compile(r"[AEIOUY]")


class _Beginnings:
    """Texts that others may begin with.

    A set and not a pattern: there are 2,000 names, few lines are asked for, and compiling would take longer than all
    of that reading.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = frozenset(texts)
        self._longest = max(map(len, self._texts), default=0)

    def longest(self, text: str) -> str:
        """The longest of them that ``text`` begins with as whole words, or nothing.

        >>> _Beginnings(["sở", "sở y tế"]).longest("sở y tế tỉnh"), _Beginnings(["sở"]).longest("sởn")
        ('sở y tế', '')
        """
        ends = [m.start() for m in _WORD_ENDS.finditer(text, 0, self._longest + 1)]
        if len(text) <= self._longest:
            ends.append(len(text))
        return next((text[:end] for end in reversed(ends) if text[:end] in self._texts), "")


class Issuers:
    """Knows with which words names of bodies begin."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._names = {n.casefold() for body in knowledge.bodies for n in (body.name, *body.aliases)}
        self._sorted_names = sorted(self._names)
        heads = {row.head.casefold() for row in knowledge.body_heads} | {n for n in self._names if " " in n}
        titles = {office.title.casefold() for office in knowledge.offices}
        self._heads = _Beginnings(heads)
        self._plain_heads = _Beginnings(map(fold, heads))
        self._office = re.compile(rf"(?:{trie_pattern(titles, flexible_space=False)})(?!\w)")
        self._places = {fold(p.name): p.name for p in knowledge.provinces}
        self._place_ends = tuple(f" {name}" for name in self._places)
        self._joined_places = {_joined(p.name): p.name for p in knowledge.provinces}
        self._spelt = _readings(body.name for body in knowledge.bodies)
        self._spelt_heads = _readings(row.head for row in knowledge.body_heads if " " in row.head)
        several = [fold(row.head) for row in knowledge.body_heads if " " in row.head]
        self._head_of_words = re.compile(rf"(?:{trie_pattern(several, flexible_space=False)})(?!\w)")

    def begins(self, text: str) -> bool:
        """Whether a text begins like the name of a body: with a known word, or with an abbreviation (*HĐST*).

        Marks are compared, *HẠNG* is not *Hãng*; only texts that lost all of them, and heads of several words (*HỌI
        ĐÔNG*), are read without.
        """
        if self._heads.longest(text.casefold()):
            return True
        spoilt = self._plain_heads.longest(fold(text))
        if spoilt and (text.isascii() or (" " in spoilt and text.isupper())):
            return True
        first = text.split(maxsplit=1)[0]
        return len(first) > 2 and first.isupper() and not _VOWEL.search(fold(first))

    def is_authority(self, text: str) -> bool:
        """Whether a line in capitals names who decides: *BỘ TRƯỞNG BỘ TÀI CHÍNH*, *ỦY BAN NHÂN DÂN TỈNH*."""
        folded = text.casefold()
        return len(text) < 120 and bool(self._heads.longest(folded) or self._office.match(folded))

    def is_office_of_body(self, text: str) -> bool:
        """Whether a line in capitals names an office, alone or with its body: *CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH*."""
        return len(text) < 120 and bool(self._office.match(text.casefold()))

    def restored_place(self, place: str) -> str:
        """A province whose marks were lost (*Ha Noi*) or whose letters stand apart (*Qu ả ng Ngãi*); else as printed."""
        if place.isascii():
            return self._places.get(fold(place), place)
        return self._joined_places.get(_joined(place), place)

    def ends_with_place(self, text: str) -> bool:
        """Whether a text in capitals ends with the name of a province."""
        return fold(text.rstrip(" *")).endswith(self._place_ends)

    def is_scattered_place(self, text: str) -> bool:
        """Whether a text is a province whose letters stand apart."""
        return text not in self._joined_places.values() and _joined(text) in self._joined_places

    def split(self, pieces: list[Piece]) -> tuple[Piece | None, Piece | None]:
        """The superior body and the issuer."""
        groups: list[list[Piece]] = []
        for piece in pieces:
            if groups and self._continues(groups[-1], piece):
                groups[-1].append(piece)
            else:
                groups.append([piece])
        bodies = [self._joined(group) for group in groups]
        bodies = [b for b in bodies if len(b.text) > 2]
        if not bodies:
            return None, None
        if len(bodies) == 1 or fold(bodies[-2].text) == fold(bodies[-1].text):
            return None, bodies[-1]  # the gazette prints the issuer as the rubric of its section once more
        return bodies[-2], bodies[-1]

    def _continues(self, group: list[Piece], piece: Piece) -> bool:
        before = " ".join(p.text for p in group).casefold()
        text = piece.text.casefold()
        if f"{before} {text}" in self._names or self._begin_name(before, text):
            return True
        if group[-1].text.endswith(_TAIL) or _HEADLESS.match(text) or _PLACE.match(fold(piece.text)):
            return True
        return not self.begins(piece.text)

    def _begin_name(self, before: str, text: str) -> bool:
        """Whether a name begins with two lines of which the first is no name itself: *VĂN PHÒNG / CHÍNH PHỦ*."""
        if before in self._names:
            return False
        both = f"{before} {text}"
        place = bisect_left(self._sorted_names, both)
        return place < len(self._sorted_names) and self._sorted_names[place].startswith(both)

    def _joined(self, group: list[Piece]) -> Piece:
        text = re.sub(r"\s+", " ", " ".join(p.text for p in group)).strip(" -*_")
        return Piece(group[0].start, group[-1].end, self._repaired(text))

    def _repaired(self, text: str) -> str:
        """A name whose marks or blanks were lost, when its letters leave one reading: *TĨNH QUANG NGÀI*, *CHÍNHPHỦ*."""
        if text.casefold() in self._names or not (text.isupper() or text.isascii()):
            return text
        if known := self._spelt.get(_joined(fold(text))):
            return known.upper()
        head = self._head_of_words.match(fold(text))
        spelt = self._spelt_heads.get(_joined(head[0])) if head else ""
        if head and spelt:
            text = spelt.upper() + text[head.end() :]
        match = re.search(r"\b(TINH|THANH PHO|TP\.?) (.+)$", fold(text))
        if match and match[2] in self._places and text.isupper():
            kind = {"TINH": "TỈNH", "THANH PHO": "THÀNH PHỐ"}.get(match[1], match[1])
            return f"{text[: match.start()]}{kind} {self._places[match[2]].upper()}"
        return text


def _joined(text: str) -> str:
    return text.replace(" ", "")


def _readings(names: Iterable[str]) -> dict[str, str]:
    """Names by their letters alone; empty where two share them."""
    found: dict[str, str] = {}
    for name in names:
        key = _joined(fold(name))
        known = found.setdefault(key, name)
        if known.casefold() != name.casefold():
            found[key] = ""
    return found
