"""Identifiers of elements, after the naming convention of Akoma Ntoso: ``art_5__para_2__point_a``."""

from __future__ import annotations

from vnstruct.references.letters import slug

PREFIXES = {
    "chapter": "chp",
    "section": "sec",
    "article": "art",
    "paragraph": "para",
    "level": "lvl",
    "attachment": "att",
    "wrapUp": "wrapup",
}
"""Short forms the convention gives for names of elements; others keep their name."""


class Ids:
    """Hands out identifiers, each once.

    >>> ids = Ids()
    >>> ids.inside("art_5", "paragraph", "2"), ids.inside("art_5", "paragraph", "2"), ids.inside("", "point", "đ")
    ('art_5__para_2', 'art_5__para_2-2', 'point_dd')
    >>> ids.counted("", "table"), ids.counted("", "table")
    ('table_1', 'table_2')
    """

    def __init__(self) -> None:
        self._given: dict[str, int] = {}
        self._counts: dict[tuple[str, str], int] = {}

    def inside(self, parent: str, element: str, number: str = "") -> str:
        """The identifier of an element inside the one named ``parent``, by its number as printed."""
        own = PREFIXES.get(element, element)
        own = f"{own}_{_number(number)}" if number else own
        return self.unique(f"{parent}__{own}" if parent else own)

    def counted(self, parent: str, element: str) -> str:
        """The identifier of an element without a number of its own: the next of its name inside ``parent``."""
        count = self._counts[parent, element] = self._counts.get((parent, element), 0) + 1
        return self.inside(parent, element, str(count))

    def unique(self, wanted: str) -> str:
        """``wanted``, with a counter when it is taken."""
        count = self._given.get(wanted, 0) + 1
        self._given[wanted] = count
        return wanted if count == 1 else self.unique(f"{wanted}-{count}")


def _number(label: str) -> str:
    """The number of a label: its last word, ``đ`` told from ``d``."""
    words = label.split()
    return slug(words[-1].lower().replace("đ", "dd")) if words else ""
