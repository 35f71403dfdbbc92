"""Workbooks and CSV files as a spreadsheet program reads them. Skipped where LibreOffice Calc is missing."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
import vnstruct
from vnstruct.writers import csv as csv_writer
from vnstruct.writers import xlsx
from vnstruct.writers.tables import TABLES, TASKS, Row, Table, as_day, titles

TYPED_IN_CSV = {"25/12/2025", "2025-13-45", "1e5", "007", "TRUE", "#N/A"}
"""What a spreadsheet takes for numbers in a CSV file, quoted or not; a workbook keeps them as they are."""
Office = Callable[..., Path]
_ALL_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"  # comma, quote, UTF-8

HOSTILE = [
    "=1+1", '=HYPERLINK("http://a.b","x")', "+84 123", "-5", "- Chủ trì rà soát", "@SUM(A1)", "'đã có dấu nháy",
    "một\nhai", 'nói "được"', "a, b; c", "25/12/2025", "2025-13-45", "06/CT-UBND", "1e5", "007", "TRUE", "#N/A",
    "_x0041_", "chữ\u0300 tổ hợp", "𝒜 ngoài mặt phẳng", " thụt vào", "http://khong.lien.ket",
]  # fmt: skip
"""What spreadsheets like to take for something else than text."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Converts a file by LibreOffice; gives the folder with what it wrote."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    profile = tmp_path_factory.mktemp("ho-so")

    def convert(source: Path, form: str, *options: str) -> Path:
        out = tmp_path_factory.mktemp("ra")
        command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", *options]
        subprocess.run([*command, "--convert-to", form, "--outdir", out, source], check=True, capture_output=True)
        return out

    trial = tmp_path_factory.mktemp("thu") / "a.csv"
    trial.write_text("a", encoding="utf-8")
    if not (convert(trial, "xlsx") / "a.xlsx").exists():
        pytest.skip("LibreOffice is there, its spreadsheet part (libreoffice-calc) is not")
    return convert


@pytest.fixture(scope="module")
def documents(samples: Path) -> list[list[list[Row]]]:
    """The rows of some samples for every table, and one document of hostile cells."""
    real = [json.loads(xlsx.part(vnstruct.read(path))) for path in sorted(samples.glob("chi-thi-*.txt"))]
    hostile = [[[text] * len(table.columns) for text in HOSTILE] for table in TABLES]
    return [*real, hostile]


@pytest.fixture(scope="module")
def workbook(documents: list[list[list[Row]]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of them in one workbook."""
    path = tmp_path_factory.mktemp("so") / "tong-hop.xlsx"
    with path.open("wb") as out:
        xlsx.write_workbook(TABLES, documents, out)
    return path


def expected(table: Table, rows: list[Row]) -> list[list[object]]:
    """Cells as they must read back: days as days, empty ones as None."""

    def cell(value: object, *, is_date: bool) -> object:
        day = as_day(value) if is_date else None  # type: ignore[arg-type]
        return datetime(day.year, day.month, day.day) if day else (None if value == "" else value)

    dated = [column.is_date for column in table.columns]
    cells = [[cell(value, is_date=is_date) for value, is_date in zip(row, dated, strict=True)] for row in rows]
    return [list(titles(table.columns)), *cells]


def test_libreoffice_reads_the_workbook_as_it_was_written(
    workbook: Path, documents: list[list[list[Row]]], office: Office
) -> None:
    """Opened and saved again by LibreOffice, every cell of every sheet is what was written."""
    saved = openpyxl.load_workbook(office(workbook, "xlsx") / workbook.name)
    assert saved.sheetnames == [table.name for table in TABLES]
    for index, table in enumerate(TABLES):
        sheet = saved[table.name]
        rows = [list(row) for row in sheet.iter_rows(values_only=True)]
        assert rows == expected(table, [row for document in documents for row in document[index]])
        assert sheet.auto_filter.ref == sheet.dimensions
        assert not any(cell.data_type == "f" or cell.hyperlink for row in sheet.iter_rows() for cell in row)


def test_what_libreoffice_shows_of_each_sheet(workbook: Path, documents: list[list[list[Row]]], office: Office) -> None:
    """Exported sheet by sheet as it looks: days in the Vietnamese order, text as text."""
    out = office(workbook, _ALL_SHEETS)
    for index, table in enumerate(TABLES):
        with (out / f"{workbook.stem}-{table.name}.csv").open(encoding="utf-8-sig", newline="") as file:
            shown = list(csv.reader(file))
        wanted = expected(table, [row for document in documents for row in document[index]])
        assert shown == [[_shown(cell) for cell in row] for row in wanted]


def _shown(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.strftime("%d/%m/%Y")
    return "" if cell is None else str(int(cell) if isinstance(cell, float) and cell == int(cell) else cell)


def test_libreoffice_reads_the_csv(documents: list[list[list[Row]]], office: Office, tmp_path: Path) -> None:
    """Columns, line breaks inside cells and Vietnamese letters survive; nothing becomes a formula."""
    rows = [row for document in documents for row in document[0]]
    path = tmp_path / "bang.csv"
    with path.open("wb") as out:
        csv_writer.write_table(TASKS, rows, out)
    book = openpyxl.load_workbook(office(path, "xlsx", "--infilter=CSV:44,34,76,1,,0,false,false") / "bang.xlsx")
    (sheet,) = book.worksheets
    assert sheet.max_row == len(rows) + 1
    assert [cell.value for cell in sheet[1]] == list(titles(TASKS.columns))  # the byte-order mark is no letter
    for written, read in zip(rows, sheet.iter_rows(min_row=2), strict=True):
        assert not any(cell.data_type == "f" for cell in read)
        what = str(written[5])
        guarded = f"'{what}" if what.startswith(("=", "+", "-", "@")) else what
        assert read[5].value == guarded or what in TYPED_IN_CSV


def test_a_table_longer_than_a_sheet_goes_on_in_another(
    documents: list[list[list[Row]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "_MOST_ROWS", 20)
    out = io.BytesIO()
    xlsx.write_workbook([TASKS], ([document[0]] for document in documents), out)
    rows = [row for document in documents for row in document[0]]
    book = openpyxl.load_workbook(out)
    assert book.sheetnames[:2] == ["Nhiệm vụ", "Nhiệm vụ (2)"]
    read = [row for sheet in book for row in list(sheet.iter_rows(values_only=True))[1:]]
    assert len(read) == len(rows)
    assert all(sheet["A1"].value == "STT" and sheet.freeze_panes == "A2" for sheet in book)
