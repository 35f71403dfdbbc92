"""The dates stage: scan, join, judge, complete."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from vnstruct.analysis import Analysis
from vnstruct.dates.checks import check_order, check_weekday, repair
from vnstruct.dates.citations import Citations, DocumentTypes
from vnstruct.dates.company import credible
from vnstruct.dates.dateline import anchor_of, find_date_line, is_draft_line
from vnstruct.dates.expression import Expression
from vnstruct.dates.inference import complete, expand_century
from vnstruct.dates.output import time_expression
from vnstruct.dates.ranges import coordinated, join
from vnstruct.dates.recurring import comes_back, repeat
from vnstruct.dates.roles import Judgement, Place, judge
from vnstruct.dates.scan import lowered, scan
from vnstruct.dates.surroundings import Surroundings, surroundings
from vnstruct.knowledge import Knowledge

_STAMP = re.compile(
    r"thời\sgian\ský:?\s*$|ký\s(?:số\s)?(?:lúc|bởi)[^\n]{0,60}$|(?<!ngày )(?:ban hành|cập nhật|hiệu lực): ?$"
)
_ZONE = re.compile(r"[\s\S]{0,12}?\+0\d:?00")
# *Thời gian hoàn thành công việc ở các vùng được quy định như sau:* governs the dates of its list
_LEAD_IN = re.compile(r"thời\s(?:gian|hạn)\s(?:hoàn\sthành|thực\shiện|kết\sthúc)[^.;:\n]{0,160}:\s*\n")
_LIST_END = re.compile(r"\n\s*(?:\d{1,2}[.)]|điều\s\d|[ivx]{1,5}[.)-])\s")
_LIST_REACH = 800


class DateStage:
    """Finds expressions of time: fills ``analysis.dates`` and adds to ``analysis.findings``.

    >>> analysis = Analysis.of("Báo cáo trước ngày 25 hằng tháng.")
    >>> DateStage(Knowledge())(analysis)
    >>> [(found.value, found.role, found.modifier) for found in analysis.dates]
    [('XXXX-XX-25', 'deadline', 'before')]
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.types = DocumentTypes(knowledge)

    def __call__(self, analysis: Analysis) -> None:
        """Add the layer to the analysis."""
        low = lowered(analysis.text)
        citations = Citations(analysis, low, self.types)
        found = join(low, scan(low))
        repeat(low, found)
        found = [
            expression
            for expression in _outside(found, _quiet(analysis, self.types))
            if credible(low, expression)
            and not citations.names_law(expression)
            and not _stamped(low, expression)
            and repair(expression, analysis.text, analysis.findings)
        ]
        _give_roles(analysis, low, found, citations)
        for expression in found:
            check_weekday(expression, low, analysis.findings)
            check_order(expression, analysis.findings)


def _give_roles(analysis: Analysis, low: str, found: list[Expression], citations: Citations) -> None:
    issue = find_date_line(analysis, low, found)
    anchor = anchor_of(analysis, issue)
    lists = list(_due_lists(low))
    previous: _Judged | None = None
    for expression in found:
        around = surroundings(low, expression.start, expression.end)
        cited = citations.dates_document(expression)
        may_date = not cited and expression.unit == "day" and expression.last is None
        place = Place(
            issue=expression is issue or is_draft_line(low, expression),
            cited=cited,
            typed=may_date and citations.behind_type(expression),
            enacts=may_date and citations.before_enactment(expression),
            lead_in=_heads_item(low, expression, lists),
        )
        forward = False
        if expression.first.year is None:
            # the role asks for the year and the year for the role: a first look without the year tells the direction
            forward = judge(expression, around, place, None).role == "deadline"
            expression.recurring |= comes_back(expression, around.left)
        expand_century(expression, 2000 if anchor is None else anchor.likely.year)
        if anchor is not None:
            complete(expression, anchor.first if forward else anchor.likely, forward=forward)
        judgement = judge(expression, around, place, None if anchor is None else anchor.first)
        if previous is not None and _governed_together(low, previous, expression, around, judgement):
            # *trước ngày 15/6 và ngày 15/12*: the preposition governs both
            around, judgement = around._replace(preposition=previous[1].preposition), previous[2]
        previous = expression, around, judgement
        analysis.dates.append(time_expression(expression, around.modifier, judgement))


_Judged = tuple[Expression, Surroundings, Judgement]


def _governed_together(
    low: str, previous: _Judged, expression: Expression, around: Surroundings, judgement: Judgement
) -> bool:
    left, its_surroundings, _ = previous
    shared = around.preposition is None and its_surroundings.preposition is not None
    free = judgement.role not in ("issue", "citation", "effective")
    return shared and free and coordinated(low, left, expression)


class _Quiet(NamedTuple):
    """A stretch without dates, or without years only."""

    start: int
    end: int
    years_only: bool


def _quiet(analysis: Analysis, types: DocumentTypes) -> list[_Quiet]:
    """Page furniture, the numbers of documents, and the names of laws (whose year is part of the name)."""
    printed = analysis.layout.fields.get("date")
    spans = [
        _Quiet(block.start, block.end, False)
        for block in analysis.layout.blocks
        # the line with the date of publication is furniture, its date is not
        if block.kind == "boilerplate" and not (printed and block.start <= printed.start < block.end)
    ]
    spans.extend(
        _Quiet(mention.start, mention.end, mention.kind != "numbered")
        for mention in analysis.references.mentions
        # the years in the titles of plans and schemes are periods
        if mention.kind == "numbered" or mention.doc_type in types.named_by_year
    )
    return sorted(spans)


def _outside(found: list[Expression], quiet: list[_Quiet]) -> Iterator[Expression]:
    """The expressions that do not lie in a quiet stretch."""
    index = 0
    current: list[_Quiet] = []
    for expression in found:
        while index < len(quiet) and quiet[index].start <= expression.start:
            current.append(quiet[index])
            index += 1
        current = [span for span in current if span.end > expression.start]
        is_year = expression.unit in ("year", "span")
        if not any(expression.end <= span.end and (is_year or not span.years_only) for span in current):
            yield expression


def _stamped(low: str, expression: Expression) -> bool:
    """A stamp: *Thời gian ký: 26.03.2021 16:47:53 +07:00*, or a portal's list: *Ban hành: 20/11/2025 Cập nhật: …*."""
    left = low[max(0, expression.start - 80) : expression.start]
    return _STAMP.search(left) is not None or _ZONE.match(low, expression.end) is not None


def _due_lists(low: str) -> Iterator[tuple[int, int]]:
    """Stretches of list items behind a lead-in that announces dates of completion."""
    for lead in _LEAD_IN.finditer(low):
        limit = lead.end() + _LIST_REACH
        stop = _LIST_END.search(low, lead.end() - 1, limit)
        yield lead.end(), stop.start() if stop else min(len(low), limit)


def _heads_item(low: str, expression: Expression, lists: list[tuple[int, int]]) -> bool:
    """Whether it follows the label of an item of such a list: *- Vùng đồng bằng: cuối năm …*."""
    start = expression.start
    index = bisect_right(lists, (start, len(low))) - 1
    if expression.unit == "length" or index < 0 or start >= lists[index][1]:
        return False
    return low[max(0, start - 3) : start].rstrip().endswith(":")
