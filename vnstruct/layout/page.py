"""The page as a whole: every row gets its part, then sections, blocks and paragraphs follow."""

from __future__ import annotations

import re

from vnstruct.analysis import Analysis
from vnstruct.knowledge import Knowledge
from vnstruct.layout.anchors import CODE
from vnstruct.layout.attachment import ANNEXES, AttachmentNotes
from vnstruct.layout.blocks import Cut, blocks_of
from vnstruct.layout.candidates import candidates_of
from vnstruct.layout.closing import AUTHENTICATION, Closing, ClosingReader, closing_date, closing_number
from vnstruct.layout.cues import Cues
from vnstruct.layout.findings import damaged, layout_findings
from vnstruct.layout.fold import LOWER, UPPER
from vnstruct.layout.header import HeaderReader, Heading
from vnstruct.layout.headings import set_headings
from vnstruct.layout.kind import Kinds
from vnstruct.layout.labels import label_of
from vnstruct.layout.model import HeaderField, Layout
from vnstruct.layout.paragraphs import ParagraphBuilder, Wrapping, merged_rows, wrapping_of
from vnstruct.layout.parts import PartReader, is_appendix_start, mark_closing
from vnstruct.layout.portal import PortalReader
from vnstruct.layout.recipients import Addressees, annexed_recipients, read_addressees
from vnstruct.layout.rows import Piece, Row, rows_of
from vnstruct.layout.sections import Sectioner
from vnstruct.schema import BlockKind
from vnstruct.text import split_lines

_META_SIGNER = re.compile(r"Người ký\s*:\s*([^\t|:]{4,40}?)\s*(?:$|\n|\t|Ngày|Chức)")
_STAMP = re.compile(r"Thời gian ký|E-?mail\s*:", re.IGNORECASE)
"""What an electronic signature prints under its owner's name."""
_ROWS_OF_STAMP = 7
_FOOTNOTES = re.compile(r"\s*\[1\]\s")
# "… 04 tháng 9 năm 2025 Thông báo 637/TB-VPCP năm 2025 về …": what a collection prints under the document
_SITE_LINE = re.compile(
    rf"(?<!\w)[{UPPER}][{LOWER}]+(?: [{LOWER}]+){{0,2}} \d+/(?:\d{{4}}/)?{CODE} năm (?:19|20)\d\d(?= )"
)
_WIRE = re.compile(r"\s*điện\s*:?\s*\Z")


