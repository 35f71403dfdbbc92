"""The part that each row plays: header, grounds, text, closing, recipients, annex, furniture."""

from __future__ import annotations

import re

from vnstruct.layout.anchors import opens_document
from vnstruct.layout.closing import Closing
from vnstruct.layout.cues import Cues
from vnstruct.layout.header import Heading
from vnstruct.layout.labels import label_of
from vnstruct.layout.model import Section
from vnstruct.layout.paragraphs import Wrapping, joins
from vnstruct.layout.portal import PortalReader
from vnstruct.layout.recipients import Addressees
from vnstruct.layout.rows import Row, bullet_of
from vnstruct.schema import BlockKind

Parts = list[BlockKind]

_DECIDES = re.compile(r"(?:NAY\s+)?(?:QUYẾT\s+(?:ĐỊNH|NGHỊ)|CHỈ THỊ|KẾT LUẬN|THÔNG BÁO)\s*:?\s*\Z")
_APPENDIX = re.compile(r"(?:PHỤ|Phụ)\s*(?:LỤC|lục)\b|PHỤ\Z|Phụ biểu|PHỤ BIỂU|BIỂU MẪU|MẪU SỐ|Mẫu số")
_LONG_FURNITURE = 120
_FARTHEST_GROUNDS = 80
_FARTHEST_NEXT_GROUND = 8
_FARTHEST_CLOSING = 16
_MOST_CLOSING_PARAGRAPHS = 3


class PartReader:
    """Gives rows their parts; built once with the word lists."""

    def __init__(self, cues: Cues, portal: PortalReader) -> None:
        self.cues = cues
        self.portal = portal

    def read(self, rows: list[Row], heading: Heading, addressees: Addressees, closing: Closing) -> Parts:
        """The parts of an official document's rows."""
        parts: Parts = ["body"] * len(rows)
        first = 0
        if heading.found:
            first = heading.last_row + 1
            parts[: heading.first_row] = ["boilerplate"] * heading.first_row
            parts[heading.first_row : first] = ["header"] * (first - heading.first_row)
        if addressees.first >= 0:
            parts[addressees.first : addressees.last + 1] = ["recipients"] * (addressees.last + 1 - addressees.first)
            first = max(first, addressees.last + 1)
        text_end = closing.first if closing.found else self._last_text(rows) + 1
        self._grounds(rows, parts, first, text_end)
        for index in range(first, text_end):
            if self.portal.is_page_furniture(rows[index]):
                parts[index] = "boilerplate"
            elif rows[index].table and parts[index] == "body":
                parts[index] = "table"
        self._closing_zone(rows, parts, closing)
        self._tail(rows, parts, closing.last + 1 if closing.found else text_end)
        return parts

    def _closing_zone(self, rows: list[Row], parts: Parts, closing: Closing) -> None:
        opening = {start: kind for start, _, kind in closing.cells}
        current: BlockKind = "recipients"
        for index in range(max(closing.first, 0), closing.last + 1):
            listed = rows[index].start in opening or bullet_of(rows[index].text)[0]
            if index > closing.first and not listed and self.portal.is_furniture(rows[index]):
                parts[index] = "boilerplate"
                continue
            current = opening.get(rows[index].start, current)
            parts[index] = current if rows[index].start >= closing.start else "body"

    def _grounds(self, rows: list[Row], parts: Parts, first: int, end: int) -> None:
        """Grounds at the top of the text: from the first to the last line that opens like one."""
        begin: int | None = None
        last = -1
        for index in range(first, min(end, first + _FARTHEST_GROUNDS)):
            text = rows[index].text
            label = label_of(rows[index], 0)
            if (label and label.style != "number") or _DECIDES.match(text):
                break
            if self.cues.grounds.match(text) and (begin is not None or self._listed(rows, index)):
                begin = index if begin is None else begin
                last = index
            elif begin is None and not text.isupper() and index - first > 3:
                return
            elif begin is not None and index - last > _FARTHEST_NEXT_GROUND:
                break
        if begin is None:
            return
        stop = self._end_of_paragraph(rows, last, min(end, last + 12))
        closes = rows[stop - 1].text
        followed_by_formula = stop < len(rows) and (rows[stop].text.isupper() or label_of(rows[stop], 0) is not None)
        if closes.endswith(":") or (closes.endswith(".") and not followed_by_formula):
            stop = last  # "Căn cứ …, UBND tỉnh ban hành Kế hoạch với các nội dung sau:" says what is done
        if begin >= stop:
            return
        while begin > first and rows[begin - 1].text.isupper():
            begin -= 1  # the body that decides: "BỘ TRƯỞNG BỘ NỘI VỤ"
        parts[begin:stop] = ["grounds"] * (stop - begin)

    def _end_of_paragraph(self, rows: list[Row], start: int, end: int) -> int:
        """One past the last row of the paragraph that begins at a row, as far as punctuation tells."""
        for index in range(start, end):
            closed = rows[index].text.endswith((".", ";", ",", ":"))
            following = rows[index + 1] if index + 1 < len(rows) else None
            if following is None or (closed and not following.text[0].islower()) or following.text.isupper():
                return index + 1
        return end

    def _listed(self, rows: list[Row], index: int) -> bool:
        """Whether a wrapped ground ends with a semicolon a few rows below (*Căn cứ … ngày / 25/6/2015;*)."""
        return any(row.text.endswith((";", ",")) for row in rows[index : index + 8])

    def _last_text(self, rows: list[Row]) -> int:
        """The last row that is no furniture, in a document without closing zone."""
        for index in range(len(rows) - 1, -1, -1):
            if not self.portal.is_furniture(rows[index]):
                return index
        return len(rows) - 1

    def _tail(self, rows: list[Row], parts: Parts, first: int) -> None:
        """What follows the closing: annexes, or the furniture of the page the text was taken from."""
        mode: BlockKind = "appendix"
        for index in range(first, len(rows)):
            row = rows[index]
            number = self.portal.is_page_furniture(row)
            if number and (mode == "boilerplate" or self._stands_apart(rows, index)):
                parts[index] = "boilerplate"
                continue
            titled = (bool(_APPENDIX.match(row.text)) and len(row.text) < 120) or opens_document(row.text)
            if titled:
                mode = "appendix"
            elif not number and self._is_web_furniture(rows, index, mode):
                mode = "boilerplate"
            short = index == first and len(row.text) < 25 and not row.text.isupper()
            remnant = mode == "appendix" and short and not titled
            parts[index] = "boilerplate" if remnant else "table" if row.table and mode == "appendix" else mode

    def _is_web_furniture(self, rows: list[Row], index: int, mode: BlockKind) -> bool:
        """Furniture ends an annex only when more of it follows; one such line may be text of a form (*E-mail: …*)."""
        if not self.portal.is_furniture(rows[index]):
            return False
        if mode == "boilerplate":
            return True
        if label_of(rows[index], 0):
            return False  # "II. Tổ chức thuộc quyền sở hữu …" in an annex
        if len(rows[index].text) > _LONG_FURNITURE:
            return True
        following = rows[index + 1 : index + 7]
        return sum(self.portal.is_furniture(row) for row in following) * 2 >= len(following)

    def _stands_apart(self, rows: list[Row], index: int) -> bool:
        """Whether a number is parted from the rows around it, as page numbers are and numbers in tables are not."""
        return rows[index].gap or (index + 1 < len(rows) and rows[index + 1].gap)


