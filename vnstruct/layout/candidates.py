"""Where labels are looked for: in the text and its annexes, outside quotations of other documents."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter

from vnstruct.layout.blocks import Cut
from vnstruct.layout.cues import Cues
from vnstruct.layout.fold import UPPER
from vnstruct.layout.inline import inline_labels, weak_labels
from vnstruct.layout.labels import Label, label_of, may_be_label
from vnstruct.layout.paragraphs import Wrapping
from vnstruct.layout.quotes import quoted_spans
from vnstruct.layout.rows import Row, is_table_row
from vnstruct.layout.sections import Start, start_after
from vnstruct.schema import BlockKind

_LABELLED = frozenset({"body", "closing", "grounds", "appendix"})
_HANGING = re.compile(r"[.;:)]\s((?:Điều\s)?\d{1,2}\.|[a-zđ]\))\Z")
_DIGITAL = re.compile(r"\bsố\Z")
_FIRST = re.compile(rf"(?:\d{{1,2}}\.|\d\.\d\.|[a-zđ]\))\s+[{UPPER}]")
"""*Phát triển chính quyền số / a) Việc …*: here *số* is no word that a number follows."""
_ARTICLE = "Điều"
_SPLIT_WORDS = frozenset({"ĐIỀU", "Chương", "CHƯƠNG", "Phần", "PHẦN", "Mục", "MỤC"})
"""*Điều* alone on its row is read at its number, whatever stands before it on the row."""
_SHORTEST_HEADING = 12
_LONG_ROW = 60
"""Shorter rows hold no enumeration."""


def candidates_of(
    text: str, rows: list[Row], parts: list[BlockKind], cuts: list[Cut], wrapping: Wrapping, cues: Cues
) -> tuple[list[Label], dict[int, Start]]:
    """The labels in text order, and for each row with a label what can start there."""
    quotations = quoted_spans(text)
    quotation_starts = [start for start, _ in quotations]

    def quoted(position: int) -> bool:
        place = bisect_right(quotation_starts, position) - 1
        return place >= 0 and quotations[place][1] > position

    text_inside = {start for start, kind in cuts if kind == "body"}
    labels: list[Label] = []
    starts: dict[int, Start] = {}
    previous: Row | None = None
    split_before = in_table = False
    for index, (row, part) in enumerate(zip(rows, parts, strict=True)):
        goes_on = in_table and not row.gap and text[row.start - 2 : row.start] == "\t\t"
        in_table = goes_on or ("\t" in row.text and is_table_row(row.text))
        split = row.text.endswith(_ARTICLE) and _splits_word(rows, index)
        flattened = part not in _LABELLED and any(row.start < cut < row.end for cut in text_inside)
        if in_table and (goes_on or _numbers_columns(row)):
            pass  # "\t\t3.1. Động sản: …": the form in a cell numbers what it asks for, under columns left empty
        elif part in _LABELLED or flattened:
            opens = not flattened and not split_before and may_be_label(row.text)
            found = _opening(text, rows, index) if opens else []
            if split:
                found += _split_label(text, rows, index)
            elif row.text[-1] in ".)":
                found += _hanging(rows, index)
            if len(row.text) > _LONG_ROW and not in_table:
                if inside := inline_labels(row, index) + weak_labels(row, index):
                    found = sorted(found + inside, key=_position)
            if found:
                starts[index] = _start(previous, row, wrapping, cues)
                labels += [label for label in found if not quoted(label.start)]
        split_before = split
        if part != "boilerplate":
            previous = row
    return labels, starts


_position = attrgetter("start")


def _start(previous: Row | None, row: Row, wrapping: Wrapping, cues: Cues) -> Start:
    """What can start at a row, by the row before it."""
    if previous is None or row.gap:
        return Start(clean=True, barred=False, caps=_is_heading(row))
    full = wrapping.full(previous)
    start = start_after(previous.text, wrapped_full=full, dangling=cues.dangling)
    barred = start.barred and not (_DIGITAL.search(previous.text) and _FIRST.match(row.text))
    return Start(start.clean, barred, _is_heading(row))


def _numbers_columns(row: Row) -> bool:
    """Whether a row of a table only counts its columns: *(1) | (2) | (3)*."""
    return all(cell.strip(" ()[]").isdigit() for cell in row.text.split("\t") if cell.strip())


def _is_heading(row: Row) -> bool:
    """Whether a row is a heading in capitals, rather than scraps of a drawing (*V- E.**)."""
    return row.caps and len(row.text) >= _SHORTEST_HEADING and " " in row.text


def _splits_word(rows: list[Row], index: int) -> bool:
    """Whether the word of an article that ends a row has its number on the next: *… quy định. Điều / 4. …*."""
    text = rows[index].text
    if index + 1 >= len(rows):
        return False
    before = text[: -len(_ARTICLE)].rstrip()
    return (not before or before.endswith((".", ";", ")", ":"))) and rows[index + 1].text[0].isdigit()


def _split_label(text: str, rows: list[Row], index: int) -> list[Label]:
    """The article whose word ends a row."""
    row = rows[index]
    start, end = row.end - len(_ARTICLE), rows[index + 1].end
    printed = text[start:end].replace("\n", " ")
    label = label_of(row._replace(start=start, end=end, text=printed), index)
    return [label._replace(inline=True)] if label and label.style == "article" else []


def _hanging(rows: list[Row], index: int) -> list[Label]:
    """The label that hangs at the end of a row, its text on the next: *… thực hiện. 2. / Giao Sở Y tế …*."""
    row = rows[index]
    text = row.text
    may_hang = text[-1] == ")" or text[-2:-1].isdigit()
    found = _HANGING.search(text[-16:]) if may_hang else None
    if not found or index + 1 >= len(rows) or not rows[index + 1].text[0].isupper():
        return []
    start = row.end - len(found[1])
    label = label_of(row._replace(start=start, text=found[1]), index)
    return [label._replace(inline=True)] if label else []


def _opening(text: str, rows: list[Row], index: int) -> list[Label]:
    """The label at the start of a row, and the one right behind it (*1. a) …*, *Điều 1. 1. …*)."""
    row = rows[index]
    if row.text in _SPLIT_WORDS and index + 1 < len(rows) and rows[index + 1].text[0] in "0123456789IVX":
        # the word and its number on two rows: "Điều / 1. Công bố …"
        end = rows[index + 1].end
        row = row._replace(end=end, text=text[row.start : end].replace("\n", " "))
    first = label_of(row, index)
    if first is None:
        return []
    rest = row.text[first.content - row.start :]
    if not may_be_label(rest):
        return [first]
    second = label_of(row._replace(start=first.content, text=rest), index)
    nested = second is not None and second.style != first.style and second.value == 1
    return [first, second] if nested and second else [first]
