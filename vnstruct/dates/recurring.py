"""Lengths that are recurrences by their company: *định kỳ 6 tháng*, *định kỳ 3 tháng, 6 tháng hoặc 12 tháng*."""

from __future__ import annotations

import re

from vnstruct.dates.expression import Expression
from vnstruct.dates.lengths import every

_PERIODIC = re.compile(r"(?<!\w)(?:định kỳ|theo kỳ)(?:\s(?:là|theo|mỗi|cứ|ít nhất|tối thiểu))?\s(?:báo cáo\s)?$")
# *báo cáo 6 tháng trước ngày 15/6*, not *báo cáo 6 tháng thực hiện*
_REPORTED = re.compile(r"(?<!\w)(?:báo cáo|sơ kết)\s(?:quý,\s|tháng,\s){0,2}$")
_REPORT_DUE = re.compile(r"\s?[(,]|\s(?:trước|và|chậm|gửi)(?!\w)")
# *báo cáo 6 tháng, hằng năm*: a length beside a recurrence is one
_CHAIN = re.compile(r"\s{0,2}(?:,|và|hoặc|;|/|,\s?và|,\s?hoặc)\s{1,3}(?:(?:định[ ]kỳ|báo[ ]cáo)\s)?")
_LENGTH = re.compile(r"P(\d+)([DWMY])")
_UNITS = {"D": "ngày", "W": "tuần", "M": "tháng", "Y": "năm"}


def repeat(low: str, found: list[Expression]) -> None:
    """Turn lengths into recurrences where the words around them say so.

    >>> from vnstruct.dates.scan import scan
    >>> low = "định kỳ 3 tháng, 6 tháng và hằng năm"
    >>> found = scan(low)
    >>> repeat(low, found)
    >>> [expression.value for expression in found]
    ['XXXX-QX', 'XXXX-HX', 'XXXX']
    """
    for index, expression in enumerate(found):
        if expression.unit == "length" and _is_periodic(low, expression):
            _turn(expression)
        elif index and expression.unit == "length" and found[index - 1].unit == "every":
            left = found[index - 1]
            if _CHAIN.fullmatch(low, left.end, expression.start):
                _turn(expression)
    for left, right in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if left.unit == "length" and right.unit == "every" and _CHAIN.fullmatch(low, left.end, right.start):
            _turn(left)


def _is_periodic(low: str, expression: Expression) -> bool:
    left = low[max(0, expression.start - 40) : expression.start]
    if _PERIODIC.search(left):
        return True
    regular = expression.fixed in ("P3M", "P6M")
    return regular and _REPORTED.search(left) is not None and _REPORT_DUE.match(low, expression.end) is not None


def _turn(expression: Expression) -> None:
    m = _LENGTH.fullmatch(expression.fixed or "")
    if m is None:
        return
    expression.unit, expression.rule = "every", "every"
    expression.fixed = every(int(m[1]), _UNITS[m[2]])
    expression.recurring = True
    expression.weak = False


_YEARLY = re.compile(r"(?:(?:hằng|hàng) năm[^.;]{0,60}|định kỳ[^.;]{0,120})$")
_MONTHLY = re.compile(r"(?:hằng|hàng) tháng[^.;]{0,60}$")


def comes_back(expression: Expression, left: str) -> bool:
    """Whether the clause before says that the day repeats.

    *Định kỳ hằng năm (trước ngày 30 tháng 11) báo cáo*, *hằng tháng (trước ngày 20)*.
    """
    if expression.unit == "day" and expression.first.month is None:
        return _MONTHLY.search(left) is not None
    return expression.unit in ("day", "month", "quarter") and _YEARLY.search(left) is not None
