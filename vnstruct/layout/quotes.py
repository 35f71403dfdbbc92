"""Quoted text of other documents: amendments print whole articles inside quotation marks."""

from __future__ import annotations

import re

_OPEN = re.compile(
    r"[“\"](?=\s?(?:Điều|Chương|Mục|Phụ lục|PHỤ LỤC|\d{1,3}[a-zđ]?[.)]|\d{1,2}\.\d|[a-zđ]\d?\)|[IVX]{1,5}\.|[-+]\s))"
)
_MARK = re.compile(r"[“”\"]")
_LIMIT = 60_000
"""Longest quotation accepted: a mark that was never closed must not hide the rest of the document."""


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Spans of quotations that begin with a label and run to their closing mark, outermost only.

    A closing mark counts when nothing but punctuation follows it on its line, or when the quotation is one line.

    >>> quoted_spans('1. Sửa đổi:\\n“Điều 5. Giao quyền\\n1. Sở Y tế.”\\n2. Bãi bỏ')
    [(12, 44)]
    """
    spans: list[tuple[int, int]] = []
    position = 0
    while found := _OPEN.search(text, position):
        end = _closing(text, found.start())
        if end is None:
            position = found.end()
            continue
        spans.append((found.start(), end))
        position = end
    return spans


def _closing(text: str, start: int) -> int | None:
    straight = text[start] == '"'
    depth = 1
    last_close = None
    for mark in _MARK.finditer(text, start + 1, min(len(text), start + _LIMIT)):
        sign = mark[0]
        if straight:
            if sign == '"' and _ends_line(text, mark.end()):
                return mark.end()
            continue
        if sign == "“":
            depth += 1
        elif sign == "”":
            depth -= 1
            last_close = mark.end()
            if depth <= 0 or _ends_line(text, mark.end()):
                return mark.end()
    return last_close


def _ends_line(text: str, position: int) -> bool:
    line_end = text.find("\n", position, position + 12)
    rest = text[position : line_end if line_end >= 0 else position + 12]
    return not rest.strip(" .;,:)/|*") and (line_end >= 0 or position + 12 >= len(text))
