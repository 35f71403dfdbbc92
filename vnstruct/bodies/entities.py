"""From a phrase to a mention: the registered body it names, its kind and level, its successor."""

from __future__ import annotations

from typing import Final

from vnstruct.bodies.forms import key_of
from vnstruct.bodies.lexicon import Lexicon
from vnstruct.bodies.model import BodyMention
from vnstruct.bodies.phrase import Phrase
from vnstruct.bodies.register import AREA_AT_END
from vnstruct.knowledge import Body
from vnstruct.schema import BodyRole

_LEVELS: Final = {
    "tỉnh": "province",
    "thành phố": "province",
    "huyện": "district",
    "quận": "district",
    "thị xã": "district",
    "xã": "commune",
    "phường": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
}


class Entities:
    """Looks names up in the register."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def mention(self, phrase: Phrase, name: str, role: BodyRole) -> BodyMention:
        """The mention for a phrase."""
        body = self._registered(phrase, name)
        level = body.level if body is not None else phrase.level
        if len(phrase.areas) == 1:
            level = _LEVELS.get(phrase.areas[0], level)
        return BodyMention(
            phrase.start,
            phrase.end,
            name,
            kind=phrase.kind or (body.kind if body else None),
            level=level or None,
            role=role,
            entity=body.id if body else None,
            members=self._members(phrase),
            successor=(body.successor or None) if body else None,
            group=phrase.group or phrase.plural,
            vague=phrase.vague,
            confidence=0.7 if phrase.vague else 0.95 if body is not None else 0.85,
            source="bodies.register" if body is not None else "bodies.grammar",
        )

    def _members(self, phrase: Phrase) -> list[str]:
        """What a set consists of: the places of its list, else its nouns, else its levels."""
        if phrase.members or not (phrase.group or phrase.plural):
            return list(phrase.members)
        nouns = [noun for unit in phrase.units for noun in self._nouns(self.lexicon.units[unit].unit)]
        several = nouns if len(nouns) > 1 else phrase.areas
        return list(several) if len(several) > 1 else []

    def _nouns(self, unit: str) -> list[str]:
        """A noun of sets, or those that one row lists: *ban, ngành*."""
        parts = unit.split(", ")
        return parts if all(key_of(part) in self.lexicon.units for part in parts) else [unit]

    def _registered(self, phrase: Phrase, name: str) -> Body | None:
        """The body with this very name, or whose name it is with a place added: *Sở Y tế tỉnh Hải Dương*."""
        key = key_of(name)
        found = self.lexicon.names.get(key) or self.lexicon.groups.get(key)
        if found is not None or phrase.office or phrase.units or phrase.plural:
            return found
        body = phrase.body
        place = AREA_AT_END.search(body.name) if body is not None else None
        if place is not None and phrase.areas and place[0].split()[-1] != phrase.areas[0].split()[-1]:
            # *Đảng ủy Quân sự huyện* is of the make of *Đảng ủy Quân sự thành phố*
            return None
        return body
