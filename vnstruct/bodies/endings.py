"""Patterns for the words right before a body, tried only where the last of these words allows it.

What stands before every body is searched for a dozen such patterns, and its last word rules out nearly all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from vnstruct.bodies.page import spaced

_WORD_AT_END: Final = re.compile(r"\w*$")


class Ending:
    """A pattern that matches at the end of a text, whose last word is one of ``last``; with ``elsewhere`` any word where
    that mark is in the text."""

    __slots__ = ("elsewhere", "last", "pattern")

    def __init__(self, pattern: re.Pattern[str], last: Iterable[str], elsewhere: str = "") -> None:
        self.pattern = pattern
        self.last = frozenset(form.split()[-1] if form else "" for form in last)
        self.elsewhere = elsewhere

    def search(self, before: str) -> re.Match[str] | None:
        """The match at the end of a text.

        >>> either = words_before("báo cáo|trình")
        >>> either.search("kịp thời báo cáo ")[0], either.search("báo cáo sở ")
        ('báo cáo ', None)
        """
        if last_word(before) in self.last or (self.elsewhere and self.elsewhere in before):
            return self.pattern.search(before)
        return None


def words_before(forms: str) -> Ending:
    """Any of the forms, given as alternatives, and a blank."""
    return Ending(spaced(rf"(?:{forms}) $"), forms.split("|"))


@lru_cache(maxsize=64)
def last_word(text: str) -> str:
    """The word at the end of a text, blanks aside; empty after a mark.

    >>> last_word("tổng hợp, báo cáo "), last_word("(gửi "), last_word("như sau: ")
    ('cáo', 'gửi', '')
    """
    words = text.rsplit(maxsplit=1)
    if not words:
        return ""
    last = words[-1]
    if last.isalnum():
        return last
    found = _WORD_AT_END.search(last)
    return found[0] if found else ""
