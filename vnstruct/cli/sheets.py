"""What the commands that print tables share: the form asked for, the width, and the files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from vnstruct.cli.language import Voice
from vnstruct.cli.options import usage

if TYPE_CHECKING:
    from rich.console import Console

    from vnstruct.writers.tables import Row, Table

_PIPE_WIDTH = 120  # columns when the output is no terminal and nothing tells its width


def form_of(format_: str | None, output: Path | None, voice: Voice) -> str:
    """``table`` for the terminal, ``csv`` or ``xlsx``: as asked for, else by the suffix of the output."""
    chosen = format_ or (output.suffix.lower().lstrip(".") if output else "table")
    if chosen not in ("table", "csv", "xlsx"):
        raise usage(voice, "usage.format", format=chosen, known="table, csv, xlsx")
    if chosen == "xlsx" and output is None:
        raise usage(voice, "usage.xlsx")
    return chosen


def terminal() -> Console:
    """Standard output, wide enough for a table when it is no terminal."""
    from rich.console import Console

    console = Console(highlight=False)
    return console if console.is_terminal or console.width != 80 else Console(highlight=False, width=_PIPE_WIDTH)


def on_two_lines(label: str) -> str:
    r"""The type of a document above its number, so that the column is narrow and the number stays whole.

    >>> on_two_lines("Chỉ thị 06/CT-UBND"), on_two_lines("Luật Lâm nghiệp")
    ('Chỉ thị\n06/CT-UBND', 'Luật Lâm nghiệp')
    """
    words, _, last = label.rpartition(" ")
    return f"{words}\n{last}" if words and any(map(str.isdigit, last)) else label


def export(table: Table, rows: list[Row], form: str, output: Path | None) -> None:
    """Rows of a table as a CSV or XLSX file, CSV to standard output when no file is named."""
    from vnstruct.writers import csv, xlsx
    from vnstruct.writers.atomic import atomic

    if output is None:
        csv.write_table(table, rows, sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    with atomic(output) as out:
        if form == "csv":
            csv.write_table(table, rows, out)
        else:
            xlsx.write_workbook([table], [[rows]], out)
