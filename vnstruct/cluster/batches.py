"""Record batches of documents in, record batches of structured documents out.

No engine is needed for it, and none is imported: pyarrow alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from vnstruct.batch import Result, as_error, structure_one
from vnstruct.cluster.columns import check_columns, result_schema
from vnstruct.cluster.extras import extra
from vnstruct.cluster.options import Options
from vnstruct.cluster.rows import Row, failed_row, row_of
from vnstruct.errors import EmptyDocument, InvalidColumns, UnknownEncoding, VnstructError

if TYPE_CHECKING:
    import pyarrow as pa

_BATCH_CHARACTERS = (
    4_000_000  # of text; with its annotations some fifty megabytes, far from Arrow's limit of two gigabytes
)


def structure_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    text_column: str = "text",
    id_column: str = "id",
    keep: Sequence[str] = (),
    length_column: str | None = None,
    options: Options | None = None,
) -> Iterator[pa.RecordBatch]:
    """Structure every document of some record batches, one row each, in their order.

    ``text_column`` holds texts, or, when it is binary, the contents of files of any kind that vnstruct reads; then the
    ids name the files in ``source.path``. ``id_column`` and the columns of ``keep`` are handed through as they are; ids
    need not be unique. ``length_column`` gives the size of a content that was left out as too large, for its message.

    A bad document (null, damaged, too slow …) is a row whose ``error`` says why and whose other columns are null. The
    tables and the model are loaded with the first batch of the process and stay. Memory holds one batch of the input
    and one of the output. Raises ``InvalidColumns`` when the columns do not fit, and what is wrong with
    ``options.knowledge``.
    """
    options = options or Options()
    kept = [id_column, *keep]
    for batch in batches:
        schema = output_schema(batch.schema, text_column=text_column, id_column=id_column, keep=keep, options=options)
        _load(options)
        lengths = batch.column(length_column).to_pylist() if length_column else None
        results = _results(batch.column(text_column), batch.column(id_column), lengths, options)
        start = 0
        for portion in _portions(results, options.batch_rows):
            columns = [batch.column(name).slice(start, len(portion)) for name in kept]
            rows = [row_of(result, options) for result in portion]
            columns += _encoded(rows, result_schema(options)).columns
            yield extra("pyarrow").RecordBatch.from_arrays(columns, schema=schema)
            start += len(portion)


def output_schema(
    schema: pa.Schema,
    *,
    text_column: str = "text",
    id_column: str = "id",
    keep: Sequence[str] = (),
    options: Options | None = None,
) -> pa.Schema:
    """The schema of what :func:`structure_batches` gives for batches of this schema.

    Raises ``InvalidColumns`` for a column that is not there, a text column that holds neither strings nor binaries, and
    a column to be handed through that has the name of another one of the result.
    """
    options = options or Options()
    kept = [id_column, *keep]
    check_columns(schema.names, text_column=text_column, kept=kept, options=options)
    kind = schema.field(text_column).type
    if not _is_text(kind) and not _is_binary(kind):
        raise InvalidColumns.known("column-type", column=text_column, type=kind)
    return extra("pyarrow").schema([*(schema.field(name) for name in kept), *result_schema(options)])


def _is_text(kind: pa.DataType) -> bool:
    types = extra("pyarrow.types")
    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))


def _is_binary(kind: pa.DataType) -> bool:
    types = extra("pyarrow.types")
    return bool(types.is_binary(kind) or types.is_large_binary(kind) or types.is_binary_view(kind))


def _load(options: Options) -> None:
    """Load the tables and the model once, outside the time of any document; a wrong table is told at once, too."""
    from vnstruct.pipeline import calibration, stages  # noqa: PLC0415 - heavy, and needed on the workers alone

    stages(options.knowledge)
    calibration()


def _results(
    documents: pa.Array, ids: pa.Array, lengths: list[int | None] | None, options: Options
) -> Iterator[Result]:
    """The documents structured, one after the other; texts carry no path, files that of their id."""
    are_files = _is_binary(documents.type)
    for number in range(len(documents)):
        path = None
        try:
            path = _path(ids[number]) if are_files else None
            document = _document(documents[number], path)
            if document is None:
                options.limits.check_size((lengths and lengths[number]) or 0, path)
                raise EmptyDocument.known("empty", path=path)
        except VnstructError as error:
            yield Result(path, None, error)
            continue
        yield structure_one(document, path, knowledge=options.knowledge, limits=options.limits)


def _path(scalar: pa.Scalar) -> str | None:
    """What names a file: its id, when there is one that can be read."""
    try:
        value = scalar.as_py()
    except UnicodeDecodeError:
        return None
    return None if value is None else str(value)


def _document(scalar: pa.Scalar, path: str | None) -> str | bytes | None:
    """The Python value; engines do not check that a column of strings is UTF-8 throughout."""
    try:
        value: str | bytes | None = scalar.as_py()
    except UnicodeDecodeError as error:
        raise UnknownEncoding.known("unknown-encoding", path=path) from error
    return value


def _portions(results: Iterable[Result], rows: int) -> Iterator[list[Result]]:
    """Results by the batch: so many rows, or so many characters."""
    portion: list[Result] = []
    characters = 0
    for result in results:
        portion.append(result)
        characters += len(result.directive.text) if result.directive else 0
        if len(portion) >= rows or characters >= _BATCH_CHARACTERS:
            yield portion
            portion, characters = [], 0
    if portion:
        yield portion


def _encoded(rows: list[Row], schema: pa.Schema) -> Any:
    """The rows as a record batch; a row that Arrow cannot hold (a lone surrogate) becomes one with an error."""
    pa = extra("pyarrow")
    try:
        return pa.RecordBatch.from_pylist(rows, schema=schema)
    except (UnicodeError, pa.ArrowException) as error:
        if len(rows) == 1:
            return pa.RecordBatch.from_pylist([failed_row(as_error(error, None))], schema=schema)
    single = [_encoded([row], schema) for row in rows]
    return pa.Table.from_batches(single, schema=schema).combine_chunks().to_batches()[0]
