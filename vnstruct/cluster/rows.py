"""What became of a document as the values of a row."""

from __future__ import annotations

from typing import Any

from vnstruct.batch import Result, as_error
from vnstruct.cluster.options import Options
from vnstruct.errors import VnstructError

Row = dict[str, Any]


def row_of(result: Result, options: Options) -> Row:
    """The row of a result; columns that are not named are null. Never raises.

    >>> from vnstruct import structure
    >>> row = row_of(Result(None, structure("Giao Sở Y tế báo cáo."), None), Options(layers=("kind", "bodies")))
    >>> row["kind"], row["bodies"][0]["name"], row["json"][:22]
    ('other', 'Sở Y tế', '{"schema_version":"1.0')
    """
    if result.directive is None:
        assert result.error is not None
        return failed_row(result.error)
    try:
        wanted = {*options.layers, *(["text"] if options.text else [])}
        row = result.directive.model_dump(by_alias=True, include=wanted)
        if options.json:
            row["json"] = result.directive.to_json()
    except Exception as error:  # out of memory for one document must not end the job
        return failed_row(as_error(error, result.path))
    return row


def failed_row(error: VnstructError) -> Row:
    """The row of a document without structure."""
    return {"error": {"code": error.code, "message": error.message, "remedy": error.remedy}}
