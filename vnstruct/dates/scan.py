"""One pass over the text: where an expression may begin, the alternation of all families is tried."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vnstruct.dates import clock, days, lengths, periods
from vnstruct.dates.expression import Expression, Family

# at one position the first family that matches wins: longer forms come first
FAMILIES: tuple[Family, ...] = (
    *days.FAMILIES,
    *periods.FAMILIES[:-1],
    *lengths.FAMILIES[:-1],
    *clock.FAMILIES,
    lengths.LENGTH,
    periods.BARE,
)

# what may follow the digits that begin an expression: the rest of a figure, the name of a unit, a dash
_NUMBER = r"""(?:[ ]?[\dlo])?\d?(?:[.,]\d\d?)?
    (?: \s{0,4}(?: [/\-.]\s{0,4}(?:[\dl]|năm) | đến | tới | \( | : | n[ăg] | tu | qu | g[i\d] | ph | h(?![^\W\d]) )
      | [\s_.,'’*|]{0,5}(?:của\s)?[tđ]h )"""
_FIRST = r"(?<!\w.)"
"""The character before opens a word."""

# how an expression can begin, by its first character: nearly all places fail here at once. The commonest come first.
_OPENINGS = {
    "n": r"g[àảáãạâăa]y|[ăãâäàáẵằa]m|ửa|iên|hiệm",
    "t": r"h(?:[áảàãạâăa]ng|ứ[ ]|ời)|ám",
    "h": r"ằng|àng|ai",
    "c": r"uối|hu[ ]|hủ[ ]n|hín(?!h)",
    "g": r"i(?:ữa|ai)",
    "đ": r"ầu",
    "m": r"ỗi|ột|ười",
    "q": r"uý",
    "b": r"(?:a|ốn|ảy|ẩy)[ ]",
    "k": r"hóa",
    "l": r"[\d /]",
    "s": r"áu",
    "o": r"\d",
    "1": rf"{_FIRST}(?:[89]\d\d|{_NUMBER})",
    "2": rf"{_FIRST}(?:[01]\d\d|{_NUMBER})",
    **dict.fromkeys("03456789", _FIRST + _NUMBER),
}
_GATE = re.compile("|".join(f"{first}(?={rest}){_FIRST}" for first, rest in _OPENINGS.items()), re.VERBOSE)

_READERS = {family.name: family.read for family in FAMILIES}


def _any_of(families: Iterable[Family]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{family.name}>{family.pattern})" for family in families), re.VERBOSE)


_AT_DIGIT = _any_of(family for family in FAMILIES if family.begins != "word")
_AT_WORD = _any_of(family for family in FAMILIES if family.begins != "digit")


def scan(low: str) -> list[Expression]:
    """All expressions of a lower-case text in text order, none overlapping.

    >>> [expression.value for expression in scan("từ ngày 05/3/2020, trong quý iv năm 2022")]
    ['2020-03-05', '2022-Q4']
    """
    found: list[Expression] = []
    position = 0
    search = _GATE.search
    while (gate := search(low, position)) is not None:
        start = gate.start()
        m = (_AT_DIGIT if low[start].isdecimal() else _AT_WORD).match(low, start)
        position = start + 1
        if m is not None and m.lastgroup is not None:
            position = max(_READERS[m.lastgroup](m, found), position)
    return found
