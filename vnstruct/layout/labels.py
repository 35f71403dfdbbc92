"""The grammar of labels: what may number a unit, at the start of a row or inside it.

A label alone proves nothing (*15. Sở Y tế* may be the end of a date); :mod:`vnstruct.layout.sections` accepts labels by
the sequences they continue.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from vnstruct.layout.fold import UPPER
from vnstruct.layout.rows import Row
from vnstruct.schema import SectionKind

ALPHABET = "abcdđefghijklmnopqrstuvwxyz"
SKIPPED = frozenset("đfjwz")
"""Letters that a list may leave out: f, j, w, z always (NĐ 30/2020/NĐ-CP, Phụ lục I), đ when a Latin habit made it."""

_ORDINALS = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"]
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

_WORD_LABEL = re.compile(
    r"""(?P<part>(?:PHẦN|Phần)\s+(?:(?:THỨ|thứ|Thứ)\s+)?(?P<part_value>[IVXLC]+|\d{1,2}|\w{2,4}))\s*(?P<e1>[.:)-]?)(?=\s|$)
      | (?P<chapter>(?:CHƯƠNG|Chương)\s+(?P<chapter_value>[IVXLC]+|\d{1,2}[a-z]?))\s*(?P<e2>[.:)-]?)(?=\s|$)
      | (?P<subsection>(?:TIỂU\ MỤC|Tiểu\ mục)\s+(?P<subsection_value>[IVXLC]+|\d{1,2}))\s*(?P<e3>[.:)-]?)(?=\s|$)
      | (?P<section>(?:MỤC|Mục)\s+(?P<section_value>[IVXLC]+|\d{1,2}[a-z]?|[A-H]))\s*(?P<e4>[.:)-]?)(?=\s|$)
      | (?P<article>(?:ĐIỀU|Điều)\s{1,3}(?P<article_value>\d{1,3}[a-zđ]?))\s?(?P<e5>[.:]|$|\ -(?=\ ))
      | (?P<appendix>(?:PHỤ\ LỤC|Phụ\ lục)
            (?:\s+(?:SỐ|Số|số)?\s?(?P<appendix_value>[IVXLC]+|\d{1,2}[A-Za-z]?|[A-H])(?=[\s.:-]|$))?)
        \s*(?P<e6>[.:-]?)(?=\s|$)
    """,
    re.VERBOSE,
)
_SIGN_LABEL = re.compile(
    rf"""(?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,4}})(?P<s1>\.(?!\d)|\)|)(?=\s*["“{UPPER}(]|\s+\w|\s*$)
      | (?P<number>\d{{1,3}}[a-z]?)\s?(?P<s2>[.)/-])(?=\s|[*"“]{{0,3}}[{UPPER}]|\*\*|$)
      | \((?P<paren>\d{{1,2}}|[a-zđ])(?P<s3>\))(?=\s|[{UPPER}]|$)
      | (?P<roman>[IVXL]{{1,7}})\s?(?P<s4>[.)/-])(?=\s|["“]?[{UPPER}]\w|$)
      | (?P<bare>[IVX]{{1,4}})(?P<s9>)\s+(?=[{UPPER}]{{2}})
      | (?P<upper>[A-HKĐ])\s?(?P<s5>[.)/-])(?=\s|$)
      | (?P<point>[a-zđ]\d?)\s?(?P<s6>[.)/])(?=\s|[*"“]{{0,3}}[{UPPER}]|\*\*|$)
      | (?P<odd>[^\s\w().,;:"“”'+*•-])(?P<s7>\))(?=\s)
      | (?P<lower>l|ø)(?P<s8>[.)])(?=\s)
    """,
    re.VERBOSE,
)
STYLE_KIND: dict[str, SectionKind] = {
    "appendix": "appendix",
    "part": "part",
    "chapter": "chapter",
    "section": "section",
    "subsection": "section",
    "article": "article",
    "upper": "part",
    "roman": "section",
    "number": "clause",
    "decimal": "item",
    "paren": "item",
    "point": "point",
}
RANK = {style: rank for rank, style in enumerate(STYLE_KIND)}
"""The order in which styles usually nest (formats: chương, mục, điều, khoản, điểm; A, I, 1, 1.1, a)."""


class Label(NamedTuple):
    """A candidate: its style, its place in the series, and where it stands.

    ``path`` holds the leading numbers of a decimal label (*2* of *2.1*), ``value`` the last; ``sign`` what closes the
    label, so that ``1)`` and ``1.`` are told apart; ``content`` is where the text after it begins. ``weak`` labels
    stand inside a row without a sentence ending before them.
    """

    style: str
    value: int
    path: tuple[int, ...]
    sign: str
    text: str
    start: int
    content: int
    inline: bool
    row: int
    weak: bool = False


def roman_value(text: str) -> int:
    """The value of a Roman number, 0 when it is none.

    >>> roman_value("XIV"), roman_value("IIII"), roman_value("LV")
    (14, 0, 55)
    """
    total = 0
    previous = 0
    for letter in reversed(text):
        value = _ROMAN.get(letter, 0)
        total += value if value >= previous else -value
        previous = max(previous, value)
    return total if total > 0 and _roman(total) == text else 0


def _roman(value: int) -> str:
    out = ""
    for letters, number in (("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4),
                            ("I", 1)):  # fmt: skip
        while value >= number:
            out += letters
            value -= number
    return out


def value_of(text: str) -> int:
    """The place in its series of a Roman, Arabic, spelt or lettered value; 0 when unknown."""
    if text[0].isdigit():
        return int(re.match(r"\d+", text)[0])  # type: ignore[index]
    if found := roman_value(text):
        return found
    if text.lower() in _ORDINALS:
        return _ORDINALS.index(text.lower()) + 1
    if len(text) == 1:
        return letter_value(text.lower())
    return 0


def letter_value(letter: str) -> int:
    """The place of a letter in the widest alphabet that lists use, 0 for other signs.

    >>> letter_value("a"), letter_value("đ"), letter_value("e")
    (1, 5, 6)
    """
    return ALPHABET.find(letter) + 1


def label_of(row: Row, index: int) -> Label | None:
    """The label that opens a row, if any.

    >>> row = Row(0, 20, "1. Sở Tài chính:", 0, False, False)
    >>> label = label_of(row, 0)
    >>> label.style, label.value, label.text, label.content
    ('number', 1, '1', 3)
    """
    text = row.text
    first = text[0]
    if first in "PCMTĐ" or (first == "p" and text.startswith("phụ lục")):
        found = _WORD_LABEL.match(text)
        if found:
            return _word_label(found, row, index)
    if len(text) > 1 and (first.isdigit() or not first.isalpha() or not text[1].isalpha() or first in "IVXL"):
        found = _SIGN_LABEL.match(text)
        if found:
            return _sign_label(found, row, index)
    return None


def _word_label(found: re.Match[str], row: Row, index: int) -> Label | None:
    style = next(s for s in ("part", "chapter", "subsection", "section", "article", "appendix") if found[s])
    value = found[f"{style}_value"]
    number = value_of(value) if value else 0
    rest = row.text[found.end() :].lstrip()
    if style != "appendix" and not number:
        return None
    closed = row.text[found.end(style) : found.end()].strip() != ""
    if style not in {"article", "appendix"} and rest and not closed and not (rest.isupper() or _is_title(rest)):
        return None  # "Phần 2 của Nghị quyết này", "Chương trình"
    if style == "appendix" and rest and not closed and not rest.isupper() and not rest.startswith("("):
        return None  # "Phụ lục I kèm theo Nghị định này quy định"
    if style == "appendix" and row.text.endswith((";", ",")):
        return None
    content = row.start + len(row.text) - len(rest) if rest else row.end
    return Label(style, number, (), "", found[style], row.start, content, False, index)


def _is_title(rest: str) -> bool:
    """Whether what follows *Chương I* on its row can be its title: capitalised and no sentence."""
    return rest[0].isupper() and not rest.endswith((".", ";", ",")) and len(rest) < 200


def _sign_label(found: re.Match[str], row: Row, index: int) -> Label | None:
    style = found.lastgroup or ""
    sign = found[style]
    style = next(
        s for s in ("decimal", "number", "paren", "roman", "bare", "upper", "point", "odd", "lower") if found[s]
    )
    value = found[style]
    content = found.end()
    while content < len(row.text) and row.text[content] in " \t*":
        content += 1
    path: tuple[int, ...] = ()
    if style == "decimal":
        *head, last = (int(part) for part in value.split("."))
        path, number = tuple(head), last
    elif style == "roman":
        number = roman_value(value)
    elif style == "bare":  # "II NHIỆM VỤ TRỌNG TÂM", the full stop lost
        if not row.text.isupper() or len(row.text) < 8:
            return None
        style, number = "roman", roman_value(value)
    elif style in {"odd", "lower"}:
        style, number = ("number", 1) if value == "l" and sign == "." else ("point", 0)
    elif style == "paren" and value.isalpha():
        style, number, sign = "point", letter_value(value), "()"
    else:
        number = value_of(value) if style != "point" else letter_value(value[0])
    if number == 0 and style != "point":
        return None
    text = f"({value})" if row.text[0] == "(" else value
    return Label(style, number, path, sign, text, row.start, row.start + content, False, index)
