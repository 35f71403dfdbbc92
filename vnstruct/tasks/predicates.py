"""Finding the first verb of a predicate, and what its words of time, duty and manner say."""

from __future__ import annotations

from typing import Final, NamedTuple

from vnstruct.dates.model import TimeExpression
from vnstruct.tasks.tokens import Token

DUTY: Final = frozenset(
    {"phải", "cần", "cần phải", "có trách nhiệm", "có nhiệm vụ", "có nghĩa vụ", "bắt buộc phải", "bắt buộc"}
)
OWED: Final = frozenset({"có trách nhiệm", "có nhiệm vụ", "có nghĩa vụ"})
_NOUN_MAKERS: Final = frozenset({"determiner", "nominal", "preposition", "relative", "state"})
_CHARGED: Final = frozenset(
    {"được giao", "được phân công", "được giao nhiệm vụ", "được yêu cầu", "được đề nghị", "được chỉ đạo"}
)
_TEMPORAL: Final = frozenset({"trước", "từ", "đến", "vào", "trong", "sau", "kể từ", "chậm nhất", "trước mắt"})
NO_HEAD: Final = -1
NOT: Final = "không"
# tokens that may stand between a subject, or the place of one, and the verb: no sentence needs more
_NEAR_REACH: Final = 25
_FAR_REACH: Final = 120


class Predicate(NamedTuple):
    """``head`` is the index of the first verb or -1; ``modal`` the word of duty; the rest are flags."""

    head: int
    modal: str = ""
    modified: bool = False
    past: bool = False
    state: bool = False
    passive: bool = False


NONE: Final = Predicate(NO_HEAD)
"""No predicate."""


def near(tokens: list[Token], index: int, *, touching: bool = True) -> Predicate | None:
    """The predicate that begins right at ``index``: a verb after modifiers and words of duty only.

    ``touching``: nor may unknown words stand before ``index``.
    """
    modal, modified, past = "", False, False
    for k in range(index, min(index + _NEAR_REACH, len(tokens))):
        token = tokens[k]
        word = token.word
        if token.gap and (touching or k > index):
            return None
        if word.form in _TEMPORAL and k + 1 < len(tokens) and isinstance(tokens[k + 1].item, TimeExpression):
            # "trước ngày 05/12 hằng năm báo cáo …"
            continue
        if word.form in DUTY:
            modal = word.form
        elif word.function == "past":
            past = True
        elif heads_phrase(tokens, k):
            return Predicate(k, modal, modified, past)
        elif word.adverb or isinstance(token.item, TimeExpression):
            # "Hằng năm báo cáo …": a time in front says when; "có văn bản đề nghị" may be told of anybody
            modified = modified or word.modifier != "means"
        elif modal and word.form == "được":
            # "hệ thống phải được xây dựng …"
            continue
        elif not ((token.mark and token.mark in ",:([") or (modified and word.function == "and")):
            return None
    return None


def after_subject(tokens: list[Token], index: int) -> Predicate:
    """The predicate after a subject: phrases may stand in between (*theo chức năng, nhiệm vụ được giao, …*).

    A verb away from the subject counts when something sets it off: a comma, a modifier, a word of duty. *được*, *còn*,
    *chưa* directly after the subject make a state; *được phân công … có trách nhiệm* is a duty again.
    """
    modal, modified, past, state, passive, away = "", False, False, False, False, False
    for k in range(index, min(index + _FAR_REACH, len(tokens))):
        token = tokens[k]
        word = token.word
        away = away or token.gap or token.item is not None
        if word.form in DUTY:
            modal, past, state, passive = word.form, False, False, False
        elif word.function == "then":
            past = state = passive = away = False
        elif word.function == "past" and not modal:
            past = past or not away
        elif word.prohibition is not None or (word.form == NOT and is_negated(tokens, k)):
            return Predicate(k, modal, modified, past, state, passive)
        elif heads_phrase(tokens, k):
            if (
                k == index + 1
                and tokens[index].word.form in _CHARGED
                and not any(t.word.form in DUTY for t in tokens[k : k + _FAR_REACH])
            ):
                # "Văn phòng Chính phủ được giao theo dõi …": nothing else is said of the subject
                return Predicate(k, tokens[index].word.form)
            found = not away or (not is_noun(tokens, k) and (modal or _leads(tokens, k) or _set_off(tokens, k, index)))
            if found and not modal and _names_subject(tokens, k):
                away = True
                continue
            # "các địa phương chưa lập Đề án thì khẩn trương …": the state says which, the predicate follows "thì"
            if found and not ((past or state) and any(t.word.function == "then" for t in tokens[k : k + _FAR_REACH])):
                return Predicate(k, modal, modified, past, state, passive)
            away = True
        elif word.adverb and not token.gap:
            modified = modified or word.modifier != "means"
        elif word.form == "là" and k + 1 < len(tokens) and _is_office_of_record(tokens[k + 1]):
            # "Công an tỉnh là cơ quan đầu mối theo dõi …"
            continue
        elif _is_office_of_record(token):
            away = False
        elif word.form == "do" and not away:
            # "Chủ tịch Hội do Ban Chấp hành bầu ra"
            state = away = True
        elif word.function == "state" or word.form.startswith("được"):
            # "các huyện được quan tâm" is a state, "các sở được phân công … có trách nhiệm" a duty
            state = state or not (away or modal)
            passive = passive or (word.form == "được" and not away)
            away = away or word.form.startswith("được ")
        elif word.function == "preposition" or word.fronts:
            away = True
    return Predicate(NO_HEAD, modal, modified, past, state, passive)


