"""The word lists of the layout: openings, furniture of portals, marks; a table, so that code lists no words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from vnstruct.knowledge import Knowledge
from vnstruct.text import trie_pattern


@dataclass(frozen=True, slots=True)
class Cues:
    """The compiled word lists.

    ``opener``, ``grounds``, ``closing`` and ``attachment`` match at the start of a row; ``portal`` (short rows only)
    and ``portal_text`` search casefolded rows, ``lead_in`` any row. ``dangling`` words need what follows them,
    ``joining`` ones also in titles; ``urgency`` and ``secrecy`` are marks, the longest first.
    """

    opener: re.Pattern[str]
    grounds: re.Pattern[str]
    closing: re.Pattern[str]
    attachment: re.Pattern[str]
    portal: re.Pattern[str]
    portal_text: re.Pattern[str]
    urgency: tuple[str, ...]
    secrecy: tuple[str, ...]
    dangling: frozenset[str]
    joining: frozenset[str]
    lead_in: re.Pattern[str]
    surnames: frozenset[str]


@lru_cache(maxsize=4)
def cues_of(knowledge: Knowledge) -> Cues:
    """Compile the tables ``layout_cues`` and ``surnames``, once for each set of tables.

    >>> from vnstruct.knowledge import load_knowledge
    >>> bool(cues_of(load_knowledge()).opener.match("Căn cứ Luật Đất đai;"))
    True
    """
    lists: dict[str, list[str]] = {}
    for row in knowledge.layout_cues:
        lists.setdefault(row.kind, []).append(row.cue)

    def start(kind: str) -> re.Pattern[str]:
        return re.compile(rf"[-+*\s]{{0,3}}(?:{trie_pattern(lists[kind])})(?!\w)")

    longest_first = {kind: tuple(sorted(words, key=len, reverse=True)) for kind, words in lists.items()}
    return Cues(
        opener=start("opener"),
        grounds=start("grounds"),
        closing=start("closing"),
        attachment=start("attachment"),
        portal=re.compile(trie_pattern(lists["portal"])),
        portal_text=re.compile(trie_pattern(lists["portal_text"])),
        urgency=longest_first["urgency"],
        secrecy=longest_first["secrecy"],
        dangling=frozenset(lists["dangling"]),
        lead_in=re.compile(rf"(?<!\w)(?:{trie_pattern(lists['lead_in'])})(?!\w)"),
        joining=frozenset(lists["joining"]),
        surnames=frozenset(row.surname for row in knowledge.surnames),
    )
