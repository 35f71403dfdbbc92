"""The role a body plays, as far as form alone decides it.

*issuer*: the document's own issuer where it stands in the header or speaks; *recipient*: an entry of Nơi nhận or Kính gửi,
or the object of *báo cáo*, *trình*, *gửi … về*; *coordinating*: the object of *phối hợp với*; *cited*: who issued a cited
document. All others are *mentioned* until the task stage finds that they act.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from vnstruct.analysis import Analysis
from vnstruct.bodies.cues import Cues
from vnstruct.bodies.endings import Ending, words_before
from vnstruct.bodies.page import Page, spaced
from vnstruct.bodies.phrase import Phrase
from vnstruct.bodies.scope import Scope
from vnstruct.bodies.speakers import Speakers
from vnstruct.bodies.standing import Standing
from vnstruct.schema import BodyRole

_SHARED: Final = frozenset({"recipient", "coordinating", "cited"})
"""Roles that the members of a coordination share."""

_FAR: Final = Ending(
    spaced("(?P<to>về|lên|đến|tới|gửi|cho|với|qua)(?: (?:lãnh đạo|đại diện|đồng chí|các đồng chí|chuyên viên))? $"),
    ["về", "lên", "đến", "tới", "gửi", "cho", "với", "qua", "lãnh đạo", "đại diện", "đồng chí", "chuyên viên"],
)
_ROUTE: Final = Ending(
    spaced(r"\((?:qua|thông qua|gửi qua|đồng gửi|đồng thời gửi) $|(?:thông qua|gửi qua) $"), ["qua", "gửi"]
)
_PARTNER_LABEL: Final = spaced(
    r"(?:cơ quan|đơn vị|thực hiện|tổ chức) phối hợp[^.;\0]{0,20}:(?: )?$|(?:^|[\0.;*+-])(?: )?phối hợp:(?: )?$"
)
_CLAUSE: Final = re.compile(r"[.;:\0!?]")
_DATED: Final = spaced(r"(?: )?,?(?: )?(?:(?:ngày|tháng|năm|[\d/.-]++),?(?: )?){0,8}(?:của|do) ")
_TOGETHER: Final = spaced(r"(?<!\w)liên [^\W\d]{2,5}\s?:(?: )?$")
"""*của liên Bộ:* before the ministries that issued a document together."""
_WORKS: Final = Ending(
    spaced(
        r"(?<!\w)(?:kết luận|nghị quyết|chỉ thị|quyết định|nghị định|thông tư|thông báo|công văn|(?P<report>báo cáo|tờ trình))"
        r"(?:, [^\W\d]+(?: [^\W\d]+)?){0,3} của $"
    ),
    ["của"],
)
"""*các kết luận của …*, *Kết luận của …*; one in lower case is no document (*theo quyết định của …*)."""
_SEVERAL: Final = spaced(r"(?<!\w)(?:các|những)(?: [^\s.;:\0]+){0,5} $")
_STATED_IN: Final = spaced(r" (?:(?:nêu )?tại |\((?:tại )?)")
_STATEMENT: Final = Ending(spaced("(?:đề nghị|ý kiến|ý kiến chỉ đạo|kiến nghị|đề xuất|yêu cầu|báo cáo) của $"), ["của"])
_AND_OF: Final = spaced(r"\d{4}(?: )?[,;]?(?: )?và (?:của )?$")
_ISSUES: Final = spaced(r" (?:(?:đã|vừa|có|mới) ){0,2}(?:ban hành|ra|ký|có|ký ban hành|phê duyệt) ")
_FREE: Final = re.compile(r"(?:^|[\0.;:,)]|\d|\svà)\s{0,3}$")
_QUANTIFIERS: Final = (" các", " những")
_INFORMED: Final = words_before(" để")
_KNOWS: Final = spaced(r"[^.;:\0]{0,260}? (?:biết|được biết)(?!\w)")


class Roles:
    """Gives roles to the phrases of one document, in text order."""

    def __init__(
        self, analysis: Analysis, page: Page, scope: Scope, standing: Standing, speakers: Speakers, cues: Cues
    ) -> None:
        self.page = page
        self.cues = cues
        self.scope = scope
        self.standing = standing
        self.speakers = speakers
        self.mentions = sorted(analysis.references.mentions, key=lambda m: m.end)
        self.mention_ends = [m.end for m in self.mentions]
        self.mention_starts = sorted(m.start for m in self.mentions)
        self.issuer_spans = sorted(m.issuer_span for m in self.mentions if m.issuer_span)
        self.subjects = {m.issuer_span for m in self.mentions if m.issuer_span and m.issuer_span[1] <= m.start}

    def assign(self, phrases: list[Phrase]) -> list[BodyRole]:
        """One role for each phrase; members of a coordination have the role of the first."""
        spoken = self.speakers.speak(phrases)
        roles: list[BodyRole] = []
        labelled = False
        for index, phrase in enumerate(phrases):
            link = self.standing.link(phrases[index - 1], phrase) if index else ""
            role = self._role(phrase, spoken[index])
            if role == "mentioned" and link and roles[-1] in _SHARED:
                if self._goes_on(roles[-1], link, phrases[index - 1], phrase, labelled=labelled):
                    role = roles[-1]
            elif role == "mentioned" or not link:
                labelled = role == "coordinating" and self._label_before(phrase)
            roles.append(role)
        self._cite_backwards(phrases, roles)
        self._cite_together(phrases, roles)
        return roles

    def _goes_on(self, role: BodyRole, link: str, left: Phrase, right: Phrase, *, labelled: bool) -> bool:
        """Whether a coordination carries a role on; *;* ends it except after a label."""
        if role == "cited" and link == ",":
            # *Nghị quyết … của Chính phủ, Sở Y tế rà soát*: another kind of body begins the clause
            return left.kind == right.kind
        return link != ";" or labelled

    def _cite_backwards(self, phrases: list[Phrase], roles: list[BodyRole]) -> None:
        """*Bộ A, Bộ B có văn bản số …*: the verb stands behind the last."""
        for index in range(len(phrases) - 2, -1, -1):
            if roles[index] != "mentioned" or roles[index + 1] != "cited" or self._object(phrases[index]):
                continue
            if self.standing.link(phrases[index], phrases[index + 1]) in {",", "và", ", và", "-"}:
                roles[index] = "cited"

    def _cite_together(self, phrases: list[Phrase], roles: list[BodyRole]) -> None:
        """*theo đề nghị của X, Y tại Tờ trình số … và Z tại Công văn số …*: all have stated something."""
        first = 0
        for index, phrase in enumerate(phrases):
            if not index or not self.standing.link(phrases[index - 1], phrase):
                first = index
            if roles[index] != "mentioned" or not self._states_in(phrase):
                continue
            opened = _STATEMENT.search(self._before(phrases[first], 60)) is not None
            if opened or _AND_OF.search(self._before(phrase, 60)):
                roles[first : index + 1] = ["cited" if r == "mentioned" else r for r in roles[first : index + 1]]

    def _states_in(self, phrase: Phrase) -> bool:
        """*tại Tờ trình số …* right after a phrase."""
        found = _STATED_IN.match(self.page.low, phrase.end)
        return found is not None and self._reference_at(found.end())

    def _object(self, phrase: Phrase) -> bool:
        return self.cues.directed.search(self._before(phrase, 60)) is not None

    def _label_before(self, phrase: Phrase) -> bool:
        return _PARTNER_LABEL.search(self._before(phrase, 60)) is not None

    def _before(self, phrase: Phrase, size: int) -> str:
        """The lowered text before a phrase, without the *các* of a list it begins: *để các* Bộ Y tế, Công an *biết*."""
        before = self.page.low[max(0, phrase.start - size) : phrase.start]
        if phrase.plural or not before.rstrip().endswith(_QUANTIFIERS):
            return before
        return before[: before.rstrip().rfind(" ") + 1]

    def _role(self, phrase: Phrase, spoken: bool) -> BodyRole:
        if self.speakers.superior(phrase):
            return "mentioned"
        if spoken and (
            self.speakers.titled(phrase)
            or self.speakers.announced(phrase)
            or (phrase.start, phrase.end) in self.subjects
        ):
            # *Chủ tịch UBND huyện đã ký ban hành Chỉ thị số …*: the document at hand
            return "issuer"
        if self._cited(phrase):
            return "cited"
        if self.scope.listed(phrase) and not (spoken and self.speakers.states(phrase)):
            return "recipient"
        if spoken:
            return "issuer"
        before = self._before(phrase, 60)
        if self._states(phrase, before):
            return "cited"
        if self.cues.partner.search(before) or self.cues.along.search(before) or _PARTNER_LABEL.search(before):
            return "coordinating"
        if self._told(phrase, before):
            return "recipient"
        return "mentioned"

    def _told(self, phrase: Phrase, before: str) -> bool:
        if self.cues.recipient.search(before) or _ROUTE.search(before):
            return True
        if self.cues.helps.search(before):
            # one's own superior is advised, others are helped
            return self.speakers.is_speaker(phrase)
        if _INFORMED.search(before) and _KNOWS.match(self.page.low, phrase.end):
            return True
        return self._sent_to(phrase, before)

    def _cited(self, phrase: Phrase) -> bool:
        position = bisect_right(self.issuer_spans, (phrase.start, len(self.page.text))) - 1
        if position >= 0 and phrase.start < self.issuer_spans[position][1]:
            return True
        before, start = self._before(phrase, 90), phrase.start
        if before.rstrip().endswith(":") and (together := _TOGETHER.search(before)) is not None:
            before, start = before[: together.start()], phrase.start - len(together[0])
        if not before.rstrip().endswith(("của", "do")):
            return False
        nearest = bisect_right(self.mention_ends, phrase.start) - 1
        if nearest >= 0 and phrase.start - self.mention_ends[nearest] < 70:
            if _DATED.fullmatch(self.page.low, self.mention_ends[nearest], start):
                return True
        return self.scope.described.covers(phrase.start) and self.scope.opens_name(phrase.start)

    def _states(self, phrase: Phrase, before: str) -> bool:
        """The author of documents or statements: *các kết luận của …*, *Xét đề nghị của … tại công văn số …*"""
        works = _WORKS.search(before)
        if works is not None:
            capital = self.page.capital(phrase.start - len(works[0]))
            if capital or (works["report"] is None and _SEVERAL.search(before, 0, works.start())):
                return True
        if _STATEMENT.search(before) and _STATED_IN.match(self.page.low, phrase.end):
            return self._states_in(phrase)
        issues = _ISSUES.match(self.page.low, phrase.end)
        return issues is not None and _FREE.search(before) is not None and self._reference_at(issues.end())

    def _reference_at(self, position: int) -> bool:
        following = bisect_right(self.mention_starts, position - 1)
        return following < len(self.mention_starts) and self.mention_starts[following] <= position + 3

    def _sent_to(self, phrase: Phrase, before: str) -> bool:
        """*gửi kết quả rà soát … về Sở Tư pháp*: the verb stands earlier in the clause; with *cho* it begins the clause."""
        far = _FAR.search(before)
        if far is None:
            return False
        clause = _CLAUSE.split(self._before(phrase, 220))[-1]
        if far["to"] == "cho":
            return self.cues.sending.match(clause.lstrip(" -+*•\n")) is not None
        return self.cues.sending.search(clause) is not None
