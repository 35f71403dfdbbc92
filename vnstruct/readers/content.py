"""What a file is, by its content."""

from __future__ import annotations

import re

from vnstruct.errors import UnsupportedFormat

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word 97-2003, and every other compound document
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (_OLE, "doc"),
    (b"{\\rtf", "doc"),  # RTF is read the same way as .doc
    (b"PK\x03\x04", "docx"),
    (b"PK\x05\x06", "docx"),  # an empty archive: the reader says what is wrong with it
)
_IMAGES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
)
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"\x1f\x8b", "gzip"),
    (b"\x7fELF", "ELF"),
    (b"MZ", "EXE"),
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title|div|table|p)[\s>/]", re.IGNORECASE)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def kind_of(data: bytes, path: str | None = None) -> str:
    """The reader for a content: ``text``, ``html``, ``docx``, ``doc`` or ``pdf``.

    Raises ``UnsupportedFormat`` for images and for archives and programs that are no documents.

    >>> kind_of(b"%PDF-1.7 ..."), kind_of(b"<!DOCTYPE html><html>"), kind_of("Số: 06/CT-UBND".encode())
    ('pdf', 'html', 'text')
    """
    head = data[:4096]
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    # "BM" and "MZ" may begin a text: only with control characters near it is it a picture or a program
    binary = b"\0" in head
    for signature, name in _IMAGES:
        if head.startswith(signature) and (binary or len(signature) > 2):
            raise UnsupportedFormat.known("image", path=path, kind=name)
    for signature, name in _OTHERS:
        if head.startswith(signature) and (binary or len(signature) > 2):
            raise UnsupportedFormat.known("unsupported", path=path, kind=name)
    # some writers put junk before the signature; PDF readers accept it within the first kilobyte
    if b"%PDF-" in head[:1024]:
        return "pdf"
    return "html" if _is_html(head) else "text"


def _is_html(head: bytes) -> bool:
    for mark in _BOMS:
        if head.startswith(mark):
            head = head[len(mark) :]
    start = head.replace(b"\0", b"").lstrip()
    return start.startswith(b"<") and bool(_HTML.search(start[:2048]))
