"""Confidences: what a scale makes of evidence, where it is applied, what the shipped one promises."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from vnstruct.analysis import Analysis
from vnstruct.assembly import assemble
from vnstruct.calibration import FILE, LAYERS, Calibration, Evidence, Scale, annotated
from vnstruct.evaluation import load_gold
from vnstruct.pipeline import analyse, calibration, load, structure
from vnstruct.schema import Source
from vnstruct.training.examples import outcomes

TEXT = """ỦY BAN NHÂN DÂN TỈNH HẢI DƯƠNG
Số: 05/CT-UBND
CHỈ THỊ
Thực hiện Nghị định số 115/2020/NĐ-CP, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
1. Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát thuốc dự trữ, báo cáo trước ngày 15/12/2026.
"""
SCALE = Scale(2.0, {"rule=weak": -1.0, "rule=odd": -4.0, "rule=sure": 9.0, "block=table": -0.5})


@pytest.mark.parametrize(
    ("words", "probability"),
    [
        ([], 0.881),  # nothing special: the layer's average
        (["rule=unseen", "after=của"], 0.881),  # what was never seen weighs nothing
        (["rule=weak"], 0.731),  # a rule that is wrong more often
        (["rule=weak", "block=table"], 0.622),  # evidence adds up
        (["rule=odd"], 0.119),  # an odd one is more likely wrong than right
        (["rule=sure"], 0.99),  # nothing is certain
        (["rule=odd"] * 9, 0.01),  # nor out of the question
    ],
)
def test_scale(words: list[str], probability: float) -> None:
    assert SCALE.probability(words) == probability


@pytest.mark.parametrize("odds", [1e6, -1e6])
def test_absurd_weights_do_not_overflow(odds: float) -> None:
    assert 0 < Scale(odds, {}).probability([]) < 1


def test_a_folder_without_calibration_keeps_the_guesses(tmp_path: Path) -> None:
    analysis = analyse(TEXT)
    directive = assemble(analysis, Source(), Calibration.load(tmp_path))
    assert [b.confidence for b in directive.bodies] == [b.confidence for b in analysis.bodies]


def test_a_layer_without_scale_keeps_the_guesses() -> None:
    analysis = analyse(TEXT)
    directive = assemble(analysis, Source(), Calibration({"dates": Scale(0.0, {})}))
    assert {d.confidence for d in directive.dates} == {0.5}
    assert [t.confidence for t in directive.tasks] == [t.confidence for t in analysis.tasks.tasks]


def test_saved_and_loaded(tmp_path: Path) -> None:
    path = Calibration({"tasks": SCALE}).save(tmp_path)
    assert path.name == FILE
    assert Calibration.load(tmp_path).scales == {"tasks": SCALE}


def test_equal_calibrations_are_equal_bytes(tmp_path: Path) -> None:
    turned = Scale(SCALE.base, dict(reversed(SCALE.weights.items())))
    first = Calibration({"tasks": SCALE, "dates": SCALE}).save(tmp_path).read_bytes()
    assert Calibration({"dates": SCALE, "tasks": turned}).save(tmp_path).read_bytes() == first


def test_the_analysis_is_left_alone() -> None:
    """Assembled twice, as ``doc._.directive`` does, the result is the same."""
    analysis = analyse(TEXT)
    assert assemble(analysis, Source(), calibration()) == assemble(analysis, Source(), calibration())


def test_both_ways_through_the_pipeline_agree() -> None:
    assert load()(TEXT)._.directive == structure(TEXT)


@pytest.mark.parametrize(
    ("layer", "place", "words"),
    [
        ("references", 0, {"kind=numbered", "type=nghị định", "after=hiện", "next=,"}),
        ("dates", -1, {"kind=date", "stated", "after=trước", "rule=before", "next=."}),
        ("bodies", -2, {"begins=sở", "begins2=sở y", "ends=tế", "role=responsible", "registered", "after=1."}),
        ("bodies", -1, {"role=coordinating", "after=với", "before=rà", "next=small"}),
        ("actions", -1, {"kind=perform", "lemma=rà soát", "place=2", "form=subject"}),  # in its task, its clause
        ("tasks", 0, {"form=subject", "doc=directive", "own_actor", "head=lead"}),
    ],
)
def test_evidence(layer: str, place: int, words: set[str]) -> None:
    analysis = analyse(TEXT)
    found = Evidence(analysis)(annotated(analysis, layer)[place])  # type: ignore[arg-type]
    assert words - set(found) == set()


def test_evidence_of_something_else() -> None:
    with pytest.raises(TypeError):
        Evidence(Analysis.of(""))("no annotation")


@pytest.mark.parametrize("text", ["", "\n", "Sở Y tế", "Sở Y tế.", "\r\nSở\u200b Y tế\r\n", "Sở Y tế " * 500])
def test_confidences_are_probabilities(text: str) -> None:
    directive = structure(text)
    found = [item.confidence for layer in LAYERS for item in getattr(directive, layer)]
    assert all(0.01 <= confidence <= 0.99 for confidence in found)


def test_shipped_calibration_covers_every_layer() -> None:
    assert set(calibration().scales) == set(LAYERS)


@pytest.mark.parametrize("layer", LAYERS)
def test_samples(samples: Path, layer: str) -> None:
    """What is called sure is right, and most of what is right is called sure."""
    sure = right_and_sure = right = 0
    for path in sorted((samples / "gold").glob("*.gold.json")):
        gold = load_gold(path)
        assert gold.text is not None
        items = json.loads(structure(gold.text).to_json())[layer]
        truth = outcomes(gold, layer, items)  # type: ignore[arg-type]
        confidence = {item["id"]: item["confidence"] for item in items}
        sure += sum(confidence[key] >= 0.9 for key in truth)
        right += sum(truth.values())
        right_and_sure += sum(truth[key] and confidence[key] >= 0.9 for key in truth)
    assert right_and_sure / sure >= 0.93
    assert right_and_sure / right >= 0.6
