"""The signature block: on whose behalf, in which office, by whom."""

from __future__ import annotations

import re
from itertools import pairwise

from vnstruct.knowledge import Knowledge
from vnstruct.layout.fold import LOWER, UPPER, fold
from vnstruct.layout.model import HeaderField
from vnstruct.layout.names import RANK, PersonNames, bare, capitalised
from vnstruct.layout.rows import Piece
from vnstruct.text import trie_pattern

AUTHORITY = re.compile(
    rf"(?:T/?M|K/?T|T/?L|T/?U/?Q)(?:\s?[./]\s*|\s+)(?=[{UPPER}]{{2}}|\Z)|Q\.\s*(?=[{UPPER}]{{2}})|(?:TM|KT|TL|TUQ)\Z"
)
"""TM., KT., TL., TUQ., Q. of the state and T/M, K/T, T/L of the Party (formats 1.10, 3.6)."""

_NO_OFFICE = frozenset({"THUONG TRUC", "LANH DAO", "TRO LY", "THU KY", "CHU DAU TU", "NGUOI DUNG DAU"})
_FLAT_TAIL = re.compile(rf"(?:(?<!\s)\s+[{UPPER}][{LOWER}]+){{2,5}}\Z")


class Offices:
    """Recognises offices in capitals."""

    def __init__(self, knowledge: Knowledge) -> None:
        titles = trie_pattern({fold(office.title) for office in knowledge.offices} - _NO_OFFICE)
        spelt: dict[str, set[str]] = {}
        for office in knowledge.offices:
            spelt.setdefault(fold(office.title), set()).add(office.title.upper())
        self._spelt = {folded: names.pop() for folded, names in spelt.items() if len(names) == 1}
        self._office = re.compile(
            rf"(?:QUYEN\s|Q\.\s?|KIEM\s)?(?:{titles}|(?:PHO\s)?(?:(?!PHO\b)[A-Z]{{2,7}}\s){{0,2}}TRUONG|(?:PHO\s)?CHANH\s[A-Z]+)(?![A-Z])"
        )
        heads = trie_pattern(fold(row.head) for row in knowledge.body_heads)
        self._body = re.compile(rf"(?:{heads})(?![A-Z])")
        self._prefix = re.compile(r"\b(?:T/?M|K/?T|T/?L|TUQ)(?:\s?[./]\s?|\s)(?=[A-Z])")

    def names_body(self, text: str) -> bool:
        """Whether a text in capitals begins like the name of a body (*VĂN PHÒNG CHÍNH PHỦ*), as no person does."""
        return bool(self._body.match(fold(text)))

    def restored(self, text: str) -> str:
        """An office as it is spelt, when recognisers have taken marks from it: *CHU TỊCH*.

        >>> from vnstruct.knowledge import load_knowledge
        >>> offices = Offices(load_knowledge())
        >>> offices.restored("PHÓ CHU TICH"), offices.restored("CHỦ TỌA")
        ('PHÓ CHỦ TỊCH', 'CHỦ TỌA')
        """
        return self._spelt.get(fold(text), text) if text.isupper() else text

    def opens(self, text: str) -> bool:
        """Whether a text begins with an office."""
        return bool(self._office.match(fold(text)))

    def flattened(self, text: str) -> bool:
        """Whether offices in capitals and a name share the text: *KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG Trần Văn An*."""
        tail = _FLAT_TAIL.search(text)
        if not tail or not text[: tail.start()].isupper():
            return False
        return bool(AUTHORITY.match(text)) or self.opens(text)

    def parts(self, piece: Piece) -> list[Piece]:
        """The offices of a flattened text: *TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH* are three.

        An abbreviation opens one; so does an office, unless it is the one that the abbreviation before it needs
        (*KT. CHỦ TỊCH*) or a comma joins it to the one before (*BỘ TRƯỞNG, CHỦ NHIỆM*).
        """
        folded = fold(piece.text)
        prefixes = list(self._prefix.finditer(folded))
        cuts = {0} | {m.start() for m in prefixes}
        needed = {m.end() for m in prefixes if not m[0].startswith(("TM", "T/M"))}
        for office in self._office.finditer(folded):
            before = folded[: office.start()].rstrip()
            if before.endswith((" BAN", " DOAN")):
                continue  # "TM. BAN BÍ THƯ", "TM. ĐOÀN CHỦ TỊCH"
            inside_word = office.start() and folded[office.start() - 1] != " "
            if office.start() not in needed and not before.endswith((",", " VA", "-")) and not inside_word:
                cuts.add(office.start())
        bounds = [*sorted(cuts), len(piece.text)]
        found = []
        for start, end in pairwise(bounds):
            part = piece.text[start:end].rstrip()
            if part:
                found.append(Piece(piece.start + start, piece.start + start + len(part), part))
        return found

    def continues(self, group: Piece, piece: Piece) -> bool:
        """Whether a cell goes on with the office before it: *TM. ỦY BAN / NHÂN DÂN*, *KT. BỘ TRƯỞNG, / CHỦ NHIỆM*."""
        if AUTHORITY.match(piece.text) or piece.text in {"PHÓ", "QUYỀN"}:
            return False
        if group.text.endswith((",", "-", "VÀ", "PHÓ", "QUYỀN", "TỔNG")) or AUTHORITY.fullmatch(group.text):
            return True
        return not self.opens(piece.text)


