"""Reading a clause: who directs, who must act, and where the predicate begins.

The forms, in the order they are tried:

- ``governed``: *(UBND tỉnh) yêu cầu / giao / đề nghị* A + verb; ``directed``: the same without A;
- ``subject``: A + verb, also after a fronted phrase (*Trên cơ sở …, A có trách nhiệm …*);
- ``bare``: a verb after modifiers at most, also after a fronted phrase;
- ``topic``: something that is no body + *phải / cần* + verb (*Báo cáo phải thể hiện …*);
- ``agent``: *… do* A *(trực tiếp)* + verb.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from vnstruct.bodies.model import BodyMention
from vnstruct.dates.model import TimeExpression
from vnstruct.references.model import Mention
from vnstruct.tasks.actors import Run, run_at
from vnstruct.tasks.clauses import Clause
from vnstruct.tasks.governors import Directs, Governance, governance
from vnstruct.tasks.predicates import (
    DUTY,
    NO_HEAD,
    Predicate,
    after_object,
    after_subject,
    has_object,
    heads_phrase,
    is_noun,
    near,
)
from vnstruct.tasks.tokens import Token, Tokens


@dataclass(slots=True)
class Reading:
    """What a clause looks like; ``governor`` and ``head`` are indices of tokens, -1 for none."""

    clause: Clause
    tokens: list[Token]
    form: str = "none"
    governor: int = NO_HEAD
    directions: list[int] = field(default_factory=list)
    """All verbs of directing: *chỉ thị* A *và đề nghị* B has two."""
    issuers: list[BodyMention] = field(default_factory=list)
    actors: list[BodyMention] = field(default_factory=list)
    partners: list[BodyMention] = field(default_factory=list)
    """Bodies that work along, when they stand before the verb."""
    start: int = 0
    """Where the task would start: after the actor when the actor comes first."""
    predicate: Predicate = Predicate(NO_HEAD)
    past: bool = False
    fronted: str = ""
    """The word that opens a fronted phrase: *căn cứ*, *để*, *đối với* …"""
    connective: bool = False
    """Whether it begins with *đồng thời*, *trong đó*, *theo đó* …"""

    @property
    def head(self) -> int:
        """Index of the first verb."""
        return self.predicate.head

    @property
    def lead_in(self) -> bool:
        """Whether the clause ends with a colon."""
        return self.clause.closing == ":"

    @property
    def head_token(self) -> Token | None:
        """The first verb, when there is one."""
        return self.tokens[self.head] if self.head >= 0 else None


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
            if rest.head >= 0 or rest.form == "governed":
                return rest
        return reading

    def parts(self, clause: Clause, *, inner: bool) -> list[Reading]:
        """Read one clause, in two when a second actor begins after a comma: *Sở A cân đối kinh phí, Sở B hỗ trợ …*."""
        reading = self.read(clause, inner=inner)
        comma = self._second_actor(reading)
        if comma is None:
            return [reading]
        first = self.read(Clause(clause.start, reading.tokens[comma].start, ","), inner=inner)
        return [first, *self.parts(Clause(reading.tokens[comma].end, clause.end, clause.closing), inner=inner)]

    def _second_actor(self, reading: Reading) -> int | None:
        """The comma after which another actor has a predicate of its own."""
        tokens = reading.tokens
        if reading.head < 0 or reading.form not in ("subject", "governed", "bare"):
            return None
        verb = tokens[reading.head].word
        for k in range(reading.head + 1, len(tokens)):
            word = tokens[k].word
            if word.function == "purpose" or tokens[k].mark == ":":
                return None
            verb = word if word.verb is not None and word.function != "preposition" else verb
            if tokens[k].mark != "," or self._in_list(tokens, k):
                continue
            run = run_at(self.text, tokens, k + 1, tokens[k].end)
            found = near(tokens, run.following) if run is not None else None
            if run is None or found is None or found.past or has_words(self.text, run.end, tokens[run.following].start):
                continue
            # "phối hợp với A, B tổ chức …", "chỉ đạo A, B thực hiện …": B may belong to the list of A
            if found.modal or not (verb.partner or verb.governs or verb.recipient):
                return k
        return None

    def _read(self, clause: Clause, *, inner: bool) -> Reading:
        reading = Reading(clause, self.tokens.of(clause.start, clause.end), start=clause.start)
        index = self._skip_connectives(reading)
        found = governance(self.text, reading.tokens, clause, index, inner=inner, directs=self.directs)
        if found is not None:
            self._govern(reading, found)
        elif not (
            self._with_partner(reading, index)
            or self._subject(reading, index)
            or self._bare(reading, index)
            or self._fronted(reading, index)
        ):
            _ = self._buried(reading, index) or self._topic(reading, index) or self._unnamed(reading)
        return reading

    def _topic_end(self, reading: Reading) -> int | None:
        """Where the clause proper begins after a topic and a colon; None when there is no topic."""
        if reading.form not in ("none", "topic", "bare") or (reading.form == "bare" and reading.predicate.modified):
            return None
        if _FACT.match(self.text, reading.clause.start):
            reading.form = "none"
            return None
        colon = self.text.find(":", reading.clause.start, min(reading.clause.end, reading.clause.start + 160))
        if colon < 0 or any(t.mark and t.start <= colon < t.end and t.end - t.start > 1 for t in reading.tokens):
            return None
        before = next((t for t in reversed(reading.tokens) if t.end <= colon), None)
        listing = {t.word.function for t in reading.tokens if t.end <= colon} & {"determiner", "focus"}
        start = _skip_blank(self.text, colon + 1, reading.clause.end)
        if (before is not None and before.word.function == "focus") or (
            reading.form == "bare" and (listing or not self.text[start].isupper())
        ):
            # "thực hiện các nhiệm vụ: rà soát …", "phần mềm ứng dụng: quản lý …", "Thành phần gồm có: …" list what is meant
            return None
        return start

    def _skip_connectives(self, reading: Reading) -> int:
        """Index of the first token after *Đồng thời,*, *Theo đó*, *Trong đó*."""
        position = reading.clause.start
        index = 0
        for token in reading.tokens:
            opens = token.word.modifier == "connective" or token.word.function in ("focus", "then")
            if not ((opens and not token.word.fronts and token.word.verb is None) or (token.mark == "," and index)):
                break
            if has_words(self.text, position, token.start):
                break
            index += 1
            position = token.end
            reading.connective = True
        return index

    def _govern(self, reading: Reading, found: Governance) -> None:
        reading.governor, reading.issuers, reading.past = found.verb, found.issuers, found.past
        reading.directions = [found.verb, *found.more]
        if isinstance(found.object, Run):
            reading.form, reading.actors = "governed", found.object.bodies
            reading.start = _skip_blank(self.text, found.object.end, reading.clause.end)
            reading.predicate = after_object(reading.tokens, found.object.following)
            self._skip_unknown_actors(reading)
        else:
            reading.form = "directed"
            reading.start = _skip_blank(self.text, reading.tokens[found.verb].end, reading.clause.end)
            reading.predicate = near(reading.tokens, found.object) or Predicate(NO_HEAD)

    def _subject(self, reading: Reading, index: int) -> bool:
        """Bodies at the beginning."""
        start = reading.tokens[index - 1].end if index else reading.clause.start
        run = run_at(self.text, reading.tokens, index, start)
        if run is None:
            return False
        more = _MORE_ACTORS.match(self.text, _skip_blank(self.text, run.end, reading.clause.end))
        self._adopt(reading, "subject", (after_object if more else after_subject)(reading.tokens, run.following), run)
        self._skip_unknown_actors(reading)
        return True

    def _skip_unknown_actors(self, reading: Reading) -> None:
        """*… và các đơn vị có liên quan thực hiện*: actors that no layer knows are not part of the task."""
        k = reading.head
        if k < 0 or not _MORE_ACTORS.match(self.text, reading.start):
            return
        while (
            k > 0
            and not reading.tokens[k].gap
            and (reading.tokens[k - 1].word.adverb or reading.tokens[k - 1].word.form in DUTY)
        ):
            k -= 1
        if reading.tokens[k].start > reading.start and reading.tokens[k].gap:
            reading.start = reading.tokens[k].start

    def _bare(self, reading: Reading, index: int) -> bool:
        """A verb at the beginning."""
        found = near(reading.tokens, index)
        if found is None:
            return False
        head = reading.tokens[found.head].word
        if head.fronts and found.head == index:
            # "Thực hiện Quyết định số …, UBND tỉnh …": the verb opens a fronted phrase when a main clause follows
            if self._main_clause(reading, index + 1, verbs=False):
                reading.fronted = head.form
                return True
            if head.verb is not None and head.verb.risky:
                return False
        self._adopt(reading, "bare", found)
        return True

    def _with_partner(self, reading: Reading, index: int) -> bool:
        """*Cùng (với) Bộ Thủy lợi kiểm tra …*: the body works along, the actor is inherited."""
        tokens = reading.tokens
        if index >= len(tokens) or tokens[index].gap or tokens[index].word.form not in ("cùng", "cùng với"):
            return False
        run = run_at(self.text, tokens, index + 1, tokens[index].end)
        found = near(tokens, run.following) if run is not None else None
        if run is None or found is None:
            return False
        self._adopt(reading, "bare", found)
        reading.partners = run.bodies
        return True

    def _fronted(self, reading: Reading, index: int) -> bool:
        """A phrase in front (*Căn cứ …,*, *Để …,*, *Đối với …*) and the main clause after it."""
        tokens = reading.tokens
        if index >= len(tokens) or tokens[index].gap:
            return False
        if not tokens[index].word.fronts and not isinstance(tokens[index].item, TimeExpression):
            return False
        reading.fronted = tokens[index].word.form or "thời gian"
        return self._main_clause(reading, index + 1, verbs=True)

    def _main_clause(self, reading: Reading, begin: int, *, verbs: bool) -> bool:
        """The main clause after a fronted phrase: at a comma or *thì*, at a word of duty, else at a plain verb."""
        tokens = reading.tokens
        places = [
            k for k in range(begin, len(tokens)) if tokens[k].mark in (",", ":") or tokens[k].word.function == "then"
        ]
        return (
            any(self._clause_with_subject(reading, k) for k in places)
            or any(
                self._clause_with_duty(reading, k, begin)
                for k in range(begin, len(tokens))
                if tokens[k].word.form in DUTY
            )
            or (verbs and any(self._clause_with_verb(reading, k, begin) for k in places))
            or (verbs and any(self._clause_after_body(reading, k) for k in range(begin, len(tokens))))
            or (verbs and any(self._clause_unmarked(reading, k) for k in range(begin, len(tokens))))
        )

    def _clause_with_subject(self, reading: Reading, comma: int) -> bool:
        tokens = reading.tokens
        run = run_at(self.text, tokens, comma + 1, tokens[comma].end)
        if run is None or self._in_list(tokens, comma):
            return False
        found = after_subject(tokens, run.following)
        if found.head < 0 or (found.state and not found.modal):
            return False
        self._adopt(reading, "subject", found, run)
        return True

    def _clause_with_duty(self, reading: Reading, k: int, begin: int) -> bool:
        """*Đối với những nội dung …, phải có phương án*; *Đối với Sở Y tế cần rà soát*: there A acts."""
        found = near(reading.tokens, k)
        if found is None:
            return False
        if reading.fronted == "đối với":
            run = run_at(self.text, reading.tokens, begin, reading.tokens[begin - 1].end)
            if run is not None and run.following == k:
                self._adopt(reading, "subject", found, run)
                return True
        self._adopt(reading, "bare", found)
        return True

    def _clause_with_verb(self, reading: Reading, comma: int, begin: int) -> bool:
        tokens = reading.tokens
        chained = comma > begin and tokens[comma - 1].word.verb is not None and not tokens[comma].gap
        found = near(tokens, comma + 1)
        if chained or found is None or found.past:
            return False
        word = tokens[found.head].word
        if word.verb is not None and word.verb.risky and not (word.firm or found.modified or found.modal):
            return False
        self._adopt(reading, "bare", found)
        return True

    def _clause_after_body(self, reading: Reading, k: int) -> bool:
        """*nếu có vướng mắc các cơ quan, đơn vị kịp thời phản ánh*: no comma, but body + modifier + verb."""
        tokens = reading.tokens
        if tokens[k].body is None or k == 0 or tokens[k - 1].word.function == "relative":
            return False
        if tokens[k - 1].word.function == "preposition" and not tokens[k].gap:
            return False
        run = run_at(self.text, tokens, k, tokens[k].start)
        found = near(tokens, run.following) if run is not None else None
        if run is None or found is None or not (found.modified or found.modal) or found.past:
            return False
        self._adopt(reading, "subject", found, run)
        return True

    def _clause_unmarked(self, reading: Reading, k: int) -> bool:
        """No comma: *trong quá trình thi công bảo đảm …* (hardly ever a noun), *Căn cứ Kế hoạch này xây dựng …*."""
        token = reading.tokens[k]
        verb = token.word.verb
        if verb is None or not heads_phrase(reading.tokens, k) or is_noun(reading.tokens, k):
            return False
        after_document = k > 0 and not token.gap and isinstance(reading.tokens[k - 1].item, Mention) and token.word.firm
        # "Căn cứ tiêu chuẩn thi đua xây dựng bảng đánh giá": after some words, a verb that is firmly one
        after_words = (
            reading.fronted.startswith("căn cứ") and token.gap and token.word.firm and has_object(reading.tokens, k)
        )
        if verb.verb_class != "ensure" and not after_document and not after_words:
            return False
        self._adopt(reading, "bare", Predicate(k))
        return True

    def _buried(self, reading: Reading, index: int) -> bool:
        """A main clause after *thì*, or an agent after *do*: *Ở Trung ương do Phó Thủ tướng trực tiếp chỉ đạo*."""
        tokens = reading.tokens
        for k in range(index, len(tokens)):
            if tokens[k].word.function == "then" and (
                self._clause_with_subject(reading, k) or self._clause_with_duty(reading, k + 1, index + 1)
            ):
                return True
            if tokens[k].word.form == "do":
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
        for k in range(index, min(index + 12, len(tokens))):
            if tokens[k].mark in (",", ":"):
                return False
            if tokens[k].word.form in DUTY:
                found = near(tokens, k)
                if found is None:
                    return False
                self._adopt(reading, "topic", found)
                reading.start = tokens[k].start
                return True
        return False

    def _unnamed(self, reading: Reading) -> bool:
        """A group that is no known body: *Các cơ quan báo chí tiếp tục bám sát …*: modifier and verb show the predicate."""
        if not _GROUP.match(self.text, reading.clause.start):
            return False
        found = after_subject(reading.tokens, 0)
        if found.head < 1 or not (found.modified or found.modal) or found.state or found.past:
            return False
        before = reading.tokens[found.head - 1]
        if (
            not (before.word.adverb or before.word.form in DUTY)
            or reading.tokens[found.head].start - reading.clause.start > 150
        ):
            return False
        self._adopt(reading, "unnamed", found)
        k = found.head - 1
        while (
            k > 0
            and not reading.tokens[k].gap
            and (reading.tokens[k - 1].word.adverb or reading.tokens[k - 1].word.form in DUTY)
        ):
            k -= 1
        reading.start = reading.tokens[k].start
        return True

    def _adopt(self, reading: Reading, form: str, found: Predicate, run: Run | None = None) -> None:
        reading.form, reading.predicate = form, found
        reading.past = found.past
        if run is not None:
            reading.actors = run.bodies
            reading.start = _skip_blank(self.text, run.end, reading.clause.end)

    def _in_list(self, tokens: list[Token], comma: int) -> bool:
        """Whether a comma stands inside a list of bodies: the body after it is no new subject."""
        before = tokens[comma - 1] if comma else None
        return (
            before is not None and before.body is not None and not has_words(self.text, before.end, tokens[comma].start)
        )


# "Thời gian tổ chức Lễ Khai giảng: Bắt đầu từ 8 giờ": says when, where, who attends
_FACT: Final = re.compile(
    r"(?:Thời gian|Thời lượng|Địa điểm|Hình thức|Thành phần|Số lượng|Đối tượng|Chương trình"
    r"|Nội dung, chương trình|Kinh phí|Thời điểm)"
    r"[^:.;]{0,60}:"
)
_MORE_ACTORS: Final = re.compile(r"(?:và|cùng|các|những)\s|(?:đơn vị|tổ chức|cơ quan|cá nhân|địa phương|tô chức)[\s,]")
_GROUP: Final = re.compile(
    r"(?:Các|Những|Mọi|Mỗi|Từng|Toàn thể|Tất cả|Cán bộ|Lãnh đạo|Người đứng đầu|Thủ trưởng|Giám đốc|Chủ tịch"
    r"|Trưởng|Đội ngũ|Lực lượng|Cơ quan|Đơn vị)\s"
)


def answer_for(reading: Reading) -> None:
    """Make *chịu trách nhiệm* the head: in *A, B và các cá nhân có liên quan chịu trách nhiệm thi hành* nothing else is."""
    head = reading.head_token
    if head is not None and not head.gap and reading.tokens[reading.head - 1].body is not None:
        return
    for k, token in enumerate(reading.tokens):
        verb = token.word.verb
        if verb is not None and verb.verb_class == "responsibility":
            reading.predicate = reading.predicate._replace(head=k)
            reading.start = max(reading.start, token.start)
            return


def has_words(text: str, start: int, end: int) -> bool:
    """Whether a stretch holds any letter or digit."""
    return any(c.isalnum() for c in text[start:end])


def _skip_blank(text: str, start: int, end: int) -> int:
    while start < end and text[start] in " \t\n,:-.…":
        start += 1
    return start
