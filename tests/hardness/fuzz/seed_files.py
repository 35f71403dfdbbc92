"""The files that each fuzzer starts from."""

from __future__ import annotations

import unicodedata

from tests.hardness.fuzz.targets import SAMPLES, unpacked
from tests.shell.documents import body_docx, html_page, numbered, paragraph, pdf, table
from vnstruct import structure
from vnstruct.schema import Place

_FORMATS = SAMPLES / "formats"
_SENTENCE = "Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016, Sở Y tế báo cáo UBND tỉnh trước ngày 25/12 hằng năm."
_LONGEST = 2_000


def _texts() -> list[str]:
    texts = [path.read_bytes().decode() for path in sorted(SAMPLES.glob("*.txt"))]
    return [_SENTENCE, *(text[:_LONGEST] for text in texts), *(text[-1_500:] for text in texts)]


def _sample(suffix: str) -> bytes:
    (path,) = _FORMATS.glob(f"*.{suffix}")
    return path.read_bytes()


def seeds_of_structure() -> list[bytes]:
    """The samples, their heads and their ends."""
    return [text.encode() for text in _texts()]


def seeds_of_text() -> list[bytes]:
    """One text in every encoding that has it."""
    marked = unicodedata.normalize("NFD", "Chỉ thị về việc tăng cường quản lý đất đai")
    return [
        *(_SENTENCE.encode(name) for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")),
        _SENTENCE.encode("cp1258", "replace"),
        marked.encode("cp1258", "ignore"),
        "ChØ thÞ vÒ viÖc t¨ng c­êng qu¶n lý ®Êt ®ai".encode("cp1252"),  # TCVN3
        "Chæ thò veà vieäc taêng cöôøng quaûn lyù ñaát ñai".encode("cp1252"),  # VNI
        *(text.encode() for text in _texts()[1:4]),
    ]


def seeds_of_html() -> list[bytes]:
    """Pages of the kinds that portals have."""
    cells = "<table><tr><td colspan=2 rowspan=3>Số: 5/CT-UBND<td>Độc lập - Tự do</table>"
    return [
        _sample("html"),
        html_page(f"<h1>Chỉ thị</h1><div class=content><p>{_SENTENCE}</p><p>{_SENTENCE}</div><nav>x</nav>"),
        html_page(f"<ol start=3 type=a><li>a<li value=7>b<ol type=I><li>c</ol></ol>{cells}<pre>\na\n b</pre>"),
        html_page(
            "<a href='javascript:x'>a</a><script>x</script><!-- y --><b>1<br>2</b>&#xD800;&nbsp;&Dstrok;<svg><p>"
        ),
        b'<meta charset="tcvn"><p>Ch\xd8 th\xde</p>',
    ]


def seeds_of_docx() -> list[bytes]:
    """Parts of Word documents."""
    return [unpacked(package) for package in seeds_of_package()]


def seeds_of_package() -> list[bytes]:
    """Word documents: lists, tables, notes, changes, boxes."""
    note = '<w:footnotes><w:footnote w:id="2"><w:p><w:r><w:t>n</w:t></w:r></w:p></w:footnote></w:footnotes>'
    run = (
        '<w:p><w:ins><w:r><w:rPr><w:caps/><w:rFonts w:ascii=".VnTime"/></w:rPr><w:t>®</w:t><w:tab/><w:br/>'
        '<w:footnoteReference w:id="2"/><w:sym w:font="Symbol" w:char="F0B7"/></w:r></w:ins>'
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
    )
    merged = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
    return [
        _sample("docx"),
        body_docx(paragraph(_SENTENCE) + table([["TT", "Việc|làm"], ["1", "Rà soát"]])),
        body_docx(run + merged, footnotes=note),
        numbered([("decimal", "%1."), ("lowerLetter", "%2)"), ("upperRoman", "%3 %1")], [0, 1, 2, 1, None, 0], [0, 1]),
    ]


def seeds_of_pdf() -> list[bytes]:
    """Pages of text, a picture, a stamp, a file under a password, and the sample."""
    line = (72.0, 700.0, 12.0, "Chi thi so 5")
    return [
        pdf([[line, (72, 680, 12, "1. So Y te bao cao")], [line]]),
        pdf([[line]], rotated="DEN So 123"),
        pdf([[]], picture=True),
        pdf([[line]], encrypted=True),
        pdf([[(72, 700 - 12 * n, 10, f"{n} a b - c") for n in range(40)]] * 3),
        _sample("pdf"),
    ]


def seeds_of_doc() -> list[bytes]:
    """The beginnings of Word 97 and RTF files."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    return [
        _sample("doc"),
        b"{\\rtf1\\ansi x}",
        head + b"\0" * 504 + b"\xec\xa5" + b"\0" * 30 + "WordDocument".encode("utf-16-le"),
        head + "EncryptedPackage".encode("utf-16-le"),
    ]


def seeds_of_scan() -> list[bytes]:
    """Pages of words in lines: one column, two, and words all over the page."""
    column = [(row + 1, 24, 190 - 4 * row, 200, 12, 3 * row, 0) for row in range(40)]
    beside = [(41 + row, 110, 190 - 4 * row, 60, 12, 5 * row, 0) for row in range(8)]
    strewn = [(7 * n % 60, 31 * n % 200, 17 * n % 200, 5 * n % 90, n % 50, n, 1) for n in range(60)]
    return [b"".join(map(bytes, words)) for words in (column, beside + column, strewn)]


def seeds_of_written() -> list[bytes]:
    """The samples as JSON, and one read from a file with places."""
    documents = [structure(text) for text in _texts()[:4]]
    places = [
        Place(start=0, page=1, paragraph=1),
        Place(start=40, table=1, row=2, column=3),
        Place(start=90, part="footnote"),
    ]
    documents[1].source.places = places
    return [document.model_dump_json().encode() for document in documents]


def seeds_of_content() -> list[bytes]:
    """Some of everything but what another process reads."""
    kinds = (seeds_of_structure, seeds_of_text, seeds_of_html, seeds_of_package)
    return [seed for kind in kinds for seed in kind()[:5]]
