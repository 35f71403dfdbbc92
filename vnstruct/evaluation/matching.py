"""Spans one to one, the best overlap first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

Item = dict[str, Any]
"""An annotation as JSON gives it: ``start``, ``end`` and the fields of its layer."""


class Matched(NamedTuple):
    """Pairs of gold and predicted, gold that was missed, predictions that are wrong."""

    pairs: list[tuple[Item, Item]]
    missed: list[Item]
    wrong: list[Item]


def overlap(a: Item, b: Item) -> int:
    """How many characters two spans share; not positive when they are apart."""
    return int(min(a["end"], b["end"]) - max(a["start"], b["start"]))


def overlap_share(a: Item, b: Item) -> float:
    """Intersection over union."""
    shared = overlap(a, b)
    return shared / (max(a["end"], b["end"]) - min(a["start"], b["start"])) if shared > 0 else 0.0


def pairs_of(gold: list[Item], predicted: list[Item], at_least: float = 0.0) -> list[tuple[Item, Item]]:
    """One-to-one pairs that overlap by more than ``at_least``, the largest share first."""
    candidates: list[tuple[float, int, int]] = []
    by_start = sorted(range(len(predicted)), key=lambda k: predicted[k]["start"])
    active: list[int] = []
    upcoming = 0
    for g, item in sorted(enumerate(gold), key=lambda entry: entry[1]["start"]):
        while upcoming < len(by_start) and predicted[by_start[upcoming]]["start"] < item["end"]:
            active.append(by_start[upcoming])
            upcoming += 1
        # gold is visited by start: what ends before this one ends before every later one
        active = [p for p in active if predicted[p]["end"] > item["start"]]
        for p in active:
            share = overlap_share(item, predicted[p])
            if share > at_least:
                candidates.append((-share, g, p))
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    pairs = []
    for _, g, p in sorted(candidates):
        if g not in taken_gold and p not in taken_predicted:
            taken_gold.add(g)
            taken_predicted.add(p)
            pairs.append((gold[g], predicted[p]))
    return pairs


def match_layer(gold: Iterable[Item], predicted: Iterable[Item], ignored: list[Item], at_least: float = 0.0) -> Matched:
    """Match one layer.

    Not counted: what lies inside an ignored stretch, optional gold, and a prediction that meets optional gold when it
    pairs with none that is required.
    """
    gold = [item for item in gold if not _inside(item, ignored)]
    predicted = [item for item in _distinct(predicted) if not _inside(item, ignored)]
    required = [item for item in gold if not item.get("opt")]
    optional = [item for item in gold if item.get("opt")]
    pairs = pairs_of(required, predicted, at_least)
    paired = {id(item) for pair in pairs for item in pair}
    missed = [item for item in required if id(item) not in paired]
    wrong = [item for item in predicted if id(item) not in paired and not any(overlap(item, o) > 0 for o in optional)]
    return Matched(pairs, missed, wrong)


def _inside(item: Item, stretches: list[Item]) -> bool:
    return any(s["start"] <= item["start"] and item["end"] <= s["end"] for s in stretches)


def _distinct(items: Iterable[Item]) -> list[Item]:
    """One prediction for each span: a repeat would only be wrong twice."""
    return list({(item["start"], item["end"]): item for item in reversed(list(items))}.values())[::-1]
