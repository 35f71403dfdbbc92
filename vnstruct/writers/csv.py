"""The task sheet as CSV that a spreadsheet opens as it should: UTF-8 with a byte-order mark, no formulas."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from vnstruct.schema import Directive
from vnstruct.writers.tables import TASKS, Cell, Row, Table, titles

# full-width signs as well: spreadsheets of East Asian editions take them for the others
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def part(directive: Directive) -> bytes:
    """The rows of one document."""
    return csv_lines(TASKS.rows(directive))


def join(parts: Iterable[bytes], out: BinaryIO) -> None:
    """All rows under one header."""
    _begin(TASKS, out)
    out.writelines(parts)


def write_table(table: Table, rows: Iterable[Row], out: BinaryIO) -> None:
    """Rows of any table under its header."""
    _begin(table, out)
    out.write(csv_lines(rows))


def _begin(table: Table, out: BinaryIO) -> None:
    out.write(codecs.BOM_UTF8 + csv_lines([list(titles(table.columns))]))


def csv_lines(rows: Iterable[Row]) -> bytes:
    """Rows as CSV lines.

    >>> csv_lines([[1, "=HYPERLINK(1)", None, "a, b"]])
    b'1,\\'=HYPERLINK(1),,"a, b"\\r\\n'
    """
    buffer = io.StringIO()
    csv.writer(buffer).writerows([_harmless(cell) for cell in row] for row in rows)
    return buffer.getvalue().encode("utf-8", "replace")


def _harmless(cell: Cell) -> Cell:
    """Text that a spreadsheet would run as a formula gets an apostrophe, as the spreadsheet itself writes it."""
    if isinstance(cell, str):
        cell = cell.replace("\0", "")
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    return cell
