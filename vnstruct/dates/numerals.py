"""Numbers in words, as drafters write them: *hai*, *mười lăm*, *ba mươi*, *một trăm hai mươi*.

``năm`` is both *five* and *year*; what it is here, the pattern around it decides.
"""

from __future__ import annotations

_UNITS = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6, "bảy": 7,
    "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_DIGIT = "một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín"
_TENS = rf"(?:{_DIGIT})\ mươi(?:\ (?:mốt|hai|ba|tư|bốn|lăm|nhăm|sáu|bảy|bẩy|tám|chín))?"
_TEEN = r"mười(?:\ (?:một|hai|ba|bốn|lăm|nhăm|sáu|bảy|bẩy|tám|chín))?"

#: Source text (verbose syntax) of a number in words from one to 999.
NUMERAL = rf"(?:(?:{_DIGIT})\ trăm(?:\ (?:{_TENS}|{_TEEN}))?|{_TENS}|{_TEEN}|{_DIGIT})"


def read_number(words: str) -> int:
    """The value of digits or of a number in words (lower case).

    >>> read_number("15"), read_number("mười lăm"), read_number("ba mươi"), read_number("một trăm hai mươi")
    (15, 15, 30, 120)
    """
    if words.isdecimal():
        return int(words)
    total = 0
    current = 0
    for word in words.split():
        if word == "trăm":
            total += current * 100
            current = 0
        elif word == "mươi":
            total += current * 10
            current = 0
        elif word == "mười":
            total += 10
            current = 0
        else:
            current = _UNITS[word]
    return total + current
