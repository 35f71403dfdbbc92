"""The references stage: find, place, read attributes, share, relate, resolve."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import partial

from vnstruct.analysis import Analysis
from vnstruct.knowledge import Knowledge
from vnstruct.layout.model import Layout
from vnstruct.references.aliases import add_aliases
from vnstruct.references.attributes import AttributeReader, Attributes
from vnstruct.references.body_names import BodyNames
from vnstruct.references.citation import Citation
from vnstruct.references.enumerations import agrees, owns, share
from vnstruct.references.finder import CitationFinder
from vnstruct.references.issuers import IssuerReader
from vnstruct.references.names import NameScanner
from vnstruct.references.numbers import NumberScanner
from vnstruct.references.placing import place
from vnstruct.references.relations import relate
from vnstruct.references.resolution import OwnDocument, Resolver
from vnstruct.references.subjects import Subjects
from vnstruct.references.types import TypeWords

# In the head a number at the start of a line or a cell is the document's own, however damaged: "Sô⁄t1 /CT-UBND".
_OWN_PLACE = re.compile(r"(?:^|[\n\t|])[^\w\n]{0,12}(?:[sS]\S{0,5}\s{0,2}[:.]?[^\w\n]{0,8})?$")


class ReferenceStage:
    """Finds citations and the documents they resolve to: fills ``analysis.references``.

    >>> from vnstruct.knowledge import load_knowledge
    >>> analysis = Analysis.of("Căn cứ khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ;")
    >>> ReferenceStage(load_knowledge())(analysis)
    >>> [(m.number, m.date, m.issuer, m.pinpoints, m.relation) for m in analysis.references.mentions]
    [('30/2020/NĐ-CP', '2020-03-05', 'Chính phủ', [{'clause': '2', 'article': '5'}], 'based_on')]
    >>> analysis.references.works[0].uri
    '/akn/vn/act/nghi-dinh/chinh-phu/2020-03-05/30-2020-nd-cp'
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._types = TypeWords(knowledge)
        self._bodies = BodyNames(knowledge)
        # assemblies make laws, the president's orders ("L") promulgate them
        makers = (i for i in knowledge.issuers if i.level == "assembly" or "L" in i.document_types)
        self._legislators = tuple({f"{self._bodies.comparable(i.name)} " for i in makers})
        numbers = NumberScanner(knowledge)
        names = NameScanner(knowledge, self._types.names)
        subjects = Subjects(knowledge)
        self._finder = CitationFinder(self._types, numbers, names, subjects)
        self._attributes = AttributeReader(
            IssuerReader(knowledge), subjects, [row.surname for row in knowledge.surnames]
        )
        self._resolver = Resolver(self._types, numbers, names, self._bodies, knowledge.laws)

    def __call__(self, analysis: Analysis) -> None:
        """Add the layer to the analysis."""
        text, layout = analysis.text, analysis.layout
        lower = analysis.lowered.replace("İ", "i")  # the one letter that grows in lower case
        own = OwnDocument.of(layout)
        page = _Page(text, layout, self._resolver)
        citations = [c for c in self._finder.find(text, lower, own.doc_type) if page.citable(c)]
        citations = [c for c in place(text, layout, citations, own.doc_type) if page.citable(c)]
        floor = 0
        for citation in citations:
            self._read_attributes(text, citation, floor)
            floor = citation.end
        share(text, citations, self._types, self._bodies)
        citations += add_aliases(text, citations, self._types)
        citations.sort(key=lambda c: c.start)
        relate(text, lower, layout, citations)
        analysis.references = self._resolver.resolve(text, citations, layout)

    def _read_attributes(self, text: str, citation: Citation, floor: int) -> None:
        mention, number = citation.mention, citation.number
        if mention.kind == "anaphoric":
            return
        joint = number is not None and len(number.codes) > 2 and number.codes[0].endswith(("LT", "LB", "LN", "PH"))
        year = number.year if number is not None and len(number.year) == 4 else ""
        accepts = partial(agrees, self._types.codes, self._bodies, number)
        issued = partial(owns, self._types.codes, self._bodies, number)
        named = mention.kind == "named"
        found = self._attributes.after(
            text, citation.end, joint=joint, year=year, named=named, accepts=accepts, owns=issued
        )
        if citation.name is not None and citation.name.laws and not self._legislates(found.issuer):
            found.issuer = found.issuer_span = None  # "Bộ luật Lao động của công ty": not who made the law
        _take(citation, found)
        if citation.aside is not None and number is not None:
            inside = self._attributes.inside(text, *citation.aside)
            if inside is not None:
                _take(citation, inside)
        if mention.kind == "numbered" and (mention.issuer is None or _only_year(mention.date)):
            before = self._attributes.before(text, citation.start, floor)
            if before is not None and accepts(before.issuer or ""):
                _take(citation, before)

    def _legislates(self, issuer: str | None) -> bool:
        return issuer is not None and f"{self._bodies.comparable(issuer)} ".startswith(self._legislators)


