"""Structured directives become files.

A format is a module with two functions: ``part`` renders one document, ``join`` makes the file out of parts. Formats of
one document a file (json, html, xml) join a single part; the others (jsonl, csv, xlsx, review) take all documents of a
run.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from vnstruct.schema import Directive

__all__ = ["FORMATS", "Format", "Writer", "format_of", "writer_of"]


class Writer(Protocol):
    """What a writer module offers; parts are bytes, so that workers can hand them over as files."""

    def part(self, directive: Directive) -> bytes:
        """One document, rendered."""
        ...

    def join(self, parts: Iterable[bytes], out: BinaryIO) -> None:
        """The file made of the parts, in their order."""
        ...


class Format(NamedTuple):
    """An output format: the suffix of its files, its module, and whether one file takes all documents."""

    suffix: str
    module: str
    combined: bool


FORMATS: dict[str, Format] = {
    "json": Format(".json", "vnstruct.writers.json", combined=False),
    "jsonl": Format(".jsonl", "vnstruct.writers.jsonl", combined=True),
    "csv": Format(".csv", "vnstruct.writers.csv", combined=True),
    "xlsx": Format(".xlsx", "vnstruct.writers.xlsx", combined=True),
    "review": Format(".html", "vnstruct.writers.review.pages", combined=True),
    "html": Format(".html", "vnstruct.writers.review.page", combined=False),
    "xml": Format(".xml", "vnstruct.writers.akoma_ntoso.writer", combined=False),
}


def format_of(suffix: str) -> str | None:
    """The format that a file with this suffix has, one for all documents when there is such a format.

    >>> format_of(".jsonl"), format_of(".html"), format_of(".exe")
    ('jsonl', 'review', None)
    """
    return next((name for name, known in FORMATS.items() if known.suffix == suffix.lower()), None)


def writer_of(name: str) -> Writer:
    """The writer of a format, imported when first used."""
    return cast("Writer", import_module(FORMATS[name].module))
