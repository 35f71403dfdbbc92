"""Lines whose letters come in pieces: where a font lacks *ệ* or *ư*, these are drawn apart from their words.

``PH NG HÒA ƯỜ`` is what the content of such a page says, and *PHƯỜNG HÒA* what it shows: only the places tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

_WORD_GAP = 0.12  # in heights of the line; letters of a word touch
_NEAR = 0.4
_BACK = 0.5
_LEVEL = 0.6
_LOOK_BACK = 8


class Placed(NamedTuple):
    """A word or a letter with its box."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """The height of the box, never zero."""
        return max(self.top - self.bottom, 0.1)

    @property
    def middle(self) -> float:
        """Half its height on the page."""
        return (self.top + self.bottom) / 2


def entangled(words: Sequence[Placed]) -> bool:
    """Whether the words of a line do not stand in their order.

    >>> entangled([Placed("PH", 0, 20, 12, 0), Placed("NG", 40, 60, 12, 0), Placed("ƯỜ", 20, 40, 12, 0)])
    True
    """
    return any(after.left < before.left - _BACK * after.height for before, after in pairwise(words))


def levels(placed: Iterable[Placed]) -> list[list[Placed]]:
    """A run of content by printed line: pdfium goes on over a line end when a hyphen stands there.

    >>> run = [Placed("998/SGDĐT-", 300, 380, 112, 100), Placed("GDTrH", 72, 120, 96, 84)]
    >>> [[word.text for word in line] for line in levels(run)]
    [['998/SGDĐT-'], ['GDTrH']]
    """
    lines: list[list[Placed]] = []
    for item in placed:
        before = lines[-1][-1] if lines else None
        if before is None or (item.left < before.left and before.middle - item.middle > _BACK * item.height):
            lines.append([item])
        else:
            lines[-1].append(item)
    return lines


def untangled(lines: Iterable[Sequence[Placed]]) -> list[list[Placed]]:
    """The words of each printed line, from the letters of its pieces.

    >>> font, other = [Placed("T", 0, 9, 12, 0), Placed("H", 19, 29, 12, 0)], [Placed("Ư", 9, 19, 12, 0)]
    >>> [[word.text for word in line] for line in untangled([font, other])]
    [['TƯH']]
    """
    printed: list[list[Placed]] = []
    for letters in lines:
        if not letters:
            continue
        line = next((other for other in reversed(printed[-_LOOK_BACK:]) if _belongs(letters, other)), None)
        if line is None:
            printed.append(list(letters))
        else:
            line.extend(letters)
    return [_words(sorted(line, key=lambda letter: letter.left)) for line in printed]


def _belongs(letters: Sequence[Placed], line: Sequence[Placed]) -> bool:
    """Whether letters stand at the height of a line, in it or at its ends."""
    piece, whole = _box(letters), _box(line)
    shared = min(piece.top, whole.top) - max(piece.bottom, whole.bottom)
    if shared < _LEVEL * min(piece.height, whole.height):
        return False
    near = _NEAR * whole.height
    return piece.left <= whole.right + near and piece.right >= whole.left - near


def _box(letters: Sequence[Placed]) -> Placed:
    """Where letters stand; of the heights the middle one, for fonts differ."""
    return Placed(
        "",
        min(letter.left for letter in letters),
        max(letter.right for letter in letters),
        median(letter.top for letter in letters),
        median(letter.bottom for letter in letters),
    )


def _words(letters: list[Placed]) -> list[Placed]:
    gap = _WORD_GAP * median(letter.height for letter in letters)
    words: list[Placed] = []
    for letter in letters:
        if words and letter.left - words[-1].right < gap:
            before = words[-1]
            words[-1] = Placed(
                before.text + letter.text,
                before.left,
                max(before.right, letter.right),
                max(before.top, letter.top),
                min(before.bottom, letter.bottom),
            )
        else:
            words.append(letter)
    return words
