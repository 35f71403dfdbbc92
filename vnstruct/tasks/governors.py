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
from vnstruct.tasks.tokens import Token, has_words

Directs = Callable[[list[BodyMention]], bool]
"""Whether bodies may be the issuer: where orders stand, *Sở Y tế đề nghị …* is an act of an actor."""

_SPEAKING: Final = frozenset({"assign", "request", "direct"})
_DOCUMENT: Final = re.compile(
    r"(?:công văn|văn bản|chỉ thị|thông báo|công điện|kế hoạch|quyết định|nghị quyết|hướng dẫn|điện)"
    r"(?:\s++(?:số|khẩn|hỏa tốc|này|trên|nêu trên|cũng|còn|đồng thời|nêu rõ))*\s*+$"
)
_OCCASIONS: Final = frozenset({"trong quá trình", "quá trình", "trong thời gian"})
# "Doanh nghiệp có văn bản đề nghị công nhận …": somebody whom no layer knows asks
_UNKNOWN_AUTHOR: Final = re.compile(r"\s*+\w[^,;:]{1,80}?\s(?:có|gửi|ban hành|ký)\s")
_SPEAKER_TO_VERB: Final = re.compile(
    rf"\s*+(?:[{UPPER}][{LOWER}]*\s*+){{0,5}}(?:\([^()]{{0,120}}\)\s*+)?,?\s*+"
    r"(?:(?:cũng|lại|có|vừa|đã|thống nhất|tiếp tục)\s*+)?"
)
_ANSWERING: Final = re.compile(r"(?:[Tt]rả lời|[Pp]húc đáp|nhận được|tiếp nhận)\s")
_NAME_GOES_ON: Final = re.compile(rf"\s*+(?:[{LOWER}]++\s++){{1,3}}")
_LIST_FOLLOWS: Final = re.compile(r"\s*+,?\s*+(?:như sau|sau đây|các nội dung sau|một số nội dung|:)")
_ADDRESSEE: Final = re.compile(
    rf"\s*+(?:cho\s++)?(?:[{UPPER}]|(?:các|những|mọi|mỗi|toàn|tất cả|quý|ông|bà|bộ|sở|ban|phòng|cấp)\s"
    r"|đồng chí|lãnh đạo|người đứng đầu|thủ trưởng|tập thể|cán bộ|đơn vị|cơ quan|công ty|doanh nghiệp|chủ đầu tư"
    r"|nhà trường|nhân dân)"
)


class Governance(NamedTuple):
    """A governing verb (its token index), who speaks, and whom it addresses or where its predicate begins.

    ``past``: it is told (*đã có văn bản đề nghị …*). ``more``: further governing verbs (*chỉ thị* A *và đề nghị* B).
    """

    verb: int
    issuers: list[BodyMention]
    object: Run | int
    past: bool = False
    more: tuple[int, ...] = ()


def governance(
    text: str, tokens: list[Token], clause: Clause, begin: int, *, inner: bool, directs: Directs
) -> Governance | None:
    """The verb that governs a clause; one told as past only when there is no other.

    ``inner``: under a heading that names the actor, where *yêu cầu* without a subject is what the actor must do.
    """
    governors = [k for k in range(begin, len(tokens)) if tokens[k].word.governor is not None]
    if not governors:
        return None
    search = _Search(text, tokens, clause, begin)
    sent = search.sent()
    if sent is not None:
        return sent
    told: Governance | None = None
    for index in governors:
        issuers = search.issuers(index, inner=inner, directs=directs)
        found = search.object(index) if issuers is not None else None
        if issuers is None or found is None:
            continue
        if not search.is_told(index):
            found, more = search.joined(found)
            return Governance(index, issuers, found, False, more)
        told = told or Governance(index, issuers, found, True)
    return told


