"""The end of a document: the zone of signature and recipients, cell by cell.

Both stand side by side on the page (signature right, *Nơi nhận* left); converters print them one after the other, in
either order, as cells of one row, or run together on one line. So the zone is read as cells, each of which is one or
the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from vnstruct.knowledge import Knowledge
from vnstruct.layout.anchors import Anchor, date_anchors, number_anchors, opens_document
from vnstruct.layout.cues import Cues
from vnstruct.layout.model import HeaderField, Recipient
from vnstruct.layout.names import PersonNames
from vnstruct.layout.portal import PortalReader
from vnstruct.layout.recipients import RECIPIENTS, copy_recipients
from vnstruct.layout.rows import Piece, Row, bullet_of, cells_of
from vnstruct.layout.signature import AUTHORITY, Offices, read_signature
from vnstruct.schema import BlockKind

_INLINE_RECIPIENTS = re.compile(r"(?<=[./])\s*(?=Nơi nhận\s*:)")
_SIGNED = re.compile(
    r"[(\[<]{0,2}\s*(?:đã k[ýí]|daky|da ky|ký tên|ký, ?đóng dấu|ký|signature|signed)\b[^)\]>]{0,30}[)\]>]{0,2}\s*\Z",
    re.IGNORECASE,
)
"""*(Đã ký)*, *[daky]*: where the pen was, or the picture of a signature."""
_SIGNED_BEHIND = re.compile(r"(?<!\s)\s*+[-(]?\s*+[ĐđD]ã ký\s*+\)?\s*\Z")
_LONGEST_ZONE = 120
"""Rows: central decisions list up to a hundred recipients."""
_LONGEST_ENTRY = 160
_FLATTENED = 90
"""Characters at the end of a row in which the other column may stand."""
# "tỉnh; Đặng Văn An", "(để p/h) Đặng Văn An", "Nơi nhận: <==- CHỦ TỊCH" with a scrap of the stamp; not "Ông (bà) Đặng Văn An"
_ENTRY_CLOSED = re.compile(
    r"(?:[;.:]|\([^()]{0,40}(?:/|\bđ[ểêẻề]\b)[^()]{0,40}\))\s+(?:[^\w\s-][^\w\s]{0,6}\w?\s+)?(?=\w)"
)
_ROWS_ABOVE = 4
"""How many rows above the closing zone may give the date."""
AUTHENTICATION = "XÁC THỰC VĂN BẢN HỢP NHẤT"
_ROWS_OF_AUTHENTICATION = 8
_ADOPTED = re.compile(r"thông qua(?: vào)?(?: hồi [^,.]{1,30})?\s(?=ngày\s)")


@dataclass(slots=True)
class Closing:
    """The closing zone: rows ``first``..``last``, its cells by part, and what they say."""

    first: int = -1
    last: int = -1
    start: int = -1
    cells: list[tuple[int, int, BlockKind]] = field(default_factory=list)
    fields: dict[str, HeaderField] = field(default_factory=dict)
    recipients: list[Recipient] = field(default_factory=list)
    offices: list[tuple[int, int]] = field(default_factory=list)

    @property
    def found(self) -> bool:
        """Whether there is a closing zone."""
        return self.start >= 0


@dataclass(slots=True)
class _Zone:
    """What has been read so far: cells with their kinds, whether the list runs and whether the signer is known."""

    cells: list[tuple[Piece, str]] = field(default_factory=list)
    in_list: bool = False
    named: bool = False

    def last_signature(self) -> tuple[str, str]:
        """Kind and text of the last cell that is no recipient."""
        for piece, kind in reversed(self.cells):
            if kind != "recipient":
                return kind, piece.text
        return "", ""

    def add(self, piece: Piece, kind: str) -> None:
        self.cells.append((piece, kind))
        self.named = self.named or kind == "name"


class ClosingReader:
    """Finds and reads the closing zone; built once with the knowledge."""

    def __init__(self, knowledge: Knowledge, cues: Cues, portal: PortalReader) -> None:
        self.cues = cues
        self.portal = portal
        self.names = PersonNames(knowledge, cues)
        self.offices = Offices(knowledge)

    def read(self, rows: list[Row], first: int) -> Closing:
        """The first closing zone from row ``first`` on."""
        closing = Closing()
        opening = self._opening(rows, first)
        if opening is None:
            return closing
        closing.first, closing.start = opening
        zone = self._zone(rows, closing)
        for piece, kind in zone.cells:
            part: BlockKind = "recipients" if kind == "recipient" else "signature"
            closing.cells.append((piece.start, piece.end, part))
        signature = [(piece, kind) for piece, kind in zone.cells if kind != "recipient"]
        closing.fields, closing.offices = read_signature(signature, self.offices, self.names)
        closing.recipients = copy_recipients([piece for piece, kind in zone.cells if kind == "recipient"])
        return closing

    def _opening(self, rows: list[Row], first: int) -> tuple[int, int] | None:
        """Row and offset where the zone begins."""
        for index in range(first, len(rows)):
            row = rows[index]
            text = row.text
            if text[0] in "NVMnH." and RECIPIENTS.match(text):
                return index, row.start
            capitals = not text[1:2].islower() and len(text) < 250 and text[:3].strip("./").isupper()
            if capitals and self._opens_signature(rows, index):
                return index, row.start
            if "ã ký" in text and self.names.is_name(_SIGNED_BEHIND.sub("", text)):
                return index, row.start
            if "Nơi nhận" in text and (found := _INLINE_RECIPIENTS.search(text)):
                return index, row.start + found.end()
        return None

    def _opens_signature(self, rows: list[Row], index: int) -> bool:
        text = rows[index].text
        if AUTHORITY.match(text):
            return self._signed_soon(rows, index) or self.offices.flattened(text)
        if not self.offices.opens(text):
            return False
        return (len(text) < 80 and text.isupper() and self._signed_soon(rows, index)) or self.offices.flattened(text)

    def _signed_soon(self, rows: list[Row], index: int) -> bool:
        """Whether a name, a mark of signing or the recipients follow an office in capitals."""
        for row in rows[index + 1 : index + 9]:
            text = row.text
            if RECIPIENTS.match(text) or _SIGNED.match(text) or self.names.is_name(text) or self.names.leading(text):
                return True
            if not (text.isupper() or AUTHORITY.match(text) or len(text) < 25):
                return False
        return False

    def _zone(self, rows: list[Row], closing: Closing) -> _Zone:
        zone = _Zone()
        closing.last = closing.first
        quiet = 0
        for index in range(closing.first, min(len(rows), closing.first + _LONGEST_ZONE)):
            row = rows[index]
            text, base = row.text, row.start
            if index == closing.first:
                text, base = text[closing.start - base :], closing.start
            elif self._ends_before(row, zone):
                break
            elif not bullet_of(text)[0] and self.portal.is_furniture(row) and not self.names.leading(text):
                continue
            before = len(zone.cells)
            for piece, glued in self._pieces(text, base, zone):
                kind = self._kind(piece, zone, glued)
                if kind == "name+":
                    name_end = self.names.leading(piece.text) or len(_SIGNED_BEHIND.sub("", piece.text))
                    zone.add(Piece(piece.start, piece.start + name_end, piece.text[:name_end]), "name")
                    closing.last = index
                    if self.names.leading(piece.text):
                        return zone  # the rest of the row is the site's
                    continue
                if kind:
                    zone.add(piece, kind)
            if len(zone.cells) > before:
                closing.last, quiet = index, 0
                continue
            quiet += 1
            if len(text) > 150 or quiet > (2 if zone.named else 6):
                break
        return zone

    def _ends_before(self, row: Row, zone: _Zone) -> bool:
        text = row.text
        if opens_document(text):
            return True  # the first page of another document: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        if text.startswith(("[", "(")) and not _SIGNED.match(text):
            return not self._annotates(row, zone)
        return bool(self.cues.attachment.match(text)) and (zone.named or not self.offices.opens(text))

    def _annotates(self, row: Row, zone: _Zone) -> bool:
        """Whether a row in brackets belongs to the entry wrapped above it: *- Các đơn vị thuộc Bộ / (để thực hiện);*."""
        if row.gap or zone.named or not zone.in_list or not row.text.startswith("("):
            return False
        last, kind = zone.cells[-1]
        return kind == "recipient" and not last.text.endswith((";", "."))

    def _pieces(self, text: str, base: int, zone: _Zone) -> Iterator[tuple[Piece, bool]]:
        """Cells of a row, and whether each was glued to an entry of the list: the other column, flattened onto its line."""
        for piece in cells_of(text, base):
            listed = zone.in_list or RECIPIENTS.match(piece.text) or bullet_of(piece.text)[0]
            cut = self._flattened_cut(piece.text) if listed else 0
            if not cut:
                yield piece, False
                continue
            left = piece.text[:cut].rstrip()
            right = piece.text[cut:].strip()
            yield Piece(piece.start, piece.start + len(left), left), False
            yield Piece(piece.end - len(right), piece.end, right), True

    def _flattened_cut(self, text: str) -> int:
        """Where an office (*- Như trên; PHÓ CHỦ NHIỆM*) or a name begins at the end of an entry."""
        if text.isupper() or self.names.is_name(text):
            return 0  # "Q. CHỦ TỊCH", "PGS.TS. Trần Văn An" are of one column
        found = AUTHORITY.search(text, 3)
        if found and text[found.start() :].isupper() and text[found.start() - 1] == " ":
            return found.start()
        for closed in _ENTRY_CLOSED.finditer(text, max(0, len(text) - _FLATTENED)):
            rest = text[closed.end() :]
            if rest.isupper() and self.offices.opens(rest):
                return closed.end()
            if closed[0][0] != ":" and rest[-1].isalpha() and self.names.is_name(rest):
                return closed.end()
        return 0

    def _kind(self, piece: Piece, zone: _Zone, glued: bool) -> str:
        """recipient, office, name, mark, ``name+`` (a name with other text behind it) or nothing."""
        text = piece.text
        if RECIPIENTS.match(text):
            zone.in_list = True
            return "recipient"
        if bullet_of(text)[0] and (zone.in_list or zone.cells):
            return "" if zone.named and not zone.in_list else "recipient"
        if glued and not zone.named and self.names.is_name(text) and not text.isupper():
            return "name"  # behind a closed entry, though the stamp hides the office
        signature = self._signature_kind(text, zone)
        if signature:
            return signature
        return "recipient" if zone.in_list and self._continues_list(text, zone) else ""

    def _continues_list(self, text: str, zone: _Zone) -> bool:
        """Whether a cell without bullet belongs to the list: a wrapped line, a second line of an office's posts."""
        last, kind = zone.cells[-1]
        if kind != "recipient" or len(text) > _LONGEST_ENTRY:
            return kind != "name" and len(text) < _LONGEST_ENTRY and text[0].islower()
        if RECIPIENTS.fullmatch(last.text) or text.endswith(":"):
            return len(text) < _LONGEST_ENTRY
        if text[0].islower() or text[0] == "(" or not last.text.endswith((";", ".")):
            return True
        return text.endswith((";", ",", ".")) and len(text) < 100

    def _signature_kind(self, text: str, zone: _Zone) -> str:
        if not zone.named and text.endswith(("ã ký", "ã ký)")) and self.names.is_name(_SIGNED_BEHIND.sub("", text)):
            return "name+"
        if AUTHORITY.match(text) and text[:14].isupper():
            return "office"
        if _SIGNED.match(text) or text == "DỰ THẢO":
            return "mark"
        last, last_text = zone.last_signature()
        if not zone.named:
            if text.isupper() and len(text) < 80 and (self.offices.opens(text) or last == "office"):
                person = self.names.is_name(text) and not self.offices.opens(text) and not self.offices.names_body(text)
                return "name" if person and self.offices.opens(last_text) else "office"
            if self.offices.flattened(text):
                return "office"
            if self.names.is_name(self.names.restored(text)) and (
                last in {"office", "mark"} or self._list_is_over(zone)
            ):
                return "name"
            if self.names.leading(text) and last in {"office", "mark"}:
                return "name+"
        return "name" if self._part_of_name(text, last, last_text) else ""

    def _list_is_over(self, zone: _Zone) -> bool:
        """Whether a bare name is the signer's: the list was closed, and a stamp hides the office."""
        if not zone.cells or zone.cells[-1][1] != "recipient":
            return False
        text = zone.cells[-1][0].text
        return "Lưu" in text or text.endswith(".")

    def _part_of_name(self, text: str, last: str, last_text: str) -> bool:
        """A name broken over lines (*Vũ / Chiến Thắng*), or one without a known surname right under the office."""
        words = text.split()
        if not 1 <= len(words) <= 4 or not all(w.isalpha() and w.istitle() for w in words):
            return False
        if last in {"office", "mark"}:
            return len(words) >= 2 or self.names.is_surname(words[0])
        parts = last_text.split()
        return last == "name" and len(parts) + len(words) <= 5 and (len(parts) == 1 or len(words) == 1)


