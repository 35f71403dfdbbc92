"""Where dates are none: page furniture, document numbers, names of laws, stamps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from vnstruct.analysis import Analysis
from vnstruct.dates.citations import DocumentTypes
from vnstruct.dates.dateline import is_published
from vnstruct.dates.expression import Expression

_STAMP = re.compile(
    r"thời\sgian\ský:?\s*$|ký\s(?:số\s)?(?:lúc|bởi)[^\n]{0,60}$|(?<!ngày )(?:ban hành|cập nhật|hiệu lực): ?$"
)
_ZONE = re.compile(r"[\s\S]{0,12}?\+0\d:?00")


class _Stretch(NamedTuple):
    """A stretch without dates: page furniture, the number of a document, or the name of a law (without years only)."""

    start: int
    end: int
    kind: Literal["page", "number", "law"]


def outside_quiet(analysis: Analysis, low: str, found: list[Expression], types: DocumentTypes) -> Iterator[Expression]:
    """The expressions that do not lie in a quiet stretch."""
    stretches = _stretches(analysis, types)
    undated = "date" not in analysis.layout.fields
    index = 0
    current: list[_Stretch] = []
    for expression in found:
        while index < len(stretches) and stretches[index].start <= expression.start:
            current.append(stretches[index])
            index += 1
        current = [stretch for stretch in current if stretch.end > expression.start]
        silenced = any(expression.end <= stretch.end and _silences(stretch, low, expression) for stretch in current)
        # a page whose date layout did not find may still print it in its furniture
        if not silenced or (undated and is_published(low, expression)):
            yield expression


def _silences(stretch: _Stretch, low: str, expression: Expression) -> bool:
    if stretch.kind == "law":
        return expression.unit in ("year", "span")
    # whatever else a mention holds, *ngày* is not in the number
    return stretch.kind == "page" or not low.startswith("ngày", expression.start)


def is_stamp(low: str, expression: Expression) -> bool:
    """A digital signature's (*Thời gian ký: 26.03.2021 16:47:53 +07:00*), or in a portal's list (*Cập nhật: …*)."""
    left = low[max(0, expression.start - 80) : expression.start]
    if ("ký" in left or left.rstrip().endswith(":")) and _STAMP.search(left) is not None:
        return True
    return "+" in low[expression.end : expression.end + 13] and _ZONE.match(low, expression.end) is not None


def _stretches(analysis: Analysis, types: DocumentTypes) -> list[_Stretch]:
    """Page furniture, the numbers of documents, and the names of laws (whose year is part of the name)."""
    printed = analysis.layout.fields.get("date")
    stretches = [
        _Stretch(block.start, block.end, "page")
        for block in analysis.layout.blocks
        # the line with the date of publication is furniture, its date is not
        if block.kind == "boilerplate" and not (printed and block.start <= printed.start < block.end)
    ]
    stretches.extend(
        _Stretch(mention.start, mention.end, "number" if mention.kind == "numbered" else "law")
        for mention in analysis.references.mentions
        # the years in the titles of plans and schemes are periods
        if mention.kind == "numbered" or mention.doc_type in types.named_by_year
    )
    return sorted(stretches)
