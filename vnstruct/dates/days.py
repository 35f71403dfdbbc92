"""Days: written out, in figures, several at once, half blank, or repeating within the month."""

from __future__ import annotations

import re
from re import Match

from vnstruct.dates.calendar_values import Moment
from vnstruct.dates.expression import Expression, Family
from vnstruct.dates.fragments import (
    DAY_WORD,
    EACH,
    JUNK,
    MONTH_WORD,
    NO_COUNT,
    RELATIVE_YEAR,
    SCANNED_YEAR,
    TWO,
    YEAR,
    YEAR_WORD,
    S,
    number,
    year_shift,
)

_MONTH_NAMES = {
    "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12,
}  # fmt: skip
_NAMES = "mười[ ](?:một|hai)|" + "|".join(name for name in _MONTH_NAMES if " " not in name)
_MARK = rf"{DAY_WORD}{S}(?:m[ồù]ng[ ])?"
_DIGIT_GUARD = r"(?<![/.\d])(?<!\d,)"
# what may follow a date in figures: not one more part, not the rest of a document number (12/10/2020/NĐ-CP)
_END = r"(?!\w|/\w|\.\d|-[^\W\d])"


def _written(m: Match[str], out: list[Expression]) -> int:
    """*ngày 05 tháng 3 năm 2020*, *ngày l6 tháng 4 năm 2021*, *30 tháng 4 năm 1975*, *ngày 21 tháng 12*."""
    name = m["w_name"]
    month = number(m["w_month"]) if name is None else _MONTH_NAMES[name]
    year = m["w_year"] or m["w_year2"]
    shift = year_shift(m, "w_")
    marked = m["w_mark"] is not None
    out.append(
        Expression(
            m.start(), m.end(), "day", Moment(number(year) if year else None, month, number(m["w_day"])),
            shift=shift, weak=not (marked or year or shift is not None), rule="day-written",
        )
    )  # fmt: skip
    return m.end()


WRITTEN = Family(
    "written",
    rf"""{_DIGIT_GUARD}(?P<w_mark>{_MARK})?(?P<w_day>{TWO}){JUNK}(?:của\s)?{MONTH_WORD}{S}
    (?:(?P<w_month>{TWO})|(?P<w_name>{_NAMES})(?=\s{{1,3}}năm\s{{1,3}}{YEAR})){NO_COUNT}
    (?:
        [\s,/.(\-]{{0,4}}{YEAR_WORD}{S}(?P<w_year>{SCANNED_YEAR})
      | [ ,/.\-]{{1,3}}(?P<w_year2>{YEAR})(?![\d/])
      | [\s,(]{{1,3}}(?:của[ ])?{RELATIVE_YEAR.format("w_")}
    )?""",
    _written,
)


def _blank(m: Match[str], out: list[Expression]) -> int:
    """*ngày    tháng 10 năm 2020*, *ngày   /11/2025*: a form whose day is still to be filled in."""
    month = m["b_month"] or m["b_month2"]
    moment = Moment(int(m["b_year"] or m["b_year2"]), number(month) if month else None)
    out.append(Expression(m.start(), m.end(), "month" if month else "year", moment, rule="day-blank"))
    return m.end()


_GAP = r"[\s._…]{0,60}"
BLANK = Family(
    "blank",
    rf"""{DAY_WORD}{_GAP}(?:
        {MONTH_WORD}{_GAP}(?:(?P<b_month>{TWO}){_GAP})?{YEAR_WORD}{S}(?P<b_year>{YEAR})(?!\d)
      | /[ ]?(?P<b_month2>\d\d?)/(?P<b_year2>{YEAR})(?!\d)
    )""",
    _blank,
    "word",
)


# *1-2 năm*, *10-20 ngày*: amounts
_COUNTED = re.compile(r"\s{1,2}(?:ngày(?!\s\d)|tháng|giờ|tuần|phút|lần|năm(?!\s\d))")


