"""Apache Spark: a table or a folder of documents becomes a table of structured documents."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from vnstruct.cluster.batches import structure_batches
from vnstruct.cluster.columns import check_columns, result_schema
from vnstruct.cluster.extras import extra
from vnstruct.cluster.options import Options
from vnstruct.errors import InvalidColumns
from vnstruct.readers import SUFFIXES

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


def structure_table(
    table: DataFrame,
    *,
    text_column: str = "text",
    id_column: str = "id",
    keep: Sequence[str] = (),
    options: Options | None = None,
) -> DataFrame:
    """Structure every row of a Spark table; lazy, like every transformation of Spark.

    The result has ``id_column`` and the columns of ``keep`` as they are, then ``error`` (code, message and remedy, null
    for a good document), then what ``options`` ask for: typed columns for the layers and the whole document as JSON,
    null for a bad document. A binary ``text_column`` holds contents of files, see :func:`structure_batches`.

    Raises ``InvalidColumns`` when the columns do not fit, ``MissingPackage`` without pyspark or pyarrow. A document never
    fails the job; a worker that the system kills (out of memory) is tried again by Spark, see ``docs/scale.md``.
    """
    return _structured(table, text_column, id_column, keep, None, options or Options())


def structure_folder(
    spark: SparkSession, folder: str | os.PathLike[str], *, options: Options | None = None
) -> DataFrame:
    """Structure every file of a folder and its sub-folders, on any storage that Spark reads, one row each.

    Takes what ``vnstruct convert`` takes from a folder, by the suffix of the name; the kind of a file is decided by its
    content. Spark itself leaves out files without a byte, and names that begin with ``_``. ``path`` is a plain path on
    the local file system and a URI elsewhere. A file above ``options.limits.max_bytes`` is a row with an error and is never loaded.
    """
    options = options or Options()
    functions = extra("pyspark.sql.functions")
    reader = spark.read.format("binaryFile").option("recursiveFileLookup", True).option("pathGlobFilter", _name_glob())
    files = reader.load(os.fspath(folder)).where(~functions.col("path").rlike(r"/~\$[^/]*$"))  # Word's lock files
    path = functions.regexp_replace("path", "^file:/+", "/").alias("path")
    size = functions.col("_metadata.file_size")  # known from the listing: what it rules out is never opened
    nothing = functions.lit(None).cast("binary").alias("content")
    small = files.where(size <= options.limits.max_bytes).select(path, "length", "content")
    large = files.where(size > options.limits.max_bytes).select(path, "length", nothing)
    return _structured(small.unionByName(large), "content", "path", (), "length", options)


def _structured(
    table: DataFrame, text_column: str, id_column: str, keep: Sequence[str], length_column: str | None, options: Options
) -> DataFrame:
    types, from_arrow = extra("pyspark.sql.types"), extra("pyspark.sql.pandas.types").from_arrow_schema
    kept = [id_column, *keep]
    # told here, not by a worker in the middle of the job
    check_columns(table.columns, text_column=text_column, kept=kept, options=options)
    kind = table.schema[text_column].dataType
    if not isinstance(kind, (types.StringType, types.BinaryType)):
        raise InvalidColumns.known("column-type", column=text_column, type=kind.simpleString())
    needed = table.select(*dict.fromkeys([*kept, text_column, *([length_column] if length_column else [])]))
    work = partial(
        structure_batches,
        text_column=text_column, id_column=id_column, keep=keep, length_column=length_column, options=options,
    )  # fmt: skip
    added = from_arrow(result_schema(options))
    return needed.mapInArrow(work, types.StructType([*(needed.schema[name] for name in kept), *added]))


def _name_glob() -> str:
    """The pattern of names with a suffix that vnstruct reads, in small letters or capitals."""
    any_case = (
        "".join(f"[{letter}{letter.upper()}]" if letter.isalpha() else letter for letter in s) for s in SUFFIXES
    )
    return "*{" + ",".join(any_case) + "}"
