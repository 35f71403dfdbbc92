"""What a number belongs to: the type word, the law's name or the *số* before it, where its mention begins."""

from __future__ import annotations

import re

from vnstruct.references.citation import Citation
from vnstruct.references.model import Mention
from vnstruct.references.names import LAWS, Name
from vnstruct.references.numbers import DocumentNumber, NumberScanner
from vnstruct.references.patterns import compiled
from vnstruct.references.tokens import Tokens
from vnstruct.references.types import TypeWord, TypeWords

# "Nghị định số 1", "các văn bản số: 1", "các văn bản: số 1", "Quyết định số ….../QĐ-UBND"
# A page number may stand between số and the number: "Quy định số⏎3⏎⏎205-QĐ/TW".
_PAGE = r"(?:(?<=\n)\d{1,3}[^\S\n]{0,3}\n[^\S\n]{0,3}\n\s{0,8})?"
_NO = rf"s[oòóỏõọôồốổỗộ]\s{{0,3}}:?[\s.…_]{{0,60}}{_PAGE}"  # số, also with its mark misread
_TO_NUMBER = re.compile(rf"\s{{0,6}}:?\s{{0,4}}(?:{_NO})?", re.IGNORECASE)
_SO = re.compile(rf"(?<!\w){_NO}$", re.IGNORECASE)
# "Quyết định của UBND tỉnh số 12/QĐ-UBND", "Chương trình hành động số 05-CTr/TU"; not over another number: "các Nghị
# quyết số 1/NQ-CP ngày 3 tháng 2 năm 2025, số 2/NQ-CP".
_ASIDE_WORD = r"(?!\d{1,6}[a-zđ]?[/-]|ngày |số \d)[^\s.;:!?()“”\"]{1,20}"
_ASIDE = compiled(rf"(?: {_ASIDE_WORD}){{1,16}} {_NO}", re.IGNORECASE)
# "các Nghị định của Chính phủ: số 63/2010/NĐ-CP …; số 48/2013/NĐ-CP …", not "… được ghi như sau: Số …/NQ-CP"
_ASIDE_COLON = compiled(rf" của(?: (?!(?:sau|được|như) ?:?){_ASIDE_WORD}){{1,16}}~:~{_NO}", re.IGNORECASE)
# "Luật Phòng, chống … (HIV/AIDS) số 64/2006/QH11"
_LAW_ASIDE = compiled(r"(?:[^.;:\d\n]|\n(?!\s|[-+*•])){3,100}?\ssố ")
_TO_LAW_NAME = compiled("~,?~(?:số~:?~)?")
_ABBREVIATED = re.compile(r"(?<!\w)(?P<code>[A-ZĐ][A-Za-zĐ]{1,3})\s{1,2}$")
# The document's own number: "Số: 12/QĐ-UBND" at the start of a line or a cell.
_OWN_NUMBER = re.compile(r"(?:^|\n|\||\t)[ \t*]{0,8}S[Ốố][^\w\n]{0,4}:[\s.…_*]{0,60}$")
_ASSEMBLY_CODES = frozenset({"L", "LCT", "SL", "PL"})
_FARTHEST = 110


