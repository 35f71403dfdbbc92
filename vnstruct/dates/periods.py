"""Months, quarters, halves, years, school years, terms and spans of years."""

from __future__ import annotations

import re
from re import Match

from vnstruct.dates.calendar_values import Moment
from vnstruct.dates.expression import Expression, Family
from vnstruct.dates.fragments import (
    NO_COUNT,
    RELATIVE_YEAR,
    ROMAN_QUARTERS,
    TWO,
    YEAR,
    YEAR_WORD,
    S,
    number,
    year_shift,
)
from vnstruct.dates.numerals import NUMERAL, read_number

_PART = r"(?:(?:đầu|giữa|cuối)[ ])?"
_JOIN = r"\s{0,2}(?:-|đến|tới|,|và|hoặc|\+|&)\s{0,2}"
_OF_YEAR = rf"(?:{S}[/.\-]{S}|[\s,(]{{1,3}}(?:của[ ])?(?:{YEAR_WORD}{S})?)"
_NUMBERS = re.compile(r"\d+")


def _month(m: Match[str], out: list[Expression]) -> int:
    """*tháng 12 năm 2025*, *tháng 9/2025*, *cuối tháng 4 năm 1975*, *tháng 11*; *tháng 3-5/2025* is one interval."""
    year = m["mo_year"]
    base = Moment(int(year) if year else None, number(m["mo"]))
    shift = year_shift(m, "mo_")
    if year is None and (not 1 <= (base.month or 0) <= 12 or m["mo_word"] == "thang"):
        return m.end()
    if m["mo_more"] is None:
        out.append(Expression(m.start(), m.end(), "month", base, shift=shift, rule="month"))
        return m.end()
    _list(m, out, "month", [base, *(base._replace(month=int(n)) for n in _NUMBERS.findall(m["mo_more"]))], "mo_more")
    return m.end()


def _list(m: Match[str], out: list[Expression], unit: str, moments: list[Moment], more: str) -> None:
    """Several months or quarters behind one word: an interval when they follow each other, else each for itself."""
    order = [moment.month or moment.quarter or 0 for moment in moments]
    through = re.fullmatch(r"\s*(?:-|đến|tới)\s*\S+", m[more]) is not None and order[0] < order[-1]
    if through or order == list(range(order[0], order[0] + len(order))):
        out.append(
            Expression(m.start(), m.end(), "month" if unit == "month" else "quarter", moments[0], moments[-1],
                       rule=f"{unit}s")
        )  # fmt: skip
        return
    offset = m.start(more)
    spans = [(offset + n.start(), offset + n.end()) for n in re.finditer(r"[\divxl]+", m[more])]
    starts = [m.start(), *(start for start, _ in spans)]
    ends = [offset, *(end for _, end in spans[:-1]), m.end()]
    for moment, start, end in zip(moments, starts, ends, strict=True):
        out.append(Expression(start, end, "month" if unit == "month" else "quarter", moment, rule=f"{unit}s"))


MONTH = Family(
    "month",
    rf"""{_PART}(?P<mo_word>th[áảàãa]ng){S}(?P<mo>{TWO}){NO_COUNT}
    (?P<mo_more>(?:{_JOIN}\d\d?(?!\d)){{1,11}}(?={_OF_YEAR}{YEAR}))?
    (?:{_OF_YEAR}(?P<mo_year>{YEAR})(?!\d|/\w)|[\s,(]{{1,3}}(?:của[ ])?{RELATIVE_YEAR.format("mo_")})?""",
    _month,
    "word",
)


def _quarter(m: Match[str], out: list[Expression]) -> int:
    """*quý IV năm 2025*, *quý 3/2025*, *quý I*; *quý III, IV/2025* is one interval."""
    year = m["qu_year"]
    base = Moment(int(year) if year else None, quarter=_quarter_number(m["qu"]))
    shift = year_shift(m, "qu_")
    if m["qu_more"] is None:
        out.append(Expression(m.start(), m.end(), "quarter", base, shift=shift, rule="quarter"))
        return m.end()
    others = re.findall(rf"{_QUARTER}(?!\w)", m["qu_more"])
    _list(m, out, "quarter", [base, *(base._replace(quarter=_quarter_number(q)) for q in others)], "qu_more")
    return m.end()


