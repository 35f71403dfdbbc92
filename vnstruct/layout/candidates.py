"""Where labels are looked for: in the text and its annexes, outside quotations of other documents."""

from __future__ import annotations

from bisect import bisect_right

from vnstruct.layout.blocks import Cut
from vnstruct.layout.labels import Label, inline_labels, label_of
from vnstruct.layout.paragraphs import Wrapping
from vnstruct.layout.quotes import quoted_spans
from vnstruct.layout.rows import Row
from vnstruct.layout.sections import can_start_sentence
from vnstruct.schema import BlockKind

_LABELLED = frozenset({"body", "closing", "grounds", "appendix"})
_LONG_ROW = 60
"""Shorter rows hold no enumeration."""


def candidates_of(
    text: str, rows: list[Row], parts: list[BlockKind], cuts: list[Cut], wrapping: Wrapping
) -> tuple[list[Label], list[bool]]:
    """The labels in text order, and for each row whether a unit can start there."""
    quotations = quoted_spans(text)
    quotation_starts = [start for start, _ in quotations]

    def quoted(position: int) -> bool:
        place = bisect_right(quotation_starts, position) - 1
        return place >= 0 and quotations[place][1] > position

    text_inside = {start for start, kind in cuts if kind == "body"}
    labels: list[Label] = []
    clean: list[bool] = []
    previous: Row | None = None
    for index, (row, part) in enumerate(zip(rows, parts, strict=True)):
        clean.append(previous is None or row.gap or can_start_sentence(previous.text, wrapping.full(previous)))
        flattened = part not in _LABELLED and any(row.start < cut < row.end for cut in text_inside)
        if part in _LABELLED or flattened:
            found = [] if flattened else _opening(row, index)
            if len(row.text) > _LONG_ROW:
                found += inline_labels(row, index)
            labels += [label for label in found if not quoted(label.start)]
        if part != "boilerplate":
            previous = row
    return labels, clean


def _opening(row: Row, index: int) -> list[Label]:
    """The label at the start of a row, and the one right behind it (*1. a) …*, *Điều 1. 1. …*)."""
    first = label_of(row, index)
    if first is None:
        return []
    if first.content >= row.end:
        return [first]
    rest = row._replace(start=first.content, text=row.text[first.content - row.start :])
    second = label_of(rest, index)
    nested = second is not None and second.style != first.style and second.value == 1
    return [first, second] if nested and second else [first]