def _only_year(date: str | None) -> bool:
    return date is None or len(date) == len("2025")


def _take(citation: Citation, found: Attributes) -> None:
    """Keep what is not known yet."""
    mention = citation.mention
    if found.date is not None and (mention.date is None or found.date.startswith(f"{mention.date}-")):
        # "Ngày 13/9/2025, Thủ tướng Chính phủ đã có Chỉ thị 24/CT-TTg năm 2025": the day says more than the year
        mention.date, mention.date_span = found.date, found.date_span
    if mention.issuer is None and found.issuer is not None:
        mention.issuer, mention.issuer_span = found.issuer, found.issuer_span
    if mention.title is None and found.title is not None:
        mention.title, mention.title_span = found.title, found.title_span
    spans = (mention.date_span, mention.issuer_span, mention.title_span)
    citation.reach = max([citation.reach, *(span[1] for span in spans if span)])


class _Page:
    """Where on the page mentions count: not in site furniture, not in the head but for the title.

    A portal prints the document's title above its head once more; what it names beside the document itself counts.
    """

    def __init__(self, text: str, layout: Layout, resolver: Resolver) -> None:
        self._text = text
        self._resolver = resolver
        self._own = resolver.number_of(layout.fields["number"].value) if "number" in layout.fields else None
        self._report = layout.kind == "news_report"
        first = (block.start for block in layout.blocks if block.kind != "boilerplate")
        self._top = next(first, 0)
        self._starts = [block.start for block in layout.blocks]
        self._kinds = [block.kind for block in layout.blocks]
        title = layout.fields.get("title")
        number = layout.fields.get("number")
        self._title = (title.start, title.end) if title else (0, 0)
        self._number = (number.start, number.end) if number else (0, 0)

    def citable(self, citation: Citation) -> bool:
        """Whether the mention is one of another document, at a place that is read."""
        index = bisect_right(self._starts, citation.start) - 1
        kind = self._kinds[index] if index >= 0 else "body"
        if kind == "boilerplate":
            return citation.start < self._top and self._names_another(citation)
        if self._number[0] < citation.end and citation.start < self._number[1]:
            return False
        if kind != "header" or self._title[0] <= citation.start < self._title[1]:
            return True
        if citation.mention.kind != "numbered" or citation.short:
            return False
        own = citation.untyped and _OWN_PLACE.search(self._text, max(0, citation.start - 24), citation.start)
        return not own

    def _names_another(self, citation: Citation) -> bool:
        """Whether a mention surely means a document other than this one."""
        number, name = citation.number, citation.name
        if citation.short or (number is None and name is None):
            return False
        own = self._own.key if self._own is not None else None
        if number is not None:
            # "Số hiệu: 12/CT-UBND" above a report is the document it reports
            return number.key != own and not (citation.untyped and own is None and not self._report)
        own_law = self._resolver.laws.get(own) if own is not None else None
        return name is not None and own_law not in name.laws
