"""The page as a whole: every row gets its part, then blocks, sections and paragraphs follow."""

from __future__ import annotations

import re
from bisect import bisect_right

from vnstruct.analysis import Analysis, Finding
from vnstruct.knowledge import Knowledge
from vnstruct.layout.attachment import AttachmentNotes
from vnstruct.layout.closing import Closing, ClosingReader
from vnstruct.layout.cues import Cues
from vnstruct.layout.header import HeaderReader, Heading
from vnstruct.layout.headings import set_headings
from vnstruct.layout.kind import Kinds
from vnstruct.layout.labels import Label, inline_labels, label_of
from vnstruct.layout.model import Block, HeaderField, Layout, Paragraph
from vnstruct.layout.paragraphs import Wrapping, joins, wrapping_of
from vnstruct.layout.portal import PortalReader
from vnstruct.layout.quotes import quoted_spans
from vnstruct.layout.recipients import Addressees, read_addressees
from vnstruct.layout.rows import Row, bullet_of, is_page_number, rows_of
from vnstruct.layout.sections import Sectioner, can_start_sentence
from vnstruct.schema import BlockKind
from vnstruct.text import split_lines

_DECIDES = re.compile(r"(?:NAY\s+)?(?:QUYẾT (?:ĐỊNH|NGHỊ)|CHỈ THỊ|KẾT LUẬN|THÔNG BÁO)\s*:?\s*\Z")
_ATTACHED = re.compile(r"\(?\s?(?:Kèm theo|Ban hành kèm theo|Đính kèm)")
_APPENDIX = re.compile(r"(?:PHỤ|Phụ)\s*(?:LỤC|lục)\b|PHỤ$|Phụ biểu|PHỤ BIỂU|BIỂU MẪU|MẪU SỐ|Mẫu số")
_META_SIGNER = re.compile(r"Người ký\s*:\s*([^\t|:]{4,40}?)\s*(?:$|\n|\t|Ngày|Chức)")