def _quarter_number(printed: str) -> int:
    return ROMAN_QUARTERS.get(printed) or int(printed)


_QUARTER = r"(?:iv|iii|ii|i|1v|lv|lll|ll|il|li|l|[1-4])"
QUARTER = Family(
    "quarter",
    rf"""{_PART}quý{S}(?P<qu>{_QUARTER})(?!\w|\.\w)
    (?P<qu_more>(?:{_JOIN}{_QUARTER}(?!\w)){{1,3}})?
    (?:{_OF_YEAR}(?P<qu_year>{YEAR})(?!\d|/\w)|[\s,(]{{1,3}}(?:của[ ])?{RELATIVE_YEAR.format("qu_")})?""",
    _quarter,
    "word",
)


def _months_of_year(m: Match[str], out: list[Expression]) -> int:
    """*6 tháng đầu năm 2025* is a half; other runs are intervals: *10 tháng năm 2025*, *02 tháng cuối năm 2025*."""
    count = read_number(m["my_n"])
    which = m["my_which"] or "đầu"
    year = m["my_year"]
    shift = year_shift(m, "my_")
    if not 1 <= count <= 12 or (m["my_which"] is None and year is None):
        return m.end("my_n")
    moment = Moment(int(year) if year else None)
    if count == 6:
        moment = moment._replace(half=1 if which == "đầu" else 2)
        out.append(Expression(m.start(), m.end(), "half", moment, shift=shift, rule="half-year"))
        return m.end()
    first, last = (1, count) if which == "đầu" else (13 - count, 12)
    first_month, last_month = moment._replace(month=first), moment._replace(month=last)
    out.append(Expression(m.start(), m.end(), "month", first_month, last_month, shift=shift, rule="months-of-year"))
    return m.end()


MONTHS_OF_YEAR = Family(
    "months_of_year",
    rf"""(?<![/.,\d])(?P<my_n>\d\d?|{NUMERAL})\s{{1,3}}tháng
    (?: \s{{1,3}}(?P<my_which>đầu|cuối) )?
    (?: \s{{1,3}}(?:của[ ])?năm(?!\s{{1,3}}học) | (?={S}/{S}{YEAR}(?!\d)) )
    (?:
        (?:\s{{1,3}}|{S}/{S})(?P<my_year>{YEAR})(?!\d|[.,]\d)
      | (?<=năm)[ ](?:(?P<my_next>sau|tới)|(?P<my_last>trước)|(?P<my_same>nay))
    )?""",
    _months_of_year,
)


def _half(m: Match[str], out: list[Expression]) -> int:
    """*nửa đầu năm 2025*, *nửa cuối năm 2025*."""
    year = m["ha_year"]
    moment = Moment(int(year) if year else None, half=1 if m["ha_which"] == "đầu" else 2)
    out.append(Expression(m.start(), m.end(), "half", moment, rule="half-year"))
    return m.end()


HALF = Family(
    "half", rf"nửa[ ](?P<ha_which>đầu|cuối)[ ]năm(?![ ]học)(?:\s{{1,3}}(?P<ha_year>{YEAR})(?!\d))?", _half, "word"
)


def _span(m: Match[str], out: list[Expression]) -> int:
    """*giai đoạn 2021 - 2025*, *nhiệm kỳ 2020-2025*, *năm học 2022-2023*, *5 năm 2016-2020*, *(1981 - 1985)*."""
    head = m["sp_head"] or ""
    school = head.startswith(("năm học", "niên học"))
    connector = m["sp_conn"].strip()
    first, last = int(m["sp_first"]), _second_year(m["sp_first"], m["sp_last"])
    if m["sp_head"] is None and (len(m["sp_last"]) < 4 or connector in ("/", "")):
        return m.end("sp_first")
    accepted = first < last <= first + 100 and (
        connector not in ("", "/") or ((school or head.startswith("niên")) and last - first < 6)
    )
    if not accepted:
        if head.startswith("năm"):
            out.append(Expression(m.start(), m.end("sp_first"), "year", Moment(first), rule="year"))
        return m.end("sp_first")
    out.append(
        Expression(
            m.start(), m.end(), "school_year" if school else "span", Moment(first), Moment(last),
            term=head.startswith(("nhiệm", "khóa")), rule="span-of-years", weak=not head and connector not in ("-",),
        )
    )  # fmt: skip
    return m.end()


