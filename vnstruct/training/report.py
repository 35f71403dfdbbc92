"""The figures of the model card, as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vnstruct.calibration import LAYERS
from vnstruct.training.calibrating import BANDS, bands, cross_validate
from vnstruct.training.clause_judge import compare
from vnstruct.training.examples import Document

_NAMES: Final = {
    "rules": "rules alone",
    "model": "CRF alone",
    "both": "CRF that also sees what the rules said",
}


def report(found: Sequence[Document], seed: int) -> str:
    """Sizes, the reliability of the confidences and the comparison of judges, by cross-validation over documents."""
    return "\n\n".join(["\n".join(part) for part in (_sizes(found), _reliability(found, seed), _judges(found, seed))])


def _sizes(found: Sequence[Document]) -> list[str]:
    lines = ["| Documents | Number | " + " | ".join(LAYERS) + " |", "| --- " * (len(LAYERS) + 2) + "|"]
    for title, familiar in (("rules were written with", True), ("others", False)):
        chosen = [document for document in found if document.familiar is familiar]
        counts = [sum(len(document.examples[layer]) for document in chosen) for layer in LAYERS]
        lines.append(f"| {title} | {len(chosen)} | " + " | ".join(str(count) for count in counts) + " |")
    return lines


def _reliability(found: Sequence[Document], seed: int) -> list[str]:
    limits = [(0.0, 0.9), (0.9, 1.0), *BANDS]
    heads = ["below 0.9", "0.9 and more", *(f"{low:.2f}–{high:.2f}" for low, high in BANDS)]
    lines = ["| Layer | all | " + " | ".join(heads) + " |", "| --- " * (len(heads) + 2) + "|"]
    for layer, judged in cross_validate(found, seed).items():
        cells = [_share(band.right, band.size) for band in bands(judged, limits)]
        lines.append(f"| {layer} | {_share(sum(j.right for j in judged), len(judged))} | " + " | ".join(cells) + " |")
    return lines


def _judges(found: Sequence[Document], seed: int) -> list[str]:
    lines = ["| Judge of clauses | right | missed | wrong | F1 |", "| --- | --- | --- | --- | --- |"]
    for judge, score in compare(found, seed).items():
        lines.append(f"| {_NAMES[judge]} | {score.right} | {score.missed} | {score.wrong} | {score.f1:.3f} |")
    return lines


def _share(right: int, count: int) -> str:
    """Share and number.

    >>> _share(19, 20), _share(0, 0)
    ('95.0 % of 20', '–')
    """
    return f"{100 * right / count:.1f} % of {count}" if count else "–"
