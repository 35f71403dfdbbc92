"""What is printed with a citation: the cited document's date, issuer and subject.

They stand after the number in almost fixed order (*… ngày 05 tháng 8 năm 2014 của Thủ tướng Chính phủ về việc …*), or
before it (*Ngày 24/6/1977 Hội đồng Chính phủ đã ra Quyết định …*, *ý kiến của Ban Tổ chức Trung ương tại Văn bản …*).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vnstruct.references.issuers import IssuerReader, one_line
from vnstruct.references.letters import UPPER
from vnstruct.references.model import Span
from vnstruct.references.patterns import compiled, spaced
from vnstruct.references.subjects import Subjects
from vnstruct.references.told_before import ToldBefore

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
    rf"""~,?~\(?\s?(?:(?:lúc|hồi) \d{{1,2}} giờ (?:\d{{1,2}} phút )?,?~)?(?:(?:đã )?(?:được )?(?:ký ban hành|ký|ban hành|thông qua|công bố) )?~
    (?P<date>{_DATE}|{_SLASHED}|năm (?P<year5>(?:19|20)\d\d)(?!\d))\)?"""
)
_BEFORE = compiled(rf"(?P<date>{_DATE}|{_SLASHED}),?~$")
_OF = compiled("~,?~(?P<of>(?:của|CỦA) (?:đồng chí )?|do |(?P<between>giữa ))")
# "Luật … được Quốc hội khóa XIII, kỳ họp thứ 6 thông qua ngày …": who acts stands between *được* and the verb.
_BY = compiled('~,?~(?:đã )?được (?=[^.;:()"“”]{3,120}? (?:thông qua|ban hành|công bố|phê duyệt|phê chuẩn|ký))')
_BY_VERB = compiled(
    r"(?:,? [^.;:()\"“”]{3,40}?)?,? (?P<verb>(?:thông qua|ban hành|công bố|phê duyệt|phê chuẩn|ký)(?!\w))"
)
# "… ngày 03/6/2017 Hội nghị lần thứ năm …", "… ngày 16/6/2022 Kỳ họp thứ 3, Quốc hội khóa XV về": without *của*.
_BESIDE = compiled(r" (?:tại )?(?:[kK]ỳ họp thứ [\w]{1,9},? )?")
_BESIDE_ENDS = compiled(r"~(?:[.;)”\"]|\Z|,? ?(?:về|V/v|v/v|quy định|khóa|và(?= [A-ZĐ]))(?!\w))")
_ISSUED_BY = compiled(rf" do (?P<name>[{UPPER}][^.;,()\n]{{3,80}}?) ban hành(?!\w)")
# the last "của" of a subject, whose end bounds the search
_LAST_OF = re.compile(r"\s+của\s+(?P<name>[^\s](?:(?!\scủa\s).){1,80})\Z", re.DOTALL)
_GATHERING = compiled(",~(?=Hội nghị|Đại hội|[kK]ỳ họp)")


Accepts = Callable[[str], bool]
"""Whether a document may be of an issuer: what its number says."""


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

    def __init__(self, issuers: IssuerReader, subjects: Subjects, surnames: Iterable[str]) -> None:
        self._issuers = issuers
        self._told = ToldBefore(issuers, surnames)
        self._subjects = subjects

    def after(
        self,
        text: str,
        end: int,
        *,
        joint: bool = False,
        year: str = "",
        named: bool = False,
        accepts: Accepts,
        owns: Accepts,
    ) -> Attributes:
        """What follows a number or a name that ends at ``end``; ``joint`` numbers have several issuers;
        the date of a ``named`` document has a day, and it has no subject beside its name.

        A day without a year (*ngày 25-5*) takes ``year``, the one in the number. An issuer without *của* must be one
        that the number ``accepts``; it ``owns`` the one its code stands for.
        """
        found = Attributes(end)
        self._date(text, found, year)
        span = self._introduced(text, found, joint=joint) or self._beside(text, found, accepts)
        if span:
            found.issuer, found.issuer_span, found.end = one_line(text[slice(*span)]), span, max(span[1], found.end)
            if found.date is None:
                self._date(text, found, year)
        if not named:
            span = self._subjects.read(text, found.end)
            if span:
                span = self._behind_subject(text, found, span, accepts, owns)
                found.title, found.title_span = one_line(text[slice(*span)]), span
        elif found.date and len(found.date) < 10:
            found.date = found.date_span = None  # "Chương trình … năm 2025": a year of the programme
        return found

    def _behind_subject(self, text: str, found: Attributes, title: Span, accepts: Accepts, owns: Accepts) -> Span:
        """The subject without the issuer that it may end with; that one is kept.

        *… về an toàn giao thông do Thủ tướng Chính phủ ban hành*; *… về công tác văn thư của Chính phủ*, when the number
        names the issuer in full: *về nhiệm vụ của các bộ* is subject to its end.
        """
        if found.issuer is not None:
            return title
        for pattern, fits in ((_ISSUED_BY, accepts), (_LAST_OF, owns)):
            behind = pattern.search(text, *title)
            span = self._issuers.whole(text, *behind.span("name")) if behind else None
            if behind and span and fits(one_line(text[slice(*span)])):
                found.issuer, found.issuer_span = one_line(text[slice(*span)]), span
                return title[0], behind.start()
        return title

    def _introduced(self, text: str, found: Attributes, *, joint: bool) -> Span | None:
        """*của X*, *do X ban hành*, *được X thông qua*."""
        of = _OF.match(text, found.end)
        if of:
            return self._issuers.read(text, of.end(), joint=joint) if joint or not of["between"] else None
        by = _BY.match(text, found.end)
        span = self._issuers.read(text, by.end()) if by else None
        verb = _BY_VERB.match(text, span[1]) if span else None
        if verb:
            found.end = verb.start("verb")
        return span if verb else None

    def _beside(self, text: str, found: Attributes, accepts: Accepts) -> Span | None:
        """The issuer right after the date, where its subject or the end of the citation follows."""
        if found.date is None:
            return None
        gap = _GATHERING.match(text, found.end) or _BESIDE.match(text, found.end)
        span = self._issuers.headed(text, gap.end()) if gap else None
        if span is None or not _BESIDE_ENDS.match(text, span[1]):
            return None
        return span if accepts(one_line(text[slice(*span)])) else None

    def inside(self, text: str, start: int, end: int) -> Attributes | None:
        """The issuer between type word and number: *Nghị quyết của Bộ Chính trị số 36-NQ/TW*."""
        end = start + len(text[start:end].rstrip(" \n:"))
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

    def before(self, text: str, start: int, floor: int) -> Attributes | None:
        """Who issued the document and when, where that is told before the citation."""
        told = self._told.issuer(text, start, floor)
        if told is None:
            return None
        found = Attributes(start, issuer=told.name, issuer_span=told.span)
        dated = _BEFORE.search(text, max(0, told.span[0] - 40), told.span[0])
        if dated and (date := iso_date(dated)):
            found.date, found.date_span = date, dated.span("date")
        return found


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