class PageReader:
    """Reads whole pages; built once with the knowledge."""

    def __init__(self, knowledge: Knowledge, cues: Cues) -> None:
        self.cues = cues
        self.headers = HeaderReader(knowledge, cues)
        self.closings = ClosingReader(knowledge, cues)
        self.portal = PortalReader(cues)
        self.kinds = Kinds(knowledge)
        self.notes = AttachmentNotes(knowledge)

    def read(self, analysis: Analysis) -> None:
        """Fill ``analysis.layout`` and report what looks wrong."""
        text = analysis.text
        lines = split_lines(text)
        rows = rows_of(lines)
        layout = Layout("other", lines, [])
        analysis.layout = layout
        if not rows:
            layout.blocks = [Block("body", 0, len(text))] if text else []
            return
        heading = self.headers.read(text, rows)
        closing = self.closings.read(rows, heading.last_row + 1 if heading.found else 0)
        if not heading.found and not closing.fields and self._report(text, rows, layout):
            return
        layout.fields = {**heading.fields, **closing.fields}
        addressees = read_addressees(rows, heading.last_row + 1 if heading.found else 0, self.cues)
        self._complete_fields(text, rows, heading, addressees, closing, layout)
        layout.kind = self.kinds.of(layout.fields)
        parts = self._parts(rows, heading, addressees, closing)
        self._fill(analysis, rows, parts, heading, closing, addressees)

    def _report(self, text: str, rows: list[Row], layout: Layout) -> bool:
        """A news report: article as body, all else furniture."""
        article = self.portal.article(rows)
        if article is None or self._is_official(rows):
            return False
        headline, first, last, layout.fields = article
        layout.kind = "news_report"
        parts: list[BlockKind] = ["boilerplate"] * len(rows)
        for index in range(first, last + 1):
            if not self.portal.is_furniture(rows[index]):
                parts[index] = "body"
        if headline < first:
            parts[headline] = "body"
        layout.blocks = _blocks(layout, rows, parts, [], len(text))
        wrapping = wrapping_of(rows)
        layout.paragraphs = _paragraphs(rows, parts, layout, wrapping, self.cues, {}, [])
        return True

    def _is_official(self, rows: list[Row]) -> bool:
        """Whether a text without header and closing still is an official one: articles, grounds, addressees."""
        articles = sum(row.text.startswith(("Điều ", "ĐIỀU ")) and label_of(row, 0) is not None for row in rows)
        grounds = sum(row.text.startswith("Căn cứ") for row in rows)
        addressed = any(row.text.startswith("Kính gửi") for row in rows[:20])
        return articles >= 2 or grounds >= 2 or addressed or bool(_APPENDIX.match(rows[0].text))

    def _complete_fields(
        self, text: str, rows: list[Row], heading: Heading, addressees: Addressees, closing: Closing, layout: Layout
    ) -> None:
        fields = layout.fields
        if "number" not in fields:
            doc_type = fields.get("doc_type")
            noted = self.notes.read(text, doc_type.value if doc_type else None)
            if doc_type and doc_type.value == "phụ lục" and noted:
                del fields["doc_type"]
            if not noted and closing.found and doc_type:
                furniture = [row for row in rows[closing.last :] if self.portal.is_furniture(row)]
                noted = next(filter(None, (self.notes.catalogued(row, doc_type.value) for row in furniture)), {})
            layout.fields = fields = noted | fields
        if "signer_name" not in fields:
            for row in rows[: heading.first_row + 1]:
                found = _META_SIGNER.search(row.text)
                if found and self.closings.names.is_name(found[1]):
                    fields["signer_name"] = HeaderField(
                        found[1], row.start + found.start(1), row.start + found.end(1), 0.8
                    )
                    break
        if "doc_type" not in fields and ("number" in fields or addressees.recipients):
            fields["doc_type"] = HeaderField(
                self._type_by_number(fields, addressees), heading.start, heading.start, 0.7
            )
        if "issuer" not in fields and heading.found:
            self._issuer_below(rows, heading, layout)

    def _type_by_number(self, fields: dict[str, HeaderField], addressees: Addressees) -> str:
        number = fields["number"].value if "number" in fields else ""
        implied = self.headers.types.by_number(number)
        return implied if implied and not addressees.recipients else "công văn"

    def _issuer_below(self, rows: list[Row], heading: Heading, layout: Layout) -> None:
        """Without a header above, the line that decides names the issuer: *THỦ TƯỚNG CHÍNH PHỦ / Căn cứ …*."""
        parts: list[Row] = []
        for row in rows[heading.last_row + 1 : heading.last_row + 5]:
            text = re.sub(r"\s*điện\s*:?\s*\Z", "", row.text)
            if not text.isupper() or len(text) > 120 or _DECIDES.match(text):
                break
            if not parts and not self.headers.issuers.is_authority(text):
                break
            parts.append(row)
            if text != row.text:
                break
        if parts:
            value = re.sub(r"\s*điện\s*:?\s*\Z", "", " ".join(row.text for row in parts)).strip(" -")
            layout.fields["issuer"] = HeaderField(value, parts[0].start, parts[-1].end, 0.8)

    def _parts(self, rows: list[Row], heading: Heading, addressees: Addressees, closing: Closing) -> list[BlockKind]:
        parts: list[BlockKind] = ["body"] * len(rows)
        first = 0
        if heading.found:
            parts[: heading.first_row] = ["boilerplate"] * heading.first_row
            parts[heading.first_row : heading.last_row + 1] = ["header"] * (heading.last_row + 1 - heading.first_row)
            first = heading.last_row + 1
        if addressees.first >= 0:
            parts[addressees.first : addressees.last + 1] = ["recipients"] * (addressees.last + 1 - addressees.first)
            first = max(first, addressees.last + 1)
        last = closing.first if closing.found else len(rows)
        self._grounds(rows, parts, first, last)
        for index in range(first, len(rows)):
            if self._page_furniture(rows[index]):
                parts[index] = "boilerplate"
            elif rows[index].table and parts[index] == "body":
                parts[index] = "table"
        if closing.found:
            for index in range(closing.first, closing.last + 1):
                parts[index] = "recipients"
            opening = {start: kind for start, _, kind in closing.cells}
            for index in range(closing.first, closing.last + 1):
                parts[index] = opening.get(rows[index].start, parts[index])
            self._tail(rows, parts, closing.last + 1)
        else:
            self._tail(rows, parts, self._last_text(rows) + 1)
        return parts

    def _page_furniture(self, row: Row) -> bool:
        return is_page_number(row.text) or (len(row.text) < 100 and row.text.startswith("CÔNG BÁO/"))

    def _grounds(self, rows: list[Row], parts: list[BlockKind], first: int, last: int) -> None:
        """Grounds at the top of the text, with the line of the deciding body above and the formula below them."""
        begin = None
        for index in range(first, min(last, first + 80)):
            row = rows[index]
            text = row.text
            if self.cues.grounds.match(text) and not (begin is None and not text.rstrip().endswith((";", ",", "."))):
                begin = index if begin is None else begin
                for position in range(begin, index + 1):
                    parts[position] = "grounds"
                continue
            label = label_of(row, 0)
            if (label and label.style != "number") or _DECIDES.match(text):
                break
            if begin is None and not row.caps and index - first > 3:
                break
            if begin is not None and label is None and row.text[0].islower():
                parts[index] = "grounds"

    def _last_text(self, rows: list[Row]) -> int:
        """The last row of running text in a document without closing zone."""
        for index in range(len(rows) - 1, -1, -1):
            row = rows[index]
            if not self.portal.is_furniture(row) and len(row.text.split()) > 3:
                return index
        return len(rows) - 1

    def _tail(self, rows: list[Row], parts: list[BlockKind], first: int) -> None:
        """What follows the closing: annexes, or the furniture of the page it was taken from."""
        mode: BlockKind = "appendix"
        for index in range(first, len(rows)):
            row = rows[index]
            if self._page_furniture(row):
                parts[index] = "boilerplate"
                continue
            if _APPENDIX.match(row.text) and len(row.text) < 120:
                mode = "appendix"
            elif self.portal.is_furniture(row):
                mode = "boilerplate"
            parts[index] = "table" if row.table and mode == "appendix" else mode

    def _fill(
        self,
        analysis: Analysis,
        rows: list[Row],
        parts: list[BlockKind],
        heading: Heading,
        closing: Closing,
        addressees: Addressees,
    ) -> None:
        text, layout = analysis.text, analysis.layout
        wrapping = wrapping_of(rows)
        cuts = _cuts(rows, heading, closing, addressees)
        labels, clean = self._candidates(text, rows, parts, wrapping, cuts)
        sectioner = Sectioner(labels, clean)
        layout.sections = sectioner.run(_boundaries(rows, parts, cuts), len(text))
        self._closing_part(rows, parts, layout)
        layout.blocks = _blocks(layout, rows, parts, cuts, len(text))
        starts = {section.start: index for index, section in enumerate(layout.sections)}
        layout.paragraphs = _paragraphs(rows, parts, layout, wrapping, self.cues, starts, cuts)
        set_headings(text, layout)
        layout.recipients = sorted(addressees.recipients + closing.recipients, key=lambda r: r.start)
        layout.signature_offices = closing.offices + heading.issuer_lines
        for start, end in sectioner.gaps:
            analysis.findings.append(
                Finding("section-gap", "Số thứ tự mục không liên tục, có thể thiếu một mục.", start, end)
            )

    def _candidates(
        self,
        text: str,
        rows: list[Row],
        parts: list[BlockKind],
        wrapping: Wrapping,
        cuts: list[tuple[int, BlockKind]],
    ) -> tuple[list[Label], list[bool]]:
        """Labels in the text and its annexes, outside quotations, and whether each row can start a sentence."""
        quoted = quoted_spans(text)
        quote_starts = [start for start, _ in quoted]
        labels: list[Label] = []
        clean: list[bool] = []
        previous: Row | None = None
        for index, row in enumerate(rows):
            if previous is None or row.gap:
                clean.append(
                    previous is None
                    or not (wrapping.full(previous) and previous.text[-1].isalpha() and row.text[0].islower())
                )
            else:
                clean.append(can_start_sentence(previous.text, wrapping.full(previous)))
            part = parts[index]
            tail = part in {"recipients", "header"} and any(
                row.start < cut < row.end and kind == "body" for cut, kind in cuts
            )
            if part in {"body", "closing", "grounds", "appendix"} or tail:
                place = bisect_right(quote_starts, row.start) - 1
                inside = place >= 0 and quoted[place][1] > row.start
                if not inside and not tail and (label := label_of(row, index)):
                    labels.append(label)
                if len(row.text) > 60:
                    labels += [lab for lab in inline_labels(row, index) if not _inside(lab.start, quoted, quote_starts)]
                    nested = (
                        label_of(row._replace(start=labels[-1].content, text=text[labels[-1].content : row.end]), index)
                        if labels and labels[-1].row == index and not labels[-1].inline and labels[-1].content < row.end
                        else None
                    )
                    if nested and nested.style != labels[-1].style and nested.value == 1:
                        labels.append(nested)
                if part != "boilerplate":
                    previous = row
        labels.sort(key=lambda label: label.start)
        return labels, clean

    def _closing_part(self, rows: list[Row], parts: list[BlockKind], layout: Layout) -> None:
        """The last sentences after the numbered text: *Trên đây là …*, *Chủ tịch UBND tỉnh yêu cầu …*."""
        body = [i for i, part in enumerate(parts) if part == "body"]
        if not body or not layout.sections:
            return
        end = next(
            (i for i in range(body[0], len(parts)) if parts[i] in {"recipients", "signature", "appendix"}), len(parts)
        )
        last = next((i for i in range(end - 1, -1, -1) if parts[i] == "body"), None)
        if last is None:
            return
        start = None
        section_starts = {section.start for section in layout.sections}
        for index in range(last, max(body[0], last - 12), -1):
            row = rows[index]
            if parts[index] != "body" or row.start in section_starts or bullet_of(row.text)[0]:
                break
            previous = rows[index - 1]
            if self.cues.closing.match(row.text) and (row.gap or previous.text.endswith((".", ";", "./.", ":"))):
                start = index
        if start is None or not any(section.start < rows[start].start for section in layout.sections):
            return
        for index in range(start, last + 1):
            if parts[index] == "body":
                parts[index] = "closing"
        cut = rows[start].start
        for section in layout.sections:
            if section.start < cut < section.end:
                section.end = cut


