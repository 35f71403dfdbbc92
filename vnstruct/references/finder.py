"""From tokens to mentions: what each number, name and type word cites.

Numbers come first, they are the surest; then names; then the type words that are left, by what follows them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from vnstruct.references.anaphora import Anaphora
from vnstruct.references.citation import Citation
from vnstruct.references.model import Mention
from vnstruct.references.named import NamedForms
from vnstruct.references.names import LAWS, NUMBERED_BY_SERIAL, Name, NameScanner
from vnstruct.references.numbers import DocumentNumber, NumberScanner
from vnstruct.references.subjects import Subjects
from vnstruct.references.types import TypeWord, TypeWords

# "Nghị định số 1", "các văn bản số: 1", "các văn bản: số 1", "Quyết định số ….../QĐ-UBND"
_TO_NUMBER = re.compile(r"\s{0,6}:?\s{0,4}(?:s[ốôo]\s{0,3}:?[\s.…_]{0,60})?", re.IGNORECASE)
_SO = re.compile(r"(?<!\w)s[ốôo]\s{0,3}:?[\s.…_]{0,60}$", re.IGNORECASE)
# "Quyết định của UBND tỉnh số 12/QĐ-UBND", "Chương trình hành động số 05-CTr/TU"
_ASIDE = re.compile(r"(?:\s{1,3}[^\s.;:!?()“”\"]{1,20}){1,12}\s{1,3}s[ốô]\s{0,3}:?\s{0,3}", re.IGNORECASE)
# The document's own number: "Số: 12/QĐ-UBND" at the start of a line or a cell.
_OWN_NUMBER = re.compile(r"(?:^|\n|\||\t)[ \t*]{0,8}S[Ốố][^\w\n]{0,4}:[\s.…_*]{0,60}$")
_LAW_TO_NUMBER = re.compile(r"(?:[^.;:\d\n]|\n(?!\s|[-+*•])){3,100}?\ssố\s{1,3}")
_ABBREVIATED = re.compile(r"(?<!\w)(?P<code>[A-ZĐ][A-Za-zĐ]{1,3})\s{1,2}$")
_TO_NAME = re.compile(r"\s{0,3},?\s{0,3}(?:số\s{0,2}:?\s{0,2})?")
_SHORT = re.compile(
    r"[ \t]{1,3}(?P<so>[sS]ố\s{0,2}:?\s{0,2})?(?P<serial>\d{1,4}[a-zđ]?)(?![\w/%]|[.,]\d|\s?-\s?\d|\s?[-/]\s?[A-ZĐ])"
    r"(?=\s{0,2}(?:[.,;:)”\"\]]|\Z|\n)|\s{1,3}(?:của|về|và|ngày|là|được|đã|có|theo|cho|trong|quy định|như|thì|nêu|này|trên|do|để|vào|tại|với"
    r"|năm\s{1,2}(?:19|20)\d\d|hoặc|phải|khi|cũng|đến|khóa|ban hành|hướng dẫn|sửa đổi|yêu cầu|còn|mới|-)(?!\w))"
)
_NEXT_SERIAL = re.compile(r"(?:\s{0,2},\s{0,2}|\s{1,2}và\s{1,2})(?P<serial>\d{1,3}[a-zđ]?)(?=\s{0,2}[,.;)]|\s{1,2}(?:và|của|về)\s|\s{0,2}\Z)")
_LOWER_SHORT = frozenset({"nghị quyết", "nghị định", "chỉ thị", "thông tư"})
_NAMED_BY_SERIAL = frozenset({"đề án", "chương trình", "bộ chỉ số"})
_NUMBERED_SHORT = NUMBERED_BY_SERIAL | {"kế hoạch", "công văn", "văn bản", "tờ trình", "báo cáo", "sắc lệnh", "pháp lệnh"}
_ASSEMBLY_CODES = ("QH", "UBTVQH", "L", "LCT", "SL", "PL", "NQ")


@dataclass(slots=True)
class _Page:
    """A text with its tokens."""

    text: str
    lower: str
    words: list[TypeWord]
    names: list[Name]
    word_ends: list[int]
    name_ends: list[int]


class CitationFinder:
    """Finds the mentions of one text, without their attributes."""

    def __init__(
        self, types: TypeWords, numbers: NumberScanner, names: NameScanner, subjects: Subjects
    ) -> None:
        self.types = types
        self.subjects = subjects
        self.numbers = numbers
        self.names = names

    def find(self, text: str, lower: str) -> list[Citation]:
        """All mentions in text order; pinpoints, attributes and resolution come later."""
        words = self.types.scan(lower)
        names = self.names.scan(text, lower)
        page = _Page(text, lower, words, names, [w.end for w in words], [n.end for n in names])
        numbered = [c for n in self.numbers.scan(text) if (c := self._numbered(page, n)) is not None]
        used = {c.start for c in numbered}
        forms = NamedForms(text, words, self.subjects)
        named = [self._named(n, forms) for n in names if n.start not in used]
        taken = _Spans([*numbered, *named])
        rest = self._rest(page, taken, forms)
        return _without_doubles([*numbered, *named, *rest])

    def _numbered(self, page: _Page, number: DocumentNumber) -> Citation | None:
        text = page.text
        so = _SO.search(text, max(0, number.start - 70), number.start)
        begin = so.start() if so else number.start
        if so and _OWN_NUMBER.search(text, max(0, number.start - 80), number.start):
            return None
        name = self._name_before(page, number)
        if name:
            mention = Mention(name.start, number.end, "numbered", name.doc_type, number.text, name.printed, source="law-number")
            return Citation(mention, number, name)
        word = self._word_before(page, number)
        if word is None and so is None:
            word = self.types.misspelt(page.lower, begin) if number.form != "spaced" else None
        elif word is None:
            word = self.types.misspelt(page.lower, begin)
        if word is not None:
            mention = Mention(word.start, number.end, "numbered", word.doc_type, number.text, source=f"number-{number.form}")
            return Citation(mention, number)
        abbreviated = _ABBREVIATED.search(text, max(0, begin - 7), begin)
        if abbreviated and (names_of := self.types.codes.types_of(abbreviated["code"], party=number.form == "hyphen")):
            mention = Mention(abbreviated.start(), number.end, "numbered", names_of[0], number.text, source="number-abbreviated")
            return Citation(mention, number)
        if not self._stands_alone(number, so is not None):
            return None
        doc_type = self.types.of_number(number) or "công văn"
        mention = Mention(begin, number.end, "numbered", doc_type, number.text, confidence=0.8, source="number-untyped")
        return Citation(mention, number, untyped=True)

    def _stands_alone(self, number: DocumentNumber, so: bool) -> bool:
        """Whether a number without a type word is a document's: *số 12/B3* is a house."""
        if self.numbers.certain(number):
            return True
        codes = self.types.codes
        known = any(codes.is_type(c) or codes.is_issuer(c) for c in number.codes)
        if not so or number.form in ("damaged", "spaced"):
            return False
        return known and (number.form == "blank" or len(number.codes) > 1)

    def _name_before(self, page: _Page, number: DocumentNumber) -> Name | None:
        index = bisect_right(page.name_ends, number.start) - 1
        if index < 0:
            return None
        name = page.names[index]
        code = number.codes[0]
        if not name.laws or not (code.startswith(("QH", "UBTVQH")) or code in _ASSEMBLY_CODES):
            return None
        return name if _TO_NAME.fullmatch(page.text, name.end, number.start) else None

    def _word_before(self, page: _Page, number: DocumentNumber) -> TypeWord | None:
        index = bisect_right(page.word_ends, number.start) - 1
        if index < 0 or number.start - page.word_ends[index] > 110:
            return None
        word = page.words[index]
        if _TO_NUMBER.fullmatch(page.text, word.end, number.start):
            return self._longer(page, index, number)
        if number.codes[0].startswith(("QH", "UBTVQH")) or number.codes[0] in _ASSEMBLY_CODES:
            return self._law_before(page, index, number)
        agrees = any(word.doc_type in self.types.codes.types_of(code) for code in number.codes[:2])
        return word if agrees and _ASIDE.fullmatch(page.text, word.end, number.start) else None

    def _law_before(self, page: _Page, index: int, number: DocumentNumber) -> TypeWord | None:
        """*Luật Phòng, chống … (HIV/AIDS) số 64/2006/QH11*: a law not in the table, its number at the end of its name."""
        word = page.words[index]
        if word.doc_type in LAWS and _LAW_TO_NUMBER.fullmatch(page.text, word.end, number.start):
            return word
        return None

    def _longer(self, page: _Page, index: int, number: DocumentNumber) -> TypeWord:
        """*Thông báo Kết luận số 36/TB-VPCP*: the code names the first of two type words."""
        word = page.words[index]
        if index == 0:
            return word
        before = page.words[index - 1]
        if page.text[before.end : word.start].strip() or not before.end < word.start:
            return word
        codes = self.types.codes
        first, second = (any(w.doc_type in codes.types_of(c) for c in number.codes[:2]) for w in (before, word))
        return before if first and not second else word

    def _named(self, name: Name, forms: NamedForms) -> Citation:
        """A name of the table; a resolution of a congress may be printed longer (*… lần thứ XIII của Đảng*)."""
        end, printed = name.end, name.printed
        if name.document is not None:
            longer = forms.gathering(TypeWord(name.start, name.start + len(name.doc_type), name.doc_type))
            if longer is not None and longer.end > end:
                end, printed = longer.end, longer.name
        mention = Mention(name.start, end, "named", name.doc_type, name=printed, source="name-table")
        return Citation(mention, name=name)

    def _rest(self, page: _Page, taken: _Spans, forms: NamedForms) -> list[Citation]:
        """The type words that no number and no name has used."""
        anaphora = Anaphora(page.text, self.types.acts)
        carriers = {c.start for c in taken.citations if c.mention.kind == "numbered"}
        found: list[Citation] = []
        for index, word in enumerate(page.words):
            if taken.holds(word.start):
                continue
            citation = anaphora.at(word)
            if citation is None:
                shorts = self._short(page, word)
                found += shorts
                if shorts:
                    continue
                following = page.words[index + 1].start if index + 1 < len(page.words) else -1
                damaged = self.names.damaged(page.text, page.lower, word.start) if word.doc_type in LAWS else None
                if damaged is not None and page.text[word.start].isupper():
                    found.append(self._named(damaged, forms))
                    continue
                form = forms.at(word) or (forms.attached(word, following) if following in carriers else None)
                if form is None:
                    continue
                mention = Mention(form.start, form.end, "named", form.doc_type, name=form.name, confidence=0.8, source=form.rule)
                citation = Citation(mention)
            found.append(citation)
        return found

    def _short(self, page: _Page, word: TypeWord) -> list[Citation]:
        """*Nghị quyết 57*, *Chỉ thị số 05*, *Nghị quyết 71, 57*; *Kế hoạch 2025* and *kế hoạch 5 năm* are none."""
        m = _SHORT.match(page.text, word.end)
        if m is None:
            return []
        capital = page.text[word.start].isupper()
        serial = m["serial"]
        if word.doc_type in _NAMED_BY_SERIAL:
            if not capital or len(serial) < 2:
                return []
            name = " ".join(page.text[word.start : m.end("serial")].split())
            return [Citation(Mention(word.start, m.end("serial"), "named", word.doc_type, name=name, confidence=0.8, source="nickname"))]
        if word.doc_type not in _NUMBERED_SHORT or not (capital or (word.doc_type in _LOWER_SHORT and m["so"] is None)):
            return []
        if m["so"] is None and (serial.isdigit() and 1900 <= int(serial) <= 2100):
            return []
        mentions = [Mention(word.start, m.end("serial"), "numbered", word.doc_type, serial, confidence=0.8, source="short-number")]
        following = _NEXT_SERIAL.match(page.text, m.end("serial"))
        while following:
            start, end = following.span("serial")
            mentions.append(Mention(start, end, "numbered", word.doc_type, following["serial"], confidence=0.7, source="short-number"))
            following = _NEXT_SERIAL.match(page.text, end)
        return [Citation(mention, short=True) for mention in mentions]


class _Spans:
    """Stretches that are taken already."""

    def __init__(self, citations: list[Citation]) -> None:
        self.citations = sorted(citations, key=lambda c: c.start)
        self._starts = [c.start for c in self.citations]
        self._reach: list[int] = []
        reach = 0
        for citation in self.citations:
            reach = max(reach, citation.end)
            self._reach.append(reach)

    def holds(self, position: int) -> bool:
        """Whether a mention covers the position."""
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and self._reach[index] > position


def _without_doubles(citations: list[Citation]) -> list[Citation]:
    """In text order; of mentions that cross or coincide the surer one stays, documents named inside a name stay too."""
    citations.sort(key=lambda c: (c.start, -c.end))
    kept: list[Citation] = []
    starts: list[int] = []
    for citation in citations:
        index = bisect_left(starts, citation.start)
        if index < len(kept) and kept[index].start == citation.start:
            continue  # the longer one came first
        if kept and citation.start < kept[-1].end < citation.end and citation.mention.kind != "numbered":
            continue
        kept.append(citation)
        starts.append(citation.start)
    return kept
