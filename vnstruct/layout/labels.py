"""The grammar of labels: what may number a unit, at the start of a row or inside it.

A label alone proves nothing (*15. Sở Y tế* may be the end of a date); :mod:`vnstruct.layout.sections` accepts labels by
the sequences they continue.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from vnstruct.layout.fold import LOWER, UPPER
from vnstruct.layout.rows import Row
from vnstruct.schema import SectionKind

ALPHABET = "abcdđefghijklmnopqrstuvwxyz"
SKIPPED = frozenset("đfjwz")
"""Letters that a list may leave out: f, j, w, z always (NĐ 30/2020/NĐ-CP, Phụ lục I), đ when a Latin habit made it."""

_ORDINALS = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"]
_NO_FIGURES = ALPHABET + ALPHABET.upper()
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

_SPOILT = {"article": r"[ĐD]I[EÊỂỀ]U|[ĐD]i[eêểề]u", "chapter": "CHƯƠNG|Chương|CHUONG|Chuong"}
"""*Điều*, *Chương* with the marks that recognisers leave."""
_WORD_LABEL = re.compile(
    rf"""(?P<part>(?:PHẦN|Phần)\s+(?:(?:THỨ|thứ|Thứ)\s+)?(?P<part_value>[IVXLC]+|\d{{1,2}}|\w{{2,4}}))\s*(?P<e1>[.:)-]?)(?=\s|$)
      | (?P<chapter>(?:{_SPOILT["chapter"]})\s+(?P<chapter_value>[IVXLC]+|\d{{1,2}}[a-z]?))\s*(?P<e2>[.:)-]?)(?=\s|$)
      | (?P<subsection>(?:TIỂU\ MỤC|Tiểu\ mục)\s+(?P<subsection_value>[IVXLC]+|\d{{1,2}}))\s*(?P<e3>[.:)-]?)(?=\s|$)
      | (?P<section>(?:MỤC|Mục)\s+(?P<section_value>[IVXLC]+|\d{{1,2}}[a-z]?|[A-H]))\s*(?P<e4>[.:)-]?)(?=\s|$)
      | (?P<article>(?:{_SPOILT["article"]})\s{{0,3}}(?P<article_value>\d{{1,3}}[a-zđ]?))
        (?P<e5>\s{{0,2}}[.:](?:\s?-)?|$|\s?-(?=\s|[{UPPER}]))
      | (?P<appendix>(?:PHỤ\ LỤC|Phụ\ lục)
            (?:\s+(?:SỐ|Số|số)?\s?(?P<appendix_value>[IVXLC]+|\d{{1,2}}[A-Za-z]?|[A-H])(?=[\s.:-]|$))?)
        \s*(?P<e6>[.:-]?)(?=\s|$)
    """,
    re.VERBOSE,
)
_FOLLOWED = rf"(?=\s|[*\"“]{{0,3}}[{UPPER}]|\*|$)"
_SIGN_LABEL = re.compile(
    rf"""(?P<compound>(?:[IVX]{{1,4}}|[A-H]|[a-zđ])(?:\.\d{{1,2}}){{1,3}}|\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}\.[a-zđ])
            (?P<s10>[.)](?!\d)|(?=\s+[{UPPER}]))(?=\s|\*)
      | (?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,4}})\*{{0,2}}(?P<s1>\.(?!\d)|\)|/(?=\s)|)(?=\s*["“{UPPER}(]|\s+\w|\s*\*|\s*$)
      | (?P<number>\d{{1,3}}[a-z]?)\*{{0,2}}\s?(?P<s2>[.)/_-]){_FOLLOWED}
      | (?P<comma>[1-9]\d?|[a-zđ])(?P<s12>,)(?=\s["“]?[{UPPER}])
      | \((?P<small>[ivx]{{2,5}}|i|v|x)(?P<s13>\))(?=\s|\*|[{UPPER}]|$)
      | \((?P<paren>\d{{1,2}}|[a-zđ])(?P<s3>\))(?=\s|\*|[{UPPER}]|$)
      | (?P<roman>[IVXL]{{1,7}})\*{{0,2}}\s?(?P<s4>[.)/-])(?=\s|\*|["“]?[{UPPER}]\w|$)
      | (?P<blurred>[IVXl1]{{2,5}})(?P<s11>\.)(?=\s[{UPPER}]{{2}})
      | (?P<bare>[IVX]{{1,4}})(?P<s9>)\s+(?=[{UPPER}]{{2}})
      | (?P<upper>[A-HKĐ])\*{{0,2}}\s?(?P<s5>[.)/-])(?=\s|\*|$)
      | (?P<point>[a-zđ]\d?)\s?(?P<s6>[.)/])(?:{_FOLLOWED}|(?<=\))(?=[{LOWER}]{{2}}))
      | (?P<odd>[^\s\w().,;:"“”'+*•-]|[^\W\d_A-Za-zđ])(?P<s7>\))(?=\s)
      | (?P<lower>l|ø)(?P<s8>[.)])(?=\s)
    """,
    re.VERBOSE,
)
_STYLE_OF_SIGN = {
    "s10": "compound",
    "s1": "decimal",
    "s2": "number",
    "s12": "comma",
    "s13": "small",
    "s3": "paren",
    "s4": "roman",
    "s11": "blurred",
    "s9": "bare",
    "s5": "upper",
    "s6": "point",
    "s7": "odd",
    "s8": "lower",
}
_WORD_STARTS = frozenset({"PH", "Ph", "CH", "Ch", "TI", "Ti", "MỤ", "Mụ", "ĐI", "Đi", "DI", "Di"})
"""How the words of labels begin: many rows begin with a capital, few like these."""
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
    "small": "item",
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
        return int(text.rstrip(_NO_FIGURES))
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


def may_be_label(text: str) -> bool:
    """Whether a text begins like a label at all, by its first two signs: most rows are words and do not."""
    first, second = text[:1], text[1:2]
    return first + second in _WORD_STARTS or (
        second != "" and (not first.isalpha() or not second.isalpha() or first in "IVXLl")
    )


def label_of(row: Row, index: int) -> Label | None:
    """The label that opens a row, if any.

    >>> row = Row(0, 20, "1. Sở Tài chính:", 0, False, False)
    >>> label = label_of(row, 0)
    >>> label.style, label.value, label.text, label.content
    ('number', 1, '1', 3)
    """
    text = row.text
    if not may_be_label(text):
        return None
    if text[:2] in _WORD_STARTS:
        found = _WORD_LABEL.match(text)
        return _word_label(found, row, index) if found else None
    found = _SIGN_LABEL.match(text)
    return _sign_label(found, row, index) if found else None


def _word_label(found: re.Match[str], row: Row, index: int) -> Label | None:
    style = next(s for s in ("part", "chapter", "subsection", "section", "article", "appendix") if found[s])
    value = found[f"{style}_value"]
    number = value_of(value) if value else 0
    rest = row.text[found.end() :].lstrip()
    if style != "appendix" and not number:
        return None
    closed = row.text[found.end(style) : found.end()].strip() != ""
    if style not in {"article", "appendix"} and rest and not closed and not (_in_capitals(rest) or _is_title(rest)):
        return None  # "Phần 2 của Nghị quyết này", "Chương trình"
    if style == "appendix" and rest and not closed and not _in_capitals(rest):
        return None  # "Phụ lục I kèm theo Nghị định này quy định"
    if style == "appendix" and row.text.endswith((";", ",")):
        return None
    content = row.start + len(row.text) - len(rest) if rest else row.end
    label = found[style] if style not in _SPOILT else f"{_word(style, found[style])} {value}"
    return Label(style, number, (), "", label, row.start, content, False, index)


def _word(style: str, printed: str) -> str:
    """*Điều* or *Chương* as it is spelt, in the case that was printed: *Điểu1* is *Điều 1*."""
    word = "Điều" if style == "article" else "Chương"
    return word.upper() if printed[:2].isupper() else word


def _in_capitals(rest: str) -> bool:
    """Whether a title in capitals or a note follows: *DANH MỤC THỦ TỤC (Ban hành kèm theo …)*, *[Được sửa đổi …]*."""
    title = re.split(r"[(\[]", rest, maxsplit=1)[0]
    return not title or title.isupper()


def _is_title(rest: str) -> bool:
    """Whether what follows *Chương I* on its row can be its title: capitalised and no sentence."""
    return rest[0].isupper() and not rest.endswith((".", ";", ",")) and len(rest) < 200


def _sign_label(found: re.Match[str], row: Row, index: int) -> Label | None:
    sign_group = found.lastgroup or ""
    matched, sign = _STYLE_OF_SIGN[sign_group], found[sign_group]
    value = found[matched]
    if matched == "bare" and (not row.text.isupper() or len(row.text) < 8):
        return None
    style, number, path = _reading(matched, value, sign)
    if number == 0 and style != "point":
        return None
    content = found.end()
    while content < len(row.text) and row.text[content] in " \t*":
        content += 1
    bracketed = row.text[0] == "("
    text = f"({value})" if bracketed else value
    if bracketed and matched == "paren" and style == "point":
        sign = "()"
    return Label(style, number, path, sign, text, row.start, row.start + content, False, index)


def _reading(matched: str, value: str, sign: str) -> tuple[str, int, tuple[int, ...]]:
    """Style, value and path of what a pattern matched; value 0 when it is none."""
    if matched == "compound":
        head, *numbers, last = value.split(".")
        return "decimal", _part(last), (head_code(head), *(int(number) for number in numbers))
    if matched == "decimal":
        *leading, own = (int(part) for part in value.split("."))
        return "decimal", own, tuple(leading)
    if matched in {"roman", "bare"}:  # "II NHIỆM VỤ TRỌNG TÂM", the full stop lost
        return "roman", roman_value(value), ()
    if matched == "blurred":  # "Il. TỔ CHỨC THỰC HIỆN"
        return "roman", roman_value(value.replace("l", "I").replace("1", "I")), ()
    if matched == "small":
        return "small", roman_value(value.upper()), ()
    if matched == "odd":
        return "point", 0, ()
    if matched == "lower":
        return ("number", 1, ()) if value == "l" and sign == "." else ("point", 0, ())
    if matched == "point" or not value[0].isdigit():
        return ("upper" if matched == "upper" else "point"), letter_value(value[0].lower()), ()
    return ("paren" if matched == "paren" else "number"), value_of(value), ()


def _part(text: str) -> int:
    return int(text) if text.isdigit() else letter_value(text)


def head_code(head: str) -> int:
    """The first part of a path: numbers stand for themselves, Roman numbers and letters for negative ones.

    >>> head_code("3"), head_code("II"), head_code("B"), head_code("b")
    (3, -2, -52, -102)
    """
    if head.isdigit():
        return int(head)
    if head.islower():
        return -100 - letter_value(head)
    return -roman_value(head) if roman_value(head) and head not in "CDL" else -50 - letter_value(head.lower())
