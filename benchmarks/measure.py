"""The measures: rates of processor time, fresh processes, memory, workers.

Processor time does not count other work on the machine, but a busy machine still makes it longer; whatever is compared
is therefore measured in turns in one run, and the ratio is the middle one of the turns.
"""

from __future__ import annotations

import gc
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from vnstruct.analysis import Analysis
from vnstruct.assembly import assemble
from vnstruct.batch import Job, Options, convert_files
from vnstruct.pipeline import STAGES, calibration, stages, structure
from vnstruct.schema import Directive, Source

Work = Callable[[], object]


class Start(NamedTuple):
    """A fresh process: processor time, and time on the clock, which other work on the machine makes longer."""

    cpu: float
    wall: float


def seconds(work: Work) -> float:
    """Processor time of one run."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def whole_job(texts: list[str]) -> list[str]:
    """Text to JSON, every document by itself."""
    return [structure(text).to_json() for text in texts]


def stage_by_stage(texts: list[str]) -> list[str]:
    """The same job with every stage reading all texts before the next begins, as no caller gets it.

    What it gains on short texts is what they pay for filling the processor's caches anew at every stage.
    """
    analyses = [Analysis.of(text) for text in texts]
    for stage in stages(None):
        for analysis in analyses:
            stage(analysis)
    return [assemble(analysis, Source(), calibration()).to_json() for analysis in analyses]


def rates_in_turns(works: dict[str, tuple[int, Work]], turns: int) -> dict[str, list[float]]:
    """Characters per second of several works on so many characters, measured one after the other, several times."""
    found: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(turns):
        for name, (characters, work) in works.items():
            found[name].append(characters / seconds(work))
    return found


def middle_ratio(rates: list[float], others: list[float]) -> float:
    """The middle of the ratios of turns."""
    return statistics.median(rate / other for rate, other in zip(rates, others, strict=True))


def yardsticks(lines: list[str], characters: int) -> dict[str, tuple[int, Work]]:
    """underthesea's word segmentation and entity recognition on the first lines; each gets what it does in seconds."""
    from underthesea import ner, word_tokenize  # noqa: PLC0415 - seconds, and only the comparison pays them

    word_tokenize(lines[0])
    ner(lines[0])
    many, few = _up_to(lines, characters), _up_to(lines, characters // 10)
    return {
        "underthesea.word_tokenize": (sum(map(len, many)), lambda: [word_tokenize(line) for line in many]),
        "underthesea.ner": (sum(map(len, few)), lambda: [ner(line) for line in few]),
    }


def _up_to(lines: list[str], characters: int) -> list[str]:
    chosen: list[str] = []
    size = 0
    for line in lines:
        if size >= characters:
            break
        chosen.append(line)
        size += len(line)
    return chosen


def stage_shares(texts: list[str]) -> dict[str, float]:
    """The share of every step in the time of the whole job, each on what the steps before it left."""
    spent: dict[str, float] = dict.fromkeys(["view", *STAGES, "assembly", "json"], 0.0)
    confidences = calibration()
    for text in texts:
        clock = [time.process_time()]
        analysis = Analysis.of(text)
        clock.append(time.process_time())
        for stage in stages(None):
            stage(analysis)
            clock.append(time.process_time())
        directive: Directive = assemble(analysis, Source(), confidences)
        clock.append(time.process_time())
        directive.to_json()
        clock.append(time.process_time())
        for step, start, end in zip(spent, clock, clock[1:], strict=False):
            spent[step] += end - start
    total = sum(spent.values())
    return {step: time_ / total for step, time_ in spent.items()}


def gain_by_stages(texts: list[str]) -> float:
    """How much sooner short texts are done stage by stage than one by one."""
    characters = sum(map(len, texts))
    works: dict[str, tuple[int, Work]] = {
        "apart": (characters, partial(whole_job, texts)),
        "together": (characters, partial(stage_by_stage, texts)),
    }
    rates = rates_in_turns(works, 3)
    return middle_ratio(rates["together"], rates["apart"])


def growth(make: Callable[[int], str], sizes: list[int], usual: list[str]) -> dict[int, float]:
    """Speed by the length of documents, as a share of that on usual documents, which are measured in between."""
    shares: dict[int, float] = {}
    common = sum(map(len, usual))
    for size in sizes:
        texts = [make(size) for _ in range(max(1, common // size))]
        works: dict[str, tuple[int, Work]] = {
            "usual": (common, partial(whole_job, usual)),
            "these": (sum(map(len, texts)), partial(whole_job, texts)),
        }
        rates = rates_in_turns(works, 3 if size < 1_000_000 else 1)
        shares[size] = middle_ratio(rates["these"], rates["usual"])
    return shares


def start(arguments: list[str], runs: int = 5) -> Start:
    """A fresh Python process, the middle of some runs."""
    found = []
    for _ in range(runs):
        before, clock = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        found.append(Start(cpu, time.perf_counter() - clock))
    return Start(statistics.median(s.cpu for s in found), statistics.median(s.wall for s in found))


# not ru_maxrss: on Linux a new process begins with the peak of the one that started it
_PEAK = r"""
import re, sys
from pathlib import Path
from vnstruct import structure_all
for result in structure_all(sorted(Path(sys.argv[1]).glob("*.txt"))[: int(sys.argv[2])]):
    result.directive.to_json()
print(int(re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text())[1]) / 1024)
"""


def peak_memory(folder: Path, documents: int) -> float:
    """Megabytes at most held by a process of its own that structures so many files; 0 where there is no /proc."""
    if not Path("/proc/self/status").is_file():
        return 0.0
    command = [sys.executable, "-c", _PEAK, os.fspath(folder), str(documents)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def worker_ratio(folder: Path, copies: int) -> float:
    """How much sooner two workers have converted the files of a folder than one, by the clock.

    Both runs start workers anew: two workers load the tables twice, so there must be text enough to make up for it.
    """
    files = sorted(folder.glob("*.txt")) * copies

    def run(workers: int) -> float:
        with tempfile.TemporaryDirectory() as out:
            jobs = [Job(path, Path(out, f"{number}.json")) for number, path in enumerate(files)]
            begun = time.perf_counter()
            assert all(outcome.error is None for outcome in convert_files(jobs, Options(), workers=workers))
            return time.perf_counter() - begun

    return statistics.median(run(1) / run(2) for _ in range(3))


def write_files(texts: list[str], folder: Path) -> None:
    """One file for each text."""
    for number, text in enumerate(texts):
        Path(folder, f"{number:05}.txt").write_text(text, encoding="utf-8", newline="")
