"""Furniture of web pages and printed pages, and the news reports that stand in it."""

from __future__ import annotations

import re
from functools import lru_cache

from vnstruct.layout.cues import Cues
from vnstruct.layout.model import HeaderField
from vnstruct.layout.paragraphs import Merged, sentence_like
from vnstruct.layout.rows import Row, is_page_number

_DATE = re.compile(
    r"(?<!\d)(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>(?:19|20)\d{2})(?!\d)"
    r"|(?<!\d)(?P<y2>(?:19|20)\d{2})-(?P<m2>\d{2})-(?P<d2>\d{2})(?!\d)"
    r"|[Nn]gày\s(?P<d3>\d{1,2})\stháng\s(?P<m3>\d{1,2})\snăm\s(?P<y3>\d{4})"
)
_PAGE_HEAD = re.compile(r"(?:\d+\s+)?CÔNG BÁO\s?/\s?Số|Page \d+ of \d+|Trang \d+\s?/\s?\d+")
_CONTACT = re.compile(r"https?://|www\.|\w@\w+\.|\be-?mail\s*:|điện thoại\s*:|\bfax\s*:|\btel\s*:", re.IGNORECASE)
_CAPTION = re.compile(r"\(?Ảnh\s?:|\bẢnh: |!\[|\[?Video")
_SHORT = 80
_LONGEST_CONTACT = 120
_REMEMBERED = 2000
"""Rows whose answer is kept: those of an annex are asked many times, and sites repeat themselves."""
_TITLE_WORDS = 6
_LONGEST_TITLE = 300
_LICENCE_GAP = 6


class PortalReader:
    """Tells furniture from text; built once with the word lists."""

    def __init__(self, cues: Cues) -> None:
        self._portal = cues.portal
        self._portal_text = cues.portal_text
        self._opener = cues.opener
        self._is_short_furniture = lru_cache(_REMEMBERED)(self._reads_as_furniture)

    def is_page_furniture(self, row: Row) -> bool:
        """Whether a row is a page number or the running head of a page."""
        text = row.text
        return is_page_number(text) or ((text[0] in "CPT" or text[0].isdecimal()) and bool(_PAGE_HEAD.match(text)))

    def is_furniture(self, row: Row) -> bool:
        """Whether a row is furniture wherever it stands: counters, menus, stamps, contacts, page heads.

        Most cues (*chia sẻ*, *lĩnh vực:*) are words of the language too and count on short rows only.
        """
        if self.is_page_furniture(row):
            return True
        text = row.text
        if len(text) >= _LONGEST_CONTACT:
            return self._says_furniture(text.casefold())
        return self._is_short_furniture(text)

    def _says_furniture(self, folded: str) -> bool:
        return bool(self._portal_text.search(folded))

    def _reads_as_furniture(self, text: str) -> bool:
        folded = text.casefold()
        if self._says_furniture(folded) or (len(text) < _SHORT and self._portal.search(folded)):
            return True
        # what every contact holds is sought first
        return (":" in text or "@" in text or "www." in folded) and bool(_CONTACT.search(text))

    def article(self, rows: list[Row], merged: list[Merged]) -> tuple[int, int, int, dict[str, HeaderField]] | None:
        """A news report: row of the headline, first and last row of its text, and its fields; None without prose."""
        usable = [m for m in merged if not self.is_furniture(rows[m.first])]
        prose = [m for m in usable if sentence_like(m.text)]
        if not prose:
            return None
        titles = [
            m
            for m in usable
            if m.first < prose[0].first
            and len(m.text.split()) >= _TITLE_WORDS
            and not _date_in(m.text, 70)
            and not _CAPTION.search(m.text)
        ]
        headline = titles[-1] if titles else prose[0]
        body = [m for m in prose if m.first > headline.first] or [headline]
        last = self._last(body)
        fields: dict[str, HeaderField] = {}
        lead = headline.text.startswith("(") or (headline.text.endswith(".") and self._opener.match(headline.text))
        if headline is not body[0] and len(headline.text) < _LONGEST_TITLE and not lead:
            span = rows[headline.first].start, rows[headline.last].end
            fields["title"] = HeaderField(re.sub(r"\s+", " ", headline.text).strip(" #*="), *span)
        date = self._published(rows, headline, body)
        if date:
            fields["date"] = date
        return headline.first, body[0].first, last, fields

    def _last(self, body: list[Merged]) -> int:
        """The last row of the text: a short line of prose far below the rest (a licence) is none."""
        last = body[0].last
        for paragraph in body[1:]:
            if paragraph.first - last > _LICENCE_GAP and len(paragraph.text) < 200:
                break
            last = paragraph.last
        return last

    def _published(self, rows: list[Row], headline: Merged, body: list[Merged]) -> HeaderField | None:
        """The date of publication: the first date alone on a short row under the headline, above it, or at the end."""
        inside = {index for m in body for index in range(m.first, m.last + 1)}
        near = [*range(headline.last + 1, body[0].first), *range(headline.first), *range(body[0].last + 1, len(rows))]
        for index in near:
            row = rows[index]
            if index not in inside and (found := _date_in(row.text, 70)):
                return HeaderField(found[0], row.start + found[1], row.start + found[2])
        return None


def _date_in(text: str, longest: int) -> tuple[str, int, int] | None:
    """The first date of a short text as ISO, with its span.

    >>> _date_in("Thứ Hai, 05/06/2023 - 10:20", 70)
    ('2023-06-05', 9, 19)
    """
    found = _DATE.search(text) if len(text) <= longest else None
    if not found:
        return None
    year = found["y"] or found["y2"] or found["y3"]
    month, day = int(found["m"] or found["m2"] or found["m3"]), int(found["d"] or found["d2"] or found["d3"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{year}-{month:02}-{day:02}", found.start(), found.end()
