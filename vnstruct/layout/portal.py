"""Furniture of web pages, and news reports in it."""

from __future__ import annotations

import re

from vnstruct.layout.cues import Cues
from vnstruct.layout.model import HeaderField
from vnstruct.layout.paragraphs import sentence_like
from vnstruct.layout.rows import Row, is_page_number

_DATE = re.compile(
    r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d{2})(?!\d)|(?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)"
)
_LONG_DATE = re.compile(r"ngày\s(\d{1,2})\stháng\s(\d{1,2})\snăm\s(\d{4})", re.IGNORECASE)
_GAZETTE = re.compile(r"CÔNG BÁO\s?/\s?Số|\d+\s+CÔNG BÁO|Page \d+ of")
_CONTACT = re.compile(r"https?://|www\.|@\w+\.|e-?mail\s*:|điện thoại\s*:|fax\s*:|\btel\s*:", re.IGNORECASE)
_STAMP_TIME = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{4}\s\d{1,2}:\d{2}(?::\d{2})?")


class PortalReader:
    """Tells furniture from text; built once with the word lists."""

    def __init__(self, cues: Cues) -> None:
        self._portal = cues.portal

    def is_furniture(self, row: Row) -> bool:
        """Whether a row is furniture wherever it stands: counters, menus, stamps, page heads."""
        text = row.text
        if is_page_number(text) or _GAZETTE.match(text):
            return True
        folded = text.casefold()
        found = self._portal.search(folded)
        if found and (len(text) < 80 or len(found[0]) > 18):
            return True
        return len(text) < 120 and bool(_CONTACT.search(text))

    def article(self, rows: list[Row]) -> tuple[int, int, int, dict[str, HeaderField]] | None:
        """A news report: row of the headline, first and last row of its text, and its fields."""
        prose = [i for i, row in enumerate(rows) if sentence_like(row.text) and not self.is_furniture(row)]
        if not prose:
            return None
        titles = [
            i
            for i, row in enumerate(rows[: prose[0]])
            if len(row.text.split()) >= 6 and not self.is_furniture(row) and not _short_date(row.text)
        ]
        headline = titles[-1] if titles else prose[0]
        body = [i for i in prose if i > headline] or [headline]
        fields: dict[str, HeaderField] = {}
        head = rows[headline]
        if headline not in body and len(head.text) < 300:
            fields["title"] = HeaderField(re.sub(r"\s+", " ", head.text), head.start, head.end)
        date = self._published(rows, headline, body)
        if date:
            fields["date"] = date
        return headline, body[0], self._last(rows, body), fields

    def _last(self, rows: list[Row], body: list[int]) -> int:
        """The last row of the text: prose that stands far from the rest (a licence line) is none."""
        last = body[0]
        for index in body[1:]:
            if index - last > 6 and len(rows[index].text) < 200:
                break
            last = index
        return last

    def _published(self, rows: list[Row], headline: int, body: list[int]) -> HeaderField | None:
        near = [*range(headline + 1, body[0] + 1), *range(headline), *range(body[-1] + 1, len(rows))]
        for index in near:
            row = rows[index]
            if len(row.text) <= 70 and index not in body and (found := _iso_in(row.text)):
                return HeaderField(found[0], row.start + found[1], row.start + found[2])
        return None


def _short_date(text: str) -> bool:
    return len(text) <= 70 and _iso_in(text) is not None


def _iso_in(text: str) -> tuple[str, int, int] | None:
    """The first date of a text as ISO, with its span."""
    found = _DATE.search(text) or _LONG_DATE.search(text)
    if not found:
        return None
    if found.re is _DATE and found[4]:
        year, month, day = found[4], found[5], found[6]
    else:
        day, month, year = found[1], found[2], found[3]
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    return f"{year}-{int(month):02}-{int(day):02}", found.start(), found.end()
