"""The tables that documents become for CSV and XLSX: columns with Vietnamese titles, rows of plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from vnstruct.messages import Language
from vnstruct.schema import CitedDocument, Directive
from vnstruct.tasksheet.places import place_words
from vnstruct.tasksheet.rows import TaskRow, document_label, task_rows
from vnstruct.writers.terms import term

Cell = str | int | float | None
Row = list[Cell]


class Column(NamedTuple):
    """A column: its title, its width in characters, and whether its ISO days become dates of the spreadsheet."""

    title: str
    width: int
    is_date: bool = False


class Table(NamedTuple):
    """A table: its name (the tab of a spreadsheet), its columns, and how a document gives rows.

    ``printed`` is how many of the columns go on paper, 0 for all.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[Directive], list[Row]]
    printed: int = 0


def task_cells(row: TaskRow) -> Row:
    """A row of the task sheet as cells."""
    return [
        row.number,
        row.document,
        row.section,
        "; ".join(row.lead),
        "; ".join(row.coordinators),
        row.what,
        row.due,
        row.due_text,
        "; ".join(row.cited),
        term("modality", row.modality),
        round(row.confidence, 2),
        row.path,
        place_words(row.place, row.line),
        row.offset,
    ]


def _task_rows(directive: Directive) -> list[Row]:
    return [task_cells(row) for row in task_rows(directive)]


def cited_rows(directive: Directive, works: Iterable[CitedDocument], language: Language = "vi") -> list[Row]:
    """Documents that a directive cites as rows, the relation in a language; itself (*Chỉ thị này*) it does not cite."""
    label = document_label(directive)
    relations = {r.id: r.relation for r in directive.references}
    return [
        [
            label,
            work.doc_type,
            work.number,
            (work.name or work.title or "").strip(" ,;.") or None,
            work.date,
            work.issuer,
            "; ".join(dict.fromkeys(term("relation", relations[i], language) for i in work.mentions if i in relations)),
            len(work.mentions),
            work.uri,
            directive.source.path,
        ]
        for work in works
        if not work.own
    ]


def _cited_rows(directive: Directive) -> list[Row]:
    return cited_rows(directive, directive.cited_documents)


def _date_rows(directive: Directive) -> list[Row]:
    label = document_label(directive)
    return [
        [
            label,
            d.value,
            _one_line(d.text),
            term("date-role", d.role),
            d.earliest,
            d.latest,
            directive.source.path,
            d.start,
        ]
        for d in directive.dates
    ]


def _body_rows(directive: Directive) -> list[Row]:
    label = document_label(directive)
    mentions: dict[tuple[str, str], list[int]] = {}
    for body in directive.bodies:
        mentions.setdefault((body.name, body.role), []).append(body.start)
    return [
        [label, name, term("role", role), len(starts), directive.source.path, starts[0]]
        for (name, role), starts in mentions.items()
    ]


def _document_rows(directive: Directive) -> list[Row]:
    header = directive.header
    cited = sum(not work.own for work in directive.cited_documents)
    counts: Row = [len(directive.tasks), cited, len(directive.diagnostics)]
    return [
        [
            header.doc_type,
            header.number,
            header.date,
            header.issuer,
            header.title,
            header.signer_title,
            header.signer_name,
            *counts,
            directive.source.path,
        ]
    ]


_DOCUMENT = Column("Văn bản", 20)
_FILE = Column("Tệp", 30)
_POSITION = Column("Vị trí", 8)

TASKS = Table(
    "Nhiệm vụ",
    (
        Column("STT", 5),
        _DOCUMENT,
        Column("Mục", 24),
        Column("Cơ quan chủ trì", 28),
        Column("Cơ quan phối hợp", 26),
        Column("Nội dung", 60),
        Column("Thời hạn", 12, is_date=True),
        Column("Thời hạn (nguyên văn)", 20),
        Column("Văn bản viện dẫn", 28),
        Column("Tính chất", 14),
        Column("Độ tin cậy", 10),
        _FILE,
        Column("Chỗ trong tệp", 24),
        _POSITION,
    ),
    _task_rows,
    printed=9,
)
CITED = Table(
    "Văn bản viện dẫn",
    (
        _DOCUMENT,
        Column("Loại", 16),
        Column("Số, ký hiệu", 22),
        Column("Tên, trích yếu", 60),
        Column("Ngày", 12, is_date=True),
        Column("Cơ quan ban hành", 30),
        Column("Quan hệ", 20),
        Column("Số lần", 8),
        Column("URI", 50),
        _FILE,
    ),
    _cited_rows,
)

TABLES: tuple[Table, ...] = (
    TASKS,
    CITED,
    Table(
        "Mốc thời gian",
        (
            _DOCUMENT,
            Column("Giá trị", 22, is_date=True),
            Column("Nguyên văn", 30),
            Column("Vai trò", 20),
            Column("Từ ngày", 12, is_date=True),
            Column("Đến ngày", 12, is_date=True),
            _FILE,
            _POSITION,
        ),
        _date_rows,
    ),
    Table(
        "Cơ quan",
        (_DOCUMENT, Column("Cơ quan", 50), Column("Vai trò", 18), Column("Số lần", 8), _FILE, _POSITION),
        _body_rows,
    ),
    Table(
        "Văn bản",
        (
            Column("Loại", 14),
            Column("Số, ký hiệu", 20),
            Column("Ngày", 12, is_date=True),
            Column("Cơ quan ban hành", 36),
            Column("Trích yếu", 60),
            Column("Chức vụ người ký", 20),
            Column("Người ký", 24),
            Column("Số nhiệm vụ", 10),
            Column("Số văn bản viện dẫn", 10),
            Column("Số điểm cần xem", 10),
            _FILE,
        ),
        _document_rows,
    ),
)


def as_day(value: Cell) -> date | None:
    """A cell as a day, when it is one: reduced, recurring and impossible values stay text.

    >>> as_day("2025-12-25"), as_day("2025-12"), as_day("2025-02-31")
    (datetime.date(2025, 12, 25), None, None)
    """
    if not isinstance(value, str) or len(value) != 10:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def titles(columns: Iterable[Column]) -> list[str]:
    """The header row."""
    return [column.title for column in columns]


def _one_line(text: str) -> str:
    return " ".join(text.split())
