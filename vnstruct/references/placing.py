"""Pinpoints meet their documents: *điểm a khoản 2 Điều 5* + *Nghị định số …*; alone they cite the present document.

Headings (*Điều 5. Trách nhiệm …*, *Mục 1*) are no citations: they stand where a line or a sentence begins and are followed
by a full stop or by nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from vnstruct.layout.model import Layout
from vnstruct.references.citation import Citation
from vnstruct.references.letters import UPPER
from vnstruct.references.model import Mention
from vnstruct.references.pinpoints import Group, Sequence, scan_groups, sequences, targets

# "Điều 45 của Nghị định", "Điều 17, Nghị định", "Phụ lục I ban hành kèm theo Nghị định"
_TO_DOCUMENT = re.compile(
    r"\s{0,4},?\s{0,3}(?:(?:của|tại|thuộc|trong|ở)\s{1,3})?"
    r"(?:\(?\s?(?:được\s{1,2})?(?:(?:ban\s{1,2}hành|gửi|đính)\s{1,2})?(?:kèm(?:\s{1,2}theo)?)\s{1,3})?(?:các\s{1,3})?[“\"]?"
)
_LINE_START = re.compile(r"(?:^|\n)[ \t#*|>+•-]{0,12}$")
_SENTENCE_START = re.compile(r"[.;:!?/”\"]\s{1,3}$")
_HEADING_END = re.compile(r"[ \t*]{0,3}(?:[.:)]|\||\n|\Z)")
_INLINE_HEADING_END = re.compile(rf"[.:]\s{{1,3}}(?=[{UPPER}\"“])")
# What leads to a place: "quy định tại mục II", "theo Phần I"; without it *mục 2* and *điểm 5* are too often something else.
_CARRIER = re.compile(
    r"(?:tại|theo|nêu|ở|của|như|trừ|thuộc|từ|và|các|vào|trong|xem|với|bỏ|sung|đổi|thế|thực\s{1,2}hiện|đối\s{1,2}với|quy\s{1,2}định|hiện|\()\s{0,3}$",
    re.IGNORECASE,
)
_FOLLOWED_BY_THIS = re.compile(r"\s{1,3}(?:này|nêu\s{1,2}trên|nói\s{1,2}trên|trên)(?!\w)")
_SURE = frozenset({"article", "clause", "appendix"})
_NEVER_ALONE = frozenset({"paragraph", "subpoint", "sentence"})


def place(text: str, layout: Layout, citations: list[Citation], own_type: str) -> list[Citation]:
    """Give every citation its pinpoints, and add those that stand alone, as mentions of the present document."""
    headings = _Headings(text, layout)
    groups = [group for group in scan_groups(text) if not headings.holds(group)]
    by_start = sorted(citations, key=lambda c: c.start)
    starts = [c.start for c in by_start]
    alone: list[Citation] = []
    for sequence in sequences(text, groups):
        if not sequence.labelled:
            continue
        citation = _document_after(text, sequence, by_start, starts)
        if citation is not None:
            citation.mention.start = sequence.start
            citation.mention.pinpoints = targets(sequence)
        elif _stands_alone(text, sequence) and not _inside(sequence, by_start, starts):
            alone.append(_own(text, sequence, own_type))
    return sorted([*citations, *alone], key=lambda c: c.start)


def _document_after(text: str, sequence: Sequence, citations: list[Citation], starts: list[int]) -> Citation | None:
    index = bisect_left(starts, sequence.end)
    if index == len(citations) or citations[index].start - sequence.end > 60:
        return None
    citation = citations[index]
    if citation.untyped or citation.mention.pinpoints:
        return None
    between = text[sequence.end : citation.start]
    if sequence.closed and "," in between:
        return None  # "khoản 2 Điều này, Nghị định số …"
    return citation if _TO_DOCUMENT.fullmatch(between) else None


def _inside(sequence: Sequence, citations: list[Citation], starts: list[int]) -> bool:
    """Whether the places stand inside a name: *Nghị quyết … sửa đổi Điều 9 của Pháp lệnh …*."""
    index = bisect_left(starts, sequence.start + 1) - 1
    return index >= 0 and citations[index].end > sequence.start


def _stands_alone(text: str, sequence: Sequence) -> bool:
    units = {group.unit for group in sequence.groups if group.labels}
    if units <= _NEVER_ALONE:
        return False
    if units & _SURE or sequence.closed:
        return True
    if all(label.isdigit() for group in sequence.groups if group.unit == "point" for label in group.labels) and units == {"point"}:
        return False  # "đạt điểm 9"
    before = text[max(0, sequence.start - 14) : sequence.start]
    return _CARRIER.search(before) is not None or _FOLLOWED_BY_THIS.match(text, sequence.end) is not None


def _own(text: str, sequence: Sequence, own_type: str) -> Citation:
    appendix = all(group.unit == "appendix" for group in sequence.groups)
    doc_type = "phụ lục" if appendix else own_type
    mention = Mention(
        sequence.start, sequence.end, "anaphoric", doc_type, pinpoints=targets(sequence), confidence=0.85, source="pinpoint"
    )
    return Citation(mention, deictic="this")


class _Headings:
    """Tells the heading of a unit from a citation of it."""

    def __init__(self, text: str, layout: Layout) -> None:
        self._text = text
        self._starts = {section.start for section in layout.sections}
        self._kinds = {section.kind for section in layout.sections}

    def holds(self, group: Group) -> bool:
        """Whether the group is the label of a unit of this document."""
        if group.this:
            return False
        if group.start in self._starts:
            return True
        before = self._text[max(0, group.start - 14) : group.start]
        if _LINE_START.search(before) and (group.start > 14 or not before.strip(" \t#*|>+•-\n")):
            return group.unit not in self._kinds and _HEADING_END.match(self._text, group.end) is not None
        return (
            _SENTENCE_START.search(before) is not None and _INLINE_HEADING_END.match(self._text, group.end) is not None
        )
