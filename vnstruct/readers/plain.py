"""Plain text and Markdown: the bytes decoded, nothing else."""

from __future__ import annotations

import hashlib
import re

from vnstruct.readers.files import Limits
from vnstruct.schema import Source
from vnstruct.text.encodings import decode

# a heading, bold words, the rule below a table's head, an escaped label
_MARKED = re.compile(
    r"^#{1,6} \S|\*\*[^\s*][^*\n]{0,200}\*\*|^\|?[ :]?-{3,}[ :]?\|[ :|-]*$|^\d{1,3}\\\.\s", re.MULTILINE
)
_SAMPLE = 20_000


def read_text(data: bytes, path: str | None, limits: Limits) -> tuple[str, Source]:
    """The decoded text; a UTF-8 file gives that very string, marks of Markdown included: the view reads past them."""
    decoded = decode(data, path)
    media_type = "text/markdown" if _MARKED.search(decoded.text, 0, _SAMPLE) else "text/plain"
    return decoded.text, Source(
        path=path,
        media_type=media_type,
        encoding=decoded.encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        warnings=decoded.warnings,
    )
