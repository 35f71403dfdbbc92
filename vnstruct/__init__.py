"""vnstruct: Vietnamese official directives as structured data.

>>> import vnstruct
>>> directive = vnstruct.structure("Thực hiện Nghị định số 115/2020/NĐ-CP của Chính phủ.")
>>> directive.references[0].number
'115/2020/NĐ-CP'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from vnstruct.batch import Result, structure_all
    from vnstruct.errors import VnstructError
    from vnstruct.pipeline import load, structure
    from vnstruct.readers import read
    from vnstruct.references.graph import relations
    from vnstruct.schema import Directive, json_schema

_HOMES = {
    "structure": "vnstruct.pipeline",
    "load": "vnstruct.pipeline",
    "read": "vnstruct.readers",
    "structure_all": "vnstruct.batch",
    "relations": "vnstruct.references.graph",
    "Result": "vnstruct.batch",
    "Directive": "vnstruct.schema",
    "json_schema": "vnstruct.schema",
    "VnstructError": "vnstruct.errors",
}

__all__ = [
    "Directive",
    "Result",
    "VnstructError",
    "json_schema",
    "load",
    "read",
    "relations",
    "structure",
    "structure_all",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: ``import vnstruct`` alone stays fast."""
    if name not in _HOMES:
        raise AttributeError(f"module 'vnstruct' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415

    return getattr(import_module(_HOMES[name]), name)
