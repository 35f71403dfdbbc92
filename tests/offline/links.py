"""Documents that invite whoever opens them to fetch something, in every way their format knows."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

AWAY = "http://127.0.0.1:9/x"  # nobody listens there, and nobody may ask
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SENTENCE = "Giao Sở Y tế báo cáo trước ngày 25/12/2025."

HTML = f"""<!DOCTYPE html SYSTEM "{AWAY}.dtd">
<html><head><meta charset="utf-8"><base href="{AWAY}/"><meta http-equiv="refresh" content="0;url={AWAY}">
<link rel="stylesheet" href="a.css"><link rel="preload" href="{AWAY}.js" as="script"><script src="{AWAY}.js"></script>
<style>@import url({AWAY}.css); body {{ background: url({AWAY}.png) }}</style></head>
<body onload="fetch('{AWAY}')"><img src="{AWAY}.png" srcset="{AWAY}.png 2x"><iframe src="{AWAY}.html"></iframe>
<object data="{AWAY}.pdf"></object><video src="{AWAY}.mp4"></video><p>{SENTENCE}</p></body></html>"""

XHTML = f"""<?xml version="1.0"?><?xml-stylesheet href="{AWAY}.xsl" type="text/xsl"?>
<!DOCTYPE html [<!ENTITY away SYSTEM "{AWAY}"><!ENTITY % more SYSTEM "{AWAY}.ent"> %more;]>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:xi="http://www.w3.org/2001/XInclude"><body>
<xi:include href="{AWAY}.xml"/><p>{SENTENCE} &away;</p></body></html>"""

RTF = (
    r"{\rtf1\ansi\deff0{\*\template " + AWAY + r".dot}"
    r'{\field{\*\fldinst INCLUDEPICTURE "' + AWAY + r'.png" \\d}{\fldrslt x}}\par '
    r'{\field{\*\fldinst INCLUDETEXT "' + AWAY + r'.docx"}{\fldrslt x}}\par '
    r'{\field{\*\fldinst HYPERLINK "' + AWAY + r'"}{\fldrslt y}}\par Bao cao So Y te.\par }'
)

PDF = f"""%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R /OpenAction << /S /URI /URI ({AWAY}) >> /AcroForm << /XFA ({AWAY}) >> >> endobj
2 0 obj << /Type /Pages /Kids [4 0 R] /Count 1 >> endobj
3 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
4 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >>
  /XObject << /Im0 7 0 R >> >> /Contents 5 0 R /Annots [6 0 R] >> endobj
5 0 obj << /Length 57 >> stream
BT /F1 12 Tf 72 700 Td (Chi thi so 05-CT/TW) Tj ET /Im0 Do
endstream endobj
6 0 obj << /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /GoToR /F ({AWAY}.pdf) /D [0 /Fit] >> >> endobj
7 0 obj << /Type /XObject /Subtype /Image /Width 1 /Height 1 /F << /FS /URL /F ({AWAY}.jpg) >> /Length 0 >> stream
endstream endobj
trailer << /Size 8 /Root 1 0 R >>
%%EOF"""


def docx() -> bytes:
    """A Word file with a remote template, picture, sub-document and more (a document type is refused anyway)."""
    kinds = ("attachedTemplate", "image", "subDocument", "aFChunk", "hyperlink", "oleObject", "frame")
    targets = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{AWAY}.{kind}" TargetMode="External"/>'
        for n, kind in enumerate(kinds)
    )
    picture = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:9pt;height:9pt">'
        '<v:imagedata r:id="r1"/></v:shape></w:pict></w:r></w:p>'
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{targets}</Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_WORD}" xmlns:r="{_OFFICE}"><w:body>'
        f'{picture}<w:subDoc r:id="r2"/><w:altChunk r:id="r3"/>'
        f"<w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p></w:body></w:document>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, xml in parts.items():
            archive.writestr(name, xml)
    return out.getvalue()


def documents() -> dict[str, bytes]:
    """All of them, by file name; the DOC file is what LibreOffice makes of a page with linked pictures."""
    legacy = Path(__file__).with_name("lien-ket.doc")
    return {
        legacy.name: legacy.read_bytes(),
        "lien-ket.html": HTML.encode(),
        "lien-ket.xhtml": XHTML.encode(),
        "lien-ket.rtf": RTF.encode(),
        "lien-ket.pdf": PDF.encode(),
        "lien-ket.docx": docx(),
    }
