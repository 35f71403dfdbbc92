"""Training: examples from gold, the same bytes every time, honest figures."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from vnstruct.calibration import FILE
from vnstruct.cli import app
from vnstruct.evaluation import Gold
from vnstruct.training.calibrating import Judgement, bands, calibrate, cross_validate
from vnstruct.training.clause_judge import Score, clauses, compare
from vnstruct.training.examples import documents, folds, outcomes
from vnstruct.training.logistic import Example, fit

TEXT = """ỦY BAN NHÂN DÂN TỈNH HẢI DƯƠNG
Số: 05/CT-UBND

CHỈ THỊ
Về thuốc dự trữ

Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
1. Sở Y tế rà soát các kho thuốc.
2. Sở Tài chính bố trí kinh phí.
3. Các sở, ban, ngành báo cáo trước ngày 15/12/2026.
"""
GOLD: dict[str, list[Any]] = {key: [] for key in ("references", "dates", "bodies", "actions", "tasks", "sections")}


def annotate(folder: Path, name: str, text: str = TEXT, **layers: list[dict[str, Any]]) -> None:
    """Write a text and its gold."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / f"{name}.gold.json").write_text(json.dumps({**GOLD, **layers, "header": {}}), encoding="utf-8")


def span(quote: str, **values: Any) -> dict[str, Any]:
    start = TEXT.index(quote)
    return {"start": start, "end": start + len(quote), "text": quote, **values}


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as stopped:
        app([str(argument) for argument in arguments])
    return int(stopped.value.code or 0)


@pytest.fixture
def few(samples: Path, tmp_path: Path) -> Path:
    """A few samples in a folder of their own."""
    folder = tmp_path / "few"
    folder.mkdir()
    for gold in sorted((samples / "gold").glob("chi-thi-*.gold.json")):
        shutil.copy(gold, folder)
        shutil.copy(samples / gold.name.replace(".gold.json", ".txt"), folder)
    return folder


# --- the command ---


def test_the_same_bytes_twice(few: Path, tmp_path: Path) -> None:
    for out in ("a", "b"):
        assert run("train", few, "-o", tmp_path / out) == 0
    first = (tmp_path / "a" / FILE).read_bytes()
    assert first == (tmp_path / "b" / FILE).read_bytes()
    assert set(json.loads(first)["layers"]) <= {"references", "dates", "bodies", "actions", "tasks"}


def test_order_of_folders_seed_and_doubles_do_not_matter(few: Path, tmp_path: Path) -> None:
    half = tmp_path / "half"
    half.mkdir()
    for path in sorted(few.glob("*"))[:6]:
        shutil.copy(path, half)
    assert run("train", few, half, "-o", tmp_path / "a") == 0
    assert run("train", half, few, "--seed", 9, "-o", tmp_path / "b") == 0
    assert (tmp_path / "a" / FILE).read_bytes() == (tmp_path / "b" / FILE).read_bytes()


def test_familiar_documents_are_named_in_a_file(few: Path, tmp_path: Path) -> None:
    names = sorted(path.name.removesuffix(".gold.json") for path in few.glob("*.gold.json"))
    (tmp_path / "names").write_text("\n".join(names[:4]), encoding="utf-8")
    assert [d.familiar for d in documents([few], names[:4])] == [name in names[:4] for name in names]
    assert run("train", few, "--familiar", tmp_path / "names", "-o", tmp_path / "out") == 0


def test_report(few: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("train", few, "-o", tmp_path / "out", "--report") == 0
    printed = capsys.readouterr().out
    assert [line.split(" | ")[0] for line in printed.splitlines() if line.startswith("| tasks")] == ["| tasks"]
    assert "| rules alone |" in printed


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ({}, 3),  # nothing there
        ({"a.txt": "x"}, 3),  # nothing annotated
        ({"a.gold.json": "{}"}, 1),  # no gold
        ({"a.gold.json": json.dumps({**GOLD, "header": {}})}, 1),
    ],
    ids=["empty", "texts only", "not gold", "gold without its text"],
)
def test_nothing_to_learn_from(tmp_path: Path, content: dict[str, str], code: int) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in content.items():
        (folder / name).write_text(text, encoding="utf-8")
    assert run("train", folder, "-o", tmp_path / "out") == code
    assert not (tmp_path / "out" / FILE).exists()


# --- examples ---


@pytest.mark.parametrize(
    ("layer", "gold", "predicted", "right"),
    [
        ("bodies", {"name": "Sở Y tế"}, {"name": "sở y tế"}, True),  # spelling aside
        ("bodies", {"name": "Sở Y tế"}, {"name": "Bộ Y tế"}, False),  # found, but another body
        ("bodies", {"name": "Sở Y tế", "role": "recipient"}, {"name": "Sở Y tế", "role": "mentioned"}, True),  # no role
        ("dates", {"value": "2026-12-15", "role": "deadline"}, {"value": "2026-12-15", "role": "other"}, True),
        ("dates", {"value": "2026-12-15"}, {"value": "2025-12-15"}, False),
        ("actions", {"kind": "perform"}, {"kind": "perform"}, True),
        ("actions", {"kind": "perform"}, {"kind": "prohibit"}, False),
        ("tasks", {"actors": []}, {"actors": ["b1"]}, True),  # a task is its clause
        ("bodies", {"name": "Sở Y tế", "opt": True}, {"name": "Bộ Y tế"}, None),  # left open: no example
    ],
)
def test_outcome(layer: str, gold: dict[str, Any], predicted: dict[str, Any], right: bool | None) -> None:
    layers = {layer: [{"start": 0, "end": 9, "text": "x", **gold}]}
    found = outcomes(Gold("d", "", layers, {}, []), layer, [{"id": "i1", "start": 0, "end": 9, **predicted}])  # type: ignore[arg-type]
    assert found.get("i1") is right


