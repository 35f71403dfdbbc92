"""PDF files: paragraphs without page furniture, and clear words for what has no text."""

from __future__ import annotations

import pytest
from tests.shell.documents import pdf
from vnstruct import errors
from vnstruct.readers import Limits, read_source

LONG = "Uy ban nhan dan tinh yeu cau cac so ban nganh tap trung trien khai thuc hien ngay"


def test_pdf_joins_wrapped_lines_and_drops_furniture() -> None:
    # lines as (x, y, size, text): running text from 72 to the right margin, a page number, a running head
    first = [
        (72, 700, 12, LONG + " cac"),
        (72, 684, 12, "nhiem vu sau."),
        (90, 668, 12, "1. Ra soat."),
        (300, 800, 12, "1"),
    ]
    first += [(72, 652 - 16 * n, 12, LONG + f" {n:03}.") for n in range(5)]
    second = [(72, 700 - 16 * n, 12, LONG + f" {n:03}.") for n in range(5)] + [(300, 800, 12, "2")]
    head = (72, 815, 10, "CONG BAO/So 12/Ngay 5-6-2026")
    text, source = read_source(pdf([[head, *first], [head, *second]]))
    lines = text.splitlines()
    assert lines[:2] == [f"{LONG} cac nhiem vu sau.", "1. Ra soat."]
    assert (source.pages, "CONG BAO" in text, "\n2\n" in text) == (2, False, False)


def test_pdf_head_columns_on_one_line_stand_apart() -> None:
    head = [(72, 780, 12, "So: 06/CT-UBND"), (330, 780, 12, "An Binh, ngay 25 thang 11 nam 2025")]
    body = [(72, 700 - 16 * n, 12, LONG + f" {n:03}.") for n in range(5)]
    lines = read_source(pdf([head + body]))[0].splitlines()
    assert lines[:2] == ["So: 06/CT-UBND", "An Binh, ngay 25 thang 11 nam 2025"]


def test_pdf_rotated_text_stands_aside() -> None:
    body = [(72, 700 - 16 * n, 12, LONG + f" {n:03}.") for n in range(5)]
    text, source = read_source(pdf([body], rotated="DEN So 123"))
    assert text.splitlines()[-1] == "DEN So 123"
    assert source.warnings


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (pdf([[]], picture=True), errors.NoTextLayer),
        (pdf([[(72, 700, 12, "x")]], encrypted=True), errors.EncryptedFile),
    ],
)
def test_pdf_refused(data: bytes, error: type[errors.VnstructError]) -> None:
    with pytest.raises(error):
        read_source(data)


def test_pdf_page_limit() -> None:
    with pytest.raises(errors.DocumentTooLarge):
        read_source(pdf([[(72, 700, 12, "x")]] * 3), limits=Limits(max_pages=2))
