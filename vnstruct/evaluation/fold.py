"""When two values are the same: names by their letters, numbers without spaces, times to the minute."""

from __future__ import annotations

import re

from vnstruct.text.normal import normal_form

_QUOTES_AND_STOPS = re.compile(r"[“”\"'‘’«».,;:()]")
_JOINERS = re.compile("[&-]")
_SHORT_FORMS = ((re.compile(r"\bubnd\b"), "ủy ban nhân dân"), (re.compile(r"\bhđnd\b"), "hội đồng nhân dân"))
_TITLE_LEAD_IN = re.compile(r"^(?:v/v|về việc|về)\s+")


def name(value: object) -> str:
    """Names and titles: case, quotes, spelling of tones and of *và* aside.

    >>> name("Phòng GD&ĐT “Uỷ ban”") == name("phòng GD - ĐT ủy ban")
    True
    """
    folded = _QUOTES_AND_STOPS.sub(" ", normal_form(str(value or "")).casefold())
    folded = _JOINERS.sub(" và ", folded)
    for short, full in _SHORT_FORMS:
        folded = short.sub(full, folded)
    return " ".join(folded.split())


def title(value: object) -> str:
    """Titles, with or without the lead-in that some forms print.

    >>> title("V/v rà soát") == title("Về việc rà soát") == title("rà soát")
    True
    """
    return _TITLE_LEAD_IN.sub("", name(value))


def number(value: object) -> str:
    """Document numbers.

    >>> number("Số 115 / 2020/NÐ–CP") == number("115/2020/NĐ-CP")
    True
    """
    folded = normal_form(str(value or "")).casefold()
    return re.sub(r"\s+|^số", "", folded).strip(".,;:")


def time(value: object) -> str:
    """Date values: seconds that say nothing are dropped."""
    return re.sub(r"(?<=T\d\d:\d\d):00$", "", str(value or "").strip())


def label(value: object) -> str:
    """Section labels, closing punctuation aside."""
    return name(re.sub(r"[.)/:]+$", "", str(value or "").strip()))


def same_time(gold: object, predicted: object, *, inferred: bool) -> bool:
    """Whether a date is right; when its year was not printed, also when it was left open.

    >>> same_time("2025-12-25", "XXXX-12-25", inferred=True), same_time("2025-12-25", "XXXX-12-25", inferred=False)
    (True, False)
    """
    x, y = time(gold), time(predicted)
    if x == y or not inferred:
        return x == y
    ends = 2 if "/" in x else 1
    open_year = re.sub(r"\d{4}|X{4}", r"(?:\\d{4}|X{4})", re.escape(x), count=ends)
    return bool(re.fullmatch(open_year, y)) and ("XXXX" in x or "XXXX" in y)
