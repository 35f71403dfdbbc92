"""Durations, and words for what repeats."""

from __future__ import annotations

from re import Match

from vnstruct.dates.calendar_values import Moment
from vnstruct.dates.expression import Expression, Family
from vnstruct.dates.fragments import EACH, WEEKDAY, weekday_number
from vnstruct.dates.numerals import NUMERAL, read_number

_UNITS = {"ngày": "P{}D", "tuần": "P{}W", "tháng": "P{}M", "năm": "P{}Y", "giờ": "PT{}H", "phút": "PT{}M"}
EVERY_VALUES = {"ngày": "XXXX-XX-XX", "tuần": "XXXX-WXX", "tháng": "XXXX-XX", "quý": "XXXX-QX", "năm": "XXXX"}
MONTHS_VALUES = {1: "XXXX-XX", 3: "XXXX-QX", 6: "XXXX-HX", 12: "XXXX"}
"""Recurrence by its length in months."""


def every(count: int, unit: str) -> str:
    """The normal form of what comes back after so many units; a duration where the calendar has no name for it.

    >>> every(6, "tháng"), every(1, "năm"), every(5, "năm")
    ('XXXX-HX', 'XXXX', 'P5Y')
    """
    if unit == "tháng" and count in MONTHS_VALUES:
        return MONTHS_VALUES[count]
    if count == 1:
        return EVERY_VALUES[unit]
    return "P3M" if unit == "quý" else _UNITS[unit].format(count)


def _every(m: Match[str], out: list[Expression]) -> int:
    """*hằng năm*, *hàng tháng*, *mỗi quý một lần*."""
    out.append(Expression(m.start(), m.end(), "every", fixed=EVERY_VALUES[m["ev_unit"]], recurring=True, rule="every"))
    return m.end()


# *mỗi năm* alone measures (*mỗi năm được tính*); with a frequency it sets a recurrence. Not: *khách hàng tháng 3*.
EVERY = Family(
    "every",
    r"""(?:
        (?:(?<!ngân[ ])(?<!khách[ ])(?<!bán[ ])(?<!đơn[ ])(?<!mặt[ ])hàng|hằng)
      | mỗi(?=\s(?:tuần|tháng|quý|năm)(?:[ ](?:ít[ ]nhất|tối[ ]thiểu|tổ[ ]chức|họp))?
              [ ](?:\d\d?|một|hai|ba|bốn)[ ](?:lần|kỳ|đợt|buổi|phiên))
    )\s{1,2}(?P<ev_unit>ngày|tuần|tháng|quý|năm)(?!\w|\s{1,2}(?:\d|[ivx]+\b)|[ ]học)
    (?:[ ](?:01|1|một)[ ]lần)?""",
    _every,
    "word",
)


def _every_so_often(m: Match[str], out: list[Expression]) -> int:
    """*sáu tháng một lần*, *06 tháng/lần*, *5 năm/01 lần*."""
    value = every(read_number(m["ef_n"]), m["ef_unit"])
    out.append(Expression(m.start(), m.end(), "every", fixed=value, recurring=True, rule="every"))
    return m.end()


EVERY_SO_OFTEN = Family(
    "every_so_often",
    rf"""(?<![/.,\d])(?P<ef_n>\d\d?|{NUMERAL})(?:[ ]?\((?:\d\d?|{NUMERAL})\))?[ ](?P<ef_unit>ngày|tuần|tháng|quý|năm)
    (?:[ ]?/[ ]?(?:(?:01|1|một)[ ])?lần|[ ](?:01|1|một)[ ]lần)(?!\w)""",
    _every_so_often,
)


def _weekly(m: Match[str], out: list[Expression]) -> int:
    """*thứ Sáu hằng tuần*, *từ thứ 2 đến thứ 6 hằng tuần*."""
    first = Moment(weekday=weekday_number(m["wk"]))
    last = Moment(weekday=weekday_number(m["wk_last"])) if m["wk_last"] else None
    out.append(Expression(m.start(), m.end(), "day", first, last, recurring=True, rule="weekly"))
    return m.end()


WEEKLY = Family(
    "weekly",
    rf"""(?P<wk>{WEEKDAY})(?:\s{{1,2}}(?:-|đến|tới)\s{{1,2}}(?P<wk_last>{WEEKDAY}))?
    \s{{1,2}}(?:của[ ])?{EACH}\s{{1,2}}tuần(?!\w)""",
    _weekly,
    "word",
)


def _length(m: Match[str], out: list[Expression]) -> int:
    """*15 ngày làm việc*, *05 (năm) ngày*, *ba mươi ngày*, *nửa năm*, *26 năm 04 tháng*; *30 ngày (ba mươi ngày)* is
    one."""
    unit = m["le_unit"]
    words = m["le_n"].replace(",", ".")
    if words.startswith("nửa"):
        if unit not in ("tháng", "năm"):
            return m.end("le_n")
        value = "P15D" if unit == "tháng" else "P6M"
    elif "." in words:
        value = _UNITS[unit].format(words)
    else:
        amount = read_number(words)
        if not amount:
            return m.end()
        value = _UNITS[unit].format(amount)
        value += "".join(f"{int(m[part])}{sign}" for part, sign in (("le_months", "M"), ("le_days", "D")) if m[part])
    # one or five in words (*một ngày*, *năm ngày*) are durations only in company
    in_words = not m["le_n"][0].isdigit() and m["le_paren"] is None
    weak = in_words and m["le_n"] in ("một", "năm")
    out.append(Expression(m.start(), m.end("le"), "length", fixed=value, weak=weak, rule="duration"))
    return m.end()


# *Công văn số 12 ngày 05/3/2020*: the number is the document's
_DATE_FOLLOWS = r"\d\d?\s{0,3}(?:[/\-.][ ]?\d|th[áảà]ng|và|,|đến)"
LENGTH = Family(
    "length",
    rf"""(?<![/.,\d])(?<!thứ[ ])(?<!lần[ ])(?<!tháng[ ])(?<!khoản[ ])(?<!điều[ ])(?<!lớp[ ])(?<!quý[ ])
    (?P<le>(?P<le_n>\d{{1,3}}(?:[.,]\d\d?)?|nửa(?:[ ]\(1/2\))?|{NUMERAL})
    (?P<le_paren>[ ]?\((?:\d{{1,3}}|{NUMERAL})\))?\s{{1,2}}
    (?:
        (?P<le_unit>ngày(?!\s{{0,20}}(?:{_DATE_FOLLOWS}|tháng|\.\.|…|_)|\s(?:công|hội|lễ|càng|đêm))
          |tuần(?![ ](?:lễ|tra|hoàn))
          |tháng(?!\s{{0,3}}\d(?!\d?\sngày)|\s(?:tuổi|giêng|chạp))
          |năm(?!\s{{1,3}}(?:\d{{4}}|học|ngân|tài[ ]chính|tuổi))|giờ(?!\s\d)|phút)(?!\w|[ ]?/)
    )
    (?: (?<=ngày)[ ]làm[ ]việc(?!\w) | (?<=năm)\s{{1,3}}(?P<le_months>\d\d?)\stháng(?!\w|\s\d)
      | (?<=tháng)\s{{1,3}}(?P<le_days>\d\d?)\sngày(?!\w) )?)
    (?:[ ]?\((?:\d{{1,3}}|{NUMERAL})[ ](?P=le_unit)(?:[ ]làm[ ]việc)?\))?""",
    _length,
)

FAMILIES = (EVERY, EVERY_SO_OFTEN, WEEKLY, LENGTH)
