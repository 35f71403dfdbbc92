"""Which date of a clause is its deadline, and which dates anywhere are deadlines.

A deadline is a limit (*trước ngày …*, *chậm nhất …*, *hoàn thành trong tháng …*) or, for work that comes back, the time
at which it is due each time (*hằng quý báo cáo*). Times that qualify a noun (*kế hoạch hằng năm*, *dự toán năm 2025*)
are none.
"""

from __future__ import annotations

import re
from typing import Final

from vnstruct.dates.model import TimeExpression

_UNIT_WORDS: Final = (
    r"(?:\s*(?::|là|vào|trước|trong|ngày|lúc|cuối|hết|nhất|tháng|thời điểm|khoảng)){0,3}"
    r"(?:\s*tết nguyên đán)?\s*$"
)
_LIMIT: Final = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|không muộn hơn|không quá|hạn cuối|hạn chót|thời hạn|đến hết|trước khi hết|xong"
    r"|hạn(?<!trung hạn)(?<!dài hạn)(?<!ngắn hạn)(?<!\whạn))" + _UNIT_WORDS
)
_UNTIL: Final = re.compile(r"(?:đến|cho đến|hết|hoàn thành|kết thúc|hoàn tất)" + _UNIT_WORDS)
# "hoàn thành Dự án vào năm 2026"
_FINISHED_IN: Final = re.compile(
    r"(?:hoàn thành|hoàn tất|kết thúc|đưa vào (?:sử dụng|khai thác|vận hành))\s[^;:.,]{1,60}?\s(?:vào|trong)"
    r"(?: cuối| đầu)?\s*$"
)
_WITHIN: Final = re.compile(r"trong(?:\s*(?:vòng|thời hạn|thời gian|tuần))?\s*$")
_DURATION: Final = re.compile(r"(?:trong vòng|trong thời hạn|không quá|chậm nhất|sau)\s*$")
_FINISHING: Final = re.compile(
    r"hoàn thành|hoàn tất|dứt điểm|xong|kết thúc|báo cáo|gửi|nộp|(?<!lộ )(?<!chương )(?<!quy )trình|đưa vào"
    r"|ban hành|bàn giao|ký|tổ chức|công bố"
)
_ENDING: Final = re.compile(
    r"hoàn thành|hoàn tất|dứt điểm|xong|kết thúc|đưa vào|ban hành|(?<!lộ )(?<!chương )(?<!quy )trình|bàn giao"
)
_DUE_AFTER: Final = re.compile(r"\s*+,?\s*(?:phải |cần )?(?:hoàn thành|trình|báo cáo|gửi|nộp|ban hành)")
_REPORT_AFTER: Final = re.compile(r"[\s,(]*(?:\w+\s){0,3}?(?:báo cáo|tổng hợp|gửi|đánh giá|sơ kết)")
_PERIODICALLY: Final = re.compile(r"(?:định kỳ|thường kỳ)\s*(?:\w+\s*)?$")
_OF_NOUN: Final = re.compile(
    r"(?:kế hoạch|kinh phí|dự toán|ngân sách|nhiệm vụ|chương trình|chỉ tiêu|hoạt động|dự kiến|phát sinh"
    r"|trợ cấp|phụ cấp|chế độ|lương|mức)"
    r"\s*(?:\w+\s*){0,6}$"
)
_REPORTED: Final = re.compile(r"(?:báo cáo|gửi|tổng hợp|thông tin|giao ban)[^;.]*$")
_OPEN_END: Final = re.compile(r"\s*(?:và|-|trở đi|đến nay)\s*(?:các|những)?\s*năm (?:tiếp theo|sau)")
_CLOSES: Final = re.compile(r"\s*(?:theo (?:đúng )?quy định|theo yêu cầu)?\s*(?:$|[.;,)]|để\s|nhằm\s)")
_EACH: Final = frozenset({"XXXX", "XXXX-QX", "XXXX-HX", "XXXX-XX"})
_SENTENCE_BEGINS: Final = re.compile(r"(?:^|[.;:)\n])[\s*+-]{0,4}$")
_RECURRING: Final = re.compile(r"XXXX(?:$|-(?:XX|QX|HX|WXX))")
_LOOK_BACK: Final = 110

