"""One family of errors: what went wrong with which input, and what to do about it."""

from __future__ import annotations


class VnstructError(Exception):
    """Base of every error that vnstruct raises for bad input.

    ``code`` is a stable identifier, ``path`` the file (or None), ``remedy`` what the user can do.

    >>> print(UnsupportedFormat("ảnh quét", path="a.tif", remedy="chạy OCR trước"))
    a.tif: ảnh quét (chạy OCR trước)
    """

    code = "error"

    def __init__(self, message: str, *, path: str | None = None, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.remedy = remedy

    def __str__(self) -> str:
        place = f"{self.path}: " if self.path else ""
        remedy = f" ({self.remedy})" if self.remedy else ""
        return f"{place}{self.message}{remedy}"

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.message, self.path, self.remedy)


def _rebuild(kind: type[VnstructError], message: str, path: str | None, remedy: str) -> VnstructError:
    return kind(message, path=path, remedy=remedy)


class UnreadableFile(VnstructError):
    """The file cannot be opened or read."""

    code = "unreadable-file"


class UnsupportedFormat(VnstructError):
    """The content is of a kind that vnstruct does not read."""

    code = "unsupported-format"


class UnknownEncoding(VnstructError):
    """The bytes are no text in any encoding that vnstruct knows."""

    code = "unknown-encoding"


class EmptyDocument(VnstructError):
    """There is no text in the file."""

    code = "empty-document"


class DocumentTooLarge(VnstructError):
    """The document is larger than the limit set."""

    code = "document-too-large"


class InternalError(VnstructError):
    """A defect of vnstruct, reported with the document that showed it."""

    code = "internal-error"
