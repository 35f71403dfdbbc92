"""How good: figures by layer on annotated documents, in two halves.

    python benchmarks/quality.py FOLDER [--tuning LIST]

LIST names the documents that the rules were written with, one a line; the others are held out, and only their sums are
shown. Without a list all documents are one set.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from vnstruct.cli.evaluate import ATTRIBUTES, LAYERS
from vnstruct.evaluation import Evaluation, load_gold, score
from vnstruct.pipeline import structure


def evaluate(paths: list[Path]) -> Evaluation:
    """The figures of some documents together."""
    evaluation = Evaluation()
    for path in paths:
        gold = load_gold(path)
        assert gold.text is not None, f"no text beside {path}"
        score(gold, structure(gold.text).model_dump(by_alias=True), evaluation)
    return evaluation


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tuning", type=Path)
    arguments = parser.parse_args()
    paths = sorted(arguments.folder.glob("*.gold.json"))
    names = set(arguments.tuning.read_text(encoding="utf-8").split()) if arguments.tuning else set()
    tuning = [path for path in paths if path.name.removesuffix(".gold.json") in names]
    sets = {"tuning": tuning, "held out": [path for path in paths if path not in tuning]}
    evaluations = {name: evaluate(chosen) for name, chosen in sets.items() if chosen}
    sizes = {name: f"{name} ({len(sets[name])})" for name in evaluations}
    print(f"{'':22}" + "".join(f"{size:>16}" for size in sizes.values()))
    for layer in LAYERS:
        print(f"{layer:22}" + "".join(f"{e.figures(layer).f1:16.3f}" for e in evaluations.values()))
    for name in ATTRIBUTES:
        print(f"{name:22}" + "".join(f"{e.accuracy(name):16.3f}" for e in evaluations.values()))


if __name__ == "__main__":
    main()
