"""Which phrases name the same body, and who speaks in the document.

*UBND tỉnh* and *Ủy ban nhân dân tỉnh Lâm Đồng* are one in a document of that committee; its chairman speaks for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from vnstruct.bodies.forms import key_of
from vnstruct.bodies.lexicon import Lexicon
from vnstruct.bodies.names import Names
from vnstruct.bodies.phrase import Phrase
from vnstruct.layout.fold import LOWER, UPPER

# the organs that act for a party committee: *Ban Thường vụ Tỉnh ủy* in a document headed *Tỉnh ủy*
_ORGANS: Final = ("ban thường vụ ", "thường trực ", "ban chấp hành ")
_ORGAN_WORDS: Final = frozenset(organ.split()[0] for organ in _ORGANS)
# a word that is no abbreviation
_FIRST_WORD: Final = re.compile(rf"[{UPPER}]?[{LOWER}]+(?!\w)")


@dataclass(frozen=True, slots=True)
class Identity:
    """The core of a name without level and place, the level, and what stands after it."""

    core: str
    level: str = ""
    place: str = ""

    def meets(self, other: Identity) -> bool:
        """Whether both may be the same body: equal cores, no contradiction in what only one of them gives in full."""
        if self.core != other.core and not self._begins(other) and not other._begins(self):
            return False
        if self.level and other.level and self.level != other.level:
            return False
        return not (self.place and other.place and self.place != other.place)

    def _begins(self, other: Identity) -> bool:
        """*Công đoàn ngành Giáo dục* and *Công đoàn ngành Giáo dục Hà Giang*: a place grown into the core."""
        return self.core.count(" ") > 2 and other.core.startswith(f"{self.core} ")


class Identities:
    """Makes identities from phrases."""

    def __init__(self, names: Names, lexicon: Lexicon) -> None:
        self.names = names
        self.lexicon = lexicon

    def may_meet(self, phrase: Phrase, others: list[Identity]) -> bool:
        """Whether the first word of a name leaves open that it meets one of the others; only then is it spelled out."""
        start = phrase.holder if phrase.office and phrase.holder else phrase.start
        found = _FIRST_WORD.match(self.names.page.clean, start, phrase.core)
        if found is None or any(replaced[0] == start for replaced in phrase.replaced):
            return True
        first = found[0].lower()
        return first in _ORGAN_WORDS or any(other.core.startswith(first) for other in others)

    def of(self, phrase: Phrase) -> Identity:
        """The identity of the body of a phrase, its office left aside."""
        start = phrase.start
        if phrase.office and phrase.holder:
            start = phrase.holder
        core = key_of(self.names.stretch(phrase, start, phrase.core))
        for organ in _ORGANS:
            core = core.removeprefix(organ) or core
        rest = key_of(self.names.stretch(phrase, phrase.core, phrase.end))
        if phrase.inner and phrase.naming == "whole":
            core = f"{core} {rest}".strip()
            for organ in _ORGANS:
                core = core.removeprefix(organ)
            rest = ""
        level = phrase.areas[0] if len(phrase.areas) == 1 and not phrase.plural else ""
        if level and rest.startswith(level):
            rest = rest[len(level) :].strip()
        return Identity(core or phrase.office, level, "*" if phrase.plural else rest)
