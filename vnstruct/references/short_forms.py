"""Short forms: *Nghị quyết 57*, *Chỉ thị số 05*, *Nghị quyết 71, 57*, *Đề án 06*, *Nghị quyết từ số 1654 đến số …*.

Figures after a type word also count (*kế hoạch 5 năm*) or date (*Kế hoạch 2025*); a short form ends the phrase or goes
on with a word that no figure counts.
"""

from __future__ import annotations

import re

from vnstruct.references.citation import Citation
from vnstruct.references.model import Mention
from vnstruct.references.names import NUMBERED_BY_SERIAL
from vnstruct.references.patterns import spaced
from vnstruct.references.types import TypeWord

_FOLLOWING = spaced(
    r"""~(?:[.,;:?!)”"\]]|\Z)
    | (?:của|về|và|ngày|là|được|đã|có|theo|cho|trong|quy định|như|thì|nêu|này|trên|do|để|vào|tại|với|năm (?:19|20)\d\d
    |hoặc|phải|khi|cũng|đến|khóa|ban hành|hướng dẫn|sửa đổi|yêu cầu|còn|mới|ra|-)(?!\w)"""
)
# The figure stands on the line of the type word: a heading "KẾ HOẠCH" is followed by "1." on the next one; nor in another
# cell of a table: "CHỈ THỊ | 14".
_SHORT = re.compile(
    r"(?:[ ]{1,3}|[ \t]{1,3}(?=s))(?:từ[ ]{1,3}(?=s))?(?:\n[ \t]{0,3}(?=s))?(?P<so>[sS]ố\s{0,2}:?\s{0,2})?(?P<serial>\d{1,4}[a-zđ]?)"
    rf"(?![\w/%]|[.,]\d|\s?-\s?\d|\s?[-/]\s?[A-ZĐ])(?=\n|{_FOLLOWING})"
)
_NEXT = re.compile(
    r"(?:\s{0,2},\s{0,2}|\s{1,2}và\s{1,2})(?P<serial>\d{1,3}[a-zđ]?)"
    r"(?=\s{0,2}[,.;)]|\s{1,2}(?:và|của|về)\s|\s{0,2}\Z)"
)
_LOWER = frozenset({"nghị quyết", "nghị định", "chỉ thị", "thông tư"})
_NAMED = frozenset({"đề án", "chương trình", "bộ chỉ số"})
_NUMBERED = NUMBERED_BY_SERIAL | {"kế hoạch", "công văn", "văn bản", "tờ trình", "báo cáo", "sắc lệnh", "pháp lệnh"}


def short_forms(text: str, word: TypeWord) -> list[Citation]:
    """The mentions that a type word and bare serials after it make."""
    m = _SHORT.match(text, word.end)
    if m is None:
        return []
    capital = text[word.start].isupper()
    serial, so = m["serial"], m["so"]
    if word.doc_type in _NAMED:
        return [_nickname(text, word, m.end("serial"))] if capital and len(serial) > 1 else []
    if word.doc_type not in _NUMBERED or not (capital or (word.doc_type in _LOWER and so is None)):
        return []
    if so is None and serial.isdigit() and 1900 <= int(serial) <= 2100:
        return []
    mentions = [_numbered(word, word.start, m.end("serial"), serial)]
    following = _NEXT.match(text, m.end("serial"))
    while following:
        mentions.append(_numbered(word, *following.span("serial"), following["serial"]))
        following = _NEXT.match(text, following.end("serial"))
    return mentions


def _numbered(word: TypeWord, start: int, end: int, serial: str) -> Citation:
    mention = Mention(start, end, "numbered", word.doc_type, serial, confidence=0.8, source="short-number")
    return Citation(mention, short=True)


def _nickname(text: str, word: TypeWord, end: int) -> Citation:
    """*Đề án 1956*: the figure is the number of the decision that approved it, and part of the name."""
    name = " ".join(text[word.start : end].split())
    return Citation(Mention(word.start, end, "named", word.doc_type, name=name, confidence=0.8, source="nickname"))
