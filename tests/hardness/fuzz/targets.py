"""What the fuzzers run: one function of bytes for ``structure`` and for every reader.

A target lets :class:`vnstruct.errors.VnstructError` pass and nothing else: any other exception, a broken invariant, a
hang or a crash is a finding. Findings become rows of ``tests/hardness/test_findings.py``.
"""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import vnstruct
from tests.hardness.invariants import check, source_points_into_the_text
from tests.hardness.outputs import outputs_are_harmless
from tests.shell.documents import pdf as pdf_file
from vnstruct.errors import VnstructError
from vnstruct.readers import Limits, doc, docx, html, pdf, plain, read_source
from vnstruct.readers.pdf_lines import PrintedLine, printed
from vnstruct.readers.pdf_untangling import Placed

SAMPLES = Path(__file__).parents[3] / "samples"
TOKENS = Path(__file__).with_name("tokens.txt")
LIMITS = Limits(max_bytes=1 << 20, max_characters=200_000, max_unpacked=1 << 20, max_pages=50)
PART = b"\n<?part "
"""Between the parts of a Word document in the input of the target ``docx``; the name follows, and ``?>``."""
_LONGEST = 3_000
_PICTURE = pdf_file([[]], picture=True)
_PARTS = ("document", "numbering", "styles", "footnotes", "endnotes", "header1", "comments", "settings")

Target = Callable[[bytes], None]


def structure(data: bytes) -> None:
    """Any string, lone surrogates included."""
    text = data.decode("utf-8", "surrogateescape")
    check(vnstruct.structure(text), text)


def content(data: bytes) -> None:
    """Any file: the kind is found by its content, and the whole way is gone to the directive."""
    try:
        text, source = read_source(data, limits=LIMITS)
    except VnstructError:
        return
    text = text[:_LONGEST]
    check(vnstruct.structure(text), text)
    source.model_dump_json()


def _reader(read: Callable[[bytes, str | None, Limits], tuple[str, vnstruct.schema.Source]]) -> Target:
    def target(data: bytes) -> None:
        try:
            text, source = read(data, None, LIMITS)
            LIMITS.check_text(text, None)
        except VnstructError:
            return
        text.encode("utf-8")
        source.model_dump_json()
        source_points_into_the_text(source, text)

    return target


def packed(data: bytes) -> bytes:
    """A Word file from its parts: XML of the document, and of other parts behind :data:`PART`."""
    document, *others = data.split(PART)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", document)
        for other in others:
            name, _, xml = other.partition(b"?>")
            known = next((part for part in _PARTS if part.encode() == name), None)
            if known and f"word/{known}.xml" not in archive.namelist():
                archive.writestr(f"word/{known}.xml", xml)
    return out.getvalue()


def unpacked(package: bytes) -> bytes:
    """The input of the target ``docx`` that :func:`packed` turns into a document like this one."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        names = set(archive.namelist())
        parts = [archive.read("word/document.xml")]
        others = [part for part in _PARTS[1:] if f"word/{part}.xml" in names]
        parts += [PART + part.encode() + b"?>" + archive.read(f"word/{part}.xml") for part in others]
    return b"".join(parts)


def word_97(data: bytes) -> None:
    """What is checked before LibreOffice is asked; the fuzzer runs as if it were not installed."""
    which, shutil.which = shutil.which, lambda *_, **__: None  # type: ignore[assignment]
    try:
        _reader(doc.read_text)(data)
    finally:
        shutil.which = which


def scan(data: bytes) -> None:
    """Words as a recogniser may place them: anywhere, of any size, sure of them or not."""
    words = [token.strip() or "?" for token in tokens()]
    lines: dict[int, list[Placed]] = {}
    for at in range(0, len(data) - 6, 7):
        line, left, top, width, height, which, mark = data[at : at + 7]
        placed = Placed(
            words[(256 * (mark % 4) + which) % len(words)], 3 * left, 3 * left + 2 * width, 4 * top, 4 * top - height
        )
        lines.setdefault(line, []).append(placed)

    def recognise(_: object, number: int) -> list[PrintedLine]:
        return [printed(words, 842, number, aside=line % 16 == 0) for line, words in lines.items()]

    _reader(partial(pdf.read_here, recognise=recognise))(_PICTURE)


def written(data: bytes) -> None:
    """Any document that the schema allows, whoever made it: the task sheet, and every file it becomes."""
    try:
        directive = vnstruct.schema.Directive.model_validate_json(data)
    except ValueError:
        return
    outputs_are_harmless(directive)


_package = _reader(docx.read_text)
TARGETS: dict[str, Target] = {
    "structure": structure,
    "content": content,
    "text": _reader(plain.read_text),
    "html": _reader(html.read_text),
    "docx": lambda data: _package(packed(data)),
    "package": _package,
    # in this process, where the fuzzer sees which lines are reached
    "pdf": _reader(partial(pdf.read_here, recognise=None)),
    "doc": word_97,
    "scan": scan,
    "written": written,
}
"""Every target by name."""


def seeds(target: str) -> list[bytes]:
    """Where the fuzzer starts: the samples, and small files made by hand."""
    from tests.hardness.fuzz import seed_files

    return getattr(seed_files, f"seeds_of_{target}")()


def tokens() -> list[str]:
    """The words of directives and of markup that the fuzzers put in."""
    lines = TOKENS.read_text(encoding="utf-8").splitlines()
    return [line.replace("␤", "\n") for line in lines if line and not line.startswith("# ")]
