"""Options that several commands share, and the exit codes of all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vnstruct.cli.language import Voice

if TYPE_CHECKING:
    from vnstruct.batch import Result
    from vnstruct.readers import Limits
    from vnstruct.schema import Directive

ALL_CONVERTED, SOME_FAILED, USAGE, NOTHING_TO_DO, INTERRUPTED = 0, 1, 2, 3, 130

Paths = Annotated[list[str], typer.Argument(help="help.paths", metavar="PATH…", show_default=False)]
KnowledgeFolder = Annotated[
    Path | None, typer.Option("--knowledge", help="help.knowledge", exists=True, file_okay=False, metavar="DIR")
]
Workers = Annotated[int, typer.Option("--workers", "-j", help="help.workers", min=1, metavar="N")]
SheetFile = Annotated[Path | None, typer.Option("-o", "--output", help="help.tasks-output", metavar="OUT")]
SheetFormat = Annotated[str | None, typer.Option("--format", "-f", help="help.tasks-format", metavar="table|csv|xlsx")]
MaxMb = Annotated[int, typer.Option("--max-mb", help="help.max-mb", min=1, metavar="N")]
MaxPages = Annotated[int, typer.Option("--max-pages", help="help.max-pages", min=1, metavar="N")]
MaxSeconds = Annotated[int, typer.Option("--max-seconds", help="help.max-seconds", min=0, metavar="N")]
Ocr = Annotated[bool, typer.Option("--ocr", help="help.ocr")]
MAX_MB, MAX_PAGES, MAX_SECONDS = 200, 5_000, 300
"""The defaults of :class:`vnstruct.readers.Limits`, said here so that ``--help`` shows them without loading it."""


def limits_of(max_mb: int = MAX_MB, max_pages: int = MAX_PAGES, max_seconds: int = MAX_SECONDS) -> Limits:
    """The limits as the command line sets them."""
    from vnstruct.readers import Limits
    from vnstruct.readers.files import MEGABYTE

    return Limits(max_bytes=max_mb * MEGABYTE, max_pages=max_pages, seconds=max_seconds)


def usage(voice: Voice, key: str, **values: object) -> typer.Exit:
    """Say what is wrong with the command line; to be raised."""
    voice.say("error", sentence=voice.text(key, **values))
    return typer.Exit(USAGE)


class Documents:
    """The documents that a command reads: iterate over the good ones, failures are told and counted."""

    def __init__(
        self,
        paths: list[str],
        voice: Voice,
        knowledge: Path | None,
        workers: int = 1,
        *,
        limits: Limits | None = None,
        ocr: bool = False,
    ) -> None:
        from vnstruct.inputs import STDIN, find_inputs

        self.voice = voice
        self.knowledge = knowledge
        self.workers = workers
        self.limits = limits or limits_of()
        self.ocr = ocr
        self.failed = 0
        self.stdin = paths == [STDIN]
        self.files = [] if self.stdin else [item.path for item in find_inputs(paths)]
        if not self.files and not self.stdin:
            voice.say("nothing-to-do")
            raise typer.Exit(NOTHING_TO_DO)

    def __iter__(self) -> Iterator[Directive]:
        from vnstruct.batch import structure_all

        results = (
            [stdin_result(self.knowledge, self.limits, ocr=self.ocr)]
            if self.stdin
            else structure_all(
                self.files, workers=self.workers, knowledge=self.knowledge, limits=self.limits, ocr=self.ocr
            )
        )
        for result in results:
            if result.directive is not None:
                yield result.directive
            elif result.error is not None:
                self.failed += 1
                self.voice.report(result.error)

    @property
    def exit(self) -> typer.Exit:
        """How the command ends."""
        return typer.Exit(SOME_FAILED if self.failed else ALL_CONVERTED)


def stdin_result(knowledge: Path | None, limits: Limits, *, ocr: bool = False) -> Result:
    """Standard input as one document of any kind; what is larger than the limit is not read to its end."""
    import sys

    from vnstruct.batch import Result, as_error
    from vnstruct.pipeline import prepare, structure
    from vnstruct.readers import read_source
    from vnstruct.timelimit import time_limit

    try:
        data = sys.stdin.buffer.read(limits.max_bytes + 1)
        prepare(knowledge)
        with time_limit(limits.seconds, None):
            text, source = read_source(data, limits=limits, ocr=ocr)
            return Result(None, structure(text, source=source, knowledge=knowledge), None)
    except Exception as error:
        return Result(None, None, as_error(error, None))