def _names_subject(tokens: list[Token], k: int) -> bool:
    """*Đơn vị cung cấp dịch vụ có trách nhiệm kê khai …*: the verb says which body; its duty follows."""
    before = tokens[k - 1] if k else None
    if before is not None and before.word.adverb and not tokens[k].gap:
        return False
    verb = tokens[k].word.verb
    if tokens[k].word.named and before is not None and before.body is not None and not tokens[k].gap:
        # "Công đoàn giáo dục Việt Nam": more of the name
        return True
    if tokens[k].word.thing and before is not None and before.body is not None:
        # "Đơn vị sự nghiệp giáo dục và y tế được ký hợp đồng …": a noun of the name
        ahead = tokens[k + 1 : k + _DEFINITION_REACH]
        told = next((t for t in ahead if t.mark == "," or t.word.form in DUTY or t.word.form.startswith("được")), None)
        return told is not None and not told.mark
    generic = before is not None and before.body is not None and before.body.name[1:].islower()
    if generic or (verb is not None and verb.verb_class == "possess"):
        # "Các bộ khác có máy bay chụp ảnh (Bộ A, Bộ B) có trách nhiệm …", "Doanh nghiệp thực hiện dự án theo Nghị định số
        # … có trách nhiệm …": what defines a common noun may be long
        ahead = tokens[k + 1 : k + _DEFINITION_REACH]
        end = next((t for t in ahead if t.mark == "," or t.word.function == "and" or t.word.form in _CHARGES), None)
        return end is not None and end.word.form in _CHARGES
    for token in tokens[k + 1 : k + _SUBJECT_REACH]:
        if token.word.form in _CHARGES:
            return True
        if token.mark or token.item is not None or token.word.function in ("determiner", "and"):
            return False
    return False


_SUBJECT_REACH: Final = 7
_DEFINITION_REACH: Final = 30
_CHARGES: Final = frozenset({"có trách nhiệm", "chịu trách nhiệm", "có nghĩa vụ", "có nhiệm vụ"})


def _is_office_of_record(token: Token) -> bool:
    return token.body is not None and token.body.name.casefold().startswith(
        ("cơ quan đầu mối", "cơ quan thường trực", "đầu mối")
    )


def after_object(tokens: list[Token], index: int) -> Predicate:
    """The predicate after the object of a verb of directing, which may be followed by more that is no known body.

    *Yêu cầu các sở, ngành và các đơn vị có liên quan thực hiện …*: the first verb that is not used as a noun.
    """
    found = after_subject(tokens, index)
    if lists_unknown(tokens, index) and not (found.head >= 0 and found.modal in OWED):
        # "…, DNNN tăng cường kiểm tra": the first verb that has an object
        places = range(index + 1, min(index + _FAR_REACH, len(tokens)))
        first = next((k for k in places if _may_head(tokens, k) and has_object(tokens, k)), found.head)
        return found._replace(head=first)
    if found.head >= 0:
        return found
    for nouns_too in (False, True):
        for k in range(index, len(tokens)):
            verb = tokens[k].word.verb
            if (
                verb is not None
                and heads_phrase(tokens, k)
                and not is_noun(tokens, k)
                and (nouns_too or not verb.risky)
            ):
                return found._replace(head=k, state=False, passive=False)
    return found


def lists_unknown(tokens: list[Token], index: int) -> bool:
    """Whether a list of bodies goes on with one that no layer knows: a comma or *và*, then unknown words or *các*."""
    if index + 1 >= len(tokens) or tokens[index].gap:
        return False
    joint, following = tokens[index], tokens[index + 1]
    joins = joint.mark == "," or joint.word.function == "and"
    return joins and (following.word.function == "determiner" or (following.gap and following.mark in ("", ",")))


def _may_head(tokens: list[Token], k: int) -> bool:
    verb = tokens[k].word.verb
    return verb is not None and verb.verb_class != "possess" and heads_phrase(tokens, k) and not is_noun(tokens, k)


