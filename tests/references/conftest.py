"""What the tests of the reference stage share."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from vnstruct.analysis import Analysis
from vnstruct.knowledge import load_knowledge
from vnstruct.layout.stage import LayoutStage
from vnstruct.references.model import Mention
from vnstruct.references.stage import ReferenceStage


@pytest.fixture(scope="session")
def read() -> Callable[[str], Analysis]:
    """The reference stage on a stretch of running text."""
    stage = ReferenceStage(load_knowledge())

    def run(text: str) -> Analysis:
        analysis = Analysis.of(text)
        stage(analysis)
        return analysis

    return run


@pytest.fixture(scope="session")
def read_document() -> Callable[[str], Analysis]:
    """Layout and references on a whole document."""
    layout, references = LayoutStage(load_knowledge()), ReferenceStage(load_knowledge())

    def run(text: str) -> Analysis:
        analysis = Analysis.of(text)
        layout(analysis)
        references(analysis)
        return analysis

    return run


@pytest.fixture(scope="session")
def rendered() -> Callable[[Analysis], str]:
    """Mentions as docs/references.md writes them."""

    def one(text: str, mention: Mention) -> str:
        head = {"numbered": mention.number, "named": "", "anaphoric": "…"}[mention.kind] or ""
        if mention.name:
            head = f"{head} “{mention.name}”".lstrip()
        parts = [f"{mention.doc_type} {head}"]
        if mention.pinpoints:
            parts.append(" / ".join(" ".join(f"{k} {v}" for k, v in p.items()) for p in mention.pinpoints))
        parts += [value for value in (mention.date, mention.issuer) if value]
        span = text[mention.start : mention.end].replace("\n", "⏎")
        return f"[{span}] {', '.join(parts)}"

    return lambda analysis: "; ".join(one(analysis.text, m) for m in analysis.references.mentions)
