"""Word files are read as they print; packages that do harm are refused."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from tests.shell.documents import body_docx, numbered, paragraph, table
from vnstruct import errors
from vnstruct.readers import read_source


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (paragraph("một") + paragraph("hai"), ["một", "hai"]),
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", ["a\tb", "c"]),
        ("<w:p><w:r><w:t>115</w:t><w:noBreakHyphen/><w:t>CP</w:t></w:r></w:p>", ["115-CP"]),
        # changes as accepted
        (
            "<w:p><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins><w:r><w:t>mới</w:t></w:r></w:ins></w:p>",
            ["mới"],
        ),
        (
            "<w:p><w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>y</w:t></w:r></w:moveTo></w:p>",
            ["y"],
        ),
        # a paragraph whose mark is deleted runs on into the next one
        (
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Giao Sở </w:t></w:r></w:p>" + paragraph("Y tế"),
            ["Giao Sở Y tế"],
        ),
        (
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"
            + paragraph("y"),
            ["y"],
        ),
        # a row that was deleted, and a comment, are gone
        (
            table([["TT", "Việc"], ["1", "cũ"], ["2", "mới"]]).replace(
                '<w:tr><w:tc><w:p><w:pPr></w:pPr><w:r><w:t xml:space="preserve">1<',
                '<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:pPr></w:pPr><w:r><w:t xml:space="preserve">1<',
            ),
            ["TT\tViệc", "2\tmới"],
        ),
        ("<w:p><w:r><w:t>a</w:t></w:r><w:r><w:commentReference/></w:r></w:p>", ["a"]),
        # hidden text does not print; capitals do
        (
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
            "<w:r><w:rPr><w:caps/></w:rPr><w:t>chỉ thị</w:t></w:r></w:p>",
            ["CHỈ THỊ"],
        ),
        ('<w:p><w:r><w:rPr><w:caps w:val="0"/></w:rPr><w:t>chỉ thị</w:t></w:r></w:p>', ["chỉ thị"]),
        # links, fields and content controls hold text like any other
        ("<w:p><w:hyperlink><w:r><w:t>115/2020/NĐ-CP</w:t></w:r></w:hyperlink></w:p>", ["115/2020/NĐ-CP"]),
        (
            "<w:p><w:r><w:instrText>DATE</w:instrText></w:r><w:fldSimple><w:r><w:t>5/5</w:t></w:r></w:fldSimple></w:p>",
            ["5/5"],
        ),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + paragraph("trong khung") + "</w:sdtContent></w:sdt>", ["trong khung"]),
        # old fonts: what was typed is not what prints
        ('<w:p><w:r><w:rPr><w:rFonts w:ascii=".VnTimeH"/></w:rPr><w:t>chØ thÞ</w:t></w:r></w:p>', ["CHỈ THỊ"]),
        ('<w:p><w:r><w:rPr><w:rFonts w:ascii="VNI-Times"/></w:rPr><w:t>Chæ thò</w:t></w:r></w:p>', ["Chỉ thị"]),
        # a text box written in both forms counts once
        (
            "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>"
            + paragraph("hỏa tốc")
            + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
            + paragraph("hỏa tốc")
            + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
            ["hỏa tốc"],
        ),
        # a table of data: a row a line
        (table([["TT", "Việc"], ["1", "Rà soát"]]), ["TT\tViệc", "1\tRà soát"]),
        # the head's two columns never mix
        (
            table(
                [
                    ["UBND TỈNH AN BÌNH|-------", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc"],
                    ["Số: 06/CT-UBND", "An Bình, ngày 25 tháng 11 năm 2025"],
                ]
            ),
            [
                "UBND TỈNH AN BÌNH",
                "-------",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "Số: 06/CT-UBND",
                "An Bình, ngày 25 tháng 11 năm 2025",
            ],
        ),
        # decomposed letters, as some keyboards write them
        (
            table([["UBND TỈNH", "CỘNG HO\u0300A XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["Số: 1/CT-UBND", "x"]]),
            ["UBND TỈNH", "CỘNG HO\u0300A XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 1/CT-UBND", "x"],
        ),
        (
            table([["Nơi nhận:|- Như trên;", "CHỦ TỊCH||Trần Văn An"]]),
            ["Nơi nhận:", "- Như trên;", "CHỦ TỊCH", "", "Trần Văn An"],
        ),
    ],
)
def test_docx(body: str, lines: list[str]) -> None:
    assert read_source(body_docx(body))[0].splitlines() == lines


@pytest.mark.parametrize(
    ("levels", "items", "printed"),
    [
        # (format, pattern) of each level; level of each paragraph
        ([("decimal", "%1.")], [0, 0, 0], ["1. x", "2. x", "3. x"]),
        ([("upperRoman", "%1."), ("decimal", "%2.")], [0, 1, 1, 0, 1], ["I. x", "1. x", "2. x", "II. x", "1. x"]),
        ([("decimal", "%1."), ("decimal", "%1.%2.")], [0, 1, 1, 0, 1], ["1. x", "1.1. x", "1.2. x", "2. x", "2.1. x"]),
        ([("lowerLetter", "%1)")], [0] * 3, ["a) x", "b) x", "c) x"]),
        ([("decimal", "Điều %1.")], [0, 0], ["Điều 1. x", "Điều 2. x"]),
        ([("bullet", "-")], [0], ["- x"]),
        ([("bullet", "\uf0b7")], [0], ["• x"]),  # a symbol font's dot
        ([("bullet", "\uf0e0")], [0], ["- x"]),  # a picture: some bullet
        ([("none", "")], [0], ["x"]),
        ([("decimalZero", "%1.")], [0], ["01. x"]),
        ([("upperRoman", "%1."), ("decimal", "%1.%2")], [0, 1], ["I. x", "I.1 x"]),
    ],
)
def test_docx_automatic_numbers(levels: list[tuple[str, str]], items: list[int], printed: list[str]) -> None:
    assert read_source(numbered(levels, items))[0].splitlines() == printed


def test_docx_numbers_go_on_around_plain_paragraphs_and_restart_where_told() -> None:
    text, _ = read_source(numbered([("decimal", "%1.")], [0, None, 0], restarted=[0]))
    assert text.splitlines() == ["1. x", "x", "2. x", "1. x"]


@pytest.mark.parametrize(
    ("style", "pattern", "rows"),
    [
        ("decimal", "%1.", ["1.\tRà soát", "2.\tBáo cáo"]),  # the column "STT", numbered by Word
        ("bullet", "-", ["\tRà soát", "\tBáo cáo"]),  # a bullet without words says nothing
    ],
)
def test_docx_numbers_of_empty_cells(style: str, pattern: str, rows: list[str]) -> None:
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
    numbering = (
        f'<w:numbering><w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    number = paragraph("", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    cells = "".join(
        f"<w:tr><w:tc>{number}</w:tc><w:tc>{paragraph(words)}</w:tc></w:tr>" for words in ("Rà soát", "Báo cáo")
    )
    text, _ = read_source(body_docx(f"<w:tbl>{cells}</w:tbl>", numbering=numbering))
    assert text.splitlines() == rows


@pytest.mark.parametrize(
    ("levels", "items", "restarted", "printed"),
    [
        # a list that begins below its first level has the first number behind it
        ([("upperRoman", "%1."), ("decimal", "%1.%2.")], [1, 0], [], ["I.1. x", "II. x"]),
        # a restarted list begins anew with its first paragraph of the level that restarts, not before
        ([("decimal", "%1."), ("decimal", "%1.%2.")], [0, 0], [1, 0], ["1. x", "2. x", "2.1. x", "1. x"]),
    ],
)
def test_docx_numbers_of_lists_that_begin_in_the_middle(
    levels: list[tuple[str, str]], items: list[int], restarted: list[int], printed: list[str]
) -> None:
    assert read_source(numbered(levels, items, restarted))[0].splitlines() == printed


def test_docx_footnotes_stand_at_the_end() -> None:
    notes = '<w:footnotes><w:footnote w:type="separator" w:id="0"/><w:footnote w:id="2">' + paragraph("Ghi chú.")
    body = '<w:p><w:r><w:t>Luật</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    text, _ = read_source(body_docx(body, footnotes=notes + "</w:footnote></w:footnotes>"))
    assert text.splitlines() == ["Luật [1]", "[1] Ghi chú."]


def test_docx_endnotes_are_numbered_with_footnotes() -> None:
    foot = f'<w:footnotes><w:footnote w:id="1">{paragraph("Chân trang.")}</w:footnote></w:footnotes>'
    end = f'<w:endnotes><w:endnote w:id="1">{paragraph("Cuối bài.")}</w:endnote></w:endnotes>'
    body = '<w:p><w:r><w:t>a</w:t><w:endnoteReference w:id="1"/><w:t>b</w:t><w:footnoteReference w:id="1"/></w:r></w:p>'
    text, _ = read_source(body_docx(body, footnotes=foot, endnotes=end))
    assert text.splitlines() == ["a [1]b [2]", "[1] Cuối bài.", "[2] Chân trang."]


def test_docx_agrees_with_python_docx() -> None:
    """The oracle for plain text, on a document that it wrote itself."""
    document = docx.Document()
    document.add_heading("CHỈ THỊ", level=1)
    document.add_paragraph("Về việc quản lý đất đai")
    cells = document.add_table(rows=2, cols=2)
    for number, cell in enumerate(cells._cells):
        cell.text = f"ô {number}"
    document.add_paragraph("Kết thúc./.")
    out = io.BytesIO()
    document.save(out)
    expected = [*(p.text for p in document.paragraphs[:2]), "ô 0\tô 1", "ô 2\tô 3", document.paragraphs[-1].text]
    assert read_source(out.getvalue())[0].splitlines() == expected


def _zip(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("parts", "error"),
    [
        ({"word/document.xml": b"<w:document>" + b" " * 30_000_000}, errors.UnsafeFile),  # a bomb
        ({"word/document.xml": b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'}, errors.UnsafeFile),
        ({"word/document.xml": b"<w:document"}, errors.UnreadableFile),  # cut short
        ({"word/document.xml": b"<x/>"}, errors.UnreadableFile),  # no body
        ({"word/document.xml": b"<a>" * 5000}, errors.UnreadableFile),  # nesting without end
        ({"xl/workbook.xml": b"<x/>"}, errors.UnsupportedFormat),
        ({"../../etc/passwd": b"x"}, errors.UnsupportedFormat),
        ({}, errors.UnsupportedFormat),
    ],
)
def test_packages_that_do_harm(parts: dict[str, bytes], error: type[errors.VnstructError]) -> None:
    with pytest.raises(error):
        read_source(_zip(parts))


_GOOD = _zip({"word/document.xml": b"<w:document" + b" " * 9 + b"/>"})


@pytest.mark.parametrize(
    ("data", "vietnamese", "english"),
    [
        (_GOOD[:60], "kho nén không mở được", "the archive cannot be opened"),  # the directory stands at the end
        (
            _GOOD[:50] + b"\x00" + _GOOD[51:],
            "không giải nén được phần word/document.xml",
            "cannot be unpacked",
        ),
        (
            _zip({"word/document.xml": b"<w:document"}),
            "phần word/document.xml sai cú pháp XML",
            "is no well-formed XML",
        ),
        (_zip({"word/document.xml": b"<x/>"}), "không có nội dung (w:body)", "it has no content (w:body)"),
        (
            _zip({"word/document.xml": b"<x>" + b" " * 30_000_000}),
            "30,000,003 byte sau khi giải nén",
            "30,000,003 bytes when",
        ),
        (
            _zip({"word/document.xml": b"<!DOCTYPE x [<!ENTITY e 'x'>]><x/>"}),
            "có khai báo DOCTYPE",
            "declares a DOCTYPE",
        ),
    ],
)
def test_what_is_wrong_is_said_in_the_users_language(data: bytes, vietnamese: str, english: str) -> None:
    with pytest.raises(errors.VnstructError) as caught:
        read_source(data)
    assert (vietnamese in str(caught.value), english in caught.value.in_language("en")) == (True, True)
    assert vietnamese not in caught.value.in_language("en")
