"""Real texts with one mishap and with several: the invariants hold, and what only changes the form changes no value."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import vnstruct
from tests.hardness.invariants import check, json_is_valid
from tests.hardness.mutators import MUTATORS

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
_LONGEST = 12_000
_REAL_TEXTS = 40


def _texts(count: int, luck: random.Random) -> list[str]:
    paths = luck.sample(SAMPLES, count)
    return [path.read_bytes().decode()[:_LONGEST] for path in paths]


@pytest.mark.parametrize("name", MUTATORS)
def test_one_mishap(name: str) -> None:
    """Every mutator on six samples, the sources of luck being its name."""
    luck = random.Random(name)
    for text in _texts(6, luck):
        mutated = MUTATORS[name](text, luck)
        check(vnstruct.structure(mutated), mutated)


@pytest.mark.parametrize("seed", range(80))
def test_several_mishaps(seed: int) -> None:
    luck = random.Random(seed)
    (text,) = _texts(1, luck)
    for name in luck.choices(list(MUTATORS), k=luck.randrange(2, 6)):
        text = MUTATORS[name](text, luck)[:_LONGEST]
    check(vnstruct.structure(text), text)


def test_mutated_json_obeys_the_schema() -> None:
    luck = random.Random("schema")
    for name in ("NUL", "lone surrogates", "astral", "digits", "lines shuffled"):
        (text,) = _texts(1, luck)
        json_is_valid(vnstruct.structure(MUTATORS[name](text, luck)))


@pytest.mark.slow
def test_real_texts(shared: Path) -> None:
    """A sample of the real texts, each with one mishap."""
    luck = random.Random("real")
    paths = sorted((shared / "corpus" / "texts").glob("*.txt"))
    for number, path in enumerate(luck.sample(paths, _REAL_TEXTS)):
        name = list(MUTATORS)[number % len(MUTATORS)]
        text = MUTATORS[name](path.read_bytes().decode()[:_LONGEST], luck)
        check(vnstruct.structure(text), text)
