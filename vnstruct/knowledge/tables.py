"""Reading the tables: one CSV reader for all row types.

A table is a CSV file named after a field of ``Knowledge``; its header names the fields of the row type. A cell with
several values separates them with ``|``; yes/no cells are ``true``, ``false`` or empty.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, dataclass, fields
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from vnstruct.errors import UnreadableFile, VnstructError
from vnstruct.knowledge.rows import (
    Abbreviation,
    Body,
    BodyHead,
    BodyUnit,
    DocumentType,
    FunctionWord,
    Issuer,
    Law,
    LayoutCue,
    Modifier,
    NamedDocument,
    NameWord,
    Office,
    Province,
    Surname,
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
    "function_words": Table(FunctionWord, ("lemma",)),
    "body_heads": Table(BodyHead, ("head",)),
    "body_units": Table(BodyUnit, ("unit",)),
    "name_words": Table(NameWord, ("word",)),
    "offices": Table(Office, ("title",)),
    "abbreviations": Table(Abbreviation, ("short", "full")),
    "layout_cues": Table(LayoutCue, ("kind", "cue")),
    "surnames": Table(Surname, ("surname",)),
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
    function_words: tuple[FunctionWord, ...] = ()
    body_heads: tuple[BodyHead, ...] = ()
    body_units: tuple[BodyUnit, ...] = ()
    name_words: tuple[NameWord, ...] = ()
    offices: tuple[Office, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    layout_cues: tuple[LayoutCue, ...] = ()
    surnames: tuple[Surname, ...] = ()


@lru_cache(maxsize=4)
def load_knowledge(extra: Path | None = None) -> Knowledge:
    """Load the packaged tables, extended by the tables of the same names in the folder ``extra``.

    Rows of ``extra`` are added; a row with the key of a packaged row takes its place. Loaded once per folder and
    process. Raises ``UnreadableFile`` when the folder cannot be read, ``InvalidTable`` when it holds no table, or a
    table with an unknown column or an incomplete row.

    >>> knowledge = load_knowledge()
    >>> next(law.name for law in knowledge.laws if law.number == "45/2019/QH14")
    'Bộ luật Lao động'
    >>> next(body.successor for body in knowledge.bodies if body.name == "Bộ Kế hoạch và Đầu tư")
    'bo-tai-chinh'
    """
    packaged = files(__package__)
    own = {} if extra is None else _user_tables(extra)
    tables: dict[str, tuple[Any, ...]] = {}
    for name, table in TABLES.items():
        lines = (packaged / f"{name}.csv").read_text(encoding="utf-8").splitlines()
        rows = list(_read(lines, table, f"{name}.csv"))
        if name in own:
            rows = _merged(rows, _read_user_table(own[name], table), table.key)
        tables[name] = tuple(rows)
    return Knowledge(**tables)


def _user_tables(folder: Path) -> dict[str, Path]:
    if not folder.is_dir():
        raise UnreadableFile("no such folder", path=str(folder), remedy="give a folder of knowledge tables")
    found = {name: path for name in TABLES if (path := folder / f"{name}.csv").is_file()}
    if not found:
        names = ", ".join(f"{name}.csv" for name in TABLES)
        raise InvalidTable("no knowledge table in this folder", path=str(folder), remedy=f"tables are {names}")
    return found


def _read_user_table(path: Path, table: Table[Row]) -> list[Row]:
    """A user's table, as spreadsheets write it: a byte-order mark, semicolons, decomposed or old-style accents."""
    try:
        text = normal_form(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InvalidTable("not UTF-8", path=str(path), remedy="save it as CSV UTF-8") from error
    except OSError as error:
        raise UnreadableFile(str(error.strerror), path=str(path)) from error
    header, _, _ = text.partition("\n")
    delimiter = ";" if ";" in header and "," not in header else ","
    return list(_read(io.StringIO(text, newline=""), table, str(path), delimiter))


def _read(lines: Iterable[str], table: Table[Row], path: str, delimiter: str = ",") -> Iterator[Row]:
    reader = csv.reader(lines, delimiter=delimiter)
    header = [column.strip() for column in next(reader, [])]
    columns = _columns(header, table, path)
    required = [header.index(f.name) for f in fields(cast("Any", table.row)) if f.default is MISSING]
    for cells in reader:
        if not cells:
            continue
        if len(cells) != len(header):
            raise InvalidTable(f"line {reader.line_num}: {len(cells)} cells, {len(header)} columns", path=path)
        if not all(cells[at] for at in required):
            names = ", ".join(header[at] for at in required if not cells[at])
            raise InvalidTable(f"line {reader.line_num}: no {names}", path=path)
        yield table.row(*[convert(cells[at]) if at >= 0 and cells[at] else blank for at, convert, blank in columns])


def _columns(header: list[str], table: Table[Row], path: str) -> list[tuple[int, Callable[[str], Any], Any]]:
    """For each field of the row type: its place in the header (-1: absent), its converter, its value when empty."""
    row_fields = fields(cast("Any", table.row))
    known = {f.name: str(f.type) for f in row_fields}
    for column in header:
        if column not in known:
            raise InvalidTable(f"unknown column {column!r}", path=path, remedy=f"columns are {', '.join(known)}")
    needed = {*table.key, *(f.name for f in row_fields if f.default is MISSING)}
    if missing := sorted(needed - set(header)):
        raise InvalidTable(f"no column {', '.join(missing)}", path=path, remedy="these columns identify a row")
    return [
        (header.index(name) if name in header else -1, _CONVERTERS[kind], _BLANKS[kind]) for name, kind in known.items()
    ]


def _merged(rows: list[Row], extra: list[Row], key: tuple[str, ...]) -> list[Row]:
    merged = {tuple(getattr(row, column) for column in key): row for row in rows}
    merged |= {tuple(getattr(row, column) for column in key): row for row in extra}
    return list(merged.values())


def _names(cell: str) -> tuple[str, ...]:
    return tuple([name for part in cell.split("|") if (name := part.strip())])


def _flag(cell: str) -> bool:
    return cell.strip().lower() == "true"


_CONVERTERS: dict[str, Callable[[str], Any]] = {"str": str.strip, "Names": _names, "bool": _flag}
_BLANKS: dict[str, Any] = {"str": "", "Names": (), "bool": False}
