"""PDF files: paragraphs without page furniture, and clear words for what has no text."""

from __future__ import annotations

import pytest
from tests.shell.documents import pdf, pdf_of, text_pdf
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


def _turned(turn: int, flag: int, stamp: str = "") -> bytes:
    """A page whose lines are drawn turned by quarters, clockwise, and that says to be shown turned back or does not."""
    matrix = {0: "1 0 0 1 {x} {y}", 1: "0 -1 1 0 {y} {u}", 2: "-1 0 0 -1 {u} {v}", 3: "0 1 -1 0 {v} {x}"}[turn]
    wide, high = 842, 595
    places = [(72, 560 - 16 * n, LONG + f" {n:03}.") for n in range(6)]
    shown = "".join(
        f"BT /F1 12 Tf {matrix.format(x=x, y=y, u=wide - x, v=high - y)} Tm ({text}) Tj ET\n" for x, y, text in places
    )
    if stamp:  # upright on paper, so turned against the text
        shown += f"BT /F1 12 Tf 1 0 0 1 300 20 Tm ({stamp}) Tj ET\n"
    size = f"{high} {wide}" if turn % 2 else f"{wide} {high}"
    return pdf_of(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            f"<< /Length {len(shown)} >>\nstream\n{shown}endstream",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size}] /Rotate {flag} "
            "/Resources << /Font << /F1 3 0 R >> >> /Contents 4 0 R >>",
        ]
    )


@pytest.mark.parametrize(
    ("turn", "flag"),
    [
        (0, 0),
        # drawn sideways or upside down, to be shown turned back
        (3, 90), (2, 180), (1, 270),
        # drawn sideways, and the reader turns the sheet
        (3, 0), (1, 0),
    ],
)  # fmt: skip
def test_pdf_pages_are_read_as_they_are_held(turn: int, flag: int) -> None:
    text, source = read_source(_turned(turn, flag))
    assert text == " ".join(f"{LONG} {n:03}." for n in range(6)) + "\n"
    (found,) = source.places
    assert source.warnings == []
    assert found.box is not None
    assert (found.box[0], found.box[1] // 10, found.box[3] // 10) == (72, 47, 57)


def test_pdf_stamp_across_a_turned_page_stands_aside() -> None:
    text, source = read_source(_turned(3, 90, stamp="DEN So 123"))
    assert text.splitlines()[-1] == "DEN So 123"
    assert source.places[-1].part == "aside"


@pytest.mark.parametrize(
    ("drop", "read"),
    [
        (6, "Nghi dinh so 31/2011/ND-CP ngay 11 thang 5"),  # on a sheet held askew the line goes on lower, and touches
        (13, "Nghi dinh so 31/2\n011/ND-CP ngay 11 thang 5"),  # the next line, though it begins where this one ends
    ],
)
def test_pdf_lines_of_a_sheet_held_askew_are_rejoined(drop: int, read: str) -> None:
    assert (
        read_source(pdf([[(72, 700, 12, "Nghi dinh so 31/2"), (166, 700 - drop, 12, "011/ND-CP ngay 11 thang 5")]]))[
            0
        ].strip()
        == read
    )


@pytest.mark.parametrize(
    ("gap", "read"),
    [
        (130, "bo sung boi Luat so 44"),  # the eye sees a blank, pdfium none
        (60, "bo sung boiLuat so 44"),  # letters that nearly touch are one word: SGDDTr, TTgCP
    ],
)
def test_pdf_words_are_parted_where_the_eye_parts_them(gap: int, read: str) -> None:
    page = pdf([[(72, 700, 12, "bo sung boi|Luat so 44")]])
    page = page.replace(b"(bo sung boi|Luat so 44) Tj", b"[(bo sung boi) -%d (Luat so 44)] TJ" % gap)
    assert read_source(page)[0].strip() == read


def test_pdf_signatures_stand_aside() -> None:
    signed = ["Digitally signed by Uy ban nhan dan tinh", "Email: vpubnd@anbinh.example", "Signature Not Verified"]
    lines = [(330, 790 - 12 * n, 8, words) for n, words in enumerate(signed)]
    lines += [(72, 700 - 16 * n, 12, LONG + f" {n:03}.") for n in range(5)]
    lines += [(72, 500, 12, "Email: nhan van ban tai day.")]
    text, source = read_source(pdf([lines]))
    # one address alone is text of the document
    assert text.splitlines()[-4:] == ["", *signed]
    assert "Email: nhan van ban tai day." in text
    assert [place.part for place in source.places].count("aside") == 3


def test_pdf_content_out_of_order_is_read_from_the_top() -> None:
    lines = [(72, 700 - 16 * n, 12, f"{n + 1}. Viec thu {n}.") for n in range(20)]
    shuffled = lines[1::2][::-1] + lines[::2][::-1]
    assert read_source(pdf([shuffled]))[0].split() == read_source(pdf([lines]))[0].split()


def test_pdf_pages_of_pictures_among_others_are_named() -> None:
    page = [(72, 700 - 16 * n, 12, LONG + f" {n:03}.") for n in range(5)]
    text, source = read_source(pdf([page, [], page], picture=True))
    assert source.warnings == ["trang 2 là ảnh, không có lớp văn bản"]
    assert text.count("000.") == 2


def test_pdf_old_fonts_are_repaired_with_their_places() -> None:
    lines = ["ChØ thÞ", "VÒ viÖc t¨ng c\xadêng qu¶n lý dù to¸n vµ c¸c nguån vèn ®Çu t\xad cña tØnh"]
    text, source = read_source(text_pdf([line.replace("\xad", "­") for line in lines]))
    assert "tăng cường quản lý dự toán" in text
    assert "tcvn3" in source.warnings[0]
    found = source.place_at(text.index("quản lý"))
    assert found is not None
    assert found.paragraph == 2
