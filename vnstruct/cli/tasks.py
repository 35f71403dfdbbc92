"""``vnstruct tasks``: the task sheet of one document or many."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vnstruct.cli.language import Voice
from vnstruct.cli.options import Documents, KnowledgeFolder, Paths, usage

if TYPE_CHECKING:
    from rich.table import Table

    from vnstruct.tasksheet.rows import TaskRow

DOUBTFUL = 0.9
_PIPE_WIDTH = 120  # columns when the output is no terminal and nothing tells its width


def tasks(
    ctx: typer.Context,
    paths: Paths,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="help.tasks-output", metavar="OUT")] = None,
    format: Annotated[
        str | None, typer.Option("--format", "-f", help="help.tasks-format", metavar="table|csv|xlsx")
    ] = None,
    body: Annotated[str, typer.Option("--body", help="help.body", show_default=False, metavar="NAME")] = "",
    coordinator: Annotated[
        str, typer.Option("--coordinator", help="help.coordinator", show_default=False, metavar="NAME")
    ] = "",
    before: Annotated[str | None, typer.Option("--before", help="help.before", metavar="DATE")] = None,
    after: Annotated[str | None, typer.Option("--after", help="help.after", metavar="DATE")] = None,
    no_deadline: Annotated[bool, typer.Option("--no-deadline", help="help.no-deadline")] = False,
    by: Annotated[str | None, typer.Option("--by", help="help.by", metavar="body|deadline")] = None,
    knowledge: KnowledgeFolder = None,
) -> None:
    from vnstruct.tasksheet.rows import task_rows
    from vnstruct.tasksheet.selection import Selection, grouped

    voice: Voice = ctx.obj
    chosen = format or (output.suffix.lower().lstrip(".") if output else "table")
    if chosen not in ("table", "csv", "xlsx"):
        raise usage(voice, "usage.format", format=chosen, known="table, csv, xlsx")
    if chosen == "xlsx" and output is None:
        raise usage(voice, "usage.xlsx")
    if by not in (None, "body", "deadline"):
        raise usage(voice, "usage.by", value=by)
    selection = Selection(body, coordinator, _day(after, voice), _day(before, voice), no_deadline)
    documents = Documents(paths, voice, knowledge)
    rows = [row for directive in documents for row in task_rows(directive) if selection.takes(row)]
    groups = grouped(rows, by)
    if chosen == "table":
        _print(groups, voice, several=len(documents.files) > 1)
    else:
        _export([row for _, group in groups for row in group], chosen, output)
    raise documents.exit


def _day(value: str | None, voice: Voice) -> date | None:
    """A day as staff write it (31/12/2025) or ISO."""
    if value is None:
        return None
    match = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", value.strip())
    try:
        return date(int(match[3]), int(match[2]), int(match[1])) if match else date.fromisoformat(value.strip())
    except ValueError:
        raise usage(voice, "usage.date", value=value) from None


def _print(groups: list[tuple[str, list[TaskRow]]], voice: Voice, *, several: bool) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    if not console.is_terminal and console.width == 80:
        console = Console(highlight=False, width=_PIPE_WIDTH)
    rows = {id(row): row for _, group in groups for row in group}
    if not rows:
        voice.say("tasks.none")
        return
    columns = _columns([*rows.values()], several=several)
    for title, group in groups:
        if len(groups) > 1 or title:
            console.print(Text(f"\n{_title(title, group, voice)}", style="bold"))
        console.print(_table(group, columns, voice))
    doubtful = sum(row.confidence < DOUBTFUL for row in rows.values())
    console.print(voice.text("tasks.count", count=len(rows), doubtful=doubtful))


def _title(title: str, group: list[TaskRow], voice: Voice) -> str:
    """The title of a group in words: a deadline as it is printed, or that there is none."""
    if title and all(row.due == title for row in group):
        return due_words(group[0]).replace("\n", " ")
    if title:
        return title
    return voice.text("tasks.no-deadline" if all(not row.due for row in group) else "tasks.no-body")


_RATIOS = {
    "number": None,
    "document": None,
    "section": 4,
    "lead": 4,
    "coordinators": 4,
    "what": 10,
    "due": None,
    "cited": 5,
}


def _columns(rows: list[TaskRow], *, several: bool) -> list[str]:
    """The columns that have something to show."""
    empty = {key for key in ("coordinators", "cited", "section", "due") if not any(getattr(row, key) for row in rows)}
    return [key for key in _RATIOS if key not in empty and (several or key != "document")]


def _table(rows: list[TaskRow], columns: list[str], voice: Voice) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.ROUNDED, show_lines=True, expand=True)
    for key in columns:
        table.add_column(voice.text(f"tasks.{key}"), ratio=_RATIOS[key], overflow="fold", no_wrap=key == "number")
    for row in rows:
        cells = {
            "number": f"{row.number}{'*' if row.confidence < DOUBTFUL else ''}",
            "document": row.document.replace(" ", "\n") if row.document.count(" ") == 1 else row.document,
            "section": row.section,
            "lead": "\n".join(row.lead),
            "coordinators": "\n".join(row.coordinators),
            "what": row.what,
            "due": due_words(row),
            "cited": "\n".join(row.cited),
        }
        style = "red" if row.modality == "must_not" else ""
        table.add_row(*(Text(cells[key]) for key in columns), style=style)
    return table


def due_words(row: TaskRow) -> str:
    """The deadline as printed, with its day beside it when the words do not show it."""
    if not row.due:
        return ""
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", row.due)
    if match is None:
        return row.due_text
    year, month, day = match.groups()
    printed = f"{day}/{month}/{year}"
    plain = re.fullmatch(rf"(?:ngày )?0?{int(day)}[/.-]0?{int(month)}[/.-]{year}", row.due_text, re.IGNORECASE)
    return printed if plain else f"{row.due_text}\n({printed})"


def _export(rows: list[TaskRow], chosen: str, output: Path | None) -> None:
    from vnstruct.writers import csv, xlsx
    from vnstruct.writers.atomic import atomic
    from vnstruct.writers.tables import TASKS, task_cells

    cells = [task_cells(row) for row in rows]
    if output is None:
        csv.join([csv.csv_lines(cells)], sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    with atomic(output) as out:
        if chosen == "csv":
            csv.join([csv.csv_lines(cells)], out)
        else:
            xlsx.write_workbook([TASKS], [[cells]], out)
