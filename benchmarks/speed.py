"""How fast: the whole job, each stage, growth with length, cold start, memory, workers, beside underthesea in one run.

    python benchmarks/speed.py [--quick] [--texts FOLDER] [--json FILE] [--plot FILE] [--check]

Generated text is always measured, real texts when their folder is there. The targets stand at the end beside what was
measured; with --check the exit code tells whether all are met.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from vnstruct.pipeline import structure

import measure
from plot import bars
from targets import compare
from texts import Generator

DOCUMENT = 12_000  # characters of a usual directive
REAL_TEXTS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "texts"


def annotations_in(text: str) -> int:
    """How many annotations a text gets, over all layers."""
    found = structure(text)
    return len(found.references) + len(found.dates) + len(found.bodies) + len(found.actions) + len(found.tasks)


def references_in_a_thousand(texts: list[str]) -> float:
    """How dense the dearest annotations are."""
    return 1000 * sum(len(structure(text).references) for text in texts) / sum(map(len, texts))


def side_by_side(name: str, texts: list[str], turns: int, figures: dict[str, float]) -> dict[str, tuple[float, str]]:
    """The whole job, underthesea and the steps on the same texts; fills in the figures, returns the bars to draw."""
    characters = sum(map(len, texts))
    density = 1000 * sum(annotations_in(text) for text in texts) / characters
    print(f"\n{name}: {len(texts)} documents, {characters:,} characters, {density:.0f} annotations in a thousand\n")
    print(f"{'characters per second':30}{'':>12}{'whole job is faster by':>26}")
    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    random.Random(1).shuffle(lines)
    others = measure.yardsticks(lines, min(characters, 300_000) // (1 if turns > 2 else 3))
    rates = measure.rates_in_turns({"whole": (characters, lambda: measure.whole_job(texts)), **others}, turns)
    whole = statistics.median(rates["whole"])
    print(f"{'whole job (text to JSON)':30}{whole:12,.0f}")
    drawn = {"whole job": (whole, "ours")}
    for other in others:
        ratio = measure.middle_ratio(rates["whole"], rates[other])
        rate = statistics.median(rates[other])
        print(f"{other:30}{rate:12,.0f}{ratio:25.1f}×")
        figures[f"{name}: {other.removeprefix('underthesea.')}"] = ratio
        drawn[other] = rate, "other"
    print()
    for step, share in measure.stage_shares(texts).items():
        print(f"  {step:28}{whole / share:12,.0f}{share:25.1%} of the time")
        figures[f"{name}: share of {step}"] = share
        drawn[step] = whole / share, "step"
    figures[f"{name}: characters per second"] = whole
    return drawn


def by_length(generator: Generator, usual: list[str], sizes: list[int], figures: dict[str, float]) -> None:
    """Whether a character costs the same in short and in long documents."""
    print(f"\nspeed by the length of a document, beside documents of {DOCUMENT:,} characters")
    shares = measure.growth(generator.text, sizes, usual)
    for size, share in shares.items():
        print(f"  {size:<28,}{share:12.0%}")
        figures[f"length {size}"] = share
    figures["spread"] = max(shares.values()) / min(shares.values())
    shortest = min(sizes)
    short = [generator.text(shortest) for _ in range(100)]
    gain = figures["shortest stage by stage"] = measure.gain_by_stages(short)
    print(f"  {f'{shortest:,}, stage by stage':<28}{shares[shortest] * gain:12.0%}")
    for name, texts in (("shortest", short), ("usual", usual)):
        density = figures[f"references in {name}"] = references_in_a_thousand(texts)
        print(f"  references in a thousand characters of the {name} documents: {density:.1f}")


def starts(text: str, folder: Path, figures: dict[str, float]) -> None:
    """Fresh processes."""
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    commands = {
        "python -c pass": ["-c", "pass"],
        "import vnstruct": ["-c", "import vnstruct"],
        "vnstruct --help": ["-m", "vnstruct", "--help"],
        "first document": ["-m", "vnstruct", "convert", str(path), "-o", str(folder / "out")],
    }
    print(f"\n{'a fresh process, seconds':30}{'processor':>12}{'clock':>12}")
    for name, arguments in commands.items():
        start = measure.start(arguments)
        print(f"  {name:28}{start.cpu:12.2f}{start.wall:12.2f}")
        figures[name] = start.cpu


def batches(texts: list[str], folder: Path, copies: int, figures: dict[str, float]) -> None:
    """Memory and workers, on files."""
    measure.write_files(texts, folder)
    few, all_ = measure.peak_memory(folder, len(texts) // 10), measure.peak_memory(folder, len(texts))
    print(f"\npeak memory, MB{few:27.0f} for {len(texts) // 10} documents, {all_:.0f} for {len(texts)}")
    if all_:
        figures["peak MB"] = max(few, all_)
    figures["two workers"] = measure.worker_ratio(folder, copies)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="less text, no growth to 10 MB")
    parser.add_argument("--texts", type=Path, default=REAL_TEXTS, help="a folder of .txt files: the real texts")
    parser.add_argument("--json", type=Path, help="write the figures there")
    parser.add_argument("--plot", type=Path, help="draw the rates on generated text there, as SVG")
    parser.add_argument("--check", action="store_true", help="exit code 1 when a target is missed")
    arguments = parser.parse_args()
    generator, figures = Generator(), dict[str, float]()
    usual = [generator.text(DOCUMENT) for _ in range(25 if arguments.quick else 100)]
    turns = 2 if arguments.quick else 3
    drawn = side_by_side("generated", usual, turns, figures)
    paths = sorted(arguments.texts.glob("*.txt"))[:: 8 if arguments.quick else 1]
    if paths:
        side_by_side("real", [path.read_bytes().decode("utf-8") for path in paths], turns, figures)
    sizes = [1_000, 10_000, 100_000, 1_000_000, *([] if arguments.quick else [10_000_000])]
    by_length(generator, usual[:25], sizes, figures)
    with tempfile.TemporaryDirectory() as folder:
        starts(usual[0], Path(folder), figures)
    with tempfile.TemporaryDirectory() as folder:
        batches(usual, Path(folder), 4 if arguments.quick else 6, figures)
    lines, met = compare(figures)
    print("\n" + "\n".join(lines))
    if arguments.json:
        rounded = {name: float(f"{value:.4g}") for name, value in figures.items()}
        arguments.json.write_text(json.dumps(rounded, indent=1) + "\n", encoding="utf-8")
    if arguments.plot:
        arguments.plot.write_text(bars(drawn, "Characters per second, generated text"), encoding="utf-8")
    sys.exit(0 if met or not arguments.check else 1)


if __name__ == "__main__":
    main()
