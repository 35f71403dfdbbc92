"""Sentences and clauses of a paragraph.

A clause is what the guidelines count as one task: it ends with the sentence, at a semicolon, after *như sau:*, or where
an inline item *(i)*, *(ii)* begins. Parentheses and quotations are passed over whole, abbreviations (*TP. Huế*, *Th.S*, *v.v.*) and
numbers (*1.500*, *31.12.2025*) end nothing.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from vnstruct.layout.fold import LOWER, UPPER


class Clause(NamedTuple):
    """A clause: ``start``/``end`` without label, blanks and closing punctuation; ``closing`` is what ended it."""

    start: int
    end: int
    closing: str

    def up_to(self, other: Clause) -> Clause:
        """The clause that reaches to the end of a later one."""
        return Clause(self.start, other.end, other.closing)


Sentence = list[Clause]

_NUMERAL: Final = r"(?:[ivx]{1,5}|\d{1,2})"
_ITEM: Final = rf"\({_NUMERAL}\)(?=\s)"
# "… trên địa bàn (iii) Hướng dẫn các xã": the punctuation before it is missing
_LATER: Final = rf"(?:ii|iii|iv|v|vi|vii|viii|ix)\)(?=\s[{UPPER}])"
# one character decides what may break: nearly every other place is passed over without a closer look
_BREAK: Final = re.compile(
    r"[(“\";:.!?…](?:"
    rf"(?<=\()(?:(?P<item>(?:(?<![\w)]\s\()|(?<=[:;,.]\s\()){_NUMERAL}\)(?=\s)|{_LATER})|[^()]{{0,600}}\))"
    r"|(?<=“)[^“”]{0,600}”|(?<=\")[^\"\n]{0,300}\""
    rf"|(?P<lead>(?<=:))(?=\s+[{UPPER}])"
    r"|(?P<semicolon>(?<=;))"
    r"|(?P<stop>(?<=[.!?…])[.!?…]*))"
)
_FOLLOWING: Final = re.compile(r"\ssau(?:\s+đây)?\s*$")
_FOLLOWING_REACH: Final = 40
# "TP. Hồ Chí Minh", "Th.S Nguyễn", "đ/c", initials as in "A. Dũng"; "Điều 2. Bộ trưởng …" when the line was flattened
_ABBREVIATED: Final = re.compile(
    r"(?:^|[\s(,/])(?:T[PpXx]|tp|tx|Th\.?S|TS|PGS|GS|BS|KS|CN|St|No|Mr|Mrs|Dr|Q|P|tr|[Vv]d|v\.v|[A-ZĐ]|(?:Điều"
    r"|Khoản|Mục) \d{1,3})$"
    r"|(?:^|[.:;]\s)\d{1,2}$"
)
_NEXT: Final = re.compile(r"[”\"')\]]?(?:\s+[“\"'(\[]?(?P<after>\S)|\s*$)")
_CAPITALISED: Final = re.compile(rf"[{UPPER}][{LOWER}]")
_LABEL: Final = re.compile(
    rf"\s*(?:[-+*•]+\s+|(?:{_ITEM}|Điều \d{{1,3}}[.:]|\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}[.)_]|[a-zđ][.)])\s+)?", re.ASCII
)
_CLOSING: Final = " \t\n.,;:/!?…"


def sentences(text: str, start: int, end: int) -> list[Sentence]:
    """The clauses of ``text[start:end]``, grouped by sentence.

    >>> text = "Giao Sở Y tế (TP. Huế) rà soát; báo cáo trước 1.500 giờ. Các sở phối hợp."
    >>> [[text[c.start:c.end] for c in s] for s in sentences(text, 0, len(text))]
    [['Giao Sở Y tế (TP. Huế) rà soát', 'báo cáo trước 1.500 giờ'], ['Các sở phối hợp']]
    """
    found: list[Sentence] = []
    current: Sentence = []
    done = start
    for m in _BREAK.finditer(text, start, end):
        kind = m.lastgroup
        if kind == "stop":
            if not _ends_sentence(text, m.start(), m.end(), done, end):
                continue
            _add(current, text, done, m.start(), ".")
            done = m.end()
            if current:
                found.append(current)
                current = []
        elif kind == "semicolon":
            _add(current, text, done, m.start(), ";")
            done = m.end()
        elif kind == "lead":
            if _FOLLOWING.search(text, max(0, m.start() - _FOLLOWING_REACH), m.start()) is None:
                continue
            # "Phó Thủ tướng có ý kiến như sau: Trên cơ sở …, Bộ Xây dựng làm việc với …"
            _add(current, text, done, m.end(), ":")
            done = m.end()
        elif kind == "item":
            _add(current, text, done, m.start(), "(")
            done = m.end()
    _add(current, text, done, end, "")
    if current:
        found.append(current)
    return found


def _add(sentence: Sentence, text: str, start: int, end: int, closing: str) -> None:
    label = _LABEL.match(text, start, end)
    start = label.end() if label else start
    last = len(text[start:end].rstrip(_CLOSING)) + start
    if last > start:
        tail = text[last:end]
        sentence.append(Clause(start, last, ":" if ":" in tail else closing))


def _ends_sentence(text: str, start: int, end: int, begun: int, limit: int) -> bool:
    if end >= limit:
        return True
    if end - start == 1 and start > begun and text[start - 1].islower() and _CAPITALISED.match(text, end):
        # the space after the full stop is missing: "Kỳ thi.Tổ chức …"; TP.Huế has a capital before the stop
        return True
    following = _NEXT.match(text, end, limit)
    if not following:
        return False
    after = following["after"]
    if after is not None and not (after.isupper() or after.isdigit() or after in "-+*•("):
        return False
    return not (text[start] == "." and after is not None and _ABBREVIATED.search(text, max(begun, start - 12), start))
