"""Tables that assign work: one row a task, columns for the work, who leads, who works along, and by when.

A table is a run of printed lines whose cells are parted by tabs or ``|``, below a line of column titles such as
*STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành*.
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from vnstruct.text import Line

Column = Literal["work", "lead", "partner", "time"]
Cell = tuple[int, int]

_TITLES: Final[tuple[tuple[Column, re.Pattern[str]], ...]] = (
    ("partner", re.compile(r"phối hợp|tham gia")),
    ("time", re.compile(r"thời (?:gian|hạn|điểm)|tiến độ|hoàn thành|lộ trình|hạn\b")),
    (
        "lead",
        re.compile(r"chủ trì|thực hiện|đơn vị|cơ quan|chịu trách nhiệm|phụ trách|người đứng đầu|đầu mối|phân công"),
    ),
    ("work", re.compile(r"nhiệm vụ|nội dung|công việc|hoạt động|giải pháp|tên việc|đầu việc|hạng mục")),
)
_WORK_FIRST: Final = re.compile(
    r"(?:tên |các |nội dung )?(?:nhiệm vụ|nội dung|công việc|hoạt động|giải pháp|đầu việc|hạng mục)"
)
_LEAST_CELLS: Final = 3


class Row(NamedTuple):
    """The spans of a row's cells by column; the text of a cell that is missing or empty is not there."""

    start: int
    end: int
    cells: dict[Column, Cell]


class Table(NamedTuple):
    """A table of assignments from the start of its titles to the end of its last row."""

    start: int
    end: int
    rows: list[Row]


def tables(lines: list[Line]) -> list[Table]:
    """The tables of assignments among printed lines.

    >>> from vnstruct.text import split_lines
    >>> text = "TT | Nhiệm vụ | Cơ quan chủ trì\\n1 | Rà soát văn bản | Sở Tư pháp\\nHết."
    >>> [{c: text[a:b] for c, (a, b) in row.cells.items()} for t in tables(split_lines(text)) for row in t.rows]
    [{'work': 'Rà soát văn bản', 'lead': 'Sở Tư pháp'}]
    """
    found: list[Table] = []
    index = 0
    while index < len(lines):
        mark = "\t" if "\t" in lines[index].text else "|" if "|" in lines[index].text else ""
        columns = _columns(cells_of(lines[index], mark), lines[index]) if mark else {}
        if columns:
            table, index = _read(lines, index, mark, columns)
            if table.rows:
                found.append(table)
        else:
            index += 1
    return found


def cells_of(line: Line, mark: str) -> list[Cell]:
    """The spans of the cells of a line, blanks at their ends left out; outer marks make no cells."""
    text, cells, position = line.text, [], 0
    for part in text.split(mark):
        stripped = part.strip()
        start = line.start + position + (len(part) - len(part.lstrip()) if stripped else 0)
        cells.append((start, start + len(stripped)))
        position += len(part) + len(mark)
    if text.startswith(mark):
        cells = cells[1:]
    return cells[:-1] if text.endswith(mark) and len(text) > 1 else cells


def _columns(cells: list[Cell], line: Line) -> dict[int, Column]:
    """What each cell of a line of titles announces; empty when the line is none."""
    if len(cells) < _LEAST_CELLS:
        return {}
    columns: dict[int, Column] = {}
    for index, (start, end) in enumerate(cells):
        title = line.text[start - line.start : end - line.start].casefold()
        if len(title) > 60 or not title:
            continue
        column: Column | None = (
            "work" if _WORK_FIRST.match(title) else next((c for c, p in _TITLES if p.search(title)), None)
        )
        if column is not None and column not in columns.values():
            columns[index] = column
    return columns if {"work", "lead"} <= set(columns.values()) else {}


def _read(lines: list[Line], index: int, mark: str, columns: dict[int, Column]) -> tuple[Table, int]:
    first = lines[index]
    rows: list[Row] = []
    end = first.end
    index += 1
    while index < len(lines):
        line = lines[index]
        if not line.blank and mark not in line.text:
            break
        index += 1
        cells = cells_of(line, mark) if not line.blank else []
        named = {columns[k]: cell for k, cell in enumerate(cells) if k in columns and cell[1] > cell[0]}
        if "work" in named:
            rows.append(Row(line.start, line.end, named))
        end = line.end if not line.blank else end
    return Table(first.start, end, rows), index
