"""Logistic regression over words, in the few lines that deterministic bytes allow.

Cyclic coordinate descent with Newton steps, words in sorted order and no random number anywhere: the same examples
give the same weights. The quadratic penalty draws every weight to zero, that is, every kind of annotation to the
average of its layer; the fewer examples, the more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import exp
from typing import Final, NamedTuple

from vnstruct.calibration import Scale

PENALTY: Final = 5.0
"""Chosen by cross-validation among 1, 3, 5, 10 and 30; all from 3 to 10 serve about as well."""
_LEAST_DOCUMENTS: Final = 2
"""A word of a single document says something of that document only."""
_ROUNDS: Final = 60
_STEP: Final = 1e-3
_FAMILIAR: Final = "\N{BULLET} familiar"
"""Shown by all examples of documents that the rules were written with; no annotation can show it."""


class Example(NamedTuple):
    """An annotation with its evidence and whether it is right; ``familiar``: the rules were written with its text."""

    document: str
    words: Sequence[str]
    right: bool
    familiar: bool = False


def fit(examples: Sequence[Example], penalty: float = PENALTY) -> Scale:
    """Fit the scale of a layer.

    Rules do better on documents that they were written with. What they do better is put down to a word that only
    those documents show, so that they teach what distinguishes the right from the wrong, and the others the level.

    >>> seen = [Example(f"d{i % 5}", ["rule=a" if i % 2 else "rule=b"], right=i % 2 == 1 or i % 4 == 0)
    ...         for i in range(100)]
    >>> scale = fit(seen)
    >>> scale.probability(["rule=a"]) > 0.9 > 0.7 > scale.probability(["rule=b"])
    True
    """
    columns = _columns(examples)
    right = [float(example.right) for example in examples]
    odds = [0.0] * len(examples)
    everywhere = list(range(len(examples)))
    base = 0.0
    weights = dict.fromkeys(sorted(columns), 0.0)
    for _ in range(_ROUNDS):
        step = _descend(everywhere, right, odds, 0.0, 1e-9)
        base += step
        largest = abs(step)
        for word, weight in weights.items():
            step = _descend(columns[word], right, odds, weight, 0.1 if word == _FAMILIAR else penalty)
            weights[word] = weight + step
            largest = max(largest, abs(step))
        if largest < _STEP:
            break
    rounded = {word: round(weight, 3) for word, weight in weights.items() if word != _FAMILIAR}
    return Scale(round(base, 3), {word: weight for word, weight in rounded.items() if abs(weight) >= 0.01})


def _columns(examples: Sequence[Example]) -> dict[str, list[int]]:
    """The examples that show each word."""
    columns: dict[str, list[int]] = defaultdict(list)
    documents: dict[str, set[str]] = defaultdict(set)
    for index, example in enumerate(examples):
        for word in dict.fromkeys(example.words):
            columns[word].append(index)
            documents[word].add(example.document)
    kept = {word: found for word, found in columns.items() if len(documents[word]) >= _LEAST_DOCUMENTS}
    familiar = [index for index, example in enumerate(examples) if example.familiar]
    return {**kept, _FAMILIAR: familiar} if 0 < len(familiar) < len(examples) else kept


def _descend(column: list[int], right: list[float], odds: list[float], weight: float, penalty: float) -> float:
    """One Newton step on one weight, at most 1; ``odds`` follow."""
    slope, bend = -penalty * weight, penalty
    for index in column:
        p = 1 / (1 + exp(-odds[index]))
        slope += right[index] - p
        bend += p * (1 - p)
    step = max(-1.0, min(1.0, slope / bend))
    for index in column:
        odds[index] += step
    return step
