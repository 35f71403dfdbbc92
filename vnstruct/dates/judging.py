"""Roles and missing parts of all expressions of one document, in text order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from vnstruct.analysis import Analysis
from vnstruct.dates.citations import Citations
from vnstruct.dates.dateline import anchor_of, find_date_line, is_draft_line
from vnstruct.dates.expression import Expression
from vnstruct.dates.inference import complete, expand_century
from vnstruct.dates.model import TimeExpression
from vnstruct.dates.output import time_expression
from vnstruct.dates.ranges import coordinated
from vnstruct.dates.recurring import comes_back
from vnstruct.dates.roles import Judgement, Place, judge
from vnstruct.dates.surroundings import NOWHERE, Surroundings, surroundings

# *Thời gian hoàn thành công việc ở các vùng được quy định như sau:* governs the dates of its list
_LEAD_IN = re.compile(r"thời\s(?:gian|hạn)\s(?:hoàn\sthành|thực\shiện|kết\sthúc)[^.;:\n]{0,160}:\s*\n")
_LIST_END = re.compile(r"\n[^\S\n]*(?:\d{1,2}[.)]|điều\s\d|[ivx]{1,5}[.)-])\s")
_REMEMBRANCE = re.compile(r"Ngày [A-ZĐ][^\W\d_]*(?: [^\W\d_]+){1,8} \(?$")
_LIST_REACH = 800
_UNKNOWN_CENTURY = 2000


class Judging:
    """Judges one expression after the other, with what the document says about its own date and its references."""

    def __init__(self, analysis: Analysis, low: str, found: list[Expression], citations: Citations) -> None:
        self.low = low
        self.text = analysis.text
        self.citations = citations
        self.issue = find_date_line(analysis, low, found)
        self.anchor = anchor_of(analysis, self.issue)
        self.lists = list(_due_lists(low))
        self.previous: tuple[Expression, Surroundings, Judgement] | None = None

    def judge(self, expression: Expression) -> TimeExpression:
        """Complete the expression, give it its role and its output form."""
        issue = expression is self.issue or is_draft_line(self.low, expression)
        cited = self.citations.dates_document(expression)
        if issue or cited:
            # most dates: nothing around them matters
            around, place = NOWHERE, Place(issue=issue, cited=cited)
        else:
            around = surroundings(self.low, expression.start, expression.end)
            place = self.place(expression)
        self.complete(expression, around, place)
        judgement = judge(expression, around, place, self.anchor and self.anchor.first)
        if self.previous is not None and self.shares_preposition(expression, around, judgement):
            # *trước ngày 15/6 và ngày 15/12*: the preposition governs both
            around, judgement = around._replace(preposition=self.previous[1].preposition), self.previous[2]
        self.previous = expression, around, judgement
        return time_expression(expression, around.modifier, judgement)

    def place(self, expression: Expression) -> Place:
        """What the rest of the document says about an expression that is not plainly cited."""
        may_date = expression.unit == "day" and expression.last is None
        return Place(
            typed=may_date and self.citations.behind_type(expression),
            enacts=may_date and self.citations.before_enactment(expression),
            lead_in=self.heads_item(expression),
        )

    def complete(self, expression: Expression, around: Surroundings, place: Place) -> None:
        """Fill in what is not printed: a deadline lies ahead, other days are near."""
        expand_century(expression, self.anchor.likely.year if self.anchor else _UNKNOWN_CENTURY)
        if expression.first.year is not None:
            return
        # the role asks for the year and the year for the role: a first look without the year tells the direction
        forward = judge(expression, around, place, None).role == "deadline"
        if not forward and self.names_day(expression):
            return
        expression.recurring |= comes_back(expression, around.left)
        if self.anchor is not None:
            complete(expression, self.anchor.first if forward else self.anchor.likely, forward=forward)

    def names_day(self, expression: Expression) -> bool:
        """*Ngày Di sản văn hóa Việt Nam 23/11*: a day of remembrance is that of every year."""
        day = expression.unit == "day" and expression.last is None and expression.first.month is not None
        return day and _REMEMBRANCE.search(self.text, max(0, expression.start - 60), expression.start) is not None

    def shares_preposition(self, expression: Expression, around: Surroundings, judgement: Judgement) -> bool:
        """Whether the preposition before the previous expression governs this one too."""
        if self.previous is None:
            return False
        left, its_surroundings, _ = self.previous
        shared = around.preposition is None and its_surroundings.preposition is not None
        free = judgement.role not in ("issue", "citation", "effective")
        return shared and free and coordinated(self.low, left, expression)

    def heads_item(self, expression: Expression) -> bool:
        """Whether it follows the label of an item of a list of dates: *- Vùng đồng bằng: cuối năm …*."""
        start = expression.start
        index = bisect_right(self.lists, (start, len(self.low))) - 1
        if expression.unit == "length" or index < 0 or start >= self.lists[index][1]:
            return False
        return self.low[max(0, start - 3) : start].rstrip().endswith(":")


def _due_lists(low: str) -> Iterator[tuple[int, int]]:
    """Stretches of list items behind a lead-in that announces dates of completion."""
    for lead in _LEAD_IN.finditer(low):
        limit = lead.end() + _LIST_REACH
        stop = _LIST_END.search(low, lead.end() - 1, limit)
        yield lead.end(), stop.start() if stop else min(len(low), limit)
