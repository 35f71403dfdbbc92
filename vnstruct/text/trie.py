"""Large sets of names as one pattern.

A flat alternation of 2,000 names is tried name by name at every position; as a trie each character is read once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_Node = dict[str, "_Node"]
_END = ""


def trie_pattern(names: Iterable[str], *, flexible_space: bool = True) -> str:
    """A regular expression (source text) that matches any of the names, the longest first.

    With ``flexible_space`` a space in a name matches any short run of white space, so that names broken over a line
    are found.

    >>> re.compile(trie_pattern(["Luật Đầu tư", "Luật Đầu tư công"])).match("Luật Đầu tư công").group()
    'Luật Đầu tư công'
    """
    root: _Node = {}
    for name in names:
        node = root
        for char in name:
            node = node.setdefault(char, {})
        node[_END] = {}
    if not root:
        return r"(?!)"
    return _emit(root, r"\s{1,3}" if flexible_space else " ")


def _emit(node: _Node, space: str) -> str:
    branches: list[str] = []
    singles: list[str] = []
    for char, child in node.items():
        if char == _END:
            continue
        run, end = _run(char, child)
        prefix = [space if c == " " else re.escape(c) for c in run]
        tail = _emit(end, space) if set(end) - {_END} else ""
        if not tail and len(prefix) == 1 and prefix[0] != space:
            singles.append(prefix[0])
        else:
            branches.append("".join(prefix) + tail)
    if singles:
        branches.append(singles[0] if len(singles) == 1 else "[" + "".join(singles) + "]")
    optional = "?" if _END in node else ""
    if len(branches) == 1 and not optional:
        return branches[0]
    return "(?:" + "|".join(branches) + ")" + optional


def _run(char: str, node: _Node) -> tuple[list[str], _Node]:
    """The characters from here on that have no alternative, and the node they lead to."""
    run = [char]
    while len(node) == 1 and _END not in node:
        ((char, node),) = node.items()
        run.append(char)
    return run, node
