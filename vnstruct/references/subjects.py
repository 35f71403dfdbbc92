"""The subject of a cited document: where it begins and where it ends.

It has no closing mark of its own. It ends at a full stop or a semicolon, at a bracket with an alias, at an amendment
tail, at the next document of an enumeration, or where the sentence goes on with the body that acts.
"""

from __future__ import annotations

import re

from vnstruct.knowledge import Knowledge
from vnstruct.references.model import Span
from vnstruct.references.patterns import compiled
from vnstruct.text import trie_pattern

# Between issuer and subject: "của Quốc hội khóa XV, kỳ họp thứ 10, về …".
_SESSION = compiled(r"~,?~(?:khóa [IVXLC\d]+|kỳ họp [^,.;:\n]{1,40}|\((?:[kK]hóa|lần)[^)\n]{1,20}\))")
_LEAD = compiled(
    """~,?~(?P<lead>(?:V/v|v/v|về việc|về) )?
    (?P<verb>quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi|bổ sung|công bố|thành lập|triển khai|tăng cường|bãi bỏ
    |thay thế|kiện toàn|điều chỉnh|giao|đề nghị|thông báo)?"""
)
_GOVERNED = "".join(rf"(?<!{word}\s)" for word in ("của", "theo", "hiện", "hành", "khai", "cứ", "tại"))
_LONGEST = 600


_BRACKET = re.compile(r"[()]")


def _outside_brackets(text: str, start: int, end: int) -> int:
    """The end of a subject before a bracket that it opens and leaves open, or closes without having opened it.

    >>> text = "cung cấp thông tin (lần 2) về tiền lương (đính kèm Công văn số 5"
    >>> text[: _outside_brackets(text, 0, len(text))]
    'cung cấp thông tin (lần 2) về tiền lương '
    """
    opened: list[int] = []
    for bracket in _BRACKET.finditer(text, start, end):
        if bracket[0] == "(":
            opened.append(bracket.start())
        elif opened:
            opened.pop()
        else:
            return bracket.start()
    return opened[0] if opened else end


class Subjects:
    """Reads subjects; who may act and what may be enumerated comes from the tables."""

    def __init__(self, knowledge: Knowledge) -> None:
        bodies = trie_pattern(sorted({h.head for h in knowledge.body_heads} | {o.title for o in knowledge.offices}))
        types = trie_pattern(sorted({row.name.capitalize() for row in knowledge.document_types}))
        self._end = compiled(
            rf"""(?=[;”.,(\s])(?:[;”]|\.(?=\s|$|/)
            |\n\s{{0,8}}(?=\n|[-+*•|]|\d{{1,2}}[.)]|[a-zđ]\)|[IVX]{{1,4}}\.|Căn cứ|Điều \d|[A-ZĐ]{{4,}} )
            |~\((?=sau đây|gọi tắt|viết tắt|gửi kèm|kèm theo|được sửa đổi|đã được)
            | (?:(?:đã )?được|đã) sửa đổi
            |, (?=(?:{bodies})(?!\w))
            |,? (?=(?:và )?(?:{types}) số ){_GOVERNED})"""
        )

    def end(self, text: str, start: int) -> int:
        """Where the subject that begins at ``start`` ends; ``start`` when no end is near."""
        limit = min(len(text), start + _LONGEST)
        m = self._end.search(text, start, limit)
        if m is not None:
            return m.start()
        return limit if limit == len(text) else start

    def read(self, text: str, position: int) -> Span | None:
        """The subject that follows a citation's date and issuer; *về việc* is no part of it, *quy định* is."""
        for _ in range(2):
            session = _SESSION.match(text, position)
            if session:
                position = session.end()
        m = _LEAD.match(text, position)
        if m is None or (m["lead"] is None and m["verb"] is None):
            return None
        start = m.end("lead") if m["lead"] else m.start("verb")
        end = _outside_brackets(text, start, self.end(text, start))
        end = start + len(text[start:end].rstrip())
        return (start, end) if end - start > 3 else None
