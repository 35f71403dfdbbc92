"""The numbers that Word prints before paragraphs and keeps out of their text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from vnstruct.readers.docx_xml import attribute, child, children, value
from vnstruct.readers.numerals import numeral

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_LONGEST_PATTERN = 200  # a label is printed before every paragraph: a megabyte of it would be printed as often
# bullets of symbol fonts stand in the private area: what they print is a dot, a dash, a square …
_BULLETS = {"\uf02d": "-", "\uf0b7": "•", "o": "o", "\uf0a7": "▪", "\uf0d8": "►", "\uf02b": "+", "\uf02a": "*"}


@dataclass(slots=True)
class Level:
    """One level of a list: its format, the pattern of its label (``%1.%2.``) and where it starts."""

    style: str = "decimal"
    pattern: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    suffix: str = "tab"
    paragraph_style: str = ""


@dataclass(slots=True)
class List:
    """A list instance: the definition whose counters it shares, its levels, and the starts it overrides."""

    definition: str
    levels: list[Level]
    overrides: dict[int, int] = field(default_factory=dict)


class Numbering:
    """All lists of a document, with their counters as the text goes on."""

    def __init__(self, root: etree._Element | None, style_lists: dict[str, str]) -> None:
        """``style_lists`` gives the list id of each numbering style, for definitions that only link to a style."""
        self.lists: dict[str, List] = {}
        self.counters: dict[str, list[int | None]] = {}
        self.starts: dict[str, list[int]] = {}
        self.started: set[tuple[str, int]] = set()
        if root is not None:
            self._load(root, style_lists)

    def _load(self, root: etree._Element, style_lists: dict[str, str]) -> None:
        definitions = {attribute(d, "abstractNumId"): d for d in children(root, "abstractNum")}
        definition_of = {attribute(n, "numId"): value(child(n, "abstractNumId")) for n in children(root, "num")}
        for num in children(root, "num"):
            list_id = attribute(num, "numId")
            definition = definition_of[list_id]
            node = definitions.get(definition)
            link = value(child(node, "numStyleLink")) if node is not None else ""
            if link:
                definition = definition_of.get(style_lists.get(link, ""), definition)
                node = definitions.get(definition)
            levels = _levels(node)
            overrides = {}
            for override in children(num, "lvlOverride"):
                index = integer(attribute(override, "ilvl"), 0)
                own = child(override, "lvl")
                if own is not None and index < _LEVELS:
                    levels[index] = _level(own)
                start = child(override, "startOverride")
                if start is not None:
                    overrides[index] = integer(value(start), 1)
            self.lists[list_id] = List(definition, levels, overrides)

    def level_of_style(self, list_id: str, style: str) -> int:
        """The level that a paragraph style has in a list, 0 when the list does not name it."""
        known = self.lists.get(list_id)
        if known is None:
            return 0
        return next((i for i, level in enumerate(known.levels) if level.paragraph_style == style), 0)

    def label(self, list_id: str, index: int) -> str:
        """Count a paragraph and give what is printed before it, with the space after it; empty for no list."""
        known = self.lists.get(list_id)
        if known is None or not 0 <= index < _LEVELS:
            return ""
        counters = self.counters.setdefault(known.definition, [None] * _LEVELS)
        starts = self.starts.setdefault(known.definition, [level.start for level in known.levels])
        if index in known.overrides and (list_id, index) not in self.started:
            self.started.add((list_id, index))
            counters[index] = None
            starts[index] = known.overrides[index]
        for above in range(index):  # a list that begins with "1.1" has its "1" behind it
            counters[above] = starts[above] if counters[above] is None else counters[above]
        current = counters[index]
        counters[index] = starts[index] if current is None else current + 1
        for deeper in range(index + 1, _LEVELS):
            restart = known.levels[deeper].restart
            # lvlRestart 0: never; n: only after a level above the n-th
            if restart is None or (restart and index < restart):
                counters[deeper] = None
        text = self._printed(known, index, counters)
        return text if not text or known.levels[index].suffix == "nothing" else f"{text} "

    def _printed(self, known: List, index: int, counters: list[int | None]) -> str:
        level = known.levels[index]
        if level.style == "bullet":
            mark = level.pattern.strip()
            return _BULLETS.get(mark, mark if mark.isprintable() and len(mark) == 1 else "-") if mark else ""

        def place(match: re.Match[str]) -> str:
            above = int(match[1]) - 1
            number = counters[above]
            style = "decimal" if level.legal and above != index else known.levels[above].style
            return numeral(style, known.levels[above].start if number is None else number)

        return _PLACE.sub(place, level.pattern).strip()


def _levels(definition: etree._Element | None) -> list[Level]:
    levels = [Level() for _ in range(_LEVELS)]
    if definition is not None:
        for node in children(definition, "lvl"):
            index = integer(attribute(node, "ilvl"), 0)
            if index < _LEVELS:
                levels[index] = _level(node)
    return levels


def _level(node: etree._Element) -> Level:
    restart = child(node, "lvlRestart")
    return Level(
        style=value(child(node, "numFmt")) or "decimal",
        pattern=value(child(node, "lvlText"))[:_LONGEST_PATTERN],
        start=integer(value(child(node, "start")), 1),
        restart=None if restart is None else integer(value(restart), 0),
        legal=child(node, "isLgl") is not None,
        suffix=value(child(node, "suff")) or "tab",
        paragraph_style=value(child(node, "pStyle")),
    )


def integer(text: str, default: int) -> int:
    """A count of the format; what is no sane number is the default."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else default
