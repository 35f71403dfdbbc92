"""Which document each mention means: mentions become cited works.

A number with its year, or with its date, tells works apart; laws by name resolve to the version meant; short numbers
and names to the work of the text they abbreviate, else to the tables; *Chỉ thị này* to the document itself, which is
then a work too (``own``); *Nghị định nêu trên* to the nearest one before. What stays unclear resolves to nothing.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from functools import lru_cache

from vnstruct.knowledge import Law, NamedDocument
from vnstruct.layout.model import Layout
from vnstruct.references.amendments import CHANGES, AmendedScopes
from vnstruct.references.body_names import BodyNames
from vnstruct.references.citation import Citation
from vnstruct.references.codes import Codes
from vnstruct.references.law_versions import version_of
from vnstruct.references.letters import plain
from vnstruct.references.model import CitedWork, Mention, References
from vnstruct.references.names import NameScanner
from vnstruct.references.numbers import DocumentNumber, NumberScanner
from vnstruct.references.types import TypeWords
from vnstruct.references.uri import DocClass, Uri

_REMEMBERED = 4096
"""Numbers kept as they were taken apart: a document is asked about its works many times, and many cite the same."""
_GENERIC = frozenset({"văn bản", "công văn"})


@dataclass(frozen=True, slots=True)
class OwnDocument:
    """What the header says about the document itself."""

    doc_type: str
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    title: str | None = None

    @classmethod
    def of(cls, layout: Layout) -> OwnDocument:
        """Read it from the layout; a letter prints no type."""
        values = {name: found.value for name, found in layout.fields.items()}
        doc_type = (values.get("doc_type") or ("công văn" if layout.kind == "dispatch" else "văn bản")).lower()
        return cls(doc_type, values.get("number"), values.get("date"), values.get("issuer"), values.get("title"))


class Resolver:
    """Turns the mentions of one document into works; built once, called for every document."""

    def __init__(
        self, types: TypeWords, numbers: NumberScanner, names: NameScanner, bodies: BodyNames, laws: tuple[Law, ...]
    ) -> None:
        self.types = types
        self.bodies = bodies
        self.numbers = numbers
        self.names = names
        self._number_of = lru_cache(_REMEMBERED)(self._taken_apart)
        self.laws: dict[tuple[str, str, str], Law] = {}
        for law in laws:
            for printed in (*law.misprints, law.number):
                number = self.number_of(printed)
                if number is not None:
                    self.laws[number.key] = law

    def number_of(self, printed: str) -> DocumentNumber | None:
        """A number of a table or of a work, taken apart."""
        return self._number_of(printed) if printed else None

    def _taken_apart(self, printed: str) -> DocumentNumber | None:
        found = self.numbers.scan(printed)
        return found[0] if found else None

    def resolve(self, text: str, citations: list[Citation], layout: Layout) -> References:
        """Resolve mentions in text order, their relations known; returns them with the works they mean."""
        document = _Document(self, OwnDocument.of(layout), layout)
        for citation in citations:
            document.add(citation)
        document.add_short_forms(citations)
        document.add_anaphora(citations, AmendedScopes(text, layout, citations))
        return document.finished(citations)


class _Document:
    """The works of one document while they are collected."""

    def __init__(self, resolver: Resolver, own: OwnDocument, layout: Layout) -> None:
        self.resolver = resolver
        self.own = own
        self.works: list[CitedWork] = []
        self._by_key: dict[Hashable, list[int]] = {}
        self._own_work: int | None = None
        self._own_number = resolver.number_of(own.number or "")
        self._has_articles = any(section.kind in ("article", "clause") for section in layout.sections)
        self._dates_itself = layout.kind != "news_report"

    def add(self, citation: Citation) -> None:
        """Resolve a mention that says by itself what it means."""
        mention = citation.mention
        if mention.kind == "anaphoric" or citation.short:
            return
        if citation.alias_of is not None:
            mention.document = citation.alias_of.mention.document
            return
        if citation.number is not None:
            mention.document = self._numbered(mention, citation.number)
        elif citation.name is not None and citation.name.laws:
            mention.document = self._law(mention, citation)
        elif citation.name is not None and citation.name.document is not None:
            mention.document = self._tabled(mention, citation.name.document)
        else:
            mention.document = self._work(("named", mention.doc_type, _folded(mention.name or "")), mention)

    def _numbered(self, mention: Mention, number: DocumentNumber) -> int:
        serial, year, code = number.key
        if self._own_number and self._own_number.key == number.key and mention.date in (None, self.own.date):
            return self.own_work()
        year = year or (mention.date or "")[:4]
        law = self.resolver.laws.get(number.key)
        if number.form in ("blank", "damaged"):
            return self._work(("blank", code, mention.date or mention.start), mention)
        key = ("number", serial, code)
        for index in reversed(self._by_key.get(key, [])):
            work = self.works[index]
            if self._same_year(work, year) and (not work.date or not mention.date or work.date == mention.date):
                return self._merge(index, mention)
        return self._work(key, mention, law=law)

    def _same_year(self, work: CitedWork, year: str) -> bool:
        number = self.resolver.number_of(work.number or "")
        known = (number.year if number else "") or (work.date or "")[:4]
        return not year or not known or year == known

    def _law(self, mention: Mention, citation: Citation) -> int:
        name = citation.name
        assert name is not None
        law = version_of(name.laws, year=name.year, date=mention.date, cited_on=self.own.date)
        if law is None:
            return self._work(("named", mention.doc_type, _folded(name.printed)), mention)
        number = self.resolver.number_of(law.number)
        key: Hashable = ("number", number.key[0], number.key[2]) if number else ("law", law.name, law.date)
        for index in self._by_key.get(key, []):
            if number is None or self._same_year(self.works[index], number.year or law.date[:4]):
                return self._merge(index, mention, law=law)
        return self._work(key, mention, law=law)

    def _tabled(self, mention: Mention, row: NamedDocument) -> int:
        number = self.resolver.number_of(row.number)
        if number is not None and mention.doc_type in self.resolver.types.codes.types_of(number.codes[0]):
            return self._row(mention, row, number)
        index = self._work(("row", row.name), mention)
        work = self.works[index]
        work.name, work.date, work.issuer = row.name, work.date or row.date or None, work.issuer or row.issuer or None
        return index

    def _row(self, mention: Mention, row: NamedDocument, number: DocumentNumber) -> int:
        """The numbered document that a name or nickname of the table stands for."""
        key = ("number", number.key[0], number.key[2])
        for index in self._by_key.get(key, []):
            if self._same_year(self.works[index], number.year or row.date[:4]):
                return self._merge(index, mention)
        index = self._work(key, mention)
        work = self.works[index]
        work.number, work.name = row.number, row.name
        work.date, work.issuer = row.date or None, work.issuer or row.issuer or None
        return index

    def _work(self, key: Hashable, mention: Mention, *, law: Law | None = None) -> int:
        """The work of a key, new unless the key names one by itself."""
        unique = isinstance(key, tuple) and key[0] != "number"
        known = self._by_key.setdefault(key, [])
        if unique and known:
            return self._merge(known[0], mention)
        self.works.append(CitedWork(mention.doc_type))
        known.append(len(self.works) - 1)
        return self._merge(known[-1], mention, law=law)

    def _merge(self, index: int, mention: Mention, *, law: Law | None = None) -> int:
        """Add what a mention says to its work: what was printed first stays."""
        work = self.works[index]
        if work.doc_type in _GENERIC and mention.doc_type not in _GENERIC and mention.kind != "anaphoric":
            work.doc_type = mention.doc_type
        if law is not None:
            work.number, work.name, work.date = law.number or work.number, law.name, law.date or work.date
        full = mention.number and not (work.number or "").isdigit() and any(c.isalpha() for c in mention.number)
        work.number = work.number or (mention.number if full or mention.kind == "numbered" else None)
        work.name = work.name or mention.name
        work.date = work.date or mention.date
        work.issuer = work.issuer or mention.issuer
        work.title = work.title or mention.title
        return index

    def own_work(self) -> int:
        """The document itself as a work."""
        if self._own_work is None:
            own = self.own
            self.works.append(
                CitedWork(own.doc_type, own.number, date=own.date, issuer=own.issuer, title=own.title, own=True)
            )
            self._own_work = len(self.works) - 1
        return self._own_work

    def add_short_forms(self, citations: list[Citation]) -> None:
        """*Nghị quyết 57*: the work of the text whose number begins so, the nearest before, else the nearest after."""
        by_serial: dict[tuple[str, str], list[tuple[int, int]]] = {}
        for citation in citations:
            if citation.number is not None and citation.mention.document is not None:
                key = (citation.mention.doc_type, citation.number.key[0])
                by_serial.setdefault(key, []).append((citation.start, citation.mention.document))
        for citation in citations:
            if not citation.short:
                continue
            mention = citation.mention
            serial = (mention.number or "").lstrip("0")
            candidates = by_serial.get((mention.doc_type, serial), [])
            before = [work for start, work in candidates if start < citation.start]
            if candidates:
                mention.document = self._merge(before[-1] if before else candidates[0][1], mention)
                continue
            row = self.resolver.names.nicknames.get((mention.doc_type, serial))
            number = self.resolver.number_of(row.number) if row else None
            if row is not None and number is not None:
                mention.document = self._row(mention, row, number)
            else:
                mention.document = self._work(("short", mention.doc_type, serial, mention.date), mention)

    def add_anaphora(self, citations: list[Citation], scopes: AmendedScopes) -> None:
        """*này* and *nêu trên*, nearest antecedent first."""
        last_of_type: dict[str, int] = {}
        last: int | None = None
        last_act: int | None = None
        for citation in citations:
            mention = citation.mention
            if mention.kind == "anaphoric":
                mention.document = scopes.document(citation)
                if mention.document is None:
                    mention.document = self._antecedent(citation, last_of_type, last, last_act)
            if mention.document is None or mention.document == self._own_work:
                continue
            last_of_type[mention.doc_type] = mention.document
            if mention.kind != "anaphoric":
                last = mention.document
                if mention.doc_type in self.resolver.types.acts:
                    last_act = mention.document

    def _antecedent(
        self, citation: Citation, last_of_type: dict[str, int], last: int | None, last_act: int | None
    ) -> int | None:
        mention = citation.mention
        if citation.plural:
            return None
        if mention.source == "pinpoint":
            if mention.relation in CHANGES:
                return None  # a document amends another, and nothing says which
            if mention.doc_type == "phụ lục" or self._has_articles or last_act is None:
                return self.own_work() if self._dates_itself else last_act
            return last_act  # a letter has no articles: "Tại Điều 5 quy định" goes on about the decree cited before
        if citation.deictic == "this" and mention.doc_type == self.own.doc_type and self._dates_itself:
            return self.own_work()
        if mention.doc_type in last_of_type:
            return last_of_type[mention.doc_type]
        if mention.doc_type == "văn bản":
            return last if citation.deictic == "above" or not self._dates_itself else self.own_work()
        return None

    def finished(self, citations: list[Citation]) -> References:
        """Mentions and works, each knowing the other, and the URIs."""
        for index, citation in enumerate(citations):
            if citation.mention.document is not None:
                self.works[citation.mention.document].mentions.append(index)
        kept = [index for index, work in enumerate(self.works) if work.mentions]
        place = {old: new for new, old in enumerate(kept)}
        for citation in citations:
            if citation.mention.document is not None:
                if citation.mention.document == self._own_work:
                    citation.mention.relation = "cites"  # "thực hiện Kế hoạch này": by others
                citation.mention.document = place[citation.mention.document]
        works = [self.works[index] for index in kept]
        for work in works:
            work.uri = self._uri(work)
        return References([c.mention for c in citations], works)

    def _uri(self, work: CitedWork) -> str:
        types = self.resolver.types
        number = self.resolver.number_of(work.number or "")
        doc_class: DocClass = "act" if work.doc_type in types.acts else "doc"
        if work.doc_type == "bản án":
            doc_class = "judgment"
        date = work.date or (number.year if number and len(number.year) == 4 else "")
        issuer = self.resolver.bodies.full(_issuer_of(number, types.codes) or work.issuer or "")
        identifier = work.number or work.name or ""
        return str(Uri.of(doc_class, work.doc_type, issuer=issuer, date=date, number=identifier))


def _issuer_of(number: DocumentNumber | None, codes: Codes) -> str:
    """The issuer a code stands for, when it stands for one body in the whole country: CP, TTg, BGDĐT, not UBND."""
    if number is None:
        return ""
    for code in number.codes:
        names = codes.issuer_names(code)
        if len(names) == 1 and codes.is_national(code):
            return names[0].split(" khóa ")[0]
    return ""


def _folded(name: str) -> str:
    return " ".join(plain(name).lower().replace("-", " ").split())
