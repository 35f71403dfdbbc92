"""The other bodies of a task: who works along, who receives, who supervises."""

from __future__ import annotations

import re
from typing import Final

from vnstruct.bodies.model import BodyMention
from vnstruct.tasks.actors import run_at
from vnstruct.tasks.tokens import Token, Tokens

TOWARDS: Final = frozenset({"về", "cho", "với", "lên", "tới", "đến", "qua", "thông qua"})
PARTNER_ENDS: Final = frozenset({"trong", "để", "về", "theo", "trên cơ sở", "tại", "nhằm"})
"""Words that end the list of partners after *phối hợp với*: *phối hợp với Sở Y tế trong việc …*."""
_UNDER: Final = re.compile(
    r"(?:dưới|theo) sự (?:lãnh đạo|chỉ đạo|hướng dẫn|giám sát|điều hành)(?:, (?:chỉ đạo|hướng dẫn"
    r"|giám sát))*(?: trực tiếp)? của\s*"
    r"(?:các )?$|chịu trách nhiệm (?:toàn diện |trực tiếp |chính )?trước\s*(?:các )?$|chịu sự (?:chỉ đạo"
    r"|kiểm tra|giám sát|quản lý) của\s*$"
)


def partners(tokens: list[Token], begin: int) -> list[BodyMention]:
    """The bodies after *phối hợp (chặt chẽ) (với)*, *làm việc với*, up to the verb that says what is done together."""
    found: list[BodyMention] = []
    k = begin
    while k < len(tokens):
        word = tokens[k].word
        k += 1
        between = k < len(tokens) and tokens[k].word.form == "giữa"
        if between or not (word.partner and word.verb is not None):
            # "quy chế phối hợp giữa A và B" is a noun
            continue
        needs_with = word.form not in _JOINT and not word.form.endswith(" với")
        k = _past_second_verb(tokens, k) if not needs_with else k
        while k < len(tokens):
            token = tokens[k]
            if (
                token.word.verb is not None
                and not token.word.modifier
                and not (token.word.function and not token.word.partner)
            ):
                break
            if (
                token.word.prohibition is not None
                or token.word.function == "purpose"
                or token.word.form in PARTNER_ENDS
            ):
                break
            if token.word.form == "với":
                needs_with = False
            if token.body is not None and not needs_with:
                found.append(token.body)
            elif token.mark == "," and found and not _body_follows(tokens, k):
                break
            k += 1
    return found


def _past_second_verb(tokens: list[Token], k: int) -> int:
    """*phối hợp, hướng dẫn Bộ Y tế*: both verbs have the same object; other second verbs are left where they are."""
    helped = False
    for place, token in enumerate(tokens[k : k + _SHARED_REACH], k):
        word = token.word
        if token.body is not None:
            return place if helped and not token.gap else k
        helps = word.verb is not None and not word.recipient and not word.partner
        helped = helped or helps
        joins = token.mark == "," or word.function in ("and", "determiner") or word.adverb
        if token.gap or not (joins or helps):
            return k
    return k


_SHARED_REACH: Final = 5


_JOINT: Final = frozenset({"phối hợp", "phối kết hợp", "phối hợp chặt chẽ"})


def _body_follows(tokens: list[Token], comma: int) -> bool:
    for token in tokens[comma + 1 : comma + 5]:
        if token.body is not None:
            return True
        if token.word.verb is not None or token.item is not None:
            return False
    return False


def recipients(tokens: Tokens, clause: list[Token], begin: int) -> list[BodyMention]:
    """The bodies reported to, advised, sent to: *báo cáo UBND tỉnh*, *gửi kết quả về Sở Y tế*, *(qua Sở Nội vụ)*."""
    found: list[BodyMention] = []
    receiving = False
    k = begin
    while k < len(clause):
        token = clause[k]
        word = token.word
        if word.verb is not None and not (word.modifier and not word.recipient):
            receiving = word.recipient
            if receiving:
                k = _take(tokens, clause, k + 1, token.end, found)
                continue
        elif receiving and word.form in TOWARDS:
            k = _take(tokens, clause, k + 1, token.end, found)
            continue
        elif receiving and token.mark == "(":
            found += [
                b
                for b in tokens.inside(token.start, token.end)
                if isinstance(b, BodyMention) and _is_channel(tokens, b, token)
            ]
        elif word.function == "purpose":
            receiving = False
        k += 1
    return found


def _take(tokens: Tokens, clause: list[Token], index: int, start: int, found: list[BodyMention]) -> int:
    if index < len(clause) and clause[index].word.form in TOWARDS and not clause[index].gap:
        start = clause[index].end
        index += 1
    run = run_at(tokens.text, clause, index, start)
    if run is None:
        return index
    found.extend(run.bodies)
    # a parenthesis after the last body belongs to the run, but may say through whom
    return next(k for k in range(run.following - 1, -1, -1) if clause[k].body is run.bodies[-1]) + 1


def _is_channel(tokens: Tokens, body: BodyMention, parenthesis: Token) -> bool:
    return (
        tokens.lowered[parenthesis.start + 1 : body.start]
        .strip()
        .startswith(("qua", "thông qua", "để", "gửi", "theo địa chỉ"))
    )


def supervisors(tokens: Tokens, clause: list[Token], begin: int) -> list[BodyMention]:
    """The bodies under whose direction or before whom the actor answers."""
    return [
        t.body
        for t in clause[begin:]
        if t.body is not None and _UNDER.search(tokens.lowered, max(0, t.start - 70), t.start)
    ]
