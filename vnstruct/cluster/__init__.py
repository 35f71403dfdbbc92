"""Past one machine: the same function over the rows of a table, under Apache Spark or any engine that speaks Arrow.

* :func:`structure_table` and :func:`structure_folder` are for Spark: a table of texts or of file contents, or a folder
  of files, becomes a table with one row a document.
* :func:`structure_batches` is what they run on every worker: record batches in, record batches out. It needs pyarrow
  alone and suits Parquet files without an engine, DuckDB, Ray, Dask …

Needs ``pip install 'vnstruct[spark]'``; without it the functions raise :class:`vnstruct.errors.MissingPackage`. How to
run it and what it costs: ``docs/scale.md``.
"""

from __future__ import annotations

from vnstruct.cluster.batches import output_schema, structure_batches
from vnstruct.cluster.options import LAYERS, Options
from vnstruct.cluster.tables import structure_folder, structure_table

__all__ = ["LAYERS", "Options", "output_schema", "structure_batches", "structure_folder", "structure_table"]
