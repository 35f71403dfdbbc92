"""Values of the schema in the words of staff."""

from __future__ import annotations

import math
import re

from vnstruct.schema import Pinpoint
from vnstruct.writers.review.labels import Words
from vnstruct.writers.terms import term

_ISO = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(?:T(\d\d:\d\d))?")
_PIN_ORDER = ("subpoint", "paragraph", "point", "clause", "article", "section", "chapter", "part", "appendix")


def day(value: str) -> str:
    """An ISO day, month or year as printed in Vietnam; anything else as it is.

    >>> day("2025-12-25"), day("2026-04"), day("2025-12-25T17:00"), day("2025-Q4")
    ('25/12/2025', '04/2026', '17:00 25/12/2025', '2025-Q4')
    """
    match = _ISO.fullmatch(value)
    if match is None or "X" in value:
        return value
    year, month, date, time = match.groups()
    printed = "/".join(filter(None, (date, month, year)))
    return f"{time} {printed}" if time else printed


def same_day(text: str, printed: str) -> bool:
    """Whether a text says the same numbers as a printed day, however it is worded.

    >>> same_day("ngày 05 tháng 6 năm 2025", "05/06/2025"), same_day("ngày 30/11", "30/11/2025")
    (True, False)
    """
    return _numbers(text) == _numbers(printed)


def _numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"[0-9]{1,9}", text)]


def pinpoint(pin: Pinpoint, words: Words) -> str:
    """A place in a document, the lowest unit first.

    >>> pinpoint(Pinpoint(article="5", clause="2"), Words("vi"))
    'khoản 2 Điều 5'
    """
    units = ((name, getattr(pin, name)) for name in _PIN_ORDER)
    return " ".join(f"{term('pin', name, words.language)} {value}" for name, value in units if value)


def percent(confidence: float, words: Words) -> str:
    """A confidence as a percentage, rounded down: what is doubtful for being under 90 % never reads 90 %.

    >>> percent(0.853, Words("vi")), percent(0.899, Words("en"))
    ('85 %', '89%')
    """
    whole = math.floor(confidence * 100 + 1e-9)
    return f"{whole} %" if words.language == "vi" else f"{whole}%"
