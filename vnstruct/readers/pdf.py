"""PDF files with a text layer: lines in reading order, paragraphs joined, page furniture left out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from vnstruct.errors import DocumentTooLarge, EncryptedFile, NoTextLayer, UnreadableFile
from vnstruct.messages import Reason
from vnstruct.readers.apart import done_apart
from vnstruct.readers.files import Limits
from vnstruct.readers.flow import Line, extracted
from vnstruct.readers.pdf_furniture import without_furniture
from vnstruct.readers.pdf_lines import PrintedLine, page_lines
from vnstruct.readers.pdf_paragraphs import joined, set_apart
from vnstruct.schema import Source
from vnstruct.text.encodings import legacy_repair

Recognise = Callable[[Any, int], list[PrintedLine]]
"""What reads a page that is only a picture, given the page and its number."""

_PASSWORD_NEEDED = 4
_FEW_CHARACTERS = 8  # a page with less is a picture with a stamp, or blank


def read_text(data: bytes, path: str | None, limits: Limits) -> tuple[str, Source]:
    """The text of all pages, one paragraph a line.

    Raises ``EncryptedFile`` for a file under a password, and ``NoTextLayer`` when most pages are only pictures.
    """
    return done_apart(lambda: read_here(data, path, limits, None), path, limits)


def read_here(data: bytes, path: str | None, limits: Limits, recognise: Recognise | None) -> tuple[str, Source]:
    """The same in this process, with the lines that ``recognise`` finds on pages that are only pictures."""
    document = _opened(data, path, limits)
    try:
        pages, pictures = _pages(document, path, recognise)
    finally:
        document.close()
    warnings = [f"trang {number} là ảnh, không có lớp văn bản" for number in pictures]
    pages, encoding = _repaired(pages)
    if encoding:
        warnings.append(f"phông chữ cũ: văn bản được chuyển mã từ {encoding}")
    kept, aside = without_furniture(pages)
    if aside:
        warnings.append(f"{len(aside)} dòng của dấu, chữ ký số hoặc chữ xoay được đặt ở cuối văn bản")
    text, places, _ = extracted([*joined(kept), Line(""), *set_apart(aside)])
    source = Source(
        path=path,
        media_type="application/pdf",
        sha256=hashlib.sha256(data).hexdigest(),
        pages=len(pages),
        warnings=warnings,
        places=places,
    )
    return text, source


def _repaired(pages: list[list[PrintedLine]]) -> tuple[list[list[PrintedLine]], str]:
    """The lines with what old fonts print in their stead, and the name of the encoding, empty for none."""
    encoding, repair = legacy_repair("\n".join(line.text for lines in pages for line in lines))
    if not encoding:
        return pages, ""
    return [[replace(line, text=repair(line.text)) for line in lines] for lines in pages], encoding


def _opened(data: bytes, path: str | None, limits: Limits) -> Any:
    try:
        document = pdfium.PdfDocument(data)
        pages = len(document)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_NEEDED or "password" in str(error).lower():
            raise EncryptedFile.known("encrypted", path=path, kind="PDF") from error
        raise UnreadableFile.known("damaged", path=path, kind="PDF", reason=Reason("pdf")) from error
    if pages > limits.max_pages:
        document.close()
        raise DocumentTooLarge.known("too-many-pages", path=path, pages=pages, limit=limits.max_pages)
    return document


def _pages(document: Any, path: str | None, recognise: Recognise | None) -> tuple[list[list[PrintedLine]], list[int]]:
    """The lines of every page, and the numbers of the pages that are only pictures."""
    pages: list[list[PrintedLine]] = []
    pictures: list[int] = []
    for number, page in enumerate(_each(document, path), start=1):
        lines = page_lines(page, number) if page is not None else []
        if page is not None and sum(len(line.text) for line in lines) < _FEW_CHARACTERS and _has_picture(page):
            if recognise is None:
                pictures.append(number)
            else:
                lines = recognise(page, number)
        pages.append(lines)
        if page is not None:
            page.close()
    if recognise is None and (not any(pages) or 2 * len(pictures) > len(pages)):
        raise NoTextLayer.known("no-text-layer", path=path)
    return pages, pictures


def _each(document: Any, path: str | None) -> Iterator[Any]:
    """The pages; a damaged one is None, unless all are."""
    good = 0
    error: pdfium.PdfiumError | None = None
    for index in range(len(document)):
        try:
            page = document[index]
            good += 1
        except pdfium.PdfiumError as failure:
            page, error = None, failure
        yield page
    if not good:
        raise UnreadableFile.known("damaged", path=path, kind="PDF", reason=Reason("no-page")) from error


def _has_picture(page: Any) -> bool:
    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH], max_depth=3))
