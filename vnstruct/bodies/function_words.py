"""Closed classes of words: what makes a set of the noun after it, and what no name goes on with."""

from __future__ import annotations

from typing import Final


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split("|"))


QUANTIFIERS: Final = _words(
    "các|những|một số|nhiều|mỗi|từng|mọi|tất cả các|tất cả|toàn thể các|toàn thể|toàn bộ các|hầu hết các|đa số các"
    "|liên|hai|ba"
)
"""Words that make a set of the noun after them."""

FUNCTION_WORDS: Final = _words(
    "tại|cho|của|và|các|trên|trong|theo|từ|đến|để|về|với|có|là|được|đã|sẽ|đang|cần|phải|do|bị|khi|nếu|thì|mà|này|đó"
    "|nêu|nói|thuộc|trực thuộc|cùng|vừa|mới|cũng|không|chưa|nhằm|qua|sau|trước|bằng|hoặc|như|gồm|bao gồm|việc|công tác"
    "|tình hình|ở|ra|vào|lên|tới|trở|đối|nên|vì|bởi|hay|hãy|đều|còn|lại|rất|nhất|hơn|mình|nơi|những|một|mọi|mỗi|từng"
    "|khác|đồng|nhưng|tuy|số|ngày|tháng|năm|gửi|nhận|xin|mời|chịu|tự|nay|kính|trân|căn|xét|liên|trách|người|ông|bà"
    "|đồng chí|làm|giúp|cùng với|giữa|kể|gọi|tắt"
)
"""Words at which a name ends when they are written in lower case."""
