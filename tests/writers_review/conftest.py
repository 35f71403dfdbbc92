"""Documents to show: the samples with their hand annotation, and a page made of one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from vnstruct.pipeline import structure
from vnstruct.schema import Directive

Annotated = Callable[[str], Directive]


@pytest.fixture(scope="session")
def annotated(samples: Path) -> Annotated:
    """A sample by name, annotated by hand: the page is tested whatever the stages find."""

    def read(name: str) -> Directive:
        gold = json.loads((samples / "gold" / f"{name}.gold.json").read_text(encoding="utf-8"))
        text = (samples / f"{name}.txt").read_bytes().decode("utf-8")
        return directive_of(gold, text)

    return read


def directive_of(gold: dict[str, Any], text: str) -> Directive:
    """The gold layers as a directive, laid out by the pipeline."""
    layout = structure(text)
    bodies = [{**_span(b), "id": f"b{n}", "name": b["name"], "role": b["role"]} for n, b in _numbered(gold["bodies"])]
    dates = [_date(n, d) for n, d in _numbered(gold["dates"])]
    references = [_reference(n, r) for n, r in _numbered(gold["references"])]
    actions = [
        {**_span(a), "id": f"a{n}", "kind": a["kind"], "lemma": a["text"].lower()}
        for n, a in _numbered(gold["actions"])
    ]
    tasks = [_task(n, t, bodies, dates, actions, references) for n, t in _numbered(gold["tasks"])]
    for task in tasks:
        around = [section.id for section in layout.sections if section.start <= task["start"] < section.end]
        task["section"] = around[-1] if around else None
    works = {
        key: f"d{n}" for n, key in enumerate(dict.fromkeys(r["number"] or r["name"] for r in references), 1) if key
    }
    for reference in references:
        reference["document"] = works.get(reference["number"] or reference["name"] or "")
    return Directive.model_validate(
        layout.model_dump(by_alias=True)
        | {
            "source": layout.source.model_dump() | {"path": f"{gold['id']}.txt"},
            "bodies": bodies,
            "dates": dates,
            "references": references,
            "actions": actions,
            "tasks": tasks,
            "cited_documents": [_work(id_, key, references) for key, id_ in works.items()],
        }
    )


def _numbered(items: Iterable[Any]) -> Iterable[tuple[int, Any]]:
    return enumerate(items, start=1)


def _span(item: dict[str, Any]) -> dict[str, Any]:
    """What is a judgement call in the gold is doubtful on the page."""
    return {key: item[key] for key in ("start", "end", "text")} | {"confidence": 0.7 if item.get("opt") else 1.0}


def _date(number: int, item: dict[str, Any]) -> dict[str, Any]:
    value = item["value"]
    day = value if len(value) == 10 and "X" not in value else None
    kind = "recurring" if "X" in value else "date"
    return {**_span(item), "id": f"t{number}", "value": value, "kind": kind, "role": item["role"],
            "earliest": day, "latest": day, "inferred": bool(item.get("inferred"))}  # fmt: skip


def _reference(number: int, item: dict[str, Any]) -> dict[str, Any]:
    fields = {key: item.get(key) for key in ("kind", "number", "name", "date", "issuer")}
    return {
        **_span(item),
        "id": f"r{number}",
        "doc_type": item.get("type"),
        "pinpoints": item.get("pins") or [],
        **fields,
    }


def _work(id_: str, key: str, references: list[dict[str, Any]]) -> dict[str, Any]:
    mentions = [r for r in references if r["document"] == id_]
    fields = {field: next((r[field] for r in mentions if r[field]), None) for field in ("date", "issuer")}
    first = mentions[0]
    return {"id": id_, "doc_type": first["doc_type"], "number": first["number"], "name": first["name"],
            "mentions": [r["id"] for r in mentions], **fields}  # fmt: skip


def _task(number: int, item: dict[str, Any], bodies: list[Any], dates: list[Any], actions: list[Any],
          references: list[Any]) -> dict[str, Any]:  # fmt: skip
    """Links by span become links by id."""
    at = {(b["start"], b["end"]): b["id"] for b in bodies}
    due = [d for d in dates if d["role"] == "deadline" and d["value"] == item.get("deadline")]
    due.sort(key=lambda d: (not item["start"] <= d["start"] < item["end"], abs(d["start"] - item["start"])))
    inside = [a for a in actions if item["start"] <= a["start"] < item["end"]]
    return {
        **_span(item),
        "id": f"k{number}",
        "actions": [a["id"] for a in inside],
        "modality": "must_not" if any(a["kind"] == "prohibit" for a in inside) else "must",
        "actors": [at[a["start"], a["end"]] for a in item["actors"] if (a["start"], a["end"]) in at],
        "coordinators": [at[c["start"], c["end"]] for c in item["coordinators"] if (c["start"], c["end"]) in at],
        "deadline": due[0]["id"] if due else None,
        "references": [r["id"] for r in references if item["start"] <= r["start"] < item["end"]],
    }


def directive(text: str = "", **layers: Any) -> Directive:
    """A directive made by hand: spans of annotations are given as quotes, ids by position.

    ``bodies=[("Sở Y tế", {"name": …})]``; the nth entry of a layer is found after the start of the one before it.
    """
    prefixes = {"references": "r", "dates": "t", "bodies": "b", "actions": "a", "tasks": "k"}
    content: dict[str, Any] = {"source": {}, "text": text, "kind": "directive", "header": {}}
    for layer, items in layers.items():
        if layer not in prefixes:
            content[layer] = items
            continue
        start = -1
        content[layer] = []
        for number, (quote, fields) in _numbered(items):
            start = text.index(quote, start + 1)
            span = {"start": start, "end": start + len(quote), "text": quote}
            content[layer].append({"id": f"{prefixes[layer]}{number}", **span, **DEFAULTS[layer](quote), **fields})
    return Directive.model_validate(content)


DEFAULTS: dict[str, Callable[[str], dict[str, Any]]] = {
    "references": lambda quote: {"kind": "named", "name": quote},
    "dates": lambda quote: {"kind": "date", "value": quote},
    "bodies": lambda quote: {"name": quote},
    "actions": lambda quote: {"kind": "perform", "lemma": quote.lower()},
    "tasks": lambda _: {},
}
