"""Annotated documents as examples: what the pipeline finds in them, and whether it is right."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from vnstruct.analysis import Analysis
from vnstruct.assembly import assemble
from vnstruct.calibration import LAYERS, Evidence, Layer, annotated
from vnstruct.errors import InvalidGold
from vnstruct.evaluation.gold import Gold, load_gold, text_path
from vnstruct.evaluation.matching import Item, match_layer
from vnstruct.evaluation.score import same_body_name, same_date, same_reference
from vnstruct.pipeline import analyse
from vnstruct.schema import Source
from vnstruct.training.logistic import Example

TASK_OVERLAP: Final = 0.5
_SAME: Final[dict[Layer, Callable[[Item, Item], bool]]] = {
    "references": same_reference,
    "dates": same_date,
    "bodies": same_body_name,
    "actions": lambda a, b: bool(a["kind"] == b["kind"]),
    "tasks": lambda a, b: True,
}
"""When an annotation that was found is right; roles and links are not part of it."""


class Document(NamedTuple):
    """An annotated document and what the stages make of it; ``familiar``: the rules were written with it."""

    name: str
    familiar: bool
    gold: Gold
    analysis: Analysis
    examples: dict[Layer, list[Example]]


def documents(folders: Iterable[Path], familiar: Collection[str] = ()) -> list[Document]:
    """Read the annotated documents of the folders (``*.gold.json``, else reviewed output), by name.

    The same document in two folders counts once. Raises ``InvalidGold`` for a file that is not gold or has no text.
    """
    files: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.gold.json")) or sorted(folder.glob("*.json")):
            files.setdefault(path.name, path)
    return [_document(files[name], familiar) for name in sorted(files)]


def _document(path: Path, familiar: Collection[str]) -> Document:
    gold = load_gold(path)
    if gold.text is None:
        raise InvalidGold.known("not-gold", path=str(path), reason=text_path(path).name)
    analysis = analyse(gold.text)
    known = gold.name in familiar
    output = assemble(analysis, Source()).model_dump(by_alias=True)
    describe = Evidence(analysis)
    examples: dict[Layer, list[Example]] = {}
    for layer in LAYERS:
        right = outcomes(gold, layer, output[layer])
        pairs = zip(output[layer], annotated(analysis, layer), strict=True)
        examples[layer] = [
            Example(gold.name, describe(found), right[item["id"]], known)
            for item, found in pairs
            if item["id"] in right
        ]
    return Document(gold.name, known, gold, analysis, examples)


def outcomes(gold: Gold, layer: Layer, predicted: list[Item]) -> dict[str, bool]:
    """Whether each annotation is right, by id; those that the gold leaves open are left out."""
    at_least = TASK_OVERLAP if layer == "tasks" else 0.0
    matched = match_layer(gold.layers[layer], predicted, gold.ignored_in(layer), at_least)
    found = {b["id"]: _SAME[layer](a, b) for a, b in matched.pairs}
    return {**found, **{item["id"]: False for item in matched.wrong}}


def folds(names: Iterable[str], count: int, seed: int) -> Iterator[set[str]]:
    """Split documents at random, whole; the last split differs from the others by at most one document.

    >>> [sorted(fold) for fold in folds("abcde", 2, seed=1)] == [sorted(fold) for fold in folds("edcba", 2, seed=1)]
    True
    """
    from random import Random  # noqa: PLC0415 - only cross-validation draws lots

    shuffled = sorted(names)
    Random(seed).shuffle(shuffled)
    for number in range(count):
        yield set(shuffled[number::count])
