"""Files of every supported kind become source text.

One interface: :func:`read_source` gives the text of a file and where it came from, :func:`read` the structured
document. The kind is decided by the content, never by the name.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from vnstruct.readers.content import kind_of
from vnstruct.readers.files import Limits, bytes_of

if TYPE_CHECKING:
    import os

    from vnstruct.schema import Directive, Source

__all__ = ["SUFFIXES", "Limits", "read", "read_source"]

SUFFIXES = (".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".docx", ".docm", ".doc", ".dot", ".rtf", ".pdf")
"""What is taken from a folder; a file named by itself may have any suffix."""

_MODULES = {
    "text": "vnstruct.readers.plain",
    "html": "vnstruct.readers.html",
    "docx": "vnstruct.readers.docx",
    "pdf": "vnstruct.readers.pdf",
    "scan": "vnstruct.readers.pdf_scan",
    "doc": "vnstruct.readers.doc",
}


class Reader(Protocol):
    """What a reader module offers: the text, and what was found out about the source."""

    def read_text(self, data: bytes, path: str | None, limits: Limits) -> tuple[str, Source]: ...


def read_source(
    data: str | os.PathLike[str] | bytes, *, limits: Limits | None = None, ocr: bool = False
) -> tuple[str, Source]:
    """The text of a file (given by path or as its bytes), and where it came from.

    For a UTF-8 file the text is that very string, a byte-order mark included; for other kinds it is what the reader
    extracted. With ``ocr`` the pages of a PDF that are only pictures are recognised by tesseract. Raises a
    :class:`vnstruct.errors.VnstructError` and nothing else.

    >>> text, source = read_source("Chỉ thị số 05-CT/TW".encode())
    >>> text, source.encoding
    ('Chỉ thị số 05-CT/TW', 'utf-8')
    """
    limits = limits or Limits()
    if isinstance(data, bytes):
        return source_of(data, None, limits, ocr=ocr)
    path = Path(data)
    return source_of(bytes_of(path, limits), str(path), limits, ocr=ocr)


def source_of(content: bytes, path: str | None, limits: Limits, *, ocr: bool = False) -> tuple[str, Source]:
    """The same for content that was read already; ``path`` names it in messages and in the source."""
    limits.check_size(len(content), path)
    kind = kind_of(content, path)
    reader: Reader = import_module(_MODULES["scan" if ocr and kind == "pdf" else kind])
    text, source = reader.read_text(content, path, limits)
    limits.check_text(text, path)
    return text, source


def read(
    path: str | os.PathLike[str],
    *,
    knowledge: Path | None = None,
    limits: Limits | None = None,
    ocr: bool = False,
) -> Directive:
    """Structure a file of any supported kind.

    ``knowledge`` is a folder with tables that extend those of the package; with ``ocr`` scanned pages of a PDF are
    recognised. The time limit is kept by those who start other programs (LibreOffice, tesseract) and by
    :func:`vnstruct.structure_all`, not here: an alarm belongs to the program that calls. Raises a
    :class:`vnstruct.errors.VnstructError` that names the file and what to do about it.
    """
    from vnstruct.pipeline import structure  # noqa: PLC0415 - loaded when first used, like every heavy module

    text, source = read_source(path, limits=limits, ocr=ocr)
    return structure(text, source=source, knowledge=knowledge)
