"""The way back: where each stretch of the text stands in the file, and where its links lead."""

from __future__ import annotations

import doctest
import io
import json
import re
from importlib.resources import files
from pathlib import Path

import docx
import jsonschema
import pytest
import vnstruct
from hypothesis import given
from hypothesis import strategies as st
from tests.shell.documents import body_docx, html_page, paragraph, pdf, table
from vnstruct.readers import read_source
from vnstruct.readers.flow import Line, Spot, extracted
from vnstruct.schema import Directive, Place, Source

SCHEMA = json.loads((files("vnstruct") / "schema.json").read_text(encoding="utf-8"))
SENTENCE = "Uy ban nhan dan tinh yeu cau cac so ban nganh tap trung trien khai thuc hien ngay"


def place(text: str, source: Source, words: str) -> dict[str, object]:
    """What is known of the place of some words of the text."""
    found = source.place_at(text.index(words))
    assert found is not None
    return {name: value for name, value in found.model_dump().items() if name not in {"start", "box"}}


@pytest.mark.parametrize(
    ("body", "words", "expected"),
    [
        # empty paragraphs count, as they do for Word and python-docx
        (paragraph("một") + paragraph("") + paragraph("ba"), "ba", {"paragraph": 3}),
        # paragraphs inside tables do not
        (table([["TT", "Việc"]]) + paragraph("sau bảng"), "sau bảng", {"paragraph": 1}),
        # the cells of a row stand in one line of text
        (table([["TT", "Việc"], ["1", "Rà soát"]]), "Rà soát", {"table": 1, "row": 2, "column": 2}),
        # a separator belongs to the cell before it
        (table([["TT", "Việc"], ["1", "Rà soát"]]), "\tRà", {"table": 1, "row": 2, "column": 1}),
        # columns are those of the grid: a cell over two of them counts as two
        (
            table([["a", "b", "c"]]).replace("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>', 1),
            "c",
            {"table": 1, "row": 1, "column": 4},
        ),
        # the head's columns are lines of their own and still cells
        (
            table([["UBND TỈNH|Số: 06/CT-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]]),
            "CỘNG HÒA",
            {"table": 1, "row": 1, "column": 2},
        ),
        # a nested table stands in the cell of the outer one
        (
            table([["x", "y"]]).replace(paragraph("y"), table([["1", "trong"]])),
            "trong",
            {"table": 1, "row": 1, "column": 2},
        ),
        (
            f"<w:p><w:r><w:pict><w:txbxContent>{paragraph('hỏa tốc')}</w:txbxContent></w:pict></w:r></w:p>",
            "hỏa tốc",
            {"paragraph": 1, "part": "text_box"},
        ),
    ],
)
def test_docx_places(body: str, words: str, expected: dict[str, object]) -> None:
    text, source = read_source(body_docx(body))
    assert place(text, source, words) == expected


def test_docx_footnotes_and_page_headers_are_parts() -> None:
    note = f'<w:footnotes><w:footnote w:id="2">{paragraph("Ghi chú.")}</w:footnote></w:footnotes>'
    header = f"<w:hdr>{paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')}</w:hdr>"
    body = '<w:p><w:r><w:t>Luật</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    text, source = read_source(body_docx(body, footnotes=note, header1=header))
    assert place(text, source, "CỘNG HÒA") == {"part": "page_header"}
    assert place(text, source, "Luật") == {"paragraph": 1}
    assert place(text, source, "Ghi chú") == {"paragraph": 1, "part": "footnote"}


def test_docx_places_agree_with_python_docx() -> None:
    """Every paragraph and cell of a document that python-docx wrote is found by its own numbers."""
    document = docx.Document()
    for number in range(3):
        document.add_paragraph(f"đoạn {number} trước")
        document.add_paragraph("")
        for index, cell in enumerate(document.add_table(rows=3, cols=3)._cells):
            cell.text = f"ô {index} của bảng {number}"
    out = io.BytesIO()
    document.save(out)
    text, source = read_source(out.getvalue())
    ends = [found.start for found in source.places[1:]] + [len(text)]
    for found, end in zip(source.places, ends, strict=True):
        if found.table is None:
            assert found.paragraph is not None
            there = document.paragraphs[found.paragraph - 1].text
        else:
            assert found.row is not None
            assert found.column is not None
            there = document.tables[found.table - 1].cell(found.row - 1, found.column - 1).text
        assert text[found.start : end].strip() == there
    assert len(source.places) == 3 * (1 + 9)


def test_pdf_places_go_on_over_pages() -> None:
    lines = [(72, 700 - 16 * n, 12, SENTENCE + f" {n:03}.") for n in range(5)]
    first = [(250, 740, 12, "CHI THI"), *lines, (72, 620, 12, SENTENCE + " cac")]
    second = [(72, 700, 12, "nhiem vu sau."), *((x, y - 16, size, words) for x, y, size, words in lines)]
    text, source = read_source(pdf([first, second], rotated="DEN So 123"))
    assert f"{SENTENCE} cac nhiem vu sau.\n" in text
    assert place(text, source, SENTENCE + " cac") == {"page": 1, "paragraph": 2}
    assert place(text, source, "nhiem vu sau") == {"page": 2, "paragraph": 1}
    assert place(text, source, "004.\n\nDEN") == {"page": 2, "paragraph": 2}
    assert place(text, source, "DEN So 123") == {"page": 1, "part": "aside"}


def test_pdf_boxes_frame_the_printed_lines() -> None:
    lines = [(72, 700, 12, SENTENCE + " cac"), (72, 684, 12, "nhiem vu sau.")]
    lines += [(72, 652 - 16 * n, 12, SENTENCE + f" {n:03}.") for n in range(5)]
    text, source = read_source(pdf([lines]))
    found = source.place_at(text.index("nhiem vu sau"))
    assert found is not None
    assert found.box is not None
    left, bottom, right, top = found.box
    # two lines of twelve points, their base lines at 700 and 684
    assert (left, 670 < bottom < 684, 500 < right < 560, 709 < top < 718) == (72, True, True, True)


@pytest.mark.parametrize(
    ("body", "words", "expected"),
    [
        ("<p>một</p><p>hai<br>ba</p>", "ba", {"paragraph": 3}),
        ("<p>một</p><table><tr><th>TT<th>Việc<tr><td>1<td>Rà soát</table>", "Rà soát", {"table": 1, "row": 2, "column": 2}),
        ("<table><tr><td>1<tr><td>2</table><table><tr><td>x<td>y<tr><td>z</table>", "z", {"table": 2, "row": 2, "column": 1}),
        ("<table><tr><td colspan=2>a<td>b<tr><td>x</table>", "b", {"table": 1, "row": 1, "column": 3}),
        # a cell over two rows takes its column in the second one, too
        ("<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", "c", {"table": 1, "row": 2, "column": 2}),
        ("<table><tr><td>a<td rowspan=2>b<tr><td>x<tr><td>y<td>c</table>", "c", {"table": 1, "row": 3, "column": 2}),
        ("<table><tr><td rowspan=2 colspan=2>a<td>b<tr><td>c</table>", "c", {"table": 1, "row": 2, "column": 3}),
        ("<table><tr><td>a<table><tr><td>b<td>c</table><td>d</table>", "c", {"table": 1, "row": 1, "column": 1}),
        ("<table><tr><td>a</table><p>sau bảng</p>", "sau bảng", {"paragraph": 1}),
    ],
)  # fmt: skip
def test_html_places(body: str, words: str, expected: dict[str, object]) -> None:
    text, source = read_source(html_page(body))
    assert place(text, source, words) == expected


@pytest.mark.parametrize(
    ("body", "links"),
    [
        # the address as the page writes it; blanks at the ends of the words are no part of the link
        ("<p>Theo <a href='/vb/115'> Nghị định 115 </a> mới</p>", [("Nghị định 115", "/vb/115")]),
        ("<p><a href='/a'>Luật <b>Đất\n đai</b></a></p>", [("Luật Đất đai", "/a")]),
        ("<p><a href='/a'>một</a><a href='/b'>hai</a></p>", [("một", "/a"), ("hai", "/b")]),
        ("<p>&nbsp; x <a href='/a'>y</a></p>", [("y", "/a")]),
        # a link that only a script follows still marks its words
        ("<p><a onclick='mo(1)'>63/2025/QH15</a></p>", [("63/2025/QH15", None)]),
        ("<p><a href='javascript:mo(1)'>63/2025/QH15</a></p>", [("63/2025/QH15", None)]),
        # names of places on the page, and links to them, lead nowhere
        ("<p><a name='dieu_1'>Điều 1</a> <a href='#dieu_2'>Điều 2</a></p>", []),
        ("<p><a href='/a'> </a>x</p>", []),
        ("<table><tr><td>TT<td>Căn cứ<tr><td>1<td>Theo <a href='/a'>Luật</a></table>", [("Luật", "/a")]),
        ("<p>a</p><p>b <a href='/c'>c</a></p>", [("c", "/c")]),
    ],
)
def test_html_links(body: str, links: list[tuple[str, str | None]]) -> None:
    text, source = read_source(html_page(body))
    assert [(link.text, link.href) for link in source.links] == links
    assert [text[link.start : link.end] for link in source.links] == [link.text for link in source.links]


def test_references_carry_the_address_that_the_page_links_them_to() -> None:
    page = html_page(
        "<p>Thực hiện khoản 2 Điều 5 Nghị định số <a href='/vb/115'>115/2020/NĐ-CP</a> và Luật Đất đai.</p>"
    )
    text, source = read_source(page)
    directive = vnstruct.structure(text, source=source)
    assert [reference.href for reference in directive.references] == ["/vb/115", None]


def test_text_files_need_no_way_back() -> None:
    _, source = read_source("Chỉ thị số 05-CT/TW".encode())
    assert (source.places, source.place_at(3)) == ([], None)


def test_places_are_written_short_and_read_back() -> None:
    text, source = read_source(body_docx(table([["TT", "Việc"], ["1", "Rà soát"]]) + paragraph("x")))
    directive = vnstruct.structure(text, source=source)
    written = directive.to_json()
    jsonschema.validate(json.loads(written), SCHEMA)
    assert '{"start":0,"table":1,"row":1,"column":1}' in written
    assert Directive.model_validate_json(written) == directive


_SPOTS = st.builds(Spot, page=st.integers(1, 3), paragraph=st.integers(1, 3))
_WORDS = st.text("ab \t", max_size=6)


@given(st.lists(st.tuples(_WORDS, _SPOTS), max_size=12))
def test_every_line_is_found_at_its_spot(lines: list[tuple[str, Spot]]) -> None:
    # each line begins with its own number, so that it can be found again
    numbered = [(f"{number}:{words}", spot) for number, (words, spot) in enumerate(lines)]
    text, places, _ = extracted(Line(words, ((0, spot),)) for words, spot in numbered)
    source = Source(places=places)
    starts = [found.start for found in places]
    assert starts == sorted(set(starts))
    for number, (_, spot) in enumerate(numbered):
        begin = 0 if number == 0 else text.index(f"\n{number}:") + 1
        found = source.place_at(begin)
        assert isinstance(found, Place)
        assert (found.page, found.paragraph) == (spot.page, spot.paragraph)


def test_the_documented_example_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(__file__).parent.parent.parent
    monkeypatch.chdir(root)
    examples = re.findall(r"```python\n(.*?)```", (root / "docs" / "readers.md").read_text("utf-8"), re.DOTALL)
    found = doctest.DocTestParser().get_doctest("\n".join(examples), {}, "readers.md", None, None)
    assert found.examples
    assert doctest.DocTestRunner(verbose=False).run(found).failed == 0