def _may_be_place(text: str) -> bool:
    """Not *Luật này có hiệu lực thi hành từ*."""
    return sum(word[0].islower() for word in text.split()) <= 2


def closing_number(rows: list[Row], closing: Closing) -> Anchor | None:
    """The number of a consolidated text, which its authentication prints: *Số: 12/VBHN-BYT / XÁC THỰC VĂN BẢN HỢP NHẤT*."""
    if not closing.found:
        return None
    block = rows[max(0, closing.first - _ROWS_OF_AUTHENTICATION) : closing.last + 1]
    if not any(row.text.startswith(AUTHENTICATION) for row in block):
        return None
    found = ((row, anchor) for row in block if "VBHN" in row.text for anchor in number_anchors(row.text))
    for row, anchor in found:
        start, end = row.start + anchor.value_start, row.start + anchor.value_end
        return anchor._replace(start=row.start, end=row.end, value_start=start, value_end=end)
    return None


def closing_date(rows: list[Row], closing: Closing) -> dict[str, HeaderField]:
    """The date at the end of a document whose head has none.

    Old documents print place and date above the signature; laws say when they were passed (*… kỳ họp thứ 8 thông qua
    ngày 25 tháng 11 năm 2014.*).
    """
    last = closing.last if closing.found else len(rows) - 1
    first = max(0, (closing.first if closing.found else len(rows)) - _ROWS_ABOVE)
    for row in rows[first : last + 1]:
        adopted = _ADOPTED.search(row.text)
        text = row.text[adopted.end() :] if adopted else row.text
        offset = row.start + len(row.text) - len(text)
        for found in date_anchors(text):
            named = _may_be_place(text[found.value_start : found.value_end])
            alone = named and not text[: found.start].strip() and not text[found.end :].strip(" .")
            if found.value and (adopted or alone):
                return {"date": HeaderField(found.value, offset + found.value_end, offset + found.end, 0.8)}
    return {}
