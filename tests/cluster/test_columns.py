"""The columns: derived from the models, and complete."""

from __future__ import annotations

import json
from typing import Any, Literal

import pytest
import vnstruct
from pydantic import BaseModel, Field
from tests.cluster.documents import ORDER
from vnstruct.batch import Result
from vnstruct.cluster.columns import arrow_type, result_schema
from vnstruct.cluster.options import LAYERS, Options
from vnstruct.cluster.rows import row_of
from vnstruct.errors import InvalidColumns
from vnstruct.schema import Directive

pa = pytest.importorskip("pyarrow")


class Inner(BaseModel):
    """A model with a field that has another name in JSON."""

    label: str
    kind_of: str | None = Field(default=None, serialization_alias="class")


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        (str, pa.string()),
        (int, pa.int64()),
        (float, pa.float64()),
        (bool, pa.bool_()),  # bool before int: it is a subclass of it
        (str | None, pa.string()),  # null is a matter of the field, not of the type
        (Literal["a", "b"], pa.string()),
        (Literal["a"] | None, pa.string()),
        (list[str], pa.list_(pa.field("element", pa.string(), nullable=False))),
        (tuple[int, int] | None, pa.list_(pa.field("element", pa.int64(), nullable=False))),  # an array in JSON, too
        (Inner, pa.struct([pa.field("label", pa.string(), nullable=False), pa.field("class", pa.string())])),
    ],
)
def test_arrow_types(annotation: Any, expected: Any) -> None:
    assert arrow_type(annotation) == expected


@pytest.mark.parametrize("annotation", [dict[str, int], str | int, bytes, tuple[int, str]])
def test_a_type_without_a_rule_is_no_silent_string(annotation: Any) -> None:
    with pytest.raises(TypeError, match="no Arrow type"):
        arrow_type(annotation)


def test_every_field_of_the_document_has_a_column() -> None:
    schema = result_schema(Options(text=True))
    assert set(schema.names) == {"error", "json", *Directive.model_fields}
    assert schema.names[0] == "error"


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (Options(layers=("tasks", "bodies")), ["error", "tasks", "bodies", "json"]),
        (Options(layers=("tasks", "tasks"), json=False), ["error", "tasks"]),  # named twice, there once
        (Options(layers=(), text=True), ["error", "text", "json"]),
        (Options(layers=(), json=False), ["error"]),
    ],
)
def test_options_choose_the_columns(options: Options, names: list[str]) -> None:
    assert result_schema(options).names == names


def test_unknown_layer() -> None:
    with pytest.raises(InvalidColumns) as caught:
        Options(layers=("tasks", "phrases"))
    assert caught.value.in_language("en").startswith("there is no layer 'phrases' (the layers: schema_version, source")


def test_typed_columns_say_what_the_json_says() -> None:
    directive = vnstruct.structure(ORDER)
    dumped = json.loads(directive.to_json())
    options = Options(text=True, json=False)
    rows = [row_of(Result(None, directive, None), options)]
    (row,) = pa.RecordBatch.from_pylist(rows, schema=result_schema(options)).to_pylist()
    assert row.pop("error") is None
    assert row == dumped
    assert row["tasks"]
    assert row["actions"][0]["class"]
    assert set(LAYERS) == set(row) - {"text"}