@pytest.mark.parametrize(("start", "right"), [(0, True), (25, True), (60, False), (200, False)])
def test_tasks_overlap_by_more_than_half(start: int, right: bool) -> None:
    gold = Gold("d", "", {"tasks": [{"start": 0, "end": 100}]}, {}, [])
    assert outcomes(gold, "tasks", [{"id": "k1", "start": start, "end": start + 80 if start else 100}]) == {"k1": right}


def test_examples_of_a_document(tmp_path: Path) -> None:
    annotate(tmp_path / "in", "a", bodies=[span("Sở Y tế", name="Sở Y tế", role="responsible")], tasks=[])
    (document,) = documents([tmp_path / "in"])
    assert [example.right for example in document.examples["tasks"]] == [False, False, False]
    assert [e.right for e in document.examples["bodies"] if "begins2=sở y" in e.words] == [True]


def test_answers_of_clauses(tmp_path: Path) -> None:
    tasks = [
        span("rà soát các kho thuốc", actors=[], coordinators=[]),
        span("bố trí kinh phí", actors=[], coordinators=[], opt=True),
    ]
    annotate(tmp_path / "in", "a", tasks=tasks)
    (document,) = documents([tmp_path / "in"])
    answers = [c.task for c in clauses(document) if c.judged.features.form == "subject"]
    assert answers == [True, None, False]  # a task, a matter of judgement, none


@pytest.mark.parametrize(("names", "count"), [("abcdefg", 3), ("ab", 5), ("", 2)])
def test_folds_hold_every_document_once(names: str, count: int) -> None:
    split = list(folds(names, count, seed=4))
    assert sorted(name for fold in split for name in fold) == sorted(names)
    assert max(map(len, split)) - min(map(len, split)) <= 1


# --- the model ---


def examples(document: str, rule: str, right: int, wrong: int, *, familiar: bool = False) -> list[Example]:
    return [
        Example(f"{document}{n % 4}", [f"rule={rule}"], n < right, familiar and document == "f")
        for n in range(right + wrong)
    ]


@pytest.mark.parametrize(
    ("seen", "rule", "low", "high"),
    [
        (examples("d", "a", 90, 10), "a", 0.88, 0.92),  # the share that is right
        (examples("d", "a", 99, 1) + examples("d", "b", 50, 50), "b", 0.5, 0.62),  # each rule its own
        (examples("d", "a", 90, 10) + examples("d", "b", 4, 0), "b", 0.88, 0.97),  # four cases prove little
        (examples("d", "a", 90, 10), "unseen", 0.5, 0.95),
    ],
)
def test_fit(seen: list[Example], rule: str, low: float, high: float) -> None:
    assert low <= fit(seen).probability([f"rule={rule}"]) <= high


def test_familiar_documents_do_not_set_the_level() -> None:
    """The rules are right 99 % of the time where they were written, 80 % elsewhere: elsewhere counts."""
    strange = examples("d", "a", 80, 20)
    known = examples("f", "a", 396, 4, familiar=True)
    assert fit(known + strange).probability(["rule=a"]) < 0.86
    assert fit([example._replace(familiar=False) for example in known] + strange).probability(["rule=a"]) > 0.92


def test_what_one_document_shows_is_not_learnt() -> None:
    seen = [*examples("d", "a", 90, 10), *(Example("odd", ["rule=b"], False) for _ in range(30))]
    assert "rule=b" not in fit(seen).weights


def test_layers_without_errors_get_no_scale(tmp_path: Path) -> None:
    annotate(tmp_path / "in", "a", "Không có gì.\n")
    assert calibrate(documents([tmp_path / "in"])).scales == {}


@pytest.mark.parametrize(
    ("score", "f1"), [(Score(0, 0, 0), 0.0), (Score(5, 0, 0), 1.0), (Score(8, 4, 0), 0.8), (Score(8, 0, 4), 0.8)]
)
def test_score(score: Score, f1: float) -> None:
    assert score.f1 == f1


def test_bands_hold_every_judgement_once() -> None:
    judged = [Judgement(n / 100, n % 2 == 0) for n in range(1, 100)]
    assert sum(band.size for band in bands(judged)) == len(judged)


# --- on real documents ---


def test_promise_on_documents_the_rules_do_not_know(shared: Path, samples: Path) -> None:
    """Confidence 0.9 and more is right nine times of ten in each layer, and is given to most of what is right."""
    familiar = (samples.parent / "models" / "familiar.txt").read_text(encoding="utf-8").split()
    found = documents([samples / "gold", shared / "eval" / "dev"], familiar)
    for layer, judged in cross_validate(found, seed=0).items():
        doubtful, sure = bands(judged, [(0.0, 0.9), (0.9, 1.0)])
        assert sure.right / sure.size >= 0.9, layer
        assert sure.right / (sure.right + doubtful.right) >= 0.6, layer


def test_judges_are_scored_on_unfamiliar_documents(few: Path) -> None:
    names = sorted(path.name.removesuffix(".gold.json") for path in few.glob("*.gold.json"))
    scores = compare(documents([few], names[1:]), seed=0)
    alone = compare(documents([few], ()), seed=0)
    assert scores["rules"].right < alone["rules"].right
    assert scores["model"].right > 0
