"""Bodies and offices in the frame of the document: the header and the signature block.

There a name is printed over several lines or beside another column, so that its full form comes from the header field,
and an office stands without its body, which is the issuer.
"""

from __future__ import annotations

from dataclasses import dataclass

from vnstruct.analysis import Analysis
from vnstruct.bodies.forms import key_of
from vnstruct.bodies.lexicon import Lexicon
from vnstruct.bodies.names import Names
from vnstruct.bodies.page import Page
from vnstruct.bodies.phrase import Phrase, outermost
from vnstruct.bodies.reader import Reader


@dataclass(frozen=True, slots=True)
class Own:
    """The head of the issuer's name, its kind, and the words that name it: *Sở*, ``department``, *Giáo dục và Đào tạo*."""

    head: str
    kind: str
    name: str


class Frame:
    """What the layout knows about the issuer, its superior and the signer."""

    def __init__(self, analysis: Analysis, page: Page, lexicon: Lexicon) -> None:
        self.page = page
        self.lexicon = lexicon
        fields = analysis.layout.fields
        self.fields = [
            (fields[name], self._read(fields[name].value)) for name in ("parent_body", "issuer") if name in fields
        ]
        self._below_parent()
        self.signature = analysis.layout.signature_offices
        self.recipients = [(entry.start, entry.end) for entry in analysis.layout.recipients]

    def _below_parent(self) -> None:
        """*VĂN PHÒNG* under *ỦY BAN NHÂN DÂN TỈNH* is the office of that committee."""
        if len(self.fields) < len(("parent_body", "issuer")) or not all(read for _, read in self.fields):
            return
        (_, (above, *_)), (_, read) = self.fields
        phrase, name = read[0]
        if phrase.naming == "whole" and phrase.end == phrase.core and phrase.kind == "agency" and phrase.body is None:
            read[0] = (phrase, f"{name} {above[1]}")

    def _read(self, value: str) -> list[tuple[Phrase, str]]:
        """The phrases of a header value with their full names."""
        page = Page.of(value)
        names = Names(page, self.lexicon)
        phrases = Reader(page, self.lexicon).between(0, len(value))
        if phrases and phrases[0].start == 0 and phrases[0].naming in {"proper", "subject"}:
            # *TRƯỜNG THPT CHUYÊN LÊ HỒNG PHONG*: capitals do not tell where the name ends, the field does
            whole = phrases[0]
            if whole.end < len(value):
                whole.end = whole.core = len(value)
                whole.bare, whole.body = False, None
            phrases = [whole]
        return [(p, names.full(p)) for p in phrases if not p.bare or p.office]

    @property
    def issuer(self) -> str:
        """The full name of the issuer, or an empty string."""
        for field, read in reversed(self.fields):
            if read:
                return read[0][1]
            return field.value
        return ""

    def own(self) -> Own | None:
        """The issuer as its document names it in short: *Sở* is the department that issues."""
        for field, read in reversed(self.fields):
            phrase = read[0][0] if read else None
            if phrase is None or phrase.office or phrase.units or phrase.naming != "field" or phrase.bare:
                continue
            page = Page.of(field.value)
            name = Names(page, self.lexicon).stretch(phrase, phrase.start, phrase.core)
            row = self.lexicon.heads[phrase.head]
            return Own(row.head, row.kind, name.removeprefix(row.head).strip())
        return None

    def complete(self, phrases: list[Phrase]) -> list[Phrase]:
        """The phrases, those of the header with full names, the offices of the signature with the issuer beside them."""
        for field, read in self.fields:
            inside = [p for p in phrases if field.start <= p.start < field.end]
            for phrase, (full, name) in zip(inside, read, strict=False):
                if len(read) == 1 and self.page.surface(phrase.start, field.end) == field.value:
                    phrase.end, phrase.bare, phrase.body = field.end, full.bare, full.body
                if full.head == phrase.head and phrase.end - phrase.start < len(name):
                    phrase.replaced = [(phrase.start, phrase.end, name)]
                    phrase.areas = phrase.areas or full.areas
        for phrase in phrases:
            if phrase.office and phrase.bare:
                self._reread(phrase)
            if phrase.office and phrase.bare and self.signs(phrase):
                self._sign(phrase)
            elif phrase.kind == "press" and phrase.naming == "whole" and phrase.end == phrase.core:
                self._join(phrase)
        return outermost(phrases)

    def signs(self, phrase: Phrase) -> bool:
        """Whether a phrase stands in the signature block."""
        return any(start <= phrase.start < end for start, end in self.signature)

    def _reread(self, phrase: Phrase) -> None:
        """*PCT* in a document of a *Cục* is its *Phó Cục trưởng*: the reading that the issuer has."""
        titles, issuer = self.lexicon.titles, key_of(self.issuer)
        readings = titles.readings.get(key_of(self.page.surface(phrase.start, phrase.end)), [])
        if len(readings) > 1 and not self._has(issuer, readings[0]):
            office = next((title for title in readings if self._has(issuer, title)), "")
            if office:
                phrase.office, phrase.replaced = office, [(phrase.start, phrase.end, titles.forms[office])]

    def _has(self, issuer: str, title: str) -> bool:
        return any(issuer.startswith(key_of(head)) for head in self.lexicon.titles.rows[title].of_heads)

    def _join(self, phrase: Phrase) -> None:
        """*Cổng TTĐT* among the recipients of a document of *Thủ tướng Chính phủ* is *Cổng Thông tin điện tử Chính phủ*."""
        if not any(start <= phrase.start < end for start, end in self.recipients):
            return
        name, issuer = Names(self.page, self.lexicon).full(phrase), self.issuer.split()
        for size in (1, 2, 3):
            tail = " ".join(issuer[-size:])
            if key_of(f"{name} {tail}") in self.lexicon.names:
                phrase.after = tail

    def _sign(self, phrase: Phrase) -> None:
        office = self.lexicon.offices.get(phrase.office)
        issuer = self.issuer
        if office is None or not any(key_of(issuer).startswith(key_of(head)) for head in office.of_heads):
            return
        if key_of(issuer).startswith(f"{phrase.office} "):
            # *CỤC TRƯỞNG CỤC HẢI QUAN* at the head as well
            issuer = issuer[len(phrase.office) :].strip()
        for size in (2, 1):
            # *Chánh Văn phòng* of *Văn phòng Ủy ban nhân dân tỉnh*
            head = " ".join(issuer.split()[:size])
            if phrase.office.endswith(f" {key_of(head)}"):
                issuer = issuer.removeprefix(head).strip()
        phrase.after = issuer
