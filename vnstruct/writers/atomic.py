"""Files that are there whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from vnstruct.errors import UnwritableFile


@contextmanager
def atomic(path: Path) -> Iterator[BinaryIO]:
    """Open a file for writing that takes its place only when the block ends well.

    Folders are made as needed. The unfinished file has a fixed name beside it, so that a killed run leaves at most
    one for each output and the next run takes it over. Raises ``UnwritableFile``.
    """
    unfinished = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with unfinished.open("wb") as out:
            yield out
        unfinished.replace(path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise UnwritableFile.known("write-failed", path=str(path), reason=error.strerror or error) from error
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
