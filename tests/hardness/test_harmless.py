"""Files and texts that are built to do harm: each is read or refused, and nothing else happens."""

from __future__ import annotations

import io
import random
import struct
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
import vnstruct
from hypothesis import HealthCheck, given, settings
from tests.hardness import grammar
from tests.hardness.mutators import MUTATORS
from tests.hardness.outputs import outputs_are_harmless, written
from tests.shell.documents import html_page, paragraph, pdf
from vnstruct.errors import DocumentTooLarge, NoTextLayer, UnreadableFile, UnsafeFile, UnsupportedFormat, VnstructError
from vnstruct.readers import Limits, read_source

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
_SENTENCE = "Giao Sở Y tế báo cáo trước ngày 25/12/2025."
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SECONDS = 5.0


def package(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def document(body: str = paragraph(_SENTENCE)) -> bytes:
    """The main part of a Word file."""
    return f"<w:document {_W}><w:body>{body}</w:body></w:document>".encode()


def _lying_size() -> bytes:
    """A part of ten megabytes that its headers say has a hundred bytes."""
    data = bytearray(package({"word/document.xml": document("<w:p/>" * 1_700_000)}))
    for signature, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = data.index(signature)
        data[start + at : start + at + 4] = struct.pack("<I", 100)
    return bytes(data)


def _many_parts() -> bytes:
    """Parts that are each within bounds: a document of 300 headers of a megabyte."""
    letters = bytes(random.Random(1).choices(b"abcdefgh", k=4_000)) * 250
    header = b"<w:hdr " + _W.encode() + b"><!--" + letters + b"--></w:hdr>"
    return package({"word/document.xml": document(), **{f"word/header{n}.xml": header for n in range(300)}})


def _nested_archive() -> bytes:
    """An archive of archives, whose inside nobody asks for."""
    inside = package({"bomb.txt": b"\0" * 20_000_000})
    for _ in range(3):
        inside = package({f"{n}.zip": inside for n in range(8)})
    return package({"word/document.xml": document(), "word/media/image1.zip": inside})


BOMBS: dict[str, tuple[Callable[[], bytes], type[VnstructError] | None]] = {
    "one part that explodes": (lambda: package({"word/document.xml": document(" " * 50_000_000)}), UnsafeFile),
    "a size that lies": (_lying_size, UnreadableFile),
    "many parts that explode together": (_many_parts, UnsafeFile),
    "archives in archives": (_nested_archive, None),
    "a picture of a gigabyte": (
        lambda: package({"word/document.xml": document(), "word/media/image1.png": b"\0" * 100_000_000}),
        None,
    ),
    "two parts of one name": (lambda: _doubled(document(), document(paragraph("khác"))), None),
    "a hundred thousand empty parts": (
        lambda: package({"word/document.xml": document(), **{f"x/{n}": b"" for n in range(20_000)}}, 0),
        None,
    ),
}


def _doubled(*documents: bytes) -> bytes:
    out = io.BytesIO()
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(out, "w") as archive:
        for content in documents:
            archive.writestr("word/document.xml", content)
    return out.getvalue()


@pytest.mark.parametrize("name", BOMBS)
def test_archives_that_explode(name: str) -> None:
    make, error = BOMBS[name]
    data = make()
    _quickly(data, error, Limits(max_unpacked=100 << 20))


def _quickly(data: bytes, error: type[VnstructError] | None, limits: Limits | None = None) -> None:
    start = time.process_time()
    if error is None:
        assert read_source(data, limits=limits)[0].strip()
    else:
        with pytest.raises(error) as caught:
            read_source(data, limits=limits)
        assert caught.value.remedy
    assert time.process_time() - start < _SECONDS


XML = {
    "a file by an entity": b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    "a file by a parameter entity": b'<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
    "a remote DTD": b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    "a billion laughs": b'<!DOCTYPE x [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(10))
    + b"<!ENTITY e '&k;'>]>",
    "a square of laughs": b'<!DOCTYPE x [<!ENTITY e "' + b"a" * 100_000 + b'">]>',
}


@pytest.mark.parametrize("prolog", XML.values(), ids=XML)
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/footnotes.xml", "word/numbering.xml"])
def test_xml_that_defines_entities_is_refused(prolog: bytes, part: str) -> None:
    """In every part that is read, in text and in an attribute."""
    reference = '<w:p><w:r><w:t w:x="y">x</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
    harmful = prolog + f'<w:x {_W}><w:p w:y="">{"&e;" * 100}</w:p></w:x>'.encode()
    parts = {"word/document.xml": document(reference), part: harmful}
    start = time.process_time()
    with pytest.raises((UnsafeFile, UnreadableFile)):
        read_source(package(parts))
    assert time.process_time() - start < _SECONDS


def _deep_docx(opening: str, closing: str, depth: int) -> bytes:
    return package({"word/document.xml": document(opening * depth + paragraph("x") + closing * depth)})


DEEP = {
    "tables": ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
    "content controls": ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    "insertions": ("<w:p><w:ins>", "</w:ins></w:p>"),
    "text boxes": ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"),
    "alternatives": ("<w:p><w:AlternateContent><w:Choice>", "</w:Choice></w:AlternateContent></w:p>"),
}


@pytest.mark.parametrize("depth", [20, 60, 80, 120, 100_000])
@pytest.mark.parametrize("name", DEEP)
def test_deep_nesting_in_word(name: str, depth: int) -> None:
    """Up to what the parser takes it is read, beyond that refused: recursion never ends the program."""
    try:
        text, _ = read_source(_deep_docx(*DEEP[name], depth))
        assert "x" in text or name == "insertions"
    except UnreadableFile:
        assert depth > 60


PATHS = [
    "../../vnstruct-outside",
    "/tmp/vnstruct-outside",
    "C:\\vnstruct-outside",
    "word/../../x",
    "word\\document.xml",
    "a\0b",
    ".",
]


@pytest.mark.parametrize("name", PATHS)
def test_paths_in_archives_lead_nowhere(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts are read by their names and never unpacked: nothing appears on the disk, and no such part is the document."""
    monkeypatch.chdir(tmp_path)
    text, _ = read_source(package({name: b"x", "word/document.xml": document()}))
    assert text == f"{_SENTENCE}\n"
    with pytest.raises(UnsupportedFormat):
        read_source(package({name: document()}))
    assert not list(tmp_path.iterdir())
    assert not list(tmp_path.parent.glob("vnstruct-outside"))


@pytest.mark.parametrize(
    "target", ["../../../../etc/passwd", "file:///etc/passwd", "http://127.0.0.1:9/x", "/word/other.xml"]
)
def test_links_in_packages_are_not_followed(target: str) -> None:
    """Relations to other files stay what they are: names."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    links = "".join(
        f'<Relationship Id="r{n}" Type="{kind}{name}" Target="{target}" TargetMode="External"/>'
        for n, name in enumerate(("attachedTemplate", "aFChunk", "subDocument", "footnotes", "styles", "image"))
    )
    rels = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
    )
    body = paragraph(_SENTENCE) + '<w:altChunk w:id="r1"/><w:subDoc w:id="r2"/>'
    parts = {"word/document.xml": document(body), "word/_rels/document.xml.rels": rels.encode()}
    assert read_source(package(parts))[0] == f"{_SENTENCE}\n"


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "http://127.0.0.1:9/x", "javascript:alert(1)", "data:text/html,<b>x"]
)
def test_links_in_web_pages_are_not_followed(address: str) -> None:
    """Frames, objects and pictures give no text."""
    page = (
        f'<p>{_SENTENCE}</p><iframe src="{address}">a</iframe><object data="{address}">b</object><embed src="{address}">'
        f'<img src="{address}" alt=""><script src="{address}">c</script><link rel=import href="{address}">'
    )
    assert read_source(html_page(page))[0] == f"{_SENTENCE}\n"


