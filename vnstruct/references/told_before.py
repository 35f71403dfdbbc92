"""The issuer told before a document is cited, with the words that lead to the citation.

*Ngày 31/5/2025, Thủ tướng Chính phủ ban hành Công điện …*, *ý kiến của Ban Tổ chức Trung ương tại Văn bản …*, *đã được
UBND tỉnh phê duyệt tại Quyết định …*, *ý kiến của các Bộ: Công an (Công văn số …), Tài chính (Công văn số …)*. The words
say how the name before them is to be read; the name must fill what stands between a boundary and them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from vnstruct.references.issuers import IssuerReader, one_line
from vnstruct.references.letters import UPPER
from vnstruct.references.model import Span
from vnstruct.references.patterns import compiled
from vnstruct.text import trie_pattern

# "Ngày 31/5/2025, Thủ tướng Chính phủ ban hành Công điện 79/CĐ-TTg": the verb; who acts stands before it.
_ACTS = compiled(
    """ (?:(?:đã|vừa|mới|cũng|tiếp tục|đã có|vừa có) ){0,2}
    (?:có|ra|ký|gửi|phát hành|ký ban hành|ban hành|thông qua|trình) (?:các |bản )?$"""
)
# "quy hoạch chi tiết đã được UBND tỉnh phê duyệt tại Quyết định số …"
_PASSIVE = compiled(" (?:phê duyệt|ban hành|công bố|thông qua|phê chuẩn)(?: (?:tại|theo|bằng))?(?: các)? $")
_AGENT = compiled(r"(?<!\w)(?:được|do) ")
# "ý kiến của Ban Tổ chức Trung ương tại Văn bản …"
_AT = compiled(",? (?:tại|theo|trong|nêu tại) (?:các )?$")
# "… và Sở Tư pháp tại Tờ trình số …", "do Bộ Công an trình tại văn bản số …"
_STATED = compiled(
    """(?: (?:(?:đã )?(?:trình|đề nghị|kiến nghị|đề xuất|báo cáo|thông báo|trả lời|hướng dẫn|nêu|có ý kiến)))?
    ,? tại (?:các )?$"""
)
_IN_BRACKETS = compiled(r" \((?:(?:tại|theo) )?$")
_WORDS_OF = compiled(
    """(?:ý kiến|ý kiến (?:thẩm định|chỉ đạo|đề nghị|thống nhất)|chỉ đạo|đề n?gh?ị|yêu cầu|hướng dẫn|kết luận|báo cáo
    |kiến nghị|đề xuất|thông báo|nội dung|tinh thần|phân công|ủy quyền|thẩm định|tham mưu|thống nhất|phúc đáp)
    (?: của)? (?:(?:đồng chí|ông|bà) )?"""
)
_SENTENCE_BREAK = re.compile(r"[.;:()“”\"]|\n\s*\n")
_LIST_BREAK = re.compile(r"[.;“”\"]|\n\s*\n")
_CLAUSE = compiled(rf"(?:^~[-+*•]?~|\n\s{{0,4}}|[-,;.:)] |\b(?:và|thì|khi|do|của) |\d{{4}},? )(?=[{UPPER}])")
_COORDINATED = compiled(rf"(?:các|hai) (?P<head>[{UPPER}][^\W\d_]{{1,8}}):? (?=[{UPPER}])")
_MEMBER = compiled(rf"(?:\),|\) và|;) (?=[{UPPER}])")
# A body to which something goes is not the one that writes: "gửi Sở Tài chính (Công văn số …)".
_GOES_TO = compiled("(?:gửi|về|cho|tới|đến|giao|với|kính gửi) $", re.IGNORECASE)


_ENDS = frozenset({
    "", "tại", "theo", "trong", "bằng", "các", "bản", "có", "ra", "ký", "gửi", "hành", "qua", "trình", "duyệt", "bố", "chuẩn",
})  # fmt: skip
"""The last words before a citation whose issuer was told, of all patterns that lead to one; none behind a bracket."""
_LONGEST_END = 16


class Told(NamedTuple):
    """An issuer: its name, with the head that its coordination shares, and where it is printed."""

    name: str
    span: Span


class ToldBefore:
    """Reads issuers before a citation; every pattern is anchored at it and bounded."""

    def __init__(self, issuers: IssuerReader, surnames: Iterable[str]) -> None:
        self._issuers = issuers
        # "Thủ tướng Chính phủ Phạm Minh Chính đã ký ban hành …": who holds the office is no part of its name
        self._holder = re.compile(
            rf"(?<!\s)(?<!tỉnh)(?<!phố)(?<!huyện)(?<!quận)(?<!xã)(?<!phường)\s+(?:{trie_pattern(sorted(surnames))})"
            rf"(?:\s+[{UPPER}][^\W\d_]*){{2,3}}\Z"
        )

    def issuer(self, text: str, start: int, floor: int) -> Told | None:
        """The issuer of the document cited at ``start``; a sentence may have begun at ``floor``, after the last one."""
        before = text[max(0, start - _LONGEST_END) : start].split()
        if not before or before[-1].rpartition("(")[2] not in _ENDS:
            return None
        window = (text, max(0, start - 40), start)
        if at := _AT.search(*window):
            stated = _STATED.search(*window)
            span = self._words_of(text, at.start()) or (stated and self._clause(text, stated.start(), floor))
            if span:
                return self._told(text, span)
        if acts := _ACTS.search(*window):
            return self._told(text, self._clause(text, acts.start(), floor))
        if passive := _PASSIVE.search(*window):
            return self._told(text, self._agent(text, passive.start()))
        if bracket := _IN_BRACKETS.search(*window):
            return self._before_bracket(text, bracket.start())
        return None

    def _told(self, text: str, span: Span | None) -> Told | None:
        if span is None:
            return None
        holder = self._holder.search(text, *span) if self._issuers.office(text, span[0]) else None
        span = (span[0], holder.start()) if holder and holder.start() > span[0] else span
        return Told(one_line(text[slice(*span)]), span)

    def _words_of(self, text: str, end: int) -> Span | None:
        """*ý kiến của X tại*: the name is all that follows the noun."""
        left = _last_end(_SENTENCE_BREAK, text, max(0, end - 160), end)
        begin = _last_end(_WORDS_OF, text, left, end)
        return self._issuers.whole(text, begin, end) if begin > left else None

    def _clause(self, text: str, end: int, floor: int) -> Span | None:
        """The first boundary of a clause from which a name fills the text up to ``end``."""
        left = max(end - 120, min(floor, end))
        return self._first_whole(text, _last_end(_SENTENCE_BREAK, text, left, end), end)

    def _first_whole(self, text: str, left: int, end: int) -> Span | None:
        left += len(text[left:end]) - len(text[left:end].lstrip())
        for begin in (left, *(m.end() for m in _CLAUSE.finditer(text, left, end))):
            span = self._issuers.whole(text, begin, end)
            if span is not None:
                return span
        return None

    def _agent(self, text: str, end: int) -> Span | None:
        """*được X phê duyệt*: the name that follows the passive."""
        for m in _AGENT.finditer(text, max(0, end - 120), end):
            span = self._issuers.whole(text, m.end(), end)
            if span is not None:
                return span
        return None

    def _before_bracket(self, text: str, end: int) -> Told | None:
        """*X (Công văn số …)*, also as a member of a coordination that shares its head: *các Bộ: X (…), Y (…)*."""
        left = _last_end(_LIST_BREAK, text, max(0, end - 300), end)
        member = self._member(text, left, end)
        if member is not None:
            return member
        span = self._first_whole(text, max(left, end - 120), end)
        if span is None or _GOES_TO.search(text, max(0, span[0] - 10), span[0]):
            return None
        return self._told(text, span)

    def _member(self, text: str, left: int, end: int) -> Told | None:
        heads = list(_COORDINATED.finditer(text, left, end))
        if not heads:
            return None
        begin = _last_end(_MEMBER, text, heads[-1].start(), end)
        begin = max(begin, heads[-1].end())
        name = f"{heads[-1]['head']} {one_line(text[begin:end])}"
        return Told(name, (begin, end)) if self._issuers.known(name) else None


def _last_end(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Where the last match before ``end`` ends; ``start`` when there is none."""
    last = start
    for m in pattern.finditer(text, start, end):
        last = m.end()
    return last
