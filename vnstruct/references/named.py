"""Named documents that no table can list, by the forms their names take.

Resolutions of congresses, plenums and sessions (*Nghị quyết Đại hội Đảng bộ huyện lần thứ XXV*, *Kết luận Hội nghị
Trung ương 4 khóa XIII*), names in quotation marks (*Đề án "…"*), strategies and master plans with their span of years,
what a decision approves, rules attached to a decision, laws not in the table. Plans and schemes with a merely
descriptive name in running text are left alone: their names have no end.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from vnstruct.references.letters import LOWER, UPPER
from vnstruct.references.names import HORIZON, LAWS
from vnstruct.references.patterns import compiled
from vnstruct.references.subjects import Subjects
from vnstruct.references.types import TypeWord

_PLANS = frozenset({"chiến lược", "quy hoạch", "đề án", "chương trình", "kế hoạch", "phương án"})
_APPROVED = frozenset({"chiến lược", "quy hoạch", "đề án", "chương trình"})
_ENACTED_BY_BODIES = frozenset({"nghị quyết", "kết luận", "thông báo", "quy định", "báo cáo chính trị"})
_ATTACHED_TYPES = _PLANS - {"chiến lược", "quy hoạch"} | {"quy chế", "quy định", "điều lệ", "nội quy", "quy trình"}
_QUOTED_IN_LOWER_CASE = frozenset({"đề án", "kế hoạch"})
_NEVER_QUOTED = frozenset({"dự án", "hợp đồng", "văn bản", "biên bản", "giấy mời", "giấy phép", "lệnh"})

# One character of a name: no full stop, bracket or quotation mark; a line end only where the line was wrapped.
_CHAR = r"(?:[^.;:\n()“”\"\[\]|]|\n(?!\s|[-+*•|#]|\d{1,2}[.)]|[a-zđ]\)|[IVX]{1,4}\.))"
_ORDINAL = r"(?:[IVXLC]{1,7}|\d{1,2}|(?:mười )?(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười))(?!\w)"
_TERM = rf"\(?(?i:khóa) {_ORDINAL}\)?"
_PLACE = rf"(?: (?i:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn))?(?: [{UPPER}][^\W\d_]*){{0,5}}"
_ASSEMBLY = "(?:Hội đồng nhân dân|HĐND|Quốc hội)"
_CONGRESS = compiled(
    rf""" (?:của )?(?i:đại hội)
    (?: (?P<short>[IVXLC]{{1,7}})(?!\w)
    |{_CHAR}{{0,110}}? (?:(?i:lần thứ) {_ORDINAL}|{_TERM}|nhiệm kỳ \d{{4}}\s?-\s?\d{{4}}))
    (?: của Đảng(?: Cộng sản Việt Nam)?(?! bộ)| (?:của )?Đảng bộ{_PLACE})?"""
)
_PLENUM = compiled(
    rf""" (?:của )?(?:(?i:hội nghị)|Trung ương|TW|(?:Ban Chấp hành|BCH) (?:Trung ương|TW))
    (?: {_CHAR}{{0,90}}?(?:\({_CHAR}{{1,10}}\) )?{_TERM}| (?:lần (?:thứ )?)?\d{{1,2}}(?![\w/-]))"""
)
_SESSION = compiled(
    rf""" (?:của )?(?:{_ASSEMBLY}{_CHAR}{{0,60}}? )?kỳ họp thứ {_ORDINAL}
    (?:,? (?:(?:của )?{_ASSEMBLY}{_PLACE}(?: {_TERM})?|{_TERM}))?"""
)
# "Nghị quyết phiên họp Chính phủ thường kỳ tháng 10 năm 2025"
_MEETING = compiled(r" (?:của )?(?i:phiên họp) (?:[^\s.,;:]{1,12} ){0,5}tháng \d{1,2}(?:/|(?: năm)? )\d{4}")
_QUOTED = compiled(r"~[“\"«](?P<name>(?:[^“”\"«»\n]|\n(?!\n)){4,400}?)[”\"»]")
_IN_QUOTES = re.compile(r"[^“”\"«».;\n]{8,300}(?=[”\"»])")
_WITH_HORIZON = re.compile(rf"{_CHAR}{{3,200}}?{HORIZON}{{1,4}}")
_APPROVAL = compiled("(?:phê duyệt|ban hành) $")
_APPROVAL_BY_NUMBER = compiled(r"/[A-ZĐ][\w-]{1,20}(?:[^.;/]|\d/\d){0,140} (?:phê duyệt|ban hành) $")
_ATTACHED = compiled(rf"(?P<name>{_CHAR}{{3,160}}?) \(?(?:được )?(?:ban hành )?kèm theo $")
_YEAR = compiled(r" (?:năm )?(?:19|20)\d\d(?![\d/-])")
_CLAUSE_WORDS = re.compile(
    r"(?<!\w)(?:được|đã|là|nhằm|theo|tại|phấn đấu|này|những|yêu cầu|phải|cần|nêu|trên địa bàn|đối với|thực hiện"
    r"|trong đó|kết quả)(?!\w)"
)
# A word of a name that is not in a table: not one with which the sentence goes on.
_NO_NAME_WORD = (
    r"(?!(?:quy|về|và|của|có|được|đã|để|cho|theo|tại|trong|này|thì|là|do|khi|nếu|với|bằng|từ|phải|vào|đến|hoặc|cũng|như"
    r"|mới|hiện|các|những|đối|nhằm|ban|sửa|bổ|thay|không|sẽ|cần|nêu|trên|đó|ra|qua|yêu|bãi|chưa|gồm|hướng|thi|năm|giao|số"
    r"|ngày|trước|sau|đang|còn|bị)(?!\w))"
)
_CHARTER = compiled(rf" [{UPPER}][^\W\d_]+(?: {_NO_NAME_WORD}[^\W\d_]{{2,}}){{0,9}}")
# "Luật sửa đổi các Luật về thuế", "Luật sửa đổi 11 Luật về quân sự, quốc phòng"
_OMNIBUS_LAW = compiled(
    rf""" sửa đổi(?:, bổ sung)?(?: một số điều)?(?: của)? (?:các|\d{{1,2}}) [lL]uật
    (?: về(?: {_NO_NAME_WORD}[{LOWER}]{{2,}}){{1,6}}(?:, (?:{_NO_NAME_WORD}[{LOWER}]{{2,}} ?){{1,3}})?)?"""
)
# "Quy chế làm việc của Chính phủ"
_WORKING_RULES = compiled(rf" làm việc của [{UPPER}][^\W\d_]*(?: {_NO_NAME_WORD}[^\W\d_]{{2,}}){{0,9}}")
# Not "Đại học Luật Hà Nội", "Luật Việt Nam"; of commas only that of "phòng, chống".
_UNLISTED_LAW = compiled(
    rf""" (?!Luật|Bộ|Pháp|Hà Nội|TP|Thành phố|Việt Nam|Quốc tế)[{UPPER}][{LOWER}]+
    (?:(?:,(?= chống))? {_NO_NAME_WORD}[{LOWER}]{{2,}}){{0,7}}"""
)


@dataclass(frozen=True, slots=True)
class Found:
    """A named document: its span, type and name; ``rule`` says which form was recognised."""

    start: int
    end: int
    doc_type: str
    name: str
    rule: str


class NamedForms:
    """Tries the forms at a type word; ``words`` are all type words of the text, in order."""

    def __init__(self, text: str, words: list[TypeWord], subjects: Subjects) -> None:
        self.text = text
        self._subjects = subjects
        self._starts = [word.start for word in words]
        self._forms: tuple[Callable[[TypeWord], Found | None], ...] = (
            self._of_gathering,
            self._quoted,
            self._in_quotes,
            self._planned,
            self._approved,
            self._constitution,
            self._charter,
            self._working_rules,
            self._law,
        )

    def at(self, word: TypeWord) -> Found | None:
        """The named document that begins with this type word, if a form fits; most need a capital."""
        if not self._capital(word) and word.doc_type not in _QUOTED_IN_LOWER_CASE:
            return None
        for form in self._forms:
            found = form(word)
            if found is not None:
                return found
        return None

    def gathering(self, word: TypeWord) -> Found | None:
        """*Nghị quyết Đại hội …*, *Kết luận Hội nghị …*, *Nghị quyết kỳ họp …*."""
        return self._of_gathering(word)

    def attached(self, word: TypeWord, carrier: int) -> Found | None:
        """*Quy chế … ban hành kèm theo* before the citation that starts at ``carrier``."""
        if word.doc_type not in _ATTACHED_TYPES or not self.text[word.start].isupper():
            return None
        m = _ATTACHED.match(self.text, word.end, carrier)
        if m is None or m["name"].lstrip().startswith("ban hành") or self._words_inside(word.end, m.end("name")):
            return None
        return self._found(word, m.end("name"), "attached")

    def _found(self, word: TypeWord, end: int, rule: str) -> Found:
        return Found(word.start, end, word.doc_type, " ".join(self.text[word.start : end].split()), rule)

    def _words_inside(self, start: int, end: int) -> bool:
        return bisect_left(self._starts, end) > bisect_left(self._starts, start)

    def _capital(self, word: TypeWord) -> bool:
        return self.text[word.start].isupper()

    def _of_gathering(self, word: TypeWord) -> Found | None:
        if word.doc_type not in _ENACTED_BY_BODIES or not self._capital(word):
            return None
        for pattern in (_CONGRESS, _PLENUM, _SESSION, _MEETING):
            m = pattern.match(self.text, word.end)
            if m and not self._words_inside(word.end, m.end()):
                return self._found(word, m.end(), "gathering")
        return None

    def _quoted(self, word: TypeWord) -> Found | None:
        if word.doc_type in _NEVER_QUOTED or not (self._capital(word) or word.doc_type in _QUOTED_IN_LOWER_CASE):
            return None
        m = _QUOTED.match(self.text, word.end)
        if m is None or "." in m["name"].rstrip("."):
            return None
        return Found(word.start, m.end(), word.doc_type, " ".join(m["name"].split()), "quoted")

    def _in_quotes(self, word: TypeWord) -> Found | None:
        if word.doc_type not in _PLANS or not word.start or not self._capital(word):
            return None
        if self.text[word.start - 1] not in '“"«':
            return None
        m = _IN_QUOTES.match(self.text, word.end)
        return self._found(word, m.end(), "quoted") if m and m[0].count(" ") > 2 else None

    def _planned(self, word: TypeWord) -> Found | None:
        """*Chiến lược … đến năm 2030, tầm nhìn đến năm 2050*."""
        if word.doc_type not in ("chiến lược", "quy hoạch") or not self._capital(word):
            return None
        m = _WITH_HORIZON.match(self.text, word.end)
        if m is None or _CLAUSE_WORDS.search(m[0]) or self._words_inside(word.end, m.end()):
            return None
        return self._found(word, m.end(), "planned")

    def _approved(self, word: TypeWord) -> Found | None:
        """*… của Thủ tướng Chính phủ phê duyệt Đề án …*: an official name, to the end of the subject."""
        if word.doc_type not in _APPROVED or not self._capital(word):
            return None
        if _APPROVAL.search(self.text, max(0, word.start - 16), word.start) is None:
            return None
        m = _WITH_HORIZON.match(self.text, word.end)
        if m is None and _APPROVAL_BY_NUMBER.search(self.text, max(0, word.start - 200), word.start) is None:
            return None  # "khi Ủy ban nhân dân phê duyệt Đề án …"
        end = m.end() if m else self._subjects.end(self.text, word.end)
        name = self.text[word.end : end].rstrip()
        if name.count(" ") < 2 or len(name) > 300 or self._words_inside(word.end, end):
            return None
        return self._found(word, word.end + len(name), "approved")

    def _constitution(self, word: TypeWord) -> Found | None:
        if word.doc_type != "hiến pháp" or not self._capital(word):
            return None
        year = _YEAR.match(self.text, word.end)
        return self._found(word, year.end() if year else word.end, "constitution")

    def _charter(self, word: TypeWord) -> Found | None:
        if word.doc_type != "điều lệ" or not self._capital(word):
            return None
        m = _CHARTER.match(self.text, word.end)
        return self._found(word, m.end(), "charter") if m else None

    def _working_rules(self, word: TypeWord) -> Found | None:
        if word.doc_type != "quy chế" or not self._capital(word):
            return None
        m = _WORKING_RULES.match(self.text, word.end)
        return self._found(word, m.end(), "working-rules") if m else None

    def _law(self, word: TypeWord) -> Found | None:
        """A law that is not in the table: its name runs on to a word that no name contains."""
        if word.doc_type not in LAWS or not self._capital(word):
            return None
        m = _OMNIBUS_LAW.match(self.text, word.end) or _UNLISTED_LAW.match(self.text, word.end)
        if m is None:
            return None
        year = _YEAR.match(self.text, m.end())
        return self._found(word, year.end() if year else m.end(), "unlisted-law")