def _huge_picture(width: int, height: int, text: str) -> bytes:
    """A page with a picture that claims a size no memory holds."""
    line = (72.0, 700.0, 12.0, text)
    return pdf([[line]], picture=True).replace(b"/W 1 /H 1", f"/W {width} /H {height}".encode())


@pytest.mark.parametrize("size", [(100_000, 100_000), (2**31 - 1, 2**31 - 1), (0, 1), (10**12, 1)])
def test_huge_pictures_are_not_unpacked(size: tuple[int, int]) -> None:
    """Text beside a picture of any size is read; a page with nothing else is told to be a picture, or damaged."""
    text = "Giao So Y te bao cao"
    assert text in read_source(_huge_picture(*size, text))[0]
    start = time.process_time()
    with pytest.raises((NoTextLayer, UnreadableFile)):
        read_source(_huge_picture(*size, ""))
    assert time.process_time() - start < _SECONDS


@pytest.mark.parametrize(
    "head",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff",
        b"GIF89a\xff\xff\xff\xff\0",
        b"II*\0\xff\xff\xff\xff",
    ],
)
def test_pictures_are_refused_by_their_first_bytes(head: bytes) -> None:
    with pytest.raises(UnsupportedFormat):
        read_source(head + zlib.compress(b"\0" * 1_000_000))


