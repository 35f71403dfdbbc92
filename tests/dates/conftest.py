"""The dates stage alone, in a document of 20 November 2025."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from vnstruct.analysis import Analysis
from vnstruct.dates.stage import DateStage
from vnstruct.knowledge import load_knowledge
from vnstruct.layout.model import HeaderField

Read = Callable[[str], Analysis]


@pytest.fixture(scope="session")
def read() -> Read:
    """Run the stage on a text whose date line (not in the text) says 20 November 2025."""
    stage = DateStage(load_knowledge())

    def run(text: str) -> Analysis:
        analysis = Analysis.of(text)
        analysis.layout.fields["date"] = HeaderField("2025-11-20", -1, -1)
        stage(analysis)
        return analysis

    return run
