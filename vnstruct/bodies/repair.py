"""Marks that a scanner lost or changed, given back to words that can be nothing else.

*Hội đông nhân dân*, *thành phó*, *Sở Giáo dục và Đảo tạo*: a long form of the tables that is printed with other marks is
read as that form. The text itself stays as it is; only the grammar and the full names see the repaired letters.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from typing import Final

from vnstruct.bodies.page import GAP
from vnstruct.layout.fold import LOWER, UPPER, fold
from vnstruct.text import trie_pattern

_LETTERS_OF_TWO: Final = 8
"""A form of two syllables needs so many letters; with fewer, other marks make another word (*hội đồng*, *hơi đông*)."""

_BEGINS_NAME: Final = re.compile(rf"(?<=\n)[{UPPER}][{LOWER}]|\A[{UPPER}][{LOWER}]+\s[{UPPER}][{LOWER}]+\Z")
_WORD_START: Final = re.compile(r"(?<=\s)\w")
_PLAIN: Final = re.compile(r"[^\W\d_]+(?:(?: |, | - |-)[^\W\d_]+){1,12}")


class Repair:
    """Knows the forms by their bare letters.

    The ``capitalised`` are not repaired where print has a small letter, nor is any of the ``sound`` words: *công nhận* is
    no *công nhân*.
    """

    def __init__(self, forms: Iterable[str], capitalised: Container[str] = (), sound: Container[str] = ()) -> None:
        self.capitalised = capitalised
        self.sound = sound
        self.forms: dict[str, str] = {}
        doubtful: set[str] = set()
        for form in forms:
            bare = fold(form)
            if not _certain(form) or bare in doubtful:
                continue
            if self.forms.setdefault(bare, form) != form:
                # two forms that only their marks tell apart
                doubtful.add(bare)
                del self.forms[bare]
        self.pattern = re.compile(
            rf"(?<!\w)(?:{trie_pattern(sorted(self.forms)).replace(chr(92) + 's{1,3}', GAP)})(?!\w)"
        )

    def stretches(self, text: str, low: str) -> list[tuple[int, int, str]]:
        """Start, end and repaired letters of every stretch that differs from its form; ``low`` is the lowered text."""
        found: list[tuple[int, int, str]] = []
        folded = fold(low)
        for match in self.pattern.finditer(folded):
            start, end = match.span()
            printed, bare = low[start:end], match[0]
            form = self.forms.get(bare) or self.forms[" ".join(bare.split())]
            if printed == form or printed in self.sound:
                continue
            named = form in self.capitalised
            if named and not text[start].isupper():
                # *địa bàn quản lý* has no *ban quản lý*
                continue
            if not named and _BEGINS_NAME.search(text[start:end]):
                # *Giao Viện Khoa học …*: no *giáo viên*; a capital line begins anew
                continue
            if self._begins_another(low, folded, start, end):
                # *giao Thống kê tỉnh* has no *giao thông*
                continue
            if (repaired := _laid_over(printed, form)) != printed:
                found.append((start, end, repaired))
        return found

    def _begins_another(self, low: str, folded: str, start: int, end: int) -> bool:
        """Whether an undamaged form begins inside a stretch and goes on behind it."""
        for word in _WORD_START.finditer(low, start + 1, end):
            other = self.pattern.match(folded, word.start())
            if other is not None and other.end() > end:
                return low[other.start() : other.end()] == self.forms[" ".join(other[0].split())]
        return False


def _certain(form: str) -> bool:
    if not _PLAIN.fullmatch(form):
        return False
    return form.count(" ") > 1 or sum(char.isalpha() for char in form) >= _LETTERS_OF_TWO


def _laid_over(printed: str, form: str) -> str:
    """The letters of a form with the blanks of the print."""
    letters = iter(form.replace(" ", ""))
    return "".join(char if char.isspace() else next(letters) for char in printed)
