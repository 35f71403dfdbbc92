"""Who speaks in the document: the issuer of the header, the signer, the leader whose conclusions are announced."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from vnstruct.analysis import Analysis
from vnstruct.bodies.cues import Cues
from vnstruct.bodies.endings import Ending, words_before
from vnstruct.bodies.identity import Identities, Identity
from vnstruct.bodies.page import Page, spaced
from vnstruct.bodies.phrase import Phrase
from vnstruct.bodies.places import BLANK, PERSON
from vnstruct.bodies.standing import Standing

Span = tuple[int, int]

_ANNOUNCED: Final = spaced(
    r"(?:thông báo )?(?:ý kiến|kết luận|chỉ đạo|phát biểu)(?: (?:chỉ đạo|kết luận|phát biểu)){0,2} của"
)
_CONCLUSIONS: Final = spaced(
    r"(?<!theo\s)(?<!thần\s)(?<!hiện\s)(?<!đúng\s)(?<!kiến\s)"
    r"(?:ý kiến|kết luận|chỉ đạo|phát biểu)(?: (?:chỉ đạo|kết luận)){0,2} của[^.;:\0]{0,90}$"
)
_AUXILIARY: Final = spaced(
    r",?(?: (?:đã|vừa|mới|trân trọng|chính thức|thống nhất|có|chưa|nay|cũng|ký|tiếp tục|được|xin|kính)(?!\w)){0,3} "
)
_TOLD: Final = spaced(
    " (?:đã|vừa|chưa|nay|có|xin|kính|trân trọng|nhận được|nhận thấy|xét thấy|thống nhất|nhất trí|đồng ý|chấp thuận) "
)
_TOLD_OF: Final = spaced(" (?:(?:đã|vừa|chưa|nay) )?(?:tổ chức|chủ trì|tham dự|đi|đến|dự) ")
_SIGNS: Final = spaced(
    r" (?:(?:đã|vừa|mới|có) ){0,2}(?:ký|ký ban hành|ban hành|ra|gửi|có)(?: (?:văn bản|công điện|chỉ thị|công văn|kế hoạch"
    r"|quyết định|thông báo|kết luận|nghị quyết))(?!\w)"
)
_STATES: Final = spaced(r" (?:(?:đã|vừa) )?(?:có )?(?:ý kiến|kết luận)(?: (?:chỉ đạo|kết luận))? như sau")
_OF_ITSELF: Final = Ending(spaced(r"trên đây là [^.;:\0]{3,80} của $|này (?:đã )?được $"), ["của", "được"])
_FOLLOWING: Final = spaced(r"[^.\0]{0,260}? (?:như sau|sau đây|sau|với nội dung cụ thể sau|các nội dung sau)(?: )?:")
_WIRES: Final = spaced(r"(?: )?(?:điện|chỉ thị|quyết định|quyết nghị)?\s?:")
_OBJECT_BEFORE: Final = words_before(
    "của|cho|với|báo cáo|trình|tham mưu|do|tại|gửi|về|giúp|bởi|theo|từ|và|thuộc|được|khi"
)
_PASSIVE: Final = Ending(
    spaced("(?:được|bị)(?: (?:trung ương|cấp trên),?(?: và)?)? $"), ["được", "bị", "trung ương", "cấp trên", "và", ""]
)


class Speakers:
    """Knows the speakers of one document and finds where they speak."""

    def __init__(
        self,
        analysis: Analysis,
        page: Page,
        standing: Standing,
        identities: Identities,
        cues: Cues,
        named: Iterable[Identity] = (),
    ) -> None:
        self.page = page
        self.cues = cues
        self.standing = standing
        self.identities = identities
        fields = analysis.layout.fields
        self.header: dict[str, Span] = {name: (f.start, f.end) for name, f in fields.items()}
        self.signature = analysis.layout.signature_offices
        self.report = analysis.layout.kind == "news_report"
        self.issuers: list[Identity] = list(named)
        self.leaders: list[Identity] = []

    def superior(self, phrase: Phrase) -> bool:
        """Whether a phrase is the superior body printed above the issuer."""
        return self._inside(phrase, self.header.get("parent_body"))

    def is_speaker(self, phrase: Phrase) -> bool:
        """Whether a phrase may name the issuer or the leader."""
        speakers = self.issuers + self.leaders
        return self.identities.may_meet(phrase, speakers) and _meets(self.identities.of(phrase), speakers)

    def speak(self, phrases: list[Phrase]) -> list[bool]:
        """Which phrases are the issuer; the members of a coordination speak together: *Bộ Chính trị, Ban Bí thư kết luận*."""
        self._learn(phrases)
        spoken = [False] * len(phrases)
        for index in range(len(phrases) - 1, -1, -1):
            phrase = phrases[index]
            if self._inside(phrase, self.header.get("issuer")) or self._signs(phrase):
                spoken[index] = True
            elif not phrase.plural and self.is_speaker(phrase):
                if self.titled(phrase):
                    spoken[index] = True
                    continue
                if self._passive(phrases, index):
                    continue
                following = phrases[index + 1] if index + 1 < len(phrases) and spoken[index + 1] else None
                chained = following is not None and self.standing.link(phrase, following) in {",", "và"}
                spoken[index] = (chained and not self._is_object(phrase)) or self._speaks_here(phrase)
        return spoken

    def _passive(self, phrases: list[Phrase], index: int) -> bool:
        """Whether a coordination is the agent of a passive: *nhiệm vụ được Tỉnh ủy, UBND tỉnh giao*."""
        if _OF_ITSELF.search(self._before(phrases[index])):
            return False
        while index and self.standing.link(phrases[index - 1], phrases[index]) in {",", "và"}:
            index -= 1
        return _PASSIVE.search(self.standing.before(phrases[index].start)) is not None

    def _speaks_here(self, phrase: Phrase) -> bool:
        leader = _meets(self.identities.of(phrase), self.leaders)
        if self._alone(phrase) or self._reported(phrase) or _OF_ITSELF.search(self._before(phrase)):
            return True
        return self._speaks(phrase, leader=leader) or (leader and phrase.kind == "office" and self._announced(phrase))

    def _before(self, phrase: Phrase) -> str:
        return self.page.low[max(0, phrase.start - 130) : phrase.start]

    def _learn(self, phrases: list[Phrase]) -> None:
        """The issuer of the header, the leader of the title; without either whoever directs first."""
        title = self.header.get("title")
        announced = title is not None and _ANNOUNCED.match(self.page.low, title[0])
        for phrase in phrases:
            if self._inside(phrase, self.header.get("issuer")) or self._signs(phrase):
                self.issuers.append(self.identities.of(phrase))
            elif (announced and self._inside(phrase, title) and phrase.kind == "office" and not phrase.bare) or (
                phrase.kind == "office" and not phrase.plural and self.states(phrase)
            ):
                self.leaders.append(self.identities.of(phrase))
        known = bool(self.issuers or self.leaders)
        direct = [p for p in phrases if not p.plural and self._speaks(p, leader=True)]
        if any(self.is_speaker(phrase) for phrase in direct):
            return
        # a header the layout could not read, or a report: whoever first requires, assigns or has issued
        if not known:
            direct = [p for p in phrases if not p.plural and (p in direct or self._reported(p))]
        first = next((p for p in direct if not known or self._requires(p)), None)
        if first is not None:
            self.issuers.append(self.identities.of(first))

    def _after_person(self, phrase: Phrase) -> int:
        """The end of the person's name behind an office."""
        person = PERSON.match(self.page.text, phrase.end)
        return phrase.end + len(person[0].rstrip()) if person is not None else phrase.end

    def _reported(self, phrase: Phrase) -> bool:
        """*Chủ tịch UBND huyện vừa ký ban hành Chỉ thị …*, in a report about it."""
        return self.report and _SIGNS.match(self.page.low, phrase.end) is not None and not self._is_object(phrase)

    def _requires(self, phrase: Phrase) -> bool:
        start = BLANK.match(self.page.low, phrase.end)
        return start is not None and self.cues.requiring.match(self.page.low, start.end()) is not None

    def titled(self, phrase: Phrase) -> bool:
        """Whether a phrase stands in the head of the document: *QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN TỈNH*."""
        number, title = self.header.get("number"), self.header.get("title")
        if not self.page.shouts(phrase.start, phrase.end) or number is None or title is None:
            return False
        return number[1] <= phrase.start < title[0]

    def states(self, phrase: Phrase) -> bool:
        """Whether a phrase gives its opinion here: *Bộ Y tế có ý kiến như sau*."""
        return _STATES.match(self.page.low, self._after_person(phrase)) is not None

    def announced(self, phrase: Phrase) -> bool:
        """Whether a phrase is the leader in the title whose conclusions the document announces."""
        title = self.header.get("title")
        return (
            title is not None and self._inside(phrase, title) and _ANNOUNCED.match(self.page.low, title[0]) is not None
        )

    def _inside(self, phrase: Phrase, span: Span | None) -> bool:
        return span is not None and span[0] <= phrase.start < span[1]

    def _signs(self, phrase: Phrase) -> bool:
        return any(start <= phrase.start < end for start, end in self.signature)

    def _alone(self, phrase: Phrase) -> bool:
        """Alone on its line in capitals: *CHÍNH PHỦ* above *Căn cứ …*"""
        low = self.page.low
        return (
            self.page.shouts(phrase.start, phrase.end)
            and low[max(0, phrase.start - 6) : phrase.start].rstrip(" *").endswith("\0")
            and low[phrase.end : phrase.end + 4].lstrip(" *")[:1] in {"\0", ""}
        )

    def _is_object(self, phrase: Phrase) -> bool:
        before = self.standing.before(phrase.start)
        return _OBJECT_BEFORE.search(before) is not None or self.cues.directed.search(before) is not None

    def _speaks(self, phrase: Phrase, *, leader: bool) -> bool:
        """Whether the phrase is the subject of an act of directing or, for an issuer, of telling."""
        return self._says(phrase, leader=leader) and not self._is_object(phrase)

    def _says(self, phrase: Phrase, *, leader: bool) -> bool:
        low = self.page.low
        end = self._after_person(phrase)
        if _WIRES.match(low, end):
            return self.page.shouts(phrase.start, phrase.end) or low[end] != ":"
        if _TOLD_OF.match(low, end):
            return False
        auxiliary = _AUXILIARY.match(low, end)
        if self.cues.directing.match(low, auxiliary.end() if auxiliary else end):
            return True
        if leader:
            return _STATES.match(low, end) is not None
        return _TOLD.match(low, end) is not None or _FOLLOWING.match(low, end) is not None

    def _announced(self, phrase: Phrase) -> bool:
        """*thông báo kết luận của đồng chí …, Phó Chủ tịch UBND tỉnh*: the office in which he directs."""
        return _CONCLUSIONS.search(self._before(phrase)) is not None


def _meets(identity: Identity, others: list[Identity]) -> bool:
    return any(identity.meets(other) for other in others)
