"""The references stage: find, place, read attributes, share, relate, resolve."""

from __future__ import annotations

import re
from bisect import bisect_right

from vnstruct.analysis import Analysis
from vnstruct.knowledge import Knowledge
from vnstruct.layout.model import Layout
from vnstruct.references.aliases import add_aliases
from vnstruct.references.attributes import AttributeReader, Attributes
from vnstruct.references.citation import Citation
from vnstruct.references.enumerations import agrees, share
from vnstruct.references.finder import CitationFinder
from vnstruct.references.issuers import IssuerReader
from vnstruct.references.names import NameScanner
from vnstruct.references.numbers import NumberScanner
from vnstruct.references.placing import place
from vnstruct.references.relations import relate
from vnstruct.references.resolution import OwnDocument, Resolver
from vnstruct.references.types import TypeWords


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
        self.types = TypeWords(knowledge)
        numbers = NumberScanner(knowledge)
        names = NameScanner(knowledge, self.types.names)
        self._finder = CitationFinder(self.types, numbers, names)
        self._attributes = AttributeReader(IssuerReader(knowledge))
        self._resolver = Resolver(self.types, numbers, names, knowledge.laws)

    def __call__(self, analysis: Analysis) -> None:
        """Add the layer to the analysis."""
        text, layout = analysis.text, analysis.layout
        lower = _lower(text)
        own = OwnDocument.of(layout)
        page = _Page(layout)
        citations = [c for c in self._finder.find(text, lower) if page.citable(c)]
        citations = [c for c in place(text, layout, citations, own.doc_type) if page.citable(c)]
        for citation in citations:
            self._read_attributes(text, citation)
        share(text, citations, self.types)
        citations += add_aliases(text, citations, self.types)
        citations.sort(key=lambda c: c.start)
        relate(text, lower, layout, citations)
        analysis.references = self._resolver.resolve(citations, layout)

    def _read_attributes(self, text: str, citation: Citation) -> None:
        mention = citation.mention
        if mention.kind == "anaphoric":
            return
        number = citation.number
        joint = number is not None and len(number.codes) > 2 and number.codes[0].endswith(("LT", "LB", "LN", "PH"))
        year = number.year if number is not None and len(number.year) == 4 else ""
        found = self._attributes.after(text, citation.end, joint=joint, year=year, named=mention.kind == "named")
        if citation.name is not None and citation.name.laws and found.issuer and not _LEGISLATOR.match(found.issuer):
            found.issuer, found.issuer_span = None, None  # "Bộ luật Lao động của công ty": not who made the law
        _take(citation, found)
        if mention.kind == "numbered" and (mention.issuer is None or mention.date is None):
            before = self._attributes.before(text, citation.start)
            if before is not None and agrees(self.types.codes, number, before.issuer):
                _take(citation, before)


_LEGISLATOR = re.compile(r"(?i:quốc hội|ủy ban thường vụ quốc hội|ubtvqh|chủ tịch nước|hội đồng nhà nước)")


def _take(citation: Citation, found: Attributes) -> None:
    """Keep what is not known yet."""
    mention = citation.mention
    if mention.date is None and found.date is not None:
        mention.date, mention.date_span = found.date, found.date_span
    if mention.issuer is None and found.issuer is not None:
        mention.issuer, mention.issuer_span = found.issuer, found.issuer_span
    if mention.title is None and found.title is not None:
        mention.title, mention.title_span = found.title, found.title_span
    spans = (mention.date_span, mention.issuer_span, mention.title_span)
    citation.reach = max([citation.reach, *(span[1] for span in spans if span)])


def _lower(text: str) -> str:
    """Lower case with the same offsets: the one letter that grows in lower case stays."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text.replace("İ", "I").lower()


class _Page:
    """Where on the page mentions count: not in site furniture, not in the head but for the title."""

    def __init__(self, layout: Layout) -> None:
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
            return False
        if self._number[0] < citation.end and citation.start < self._number[1]:
            return False
        return kind != "header" or self._title[0] <= citation.start < self._title[1]
