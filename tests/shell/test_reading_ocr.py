"""Scanned pages: recognised on request, never silently, within the time allowed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from tests.shell.conftest import Runner
from tests.shell.documents import pdf, scanned
from vnstruct import errors
from vnstruct.readers import Limits, read_source

LONG = "Uy ban nhan dan tinh yeu cau cac so ban nganh tap trung trien khai thuc hien ngay"
SCAN = pdf([[]], picture=True)
# words as (block, line, left, top, width, height, confidence, text), pixels of a page of 2479 by 3508
HEAD = [
    (1, 1, 300, 200, 500, 50, 96, "UBND"),
    (1, 1, 1400, 200, 700, 50, 95, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (1, 2, 300, 280, 500, 50, 96, "TỈNH AN BÌNH"),
    (1, 2, 1400, 280, 100, 50, 96, "Độc lập"),
    # a dash is as high as its line
    (1, 2, 1520, 305, 20, 7, 90, "-"),
    (1, 2, 1580, 280, 100, 50, 96, "Tự do"),
]
BODY = [(2, n, 300, 700 + 75 * n, 1900, 50, 92, f"{LONG} {n}") for n in range(1, 5)]
STAMP = [(3, 1, 1500, 2800, 300, 90, 21, "~Ề@ÏJ"), (3, 2, 300, 3000, 5, 5, 95, " ")]


def table(words: list[tuple[int, int, int, int, int, int, float, str]]) -> str:
    """What ``tesseract … tsv`` prints for some words."""
    rows = ["level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"]
    rows += (
        "\t".join(map(str, (5, 1, block, 1, line, number, left, top, width, height, confidence, text)))
        for number, (block, line, left, top, width, height, confidence, text) in enumerate(words, start=1)
    )
    return "\n".join(rows) + "\n"


@pytest.fixture
def tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder first on the path where a test puts its own ``tesseract``."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


def install(folder: Path, *, languages: str = "eng osd vie", prints: str = "", does: str = "") -> None:
    """A ``tesseract`` that knows some languages, prints a table and does what a line of shell says."""
    (folder / "table").write_text(prints, encoding="utf-8")
    program = folder / "tesseract"
    program.write_text(
        f"#!/bin/sh\ncase $1 in --list-langs) echo {languages} | tr ' ' '\\n'; exit;; esac\n"
        f'cat > {folder}/page.pgm\necho "$@" >> {folder}/calls\n{does}\ncat {folder}/table\n',
        encoding="utf-8",
    )
    program.chmod(0o755)


def test_scanned_pages_are_recognised_and_said_to_be(tesseract: Path) -> None:
    install(tesseract, prints=table([*HEAD, *BODY, *STAMP]))
    text, source = read_source(SCAN, ocr=True)
    lines = text.splitlines()
    # the columns of the head one after the other, wrapped lines joined, strokes of a stamp at the end
    assert lines[:4] == ["UBND", "TỈNH AN BÌNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do"]
    assert " ".join(f"{LONG} {n}" for n in range(1, 5)) in lines
    assert lines[-1] == "~Ề@ÏJ"
    assert "trang 1: văn bản do OCR nhận dạng" in source.warnings[0]
    # the mean of eleven words: 958 by 11
    assert "87%" in source.warnings[0]
    found = source.place_at(text.index(LONG))
    assert found is not None
    assert (found.page, found.box and found.box[0]) == (1, 72)


def test_tesseract_gets_the_page_as_a_grey_picture(tesseract: Path) -> None:
    install(tesseract, prints=table(BODY))
    read_source(SCAN, ocr=True)
    picture = (tesseract / "page.pgm").read_bytes()
    magic, width, height, deepest = picture[:40].split(maxsplit=4)[:4]
    # A4 at 300 dots per inch
    assert (magic, abs(int(width) - 2479) < 3, abs(int(height) - 3508) < 3, deepest) == (b"P5", True, True, b"255")
    assert "-l vie" in (tesseract / "calls").read_text()


def test_a_page_of_kilometres_is_drawn_small(tesseract: Path) -> None:
    install(tesseract, prints=table(BODY))
    huge = SCAN.replace(b"[0 0 595 842]", b"[0 0 9e5 9e5]")
    read_source(huge, ocr=True)
    assert (tesseract / "page.pgm").stat().st_size < 40_000_000


def test_pages_with_text_are_not_recognised(tesseract: Path) -> None:
    install(tesseract, does="exit 9")
    text, source = read_source(pdf([[(72, 700, 12, "CHI THI")]]), ocr=True)
    assert (text, source.warnings, (tesseract / "calls").exists()) == ("CHI THI\n", [], False)


def test_without_being_asked_nothing_is_recognised(tesseract: Path) -> None:
    install(tesseract, prints=table(BODY))
    with pytest.raises(errors.NoTextLayer) as caught:
        read_source(SCAN)
    assert "--ocr" in caught.value.remedy
    assert not (tesseract / "calls").exists()


@pytest.mark.parametrize(
    ("languages", "does", "error", "said"),
    [
        ("eng osd", "", errors.MissingProgram, "tesseract-ocr-vie"),
        ("vie", "echo 'Image too small' >&2; exit 1", errors.UnreadableFile, "Image too small"),
        ("vie", "exec sleep 60", errors.DocumentTooSlow, "--max-seconds"),
        ("vie", "", errors.EmptyDocument, "không có nội dung"),  # nothing found on the page
    ],
)
def test_what_goes_wrong_is_said(
    tesseract: Path, languages: str, does: str, error: type[errors.VnstructError], said: str
) -> None:
    install(tesseract, languages=languages, does=does, prints=table([]))
    started = time.monotonic()
    with pytest.raises(error) as caught:
        read_source(SCAN, ocr=True, limits=Limits(seconds=1.5))
    assert said in str(caught.value)
    assert time.monotonic() - started < 20


def test_without_tesseract_the_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(errors.MissingProgram) as caught:
        read_source(SCAN, ocr=True)
    assert "tesseract-ocr và tesseract-ocr-vie" in caught.value.remedy


def test_the_command_line_recognises_and_remembers_it(tesseract: Path, tmp_path: Path, run: Runner) -> None:
    install(tesseract, prints=table(BODY))
    path, out = tmp_path / "quet.pdf", tmp_path / "ra"
    path.write_bytes(SCAN)
    assert run("convert", path, "-o", out).code == 1
    assert run("convert", path, "-o", out, "--ocr").code == 0
    assert LONG in json.loads((out / "quet.json").read_text("utf-8"))["text"]
    # what was recognised counts as done only for a run that recognises
    assert "(1 không đổi" in run("convert", path, "-o", out, "--ocr", "--resume").err
    assert run("convert", path, "-o", out, "--resume").code == 1


def _has_vietnamese() -> bool:
    program = shutil.which("tesseract")
    if program is None:
        return False
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)
    return "vie" in (listed.stdout + listed.stderr).split()


@pytest.mark.skipif(not _has_vietnamese(), reason="tesseract with Vietnamese data is not installed")
def test_real_tesseract_reads_a_real_picture() -> None:
    body = [(72, 600 - 20 * n, 12, LONG + f" {n:03}.") for n in range(3)]
    head = [(90, 780, 12, "UBND TINH AN BINH"), (330, 780, 12, "CONG HOA XA HOI CHU NGHIA")]
    text, source = read_source(scanned(pdf([head + body])), ocr=True)
    lines = text.splitlines()
    assert lines[0].startswith("UBND T")
    assert lines[1].startswith("CONG H")
    assert "trien khai thuc hien ngay" in text
    assert source.pages == 1
