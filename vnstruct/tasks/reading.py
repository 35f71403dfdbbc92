"""Reading a clause: who directs, who must act, and where the predicate begins.

The forms, in the order they are tried:

- ``governed``: *(UBND tỉnh) yêu cầu / giao / đề nghị* A + verb; ``directed``: the same without A;
- ``subject``: A + verb, also after a fronted phrase (*Trên cơ sở …, A có trách nhiệm …*);
- ``bare``: a verb after modifiers at most, also after a fronted phrase;
- ``agent``: *… do* A *(trực tiếp)* + verb;
- ``topic``: something that is no body + *phải / cần* + verb (*Báo cáo phải thể hiện …*);
- ``unnamed``: a group that no layer knows + modifier + verb (*Các cơ quan báo chí tiếp tục …*).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from vnstruct.bodies.model import BodyMention
from vnstruct.dates.model import TimeExpression
from vnstruct.tasks.actors import Run, run_at
from vnstruct.tasks.clauses import Clause
from vnstruct.tasks.cues import is_bare_lead_in
from vnstruct.tasks.governors import Directs, Governance, governance
from vnstruct.tasks.main_clause import MainClause, in_list, main_clause, with_subject
from vnstruct.tasks.predicates import (
    DUTY,
    NONE,
    OWED,
    Predicate,
    after_object,
    after_subject,
    has_object,
    heads_phrase,
    is_noun,
    lists_unknown,
    near,
)
from vnstruct.tasks.tokens import Token, Tokens, has_words, skip_blank


@dataclass(slots=True)
class Reading:
    """What a clause looks like.

    ``start`` is where the task would start: after the actor when the actor comes first. ``directions`` are the tokens
    that direct, ``partners`` the bodies that work along when they stand before the verb (*Cùng Sở Y tế kiểm tra …*),
    ``fronted`` the word that opens a phrase in front, ``connective`` whether *đồng thời*, *trong đó* … do.
    """

    clause: Clause
    tokens: list[Token]
    start: int
    form: str = "none"
    directions: list[int] = field(default_factory=list)
    issuers: list[BodyMention] = field(default_factory=list)
    actors: list[BodyMention] = field(default_factory=list)
    partners: list[BodyMention] = field(default_factory=list)
    predicate: Predicate = NONE
    past: bool = False
    fronted: str = ""
    connective: bool = False

    @property
    def head(self) -> int:
        """Index of the first verb, -1 for none."""
        return self.predicate.head

    @property
    def head_token(self) -> Token | None:
        """The first verb, when there is one."""
        return self.tokens[self.head] if self.head >= 0 else None

    @property
    def lead_in(self) -> bool:
        """Whether the clause ends with a colon."""
        return self.clause.closing == ":"

    @property
    def directing(self) -> bool:
        """Whether a verb of directing governs it."""
        return self.form in ("governed", "directed")

    @property
    def requests(self) -> bool:
        """Whether it addresses somebody by *yêu cầu*, *đề nghị* (*phân công cán bộ …* may be what the actor does)."""
        governor = self.tokens[self.directions[0]].word.governor if self.form == "governed" else None
        return governor is not None and governor.verb_class == "request"

    def list_actors(self) -> None:
        """Take every body up to the verbs as actor: *Bộ phận tài vụ, Hiệu trưởng các trường … căn cứ Quyết định thi hành*."""
        verbs = (k for k, t in enumerate(self.tokens) if t.word.form in _ENFORCING)
        named = self.tokens[: next(verbs, len(self.tokens))]
        if not any(t.word.function == "relative" for t in named):
            # "Công ty do Bộ Quốc phòng nắm giữ vốn có trách nhiệm …": whose company it is
            self.actors = [t.body for t in named if t.body is not None]

    def answer_for(self) -> None:
        """Make *chịu trách nhiệm* the head, alone: *A và các cá nhân có liên quan chịu trách nhiệm thi hành*."""
        head = self.head_token
        listed = [t for t in self.tokens if head is not None and self.start <= t.start < head.start and t.body]
        if head is not None and listed and self.actors:
            # "Giám đốc các Sở: …; Giám đốc kho bạc Hà Nội và Chủ tịch UBND các quận chịu trách nhiệm …": the list goes on
            self.actors = self.actors + [t.body for t in listed if t.body is not None]
            self.start = head.start
        sure = head is not None and head.word.verb is not None and not head.word.verb.risky
        if sure and head is not None and not head.gap and self.tokens[self.head - 1].body is not None:
            return
        for k, token in enumerate(self.tokens):
            verb = token.word.verb
            if verb is not None and verb.verb_class == "responsibility":
                if k and (self.tokens[k - 1].mark == "," or self.tokens[k - 1].word.function == "and"):
                    # "Sở Nội vụ đôn đốc, kiểm tra và chịu trách nhiệm …"
                    return
                self.predicate = self.predicate._replace(head=k)
                self.start = max(self.start, token.start)
                return
        if self.head < 0 and self.tokens and self.tokens[-1].word.verb is not None:
            # "… căn cứ Quyết định thi hành"
            self.predicate = self.predicate._replace(head=len(self.tokens) - 1)
            self.start = next((t.start for t in self.tokens if t.word.form == "căn cứ"), self.start)


class Reader:
    """Reads the clauses of one document."""

    def __init__(self, tokens: Tokens, directs: Directs) -> None:
        self.tokens = tokens
        self.text = tokens.text
        self.directs = directs

    def read(self, clause: Clause, *, inner: bool) -> Reading:
        """Read one clause; ``inner``: it stands under a heading that names its actor.

        Under such a heading *yêu cầu*, *đề nghị*, *phân công* without a subject are the actor's own acts.
        """
        reading = self._read(clause, inner=inner)
        colon = self._topic_end(reading)
        if colon is not None:
            # "a) Tiêu chuẩn - đo lường: UBND huyện chủ động …", "Báo cáo học kỳ I: báo cáo sơ kết …"
            rest = self._read(Clause(colon, clause.end, clause.closing), inner=inner)
            lists_bodies = reading.form == "bare" and rest.form == "subject" and self._names_body_before(reading, colon)
            details = rest.form == "bare" and self._examines(reading, colon)
            if (rest.head >= 0 or rest.form == "governed") and not (lists_bodies or details):
                return rest
        return reading

    def parts(self, reading: Reading, *, inner: bool) -> list[Reading]:
        """Cut a clause where another actor begins after a comma: *Sở A cân đối kinh phí, Sở B hỗ trợ …*."""
        found: list[Reading] = []
        end, closing = reading.clause.end, reading.clause.closing
        while len(found) < _MOST_PARTS and (comma := self._second_actor(reading)) is not None:
            rest = Clause(reading.tokens[comma].end, end, closing)
            found.append(self.read(Clause(reading.clause.start, reading.tokens[comma].start, ","), inner=inner))
            reading = self.read(rest, inner=inner)
        return [*found, reading]

    def _read(self, clause: Clause, *, inner: bool) -> Reading:
        reading = Reading(clause, self.tokens.of(clause.start, clause.end), clause.start)
        index = self._skip_connectives(reading)
        found = governance(self.text, reading.tokens, clause, index, inner=inner, directs=self.directs)
        if found is not None:
            self._govern(reading, found)
        else:
            self._ungoverned(reading, index)
        return reading

    def _ungoverned(self, reading: Reading, index: int) -> bool:
        """The forms without a verb of directing, from the surest to the least sure."""
        return (
            self._with_partner(reading, index)
            or self._subject(reading, index)
            or self._bare(reading, index)
            or self._fronted(reading, index)
            or self._buried(reading, index)
            or self._topic(reading, index)
            or self._unnamed(reading, index)
        )

    def led_by(self, reading: Reading) -> list[BodyMention]:
        """The bodies that a lead-in passes the work on to: *Chỉ đạo các trường:*, *Sở A hướng dẫn B làm các việc sau:*."""
        head = reading.head_token
        if not reading.lead_in or head is None or not head.word.governs:
            return []
        run = self._directed_run(reading)
        if run is None or all(body.vague for body in run.bodies):
            # "chỉ đạo các đơn vị liên quan thực hiện một số nhiệm vụ sau:" leaves it to who directs
            return []
        rest = self.tokens.lowered[skip_blank(self.text, run.end, reading.clause.end) : reading.clause.end]
        return run.bodies if not rest or is_bare_lead_in(rest) else []

    def _directed_run(self, reading: Reading) -> Run | None:
        """The bodies right after the verbs of directing: *chỉ đạo, hướng dẫn các trường*."""
        tokens, k = reading.tokens, reading.head
        while k < len(tokens) and (tokens[k].word.governs or tokens[k].mark == "," or tokens[k].word.function == "and"):
            k += 1
        return run_at(self.text, tokens, k, tokens[k - 1].end)

    # --- what stands before the clause proper ---

    def _skip_connectives(self, reading: Reading) -> int:
        """Index of the first token after *Đồng thời,*, *Theo đó*, *Trong đó*."""
        position, index = reading.clause.start, 0
        for token in reading.tokens:
            word = token.word
            opens = word.modifier == "connective" or word.function in ("focus", "then")
            connects = opens and not word.fronts and word.verb is None
            if not (connects or (token.mark == "," and index)) or has_words(self.text, position, token.start):
                break
            index += 1
            position = token.end
            reading.connective = True
        return index

    def _topic_end(self, reading: Reading) -> int | None:
        """Where the clause proper begins after a topic and a colon; None when there is no topic."""
        if reading.form not in ("none", "topic", "bare") or (reading.form == "bare" and reading.predicate.modified):
            return None
        clause = reading.clause
        if _FACT.match(self.text, clause.start):
            reading.form = "none"
            return None
        colon = self.text.find(":", clause.start, min(clause.end, clause.start + _TOPIC_REACH))
        if colon < 0 or any(t.mark and t.start <= colon < t.end - 1 for t in reading.tokens):
            return None
        topic = [t.word.function for t in reading.tokens if t.end <= colon]
        start = skip_blank(self.text, colon + 1, clause.end)
        lists = "determiner" in topic or "focus" in topic or not self.text[start : start + 1].isupper()
        if topic[-1:] == ["focus"] or (reading.form == "bare" and lists):
            # "thực hiện các nhiệm vụ: rà soát …", "phần mềm ứng dụng: quản lý …", "gồm có: …" list what is meant
            return None
        return start

    def _examines(self, reading: Reading, start: int) -> bool:
        """*Theo dõi, kiểm tra công tác quản lý: xây dựng văn bản; …*: what is looked at begins after the colon."""
        colon = examined_at(self.tokens, reading.head_token, start) if reading.form == "bare" else -1
        return colon >= 0 and not has_words(self.text, colon, start)

    def _names_body_before(self, reading: Reading, colon: int) -> bool:
        """*Mời các đơn vị thuộc Bộ Y tế: Cục A, Cục B …*: the colon opens a list of bodies."""
        last = max((t.end for t in reading.tokens if t.body is not None and t.end <= colon), default=-1)
        return last >= 0 and not has_words(self.text, last, colon)

    def _second_actor(self, reading: Reading) -> int | None:
        """The comma after which another actor has a predicate of its own."""
        tokens = reading.tokens
        if reading.head < 0 or reading.form not in ("subject", "governed", "bare"):
            return None
        last = max((k for k, token in enumerate(tokens) if token.body is not None), default=-1)
        verb = tokens[reading.head].word
        for k in range(reading.head + 1, last):
            word = tokens[k].word
            if word.function == "purpose" or tokens[k].mark == ":":
                return None
            acts = word.verb is not None and word.function != "preposition" and heads_phrase(tokens, k)
            defines = word.verb is not None and word.verb.risky and tokens[k - 1].body is not None and not tokens[k].gap
            if acts and not (defines or is_noun(tokens, k)):
                # not "giáo dục" in "Tham mưu các cấp quản lý giáo dục, chính quyền địa phương chỉ đạo …"
                verb = word
            if tokens[k].mark != "," or in_list(self.text, tokens, k):
                continue
            run = run_at(self.text, tokens, k + 1, tokens[k].end)
            found = near(tokens, run.following) if run is not None else None
            if run is None or found is None or found.past or is_noun(tokens, found.head):
                continue
            if has_words(self.text, run.end, tokens[run.following].start):
                continue
            # "phối hợp với A, B tổ chức …", "chỉ đạo A, B thực hiện …": B may belong to the list of A
            directs = verb.governs and verb.verb is not None and verb.verb.verb_class in ("direct", "support")
            if found.modal or not (directs or verb.partner or verb.recipient):
                return k
        return None

    # --- the forms ---

    def _govern(self, reading: Reading, found: Governance) -> None:
        reading.issuers, reading.past = found.issuers, found.past
        reading.directions = [found.verb, *found.more]
        if isinstance(found.object, Run):
            reading.form, reading.actors = "governed", found.object.bodies
            reading.start = skip_blank(self.text, found.object.end, reading.clause.end)
            reading.predicate = after_object(reading.tokens, found.object.following)
            if reading.head > 0 and reading.tokens[reading.head - 1].word.form == "đã" and not reading.predicate.modal:
                # "chỉ đạo Sở Nội vụ đã ban hành …": told
                reading.past = True
            self._skip_unknown_actors(reading, found.object.following)
        else:
            reading.form = "directed"
            reading.start = skip_blank(self.text, reading.tokens[found.verb].end, reading.clause.end)
            reading.predicate = near(reading.tokens, found.object) or NONE

    def _with_partner(self, reading: Reading, index: int) -> bool:
        """*Cùng (với) Bộ Thủy lợi kiểm tra …*: the body works along, the actor is inherited."""
        tokens = reading.tokens
        if index >= len(tokens) or tokens[index].gap or tokens[index].word.form not in ("cùng", "cùng với"):
            return False
        run = run_at(self.text, tokens, index + 1, tokens[index].end)
        found = near(tokens, run.following) if run is not None else None
        if run is None or found is None:
            return False
        reading.partners = run.bodies
        return self._adopt(reading, "bare", found)

    def _subject(self, reading: Reading, index: int) -> bool:
        """Bodies at the beginning."""
        tokens = reading.tokens
        run = run_at(self.text, tokens, index, tokens[index - 1].end if index else reading.clause.start)
        if run is None:
            return False
        found = self._after_actors(tokens, run)
        if tokens[index].word.fronts and found.head >= 0 and not _sets_apart(tokens, run.following):
            # "Đối với các xã có thay đổi, Sở Nội vụ …": the bodies are what the clause is about
            return False
        self._adopt(reading, "subject", found, run)
        self._skip_unknown_actors(reading, run.following)
        return True

    def _after_actors(self, tokens: list[Token], run: Run) -> Predicate:
        """The predicate after bodies; the list of actors may go on with some that no layer knows."""
        more = lists_unknown(tokens, run.following) or _MORE_ACTORS.match(
            self.text, skip_blank(self.text, run.end, run.end + _MORE_REACH)
        )
        return (after_object if more else after_subject)(tokens, run.following)

    def _bare(self, reading: Reading, index: int) -> bool:
        """A verb at the beginning."""
        found = near(reading.tokens, index)
        if found is None or _is_topic(reading.tokens, found.head):
            return False
        head = reading.tokens[found.head].word
        if head.titles and not has_words(self.text, reading.tokens[found.head].end, reading.clause.end):
            return False
        if head.fronts and found.head == index:
            # "Thực hiện Quyết định số …, UBND tỉnh …": the verb opens a fronted phrase when a main clause follows
            clause = main_clause(self.text, reading.tokens, index + 1, head.form, verbs=False)
            if clause is not None:
                return self._adopt_main(reading, clause, head.form)
            if head.verb is not None and head.verb.risky:
                return False
        return self._adopt(reading, "bare", found)

    def _fronted(self, reading: Reading, index: int) -> bool:
        """A phrase in front (*Căn cứ …,*, *Để …,*, *Đối với …*, a time) and the main clause after it."""
        first = reading.tokens[index] if index < len(reading.tokens) else None
        if first is None or first.gap or not (first.word.fronts or isinstance(first.item, TimeExpression)):
            return False
        clause = main_clause(self.text, reading.tokens, index + 1, first.word.form)
        return clause is not None and self._adopt_main(reading, clause, first.word.form)

    def _buried(self, reading: Reading, index: int) -> bool:
        """A main clause after *thì*, or an agent after *do*: *Ở Trung ương do Phó Thủ tướng trực tiếp chỉ đạo*."""
        tokens = reading.tokens
        for k in range(index, len(tokens)):
            if tokens[k].word.function == "then":
                clause = with_subject(self.text, tokens, k)
                duty = near(tokens, k + 1) if clause is None else None
                if clause is None and duty is not None and duty.modal:
                    clause = MainClause(duty)
                if clause is not None:
                    return self._adopt_main(reading, clause, "")
            elif tokens[k].word.form == "do":
                run = run_at(self.text, tokens, k + 1, tokens[k].end)
                found = near(tokens, run.following) if run is not None else None
                if run is not None and found is not None and found.modified:
                    self._adopt(reading, "agent", found, run)
                    reading.start = reading.clause.start
                    return True
        return False

    def _topic(self, reading: Reading, index: int) -> bool:
        """No body, no verb, but a duty: *Nội dung báo cáo phải thể hiện rõ …*."""
        tokens = reading.tokens
        if _QUANTITY.match(self.text, reading.clause.start):
            return False
        for k in range(index, min(index + _TOPIC_WORDS, len(tokens))):
            if tokens[k].mark in (",", ":"):
                return False
            if tokens[k].word.form in DUTY:
                found = near(tokens, k, touching=False)
                if found is None:
                    return False
                owes = found.modal in OWED or self._is_group(reading)
                self._adopt(reading, "unnamed" if owes else "topic", found)
                if owes:
                    reading.start = tokens[k].start
                return True
        return False

    def _unnamed(self, reading: Reading, index: int) -> bool:
        """A group that no layer knows: modifier and verb show the predicate."""
        tokens = reading.tokens
        if self._leads_unknown(reading, index):
            return True
        if not _GROUP.match(self.text, reading.clause.start):
            return False
        if self._people(reading):
            return True
        found = after_subject(tokens, 0)
        if found.head < 1 or not (found.modified or found.modal) or found.state or found.past:
            return False
        first = _first_modifier(tokens, found.head)
        if first == found.head or tokens[found.head].start - reading.clause.start > _TOPIC_REACH:
            return False
        if not self._is_group(reading):
            # "Các vị trí mở rộng, khẩn trương dọn dẹp …"; "Các giải pháp trên bước đầu phát huy hiệu quả" tells
            return (bool(found.modal) or tokens[first - 1].mark == ",") and self._adopt(reading, "topic", found)
        self._adopt(reading, "unnamed", found)
        reading.start = tokens[first].start
        return True

    def _leads_unknown(self, reading: Reading, index: int) -> bool:
        """*Cơ yếu chủ trì, phối hợp với …*, *Lại Linh chịu trách nhiệm …*: what only actors do, after an unknown name."""
        tokens = reading.tokens
        if index >= len(tokens) or not tokens[index].gap or not self.text[reading.clause.start].isupper():
            return False
        head = tokens[index]
        if head.capital or head.start - reading.clause.start > _UNKNOWN_NAME:
            return False
        verb = head.word.verb
        answers = verb is not None and verb.verb_class == "responsibility" and not verb.risky
        if not (answers or _leads_with(tokens, index)):
            return False
        self._adopt(reading, "unnamed", Predicate(index))
        reading.start = head.start
        return True

    def _people(self, reading: Reading) -> bool:
        """*Các đồng chí tham dự Hội nghị nghiên cứu kỹ tài liệu*: who attends or is charged, then what they must do."""
        tokens = reading.tokens
        people = _PEOPLE.match(self.text, reading.clause.start)
        if people is None:
            return False
        for k in range(min(_PEOPLE_REACH, len(tokens))):
            word = tokens[k].word
            if (tokens[k].mark and tokens[k].mark in ",:") or word.function == "past" or word.form == "được":
                return False
            if tokens[k].start < people.end() or not heads_phrase(tokens, k) or is_noun(tokens, k):
                continue
            if word.verb is not None and word.verb.verb_class in ("participate", "possess"):
                continue
            if word.verb is not None and not has_object(tokens, k):
                return False
            self._adopt(reading, "unnamed", Predicate(k))
            reading.start = tokens[_first_modifier(tokens, k)].start
            return True
        return False

    def _is_group(self, reading: Reading) -> bool:
        """Whether a clause begins like a group of people or bodies, not of things."""
        start = reading.clause.start
        return _GROUP.match(self.text, start) is not None and _THINGS.match(self.text, start) is None

    # --- taking over ---

    def _adopt_main(self, reading: Reading, clause: MainClause, fronted: str) -> bool:
        reading.fronted = fronted
        return self._adopt(reading, "bare" if clause.run is None else "subject", clause.predicate, clause.run)

    def _adopt(self, reading: Reading, form: str, found: Predicate, run: Run | None = None) -> bool:
        reading.form, reading.predicate, reading.past = form, found, found.past
        if run is not None:
            reading.actors = run.bodies
            reading.start = skip_blank(self.text, run.end, reading.clause.end)
        return True

    def _skip_unknown_actors(self, reading: Reading, following: int) -> None:
        """*… và các đơn vị có liên quan thực hiện*: actors that no layer knows are not part of the task."""
        more = _MORE_ACTORS.match(self.text, reading.start) or lists_unknown(reading.tokens, following)
        if reading.head < 0 or not more:
            return
        first = reading.tokens[_first_modifier(reading.tokens, reading.head)]
        reading.start = max(reading.start, first.start)


def _leads_with(tokens: list[Token], k: int) -> bool:
    """*chủ trì, phối hợp*."""
    classes = [t.word.verb.verb_class if t.word.verb is not None else t.mark for t in tokens[k : k + 3]]
    return classes == ["lead", ",", "coordinate"]


def examined_at(tokens: Tokens, head: Token | None, end: int) -> int:
    """The colon after which a verb of inspection lists what is looked at; -1 for none."""
    verb = head.word.verb if head is not None else None
    if head is None or verb is None or verb.verb_class != "inspect":
        return -1
    colon = tokens.text.find(":", head.end, min(end, head.end + _TOPIC_REACH))
    return -1 if tokens.lowered[head.end : max(colon, head.end)].rstrip().endswith(_ANNOUNCES) else colon


def _sets_apart(tokens: list[Token], k: int) -> bool:
    """Whether a colon or a word of duty stands at ``k``."""
    return k < len(tokens) and not tokens[k].gap and (tokens[k].mark == ":" or tokens[k].word.form in DUTY)


def _is_topic(tokens: list[Token], head: int) -> bool:
    """*Báo cáo phải nêu rõ …*, *Thông tin về cuộc thi được đăng tải …*: the first word is no verb."""
    if tokens[head].word.thing and not _first_modifier(tokens, head) < head:
        passive = next((t for t in tokens[head + 1 :] if t.mark in (",", ":") or t.word.form == "được"), None)
        if passive is not None and not passive.mark:
            return True
    following = tokens[head + 1] if head + 1 < len(tokens) else None
    owes = following is not None and not following.gap and following.word.form in ("phải", "cần", "cần phải")
    return owes and near(tokens, head + 1) is not None


def _first_modifier(tokens: list[Token], head: int) -> int:
    """The first of the modifiers and words of duty that stand directly before a verb; the verb itself without any."""
    k = head
    while k > 0 and not tokens[k].gap and (tokens[k - 1].word.adverb or tokens[k - 1].word.form in DUTY):
        k -= 1
    return k


_ANNOUNCES: Final = ("sau", "sau đây", "dưới đây")
_ENFORCING: Final = frozenset({"chịu trách nhiệm", "có trách nhiệm", "căn cứ", "thi hành"})
_UNKNOWN_NAME: Final = 40
_PEOPLE_REACH: Final = 9
_PEOPLE: Final = re.compile(
    r"(?:(?:Các|Những|Mỗi|Toàn thể|Tất cả(?: các)?)\s++)(?:đồng chí|cán bộ|đại biểu|học viên|thành viên|ông|bà|ông \(bà\)|ông, bà"
    r"|công chức|viên chức|giáo viên|đảng viên|đoàn viên|hội viên)(?!\w)"
)
_MORE_REACH: Final = 20
_MOST_PARTS: Final = 20
_TOPIC_REACH: Final = 160
_TOPIC_WORDS: Final = 12
# "Thời gian tổ chức Lễ Khai giảng: Bắt đầu từ 8 giờ": says when, where, who attends
_FACT: Final = re.compile(
    r"(?:Thời gian|Thời lượng|Địa điểm|Hình thức|Thành phần|Số lượng|Đối tượng|Chương trình|Nội dung, chương trình"
    r"|Kinh phí|Thời điểm)[^:.;]{0,60}:"
)
# "Số hộ dân có nhà cần phải sửa chữa": how many, no order
_QUANTITY: Final = re.compile(r"(?:Tổng )?(?:số|Số|Tỷ lệ|kinh phí|diện tích|Diện tích|Danh sách|danh sách)\s")
_MORE_ACTORS: Final = re.compile(r"(?:và|cùng|các|những)\s|(?:đơn vị|tổ chức|cơ quan|cá nhân|địa phương|tô chức)[\s,]")
_THINGS: Final = re.compile(
    r"(?:Các|Những|Mọi|Mỗi|Từng) (?:vị trí|trường hợp|nội dung|vấn đề|công trình|hoạt động|quy định|chính sách|dự án"
    r"|giải pháp|biện pháp|vướng mắc|hành vi|kết quả|chỉ tiêu|mô hình|quy trình|thủ tục|nhiệm vụ|sản phẩm)"
)
_GROUP: Final = re.compile(
    r"(?:(?:Các|Những|Mọi|Mỗi|Từng)|Toàn thể|Tất cả|Cán bộ|Lãnh đạo|Người đứng đầu|Thủ trưởng|Giám đốc|Chủ tịch|Trưởng"
    r"|Đội ngũ|Lực lượng|Cơ quan|Đơn vị)\s"
)
