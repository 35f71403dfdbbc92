"""Pinpoints meet their documents: *điểm a khoản 2 Điều 5* + *Nghị định số …*; alone they cite the present document.

Headings (*Điều 5. Trách nhiệm …*, *Mục 1*) are no citations: they stand where a line or a sentence begins and are
followed by a full stop or by nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from vnstruct.layout.model import Layout
from vnstruct.references.citation import Citation
from vnstruct.references.letters import UPPER
from vnstruct.references.model import Mention
from vnstruct.references.patterns import compiled
from vnstruct.references.pinpoints import Group, Sequence, scan_groups, sequences, targets

# "Điều 45 của Nghị định", "Điều 17, Nghị định", "Phụ lục I ban hành kèm theo Nghị định"
_TO_DOCUMENT = compiled(
    r"""~,?~(?:(?:của|tại|thuộc|trong|ở) )?
    (?:\(?\s?(?:được )?(?:(?:ban hành|gửi|đính) )?(?:kèm(?: theo)?) )?(?:các )?[“"]?"""
)
_FARTHEST = 60
_LINE_START = re.compile(r"(?:^|(?P<before>\S)?[ \t]{0,8}\n)[ \t#*|>+•-]{0,12}[“\"]?[ \t]{0,3}$")
_SENTENCE_START = re.compile(r"[.;:!?/”\"]\s{1,3}$")
_HEADING_END = re.compile(r"[ \t*]{0,3}(?:[.:)]|\||\n|\Z)")
_INLINE_HEADING_END = re.compile(rf"[.:]\s{{1,3}}(?=[{UPPER}\"“])")
# What leads to a place, as in "quy định tại mục II"; without it *mục 2* and *điểm 5* are too often something else.
_CARRIER = compiled(
    r"""(?:tại|theo|nêu|ở|của|như|trừ|thuộc|từ|và|các|vào|trong|xem|với|bỏ|sung|đổi|thế|tên|đề|sau|thực hiện|đối với
    |quy định|hiện|\()\s{0,3}$""",
    re.IGNORECASE,
)
_SURE_CARRIER = compiled("(?:tại|theo|nêu|như|trừ)(?: các)? $", re.IGNORECASE)
_POINTED_AT = compiled(r" (?:này|nêu trên|nói trên|trên)(?!\w)")
_SURE = frozenset({"article", "clause", "appendix"})
_NEVER_ALONE = frozenset({"paragraph", "subpoint"})


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
            alone.append(_own(sequence, own_type))
    return sorted([*citations, *alone], key=lambda c: c.start)


def _document_after(text: str, sequence: Sequence, citations: list[Citation], starts: list[int]) -> Citation | None:
    index = bisect_left(starts, sequence.end)
    if index == len(citations) or citations[index].start - sequence.end > _FARTHEST:
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
    labels = [label for group in sequence.groups for label in group.labels]
    before = (text, max(0, sequence.start - 14), sequence.start)
    if units == {"point"} and all(label.isdigit() for label in labels):
        return _SURE_CARRIER.search(*before) is not None  # not "đạt điểm 9"
    if _POINTED_AT.match(text, sequence.end):
        return True
    return _CARRIER.search(*before) is not None


def _own(sequence: Sequence, own_type: str) -> Citation:
    appendix = all(group.unit == "appendix" for group in sequence.groups)
    mention = Mention(
        sequence.start,
        sequence.end,
        "anaphoric",
        "phụ lục" if appendix else own_type,
        pinpoints=targets(sequence),
        confidence=0.85,
        source="pinpoint",
    )
    return Citation(mention, deictic="this")


class _Headings:
    """Tells the heading of a unit from a citation of it."""

    def __init__(self, text: str, layout: Layout) -> None:
        self._text = text
        self._starts = {section.start for section in layout.sections}

    def holds(self, group: Group) -> bool:
        """Whether the group is the label of a unit of this document."""
        if group.this:
            return False
        if group.start in self._starts:
            return True
        floor = max(0, group.start - 24)
        before = (self._text, floor, group.start)
        line_begins = floor == 0 or self._text.find("\n", floor, group.start) >= 0
        line = _LINE_START.search(*before) if line_begins else None
        if line is not None:
            # after a word in lower case the text was only wrapped: "quy định tại⏎Điều 5."
            wrapped = line["before"] is not None and (line["before"].islower() or line["before"] == ",")
            return not wrapped and _HEADING_END.match(self._text, group.end) is not None
        if _SENTENCE_START.search(*before) is None:
            return False
        return _INLINE_HEADING_END.match(self._text, group.end) is not None