def _second_year(first: str, printed: str) -> int:
    return int(printed) if len(printed) == 4 else int(first[:2] + printed)


SPAN = Family(
    "span",
    rf"""(?:
        (?P<sp_head>giai\s{{1,2}}đoạn|nhiệm\s{{1,2}}k[ỳì]|thời\s{{1,2}}k[ỳì]|năm\s{{1,2}}học
            |niên[ ](?:khóa|độ|vụ|học)|chu[ ]k[ỳì]|năm|khóa|(?:\d\d?|{NUMERAL})(?:[ ]?\(\d\d?\))?[ ]năm)
        (?:\s{{0,3}}[:(]\s?|\s{{1,3}}) (?:(?:\d\d?|{NUMERAL})[ ]năm[\s(]{{1,2}})? (?:từ\s)?(?:năm[ ])?
    )?
    (?<![/.\d\-])(?<!\d,)(?P<sp_first>{YEAR})
    (?P<sp_conn>{S}(?:-|/|đến(?:\shết)?|tới){S}|[ ]) (?:năm\s{{1,2}})? (?P<sp_last>{YEAR}|\d\d)(?!\w|/\w|-\w|[.,]\d)""",
    _span,
)


def _school_year(m: Match[str], out: list[Expression]) -> int:
    """*năm học 2023*: named after the year it starts in."""
    year = int(m["sc_year"])
    out.append(Expression(m.start(), m.end(), "school_year", Moment(year), Moment(year + 1), rule="school-year"))
    return m.end()


SCHOOL_YEAR = Family("school_year", rf"năm\s{{1,2}}học\s{{1,3}}(?P<sc_year>{YEAR})(?!\d)", _school_year, "word")


def _year(m: Match[str], out: list[Expression]) -> int:
    """*năm 2026*, *cuối năm 1982*, *năm ngân sách 2026*; *năm 2024, 2025 và 2026* are three."""
    out.append(Expression(m.start(), m.end("ye"), "year", Moment(int(m["ye"])), rule="year"))
    for more in re.finditer(YEAR, m["ye_more"] or ""):
        start = m.start("ye_more") + more.start()
        out.append(Expression(start, start + 4, "year", Moment(int(more[0])), rule="year"))
    return m.end()


_CAN = "giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý"
_CHI = "tý|tí|sửu|dần|mão|mẹo|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi"
YEAR_NAMED = Family(
    "year",
    rf"""{_PART}năm{S}(?:(?:ngân[ ]sách|tài[ ]chính|kế[ ]hoạch|dương[ ]lịch|(?:{_CAN})[ ](?:{_CHI})(?:[ ]-)?)[ ])?
    (?P<ye>{YEAR})(?!\d|[.,]\d|/[^\W\d])
    (?P<ye_more>(?:\s{{0,2}}(?:,|và|,\s?và)\s{{1,2}}{YEAR}(?!\w|[.,/\-]\d|[ ]?-[ ]?\d)){{1,9}})?""",
    _year,
    "word",
)


def _weak_month(m: Match[str], out: list[Expression]) -> int:
    """*11/2018* and *2030* without their unit word: dates only after the right words or beside another date."""
    month = m["wm_month"]
    moment = Moment(int(m["wm_year"]), int(month) if month else None)
    if moment.exists:
        unit = "month" if month else "year"
        out.append(Expression(m.start(), m.end(), "month" if month else "year", moment, weak=True, rule=f"{unit}-bare"))
    return m.end()


BARE = Family(
    "bare",
    rf"(?<![/.\d\-])(?<!\d,)(?:(?P<wm_month>\d\d?)[/\-])?(?P<wm_year>{YEAR})(?!\w|[/.,\-]\d|/\w|-[^\W\d])",
    _weak_month,
    "digit",
)

FAMILIES = (SPAN, SCHOOL_YEAR, MONTH, QUARTER, HALF, MONTHS_OF_YEAR, YEAR_NAMED, BARE)
