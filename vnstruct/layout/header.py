"""The header of state and Party documents: what it says and where it ends."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vnstruct.knowledge import Knowledge
from vnstruct.layout.anchors import (
    Anchor,
    date_anchors,
    emblem_anchors,
    folded_zone,
    iso_date,
    motto_anchor,
    number_anchors,
    spoilt_number_anchor,
)
from vnstruct.layout.columns import masked, one_line, pieces_of, row_at
from vnstruct.layout.cues import Cues
from vnstruct.layout.doctypes import DocumentTypes
from vnstruct.layout.fold import LOWER, UPPER, fold
from vnstruct.layout.issuer import Issuers
from vnstruct.layout.model import HeaderField
from vnstruct.layout.rows import Piece, Row
from vnstruct.layout.title import OWN_NUMBER, Span, Titles, title_text
from vnstruct.text import trie_pattern

_ZONE = 9000
"""How far a header is looked for: portals print menus and metadata before it."""
_LONGEST_BODY = 250
"""Joint documents name up to six ministries on a line."""
_NO_BODY = ("VĂN BẢN HỢP NHẤT", "Số:", "SỐ:")
"""The rubric of the gazette, and a number that could not be read."""
_REACH = 1500
"""How far number, date and subject may stand under the emblem."""
_SMALL_WORD = re.compile(rf"(?:^|\s)(?!(?:tp|tx|thành|phố|thị|xã|trấn|tỉnh|huyện|quận|phường|đặc|khu)\b)[{LOWER}]\w*")
_SYMBOL = re.compile(rf"\d\s?/\s?[{UPPER}]|\b[sS][ốoóô6]\s?[:;]")
"""Of a number that could not be read where it stands: *CONG THONG TIN 41 /CT-TTs*."""
_UNIT_WORDS = re.compile(
    r"\s*(?:(?:tp|tx|tt|thành phố|thị xã|thị trấn|tỉnh|huyện|quận|xã|phường|đặc khu|thủ đô)\.?\s*)*", re.IGNORECASE
)
_WORDS = re.compile(r"[^\W\d_]+")
_FOLLOWED = re.compile(rf"\s[{LOWER}]")
_LED = re.compile(rf"[^\W\d_][ ][{LOWER}]+[ ]\Z")
_WORD_ABOVE = re.compile(rf"\n(?:[^\S\n]|[*|])*([{UPPER}]\w*)\s*\Z")
_TEXT_BEGAN = re.compile(r"(?m)^\W{0,4}(?:Điều 1\b|N[ơo]i nhận|PHỤ LỤC|Kính gửi)")
_TEXT_BEGINS = re.compile(r"(?m)^\W{0,4}(?:Điều 1\b|N[ơo]i nhận|Kính gửi|I\.\s|1\.\s|Căn cứ)")


@dataclass(slots=True)
class Heading:
    """What was read: fields, the span of the header (``end`` may lie inside row ``last_row``), its anchors."""

    fields: dict[str, HeaderField] = field(default_factory=dict)
    first_row: int = 0
    last_row: int = -1
    start: int = 0
    end: int = 0
    anchors: list[Anchor] = field(default_factory=list)
    issuer_lines: list[Span] = field(default_factory=list)

    @property
    def found(self) -> bool:
        """Whether there is a header at all."""
        return self.end > self.start

    def anchor(self, kind: str) -> Anchor | None:
        """The first anchor of a kind."""
        return next((a for a in self.anchors if a.kind == kind), None)


class HeaderReader:
    """Reads headers; built once with the knowledge."""

    def __init__(self, knowledge: Knowledge, cues: Cues) -> None:
        self.cues = cues
        self.issuers = Issuers(knowledge)
        self.types = DocumentTypes(knowledge)
        self.titles = Titles(self.issuers, cues)
        places = {n for p in knowledge.provinces for n in (p.name, p.full_name, *p.aliases)}
        self._place = re.compile(rf"(?<!\w)(?:{trie_pattern(places)})\Z")

    def read(self, text: str, rows: list[Row]) -> Heading:
        """Find the header of a document."""
        zone, folded = folded_zone(text, _ZONE)
        anchors = self._anchors(zone, folded)
        found = self.types.anchor(zone, folded, rows, anchors)
        if found:
            # a date below the type word is one of the text
            anchors = [a for a in anchors if a.kind != "date" or a.start < found.start] + [found]
        heading = Heading(anchors=sorted(anchors, key=lambda a: a.start))
        if anchors:
            self._fill(zone, rows, heading)
        return heading

    def _anchors(self, zone: str, folded: str) -> list[Anchor]:
        anchors = emblem_anchors(zone, folded)
        if anchors and _TEXT_BEGAN.search(zone, 0, anchors[0].start):
            anchors = []  # the emblem of a specimen form
        motto = motto_anchor(folded)
        if motto and (anchors or not _TEXT_BEGAN.search(zone, 0, motto.start)):
            anchors.append(motto)
        limit = self._limit(zone, anchors)
        top = masked(zone[:limit], anchors)
        date = _header_date(top)
        figures = [date._replace(start=date.value_end)] if date else []
        number = next(number_anchors(top), None) or spoilt_number_anchor(masked(top, figures))
        if number:
            anchors.append(number)
            date = _header_date(masked(zone[:limit], anchors))
        if date and (number or motto or _alone(zone, date)):
            anchors.append(self._with_place(zone, date))
        return anchors

    def _limit(self, zone: str, anchors: list[Anchor]) -> int:
        """Where number and date can stand no more."""
        if anchors:
            return min(len(zone), max(a.end for a in anchors) + _REACH)
        opener = _TEXT_BEGINS.search(zone)
        return opener.start() if opener else min(len(zone), 2 * _REACH)

    def _with_place(self, zone: str, date: Anchor) -> Anchor:
        """The place without what a flattened line put before it: *… theo vị trí việc làm Hà Nội*."""
        place = zone[date.value_start : date.value_end]
        start = date.value_start
        if self.issuers.is_scattered_place(place):
            return date
        above = _WORD_ABOVE.search(zone, 0, start)
        if above and self._place.fullmatch(f"{above[1]} {place}"):
            return date._replace(start=above.start(1), value_start=above.start(1))  # "Hà / Nội, ngày …"
        if start and (zone[start - 1].isalnum() or zone[start - 1] in "-/&"):
            # the end of a number: "Số: 30/2020/NĐ-CP ngày 05 tháng 3", "Số:2GD&ĐT Hiệp Hòa, ngày"
            start += len(place) - len(place.partition(" ")[2])
            place = zone[start : date.value_end]
        known = self._place.search(place)
        if known and not _UNIT_WORDS.fullmatch(place[: known.start()]):
            start += known.start()
        elif known or not _SMALL_WORD.search(place):
            return date._replace(start=start, value_start=start)
        else:
            tail = re.search(rf"(?:[{UPPER}][\w.]*\s){{0,3}}[{UPPER}]\w*\Z", place)
            start += tail.start() if tail else len(place)
        return date._replace(start=start, value_start=start)

    def _fill(self, zone: str, rows: list[Row], heading: Heading) -> None:
        type_word = heading.anchor("type")
        top_end = max((a.end for a in heading.anchors if a.kind != "type"), default=0)
        boundary = max(type_word.start if type_word else 0, top_end)
        pieces = list(pieces_of(zone, heading.anchors, 0, boundary))
        heading.start = self._start(heading, pieces)
        self._anchored_fields(zone, heading)
        self._bodies(heading, [p for p in pieces if p.start >= heading.start], boundary)
        self._marks(zone, heading, pieces)
        heading.end = max(top_end, type_word.end if type_word else 0)
        self._title(zone, rows, heading, top_end)
        heading.first_row = row_at(rows, heading.start)
        heading.last_row = row_at(rows, max(heading.start, heading.end - 1))

    def _start(self, heading: Heading, pieces: list[Piece]) -> int:
        """The first line of the header: capitals that stand directly above the first anchor."""
        start = heading.anchors[0].start
        for piece in reversed([p for p in pieces if p.end <= heading.anchors[0].start]):
            near = start - piece.end <= 80
            if (
                not near
                or not piece.text.isupper()
                or len(piece.text) > _LONGEST_BODY
                or self.types.is_type(piece.text)
            ):
                break
            start = piece.start
        return start

    def _anchored_fields(self, zone: str, heading: Heading) -> None:
        fields = heading.fields
        number, date, type_word = heading.anchor("number"), heading.anchor("date"), heading.anchor("type")
        if number and not number.broken:
            fields["number"] = HeaderField(number.value, number.value_start, number.value_end)
        if date and date.value:
            start = (
                date.value_end
                + len(zone[date.value_end : date.end])
                - len(zone[date.value_end : date.end].lstrip(" ,.\t\n"))
            )
            fields["date"] = HeaderField(date.value, start, date.end)
        if date and date.value_end > date.value_start:
            place = self.issuers.restored_place(one_line(zone[date.value_start : date.value_end]))
            fields["place"] = HeaderField(place, date.value_start, date.value_end)
        if type_word:
            fields["doc_type"] = HeaderField(type_word.value, type_word.start, type_word.end)

    def _bodies(self, heading: Heading, pieces: list[Piece], boundary: int) -> None:
        """Issuer and superior: the names above the number, or in Party slips below it."""
        number = heading.anchor("number")
        limit = number.start if number else boundary
        stamps = {*self.cues.urgency, *self.cues.secrecy}
        names = [
            p
            for p in pieces
            if _names_body(p) and not p.text.startswith(_NO_BODY) and p.text.casefold().strip(" .:*[]()") not in stamps
        ]
        above = [p for p in names if p.start < limit][-6:]
        chosen = above or names[:3]
        parent, issuer = self.issuers.split(chosen)
        if issuer:
            heading.fields["issuer"] = HeaderField(issuer.text, issuer.start, issuer.end)
            heading.issuer_lines = [(p.start, p.end) for p in chosen]
        if parent:
            heading.fields["parent_body"] = HeaderField(parent.text, parent.start, parent.end)

    def _marks(self, zone: str, heading: Heading, pieces: list[Piece]) -> None:
        """Urgency and secrecy: stamps in the left column, or words behind the type (*CÔNG ĐIỆN KHẨN*)."""
        type_word = heading.anchor("type")
        if type_word:
            line_end = zone.find("\n", type_word.end)
            printed = zone[type_word.start : line_end if line_end >= 0 else len(zone)].rstrip(" *|.:")
            folded = printed.casefold()
            mark = next((m for m in self.cues.urgency if folded.endswith(f" {m}")), "")
            end = type_word.start + len(printed)
            pieces = [*pieces, Piece(end - len(mark), end, mark)]
        for piece in pieces:
            words = piece.text.casefold().strip(" .:*[]()")
            for name, cues in (("urgency", self.cues.urgency), ("secrecy", self.cues.secrecy)):
                if words in cues and name not in heading.fields:
                    heading.fields[name] = HeaderField(words, piece.start, piece.end)

    def _title(self, zone: str, rows: list[Row], heading: Heading, top_end: int) -> None:
        type_word, number = heading.anchor("type"), heading.anchor("number")
        if type_word:
            issuer = heading.fields.get("issuer")
            parts = self.titles.below_type(zone, rows, type_word, issuer.value if issuer else "")
        else:
            after = number.end if number else heading.start
            parts = self.titles.below_number(zone, heading.anchors, after, max(top_end, after))
        if not parts:
            return
        heading.end = max(heading.end, parts[-1][1])
        named = self.titles.author(zone, parts)
        if named and "issuer" not in heading.fields:
            start, end = parts[0][0] + len("CỦA "), parts[named - 1][1]
            own = OWN_NUMBER.search(zone, start, end)
            end = own.start() if own else end
            heading.fields["issuer"] = HeaderField(one_line(zone[start:end]), start, end, 0.9)
        self._numbered_title(zone, heading, parts)
        parts = parts[named:]
        text = title_text(zone, parts)
        if sum(c.isalpha() for c in text) > 1:
            heading.fields["title"] = HeaderField(text, parts[0][0], parts[-1][1])

    def _numbered_title(self, zone: str, heading: Heading, parts: list[Span]) -> None:
        """*NGHỊ ĐỊNH / CỦA CHÍNH PHỦ SỐ 37/2007/NĐ-CP NGÀY 09 THÁNG 3 NĂM 2007*: collections print the number there."""
        found = OWN_NUMBER.search(zone, parts[0][0], parts[-1][1])
        if not found or fold(zone[parts[0][0] : parts[0][0] + 4]) != "CUA ":
            return
        date = iso_date(found["year"], found["month"], found["day"])
        heading.fields.setdefault("number", HeaderField(found["number"], *found.span("number"), 0.9))
        heading.fields.setdefault("date", HeaderField(date, found.start("day"), found.end("year"), 0.9))


def _header_date(zone: str) -> Anchor | None:
    """The first date that is no part of a sentence: a title above may hold one (*… sau ngày 30 tháng 4 năm 1975 có …*)."""
    doubtful: Anchor | None = None
    for date in date_anchors(zone):
        if not _in_sentence(zone, date):
            return date
        if doubtful is None and not _FOLLOWED.match(zone, date.end):
            doubtful = date
    return doubtful


def _in_sentence(zone: str, date: Anchor) -> bool:
    if "," in zone[date.value_end : date.value_end + 3]:
        return False
    led = _SMALL_WORD.search(zone[date.value_start : date.value_end]) or _LED.search(
        zone, max(0, date.value_start - 24), date.value_start
    )
    return bool(led) or _FOLLOWED.match(zone, date.end) is not None


def _alone(zone: str, date: Anchor) -> bool:
    """Whether a place and date fill their line, as they do in headers only."""
    line_start = zone.rfind("\n", 0, date.start) + 1
    line_end = zone.find("\n", date.end)
    rest = zone[line_start : date.start] + zone[date.end : line_end if line_end >= 0 else len(zone)]
    return not rest.strip(" \t|*.-")


def _names_body(piece: Piece) -> bool:
    """Whether a piece can be the name of a body: mostly capitals, as recognisers may spoil some."""
    text = piece.text
    capitals, small = sum(c.isupper() for c in text), sum(c.islower() for c in text)
    if capitals < 2 or small > len(text) // 3 or len(text) > _LONGEST_BODY or _SYMBOL.search(text):
        return False
    words = _WORDS.findall(text)
    shouted = sum(len(word) for word in words if word.isupper() and len(word) > 1)
    # scraps of stamps are none: "CC So co Ch.9", "SO:.3.P0", "4.5-60/TB-DHLN-DT"
    return shouted * 2 >= capitals + small and (capitals + small) * 2 > len(text) - text.count(" ")
