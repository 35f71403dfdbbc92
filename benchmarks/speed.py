"""How fast: the whole job, each stage, growth with length, cold start, memory, workers, beside underthesea in one run.

    python benchmarks/speed.py [--quick] [--texts FOLDER] [--json FILE]

Rates are of processor time, so that other work on the machine does not count; the ratios, taken in the same run on the
same text, do not depend on the machine.
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from vnstruct.analysis import Analysis
from vnstruct.assembly import assemble
from vnstruct.batch import structure_all
from vnstruct.pipeline import STAGES, stages, structure
from vnstruct.schema import Source

from texts import Generator

DOCUMENT = 12_000  # characters of a usual directive


def seconds(work: Callable[[], object], repeats: int = 3) -> float:
    """Processor time of the best of some runs."""
    gc.collect()
    best = float("inf")
    for _ in range(repeats):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def rate(characters: int, work: Callable[[], object], repeats: int = 3) -> float:
    """Characters per second."""
    return characters / seconds(work, repeats)


def stage_rates(texts: list[str]) -> dict[str, float]:
    """Characters per second of every step, each on what the steps before it left."""
    characters = sum(map(len, texts))
    spent: dict[str, float] = dict.fromkeys(["view", *STAGES, "assembly", "json"], 0.0)

    def timed(step: str, work: Callable[[], object]) -> object:
        start = time.process_time()
        result = work()
        spent[step] += time.process_time() - start
        return result

    for text in texts:
        analysis = timed("view", lambda text=text: Analysis.of(text))
        assert isinstance(analysis, Analysis)
        for name, stage in zip(STAGES, stages(), strict=True):
            timed(name, lambda stage=stage, analysis=analysis: stage(analysis))
        directive = timed("assembly", lambda analysis=analysis: assemble(analysis, Source()))
        timed("json", lambda directive=directive: directive.to_json())  # type: ignore[attr-defined]
    return {step: characters / time_ for step, time_ in spent.items() if time_}


def growth(generator: Generator, sizes: list[int]) -> dict[int, float]:
    """Characters per second of one document by its length."""
    texts = {size: generator.text(size) for size in sizes}
    return {
        size: rate(size, lambda text=text: structure(text).to_json(), 5 if size < 10**6 else 1)
        for size, text in texts.items()
    }


def cold(arguments: list[str]) -> float:
    """Seconds of a fresh process, the middle of five."""
    runs = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        runs.append(time.perf_counter() - start)
    return statistics.median(runs)


def worker_ratio(texts: list[str]) -> float:
    """How much faster two workers are than one."""

    def run(workers: int) -> float:
        start = time.perf_counter()
        assert all(result.error is None for result in structure_all(texts, workers=workers))
        return time.perf_counter() - start

    run(2)
    return run(1) / run(2)


def underthesea_rates(text: str) -> dict[str, float]:
    """Characters per second of underthesea's word segmentation and entity recognition on the same text."""
    from underthesea import ner, word_tokenize  # noqa: PLC0415

    lines = [line for line in text.split("\n") if line.strip()]
    short = lines[: max(1, len(lines) // 20)]
    word_tokenize(lines[0])
    ner(lines[0])
    return {
        "underthesea.word_tokenize": rate(len(text), lambda: [word_tokenize(line) for line in lines], 1),
        "underthesea.ner": rate(sum(map(len, short)), lambda: [ner(line) for line in short], 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="less text, no growth to 10 MB")
    parser.add_argument("--texts", type=Path, help="a folder of .txt files to measure instead of generated text")
    parser.add_argument("--json", type=Path, help="write the figures there too")
    arguments = parser.parse_args()
    generator = Generator()
    total = 300_000 if arguments.quick else 1_200_000
    if arguments.texts:
        texts = [path.read_bytes().decode() for path in sorted(arguments.texts.glob("*.txt"))]
    else:
        texts = [generator.text(DOCUMENT) for _ in range(total // DOCUMENT)]
    characters = sum(map(len, texts))
    structure(texts[0])

    whole = rate(characters, lambda: [structure(text).to_json() for text in texts])
    others = underthesea_rates("\n".join(texts)[: total // 4])
    figures: dict[str, object] = {"characters": characters, "whole job": round(whole)}
    print(f"{len(texts)} documents, {characters:,} characters\n")
    print(f"{'characters per second':34}{'':>12}{'whole job is faster by':>26}")
    print(f"{'whole job (text to JSON)':34}{whole:12,.0f}")
    for name, other in others.items():
        print(f"{name:34}{other:12,.0f}{whole / other:25.1f}×")
        figures[f"ratio to {name}"] = round(whole / other, 2)
    print()
    for step, speed in stage_rates(texts).items():
        print(f"  {step:32}{speed:12,.0f}{whole / speed:25.1%} of the time")
        figures[step] = round(speed)
    print("\nlength of one document")
    for size, speed in growth(
        generator, [1_000, 10_000, 100_000, 1_000_000] + ([] if arguments.quick else [10_000_000])
    ).items():
        print(f"  {size:<32,}{speed:12,.0f}")
        figures[f"length {size}"] = round(speed)
    print()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.txt")
        path.write_text(texts[0], encoding="utf-8")
        starts = {
            "python -c pass": cold(["-c", "pass"]),
            "import vnstruct": cold(["-c", "import vnstruct"]),
            "vnstruct --help": cold(["-m", "vnstruct", "--help"]),
            "first document, cold": cold(["-m", "vnstruct", "convert", str(path)]),
        }
    for name, time_ in starts.items():
        print(f"{name:34}{time_:12.2f} s")
        figures[name] = round(time_, 3)
    ratio = worker_ratio(texts * 2)
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    print(f"{'two workers against one':34}{ratio:12.2f}×")
    print(f"{'peak memory, this process':34}{peak:12,.0f} MB (underthesea's models included)")
    figures |= {"two workers": round(ratio, 2), "peak MB": round(peak)}
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
