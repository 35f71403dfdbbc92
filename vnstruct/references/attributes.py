"""What is printed with a citation: the cited document's date, issuer and subject.

They stand after the number in almost fixed order (*… ngày 05 tháng 8 năm 2014 của Thủ tướng Chính phủ về việc …*), or
before it (*Ngày 24/6/1977 Hội đồng Chính phủ đã ra Quyết định …*, *ý kiến của Ban Tổ chức Trung ương tại Văn bản …*).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnstruct.references.issuers import IssuerReader, one_line
from vnstruct.references.letters import UPPER
from vnstruct.references.model import Span
from vnstruct.references.patterns import compiled, spaced
from vnstruct.references.subjects import Subjects

_MISREAD = str.maketrans("lIOo", "1100")
_DAY = r"[\dlI][\dlIOo]?"
_STARS = r"\**\s{0,3}\**\s{0,3}"  # Markdown left in the text: "ngày** 09 tháng** 5 năm"
_DOTS = r"[.…_]{0,12}\s{0,12}"  # left to be filled in by hand
_DATE = spaced(
    rf"""(?i:ngày){_STARS}{_DOTS}(?P<day>{_DAY})?{_DOTS}{_STARS}
    (?:~(?i:tháng){_STARS}{_DOTS}(?P<month>{_DAY})?{_DOTS}{_STARS}~(?i:năm){_STARS}(?P<year>\d{{4}})
    |\s?[/.-]\s?(?P<month2>{_DAY})(?:\s?[/.-]\s?(?P<year2>\d{{4}}|\d\d(?!\d)))?)
    |tháng (?P<month3>\d{{1,2}})~(?:/|năm )~(?P<year3>\d{{4}})"""
)
_SLASHED = r"(?P<day4>\d{1,2})/(?P<month4>\d{1,2})/(?P<year4>\d{4})"
_AFTER_NUMBER = compiled(
    rf"""~,?~\(?\s?(?:(?:đã )?(?:được )?(?:ký ban hành|ký|ban hành|thông qua) )?~
    (?P<date>{_DATE}|{_SLASHED}|năm (?P<year5>(?:19|20)\d\d)(?!\d))\)?"""
)
_BEFORE = compiled(rf"(?P<date>{_DATE}|{_SLASHED}),?~$")
_OF = compiled("~,?~(?P<of>(?:của|CỦA) (?:đồng chí )?|do |(?P<between>giữa ))")
# "Ngày 31/5/2025, Thủ tướng Chính phủ ban hành Công điện 79/CĐ-TTg": the verb; who acts stands before it.
_ACTS = compiled(
    """ (?:(?:đã|vừa|mới|cũng|tiếp tục|đã có|vừa có) ){0,2}
    (?:có|ra|ký|gửi|phát hành|ký ban hành|ban hành|thông qua) (?:các |bản )?$"""
)
# "ý kiến của Ban Tổ chức Trung ương tại Văn bản …"
_AT = compiled(",? (?:tại|theo|trong|nêu tại) (?:các )?$")
_WORDS_OF = compiled(
    """(?:ý kiến|chỉ đạo|đề nghị|yêu cầu|hướng dẫn|kết luận|báo cáo|kiến nghị|đề xuất|thông báo|nội dung|tinh thần
    |phân công|ủy quyền) của """
)
_SENTENCE_BREAK = re.compile(r"[.;:()“”\"]|\n\s*\n")
_CLAUSE = compiled(rf"(?:^|\n\s{{0,4}}|[,;.:] |\b(?:và|thì|khi|do) |\d{{4}},? )(?=[{UPPER}])")


@dataclass(slots=True)
class Attributes:
    """What was found around one mention; ``end`` is where the last of it ends."""

    end: int
    date: str | None = None
    date_span: Span | None = None
    issuer: str | None = None
    issuer_span: Span | None = None
    title: str | None = None
    title_span: Span | None = None


class AttributeReader:
    """Reads date, issuer and subject around a citation; every pattern is anchored at it and bounded."""

    def __init__(self, issuers: IssuerReader, subjects: Subjects) -> None:
        self._issuers = issuers
        self._subjects = subjects

    def after(self, text: str, end: int, *, joint: bool = False, year: str = "", named: bool = False) -> Attributes:
        """What follows a number or a name that ends at ``end``; ``joint`` numbers have several issuers;
        the date of a ``named`` document has a day, and it has no subject beside its name.

        A day without a year (*ngày 25-5*) takes ``year``, the one in the number.
        """
        found = Attributes(end)
        self._date(text, found, year)
        of = _OF.match(text, found.end)
        if of and (joint or not of["between"]):
            span = self._issuers.read(text, of.end(), joint=joint)
            if span:
                found.issuer, found.issuer_span, found.end = one_line(text[span[0] : span[1]]), span, span[1]
                if found.date is None:
                    self._date(text, found, year)
        if not named:
            span = self._subjects.read(text, found.end)
            if span:
                found.title, found.title_span = one_line(text[slice(*span)]), span
        elif found.date and len(found.date) < 10:
            found.date = found.date_span = None  # "Chương trình … năm 2025": a year of the programme
        return found

    def inside(self, text: str, start: int, end: int) -> Attributes | None:
        """The issuer between type word and number: *Nghị quyết của Bộ Chính trị số 36-NQ/TW*."""
        of = _OF.match(text, start, end)
        begin = of.end() if of else start + len(text[start:end]) - len(text[start:end].lstrip())
        span = self._issuers.whole(text, begin, end)
        return Attributes(end, issuer=one_line(text[slice(*span)]), issuer_span=span) if span else None

    def _date(self, text: str, found: Attributes, year: str) -> None:
        m = _AFTER_NUMBER.match(text, found.end)
        if m is None:
            return
        date = iso_date(m, year)
        if date:
            found.date, found.date_span = date, m.span("date")
            found.end = m.end()
        elif m["day"] or m["month"]:
            found.end = m.end()

    def before(self, text: str, start: int) -> Attributes | None:
        """Who issued the document and when, where that is told before the citation."""
        at = _AT.search(text, max(0, start - 16), start)
        if at is not None:
            return self._words_of(text, at.start(), start)
        acts = _ACTS.search(text, max(0, start - 40), start)
        return None if acts is None else self._act(text, acts.start(), start)

    def _words_of(self, text: str, end: int, start: int) -> Attributes | None:
        left = _last_end(_SENTENCE_BREAK, text, max(0, end - 160), end)
        begin = _last_end(_WORDS_OF, text, left, end)
        span = self._issuers.whole(text, begin, end) if begin > left else None
        return Attributes(start, issuer=one_line(text[slice(*span)]), issuer_span=span) if span else None

    def _act(self, text: str, end: int, start: int) -> Attributes | None:
        """*Ngày D, X ban hành …*: who acts is the last clause before the verb that reads as an issuer."""
        left = _last_end(_SENTENCE_BREAK, text, max(0, end - 120), end)
        begins = [m.end() for m in _CLAUSE.finditer(text, left, end)]
        for position in (left, *begins):
            span = self._issuers.whole(text, position, end)
            if span is None:
                continue
            found = Attributes(start, issuer=one_line(text[slice(*span)]), issuer_span=span)
            dated = _BEFORE.search(text, max(0, span[0] - 40), span[0])
            if dated and (date := iso_date(dated)):
                found.date, found.date_span = date, dated.span("date")
            return found
        return None


def _last_end(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Where the last match before ``end`` ends; ``start`` when there is none."""
    last = start
    for m in pattern.finditer(text, start, end):
        last = m.end()
    return last


def iso_date(m: re.Match[str], year: str = "") -> str | None:
    """The ISO date of a match; without its day ``2026-04``; None for a date that the calendar does not know.

    >>> iso_date(re.match(_DATE, "ngày l6 tháng 4 năm 2021"))
    '2021-04-16'
    """
    parts = {name: value for name, value in m.groupdict().items() if value}

    def part(name: str) -> str:
        return next((parts[n] for n in parts if n.rstrip("2345") == name), "").translate(_MISREAD)

    day, month, printed = part("day"), part("month"), part("year") or year
    if len(printed) == 2:
        printed = ("19" if int(printed) > 40 else "20") + printed
    if len(printed) != 4:
        return None
    if not month:
        return printed
    if not 1 <= int(month) <= 12 or (day and not 1 <= int(day) <= 31):
        return None
    return f"{printed}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")
