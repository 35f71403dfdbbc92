"""The references stage."""

from __future__ import annotations

from vnstruct.analysis import Analysis
from vnstruct.knowledge import Knowledge


class ReferenceStage:
    """Finds citations and the documents they resolve to: fills ``analysis.references``."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def __call__(self, analysis: Analysis) -> None:
        """Add the layer to the analysis."""
