"""The end of a document: who signs, on whose behalf, and who receives copies."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vnstruct.knowledge import Knowledge
from vnstruct.layout.cues import Cues
from vnstruct.layout.fold import fold
from vnstruct.layout.issuer import Piece
from vnstruct.layout.model import HeaderField, Recipient
from vnstruct.layout.rows import Row, bullet_of
from vnstruct.text import trie_pattern

_RECIPIENTS = re.compile(
    r"(?:\.?[NVM][oơôaọ0][iìíơ]?\s{0,2}nh[ậâaạẫáàầ]n|N[ơo]i g[ửu]i|NƠI NHẬN|Nơi\s+nhận)\s*[:;.]?", re.IGNORECASE
)
_INLINE_RECIPIENTS = re.compile(r"(?<=[./])\s*(Nơi nhận\s*:)")
_AUTHORITY = re.compile(r"(?:T/?M|K/?T|T/?L|TUQ|T/UQ|Q)\s?[./]?\s*(?=[A-ZĐÀ-Ỹ]{2}|$)")
_SPACES = re.compile(r"\t+| {4,}|\|")
_SIGNED = re.compile(r"\(?\s*(?:đã ký|ký tên|ký,? ?đóng dấu|ĐÃ KÝ|Đã ký|ký)\b[^)]{0,30}\)?", re.IGNORECASE)
_RANK = re.compile(
    r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)|GS|PGS|TS|ThS|Th\.S|BS|CN|KS|LS|NGƯT|NGND|Ông|Bà|Đồng chí)\b[.,]?\s*"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\Z")
_STOP = re.compile(
    r"PHỤ LỤC|Phụ lục|DANH MỤC|DANH SÁCH|QUY CHẾ|QUY ĐỊNH|ĐỀ ÁN|KẾ HOẠCH|MẪU|Mẫu số|BIỂU|CHƯƠNG TRÌNH|\(\s?(?:Kèm|Ban hành|Đính)"
)


@dataclass(slots=True)
class Closing:
    """The closing zone: cells by role, fields and recipients; rows ``first``..``last`` belong to it."""

    first: int = -1
    last: int = -1
    start: int = -1
    end: int = -1
    cells: list[tuple[int, int, str]] = field(default_factory=list)
    fields: dict[str, HeaderField] = field(default_factory=dict)
    recipients: list[Recipient] = field(default_factory=list)
    offices: list[tuple[int, int]] = field(default_factory=list)

    @property
    def found(self) -> bool:
        """Whether there is a closing zone."""
        return self.start >= 0


class ClosingReader:
    """Finds and reads the closing zone; built once with the knowledge."""

    def __init__(self, knowledge: Knowledge, cues: Cues) -> None:
        self.cues = cues
        titles = {fold(office.title) for office in knowledge.offices}
        titles -= {"THUONG TRUC", "LANH DAO", "TRO LY", "THU KY", "CHU DAU TU", "NGUOI DUNG DAU"}
        self._office = re.compile(rf"(?:QUYEN |Q\. ?)?(?:{trie_pattern(titles)})(?!\w)")

    def read(self, rows: list[Row], first: int) -> Closing:
        """The closing zone that follows the text; rows before ``first`` are header."""
        closing = Closing()
        opening = self._opening(rows, first)
        if opening is None:
            return closing
        index, start = opening
        closing.first, closing.start = index, start
        pieces = self._collect(rows, index, start, closing)
        self._read_pieces(pieces, closing)
        return closing

    def _opening(self, rows: list[Row], first: int) -> tuple[int, int] | None:
        for index in range(first, len(rows)):
            row = rows[index]
            letter = row.text[0]
            if letter in "NVM.n":
                if _RECIPIENTS.match(row.text):
                    return index, row.start
            elif letter in "TKQ" and _AUTHORITY.match(row.text) and self._signed_soon(rows, index):
                return index, row.start
            if (
                row.caps
                and len(row.text) < 70
                and self._office.match(fold(row.text))
                and self._signed_soon(rows, index)
            ):
                return index, row.start
            if "hận" in row.text and (found := _INLINE_RECIPIENTS.search(row.text)):
                return index, row.start + found.start(1)
        return None

    def _signed_soon(self, rows: list[Row], index: int) -> bool:
        """Whether a name, a mark of signing or the recipients follow an office in capitals."""
        words = rows[index].text.split()
        if len(words) > 4 and self.is_name(" ".join(words[-3:])) and not words[-1].isupper():
            return True
        for row in rows[index + 1 : index + 9]:
            if _RECIPIENTS.match(row.text) or _SIGNED.match(row.text):
                return True
            if self.is_name(row.text):
                return True
            if len(row.text) > 60 or not (row.caps or _AUTHORITY.match(row.text) or len(row.text) < 25):
                return False
        return False

    def is_name(self, text: str) -> bool:
        """Whether a text is a person's name: two to five words, the first a surname.

        Names of places and offices are capitalised too; surnames decide.
        """
        text = _RANK.sub("", text.strip(" .*|")).strip()
        words = text.split()
        if not 2 <= len(words) <= 5 or not all(_WORD.match(w) and w[0].isupper() for w in words):
            return False
        if any(w.isupper() and len(w) > 1 for w in words) and not text.isupper():
            return False
        return fold(words[0]) in self.cues.surnames and not self._office.match(fold(text))

    def _collect(self, rows: list[Row], index: int, start: int, closing: Closing) -> list[tuple[Piece, str]]:
        """The cells of the zone with what they are: recipients or signature."""
        pieces: list[tuple[Piece, str]] = []
        in_list = False
        named = False
        last = index
        quiet = 0
        for position in range(index, min(len(rows), index + 120)):
            row = rows[position]
            text = row.text if position > index else row.text[start - row.start :]
            base = row.end - len(text)
            if position > index and (_STOP.match(text) or text.startswith("[")):
                break
            kinds = []
            for cell in _cells(text, base):
                kind, in_list = self._cell_kind(cell, in_list, named, pieces)
                if kind:
                    pieces.append((cell, kind))
                    kinds.append(kind)
                    named = named or kind == "name"
            if kinds:
                last, quiet = position, 0
            else:
                quiet += 1
                if quiet > 2 or len(text) > 150 or (named and not in_list):
                    break
        closing.last = last
        closing.end = rows[last].end
        return pieces

    def _cell_kind(self, cell: Piece, in_list: bool, named: bool, before: list[tuple[Piece, str]]) -> tuple[str, bool]:
        text = cell.text
        if _RECIPIENTS.match(text):
            return "recipients", True
        bullet, _ = bullet_of(text)
        if bullet and (in_list or before):
            return "recipients", True
        if _AUTHORITY.match(text) and text[:12].isupper():
            return "office", in_list
        if _SIGNED.fullmatch(text):
            return "mark", in_list
        if text.isupper() and len(text) < 70 and not (named and not in_list):
            if self._office.match(fold(text)) or (before and before[-1][1] == "office"):
                return "office", in_list
            if self.is_name(text):
                return "name", in_list
            return ("recipients" if in_list else ""), in_list
        if self.is_name(text) and not named and any(kind == "office" for _, kind in before):
            return "name", in_list
        if self._partial_name(text, before):
            return "name", in_list
        if self._trailing_name(cell):
            return "signature", in_list
        if in_list and (len(text) < 200) and not (named and before and before[-1][1] == "name"):
            return "recipients", True
        return "", in_list

    def _partial_name(self, text: str, before: list[tuple[Piece, str]]) -> bool:
        """A name broken over lines (*Vũ / Chiến Thắng*), or one without a known surname, right under the office."""
        words = text.split()
        if not words or len(words) > 4 or not all(_WORD.match(w) and w[0].isupper() and not w.isupper() for w in words):
            return False
        if not before:
            return False
        previous, kind = before[-1]
        if kind in {"office", "mark"}:
            return len(words) >= 2 or fold(words[0]) in self.cues.surnames
        return (
            kind == "name"
            and len(previous.text.split()) + len(words) <= 5
            and (len(previous.text.split()) == 1 or len(words) == 1)
        )

    def _trailing_name(self, cell: Piece) -> bool:
        """A flattened cell: *KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG Nguyễn Sinh Hùng*."""
        words = cell.text.split()
        return len(words) > 3 and self._office.search(fold(cell.text)) is not None and words[0].isupper()

    def _read_pieces(self, pieces: list[tuple[Piece, str]], closing: Closing) -> None:
        offices: list[Piece] = []
        names: list[Piece] = []
        for piece, kind in pieces:
            role = "recipients" if kind == "recipients" else "signature"
            closing.cells.append((piece.start, piece.end, role))
            if kind in {"office", "signature"}:
                office, name = self._split_flat(piece)
                offices.extend(office)
                if name:
                    names.append(name)
            elif kind == "name":
                names.append(piece)
        self._offices(offices, closing)
        if names:
            joined = names[0]
            for more in names[1:]:
                if len(joined.text.split()) + len(more.text.split()) > 5 or (
                    len(joined.text.split()) > 1 and len(more.text.split()) > 1
                ):
                    break
                joined = Piece(joined.start, more.end, f"{joined.text} {more.text}")
            value = _RANK.sub("", joined.text).strip(" .")
            closing.fields["signer_name"] = HeaderField(value, joined.start, joined.end)
        closing.recipients = _recipients([p for p, kind in pieces if kind == "recipients"])

    def _split_flat(self, piece: Piece) -> tuple[list[Piece], Piece | None]:
        """Offices and name of a flattened cell."""
        end = piece.end
        name = None
        words = list(re.finditer(r"\S+", piece.text))
        tail = len(words)
        while tail and not words[tail - 1][0].isupper() and words[tail - 1][0][0].isupper():
            tail -= 1
        if 0 < tail < len(words):
            start = words[tail].start()
            if 2 <= len(words) - tail <= 5:
                name = Piece(piece.start + start, piece.end, piece.text[start:])
            end = piece.start + words[tail - 1].end()
        text = piece.text[: end - piece.start]
        cuts = [0]
        cuts += [m.start() for m in re.finditer(r"\b(?:T/?M|K/?T|T/?L|TUQ)[./\s]", text) if m.start()]
        cuts += [m.start() for m in self._office.finditer(fold(text)) if m.start() and m[0].startswith("PHO ")]
        bounds = sorted(set(cuts)) + [len(text)]
        parts = [
            Piece(piece.start + a, piece.start + a + len(text[a:b].rstrip()), text[a:b].strip())
            for a, b in zip(bounds, bounds[1:], strict=False)
            if text[a:b].strip()
        ]
        return parts, name

    def _offices(self, offices: list[Piece], closing: Closing) -> None:
        groups: list[Piece] = []
        for piece in offices:
            if groups and self._continues(groups[-1], piece):
                groups[-1] = Piece(groups[-1].start, piece.end, f"{groups[-1].text} {piece.text}")
            else:
                groups.append(piece)
        closing.offices = [(p.start, p.end) for p in groups]
        delegated = [p for p in groups if _AUTHORITY.match(p.text)]
        own = [p for p in groups if not _AUTHORITY.match(p.text)]
        if delegated:
            first = delegated[0]
            text = re.sub(r"\s+", " ", first.text)
            closing.fields["authority"] = HeaderField(text, first.start, first.end)
        if own:
            last = own[-1]
            closing.fields["signer_title"] = HeaderField(re.sub(r"\s+", " ", last.text), last.start, last.end)

    def _continues(self, group: Piece, piece: Piece) -> bool:
        if _AUTHORITY.match(piece.text):
            return False
        if group.text.endswith((",", "-", "VÀ")) or _AUTHORITY.fullmatch(group.text):
            return True
        return not self._office.match(fold(piece.text))


def _cells(text: str, base: int) -> list[Piece]:
    cells: list[Piece] = []
    position = 0
    for gap in [*_SPACES.finditer(text), None]:
        stop = gap.start() if gap else len(text)
        raw = text[position:stop]
        stripped = raw.strip(" *#")
        if any(c.isalnum() for c in stripped):
            start = base + position + raw.index(stripped[0])
            cells.append(Piece(start, start + len(stripped), stripped))
        position = gap.end() if gap else stop
    return cells


def _recipients(pieces: list[Piece]) -> list[Recipient]:
    """The entries: one for each bullet or printed line, without label, bullet and closing sign."""
    entries: list[Recipient] = []
    for piece in pieces:
        text, start = piece.text, piece.start
        label = _RECIPIENTS.match(text)
        if label:
            text, start = text[label.end() :], start + label.end()
        for entry in re.finditer(r"[^;]+", text):
            raw = entry[0].strip()
            if not raw:
                continue
            offset = start + entry.start() + entry[0].index(raw[0])
            mark, content = bullet_of(raw)
            body = raw[content:].rstrip(" ;.,")
            if not any(c.isalnum() for c in body):
                continue
            begin = offset + content
            kind = "archive" if body.startswith(("Lưu", "lưu")) else "copy"
            if not mark and entries and entries[-1].kind == "archive":
                kind = "archive"
            entries.append(Recipient(begin, begin + len(body), kind))
    return entries
