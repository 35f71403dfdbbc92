"""The parts of a zip package, read with care: bounded sizes, no entities, no paths that lead outside."""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib

from lxml import etree

from vnstruct.errors import EncryptedFile, UnreadableFile, UnsafeFile, UnsupportedFormat
from vnstruct.messages import Reason
from vnstruct.readers.files import MEGABYTE, Limits

_FOREIGN = (("xl/", "XLSX"), ("ppt/", "PPTX"), ("mimetype", "ODF/EPUB"))
_RATIO = 400  # text compresses 10 to 50 times, a bomb a thousand times
# what zipfile lets through from an archive whose directory or streams are damaged
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
)


class Package:
    """An Office package; parts are read only by the names that the document itself gives."""

    def __init__(self, data: bytes, path: str | None, limits: Limits) -> None:
        self.path = path
        self.limits = limits
        self.left = limits.max_unpacked
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE as error:
            raise UnreadableFile.known("damaged", path=path, kind="DOCX", reason=Reason("archive")) from error
        self.names = {info.filename: info for info in self.archive.infolist()}
        if "word/document.xml" not in self.names and not self.main_part_named():
            kind = next((kind for prefix, kind in _FOREIGN if any(n.startswith(prefix) for n in self.names)), "ZIP")
            raise UnsupportedFormat.known("unsupported", path=path, kind=kind)

    def main_part_named(self) -> bool:
        """Whether the package says which part is the document."""
        return any(name.startswith("word/document") and name.endswith(".xml") for name in self.names)

    @property
    def main(self) -> str:
        """The name of the document part (some writers number it)."""
        if "word/document.xml" in self.names:
            return "word/document.xml"
        return min(name for name in self.names if name.startswith("word/document") and name.endswith(".xml"))

    def read(self, name: str) -> bytes | None:
        """The bytes of a part, or None when there is no such part."""
        info = self.names.get(posixpath.normpath(name).lstrip("/"))
        if info is None:
            return None
        if info.flag_bits & 1:
            raise EncryptedFile.known("encrypted", path=self.path, kind="DOCX")
        if info.file_size > self.left or info.file_size > _RATIO * max(info.compress_size, 1) + MEGABYTE:
            reason = Reason("large-part", f"{name}: {info.file_size:,}")
            raise UnsafeFile.known("unsafe-archive", path=self.path, reason=reason)
        try:
            # the size in the directory may lie: never unpack more than it says
            with self.archive.open(info) as part:
                content = part.read(info.file_size + 1)
        except _DAMAGE as error:
            raise UnreadableFile.known("damaged", path=self.path, kind="DOCX", reason=Reason("part", name)) from error
        self.left -= len(content)
        return content

    def xml(self, name: str) -> etree._Element | None:
        """The root of an XML part, or None when there is no such part."""
        content = self.read(name)
        if content is None:
            return None
        try:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise UnreadableFile.known("damaged", path=self.path, kind="DOCX", reason=Reason("xml", name)) from error
        # no Office program writes a DTD; asked of the parser, for the bytes may be UTF-16 or begin with a long comment
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnsafeFile.known("unsafe-archive", path=self.path, reason=Reason("dtd", name))
        return root
