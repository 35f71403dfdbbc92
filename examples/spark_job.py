"""Structure a folder of documents, or a Parquet table of texts, under Apache Spark; the result is Parquet.

    python examples/spark_job.py FOLDER OUT
    python examples/spark_job.py TABLE OUT --text noi_dung --id so_hieu --layers header,bodies,dates,tasks
    spark-submit --master yarn --archives vnstruct.tar.gz#env examples/spark_job.py s3a://van-ban s3a://ket-qua

FOLDER and OUT are paths or URIs of any storage that Spark reads. Settings and figures: docs/scale.md.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

from pyspark.sql import DataFrame, SparkSession
from vnstruct.cluster import LAYERS, Options, structure_folder, structure_table


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("input", help="a folder of documents, or with --text a Parquet table")
    parser.add_argument("output", help="folder of the Parquet files to write; must not be there yet")
    parser.add_argument("--text", metavar="COLUMN", help="the column of the table that holds the texts")
    parser.add_argument("--id", metavar="COLUMN", default="id", help="the column that tells its rows apart")
    parser.add_argument("--layers", default=",".join(LAYERS), help="typed columns of the result, by commas")
    parser.add_argument("--no-json", action="store_true", help="leave out the whole document as JSON")
    parser.add_argument("--knowledge", type=Path, help="folder with tables of your own, readable by every worker")
    parser.add_argument("--partitions", type=int, help="redistribute the table over so many tasks first")
    parser.add_argument("--master", help="for a run without spark-submit: local[2], spark://…")
    return parser.parse_args()


def session(master: str | None) -> SparkSession:
    """The session, with small batches: documents are large rows."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("vnstruct").config("spark.sql.execution.arrow.maxRecordsPerBatch", "128")
    return (builder.master(master) if master else builder).getOrCreate()


def structured(spark: SparkSession, given: argparse.Namespace) -> DataFrame:
    """The input, structured: nothing has run yet."""
    layers = tuple(name for name in given.layers.split(",") if name)
    options = Options(layers=layers, json=not given.no_json, knowledge=given.knowledge)
    if given.text is None:
        return structure_folder(spark, given.input, options=options)
    table = spark.read.parquet(given.input)
    if given.partitions:
        table = table.repartition(given.partitions)
    return structure_table(table, text_column=given.text, id_column=given.id, options=options)


def main() -> None:
    given = arguments()
    spark = session(given.master)
    start = time.monotonic()
    structured(spark, given).write.option("compression", "zstd").parquet(given.output)
    seconds = time.monotonic() - start
    written = spark.read.parquet(given.output)
    count, bad = written.count(), written.where("error is not null").count()
    print(f"{count} documents, {bad} bad, {seconds:.1f} s, {count / seconds:.1f} documents a second")
    written.where("error is not null").groupBy("error.code").count().show(truncate=False)
    spark.stop()


if __name__ == "__main__":
    main()
