"""``vnstruct references``: the documents that a directive cites, or only those it is based on."""

from __future__ import annotations

import re
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
)
from vnstruct.cli.sheets import export, form_of, on_two_lines, terminal

if TYPE_CHECKING:
    from vnstruct.writers.tables import Row

# columns of the table "Văn bản viện dẫn" by place; the file and the URI are for files
_DOCUMENT, _TYPE, _NUMBER, _NAME, _DATE, _ISSUER, _RELATION, _COUNT = range(8)


def references(
    ctx: typer.Context,
    paths: Paths,
    output: SheetFile = None,
    format: SheetFormat = None,
    based_on: Annotated[bool, typer.Option("--based-on", help="help.based-on")] = False,
    workers: Workers = 1,
    knowledge: KnowledgeFolder = None,
    ocr: Ocr = False,
    max_mb: MaxMb = MAX_MB,
    max_pages: MaxPages = MAX_PAGES,
    max_seconds: MaxSeconds = MAX_SECONDS,
) -> None:
    from vnstruct.tasksheet.basis import basis
    from vnstruct.writers.tables import CITED, cited_rows

    voice: Voice = ctx.obj
    form = form_of(format, output, voice)
    limits = limits_of(max_mb, max_pages, max_seconds)
    documents = Documents(paths, voice, knowledge, workers, limits=limits, ocr=ocr)
    rows = [
        row
        for directive in documents
        for row in cited_rows(
            directive,
            basis(directive) if based_on else directive.cited_documents,
            voice.language if form == "table" else "vi",  # files have Vietnamese titles, too
        )
    ]
    if form == "table":
        _print(rows, voice, several=len(documents.files) > 1)
    else:
        export(CITED, rows, form, output)
    raise documents.exit


def _print(rows: list[Row], voice: Voice, *, several: bool) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    if not rows:
        voice.say("references.none")
        return
    table = Table(box=box.ROUNDED, show_lines=True, expand=True)
    columns = [*([_DOCUMENT] if several else []), _TYPE, _NAME, _DATE, _ISSUER, _RELATION, _COUNT]
    titles = {
        _DOCUMENT: ("document", None), _TYPE: ("work", None), _NAME: ("name", 8), _DATE: ("date", None),
        _ISSUER: ("issuer", 4), _RELATION: ("relation", None), _COUNT: ("count", None),
    }  # fmt: skip
    for column in columns:
        key, ratio = titles[column]
        table.add_column(voice.text(f"references.{key}"), ratio=ratio, overflow="fold")
    for row in rows:
        cells = [str(cell or "") for cell in row]
        cells[_DOCUMENT] = on_two_lines(cells[_DOCUMENT])
        cells[_TYPE] = f"{cells[_TYPE].capitalize()}\n{cells[_NUMBER]}".strip()
        cells[_DATE] = re.sub(r"^(\d{4})-(\d\d)-(\d\d)$", r"\3/\2/\1", cells[_DATE])
        table.add_row(*(Text(cells[column]) for column in columns))
    console = terminal()
    console.print(table)
    console.print(voice.text("references.total", count=len(rows)))
