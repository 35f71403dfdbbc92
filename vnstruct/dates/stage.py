"""The dates stage: scan, join, sift, judge, check."""

from __future__ import annotations

from vnstruct.analysis import Analysis
from vnstruct.dates.checks import check_order, check_weekday, repair
from vnstruct.dates.citations import Citations, DocumentTypes
from vnstruct.dates.company import credible
from vnstruct.dates.dateline import is_piece
from vnstruct.dates.expression import Expression
from vnstruct.dates.judging import Judging
from vnstruct.dates.quiet import is_stamp, outside_quiet
from vnstruct.dates.ranges import join
from vnstruct.dates.recurring import repeat
from vnstruct.dates.scan import scan
from vnstruct.knowledge import Knowledge


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
        low = analysis.lowered
        citations = Citations(analysis, low, self.types)
        found = self.expressions(analysis, low, citations)
        judging = Judging(analysis, low, found, citations)
        found = [expression for expression in found if not is_piece(analysis, expression, judging.issue)]
        analysis.dates.extend(judging.judge(expression) for expression in found)
        for expression in found:
            check_weekday(expression, low, analysis.findings)
            check_order(expression, analysis.findings)

    def expressions(self, analysis: Analysis, low: str, citations: Citations) -> list[Expression]:
        """What the grammar finds, without what is no date after all; impossible days are reported and repaired."""
        joined = join(low, scan(low))
        repeat(low, joined)
        return [
            expression
            for expression in outside_quiet(analysis, low, joined, self.types)
            if credible(low, expression)
            and not citations.names_law(expression)
            and not is_stamp(low, expression)
            and repair(expression, analysis.text, analysis.findings)
        ]