class NumberHeads:
    """Makes mentions of numbers."""

    def __init__(self, types: TypeWords, numbers: NumberScanner) -> None:
        self._types = types
        self._codes = types.codes
        self._numbers = numbers

    def citation(self, tokens: Tokens, number: DocumentNumber) -> Citation | None:
        """The mention a number makes, None when it is the document's own or no document's."""
        so = _SO.search(tokens.text, max(0, number.start - 70), number.start)
        if so and _OWN_NUMBER.search(tokens.text, max(0, number.start - 80), number.start):
            return None
        begin = so.start() if so else number.start
        name = self._law_name(tokens, number)
        if name is not None:
            return _citation(number, name.start, name.doc_type, "law-number", name=name)
        word = self._word(tokens, number) or self._types.misspelt(tokens.lower, begin, number)
        if word is not None:
            citation = _citation(number, word.start, word.doc_type, f"number-{number.form}")
            if tokens.text[word.end : begin].strip(" \n:"):
                citation.aside = (word.end, begin)
                if word.doc_type in LAWS:
                    citation.mention.name = " ".join(tokens.text[word.start : begin].split())
            return citation
        abbreviated = _ABBREVIATED.search(tokens.text, max(0, begin - 7), begin)
        if abbreviated:
            names = self._codes.types_of(abbreviated["code"], party=number.form == "hyphen")
            if names:
                return _citation(number, abbreviated.start(), names[0], "number-abbreviated")
        if not self._stands_alone(number, so is not None):
            return None
        doc_type = self._types.of_number(number) or "công văn"
        return _citation(number, begin, doc_type, "number-untyped", untyped=True)

    def _law_name(self, tokens: Tokens, number: DocumentNumber) -> Name | None:
        """*Luật Đất đai số 45/2013/QH13*: the name is the head."""
        name = tokens.name_before(number.start)
        if name is None or not name.laws or not _of_assembly(number):
            return None
        return name if _TO_LAW_NAME.fullmatch(tokens.text, name.end, number.start) else None

    def _word(self, tokens: Tokens, number: DocumentNumber) -> TypeWord | None:
        index = tokens.word_before(number.start)
        if index is None or number.start - tokens.words[index].end > _FARTHEST:
            return None
        word = tokens.words[index]
        if _TO_NUMBER.fullmatch(tokens.text, word.end, number.start):
            return self._first_of_two(tokens, index, number)
        if _of_assembly(number):
            law = word.doc_type in LAWS and _LAW_ASIDE.fullmatch(tokens.text, word.end, number.start)
            return word if law else None
        between = (tokens.text, word.end, number.start)
        aside = self._agrees(word, number) and (_ASIDE.fullmatch(*between) or _ASIDE_COLON.fullmatch(*between))
        return word if aside else None

    def _first_of_two(self, tokens: Tokens, index: int, number: DocumentNumber) -> TypeWord:
        """*Kế hoạch Hướng dẫn số 36/KH-VPCP*: of two type words the one that the code names."""
        word = tokens.words[index]
        if index == 0:
            return word
        before = tokens.words[index - 1]
        adjacent = before.end < word.start and not tokens.text[before.end : word.start].strip()
        return before if adjacent and self._agrees(before, number) and not self._agrees(word, number) else word

    def _agrees(self, word: TypeWord, number: DocumentNumber) -> bool:
        """Whether the number's code stands for the type; that of a letter names only who writes: *123/BTC-NSNN*."""
        if word.doc_type in ("công văn", "văn bản"):
            return self._codes.is_issuer(number.codes[0]) and not self._codes.is_type(number.codes[0])
        return any(word.doc_type in self._codes.types_of(code) for code in number.codes[:2])

    def _stands_alone(self, number: DocumentNumber, so: bool) -> bool:
        """Whether a number without a type word is a document's: *số 12/B3* is a house."""
        if self._numbers.certain(number):
            return True
        if not so or number.form in ("damaged", "spaced"):
            return False
        known = any(self._codes.is_type(c) or self._codes.is_issuer(c) for c in number.codes)
        return known and (number.form == "blank" or len(number.codes) > 1)


def _of_assembly(number: DocumentNumber) -> bool:
    """Whether the number is that of a law: QH15, UBTVQH14, L/CTN, SL."""
    return number.codes[0].startswith(("QH", "UBTVQH")) or number.codes[0] in _ASSEMBLY_CODES


def _citation(
    number: DocumentNumber, start: int, doc_type: str, source: str, *, name: Name | None = None, untyped: bool = False
) -> Citation:
    mention = Mention(start, number.end, "numbered", doc_type, number.text, source=source)
    mention.name = name.printed if name else None
    mention.confidence = 0.8 if untyped or number.form == "damaged" else 1.0
    return Citation(mention, number, name, untyped=untyped)
