"""Files that are too large, endless or built to do harm are refused or read without harm, in time and in words."""

from __future__ import annotations

import http.server
import io
import json
import shutil
import sys
import threading
import time
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from tests.shell.conftest import Runner
from tests.shell.documents import body_docx, html_page, paragraph, pdf, pdf_of
from vnstruct import errors
from vnstruct.cli.options import limits_of
from vnstruct.readers import Limits, read_source

LINE = [(72.0, 700.0, 12.0, "CHI THI")]


@pytest.mark.parametrize(
    ("content", "option", "said"),
    [
        (pdf([LINE] * 3), ("--max-pages", 2), "3 trang, giới hạn 2 (tách nhỏ tài liệu hoặc nâng giới hạn bằng --max-pages)"),
        (b"x" * 1_100_000, ("--max-mb", 1), "quá lớn: 1 MB, giới hạn 1 MB (tách nhỏ tài liệu hoặc nâng giới hạn bằng --max-mb)"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("command", [("convert",), ("tasks",), ("references",), ("show",)])
def test_limits_are_options_of_every_command_that_reads(
    command: tuple[str], content: bytes, option: tuple[str, int], said: str, tmp_path: Path, run: Runner
) -> None:
    path = tmp_path / "to.pdf"
    path.write_bytes(content)
    ran = run(*command, path, *option)
    assert (ran.code, f"{path}: {said}" in " ".join(ran.err.split("\n"))) == (1, True)


def test_limits_said_in_the_help_are_those_of_the_library() -> None:
    from vnstruct.cli.options import MAX_MB, MAX_PAGES, MAX_SECONDS

    assert limits_of(MAX_MB, MAX_PAGES, MAX_SECONDS) == Limits()


def test_standard_input_without_end_is_read_to_the_limit_only(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    endless = io.BytesIO(b"x" * 5_000_000)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(endless))
    ran = run("convert", "-", "--max-mb", 1)
    assert (ran.code, "--max-mb" in ran.err) == (1, True)
    assert endless.tell() < 1_200_000


def _forms(levels: int, times: int) -> bytes:
    """A page that draws a form many times, which draws another many times, and so on."""
    drawn = "/X Do " * times
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [4 0 R] /Count 1 >>"]
    objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    resources = "/Resources << /XObject << /X {} 0 R >> >>"
    objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {resources.format(5)} /Contents 3 0 R >>")
    for number in range(5, 5 + levels):
        form = (
            f"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] {resources.format(number + 1)} /Length {len(drawn)} >>"
        )
        objects.append(f"{form}\nstream\n{drawn}\nendstream")
    objects.append("<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 0 >>\nstream\n\nendstream")
    return pdf_of(objects)


def _page(content: bytes, filters: str, objects: tuple[str, ...] = (), xobjects: str = "") -> bytes:
    """A page with a compressed content, and other objects from number 6 on."""
    return pdf_of(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            f"<< /Length {len(content)} /Filter {filters} >>\nstream\n{content.decode('latin-1')}\nendstream",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            f"/Resources << /Font << /F1 3 0 R >> /XObject << {xobjects} >> >> >>",
            *objects,
        ]
    )


MUCH_TEXT = _page(zlib.compress(b"BT /F1 12 Tf 72 700 Td " + b"(aaaaaaaaaa) Tj " * 400_000 + b" ET"), "/FlateDecode")
TWICE_PACKED = _page(zlib.compress(zlib.compress(b" " * 300_000_000)), "[/FlateDecode /FlateDecode]")
HUGE_PICTURE = zlib.compress(b"\0" * 100_000_000)
WITH_PICTURE = _page(
    zlib.compress(b"BT /F1 12 Tf 72 700 Td (CHI THI so 5) Tj ET q 500 0 0 700 50 50 cm /Im Do Q"),
    "/FlateDecode",
    (
        "<< /Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 8 "
        f"/Filter /FlateDecode /Length {len(HUGE_PICTURE)} >>\nstream\n{HUGE_PICTURE.decode('latin-1')}\nendstream",
    ),
    "/Im 6 0 R",
)


def _children() -> set[str]:
    """The processes that this one started; none where the system does not tell."""
    listed = Path(f"/proc/self/task/{threading.get_native_id()}/children")
    return set(listed.read_text(encoding="ascii").split()) if listed.exists() else set()


@pytest.mark.parametrize(
    ("data", "limits", "error"),
    [
        # twenty forms in twenty forms …: the library never comes back
        (_forms(8, 20), Limits(seconds=2), errors.DocumentTooSlow),
        # fifty kilobytes that unpack to text for a gigabyte of memory; a kilobyte that unpacks to blanks
        (MUCH_TEXT, Limits(max_memory=200 << 20), errors.UnsafeFile),
        (TWICE_PACKED, Limits(max_memory=200 << 20), errors.VnstructError),
        # pages that are their own parents
        (
            pdf_of(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 3000 >>"]),
            Limits(),
            errors.UnreadableFile,
        ),
    ],
)
def test_pdf_files_that_do_harm(data: bytes, limits: Limits, error: type[errors.VnstructError]) -> None:
    started, before = time.monotonic(), _children()
    with pytest.raises(error) as caught:
        read_source(data, limits=limits)
    assert caught.value.remedy
    assert time.monotonic() - started < 20
    assert _children() <= before  # nothing is left running


def test_huge_pictures_are_not_unpacked() -> None:
    assert read_source(WITH_PICTURE, limits=Limits(max_memory=64 << 20))[0] == "CHI THI so 5\n"
    media = body_docx(paragraph("CHỈ THỊ"))
    out = io.BytesIO(media)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.png", b"\0" * 100_000_000)
    # what the text does not need is not unpacked, whatever it weighs
    assert read_source(out.getvalue(), limits=Limits(max_unpacked=1 << 20))[0] == "CHỈ THỊ\n"


def test_names_in_archives_lead_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "trong").mkdir()
    monkeypatch.chdir(tmp_path / "trong")
    out = io.BytesIO(body_docx(paragraph("CHỈ THỊ")))
    with zipfile.ZipFile(out, "a") as archive:
        for name in ("../ngoai.txt", f"{tmp_path}/tuyet-doi.txt", "word/../../../ngoai.xml", "con\\..\\..\\ngoai"):
            archive.writestr(name, "x")
    assert read_source(out.getvalue())[0] == "CHỈ THỊ\n"
    assert [path.name for path in tmp_path.rglob("*")] == ["trong"]


def test_parts_that_weigh_too_much_together_are_refused() -> None:
    notes = f"<w:footnotes>{paragraph('x' * 50_000)}</w:footnotes>"
    data = body_docx(paragraph("y" * 60_000), footnotes=notes)
    with pytest.raises(errors.UnsafeFile):
        read_source(data, limits=Limits(max_unpacked=100_000))


def test_tables_nested_without_end_are_refused() -> None:
    depth = 3_000
    body = "<w:tbl><w:tr><w:tc>" * depth + paragraph("x") + "</w:tc></w:tr></w:tbl>" * depth
    with pytest.raises(errors.VnstructError):
        read_source(body_docx(body))


class _Counting(http.server.BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(404)
        self.end_headers()

    do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - names that the library looks for

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def website() -> Iterator[str]:
    """The address of a web site that notes what it is asked."""
    _Counting.asked.clear()
    server = http.server.HTTPServer(("127.0.0.1", 0), _Counting)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def _linked_docx(site: str) -> bytes:
    relationships = "".join(
        f'<Relationship Id="r{n}" Type="http://x/{kind}" Target="{site}/{kind}" TargetMode="External"/>'
        for n, kind in enumerate(("attachedTemplate", "image", "aFChunk", "hyperlink"))
    )
    body = paragraph("CHỈ THỊ") + '<w:altChunk id="r2"/><w:p><w:r><w:pict><w:binData/></w:pict></w:r></w:p>'
    out = io.BytesIO(body_docx(body))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{relationships}</Relationships>")
    return out.getvalue()


def _linked_html(site: str) -> bytes:
    return html_page(
        f'<link rel="stylesheet" href="{site}/css"><script src="{site}/js"></script><iframe src="{site}/frame"></iframe>'
        f'<p>CHỈ THỊ</p><img src="{site}/img"><object data="{site}/object"></object>'
    )


def _linked_rtf(site: str) -> bytes:
    fields = "".join(
        rf'{{\field{{\*\fldinst {code} "{target}"}}{{\fldrslt }}}}'
        for code, target in (
            ("INCLUDEPICTURE", f"{site}/picture.png"),
            ("INCLUDETEXT", f"{site}/text.rtf"),
            ("INCLUDETEXT", "/etc/passwd"),
        )
    )
    return rf"{{\rtf1\ansi CHI THI{fields}\par{{\*\template {site}/template.dot}}}}".encode()


@pytest.mark.parametrize("linked", [_linked_docx, _linked_html, _linked_rtf])
def test_links_are_not_followed(linked: object, website: str) -> None:
    assert callable(linked)
    if linked is _linked_rtf and not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    text, _ = read_source(linked(website))
    assert text.strip().casefold() in {"chỉ thị", "chi thi"}
    assert _Counting.asked == []


def test_a_document_without_end_does_not_stop_a_batch(tmp_path: Path, run: Runner) -> None:
    (tmp_path / "a.pdf").write_bytes(_forms(8, 20))
    (tmp_path / "b.txt").write_text("CHỈ THỊ", encoding="utf-8")
    ran = run("convert", tmp_path, "-o", tmp_path / "ra", "--max-seconds", 2, "--errors", tmp_path / "loi.jsonl")
    (entry,) = map(json.loads, (tmp_path / "loi.jsonl").read_text("utf-8").splitlines())
    assert (ran.code, entry["code"], (tmp_path / "ra" / "b.json").exists()) == (1, "document-too-slow", True)