def _figures(m: Match[str], out: list[Expression]) -> int:
    """*ngày 01/11/2018*, *16.11.1988*, *24/5*, *ngày 24/5 năm 2024*, *ngày 24/12/96*."""
    marked = m["f_mark"] is not None
    full = m["f_year"] or m["f_year2"]
    short = m["f_short"]
    shift = year_shift(m, "f_")
    separator = m["f_sep"].strip()
    moment = Moment(number(full) if full else None, number(m["f_month"]), number(m["f_day"]))
    weak = not marked and not full and shift is None
    if not marked and m.string.endswith("/ngày ", 0, m.start()):
        # *CÔNG BÁO/Số 503 + 504/Ngày 01-7-2022*: the running head of the gazette
        return m.end()
    if (not full and not short and separator == ".") or (
        not marked and (short or (m["f_sep2"] or separator).strip() != separator)
    ):
        # 24/12/96, 1.2 and 01-2/2020 without *ngày* are anything: sections, scores, amounts, numbers
        return m.end()
    if weak and (not moment.exists or _COUNTED.match(m.string, m.end())):
        return m.start("f_month")
    expression = Expression(m.start(), m.end(), "day", moment, shift=shift, weak=weak, rule="day-figures")
    if short:
        # the century needs the date of the document: kept as year 0-99 until it is known
        expression.first = moment._replace(year=int(short))
    out.append(expression)
    return m.end()


FIGURES = Family(
    "figures",
    rf"""{_DIGIT_GUARD}(?P<f_mark>{_MARK})?
    (?P<f_day>\d\d?|[lo]\d|l)(?P<f_sep>[ ]?[/.\-][ ]?)(?P<f_month>\d\d?|l[0-2])(?!\d)
    (?:
        (?P<f_sep2>[ ]?[/.\-][ ]?)(?P<f_year>{YEAR})(?!\d|/\w|\.\d|-[^\W\d])
      | (?P=f_sep)(?P<f_short>\d\d)(?![\d/\-]|[.,]\d)
      | {S}[,(]?{S}năm{S}(?P<f_year2>{YEAR})(?!\d)
      | [\s,(]{{1,3}}(?:của[ ])?{RELATIVE_YEAR.format("f_")}
    )?(?:(?<=\d{{4}})|{_END})""",
    _figures,
)


def _iso(m: Match[str], out: list[Expression]) -> int:
    """*2025-11-28*, as digital signatures and exports print it."""
    moment = Moment(int(m["iso_y"]), int(m["iso_m"]), int(m["iso_d"]))
    out.append(Expression(m.start(), m.end(), "day", moment, rule="day-iso"))
    return m.end()


ISO = Family("iso", rf"(?<![\d\-/.])(?P<iso_y>{YEAR})-(?P<iso_m>[01]\d)-(?P<iso_d>[0-3]\d)(?![\d\-/])", _iso, "digit")


def _several(m: Match[str], out: list[Expression]) -> int:
    """*ngày 16-20/11/2025*, *ngày 12 đến 14 tháng 3 năm 1952* are one interval; so are days that follow each other
    (*ngày 07 và 08/7/2021*); others (*ngày 15 và 25/3*) are dates of their own."""
    numbers = [number.span() for number in _NUMBER.finditer(m.string, *m.span("s_days"))] + [m.span("s_last")]
    days = [int(m.string[start:end]) for start, end in numbers]
    if days != sorted(set(days)) or not 1 <= days[0] <= days[-1] <= 31:
        return m.start("s_last")
    year = m["s_year"] or m["s_year2"]
    base = Moment(number(year) if year else None, number(m["s_month"] or m["s_month2"]))
    weak = m["s_mark"] is None and not year
    through = m["s_conn"].strip() in ("-", "đến", "đến hết", "tới")
    if m["s_mark2"] is None and (through or days[-1] - days[0] == len(days) - 1):
        first, last = base._replace(day=days[0]), base._replace(day=days[-1])
        out.append(Expression(m.start(), m.end(), "day", first, last, weak=weak, rule="days"))
        return m.end()
    starts = [m.start(), *(start for start, _ in numbers[1:])]
    ends = [*(end for _, end in numbers[:-1]), m.end()]
    if m["s_mark2"] is not None:
        starts[-1] = m.start("s_mark2")
    for day, start, end in zip(days, starts, ends, strict=True):
        out.append(Expression(start, end, "day", base._replace(day=day), weak=weak, rule="days"))
    return m.end()


