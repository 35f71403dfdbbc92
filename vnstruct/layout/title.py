"""The subject of a document: below its type word, or for a công văn below its number."""

from __future__ import annotations

import re
from itertools import pairwise

from vnstruct.layout.anchors import Anchor
from vnstruct.layout.columns import one_line, pieces_of, row_at
from vnstruct.layout.cues import Cues
from vnstruct.layout.fold import LOWER, fold
from vnstruct.layout.issuer import Issuers
from vnstruct.layout.labels import label_of
from vnstruct.layout.rows import Piece, Row

Span = tuple[int, int]

_LONGEST = 1500
_LONGEST_SUBJECT = 450
_AHEAD = 160
_WORD, _SIGN = re.compile(r"\w\w"), re.compile(r"[^\w\s.,]")
_LEAD = rf"V[A/⁄íÍi1l|]{{1,2}}[vwy]?\s+(?=[{LOWER}])"
"""*V/v* as recognisers spoil it: *VA chuyển lợi nhuận*, *Vív*."""
_SUBJECT = re.compile(rf"[“\"(]?(?:[Vv]\s?/\s?[vVy]|V/V|Vv|VWw|VV)\s*[:;.]?\s*(?=\S)|{_LEAD}|(?=Về việc\s|Về\s)")
# number and date in the title, as collections of laws print them: "CỦA BỘ XÂY DỰNG SỐ 4/2001/TT-BXD NGÀY 20 THÁNG 8 …"
OWN_NUMBER = re.compile(
    r"\s(?:SỐ|Số|số)\s+(?P<number>\d{1,6}/[\w/&-]+)\s+(?:NGÀY|Ngày|ngày)\s+(?P<day>\d{1,2})\s+(?:THÁNG|tháng)\s+(?P<month>\d{1,2})"
    r"\s+(?:NĂM|năm)\s+(?P<year>(?:19|20)\d\d)"
)
_OPENINGS = (
    (re.compile(r"[“\"]?[Vv]/[vV]\s*[:.]?\s*"), ""),
    (re.compile(rf"(?:CỦA|Của|của)\s.{{3,120}}?{OWN_NUMBER.pattern}\s+(?=\w)"), ""),
    # the stamp of the registry before the subject: "Ig-Q612/2G20 - Về các giải pháp"
    (re.compile(r"(?=\S{0,19}\d)\S{1,20}\s[-|]\s(?=Về\s)"), ""),
    # as recognisers spoil "Về việc": "Vềyiệc", "Vê viêc", "Vềviệc"
    (re.compile(r"(?:V[ềêếểẻ]\s?[vyu]i[ệêẹểế]c|[vV]à việc)\s+"), "Về việc "),
    (re.compile(r"Về(?=việc\b|VIỆC\b)"), "Về "),
    (re.compile(r"VỀ(?=việc\b|VIỆC\b)"), "VỀ "),
    (re.compile(r"Về việc :"), "Về việc:"),
    (re.compile(r"VỀ VIỆC :"), "VỀ VIỆC:"),
)
"""How the title on one line may open, and what stands there instead."""
_SENTENCE = re.compile(r"[^\W\d_]{2}\. \w")
"""A sentence ends: no title goes on like this."""
_ADDRESSED = re.compile(r"K[íi]\W?nh\s*[gt][ửuú]i|(?:^|(?<=\n))gửi\s*:", re.IGNORECASE)
_WIRED = re.compile(r"\bđiện\s*:?\Z")
_BEGINS_TEXT = re.compile(r"Căn(?:\s|\Z)|Điều 1\b|\(\s?(?:Kèm theo|Ban hành|Đính kèm)|Số\s?:|Kính thưa")


