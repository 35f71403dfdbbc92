"""What a person should look at: diagnostics of the layout, in Vietnamese."""

from __future__ import annotations

import re

from vnstruct.analysis import Finding
from vnstruct.layout.fold import fold
from vnstruct.layout.header import Heading
from vnstruct.layout.model import Layout

_SAMPLE = 4000
_ENOUGH_LETTERS = 120
_LETTER = re.compile(r"[^\W\d_]")
_FEWEST_MARKS = 0.08
"""A quarter of the letters of Vietnamese carry marks; a text with so few has lost them."""


def damaged(text: str) -> bool:
    """Whether a text lost its diacritics, as recognisers for other languages do.

    >>> damaged("Thuc hien chi thi cua Thu tuong Chinh phu ve phong chong dich benh " * 3)
    True
    >>> damaged("Thực hiện chỉ thị của Thủ tướng Chính phủ về phòng, chống dịch bệnh " * 3)
    False
    """
    middle = max(0, len(text) // 2 - _SAMPLE // 2)
    sample = text[middle : middle + _SAMPLE]
    # without its marks a Vietnamese letter is ASCII
    marks = _ascii_characters(fold(sample)) - _ascii_characters(sample)
    if marks >= len(sample) * _FEWEST_MARKS:
        return False
    letters = len(_LETTER.findall(sample))
    return letters >= _ENOUGH_LETTERS and marks < letters * _FEWEST_MARKS


def _ascii_characters(text: str) -> int:
    return len(text.encode("ascii", "ignore"))


def layout_findings(text: str, layout: Layout, heading: Heading, gaps: list[tuple[int, int]]) -> list[Finding]:
    """Diagnostics, in text order of what they are about."""
    found: list[Finding] = []
    if damaged(text):
        found.append(
            Finding("damaged-text", "Văn bản mất dấu tiếng Việt, kết quả nhận dạng có thể thiếu chính xác.", 0, 0)
        )
    typed = layout.kind != "other" or "doc_type" in layout.fields
    if typed and layout.kind != "news_report" and heading.found:
        found += _header_findings(text, layout, heading)
    message = "Số thứ tự không liên tục: có thể thiếu một mục hoặc đánh số sai."
    found += [Finding("section-gap", message, start, end) for start, end in gaps]
    return found


def _header_findings(text: str, layout: Layout, heading: Heading) -> list[Finding]:
    found: list[Finding] = []
    number, date = layout.fields.get("number"), layout.fields.get("date")
    printed = heading.anchor("number")
    if number is None and printed and printed.broken:
        quoted = " ".join(text[printed.start : printed.end].split())
        message = f"Số văn bản không đọc được trọn vẹn, trong văn bản là “{quoted}”."
        found.append(Finding("broken-number", message, printed.start, printed.end))
    elif number is None:
        found.append(Finding("no-number", "Không tìm thấy số, ký hiệu văn bản.", heading.start, heading.end))
    elif not number.value[:1].isdigit():
        found.append(Finding("blank-number", "Số văn bản để trống hoặc không đọc được.", number.start, number.end))
    if date is None:
        found.append(Finding("no-date", "Không tìm thấy ngày ban hành.", heading.start, heading.end))
    elif len(date.value) < len("2026-01-01"):
        message = "Ngày ban hành để trống hoặc không đọc được đầy đủ."
        found.append(Finding("blank-date", message, date.start, date.end))
    signer = layout.fields.get("signer_name")
    if signer and signer.confidence < 0.5:
        message = "Người ký lấy từ chữ ký số ở đầu văn bản (có thể là người đóng dấu), không thấy tên ở chỗ ký."
        found.append(Finding("signer-elsewhere", message, signer.start, signer.end))
    if number and number.confidence < 0.7:
        message = "Số văn bản lấy từ phụ lục hoặc trang lưu trữ, không có ở phần đầu văn bản."
        found.append(Finding("number-elsewhere", message, number.start, number.end))
    return found
