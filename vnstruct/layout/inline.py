"""Labels inside rows: converters run lists together, or print them as one paragraph."""

from __future__ import annotations

import re

from vnstruct.layout.fold import UPPER
from vnstruct.layout.labels import Label, letter_value, value_of
from vnstruct.layout.rows import Row

_INLINE = re.compile(
    rf"""[.;:)](?:(?<=\.)[”"])?\s{{1,3}}
        (?:(?P<article>Điều\s\d{{1,3}}[a-z]?)\.
          |(?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,2}})\.?
          |(?P<number>\d{{1,2}})[.)]
          |(?P<point>[a-zđ])\)
          |(?P<roman>[IVX]{{1,5}})\.)
        \s{{1,3}}(?=["“]?[{UPPER}])
    """,
    re.VERBOSE,
)
# rare, and sought fast for its first character: rows without it need not be read for weak labels
_NUMBERED = re.compile(rf"\d(?<=\s\d)\d{{0,2}}[a-z]?\.\s{{1,3}}[{UPPER}]")
_WEAK = re.compile(
    rf"(?<=[^.;:\s])\s{{1,3}}(?:(?P<article>Điều\s\d{{1,3}}[a-z]?)|(?P<number>\d{{1,2}}))\.\s{{1,3}}(?=[{UPPER}])"
)
_CITING = re.compile(
    r"(?:\b(?:tại|của|và|theo|hoặc|với|các|từ|đến|quy định|này|là|quý|lần|số|năm|tháng|ngày|bảng|mẫu|phụ lục|đợt|bước"
    r"|lớp|cấp|điều|(?:khoản|điểm|mục)(?:\s\w{1,3})?)|\d)\s*,?\s*\Z",
    re.IGNORECASE,
)
_TITLED_ARTICLE = re.compile(
    rf"(?:^|\s)Điều\s\d{{1,3}}[a-z]?\.\s[{UPPER}][^.;:]{{3,120}}?\s(?P<number>1)\.\s{{1,3}}(?=[{UPPER}])"
)


def weak_labels(row: Row, index: int) -> list[Label]:
    """Articles and clauses that a flattened text runs into the words before them.

    >>> text = "Điều 3. Hiệu lực thi hành 1. Thông tư này có hiệu lực (kể từ ngày ký) Điều 4. Bãi bỏ văn bản"
    >>> [(label.text, label.weak) for label in weak_labels(Row(0, len(text), text, 0, False, False), 0)]
    [('1', False), ('Điều 4', True)]
    """
    if not _NUMBERED.search(row.text):
        return []
    titled: set[int] = set()
    if "Điều" in row.text:
        titled = {found.start("number") for found in _TITLED_ARTICLE.finditer(row.text)}
    labels: list[Label] = []
    for found in _WEAK.finditer(row.text):
        style = found.lastgroup or ""
        value = found[style]
        start = found.start(style)
        if start not in titled and _CITING.search(row.text, max(0, found.start() - 14), found.start()):
            continue
        number = value_of(value.split()[-1])
        sign = "." if style == "number" else ""
        content = row.start + found.end()
        labels.append(
            Label(style, number, (), sign, value, row.start + start, content, True, index, start not in titled)
        )
    return labels


def inline_labels(row: Row, index: int) -> list[Label]:
    """Labels inside a row, after the end of a sentence or a clause.

    >>> row = Row(0, 60, "Giao: 1. Sở Y tế báo cáo. 2. Sở Nội vụ tổng hợp.", 0, False, False)
    >>> [(label.text, label.start) for label in inline_labels(row, 0)]
    [('1', 6), ('2', 26)]
    """
    labels: list[Label] = []
    for found in _INLINE.finditer(row.text):
        style = found.lastgroup or ""
        value = found[style]
        path: tuple[int, ...] = ()
        if style == "decimal":
            *head, last = (int(part) for part in value.split("."))
            path, number = tuple(head), last
        elif style == "article":
            number = value_of(value.split()[1])
        elif style == "point":
            number = letter_value(value)
        else:
            number = value_of(value)
        sign = row.text[found.end(style)] if row.text[found.end(style)] in ".)" else ""
        if number:
            start = row.start + found.start(style)
            labels.append(Label(style, number, path, sign, value, start, row.start + found.end(), True, index))
    return labels
