"""The header of state and Party documents: what it says and where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from vnstruct.knowledge import Knowledge
from vnstruct.layout.anchors import (
    Anchor,
    date_anchors,
    emblem_anchors,
    folded_zone,
    motto_anchor,
    number_anchors,
    spoilt_number_anchor,
)
from vnstruct.layout.cues import Cues
from vnstruct.layout.fold import UPPER, fold
from vnstruct.layout.issuer import Issuers
from vnstruct.layout.labels import label_of
from vnstruct.layout.model import HeaderField
from vnstruct.layout.rows import Piece, Row
from vnstruct.text import trie_pattern

_ZONE = 9000
"""How far a header is looked for: portals print menus and metadata before it."""
_CELL = re.compile(r"[^\t|\n]+")
_GAP = re.compile(r" {4,}|-{3,}|_{3,}|\*{3,}|={3,}")
_SUBJECT = re.compile(r"(?:V/v|V/V|v/v|Vv|VWw|V/y|VV|Về việc|Về)\s*[:;.]?\s*(?=\S)")
_CITED_TYPE = re.compile(r"[\s:]*(?:KẾT LUẬN|KHẨN|HỎA TỐC)?")


@dataclass(slots=True)
class Heading:
    """What the header reader found: fields, the span of the header, and where the subject's rows end.

    ``first_row`` and ``last_row`` are indices of rows; ``end`` may lie inside the last row, when the body begins there.
    """

    fields: dict[str, HeaderField] = field(default_factory=dict)
    first_row: int = 0
    last_row: int = -1
    start: int = 0
    end: int = 0
    anchors: list[Anchor] = field(default_factory=list)
    issuer_lines: list[tuple[int, int]] = field(default_factory=list)

    @property
    def found(self) -> bool:
        """Whether there is a header at all."""
        return self.end > self.start


class HeaderReader:
    """Reads headers; built once with the knowledge."""

    def __init__(self, knowledge: Knowledge, cues: Cues) -> None:
        self.cues = cues
        self.issuers = Issuers(knowledge)
        names: dict[str, str] = {}
        for row in knowledge.document_types:
            for name in (row.name, *row.aliases):
                names.setdefault(fold(name), row.name)
        names = {folded: name for folded, name in names.items() if not folded.startswith(("VAN BAN", "THONG BAO "))}
        self.type_names = names
        self.type_pattern = re.compile(rf"(?P<type>{trie_pattern(names, flexible_space=False)})(?!\w)")
        self.types_by_code = {
            code: row.name for row in knowledge.document_types for code in (row.code, *row.variants) if code
        }
        places = {n for p in knowledge.provinces for n in (p.name, p.full_name, *p.aliases)}
        self.place_pattern = re.compile(rf"(?:{trie_pattern(places)})\Z")
        self.places = {fold(p.name): p.name for p in knowledge.provinces}

    def read(self, text: str, rows: list[Row]) -> Heading:
        """Find the header of a document."""
        zone, folded = folded_zone(text, _ZONE)
        anchors = self._anchors(zone, folded, rows)
        type_anchor = self._type_anchor(zone, folded, rows, anchors)
        if type_anchor:
            anchors.append(type_anchor)
        heading = Heading(anchors=sorted(anchors, key=lambda a: a.start))
        if not anchors:
            return heading
        self._fill(zone, rows, heading, type_anchor)
        return heading

    def _anchors(self, zone: str, folded: str, rows: list[Row]) -> list[Anchor]:
        anchors: list[Anchor] = emblem_anchors(zone, folded)
        if anchors and self._too_late(anchors[0].start, zone):
            anchors = []
        motto = motto_anchor(folded)
        if motto and (anchors or not self._too_late(motto.start, zone)):
            anchors.append(motto)
        limit = self._search_limit(zone, anchors)
        masked = _mask(zone, anchors)
        number = next((a for a in number_anchors(masked) if a.start < limit), None)
        if number is None:
            number = spoilt_number_anchor(masked[:limit])
        if number:
            anchors.append(number)
        date = next((a for a in date_anchors(_mask(masked, [number] if number else [])) if a.start < limit), None)
        if date and (number or motto or self._alone(zone, date)):
            anchors.append(self._with_place(zone, date))
        return anchors

    def _too_late(self, position: int, zone: str) -> bool:
        """Whether an emblem stands in a specimen form after the text began."""
        before = zone[:position]
        return bool(re.search(r"(?m)^\W{0,4}(?:Điều 1\b|N[ơo]i nhận|PHỤ LỤC|Kính gửi)", before))

    def _search_limit(self, zone: str, anchors: list[Anchor]) -> int:
        if anchors:
            return min(len(zone), max(a.end for a in anchors) + 1500)
        opener = re.search(r"(?m)^\W{0,4}(?:Điều 1\b|N[ơo]i nhận|Kính gửi|I\.\s|1\.\s|Căn cứ)", zone)
        return opener.start() if opener else min(len(zone), 3000)

    def _alone(self, zone: str, date: Anchor) -> bool:
        """Whether a place and date fill their line, as they do in headers only."""
        line_end = zone.find("\n", date.start)
        line_start = zone.rfind("\n", 0, date.start) + 1
        rest = zone[line_start : date.start] + zone[date.end : line_end if line_end >= 0 else len(zone)]
        return not rest.strip(" \t|*.-")

    def _with_place(self, zone: str, date: Anchor) -> Anchor:
        """The place without what a flattened line put before it: *… theo vị trí việc làm Hà Nội*."""
        place = zone[date.value_start : date.value_end]
        start = date.value_start
        known = self.place_pattern.search(place)
        if known and known.start():
            start += known.start()
        elif len(place.split()) > 6:
            tail = re.search(rf"(?:[{UPPER}][\w.]*\s){{0,3}}[{UPPER}]\w*\Z", place)
            start += tail.start() if tail else len(place)
        return date._replace(start=min(start, date.value_end), value_start=start)

    def _type_anchor(self, zone: str, folded: str, rows: list[Row], anchors: list[Anchor]) -> Anchor | None:
        """The type word: capitals at the start of a line or cell, or right after another anchor."""
        ends = {a.end for a in anchors if a.kind in {"date", "motto", "number"}}
        after = max((a.start for a in anchors if a.kind in {"emblem", "motto", "number"}), default=0)
        for position in sorted({row.start for row in rows[:160] if row.end > after} | ends):
            while position < len(zone) and zone[position] in " \t|*-_\n#":
                position += 1
            found = self.type_pattern.match(folded, position)
            if not found:
                continue
            printed = zone[found.start() : found.end()]
            line_end = zone.find("\n", found.end())
            rest = zone[found.end() : line_end if line_end >= 0 else len(zone)].strip(" \t|*:.")
            alone = not rest or is_caps_start(rest)
            if (printed.isupper() and alone) or (not rest and anchors and len(printed) > 4):
                return Anchor("type", found.start(), found.end(), self.type_names[re.sub(r"\s+", " ", found["type"])])
            if anchors and position - after > 2500:
                return None
        return None

    def _fill(self, zone: str, rows: list[Row], heading: Heading, type_anchor: Anchor | None) -> None:
        fields = heading.fields
        number = next((a for a in heading.anchors if a.kind == "number"), None)
        date = next((a for a in heading.anchors if a.kind == "date"), None)
        if number:
            fields["number"] = HeaderField(number.value, number.value_start, number.value_end)
        if date:
            fields["date"] = HeaderField(date.value, date.start, date.end)
            if date.value_end > date.value_start:
                place = _one_line(zone[date.value_start : date.value_end])
                fields["place"] = HeaderField(place, date.value_start, date.value_end)
        if type_anchor:
            fields["doc_type"] = HeaderField(type_anchor.value, type_anchor.start, type_anchor.end)
        top_end = max((a.end for a in heading.anchors if a.kind != "type"), default=0)
        boundary = type_anchor.start if type_anchor else top_end
        pieces = list(_pieces(zone, heading.anchors, 0, max(boundary, top_end)))
        heading.start = self._start_of(heading, pieces)
        self._issuer(heading, [p for p in pieces if p.start >= heading.start], number, boundary)
        self._marks(heading, pieces)
        if type_anchor:
            self._title(zone, rows, heading, type_anchor)
        else:
            self._subject(zone, rows, heading, top_end)
        self._rows(rows, heading)

    def _start_of(self, heading: Heading, pieces: list[Piece]) -> int:
        """The first line of the header: capitals that stand directly above the first anchor."""
        start = heading.anchors[0].start
        for piece in reversed([p for p in pieces if p.end <= heading.anchors[0].start]):
            if not piece.text.isupper() or len(piece.text) > 90 or start - piece.end > 80:
                break
            if self.type_pattern.fullmatch(fold(piece.text)):
                break
            start = piece.start
        return start

    def _issuer(self, heading: Heading, pieces: list[Piece], number: Anchor | None, boundary: int) -> None:
        limit = number.start if number else boundary
        left = [p for p in pieces if p.start < limit and self._names_body(p)]
        if not left and number:
            left = [p for p in pieces if p.start >= limit and self._names_body(p)][:3]
        elif number and left:
            # "ỦY BAN NHÂN DÂN | CỘNG HÒA … / Số: … / TỈNH X" never occurs; what follows the number is subject or mark
            left = left[-6:]
        parent, issuer = self.issuers.split(left)
        if issuer:
            heading.fields["issuer"] = HeaderField(issuer.text, issuer.start, issuer.end)
            heading.issuer_lines = [(p.start, p.end) for p in left]
        if parent:
            heading.fields["parent_body"] = HeaderField(parent.text, parent.start, parent.end)

    def _names_body(self, piece: Piece) -> bool:
        text = piece.text
        return (
            sum(c.isupper() for c in text) >= 2 and sum(c.islower() for c in text) <= len(text) // 3 and len(text) < 120
        )

    def _marks(self, heading: Heading, pieces: list[Piece]) -> None:
        for piece in pieces:
            words = piece.text.casefold().strip(" .:*[]()")
            for name, cues in (("urgency", self.cues.urgency), ("secrecy", self.cues.secrecy)):
                if words in cues and name not in heading.fields:
                    heading.fields[name] = HeaderField(words, piece.start, piece.end)

    def _title(self, zone: str, rows: list[Row], heading: Heading, anchor: Anchor) -> None:
        """The subject under the type word, to the row where the text begins."""
        line_end = zone.find("\n", anchor.end)
        line_end = line_end if line_end >= 0 else len(zone)
        same_line = zone[anchor.end : line_end]
        start = anchor.end + len(same_line) - len(same_line.lstrip(" \t:*.-|"))
        index = _row_at(rows, anchor.start)
        parts: list[tuple[int, int]] = []
        if start < line_end:
            end = start + _caps_length(zone[start:line_end])
            if zone[end:line_end].strip(" *|."):
                self._set_title(zone, heading, [(start, end)])
                heading.end = end
                return
            parts.append((start, end))
        heading.end = max(anchor.end, parts[-1][1] if parts else 0)
        for row in rows[index + 1 :]:
            if row.start < anchor.end:
                continue
            if not self._continues_title(zone, heading, parts, row):
                break
            parts.append((row.start, row.end))
            heading.end = row.end
        self._set_title(zone, heading, parts)

    def _continues_title(self, zone: str, heading: Heading, parts: list[tuple[int, int]], row: Row) -> bool:
        text = row.text
        if text.startswith(("Kính gửi", "KÍNH GỬI", "(Kèm theo", "(Ban hành")) or re.match(
            r"Căn\s|Căn$|Điều 1\b", text
        ):
            return False
        if row.caps and (text.endswith(":") or self._decides(zone, parts, row, heading)):
            return False
        if not parts:
            return not (label_of(row, 0) or re.search(r"\bđiện:?$", text))
        before = zone[parts[-1][0] : parts[-1][1]]
        ruled = bool(re.search(r"[-_*=]{3,}", zone[parts[-1][1] : row.start]))
        if ruled or sum(e - s for s, e in parts) > 900 or text.endswith(":") or re.search(r"\bđiện:?$", text):
            return False
        if before.isupper():
            return row.caps and not label_of(row, 0)
        if text[0].islower() or before.rstrip().endswith((",", "-")):
            return True
        if row.gap or row.caps or label_of(row, 0) or self.cues.opener.match(text) or before.endswith((".", ";")):
            return False
        return len(before) < 100 and len(text) < 100 and not text.endswith((".", ";"))

    def _decides(self, zone: str, parts: list[tuple[int, int]], row: Row, heading: Heading) -> bool:
        """Whether a row in capitals is the body that decides (*BỘ TRƯỞNG BỘ TÀI CHÍNH*) and not a wrapped title."""
        before = zone[parts[-1][0] : parts[-1][1]].rstrip() if parts else ""
        if before.endswith((",", "-")) or (before and before.split()[-1].casefold() in self.cues.dangling):
            return False
        if self.issuers.is_office_of_body(row.text):
            return True
        issuer = heading.fields.get("issuer")
        if issuer and parts and fold(row.text).startswith(fold(issuer.value)[:40]):
            return True
        following = zone[row.end : row.end + 60].lstrip(" \n\t|*-_")
        return bool(parts) and self.issuers.is_authority(row.text) and bool(self.cues.opener.match(following))

    def _subject(self, zone: str, rows: list[Row], heading: Heading, top_end: int) -> None:
        """The subject of a công văn, printed under its number."""
        number = next((a for a in heading.anchors if a.kind == "number"), None)
        heading.end = top_end
        after = number.end if number else heading.start
        addressed = re.compile(r"(?m)^[\s|*]*K[ií]nh\s*[gt]ửi|\bK[íi]nh gửi\b").search(zone, after)
        limit = addressed.start() if addressed else min(len(zone), max(top_end, after) + 300)
        pieces = [p for p in _pieces(zone, heading.anchors, after, limit) if p.end > after]
        chosen: list[Piece] = []
        for piece in pieces:
            if not chosen:
                if _SUBJECT.match(piece.text):
                    chosen.append(piece)
                continue
            if piece.text.isupper() and not chosen[-1].text.isupper():
                break
            if not addressed and self.cues.opener.match(piece.text):
                break
            chosen.append(piece)
        if chosen:
            first = chosen[0]
            cut = _SUBJECT.match(first.text)
            offset = cut.end() if cut and not first.text.startswith("Về") else 0
            parts = [(first.start + offset, first.end), *((p.start, p.end) for p in chosen[1:])]
            self._set_title(zone, heading, parts)
            heading.end = max(heading.end, chosen[-1].end)

    def _set_title(self, zone: str, heading: Heading, parts: list[tuple[int, int]]) -> None:
        parts = self._without_author(zone, heading, parts)
        title = _one_line(" ".join(zone[s:e] for s, e in parts)).strip(" *|-_.:;")
        if title:
            heading.fields["title"] = HeaderField(title, parts[0][0], parts[-1][1])

    def _without_author(self, zone: str, heading: Heading, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """A Party title without the body it names first: *KẾT LUẬN / CỦA BAN THƯỜNG VỤ / về …* (formats 3.5)."""
        if not parts or fold(zone[parts[0][0] : parts[0][0] + 4]) != "CUA ":
            return parts
        for index, (start, end) in enumerate(parts):
            if index and re.match(r"(?:VE|V/V)\b", fold(zone[start:end])):
                if "issuer" not in heading.fields:
                    first = parts[0][0] + 4
                    author = _one_line(zone[first : parts[index - 1][1]])
                    heading.fields["issuer"] = HeaderField(author, first, parts[index - 1][1], 0.9)
                return parts[index:]
        return parts

    def _rows(self, rows: list[Row], heading: Heading) -> None:
        heading.first_row = _row_at(rows, heading.start)
        heading.last_row = _row_at(rows, max(heading.start, heading.end - 1))


def _mask(zone: str, anchors: Iterable[Anchor]) -> str:
    """The zone with anchors blanked by tabs, so that other patterns stop at them."""
    out = zone
    for anchor in anchors:
        out = out[: anchor.start] + "\t" * (anchor.end - anchor.start) + out[anchor.end :]
    return out


def _pieces(zone: str, anchors: list[Anchor], start: int, end: int) -> Iterable[Piece]:
    """What the anchors leave of a stretch: cells of lines, in order."""
    masked = _mask(zone, anchors)
    for cell in _CELL.finditer(masked, start, end):
        position = cell.start()
        for gap in [*_GAP.finditer(masked, cell.start(), cell.end()), None]:
            stop = gap.start() if gap else cell.end()
            raw = masked[position:stop]
            text = raw.strip(" *#.")
            if any(c.isalnum() for c in text):
                offset = position + raw.index(text[0])
                yield Piece(offset, offset + len(text), text)
            position = gap.end() if gap else stop


def _one_line(text: str) -> str:
    return re.sub(r"[\s|*]+", " ", text).strip()


def is_caps_start(text: str) -> bool:
    """Whether a text begins with words in capitals."""
    word = text.split(maxsplit=1)[0]
    return word.isupper() and (len(word) > 1 or text[:12].isupper())


def _caps_length(text: str) -> int:
    """How far the run of capitalised words at the start of a text reaches; the whole text when it has none.

    >>> _caps_length("VỀ VIỆC ĐO ĐẠC Ngày 24")
    14
    """
    end = 0
    for word in re.finditer(r"\S+", text):
        letters = [c for c in word[0] if c.isalpha()]
        if letters and not all(c.isupper() for c in letters):
            break
        end = word.end()
    return end or len(text)


def _row_at(rows: list[Row], position: int) -> int:
    """The row that holds a position, or the next one."""
    low, high = 0, len(rows)
    while low < high:
        middle = (low + high) // 2
        if rows[middle].end <= position:
            low = middle + 1
        else:
            high = middle
    return min(low, max(len(rows) - 1, 0))
