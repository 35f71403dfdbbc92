"""Documents known by name: laws and codes, programmes, strategies, treaties, from the tables, in one scan.

A law is printed with its year (*Luật Đất đai năm 2013*, *Luật Nhà ở 2023*), a programme with its span (*giai đoạn 2021
- 2025, tầm nhìn đến năm 2030*); both belong to the name. An amending law is one name together with the law it amends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vnstruct.knowledge import Knowledge, Law, NamedDocument
from vnstruct.references.letters import plain
from vnstruct.references.patterns import compiled, spaced
from vnstruct.text import trie_pattern

_WHITE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]+")
_LONGEST_LAW = 20  # words
_SHORTEST_PART = 6  # words of a name that is printed in part: "Pháp lệnh ưu đãi người có công"
_LINK = compiled("~(?:,|và) ")
_NAME_BREAK = re.compile(r"[:;.()“”\"]|\n\s*\n")
_LAW_TAIL = compiled(
    r"""(?: \((?:sửa đổi|sửa đổi, bổ sung)(?: năm \d{4})?\))?
    (?: (?:(?:được )?sửa đổi(?:, bổ sung)? )?(?:năm )?(?P<year>(?:19|20)\d\d)(?![\d/-]))?"""
)
HORIZON = spaced(
    r"""(?:~,? (?:(?:cho )?(?:giai đoạn|thời kỳ|thời kì) (?:từ (?:năm )?)?\d{4}\s?(?:-|đến(?: năm)?)\s?\d{4}
    |(?:giai đoạn )?đến (?:năm )?\d{4}
    |\d{4}\s?-\s?\d{4}
    |(?:và )?(?:tầm nhìn|định hướng)(?: đến)?(?: năm)? \d{4})(?![\d/]))"""
)
"""The span of years that ends the name of a plan: *giai đoạn 2021 - 2030, tầm nhìn đến năm 2050*."""
_SHORT_NAME = re.compile(r"(?:(?:Luật|Bộ luật) )?[A-ZĐ&]{3,8}(?P<tail>(?: .+)?)")
_PLAN_TAIL = re.compile(rf"{HORIZON}{{0,4}}")
_AMENDING = compiled(
    r"""(?<!\w)(?P<type>luật|bộ luật|pháp lệnh) s\wa đ\wi(?:(?:,| và)? b\w s\wng)?
    (?: m\wt s\w)?(?: (?:đi\wu|nội dung|quy định)(?: \d{1,3})?)?(?: (?:c\wa|tại))? $"""
)
# Types whose documents are told apart by their numbers; the number of a scheme (Đề án 06) is part of its name.
NUMBERED_BY_SERIAL = frozenset({
    "nghị quyết", "nghị định", "chỉ thị", "thông tư", "quyết định", "kết luận", "quy định", "hướng dẫn", "thông báo",
    "công điện",
})  # fmt: skip
LAWS = frozenset({"luật", "bộ luật", "pháp lệnh"})
"""Types whose documents have official names, which need no number."""
_NICKNAME = re.compile(r"(?P<type>.+?)\s(?:số\s)?(?P<serial>\d{1,4}[a-zđ]?)$")


@dataclass(slots=True)
class Name:
    """A name in the text.

    ``laws`` are the generations of the law it may mean, oldest first; ``document`` the row of another named document.
    ``year`` is printed with the name. ``printed`` is the name with single blanks.
    """

    start: int
    end: int
    doc_type: str
    printed: str
    year: str = ""
    laws: tuple[Law, ...] = ()
    document: NamedDocument | None = None


class NameScanner:
    """Finds the names that the tables know."""

    def __init__(self, knowledge: Knowledge, doc_types: frozenset[str]) -> None:
        self._laws: dict[str, list[Law]] = {}
        for law in knowledge.laws:
            for name in (law.name, *law.aliases):
                self._laws.setdefault(name.lower(), []).append(law)
        self._plain_laws = {" ".join(_WORD.findall(plain(n))): laws for n, laws in self._laws.items() if " " in n}
        for name, laws in list(self._plain_laws.items()):
            words = name.split()
            for count in range(_SHORTEST_PART, len(words)):
                self._plain_laws.setdefault(" ".join(words[:count]), laws)
        self._plain_heads = {tuple(name.split()[:2]) for name in self._plain_laws}
        self._documents: dict[str, NamedDocument] = {}
        self.nicknames: dict[tuple[str, str], NamedDocument] = {}
        for row in knowledge.named_documents:
            # the name of a row that is there for its nickname is but a description: "Nghị định về hóa đơn, chứng từ"
            certain = set(row.aliases) if row.category == "nickname" else {row.name, *row.aliases}
            for name in (*certain, *row.ambiguous_aliases):
                self._add(row, name, doc_types, certain=name in certain)
        self._capitals = frozenset(
            name.lower() for law in knowledge.laws for name in (law.name, *law.aliases) if name.isupper()
        )
        self._pattern = re.compile(trie_pattern(sorted({*self._laws, *self._documents})) + r"(?!\w)")
        subjects = {key.removeprefix("luật "): key for key in self._laws if key.startswith("luật ")}
        self._subjects = subjects
        self._subject = re.compile(trie_pattern(sorted(subjects)) + r"(?!\w)")
        self._doc_types = sorted(doc_types, key=len, reverse=True)

    def _add(self, row: NamedDocument, name: str, doc_types: frozenset[str], *, certain: bool) -> None:
        """A name of the table, if it begins like a document: *Đại hội VI của Đảng* is an event."""
        lower = name.lower()
        nickname = _NICKNAME.fullmatch(lower)
        if nickname and nickname["type"] in NUMBERED_BY_SERIAL:
            # "Nghị quyết 57" carries a number; what it means is looked up when nothing in the text says so
            self.nicknames.setdefault((nickname["type"], nickname["serial"].lstrip("0")), row)
            return
        like_name = lower.split()[:2] == row.name.lower().split()[:2]
        typed = any(lower.startswith(f"{t} ") for t in doc_types)
        if certain and (typed or like_name or (row.doc_type and lower.startswith(row.doc_type))):
            self._documents.setdefault(lower, row)

    def scan(self, text: str, lower: str) -> list[Name]:
        """Every name, longest first, in text order.

        >>> from vnstruct.knowledge import load_knowledge
        >>> scanner = NameScanner(load_knowledge(), frozenset({"luật", "bộ luật"}))
        >>> text = "theo Luật Đầu tư công năm 2019, Bộ luật Lao động"
        >>> [(n.printed, n.year) for n in scanner.scan(text, text.lower())]
        [('Luật Đầu tư công năm 2019', '2019'), ('Bộ luật Lao động', '')]
        """
        found: list[Name] = []
        for m in self._pattern.finditer(lower):
            if m.start() and lower[m.start() - 1].isalnum():
                continue
            key = _WHITE.sub(" ", m[0])
            name = self._law(text, lower, m, key) if key in self._laws else self._document(text, lower, m, key)
            if name is None:
                continue
            if found and name.start < found[-1].end:
                if name.start > found[-1].start:
                    continue
                found.pop()
            found.append(name)
            if name.laws and lower.endswith("các ", 0, name.start):
                found += self._elided(text, lower, name.end)
        return found

    def _elided(self, text: str, lower: str, end: int) -> Iterator[Name]:
        """*các Luật Đất đai, Nhà ở và Kinh doanh bất động sản*: the word *Luật* is printed once."""
        while (link := _LINK.match(lower, end)) and (m := self._subject.match(lower, link.end())):
            if not text[m.start()].isupper():
                return
            key = self._subjects[_WHITE.sub(" ", m[0])]
            printed = "Luật " + _WHITE.sub(" ", text[m.start() : m.end()])
            yield Name(m.start(), m.end(), "luật", printed, laws=tuple(self._laws[key]))
            end = m.end()

    def _law(self, text: str, lower: str, m: re.Match[str], key: str) -> Name | None:
        start, end = m.span()
        printed = text[start:end]
        if key in self._capitals and not printed.isupper():
            return None
        if printed.islower() or (key[0] == "l" and not printed[0].isupper() and not printed[5:6].isupper()):
            return None  # "luật giáo dục" as a subject of study
        laws = tuple(self._laws[key])
        doc_type = _law_type(laws[0])
        amending = _AMENDING.search(lower, max(0, start - 80), start)
        if amending:
            start, doc_type, laws = amending.start(), amending["type"], self._amending(laws)
            whole = self.damaged(text, lower, start)  # "… của Luật Quy hoạch, Luật Đầu tư và Luật Đấu thầu"
            if whole is not None and whole.end > end:
                return whole
        tail = _LAW_TAIL.match(lower, end)
        year = ""
        if tail:
            end, year = tail.end(), tail["year"] or ""
        return Name(start, end, doc_type, self._printed(text[start:end], laws), year, laws)

    def damaged(self, text: str, lower: str, start: int) -> Name | None:
        """The law whose name is printed here in part, or with marks lost: *Luật Tô chức chính quyên địa phương*."""
        words = list(_WORD.finditer(plain(lower[start : start + 160])))[:_LONGEST_LAW]
        if tuple(w[0] for w in words[:2]) not in self._plain_heads:
            return None
        if len(words) > 1 and text[start + words[1].start()].islower() and words[0][0] == "luat":
            return None  # "Hội Luật gia" is not "Luật Giá" with its mark lost
        for count in range(len(words), 1, -1):
            laws = self._plain_laws.get(" ".join(w[0] for w in words[:count]))
            if laws:
                end = start + words[count - 1].end()
                if _NAME_BREAK.search(lower, start, end):
                    return None  # "các Luật: Bảo vệ môi trường, Đất đai"
                tail = _LAW_TAIL.match(lower, end)
                if tail:
                    end = tail.end()
                year = (tail["year"] if tail else "") or ""
                return Name(start, end, _law_type(laws[0]), _WHITE.sub(" ", text[start:end]), year, tuple(laws))
        return None

    def _amending(self, amended: tuple[Law, ...]) -> tuple[Law, ...]:
        """The laws that amend one of the given laws."""
        numbers = {law.number for law in amended if law.number}
        names = {law.name.lower() for law in amended}
        everything = (law for laws in self._laws.values() for law in laws)
        found = {id(law): law for law in everything if numbers & set(law.amends) and law.name.lower() not in names}
        return tuple(sorted(found.values(), key=lambda law: law.date))

    def _document(self, text: str, lower: str, m: re.Match[str], key: str) -> Name | None:
        start, end = m.span()
        if not text[start].isupper():
            return None
        row = self._documents[key]
        tail = _PLAN_TAIL.match(lower, end)
        if tail:
            end = tail.end()
        doc_type = row.doc_type or " ".join(key.split()[:2])
        if not key.startswith(doc_type):
            doc_type = next((t for t in self._doc_types if key.startswith(f"{t} ")), doc_type)
        return Name(start, end, doc_type, _WHITE.sub(" ", text[start:end]), document=row)

    def _printed(self, text: str, laws: tuple[Law, ...]) -> str:
        """The name on one line; in capitals (headings) as the table writes it, abbreviations (*Luật PCTN*) written out."""
        printed = _WHITE.sub(" ", text)
        if laws and printed.isupper() and len(printed) > 8:
            return laws[-1].name
        short = _SHORT_NAME.fullmatch(printed)
        if laws and short:
            return laws[-1].name + short["tail"]
        return printed


def _law_type(law: Law) -> str:
    """The type a law is cited by: an amending law is a law too."""
    first = law.name.lower()
    for doc_type in ("bộ luật", "luật", "pháp lệnh", "hiến pháp", "nghị quyết"):
        if first.startswith(doc_type):
            return doc_type
    return law.kind or "luật"
