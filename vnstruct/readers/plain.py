"""Plain text and Markdown: the bytes decoded, nothing else."""

from __future__ import annotations

import hashlib

from vnstruct.readers.files import Limits
from vnstruct.schema import Source
from vnstruct.text.encodings import decode


def read_text(data: bytes, path: str | None, limits: Limits) -> tuple[str, Source]:
    """The decoded text; a UTF-8 file gives that very string."""
    decoded = decode(data, path)
    media_type = "text/markdown" if path and path.lower().endswith((".md", ".markdown")) else "text/plain"
    return decoded.text, Source(
        path=path,
        media_type=media_type,
        encoding=decoded.encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        warnings=decoded.warnings,
    )
