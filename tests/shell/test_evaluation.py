"""Scoring: figures on cases worked out by hand, and the same figures as the referee's script on real documents."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.shell.conftest import DOCUMENT, Runner
from vnstruct.cli.evaluate import figures
from vnstruct.errors import InvalidGold
from vnstruct.evaluation import Evaluation, Gold, load_gold, score
from vnstruct.evaluation.fold import same_time
from vnstruct.evaluation.matching import match_layer


def span(start: int, end: int, **fields: Any) -> dict[str, Any]:
    return {"start": start, "end": end, **fields}


@pytest.mark.parametrize(
    ("gold", "predicted", "ignored", "counts"),
    [
        ([span(0, 5)], [span(0, 5)], [], (1, 0, 0)),
        ([span(0, 5)], [span(4, 9)], [], (1, 0, 0)),  # one shared character is detection
        ([span(0, 5)], [span(5, 9)], [], (0, 1, 1)),  # touching is not
        ([span(0, 9)], [span(0, 4), span(5, 9)], [], (1, 0, 1)),  # one to one: the second is wrong
        ([span(0, 4), span(5, 9)], [span(0, 9)], [], (1, 1, 0)),
        ([span(0, 5)], [span(0, 5), span(0, 5)], [], (1, 0, 0)),  # a repeat counts once
        ([span(0, 5, opt=True)], [], [], (0, 0, 0)),  # optional gold is no miss
        ([span(0, 5, opt=True)], [span(3, 8)], [], (0, 0, 0)),  # what meets it is not wrong
        ([span(0, 5, opt=True), span(4, 9)], [span(3, 8)], [], (1, 0, 0)),  # unless required gold takes it
        ([span(2, 5)], [span(2, 5), span(8, 9)], [span(0, 6)], (0, 0, 1)),  # nothing counts inside an ignored stretch
        ([span(0, 10), span(0, 4)], [span(0, 4), span(0, 10)], [], (2, 0, 0)),  # nested: the best overlap first
    ],
)
def test_matching(gold: list[Any], predicted: list[Any], ignored: list[Any], counts: tuple[int, int, int]) -> None:
    pairs, missed, wrong = match_layer(gold, predicted, ignored)
    assert (len(pairs), len(missed), len(wrong)) == counts


@pytest.mark.parametrize(
    ("gold", "predicted", "inferred", "same"),
    [
        ("2025-12-25", "2025-12-25", False, True),
        ("2025-12-25", "2025-12-26", False, False),
        ("2022-10-15T17:00:00", "2022-10-15T17:00", False, True),  # no seconds
        ("XXXX-11-30", "2025-11-30", True, True),  # the year may be inferred or not
        ("2025-11-30", "2024-11-30", True, False),  # but not inferred wrongly
        ("2025-01-01/2025-06-30", "XXXX-01-01/XXXX-06-30", True, True),
        ("XXXX-11-30", "2025-11-30", False, False),
    ],
)
def test_dates(gold: str, predicted: str, inferred: bool, same: bool) -> None:
    assert same_time(gold, predicted, inferred=inferred) is same


def write(path: Path, content: dict[str, Any]) -> Path:
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


OUTPUT = {"schema_version": "1.0", **DOCUMENT}


@pytest.fixture
def gold(tmp_path: Path, directive: Any) -> Gold:
    return load_gold(write(tmp_path / "a.json", json.loads(directive.to_json())))


def test_output_against_itself_is_perfect(gold: Gold, directive: Any) -> None:
    evaluation = Evaluation()
    score(gold, json.loads(directive.to_json()), evaluation)
    assert {name: value for name, value in figures(evaluation).items() if value != 1.0} == {
        "reference date": 0.0,  # nothing to count: no date or issuer stands with the mention
        "reference issuer": 0.0,
        "reference pinpoints": 0.0,
    }


def test_what_is_wrong_counts_where_it_is_wrong(gold: Gold, directive: Any) -> None:
    output = json.loads(directive.to_json())
    output["bodies"][0]["name"] = "Sở Tài nguyên"  # two tasks inherit it: found by its place all the same
    output["bodies"].append({"id": "b9", "start": 0, "end": 15, "name": "x", "role": "issuer"})
    output["tasks"][2]["actors"] = ["b9"]
    output["dates"][0]["value"] = "2025-12-24"
    output["header"]["signer_name"] = "Trần Văn An"
    evaluation = Evaluation()
    score(gold, output, evaluation)
    found = figures(evaluation)
    assert evaluation.figures("body detection") == (0.8, 1.0, pytest.approx(8 / 9))
    assert (found["task actor"], found["task deadline"]) == (pytest.approx(2 / 3, abs=1e-4), 0.5)
    assert evaluation.errors["header signer_name"] == ["a: nothing there, got 'Trần Văn An'"]


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"schema_version": "1.0"}', "không phải json"])
def test_what_is_no_gold_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.gold.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InvalidGold):
        load_gold(path)


def perturbed(gold: dict[str, Any], text: str, luck: random.Random) -> dict[str, Any]:
    """Output with errors of every kind, made from gold."""

    def shifted(item: dict[str, Any]) -> dict[str, int]:
        start = max(0, item["start"] + luck.choice([0, 0, 0, -3, 4]))
        return {"start": start, "end": min(len(text), max(start + 1, item["end"] + luck.choice([0, 0, -2, 3])))}

    def kept(layer: str) -> list[dict[str, Any]]:
        return [item for item in gold[layer] if luck.random() < 0.85]

    bodies = [
        {
            "id": f"b{n}",
            **shifted(i),
            "name": luck.choice([i.get("name"), i["text"].lower(), "khác"]),
            "role": luck.choice([i["role"], "mentioned"]),
        }
        for n, i in enumerate(kept("bodies"))
    ]
    dates = [
        {
            "id": f"t{n}",
            **shifted(i),
            "value": luck.choice([i["value"], "2020-01-01", "XXXX" + i["value"][4:]]),
            "role": luck.choice([i["role"], "other"]),
        }
        for n, i in enumerate(kept("dates"))
    ]
    references = [
        {
            **shifted(i),
            "kind": luck.choice([i["kind"], "named"]),
            "doc_type": luck.choice([i["type"], i["type"].upper(), "luật"]),
            "number": i.get("number"),
            "name": i.get("name"),
            "date": i.get("date"),
            "issuer": luck.choice([i.get("issuer"), "Bộ Y tế"]),
            "pinpoints": luck.choice([i.get("pins") or [], [{"article": "5", "clause": None}]]),
        }
        for i in kept("references")
    ]
    ids = [b["id"] for b in bodies]
    tasks = [
        {
            **shifted(i),
            "actors": luck.sample(ids, min(len(ids), luck.randrange(3))),
            "coordinators": ids[:1],
            "deadline": luck.choice([None, *(d["id"] for d in dates)]),
        }
        for i in kept("tasks")
    ]
    return {
        "text": text,
        "references": references,
        "dates": dates,
        "bodies": bodies,
        "tasks": tasks,
        "actions": [{**shifted(i), "kind": luck.choice([i["kind"], "assign"])} for i in kept("actions")],
        "sections": [
            {**i, "label": luck.choice([i["label"], i["label"] + ".", "x"]), "depth": luck.choice([1, i["depth"]])}
            for i in kept("sections")
        ],
        "header": {f: luck.choice([v, f"Về {v}", None]) for f, v in gold["header"].items()} | {"signer_name": "An"},
    }


def test_same_figures_as_the_referee(shared: Path, tmp_path: Path) -> None:
    development = shared / "eval" / "dev"
    luck = random.Random(7)
    evaluation = Evaluation()
    for path in sorted(development.glob("*.gold.json")):
        gold = load_gold(path)
        assert gold.text is not None
        output = perturbed(json.loads(path.read_text("utf-8")), gold.text, luck)
        write(tmp_path / f"{gold.name}.json", output)
        score(gold, output, evaluation)
    referee = [sys.executable, shared / "eval" / "score.py", development, tmp_path, "--json", tmp_path / "figures"]
    subprocess.run(referee, check=True, capture_output=True)
    assert figures(evaluation) == json.loads((tmp_path / "figures").read_text())


@pytest.mark.usefixtures("structured_by_hand")
def test_command(tmp_path: Path, run: Runner, directive: Any) -> None:
    (tmp_path / "a.txt").write_text(directive.text, encoding="utf-8")
    path = write(tmp_path / "a.json", json.loads(directive.to_json()))
    ran = run("evaluate", path, "--json", tmp_path / "figures.json", "--lang", "en")
    assert (ran.code, "1 documents" in ran.out) == (0, True)
    assert json.loads((tmp_path / "figures.json").read_text())["task"] == 1.0
    ran = run("evaluate", "--review", tmp_path / "a.txt")
    assert ran.out.split() == ["0.60", "11", "cơ", "quan", "Công", "an", "tỉnh"]


@pytest.mark.parametrize(("arguments", "code"), [([], 3), (["khong-co.json"], 1)])
def test_command_without_gold(run: Runner, arguments: list[str], code: int) -> None:
    assert run("evaluate", *arguments).code == code
