"""One family of errors: what went wrong with which input, and what to do about it."""

from __future__ import annotations

from typing import Self

from vnstruct.messages import Language, Message, message


class VnstructError(Exception):
    """Base of every error that vnstruct raises for bad input.

    ``code`` is a stable identifier, ``path`` the file (or None), ``remedy`` what the user can do. Errors made with
    :meth:`known` take their words from :mod:`vnstruct.messages` and can be said in English too.

    >>> print(UnsupportedFormat("ảnh quét", path="a.tif", remedy="chạy OCR trước"))
    a.tif: ảnh quét (chạy OCR trước)
    >>> print(NoTextLayer.known("no-text-layer", path="a.pdf").in_language("en"))
    a.pdf: the PDF has no text layer (run OCR first: add --ocr, or for example ocrmypdf -l vie IN.pdf OUT.pdf)
    """

    code = "error"

    def __init__(self, message: str, *, path: str | None = None, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.remedy = remedy
        self.key = ""
        self.values: dict[str, object] = {}

    @classmethod
    def known(cls, key: str, *, path: str | None = None, **values: object) -> Self:
        """The error with the words of the message table, in Vietnamese."""
        said = message(key, "vi", **values)
        error = cls(said.text, path=path, remedy=said.remedy)
        error.key, error.values = key, values
        return error

    def in_language(self, language: Language) -> str:
        """What :func:`str` says, in another language when the message table has it."""
        return _sentence(self.path, *self.message_in(language))

    def message_in(self, language: Language) -> Message:
        """What happened and what to do about it, in another language when the message table has it."""
        if language == "vi" or not self.key:
            return Message(self.message, self.remedy)
        return message(self.key, language, **self.values)

    def __str__(self) -> str:
        return _sentence(self.path, self.message, self.remedy)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.message, self.path, self.remedy, self.key, self.values)


def _sentence(path: str | None, text: str, remedy: str) -> str:
    return (f"{path}: " if path else "") + text + (f" ({remedy})" if remedy else "")


def _rebuild(
    kind: type[VnstructError], text: str, path: str | None, remedy: str, key: str, values: dict[str, object]
) -> VnstructError:
    error = kind(text, path=path, remedy=remedy)
    error.key, error.values = key, values
    return error


class UnreadableFile(VnstructError):
    """The file cannot be opened or read, or it is damaged."""

    code = "unreadable-file"


class EncryptedFile(VnstructError):
    """The file is protected by a password."""

    code = "encrypted-file"


class NoTextLayer(VnstructError):
    """A scanned PDF: pictures of pages without text."""

    code = "no-text-layer"


class UnsafeFile(VnstructError):
    """The file is built to do harm: an archive that explodes, a path that leaves its folder."""

    code = "unsafe-file"


class UnsupportedFormat(VnstructError):
    """The content is of a kind that vnstruct does not read."""

    code = "unsupported-format"


class MissingProgram(VnstructError):
    """Another program is needed to read the file and is not installed."""

    code = "missing-program"


class MissingPackage(VnstructError):
    """A Python package is needed that comes with an extra of vnstruct and is not installed."""

    code = "missing-package"


class InvalidColumns(VnstructError):
    """A table of documents lacks a column that is asked for, or has one that cannot be used so."""

    code = "invalid-columns"


class UnknownEncoding(VnstructError):
    """The bytes are no text in any encoding that vnstruct knows."""

    code = "unknown-encoding"


class EmptyDocument(VnstructError):
    """There is no text in the file."""

    code = "empty-document"


class DocumentTooLarge(VnstructError):
    """The document is larger than the limit set."""

    code = "document-too-large"


class DocumentTooSlow(VnstructError):
    """The document takes longer than the limit set."""

    code = "document-too-slow"


class UnwritableFile(VnstructError):
    """The output cannot be written."""

    code = "unwritable-file"


class InvalidGold(VnstructError):
    """A file given for evaluation is no gold file."""

    code = "invalid-gold"


class InternalError(VnstructError):
    """A defect of vnstruct, reported with the document that showed it."""

    code = "internal-error"
