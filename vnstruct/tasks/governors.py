"""The verbs by which an issuer directs: *yêu cầu*, *giao*, *đề nghị* …, when they govern and when they are nouns."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from vnstruct.bodies.model import BodyMention
from vnstruct.layout.fold import LOWER, UPPER
from vnstruct.tasks.actors import Run, run_at
from vnstruct.tasks.clauses import Clause
from vnstruct.tasks.predicates import DUTY, heads_phrase, is_noun, near
from vnstruct.tasks.tokens import Token

Directs = Callable[[list[BodyMention]], bool]
"""Whether bodies may be the issuer: where orders stand, *Sở Y tế đề nghị …* is an act of an actor."""


class Governance(NamedTuple):
    """A governing verb (token index), who speaks, whom it addresses (or where the predicate begins), and whether it is told as past."""

    verb: int
    issuers: list[BodyMention]
    object: Run | int
    past: bool
    more: tuple[int, ...] = ()


# these direct only with somebody as object, and are the actor's own acts elsewhere
_NEEDS_OBJECT: Final = frozenset({"direct"})
_SPEAKING: Final = frozenset({"assign", "request", "direct"})
_DOCUMENT: Final = re.compile(
    r"(?:công văn|văn bản|chỉ thị|thông báo|công điện|kế hoạch|quyết định|nghị quyết|hướng dẫn"
    r"|điện)(?:\s++(?:số|khẩn|hỏa tốc))*\s*+$"
)
_SPEAKER_TO_VERB: Final = re.compile(
    rf"\s*+(?:[{UPPER}][{LOWER}]*\s*+){{0,5}}(?:\([^()]{{0,120}}\)\s*+)?,?\s*+(?:(?:cũng|lại|có|vừa|đã"
    rf"|thống nhất|tiếp tục)\s*+)?"
)
_FOLLOWS: Final = re.compile(r"\s*+,?\s*+(?:như sau|sau đây|các nội dung sau|một số nội dung|:)")


def governance(
    text: str, tokens: list[Token], clause: Clause, begin: int, *, inner: bool, directs: Directs
) -> Governance | None:
    """The verb that governs the clause; one told as past (*đã có văn bản đề nghị …*) only when there is no other."""
    told: Governance | None = None
    sent = _sent(text, tokens, begin)
    if sent is not None:
        return sent
    for index in range(begin, len(tokens)):
        governor = tokens[index].word.governor
        if governor is None or governor.verb_class not in _SPEAKING or governor.lemma in _NOT_DIRECTING:
            continue
        issuers = _speakers(text, tokens, clause, index, begin)
        if issuers is None or (
            governor.verb_class == "direct" and not (_is_issuer(issuers) or (issuers and governor.risky))
        ):
            # "chỉ thị" is what only an issuer does, "chỉ đạo" what every actor does
            continue
        if issuers and not directs(issuers) and tokens[index].word.verb is not None:
            continue
        if inner and not issuers and tokens[index].word.verb is not None and governor.lemma != "giao":
            continue
        found = _object(text, tokens, clause, index)
        if found is None:
            continue
        if not _is_told(tokens, index):
            found, more = _joined(text, tokens, found)
            return Governance(index, issuers, found, False, more)
        told = told or Governance(index, issuers, found, True)
    return told


def _joined(text: str, tokens: list[Token], found: Run | int) -> tuple[Run | int, tuple[int, ...]]:
    """*chỉ thị* A *và đề nghị* B *thực hiện …*: the second verb of directing and its object belong to the first."""
    more: tuple[int, ...] = ()
    while isinstance(found, Run) and found.following + 1 < len(tokens):
        joint, verb = tokens[found.following], found.following + 1
        if (
            not (joint.mark == "," or joint.word.function == "and")
            or tokens[verb].gap
            or tokens[verb].word.governor is None
        ):
            break
        run = run_at(text, tokens, verb + 1, tokens[verb].end)
        if run is None:
            break
        found = run._replace(bodies=found.bodies + run.bodies)
        more += (verb,)
    return found, more


def _sent(text: str, tokens: list[Token], begin: int) -> Governance | None:
    """*UBND tỉnh vừa có văn bản gửi các sở, ngành yêu cầu tăng cường …*: who is written to must act."""
    verb = next((k for k in range(begin + 1, len(tokens)) if tokens[k].word.form in ("gửi", "điện")), None)
    speaker = next((k for k in range(begin, verb or begin) if tokens[k].body is not None), None)
    if (
        verb is None
        or speaker is None
        or not _DOCUMENT.search(text[max(0, tokens[verb].start - 60) : tokens[verb].start].casefold())
    ):
        return None
    run = run_at(text, tokens, verb + 1, tokens[verb].end)
    if run is None or run.following >= len(tokens):
        return None
    governor = tokens[run.following].word.governor
    if governor is None or governor.verb_class not in _SPEAKING or near(tokens, run.following + 1) is None:
        return None
    written = run._replace(following=run.following + 1, end=tokens[run.following].end)
    return Governance(run.following, _bodies_before(text, tokens, speaker, begin), written, False)


_NOT_DIRECTING: Final = frozenset({"ban hành", "thông báo", "phân cấp", "chỉ định", "truyền đạt"})


def _is_issuer(issuers: list[BodyMention]) -> bool:
    return bool(issuers) and all(b.role == "issuer" for b in issuers)


def _speakers(text: str, tokens: list[Token], clause: Clause, index: int, begin: int) -> list[BodyMention] | None:
    """The bodies that direct; empty when nobody is named; None when the verb is a noun or part of another phrase."""
    k, position = index - 1, tokens[index].start
    while (
        k >= begin
        and not _words(text, tokens[k].end, position)
        and (tokens[k].word.adverb or tokens[k].word.function == "past")
    ):
        position = tokens[k].start
        k -= 1
    before_end = tokens[k].end if k >= begin else (tokens[begin - 1].end if begin else clause.start)
    between = text[before_end:position]
    document = bool(_DOCUMENT.search(text[max(clause.start, position - 40) : position].casefold()))
    if k < begin:
        return [] if document or not _words(text, before_end, position) else None
    before = tokens[k]
    if before.body is not None and k > begin and tokens[k - 1].word.form == "của" and not before.gap:
        # "Số liệu của các bộ, ngành đề nghị gửi về …": whose, not who speaks
        return []
    if before.body is not None:
        return _bodies_before(text, tokens, k, begin) if _SPEAKER_TO_VERB.fullmatch(between) else None
    if _words(text, before_end, position) and not document:
        return None
    if before.mark in (",", ":") and not document:
        return []
    if before.item is not None or before.word.verb is not None or document:
        # "đã có Văn bản số 8091/BNV-TCBC đề nghị …", "vừa ban hành chỉ thị yêu cầu …"
        body = next((i for i in range(k, begin - 1, -1) if tokens[i].body is not None), None)
        if body is not None and any(t.word.verb for t in tokens[body + 1 : index]):
            return _bodies_before(text, tokens, body, begin)
    if before.word.function == "and" and k > begin and tokens[k - 1].word.governor is not None:
        return []
    return None


def _bodies_before(text: str, tokens: list[Token], last: int, begin: int) -> list[BodyMention]:
    bodies = [tokens[last].body]
    k = last
    while (
        k - 2 >= begin
        and not (k - 2 > begin and tokens[k - 3].word.fronts)
        and tokens[k - 1].mark == ","
        and tokens[k - 2].body is not None
        and not _words(text, tokens[k - 2].end, tokens[k].start)
    ):
        k -= 2
        bodies.append(tokens[k].body)
    return [b for b in reversed(bodies) if b is not None]


def _object(text: str, tokens: list[Token], clause: Clause, index: int) -> Run | int | None:
    """What the verb governs: bodies, or the index where a predicate (or the list after a colon) begins."""
    governor = tokens[index].word.governor
    assert governor is not None
    end = tokens[index].end
    run = run_at(text, tokens, index + 1, end)
    if run is not None:
        return run
    if not _words(text, end, clause.end):
        return index + 1 if clause.closing == ":" else None
    if _FOLLOWS.match(text[end : end + 40].casefold()):
        return index + 1
    if governor.verb_class == "request" and governor.lemma not in _ADDRESSED and near(tokens, index + 1) is not None:
        return index + 1
    return _unknown_object(text, tokens, clause, index)


def _unknown_object(text: str, tokens: list[Token], clause: Clause, index: int) -> Run | None:
    """An object that begins with words no earlier layer knows as a body: *yêu cầu các Bộ trưởng, Thủ trưởng …*.

    Bodies further on in the same phrase still count; the phrase ends at the first verb that is not used as a noun.
    """
    governor = tokens[index].word.governor
    assert governor is not None
    end = tokens[index].end
    if governor.verb_class == "direct" or not _ADDRESSEE.match(text, end):
        return None
    limit = next((k for k in range(index + 1, len(tokens)) if _begins_predicate(tokens, k)), len(tokens))
    first = next((k for k in range(index + 1, limit) if tokens[k].body is not None), None)
    if (
        first is not None
        and tokens[first].start - end < 150
        and tokens[first - 1].word.function not in ("preposition", "relative")
    ):
        return run_at(text, tokens, first, tokens[first].start)
    if limit < len(tokens):
        return Run(
            [], limit, tokens[limit - 1].end if limit > index + 1 and not tokens[limit].gap else tokens[limit].start
        )
    return Run([], limit, clause.end) if clause.closing == ":" and clause.end - end < 200 else None


def _begins_predicate(tokens: list[Token], k: int) -> bool:
    word = tokens[k].word
    if word.form in DUTY or word.prohibition is not None:
        return True
    if word.verb is None or is_noun(tokens, k) or not heads_phrase(tokens, k):
        return word.adverb and k + 1 < len(tokens) and not tokens[k + 1].gap and tokens[k + 1].word.verb is not None
    return not word.verb.risky


_ADDRESSEE: Final = re.compile(
    rf"\s*+(?:cho\s++)?(?:[{UPPER}]|các\s|những\s|mọi\s|mỗi\s|toàn\s|tất cả\s|đồng chí|lãnh đạo|quý\s"
    rf"|người đứng đầu|thủ trưởng|ông\s|bà\s|tập thể"
    r"|cán bộ|đơn vị|cơ quan|công ty|doanh nghiệp|chủ đầu tư|nhà trường|nhân dân|bộ\s|sở\s|ban\s|phòng\s|cấp\s)"
)


_ADDRESSED: Final = frozenset({"mời", "kính mời", "nhắc nhở", "lưu ý", "kêu gọi", "kiến nghị", "khuyến nghị"})


def _is_told(tokens: list[Token], index: int) -> bool:
    """Whether *đã*, *đang* stand before the verb in the same phrase."""
    for token in reversed(tokens[max(0, index - 8) : index]):
        if token.word.form in ("đã", "đang", "từng"):
            return True
        if token.mark == ",":
            return False
    return False


def _words(text: str, start: int, end: int) -> bool:
    return any(c.isalnum() for c in text[start:end])
