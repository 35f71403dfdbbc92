"""What the document does to each document it cites, from the words that lead to the mention.

*Căn cứ* … bases it on a document, *thực hiện* implements one, *sửa đổi, bổ sung* amends one. A verb counts as the
document's own act where it heads a clause or the title: *tham mưu sửa đổi Nghị định X* asks somebody else to.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from vnstruct.layout.model import Layout
from vnstruct.references.citation import Citation
from vnstruct.references.enumerations import AMENDED
from vnstruct.references.model import Span
from vnstruct.schema import Relation

# The patterns read the words before a mention in lower case and with single blanks, up to the mention ("$").
# What may stand between the telling words and the mention:
_LINK = '(?:(?:các|những|một số|toàn bộ|một phần|nội dung|quy định|của|đối với|tại|theo|vào|cho) )*[“"]?$'
_LINK_TO_OBJECT = '(?:(?:các|những|một số|toàn bộ|một phần|nội dung|quy định|của|đối với) )*[“"]?$'
# Where a clause begins, after its label too; "Quyết định này … thay thế", "và bãi bỏ".
_LABEL = r"(?:[-+*•] ?|\d{1,3}[.)] ?|[a-zđ]\) ?|điều \d{1,3}\. ?)?"
_HEAD = rf"(?:(?:^|[.;:] ){_LABEL}|này (?:[^\s.;:]{{1,12}} ){{0,3}}|, |và )"
_PARTS = r"(?:(?:một số|điều khoản|điều|khoản|điểm|nội dung|quy định|tên|phụ lục|\d{1,3}[a-zđ]?|và),? )*"
_AMENDING = "(?:sửa đổi(?:,| và)? bổ sung|sửa đổi|bổ sung|đính chính|thay (?:thế )?(?:cụm )?từ [^.;]{0,80}?) "
_MANNER = "có hiệu quả|hiệu quả|nghiêm túc|nghiêm|tốt|đầy đủ|đồng bộ|quyết liệt|thi hành|thực hiện|theo"


class _Rule(NamedTuple):
    """``syllables``: one must be there for the pattern to be tried, and one of ``ends`` right before the mention;
    ``own``: only as the document's own act.
    """

    relation: Relation
    syllables: tuple[str, ...]
    pattern: re.Pattern[str]
    own: bool = False
    ends: tuple[str, ...] = ("",)

    def may_match(self, window: str) -> bool:
        """Whether the pattern is worth trying: most windows hold no syllable of most rules."""
        for syllable in self.syllables:  # a generator would cost more than the search
            if syllable in window:
                return window.endswith(self.ends)
        return False


_RULES = (
    _Rule(
        "amended_by",
        ("đổi", "sung", "thế"),
        re.compile(f"(?:{AMENDED})$"),
        ends=("bởi ", "tại ", "theo ", "bằng ", "định ", "các ", "sung "),
    ),
    _Rule("attached_to", ("kèm",), re.compile(f"kèm theo {_LINK}")),
    _Rule("replaces", ("thay",), re.compile(f"{_HEAD}thay thế {_LINK}")),
    _Rule("repeals", ("bỏ",), re.compile(f"{_HEAD}(?:bãi|hủy) bỏ {_LINK}")),
    _Rule(
        "amends",
        ("đổi", "sung", "thay", "đính"),
        re.compile(f"{_HEAD}{_AMENDING}{_PARTS}(?:(?:vào|tại) )?{_LINK_TO_OBJECT}"),
        own=True,
    ),
    _Rule(
        "guides",
        ("chi", "hướng"),
        re.compile(
            f"{_HEAD}(?:quy định chi tiết|hướng dẫn) "
            f"(?:(?:và|thi hành|thực hiện|hướng dẫn|một số|điều|biện pháp|nội dung) )*{_LINK}"
        ),
        own=True,
    ),
    _Rule("based_on", ("căn",), re.compile(rf"(?:^|[.;:*] ){_LABEL}[-+*•]? ?căn cứ (?:vào |theo )?{_LINK}")),
    _Rule(
        "proposed_by",
        ("nghị", "xuất", "xét"),
        re.compile(f"(?:xét|theo) (?:(?:đề nghị|đề xuất|kiến nghị) [^.;]{{0,150}}? tại )?{_LINK}"),
    ),
    _Rule("replies_to", ("lời", "đáp"), re.compile(f"(?:trả lời|phúc đáp) (?:[^.;]{{0,100}}? tại )?{_LINK}")),
    _Rule(
        "implements",
        ("hiện", "khai", "hành", "thể", "triệt", "thần"),
        re.compile(
            "(?:thực hiện|triển khai|thi hành|cụ thể hóa|quán triệt|chấp hành|tinh thần) "
            f"(?:(?:{_MANNER}|(?:ý kiến|chỉ đạo|kết luận|yêu cầu) [^.;]{{0,100}}? tại) ){{0,4}}{_LINK_TO_OBJECT}"
        ),
    ),
)
_PROPOSALS = frozenset({"tờ trình", "công văn", "văn bản", "báo cáo", "đề án", "biên bản"})
_CEASES = re.compile(r"[^.;\n]{0,200}?\s(?:hết\shiệu\slực|bị\sbãi\sbỏ)")
_ACTING = frozenset({"normative", "decision", "resolution", "other"})
_WINDOW = 230
_LIST_WORDS = frozenset({"", "và", "hoặc", "và các", "cùng", "số"})


def relate(text: str, lower: str, layout: Layout, citations: list[Citation]) -> None:
    """Set the relation of every mention; members of an enumeration share that of the first."""
    title = layout.fields.get("title")
    title_span = (title.start, title.end) if title else None
    acting = layout.kind in _ACTING
    paragraphs = [paragraph.start for paragraph in layout.paragraphs]
    subjects = _Subjects(citations)
    previous: Citation | None = None
    for citation in citations:
        start = citation.start
        nested = subjects.hold(start)
        index = bisect_right(paragraphs, start) - 1
        left = max(start - _WINDOW, paragraphs[index] if index >= 0 else 0, 0)
        relation = _relation(lower, citation, left, title_span, nested=nested, acting=acting)
        if relation == "cites" and previous is not None and not nested and _continues(text, previous, citation):
            relation = previous.mention.relation
        citation.mention.relation = relation
        if not nested:
            previous = citation


def _relation(lower: str, citation: Citation, left: int, title: Span | None, *, nested: bool, acting: bool) -> Relation:
    start = citation.start
    in_title = title is not None and title[0] <= start < title[1]
    if in_title and title is not None:
        left = max(left, title[0])
    window = " ".join(lower[max(left, lower.rfind("\n\n", left, start)) : start].split()) + " "
    for rule in _RULES:
        if nested and rule.relation != "amended_by":
            break
        if not rule.may_match(window):
            continue
        m = rule.pattern.search(window)
        if m is None or (rule.relation == "proposed_by" and not _proposes(citation, m[0])):
            continue
        # a verb after a comma or "và" belongs to whoever acts there, and so does every verb of a letter or a report
        if rule.own and not in_title and (not acting or m[0].startswith((",", "và"))):
            continue
        return rule.relation
    if citation.mention.kind == "numbered" and not nested and _CEASES.match(lower, citation.end, citation.end + 260):
        return "repeals"
    return "cites"


def _proposes(citation: Citation, words: str) -> bool:
    return citation.mention.doc_type in _PROPOSALS and ("nghị" in words or "đề" in words or words.startswith("xét"))


def _continues(text: str, previous: Citation, citation: Citation) -> bool:
    """Whether the mention goes on with the list the one before belongs to."""
    between = text[previous.reach : citation.start] if previous.reach <= citation.start else ""
    if not 0 < len(between) < 40 or between.strip(" \n,;") not in _LIST_WORDS:
        return False
    return ";" not in between or previous.mention.relation in ("replaces", "repeals")


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
        """Whether the position lies in a subject."""
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and self._reach[index] > position
