"""Figures by layer, micro-averaged over documents.

Detection: spans overlap. Strict: the same start and end. Value: detected, and the normalised value is right. Tasks must
overlap by more than half; sections are found by their label and line; header fields are right or wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from vnstruct.evaluation import fold
from vnstruct.evaluation.gold import Gold
from vnstruct.evaluation.matching import Item, Matched, match_layer, overlap

# header fields that may be absent and are wrong when something is reported all the same
_MAY_BE_ABSENT = ("number", "issuer", "date", "signer_name", "title")
_HEADER_FOLDS: dict[str, Callable[[object], str]] = {
    "number": fold.number,
    "date": lambda value: fold.time(value)[:10],
    "title": fold.title,
}


class Figures(NamedTuple):
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float
    f1: float


@dataclass
class Evaluation:
    """Counts over all documents scored so far, and the errors by kind."""

    right: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    hits: Counter[str] = field(default_factory=Counter)
    trials: Counter[str] = field(default_factory=Counter)
    errors: dict[str, list[str]] = field(default_factory=dict)

    def figures(self, layer: str) -> Figures:
        """Precision, recall and F1 of a layer."""
        precision = self.right[layer] / self.predicted[layer] if self.predicted[layer] else 0.0
        recall = self.right[layer] / self.gold[layer] if self.gold[layer] else 0.0
        both = precision + recall
        return Figures(precision, recall, 2 * precision * recall / both if both else 0.0)

    def accuracy(self, attribute: str) -> float:
        """The share of an attribute that is right, where its annotation was found."""
        return self.hits[attribute] / self.trials[attribute] if self.trials[attribute] else 0.0

    def count(self, layer: str, right: int, gold: int, predicted: int) -> None:
        """Add to a layer."""
        self.right[layer] += right
        self.gold[layer] += gold
        self.predicted[layer] += predicted

    def attribute(self, name: str, right: bool) -> None:
        """Add one trial of an attribute."""
        self.trials[name] += 1
        self.hits[name] += right

    def error(self, kind: str, words: str) -> None:
        """Note an error for the list of errors."""
        self.errors.setdefault(kind, []).append(words)


def score(gold: Gold, output: dict[str, Any], into: Evaluation) -> None:
    """Score the output for one document (JSON as vnstruct writes it) and add the counts."""
    _Document(gold, output, into).score()


class _Document:
    def __init__(self, gold: Gold, output: dict[str, Any], into: Evaluation) -> None:
        self.gold = gold
        self.output = output
        self.into = into
        self.text = gold.text if gold.text is not None else str(output.get("text") or "")

    def score(self) -> None:
        self.references()
        self.dates()
        self.bodies()
        self.actions()
        self.tasks()
        self.sections()
        self.header()

    def matched(self, layer: str, at_least: float = 0.0) -> Matched:
        predicted = self.output.get(layer) or []
        return match_layer(self.gold.layers[layer], predicted, self.gold.ignored_in(layer), at_least)

    def note(self, kind: str, item: Item, words: str) -> None:
        self.into.error(kind, f"{self.gold.name} @{item['start']}: {words}")

    def spans(self, layer: str, name: str, same: Callable[[Item, Item], bool] | None = None) -> list[tuple[Item, Item]]:
        """Detection, strict and value figures of a layer; the pairs for its attributes."""
        pairs, missed, wrong = self.matched(layer)
        gold, predicted = len(pairs) + len(missed), len(pairs) + len(wrong)
        strict = sum(a["start"] == b["start"] and a["end"] == b["end"] for a, b in pairs)
        self.into.count(f"{name} detection", len(pairs), gold, predicted)
        self.into.count(f"{name} strict", strict, gold, predicted)
        if same is not None:
            wrong_values = [(a, b) for a, b in pairs if not same(a, b)]
            self.into.count(f"{name} value", len(pairs) - len(wrong_values), gold, predicted)
            for a, b in wrong_values:
                self.note(f"{name} value", a, repr(self.text[b["start"] : b["end"]]))
        for item in missed:
            self.note(f"{name} missed", item, repr(item.get("text")))
        for item in wrong:
            self.note(f"{name} spurious", item, repr(self.text[item["start"] : item["end"]]))
        return pairs

    def references(self) -> None:
        for a, b in self.spans("references", "reference", same_reference):
            if a.get("date"):
                self.into.attribute("reference date", fold.time(a["date"]) == fold.time(b.get("date")))
            if a.get("issuer"):
                self.into.attribute("reference issuer", _one_in_other(a["issuer"], b.get("issuer")))
            if a.get("pins") or b.get("pinpoints"):
                same = _pinpoints(a.get("pins")) == _pinpoints(b.get("pinpoints"))
                self.into.attribute("reference pinpoints", same)

    def dates(self) -> None:
        for a, b in self.spans("dates", "date", same_date):
            self.into.attribute("date role", a["role"] == b.get("role"))

    def bodies(self) -> None:
        for a, b in self.spans("bodies", "body", same_body_name):
            self.into.attribute("body role", a["role"] == b.get("role"))

    def actions(self) -> None:
        for a, b in self.spans("actions", "action"):
            self.into.attribute("action kind", a["kind"] == b.get("kind"))

    def tasks(self) -> None:
        pairs, missed, wrong = self.matched("tasks", at_least=0.5)
        self.into.count("task", len(pairs), len(pairs) + len(missed), len(pairs) + len(wrong))
        bodies = {body["id"]: body for body in self.output.get("bodies") or []}
        dates = {date["id"]: date for date in self.output.get("dates") or []}

        def linked(ids: Iterable[str] | None) -> list[Item]:
            return [bodies[i] for i in dict.fromkeys(ids or []) if i in bodies]

        for a, b in pairs:
            self.links("task actor", a, a["actors"], linked(b.get("actors")))
            self.links("task coordinator", a, a["coordinators"], linked(b.get("coordinators")))
            self.deadline(a, dates.get(b.get("deadline") or "", {}).get("value"))
        for item in missed:
            self.note("task missed", item, repr(item.get("text"))[:100])
            self.into.count("task actor", 0, len(item["actors"]), 0)
            self.into.count("task coordinator", 0, len(item["coordinators"]), 0)
            self.into.count("task deadline", 0, bool(item.get("deadline")), 0)
        for item in wrong:
            self.note("task spurious", item, repr(self.text[item["start"] : item["end"]])[:100])
            self.into.count("task actor", 0, 0, len(linked(item.get("actors"))))

    def links(self, name: str, task: Item, gold: list[Item], predicted: list[Item]) -> None:
        """Bodies linked to a task; the same body under another mention counts."""
        left = list(predicted)
        right = 0
        for a in gold:
            found = next((b for b in left if self.same_body(a, b)), None)
            if found is not None:
                left.remove(found)
                right += 1
        self.into.count(name, right, len(gold), len(predicted))
        if right != len(gold) or right != len(predicted):
            wanted, got = [a["text"] for a in gold], [self.text[b["start"] : b["end"]] for b in predicted]
            self.note(name, task, f"{wanted}, got {got}")

    def same_body(self, a: Item, b: Item) -> bool:
        words = fold.name(a.get("text"))
        return overlap(a, b) > 0 or words in (fold.name(b.get("name")), fold.name(self.text[b["start"] : b["end"]]))

    def deadline(self, task: Item, predicted: str | None) -> None:
        wanted = task.get("deadline")
        if not wanted and not predicted:
            return
        right = bool(wanted) and fold.same_time(wanted, predicted, inferred=True)
        self.into.count("task deadline", right, bool(wanted), bool(predicted))
        if not right:
            self.note("task deadline", task, f"{wanted}, got {predicted}")

    def sections(self) -> None:
        line_starts = [0, *(i + 1 for i, c in enumerate(self.text) if c == "\n")]
        ignored = self.gold.ignored_in("sections")

        def keys(items: Iterable[Item]) -> dict[tuple[int, str], int]:
            from bisect import bisect_right  # noqa: PLC0415

            return {
                (bisect_right(line_starts, i["start"]), fold.label(i.get("label"))): i.get("depth", 0) for i in items
            }

        wanted = keys(self.gold.layers["sections"])
        got = keys(
            item
            for item in self.output.get("sections") or []
            if item.get("label") and not any(s["start"] <= item["start"] < s["end"] for s in ignored)
        )
        common = wanted.keys() & got.keys()
        self.into.count("section", len(common), len(wanted), len(got))
        for key in common:
            self.into.attribute("section depth", wanted[key] == got[key])
        for kind, lost in (
            ("section missed", wanted.keys() - got.keys()),
            ("section spurious", got.keys() - wanted.keys()),
        ):
            for line, label in sorted(lost):
                self.into.error(kind, f"{self.gold.name} line {line}: {label}")

    def header(self) -> None:
        header = self.output.get("header") or {}
        for name, value in self.gold.header.items():
            folded = _HEADER_FOLDS.get(name, fold.name)
            self.header_field(name, value, header.get(name), folded(value) == folded(header.get(name)))
        for name in _MAY_BE_ABSENT:
            if header.get(name) and name not in self.gold.header:
                self.into.attribute("header field", right=False)
                self.into.error(f"header {name}", f"{self.gold.name}: nothing there, got {header[name]!r}")

    def header_field(self, name: str, wanted: object, got: object, right: bool) -> None:
        self.into.attribute("header field", right)
        self.into.attribute(f"header {name}", right)
        if not right:
            self.into.error(f"header {name}", f"{self.gold.name}: {wanted!r}, got {got!r}")


def same_date(a: Item, b: Item) -> bool:
    """Whether a predicted date ``b`` has the value of ``a``."""
    return fold.same_time(a["value"], b.get("value"), inferred=bool(a.get("inferred")))


def same_body_name(a: Item, b: Item) -> bool:
    """Whether a predicted body ``b`` has the full name of ``a``."""
    return fold.name(a.get("name") or a["text"]) == fold.name(b.get("name"))


def same_reference(a: Item, b: Item) -> bool:
    """Whether a predicted reference ``b`` is of the kind and type of ``a``, with its number or name."""
    if a["kind"] != b.get("kind") or fold.name(a["type"]) != fold.name(b.get("doc_type")):
        return False
    if a["kind"] == "numbered":
        return fold.number(a["number"]) == fold.number(b.get("number"))
    if a["kind"] == "named" and a.get("name"):
        x, y = fold.name(a["name"]), fold.name(b.get("name"))
        return x == y or (len(y) > 5 and (x in y or y in x))
    return True


def _one_in_other(a: object, b: object) -> bool:
    x, y = fold.name(a), fold.name(b)
    return bool(y) and (x in y or y in x)


def _pinpoints(items: list[dict[str, Any]] | None) -> set[tuple[tuple[str, str], ...]]:
    return {
        tuple(sorted((unit, str(value).casefold()) for unit, value in pin.items() if value not in (None, "")))
        for pin in items or []
    }
