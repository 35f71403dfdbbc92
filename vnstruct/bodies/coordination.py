"""What neighbours of a coordination share.

*Chủ tịch, các PCT UBND tỉnh*: the first office takes the body of the second. *HĐND, UBND các tỉnh*: the first body
takes the level of the second.
"""

from __future__ import annotations

from typing import Final

from vnstruct.bodies.forms import key_of
from vnstruct.bodies.lexicon import Lexicon
from vnstruct.bodies.names import Names
from vnstruct.bodies.phrase import Phrase
from vnstruct.bodies.standing import Standing

_OF: Final = "của "
_JOINTS: Final = frozenset({",", "và", ", và", "hoặc", "/", "-"})
_LOCAL: Final = frozenset({"province", "district", "commune"})
_LEVELLED: Final = frozenset({"people_committee", "assembly", "mass_organisation", "police", "armed_forces"})


class Coordination:
    """Completes names from their neighbours."""

    def __init__(self, standing: Standing, names: Names, lexicon: Lexicon) -> None:
        self.standing = standing
        self.names = names
        self.lexicon = lexicon

    def complete(self, phrases: list[Phrase]) -> None:
        """Give every incomplete phrase what its right neighbour has."""
        for left, right in zip(reversed(phrases[:-1]), reversed(phrases[1:]), strict=True):
            if not self._incomplete(left) or self.standing.link(left, right) not in _JOINTS:
                continue
            if left.office and right.office and not right.bare:
                if self._same_offices(left, right):
                    left.after = self._after_title(right)
                    left.head, left.areas = right.head, right.areas
            elif left.kind in _LEVELLED and right.kind in _LEVELLED and right.areas and not right.office:
                # *TTHĐND, UBND, UBMTTQVN tỉnh*: the level of the last
                left.after = self.names.stretch(right, right.core, right.end) or right.after
                left.areas, left.plural, left.bare = right.areas, right.plural, False
                left.members = right.members
            elif left.kind == "assembly" and right.plural and right.inner and not right.office:
                tail = self.names.stretch(right, right.core, right.end)
                # *Hội đồng Dân tộc và các Ủy ban của Quốc hội*; not *Thường trực HĐND, các Ban của HĐND*
                own = key_of(tail).removeprefix(_OF) in key_of(self.names.full(left))
                left.after = tail if tail.startswith(_OF) and not own else left.after

    def _incomplete(self, phrase: Phrase) -> bool:
        if phrase.office:
            return phrase.bare
        if phrase.level in _LOCAL:
            # *Tỉnh đoàn* has its level
            return False
        return phrase.naming == "whole" and not phrase.areas and not phrase.placed and not phrase.qualified

    def _same_offices(self, left: Phrase, right: Phrase) -> bool:
        first, second = self.lexicon.offices.get(left.office), self.lexicon.offices.get(right.office)
        return first is None or second is None or bool(set(first.of_heads) & set(second.of_heads))

    def _after_title(self, phrase: Phrase) -> str:
        if phrase.after:
            return phrase.after
        title = self.lexicon.office.match(self.names.page.low, self.names.skip_quantifier(phrase.start))
        # *Chủ tịch, PCT. UBND tỉnh*
        return self.names.stretch(phrase, title.end(), phrase.end).removeprefix(".").lstrip() if title else ""
