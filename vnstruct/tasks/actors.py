"""Runs of bodies that act or partner together: *Chủ tịch UBND các tỉnh và các bộ, nhất là các Bộ: Công an, Y tế*."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from vnstruct.bodies.model import BodyMention
from vnstruct.layout.fold import LOWER, UPPER
from vnstruct.tasks.tokens import Token

# plural heads and courtesies that stand before a name without being part of it
_BEFORE: Final = (
    r"(?:các|những|mọi|tất cả|toàn bộ|toàn thể|tập thể|cả|lãnh đạo|đại diện|đồng chí|đ/c|đồng chí là"
    r"|người đứng đầu|ông \(bà\)|ông, bà|ông/bà|ông|bà|quý|riêng"
    r"|bộ|sở|ban|ngành|phòng|cục|chi cục|vụ|viện|tập đoàn|tổng công ty|công ty|cơ quan|đơn vị|doanh nghiệp|trường|hội"
    r"|cho|đối với|gồm|bao gồm|nhất là|đặc biệt là|trong đó có|tới|đến|đó là|trước hết là|thành viên|nhiệm vụ"
    r"|trách nhiệm)"
)
_NAME: Final = rf"(?:[{UPPER}][{LOWER}]*\s*+){{0,5}}"
# "…, Cục trưởng Cục Thi hành án": an office that the body stage does not know stands before the body it heads
_OFFICE: Final = rf"(?:[{UPPER}]\w*\s++(?:[{LOWER}]\w*\s++){{0,2}})?"
# "Giám đốc các sở: Nội vụ, Tài chính": the office of each of them
_SHARED: Final = (
    rf"(?:[{UPPER}]\w*\s++(?:[{LOWER}]\w*\s++){{0,3}}?(?:các|những)\s++(?:[{UPPER}{LOWER}]\w*[\s,]*+){{1,4}}:\s*+)?"
)
_PARENTHESIS: Final = r"(?:\s*+\([^()]{0,300}\))?"
_OPENING: Final = re.compile(rf"\s*+(?:{_SHARED}|(?i:(?:{_BEFORE}(?!\w)[\s,:]*+){{0,6}}))")
_BETWEEN: Final = re.compile(
    rf"\s*+{_NAME}{_PARENTHESIS}\s*+(?:\.\.\.|…)?\s*+(?:(?i:(?:[,;/&+-]\s*+)?(?:(?:và|hoặc|cùng|cũng như"
    rf"|hay)(?!\w)\s*+)?"
    rf"(?:{_BEFORE}(?!\w)[\s,:]*+){{0,6}})|(?:[,;]|và\s)\s*+(?:{_SHARED}|{_OFFICE}))"
)
_HOLDER: Final = re.compile(rf"\s*+{_NAME}{_PARENTHESIS}")
_QUALIFIER: Final = re.compile(
    r"\s*+(?:nêu trên|nói trên|có liên quan|liên quan|(?:trên|trong)\s+(?:địa bàn|phạm vi)(?:\s+(?:toàn )?"
    r"(?:tỉnh|huyện|xã|thành phố|quận|cả nước|thị xã))?|toàn (?:tỉnh|quốc|huyện|thành phố)|trên)(?!\w)",
    re.IGNORECASE,
)


_NAME_REACH: Final = 12


class Run(NamedTuple):
    """Bodies side by side: the mentions, the index of the first token after them, and where their text ends."""

    bodies: list[BodyMention]
    following: int
    end: int


def run_at(text: str, tokens: list[Token], index: int, start: int) -> Run | None:
    """The run of bodies that begins at ``start``, when the text from there to its first body is only an opening.

    ``index`` is that of the first token at or after ``start``.
    """
    first = _next_body(tokens, index)
    if first is None or not _OPENING.fullmatch(text, start, tokens[first].start):
        return None
    bodies: list[BodyMention | None] = [tokens[first].body]
    last = first
    while (following := _next_body(tokens, last + 1)) is not None:
        if not _BETWEEN.fullmatch(text, tokens[last].end, tokens[following].start):
            break
        bodies.append(tokens[following].body)
        last = following
    end = _after_trailing(text, tokens, last)
    following_index = last + 1
    while following_index < len(tokens) and tokens[following_index].start < end:
        following_index += 1
    return Run([b for b in bodies if b is not None], following_index, end)


def _after_trailing(text: str, tokens: list[Token], last: int) -> int:
    """Where the run ends with the name or qualifier after its last body: *… Bùi Thanh Sơn*, *… nêu trên*."""
    start = tokens[last].end
    near = tokens[last + 1 : last + 1 + _NAME_REACH]
    limit = next((t.start for t in near if t.item is not None or _is_known(t)), len(text))
    holder = _HOLDER.match(text, start, limit)
    end = holder.end() if holder and not holder[0].isspace() else start
    qualifier = _QUALIFIER.match(text, end)
    return qualifier.end() if qualifier else end


def _is_known(token: Token) -> bool:
    """Whether a word is one that may begin the predicate (*Tập trung*), so that it cannot be part of a name."""
    return not token.mark and token.word.function not in ("preposition",)


def _next_body(tokens: list[Token], index: int) -> int | None:
    """The next body token, no verb or other annotation in between and at most a few words away."""
    for k in range(index, min(index + 8, len(tokens))):
        token = tokens[k]
        if token.body is not None:
            return k
        if token.item is not None:
            return None
    return None
