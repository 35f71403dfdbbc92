"""Which phrases count where they stand.

A name always counts. A common noun counts as the guidelines want it: a set of definite bodies (*các sở, ban, ngành*)
always, *các cơ quan, đơn vị*, *địa phương*, *cấp có thẩm quyền* only where they act, are directed, advised or worked
with. A bare head (*Trung tâm*, *Hội đồng*) counts when it takes up a name given before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from vnstruct.bodies.cues import Cues
from vnstruct.bodies.endings import Ending, words_before
from vnstruct.bodies.lexicon import Lexicon
from vnstruct.bodies.page import Page, spaced
from vnstruct.bodies.phrase import Phrase
from vnstruct.bodies.places import BLANK, PERSON

# a clause opens after punctuation, a wall, a bullet or a label
_OPENING: Final = Ending(
    re.compile(
        r"(?:^|[\0.;:!?…])\s*(?:[-+*•–]\s*)?(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|[ivx]{1,5})[.)/-]\s*)?"
        r"(?:(?:đối\s+với|riêng|đồng\s+thời|theo\s+đó|ngoài\s+ra|trong\s+đó)[,\s]\s*)?$"
    ),
    ["", "đối với", "riêng", "đồng thời", "theo đó", "ngoài ra"],
)
_AFTER_COMMA: Final = re.compile(r",\s*$")
_PLACED: Final = words_before(
    "tại|trong|ở|trên địa bàn|của|giữa|từ|theo|là|đối với|vào|thành|thuộc|trên|như|bằng|việc|sinh hoạt"
)
_OUGHT: Final = spaced(r" (?:cần|phải)(?: (?:tiếp tục|tập trung|khẩn trương|chủ động|sớm|rà soát))?(?!\w)")
_HEADING_ENDS: Final = re.compile(r"\s*(?::|$|\0)")
_LABEL: Final = re.compile(r"[^.;\0]{0,24}:")
_OWN: Final = spaced(r" (?:mình|nào|khác)(?!\w)")
_LINK: Final = spaced(
    r"(?: )?(?P<joint>, và|,|;|và|hoặc|/|cùng với|cùng|-)(?: )?(?:(?:lãnh đạo|đại diện|các đồng chí|đồng chí|với|các) ){0,2}"
)
_UNDER: Final = spaced(" (?:trực )?thuộc ")
_TOGETHER: Final = frozenset({",", "và", ", và", "hoặc"})
"""Joints of one subject."""
_FOR: Final = words_before("cho|hỗ trợ|giúp|vì|để")
"""Who gains by an act does not do it: *tạo điều kiện cho* các xã và các doanh nghiệp *đầu tư*."""
_WINDOW: Final = 40
_FRONT_WINDOW: Final = 160
_FRONT: Final = re.compile(
    r"(?:^|[\0.;:])\s*(?:[-+*•–]\s*)?(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|[ivx]{1,5})[.)/-]\s*)?"
    r"(?:căn cứ|trên cơ sở|để|nhằm|trong quá trình|khi|sau khi|hằng|hàng|định kỳ|trước ngày|chậm nhất)\s[^.;:\0]{2,140},\s*$"
)
"""A phrase in front of the subject of an order."""
_DESCRIBES: Final = 3
"""More words than that tell one body from others: *cơ quan* dự báo khí tượng thủy văn."""
_PROPER_BLANKS: Final = 2
"""A head of three syllables with a capital names a body by itself: *Ban Giám hiệu*."""
_ALONE: Final = frozenset({"people_committee", "assembly", "party", "government"})
"""Kinds of bodies that are named in full by their head alone."""


class Standing:
    """Judges phrases by their neighbours on the page."""

    def __init__(self, page: Page, lexicon: Lexicon, cues: Cues) -> None:
        self.page = page
        self.lexicon = lexicon
        self.cues = cues

    def link(self, left: Phrase, right: Phrase) -> str:
        """What joins two neighbours of one coordination: ``,``, ``;``, ``và`` …; empty when they are not coordinated."""
        if right.start - left.end > 40:
            return ""
        found = _LINK.fullmatch(self.page.low, left.end, right.start)
        return found["joint"] if found else ""

    def before(self, position: int) -> str:
        """The lowered text just before a position."""
        return self.page.low[max(0, position - _WINDOW) : position]

    def acts(self, end: int) -> bool:
        """Whether a verb follows."""
        low = self.page.low
        start = end
        while start < len(low) and low[start] in " ,\n":
            start += 1
        return start > end and self.lexicon.verb.match(low, start) is not None

    def assigned(self, phrase: Phrase) -> bool:
        """Whether a phrase is assigned something or worked with here."""
        return self.cues.assigned.search(self.before(phrase.start)) is not None

    def agent(self, phrase: Phrase) -> bool:
        """Whether a phrase acts, or is directed or worked with, here."""
        before = self.before(phrase.start)
        if self.cues.assigned.search(before):
            return True
        return self.acts(phrase.end) and not _PLACED.search(before)

    def counts(
        self,
        phrases: Iterable[Phrase],
        listed: Callable[[Phrase], bool],
        inside: Callable[[Phrase], list[Phrase]] = lambda _: [],
    ) -> list[Phrase]:
        """The phrases that count, in order.

        ``listed`` tells those that stand in a list of recipients, which all do; ``inside`` gives the bodies in what
        narrows a set that does not count: *các doanh nghiệp trực thuộc* Bộ Quốc phòng.
        """
        kept: list[Phrase] = []
        phrases = list(phrases)
        self._coordinate(phrases)
        for phrase in phrases:
            linked = bool(kept) and self.link(kept[-1], phrase) not in {"", "-"}
            phrase.first = kept[-1].first if linked else phrase.start
            if (listed(phrase) and self._may_be_listed(phrase)) or self._counts(phrase, linked=linked):
                kept.append(phrase)
            elif phrase.units and phrase.inner:
                kept.extend(p for p in inside(phrase) if not p.units and not p.bare)
        return kept

    def _coordinate(self, phrases: list[Phrase]) -> None:
        """Where the coordination of each phrase ends: *các doanh nghiệp, các hợp tác xã* rà soát."""
        for index in range(len(phrases) - 1, -1, -1):
            phrase = phrases[index]
            phrase.until = phrase.end
            if index + 1 < len(phrases) and self.link(phrase, phrases[index + 1]) in _TOGETHER:
                phrase.until = phrases[index + 1].until

    def _may_be_listed(self, phrase: Phrase) -> bool:
        if phrase.units and not phrase.plural:
            return len(phrase.units) > 1 or not (
                self._kinds(phrase) <= {"area"} or _LABEL.match(self.page.low, phrase.end)
            )
        return bool(phrase.units or phrase.office) or self.page.capital(phrase.start)

    def _counts(self, phrase: Phrase, *, linked: bool) -> bool:
        if phrase.units:
            return self._set_counts(phrase, linked=linked)
        if phrase.bare:
            return self._bare_counts(phrase)
        if phrase.plural:
            return True
        registered = phrase.body is not None and self.page.capital(phrase.start)
        if phrase.naming == "whole" and phrase.end == phrase.core and not phrase.office and not registered:
            return self._whole_counts(phrase, linked=linked)
        return True

    def _kinds(self, phrase: Phrase) -> set[str]:
        return {self.lexicon.units[unit].kind for unit in phrase.units}

    def _set_counts(self, phrase: Phrase, *, linked: bool) -> bool:
        kinds = self._kinds(phrase)
        if _OWN.match(self.page.low, phrase.end) and not phrase.plural:
            return False
        if phrase.office:
            return phrase.plural or self.page.capital(phrase.start) or not phrase.vague or linked
        several = phrase.plural or len(phrase.units) > 1
        if phrase.plural and phrase.inner and "public" not in kinds:
            # *các đơn vị thuộc Bộ Y tế*: the body they belong to makes them a definite set
            return True
        if not phrase.plural and phrase.inner and self._noun(phrase) and self._under(phrase, kinds):
            # *cơ quan chuyên môn thuộc UBND cấp xã*
            phrase.vague = False
            return True
        if "core" in kinds:
            return several or (phrase.qualified and self._may_act(phrase))
        if kinds <= {"area", "companion"} and phrase.placed and not phrase.plural:
            # *Đề nghị thành phố Hà Nội* và tỉnh Hưng Yên
            beside = linked and self.lexicon.area.match(self.page.low, phrase.first) is not None
            return self._authority(phrase) or (beside and self.acts(phrase.until))
        if kinds <= {"area", "companion"}:
            return phrase.plural and (
                self._is_addressed(phrase) or self.cues.commanded.search(self.before(phrase.start)) is not None
            )
        if kinds <= {"public", "companion"}:
            return self._public_counts(phrase, linked=linked, several=several)
        description = "" if len(phrase.units) > 1 else self._description(phrase)
        if (
            "public" not in kinds
            and self._definite(self.lexicon.generic.get(phrase.head, phrase.head), description)
            and self._noun(phrase)
        ):
            phrase.vague = False
            return True
        if several or phrase.qualified:
            return (linked or self._may_act(phrase)) and (several or self._noun(phrase))
        acts = bool(description) and self.agent(phrase) and self._noun(phrase)
        return acts or self._single_counts(phrase)

    def _authority(self, phrase: Phrase) -> bool:
        """A place that is told what to do: *Đề nghị* tỉnh Đắk Lắk *rà soát …*, Tỉnh Đắk Lắk *cần tập trung …*."""
        before = self.before(phrase.start)
        if self.cues.commanded.search(before) is not None:
            return self.acts(phrase.until)
        begins = _OPENING.search(before) is not None or _AFTER_COMMA.search(before) is not None
        return begins and _OUGHT.match(self.page.low, phrase.end) is not None

    def _under(self, phrase: Phrase, kinds: set[str]) -> bool:
        """Whether a described noun belongs to a body: *cơ quan chuyên môn* thuộc UBND cấp xã."""
        told = phrase.described or "core" in kinds
        return told and _UNDER.match(self.page.low, phrase.core) is not None

    def _public_counts(self, phrase: Phrase, *, linked: bool, several: bool) -> bool:
        """*doanh nghiệp*, *tổ chức, cá nhân*: where they are addressed, or must act beside a body, or are one party."""
        if not self._noun(phrase):
            return False
        if not several and self._party(phrase):
            phrase.vague = phrase.group = False
            return True
        if self._is_addressed(phrase):
            return True
        before = self.before(phrase.first)
        if not linked or not (several or phrase.qualified or _OPENING.search(before)):
            return False
        return self.cues.assigned.search(before) is not None or (
            self.acts(phrase.until) and not _PLACED.search(before) and not _FOR.search(before)
        )

    def _party(self, phrase: Phrase) -> bool:
        """A capitalised party addressed throughout: *đề nghị* Công ty *nghiên cứu*; *Nhà đầu tư*."""
        start, end = phrase.start, phrase.start + len(phrase.head)
        if not self.page.capital(start) or self.page.text[start + 1 : end] != self.page.low[start + 1 : end]:
            return False
        if phrase.end != end or _OPENING.search(self.before(start)) or _OWN.match(self.page.low, end):
            return False
        # not *Công ty* mẹ, *Công ty* chứng khoán
        blank = BLANK.match(self.page.low, end)
        following = blank.end() if blank else end
        goes_on = self.page.low[following : following + 1].isalnum()
        return not goes_on or self.lexicon.stop.match(self.page.low, following) is not None

    def _description(self, phrase: Phrase) -> str:
        text = self.page.text[phrase.start : phrase.core]
        noun = self.lexicon.generic.get(phrase.head, phrase.head)
        start = text.lower().find(noun)
        return text[start + len(noun) :] if start >= 0 else ""

    def _definite(self, noun: str, description: str) -> bool:
        """Whether a noun of sets is told apart by words of its own: *ngành Y tế*, *cơ quan dự báo khí tượng thủy văn*."""
        return description != description.lower() or (
            self.lexicon.units[noun].described in {"one", "apposed"} and len(description.split()) > _DESCRIBES
        )

    def _single_counts(self, phrase: Phrase) -> bool:
        """*địa phương*, *đơn vị* alone: subject or partner of a task, no label (*Cơ quan chủ trì:*), no verb (*tổ chức*)."""
        if not self._noun(phrase):
            return False
        before = self.before(phrase.start)
        if self.cues.assigned.search(before) or self.cues.recipient.search(before):
            return True
        subject = _OPENING.search(before) is not None and self.acts(phrase.end)
        return subject and not _LABEL.match(self.page.low, phrase.end)

    def _noun(self, phrase: Phrase) -> bool:
        """Whether the first word cannot be a verb here: *Tổ chức tập huấn …*"""
        if phrase.plural or "companion" in self._kinds(phrase):
            # *tổ chức, cá nhân có liên quan*
            return True
        verb = self.lexicon.verb.match(self.page.low, phrase.start)
        return verb is None or verb.end() < phrase.start + len(phrase.units[0] if phrase.units else phrase.head)

    def _is_addressed(self, phrase: Phrase) -> bool:
        """Subject of a clause, or assigned something."""
        before = self.before(phrase.start)
        if self.cues.assigned.search(before):
            return True
        if _OPENING.search(before) is None:
            return self._after_front(phrase) and self.acts(phrase.until or phrase.end)
        return self.acts(phrase.until or phrase.end) or _HEADING_ENDS.match(self.page.low, phrase.end) is not None

    def _after_front(self, phrase: Phrase) -> bool:
        """Whether only a phrase in front opens the clause: *Căn cứ Kế hoạch này*, các doanh nghiệp rà soát …"""
        start = max(0, phrase.start - _FRONT_WINDOW)
        return self.page.low[phrase.start - 2 : phrase.start].startswith(",") and (
            _FRONT.search(self.page.low[start : phrase.start]) is not None
        )

    def _may_act(self, phrase: Phrase) -> bool:
        before = self.before(phrase.start)
        if _OPENING.search(before):
            return not _LABEL.match(self.page.low, phrase.end) or phrase.plural or phrase.qualified
        if self.cues.directed.search(before):
            return True
        if _PLACED.search(before):
            return False
        return self.acts(phrase.end) and (phrase.plural or _AFTER_COMMA.search(before) is not None)

    def _office_acts(self, phrase: Phrase) -> bool:
        """An office without its body, *Bộ trưởng*, that directs, is told something, or stands before a person's name."""
        if PERSON.match(self.page.text, phrase.end) or self.cues.commanded.search(self.before(phrase.start)):
            return True
        before = self.before(phrase.start)
        return self.cues.recipient.search(before) is not None or (
            _OPENING.search(before) is not None and self.acts(phrase.end)
        )

    def _whole_counts(self, phrase: Phrase, *, linked: bool) -> bool:
        """*UBND*, *Thanh tra*, *chi bộ* with nothing after them."""
        capital = self.page.capital(phrase.start)
        if phrase.kind in _ALONE:
            return capital or linked or self._is_addressed(phrase)
        if capital and phrase.head.count(" ") >= _PROPER_BLANKS:
            return True
        if not capital:
            return False
        before = self.before(phrase.start)
        return (
            linked
            or self.cues.directed.search(before) is not None
            or (self._noun(phrase) and _OPENING.search(before) is not None and self.acts(phrase.until))
        )

    def _bare_counts(self, phrase: Phrase) -> bool:
        if not self.page.capital(phrase.start):
            return False
        if phrase.office:
            return bool(phrase.after) or phrase.office in self.lexicon.titles.lone or self._office_acts(phrase)
        unit = self.lexicon.units.get(phrase.head)
        if unit is not None and unit.kind == "public" and (self._party(phrase) or self._is_addressed(phrase)):
            return True
        # *Ban Chỉ đạo*, *Hội đồng thẩm định*: one of its kind in the document, though it is nowhere named in full
        return phrase.naming == "subject" and " " in phrase.head
