"""Look-up forms of names and the patterns made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from vnstruct.bodies.page import GAP
from vnstruct.text import trie_pattern

_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class Term:
    """What a short or variant form stands for; ``exact`` forms count only as they are written (*CT*, *TTg*)."""

    full: str
    exact: str = ""


@lru_cache(maxsize=1 << 14)
def key_of(text: str) -> str:
    """The look-up form of a name: lowered, with single blanks.

    >>> key_of("Sở  Y tế")
    'sở y tế'
    """
    return " ".join(text.lower().split())


def trie_of(keys: Iterable[str]) -> str:
    """The source of a pattern for any of the keys, with :data:`GAP` for their blanks."""
    return trie_pattern(sorted(keys)).replace(r"\s{1,3}", GAP)


def words_pattern(keys: Iterable[str]) -> re.Pattern[str]:
    """A pattern for whole words and phrases, longest first.

    >>> words_pattern(["sở", "sở y tế"]).match("sở y  tế tỉnh").group()
    'sở y  tế'
    """
    # *TT.HĐND*: an abbreviation with a full stop needs no blank after it
    return re.compile(rf"(?:{trie_of(keys)})(?:(?<=\.)|(?!\w))")


def abbreviated(form: str) -> bool:
    """Whether a form has a word that only its capitals make one.

    >>> abbreviated("Bộ TN&MT"), abbreviated("Bộ Tài chính")
    (True, False)
    """
    return any(sum(c.isupper() for c in word) + any(c.isdigit() for c in word) > 1 for word in form.split())


def with_tight(rows: dict[str, _Row]) -> dict[str, _Row]:
    """Rows by key, also for print without blanks round the dash.

    >>> sorted(with_tight({"đài phát thanh - truyền hình": 1}))
    ['đài phát thanh - truyền hình', 'đài phát thanh-truyền hình']
    """
    return {key.replace(" - ", "-"): row for key, row in rows.items() if " - " in key} | rows
