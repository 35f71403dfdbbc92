"""The date of the document itself: the anchor of everything that is not printed in full."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from vnstruct.analysis import Analysis
from vnstruct.dates.calendar_values import extent
from vnstruct.dates.expression import Expression

_TOP = 4000
# *Lai Châu, ngày 19 tháng 11 năm 2025*, alone or behind the number of the document
_PLACE = re.compile(
    r"(?:^|[\n|\t]|\s{3})\s*[^\n|,;:.\d]{2,40},\s{0,12}$|[^\n]{0,80}\d[^\n,;]{0,40}\s[^\n,;:.\d]{2,30},\s{0,4}$"
)
_PUBLISHED = re.compile(
    r"(?:(?:ngày|giờ|thời gian) (?:đăng|xuất bản|phát hành)[^\n:]{0,20}|đăng (?:ngày|lúc)|cập nhật(?: lúc| ngày)?)"
    r"\s?:?[\s*]*$"
)
_LINE_START = re.compile(r"(?:^|\n)[\s|]*(?:(?:thứ\s\S+|chủ\snhật)[\s,]{1,3})?(?:ngày\s)?$")
_LINE_END = re.compile(r"[\s|]*(?:\[?\(?gmt[^\n]{0,10})?(?:\n|$)")
_STAMPS = ("day-figures", "time-stamp", "day-iso", "time")


def find_date_line(analysis: Analysis, low: str, found: list[Expression]) -> Expression | None:
    """The expression that dates the document: where layout read it, else the first that looks like a date line."""
    field = analysis.layout.fields.get("date")
    if field is not None:
        inside = [e for e in found if e.start < field.end and field.start < e.end]
        for expression in inside:
            _take_day(expression, field.value)
        # *ngày 05 tháng † năm 2020*: of the pieces of a damaged line, the one with the year
        return next((e for e in inside if e.first.year is not None), inside[0] if inside else None)
    top = [e for e in found if e.start < _TOP and e.last is None and e.first.year is not None]
    for expression in top:
        written = expression.rule in ("day-written", "day-blank") and low.startswith("ng", expression.start)
        if written and _PLACE.search(low[max(0, expression.start - 130) : expression.start]):
            return expression
    return next((e for e in top if e.unit == "day" and is_published(low, e)), None)


def _take_day(expression: Expression, value: str) -> None:
    """The day as layout read it, where a recogniser spoilt one of its figures: *ngày {5 tháng 3* is the 15th."""
    first = expression.first
    if len(value) == len("2024-03-15") and first.day is not None and first.value[:8] == value[:8]:
        expression.first = first._replace(day=int(value[8:]))


def is_draft_line(low: str, expression: Expression) -> bool:
    """The date line of a draft attached to the document: *Lâm Đồng, ngày   tháng 4 năm 2026*."""
    left = low[max(0, expression.start - 130) : expression.start]
    return expression.rule == "day-blank" and _PLACE.search(left) is not None


def is_published(low: str, expression: Expression) -> bool:
    """The stamp of a web page near its top: *Ngày đăng: …*, or figures alone on their line."""
    if expression.start > _TOP or expression.unit != "day":
        return False
    left = low[max(0, expression.start - 50) : expression.start]
    if _PUBLISHED.search(left):
        return True
    alone = _LINE_START.search(left) is not None and _LINE_END.match(low, expression.end) is not None
    return alone and expression.rule in _STAMPS


def is_piece(analysis: Analysis, expression: Expression, issue: Expression | None) -> bool:
    """Whether it is another piece of the damaged date line."""
    field = analysis.layout.fields.get("date")
    if field is None or issue is None or expression is issue:
        return False
    return field.start <= expression.start and expression.end <= field.end


class Anchor(NamedTuple):
    """The days that missing parts are counted from: the first that the date line allows, and the most likely one."""

    first: date
    likely: date


def anchor_of(analysis: Analysis, issue: Expression | None) -> Anchor | None:
    """The date of the document; when only its year is known, its first day and its middle."""
    field = analysis.layout.fields.get("date")
    value = field.value if field is not None else issue.value if issue is not None else ""
    earliest, latest = extent(value)
    if earliest is None or latest is None:
        return None
    return Anchor(earliest, earliest if (latest - earliest).days < 40 else date(earliest.year, 6, 30))
