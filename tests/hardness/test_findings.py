"""What fuzzing and reading with an enemy's eyes have found, each as the smallest input that shows it.

Most rows were an exception, a hang or an explosion once, the others are their neighbours; all are done in a moment now.
"""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable

import pytest
from tests.hardness.fuzz.seed_files import seeds_of_package
from tests.hardness.fuzz.targets import TARGETS
from tests.shell.documents import body_docx, html_page, numbered, paragraph, pdf
from vnstruct.errors import UnreadableFile, UnsafeFile, UnsupportedFormat, VnstructError
from vnstruct.readers import read_source

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SECONDS = 5.0


def _renamed(package: bytes, old: bytes, new: bytes) -> bytes:
    assert len(old) == len(new)
    return package.replace(old, new)


def _moved_directory(package: bytes) -> bytes:
    """A file whose directory says it begins before the archive does."""
    at = package.rindex(b"PK\x05\x06") + 16
    return package[:at] + b"\xff\xff\xff\x7f" + package[at + 4 :]


def _level(text: str) -> bytes:
    return body_docx(paragraph("x", f'<w:numPr><w:ilvl w:val="{text}"/><w:numId w:val="1"/></w:numPr>'))


def _note_in_itself() -> bytes:
    inner = '<w:p><w:r><w:t>chú thích</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
    notes = f'<w:footnotes><w:footnote w:id="2">{inner}</w:footnote></w:footnotes>'
    return body_docx('<w:p><w:r><w:t>x</w:t><w:footnoteReference w:id="2"/></w:r></w:p>', footnotes=notes)


def _note_often() -> bytes:
    notes = f'<w:footnotes><w:footnote w:id="2">{paragraph("chú thích " * 20_000)}</w:footnote></w:footnotes>'
    return body_docx('<w:p><w:r><w:t>x</w:t><w:footnoteReference w:id="2"/></w:r></w:p>' * 5_000, footnotes=notes)


def _styles(count: int) -> bytes:
    style = '<w:style w:type="paragraph" w:styleId="s"><w:pPr/>' + "<w:x/>" * count + "</w:style>"
    return body_docx(paragraph("x", '<w:pStyle w:val="s"/>') * count, styles=f"<w:styles>{style}</w:styles>")


def _letters_from_far() -> bytes:
    number = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="99999999"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1."/></w:lvl>'
    )
    numbering = f'<w:numbering><w:abstractNum w:abstractNumId="7">{level}</w:abstractNum>{number}</w:numbering>'
    item = paragraph("x", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    return body_docx(item * 500, numbering=numbering)


_DELETED_MARK = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>mười chữ cái</w:t></w:r></w:p>"
HARMLESS: dict[str, Callable[[], bytes]] = {
    "level ² is a digit to Python and no number": lambda: _level("²"),
    "level of five thousand digits": lambda: _level("9" * 5_000),
    "symbol with a negative code": lambda: body_docx('<w:p><w:r><w:sym w:char="-5"/><w:t>x</w:t></w:r></w:p>'),
    "symbol that is half a character": lambda: body_docx('<w:p><w:r><w:sym w:char="D800"/><w:t>x</w:t></w:r></w:p>'),
    "note that refers to itself": _note_in_itself,
    "note referred to five thousand times": _note_often,
    "list from letter 99999999 on": _letters_from_far,
    "label of a megabyte": lambda: numbered([("decimal", "%1" * 500_000)], [0] * 500),
    "style of ten thousand children": lambda: _styles(5_000),
    "deleted paragraph marks": lambda: body_docx(_DELETED_MARK * 20_000),
    "lettered web list from 999999 on": lambda: html_page("<ol type=a start=999999>" + "<li>x" * 10_000),
    "half a character in HTML": lambda: html_page("<p>x&#xD800;&#xDFFF;y</p>"),
}
REFUSED: dict[str, tuple[Callable[[], bytes], type[VnstructError]]] = {
    "directory that points before the file": (lambda: _moved_directory(body_docx(paragraph("x"))), UnreadableFile),
    "package whose document is no XML part": (
        lambda: _renamed(body_docx(paragraph("x")), b"word/document.xml", b"word/document.bin"),
        UnsupportedFormat,
    ),
    "entities behind a long comment": (
        lambda: _document(f"<!--{' ' * 3_000}--><!DOCTYPE x [<!ENTITY e 'x'>]>".encode(), "&e;"),
        UnsafeFile,
    ),
    "entities in UTF-16": (
        lambda: _document(
            "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE x [<!ENTITY e 'x'>]>".encode("utf-16"), "&e;"
        ),
        UnsafeFile,
    ),
    "definition lists without end": (lambda: html_page("<dl><dt>" * 100_000), UnsafeFile),
    "preformatted blocks without end": (lambda: html_page("<pre>\n" * 100_000), UnsafeFile),
    "quotations without end": (lambda: html_page("<blockquote>" * 100_000), UnsafeFile),
}


def _document(prolog: bytes, text: str) -> bytes:
    xml = f'<w:document xmlns:w="{_W}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>'
    encoded = xml.encode("utf-16-le") if prolog.startswith(b"\xff\xfe") else xml.encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", prolog + encoded)
    return out.getvalue()


@pytest.mark.parametrize("name", HARMLESS)
def test_harmless(name: str) -> None:
    """Read in a moment, into a text not much longer than the file."""
    data = HARMLESS[name]()
    start = time.process_time()
    text, _ = read_source(data)
    assert time.process_time() - start < _SECONDS
    assert 0 < len(text) < 10 * len(data)


def test_lines_without_height() -> None:
    """A matrix may press letters flat."""
    page = pdf([[(72, 700, 12, "Chi thi"), (130, 700, 12, "so 5"), (72, 680, 12, "ve phong chay, chua chay")]])
    for left in (72, 130):
        page = page.replace(b"Tf %d 700 Td" % left, b"Tf 1 0 0 0 %d 700 Tm" % left)
    assert "ve phong chay" in read_source(page)[0]


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    make, error = REFUSED[name]
    data = make()
    start = time.process_time()
    with pytest.raises(error):
        read_source(data)
    assert time.process_time() - start < _SECONDS


def test_a_note_is_printed_once_with_one_number() -> None:
    text, _ = read_source(_note_in_itself())
    assert text == "x [1]\n[1] chú thích [1]\n"


def test_archives_with_any_byte_wrong() -> None:
    """One byte after another of a small package: each is read or refused with an error of the family."""
    package = seeds_of_package()[2]
    for at in range(0, len(package), 3):
        TARGETS["package"](package[:at] + bytes([package[at] ^ 0xFF]) + package[at + 1 :])
