"""Sites that report a directive and then explain the law: questions and answers in which nobody orders anything."""

from __future__ import annotations

import re
from typing import Final

_LAW: Final = r"(?:điều|khoản|luật|bộ luật|nghị định|thông tư)\s"
_QUOTES: Final = re.compile(
    rf"(?:quy định|hướng dẫn|nêu)[^.;]{{0,120}}\s(?:tại|theo)\s[^.;]{{0,40}}{_LAW}[^.;:]{{0,120}}như sau$"
    rf"|(?:theo|tại|căn cứ)\s[^.;]{{0,40}}{_LAW}[^.;]{{0,160}}quy định[^.;:]{{0,120}}như sau$"
)
_QUOTE_REACH: Final = 360
_DIRECTIVE: Final = re.compile(r"(?:chỉ thị|công điện|công văn|kế hoạch|nghị quyết|kết luận|thông báo)\s")
_ABOUT_LAW: Final = re.compile(
    r"(?:là gì|là ai|bao nhiêu|quy định|nguyên tắc|mức phạt|xử phạt|chính sách|thủ tục|hồ sơ|điều kiện|trình tự|đăng ký"
    r"|có được|có phải|khái niệm|thế nào là|trường hợp nào|đối tượng nào|yêu cầu đối với)(?!\w)"
)
_DECORATION: Final = " *#_>\n\t"


def explains_law(paragraph: str) -> bool | None:
    """Whether a paragraph of a report, in lower case, opens an explanation of the law.

    False when it is a question about a directive, to which orders may answer; None when it says neither.

    >>> explains_law("**nguyên tắc phòng cháy là gì?**"), explains_law("chỉ thị 24 giao bộ công an làm gì?")
    (True, False)
    >>> explains_law("theo điều 5 luật phòng cháy, chữa cháy quy định như sau:")
    True
    """
    text = paragraph.strip(_DECORATION)
    if text.endswith("?"):
        return False if _DIRECTIVE.search(text) else True if _ABOUT_LAW.search(text) else None
    return True if text.endswith(":") and _QUOTES.search(text[-_QUOTE_REACH:].rstrip(": *")) else None
