"""Where bodies are looked for: not in page furniture, not in the names of documents."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import Final

from vnstruct.analysis import Analysis
from vnstruct.bodies.page import Page, spaced
from vnstruct.bodies.phrase import Phrase

Span = tuple[int, int]

_DESCRIBED: Final = frozenset(
    {"báo cáo", "thỏa thuận", "tờ trình", "đề nghị", "ý kiến", "biên bản", "hợp đồng", "thông báo", "văn bản"}
)
"""Types whose names only describe the document, so that a body in them (*Báo cáo của X về …*) is a mention of its own."""

_STAMP: Final = re.compile(
    r"[\s\0.|]{0,6}(?:và[ \n]tin[ \n]học)?[\s\0.|]{0,6}"
    r"(?:[\w.@()]{2,40}\.(?:gov|com)\.vn|\d{1,2}[./]\d{1,2}[./]\d{4}[\s\0]{1,3}\d{1,2}:\d{2})"
)
_AUTHOR: Final = spaced(r"[^\W\d]+(?: [^\W\d]+)? của ")


class Scope:
    """The stretches of one document in which phrases count."""

    def __init__(self, analysis: Analysis, page: Page) -> None:
        self.page = page
        layout = analysis.layout
        self.furniture = _Spans((b.start, b.end) for b in layout.blocks if b.kind == "boilerplate")
        listed = sorted([*layout.recipients, *layout.annexed], key=lambda r: r.start)
        self.recipients = _Spans((r.start, r.end) for r in listed)
        self.brief = [(r.start, r.end) for r in listed if r.kind != "archive"]
        self.issuer_spans = sorted({m.issuer_span for m in analysis.references.mentions if m.issuer_span})
        self.names = _Spans(
            (m.start, m.end) for m in analysis.references.mentions if m.kind != "named" or m.doc_type not in _DESCRIBED
        )
        self.described = _Spans(
            (m.start, m.end) for m in analysis.references.mentions if m.kind == "named" and m.doc_type in _DESCRIBED
        )

    def holds(self, phrase: Phrase) -> bool:
        """Whether a phrase stands where bodies are looked for."""
        if self.furniture.covers(phrase.start) or self.names.covers(phrase.start) or self._stamped(phrase):
            return False
        if self.described.covers(phrase.start):
            before = self.page.low[max(0, phrase.start - 12) : phrase.start].rstrip()
            return before.endswith(("của", "giữa", "với", "và", "(", ","))
        return True

    def _stamped(self, phrase: Phrase) -> bool:
        """Who signed the file, in the stamp of the signature: *TRUNG TÂM CÔNG BÁO | ttcb@….gov.vn | 16.01.2025 07:46*."""
        return self.page.shouts(phrase.start, phrase.core) and _STAMP.match(self.page.low, phrase.end) is not None

    def with_issuers(self, phrases: list[Phrase]) -> list[Phrase]:
        """The phrases, and every issuer of a cited document that none of them covers: *Hội nghị Trung ương khóa XI*."""
        starts = [phrase.start for phrase in phrases]
        added: list[Phrase] = []
        for start, end in self.issuer_spans:
            index = bisect_right(starts, end - 1) - 1
            if self._lists(end, phrases, index + 1):
                continue
            if index < 0 or phrases[index].end <= start:
                added.append(Phrase(start, end, end, kind="issuer"))
        return sorted([*phrases, *added], key=lambda p: p.start) if added else phrases

    def _lists(self, end: int, phrases: list[Phrase], following: int) -> bool:
        """Whether an issuer is but the head of a list: *của Liên Bộ:* Tài chính, Y tế."""
        if following >= len(phrases) or not phrases[following].elided:
            return False
        return self.page.low[end : phrases[following].start].strip() == ":"

    def opens_name(self, position: int) -> bool:
        """Whether a phrase is the author in a descriptive name: *Báo cáo của X về …*"""
        start = self.described.start(position)
        return _AUTHOR.fullmatch(self.page.low, start, position) is not None

    def listed(self, phrase: Phrase) -> bool:
        """Whether a phrase stands in a list of recipients."""
        return self.recipients.covers(phrase.start)


class _Spans:
    """Sorted spans with a fast test of membership; inner spans give way to outer ones."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(spans):
            if self.ends and end <= self.ends[-1]:
                continue
            self.starts.append(start)
            self.ends.append(end)

    def start(self, position: int) -> int:
        """Where the span at or before a position starts."""
        return self.starts[max(0, bisect_right(self.starts, position) - 1)]

    def covers(self, position: int) -> bool:
        """Whether a span covers a position."""
        index = bisect_right(self.starts, position) - 1
        return index >= 0 and position < self.ends[index]
