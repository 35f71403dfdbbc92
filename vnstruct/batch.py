"""Many documents: streaming, in order, and no document ever stops the others.

:func:`structure_all` gives results to a program; :func:`convert_files` writes files, and is what ``vnstruct convert``
runs. Workers read and write files themselves: only paths and statuses cross between processes.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from vnstruct.errors import InternalError, VnstructError
from vnstruct.parallel import ordered_map
from vnstruct.readers import SUFFIXES, Limits, source_of
from vnstruct.readers.files import bytes_of
from vnstruct.timelimit import time_limit
from vnstruct.writers import writer_of
from vnstruct.writers.atomic import atomic

if TYPE_CHECKING:
    from vnstruct.schema import Directive

__all__ = ["Job", "Outcome", "Result", "convert_files", "structure_all", "structure_one"]


class Result(NamedTuple):
    """What became of one input: a directive or an error, never both."""

    path: str | None
    directive: Directive | None
    error: VnstructError | None


def structure_all(
    inputs: Iterable[str | os.PathLike[str]],
    *,
    workers: int = 1,
    knowledge: Path | None = None,
    limits: Limits | None = None,
    ocr: bool = False,
) -> Iterator[Result]:
    """Structure many files or texts, in their order, a few at a time.

    A path object is a file. A string is a file when it names one, or ends like one (``x.docx``) on a single line; any
    other string is a text. ``ocr`` has scanned pages of PDF files recognised. One bad input gives a result with an
    error and never raises.

    >>> for result in structure_all(["Theo Chỉ thị số 05-CT/TW.", "khong-co.docx"]):
    ...     print(result.path, result.error.code if result.error else result.directive.references[0].number)
    None 05-CT/TW
    khong-co.docx unreadable-file
    """
    work = partial(_structured, knowledge=knowledge, limits=limits or Limits(), ocr=ocr)
    yield from ordered_map(work, inputs, workers=workers, lost=_lost_result)


def _structured(item: str | os.PathLike[str], knowledge: Path | None, limits: Limits, ocr: bool) -> Result:
    if isinstance(item, str) and not _names_file(item):
        return structure_one(item, None, knowledge=knowledge, limits=limits, ocr=ocr)
    file = Path(item) if isinstance(item, str) else item
    return structure_one(file, os.fspath(item), knowledge=knowledge, limits=limits, ocr=ocr)


def structure_one(
    document: str | bytes | os.PathLike[str],
    path: str | None,
    *,
    knowledge: Path | None,
    limits: Limits,
    ocr: bool = False,
) -> Result:
    """One text, content of a file, or file on the disk: what every batch runs, wherever its documents come from.

    ``path`` names the document in its source and in messages. Never raises.

    >>> structure_one(b"%PDF-1.7 cut", "a.pdf", knowledge=None, limits=Limits()).error.code
    'unreadable-file'
    """
    try:
        from vnstruct.pipeline import prepare, structure  # noqa: PLC0415 - heavy, and every worker loads its own

        prepare(knowledge)
        with time_limit(limits.seconds, path):
            if isinstance(document, str):
                return Result(path, structure(document, knowledge=knowledge), None)
            content = document if isinstance(document, bytes) else bytes_of(Path(document), limits)
            text, source = source_of(content, path, limits, ocr=ocr)
            return Result(path, structure(text, source=source, knowledge=knowledge), None)
    except Exception as error:  # a defect in one document must not end the batch
        return Result(path, None, as_error(error, path))


def _names_file(text: str) -> bool:
    if len(text) > 4096 or "\n" in text or "\0" in text:
        return False
    return text.lower().endswith(SUFFIXES) or os.path.isfile(text)  # noqa: PTH113 - pathlib raises for some texts


def _lost_result(item: str | os.PathLike[str]) -> Result:
    path = None if isinstance(item, str) and not _names_file(item) else os.fspath(item)
    return Result(path, None, InternalError.known("worker-died", path=path))


def as_error(error: Exception, path: str | None) -> VnstructError:
    """Any exception as one of the family; what is not foreseen becomes an ``InternalError``."""
    if isinstance(error, VnstructError):
        return error
    reason = f"{type(error).__name__}: {error}"
    wrapped = InternalError.known("internal", path=path, reason=reason[:500])
    wrapped.__cause__ = error
    return wrapped


class Job(NamedTuple):
    """A file to convert and where the result goes; ``done`` is the checksum of the input when it was last converted."""

    path: Path
    output: Path
    done: str | None = None


class Outcome(NamedTuple):
    """What became of one job; ``skipped`` when the result of an unchanged input was there already."""

    job: Job
    sha256: str | None
    error: VnstructError | None
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Options:
    """What all jobs of a run share."""

    format: str = "json"
    knowledge: Path | None = None
    limits: Limits = field(default_factory=Limits)
    ocr: bool = False


def convert_files(jobs: Sequence[Job], options: Options, *, workers: int = 1) -> Iterator[Outcome]:
    """Convert each job's file, one output for each; outcomes come in the order of the jobs.

    For formats that join all documents the output of a job is a part, to be joined by the caller.
    """
    yield from ordered_map(partial(_converted, options=options), jobs, workers=workers, lost=_lost_job)


def _converted(job: Job, options: Options) -> Outcome:
    digest = None
    try:
        content = bytes_of(job.path, options.limits)
        digest = sha256(content).hexdigest()
        if digest == job.done and job.output.is_file():
            return Outcome(job, digest, None, skipped=True)
        from vnstruct.pipeline import prepare, structure  # noqa: PLC0415 - skipped files need no pipeline

        prepare(options.knowledge)
        with time_limit(options.limits.seconds, str(job.path)):
            text, source = source_of(content, str(job.path), options.limits, ocr=options.ocr)
            part = writer_of(options.format).part(structure(text, source=source, knowledge=options.knowledge))
        with atomic(job.output) as out:
            out.write(part)
        return Outcome(job, digest, None)
    except Exception as error:  # a defect in one document must not end the batch
        return Outcome(job, digest, as_error(error, str(job.path)))


def _lost_job(job: Job) -> Outcome:
    return Outcome(job, None, InternalError.known("worker-died", path=str(job.path)))
