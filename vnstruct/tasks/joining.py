"""Clauses that a semicolon cuts though they are one: lists of complements (*rà soát hồ sơ; giấy tờ*) and of actors."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from vnstruct.tasks.clauses import Clause, Sentence
from vnstruct.tasks.cues import is_enforcement
from vnstruct.tasks.predicates import heads_phrase
from vnstruct.tasks.reading import Reading, examined_at
from vnstruct.tasks.tokens import Tokens, has_words

Read = Callable[[Clause], Reading]

_LONGEST_RUN: Final = 2_000
"""Characters; the longest run met in some three hundred documents had 232."""


def joined(tokens: Tokens, read: Read, sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence, put back together where the second piece has no predicate of its own.

    What has grown is read again only when a run of actors got its predicate, and runs are not endless
    (:data:`_LONGEST_RUN`), so the cost stays linear.
    """
    out: list[Clause] = []
    earlier: Reading | None = None
    listing = False
    for clause in sentence:
        if listing:
            out[-1] = out[-1].up_to(clause)
            continue
        if out and out[-1].closing == ";":
            reading = read(clause)
            if _is_rest(reading):
                out[-1] = out[-1].up_to(clause)
                continue
            earlier = earlier or read(out[-1])
            endless = out[-1].end - out[-1].start > _LONGEST_RUN
            completes = not endless and _completes_actors(tokens, earlier, out[-1], reading)
            if completes or _lists_more(tokens, earlier, out[-1], reading):
                out[-1] = out[-1].up_to(clause)
                earlier = None if completes else earlier
                continue
        out.append(clause)
        earlier = None
        # "phê duyệt danh sách của 02 chương trình: (1) Hỗ trợ nhà ở …; (2) Xóa nhà tạm …": names, no orders
        listing = clause.closing == ":" and _NAMES_FOLLOW.search(tokens.lowered, clause.start, clause.end) is not None
    return out


_NAMES_FOLLOW: Final = re.compile(
    r"\s(?:các|những|hai|ba|bốn|\d{1,2})\s+(?:dự thảo\s+)?(?:chương trình|quyết định|nghị quyết|nghị định|thông tư|kế hoạch|đề án"
    r"|dự án|văn bản|luật|báo cáo|hồ sơ|tài liệu|chính sách|công trình|phụ lục|biểu mẫu|danh mục|trường hợp|đối tượng)$"
)


def _is_rest(reading: Reading) -> bool:
    return reading.form == "none" or (reading.form == "subject" and reading.head < 0)


def _completes_actors(tokens: Tokens, earlier: Reading, before: Clause, reading: Reading) -> bool:
    """*giao các đơn vị trực thuộc; UBND các xã phân công …*: the run of actors goes on."""
    if reading.form in ("subject", "governed") and earlier.form in ("subject", "governed") and earlier.head < 0:
        if is_enforcement(tokens.lowered[reading.clause.start : reading.clause.end]):
            # "Giám đốc Sở: Nội vụ, Y tế; Chủ tịch UBND cấp xã chịu trách nhiệm thi hành …", though not all are known
            return True
        return not has_words(tokens.text, earlier.start, before.end)
    if reading.form in ("subject", "governed", "directed"):
        return _ends_with_partners(earlier) or (reading.directing and _ends_with_recipients(earlier))
    return False


def _ends_with_partners(reading: Reading) -> bool:
    """*Chủ trì, phối hợp với Sở Y tế; các sở khác tổ chức …*: what is to be done together has not been said."""
    verbs = [t.word.verb for t in reading.tokens[max(reading.head, 0) :] if t.word.verb is not None]
    together = verbs and all(verb.verb_class in ("lead", "coordinate") for verb in verbs)
    return bool(together) and reading.head >= 0 and _ends_with_body(reading)


def _ends_with_recipients(reading: Reading) -> bool:
    """*Bộ Xây dựng có văn bản gửi Sở Xây dựng; các Sở Kiến trúc yêu cầu …*."""
    return any(t.word.form in ("gửi", "điện") for t in reading.tokens) and _ends_with_body(reading)


def _ends_with_body(reading: Reading) -> bool:
    return reading.tokens[-1].body is not None and reading.tokens[-1].end >= reading.clause.end


def _lists_more(tokens: Tokens, earlier: Reading, before: Clause, reading: Reading) -> bool:
    """Whether a list of things goes on: after *nhất là*, or after a colon that no verb follows."""
    if reading.form != "bare" or reading.connective or reading.predicate.modified:
        return False
    head = reading.head_token
    if head is None:
        return False
    if earlier.form == "bare" and examined_at(tokens, earlier.head_token, before.end) >= 0:
        # "Theo dõi, kiểm tra công tác quản lý: xây dựng văn bản; lập kế hoạch"
        return True
    if head.word.firm:
        return False
    following = reading.tokens[reading.head + 1 : reading.head + 2]
    if following and following[0].word.form == "không" and not following[0].gap:
        # "bỏ sót đối tượng; kê khai không trung thực": what is wrong, not what to do
        return True
    if _lists_nouns(earlier):
        return True
    start = earlier.clause.start
    colon = tokens.text.find(":", start, min(before.end, start + _COLON_REACH))
    return colon > 0 and not _verb_at(tokens, colon + 1, min(before.end, colon + _COLON_REACH))


_COLON_REACH: Final = 1000


def _lists_nouns(earlier: Reading) -> bool:
    """*nhất là công tác bảo mật đề thi; vận chuyển đề thi*: the list after *nhất là* goes on."""
    tokens = earlier.tokens
    focus = max((k for k, t in enumerate(tokens) if t.word.function == "focus"), default=-1)
    return focus >= 0 and not any(
        heads_phrase(tokens, k) and not tokens[k].gap and tokens[k - 1].mark == ","
        for k in range(focus + 1, len(tokens))
    )


def _verb_at(tokens: Tokens, start: int, end: int) -> bool:
    found = tokens.of(start, end)
    return bool(found) and found[0].word.verb is not None and not found[0].gap
