"""What abbreviations stand for in names of bodies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from vnstruct.bodies.forms import Term, abbreviated, key_of
from vnstruct.knowledge import BodyHead, BodyUnit, Knowledge, Office

_DOTTED: Final = 2
"""Abbreviations of two letters also stand with a full stop: *TT. HĐND*."""


class Abbreviations:
    """Abbreviations by what they shorten.

    ``fields`` (*TC*: Tài chính), ``units`` of offices (*KTTH*), ``words`` of any kind, first those of bodies; ``heads`` of
    names with each row they may stand for (*TT*: Thường trực, Trung tâm); ``areas``: territorial words with their full
    forms, abbreviated or not; ``nouns``: abbreviated nouns of sets (*CSGD*).
    """

    def __init__(
        self,
        knowledge: Knowledge,
        heads: Mapping[str, BodyHead],
        units: Mapping[str, BodyUnit],
        areas: Mapping[str, str],
    ) -> None:
        rows = knowledge.abbreviations
        self.fields = {a.short: a.full for a in reversed(rows) if a.scope == "field"}
        self.units = {a.short: a.full for a in reversed(rows) if a.scope == "unit"}
        self.words = _words(knowledge)
        self.heads = _heads(knowledge, heads)
        self.areas = dict(areas)
        for short in rows:
            if short.scope == "place" and short.full in areas:
                self.areas.setdefault(key_of(short.short), short.full)
        nouns = {key for key, unit in units.items() if unit.kind != "homonym"}
        self.nouns = {
            key_of(a.short): Term(a.full, a.short)
            for a in reversed(rows)
            if a.scope in {"general", "body"} and key_of(a.full) in nouns and key_of(a.short) not in units
        }
        self.common = frozenset(a.short for a in rows if a.scope in {"general", "unit", "place"})
        """Forms that mean something else outside lists of bodies."""

    def word(self, word: str) -> str:
        """A word in full, or as it is."""
        area = self.areas.get(key_of(word), "")
        if area == key_of(word):
            return word
        return area or self.fields.get(word) or self.units.get(word) or self.words.get(word, word)

    def in_full(self, form: str) -> list[str]:
        """An abbreviated form word by word, as far as that leaves no abbreviation: *Đài THVN*; each reading of the head."""
        first, _, rest = form.partition(" ")
        heads = [row.head for row in self.heads.get(first, ())] or [self.words.get(first, first)]
        spelled = (" ".join((head, *(self.word(w) for w in rest.split()))) for head in heads)
        return [full for full in spelled if not abbreviated(full)]


def _words(knowledge: Knowledge) -> dict[str, str]:
    """Abbreviations as printed; the first row of a form wins, bodies first (*Kho bạc NN* is no *Nông nghiệp*)."""
    words: dict[str, str] = {}
    # in names of bodies *CT*, *CV* are no directives and letters
    documents = {(d.code, d.name) for d in knowledge.document_types}
    for scope in ("body", "general", "field", "place"):
        for short in knowledge.abbreviations:
            plain = "/" not in short.short and not short.short.endswith(".")
            if short.scope == scope and plain and (short.short, key_of(short.full)) not in documents:
                words.setdefault(short.short, short.full)
    return words


def _heads(knowledge: Knowledge, heads: Mapping[str, BodyHead]) -> dict[str, list[BodyHead]]:
    found: dict[str, list[BodyHead]] = {}
    for a in knowledge.abbreviations:
        row = heads.get(key_of(a.full))
        if a.scope == "body" and row is not None and row.naming and key_of(a.short) not in heads:
            found.setdefault(a.short, []).append(row)
            if len(a.short) == _DOTTED:
                found.setdefault(f"{a.short}.", []).append(row)
    return found


def office_shorts(knowledge: Knowledge, offices: Mapping[str, Office]) -> dict[str, Term]:
    """Abbreviated offices, those aside that also name a place: *PCT*, *CVP*, *TTr*."""
    places = {a.short for a in knowledge.abbreviations if a.scope == "place"}
    return {
        key_of(a.short): Term(a.full, a.short)
        for a in reversed(knowledge.abbreviations)
        if key_of(a.full) in offices and a.short not in places
    }


def doubtful_office_shorts(knowledge: Knowledge, offices: Mapping[str, Office]) -> dict[str, str]:
    """Abbreviated offices, as printed, that name something else as well: *TT* is *Thứ trưởng*, *thị trấn*, *Trung tâm*."""
    bodies = {a.short for a in knowledge.abbreviations if a.scope != "body" or key_of(a.full) not in offices}
    return {
        a.short: a.full
        for a in reversed(knowledge.abbreviations)
        if a.scope == "body" and key_of(a.full) in offices and a.short in bodies
    }