class Titles:
    """Reads titles; built once with the word lists."""

    def __init__(self, issuers: Issuers, cues: Cues) -> None:
        self.issuers = issuers
        self.cues = cues

    def below_type(self, zone: str, rows: list[Row], anchor: Anchor, issuer: str) -> list[Span]:
        """The lines of the title under the type word, to where the text begins."""
        line_end = zone.find("\n", anchor.end)
        line_end = line_end if line_end >= 0 else len(zone)
        same_line = zone[anchor.end : line_end]
        start = anchor.end + len(same_line) - len(same_line.lstrip(" \t:*.-|"))
        parts: list[Span] = []
        marked = zone[start:line_end].strip(" :*|").casefold() in self.cues.urgency
        if start < line_end and not marked:
            end = start + _caps_length(zone[start:line_end])
            parts.append((start, end))
            if zone[end:line_end].strip(" *|."):
                return parts  # "CHỈ THỊ VỀ VIỆC … Ngày 24 tháng 6 …": the text follows on the same line
        for row in rows[row_at(rows, anchor.end) :]:
            if row.start < anchor.end or (parts and _SIGN.search(row.text) and not _WORD.search(row.text)):
                continue  # "ị = ị": strokes of the stamp over the title
            if not self._goes_on(zone, parts, row, issuer):
                break
            parts.append((row.start, row.end))
        return parts

    def _goes_on(self, zone: str, parts: list[Span], row: Row, issuer: str) -> bool:
        text = row.text
        if _BEGINS_TEXT.match(text) or _ADDRESSED.match(text) or _WIRED.search(text):
            return False
        if text.isupper() and (text.endswith(":") or self._decides(zone, parts, row, issuer)):
            return False
        if text.isupper() and parts and self._opens_decision(zone, parts[-1], row):
            return False
        if not parts:
            # "Ủy ban nhân dân tỉnh tổ chức buổi làm việc …." opens the text of an invitation
            sentence = text.endswith((".", ":")) and not text.isupper() and self.issuers.begins(text)
            return label_of(row, 0) is None and not sentence
        before = zone[parts[-1][0] : parts[-1][1]].rstrip(" *")
        ruled = bool(re.search(r"[-_=]{3,}", zone[parts[-1][1] : row.start]))
        if ruled or sum(e - s for s, e in parts) > _LONGEST or text.endswith(":"):
            return False
        if before.isupper():
            # "KẾT LUẬN / CỦA BAN THƯỜNG VỤ / về công tác cán bộ", "QUYẾT ĐỊNH CỦA UBND TỈNH / Về việc: Giao đất"
            subject = fold(before[:4]) == "CUA " and bool(_SUBJECT.match(text))
            return (text.isupper() or text[0].islower() or subject) and not _opens_unit(row)
        if label_of(row, 0):
            return False
        if before.endswith((",", "-")) or before.split()[-1] in self.cues.dangling:
            return True
        if text[0].islower():
            # after a gap within a title of unspaced lines the text has lost its first words
            return not (row.gap and _unspaced(zone, parts)) and not _SENTENCE.search(text)
        if row.gap or text.isupper() or self.cues.opener.match(text) or before.endswith((".", ";")):
            return False
        return len(before) < 100 and len(text) < 100 and not text.endswith((".", ";"))

    def _decides(self, zone: str, parts: list[Span], row: Row, issuer: str) -> bool:
        """Whether a line in capitals is the body that decides (*BỘ TRƯỞNG BỘ TÀI CHÍNH*) and no wrapped title."""
        before = zone[parts[-1][0] : parts[-1][1]].rstrip() if parts else ""
        last_word = self._last_word(before)
        if last_word in self.cues.joining:
            return False
        if issuer and parts and fold(row.text) == fold(issuer):
            return True
        if before.endswith((",", "-")) or last_word in self.cues.dangling:
            return False
        if self.issuers.is_office_of_body(row.text):
            return True
        if issuer and parts and fold(row.text).startswith(fold(issuer)[:40]):
            return True
        if issuer and parts and not row.gap:
            return False  # "… TẠI BUỔI LÀM VIỆC VỚI THƯỜNG TRỰC / TỈNH ỦY THANH HÓA": another body than the issuer
        following = zone[row.end : row.end + 60].lstrip(" \n\t|*-_")
        return bool(parts) and self.issuers.is_authority(row.text) and bool(self.cues.opener.match(following))

    def _opens_decision(self, zone: str, above: Span, row: Row) -> bool:
        """Whether the office that decides begins here, broken over lines: *CỤC TRƯỞNG CỤC / HẢI QUAN / Căn cứ …*."""
        if self._last_word(zone[slice(*above)]) in self.cues.joining:
            return False
        ahead = one_line(zone[row.start : row.start + _AHEAD])
        name, rest = ahead[: _caps_length(ahead)], ahead[_caps_length(ahead) :].lstrip()
        leads = rest.startswith("điện") or bool(self.cues.opener.match(rest))
        return leads and self.issuers.is_office_of_body(name)

    def _last_word(self, text: str) -> str:
        """The last word of a line, or nothing when it ends a province: *CAO BẰNG* joins nothing."""
        return "" if not text or self.issuers.ends_with_place(text) else text.rsplit(maxsplit=1)[-1].casefold()

    def below_number(self, zone: str, anchors: list[Anchor], after: int, top_end: int) -> list[Span]:
        """The subject of a công văn (*V/v …*), which stands in the left column under the number."""
        addressed = _ADDRESSED.search(zone, after)
        limit = min(addressed.start() if addressed else top_end + 300, after + 1500, len(zone))
        chosen: list[Piece] = []
        cut = 0
        for piece in pieces_of(zone, anchors, after, limit):
            if not chosen:
                subject = _SUBJECT.match(piece.text)
                if subject:
                    chosen.append(piece)
                    cut = subject.end()
                continue
            size = sum(p.end - p.start for p in chosen)
            if size > _LONGEST_SUBJECT or (_shouted(piece.text) and not _shouted(chosen[-1].text)):
                break
            if _WIRED.search(piece.text) or (not addressed and self.cues.opener.match(piece.text)):
                break
            chosen.append(piece)
        if not chosen:
            return []
        return [(chosen[0].start + cut, chosen[0].end), *((p.start, p.end) for p in chosen[1:])]

    def author(self, zone: str, parts: list[Span]) -> int:
        """How many lines at the head of a Party title name its author: *KẾT LUẬN / CỦA BAN THƯỜNG VỤ / về …*.

        Formats 3.5; the title proper begins with *về*.
        """
        if not parts or fold(zone[parts[0][0] : parts[0][0] + 4]) != "CUA ":
            return 0
        for index, (start, end) in enumerate(parts):
            if index and re.match(r"(?:VE|V/V)\b", fold(zone[start:end])):
                return index
        return 0


