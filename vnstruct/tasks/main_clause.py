"""The main clause after a phrase in front: *Trên cơ sở …, Sở Tài chính tổng hợp …*, *Đối với …, phải có phương án*.

The places are tried from the surest to the least sure: a body with a predicate after a comma or *thì*, a word of duty,
a verb after a comma, a body with a modified verb, a verb that nothing sets off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from vnstruct.references.model import Mention
from vnstruct.tasks.actors import Run, run_at
from vnstruct.tasks.predicates import DUTY, Predicate, after_subject, has_object, heads_phrase, is_noun, near
from vnstruct.tasks.tokens import Token, has_words

_UNKNOWN_SUBJECT: Final = 30
"""Characters of a subject that no layer knows."""


class MainClause(NamedTuple):
    """The predicate, and the bodies that are its subject, if any."""

    predicate: Predicate
    run: Run | None = None


def main_clause(text: str, tokens: list[Token], begin: int, fronted: str, *, verbs: bool = True) -> MainClause | None:
    """The main clause after a phrase that ``fronted`` opens and that goes on at token ``begin``.

    Without ``verbs`` only a subject or a duty makes one: *Thực hiện Kế hoạch, nâng cao chất lượng …* has none.
    """
    return next(_candidates(_Place(text, tokens, begin, fronted), verbs=verbs), None)


def in_list(text: str, tokens: list[Token], comma: int) -> bool:
    """Whether a comma stands inside a list of bodies: the body after it is no new subject."""
    before = tokens[comma - 1] if comma else None
    return before is not None and before.body is not None and not has_words(text, before.end, tokens[comma].start)


Way = Callable[[str, list[Token], int, int, str], "MainClause | None"]


class _Place(NamedTuple):
    text: str
    tokens: list[Token]
    begin: int
    fronted: str


def _candidates(place: _Place, *, verbs: bool) -> Iterator[MainClause]:
    tokens = place.tokens
    inside = range(place.begin, len(tokens))
    joints = [k for k in inside if tokens[k].mark in (",", ":") or tokens[k].word.function == "then"]
    duties = [k for k in inside if tokens[k].word.form in DUTY]
    ways: list[tuple[Way, list[int]]] = [(with_subject, joints), (_with_duty, duties), (_after_owner, joints)]
    if verbs:
        ways += [(_with_verb, joints), (_after_unknown, joints), (_after_body, list(inside)), (_unmarked, list(inside))]
    for way, places in ways:
        for k in places:
            found = way(place.text, tokens, k, place.begin, place.fronted)
            if found is not None:
                yield found


def with_subject(text: str, tokens: list[Token], comma: int, begin: int = 0, fronted: str = "") -> MainClause | None:
    """A body after a comma or *thì*, with a predicate of its own."""
    run = run_at(text, tokens, comma + 1, tokens[comma].end)
    if run is None or in_list(text, tokens, comma):
        return None
    found = after_subject(tokens, run.following)
    return None if found.head < 0 or (found.state and not found.modal) else MainClause(found, run)


def _with_duty(text: str, tokens: list[Token], k: int, begin: int, fronted: str) -> MainClause | None:
    """*Đối với những nội dung …, phải có phương án*; in *Đối với Sở Y tế cần rà soát* Sở Y tế acts."""
    found = near(tokens, k, touching=False)
    if found is None:
        return None
    run = run_at(text, tokens, begin, tokens[begin - 1].end) if fronted == "đối với" else None
    return MainClause(found, run if run is not None and run.following == k else None)


def _after_owner(text: str, tokens: list[Token], comma: int, begin: int, fronted: str) -> MainClause | None:
    """*Trên cơ sở báo cáo của Văn phòng Quốc hội, Bộ Xây dựng làm việc với …*: whose report it is ends at the comma."""
    owner = comma - 2
    owned = owner >= begin and tokens[owner].word.form == "của" and in_list(text, tokens, comma)
    run = run_at(text, tokens, comma + 1, tokens[comma].end) if owned else None
    if run is None or len(run.bodies) > 1:
        return None
    found = after_subject(tokens, run.following)
    word = tokens[found.head].word if found.head >= 0 else None
    # "Căn cứ kế hoạch của UBND tỉnh, các cơ quan, đơn vị xây dựng kế hoạch …": a group owns nothing together with one body
    group = run.bodies[0].group or run.bodies[0].vague
    plain = word is not None and word.verb is not None and (not word.verb.risky or group)
    return MainClause(found, run) if plain and not (found.past or found.state) else None


def _with_verb(text: str, tokens: list[Token], comma: int, begin: int, fronted: str) -> MainClause | None:
    # "căn cứ kết quả đánh giá, xem xét …": a noun before the comma begins no chain of verbs
    verb_before = comma > begin and tokens[comma - 1].word.verb is not None and not tokens[comma].gap
    chained = verb_before and not is_noun(tokens, comma - 1)
    found = near(tokens, comma + 1)
    if chained or found is None or found.past:
        return None
    word = tokens[found.head].word
    # "căn cứ kết quả đánh giá, xem xét mức độ hoàn thành nhiệm vụ": after grounds a verb with an object is one
    grounded = fronted.startswith(("căn cứ", "trên cơ sở")) and has_object(tokens, found.head)
    doubtful = word.verb is not None and word.verb.risky and not (word.firm or grounded)
    return None if doubtful and not (found.modified or found.modal) else MainClause(found)


def _after_unknown(text: str, tokens: list[Token], comma: int, begin: int, fronted: str) -> MainClause | None:
    """*Khi xảy ra sự cố, chủ cơ sở khẩn trương báo cáo*: a short name that no layer knows, a word of manner, a verb."""
    first = tokens[comma + 1] if comma + 1 < len(tokens) else None
    if first is None or not first.gap or not first.word.adverb or first.start - tokens[comma].end > _UNKNOWN_SUBJECT:
        return None
    found = near(tokens, comma + 1, touching=False)
    return MainClause(found) if found is not None and not found.past and found.head > comma + 1 else None


def _after_body(text: str, tokens: list[Token], k: int, begin: int, fronted: str) -> MainClause | None:
    """*nếu có vướng mắc các cơ quan, đơn vị kịp thời phản ánh*: no comma, but body + modifier + verb."""
    before = tokens[k - 1].word.function if k else "relative"
    if tokens[k].body is None or before == "relative" or (before == "preposition" and not tokens[k].gap):
        return None
    run = run_at(text, tokens, k, tokens[k].start)
    found = near(tokens, run.following) if run is not None else None
    if found is None or not (found.modified or found.modal) or found.past:
        return None
    return MainClause(found, run)


def _unmarked(text: str, tokens: list[Token], k: int, begin: int, fronted: str) -> MainClause | None:
    """No comma at all: a verb that is hardly ever a noun, or one that follows a document or the grounds named.

    *trong quá trình thi công bảo đảm …*, *Căn cứ Kế hoạch này xây dựng …*, *Căn cứ tiêu chuẩn thi đua xây dựng …*.
    """
    token = tokens[k]
    verb = token.word.verb
    if verb is None or not heads_phrase(tokens, k) or is_noun(tokens, k):
        return None
    after_document = k > 0 and not token.gap and isinstance(tokens[k - 1].item, Mention)
    after_grounds = fronted.startswith("căn cứ") and token.gap and has_object(tokens, k)
    if verb.verb_class == "ensure" or (token.word.firm and (after_document or after_grounds)):
        return MainClause(Predicate(k))
    return None
