"""What is marked in a document: a mark for each annotation, section label and diagnostic."""

from __future__ import annotations

from collections.abc import Iterator

from vnstruct.doubt import DOUBTFUL
from vnstruct.schema import Directive
from vnstruct.writers.painter import Mark
from vnstruct.writers.printed import Printed
from vnstruct.writers.review.escape import escaped

LAYERS = {"k": "tasks", "r": "references", "b": "bodies", "t": "dates", "a": "actions"}
"""Layers by the letter of their class and ids, the outer ones first."""


def marks_of(directive: Directive, scope: str) -> list[Mark]:
    """The marks of a document in the order in which they open, outer ones first.

    ``scope`` makes the ids of elements unique among the documents of a page. Annotations outside the text are left out.
    """
    size = len(directive.text)
    found = [*_annotations(directive, scope), *_labels(directive, scope), *_diagnostics(directive, scope)]
    kept = [(start, -end, rank, mark) for rank, mark in found if (start := mark.start) < (end := mark.end) <= size]
    kept.sort(key=lambda entry: entry[:3])
    return [mark for *_, mark in kept]


def _annotations(directive: Directive, scope: str) -> Iterator[tuple[int, Mark]]:
    for rank, (letter, layer) in enumerate(LAYERS.items(), start=1):
        for number, item in enumerate(getattr(directive, layer), start=1):
            classes = f"m {letter} q" if item.confidence < DOUBTFUL else f"m {letter}"
            extra = f' data-n="{number}"' if letter == "k" else ""
            if layer == "actions" and item.kind == "prohibit":
                classes += " no"
            yield rank, _mark(item.start, item.end, scope, item.id, classes, extra)


def _labels(directive: Directive, scope: str) -> Iterator[tuple[int, Mark]]:
    printed = Printed(directive.text)
    for section in directive.sections:
        end = printed.label_end(section.label, section.start, section.end)
        if end is not None:
            yield 0, _mark(section.start, end, scope, section.id, "lab", "")


def _diagnostics(directive: Directive, scope: str) -> Iterator[tuple[int, Mark]]:
    """A diagnostic about a point is shown on the character there."""
    last = max(len(directive.text) - 1, 0)
    for number, finding in enumerate(directive.diagnostics, start=1):
        start = min(finding.start, last)
        yield 0, _mark(start, max(finding.end, start + 1), scope, f"g{number}", "m g", "")


def _mark(start: int, end: int, scope: str, id_: str, classes: str, extra: str) -> Mark:
    id_ = escaped(id_)
    tag = f'<span class="{classes}" data-i="{id_}"'
    return Mark(start, end, f'{tag} id="{scope}-{id_}"{extra}>', f"{tag}>")
