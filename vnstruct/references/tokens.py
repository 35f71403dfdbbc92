"""The tokens of one text: type words and names, and what stands before a place."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from vnstruct.references.names import Name
from vnstruct.references.types import TypeWord


@dataclass(slots=True)
class Tokens:
    """A text, in lower case too (same offsets), with its type words and names in text order."""

    text: str
    lower: str
    words: list[TypeWord]
    names: list[Name]
    _word_ends: list[int] = field(init=False)
    _name_ends: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._word_ends = [word.end for word in self.words]
        self._name_ends = [name.end for name in self.names]

    def word_before(self, position: int) -> int | None:
        """Index of the last type word that ends at or before the position."""
        index = bisect_right(self._word_ends, position) - 1
        return index if index >= 0 else None

    def name_before(self, position: int) -> Name | None:
        """The last name that ends at or before the position."""
        index = bisect_right(self._name_ends, position) - 1
        return self.names[index] if index >= 0 else None
