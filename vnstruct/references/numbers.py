"""Numbers of documents, of every era and system, in one scan of the text.

A number is a serial, perhaps a year, and a code: ``115/2020/NĐ-CP``, ``598/QĐ-TTg``, ``43/2024/QH15``, ``4300/TCT-CS``
(state); ``05-CT/TW``, ``25-HD/BTCTW`` (Party); ``36-CP``, ``299/TTg``, ``176-HĐBT``, ``60/SL``, ``129 NV/CC`` (before
1996). Printed text breaks them over lines, puts blanks around the separators, drops separators and marks, and glues the
next word to them; a blank to be filled in by hand leaves only the code (``số      /QĐ-UBND``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Literal, NamedTuple

from vnstruct.knowledge import Knowledge
from vnstruct.references.codes import Codes, fold_code

Form = Literal["slash", "hyphen", "spaced", "blank", "damaged"]

_SEGMENT = r"[A-ZĐƯÔƠÂĂÊ][A-Za-zĐđƯÔƠÂĂÊ0-9&]{0,24}"
# Around a separator stand blanks, after it a line end ("69/2018/NĐ-⏎CP"); before it none (the next line's bullet).
_GAP = r"[ ]{0,2}(?:\n[ ]{0,8})?"
_SEPARATOR = rf"[ ]{{0,2}}[-/_+]{_GAP}"
# Digits may follow a hyphen at once (34/SL-1945, 123/UBND-1), a dot joins units (103-SL/L.005, UBND-VX.NC).
_MORE = rf"(?:{_SEPARATOR}{_SEGMENT}|-\d{{1,4}}(?![\d/])|\.[A-ZĐ0-9]{{1,5}}(?!\w))"
_CODE = rf"{_SEGMENT}{_MORE}{{0,8}}"
_LOWER_CODE = r"(?:n[đd]|q[đd]|c[đd]|tt|ttlt|ct|nq|kh|tb|hd|cv)-[a-zđ]{2,12}(?!\w)"

# A digit that no digit, Latin letter, slash or hyphen precedes. The year is optional, and so is the separator after it:
# 98/2021NĐ-CP.
_NUMBER = re.compile(
    rf"(?P<serial>\d(?<![0-9A-Za-zĐđ/-]\d)[\dOlI]{{0,5}}(?:\.\d{{1,3}})?(?:[a-zA-ZĐđ](?![A-ZĐ]))?)"
    rf"(?:[ ]{{0,2}}(?P<separator>[/-]){_GAP}"
    rf"(?:(?P<year>\d{{2,5}}(?!\d))[ ]{{0,2}}(?:[/-]{_GAP})?)?"
    rf"(?P<code>{_CODE}|{_LOWER_CODE})"
    # Before 1996, and by mistake, without the first separator: 129 NV/CC, 54VH/QĐ, 782 NQ HĐNN 7, 274KH-UBND.
    rf"|[ ]?(?P<spaced>[A-ZĐ]{{1,8}}\d?(?:[ ]?[/-][ ]?|[ ])[A-ZĐ][A-ZĐa-z]{{0,6}}(?:[ ]?\d{{1,2}})?(?!\w)))"
)
# "số      /QĐ-UBND", "số ……/BB-SYT", and damage: "số LUCT-TTg".
_UNREADABLE_REST = (
    rf"[ốôồổỗộóỐÔ]\s{{0,2}}:?"
    rf"(?P<serial>[^\w\n/-]{{0,60}}|[ ]{{1,2}}(?!\d{{1,6}}[a-zđ]?[ ]?[/-])[^\s/*-]{{1,8}}[ ]?)"
    rf"(?P<separator>[/-])[ ]{{0,2}}"
    rf"(?:(?:\d{{4}}|[.…]{{2,}})[ ]{{0,2}}/{_GAP})?(?P<code>{_CODE})"
)
# two patterns: what begins with one certain letter is found several times as fast as with one of two
_UNREADABLE = tuple(re.compile(letter + _UNREADABLE_REST) for letter in "sS")
_SEGMENTS = re.compile(rf"({_SEGMENT}|\d{{1,5}})|([ ]{{0,2}}[-/_+.](?:[ ]{{0,2}})(?:\n[ ]{{0,8}})?)")
# Markdown that makes part of a serial bold: "**1**52/2025/NĐ-CP".
_BOLD_DIGITS = re.compile(r"(?<!\w)(?P<digits>\d{1,3})\*\*$")
_SPACED = re.compile(r"[ ]?[/-][ ]?|[ ](?=[A-ZĐ])")
_TERM = re.compile(r"[ ](\d{1,2})(?![\w/.,-]{0,8}\d)(?!\w)")
_NEXT_CODE = re.compile(r"[ ]([A-ZĐ][A-Za-zĐ0-9]{1,12})(?!\w)")
_WHITE = re.compile(r"\s+")
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")
_MISREAD_DIGITS = str.maketrans("OolI", "0011")

# Letters and digits that look like a document's number but are a form, a standard, a plot of land, a telephone.
_NO_DOCUMENT = re.compile(
    r"(?<!\w)(?:mẫu|biểu|biểu mẫu|mẫu biểu|phụ biểu|ký hiệu|qcvn|tcvn|tcxdvn|tccs|tcn|iso|iec|astm|thửa|tờ bản đồ|km"
    r"|quốc lộ|ql|tổ|lớp|phòng|phiếu|hẻm|ngõ|ngách|kiệt|nhà|đường|điện thoại|đt|fax|mã số|mã|hồ sơ|biển số|tài khoản"
    r"|hóa đơn|tuổi|tỷ lệ|tỉ lệ)"
    r"(?:\s+số)?\s*[.:]?\s*$",
    re.IGNORECASE,
)


class DocumentNumber(NamedTuple):
    """A number as printed (``text``, blanks removed) and its parts.

    ``serial`` is empty for a blank to be filled in by hand; ``year`` is empty when the number has none; ``codes`` are
    the letters between the separators, as printed.
    """

    start: int
    end: int
    text: str
    serial: str
    year: str
    codes: tuple[str, ...]
    form: Form

    @property
    def key(self) -> tuple[str, str, str]:
        """Serial, year and folded code: equal for every spelling of one number.

        >>> printed = [("05", ("CT", "TW")), ("5", ("CT", "TƯ"))]
        >>> {DocumentNumber(0, 9, "", serial, "", codes, "hyphen").key for serial, codes in printed}
        {('5', '', 'CT-TW')}
        """
        return _key_of(self.serial, self.year, self.codes)


@lru_cache(maxsize=4096)
def _key_of(serial: str, year: str, codes: tuple[str, ...]) -> tuple[str, str, str]:
    return _LEADING_ZEROS.sub("", serial).lower(), year, "-".join(map(fold_code, codes))


class NumberScanner:
    """Finds the numbers of documents in a text.

    >>> from vnstruct.knowledge import load_knowledge
    >>> scanner = NumberScanner(load_knowledge())
    >>> [n.text for n in scanner.scan("Nghị định 69/2018/NĐ-\\nCPngày 15/5/2018, Chỉ thị 05-CT/TW, Nghị định 36-CP")]
    ['69/2018/NĐ-CP', '05-CT/TW', '36-CP']
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.codes = Codes.of(knowledge)

    def scan(self, text: str) -> list[DocumentNumber]:
        """All candidates in text order; whether one without a type word counts is decided where it stands."""
        unreadable = sorted(self._unreadable(text), key=lambda n: n.start)
        taken = [(n.start, n.end) for n in unreadable]
        starts = [start for start, _ in taken]
        found = unreadable
        for number in self._complete(text):
            index = bisect_right(starts, number.start) - 1
            if index < 0 or number.start >= taken[index][1]:  # not the tail of "58§6/QĐ-BYT"
                found.append(number)
        found.sort(key=lambda n: n.start)
        return found

    def certain(self, number: DocumentNumber) -> bool:
        """Whether the number identifies a document by itself, without a type word or *số* before it."""
        if number.form not in ("slash", "hyphen"):
            return False
        known = self.codes.is_type(number.codes[0]) or self.codes.is_issuer(number.codes[0])
        if number.form == "hyphen":
            return known and len(number.codes) > 1 and self.codes.is_type(number.codes[0])
        return known and (len(number.codes) > 1 or len(number.year) == 4)

    def _complete(self, text: str) -> Iterator[DocumentNumber]:
        for m in _NUMBER.finditer(text):
            start = m.start()
            if start >= 2 and text[start - 1] in ".,:" and text[start - 2].isdigit():
                continue  # the tail of a figure or of a standard: QCVN 41:2024/BGTVT
            if start and _NO_DOCUMENT.search(text, max(0, start - 25), start):
                continue
            number = self._spaced(m) if m["spaced"] else self._coded(text, m)
            if number is not None:
                yield number

    def _spaced(self, m: re.Match[str]) -> DocumentNumber | None:
        codes = tuple(code.replace(" ", "") for code in _SPACED.split(m["spaced"], maxsplit=1))
        known = [self.codes.is_type(c) or self.codes.is_issuer(c) for c in codes]
        if not (any(known) if "/" in m["spaced"] else all(known)):
            return None
        return DocumentNumber(m.start(), m.end(), _WHITE.sub("", m[0]), m["serial"], "", codes, "spaced")

    def _coded(self, text: str, m: re.Match[str]) -> DocumentNumber | None:
        codes, end = self._codes(text, m.start("code"), m.end("code"))
        if m["code"].islower():
            codes, end = tuple(m["code"].split("-")), m.end("code")
        if not codes:
            return None
        serial, start = m["serial"], m.start()
        bold = _BOLD_DIGITS.search(text, max(0, start - 6), start) if text.endswith("**", 0, start) else None
        if bold:
            serial, start = bold["digits"] + serial, bold.start("digits")
        printed = _WHITE.sub("", text[m.end("serial") : end])
        if serial[-1].isalpha() and serial[-1] in "OlI":
            serial = serial.translate(_MISREAD_DIGITS)  # "34O-CV/ĐU"
        elif not serial.isdigit():
            serial = serial[:-1].translate(_MISREAD_DIGITS) + serial[-1]
        form: Form = "slash" if m["separator"] == "/" else "hyphen"
        return DocumentNumber(start, end, serial + printed, serial, m["year"] or "", codes, form)

    def _unreadable(self, text: str) -> Iterator[DocumentNumber]:
        for m in chain.from_iterable(pattern.finditer(text) for pattern in _UNREADABLE):
            codes, end = self._codes(text, m.start("code"), m.end("code"))
            if not codes:
                continue
            mess = m["serial"].strip(" .…_:")
            known = [c for c in codes if self.codes.is_issuer(c) or self.codes.is_type(c)]
            if not known or (mess and not self.codes.is_issuer(codes[-1])):
                continue
            start = m.end("serial") - len(m["serial"].lstrip()) if mess else m.start("separator")
            printed = _WHITE.sub("", text[start:end])
            yield DocumentNumber(start, end, printed, "", "", codes, "damaged" if mess else "blank")

    def _codes(self, text: str, start: int, end: int) -> tuple[tuple[str, ...], int]:
        """The segments of a code and where it really ends: glued words and dashes of the sentence are cut off."""
        codes: list[str] = []
        position = start
        separator = ""
        for m in _SEGMENTS.finditer(text, start, end):
            if m[2] is not None:
                separator = m[2]
                continue
            if separator.strip() == "-" and separator.startswith(" ") and len(codes) >= 2:
                break  # "số 12/KH-UBND - Sở Y tế": a dash of the sentence
            segment, whole = self._segment(text, m)
            if not segment:
                break
            codes.append(segment)
            position = m.start() + len(segment)
            if not whole:
                return tuple(codes), position
        return self._continued(text, codes, position)

    def _segment(self, text: str, m: re.Match[str]) -> tuple[str, bool]:
        """A segment without the word glued to it (``CPngày``), and whether nothing was cut."""
        segment = m[0]
        following = text[m.end() : m.end() + 1]
        glued = following.isalpha() and following.islower()
        tail = len(segment) - len(segment.rstrip("abcdefghijklmnopqrstuvwxyzđ"))
        if (not tail and not glued) or segment.islower():
            return segment, True
        if not glued and (tail < 3 or segment in self.codes.spellings):
            return segment, True
        for size in range(len(segment), 1, -1):
            if segment[:size] in self.codes.spellings:
                return segment[:size], False
        upper = segment[: len(segment) - tail]
        if len(upper) < 2:
            return "", False  # a capitalised word: "12/QĐ-UBND - Sở"
        return upper, False

    def _continued(self, text: str, codes: list[str], end: int) -> tuple[tuple[str, ...], int]:
        """What a blank cut off: the term of ``QH 10``, the issuer of ``13/2020/TT BTC``."""
        if codes and codes[-1] in ("QH", "UBTVQH", "HĐNN") and (m := _TERM.match(text, end)):
            return (*codes[:-1], codes[-1] + m[1]), m.end()
        if len(codes) == 1 and self.codes.is_type(codes[0]) and (m := _NEXT_CODE.match(text, end)):
            issuer = m[1]
            if self.codes.is_issuer(issuer) and not issuer.istitle():
                extended, position = self._continued(text, [issuer], m.end())
                return (codes[0], *extended), position
        if len(codes) == 1:
            return self._divided(codes[0]), end
        return tuple(codes), end

    def _divided(self, code: str) -> tuple[str, ...]:
        """``NĐCP`` as ``NĐ`` and ``CP``; a code that the tables know stays whole."""
        if not self.codes.is_issuer(code) and not self.codes.is_type(code):
            for size in range(2, len(code) - 1):
                if self.codes.is_type(code[:size]) and self.codes.is_issuer(code[size:]):
                    return code[:size], code[size:]
        return (code,)


def with_code_of(number: DocumentNumber, model: DocumentNumber) -> DocumentNumber:
    """A bare serial of an enumeration with the code of the next member: *số 01, 02/NQ-CP*."""
    printed = number.serial + model.text[len(model.serial) :]
    return number._replace(text=printed, year=model.year, codes=model.codes, form=model.form)
