"""Bytes from the disk, within limits."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from vnstruct.errors import DocumentTooLarge, EmptyDocument, UnreadableFile

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reader accepts before it refuses a file; sane for official documents, wide enough for any law.

    ``max_bytes`` is the size of the file, ``max_characters`` that of the text in it, ``max_unpacked`` what the parts
    of an archive may weigh together, ``max_pages`` the pages of a PDF, ``max_memory`` what reading it may take beyond
    what the program has already, ``seconds`` how long a batch, a PDF or another program (LibreOffice, tesseract) may
    work on one document (0: as long as it takes).
    """

    max_bytes: int = 200 * MEGABYTE
    max_characters: int = 20_000_000
    max_unpacked: int = 400 * MEGABYTE
    max_pages: int = 5_000
    max_memory: int = 2_048 * MEGABYTE
    seconds: float = 300.0

    def check_size(self, size: int, path: str | None) -> None:
        """Refuse a file with more bytes than the limit."""
        if size > self.max_bytes:
            found, limit = f"{size / MEGABYTE:.0f} MB", f"{self.max_bytes / MEGABYTE:.0f} MB"
            raise DocumentTooLarge.known("too-large", path=path, size=found, limit=limit)

    def check_text(self, text: str, path: str | None) -> None:
        """Refuse a text that is empty or too long to be one document."""
        if not text or text.isspace():
            raise EmptyDocument.known("empty", path=path)
        if len(text) > self.max_characters:
            size, limit = f"{len(text):,}", f"{self.max_characters:,}"
            raise DocumentTooLarge.known("text-too-long", path=path, size=size, limit=limit)


def bytes_of(path: Path, limits: Limits) -> bytes:
    """The content of a regular file; pipes and devices are refused, for they may never end."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            next(path.iterdir(), None)  # one that may not be opened is told as such
            raise UnreadableFile.known("is-folder", path=str(path))
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFile.known("not-regular", path=str(path))
        limits.check_size(status.st_size, str(path))
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile.known("not-found", path=str(path)) from error
    except PermissionError as error:
        raise UnreadableFile.known("permission", path=str(path)) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise UnreadableFile.known("read-failed", path=str(path), reason=error) from error
    if not data:
        raise EmptyDocument.known("empty", path=str(path))
    return data