def _inside(position: int, spans: list[tuple[int, int]], starts: list[int]) -> bool:
    place = bisect_right(starts, position) - 1
    return place >= 0 and spans[place][1] > position


def _cuts(rows: list[Row], heading: Heading, closing: Closing, addressees: Addressees) -> list[tuple[int, BlockKind]]:
    """Changes of part inside rows."""
    cuts: list[tuple[int, BlockKind]] = []
    if heading.found and heading.end < rows[heading.last_row].end:
        cuts.append((heading.end, "body"))
    if addressees.first >= 0 and addressees.end < rows[addressees.last].end:
        cuts.append((addressees.end, "body"))
    for start, _, role in closing.cells:
        cuts.append((start, role))
    if closing.found and closing.cells and closing.cells[-1][1] < rows[closing.last].end:
        cuts.append((closing.cells[-1][1], "boilerplate"))
    return cuts


def _boundaries(rows: list[Row], parts: list[BlockKind], cuts: list[tuple[int, BlockKind]]) -> list[int]:
    """Where every open section ends: before recipients, signature and furniture after the text, and at annexes."""
    found = {start for start, kind in cuts if kind in {"recipients", "signature"}}
    for index in range(1, len(rows)):
        now, before = parts[index], parts[index - 1]
        if now == before:
            continue
        if now in {"recipients", "signature"} or (now == "appendix" and before not in {"table", "boilerplate"}):
            found.add(rows[index].start)
    return sorted(found)


