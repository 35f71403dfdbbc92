"""Which dates belong to cited documents, and which years to the names of laws."""

from __future__ import annotations

import re
from bisect import bisect_right

from vnstruct.analysis import Analysis
from vnstruct.dates.cues import cue
from vnstruct.dates.expression import Expression
from vnstruct.knowledge import Knowledge
from vnstruct.text import trie_pattern

# *11/2020/NĐ-CP*, *163/2024/QH15*, *169-CP*, *7514/VPCP-V.I*, broken over a line *2764/QĐ-⏎TTg*; *số 107/2025*, *số 20
# NQ/TW*, and the blank number of a draft: */QĐ-UBND ngày*
_NUMBER_BEFORE = re.compile(
    r"(?:(?<!\S)\(?\d[\w.]{0,8}\s?[/\-]\s?(?=[\d/.\-]{0,6}[^\W\d])[\w/.&\-]{1,30}"
    r"(?:\s-\s?[\w.&]{1,15}|(?<=-)\s[\w.&]{1,15})?"
    r"|(?<!\w)/[^\W\d]{1,4}-[\w&\-]{2,16}"
    r"|số:?\s?\d[\w/.\-]{0,20}(?:\s[^\W\d]{1,6}[/\-][\w./\-]{1,14})?)\s{0,3},?\s{0,3}\(?(?:(?:ký|ban hành)\s)?$"
)
_GATHERING = re.compile(cue("gathering") + r"\s\(?$")
_ENACTS = re.compile(r"(?<!\w)(?:ban hành|ra|ký)\s(?:ban hành\s)?[^;.]{0,30}$")
_GAP = re.compile(r"[\s,(]{0,4}")
_CLAUSE_END = re.compile(r"[;.]\s|\n\s*\n")
_GOVERNED = re.compile(
    r"\s(?:trong|vào|đến|từ|cho|của|tại|trước|sau|kế hoạch|nhiệm vụ|công tác|giai đoạn|và|các|những)\s\(?$"
)
_FAR = 150
_NEVER = re.compile(r"(?!)")


class DocumentTypes:
    """Patterns from the table of document types, compiled once."""

    def __init__(self, knowledge: Knowledge) -> None:
        names = sorted({row.name for row in knowledge.document_types})
        self.named_by_year = frozenset(
            row.name
            for row in knowledge.document_types
            if row.system == "treaty" or (row.system == "assembly" and row.kind == "normative")
        )
        types = trie_pattern(names, flexible_space=False)
        # *Căn cứ Luật Tổ chức Chính phủ ngày …*, *xét Tờ trình của … ngày …*, *Tờ trình ngày …*
        self.before = _NEVER if not names else re.compile(
            rf"(?<!\w)(?:căn cứ|theo|thực hiện|tại|xét|tiếp theo)\s(?:các\s)?(?:{types})(?:\s[^\d;:.]{{0,110}})?\s\(?$"
            rf"|(?<!\w)(?:{types})\s(?:số\s)?$"
        )  # fmt: skip
        # *…, Hội đồng Chính phủ đã ra Quyết định số …*
        self.enacted = _NEVER if not names else re.compile(
            rf"[^;.]{{0,90}}?(?<!\w)(?:ban hành|ra|ký)\s(?:ban hành\s)?(?:{types})\s(?:số|\d|này)"
        )  # fmt: skip
        # a capital begins a word: what stands before it need not be looked at
        laws = trie_pattern(sorted(name.capitalize() for name in self.named_by_year), flexible_space=False)
        self.law = (
            re.compile(rf"(?:{laws})(?:\s(?!(?:Nghị|Quyết|Thông|Chỉ|Kế|của|về)\s)[^\W\d][\w-]*,?){{0,14}}\s\(?$")
            if self.named_by_year
            else _NEVER
        )


class Citations:
    """What the references of one document say about the places of its dates."""

    def __init__(self, analysis: Analysis, low: str, types: DocumentTypes) -> None:
        mentions = analysis.references.mentions
        self.low = low
        self.text = analysis.text
        self.types = types
        self.starts = [mention.start for mention in mentions]
        self.ends = sorted(mention.end for mention in mentions)
        self.number_ends = {mention.end for mention in mentions if mention.kind == "numbered"}
        self.dates = sorted(mention.date_span for mention in mentions if mention.date_span is not None)

    def dates_document(self, expression: Expression) -> bool:
        """Whether the expression is the date of a cited document, also of one that the references have missed."""
        start = expression.start
        index = bisect_right(self.dates, (start, len(self.low))) - 1
        if index >= 0 and start < self.dates[index][1]:
            return True
        # "Chỉ thị 24/CT-TTg năm 2025", where the day was told before
        year = expression.unit == "year" and start - 1 in self.number_ends
        dated = year or expression.unit == "day" or expression.rule == "day-blank"
        if not dated or expression.last is not None or expression.recurring:
            return False
        left = self.low[max(0, start - 160) : start]
        return self.behind_mention(start) or _NUMBER_BEFORE.search(left) is not None

    def behind_type(self, expression: Expression) -> bool:
        """Whether the clause names a type of document before the expression: *Căn cứ Luật Tổ chức Chính phủ ngày …*."""
        start = expression.start
        left = self.low[max(0, start - 160) : start]
        if self.text[start].isupper() and left.rstrip(" ").endswith("\n"):
            # *… TỈNH ĐỒNG NAI⏎Ngày 20 tháng 11 …*: a sentence opens
            return False
        clause = _CLAUSE_END.split(left)[-1].replace("\n", " ")
        if _GATHERING.search(clause) is not None:
            return False
        # *một số điều của Luật Quản lý thuế ngày …*
        return (
            self.types.before.search(clause) is not None
            or self.types.law.search(self.text[start - len(left) : start]) is not None
        )

    def behind_mention(self, start: int) -> bool:
        """Whether a mention ends right before; a date alone on the line below one is when the page was published."""
        index = bisect_right(self.ends, start) - 1
        if index < 0 or _GAP.fullmatch(self.low, self.ends[index], start) is None:
            return False
        return "\n" not in self.low[self.ends[index] : start] or self.low.startswith("ngày", start)

    def before_enactment(self, expression: Expression) -> bool:
        """Whether the clause goes on to enact a document: *Ngày 24 tháng 6 năm 1977 … đã ra Quyết định số …*."""
        end = expression.end
        if self.types.enacted.match(self.low, end, end + _FAR):
            return True
        index = bisect_right(self.starts, end - 1)
        if index == len(self.starts) or self.starts[index] - end > _FAR:
            return False
        between = self.low[end : self.starts[index]]
        return _CLAUSE_END.search(between) is None and _ENACTS.search(between) is not None

    def names_law(self, expression: Expression) -> bool:
        """*Luật Phòng, chống tham nhũng năm 2018*, also where the references know no such law."""
        if expression.unit != "year" or expression.last is not None:
            return False
        left = self.text[max(0, expression.start - 110) : expression.start]
        return self.types.law.search(left) is not None and _GOVERNED.search(left.lower()) is None
