"""A conversion run: inputs to outputs on the disk, resumable."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from vnstruct.batch import Job, Options, Outcome, convert_files
from vnstruct.errors import VnstructError
from vnstruct.inputs import Input, output_names
from vnstruct.manifest import Manifest
from vnstruct.readers.files import bytes_of
from vnstruct.writers import FORMATS, writer_of
from vnstruct.writers.atomic import atomic

_FOLDER_MANIFEST = ".vnstruct-manifest.jsonl"


class Conversion:
    """Convert ``inputs`` to ``out``: a folder for formats of one file each, else the file that takes them all.

    Run it by iterating: one outcome for each input, in order. A run that is stopped leaves whole files only, and with
    ``resume`` the next one skips what is done and unchanged.
    """

    def __init__(
        self, inputs: list[Input], out: Path, options: Options, *, workers: int = 1, resume: bool = False
    ) -> None:
        self.out = out
        self.options = options
        self.workers = workers
        self.resume = resume
        self.combined = FORMATS[options.format].combined
        settings = {"format": options.format, "knowledge": _folder_checksum(options.knowledge)}
        if options.ocr:
            settings["ocr"] = "tesseract"
        if self.combined:
            self.parts = out.with_name(f".{out.name}.parts")
            self.manifest = Manifest(out.with_name(f".{out.name}.manifest.jsonl"), settings)
            outputs = [self.parts / f"{number:07}.part" for number in range(len(inputs))]
        else:
            self.manifest = Manifest(out / _FOLDER_MANIFEST, settings)
            outputs = [out / name for name in output_names(inputs, FORMATS[options.format].suffix)]
        self.jobs = [Job(item.path, output) for item, output in zip(inputs, outputs, strict=True)]

    def __iter__(self) -> Iterator[Outcome]:
        jobs = self._jobs_with_checksums() if self.resume else self.jobs
        if self.combined and self.resume and self._joined_before(jobs):
            yield from (Outcome(job, job.done, None, skipped=True) for job in jobs)
            return
        self.manifest.begin([(job, job.done) for job in jobs if job.done])
        finished: list[tuple[Job, str]] = []
        try:
            for outcome in convert_files(jobs, self.options, workers=self.workers):
                if outcome.error is None and outcome.sha256:
                    finished.append((outcome.job, outcome.sha256))
                    if not outcome.skipped:
                        self.manifest.add(outcome)
                yield outcome
        except BaseException:
            self.manifest.close()
            raise
        self._complete(finished)

    def _jobs_with_checksums(self) -> list[Job]:
        done = self.manifest.done()
        return [job._replace(done=done.get((str(job.path), self.manifest.output_key(job.output)))) for job in self.jobs]

    def _joined_before(self, jobs: list[Job]) -> bool:
        """Whether the joined file of an earlier run still stands for exactly these inputs."""
        if not self.out.is_file() or self.parts.exists():
            return False
        try:
            return all(
                job.done is not None and sha256(bytes_of(job.path, self.options.limits)).hexdigest() == job.done
                for job in jobs
            )
        except VnstructError:
            return False

    def _complete(self, finished: list[tuple[Job, str]]) -> None:
        if self.combined and finished:
            with atomic(self.out) as joined:
                writer_of(self.options.format).join((job.output.read_bytes() for job, _ in finished), joined)
        self.manifest.end(finished)
        if self.combined:
            shutil.rmtree(self.parts, ignore_errors=True)


def _folder_checksum(folder: Path | None) -> str:
    """What a folder of tables says, in one word: other tables give other results."""
    if folder is None:
        return ""
    digest = sha256()
    for path in sorted(folder.glob("*.csv")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
