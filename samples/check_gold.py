#!/usr/bin/env python3
"""Check that every sample and its gold annotation agree.

Usage: check_gold.py [FOLDER]   (default: the folder of this file)

For each NAME.txt it reads gold/NAME.ann.jsonl (the working annotation) and gold/NAME.gold.json (the same with
code-point offsets) and reports: quotes that are not in the text at their offsets, unknown kinds and roles, task actors
and coordinators that are no annotated body, deadlines without a date, and annotations present in only one of the two.
Exits 1 when anything is wrong.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

Item = dict[str, Any]

LAYERS = {"R": "references", "D": "dates", "B": "bodies", "A": "actions", "T": "tasks", "S": "sections"}
ALLOWED: dict[str, tuple[str, set[str]]] = {
    "references": ("kind", {"numbered", "named", "anaphoric"}),
    "dates": ("role", {"issue", "citation", "deadline", "effective", "period", "event", "other"}),
    "bodies": ("role", {"issuer", "responsible", "coordinating", "recipient", "cited", "mentioned"}),
    "actions": ("kind", {"assign", "perform", "prohibit"}),
}


def key(layer: str, line: int, item: Item) -> tuple[Any, ...]:
    """What an annotation says, apart from where its offsets are."""
    if layer == "tasks":
        return (line, tuple(item["verbs"]), item.get("deadline"), bool(item.get("opt")))
    if layer == "sections":
        return (line, item["label"], item["depth"])
    attribute, _ = ALLOWED[layer]
    quote = item.get("q") or item["text"]
    return (line, quote, item[attribute], item.get("value"), item.get("number"), item.get("name"))


def spans(text: str, gold: Item) -> list[str]:
    """Problems of the offsets and the closed vocabularies."""
    problems = []
    for layer in LAYERS.values():
        for item in gold[layer]:
            where = f"{layer} @{item['start']}"
            if "text" in item and text[item["start"] : item["end"]] != item["text"]:
                problems.append(f"{where}: text differs")
            if layer in ALLOWED and item[ALLOWED[layer][0]] not in ALLOWED[layer][1]:
                problems.append(f"{where}: {ALLOWED[layer][0]} {item[ALLOWED[layer][0]]!r}")
            if layer == "sections" and not text[item["start"] :].lstrip("(").startswith(item["label"]):
                problems.append(f"{where}: label {item['label']!r} is not there")
    return problems


def links(text: str, gold: Item) -> list[str]:
    """Problems of what tasks point to."""
    problems: list[str] = []
    bodies = {(body["start"], body["end"]) for body in gold["bodies"]}
    deadlines = {date["value"] for date in gold["dates"] if date["role"] == "deadline"}
    for task in gold["tasks"]:
        where = f"task @{task['start']}"
        problems.extend(
            f"{where}: {body['text']!r} is no body"
            for body in task["actors"] + task["coordinators"]
            if (body["start"], body["end"]) not in bodies or text[body["start"] : body["end"]] != body["text"]
        )
        if task.get("deadline") and task["deadline"] not in deadlines:
            problems.append(f"{where}: no date is {task['deadline']}")
    return problems


def same_annotations(text: str, working: list[Item], gold: Item) -> list[str]:
    """Annotations that only one of the two files has."""
    problems: list[str] = []
    for code, layer in LAYERS.items():
        ours = Counter(key(layer, item["l"], item) for item in working if item["t"] == code)
        built = Counter(key(layer, text.count("\n", 0, item["start"]) + 1, item) for item in gold[layer])
        for only, where in ((ours - built, "working file"), (built - ours, "gold file")):
            problems.extend(f"{layer}: only in the {where}: {entry}" for entry in only)
    header = {item["field"]: item["value"] for item in working if item["t"] == "H"}
    if header != gold["header"]:
        problems.append("header fields differ")
    return problems


def check(folder: Path) -> list[str]:
    """Every problem of the samples in this folder, one line each."""
    problems: list[str] = []
    names = {path.stem for path in folder.glob("*.txt")}
    annotated = {path.name.removesuffix(".gold.json") for path in (folder / "gold").glob("*.gold.json")}
    problems.extend(f"{name}: text and gold do not come in pairs" for name in sorted(names ^ annotated))
    for name in sorted(names & annotated):
        text = (folder / f"{name}.txt").read_bytes().decode("utf-8")  # as bytes: universal newlines would move offsets
        gold = json.loads((folder / "gold" / f"{name}.gold.json").read_text("utf-8"))
        lines = (folder / "gold" / f"{name}.ann.jsonl").read_text("utf-8").split("\n")
        working = [json.loads(line) for line in lines if line.strip()]
        found = spans(text, gold) + links(text, gold) + same_annotations(text, working, gold)
        problems.extend(f"{name}: {problem}" for problem in found)
    return problems


def main(arguments: list[str]) -> int:
    """Print the problems; 1 when there are any."""
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    problems = check(folder)
    for problem in problems:
        print(problem)
    print(f"{len(list(folder.glob('*.txt')))} samples, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
