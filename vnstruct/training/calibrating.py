"""From examples to the calibration, and how far it can be relied on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from vnstruct.calibration import LAYERS, Calibration, Layer, Scale
from vnstruct.training.examples import Document, folds
from vnstruct.training.logistic import Example, fit

FOLDS: Final = 10
BANDS: Final = ((0.0, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.0))


class Judgement(NamedTuple):
    """The confidence in an annotation, and whether it is right."""

    confidence: float
    right: bool


class Band(NamedTuple):
    """The annotations with a confidence from ``low`` up to ``high``: how many, and how many are right."""

    low: float
    high: float
    size: int
    right: int


def calibrate(found: Sequence[Document]) -> Calibration:
    """Fit a scale for every layer of which the documents have examples of both kinds, right and wrong."""
    scales: dict[str, Scale] = {}
    for layer in LAYERS:
        examples = _examples(found, layer)
        if len({example.right for example in examples}) == 2:
            scales[layer] = fit(examples)
    return Calibration(scales)


def judge(calibration: Calibration, found: Iterable[Document], layer: Layer) -> list[Judgement]:
    """The confidences that a calibration gives to the annotations of documents."""
    scale = calibration.scales.get(layer)
    if scale is None:
        return []
    return [Judgement(scale.probability(e.words), e.right) for document in found for e in document.examples[layer]]


def cross_validate(found: Sequence[Document], seed: int) -> dict[Layer, list[Judgement]]:
    """Judge every document by a calibration from the others; only unfamiliar ones are reported.

    With familiar documents alone there is nothing honest to report, and all are.
    """
    honest = any(not document.familiar for document in found)
    judged: dict[Layer, list[Judgement]] = {layer: [] for layer in LAYERS}
    for held in folds((document.name for document in found), FOLDS, seed):
        calibration = calibrate([document for document in found if document.name not in held])
        test = [document for document in found if document.name in held and not (honest and document.familiar)]
        for layer in LAYERS:
            judged[layer] += judge(calibration, test, layer)
    return judged


def bands(judged: Sequence[Judgement], limits: Sequence[tuple[float, float]] = BANDS) -> list[Band]:
    """Count judgements by confidence.

    >>> bands([Judgement(0.97, True), Judgement(0.92, False), Judgement(0.5, True)], [(0.0, 0.9), (0.9, 1.0)])
    [Band(low=0.0, high=0.9, size=1, right=1), Band(low=0.9, high=1.0, size=2, right=1)]
    """
    counted = []
    for low, high in limits:
        inside = [judgement for judgement in judged if low <= judgement.confidence < high]
        counted.append(Band(low, high, len(inside), sum(judgement.right for judgement in inside)))
    return counted


def _examples(found: Iterable[Document], layer: Layer) -> list[Example]:
    return [example for document in found for example in document.examples[layer]]
