"""The fixed points of a header: national emblem, motto, number, place and date, type.

Every anchor is found by its own pattern on the folded zone at the top of the document, so that lost marks, broken lines
and flattened columns (*ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM*) do not hide it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from vnstruct.layout.fold import UPPER, fold


class Anchor(NamedTuple):
    """A fixed point: its kind and span, and for numbers and dates what it says.

    A ``broken`` number shows some of its figures and hides others (*Số: #83. /TTr-UBND*): ``value`` is its symbol alone.
    """

    kind: str
    start: int
    end: int
    value: str = ""
    value_start: int = -1
    value_end: int = -1
    broken: bool = False


_EMBLEMS = (
    ["CONG", "HOA", "XA", "HOI", "CHU", "NGHIA", "VIET", "NAM"],
    ["DANG", "CONG", "SAN", "VIET", "NAM"],
    ["DOAN", "TNCS", "HO", "CHI", "MINH"],
    ["VIET", "NAM", "DAN", "CHU", "CONG", "HOA"],
)
_WHOLE_EMBLEMS = [re.compile(r"\s+".join(words)) for words in _EMBLEMS]
_EMBLEM_HEADS = [re.compile(rf"{first}(?<!\w{first})\s+{second}\b") for first, second, *_ in _EMBLEMS]
# text layers made by a foreign recogniser: "CONG HOA xA Ho CHU NGHIA VitT NAM"
_BLURRED_CORE = re.compile(r"X\w\s+H\w{1,2}\s+CH\w\s+NGH")
"""Sought before the whole, which could begin at every word."""
_BLURRED_EMBLEM = re.compile(r"\w{3,4}\s+H\w{1,2}\s+X\w\s+H\w{1,2}\s+CH\w\s+NGH\w{2,3}\s+V\S{2,6}\s+NA\w")
_BLURRED_REST = re.compile(r" [^\n]{1,24}\bNAM(?=[^\S\n]*(?:\n|\Z))")
"""*CỘNG HÒA XÃ HỘI iL xi ET NAM*: what is left of the line when its first words were read."""
_MOTTO = re.compile(
    r"D\S{1,2}\s{1,3}\S{2,4}\s{0,3}[^\w\s]{1,4}\s{0,3}T\S{1,3}\s{1,3}D[O0]\s{0,3}[^\w\s]{1,4}\s{0,3}\S{3,5}\s{1,3}PH\S{2,4}"
)
_BLURRED_MOTTO = re.compile(r"DOC LAP\s{0,3}[^\w\s]{1,4}\s{0,3}T\w{1,3}\b(?:(?!NGAY)[^\n]){0,30}")
CODE = rf"[{UPPER}](?:[\w&.]*\w)?(?:\s?[-&/+]\s{{0,2}}[{UPPER}](?:[\w&.]*\w)?)*(?:\([{UPPER}]\w{{1,8}}\))?"
"""The symbol of a number, with the unit that drew it up: *CT-UBND*, *KH-CAT(PV05)*."""
YEAR = r"[12]\d(?:\s?\d){2}"
"""Also broken over lines by markup inside a cell: *78 / /202 / 5 / /TT-BCA*."""
_CELL_START = re.compile(r"(?:\A|[\t|\n*]|\s\s|--|__)\s?\Z")
_NUMBER = re.compile(
    rf"""(?:(?:LUẬT|Luật|Bộ\ luật|Pháp\ lệnh|Nghị\ quyết|Sắc\ lệnh)\s+[Ss][ốỐ]|S[ốỐôÔóÓòồ06o]\S?|SO|s6)
        \s{{0,3}}[:.;,]?\s{{0,60}}
        (?P<number>
            (?:\d{{1,6}}[a-zA-Z]?|\d{{1,3}}\.\d{{1,3}})?[\s.…_]{{0,40}}/\s?{YEAR}\s?/\s?(?:{CODE})   # 15/2020/QĐ-TTg
          | (?:\d{{1,6}}[a-zA-Z]?|\d{{1,3}}\.\d{{1,3}})?[\s.…_]{{0,40}}[-/]\s{{0,3}}(?:{CODE})  # 06/CT-UBND, 15-NQ/TU
          | \d{{2,6}}[+*'`°^]{{1,2}}\s?/\s?(?:{CODE})                                           # 04+/CT-UBND
          | \d{{1,6}}[a-zA-Z]?\s(?:{CODE})[-/](?:{CODE})                                       # 551 NQ/HĐNN7
        )""",
    re.VERBOSE,
)
# letters of a symbol set apart, to the end of the cell: "3210/QĐ - U B ND |"
_SCATTERED = re.compile(rf"(?<=[-/ ][{UPPER}])(?:[ ][{UPPER}]{{1,4}}){{1,6}}(?=[^\S\n]{{0,9}}(?:[|\n]|\Z))")
_GAPS = re.compile(r"[\s.…_+*'`°^]{1,60}(?=[-/])|\s+")
# handwritten or stamped over: "Sô⁄t1 /CT-UBND", "Số:đÊ /2019/TT-BGDĐT", "S0: Wig /KH-BGDDT"
_SPOILT_NUMBER = re.compile(
    rf"(?:^|(?<=[\t|\n]))\s*S[ốỐôÔóÓòồ06oO]\S{{0,8}}[\s:.]{{1,3}}[^\n\t|]{{0,14}}?(?P<number>(?:/\s?\d{{4}}\s?)?/\s?{CODE})",
    re.MULTILINE,
)
# figures that stand by themselves were read; those among letters ("t1", "À394Ù") are strokes that happened to look like one
_FIGURES = re.compile(r"(?<![^\W_])\d++(?![^\W_])")
# the word itself lost: "8Ÿ /CT-BGDĐT" alone on its line
_LONE_SYMBOL = re.compile(
    rf"^[^\w\n]{{0,3}}\S{{0,6}}\s{{0,2}}(?P<number>/\s?(?:[{UPPER}]{{2,6}}|TTr)-{CODE})[ ]*(?:$|\t)", re.MULTILINE
)
_DAY_MONTH = (
    r"\s{0,4}(?P<day>[^\n]{0,14}?)\s{0,40}th\w{1,2}ng\s{0,40}?(?P<month>[^\n]{0,12}?)\s{0,40}n\wm"
    rf"(?:\s{{0,3}}(?P<year>{YEAR})|(?=[\s.…*|]*$))"
)
# the place is read backwards from the date: read forwards, every capital letter of the zone might open one
_LONG_DATE = re.compile(rf"[nN](?:(?<=n)g[àa]\w|(?<=\bN)g[àa]y){_DAY_MONTH}", re.MULTILINE)
# "Hà Nam, hồi 10 giờ 00 ngày 03 tháng 2": wires tell the hour
_HOUR = r"(?:(?:hồi|lúc)\s\d{1,2}\s?(?:giờ|h|:)\s?\d{0,2}(?:\s?phút)?[\s,]{1,3})?"
_BEFORE_DATE = re.compile(rf"(?P<place>[{UPPER}][^\n\t|,;:]{{0,60}}?)?[\s,.]{{0,6}}{_HOUR}\Z")
_BEFORE_REACH = 84
_PLACE_SHORT_DATE = re.compile(
    rf"^(?P<place>[{UPPER}][^\n\t|,;:\d]{{1,40}}),\s*(?:ngày\s*)?(?P<day>\d{{1,2}})[/.-](?P<month>\d{{1,2}})[/.-](?P<year>[12]\d{{3}})\s*$",
    re.MULTILINE,
)


_LONGEST_EMBLEM = 160
_STROKES = str.maketrans(dict.fromkeys("|lI!{}[]", "1") | {"O": "0", "o": "0"})


def emblem_anchors(zone: str, folded: str) -> list[Anchor]:
    """The first emblem of the zone: one anchor, or several when the left column runs through it."""
    for emblem in _WHOLE_EMBLEMS:
        for whole in emblem.finditer(folded):
            if zone[whole.start() : whole.start() + 3].isupper() and not _in_title(folded, whole.start()):
                return [Anchor("emblem", whole.start(), whole.end())]
    for words, head in zip(_EMBLEMS, _EMBLEM_HEADS, strict=True):
        parts = _emblem_parts(zone, folded, words, head)
        if parts:
            return parts
    blurred = _BLURRED_EMBLEM.search(folded) if _BLURRED_CORE.search(folded) else None
    if not blurred or _in_title(folded, blurred.start()):
        return []
    return [Anchor("emblem", blurred.start(), blurred.end())]


def _in_title(folded: str, position: int) -> bool:
    """Whether the name of the state stands in a title: *… GIỮA CHÍNH PHỦ NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM*."""
    return folded[max(0, position - 12) : position].rstrip().endswith("NUOC")


def _emblem_parts(zone: str, folded: str, words: list[str], begins: re.Pattern[str]) -> list[Anchor]:
    """An emblem broken into line ends: *BỘ GIÁO DỤC CỘNG HÒA XÃ HỘI / VÀ ĐÀO TẠO CHỦ NGHĨA VIỆT NAM*."""
    head = begins.search(folded)
    if not head or not zone[head.start() : head.start() + 3].isupper() or _in_title(folded, head.start()):
        return []
    parts: list[Anchor] = []
    position, taken = head.start(), 0
    for _ in range(6):
        count, end = _run_of(folded, position, words[taken:])
        parts.append(Anchor("emblem", position, end))
        taken += count
        line_end = folded.find("\n", end)
        if taken == len(words) or line_end < 0:
            break
        following = re.compile(rf"[^\n]*\b(?={words[taken]}\b)").match(folded, line_end + 1)
        if not following or not zone[following.end() : following.end() + len(words[taken])].isupper():
            break
        position = following.end()
    if taken < 4:
        return []
    rest = _BLURRED_REST.match(folded, parts[-1].end)
    return [*parts[:-1], parts[-1]._replace(end=rest.end())] if rest else parts


def _run_of(folded: str, position: int, words: list[str]) -> tuple[int, int]:
    """How many of the words stand at a position, and where they end."""
    count, end = 0, position
    for word in words:
        found = re.compile(rf"\s*{word}\b").match(folded, end)
        if not found:
            break
        count, end = count + 1, found.end()
    return count, end


# not an office: "CHỦ TỊCH / NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_STATE = re.compile(
    r"\A(?!.{0,60}NUOC\s)(?:.*?\s)?(?:HOI\s+CHU\s+NGHIA\s+VIET\s+NAM\Z|CONG\s+HOA\s+XA\s+HOI|DANG\s+CONG\s+SAN\s+VIET\s+NAM\Z)"
)


def opens_document(text: str) -> bool:
    """Whether a line bears the emblem, with which the first page of another document begins.

    >>> opens_document("HỘI ĐÒNG NHÂN DÂN CỘNG HÒA XÃ HỌI CHỦ NGHĨA VIỆT NAM"), opens_document("TM. ỦY BAN NHÂN DÂN")
    (True, False)
    """
    return len(text) < _LONGEST_EMBLEM and text.isupper() and bool(_STATE.search(fold(text.rstrip(" *|"))))


def motto_anchor(folded: str) -> Anchor | None:
    """*Độc lập - Tự do - Hạnh phúc*, also damaged."""
    found = _MOTTO.search(folded) or _BLURRED_MOTTO.search(folded)
    return Anchor("motto", found.start(), found.end()) if found else None


def number_anchors(zone: str) -> Iterator[Anchor]:
    """Numbers that stand where a document's own number stands: *Số: 06/CT-UBND* at the start of a line or a cell."""
    position = 0
    while found := _NUMBER.search(zone, position):
        start, end = found.span()
        if not _CELL_START.search(zone, max(0, start - 3), start):
            position = start + 1
            continue
        position = end
        if scattered := _SCATTERED.match(zone, end):
            end = scattered.end()
        value = _GAPS.sub("", zone[found.start("number") : end])
        yield Anchor("number", start, end, value.strip(".…_"), found.start("number"), end)


def spoilt_number_anchor(zone: str) -> Anchor | None:
    """A number whose digits cannot be read: only its symbol is given, and whether some of the digits can.

    >>> found = spoilt_number_anchor("Só:#83. /TTr-UBND")
    >>> found.value, found.broken
    ('/TTr-UBND', True)
    """
    found = _SPOILT_NUMBER.search(zone) or _LONE_SYMBOL.search(zone)
    if not found:
        return None
    start = found.start() + len(found[0]) - len(found[0].lstrip())
    value = re.sub(r"\s+", "", found["number"])
    broken = _FIGURES.search(zone, found.start(), found.start("number")) is not None
    return Anchor("number", start, found.end(), value, found.start("number"), found.end("number"), broken)


def date_anchors(zone: str) -> Iterator[Anchor]:
    """Place and date: *Hà Nội, ngày 05 tháng 01 năm 2026*; ``value`` is the ISO date as far as it can be read."""
    done = 0
    for found in _LONG_DATE.finditer(zone):
        before = _BEFORE_DATE.search(zone, max(done, found.start() - _BEFORE_REACH), found.start())
        yield _date_anchor(before, found)
        done = found.end()
    for found in _PLACE_SHORT_DATE.finditer(zone):
        yield _date_anchor(found, found)


def _date_anchor(before: re.Match[str] | None, found: re.Match[str]) -> Anchor:
    place = (before["place"] or "").rstrip(" ,.") if before else ""
    start = before.start() if before else found.start()
    value = iso_date("".join((found["year"] or "").split()), found["month"], found["day"])
    return Anchor("date", start, found.end(), value, start, start + len(place))


def iso_date(year: str, month: str, day: str) -> str:
    """The date as far as its parts are readable, empty without a year.

    >>> iso_date("2026", " 4 ", "  "), iso_date("2026", "01", " 5"), iso_date("2019", "†", "3")
    ('2026-04', '2026-01-05', '2019')
    """
    if not year:
        return ""
    month, day = _figure(month.strip()), _figure(day.strip())
    if not (month.isdecimal() and 1 <= int(month) <= 12):
        return year
    if not (day.isdecimal() and 1 <= int(day) <= 31):
        return f"{year}-{int(month):02}"
    return f"{year}-{int(month):02}-{int(day):02}"


def _figure(text: str) -> str:
    """Two places of which recognisers read one as a stroke: *3|* is 31, *{5* is 15, *l2* is 12."""
    if len(text) == 2 and any(c.isdecimal() for c in text):
        return text.translate(_STROKES)
    return text


def folded_zone(text: str, limit: int) -> tuple[str, str]:
    """The top of a text, cut at a line end, and its folded form."""
    end = text.rfind("\n", 0, limit) if len(text) > limit else len(text)
    zone = text[: end if end > 0 else limit]
    return zone, fold(zone)
