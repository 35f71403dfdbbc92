"""Five hundred files of every format, twenty of them broken: nothing is lost, nothing is left half done.

The formats that join all documents are tried on a smaller folder; ``make test-batch`` takes the large one for all, with
more kills.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.shell.mixed_batch import BROKEN, break_some, good_files, without_privilege

LONG = os.environ.get("VNSTRUCT_TEST_BATCH") == "long"
FILES = 500
FILES_JOINED = FILES if LONG else 60
KILLS = 8 if LONG else 2


class Batch(NamedTuple):
    """A folder of files, and what an undisturbed run made of it; ``memory`` in kilobytes as it went on."""

    folder: Path
    results: Path
    code: int
    said: str
    memory: list[int]


def convert(folder: Path, out: Path, *options: str) -> subprocess.Popen[str]:
    """The program at work, in a process group of its own, with no more rights than any user."""
    command = [sys.executable, "-m", "vnstruct", "convert", str(folder), "--workers", "2", *options]
    files = ["-o", str(out), "--errors", str(out.parent / "loi.jsonl")]
    return subprocess.Popen(
        command + files,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=without_privilege,  # noqa: PLW1509 - there are no threads here
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def mixed_folder(folder: Path, samples: Path, files: int) -> Iterator[Path]:
    """A folder of so many files; the one without permission is opened again afterwards, to be cleared away."""
    good_files(folder, samples, files - BROKEN)
    locked = break_some(folder)
    locked.chmod(0)
    try:
        if (
            subprocess.run(["ls", locked], preexec_fn=without_privilege, capture_output=True, check=False).returncode
            == 0
        ):
            pytest.skip("this user may open every folder")
        yield folder
    finally:
        locked.chmod(0o700)


@pytest.fixture(scope="module")
def folder(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Five hundred files."""
    yield from mixed_folder(tmp_path_factory.mktemp("vao"), samples, FILES)


@pytest.fixture(scope="module")
def folder_to_join(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """As many files as the formats that join them are tried with."""
    yield from mixed_folder(tmp_path_factory.mktemp("vao"), samples, FILES_JOINED)


@pytest.fixture(scope="module")
def batch(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Batch:
    """Five hundred files, converted to JSON while we watch."""
    results = tmp_path_factory.mktemp("ra")
    process = convert(folder, results / "json")
    memory = []
    while process.poll() is None:
        memory.append(resident(process.pid))
        time.sleep(0.1)
    _, said = process.communicate()
    return Batch(folder, results, process.returncode, said, memory)


def resident(parent: int) -> int:
    """Memory of a process and its children, in kilobytes."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,rss="], capture_output=True, text=True, check=True).stdout
    rows = [[int(field) for field in line.split()] for line in listed.splitlines()]
    return sum(rss for pid, ppid, rss in rows if parent in (pid, ppid))


def test_every_file_gives_a_result_or_a_clear_error(batch: Batch) -> None:
    written = list((batch.results / "json").rglob("*.json"))
    told = [json.loads(line) for line in (batch.results / "loi.jsonl").read_text("utf-8").splitlines()]
    assert (batch.code, len(written), len(told)) == (1, FILES - BROKEN, BROKEN)
    assert batch.said.count("lỗi: ") == BROKEN
    assert f"Đã chuyển {FILES - BROKEN} tài liệu (0 không đổi từ lần trước), {BROKEN} lỗi." in batch.said
    assert all(Path(entry["path"]).name.startswith("hong-") and entry["message"] and entry["remedy"] for entry in told)
    assert not {entry["code"] for entry in told} & {"internal-error", "error"}


def test_results_are_whole_and_right(batch: Batch) -> None:
    """Each result is that of its own file: its text is the file's, its number stands in it."""
    empty = 0
    for path in (batch.results / "json").rglob("*.json"):
        document = json.loads(path.read_text("utf-8"))
        source = Path(document["source"]["path"])
        assert path.stem in {source.stem, source.name}
        assert all(document["text"][a["start"] : a["end"]] == a["text"] for a in document["references"])
        empty += not document["tasks"]
    assert empty < FILES / 10  # the samples set tasks, whatever the format they come in


def test_memory_stays_flat(batch: Batch) -> None:
    """The processes grow while they load tables and meet their largest document, not with the number of documents."""
    half = max(batch.memory[: len(batch.memory) // 2])
    assert max(batch.memory) < half + 30 * 1024, f"{half} kB in the first half, then {max(batch.memory)} kB"


def interrupted_run(folder: Path, out: Path, chance: random.Random) -> int:
    """Run and kill with everything that belongs to it, again and again, then let it end; gives how often it was killed.

    The moment is drawn from the results there are: any from before the first to after the last.
    """
    killed = 0
    total = sum(path.is_file() for path in folder.rglob("*"))
    for round_ in range(KILLS):
        process = convert(folder, out, "--resume")
        wanted = chance.randint(0, total * (round_ + 1) // KILLS)
        manifest = out / ".vnstruct-manifest.jsonl" if not out.suffix else out.with_name(f".{out.name}.manifest.jsonl")
        while process.poll() is None and not (manifest.exists() and manifest.read_bytes().count(b"\n") >= wanted):
            time.sleep(0.01)
        time.sleep(chance.uniform(0, 0.2))
        killed += process.poll() is None
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    process = convert(folder, out, "--resume")
    _, said = process.communicate()
    assert (process.returncode, f"{BROKEN} lỗi" in said) == (1, True)
    return killed


def test_killed_at_random_moments_and_resumed(batch: Batch, tmp_path: Path) -> None:
    """Byte for byte what an undisturbed run gives: results, manifest and the list of errors."""
    killed = interrupted_run(batch.folder, tmp_path / "json", random.Random(1))
    assert killed > 0
    assert contents(tmp_path) == contents(batch.results)


@pytest.mark.parametrize(
    ("format_", "seed"), [("jsonl", 2), ("csv", 3), ("xlsx", 4), *([("review", 5)] if LONG else [])]
)
def test_a_joined_file_is_the_same_after_kills(folder_to_join: Path, tmp_path: Path, format_: str, seed: int) -> None:
    name = f"tat-ca.{'html' if format_ == 'review' else format_}"
    convert(folder_to_join, tmp_path / "mot" / name).communicate()
    killed = interrupted_run(folder_to_join, tmp_path / "hai" / name, random.Random(seed))
    assert killed > 0
    assert contents(tmp_path / "hai") == contents(tmp_path / "mot")
