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

_MISREAD = str.maketrans("lIOo", "1100")
_DAY = r"[\dlI][\dlIOo]?"
_STARS = r"\**\s{0,3}\**"  # Markdown left in the text: "ngày** 09 tháng** 5 năm"
_DATE = (
    rf"[Nn]gày{_STARS}\s{{0,3}}(?P<day>{_DAY})?{_STARS}"
    rf"(?:\s{{1,6}}tháng{_STARS}\s{{0,3}}(?P<month>{_DAY})?{_STARS}\s{{1,3}}năm{_STARS}\s{{0,3}}(?P<year>\d{{4}})"
    rf"|\s?[/.-]\s?(?P<month2>{_DAY})(?:\s?[/.-]\s?(?P<year2>\d{{4}}|\d\d(?!\d)))?)"
    r"|tháng\s{1,3}(?P<month3>\d{1,2})\s{0,2}(?:/|năm\s{1,3})\s{0,2}(?P<year3>\d{4})"
)
_SLASHED = r"(?P<day4>\d{1,2})/(?P<month4>\d{1,2})/(?P<year4>\d{4})"
_AFTER_NUMBER = re.compile(
    r"(?P<lead>\s{0,3},?\s{0,3}\(?\s?(?:(?:được|đã|đã được)\s{1,3})?(?:ký\s{1,3}ban\s{1,3}hành|ký|ban\s{1,3}hành|thông\s{1,3}qua)?\s{0,3})"
    rf"(?P<date>{_DATE}|{_SLASHED}|năm\s{{1,3}}(?P<year5>(?:19|20)\d\d)(?!\d))\)?"
)
_BEFORE = re.compile(rf"(?P<date>{_DATE}|{_SLASHED}),?\s{{0,3}}$")
_OF = re.compile(r"\s{0,3},?\s{0,3}(?P<of>của\s{1,3}(?:đồng\s{1,3}chí\s{1,3})?|do\s{1,3})")
# Between issuer and subject: "của Quốc hội khóa XV, kỳ họp thứ 10, về …".
_SESSION = re.compile(r"\s{0,3},?\s{0,3}(?:khóa\s{1,3}[IVXLC\d]+|kỳ\s{1,3}họp\s{1,3}[^,.;:\n]{1,40}|\((?:[kK]hóa|lần)[^)\n]{1,20}\))")
_SUBJECT = re.compile(
    r"\s{0,3},?\s{0,3}(?P<lead>(?:V/v|v/v|về\s{1,3}việc|về)\s{1,3})?"
    r"(?P<verb>quy\s{1,3}định|hướng\s{1,3}dẫn|ban\s{1,3}hành|phê\s{1,3}duyệt|sửa\s{1,3}đổi|bổ\s{1,3}sung|công\s{1,3}bố|thành\s{1,3}lập"
    r"|triển\s{1,3}khai|tăng\s{1,3}cường|bãi\s{1,3}bỏ|thay\s{1,3}thế|kiện\s{1,3}toàn|điều\s{1,3}chỉnh|giao|đề\s{1,3}nghị|thông\s{1,3}báo)?"
)
# Where a subject ends: a full stop, a semicolon, an alias, or where the sentence goes on with whoever acts.
_SUBJECT_END = re.compile(
    r"[;”]|\.(?=\s|$|/)|\n\s{0,8}(?=\n|[-+*•|]|\d{1,2}[.)]|[a-zđ]\)|[IVX]{1,4}\.|Căn cứ|Điều \d|[A-ZĐ]{4,} )"
    r"|\s{0,3}\((?=sau đây|gọi tắt|viết tắt|gửi kèm|kèm theo|được sửa đổi|đã được)"
    r"|\s{1,3}(?:(?:đã\s)?được|đã)\s{1,3}sửa\s{1,3}đổi"
    r"|,\s{1,3}(?=(?:UBND|Ủy ban|Bộ |Sở |Ban |Chủ tịch|Thủ tướng|Văn phòng|Tỉnh ủy|Thành ủy|Huyện ủy|Phòng |Công an"
    r"|Giám đốc|Trường |Cục |Chính phủ|Tổng |Hội ))"
    r"|,?\s{1,3}(?=(?:và\s{1,3})?(?:Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư|Công văn|Công điện|Kế hoạch|Luật|Văn bản|Thông báo|Kết luận"
    r"|Tờ trình|Chương trình|Báo cáo|Quy định|Hướng dẫn)\s{1,3}số\s)(?<!của )(?<!theo )(?<!hiện )(?<!hành )(?<!khai )(?<!cứ )(?<!tại )"
)
_LONGEST_SUBJECT = 600
# "Ngày 31/5/2025, Thủ tướng Chính phủ ban hành Công điện 79/CĐ-TTg": who acts, and the verb before the citation.
_ACT = re.compile(
    r"(?P<who>(?:[^.;:\n()“”\"]|\n(?!\s)){3,110}?)\s{1,3}(?:(?:đã|vừa|mới|cũng|tiếp tục|đã có|vừa có)\s{1,3}){0,2}"
    r"(?:có|ra|ký|gửi|phát\s{1,3}hành|(?:ký\s{1,3})?ban\s{1,3}hành|thông\s{1,3}qua)\s{1,3}(?:các\s{1,3}|bản\s{1,3})?$"
)
_WORDS_OF = re.compile(
    r"(?:ý\s{1,3}kiến|chỉ\s{1,3}đạo|đề\s{1,3}nghị|yêu\s{1,3}cầu|hướng\s{1,3}dẫn|kết\s{1,3}luận|báo\s{1,3}cáo|kiến\s{1,3}nghị|đề\s{1,3}xuất|thông\s{1,3}báo"
    r"|nội\s{1,3}dung|tinh\s{1,3}thần|phân\s{1,3}công|ủy\s{1,3}quyền)\s{1,3}của\s{1,3}(?P<who>(?:[^.;:\n()“”\"]|\n(?!\s)){3,110}?),?\s{1,3}"
    r"(?:tại|theo|trong|nêu\s{1,3}tại)\s{1,3}(?:các\s{1,3})?$"
)
_CARRIER = re.compile(r"(?:hành|ra|ký|có|gửi|qua|tại|theo|trong|các|bản)\s{1,3}$")
_CLAUSE = re.compile(rf"(?:^|[,;.:]\s{{1,3}}|\b(?:và|thì|khi|do)\s{{1,3}}|\d{{4}},?\s{{1,3}})(?=[{UPPER}])")


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

    def __init__(self, issuers: IssuerReader) -> None:
        self._issuers = issuers

    def after(self, text: str, end: int, *, joint: bool = False, year: str = "", named: bool = False) -> Attributes:
        """What follows a number or a name that ends at ``end``; ``joint`` numbers have several issuers;
        the date of a ``named`` document has a day, and it has no subject beside its name.

        A day without a year (*ngày 25-5*) takes ``year``, the one in the number.
        """
        found = Attributes(end)
        self._date(text, found, year)
        of = _OF.match(text, found.end)
        if of:
            span = self._issuers.read(text, of.end(), joint=joint)
            if span:
                found.issuer, found.issuer_span, found.end = one_line(text[span[0] : span[1]]), span, span[1]
                if found.date is None:
                    self._date(text, found, year)
        if not named:
            self._subject(text, found)
        elif found.date and len(found.date) < 10:
            found.date = found.date_span = None  # "Chương trình … năm 2025": a year of the programme
        return found

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

    def _subject(self, text: str, found: Attributes) -> None:
        position = found.end
        for _ in range(2):
            session = _SESSION.match(text, position)
            if session:
                position = session.end()
        m = _SUBJECT.match(text, position)
        if m is None or (m["lead"] is None and m["verb"] is None):
            return
        start = m.end("lead") if m["lead"] else m.start("verb")
        stop = subject_end(text, start)
        title = one_line(text[start:stop])
        if len(title) > 3:
            stop = start + len(text[start:stop].rstrip())
            found.title, found.title_span = title, (start, stop)

    def before(self, text: str, start: int) -> Attributes | None:
        """Who issued the document and when, where that is told before the citation."""
        if _CARRIER.search(text, max(0, start - 12), start) is None:
            return None
        left = max(0, start - 200)
        m = _WORDS_OF.search(text, left, start)
        if m:
            span = self._issuers.whole(text, *m.span("who"))
            return Attributes(start, issuer=one_line(text[slice(*span)]), issuer_span=span) if span else None
        act = _ACT.search(text, left, start)
        if act is None:
            return None
        return self._act(text, act, start)

    def _act(self, text: str, act: re.Match[str], start: int) -> Attributes | None:
        """*Ngày D, X ban hành …*: the last clause before the verb is who acts."""
        begin, end = act.span("who")
        begins = [m.end() for m in _CLAUSE.finditer(text, begin, end)] or [begin]
        for position in begins:
            span = self._issuers.whole(text, position, end)
            if span is None:
                continue
            found = Attributes(start, issuer=one_line(text[slice(*span)]), issuer_span=span)
            dated = _BEFORE.search(text, max(0, span[0] - 40), span[0])
            if dated and (date := iso_date(dated)):
                found.date, found.date_span = date, dated.span("date")
            return found
        return None


def subject_end(text: str, start: int) -> int:
    """Where the subject that begins at ``start`` ends; subjects have no closing mark of their own."""
    limit = min(len(text), start + _LONGEST_SUBJECT)
    end = _SUBJECT_END.search(text, start, limit)
    return end.start() if end else (limit if limit == len(text) else start)


def iso_date(m: re.Match[str], year: str = "") -> str | None:
    """The ISO date of a match; without its day ``2026-04``; None for a date that the calendar does not know.

    >>> iso_date(re.compile(_DATE).match("ngày l6 tháng 4 năm 2021"))
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