def read_signature(
    cells: list[tuple[Piece, str]], offices: Offices, names: PersonNames
) -> tuple[dict[str, HeaderField], list[tuple[int, int]]]:
    """Authority, the signer's office and name, and the spans of all offices of the block."""
    groups: list[Piece] = []
    parts: list[Piece] = []
    for piece, kind in cells:
        if kind == "name":
            parts.append(piece)
            continue
        if kind != "office":
            continue
        printed, name = _without_name(piece)
        if name:
            parts.append(name)
        for part in offices.parts(printed):
            if groups and offices.continues(groups[-1], part):
                groups[-1] = Piece(groups[-1].start, part.end, f"{groups[-1].text} {part.text}")
            else:
                groups.append(part)
    fields: dict[str, HeaderField] = {}
    behalf = [group for group in groups if _on_behalf(group)]
    own = [group for group in groups if not _on_behalf(group)]
    if behalf:
        fields["authority"] = _field(behalf[0])
    if own:
        office = _field(own[-1])
        office.value = offices.restored(office.value)
        fields["signer_title"] = office
    if parts:
        fields["signer_name"] = _name(parts, names)
    return fields, [(group.start, group.end) for group in groups]


def _on_behalf(group: Piece) -> bool:
    """Whether an office is another's; *Q. CHỦ TỊCH* is the signer's own, who acts in it."""
    return AUTHORITY.match(group.text) is not None and not group.text.startswith("Q.")


def _without_name(piece: Piece) -> tuple[Piece, Piece | None]:
    tail = _FLAT_TAIL.search(piece.text)
    if not tail or not piece.text[: tail.start()].isupper():
        return piece, None
    if RANK.fullmatch(piece.text, 0, tail.start()):  # "PGS.TS. Trần Văn An"
        return Piece(piece.start, piece.start, ""), piece
    start = tail.start() + len(tail[0]) - len(tail[0].lstrip())
    office = piece.text[: tail.start()]
    name = Piece(piece.start + start, piece.end, piece.text[start:])
    return Piece(piece.start, piece.start + len(office), office), name


def _name(parts: list[Piece], names: PersonNames) -> HeaderField:
    first, *rest = parts
    words = names.restored(bare(first.text)).split()
    end = first.end
    for part in rest:
        more = part.text.split()
        if len(words) + len(more) > 5 or (len(words) > 1 and len(more) > 1):
            break
        words += more
        end = part.end
    value = " ".join(words)
    return HeaderField(value, first.start, end, 1.0 if names.is_name(value) else 0.7)


def _field(piece: Piece) -> HeaderField:
    text = re.sub(r"\s+", " ", piece.text).strip(" *,")
    return HeaderField(text, piece.start, piece.end, 1.0 if capitalised(text.split()[-1:]) else 0.8)
