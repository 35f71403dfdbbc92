"""Aliases a text defines for a document: *(sau đây gọi tắt là Đề án 1 triệu căn hộ)*.

A bare type word (*sau đây gọi tắt là Kế hoạch*) is no name: such a word alone cites nothing by itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from vnstruct.references.citation import Citation
from vnstruct.references.letters import UPPER
from vnstruct.references.model import Mention
from vnstruct.references.patterns import compiled
from vnstruct.references.types import TypeWords
from vnstruct.text import trie_pattern

_DEFINITION = compiled(
    rf"""\(\s?(?:(?:sau|dưới) đây )?(?:được )?(?:gọi|viết) (?:(?:tắt|chung) )?là~:?~
    [“"]?(?P<alias>[{UPPER}][^()“”"\n;]{{2,100}}?)[”"]?\s?\)"""
)
_REACH = 40


def add_aliases(text: str, citations: list[Citation], types: TypeWords) -> list[Citation]:
    """The mentions by alias; ``mention.document`` is not set, the alias stands as the defining mention's name."""
    defined: dict[str, tuple[Citation, int]] = {}
    at = 0
    for m in _DEFINITION.finditer(text):
        while at + 1 < len(citations) and citations[at + 1].start < m.start():
            at += 1
        alias = " ".join(m["alias"].split())
        word = types.begins(alias.lower())
        numbered = any(c.isdigit() for c in alias) and "/" in alias  # "(sau đây gọi là Nghị định số 1/2020/NĐ-CP)"
        if not citations or word is None or len(alias) <= len(word) + 1 or numbered:
            continue
        citation = _defining(citations, at, m.start())
        if citation is not None:
            defined.setdefault(alias, (citation, m.end()))
    if not defined:
        return []
    return _mentions(text, citations, defined, types)


def _defining(citations: list[Citation], index: int, position: int) -> Citation | None:
    """The mention whose subject ends where the definition begins."""
    for citation in citations[max(0, index - 4) : index + 1]:
        near = citation.start < position and 0 <= position - citation.reach <= _REACH
        if near and citation.mention.kind != "anaphoric":
            return citation
    return None


def _mentions(
    text: str, citations: list[Citation], defined: dict[str, tuple[Citation, int]], types: TypeWords
) -> list[Citation]:
    taken = sorted((c.start, c.end) for c in citations)
    found: list[Citation] = []
    for m in re.finditer(rf"(?<!\w)(?:{trie_pattern(defined)})(?!\w)", text):
        alias = " ".join(m[0].split())
        citation, after = defined[alias]
        index = bisect_right(taken, (m.start(), len(text))) - 1
        if m.start() < after or (index >= 0 and taken[index][1] > m.start()):
            continue
        doc_type = types.begins(alias.lower()) or citation.mention.doc_type
        mention = Mention(m.start(), m.end(), "named", doc_type, name=alias, confidence=0.8, source="alias")
        found.append(Citation(mention, alias_of=citation))
    return found
