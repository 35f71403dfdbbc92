"""``vnstruct convert``: files to structured files."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, NamedTuple

import typer

from vnstruct.cli.language import Voice
from vnstruct.cli.options import (
    ALL_CONVERTED,
    INTERRUPTED,
    MAX_MB,
    MAX_PAGES,
    MAX_SECONDS,
    NOTHING_TO_DO,
    SOME_FAILED,
    KnowledgeFolder,
    MaxMb,
    MaxPages,
    MaxSeconds,
    Ocr,
    Paths,
    Workers,
    limits_of,
    stdin_result,
    usage,
)
from vnstruct.errors import UnwritableFile, VnstructError

if TYPE_CHECKING:
    from vnstruct.batch import Options, Outcome, Result
    from vnstruct.conversion import Conversion


def convert(
    ctx: typer.Context,
    paths: Paths,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="help.output", metavar="OUT")] = None,
    format: Annotated[str | None, typer.Option("--format", "-f", help="help.format", metavar="FORMAT")] = None,
    workers: Workers = 1,
    resume: Annotated[bool, typer.Option("--resume", help="help.resume")] = False,
    fail_fast: Annotated[bool, typer.Option("--fail-fast", help="help.fail-fast")] = False,
    errors: Annotated[Path | None, typer.Option("--errors", help="help.errors", metavar="FILE")] = None,
    knowledge: KnowledgeFolder = None,
    ocr: Ocr = False,
    max_mb: MaxMb = MAX_MB,
    max_pages: MaxPages = MAX_PAGES,
    max_seconds: MaxSeconds = MAX_SECONDS,
) -> None:
    from vnstruct.batch import Options, structure_all
    from vnstruct.conversion import Conversion
    from vnstruct.inputs import STDIN, find_inputs
    from vnstruct.knowledge import load_knowledge
    from vnstruct.writers import FORMATS, format_of

    voice: Voice = ctx.obj
    chosen = format or (output and not output.is_dir() and format_of(output.suffix)) or "json"
    if chosen not in FORMATS:
        raise usage(voice, "usage.format", format=chosen, known=", ".join(FORMATS))
    limits = limits_of(max_mb, max_pages, max_seconds)
    options = Options(chosen, knowledge, limits, ocr)
    if STDIN in paths and len(paths) > 1:
        raise usage(voice, "usage.stdin")
    inputs = [] if paths == [STDIN] else find_inputs(paths, skip=output)
    if not inputs and paths != [STDIN]:
        voice.say("nothing-to-do")
        raise typer.Exit(NOTHING_TO_DO)
    if output is None and len(inputs) > 1 and not FORMATS[chosen].combined:
        raise usage(voice, "usage.output", count=len(inputs))
    if knowledge is not None:
        load_knowledge(knowledge)  # a wrong table is told once, not for every file
    with _error_file(errors) as error_file:
        if output is None or not inputs:
            results: Iterable[Result] = (
                structure_all((i.path for i in inputs), knowledge=knowledge, limits=limits, ocr=ocr)
                if inputs
                else [stdin_result(knowledge, limits, ocr=ocr)]
            )
            raise typer.Exit(_write_results(results, output, options, Report(voice, error_file, fail_fast)))
        run = Conversion(inputs, output, options, workers=workers, resume=resume)
        raise typer.Exit(_run(run, Report(voice, error_file, fail_fast)))


class Report(NamedTuple):
    """Where failures are told: to the user, to the error file, and whether the first one ends the run."""

    voice: Voice
    file: IO[str] | None
    fail_fast: bool

    def failure(self, error: VnstructError) -> None:
        """Tell one failure."""
        self.voice.report(error)
        if self.file is not None:
            said = error.message_in(self.voice.language)
            entry = {"path": error.path, "code": error.code, "message": said.text, "remedy": said.remedy}
            self.file.write(json.dumps(entry, ensure_ascii=False) + "\n")
            self.file.flush()


@contextmanager
def _error_file(path: Path | None) -> Iterator[IO[str] | None]:
    if path is None:
        yield None
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("w", encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise UnwritableFile.known("write-failed", path=str(path), reason=error.strerror or error) from error
    with file:
        yield file


def _run(run: Conversion, report: Report) -> int:
    """A run with files as its output."""
    done = failed = skipped = 0
    try:
        for outcome in _with_progress(run, report.voice):
            if outcome.error is None:
                done += 1
                skipped += outcome.skipped
                continue
            failed += 1
            report.failure(outcome.error)
            if report.fail_fast:
                break
    except KeyboardInterrupt:
        report.voice.say("interrupted", done=done)
        return INTERRUPTED
    if failed and report.fail_fast:
        report.voice.say("failed-fast", done=done)
    elif failed and not done:
        report.voice.say("none-converted", failed=failed)
    else:
        report.voice.say("converted", done=done, failed=failed, skipped=skipped, out=run.out)
    return SOME_FAILED if failed else ALL_CONVERTED


def _with_progress(run: Conversion, voice: Voice) -> Iterator[Outcome]:
    """The outcomes, behind a progress bar when somebody is watching."""
    if not sys.stderr.isatty():
        yield from run
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    rate = TextColumn("{task.fields[rate]}")
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task(voice.text("progress"), total=len(run.jobs), rate="")
        for count, outcome in enumerate(run, start=1):
            speed = progress.tasks[0].speed
            progress.update(bar, completed=count, rate=f"{speed:.1f}/s" if speed else "")
            yield outcome


def _write_results(results: Iterable[Result], output: Path | None, options: Options, report: Report) -> int:
    """Results to standard output, or those of standard input to a file."""
    from vnstruct.writers import FORMATS, writer_of
    from vnstruct.writers.atomic import atomic

    writer = writer_of(options.format)
    failed = 0

    def parts() -> Iterator[bytes]:
        nonlocal failed
        for result in results:
            if result.directive is not None:
                yield writer.part(result.directive)
            elif result.error is not None:
                failed += 1
                report.failure(result.error)
                if report.fail_fast:
                    return

    if output is None:
        writer.join(parts(), sys.stdout.buffer)
        sys.stdout.buffer.flush()
    else:
        target = output if FORMATS[options.format].combined else output / f"stdin{FORMATS[options.format].suffix}"
        with atomic(target) as out:
            writer.join(parts(), out)
    return SOME_FAILED if failed else ALL_CONVERTED
