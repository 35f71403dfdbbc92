"""The dates stage."""

from __future__ import annotations

from vnstruct.analysis import Analysis
from vnstruct.knowledge import Knowledge


class DateStage:
    """Finds expressions of time: fills ``analysis.dates``."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def __call__(self, analysis: Analysis) -> None:
        """Add the layer to the analysis."""