# "Thời gian thực hiện: Từ nay đến hết năm 2025"
_RUNS_FROM_NOW: Final = re.compile(r"thời gian[^.;:]{0,30}:[\s*]*từ nay[^.;:]{0,16}$")
_FACT: Final = ":fact"
"""The rule of the dates layer for what was so before a day: *đã từ trần trước ngày …*."""

_NEVER: Final = frozenset({"citation", "issue", "effective", "event"})


def deadline_of(text: str, dates: list[TimeExpression]) -> TimeExpression | None:
    """The deadline among the dates of a clause that is a task."""
    due = [d for d in dates if is_deadline(text, d)]
    if len(due) == 1:
        return due[0]
    if due:
        # "báo cáo kết quả trong 3 ngày Tết, gửi trước 10 giờ …", "báo cáo hằng tuần trước 15 giờ thứ Sáu hằng tuần": a
        # limit goes before what only comes back, and a day before a span of days
        return min(due, key=lambda d: (not _LIMIT.search(_before(text, d)), d.value.startswith("P")))
    return next((d for d in dates if _closes_task(text, d)), None)


def is_deadline(text: str, date: TimeExpression) -> bool:
    """Whether the words around a date make it one, in a task or not."""
    if date.role in _NEVER or date.source.endswith(_FACT) or _OPEN_END.match(text, date.end):
        return False
    before = _before(text, date)
    if "từ nay" in before and _RUNS_FROM_NOW.search(before):
        return False
    if date.kind == "recurring" or _RECURRING.match(date.value):
        return _recurs(text, date, before)
    if "/" in date.value:
        return date.kind == "school_year" and bool(_UNTIL.search(before))
    if _LIMIT.search(before):
        return True
    if date.value.startswith("P"):
        return bool(_DURATION.search(before))
    if _WITHIN.search(before):
        verbs = _ENDING if len(date.value) == len("2025") else _FINISHING
        return bool(verbs.search(re.split(r"[;.,]", before)[-1])) or bool(_DUE_AFTER.match(text, date.end))
    return bool(_UNTIL.search(before) or _FINISHED_IN.search(before)) and date.role != "period"


def _closes_task(text: str, date: TimeExpression) -> bool:
    """*tổ chức hội thi … trong quý IV/2021*, *xét nghiệm lại hằng tuần*: a time at the end of what is to be done."""
    if date.role in _NEVER or "/" in date.value or date.value.startswith("P") or _OPEN_END.match(text, date.end):
        return False
    before = _before(text, date)
    phrase = re.split(r"[;.,:]", before)[-1]
    if _OF_NOUN.search(phrase):
        return False
    if _opens(text, date) and (date.value in _EACH or date.kind in ("quarter", "month")):
        # "Hằng năm xây dựng kế hoạch …", "Quý I/2027, các đơn vị đánh giá kết quả …"
        return True
    if date.kind == "recurring" or _RECURRING.match(date.value):
        return bool(_CLOSES.match(text, date.end)) and bool(_REPORTED.search(before))
    return bool(_WITHIN.search(before)) and bool(_CLOSES.match(text, date.end))


def _opens(text: str, date: TimeExpression) -> bool:
    """Whether a time is the first thing its sentence says."""
    return text[date.start].isupper() and _SENTENCE_BEGINS.search(text, max(0, date.start - 12), date.start) is not None


def _recurs(text: str, date: TimeExpression, before: str) -> bool:
    """*định kỳ hằng quý báo cáo …*, *trước ngày 25 hằng tháng*: due each time; *kế hoạch hằng năm* is not."""
    if _LIMIT.search(before) or _PERIODICALLY.search(before):
        return True
    phrase = re.split(r"[;.,:]", before)[-1]
    if _OF_NOUN.search(phrase) or text.startswith(" của ", date.end):
        return False
    return bool(_REPORT_AFTER.match(text[date.end : date.end + 50].casefold())) or bool(_REPORTED.search(before))


def _before(text: str, date: TimeExpression) -> str:
    return text[max(0, date.start - _LOOK_BACK) : date.start].casefold()
