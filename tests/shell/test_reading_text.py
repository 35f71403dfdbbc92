"""Text files: every encoding is recognised, none is guessed silently, and what is no text is refused."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import pytest
import vnstruct
from tests.shell.documents import body_docx, paragraph
from vnstruct import errors
from vnstruct.readers import Limits, read_source
from vnstruct.readers.content import kind_of
from vnstruct.schema import Directive
from vnstruct.text.encodings import decode

SAMPLES = Path(__file__).parent.parent.parent / "samples"
TEXT = "Số: 06/CT-UBND\r\nThực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị, các sở, ngành được giao quản lý dự toán.\n"


@pytest.mark.parametrize(
    ("data", "text", "encoding", "warned"),
    [
        (TEXT.encode(), TEXT, "utf-8", False),  # the very string, carriage returns and all
        (b"\xef\xbb\xbf" + TEXT.encode(), "\ufeff" + TEXT, "utf-8", False),  # a mark is part of the string
        (TEXT.encode("utf-16"), TEXT, "utf-16-le", False),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT, "utf-16-be", False),
        (TEXT.encode("utf-16-le"), TEXT, "utf-16-le", True),  # no mark: inferred, and said so
        (TEXT.encode().replace("được".encode(), b"\xe1\xbb"), TEXT.replace("được", "\ufffd"), "utf-8", True),
    ],
)
def test_unicode(data: bytes, text: str, encoding: str, warned: bool) -> None:
    read, source = read_source(data)
    assert (read, source.encoding, bool(source.warnings)) == (text, encoding, warned)


# the same sentence as each encoding writes it, typed from the code tables
LEGACY = {
    "tcvn3": "Thùc hiÖn ChØ thÞ cña Bé ChÝnh trÞ, c¸c së, ngµnh ®­îc giao qu¶n lý dù to¸n.",
    "vni": "Thöïc hieän Chæ thò cuûa Boä Chính trò, caùc sôû, ngaønh ñöôïc giao quaûn lyù döï toaùn.",
}
SENTENCE = "Thực hiện Chỉ thị của Bộ Chính trị, các sở, ngành được giao quản lý dự toán."


@pytest.mark.parametrize("encoding", LEGACY)
def test_legacy_encodings(encoding: str) -> None:
    decoded = decode(LEGACY[encoding].encode("cp1252"))
    assert (decoded.text, decoded.encoding) == (SENTENCE, encoding)
    assert decoded.warnings  # never silently


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        (
            "viscii",
            b"Th\xf1c hi\xaen Ch\xef th\xb8 c\xfca B\xb5 Ch\xednh tr\xb8, c\xe1c s\xb7, ng\xe0nh \xf0\xdf\xfec "
            b"giao qu\xe4n l\xfd d\xf1 to\xe1n.",
        ),
        (
            "windows-1258",
            b"Th\xfd\xf2c hi\xea\xf2n Chi\xd2 thi\xf2 cu\xd2a B\xf4\xf2 Chi\xecnh tri\xf2, "
            b"ca\xecc s\xf5\xd2, nga\xccnh \xf0\xfd\xf5\xf2c "
            b"giao qua\xd2n ly\xec d\xfd\xf2 toa\xecn.",
        ),
    ],
)
def test_other_legacy_encodings(encoding: str, data: bytes) -> None:
    assert decode(data)[:2] == (SENTENCE, encoding)


def test_other_encodings_are_left_to_the_generic_detector_and_said_to_be_guessed() -> None:
    text = "Größere Änderungen müssen schriftlich begründet und dem Ausschuß für Übersetzung vorgelegt werden. " * 5
    read, source = read_source(text.encode("cp1252"))
    assert "Größere" in read
    assert source.encoding is not None
    assert f"suy đoán là {source.encoding}" in source.warnings[0]


def test_an_encoding_that_fits_nearly_as_well_is_named() -> None:
    # a grave accent is the same byte in three tables: nothing here tells them apart
    decoded = decode(("tài hà là và " * 9).encode("latin-1"))
    assert decoded.text.startswith("tài hà là và")
    assert [warning.split(":")[0] for warning in decoded.warnings][1:] == ["bảng mã chưa chắc chắn"]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", errors.EmptyDocument),
        (b" \n\t\n", errors.EmptyDocument),
        (b"\0" * 5000, errors.UnsupportedFormat),  # valid UTF-8, no text
        (bytes(range(256)) * 40, errors.UnsupportedFormat),  # noise
        (b"\x89PNG\r\n\x1a\n\0\0", errors.UnsupportedFormat),
        (b"BM\0\0\0\0\0\0", errors.UnsupportedFormat),
        (b"Rar!\x1a\x07", errors.UnsupportedFormat),
        (b"PK\x03\x04 cut short", errors.UnreadableFile),
        (b"%PDF-1.7 cut short", errors.UnreadableFile),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, errors.UnsupportedFormat),  # OLE, but no Word file
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), errors.EncryptedFile),
    ],
)
def test_what_is_no_document_is_refused(data: bytes, error: type[errors.VnstructError]) -> None:
    with pytest.raises(error) as caught:
        read_source(data)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("BM 02-QĐ/TU".encode(), "text"),  # letters that also begin a bitmap
        (b"MZ", "text"),
        (b"<p>x</p>", "html"),
        ("\ufeff<!DOCTYPE html>".encode(), "html"),
        ("<< Số: 5".encode(), "text"),
        (b"junk\n%PDF-1.4", "pdf"),
        (b"{\\rtf1", "doc"),
    ],
)
def test_kind_is_by_content(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


def test_name_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "cong-van.pdf"
    path.write_bytes(body_docx(paragraph("Kính gửi: Sở Y tế")))
    text, source = read_source(path)
    assert (text, source.media_type.rpartition(".")[2]) == ("Kính gửi: Sở Y tế\n", "document")


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe", "nul"])
def test_paths_that_cannot_be_read(tmp_path: Path, kind: str) -> None:
    path = {"missing": tmp_path / "x", "folder": tmp_path, "pipe": tmp_path / "ong", "nul": tmp_path / "a\0b"}[kind]
    if kind == "pipe":
        os.mkfifo(path)
    with pytest.raises(errors.UnreadableFile) as caught:
        read_source(path)
    assert caught.value.path == str(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_permission(tmp_path: Path) -> None:
    path = tmp_path / "mat.txt"
    path.write_text("x")
    path.chmod(stat.S_IWUSR)
    with pytest.raises(errors.UnreadableFile):
        read_source(path)


@pytest.mark.parametrize(
    ("limits", "remedy"), [(Limits(max_bytes=100), "--max-mb"), (Limits(max_characters=100), "tách nhỏ")]
)
def test_limits(tmp_path: Path, limits: Limits, remedy: str) -> None:
    path = tmp_path / "dai.txt"
    path.write_text("dài " * 100, encoding="utf-8")
    with pytest.raises(errors.DocumentTooLarge) as caught:
        read_source(path, limits=limits)
    assert (caught.value.path, remedy in caught.value.remedy) == (str(path), True)


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        ("# CHỈ THỊ\n", "text/markdown"),
        ("Điều 1\n## I. NHIỆM VỤ\n", "text/markdown"),
        ("**CHỈ THỊ**\n", "text/markdown"),
        ("| TT | Việc |\n| --- | --- |\n", "text/markdown"),
        ("1\\. Sở Y tế\n", "text/markdown"),
        # marks that plain text has too: rules, footnotes, bullets, numbers of posts
        ("*****\n(**) Ghi chú\n* Sở Y tế\n-----\n#1\n", "text/plain"),
        ("CHỈ THỊ\n1. Sở Y tế\n", "text/plain"),
    ],
)
def test_markdown_is_told_by_its_marks(text: str, media_type: str, tmp_path: Path) -> None:
    path = tmp_path / "ten-khong-noi-gi.md"
    path.write_text(text, encoding="utf-8")
    read, source = read_source(path)
    assert (read, source.media_type) == (text, media_type)


def _in_markdown(text: str) -> str:
    """A document as converters write it in Markdown: headings, bold capitals, escaped labels."""
    starts = {section.start: section for section in vnstruct.structure(text).sections}
    lines, offset = [], 0
    for line in text.split("\n"):
        section = starts.get(offset + len(line) - len(line.lstrip()))
        if section is not None and section.heading and len(line) < 100:
            lines.append(f"## {line.strip()}")
        elif section is not None:
            lines.append(re.sub(r"^(\d+)\.", r"\1\\.", line.strip()))
        elif line.strip() and line.isupper() and len(line) < 60:
            lines.append(f"**{line.strip()}**")
        else:
            lines.append(line)
        offset += len(line) + 1
    return "\n".join(lines)


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_markdown_gives_what_the_plain_text_gives(path: Path) -> None:
    text = path.read_bytes().decode().replace("\r\n", "\n")
    marked = _in_markdown(text)
    assert marked != text
    plain, directive = vnstruct.structure(text), vnstruct.structure(marked)
    assert directive.text == marked
    assert _values(directive) == _values(plain)


def _values(directive: Directive) -> list[object]:
    return [
        directive.kind,
        directive.header,
        [(s.kind, s.label, s.depth, s.parent) for s in directive.sections],
        [(r.kind, r.number, r.name, r.pinpoints, r.document) for r in directive.references],
        [(t.value, t.role) for t in directive.dates],
        [(k.actors, k.coordinators, k.deadline, k.section) for k in directive.tasks],
    ]
