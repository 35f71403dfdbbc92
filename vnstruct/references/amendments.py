"""Amending documents speak with two voices: their own, and, in quotation marks, that of the document they amend.

In *Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 02/2024/TT-BKHĐT*, the places in *1. Sửa đổi, bổ sung khoản 1
Điều 3 như sau:* are those of the amended circular, and so is *Thông tư này* in the new wording, which stands in
quotation marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from vnstruct.layout.model import Layout
from vnstruct.references.citation import Citation

CHANGES = frozenset({"amends", "repeals", "replaces"})
"""Relations of a document to the places of another that it changes."""
_QUOTE = re.compile("[“”]")


@dataclass(frozen=True, slots=True)
class _Scope:
    start: int
    end: int
    document: int


class AmendedScopes:
    """Where a text speaks of a document that it amends; built once for each document, asked for each mention."""

    def __init__(self, text: str, layout: Layout, citations: list[Citation]) -> None:
        self._scopes = list(_scopes(text, layout, citations))
        self._starts = [scope.start for scope in self._scopes]
        self._quotes = list(_quotations(text)) if self._scopes else []
        self._quote_starts = [start for start, _ in self._quotes]

    def document(self, citation: Citation) -> int | None:
        """The amended document that an anaphoric mention means, None when it does not mean the amended one."""
        index = bisect_right(self._starts, citation.start) - 1
        if index < 0 or citation.start >= self._scopes[index].end:
            return None
        changed = citation.mention.source == "pinpoint" and citation.mention.relation in CHANGES
        if changed or self._quoted(citation.start):
            return self._scopes[index].document
        return None

    def _quoted(self, position: int) -> bool:
        index = bisect_right(self._quote_starts, position) - 1
        return index >= 0 and position < self._quotes[index][1]


def _scopes(text: str, layout: Layout, citations: list[Citation]) -> Iterator[_Scope]:
    """From a mention that this document amends to the end of the article, or of the text when the title says so."""
    articles = [(s.start, s.end) for s in layout.sections if s.kind == "article"]
    starts = [start for start, _ in articles]
    title = layout.fields.get("title")
    for citation in citations:
        mention = citation.mention
        if mention.relation != "amends" or mention.kind == "anaphoric" or mention.document is None:
            continue
        index = bisect_right(starts, citation.start) - 1
        if index >= 0 and citation.start < articles[index][1]:
            yield _Scope(citation.end, articles[index][1], mention.document)
        elif title is not None and title.start <= citation.start < title.end:
            yield _Scope(citation.end, len(text), mention.document)


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """Outermost quotations; new wording runs over paragraphs, and quotes inside it."""
    depth = start = 0
    for m in _QUOTE.finditer(text):
        if m[0] == "“":
            if depth == 0:
                start = m.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield start, m.end()
