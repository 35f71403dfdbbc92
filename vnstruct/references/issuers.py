"""The issuer printed with a citation: where its name begins and ends.

The body stage comes later and knows more about bodies; here only the extent matters, which the words around it give:
*của Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch quy định …* ends before *quy định*.
"""

from __future__ import annotations

import re

from vnstruct.knowledge import Knowledge
from vnstruct.references.letters import LOWER, MARKED, UPPER
from vnstruct.references.model import Span
from vnstruct.references.patterns import compiled
from vnstruct.text import trie_pattern

_LONGEST = 160
_WORD = re.compile(r"[^\W_]+(?:[-&][^\W_]+)*")
_SPACE = re.compile(r"[ \t]{1,6}(?:\n[ \t]{0,8})?(?![-+*•|\n])|\n[ \t]{0,8}(?![-+*•|\n]|\d{1,2}[.)]|[a-zđ]\))")
_DASH = re.compile(rf"\s?-\s(?=[{UPPER}])")
_DOT = re.compile(rf"\.\s?(?=[{UPPER}])")
_PLACE_ABBREVIATIONS = frozenset({"TP", "Tp", "TX", "Tx", "Q", "P", "H"})
# "Sở Văn hóa, Thể thao và Du lịch", "Ban Chỉ đạo phòng, chống thiên tai"
_FIELDS = compiled(rf", (?:[{UPPER}][^\W\d_]+(?: [^\W\d_]+){{0,3}}(?:, | và (?=[{UPPER}]|\w+\s\w))|chống\s)")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# After these words the sentence goes on; names of bodies do not contain them.
_STOP = _words(
    """về để nhằm theo tại là có đã được bị do trong khi nếu thì giao như trừ phải cho ngày này nêu số với bằng từ đến
    vào hoặc đối ra gửi kèm cũng sẽ cần không còn mà nên vừa tiếp chưa nhưng gồm kể qua trước sau hiện đang vì bởi tới
    nói trên dưới ngoài ký nay cùng đồng thời liên giữa rằng nhận bảo đảm"""
)
_STOP_PAIRS = frozenset({
    "ban hành", "quy định", "quy chế", "hướng dẫn", "phê duyệt", "sửa đổi", "bổ sung", "công bố", "triển khai",
    "thực hiện", "tổ chức", "tăng cường", "đề nghị", "yêu cầu", "chỉ đạo", "thành lập", "bãi bỏ", "thay thế",
    "kiện toàn", "điều chỉnh", "thông qua", "thông báo", "kết luận", "chấp thuận", "phân công", "phân cấp", "cụ thể",
    "xây dựng", "đẩy mạnh", "bố trí", "trả lời", "xử lý", "góp ý", "cho phép", "thống nhất", "đồng ý", "quyết định",
    "quán triệt", "phát động", "báo cáo", "trình bày", "xem xét", "căn cứ", "khẩn trương", "nâng cao",
})  # fmt: skip
_LEVELS = _words("tỉnh huyện quận xã phường trấn phố thị khu")
_AFTER_LEVEL = _words("tỉnh thành phố huyện quận thị xã phường trấn đặc khu và các trực thuộc trung ương khóa kỳ họp")
_LOWER_HEADS = re.compile(
    r"(?:liên\s)?(?:bộ|sở|ủy ban|hội đồng|ban|phòng|ubnd|hđnd|cục|tổng cục|tỉnh ủy|huyện ủy|thành ủy|chủ tịch|ngành)\s",
    re.IGNORECASE,
)


_WORDS_GLUED = re.compile(
    rf"(?<![{UPPER}{LOWER}])[{UPPER}{LOWER}]{{0,12}}[{MARKED}][{LOWER}]{{0,6}}(?=[{UPPER}][{LOWER}])"
)

_CAPITAL_INSIDE = re.compile(rf"[{UPPER}](?<=[{LOWER}].)[{LOWER}]")


def one_line(text: str) -> str:
    """The text with single blanks, also where one was lost between two words: *Bộ trưởngBộ Nội vụ*.

    >>> one_line("Bộ trưởngBộ\\nNội vụ"), one_line("Công ty TNHH AccessSolutions")
    ('Bộ trưởng Bộ Nội vụ', 'Công ty TNHH AccessSolutions')
    """
    if _CAPITAL_INSIDE.search(text):
        text = _WORDS_GLUED.sub(r"\g<0> ", text)
    return " ".join(text.split())


def _pair(lower: str, start: int) -> str:
    """A word and the next, without punctuation."""
    return " ".join(lower[start : start + 24].split()[:2]).rstrip(",;.:")


