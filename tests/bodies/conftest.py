"""What the tests of the body stage share."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from vnstruct.analysis import Analysis
from vnstruct.bodies.model import BodyMention
from vnstruct.bodies.stage import BodyStage
from vnstruct.knowledge import load_knowledge
from vnstruct.layout.stage import LayoutStage
from vnstruct.references.stage import ReferenceStage

Read = Callable[[str], Analysis]


@pytest.fixture(scope="session")
def read() -> Read:
    """The body stage on a stretch of running text."""
    stage = BodyStage(load_knowledge())

    def run(text: str) -> Analysis:
        analysis = Analysis.of(text)
        stage(analysis)
        return analysis

    return run


@pytest.fixture(scope="session")
def read_document() -> Read:
    """Layout, references and bodies on a whole document."""
    knowledge = load_knowledge()
    stages = (LayoutStage(knowledge), ReferenceStage(knowledge), BodyStage(knowledge))

    def run(text: str) -> Analysis:
        analysis = Analysis.of(text)
        for stage in stages:
            stage(analysis)
        return analysis

    return run


def quote_of(analysis: Analysis, body: BodyMention) -> str:
    """The quote of a mention, line ends made visible."""
    return analysis.text[body.start : body.end].replace("\n", "⏎")


@pytest.fixture(scope="session")
def rendered() -> Callable[[Analysis], str]:
    """Mentions as docs/bodies.md writes them."""

    def one(analysis: Analysis, body: BodyMention) -> str:
        quote = quote_of(analysis, body)
        name = "" if body.name == quote.replace("⏎", " ") else f" = {body.name}"
        kind = (" (vague set)" if body.vague else " (set)") if body.group else ""
        return f"[{quote}]{name}{kind}"

    return lambda analysis: "; ".join(one(analysis, body) for body in analysis.bodies)
