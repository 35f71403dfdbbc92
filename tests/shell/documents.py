"""Small documents of every format, made by hand."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from xml.sax.saxutils import escape

import pypdfium2 as pdfium

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_NAMESPACES = f'xmlns:w="{_W}" xmlns:mc="{_MC}"'


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of a Word document."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table; ``|`` separates the paragraphs of a cell."""
    cells = ("".join("<w:tc>" + "".join(map(paragraph, cell.split("|"))) + "</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def body_docx(body: str, **parts: str) -> bytes:
    """A Word file with a body, and other parts (``numbering``, ``footnotes``) when given."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>")
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", xml.replace(">", f" {_NAMESPACES}>", 1))
    return out.getvalue()


def numbered(levels: Sequence[tuple[str, str]], items: Sequence[int | None], restarted: Sequence[int] = ()) -> bytes:
    """A Word file whose paragraphs (all "x") are numbered by level; ``restarted`` ones belong to a restarted list."""
    xml = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for n, (style, pattern) in enumerate(levels)
    )
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = (
        f'<w:numbering><w:abstractNum w:abstractNumId="7">{xml}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{restart}</w:num></w:numbering>'
    )

    def item(level: int | None, list_id: int) -> str:
        if level is None:
            return paragraph("x")
        return paragraph("x", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')

    body = "".join(item(level, 1) for level in items) + "".join(item(level, 2) for level in restarted)
    return body_docx(body, numbering=numbering)


def html_page(body: str) -> bytes:
    """A web page."""
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title></head><body>{body}</body></html>'.encode()
    )


Placed = tuple[float, float, float, str]


def pdf(
    pages: Sequence[Sequence[Placed]], *, rotated: str = "", picture: bool = False, encrypted: bool = False
) -> bytes:
    """A PDF of ASCII lines at their places (x, y, size, text); optionally with a rotated stamp or only a picture."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = "".join(f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n" for x, y, size, text in lines)
        if rotated:
            shown += f"BT /F1 12 Tf 0 1 -1 0 560 300 Tm ({rotated}) Tj ET\n"
        if picture:
            shown += "q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n"
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}endstream")
        content = len(objects)
        resources = "<< /Font << /F1 3 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources {resources} /Contents {content} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    trailer = ""
    if encrypted:
        key = "41" * 32
        objects.append(f"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{key}> /U <{key}> >>")
        trailer = f"/Encrypt {len(objects)} 0 R /ID [<{key}> <{key}>]"
    return pdf_of(objects, trailer)


def text_pdf(lines: Sequence[str], *, per_page: int = 50) -> bytes:
    """A PDF of Vietnamese lines: a font of one byte a letter, with the table that tells which letter it is."""
    codes = {letter: code for code, letter in enumerate(sorted(set("".join(lines))), start=1)}
    assert len(codes) < 256, "too many different letters for one font"
    pairs = "".join(f"<{code:02x}> <{letter.encode('utf-16-be').hex()}>\n" for letter, code in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{pairs}endbfchar endcmap end end\n"
    )
    widths = " ".join("500" for _ in codes)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 1 /LastChar {len(codes)} "
        f"/Widths [{widths}] /ToUnicode 4 0 R >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}endstream",
    ]
    kids = []
    for first in range(0, max(1, len(lines)), per_page):
        shown = "".join(
            f"BT /F1 10 Tf 50 {800 - 15 * row} Td <{''.join(f'{codes[letter]:02x}' for letter in line)}> Tj ET\n"
            for row, line in enumerate(lines[first : first + per_page])
        )
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}endstream")
        resources = "<< /Font << /F1 3 0 R >> >>"
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 2000 842] "
            f"/Resources {resources} /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return pdf_of(objects)


def scanned(document: bytes, dots_per_inch: int = 200) -> bytes:
    """The PDF that a scanner makes of a printed one: a grey picture on each page."""
    pages = []
    source = pdfium.PdfDocument(document)
    for page in source:
        bitmap = page.render(scale=dots_per_inch / 72, grayscale=True)
        rows = (bytes(bitmap.buffer)[n * bitmap.stride :][: bitmap.width] for n in range(bitmap.height))
        pages.append((bitmap.width, bitmap.height, zlib.compress(b"".join(rows)).hex() + ">"))
    source.close()
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for width, height, pixels in pages:
        objects.append(
            f"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray "
            f"/BitsPerComponent 8 /Filter [/ASCIIHexDecode /FlateDecode] /Length {len(pixels)} >>\n"
            f"stream\n{pixels}\nendstream"
        )
        shown = "q 595 0 0 842 0 0 cm /Im Do Q"
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
        content = len(objects)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R "
            f"/Resources << /XObject << /Im {content - 1} 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return pdf_of(objects)


def pdf_of(objects: Sequence[str], trailer: str = "") -> bytes:
    """A PDF of objects, numbered from 1; the first is the catalogue."""
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1"))
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.writelines(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    size = len(objects) + 1
    out.write(f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()