class IssuerReader:
    """Reads the name of a body or an office at a place in the text."""

    def __init__(self, knowledge: Knowledge) -> None:
        known = {n for body in knowledge.bodies for n in (body.name, *body.aliases) if not n.islower()}
        offices = {office.title for office in knowledge.offices}
        self._known = re.compile(trie_pattern(sorted(n.lower() for n in known)) + r"(?!\w)")
        self._office = re.compile(f"(?:(?:{trie_pattern(sorted(o.lower() for o in offices))})" + r"\s{1,3}){1,2}")
        heads = {h.head for h in knowledge.body_heads} | offices
        self._head = re.compile(trie_pattern(sorted(h.lower() for h in heads)) + r"(?!\w)")
        types = {row.name for row in knowledge.document_types}
        self._type = re.compile(trie_pattern(sorted(types)) + r"(?!\w)")

    def read(self, text: str, start: int, *, joint: bool = False) -> Span | None:
        """The issuer whose name begins at ``start``; ``joint`` ones are joined by commas too."""
        window = text[start : start + _LONGEST]
        lower = window.lower()
        if not window or self._type.match(lower) or not (window[0].isupper() or _LOWER_HEADS.match(window)):
            return None
        position = 0
        office = self._office.match(lower)
        known = self._known.match(lower, office.end() if office else 0)
        if known:
            position = known.end()
        elif office:
            position = office.start() + len(office[0].rstrip())
        end = self._walk(window, lower, position, complete=bool(known), joint=joint)
        return (start, start + end) if end > 1 else None

    def headed(self, text: str, start: int) -> Span | None:
        """The issuer at ``start``, when its name begins as bodies and offices do."""
        return self.read(text, start) if self._begins(text[start : start + _LONGEST].lower()) else None

    def _begins(self, lower: str, position: int = 0) -> bool:
        """Whether a body or an office seems to begin at a place: two patterns, one of both takes twice as long to compile."""
        return bool(self._head.match(lower, position) or self._known.match(lower, position))

    def office(self, text: str, start: int) -> bool:
        """Whether an office begins at ``start``: *Chủ tịch …*, *Thủ tướng …*."""
        return self._office.match(text[start : start + _LONGEST].lower()) is not None

    def known(self, name: str) -> bool:
        """Whether the name is one of a table."""
        return self._known.fullmatch(name.lower()) is not None

    def whole(self, text: str, start: int, end: int) -> Span | None:
        """The span, when nothing but an issuer stands in it."""
        lower = text[start:end].lower()
        if not self._begins(lower) or self._type.match(lower):
            return None
        span = self.read(text, start)
        if span is None or span[1] < start + len(text[start:end].rstrip(" ,")):
            return None
        return start, start + len(text[start:end].rstrip(" ,"))

    def _walk(self, window: str, lower: str, position: int, *, complete: bool, joint: bool) -> int:
        """Take word by word while the name goes on."""
        end = position
        if position == 0:
            first = _WORD.match(window, position)
            if first is None:
                return position
            end = first.end()
        while True:
            previous = window[max(0, end - 12) : end].split()[-1:]
            start, kind = self._gap(window, lower, end, previous[0] if previous else "", joint=joint)
            m = _WORD.match(window, start) if start else None
            if m is None:
                return end
            word = m[0]
            if kind == "comma":
                end, complete = m.end(), False
            elif word == "và":
                follows = self._after_and(window, lower, m.end(), complete=complete)
                if not follows:
                    return end
                end, complete = follows, False
            elif not self._continues(window, lower, m, previous, complete=complete):
                return end
            else:
                end = m.end()
                complete = complete or word in _LEVELS

    def _gap(self, window: str, lower: str, end: int, previous: str, *, joint: bool) -> tuple[int, str]:
        space = _SPACE.match(window, end)
        dash = _DASH.match(window, end)
        if dash:
            return dash.end(), "dash"
        if space:
            return space.end(), "space"
        if previous in _PLACE_ABBREVIATIONS and (dot := _DOT.match(window, end)):
            return dot.end(), "dot"
        if window[end : end + 1] == ",":
            following = end + 1 + len(window[end + 1 :]) - len(window[end + 1 :].lstrip(" \n"))
            is_head = self._begins(lower, following) and window[following : following + 1].isupper()
            if (joint and is_head) or (not is_head and _FIELDS.match(window, end)):
                return following, "comma"
        return 0, ""

    def _after_and(self, window: str, lower: str, end: int, *, complete: bool) -> int:
        """Where the word after *và* ends, if the name goes on there, else 0."""
        space = _SPACE.match(window, end)
        m = _WORD.match(window, space.end()) if space else None
        if m is None or self._type.match(lower, m.start()):
            return 0
        if m[0][0].isupper():
            return m.end()
        pair = _pair(lower, m.start())
        plural = m[0] in ("các", "những", "một", "hai")
        return 0 if complete or plural or m[0] in _STOP or pair in _STOP_PAIRS else m.end()

    def _continues(self, window: str, lower: str, m: re.Match[str], previous: list[str], *, complete: bool) -> bool:
        word = m[0]
        if word[0].isdigit():
            term = previous in (["khóa"], ["Khóa"])  # "Quốc hội khóa 13"
            return len(word) <= 3 and window[m.end() : m.end() + 1] not in ("/", ".") and (term or not complete)
        pair = _pair(lower, m.start())
        if window.startswith("/", m.end()) and window[m.end() + 1 : m.end() + 2].islower():
            return False  # "Bộ Nội vụ V/v báo cáo"
        if word.isupper() and word.lower() in _STOP:
            return False  # "CỦA THỦ TƯỚNG CHÍNH PHỦ VỀ TĂNG CƯỜNG"
        if (complete or word.isupper()) and pair in _STOP_PAIRS:
            return False  # "… thành phố Cần Thơ Thực hiện …"
        if word[0].isupper():
            if complete and "\n" in window[max(0, m.start() - 2) : m.start()] and self._begins(lower, m.start()):
                return False  # a heading ends with the line: "… của Chính phủ / Sở Khoa học và Công nghệ chủ trì"
            # a new sentence part begins with a document: "của Chính phủ Nghị định …"; not in "Hà Nội quy định"
            rest = _pair(lower, m.end())
            return self._type.match(lower, m.start()) is None or word.isupper() or rest in _STOP_PAIRS
        if word == "đồng" and previous == ["Hội"]:
            return True  # "Hội đồng quản lý Quỹ …", not "đồng thời"
        if word in _STOP or (word == "của" and previous != ["đạo"]) or (word == "năm" and previous != ["thứ"]):
            return False
        if pair in _STOP_PAIRS:
            return False
        return not complete or word in _AFTER_LEVEL
