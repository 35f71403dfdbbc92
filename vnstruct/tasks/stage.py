"""The tasks stage: who does what, with whom, by when."""

from __future__ import annotations

from vnstruct.analysis import Analysis
from vnstruct.knowledge import Knowledge
from vnstruct.tasks.lexicon import Lexicon
from vnstruct.tasks.roles import settle
from vnstruct.tasks.walk import Walk


class TaskStage:
    """Finds actions and tasks and settles roles: fills ``analysis.tasks``."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.lexicon = Lexicon.of(knowledge)

    def __call__(self, analysis: Analysis) -> None:
        """Add the layer to the analysis."""
        walk = Walk(self.lexicon, analysis)
        walk.run()
        analysis.tasks = walk.composer.found
        settle(analysis, issuers=walk.issuers.bodies, named=walk.named)
