"""Which date of a clause is its deadline, and which dates anywhere are deadlines."""

from __future__ import annotations

import re
from typing import Final

from vnstruct.dates.model import TimeExpression

_BEFORE: Final = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|không muộn hơn|không quá|hạn|hạn cuối|thời hạn|hạn chót|đến hết|hết|cho đến|xong|đến trước|trước khi hết"
    r"|hoàn thành|hoàn thành (?:trước|trong|vào|dứt điểm)|kết thúc|đến|vào|trong vòng|trong thời hạn|thời gian hoàn thành|thời hạn hoàn thành)"
    r"(?:\s*(?::|là|vào|trước|trong|ngày|lúc|cuối|hết|giờ|nhất|tháng|thời gian|thời điểm|khoảng)){0,3}\s*$"
)
_STRONG: Final = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|không muộn hơn|hạn cuối|hạn chót|thời hạn|đến hết|xong|hạn)"
    r"(?:\s*(?::|là|vào|trước|trong|ngày|lúc|cuối|hết|nhất|tháng)){0,3}\s*$"
)
_WITHIN: Final = re.compile(r"trong(?:\s*(?:vòng|thời hạn|thời gian|tuần))?\s*$")
_FINISHING: Final = re.compile(
    r"(?:hoàn thành|hoàn tất|dứt điểm|xong|kết thúc|báo cáo|gửi|nộp|trình|đưa vào|ban hành|bàn giao|ký|tổ chức thực hiện|công bố|triển khai)"
)
_ENDING: Final = re.compile(r"hoàn thành|hoàn tất|dứt điểm|xong|kết thúc|đưa vào|ban hành|trình")
_REPORTING: Final = re.compile(r"(?:báo cáo|gửi|nộp|tổng hợp|trình|đánh giá|sơ kết|thông tin|phản ánh|cập nhật|đề xuất)")
_CONDITION: Final = re.compile(r"(?:theo (?:dõi|kế hoạch)|kế hoạch|kinh phí|dự toán|ngân sách|nhiệm vụ|chương trình|chỉ tiêu|tình hình|kết quả|hồ sơ|phát sinh)\s*(?:\w+\s*){0,6}$")
_OPEN_END: Final = re.compile(r"\s*(?:và|-|trở đi|đến nay)\s*(?:các|những)?\s*năm (?:tiếp theo|sau)")


def deadline_of(text: str, dates: list[TimeExpression]) -> TimeExpression | None:
    """The deadline among the dates of a clause: the first that something must be done by."""
    due = [d for d in dates if is_deadline(text, d)]
    if due:
        # "báo cáo kết quả trong 3 ngày Tết, gửi trước 10 giờ …": what is said to be a limit goes before a span of days
        return next((d for d in due if not d.value.startswith("P")), due[0])
    # "hoàn thành bàn giao mặt bằng … để … trong tháng 11 năm 2025": far from the verb, but nothing else is due
    return next((d for d in dates if _is_within_clause(text, d)), None)


def _is_within_clause(text: str, date: TimeExpression) -> bool:
    if date.role in ("citation", "issue", "effective", "event", "period") or not re.fullmatch(r"\d{4}-(?:\d\d|Q\d)(?:-\d\d)?", date.value):
        return False
    before = text[max(0, date.start - 250) : date.start].casefold()
    return bool(_WITHIN.search(before)) and bool(_ENDING.search(re.split(r"[;.]", before)[-1]))


def is_deadline(text: str, date: TimeExpression) -> bool:
    """Whether the words around a date make it one."""
    if date.role in ("citation", "issue", "effective", "event"):
        return False
    before = text[max(0, date.start - 110) : date.start].casefold()
    if _OPEN_END.match(text, date.end):
        return False
    if date.kind == "recurring" or date.value.startswith("XXXX"):
        return _recurring(text, date, before)
    if _STRONG.search(before):
        return True
    if "/" in date.value:
        return False
    if date.value.startswith("P"):
        return bool(re.search(r"(?:trong vòng|trong thời hạn|không quá|chậm nhất|sau)\s*$", before))
    if _WITHIN.search(before):
        near = re.split(r"[;.,]", before)[-1]
        return bool((_ENDING if re.fullmatch(r"\d{4}", date.value) else _FINISHING).search(near))
    return bool(_BEFORE.search(before)) and date.role != "period"


def _recurring(text: str, date: TimeExpression, before: str) -> bool:
    """*định kỳ hằng quý báo cáo …*, *trước ngày 25 hằng tháng*: due each time; *kế hoạch hằng năm* is not."""
    if _STRONG.search(before):
        return True
    if re.search(r"(?:định kỳ|thường kỳ)\s*(?:\w+\s*)?$", before):
        return True
    if _CONDITION.search(before) and not re.search(r"kết quả\s*(?:thực hiện)?\s*$", before):
        return False
    after = text[date.end : date.end + 50].casefold()
    return bool(re.match(r"[\s,(]*(?:\w+\s){0,3}?(?:báo cáo|tổng hợp|gửi|đánh giá|sơ kết)", after)) or bool(
        re.search(r"(?:báo cáo|gửi|tổng hợp)[^;.]{0,50}$", before)
    )
