"""What an annex says about the document it belongs to: *(Kèm theo Quyết định số 12/QĐ-BTC ngày 01 tháng 12 năm 2025)*.

Files often hold annexes without the first page; the note under the annex's title then is the only place that shows
number and date.
"""

from __future__ import annotations

import re

from vnstruct.knowledge import Knowledge
from vnstruct.layout.anchors import CODE, iso_date
from vnstruct.layout.fold import UPPER
from vnstruct.layout.model import HeaderField
from vnstruct.layout.rows import Row
from vnstruct.text import trie_pattern

ANNEXES = frozenset({"phụ lục", "danh mục"})
"""Types that never stand alone: they belong to the document that the note names."""
_DATE = (
    r"(?P<day>\d{1,2})(?:\s{1,3}tháng\s{1,3}|[/.-])(?P<month>\d{1,2})"
    r"(?:\s{1,3}năm\s{1,3}|[/.-])(?P<year>(?:19|20)\d{2})"
)


class AttachmentNotes:
    """Reads the notes; built once with the knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        names = {row.name for row in knowledge.document_types} | {
            row.name.capitalize() for row in knowledge.document_types
        }
        number = rf"\d{{1,6}}[a-z]?(?:/\d{{4}})?[/-]?{CODE}"
        self._entry = re.compile(rf"(?P<number>{number}),? ngày {_DATE}")
        self._note = re.compile(
            rf"""\(\s?(?:Ban\s+hành\s+|Ban\s+hành\s+và\s+)?[Kk]èm\s+theo\s+(?P<type>{trie_pattern(names)})\s+(?:số\s?:?\s{{0,3}})?
                (?P<number>{number})[,\s]{{1,4}}(?:ngày\s+)?{_DATE}(?:\s{{1,3}}của\s{{1,3}}(?P<issuer>[{UPPER}][^)\n]{{2,80}}))?""",
            re.VERBOSE,
        )

    def catalogued(self, row: Row, doc_type: str) -> dict[str, HeaderField]:
        """Number and date from the line with which a collection of documents names the one it shows.

        >>> from vnstruct.knowledge import load_knowledge
        >>> row = Row(0, 64, "Quyết định 12/QĐ-BTC ngày 01/12/2025 về thuế do Bộ Tài chính ban hành", 0, False, False)
        >>> {k: v.value for k, v in AttachmentNotes(load_knowledge()).catalogued(row, "quyết định").items()}
        {'number': '12/QĐ-BTC', 'date': '2025-12-01'}
        """
        found = next(
            (m for m in self._entry.finditer(row.text) if row.text[: m.start()].casefold().endswith(f"{doc_type} ")),
            None,
        )
        if not found:
            return {}
        shift = row.start
        date = iso_date(found["year"], found["month"], found["day"])
        return {
            "number": HeaderField(found["number"], shift + found.start("number"), shift + found.end("number"), 0.6),
            "date": HeaderField(date, shift + found.start("day"), shift + found.end("year"), 0.6),
        }

    def read(self, text: str, doc_type: str | None) -> dict[str, HeaderField]:
        """Type, number, date and issuer of the document, from the first note that agrees with its type.

        >>> from vnstruct.knowledge import load_knowledge
        >>> text = "DANH MỤC\\n(Kèm theo Quyết định số 12/QĐ-BTC ngày 01/12/2025 của Bộ Tài chính)"
        >>> {k: v.value for k, v in AttachmentNotes(load_knowledge()).read(text, "quyết định").items()}
        {'doc_type': 'quyết định', 'number': '12/QĐ-BTC', 'date': '2025-12-01', 'issuer': 'Bộ Tài chính'}
        """
        for found in self._note.finditer(text):
            named = re.sub(r"\s+", " ", found["type"]).lower()
            if doc_type not in {None, *ANNEXES, named}:
                continue
            date = iso_date(found["year"], found["month"], found["day"])
            fields = {
                "doc_type": HeaderField(named, *found.span("type"), 0.8),
                "number": HeaderField(_fuller(text, found["number"]), *found.span("number"), 0.8),
                "date": HeaderField(date, found.start("day"), found.end("year"), 0.8),
            }
            if found["issuer"]:
                fields["issuer"] = HeaderField(re.sub(r"\s+", " ", found["issuer"]).strip(), *found.span("issuer"), 0.7)
            return fields
        return {}


def _fuller(text: str, number: str) -> str:
    """The number as the text prints it best: a note may leave out the year or a separator.

    >>> _fuller("Thông tư 12/2025/TT-BCT … (Kèm theo Thông tư số 12/TT-BCT …)", "12/TT-BCT")
    '12/2025/TT-BCT'
    """
    number = re.sub(r"\s+", "", number)
    serial, letters = re.match(r"\d+", number), re.sub(r"[\W\d_]", "", number)
    printed = re.finditer(rf"(?<![\w/.-]){serial[0] if serial else ''}/(?:\d{{4}}/)?{CODE}", text)
    same = [m[0] for m in printed if re.sub(r"[\W\d_]", "", m[0]) == letters]
    return max([*same, number], key=len)