def mark_closing(rows: list[Row], parts: Parts, sections: list[Section], wrapping: Wrapping, cues: Cues) -> None:
    """The last sentences after the numbered text become the closing, and no section holds them.

    *Trên đây là …*, *Chủ tịch UBND tỉnh yêu cầu …*: they say something about the whole document.
    """
    body = next((i for i, part in enumerate(parts) if part == "body"), None)
    if body is None or not sections:
        return
    after = {"recipients", "signature", "appendix"}
    end = next((i for i in range(body, len(parts)) if parts[i] in after), len(parts))
    last = next((i for i in range(end - 1, body - 1, -1) if parts[i] == "body"), None)
    if last is None:
        return
    starts = {offset for section in sections for offset in (section.start, section.content)}
    start = None
    paragraphs = 0
    for index in range(last, max(body, last - _FARTHEST_CLOSING), -1):
        row = rows[index]
        labelled = row.start in starts or rows[index - 1].end in starts  # the label may fill the row above
        if parts[index] != "body" or labelled or bullet_of(row.text)[0]:
            break
        if parts[index - 1] == "body" and joins(rows[index - 1], row, wrapping, cues):
            continue
        above = rows[index - 1]
        if above.start in starts and above.text[-1] not in ".;":
            break  # the only text under a heading is no closing
        if cues.closing.match(row.text):
            start = index
        elif not row.text.startswith("("):
            break
        paragraphs += 1
        if paragraphs == _MOST_CLOSING_PARAGRAPHS:
            break
    if start is None or sections[0].start >= rows[start].start:
        return
    parts[start : last + 1] = ["closing" if part == "body" else part for part in parts[start : last + 1]]
    for section in sections:
        if section.start < rows[start].start < section.end:
            section.end = rows[start].start


def is_appendix_start(row: Row) -> bool:
    """Whether a row opens an annex: *PHỤ LỤC I*, *Mẫu số 02*."""
    return bool(_APPENDIX.match(row.text))