class PageReader:
    """Reads whole pages; built once with the knowledge."""

    def __init__(self, knowledge: Knowledge, cues: Cues) -> None:
        self.cues = cues
        self.headers = HeaderReader(knowledge, cues)
        self.portal = PortalReader(cues)
        self.closings = ClosingReader(knowledge, cues, self.portal)
        self.parts = PartReader(cues, self.portal)
        self.kinds = Kinds(knowledge)
        self.notes = AttachmentNotes(knowledge)

    def read(self, analysis: Analysis) -> None:
        """Fill ``analysis.layout`` and report what looks wrong."""
        text = analysis.text
        lines = split_lines(text)
        rows = rows_of(lines)
        layout = analysis.layout = Layout("other", lines, blocks_of(lines, [], [], [], len(text)))
        if not rows:
            return
        wrapping = wrapping_of(rows)
        heading = self.headers.read(text, rows)
        body = heading.last_row + 1 if heading.found else 0
        closing = self.closings.read(rows, body)
        if not heading.found and not closing.fields and self._report(text, rows, layout, wrapping):
            return
        layout.fields = {**heading.fields, **closing.fields}
        addressees = read_addressees(rows, body, self.cues)
        self._complete(text, rows, heading, addressees, closing, layout)
        layout.kind = self.kinds.of(layout.fields)
        parts = self.parts.read(rows, heading, addressees, closing)
        cuts = _cuts(rows, heading, closing, addressees)
        gaps = self._divide(text, rows, parts, cuts, wrapping, layout)
        layout.recipients = sorted(addressees.recipients + closing.recipients, key=lambda r: r.start)
        layout.annexed = annexed_recipients(rows, parts)
        layout.signature_offices = closing.offices + heading.issuer_lines
        analysis.findings += layout_findings(text, layout, heading, gaps)

    def _report(self, text: str, rows: list[Row], layout: Layout, wrapping: Wrapping) -> bool:
        """A news report: headline and article as text, all else furniture; False when the text is none."""
        if damaged(text) or self._is_official(rows):
            return False
        article = self.portal.article(rows, merged_rows(rows, wrapping, self.cues))
        if article is None:
            return False
        headline, first, last, layout.fields = article
        layout.kind = "news_report"
        parts: list[BlockKind] = ["boilerplate"] * len(rows)
        for index in [headline, *range(first, last + 1)]:
            if not self.portal.is_furniture(rows[index]):
                parts[index] = "body"
        self._divide(text, rows, parts, [], wrapping, layout)
        return True

    def _divide(
        self,
        text: str,
        rows: list[Row],
        parts: list[BlockKind],
        cuts: list[Cut],
        wrapping: Wrapping,
        layout: Layout,
    ) -> list[tuple[int, int]]:
        """Sections, blocks and paragraphs from the parts of the rows; returns the gaps in the numbering."""
        labels, starts = candidates_of(text, rows, parts, cuts, wrapping, self.cues)
        sectioner = Sectioner(labels, starts)
        layout.sections = sectioner.run(_boundaries(rows, parts, cuts), len(text))
        cuts += _flattened_text(rows, parts, layout)
        if layout.kind != "news_report":
            mark_closing(rows, parts, layout.sections, wrapping, self.cues)
        layout.blocks = blocks_of(layout.lines, rows, parts, cuts, len(text))
        layout.paragraphs = ParagraphBuilder(layout.sections, cuts, wrapping, self.cues).build(rows, parts)
        set_headings(text, layout, self.cues)
        return sectioner.gaps

    def _is_official(self, rows: list[Row]) -> bool:
        """Whether a text without header and closing still is an official one: articles, grounds, addressees, annex."""
        articles = sum(row.text.startswith(("Điều ", "ĐIỀU ")) and label_of(row, 0) is not None for row in rows)
        grounds = sum(row.text.startswith("Căn cứ") for row in rows)
        addressed = any(row.text.startswith("Kính gửi") for row in rows[:20])
        attached = any(row.text.startswith(("(Kèm theo", "(Ban hành kèm")) for row in rows[:12])
        return articles >= 2 or grounds >= 2 or addressed or attached or is_appendix_start(rows[0])

    def _complete(
        self,
        text: str,
        rows: list[Row],
        heading: Heading,
        addressees: Addressees,
        closing: Closing,
        layout: Layout,
    ) -> None:
        """Fields that header and closing left open and another place of the page gives."""
        layout.fields |= self._authenticated(rows, closing)
        if "number" not in layout.fields:
            layout.fields = self._noted(text, rows, closing, layout.fields) | layout.fields
        fields = layout.fields
        if "date" not in fields:
            fields.update(closing_date(rows, closing))
        if "signer_name" not in fields:
            fields.update(self._listed_signer(rows[: heading.first_row + 1]))
        if "doc_type" not in fields and ("number" in fields or heading.anchor("number") or addressees.recipients):
            number = heading.anchor("number")
            symbol = fields["number"].value if "number" in fields else number.value if number else ""
            implied = self.headers.types.by_number(symbol) if symbol else None
            value = implied if implied and not addressees.recipients else "công văn"
            fields["doc_type"] = HeaderField(value, heading.start, heading.start, 0.7)
        if "issuer" not in fields and heading.found:
            fields.update(self._deciding_body(rows[heading.last_row + 1 : heading.last_row + 5]))
        if "issuer" not in fields and "authority" in fields:
            fields.update(_collective_issuer(fields["authority"]))

    def _authenticated(self, rows: list[Row], closing: Closing) -> dict[str, HeaderField]:
        """Number, date and issuer of a consolidated text: they stand at its end, at the authentication."""
        number = closing_number(rows, closing)
        if number is None:
            return {}
        fields = {"number": HeaderField(number.value, number.value_start, number.value_end, 0.9)}
        last = next(index for index, row in enumerate(rows) if row.start == number.start)
        above = [
            Piece(row.start, row.end, row.text)
            for row in rows[max(0, last - 3) : last]
            if row.text.isupper() and not row.text.startswith(AUTHENTICATION)
        ]
        _, issuer = self.headers.issuers.split(above)
        if issuer:
            fields["issuer"] = HeaderField(issuer.text, issuer.start, issuer.end, 0.9)
        return fields | closing_date(rows, closing)

    def _noted(
        self, text: str, rows: list[Row], closing: Closing, fields: dict[str, HeaderField]
    ) -> dict[str, HeaderField]:
        """Number and date from the note under an annex's title, or from the catalogue line of the page."""
        doc_type = fields["doc_type"].value if "doc_type" in fields else None
        noted = self.notes.read(text, doc_type)
        if noted and doc_type in ANNEXES:
            del fields["doc_type"]
        if not noted and closing.found and doc_type:
            furniture = [row for row in rows[closing.last :] if self.portal.is_furniture(row)]
            noted = next(filter(None, (self.notes.catalogued(row, doc_type) for row in furniture)), {})
        return noted

    def _listed_signer(self, rows: list[Row]) -> dict[str, HeaderField]:
        """The signer from the metadata that a site prints above the document: *Người ký: …*.

        Under an electronic stamp the name is whose certificate sealed the file, often a clerk's: better than none, no more.
        """
        for index, row in enumerate(rows):
            found = _META_SIGNER.search(row.text)
            if found and self.closings.names.is_name(found[1]):
                stamped = any(_STAMP.search(near.text) for near in rows[index : index + _ROWS_OF_STAMP])
                start, end = row.start + found.start(1), row.start + found.end(1)
                return {"signer_name": HeaderField(found[1], start, end, 0.3 if stamped else 0.8)}
        return {}

    def _deciding_body(self, rows: list[Row]) -> dict[str, HeaderField]:
        """Without a name above the number, the line that decides gives the issuer: *THỦ TƯỚNG CHÍNH PHỦ điện:*."""
        parts: list[Row] = []
        for row in rows:
            text = _WIRE.sub("", row.text)
            if not text.isupper() or len(text) > 120 or text.endswith(":"):
                break
            if not parts and not self.headers.issuers.is_authority(text):
                break
            parts.append(row)
            if text != row.text:
                break
        if not parts:
            return {}
        value = _WIRE.sub("", " ".join(row.text for row in parts)).strip(" -")
        return {"issuer": HeaderField(value, parts[0].start, parts[-1].end, 0.8)}


