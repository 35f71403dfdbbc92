"""Quoted text of other documents: amendments print whole articles inside quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_MARK = re.compile(r"[“”\"]")
_LABEL = re.compile(
    r"\s?(?:Điều\s|Chương\s|Mục\s|Phụ lục|PHỤ LỤC|\d{1,3}[a-zđ]?[.)]|\d{1,2}\.\d|[a-zđ]\d?\)|[IVX]{1,5}\.|[-+]\s)"
)
# one for each mark: what begins with one certain sign is found fastest
_OPENINGS = [re.compile(rf"{mark}{_LABEL.pattern}") for mark in '“"']
_LIMIT = 60_000
"""Longest quotation accepted: a mark that was never closed must not hide the rest of the document."""


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Spans of quotations that begin with a label and run to their closing mark, outermost only.

    >>> quoted_spans('1. Sửa đổi:\\n“Điều 5. Giao quyền\\n1. Sở Y tế.”\\n2. Bãi bỏ')
    [(12, 44)]
    """
    openings = [found.start() for opening in _OPENINGS if (found := opening.search(text))]
    if not openings:
        return []
    scan = _Scan(text)
    for mark in _MARK.finditer(text, min(openings)):
        scan.take(mark[0], mark.start())
    scan.give_up()
    return scan.spans


@dataclass(slots=True)
class _Scan:
    """One pass over the marks.

    ``opened`` is where the quotation in progress begins, ``depth`` how many curled marks are open inside it;
    ``line_close`` is the last closing mark that ended a line, where a quotation ends whose inner marks do not match.
    """

    text: str
    spans: list[tuple[int, int]] = field(default_factory=list)
    opened: int = -1
    straight: bool = False
    depth: int = 0
    line_close: int = -1

    def take(self, sign: str, position: int) -> None:
        if self.opened >= 0 and position - self.opened > _LIMIT:
            self.give_up()
        begins = sign != "”" and bool(_LABEL.match(self.text, position + 1)) and self._starts_line(position)
        if self.opened < 0:
            if begins:
                self._open(sign, position)
        elif self.straight:
            if sign == '"' and self._ends_line(position + 1):
                self._close(position + 1)
        elif sign == "“":
            if begins and self.line_close > 0:
                self.give_up()
                self._open(sign, position)
            else:
                self.depth += 1
        elif sign == "”":
            self.depth -= 1
            if self.depth <= 0:
                self._close(position + 1)
            elif self._ends_line(position + 1):
                self.line_close = position + 1

    def give_up(self) -> None:
        """End a quotation that lacks its mark where a closing mark last ended a line; without one it is none."""
        if self.opened >= 0 and self.line_close > 0:
            self.spans.append((self.opened, self.line_close))
        self.opened = -1

    def _open(self, sign: str, position: int) -> None:
        self.opened, self.straight, self.depth, self.line_close = position, sign == '"', 1, -1

    def _close(self, end: int) -> None:
        self.spans.append((self.opened, end))
        self.opened = -1

    def _starts_line(self, position: int) -> bool:
        """Whether a mark opens its line, or follows the colon that announces the quotation."""
        before = self.text[max(0, position - 6) : position].rstrip(" *|\t")
        return not before or before[-1] in "\n:"

    def _ends_line(self, position: int) -> bool:
        line_end = self.text.find("\n", position, position + 12)
        rest = self.text[position : line_end if line_end >= 0 else position + 12]
        return not rest.strip(" .;,:)/|*") and (line_end >= 0 or position + 12 >= len(self.text))
