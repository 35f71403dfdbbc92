"""The type word of a header (*CHỈ THỊ*), and the type that a number implies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnstruct.knowledge import DocumentType, Knowledge
from vnstruct.layout.anchors import Anchor
from vnstruct.layout.fold import UPPER, fold
from vnstruct.layout.rows import Row
from vnstruct.text import trie_pattern

_BODY = re.compile(r"\W{0,3}(?:K[íi]nh g[ửu]i|N[ơo]i nh[ậa]n|Căn cứ|Điều 1\b)")
_FIRST_UNIT = re.compile(rf"(?:1|I)\.\s+[{UPPER}]\w*\s\w")
_FOOTNOTE = re.compile(r"\d{1,2}")
_CHAPTER = re.compile(r"(?:CHUNG|CU THE|CHI TIET)\b")
"""*QUY ĐỊNH CHUNG* heads a chapter."""
_REACH = 2500
"""How far under the other anchors the type word may stand."""
_TYPE_CODE = re.compile(r"[\d.]*[a-zA-Z]?(?:/\d{4}/|[/-])([A-ZĐ][A-Za-zĐđ]*)[-/]")
_PARTY = re.compile(r"[\d.]*[a-zA-Z]?-")


class DocumentTypes:
    """Knows the type words; built once with the knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        names: dict[str, str] = {}
        for row in knowledge.document_types:
            for name in (row.name, *row.aliases):
                names.setdefault(fold(name), row.name)
        # "THÔNG BÁO KẾT LUẬN CỦA …": a thông báo whose title begins with kết luận; "VĂN BẢN" heads forms
        self._names = {n: name for n, name in names.items() if not n.startswith(("VAN BAN", "THONG BAO "))}
        # a footnote may hang on it: "THÔNG TƯ1"
        self._pattern = re.compile(rf"(?:{trie_pattern(self._names, flexible_space=True)})(?=\d{{0,2}}(?!\w))")
        self._state_codes = _codes(knowledge.document_types, ("state", "assembly", "organisation", "court", "party"))
        self._party_codes = _codes(knowledge.document_types, ("party", "organisation", "state"))

    def is_type(self, text: str) -> bool:
        """Whether a text is a type word and nothing else."""
        return bool(self._pattern.fullmatch(fold(text)))

    def anchor(self, zone: str, folded: str, rows: list[Row], anchors: list[Anchor]) -> Anchor | None:
        """The type word: capitals at the start of a line or cell, or right behind another anchor."""
        after = max((a.start for a in anchors if a.kind != "date"), default=0)
        ends = {a.end for a in anchors if a.kind != "emblem"}
        positions = sorted({row.start for row in rows[:160] if row.end > after} | ends)
        for start in positions:
            position = start
            while position < len(zone) and zone[position] in " \t|*-_\n#":
                position += 1
            if anchors and (position - after > _REACH or (position > after and _text_begins(zone, position))):
                return self._at_line_end(zone, folded, after, position) if anchors else None
            found = self._at(zone, folded, position, loose=bool(anchors)) or self._broken(zone, folded, position)
            if found:
                return found
        return None

    def _at(self, zone: str, folded: str, position: int, *, loose: bool) -> Anchor | None:
        found = self._pattern.match(folded, position)
        if not found:
            return None
        printed = zone[found.start() : found.end()]
        line_end = zone.find("\n", found.end())
        rest = zone[found.end() : line_end if line_end >= 0 else len(zone)].strip(" \t|*:.0123456789")
        if _CHAPTER.match(fold(rest[:12])):
            return None
        if "\n" in printed and (rest or not printed.isupper()):
            return None
        name = self._names[re.sub(r"\s+", " ", found[0])]
        if (printed.isupper() and (not rest or _begins_in_capitals(rest))) or (loose and not rest and len(printed) > 4):
            note = _FOOTNOTE.match(zone, found.end())
            return Anchor("type", found.start(), note.end() if note else found.end(), name)
        return None

    def _broken(self, zone: str, folded: str, position: int) -> Anchor | None:
        """A type word whose initial stands on a line of its own: *N / GHỊ ĐỊNH*."""
        found = re.compile(rf"([{UPPER}])\s{{1,12}}(?=[{UPPER}]{{2}})").match(zone, position)
        if not found or "\n" not in found[0]:
            return None
        line_end = folded.find("\n", found.end())
        name = folded[position] + folded[found.end() : line_end if line_end >= 0 else len(folded)].strip()
        known = self._names.get(name)
        return Anchor("type", position, found.end() + len(name) - 1, known) if known else None

    def _at_line_end(self, zone: str, folded: str, start: int, end: int) -> Anchor | None:
        """A type word behind a stamp: *ĐẾN Số … CHỈ THỊ*."""
        for line in re.finditer(r"[^\n]{1,60}(?=\n)", zone[:end]):
            if line.start() < start:
                continue
            for found in self._pattern.finditer(folded, line.start(), line.end()):
                if found.end() == line.end() and zone[found.start() : found.end()].isupper() and len(found[0]) > 5:
                    return Anchor("type", found.start(), found.end(), self._names[re.sub(r"\s+", " ", found[0])])
        return None

    def by_number(self, number: str) -> str | None:
        """The type whose code stands in a number.

        >>> from vnstruct.knowledge import load_knowledge
        >>> types = DocumentTypes(load_knowledge())
        >>> types.by_number("12/KH-UBND"), types.by_number("345/UBND-VX")
        ('kế hoạch', None)
        >>> types.by_number("12/2019/TT-BYT"), types.by_number("12-TT/TW")
        ('thông tư', 'thông tri')
        """
        code = _TYPE_CODE.match(number)
        codes = self._party_codes if _PARTY.match(number) else self._state_codes
        return codes.get(code[1]) if code else None


def _codes(types: Sequence[DocumentType], systems: tuple[str, ...]) -> dict[str, str]:
    """Types by code, those of the first system first, codes before their variants.

    One code may stand for a type and a kind of it (*kết luận*, *kết luận thanh tra*): the type is meant.
    """
    found: dict[str, str] = {}
    for system in systems:
        rows = [row for row in types if row.system == system]
        for code, name in [(r.code, r.name) for r in rows] + [(v, r.name) for r in rows for v in r.variants]:
            if code and found.setdefault(code, name).startswith(f"{name} "):
                found[code] = name
    return found


def _text_begins(zone: str, position: int) -> bool:
    """Whether grounds, addressees or the first numbered unit stand here: the type word was above, or there is none."""
    return bool(_BODY.match(zone, position) or _FIRST_UNIT.match(zone, position))


def _begins_in_capitals(text: str) -> bool:
    word = text.split(maxsplit=1)[0]
    return word.isupper() and (len(word) > 1 or text[:12].isupper())
