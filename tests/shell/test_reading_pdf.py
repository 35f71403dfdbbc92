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


def test_pdf_numbers_broken_at_their_hyphen_are_whole() -> None:
    words = LONG.removesuffix(" thuc hien ngay")
    lines = [(72, 700, 12, words + " 1224/SGDDT-"), (72, 684, 12, "GDTrH ngay 9/9/2020.")]
    lines += [(72, 668 - 16 * n, 12, words + f" ngay {n:03} 30/9.") for n in range(5)]
    assert "1224/SGDDT-GDTrH ngay 9/9/2020." in read_source(pdf([lines]))[0]


def test_pdf_letters_of_another_font_find_their_words() -> None:
    # letters that a font lacks are drawn after the rest of the line, in the holes left for them
    body = [(72, 700 - 16 * n, 12, LONG + f" {n:03}.") for n in range(5)]
    pieces = [(72, 600, 12, "PH"), (106.67, 600, 12, "NG HOA"), (88.67, 600, 12, "UO")]
    assert read_source(pdf([body + pieces]))[0].splitlines()[-1] == "PHUONG HOA"


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
