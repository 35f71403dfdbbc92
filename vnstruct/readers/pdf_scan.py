"""Scanned PDF files: read as any other, their pages without a text layer recognised by tesseract."""

from __future__ import annotations

from vnstruct.readers import pdf
from vnstruct.readers.apart import done_apart
from vnstruct.readers.files import Limits
from vnstruct.readers.ocr import Recogniser
from vnstruct.schema import Source


def read_text(data: bytes, path: str | None, limits: Limits) -> tuple[str, Source]:
    """The text of all pages; tesseract is asked only about those that are pictures.

    Raises ``MissingProgram`` when it is needed and not installed, ``DocumentTooSlow`` when it takes longer than
    ``limits.seconds``.
    """
    return done_apart(lambda: _read(data, path, limits), path, limits)


def _read(data: bytes, path: str | None, limits: Limits) -> tuple[str, Source]:
    recogniser = Recogniser(path, limits)
    text, source = pdf.read_here(data, path, limits, recogniser.lines)
    return text, source.model_copy(update={"warnings": recogniser.warnings() + source.warnings})
