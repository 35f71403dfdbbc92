"""The packages of the extra ``spark``, imported when they are needed, or an error that says how to get them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from vnstruct.errors import MissingPackage


def extra(module: str) -> Any:
    """The module, ``pyarrow`` or one of ``pyspark``.

    >>> extra("pyspark_of_tomorrow.sql")
    Traceback (most recent call last):
    vnstruct.errors.MissingPackage: cần gói pyspark_of_tomorrow (chạy: pip install 'vnstruct[spark]')
    """
    try:
        return import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        raise MissingPackage.known("missing-extra", package=package, extra="spark") from error
