"""Pieces that the patterns share. All are verbose syntax for lower-case text, and of bounded length.

OCR spellings are taken only inside a complete form (*ngày l6 thảng 4 nãm 2021*), never alone.
"""

from __future__ import annotations

from re import Match

S = r"\s{0,4}"
"""Between the parts of one date: none (*tháng5*), a blank, a wrapped line."""

DAY_WORD = r"ng[àảáãạâăa]y"
MONTH_WORD = r"[tđ]h[áảàãạâăa]ng"
YEAR_WORD = r"[nr][ăãâäàáẵằa]m"

JUNK = r"[\s_.,'’*|]{0,5}"
"""What a scanner leaves on a dotted line: *ngày 7 _ tháng 10*, *ngày 3| tháng 12*."""

TWO = r"(?:\d(?:[ ]?[\dlo])?|[lio]\d|[li]{1,2}|lo)(?![^\Wtn]|th?(?![áảàh])|n(?![ăãâ]))"
"""A day or month of one or two digits; *l6*, *1 6*, *O5*, *II* (for 11) as scanned; *01năm* without a blank."""

YEAR = r"(?:1[89]|20|21)\d\d"
SCANNED_YEAR = rf"(?:{YEAR}|(?:1[ ]?9|l9|[2z][ ]?[0o])[ ]?[\dol][ ]?[\dol])(?!\w)"
"""A year after *năm*: *2021*, *20 21*, *2o21*."""

RELATIVE_YEAR = (
    r"năm[ ](?:(?P<{0}next>sau|kế[ ]tiếp|tiếp[ ]theo|tới)|(?P<{0}last>trước(?:[ ]liền[ ]kề)?)|(?P<{0}same>nay))"
)
"""*năm sau*, *năm trước liền kề*, *năm nay* after a day or month; fill in the prefix of the group names."""

EACH = r"(?:hằng|hàng|mỗi)"

NO_COUNT = r"(?!\s{0,2}(?:lần|đợt|buổi|cuộc|kỳ|%))"
"""*06 tháng 01 lần*, *3 tháng 2 đợt* are frequencies."""

WEEKDAY = r"(?:thứ[ ](?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ[ ]nhật)"

ROMAN_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "l": 1, "ll": 2, "il": 2, "li": 2, "lll": 3, "lv": 4, "1v": 4}

_WEEKDAYS = {"hai": 1, "ba": 2, "tư": 3, "năm": 4, "sáu": 5, "bảy": 6, "bẩy": 6}
_SCANNED = str.maketrans("lioz", "1102")


def number(printed: str) -> int:
    """The number in digits that may be scanned wrongly or set apart.

    >>> number("l6"), number("1 6"), number("2o21")
    (16, 16, 2021)
    """
    return int(printed.replace(" ", "").translate(_SCANNED))


def year_shift(m: Match[str], prefix: str) -> int | None:
    """What :data:`RELATIVE_YEAR` says: 1, -1, 0, or None when it did not match."""
    if m[f"{prefix}next"]:
        return 1
    if m[f"{prefix}last"]:
        return -1
    return 0 if m[f"{prefix}same"] else None


def weekday_number(printed: str) -> int:
    """ISO number of a weekday as printed in lower case.

    >>> weekday_number("thứ sáu"), weekday_number("thứ 2"), weekday_number("chủ nhật")
    (5, 1, 7)
    """
    word = printed.rsplit(maxsplit=1)[-1]
    if word == "nhật":
        return 7
    return int(word) - 1 if word.isdecimal() else _WEEKDAYS[word]