def _blocks(
    layout: Layout, rows: list[Row], parts: list[BlockKind], cuts: list[tuple[int, BlockKind]], size: int
) -> list[Block]:
    """Blocks from the parts of rows and the changes inside them; together they cover the view."""
    changes: list[tuple[int, BlockKind]] = []
    for row, part in zip(rows, parts, strict=True):
        changes.append((layout.lines[row.line].start, part))
    inner = {start: kind for start, kind in cuts}
    starts = {start for start, _ in changes}
    merged = sorted([(s, inner.get(s, k)) for s, k in changes] + [(s, k) for s, k in inner.items() if s not in starts])
    blocks: list[Block] = []
    for start, kind in merged:
        if blocks and blocks[-1].kind == kind:
            continue
        begin = start if blocks else 0
        if blocks:
            blocks[-1].end = begin
        blocks.append(Block(kind, begin, size))
    return blocks or ([Block("body", 0, size)] if size else [])


def _paragraphs(
    rows: list[Row],
    parts: list[BlockKind],
    layout: Layout,
    wrapping: Wrapping,
    cues: Cues,
    starts: dict[int, int],
    cuts: list[tuple[int, BlockKind]],
) -> list[Paragraph]:
    """Paragraphs of everything but furniture."""
    section_starts = sorted(starts)
    cut_points = sorted(cuts)
    paragraphs: list[Paragraph] = []
    previous: Row | None = None
    previous_part: BlockKind | None = None
    furniture = False
    for row, part in zip(rows, parts, strict=True):
        if part == "boilerplate":
            furniture = True
            continue
        opens = row.start in starts
        mark, content = ("", 0) if opens else bullet_of(row.text)
        points = [
            s for s in section_starts[bisect_right(section_starts, row.start) : bisect_right(section_starts, row.end)]
        ]
        inner = [(s, k) for s, k in cut_points if row.start < s < row.end]
        joined = (
            previous is not None
            and previous_part == part
            and not opens
            and not mark
            and not row.table
            and part not in {"signature"}
            and (
                _label_only(paragraphs, layout, previous)
                or joins(previous, row, wrapping, cues, furniture_between=furniture)
            )
        )
        if part == "recipients" and joined and not row.text[0].islower():
            joined = False
        segments = _segments(row, part, points, inner)
        for number, (start, end, kind) in enumerate(segments):
            if number == 0 and joined and paragraphs:
                paragraphs[-1].end = end
                continue
            begin = start
            if start in starts:
                begin = min(layout.sections[starts[start]].content, end)
            elif number == 0 and content:
                begin = row.start + content
            paragraphs.append(Paragraph(start, begin, end, kind, None, mark if number == 0 else ""))
        previous, previous_part, furniture = row, part, False
    _assign_sections(paragraphs, layout)
    return paragraphs