@pytest.mark.parametrize(
    ("limits", "data"),
    [
        (Limits(max_characters=1_000), b"a " * 1_000),
        (Limits(max_characters=1_000), html_page("<p>" + "a " * 1_000)),
        (Limits(max_characters=1_000), package({"word/document.xml": document(paragraph("a " * 1_000))})),
        (Limits(max_pages=1), pdf([[(72, 700, 12, "x")]] * 2)),
    ],
    ids=["text", "html", "docx", "pdf"],
)
def test_limits_of_the_text(limits: Limits, data: bytes) -> None:
    """What is larger is refused, with what to do about it; by default it is read."""
    with pytest.raises(DocumentTooLarge) as caught:
        read_source(data, limits=limits)
    assert caught.value.remedy
    assert read_source(data)[0]


def test_limit_of_what_is_unpacked() -> None:
    data = package({"word/document.xml": document(paragraph("a " * 1_000))}, zipfile.ZIP_STORED)
    with pytest.raises(UnsafeFile):
        read_source(data, limits=Limits(max_unpacked=1_000))
    assert read_source(data)[0]


HOSTILE = [
    '=HYPERLINK("http://127.0.0.1:9")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "\t=1+1",
    "＝1+1",
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "]]><!--",
    "<?php x ?>",
    "&lt;script&gt;&#60;",
    "{{7*7}} ${7*7} %s {0}",
    "\x1b[31m\x00\x08\ufffe\uffff",
    "\u2028\u2029\x85",
    "\u202e\u2066",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_in_every_field_and_format(piece: str) -> None:
    """Where a directive has words of its author, in the header, a task, a reference and a table."""
    text = (
        f"ỦY BAN NHÂN DÂN\nTỈNH AN BÌNH\nSố: 06/CT-UBND\nAn Bình, ngày 25 tháng 11 năm 2025\nCHỈ THỊ\nVề {piece}\n"
        f"Thực hiện Quyết định số 12/QĐ-TTg ngày 01/02/2025 về {piece}, Chủ tịch UBND tỉnh yêu cầu:\n1. {piece}\n"
        f"a) Sở Y tế {piece} báo cáo {piece} trước ngày 25/12/2025.\n- Sở Nội vụ rà soát {piece}.\n"
        f"STT | Nhiệm vụ | Chủ trì\n1 | {piece} | {piece}\n{piece}\nNơi nhận:\n- {piece};\nCHỦ TỊCH\n{piece}\n"
    )
    directive = vnstruct.structure(text)
    assert directive.tasks
    outputs_are_harmless(directive)
    for task in directive.tasks:  # as if a clause began with it
        task.text = piece
    for work in directive.cited_documents:
        work.name = work.title = work.issuer = piece
    directive.header.title = directive.header.signer_name = directive.source.path = piece
    written("csv", directive)
    outputs_are_harmless(directive)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(grammar.documents)
def test_outputs_of_any_document(text: str) -> None:
    outputs_are_harmless(vnstruct.structure(text))


@pytest.mark.parametrize("name", ["NUL", "controls", "lone surrogates", "astral", "right-to-left", "loose marks", "CR"])
def test_outputs_of_damaged_documents(name: str) -> None:
    luck = random.Random(name)
    text = MUTATORS[name](luck.choice(SAMPLES).read_bytes().decode()[:4_000], luck)
    outputs_are_harmless(vnstruct.structure(text))
