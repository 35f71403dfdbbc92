"""How sure each annotation is: the share of annotations like it that were right in annotated documents.

The stages give a first guess of their own. What they found is then described by words (its rule, its form, the words
around it: :func:`evidence`), and a logistic model for each layer, trained by ``vnstruct train`` and kept in
``calibration.json`` beside the pipeline, turns these words into a probability. Words that were never seen weigh
nothing, so an annotation of a new make gets its layer's average.

>>> scale = Scale(2.0, {"rule=guess": -1.5})
>>> scale.probability(["rule=table"]), scale.probability(["rule=guess"])
(0.881, 0.622)
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import exp
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple, Protocol

from vnstruct.analysis import Analysis
from vnstruct.bodies.model import BodyMention
from vnstruct.dates.model import TimeExpression
from vnstruct.references.model import Mention
from vnstruct.tasks.judge import traits
from vnstruct.tasks.model import Action, Task

Layer = Literal["references", "dates", "bodies", "actions", "tasks"]
LAYERS: Final[tuple[Layer, ...]] = ("references", "dates", "bodies", "actions", "tasks")
FILE: Final = "calibration.json"

_SURE: Final = 0.99
"""Nothing is certain: no set of documents is large enough to promise more."""
_NEIGHBOURHOOD: Final = 25
"""Code points looked at on either side: room for the longest syllable and some blanks."""


class Annotation(Protocol):
    """What all annotations share."""

    start: int
    end: int
    confidence: float
    source: str


class Scale(NamedTuple):
    """The model of one layer: log odds of an annotation that shows nothing special, and what each word adds."""

    base: float
    weights: Mapping[str, float]

    def probability(self, words: Iterable[str]) -> float:
        """The probability that an annotation with this evidence is right, between 0.01 and 0.99."""
        return _probability(self.base + self.added(words))

    def added(self, words: Iterable[str]) -> float:
        """The log odds that some words add."""
        return sum(filter(None, map(self.weights.get, words)))


class Weighing:
    """A scale at work: words that come together again and again are added up once, the words around looked up as they are."""

    def __init__(self, scale: Scale) -> None:
        self.base = scale.base
        self.together = lru_cache(maxsize=1 << 14)(scale.added)
        self.after, self.before, self.next = (
            {word.removeprefix(sign): weight for word, weight in scale.weights.items() if word.startswith(sign)}
            for sign in ("after=", "before=", "next=")
        )

    def probability(self, shown: Shown) -> float:
        """What :meth:`Scale.probability` makes of all the words."""
        groups, after, before, following = shown
        around = self.after.get(after, 0.0) + self.before.get(before, 0.0) + self.next.get(following, 0.0)
        return _probability(self.base + sum(map(self.together, groups)) + around)


def _probability(odds: float) -> float:
    chance = 1 / (1 + exp(-min(max(odds, -30.0), 30.0)))
    return round(chance, 3) if 1 - _SURE < chance < _SURE else _SURE if chance > 0.5 else round(1 - _SURE, 3)


@dataclass(frozen=True, slots=True)
class Calibration:
    """The scales by layer; without one a layer keeps the guesses of its stage."""

    scales: Mapping[str, Scale] = field(default_factory=dict)
    weighing: Mapping[str, Weighing] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "weighing", {layer: Weighing(scale) for layer, scale in self.scales.items()})

    @classmethod
    def load(cls, folder: Path) -> Calibration:
        """Read ``calibration.json`` of a model folder; a folder without one calibrates nothing."""
        path = folder / FILE
        if not path.is_file():
            return cls()
        content = json.loads(path.read_text(encoding="utf-8"))
        return cls({layer: Scale(entry["base"], entry["weights"]) for layer, entry in content["layers"].items()})

    def save(self, folder: Path) -> Path:
        """Write ``calibration.json``; equal calibrations give equal bytes."""
        layers = {layer: scale._asdict() for layer, scale in self.scales.items()}
        path = folder / FILE
        text = json.dumps({"layers": layers}, ensure_ascii=False, indent=1, sort_keys=True)
        path.write_text(text + "\n", encoding="utf-8", newline="\n")
        return path

    def confidences(self, analysis: Analysis) -> dict[int, float]:
        """The confidence of every annotation, by ``id()``; the analysis is left as it is."""
        found: dict[int, float] = {}
        describe = Evidence(analysis)
        for layer in LAYERS:
            weighing = self.weighing.get(layer)
            if weighing is not None:
                for item in annotated(analysis, layer):
                    found[id(item)] = weighing.probability(describe.shown(item))
        return found


def annotated(analysis: Analysis, layer: Layer) -> list[Annotation]:
    """The annotations of a layer, in the order of the output."""
    layers: dict[Layer, Iterable[Annotation]] = {
        "references": analysis.references.mentions,
        "dates": analysis.dates,
        "bodies": analysis.bodies,
        "actions": analysis.tasks.actions,
        "tasks": analysis.tasks.tasks,
    }
    return list(layers[layer])


Words = tuple[str, ...]


Shown = tuple[list[Words], str, str, str]
"""What an annotation shows: groups of words that recur together, the word before it, the word after it, the sign that
follows."""


class Evidence:
    """Describes the annotations of one document by words."""

    def __init__(self, analysis: Analysis) -> None:
        self.text = analysis.text
        self.kind = analysis.layout.kind
        self.blocks = [block.kind for block in analysis.layout.blocks]
        self.block_starts = [block.start for block in analysis.layout.blocks]
        self.names = Counter(body.name for body in analysis.bodies)
        self.judged = {(clause.start, clause.end): clause for clause in analysis.tasks.judged}
        self.traits: dict[tuple[int, int], Words] = {}
        self.task_of = {
            id(action): (task, place) for task in analysis.tasks.tasks for place, action in enumerate(task.actions)
        }

    def __call__(self, item: Annotation) -> list[str]:
        """The words for an annotation of any layer."""
        groups, after, before, following = self.shown(item)
        words = [word for group in groups for word in group]
        return [*words, f"after={after}", f"before={before}", f"next={following}"]

    def shown(self, item: Annotation) -> Shown:
        """What an annotation of any layer shows."""
        own = _OWN.get(type(item))
        if own is None:
            raise TypeError(item)
        text, start, end = self.text, item.start, item.end
        quote = text[start:end]
        before = text[max(0, start - _NEIGHBOURHOOD) : start]
        after = text[end : end + _NEIGHBOURHOOD]
        block = bisect_right(self.block_starts, start) - 1
        previous, following = before.rsplit(None, 1), after.split(None, 1)
        follows = after.lstrip(" ")[:1]
        at_line_end = not following or follows == "\n"
        groups = own(self, item, quote)
        groups.append(
            _common(
                self.kind,
                self.blocks[block] if block >= 0 else "none",
                item.source,
                item.confidence,
                quote.count(" ") + 1,
                "\n" in quote,
                quote.isupper(),
            )
        )
        return (
            groups,
            "line start" if not previous or before[-1] == "\n" else previous[-1].lower(),
            "line end" if at_line_end else following[0].lower().rstrip(",.;:"),
            "line end" if at_line_end else _sort(follows),
        )

    def body(self, item: BodyMention, quote: str) -> list[Words]:
        """What a body is, its first and last words, how its full name differs from them, how often it is named."""
        return [
            _body(item.kind, item.level, item.role, item.entity is not None, bool(item.members)),
            _named(quote, item.name, min(self.names[item.name], 3)),
        ]

    def action(self, item: Action, quote: str) -> list[Words]:
        """The verb, its place in its task, and the clause of the task."""
        verb = _verb(item.kind, item.verb_class, item.lemma)
        entry = self.task_of.get(id(item))
        if entry is None:
            return [verb]
        task, place = entry
        distance = min((item.start - task.start) // 20, 4)
        return [verb, _in_task(min(place, 3), min(len(task.actions), 5), distance), *self.task(task, quote)]

    def task(self, item: Task, _quote: str) -> list[Words]:
        """The clause of a task as it was judged; those of headings and tables were not."""
        place = item.start, item.end
        words = self.traits.get(place)
        if words is None:
            judged = self.judged.get(place)
            words = self.traits[place] = () if judged is None else tuple(traits(judged.features))
        return [words]

    def date(self, item: TimeExpression, _quote: str) -> list[Words]:
        """The kind of a date, and whether all of it is printed."""
        return [_date(item.kind, item.inferred)]

    def reference(self, item: Mention, _quote: str) -> list[Words]:
        """The kind of a reference, and the type of the document."""
        return [_reference(item.kind, item.doc_type)]


_OWN: Final[Mapping[type, Callable[[Evidence, Any, str], list[Words]]]] = {
    BodyMention: Evidence.body,
    Action: Evidence.action,
    Task: Evidence.task,
    TimeExpression: Evidence.date,
    Mention: Evidence.reference,
}


@lru_cache(maxsize=1 << 14)
def _common(kind: str, block: str, source: str, confidence: float, size: int, broken: bool, capitals: bool) -> Words:
    """The document, the block, the rules that a source names, the guess of the stage, and how it is printed.

    >>> _common("directive", "body", "governed+inherited", 0.9, 3, True, False)[2:6]
    ('source=governed+inherited', 'guess=0.9', 'size=4', 'rule=governed')
    """
    words = [f"doc={kind}", f"block={block}", f"source={source}", f"guess={confidence}", _size(size)]
    words += (f"rule={rule}" for rule in source.replace("+", ":").split(":"))
    if broken:
        words.append("broken")
    if capitals:
        words.append("capitals")
    return tuple(words)


@lru_cache(maxsize=1024)
def _date(kind: str, inferred: bool) -> Words:
    return f"kind={kind}", "inferred" if inferred else "stated"


@lru_cache(maxsize=1024)
def _reference(kind: str, doc_type: str | None) -> Words:
    return f"kind={kind}", f"type={doc_type}"


@lru_cache(maxsize=4096)
def _body(kind: str | None, level: str | None, role: str, registered: bool, several: bool) -> Words:
    known = "registered" if registered else "unregistered"
    return (f"kind={kind}", f"level={level}", f"role={role}", known, *(["group"] if several else []))


@lru_cache(maxsize=4096)
def _named(quote: str, name: str, times: int) -> Words:
    """The first and last words of a body, how its full name differs from them, how often it is named."""
    parts = quote.lower().split()
    grown = len(name) - len(quote)
    return (
        "begins=" + " ".join(parts[:1]),
        "begins2=" + " ".join(parts[:2]),
        "ends=" + " ".join(parts[-1:]),
        "name longer" if grown > 2 else "name shorter" if grown < -2 else "name alike",
        "same end" if name.endswith(quote[-5:]) else "other end",
        "as printed" if name == quote else "changed",
        f"named={times}",
    )


@lru_cache(maxsize=4096)
def _verb(kind: str, verb_class: str, lemma: str) -> Words:
    return f"kind={kind}", f"class={verb_class}", f"lemma={lemma}"


@lru_cache(maxsize=1024)
def _in_task(place: int, size: int, distance: int) -> Words:
    return f"place={place}", f"of={size}", f"distance={distance}"


def _size(words: int) -> str:
    """Length in words, by classes that double.

    >>> [_size(n) for n in (1, 2, 3, 4, 5, 40)]
    ['size=1', 'size=2', 'size=4', 'size=4', 'size=8', 'size=32']
    """
    limit = 1
    while limit < words and limit < 32:
        limit *= 2
    return f"size={limit}"


def _sort(character: str) -> str:
    """What kind of character follows: a mark as it is, a letter by its case.

    >>> [_sort(c) for c in ",Aa1"]
    [',', 'capital', 'small', 'small']
    """
    if not character.isalnum():
        return character
    return "capital" if character.isupper() else "small"
