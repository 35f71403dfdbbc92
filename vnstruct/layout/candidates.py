"""Where labels are looked for: in the text and its annexes, outside quotations of other documents."""

from __future__ import annotations

import re
from bisect import bisect_right

from vnstruct.layout.blocks import Cut
from vnstruct.layout.cues import Cues
from vnstruct.layout.fold import UPPER
from vnstruct.layout.inline import inline_labels, weak_labels
from vnstruct.layout.labels import Label, label_of
from vnstruct.layout.paragraphs import Wrapping
from vnstruct.layout.quotes import quoted_spans
from vnstruct.layout.rows import Row
from vnstruct.layout.sections import Start, start_after
from vnstruct.schema import BlockKind

_LABELLED = frozenset({"body", "closing", "grounds", "appendix"})
_HANGING = re.compile(r"[.;:)]\s((?:Điều\s)?\d{1,2}\.|[a-zđ]\))\Z")
_DIGITAL = re.compile(r"\bsố\Z")
_FIRST = re.compile(rf"(?:\d{{1,2}}\.|\d\.\d\.|[a-zđ]\))\s+[{UPPER}]")
"""*Phát triển chính quyền số / a) Việc …*: here *số* is no word that a number follows."""
_SPLIT_WORDS = frozenset({"Điều", "ĐIỀU", "Chương", "CHƯƠNG", "Phần", "PHẦN", "Mục", "MỤC"})
_SHORTEST_HEADING = 12
_LONG_ROW = 60
"""Shorter rows hold no enumeration."""


def candidates_of(
    text: str, rows: list[Row], parts: list[BlockKind], cuts: list[Cut], wrapping: Wrapping, cues: Cues
) -> tuple[list[Label], list[Start]]:
    """The labels in text order, and for each row what can start there."""
    quotations = quoted_spans(text)
    quotation_starts = [start for start, _ in quotations]

    def quoted(position: int) -> bool:
        place = bisect_right(quotation_starts, position) - 1
        return place >= 0 and quotations[place][1] > position

    text_inside = {start for start, kind in cuts if kind == "body"}
    labels: list[Label] = []
    starts: list[Start] = []
    previous: Row | None = None
    for index, (row, part) in enumerate(zip(rows, parts, strict=True)):
        if previous is None or row.gap:
            starts.append(Start(clean=True, barred=False, caps=_is_heading(row)))
        else:
            full = wrapping.full(previous)
            start = start_after(previous.text, wrapped_full=full, dangling=cues.dangling)
            if start.barred and _DIGITAL.search(previous.text) and _FIRST.match(row.text):
                start = start._replace(barred=False)
            starts.append(start._replace(caps=_is_heading(row)))
        flattened = part not in _LABELLED and any(row.start < cut < row.end for cut in text_inside)
        if part in _LABELLED or flattened:
            found = [] if flattened or _split_word(rows, index - 1) else _opening(text, rows, index)
            found += _hanging(text, rows, index)
            if len(row.text) > _LONG_ROW:
                found = sorted(found + inline_labels(row, index) + weak_labels(row, index), key=lambda x: x.start)
            labels += [label for label in found if not quoted(label.start)]
        if part != "boilerplate":
            previous = row
    return labels, starts


def _is_heading(row: Row) -> bool:
    """Whether a row is a heading in capitals, rather than scraps of a drawing (*V- E.**)."""
    return row.caps and len(row.text) >= _SHORTEST_HEADING and " " in row.text


def _split_word(rows: list[Row], index: int) -> bool:
    """Whether a row ends with the word of an article whose number opens the next: *… quy định. Điều / 4. …*."""
    if index < 0 or index + 1 >= len(rows) or not rows[index].text.endswith("Điều"):
        return False
    before = rows[index].text[: -len("Điều")].rstrip()
    return (not before or before.endswith((".", ";", ")", ":"))) and rows[index + 1].text[0].isdigit()


def _hanging(text: str, rows: list[Row], index: int) -> list[Label]:
    """The label that hangs at the end of a row, its text on the next: *… thực hiện. 2. / Giao Sở Y tế …*."""
    row = rows[index]
    if _split_word(rows, index):
        start, end = row.end - len("Điều"), rows[index + 1].end
        printed = text[start:end].replace("\n", " ")
        label = label_of(row._replace(start=start, end=end, text=printed), index)
        return [label._replace(inline=True)] if label and label.style == "article" else []
    found = _HANGING.search(row.text[-16:]) if row.text[-1] in ".)" else None
    if not found or index + 1 >= len(rows) or not rows[index + 1].text[0].isupper():
        return []
    start = row.end - len(found[1])
    label = label_of(row._replace(start=start, text=found[1]), index)
    return [label._replace(inline=True)] if label else []


def _opening(text: str, rows: list[Row], index: int) -> list[Label]:
    """The label at the start of a row, and the one right behind it (*1. a) …*, *Điều 1. 1. …*)."""
    row = rows[index]
    if row.text in _SPLIT_WORDS - {"Điều"} and index + 1 < len(rows) and rows[index + 1].text[0] in "0123456789IVX":
        # the word and its number on two rows: "Điều / 1. Công bố …"
        end = rows[index + 1].end
        row = row._replace(end=end, text=text[row.start : end].replace("\n", " "))
    first = label_of(row, index)
    if first is None:
        return []
    if first.content >= row.end:
        return [first]
    rest = row._replace(start=first.content, text=row.text[first.content - row.start :])
    second = label_of(rest, index)
    nested = second is not None and second.style != first.style and second.value == 1
    return [first, second] if nested and second else [first]
