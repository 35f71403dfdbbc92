"""The layout stage: what each stretch of the page is."""

from __future__ import annotations

from vnstruct.analysis import Analysis
from vnstruct.knowledge import Knowledge
from vnstruct.layout.cues import cues_of
from vnstruct.layout.page import PageReader


class LayoutStage:
    """Finds blocks, header, sections, paragraphs and recipients: fills ``analysis.layout``.

    >>> from vnstruct.knowledge import load_knowledge
    >>> analysis = Analysis.of("Điều 1. Giao Sở Y tế:\\na) Rà soát;\\nb) Báo cáo.")
    >>> LayoutStage(load_knowledge())(analysis)
    >>> [(section.label, section.depth) for section in analysis.layout.sections]
    [('Điều 1', 1), ('a', 2), ('b', 2)]
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._page = PageReader(knowledge, cues_of(knowledge))

    def __call__(self, analysis: Analysis) -> None:
        """Add the layer to the analysis."""
        self._page.read(analysis)
