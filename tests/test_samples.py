"""The samples against their annotations: a change that loses something says what it lost.

The floors stand a little below what is reached; raise them when the program gets better.
"""

from __future__ import annotations

import functools
import json
from pathlib import Path

import pytest
from vnstruct.evaluation import Evaluation, load_gold, score
from vnstruct.pipeline import structure

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
GOLD = sorted((SAMPLES / "gold").glob("*.gold.json"))

FLOORS = {
    "reference value": 0.95,
    "date value": 0.98,
    "body detection": 0.96,
    "body value": 0.92,
    "action detection": 0.94,
    "task": 0.96,
    "task actor": 0.96,
    "task coordinator": 0.95,
    "task deadline": 0.95,
    "section": 0.99,
}
ATTRIBUTES = {
    "reference pinpoints": 0.95,
    "date role": 0.93,
    "body role": 0.95,
    "action kind": 0.97,
    "section depth": 0.98,
    "header field": 0.96,
}


def evaluated(paths: list[Path]) -> Evaluation:
    """The figures of some samples together."""
    evaluation = Evaluation()
    for path in paths:
        gold = load_gold(path)
        assert gold.text is not None
        score(gold, json.loads(structure(gold.text).to_json()), evaluation)
    return evaluation


@functools.cache
def everything() -> Evaluation:
    """The figures of all samples."""
    return evaluated(GOLD)


def test_there_are_samples() -> None:
    assert len(GOLD) >= 14
    assert {path.name.removesuffix(".gold.json") for path in GOLD} == {path.stem for path in SAMPLES.glob("*.txt")}


@pytest.mark.parametrize(("layer", "floor"), FLOORS.items())
def test_layer(layer: str, floor: float) -> None:
    lost = {kind: lines for kind, lines in everything().errors.items() if kind.startswith(layer.split(maxsplit=1)[0])}
    assert everything().figures(layer).f1 >= floor, lost


@pytest.mark.parametrize(("attribute", "floor"), ATTRIBUTES.items())
def test_attribute(attribute: str, floor: float) -> None:
    assert everything().accuracy(attribute) >= floor


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name.removesuffix(".gold.json"))
def test_header_and_sections_field_by_field(path: Path) -> None:
    errors = evaluated([path]).errors
    assert [line for kind, lines in errors.items() if kind.startswith(("header", "section")) for line in lines] == []


def _differences(path: Path) -> list[str]:
    """What the output says otherwise than the gold, one line a field."""
    return sorted(f"{kind}\t{line}" for kind, lines in evaluated([path]).errors.items() for line in lines)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name.removesuffix(".gold.json"))
def test_every_field(path: Path) -> None:
    """Field by field the output is the gold, but for the differences that ``samples/known_differences.json`` lists.

    The list is strict: a difference that goes away fails here until its line is removed.
    """
    known = json.loads((SAMPLES / "known_differences.json").read_text("utf-8"))
    assert _differences(path) == known.get(path.name.removesuffix(".gold.json"), [])
