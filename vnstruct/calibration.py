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
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import exp
from pathlib import Path
from typing import Final, Literal, NamedTuple, Protocol

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
        odds = self.base + sum(filter(None, map(self.weights.get, words)))
        return round(min(max(1 / (1 + exp(-min(max(odds, -30.0), 30.0))), 1 - _SURE), _SURE), 3)


@dataclass(frozen=True, slots=True)
class Calibration:
    """The scales by layer; without one a layer keeps the guesses of its stage."""

    scales: Mapping[str, Scale] = field(default_factory=dict)

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
            scale = self.scales.get(layer)
            if scale is not None:
                for item in annotated(analysis, layer):
                    found[id(item)] = scale.probability(describe(item))
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


class Evidence:
    """Describes the annotations of one document by words."""

    def __init__(self, analysis: Analysis) -> None:
        self.text = analysis.text
        self.kind = f"doc={analysis.layout.kind}"
        self.blocks = [f"block={block.kind}" for block in analysis.layout.blocks]
        self.block_starts = [block.start for block in analysis.layout.blocks]
        self.names = Counter(body.name for body in analysis.bodies)
        self.judged = {(clause.start, clause.end): clause for clause in analysis.tasks.judged}
        self.traits: dict[tuple[int, int], list[str]] = {}
        self.task_of = {
            id(action): (task, place) for task in analysis.tasks.tasks for place, action in enumerate(task.actions)
        }

    def __call__(self, item: object) -> list[str]:
        """The words for an annotation of any layer."""
        match item:
            case BodyMention():
                return [*self.common(item), *self.body(item)]
            case Action():
                return [*self.common(item), *self.action(item)]
            case Task():
                return [*self.common(item), *self.clause(item)]
            case TimeExpression():
                return [*self.common(item), f"kind={item.kind}", "inferred" if item.inferred else "stated"]
            case Mention():
                return [*self.common(item), f"kind={item.kind}", f"type={item.doc_type}"]
            case _:
                raise TypeError(item)

    def common(self, item: Annotation) -> list[str]:
        """Rule, block and size of an annotation, and the words on both sides."""
        text, start, end = self.text, item.start, item.end
        quote = text[start:end]
        before = text[max(0, start - _NEIGHBOURHOOD) : start]
        after = text[end : end + _NEIGHBOURHOOD]
        block = bisect_right(self.block_starts, start) - 1
        previous, following = before.rsplit(maxsplit=1), after.split(maxsplit=1)
        at_line_start = not previous or before.endswith("\n")
        follows = after.lstrip(" ")[:1]
        at_line_end = not following or follows == "\n"
        words = [
            self.kind,
            self.blocks[block] if block >= 0 else "block=none",
            f"source={item.source}",
            f"guess={item.confidence}",
            _size(quote.count(" ") + 1),
            "after=line start" if at_line_start else f"after={previous[-1].lower()}",
            "before=line end" if at_line_end else f"before={following[0].lower().rstrip(',.;:')}",
            "next=line end" if at_line_end else f"next={_sort(follows)}",
            *_rules(item.source),
        ]
        if "\n" in quote:
            words.append("broken")
        if quote.isupper():
            words.append("capitals")
        return words

    def body(self, item: BodyMention) -> list[str]:
        """The first and last words of a body, how its full name differs from them, how often it is named."""
        quote = self.text[item.start : item.end]
        parts = quote.lower().split()
        grown = len(item.name) - len(quote)
        return [
            f"kind={item.kind}",
            f"level={item.level}",
            f"role={item.role}",
            "registered" if item.entity else "unregistered",
            "begins=" + " ".join(parts[:1]),
            "begins2=" + " ".join(parts[:2]),
            "ends=" + " ".join(parts[-1:]),
            "name longer" if grown > 2 else "name shorter" if grown < -2 else "name alike",
            "same end" if item.name.endswith(quote[-5:]) else "other end",
            "as printed" if item.name == quote else "changed",
            f"named={min(self.names[item.name], 3)}",
            *(["group"] if item.members else []),
        ]

    def action(self, item: Action) -> list[str]:
        """The verb, its place in its task, and the clause of the task."""
        words = [f"kind={item.kind}", f"class={item.verb_class}", f"lemma={item.lemma}"]
        entry = self.task_of.get(id(item))
        if entry is not None:
            task, place = entry
            distance = min((item.start - task.start) // 20, 4)
            words += [f"place={min(place, 3)}", f"of={min(len(task.actions), 5)}", f"distance={distance}"]
            words += self.clause(task)
        return words

    def clause(self, task: Task) -> list[str]:
        """The clause of a task as it was judged; those of headings and tables were not."""
        place = task.start, task.end
        words = self.traits.get(place)
        if words is None:
            judged = self.judged.get(place)
            words = self.traits[place] = [] if judged is None else traits(judged.features)
        return words


@lru_cache(maxsize=4096)
def _rules(source: str) -> list[str]:
    """The rules that a source names, as words.

    >>> _rules("governed+inherited")
    ['rule=governed', 'rule=inherited']
    """
    return [f"rule={rule}" for rule in source.replace("+", ":").split(":")]


@lru_cache(maxsize=1024)
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