class _Search:
    """The search in one clause, whose connectives end before token ``begin``."""

    def __init__(self, text: str, tokens: list[Token], clause: Clause, begin: int) -> None:
        self.text = text
        self.tokens = tokens
        self.clause = clause
        self.begin = begin

    def issuers(self, index: int, *, inner: bool, directs: Directs) -> list[BodyMention] | None:
        """Who directs by the verb at ``index``; None when it does not direct there."""
        word = self.tokens[index].word
        governor = word.governor
        if governor is None or governor.verb_class not in _SPEAKING or word.enacts:
            return None
        issuers = self.speakers(index)
        if issuers is None or (issuers and all(body.vague for body in issuers)):
            # "Doanh nghiệp có văn bản đề nghị …", "các đơn vị đề nghị …": they ask, they do not direct
            return None
        if governor.verb_class == "direct" and not (issuers and (governor.risky or _are_issuers(issuers))):
            # "chỉ thị" is what only an issuer does, "chỉ đạo" what every actor does
            return None
        others_act = (
            not directs(issuers) if issuers else inner and word.form != "giao" and not self.asks_for_work(index)
        )
        if word.verb is not None and others_act:
            return None
        return issuers

    def asks_for_work(self, index: int) -> bool:
        """*Yêu cầu chuẩn bị nội dung chu đáo.*: a sentence that names nobody is the issuer's, under any heading."""
        token = self.tokens[index]
        governor = token.word.governor
        if governor is None or governor.verb_class != "request" or token.word.addressed or not token.capital:
            return False
        following = near(self.tokens, index + 1)
        return index == self.begin and following is not None and following.head == index + 1

    def speakers(self, index: int) -> list[BodyMention] | None:
        """The bodies before the verb; empty when it begins its phrase; None when it is a noun or in another phrase."""
        tokens, begin = self.tokens, self.begin
        k, position = index - 1, tokens[index].start
        while k >= begin and not has_words(self.text, tokens[k].end, position) and _says_how(tokens[k]):
            position = tokens[k].start
            k -= 1
        done = tokens[k].end if k >= begin else (tokens[begin - 1].end if begin else self.clause.start)
        apart = has_words(self.text, done, position)
        document = bool(_DOCUMENT.search(self.text[max(self.clause.start, position - 40) : position].casefold()))
        if k < begin:
            if document and _UNKNOWN_AUTHOR.match(self.text, done, position):
                return None
            return [] if document or not apart else None
        before = tokens[k]
        if document and k == begin and before.word.governor is not None and before.capital:
            # "Chỉ thị cũng giao Sở Y tế …", in a report about it
            return []
        if before.body is not None and apart and _NAME_GOES_ON.fullmatch(self.text, before.end, position):
            # "Chủ tịch UBND [huyện] chỉ thị": a name that is known in part
            return self._bodies_up_to(k)
        if before.body is not None:
            return self._body_before(k, position)
        if apart and not document and self._announces(index):
            # "Phó Trưởng Ban Chỉ đạo xóa nhà tạm Nguyễn Văn A yêu cầu:": not all of the speaker is known
            return self._opening_bodies()
        if apart and not document:
            # "nếu phát sinh vướng mắc đề nghị phản ánh …": a request without a comma
            return [] if self._requests_plainly(index) else None
        if before.mark in (",", ":") and not document:
            return []
        if before.item is not None or document:
            return self._author(k, index)
        if before.word.function != "and" or k <= begin:
            return None
        # "Sở Nội vụ kính báo cáo và kính đề nghị UBND tỉnh xem xét …"
        return [] if tokens[k - 1].word.governor is not None else self._speakers_of(k - 1)

    def _speakers_of(self, verb: int) -> list[BodyMention] | None:
        """The bodies right before a verb that does not direct."""
        k = verb - 1
        while k >= self.begin and not self.tokens[k + 1].gap and _says_how(self.tokens[k]):
            k -= 1
        spoken = self.tokens[verb].word.verb is not None and k >= self.begin and not self.tokens[k + 1].gap
        return self._bodies_up_to(k) if spoken and self.tokens[k].body is not None else None

    def _body_before(self, k: int, position: int) -> list[BodyMention] | None:
        if k > self.begin and self.tokens[k - 1].word.form == "của" and not self.tokens[k].gap:
            # "Số liệu của các bộ, ngành đề nghị gửi về …": whose, not who speaks; "Trả lời công văn của Công ty A đề
            # nghị hướng dẫn …": what was asked
            return None if _ANSWERING.search(self.text, self.clause.start, position) else []
        between = self.text[self.tokens[k].end : position]
        return self._bodies_up_to(k) if _SPEAKER_TO_VERB.fullmatch(between) else None

    def _announces(self, index: int) -> bool:
        """Whether the verb ends its clause before a colon, and the clause begins with a body."""
        last = index == len(self.tokens) - 1 and not has_words(self.text, self.tokens[index].end, self.clause.end)
        return self.clause.closing == ":" and last and bool(self._opening_bodies()) and not is_noun(self.tokens, index)

    def _opening_bodies(self) -> list[BodyMention]:
        start = self.tokens[self.begin - 1].end if self.begin else self.clause.start
        run = run_at(self.text, self.tokens, self.begin, start)
        return run.bodies if run is not None else []

    def _requests_plainly(self, index: int) -> bool:
        governor = self.tokens[index].word.governor
        # "đối với các ứng viên đề nghị xét tặng" tells who has asked; only a condition is followed by a request so
        opening = self.tokens[self.begin].word if self.begin < len(self.tokens) else None
        fronted = opening is not None and (opening.function == "condition" or opening.form in _OCCASIONS)
        asks = governor is not None and governor.lemma == "đề nghị"
        return asks and fronted and near(self.tokens, index + 1) is not None

    def _author(self, k: int, index: int) -> list[BodyMention] | None:
        """*Bộ Nội vụ có Văn bản số 8091 đề nghị …*, *vừa ban hành chỉ thị yêu cầu …*: whose document it is."""
        body = next((i for i in range(k, self.begin - 1, -1) if self.tokens[i].body is not None), None)
        if body is None or not any(t.word.verb for t in self.tokens[body + 1 : index]):
            return None
        return self._bodies_up_to(body)

    def _bodies_up_to(self, last: int) -> list[BodyMention]:
        """The bodies of a list that ends at token ``last``; one that opens a fronted phrase is not part of it."""
        tokens, k = self.tokens, last
        bodies = [tokens[last].body]
        while k - 2 >= self.begin and tokens[k - 1].mark == "," and tokens[k - 2].body is not None:
            opens_phrase = k - 2 > self.begin and tokens[k - 3].word.fronts
            if opens_phrase or has_words(self.text, tokens[k - 2].end, tokens[k].start):
                break
            k -= 2
            bodies.append(tokens[k].body)
        return [b for b in reversed(bodies) if b is not None]

    def object(self, index: int) -> Run | int | None:
        """What the verb governs: bodies, or the index where a predicate (or the list after a colon) begins."""
        tokens = self.tokens
        word, end = tokens[index].word, tokens[index].end
        governor = word.governor
        run = run_at(self.text, tokens, index + 1, end) or self._object_of_two(index)
        if run is not None or governor is None:
            return run
        if not has_words(self.text, end, self.clause.end):
            # "4. Phân công nhiệm vụ:" is a heading
            titled = (
                word.titles and index == self.begin and not has_words(self.text, self.clause.start, tokens[index].start)
            )
            return index + 1 if self.clause.closing == ":" and not titled else None
        if not word.addressed and _LIST_FOLLOWS.match(self.text[end : end + 40].casefold()):
            return index + 1
        requests = governor.verb_class == "request" and not word.addressed
        if requests and near(tokens, index + 1) is not None:
            return index + 1
        return self._unknown_object(index) if governor.verb_class != "direct" else None

    def _object_of_two(self, index: int) -> Run | None:
        """*chỉ đạo và đôn đốc các trường thực hiện …*: the object of the second verb is that of the first."""
        if index + 2 >= len(self.tokens):
            return None
        joint, second = self.tokens[index + 1 : index + 3]
        joins = not joint.gap and (joint.mark == "," or joint.word.function == "and")
        if not joins or second.gap or not second.word.governs:
            return None
        return run_at(self.text, self.tokens, index + 3, second.end)

    def _unknown_object(self, index: int) -> Run | None:
        """An object that begins with words no earlier layer knows as a body: *yêu cầu các Bộ trưởng, Thủ trưởng …*.

        Bodies further on in the same phrase still count; the phrase ends at the first verb that is not used as a noun.
        """
        tokens, end = self.tokens, self.tokens[index].end
        if not _ADDRESSEE.match(self.text, end):
            return None
        limit = next((k for k in range(index + 1, len(tokens)) if _begins_predicate(tokens, k)), len(tokens))
        first = next((k for k in range(index + 1, limit) if tokens[k].body is not None), None)
        if first is not None and tokens[first].start - end < _OBJECT_REACH:
            belongs = tokens[first - 1].word.function in ("preposition", "relative")
            return None if belongs else run_at(self.text, tokens, first, tokens[first].start)
        if limit < len(tokens):
            touching = limit > index + 1 and not tokens[limit].gap
            return Run([], limit, tokens[limit - 1].end if touching else tokens[limit].start)
        return Run([], limit, self.clause.end) if self.clause.closing == ":" and self.clause.end - end < 200 else None

    def joined(self, found: Run | int) -> tuple[Run | int, tuple[int, ...]]:
        """*chỉ thị* A *và đề nghị* B *thực hiện …*: the second verb and its object belong to the first."""
        tokens = self.tokens
        more: tuple[int, ...] = ()
        while isinstance(found, Run) and found.following + 1 < len(tokens):
            joint, verb = tokens[found.following], found.following + 1
            parts = joint.mark == "," or joint.word.function == "and"
            governs = tokens[verb].word.governor is not None and not tokens[verb].gap
            run = run_at(self.text, tokens, verb + 1, tokens[verb].end) if parts and governs else None
            if run is None:
                break
            found = run._replace(bodies=found.bodies + run.bodies)
            more += (verb,)
        return found, more

    def sent(self) -> Governance | None:
        """*UBND tỉnh vừa có văn bản gửi các sở, ngành yêu cầu tăng cường …*: who is written to must act."""
        tokens, begin = self.tokens, self.begin
        verb = next((k for k in range(begin + 1, len(tokens)) if tokens[k].word.form in ("gửi", "điện")), None)
        speaker = next((k for k in range(begin, verb or begin) if tokens[k].body is not None), None)
        if verb is None or speaker is None:
            return None
        if not _DOCUMENT.search(self.text[max(0, tokens[verb].start - 60) : tokens[verb].start].casefold()):
            return None
        run = run_at(self.text, tokens, verb + 1, tokens[verb].end)
        if run is None or run.following >= len(tokens):
            return None
        governor = tokens[run.following].word.governor
        if governor is None or governor.verb_class not in _SPEAKING or near(tokens, run.following + 1) is None:
            return None
        written = run._replace(following=run.following + 1, end=tokens[run.following].end)
        return Governance(run.following, self._bodies_up_to(speaker), written)

    def is_told(self, index: int) -> bool:
        """Whether *đã*, *đang* stand before the verb in the same phrase."""
        for token in reversed(self.tokens[max(0, index - 8) : index]):
            if token.word.form in ("đã", "đang", "từng"):
                return True
            if token.mark == ",":
                return False
        return False


_OBJECT_REACH: Final = 150


def _are_issuers(bodies: list[BodyMention]) -> bool:
    return all(body.role == "issuer" for body in bodies)


def _says_how(token: Token) -> bool:
    return token.word.adverb or token.word.function == "past"


def _begins_predicate(tokens: list[Token], k: int) -> bool:
    word = tokens[k].word
    if word.form in DUTY or word.prohibition is not None:
        return True
    if word.verb is None or is_noun(tokens, k) or not heads_phrase(tokens, k):
        return word.adverb and k + 1 < len(tokens) and not tokens[k + 1].gap and tokens[k + 1].word.verb is not None
    return not word.verb.risky