_NUMBER = re.compile(r"\d+")
SEVERAL = Family(
    "several",
    rf"""{_DIGIT_GUARD}(?:(?P<s_mark>ngày\s{{1,3}})|(?=\d\d?[ ]?(?:-|đến|tới)))
    (?P<s_days>\d\d?(?:[ ]?[,;][ ]?\d\d?){{0,8}})(?P<s_conn>\s{{0,2}}(?:-|đến(?:[ ]hết)?|tới|và|,|hoặc|&)\s{{0,2}})
    (?P<s_mark2>ngày\s{{1,3}})?(?P<s_last>\d\d?)
    (?:
        \s{{1,3}}tháng{S}(?P<s_month>{TWO}){NO_COUNT}(?:[\s,/.(\-]{{0,4}}(?:năm{S})?(?P<s_year>{YEAR})(?!\d))?
      | [ ]?[/.][ ]?(?P<s_month2>[01]?\d)(?!\d)(?:[ ]?[/.\-][ ]?(?P<s_year2>{YEAR})(?!\d))?
    ){_END}""",
    _several,
)


def _monthly(m: Match[str], out: list[Expression]) -> int:
    """*ngày 25 hằng tháng*, *ngày 20 của tháng cuối quý*: a day that comes back; *ngày 1 và 15 hằng tháng* are two;
    *ngày 15* waits for its month."""
    repeats = m["o_tail"] is not None
    numbers = [m.span("o_day")]
    if repeats and m["o_more"]:
        numbers.extend(n.span() for n in _NUMBER.finditer(m.string, *m.span("o_more")))
    days = [int(m.string[start:end]) for start, end in numbers]
    if not all(1 <= day <= 31 for day in days) or ("\n" in m[0] and not repeats):
        return m.end()
    starts = [m.start(), *(start for start, _ in numbers[1:])]
    ends = [*(end for _, end in numbers[:-1]), m.end()]
    rule = "day-monthly" if repeats else "day-alone"
    for day, start, end in zip(days, starts, ends, strict=True):
        out.append(Expression(start, end, "day", Moment(day=day), recurring=repeats, rule=rule))
    return m.end()


_WHICH = (
    r"(?:đầu(?:[ ]tiên)?|cuối(?:[ ]cùng)?|sau|kế[ ]tiếp|tiếp[ ]theo|liền[ ]kề|trước|báo[ ]cáo|thuộc[ ]kỳ[ ]báo[ ]cáo"
    r"|kết[ ]thúc)"
)
ALONE = Family(
    "alone",
    rf"""(?<!mỗi[ ])(?<!một[ ])(?<!hằng[ ])(?<!hàng[ ])(?<!/)(?<!\d[ ])
    ngày\s{{1,3}}(?P<o_day>[0-3]?\d)
    (?![\w/]|[.,\-]\d|\s{{1,2}}(?:giờ|lần|lượt|người|buổi|ca|tấn|%)|\s{{0,3}}[^\w\s,]{{1,3}}\s{{0,3}}tháng)
    (?![\s,]{{1,3}}tháng\s{{1,3}}(?:giêng|chạp|\d))
    (?P<o_more>(?:\s?(?:,|và|,\s?và)\s?\d\d?){{0,4}}(?=\s(?:{EACH}|của|các)\s))?
    (?P<o_tail>
        (?:\s(?:của|trong))?(?:\s(?:{EACH}|từng|các))?\stháng(?!\w|\s{{0,2}}\d|\W{{0,6}}năm)
        (?:\s{_WHICH}){{0,2}}
        (?:\s(?:của\s)?(?:(?:{EACH}|từng)\s)?(?:kỳ|quý)(?![ ][\divx])(?:\s{_WHICH})?)?
    )?""",
    _monthly,
    "word",
)

FAMILIES = (SEVERAL, WRITTEN, BLANK, FIGURES, ISO, ALONE)
