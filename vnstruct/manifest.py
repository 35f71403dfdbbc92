"""What a run has done so far, so that an interrupted one continues where it stopped."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from vnstruct import __version__
from vnstruct.batch import Job, Outcome
from vnstruct.writers.atomic import atomic


class Manifest:
    """A file of JSON lines: the settings of the run, then one line for each output that is there.

    Lines are added as outputs appear; a line cut short by a kill is ignored. ``settings`` are whatever changes the
    output: when they differ from the last run's, nothing counts as done.
    """

    def __init__(self, path: Path, settings: dict[str, str]) -> None:
        self.path = path
        self.settings = {"vnstruct": __version__, **settings}
        self._file: IO[str] | None = None

    def done(self) -> dict[tuple[str, str], str]:
        """Checksum of the input of each finished output, by (input path, output path)."""
        try:
            lines = self.path.read_text(encoding="utf-8").splitlines()
        except OSError:
            return {}
        entries = [entry for line in lines if (entry := _parsed(line)) is not None]
        if not entries or entries[0] != self.settings:
            return {}
        return {
            (entry["input"], entry["output"]): entry["sha256"]
            for entry in entries[1:]
            if {"input", "output", "sha256"} <= entry.keys()
        }

    def begin(self, kept: Iterable[tuple[Job, str]] = ()) -> None:
        """Start the file anew with what is kept of an earlier run."""
        with atomic(self.path) as out:
            out.write(_line(self.settings))
            out.writelines(self._entry(job, digest) for job, digest in kept)
        self._file = self.path.open("a", encoding="utf-8", newline="\n")

    def add(self, outcome: Outcome) -> None:
        """Note an output that is on the disk."""
        if self._file is not None and outcome.sha256 is not None:
            self._file.write(self._entry(outcome.job, outcome.sha256).decode())
            self._file.flush()

    def end(self, outcomes: Iterable[tuple[Job, str]]) -> None:
        """Close with the entries in the order of the inputs, the same whichever way the run went."""
        self.close()
        with atomic(self.path) as out:
            out.write(_line(self.settings))
            out.writelines(self._entry(job, digest) for job, digest in outcomes)

    def output_key(self, output: Path) -> str:
        """How the manifest names an output: relative to its own folder, so that the whole may be moved."""
        return Path(os.path.relpath(output, self.path.parent)).as_posix()

    def _entry(self, job: Job, digest: str) -> bytes:
        return _line({"input": str(job.path), "output": self.output_key(job.output), "sha256": digest})

    def close(self) -> None:
        """Close the file as it stands."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _line(entry: dict[str, str]) -> bytes:
    return json.dumps(entry).encode() + b"\n"


def _parsed(line: str) -> dict[str, str] | None:
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    return entry if isinstance(entry, dict) else None
