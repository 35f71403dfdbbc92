"""The columns of the result, derived from the output models: a field added to the schema is a field of the table."""

from __future__ import annotations

from collections.abc import Sequence
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict

from vnstruct.cluster.extras import extra
from vnstruct.errors import InvalidColumns
from vnstruct.schema import Directive

if TYPE_CHECKING:
    import pyarrow as pa

    from vnstruct.cluster.options import Options


class Failure(BaseModel):
    """Why a document has no structure: an error of :mod:`vnstruct.errors`."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    code: str
    """Stable identifier: ``empty-document``, ``encrypted-file`` …"""
    message: str
    """What happened, in Vietnamese."""
    remedy: str
    """What to do about it; may be empty."""


def result_schema(options: Options) -> pa.Schema:
    """The columns that structuring adds to a row: ``error``, the layers, ``text``, ``json``.

    All of them may be null: a row has either an error or a structure.
    """
    pa = extra("pyarrow")
    names = [*dict.fromkeys(options.layers), *(["text"] if options.text else [])]
    layers = [pa.field(name, arrow_type(Directive.model_fields[name].annotation)) for name in names]
    json = [pa.field("json", pa.string())] if options.json else []
    return pa.schema([pa.field("error", arrow_type(Failure)), *layers, *json])


def check_columns(given: Sequence[str], *, text_column: str, kept: Sequence[str], options: Options) -> None:
    """Raise ``InvalidColumns`` for a column that is not there, or there twice, or taken by another one of the result."""
    taken = set(result_schema(options).names)
    for name in (text_column, *kept):
        if list(given).count(name) != 1:
            raise InvalidColumns.known("no-column", column=name, columns=", ".join(given))
    for name in kept:
        if name in taken:
            raise InvalidColumns.known("column-taken", column=name)
        taken.add(name)


def arrow_type(annotation: Any) -> pa.DataType:
    """The Arrow type of a field of a model; raises ``TypeError`` for a type that no output model uses yet."""
    pa = extra("pyarrow")
    scalars = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    annotation = _without_none(annotation)
    if annotation in scalars:
        return scalars[annotation]
    if get_origin(annotation) is Literal:
        return pa.string()
    items = set(get_args(annotation))
    if get_origin(annotation) in (list, tuple) and len(items) == 1:  # tuple[int, int, int, int] is an array in JSON too
        return pa.list_(pa.field("element", arrow_type(items.pop()), nullable=False))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return pa.struct(_fields(annotation))
    raise TypeError(f"no Arrow type for {annotation}")


def _fields(model: type[BaseModel]) -> list[pa.Field]:
    """The fields under the names that the JSON has (``class``, not ``verb_class``), null only where the model is."""
    pa = extra("pyarrow")
    return [
        pa.field(
            field.serialization_alias or name,
            arrow_type(field.annotation),
            nullable=_without_none(field.annotation) is not field.annotation,
        )
        for name, field in model.model_fields.items()
    ]


def _without_none(annotation: Any) -> Any:
    """``X`` for ``X | None``, anything else as it is."""
    if get_origin(annotation) not in (Union, UnionType):
        return annotation
    others = [option for option in get_args(annotation) if option is not NoneType]
    return others[0] if len(others) == 1 else annotation
