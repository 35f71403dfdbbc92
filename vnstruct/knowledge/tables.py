"""Reading the tables: one CSV reader for all row types.

A table is a CSV file named after a field of ``Knowledge``; its header names the fields of the row type. A cell with
several values separates them with ``|``; yes/no cells are ``true``, ``false`` or empty.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, dataclass, fields
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from vnstruct.errors import VnstructError
from vnstruct.knowledge.rows import (
    Abbreviation,
    Body,
    BodyHead,
    BodyUnit,
    DocumentType,
    Issuer,
    Law,
    Modifier,
    NamedDocument,
    NameWord,
    Office,
    Province,
    Verb,
    VerbFrame,
)
from vnstruct.text.normal import normal_form

Row = TypeVar("Row")


class InvalidTable(VnstructError):
    """A knowledge table has a wrong header or a wrong cell."""

    code = "invalid-table"


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """A row type and the fields that identify a row: a user's row with the same key replaces the packaged one."""

    row: Callable[..., Row]
    key: tuple[str, ...]


TABLES: dict[str, Table[Any]] = {
    "document_types": Table(DocumentType, ("code", "name", "system")),
    "issuers": Table(Issuer, ("code", "name")),
    "bodies": Table(Body, ("id",)),
    "provinces": Table(Province, ("name", "valid_from")),
    "laws": Table(Law, ("name", "number", "date")),
    "named_documents": Table(NamedDocument, ("name", "number")),
    "verbs": Table(Verb, ("lemma", "kind")),
    "verb_frames": Table(VerbFrame, ("lemma",)),
    "modifiers": Table(Modifier, ("lemma",)),
    "body_heads": Table(BodyHead, ("head",)),
    "body_units": Table(BodyUnit, ("unit",)),
    "name_words": Table(NameWord, ("word",)),
    "offices": Table(Office, ("title",)),
    "abbreviations": Table(Abbreviation, ("short", "full")),
}


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """All tables. Compared and hashed by identity, so that stages can cache what they compile from it."""

    document_types: tuple[DocumentType, ...] = ()
    issuers: tuple[Issuer, ...] = ()
    bodies: tuple[Body, ...] = ()
    provinces: tuple[Province, ...] = ()
    laws: tuple[Law, ...] = ()
    named_documents: tuple[NamedDocument, ...] = ()
    verbs: tuple[Verb, ...] = ()
    verb_frames: tuple[VerbFrame, ...] = ()
    modifiers: tuple[Modifier, ...] = ()
    body_heads: tuple[BodyHead, ...] = ()
    body_units: tuple[BodyUnit, ...] = ()
    name_words: tuple[NameWord, ...] = ()
    offices: tuple[Office, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()


@lru_cache(maxsize=4)
def load_knowledge(extra: Path | None = None) -> Knowledge:
    """Load the packaged tables, extended by the tables of the same names in the folder ``extra``.

    Rows of ``extra`` are added; a row with the key of a packaged row takes its place. Loaded once per folder and
    process. Raises ``InvalidTable`` for a table with an unknown column or a row without its key.

    >>> knowledge = load_knowledge()
    >>> next(law.name for law in knowledge.laws if law.number == "45/2019/QH14")
    'Bộ luật Lao động'
    >>> next(body.successor for body in knowledge.bodies if body.name == "Bộ Kế hoạch và Đầu tư")
    'bo-tai-chinh'
    """
    packaged = files(__package__)
    tables: dict[str, tuple[Any, ...]] = {}
    for name, table in TABLES.items():
        file_name = f"{name}.csv"
        lines = (packaged / file_name).read_text(encoding="utf-8").splitlines()
        rows = list(_read(lines, table, file_name))
        if extra is not None and (extra / file_name).is_file():
            rows = _merged(rows, _read_user_table(extra / file_name, table), table.key)
        tables[name] = tuple(rows)
    return Knowledge(**tables)


def _read_user_table(path: Path, table: Table[Row]) -> list[Row]:
    """A user's table: what spreadsheets write is accepted (a byte-order mark, decomposed or old-style accents)."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(_read(map(normal_form, lines), table, str(path)))


def _read(lines: Iterable[str], table: Table[Row], path: str) -> Iterator[Row]:
    reader = csv.reader(lines)
    header = next(reader, [])
    converters = _converters(header, table, path)
    required = [f.name for f in fields(cast("Any", table.row)) if f.default is MISSING]
    blank = dict.fromkeys(table.key, "")
    for cells in reader:
        if not cells:
            continue
        if len(cells) != len(header):
            raise InvalidTable(f"line {reader.line_num}: {len(cells)} cells, {len(header)} columns", path=path)
        values = {c: convert(cell) for c, convert, cell in zip(header, converters, cells, strict=True) if cell}
        if not any(column in values for column in table.key):
            raise InvalidTable(f"line {reader.line_num}: no {', '.join(table.key)}", path=path)
        values = blank | values
        for column in required:
            if column not in values:
                raise InvalidTable(f"line {reader.line_num}: no {column}", path=path)
        yield table.row(**values)


def _converters(header: list[str], table: Table[Row], path: str) -> list[Callable[[str], Any]]:
    known = {f.name: _CONVERTERS[str(f.type)] for f in fields(cast("Any", table.row))}
    for column in header:
        if column not in known:
            raise InvalidTable(f"unknown column {column!r}", path=path, remedy=f"columns are {', '.join(known)}")
    missing = [column for column in table.key if column not in header]
    if missing:
        raise InvalidTable(f"no column {', '.join(missing)}", path=path, remedy="these columns identify a row")
    return [known[column] for column in header]


def _merged(rows: list[Row], extra: list[Row], key: tuple[str, ...]) -> list[Row]:
    merged = {tuple(getattr(row, column) for column in key): row for row in rows}
    merged |= {tuple(getattr(row, column) for column in key): row for row in extra}
    return list(merged.values())


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name for part in cell.split("|") if (name := part.strip()))


def _flag(cell: str) -> bool:
    return cell.strip().lower() == "true"


_CONVERTERS: dict[str, Callable[[str], Any]] = {"str": str.strip, "Names": _names, "bool": _flag}
