"""All tables as one workbook: a sheet each, the header frozen, filters on, days as dates."""

from __future__ import annotations

import json
import math
import tempfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, BinaryIO

import xlsxwriter

from vnstruct.schema import Directive
from vnstruct.writers.tables import TABLES, Cell, Row, Table, as_day, titles

_LONGEST = 32_767  # characters in a cell, by the format
_MOST_ROWS = 1_048_575
_A4 = 9
_LINE = 15.0  # points
_HIGHEST = 409.0  # points, by the format
_WRAPPING = 1.1  # lines break between words, not at their last place
_DAY = "[$-42A]dd/mm/yyyy"  # as in Vietnam, wherever the file is opened


def part(directive: Directive) -> bytes:
    """The rows of one document for every table, as JSON."""
    return json.dumps([table.rows(directive) for table in TABLES]).encode()


def join(parts: Iterable[bytes], out: BinaryIO) -> None:
    """The workbook of all documents."""
    write_workbook(TABLES, (json.loads(part) for part in parts), out)


def write_workbook(tables: Sequence[Table], documents: Iterable[Sequence[list[Row]]], out: BinaryIO) -> None:
    """Write a workbook with a sheet for each table; every document gives one list of rows for each table.

    Text is written as text, whatever it looks like: no formulas, no links. The same rows give the same bytes. Rows wait
    on the disk, not in memory, until the workbook is complete.
    """
    with tempfile.TemporaryDirectory(prefix="vnstruct-") as folder:
        workbook = xlsxwriter.Workbook(
            out,
            {"constant_memory": True, "tmpdir": folder, "strings_to_formulas": False, "strings_to_urls": False},
        )
        workbook.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
        sheets = [_Sheet(workbook, table) for table in tables]
        for document in documents:
            for sheet, rows in zip(sheets, document, strict=True):
                sheet.add(rows)
        for sheet in sheets:
            sheet.close()
        workbook.close()


class _Sheet:
    """One table in the making: a sheet, and further ones when it has more rows than a sheet can hold."""

    def __init__(self, workbook: Any, table: Table) -> None:
        self.workbook = workbook
        self.table = table
        self.day = workbook.add_format({"num_format": _DAY, "valign": "top", "align": "left"})
        self.wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
        self.header = workbook.add_format(
            {"bold": True, "bg_color": "#DDE7F0", "border": 1, "text_wrap": True, "valign": "top"}
        )
        self.sheets = 0
        self.begin()

    def begin(self) -> None:
        self.sheets += 1
        self.count = 0
        name = self.table.name if self.sheets == 1 else f"{self.table.name} ({self.sheets})"
        self.sheet = self.workbook.add_worksheet(name)
        for index, column in enumerate(self.table.columns):
            self.sheet.set_column(index, index, column.width)
        self.sheet.write_row(0, 0, titles(self.table.columns), self.header)
        self.sheet.freeze_panes(1, 0)
        self.sheet.set_landscape()
        self.sheet.set_paper(_A4)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(0)

    def add(self, rows: Iterable[Row]) -> None:
        for row in rows:
            if self.count == _MOST_ROWS:
                self.close()
                self.begin()
            self.count += 1
            self.sheet.set_row(self.count, self.height(row))
            for index, (cell, column) in enumerate(zip(row, self.table.columns, strict=True)):
                self.write(index, cell, is_date=column.is_date)

    def height(self, row: Row) -> float:
        """Of a row, for its longest cell: not every program finds it out when it opens a file."""
        shown = zip(row, self.table.columns[: self.table.printed or None], strict=False)
        lines = (
            sum(math.ceil(len(paragraph) * _WRAPPING / column.width) or 1 for paragraph in cell.split("\n"))
            for cell, column in shown
            if isinstance(cell, str)
        )
        return min(max(lines, default=1) * _LINE, _HIGHEST)

    def write(self, index: int, cell: Cell, *, is_date: bool) -> None:
        day = as_day(cell) if is_date else None
        if day is not None and day.year >= 1900:  # spreadsheets know no day before
            self.sheet.write_datetime(self.count, index, day, self.day)
        elif isinstance(cell, str):
            if cell:
                self.sheet.write_string(self.count, index, _printable(cell), self.wrapped)
        elif cell is not None:
            self.sheet.write_number(self.count, index, cell, self.wrapped)

    def close(self) -> None:
        self.sheet.print_area(0, 0, self.count, (self.table.printed or len(self.table.columns)) - 1)
        self.sheet.autofilter(0, 0, self.count, len(self.table.columns) - 1)


def _printable(cell: str) -> str:
    return cell.encode("utf-8", "replace").decode()[:_LONGEST]
