"""Which verbs of a predicate are its coordinated heads.

*chỉ đạo rà soát công tác kiểm tra, giám sát, báo cáo UBND tỉnh*: the heads are *chỉ đạo* and *báo cáo*; *rà soát* is
governed, *kiểm tra* and *giám sát* are nouns. One pass over the tokens with one state; the places where the grammar is
undecided are named functions.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from vnstruct.dates.model import TimeExpression
from vnstruct.references.model import Mention
from vnstruct.schema import ActionKind
from vnstruct.tasks.lexicon import Word
from vnstruct.tasks.parties import PARTNER_ENDS, TOWARDS
from vnstruct.tasks.predicates import DUTY, NOT, has_object, heads_phrase, is_negated, is_noun
from vnstruct.tasks.tokens import Token


class Head(NamedTuple):
    """A verb that heads a phrase of the predicate: token indices, ``last`` included."""

    first: int
    last: int
    kind: ActionKind


# states of the scan
_OPEN: Final = "open"  # a verb may come: at the beginning, or after a comma or *và* that follows a verb directly
_VERB: Final = "verb"  # directly after a head
_GOVERNED: Final = "governed"  # directly after a verb that is governed
_OBJECT: Final = "object"  # inside what follows a head
_NOUN: Final = "noun"  # directly after a verb used as a noun: what is coordinated with it is a noun too
_BREAK: Final = "break"  # after a comma or *và* inside an object
_PARTNER: Final = "partner"  # after *phối hợp (với)*: the verb after the partners is a head


class _Scan:
    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.begin = 0
        self.heads: list[Head] = []
        self.state = _OPEN
        self.governed = False  # the last verb of the chain was governed
        self.nominal = False  # the current object holds verbs used as nouns
        self.modified = False  # a modifier stands directly before
        self.separated = False  # a comma or "và" stands before, modifiers at most in between
        self.partner = False  # partners of the last head are being named
        self.aside = ""  # inside a "purpose", or a "list" of examples or after a colon
        self.joined = ""  # the separator: "," or "và", "hoặc" …

    def run(self, begin: int) -> list[Head]:
        self.begin = k = begin
        while k < len(self.tokens):
            k = self.step(k)
        return self.heads

    def step(self, k: int) -> int:
        token = self.tokens[k]
        word = token.word
        if token.gap and k > self.begin:
            self.unknown_words()
        if token.item is not None:
            self.item(k)
        elif token.mark:
            self.mark(token)
        elif word.prohibition is not None or (word.form == NOT and is_negated(self.tokens, k)):
            return self.prohibition(k)
        elif word.form in ("đồng thời", "cũng như", "song song"):
            self.connective()
        elif word.function in ("purpose", "focus") and (self.state != _OPEN or word.verb is None):
            self.aside = "purpose" if word.function == "purpose" else self.aside or "list"
            self.state, self.partner = _OBJECT, False
        elif heads_phrase(self.tokens, k) and (word.function != "preposition" or self.state == _OPEN):
            self.verb(k)
        elif word.function == "and":
            self.separate(word.form)
        elif word.function == "then":
            self.connective()
        elif word.adverb or word.form in DUTY:
            self.aside = "" if word.form in DUTY else self.aside
            self.modified = True
        else:
            self.function(word)
        return k + 1

    def unknown_words(self) -> None:
        self.modified = self.separated = False
        if self.state != _PARTNER:
            self.state = _OBJECT

    def item(self, k: int) -> None:
        token = self.tokens[k]
        if self.partner and isinstance(token.item, Mention) and not token.gap and self.tokens[k - 1].word.fronts:
            # "phối hợp với Sở Y tế, căn cứ Quyết định này xây dựng quy trình": the grounds stand in between
            return
        if isinstance(token.item, TimeExpression) and self.separated and not token.gap:
            # "theo dõi, hằng tuần báo cáo …": the time says when, as a modifier does
            self.modified = True
            return
        self.modified = self.separated = False
        self.state = _PARTNER if self.partner and token.body is not None else _OBJECT

    def mark(self, token: Token) -> None:
        if token.mark == ",":
            self.separate(",")
        elif token.mark == ":":
            self.modified, self.state = False, _OBJECT
            self.aside = "list" if self.heads else ""

    def separate(self, kind: str) -> None:
        self.modified, self.separated, self.joined = False, True, kind
        if self.state in (_VERB, _GOVERNED):
            self.state = _OPEN
        elif self.state == _OBJECT:
            self.state = _BREAK
        # after partners (B, C và D) and noun verbs (kiểm tra, giám sát) the state stays

    def connective(self) -> None:
        """*đồng thời*: a new phrase, whatever came before."""
        self.aside, self.nominal, self.partner = "", False, False
        self.state, self.modified, self.separated = _BREAK, True, True

    def function(self, word: Word) -> None:
        self.modified = self.separated = False
        if self.partner:
            if word.form not in PARTNER_ENDS:
                return
            self.partner = False
        self.state = _OBJECT

    def verb(self, k: int) -> None:
        token = self.tokens[k]
        if (token.capital and k and not token.gap and self.state != _OPEN) or (
            self.state != _OPEN and is_noun(self.tokens, k)
        ):
            # "Kế hoạch Triển khai": a capital inside the sentence makes it a name; "các chỉ đạo của": a noun
            self.noun(k)
        elif self.state == _OPEN:
            if self.governed and not (self.breaks(k) or self.qualified(k)):
                self.state = _GOVERNED
            else:
                self.head(k)
        elif self.state == _VERB:
            self.second(k) if not token.word.adverb else None
        elif self.state == _PARTNER:
            # "phối hợp với các cơ quan truyền thông": a verb after unknown words may be part of the partner's name
            named = token.gap and token.word.verb is not None and token.word.verb.risky
            self.noun(k) if self.aside or named else self.head(k)
        elif self.state == _BREAK:
            self.head(k) if self.begins_phrase(k) else self.noun(k)
        elif self.hands_over(k) or (self.state == _NOUN and self.separated and self.ends_nouns(k)):
            self.head(k)
        elif self.state != _GOVERNED:
            self.noun(k)
        self.separated = False

    def noun(self, k: int) -> None:
        token = self.tokens[k]
        if token.gap and " " not in token.word.form and not self.paired(k):
            # "người mất tích": the second syllable of a word that the tables do not know
            self.unknown_words()
            return
        self.nominal = True
        self.modified = False
        if not (self.partner and self.state == _PARTNER):
            # "tài liệu tổng hợp và báo cáo …": after a plain noun the verb is its attribute, no member of a chain
            self.state = _OBJECT if self.tokens[k].gap else _NOUN

    def paired(self, k: int) -> bool:
        """*lễ giao, nhận quân*, *đội xung kích phòng, chống thiên tai*: two verbs of one syllable make one noun."""
        if k + 2 >= len(self.tokens):
            return False
        comma, second = self.tokens[k + 1 : k + 3]
        return comma.mark == "," and not second.gap and second.word.verb is not None and " " not in second.word.form

    def head(self, k: int, last: int | None = None, kind: ActionKind = "perform") -> None:
        word = self.tokens[k].word
        self.heads.append(Head(k, k if last is None else last, kind))
        self.state = _VERB
        self.governed = self.nominal = self.modified = self.separated = False
        self.aside = ""
        self.partner = (word.partner and word.verb is not None and word.verb.verb_class == "coordinate") or word.proxy
        if self.partner and not self.separator_follows(k):
            self.state = _PARTNER

    def separator_follows(self, k: int) -> bool:
        following = self.following(k)
        return following is None or (not following.gap and (following.mark == "," or following.word.function == "and"))

    def following(self, k: int) -> Token | None:
        return self.tokens[k + 1] if k + 1 < len(self.tokens) else None

    def second(self, k: int) -> None:
        """A verb right after a head: governed by it, or the second of a pair (*rà soát cập nhật*)."""
        before = self.tokens[self.heads[-1].last].word
        verb = self.tokens[k].word.verb
        leads = before.verb is not None and before.verb.verb_class in ("lead", "coordinate")
        governs = before.governs or self.heads[-1].kind == "prohibit"
        hands_up = before.recipient or (before.verb is not None and before.verb.verb_class == "report")
        # "tổng hợp báo cáo Ủy ban nhân dân tỉnh", "đề xuất báo cáo cấp có thẩm quyền": two acts
        hands_up = hands_up and before.form not in _SENDING
        reports = hands_up and self.tokens[k].word.form in _REPORTING and (not governs or self.sent_to_body(k))
        if leads or reports or (not governs and verb is not None and not verb.risky):
            self.head(k)
        else:
            self.governed = True
            self.state = _GOVERNED

    def ends_nouns(self, k: int) -> bool:
        """Whether a verb after verbs used as nouns begins a phrase: *công tác kiểm tra, kịp thời xử lý*."""
        if self.aside:
            return self.aside == "purpose" and (self.turns(k) or self.takes_measures(k))
        return self.modified or self.breaks(k)

    def turns(self, k: int) -> bool:
        """*nghiên cứu quy định để thực hiện và liên hệ với Sở Y tế*: to another body, so it is no purpose.

        In *gửi Sở Y tế để tổng hợp và báo cáo UBND tỉnh* the purpose is the receiver's, all of it.
        """
        word = self.tokens[k].word
        if self.joined != "và" or not (word.partner or word.recipient) or not self.heads:
            return False
        return not self.tokens[self.heads[-1].first].word.recipient and self.sent_to_body(k)

    def takes_measures(self, k: int) -> bool:
        """*nhằm bảo đảm an toàn cho người dân, có phương án sơ tán*: measures are no purpose."""
        word = self.tokens[k].word
        return self.joined == "," and word.light and word.firm

    def begins_phrase(self, k: int) -> bool:
        """Whether a verb after a comma or *và* inside an object begins a phrase of the clause."""
        word = self.tokens[k].word
        if self.aside == "purpose":
            # "rà soát … để hoàn chỉnh dự thảo …, trình Thủ tướng Chính phủ": what is handed up is no purpose
            hands_up = self.joined == "," and word.recipient and self.breaks(k)
            hands_up = hands_up or self.turns(k)
            resumes = word.form == "hoàn thành" or (self.modified and word.form in _RESUMING)
            return hands_up or resumes or self.takes_measures(k)
        if self.aside:
            cited = isinstance(self.tokens[k - 2].item, Mention) and self.joined == "," and not self.tokens[k - 1].gap
            # "…, nhất là Chỉ thị số 15/CT-TTg, tuân thủ các chỉ đạo …": no verb goes on a list of documents
            return ((self.modified or cited) and word.firm) or self.breaks(k)
        if word.thing and not (self.modified or (word.recipient and self.breaks(k))):
            # "thực hiện đúng quy trình, quy định cụ thể", "cấp ủy và lãnh đạo các sở": one more noun
            return False
        if self.modified or self.breaks(k) or self.qualified(k):
            return True
        if self.parallels(k):
            return False
        if not has_object(self.tokens, k) or (
            word.verb is not None and word.verb.risky and self.joined != "," and not word.firm
        ):
            return False
        return word.firm or not self.nominal

    def hands_over(self, k: int) -> bool:
        """*lập danh sách gửi Sở Y tế*, *chọn hai bài nộp về Sở Giáo dục*: no comma before what is sent."""
        if self.aside or self.separated or self.tokens[k].word.form not in _SENDING:
            return False
        if self.state not in (_OBJECT, _NOUN, _GOVERNED):
            return False
        before = self.tokens[k - 1]
        if before.word.verb is not None and self.tokens[k].word.form == "trình" and not self.tokens[k].gap:
            # "phản ánh về Sở Y tế tổng hợp trình Ủy ban nhân dân tỉnh": what the receiver does
            return False
        subject = before.body is not None and self.tokens[k - 2].word.form != "của"
        if (before.word.function == "relative" or subject) and not self.tokens[k].gap:
            # "báo cáo Ủy ban nhân dân tỉnh trình Hội đồng nhân dân tỉnh": the one reported to hands it up
            return False
        return self.sent_to_body(k)

    def sent_to_body(self, k: int) -> bool:
        """Whether a body follows a verb, if need be after *về*, *cho*, *với*: *gửi về Sở Y tế*."""
        following = self.following(k)
        if following is not None and not following.gap and following.word.form in TOWARDS:
            following = self.following(k + 1)
        return following is not None and following.body is not None and not following.gap

    def parallels(self, k: int) -> bool:
        """*xây dựng báo cáo giám sát, báo cáo đánh giá*: the same word was a noun in this object."""
        form, begun = self.tokens[k].word.form, self.heads[-1].last + 1 if self.heads else k
        return any(
            f"{token.word.form} ".startswith(f"{form} ") for token in self.tokens[max(begun, k - _PARALLEL_REACH) : k]
        )

    def qualified(self, k: int) -> bool:
        """*tổ chức trực ban và thực hiện nghiêm túc chế độ …*: only a verb takes an adverb and an object."""
        following = self.following(k)
        if following is None or following.gap or following.word.modifier != "manner" or following.word.verb is not None:
            return False
        after = self.following(k + 1)
        return after is None or after.gap or after.item is not None or bool(after.word.function)

    def breaks(self, k: int) -> bool:
        """Whether a verb ends a chain of governed or noun verbs: *…, hoàn thành trước …*, *…, báo cáo UBND tỉnh*."""
        word = self.tokens[k].word
        following = self.following(k)
        to_body = following is not None and following.body is not None and not following.gap
        return word.breaks or self.begins_chain(k) or ((word.recipient or word.governs) and to_body)

    def begins_chain(self, k: int) -> bool:
        """*công tác giải phóng mặt bằng và tổ chức thu hút đầu tư*: a verb that governs the next one is no noun."""
        word, following = self.tokens[k].word, self.following(k)
        if self.joined != "và" or not (word.governs and word.firm) or following is None or following.gap:
            return False
        return following.word.verb is not None and not following.word.adverb

    def prohibition(self, k: int) -> int:
        token = self.tokens[k]
        last = k if token.word.prohibition is not None else k + 1
        if k and self.tokens[k - 1].word.function == "condition" and not token.gap:
            # "không dự lễ hội nếu không được phân công"
            return last + 1
        inside = self.state in (_OBJECT, _NOUN) and not (self.separated or self.modified)
        if inside and token.word.form not in _FORBIDDING:
            # "xử lý người không thực hiện …", "bảo đảm nguyên tắc không yêu cầu …": which person, which principle
            return last + 1
        if not self.aside or self.separated:
            self.head(k, last, "prohibit")
        return last + 1


_FORBIDDING: Final = frozenset({"không được", "không được phép", "không để", "nghiêm cấm", "cấm"})
_PARALLEL_REACH: Final = 12
_REPORTING: Final = frozenset({"báo cáo", "trình"})
_SENDING: Final = frozenset({"gửi", "nộp", "trình"})
_RESUMING: Final = frozenset({"báo cáo", "hoàn thành", "tổng hợp", "phối hợp", "chịu trách nhiệm"})


def heads(tokens: list[Token], begin: int) -> list[Head]:
    """The coordinated heads of the predicate that begins at token ``begin``."""
    return _Scan(tokens).run(begin)
