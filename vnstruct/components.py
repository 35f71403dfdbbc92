"""The stages as spaCy components.

Every factory is found by entry point, so a blank pipeline takes the stages one by one::

    nlp = spacy.blank("vi")
    nlp.add_pipe("vnstruct_layout")
    nlp.add_pipe("vnstruct_references")

A component keeps its results in ``doc.spans[<layer>]`` (spans of whole tokens that cover the annotation),
``doc._.vnstruct`` (the workspace) and ``doc._.directive`` (the output model).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from vnstruct.analysis import Analysis
from vnstruct.assembly import assemble
from vnstruct.knowledge import load_knowledge
from vnstruct.pipeline import STAGES, calibration
from vnstruct.schema import Directive, Source
from vnstruct.text.tokens import tokenize


class _Spanned(Protocol):
    start: int
    end: int


def _workspace(doc: Doc) -> Analysis:
    """The workspace of a document, begun by whichever component comes first."""
    if doc._.vnstruct is None:
        doc._.vnstruct = Analysis.of(doc.text)
    analysis: Analysis = doc._.vnstruct
    return analysis


def _directive(doc: Doc) -> Directive:
    return assemble(_workspace(doc), Source(), calibration())


if not Doc.has_extension("vnstruct"):
    Doc.set_extension("vnstruct", default=None)
    Doc.set_extension("directive", getter=_directive)


class Tokenizer:
    """Non-destructive tokenizer: ``nlp(text).text == text`` for every string."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words, spaces = tokenize(text)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing to save: the tokenizer has no state."""
        return b""

    def from_bytes(self, _: bytes, **__: Any) -> Tokenizer:
        """Nothing to load."""
        return self

    def to_disk(self, _: Path | str, **__: Any) -> None:
        """Nothing to save."""

    def from_disk(self, _: Path | str, **__: Any) -> Tokenizer:
        """Nothing to load."""
        return self


def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """The tokenizer by its registered name (``vnstruct.Tokenizer.v1``), for ``[nlp.tokenizer]`` in a config."""
    return lambda nlp: Tokenizer(nlp.vocab)


spacy.registry.tokenizers("vnstruct.Tokenizer.v1", func=create_tokenizer)


class StageComponent:
    """Runs one stage on a document and publishes its layers as span groups."""

    def __init__(self, stage: str, knowledge: str | None) -> None:
        self.stage = STAGES[stage](load_knowledge(Path(knowledge) if knowledge else None))
        self.layer = stage

    def __call__(self, doc: Doc) -> Doc:
        analysis = _workspace(doc)
        self.stage(analysis)
        for layer, label, items in _layers(self.layer, analysis):
            doc.spans[layer] = _spans(doc, analysis, label, items)
        return doc


def _layers(stage: str, analysis: Analysis) -> list[tuple[str, str, Iterable[_Spanned]]]:
    """The span groups a stage publishes: name, label, annotations."""
    if stage == "layout":
        return [("sections", "SECTION", analysis.layout.sections)]
    if stage == "references":
        return [("references", "REFERENCE", analysis.references.mentions)]
    if stage == "dates":
        return [("dates", "DATE", analysis.dates)]
    if stage == "bodies":
        return [("bodies", "BODY", analysis.bodies)]
    return [("actions", "ACTION", analysis.tasks.actions), ("tasks", "TASK", analysis.tasks.tasks)]


def _spans(doc: Doc, analysis: Analysis, label: str, items: Iterable[_Spanned]) -> list[Any]:
    spans = []
    for item in items:
        start, end = analysis.view.raw(item.start, item.end)
        span = doc.char_span(start, end, label=label, alignment_mode="expand")
        if span is not None:
            spans.append(span)
    return spans


def _make(stage: str) -> Callable[[Language, str, str | None], StageComponent]:
    def make(nlp: Language, name: str, knowledge: str | None) -> StageComponent:
        return StageComponent(stage, knowledge)

    return make


_DEFAULTS: dict[str, Any] = {"knowledge": None}

make_layout = Language.factory("vnstruct_layout", default_config=_DEFAULTS, func=_make("layout"))
make_references = Language.factory("vnstruct_references", default_config=_DEFAULTS, func=_make("references"))
make_dates = Language.factory("vnstruct_dates", default_config=_DEFAULTS, func=_make("dates"))
make_bodies = Language.factory("vnstruct_bodies", default_config=_DEFAULTS, func=_make("bodies"))
make_tasks = Language.factory("vnstruct_tasks", default_config=_DEFAULTS, func=_make("tasks"))
