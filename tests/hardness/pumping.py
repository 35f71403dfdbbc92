"""Hostile texts made from the patterns themselves.

A backtracking pattern is slow where a repeat can be entered at many places or in many ways. For every repeat of a
pattern :func:`pumps` gives strings that, written over and over, keep that repeat busy: what it repeats, what stands
before it, and both. A new pattern is tested from the day it is written, without anybody remembering to.
"""

from __future__ import annotations

import ast
import random
import re
import sys
import types
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from pathlib import Path
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_MANY = 12
"""A repeat that may go on longer than this counts as unbounded."""
_CATEGORIES = {op.CATEGORY_DIGIT: "1", op.CATEGORY_SPACE: " ", op.CATEGORY_WORD: "a"}
_OTHERS = {op.CATEGORY_NOT_DIGIT: "a", op.CATEGORY_NOT_SPACE: "a", op.CATEGORY_NOT_WORD: ","}
_TRIED = "a1 ,\n(A.-“x/;đ"
_TRIES = {"match", "fullmatch"}
_DEEPEST = 8
_LONGEST = 120


def patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern for text that the package has compiled, with a place where it is found."""
    import vnstruct
    from vnstruct.pipeline import stages

    vnstruct.structure("Giao Sở Y tế báo cáo kết quả trước ngày 05/3/2026.")
    found: dict[str, re.Pattern[str]] = {}
    seen: set[int] = set()
    for name, module in sorted(sys.modules.items()):
        if name.startswith("vnstruct"):
            for key, value in vars(module).items():
                _collect(value, f"{name}.{key}", found, seen, 0)
    for stage in stages(None):
        _collect(stage, type(stage).__name__, found, seen, 0)
    return found


def _collect(value: Any, place: str, found: dict[str, re.Pattern[str]], seen: set[int], depth: int) -> None:
    if id(value) in seen or depth > _DEEPEST or isinstance(value, str | bytes | int | types.ModuleType):
        return
    seen.add(id(value))
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            found[place] = value
    elif isinstance(value, dict):
        for key, item in value.items():
            _collect(item, f"{place}[{str(key)[:20]}]", found, seen, depth + 1)
    elif isinstance(value, tuple | list | set | frozenset):
        for index, item in enumerate(value):
            _collect(item, f"{place}[{index}]", found, seen, depth + 1)
    elif type(value).__module__.startswith("vnstruct"):
        slots = [name for kind in type(value).__mro__ for name in getattr(kind, "__slots__", ())]
        for name in dict.fromkeys([*getattr(value, "__dict__", {}), *slots]):
            _collect(getattr(value, name, None), f"{place}.{name}", found, seen, depth + 1)


class Use(Enum):
    """How a pattern meets a text: sought everywhere in it, or tried at one place."""

    SCAN = "scan"
    MATCH = "match"

    def runner(self, pattern: re.Pattern[str]) -> Callable[[str], object]:
        """The pattern as a function of a text."""
        if self is Use.MATCH:
            return pattern.match
        return lambda text: sum(1 for _ in pattern.finditer(text))


def uses() -> dict[str, Use]:
    """The module constants that their own module never searches a text for, and only tries at a place."""
    import vnstruct

    found: dict[str, Use] = {}
    for folder in map(Path, vnstruct.__path__):
        for path in folder.rglob("*.py"):
            module = ".".join(["vnstruct", *path.relative_to(folder).with_suffix("").parts]).removesuffix(".__init__")
            called: dict[str, set[str]] = {}
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                    called.setdefault(node.value.id, set()).add(node.attr)
            found |= {f"{module}.{name}": Use.MATCH for name, methods in called.items() if methods <= _TRIES}
    return found


def pumps(pattern: re.Pattern[str], most: int = 16) -> list[str]:
    """Strings to be repeated that keep some repeat of the pattern busy; a sample, where there are thousands."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    found: set[str] = set()
    for before, body in _repeats(tree, ""):
        found |= {body, before, before + body, before + body * 3 + "!"}
    chosen = sorted({pump[:_LONGEST] for pump in found if pump})
    return chosen if len(chosen) <= most else random.Random(pattern.pattern).sample(chosen, most)


def _repeats(tree: Iterable[Any], before: str) -> Iterator[tuple[str, str]]:
    """Every long repeat below a node: a string that leads to it, and one that it repeats."""
    for code, argument in tree:
        if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            _, most, body = argument
            if most > _MANY:
                yield before, _sample(body)
                yield before, _sample(body, last=True)
            yield from _repeats(body, before)
        elif code is op.SUBPATTERN:
            yield from _repeats(argument[-1], before)
        elif code is op.BRANCH:
            for branch in argument[1]:
                yield from _repeats(branch, before)
        elif code in (op.ASSERT, op.ASSERT_NOT):
            yield from _repeats(argument[1], before)
        elif code is op.ATOMIC_GROUP:
            yield from _repeats(argument, before)
        before = (before + _sample([(code, argument)]))[-_LONGEST:]


def _sample(tree: Iterable[Any], *, last: bool = False) -> str:
    """A short string that the nodes match, look-arounds aside; with ``last`` by the last alternative."""
    pieces = []
    for code, argument in tree:
        if code is op.LITERAL:
            pieces.append(chr(argument))
        elif code is op.NOT_LITERAL:
            pieces.append(next(char for char in _TRIED if ord(char) != argument))
        elif code is op.ANY:
            pieces.append("a")
        elif code is op.IN:
            pieces.append(_member(argument, last=last))
        elif code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            least, most, body = argument
            pieces.append(_sample(body, last=last) * min(max(least, 1), most))
        elif code is op.SUBPATTERN:
            pieces.append(_sample(argument[-1], last=last))
        elif code is op.BRANCH:
            pieces.append(_sample(argument[1][-1 if last else 0], last=last))
        elif code is op.ATOMIC_GROUP:
            pieces.append(_sample(argument, last=last))
    return "".join(pieces)[:_LONGEST]


def _member(choices: list[Any], *, last: bool) -> str:
    """A character of a class."""
    if choices[0][0] is op.NEGATE:
        refused = {char for char in _TRIED for choice in choices[1:] if _holds(choice, char)}
        tried = [char for char in _TRIED if char not in refused]
        return (tried[-1] if last else tried[0]) if tried else "ж"
    code, argument = choices[-1 if last else 0]
    if code is op.LITERAL:
        return chr(argument)
    if code is op.RANGE:
        return chr(argument[0])
    return _CATEGORIES.get(argument) or _OTHERS[argument]


def _holds(choice: Any, char: str) -> bool:
    code, argument = choice
    if code is op.LITERAL:
        return argument == ord(char)
    if code is op.RANGE:
        return bool(argument[0] <= ord(char) <= argument[1])
    name = str(argument).rpartition("_")[2]
    holds = {"DIGIT": char.isdigit(), "SPACE": char.isspace(), "WORD": char.isalnum() or char == "_"}[name]
    return holds != ("NOT" in str(argument))
