"""A folder as an office has it: documents of every format and length, and files that are broken in every way."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable
from pathlib import Path

from tests.shell.documents import body_docx, html_page, paragraph, pdf, text_pdf

BROKEN = 20
"""How many inputs of :func:`break_some` fail, the folder without permission among them."""
_MEGABYTE = 1 << 20


def _lines(text: str) -> list[str]:
    return text.splitlines()


_WRITERS: dict[str, Callable[[str], bytes]] = {
    "txt": lambda text: text.encode(),
    "crlf.txt": lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
    "wide.txt": lambda text: text.encode("utf-16"),
    "md": lambda text: text.encode(),
    "docx": lambda text: body_docx("".join(map(paragraph, _lines(text)))),
    "html": lambda text: html_page("".join(f"<p>{line}</p>" for line in _lines(text))),
    "pdf": lambda text: text_pdf(_lines(text)),
    "bao-cao.pdf": lambda text: body_docx("".join(map(paragraph, _lines(text)))),  # a Word file called PDF
}
_PLACES = ("Xã Hòa Tiến", "Phường Đông Sơn", "Xã Ea Kly", "Phường Bình Minh", "Xã Mường Tè", "Đặc khu Cồn Cỏ")


def good_files(folder: Path, samples: Path, count: int, seed: int = 0) -> None:
    """Write ``count`` documents into sub-folders: the samples with other numbers, days and places, in all formats."""
    chance = random.Random(seed)
    texts = [path.read_text("utf-8") for path in sorted(samples.glob("*.txt"))]
    formats = sorted(_WRITERS)
    for number in range(count):
        text = _varied(texts[number % len(texts)], chance)
        format_ = formats[number % len(formats)]
        path = folder / f"20{20 + number % 6}" / f"{number:03} văn bản đến.{format_}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_WRITERS[format_](text))


def _varied(text: str, chance: random.Random) -> str:
    """Other numbers of one to four digits before a slash or a hyphen, another place, another length."""
    text = re.sub(r"\b\d{1,4}(?=[/-][A-ZĐ])", lambda _: str(chance.randint(1, 2500)), text)
    text = re.sub(r"\b(?:Xã|Phường) (?:\w+ ){0,2}\w+", lambda _: chance.choice(_PLACES), text, count=3)
    lines = text.splitlines(keepends=True)
    return "".join(lines[: chance.randint(len(lines) // 2, len(lines))])


def break_some(folder: Path) -> Path:
    """Put ``BROKEN`` inputs into a folder that cannot be read; gives the folder without permission."""
    good = body_docx("".join(map(paragraph, ["Chỉ thị"] * 50)))
    page = pdf([[(72, 700, 12, "x")]])
    noise = random.Random(5).randbytes
    contents = {
        "cut.docx": good[: len(good) // 2],
        "cut-early.docx": good[:40],
        "cut.pdf": page[:60],
        "locked.pdf": pdf([[(72, 700, 12, "x")]], encrypted=True),
        "scan.pdf": pdf([[]], picture=True),
        "empty.txt": b"",
        "empty.pdf": b"",
        "blank.txt": b" \r\n\t\n ",
        "noise.txt": noise(5_000),
        "noise.docx": b"PK\x03\x04" + noise(5_000),
        "noise.pdf": b"%PDF-1.7\n" + noise(5_000),
        "picture.txt": b"\x89PNG\r\n\x1a\n" + noise(500),  # wrong suffixes
        "picture.docx": b"\xff\xd8\xff\xe0" + noise(500),
        "program.html": b"\x7fELF" + bytes(2_000),
        "nul.txt": bytes(5_000),
        "nul-between.txt": "Chỉ thị".encode() + bytes(5_000),
        "nested.html": html_page("<div>" * 9_000),
        "one-line.txt": ("dài " * (50 * _MEGABYTE // 5)).encode(),  # fifty megabytes of one line
    }
    for name, content in contents.items():
        (folder / f"hong-{name}").write_bytes(content)
    (folder / "hong-mat-dich.txt").symlink_to("khong-co.txt")
    locked = folder / "hong-khong-quyen"
    locked.mkdir()
    (locked / "a.txt").write_text("Chỉ thị", encoding="utf-8")
    assert len(contents) + 2 == BROKEN
    return locked


def without_privilege() -> None:
    """Run in a child before it starts: the superuser too shall obey the permissions of files."""
    if os.geteuid() == 0:
        import ctypes

        drop_from_bounding_set, override, read_search = 24, 1, 2
        for capability in (override, read_search):
            ctypes.CDLL(None).prctl(drop_from_bounding_set, capability, 0, 0, 0)
