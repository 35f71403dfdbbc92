"""``vnstruct tasks``: the task sheet of one document or many."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from vnstruct.cli.language import Voice
from vnstruct.cli.options import (
    MAX_MB,
    MAX_PAGES,
    MAX_SECONDS,
    Documents,
    KnowledgeFolder,
    MaxMb,
    MaxPages,
    MaxSeconds,
    Ocr,
    Paths,
    SheetFile,
    SheetFormat,
    Workers,
    limits_of,
    usage,
)
from vnstruct.cli.sheets import export, form_of, on_two_lines, terminal
from vnstruct.doubt import DOUBTFUL

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from vnstruct.tasksheet.rows import TaskRow


def tasks(
    ctx: typer.Context,
    paths: Paths,
    output: SheetFile = None,
    format: SheetFormat = None,
    body: Annotated[str, typer.Option("--body", help="help.body", show_default=False, metavar="NAME")] = "",
    groups: Annotated[bool, typer.Option("--groups", help="help.groups")] = False,
    coordinator: Annotated[
        str, typer.Option("--coordinator", help="help.coordinator", show_default=False, metavar="NAME")
    ] = "",
    together: Annotated[str, typer.Option("--with", help="help.with", show_default=False, metavar="NAME")] = "",
    due: Annotated[str | None, typer.Option("--due", help="help.due", metavar="PERIOD")] = None,
    before: Annotated[str | None, typer.Option("--before", help="help.before", metavar="DATE")] = None,
    after: Annotated[str | None, typer.Option("--after", help="help.after", metavar="DATE")] = None,
    no_deadline: Annotated[bool, typer.Option("--no-deadline", help="help.no-deadline")] = False,
    by: Annotated[str | None, typer.Option("--by", help="help.by", metavar="body|deadline")] = None,
    workers: Workers = 1,
    knowledge: KnowledgeFolder = None,
    ocr: Ocr = False,
    max_mb: MaxMb = MAX_MB,
    max_pages: MaxPages = MAX_PAGES,
    max_seconds: MaxSeconds = MAX_SECONDS,
) -> None:
    from vnstruct.tasksheet.rows import task_rows
    from vnstruct.tasksheet.selection import Selection, grouped
    from vnstruct.writers.tables import TASKS, task_cells

    voice: Voice = ctx.obj
    form = form_of(format, output, voice)
    if by not in (None, "body", "deadline"):
        raise usage(voice, "usage.by", value=by)
    selection = Selection(body, coordinator, together, *_due(due, after, before, voice), no_deadline, groups)
    widest = replace(selection, groups=True)
    limits = limits_of(max_mb, max_pages, max_seconds)
    documents = Documents(paths, voice, knowledge, workers, limits=limits, ocr=ocr)
    found = [row for directive in documents for row in task_rows(directive) if widest.takes(row)]
    rows = [row for row in found if selection.takes(row)]
    titled = grouped(rows, by)
    if form == "table":
        print_groups(titled, voice, terminal(), several=len(documents.files) > 1)
    else:
        export(TASKS, [task_cells(row) for _, group in titled for row in group], form, output)
    if len(found) > len(rows):
        voice.say("tasks.groups", count=len(found) - len(rows), body=body)
    raise documents.exit


def _due(
    named: str | None, after: str | None, before: str | None, voice: Voice
) -> tuple[datetime.date | None, datetime.date | None]:
    """The first and the last day on which a wanted task falls due."""
    from vnstruct.tasksheet.periods import period

    days = _day(after, voice), _day(before, voice)
    if named is None:
        return days
    if after or before:
        raise usage(voice, "usage.due-twice")
    stretch = period(named, datetime.date.today())
    if stretch is None:
        raise usage(voice, "usage.period", value=named)
    return stretch


def _day(value: str | None, voice: Voice) -> datetime.date | None:
    from vnstruct.tasksheet.periods import day

    if value is None:
        return None
    found = day(value)
    if found is None:
        raise usage(voice, "usage.date", value=value)
    return found


def print_groups(
    groups: list[tuple[str, list[TaskRow]]], voice: Voice, console: Console, *, several: bool = False
) -> None:
    """The sheet as tables on a console, one for each group; ``several`` documents get a column for their names."""
    from rich.text import Text

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


_LONGEST_HEADING = 64
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
    empty = {key for key in ("coordinators", "cited", "due") if not any(getattr(row, key) for row in rows)}
    return [key for key in _RATIOS if key not in empty and (several or key != "document")]


def _table(rows: list[TaskRow], columns: list[str], voice: Voice) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from vnstruct.tasksheet.places import short_place

    table = Table(box=box.ROUNDED, show_lines=True, expand=True)
    for key in columns:
        table.add_column(voice.text(f"tasks.{key}"), ratio=_RATIOS[key], overflow="fold", no_wrap=key == "number")
    for row in rows:
        cells = {
            "number": f"{row.number}{'*' if row.confidence < DOUBTFUL else ''}",
            "document": on_two_lines(row.document),
            "section": f"{short_path(row.section)}\n{short_place(row.place, row.line, voice.language)}".strip(),
            "lead": ";\n".join(row.lead),
            "coordinators": ";\n".join(row.coordinators),
            "what": row.what,
            "due": due_words(row),
            "cited": ";\n".join(row.cited),
        }
        style = "red" if row.modality == "must_not" else ""
        table.add_row(*(Text(cells[key]) for key in columns), style=style)
    return table


def short_path(path: str) -> str:
    """A path of sections whose headings are not longer than a column can show.

    >>> short_path("II › 2. Nâng cao năng lực, hiệu lực, hiệu quả quản lý nhà nước đối với công tác này › a")
    'II › 2. Nâng cao năng lực, hiệu lực, hiệu quả quản lý nhà nước đối … › a'
    """
    parts = path.split(" › ")
    cut = [part[:_LONGEST_HEADING].rsplit(" ", 1)[0] for part in parts]
    return " › ".join(
        part if len(part) <= _LONGEST_HEADING else f"{short} …" for part, short in zip(parts, cut, strict=True)
    )


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
