"""What the document does to each document it cites, from the words that lead to the mention.

*Căn cứ* … bases it on a document, *thực hiện* implements one, *sửa đổi, bổ sung* amends one. A verb counts as the
document's own act where it heads a clause or the title: *tham mưu sửa đổi Nghị định X* asks somebody else to.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from vnstruct.layout.model import Layout
from vnstruct.references.citation import Citation
from vnstruct.references.enumerations import AMENDED
from vnstruct.references.model import Span
from vnstruct.schema import Relation

_S = r"\s{1,4}"
# What may stand between the leading words and the mention itself.
_QUANTITY = rf"(?:{_S}(?:các|những|một{_S}số|toàn{_S}bộ|một{_S}phần|nội{_S}dung|quy{_S}định|của|đối{_S}với"
_TO_MENTION = rf"{_QUANTITY}|tại|theo|vào|cho))*{_S}[“\"]?$"
_TO_OBJECT = rf"{_QUANTITY}))*{_S}[“\"]?$"
_HEAD = r"(?:^|[.;:\n]\s{0,3}(?:[-+*•]\s{0,3})?(?:\d{1,3}[.)]\s{0,3}|[a-zđ]\)\s{0,3}|điều\s\d{1,3}\.\s{0,3})?|này(?:\s{1,4}[^\s.;:]{1,12}){0,3}\s{1,4}|,\s{1,3}|và\s{1,3})"
_AMENDING = rf"(?:sửa{_S}đổi(?:(?:,|{_S}và)?{_S}bổ{_S}sung)?|bổ{_S}sung|đính{_S}chính|thay{_S}(?:thế{_S})?(?:cụm{_S})?từ[^.;\n]{{0,80}}?)"
_PARTS = rf"(?:,?{_S}(?:một{_S}số|điều|khoản|điểm|nội{_S}dung|quy{_S}định|điều{_S}khoản|tên|phụ{_S}lục|\d{{1,3}}[a-zđ]?,?|và))*"

_RULES: tuple[tuple[Relation, re.Pattern[str], bool], ...] = (
    # relation, words before the mention, whether only as the document's own act
    ("amended_by", re.compile(AMENDED + r"$"), False),
    ("attached_to", re.compile(rf"kèm{_S}theo{_TO_MENTION}"), False),
    ("replaces", re.compile(rf"{_HEAD}(?:và{_S})?thay{_S}thế{_TO_MENTION}"), False),
    ("repeals", re.compile(rf"{_HEAD}(?:bãi{_S}bỏ|hủy{_S}bỏ){_TO_MENTION}"), False),
    ("amends", re.compile(rf"{_HEAD}{_AMENDING}{_PARTS}(?:{_S}(?:vào|tại))?{_TO_OBJECT}"), True),
    ("guides", re.compile(
        rf"{_HEAD}(?:quy{_S}định{_S}chi{_S}tiết|hướng{_S}dẫn)(?:{_S}(?:và|thi{_S}hành|thực{_S}hiện|hướng{_S}dẫn|một{_S}số|điều|biện{_S}pháp|nội{_S}dung))*{_TO_MENTION}"
    ), True),
    ("based_on", re.compile(rf"(?:^|[.;:\n]|[-+*•])\s{{0,4}}căn{_S}cứ(?:{_S}(?:vào|theo)){{0,1}}{_TO_MENTION}"), False),
    ("proposed_by", re.compile(rf"(?:xét|theo)(?:{_S}(?:đề{_S}nghị|đề{_S}xuất|kiến{_S}nghị)[^.;\n]{{0,150}}?{_S}tại)?{_TO_MENTION}"), False),
    ("replies_to", re.compile(rf"(?:trả{_S}lời|phúc{_S}đáp)(?:{_S}[^.;\n]{{0,100}}?{_S}tại)?{_TO_MENTION}"), False),
    ("implements", re.compile(
        rf"(?:thực{_S}hiện|triển{_S}khai|thi{_S}hành|cụ{_S}thể{_S}hóa|quán{_S}triệt|chấp{_S}hành|tinh{_S}thần)"
        rf"(?:{_S}(?:có{_S}hiệu{_S}quả|hiệu{_S}quả|nghiêm|nghiêm{_S}túc|tốt|đầy{_S}đủ|đồng{_S}bộ|quyết{_S}liệt|thi{_S}hành|thực{_S}hiện"
        rf"|theo|(?:ý{_S}kiến|chỉ{_S}đạo|kết{_S}luận|yêu{_S}cầu)[^.;\n]{{0,100}}?{_S}tại))*{_TO_OBJECT}"
    ), False),
)  # fmt: skip
_PROPOSALS = frozenset({"tờ trình", "công văn", "văn bản", "báo cáo", "đề án", "biên bản"})
_CEASES = re.compile(rf"[^.;\n]{{0,200}}?{_S}(?:hết{_S}hiệu{_S}lực|bị{_S}bãi{_S}bỏ|hết{_S}hiệu{_S}lực{_S}thi{_S}hành)")
_WINDOW = 230


def relate(text: str, lower: str, layout: Layout, citations: list[Citation]) -> None:
    """Set the relation of every mention; members of an enumeration share that of the first."""
    title = layout.fields.get("title")
    title_span = (title.start, title.end) if title else None
    paragraphs = [paragraph.start for paragraph in layout.paragraphs]
    subjects = _Subjects(citations)
    previous: Citation | None = None
    for citation in citations:
        mention = citation.mention
        nested = subjects.hold(mention.start)
        index = bisect_right(paragraphs, citation.start) - 1
        left = max(citation.start - _WINDOW, paragraphs[index] if index >= 0 else 0, 0)
        relation = _relation(lower, citation, left, title_span, nested=nested)
        if relation == "cites" and previous is not None and not nested and _continues(text, previous, citation):
            relation = previous.mention.relation
        mention.relation = relation
        if not nested:
            previous = citation


def _relation(lower: str, citation: Citation, left: int, title: Span | None, *, nested: bool) -> Relation:
    start = citation.start
    in_title = title is not None and title[0] <= start < title[1]
    if in_title and title is not None:
        left = max(left, title[0])
    window = lower[left:start]
    for relation, pattern, own_act in _RULES:
        if nested and relation != "amended_by":
            break
        m = pattern.search(window)
        if m is None or (relation == "proposed_by" and not _proposes(citation, m[0])):
            continue
        if own_act and not in_title and not _own_act(m[0]):
            continue
        return relation
    if citation.mention.kind == "numbered" and not nested and _CEASES.match(lower, citation.end, citation.end + 260):
        return "repeals"
    return "cites"


def _own_act(words: str) -> bool:
    """A verb after a comma or *và* belongs to whoever acts there."""
    return not words.startswith((",", "và"))


def _proposes(citation: Citation, words: str) -> bool:
    return citation.mention.doc_type in _PROPOSALS and ("nghị" in words or "đề" in words or words.startswith("xét"))


def _continues(text: str, previous: Citation, citation: Citation) -> bool:
    """Whether the mention goes on with the list the one before belongs to."""
    between = text[previous.reach : citation.start] if previous.reach <= citation.start else ""
    listed = 0 < len(between) < 40 and between.strip(" \n,;") in ("", "và", "hoặc", "và các", "cùng", "số")
    return listed and (";" not in between or previous.mention.relation in ("replaces", "repeals"))


class _Subjects:
    """The subjects of citations, inside which the words speak of another document's acts."""

    def __init__(self, citations: list[Citation]) -> None:
        spans = sorted({c.mention.title_span for c in citations if c.mention.title_span})
        self._starts = [start for start, _ in spans]
        self._reach: list[int] = []
        reach = 0
        for _, end in spans:
            reach = max(reach, end)
            self._reach.append(reach)

    def hold(self, position: int) -> bool:
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and self._reach[index] > position