def _leads(tokens: list[Token], k: int) -> bool:
    """*chủ trì*, *chịu trách nhiệm* … are hardly ever nouns; *được phân công chủ trì* is a relative clause."""
    verb = tokens[k].word.verb
    before = tokens[k - 1].word.form if k else ""
    return (
        verb is not None
        and verb.verb_class in ("lead", "responsibility", "coordinate")
        and not verb.risky
        and not before.startswith(("được", "do"))
    )


def heads_phrase(tokens: list[Token], k: int) -> bool:
    """Whether a word is a verb that may head a phrase there: no adverb before another verb, no preposition."""
    word = tokens[k].word
    if word.prohibition is not None or (word.form == NOT and is_negated(tokens, k)):
        return True
    if word.verb is None or (word.function == "preposition" and not _takes_object(tokens, k)):
        return False
    if _is_list_member(tokens, k):
        return False
    if tokens[k].capital and k and word.verb.risky and tokens[k - 1].word.function == "and":
        # "Bộ Giáo dục và\nĐào tạo"
        return False
    if word.compound and k:
        # "nội dung, dự thảo Luật": a verb only at the very beginning
        return False
    return not (word.adverb and _verb_follows(tokens, k))


def _is_list_member(tokens: list[Token], k: int) -> bool:
    """*các cơ quan, tổ chức, đơn vị có liên quan*: commas on both sides, a body after them."""
    verb = tokens[k].word.verb
    if not 0 < k < len(tokens) - 2 or tokens[k].gap or tokens[k + 1].gap or tokens[k + 2].gap:
        return False
    if verb is None or not verb.risky:
        # "chỉ đạo, đôn đốc, kiểm tra, các Bộ": no noun
        return False
    return tokens[k - 1].mark == "," and tokens[k + 1].mark == "," and tokens[k + 2].body is not None


def _takes_object(tokens: list[Token], k: int) -> bool:
    """*cho*, *ra* … are verbs only at the very beginning; *căn cứ* never is one."""
    return k == 0 and not tokens[k].word.fronts


def _verb_follows(tokens: list[Token], k: int) -> bool:
    """*tập trung chỉ đạo*, *chủ động kịp thời xử lý*: another verb follows, with adverbs at most in between."""
    for place, following in enumerate(tokens[k + 1 : k + 5], k + 1):
        if following.gap:
            return False
        if following.mark == "," and place + 1 < len(tokens) and _only_says_how(tokens[place + 1]):
            # "Chủ động, kịp thời chỉ đạo …"
            continue
        if following.word.verb is not None and following.word.function != "preposition":
            return True
        if not following.word.adverb:
            return False
    return False


def _only_says_how(token: Token) -> bool:
    return token.word.adverb and token.word.verb is None and not token.gap


def is_negated(tokens: list[Token], k: int) -> bool:
    """*không* + verb: a prohibition that is no fixed form."""
    if tokens[k].word.form != NOT or k + 1 >= len(tokens) or tokens[k + 1].gap or tokens[k + 1].word.verb is None:
        return False
    before = tokens[k - 1] if k else None
    return before is None or (
        not tokens[k].gap and (bool(before.mark) or before.word.adverb or before.item is not None)
    )


def is_noun(tokens: list[Token], k: int) -> bool:
    """Whether a verb is used as a noun: right after *các*, *việc*, *của*, *theo*, or right before *của*."""
    if k + 1 < len(tokens) and tokens[k + 1].word.form == "của" and not tokens[k + 1].gap:
        return True
    if k == 0 or tokens[k].gap:
        return False
    before = tokens[k - 1].word
    if tokens[k].word.named and tokens[k - 1].body is not None:
        return True
    if before.function == "and" and tokens[k].word.thing and k > 1 and tokens[k - 2].body is not None:
        # "Ban Giám đốc và lãnh đạo các phòng"
        return True
    return before.function in _NOUN_MAKERS and not before.adverb and before.verb is None


def _set_off(tokens: list[Token], k: int, index: int) -> bool:
    if k == index:
        return True
    before, verb = tokens[k - 1], tokens[k].word.verb
    if tokens[k].gap or (before.mark == "," and verb is not None and verb.risky and not has_object(tokens, k)):
        return False
    return (
        before.mark in (",", ":", "(", "[")
        or before.word.adverb
        or before.item is not None
        or before.word.function == "then"
    )


_CHAIN: Final = 3
_TOWARDS: Final = frozenset({"về", "cho", "lên", "đến", "với", "tới"})


def has_object(tokens: list[Token], k: int) -> bool:
    """Whether an object follows a verb, if need be through a chain: *báo cáo, đề xuất UBND tỉnh*."""
    for _ in range(_CHAIN):
        if k + 1 >= len(tokens):
            return False
        following = tokens[k + 1]
        if following.gap or following.item is not None or following.word.form in _TOWARDS:
            return True
        if following.mark != "," and following.word.function != "and":
            return following.word.function != "preposition"
        if k + 2 >= len(tokens) or tokens[k + 2].gap or tokens[k + 2].word.verb is None:
            return False
        k += 2
    return False
