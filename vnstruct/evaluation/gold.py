"""Annotated documents: the gold format, and vnstruct's own output read as gold."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vnstruct.errors import InvalidGold
from vnstruct.evaluation.matching import Item

LAYERS = ("references", "dates", "bodies", "actions", "tasks", "sections")
_UNSCORED_HEADER = {"recipients"}


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated document; ``text`` is None when only offsets are known."""

    name: str
    text: str | None
    layers: dict[str, list[Item]]
    header: dict[str, str]
    ignored: list[Item]

    def ignored_in(self, layer: str) -> list[Item]:
        """The stretches where a layer is not annotated."""
        return [stretch for stretch in self.ignored if layer in stretch["layers"]]


def load_gold(path: Path) -> Gold:
    """Read ``NAME.gold.json`` (the text from ``NAME.txt`` beside it) or JSON that vnstruct wrote.

    Raises ``InvalidGold`` for anything else.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return _from_output(content, path) if "schema_version" in content else _from_gold(content, path)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InvalidGold.known("not-gold", path=str(path), reason=error) from error


def text_path(path: Path) -> Path:
    """The text of a gold file: beside it, or in the folder above."""
    name = name_of(path) + ".txt"
    above = path.parent.parent / name
    return above if above.is_file() and not path.with_name(name).is_file() else path.with_name(name)


def name_of(path: Path) -> str:
    """The document's name: without ``.gold.json`` or ``.json``.

    >>> name_of(Path("a/b.gold.json")), name_of(Path("b.json"))
    ('b', 'b')
    """
    return path.name.removesuffix(".json").removesuffix(".gold")


def _from_gold(content: dict[str, Any], path: Path) -> Gold:
    beside = text_path(path)
    text = beside.read_bytes().decode("utf-8") if beside.is_file() else None
    layers = {layer: list(content[layer]) for layer in LAYERS}
    return Gold(name_of(path), text, layers, dict(content["header"]), list(content.get("ignore", [])))


def _from_output(content: dict[str, Any], path: Path) -> Gold:
    """Reviewed output as gold: links by id become links by span."""
    bodies = {body["id"]: body for body in content["bodies"]}
    dates = {date["id"]: date for date in content["dates"]}
    layers = {layer: list(content[layer]) for layer in LAYERS}
    layers["references"] = [
        item | {"type": item["doc_type"], "pins": item["pinpoints"]} for item in content["references"]
    ]
    layers["tasks"] = [
        item
        | {
            "actors": [bodies[i] for i in item["actors"]],
            "coordinators": [bodies[i] for i in item["coordinators"]],
            "deadline": dates[item["deadline"]]["value"] if item["deadline"] else None,
        }
        for item in content["tasks"]
    ]
    header = {field: value for field, value in content["header"].items() if value and field not in _UNSCORED_HEADER}
    return Gold(name_of(path), content["text"], layers, header, [])


def predictions(path: Path) -> dict[str, Any]:
    """The output to be scored, as JSON that vnstruct wrote."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(content, dict) or not content.keys() >= {"references", "header"}:
            raise ValueError("no output of vnstruct")
    except (OSError, ValueError) as error:
        raise InvalidGold.known("not-gold", path=str(path), reason=error) from error
    return content
