"""The words that name a type of document: *Nghị định*, *thông tư liên tịch*, *Công văn*.

Most of them also are verbs or common nouns (*quyết định*, *hướng dẫn*, *kế hoạch*); whether one begins a reference is
decided by what follows it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from vnstruct.knowledge import Knowledge
from vnstruct.references.codes import Codes
from vnstruct.references.letters import plain
from vnstruct.references.numbers import DocumentNumber
from vnstruct.text import trie_pattern

# Words that end in a type word and mean something else: pháp luật, kỷ luật, quy luật, mệnh lệnh.
_COMPOUND = re.compile(r"(?:pháp|kỷ|quy|định|giới|học|khoa|trường|mệnh|hiệu|khẩu|án)\s{1,3}$")
# Movements and campaigns are no documents; annexes and lists are parts of one.
_NO_HEAD = frozenset({"phong trào thi đua", "cuộc vận động", "phụ lục", "danh mục", "văn kiện"})
_LAST_WORDS = re.compile(r"(?:\w+\s{1,3}){1,4}$")
_WHITE = re.compile(r"\s+")


class TypeWord(NamedTuple):
    """A type word in the text; ``doc_type`` is its name in lower case."""

    start: int
    end: int
    doc_type: str


class TypeWords:
    """Finds type words, and the type that a number's code or a misspelt word stands for."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.codes = Codes.of(knowledge)
        spellings: dict[str, str] = {}
        for row in knowledge.document_types:
            if row.name in _NO_HEAD:
                continue
            spellings.setdefault(row.name, row.name)
            for alias in getattr(row, "aliases", ()):
                spellings.setdefault(alias.lower(), row.name)
        self._names = spellings
        self.names = frozenset(spellings.values())
        self._pattern = re.compile(trie_pattern(sorted(spellings)) + r"(?!\w)")
        self._plain = {plain(name): name for name in sorted(spellings.values(), reverse=True)}
        self.acts = frozenset(
            row.name
            for row in knowledge.document_types
            if row.normative or row.kind in ("directive", "resolution", "decision", "normative")
        )

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def scan(self, lower: str) -> list[TypeWord]:
        """Every type word of a text given in lower case, in text order.

        >>> from vnstruct.knowledge import load_knowledge
        >>> words = TypeWords(load_knowledge())
        >>> [w.doc_type for w in words.scan("pháp luật, luật đất đai, thông tư liên tịch số 1")]
        ['luật', 'thông tư liên tịch']
        """
        found: list[TypeWord] = []
        for m in self._pattern.finditer(lower):
            start = m.start()
            if start and lower[start - 1].isalnum():
                continue
            if lower[start] == "l" and _COMPOUND.search(lower, max(0, start - 8), start):
                continue
            printed = m[0]
            doc_type = self._names.get(printed) or self._names[_WHITE.sub(" ", printed)]
            found.append(TypeWord(start, m.end(), doc_type))
        return found

    def begins(self, lower: str) -> str | None:
        """The type word that a name in lower case begins with."""
        m = self._pattern.match(lower)
        return self._names[m[0]] if m and m[0] in self._names else None

    def misspelt(self, lower: str, end: int, number: DocumentNumber) -> TypeWord | None:
        """The type word that the words before ``end`` stand for, marks lost or letters wrong.

        Met: *Nghị quyêt*, *Nghi định*, *Thông tu*, *Quyết địh*, *QUYET DINH*. One letter may be wrong; up to three when
        the number's code stands for the type (*Quvct djnh số 12/QĐ-UBND*).
        """
        m = _LAST_WORDS.search(lower, max(0, end - 40), end)
        if m is None:
            return None
        words = [(w.start(), w[0]) for w in re.finditer(r"\w+", m[0])]
        tail = m.start() + len(m[0].rstrip())
        expected = [name for code in number.codes[:2] for name in self.codes.types_of(code)]
        for offset, _ in words:
            candidate = _WHITE.sub(" ", plain(m[0][offset:]).strip())
            name = self._plain.get(candidate) or self._one_letter_off(candidate)
            name = name or next((n for n in expected if _resembles(plain(n), candidate)), None)
            if name:
                return TypeWord(m.start() + offset, tail, name)
        return None

    def _one_letter_off(self, candidate: str) -> str | None:
        if len(candidate) < 7:
            return None
        for spelling, name in self._plain.items():
            if abs(len(spelling) - len(candidate)) <= 1 and spelling[0] == candidate[0] and _close(spelling, candidate):
                return name
        return None

    def of_number(self, number: DocumentNumber) -> str | None:
        """The type a number's code stands for, None when it holds no type (then it is a letter)."""
        party = number.form == "hyphen"
        for code, other in zip(number.codes, (*number.codes[1:], ""), strict=False):
            names = self.codes.types_of(code, party=party)
            # CT is chỉ thị in 24/CT-TTg, but Cục Thuế in 4300/CT-CS
            if names and not (self.codes.is_issuer(code) and other and not self.codes.is_issuer(other)):
                return names[0]
        if number.codes and number.codes[0].startswith("QH") and number.codes[0][2:].isdigit():
            return "luật"  # 43/2024/QH15; resolutions of the assembly are printed with their type
        return None


def _resembles(a: str, b: str) -> bool:
    """Whether as many words of about the same letters stand there: at most three of at least seven differ."""
    if len(a) < 7 or len(a) != len(b) or a.count(" ") != b.count(" "):
        return False
    return sum(x != y for x, y in zip(a, b, strict=True)) <= 3


def _close(a: str, b: str) -> bool:
    """Whether one insertion, deletion or substitution makes the strings equal."""
    if len(a) > len(b):
        a, b = b, a
    i = 0
    while i < len(a) and a[i] == b[i]:
        i += 1
    return a[i:] == b[i + 1 :] if len(a) < len(b) else a[i + 1 :] == b[i + 1 :]