def _collective_issuer(authority: HeaderField) -> dict[str, HeaderField]:
    """The body on whose behalf a document is signed is its issuer: *TM. CHÍNH PHỦ*."""
    found = re.match(r"T/?M\.?\s*(?=\S)", authority.value)
    if not found:
        return {}
    return {"issuer": HeaderField(authority.value[found.end() :], authority.start, authority.end, 0.7)}


def _cuts(rows: list[Row], heading: Heading, closing: Closing, addressees: Addressees) -> list[Cut]:
    """Changes of part inside rows: text behind a flattened header, cells of the closing, furniture behind a name."""
    cuts: list[Cut] = []
    if heading.found and heading.end < rows[heading.last_row].end:
        cuts.append((heading.end, "body"))
    if addressees.first >= 0 and addressees.end < rows[addressees.last].end:
        cuts.append((addressees.end, "body"))
    cuts += [(start, kind) for start, _, kind in closing.cells]
    if closing.cells and closing.cells[-1][1] + 2 < rows[closing.last].end:
        cuts += _behind_name(rows[closing.last], closing.cells[-1][1])
    return cuts


def _behind_name(row: Row, start: int) -> list[Cut]:
    """What stands behind the signer's name on its row: footnotes (*[1] Nghị quyết …*), and the line of the site."""
    rest = row.text[start - row.start :]
    if not _FOOTNOTES.match(rest):
        return [(start, "boilerplate")]
    cuts: list[Cut] = [(start, "appendix")]
    if site := _SITE_LINE.search(rest):
        cuts.append((start + site.start(), "boilerplate"))
    return cuts


def _flattened_text(rows: list[Row], parts: list[BlockKind], layout: Layout) -> list[Cut]:
    """The text begins inside the row of the last ground: *… ngày 25/6/2015; QUYẾT ĐỊNH: Điều 1. …*."""
    grounds = [row for row, part in zip(rows, parts, strict=True) if part == "grounds"]
    starts = [section.start for section in layout.sections]
    if not grounds or not starts:
        return []
    last = grounds[-1]
    return [(start, "body") for start in starts if last.start < start < last.end][:1]


def _boundaries(rows: list[Row], parts: list[BlockKind], cuts: list[Cut]) -> list[int]:
    """Where every open section ends: at signature and recipients, and where annexes begin."""
    found = {start for start, kind in cuts if kind in {"recipients", "signature"}}
    text_over = False
    for index in range(1, len(rows)):
        now, before = parts[index], parts[index - 1]
        if now in {"recipients", "signature"} and now != before:
            found.add(rows[index].start)
            text_over = False
        elif not text_over and (now == "appendix" or (now == "table" and before in {"recipients", "signature"})):
            found.add(rows[index].start)
            text_over = True
    return sorted(found)