def _opens_unit(row: Row) -> bool:
    """Whether a line in capitals begins with a label; a bare *VI* is the second word of *PHẠM VI*."""
    label = label_of(row, 0)
    return label is not None and not (label.style == "roman" and not label.sign and label.value > 1)


def _unspaced(zone: str, parts: list[Span]) -> bool:
    """Whether the lines so far, two or more, follow each other without a blank line."""
    return len(parts) > 1 and all(zone.count("\n", a[1], b[0]) == 1 for a, b in pairwise(parts))


def title_text(zone: str, parts: list[Span]) -> str:
    """The title on one line, without *V/v*.

    >>> title_text("V/v báo cáo\\nquý I", [(0, 11), (12, 17)])
    'báo cáo quý I'
    """
    text = one_line(" ".join(zone[start:end] for start, end in parts)).strip(" *|-_.,:;")
    for opening, instead in _OPENINGS:
        # not sub, which would look for it at every character
        if found := opening.match(text):
            text = instead + text[found.end() :]
    return text.rstrip(' ”"') if text.count("”") > text.count("“") else text


def _shouted(text: str) -> bool:
    """Whether a text is in capitals, apart from the odd word of a stamp (*Cole THÔNG TIN ĐIỆN TỬ*)."""
    words = [word for word in text.split() if word.isalpha()]
    return text.isupper() or (len(words) > 3 and sum(word.isupper() for word in words) > len(words) * 0.7)


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
