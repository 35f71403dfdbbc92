"""What the body grammar looks up, compiled once from the knowledge tables.

All patterns match the lowered text. A key is a lowered form with single blanks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from vnstruct.bodies.abbreviations import Abbreviations
from vnstruct.bodies.fields import fields_of
from vnstruct.bodies.forms import key_of, trie_of, with_tight, words_pattern
from vnstruct.bodies.function_words import FUNCTION_WORDS, QUANTIFIERS
from vnstruct.bodies.page import GAP
from vnstruct.bodies.register import Register
from vnstruct.bodies.titles import Titles
from vnstruct.knowledge import BodyHead, BodyUnit, Knowledge

_PARTY: Final = "đảng"
_ORGANISE: Final = "organise"

_BRIEF: Final = 3
"""Abbreviations of so many letters mean a body or an office only where such are listed (Nơi nhận: *TT HĐND*, *CT*)."""


class Lexicon:
    """Names, heads, offices, nouns of sets, fields, words and places by key, with a pattern for each.

    ``names``: registered bodies and persons' offices; ``fields``: fields of state work (*tài chính*, *GD-ĐT*) with their
    full forms; ``units``: nouns of sets (*cơ quan*, *sở*); ``areas``: territorial words; ``brief_only``: abbreviations
    that count only where bodies are listed; ``generic``: the noun that a longer noun of sets describes (*cơ quan* điều
    tra).
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._read_tables(knowledge)
        self._compile_names()
        self._compile_words(knowledge)
        self._compile_anchor()

    def _read_tables(self, knowledge: Knowledge) -> None:
        heads = with_tight({key_of(h.head): h for h in knowledge.body_heads})
        units = {key_of(u.unit): u for u in knowledge.body_units}
        areas = {key: row.unit for key, row in units.items() if row.kind == "area"}
        register = Register(knowledge, heads, units)
        titles = Titles(knowledge, heads)
        short = Abbreviations(knowledge, heads, units, areas)
        self.short = short
        self.names, self.name_forms, self.groups = register.bodies, register.forms, register.groups
        self.exact = {key_of(form): form for form in short.heads} | register.exact
        self.heads: dict[str, BodyHead] = heads | {key_of(form): rows[0] for form, rows in short.heads.items()}
        self.units: dict[str, BodyUnit] = units | {k: units[key_of(term.full)] for k, term in short.nouns.items()}
        self.generic = {key: noun for key in units if (noun := _first_noun(key, units))}
        self.titles = titles
        self.offices, self.office_shorts = titles.rows, titles.shorts
        self.areas = short.areas
        self.fields = fields_of(knowledge, heads)
        self.provinces = {key_of(form): p.name for p in knowledge.provinces for form in (p.name, *p.aliases)}
        self.surnames = frozenset(row.surname for row in knowledge.surnames)
        self.word_forms = {key_of(w.word): w.word for w in knowledge.name_words}
        self.modified_words = frozenset(key_of(w.word) for w in knowledge.name_words if w.modified == "yes")
        self.head_forms = {k: " ".join(short.words.get(w, w) for w in h.head.split()) for k, h in self.heads.items()}
        self.field_forms = {key: term.full for key, term in self.fields.items() if not term.exact}
        brief = short.heads.keys() | {term.exact for term in titles.shorts.values()}
        brief = {form for form in brief if len(form) <= _BRIEF or form in short.common}
        self.brief_only = frozenset(map(key_of, brief)) - self.names.keys()

    def _compile_names(self) -> None:
        self.body_start = words_pattern(self.names.keys() | {key for key, row in self.heads.items() if row.naming})
        self.head = words_pattern(key for key, row in self.heads.items() if row.naming)
        self.office = words_pattern(self.offices.keys() | self.office_shorts.keys())
        # *sở tài chính* is a body in lower case too; *bộ*, *ban*, *vụ* are too often words
        short = {key for key, row in self.heads.items() if row.naming == "field" and " " not in key}
        self.capital_heads = frozenset(key for key in short if self.heads[key].lower != "yes")
        self.unit = words_pattern(self.units)
        organs = (key for key, row in self.heads.items() if row.kind == "assembly")
        self.organ_at_end = re.compile(rf"(?<!\w)(?:{trie_of(organs)})$")
        self.apposed = words_pattern(key for key, row in self.units.items() if row.described == "apposed")
        self.core_units = frozenset(key for key, row in self.units.items() if row.kind == "core")
        self.homonyms = frozenset(key for key, row in self.units.items() if row.kind == "homonym")
        self.homonym = words_pattern(self.homonyms)

    def _compile_words(self, knowledge: Knowledge) -> None:
        self.field = words_pattern(self.fields)
        self.word = words_pattern(self.word_forms.keys() | self.fields.keys())
        self.area = words_pattern(self.areas)
        self.trailing_area = re.compile(rf"{GAP}(?:{trie_of(self.areas)})$")
        self.province = words_pattern(self.provinces)
        verbs = {key_of(v.lemma) for v in knowledge.verbs} | {key_of(m.lemma) for m in knowledge.modifiers}
        self.verbs = frozenset(verbs)
        self.verb = words_pattern(verbs)
        governing = {key_of(f.lemma) for f in knowledge.verb_frames if "governs" in f.frames}
        organising = {key_of(v.lemma) for v in knowledge.verbs if v.verb_class == _ORGANISE}
        self.governing = words_pattern(governing)
        self.describing = words_pattern(key_of(f.lemma) for f in knowledge.verb_frames if "describes" in f.frames)
        self.organising = words_pattern(governing & organising)
        self.function = words_pattern(FUNCTION_WORDS)
        self.stop = words_pattern(verbs | FUNCTION_WORDS)
        self.plain_words = frozenset(word for form in FUNCTION_WORDS | self.areas.keys() for word in form.split())

    def _compile_anchor(self) -> None:
        self.quantifiers = QUANTIFIERS
        # most registered names begin with a head, which finds them
        headless = {key for key in self.names if not self.head.match(key) and not self.office.match(key)}
        listed = self.heads.keys() | self.offices.keys() | self.office_shorts.keys() | self.units.keys()
        anchors = headless | listed | self.quantifiers
        titles = {key.split()[0] for key in self.offices.keys() | self.office_shorts.keys()}
        self.begins_office = frozenset(key for key in anchors if key.split()[0] in titles or self.office.match(key))
        self.begins_apposed = frozenset(key for key in anchors if self.apposed.match(key))
        self.anchor = re.compile(rf"(?<![\w/&-])(?:{trie_of(anchors)})(?:(?<=\.)|(?!\w))")

    @lru_cache(maxsize=1 << 12)  # noqa: B019 - a lexicon lives as long as the process
    def rewritten(self, key: str) -> str:
        """The full form for a registered form that is abbreviated or only begins the name, else an empty string.

        Other aliases are names of their own (*Tập đoàn Dầu khí Việt Nam*) and stay as printed, but *Văn phòng Trung ương* is
        the office of the Party.
        """
        body = self.names[key]
        if key in self.exact:
            spelled = self._spelled(self.exact[key])
            return body.name if body.name in spelled else spelled or body.name
        begins = key_of(body.name).startswith(f"{key} ")
        of_party = (
            body.kind == "party" and key not in self.heads and key_of(body.name).removeprefix(f"{key} ") == _PARTY
        )
        return body.name if begins and (body.kind == "office" or of_party) else ""

    def _spelled(self, form: str) -> str:
        """An abbreviated form in full; of several readings of its head the one that makes a known name."""
        doubtful = " " in form and form.split(maxsplit=1)[0] in self.short.heads
        return next((full for full in self.short.in_full(form) if not doubtful or self._begins_known(full)), "")

    def _begins_known(self, form: str) -> bool:
        """Whether a name begins with a known name that is longer than its first head."""
        found = self.body_start.match(key_of(form))
        return found is not None and found[0].count(" ") > 1

    def long_forms(self) -> tuple[set[str], set[str]]:
        """Forms that are still known when a scanner has changed their marks, and those of them that need a capital."""
        # *sổ địa chính* is no *Sở Địa chính*
        names = {key for key in self.names.keys() - self.exact.keys() if not self._begins_with_field_head(key)}
        openers = names | self.heads.keys() | self.offices.keys()
        return openers | self.fields.keys() | self.areas.keys() | self.word_forms.keys(), openers

    def _begins_with_field_head(self, key: str) -> bool:
        head = self.head.match(key)
        return head is not None and self.heads[head[0]].naming == "field"

    def unplaced(self, name: str) -> str:
        """A name without the level at its end."""
        trailing = self.trailing_area.search(key_of(name))
        return name[: trailing.start()] if trailing else name


def _first_noun(key: str, units: Mapping[str, BodyUnit]) -> str:
    """The vague noun of sets that begins a longer one, or an empty string."""
    words = key.split()
    shorter = (" ".join(words[:size]) for size in range(len(words) - 1, 0, -1))
    return next((noun for noun in shorter if noun in units and units[noun].kind == units[key].kind == "vague"), "")
