"""The layout stage on a text, for every test of this folder."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from vnstruct.analysis import Analysis
from vnstruct.knowledge import load_knowledge
from vnstruct.layout.stage import LayoutStage

Analyse = Callable[[str], Analysis]


@pytest.fixture(scope="session")
def analyse() -> Analyse:
    """Run the layout stage alone."""
    stage = LayoutStage(load_knowledge())

    def run(text: str) -> Analysis:
        analysis = Analysis.of(text)
        stage(analysis)
        return analysis

    return run