def _label_only(paragraphs: list[Paragraph], layout: Layout, previous: Row) -> bool:
    """Whether the label stands on a row of its own: *1.* / *Trên cơ sở …*."""
    if not paragraphs:
        return False
    last = paragraphs[-1]
    return last.content >= last.end and last.end == previous.end


def _segments(
    row: Row, part: BlockKind, points: list[int], cuts: list[tuple[int, BlockKind]]
) -> list[tuple[int, int, BlockKind]]:
    """A row divided at inline labels and changes of part."""
    kinds = dict(cuts)
    bounds = [row.start, *sorted({*points, *kinds}), row.end]
    segments: list[tuple[int, int, BlockKind]] = []
    kind = part
    for start, end in zip(bounds, bounds[1:], strict=False):
        kind = kinds.get(start, kind)
        stripped = row.text[start - row.start : end - row.start]
        left = start + len(stripped) - len(stripped.lstrip(" |\t"))
        right = start + len(stripped.rstrip(" |\t"))
        if kind != "boilerplate" and left < right:
            segments.append((left, right, kind))
    return segments


def _assign_sections(paragraphs: list[Paragraph], layout: Layout) -> None:
    """The innermost section of each paragraph, in one pass."""
    stack: list[int] = []
    upcoming = 0
    sections = layout.sections
    for paragraph in paragraphs:
        while upcoming < len(sections) and sections[upcoming].start <= paragraph.start:
            stack.append(upcoming)
            upcoming += 1
        while stack and sections[stack[-1]].end <= paragraph.start:
            stack.pop()
        if paragraph.block in {"body", "closing", "appendix", "table", "grounds"}:
            paragraph.section = stack[-1] if stack else None
