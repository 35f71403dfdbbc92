"""How fast, and how large, at scale: the local batch, record batches without an engine, and Spark with 1 and 2 workers.

    python benchmarks/scale.py [--documents N] [--texts FOLDER] [--json FILE]

Needs the extra ``spark``, Java and Linux. Every way structures the same texts, into all columns; times are taken after
a first run that starts the workers and loads the tables. The time of the processors (of this process and all below it:
workers, the Java machine) says what the work costs; that of the clock depends on who else uses the machine. The sizes
are those of the output by what is asked for.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

import pyarrow as pa
import pyarrow.parquet as pq
from pyspark.sql import SparkSession
from vnstruct.batch import structure_all
from vnstruct.cluster import Options, output_schema, structure_batches, structure_table

from texts import Generator

DOCUMENT = 12_000  # characters of a usual directive
WARM, TIMES = 1, 2  # how often Spark goes through the input, first unmeasured
FILES = 16  # of the input: each is a task
FEW = "header, bodies, dates, tasks"
SELECTIONS = {
    "typed columns and JSON (default)": Options(),
    "JSON alone": Options(layers=()),
    "typed columns alone": Options(json=False),
    FEW: Options(layers=("header", "bodies", "dates", "tasks"), json=False),
}


class Time(NamedTuple):
    """Seconds that some work took: by the clock, of all processors, and of these those that Java took."""

    clock: float
    processor: float
    java: float


def timed(work: Callable[[], object]) -> Time:
    before = (time.perf_counter(), *processor_seconds())
    work()
    return Time(
        *(after - start for after, start in zip((time.perf_counter(), *processor_seconds()), before, strict=True))
    )


def processor_seconds() -> tuple[float, float]:
    """What this process and all below it have used, those that have ended included; and what Java has of it."""
    parents: dict[int, int] = {}
    used: dict[int, int] = {}
    java: set[int] = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, values = path.read_text().rpartition(") ")
        except OSError:  # it ended meanwhile
            continue
        process, numbers = int(path.parent.name), values.split()
        parents[process] = int(numbers[1])
        used[process] = sum(map(int, numbers[11:15]))
        if name.endswith("(java"):
            java.add(process)

    def is_ours(process: int) -> bool:
        return process == os.getpid() or (process in parents and is_ours(parents[process]))

    tick = os.sysconf("SC_CLK_TCK")
    ours = {process: ticks / tick for process, ticks in used.items() if is_ours(process)}
    return sum(ours.values()), sum(ours[process] for process in ours.keys() & java)


def write_input(texts: list[str], folder: Path) -> None:
    """The texts as a table of some files, dealt out in turn so that all are alike."""
    folder.mkdir()
    for n in range(FILES):
        ids = range(n, len(texts), FILES)
        pq.write_table(pa.table({"id": ids, "text": [texts[i] for i in ids]}), folder / f"{n:02}.parquet")


def by_arrow(source: Path, target: Path, options: Options) -> None:
    """Parquet to Parquet in this process, without an engine."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    for path in sorted(source.glob("*.parquet")):
        with pq.ParquetFile(path) as table:
            schema = output_schema(table.schema_arrow, options=options)
            with pq.ParquetWriter(target / path.name, schema, compression="zstd") as out:
                for batch in structure_batches(table.iter_batches(128), options=options):
                    out.write_batch(batch)


def by_spark(source: Path, target: Path, workers: int, options: Options) -> Time:
    """Parquet to Parquet under Spark, when the workers are there and Java has compiled what it runs."""
    spark = (
        SparkSession.builder.master(f"local[{workers}]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.memory", "2g")
        .config("spark.sql.files.openCostInBytes", "0")
        .config("spark.sql.files.maxPartitionBytes", str(max(p.stat().st_size for p in source.glob("*.parquet")) + 1))
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "128")
        .config("spark.sql.parquet.compression.codec", "zstd")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")

    def run(times: int) -> None:
        table = structure_table(spark.read.parquet(*[str(source)] * times), options=options)
        table.write.mode("overwrite").parquet(str(target))

    run(WARM)
    time_ = timed(lambda: run(TIMES))
    spark.stop()
    return Time(*(seconds / TIMES for seconds in time_))


def weight(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.glob("*.parquet"))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, default=240)
    parser.add_argument("--texts", type=Path, help="a folder of .txt files to measure instead of generated text")
    parser.add_argument("--json", type=Path, help="write the figures there too")
    given = parser.parse_args()
    os.environ |= {"PYSPARK_PYTHON": sys.executable}
    if given.texts:
        paths = itertools.islice(itertools.cycle(sorted(given.texts.glob("*.txt"))), given.documents)
        texts = [path.read_bytes().decode() for path in paths]
    else:
        generator = Generator()
        texts = [generator.text(DOCUMENT) for _ in range(given.documents)]
    characters = sum(map(len, texts))
    figures: dict[str, float] = {"documents": len(texts), "characters": characters}
    print(f"{len(texts)} documents, {characters:,} characters\n")
    print(
        f"{'':30}{'by the clock':^30}{'of one processor':^26}{'Java':>8}\n{'':30}"
        + f"{'documents/s':>13}{'characters/s':>13}" * 2
    )

    def tell(name: str, time_: Time) -> None:
        figures.update({f"{name}, {kind}": round(value, 2) for kind, value in time_._asdict().items()})
        rates = "".join(f"{len(texts) / value:13.1f}{characters / value:13,.0f}" for value in time_[:2])
        rates += f"{time_.java / time_.processor:8.0%}"
        print(f"{name:30}{rates}   (load {os.getloadavg()[0]:.1f})", flush=True)

    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in"), Path(folder, "out")
        write_input(texts, source)
        list(structure_all(texts[:3]))

        def local(workers: int) -> None:
            results = structure_all((text + "\n" for text in texts), workers=workers)
            assert all(result.directive and result.directive.to_json() for result in results)

        tell("local batch, 1 process", timed(lambda: local(1)))
        tell("local batch, 2 processes", timed(lambda: local(2)))
        tell("record batches, 1 process", timed(lambda: by_arrow(source, target, Options())))
        few = SELECTIONS[FEW]
        for name, workers, options in (
            ("Spark, 1 worker", 1, Options()),
            ("Spark, 2 workers", 2, Options()),
            ("Spark, 2 workers, four layers", 2, few),
        ):
            tell(name, by_spark(source, target, workers, options))
        read = weight(source) / len(texts)
        print(f"\n{'bytes of Parquet a document':36}{read:14,.0f} in")
        figures["bytes in"] = round(read)
        for name, options in SELECTIONS.items():
            by_arrow(source, target, options)
            figures[f"bytes, {name}"] = round(weight(target) / len(texts))
            print(f"{name:36}{weight(target) / len(texts):14,.0f}", flush=True)
    if given.json:
        given.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
