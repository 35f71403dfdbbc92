"""What follows a name: level, reach, place, the superior body, in whatever order they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vnstruct.bodies.forms import key_of
from vnstruct.bodies.page import spaced
from vnstruct.bodies.phrase import Phrase
from vnstruct.bodies.places import BLANK, Territory
from vnstruct.bodies.qualifiers import CONCERNED
from vnstruct.bodies.words import PROPER, SUBJECT

if TYPE_CHECKING:
    from vnstruct.bodies.parser import Parser

_BEFORE_SUFFIX: Final = frozenset(" \n,-")
"""What may stand between a name and what follows it."""

_ALL_LEVELS: Final = spaced(
    r" (?:các|ở các) cấp(?! (?:ủy|chính))(?: \((?:tỉnh|huyện|xã|cấp|từ|trung ương)[^()\0]{0,70}\))?(?!\w)"
)
LEVEL: Final = spaced(" cấp ")
SAME_LEVEL: Final = spaced(r" (?:cùng cấp|cấp (?:trên|dưới|cơ sở|có thẩm quyền)(?: trực tiếp)?)(?!\w)")
_LEVEL_JOINT: Final = spaced(r"\s?,(?: )?(?:cấp )?| và (?:cấp )?")
_REACH: Final = spaced(
    r" (?:nước (?:cộng hòa xã hội chủ nghĩa|chxhcn) việt nam"
    r"|việt nam|vn|trung ương(?: đảng)?|tw|tư|quốc gia|địa phương|cơ sở|khu vực(?: (?:[ivx]{1,5}|\d{1,2})(?!\w))?"
    r"|vùng (?:[ivx]{1,5}|\d{1,2})(?!\w)|số \d{1,3}(?![/\d])|liên ngành|tuyến (?:tỉnh|huyện|xã|trên|dưới|trung ương))(?!\w)"
)
_JOINT_REACH: Final = "liên ngành"
"""A reach that says enough: *Đoàn kiểm tra liên ngành* | kiểm tra …, but *Hội đồng quốc gia* thẩm định sách giáo khoa."""
_DASH: Final = spaced(" - ")
_SHORT_REACH: Final = 2
_BRANCH: Final = spaced(r"(?: - |\s?, | )(?:chi nhánh|(?P<short>cn))(?!\w)")
_BRANCH_WORD: Final = "Chi nhánh"
_BRANCHED: Final = frozenset({"bank", "enterprise", "ministerial_agency"})
"""Kinds of bodies with branches: *Ngân hàng Nhà nước Việt Nam - Chi nhánh tỉnh …*"""
_LEVEL_INITIALS: Final = frozenset("cở")
"""How the word after the blank begins in :data:`_ALL_LEVELS`, :data:`SAME_LEVEL` and :data:`LEVEL`."""
_REACH_INITIALS: Final = frozenset("ncđklqstv")
"""The same in :data:`_REACH`."""
_BELONGS: Final = spaced(" (?:trực thuộc|thuộc|của) ")
_OF: Final = spaced(" của ")
_SEAT: Final = spaced(" tại ")
_SET: Final = spaced(r"(?:các|những|một số|tất cả các) ")
_TERM: Final = spaced(r" khó?[aá] (?:[ivxl]{1,6}|\d{1,2})(?!\w)")
_TERMED: Final = frozenset(
    {
        "quốc hội",
        "ban chấp hành trung ương",
        "ban chấp hành trung ương đảng",
        "ban chấp hành",
        "ủy ban thường vụ quốc hội",
    }
)
"""Bodies that are told apart by their term: *Quốc hội* khóa XV. Of people's councils it only dates the session."""
_STATE: Final = spaced(r" (?:\((?:cũ|mới|hiện nay|lâm thời)\)|(?:cũ|lâm thời)(?!\w))")
"""Which of two bodies of one name: *Đoàn Luật sư tỉnh Lâm Đồng* (cũ), *Ban Chủ nhiệm* lâm thời."""
_ORGAN_JOINT: Final = spaced(r"\s?,(?: )?| và |\s?[&-]\s?| - ")
_OFFICES: Final = frozenset({"agency", "press", "department"})
"""Kinds of bodies that may work for several organs at once."""
_ABOVE: Final = frozenset({"government", "ministry", "people_committee"})
"""Kinds of bodies that no other stands above without *của*: *của Chính phủ | Sở Y tế …* are two."""
_NATIONS: Final = spaced(" các (?:nước|quốc gia)(?: (?:thành viên|láng giềng|đối tác|liên quan))?(?!\\w)")
_PARENT: Final = spaced(r"\s?-\s?|\s?- ")
_PARENTS: Final = frozenset({"ministry", "ministerial_agency"})
_OF_ORGANS: Final = "văn phòng"
"""How the head of an office that works for an organ begins."""
_UNDER_PARENTS: Final = frozenset({"agency", "division"})
_REPORTED: Final = spaced(r" về (?:kết quả|tiến độ|những|các|nội dung|số liệu|hồ sơ|việc|tình hình|trước)(?!\w)")
"""What a committee is told of, beside what it is for: *báo cáo Ban Chỉ đạo tỉnh* về kết quả."""
_ABOUT: Final = spaced(" về ")
_SET_UP_FOR: Final = frozenset({"committee", "agency"})
"""Kinds of bodies that say behind their place what they are for; *làm việc với Hiệp hội … tỉnh* về nhân sự is no name."""
_DEEPEST: Final = 2
_SUPERIOR_KINDS: Final = frozenset({"party", "people_committee", "armed_forces"})


class Suffixes:
    """Extends phrases to the right on the page of a parser."""

    def __init__(self, parser: Parser) -> None:
        self.parser = parser
        self.page = parser.page
        self.lexicon = parser.lexicon

    def read(self, phrase: Phrase, depth: int = 0, *, of_person: bool = False) -> None:
        """Level, reach, place and superior body after a name, in whatever order they stand."""
        if (
            phrase.kind in _OFFICES
            and phrase.body is not None
            and self.lexicon.organ_at_end.search(self.page.low, phrase.start, phrase.end)
        ):
            self._jointly(phrase, "assembly", depth)
        for _ in range(4):
            before = phrase.end
            self.one(phrase, depth, of_person=of_person)
            if phrase.end == before:
                break
            phrase.bare = False
        self.last(phrase)

    def one(self, phrase: Phrase, depth: int, *, of_person: bool) -> None:
        """The next of these, whichever stands there."""
        low, end = self.page.low, phrase.end
        if low[end : end + 1] not in _BEFORE_SUFFIX and low[end - 1] != ".":
            return
        blank = BLANK.match(low, end)
        # the first letter of the next word says which of these are worth a look
        initial = low[blank.end() : blank.end() + 1] if blank else ""
        if initial in _LEVEL_INITIALS and self._levelled(phrase):
            pass
        elif phrase.kind == "government" and (found := _NATIONS.match(low, end)) is not None:
            # *Chính phủ các nước ASEAN*
            phrase.end = phrase.core = self.parser.words.run(found.end(), PROPER)
            phrase.plural, phrase.group, phrase.body = True, True, None
        elif self._nested(phrase, depth) or self._of_sets(phrase, depth):
            pass
        elif phrase.kind in _BRANCHED and (found := _BRANCH.match(low, end)) is not None:
            self._branch(phrase, found)
        elif initial in _REACH_INITIALS and (found := self._reach(end)) is not None:
            phrase.end, phrase.qualified = self._seat_of(found), True
            if phrase.naming == "proper" and found[0].lstrip().startswith("số"):
                # *Trường Tiểu học số 2 Phước Thành*
                phrase.end = phrase.core = self.parser.words.run(phrase.end, PROPER)
            elif (
                phrase.naming == "proper"
                and phrase.core + len(found[0]) == phrase.end
                and found[0].endswith("quốc gia")
            ):
                # *Quỹ quốc gia* hỗ trợ việc làm
                phrase.end = phrase.core = self.parser.words.run(phrase.end, SUBJECT)
            elif phrase.naming == "subject" and not _REPORTED.match(low, phrase.end):
                # *Ban Chỉ đạo quốc gia về dữ liệu*
                named = not phrase.bare or found[0].endswith(_JOINT_REACH)
                phrase.end = phrase.core = self.parser.words.run(phrase.end, SUBJECT, named=named)
                phrase.bare = False
        elif initial == "c" and (found := _OF.match(low, end)) is not None:
            self._of(phrase, found.end(), depth)
        elif initial == "t" and (found := _BELONGS.match(low, end)) is not None:
            self.belongs(phrase, found.end(), depth)
        elif initial == "t" and phrase.naming == "whole" and (found := _SEAT.match(low, end)) is not None:
            self._territory(phrase, found.end(), seat=True)
        elif blank is not None:
            self._territory(phrase, blank.end(), of_person=of_person)
        elif phrase.areas and phrase.plural and (found := CONCERNED.match(low, end)) is not None:
            phrase.end, phrase.qualified = found.end(), True

    def _levelled(self, phrase: Phrase) -> bool:
        """*các cấp*, *cùng cấp*, *cấp tỉnh*."""
        low, end = self.page.low, phrase.end
        if (found := _ALL_LEVELS.match(low, end)) is not None:
            phrase.end, phrase.plural, phrase.qualified = found.end(), True, True
        elif (found := SAME_LEVEL.match(low, end)) is not None:
            phrase.end, phrase.qualified = found.end(), True
        elif (found := LEVEL.match(low, end)) is not None:
            self._levels(phrase, found.end())
        return found is not None

    def last(self, phrase: Phrase) -> None:
        """What closes a name: its subject, its parent after a dash, its term, or which of two of one name it is."""
        low = self.page.low
        charged = phrase.kind in _SET_UP_FOR and (phrase.inner or phrase.areas)
        about = _ABOUT.match(low, phrase.end) if charged else None
        if phrase.naming == "subject" and about is not None and not _REPORTED.match(low, phrase.end):
            # *Ban Chỉ đạo của Chính phủ* về chuyển đổi số
            phrase.end = self.parser.words.run(phrase.end, SUBJECT)
        elif phrase.kind in _UNDER_PARENTS and not phrase.bare:
            self._parent(phrase)
        if phrase.head in _TERMED and (term := _TERM.match(self.page.low, phrase.end)) is not None:
            phrase.end, phrase.qualified = term.end(), True
        elif not phrase.bare and (state := _STATE.match(self.page.low, phrase.end)) is not None:
            phrase.end, phrase.qualified = state.end(), True
            # *Ban Chấp hành lâm thời* Hội Công chứng viên tỉnh
            self._nested(phrase, _DEEPEST - 1)

    def _branch(self, phrase: Phrase, found: re.Match[str]) -> None:
        """*Ngân hàng Nhà nước* - Chi nhánh tỉnh …, abbreviated in capitals."""
        if found["short"]:
            if not self.page.shouts(*found.span("short")):
                return
            phrase.replaced.append((*found.span("short"), _BRANCH_WORD))
        phrase.end, phrase.qualified = found.end(), True

    def _parent(self, phrase: Phrase) -> None:
        """The ministry after a dash: *Cục Kiểm tra văn bản* - Bộ Tư pháp."""
        dash = _PARENT.match(self.page.low, phrase.end)
        parent = self.parser.body(dash.end(), _DEEPEST) if dash and self.page.capital(dash.end()) else None
        if dash is not None and parent is not None and self._is_parent(parent):
            phrase.replaced.append((*dash.span(), " - "))
            self._take(phrase, parent)

    def _is_parent(self, body: Phrase) -> bool:
        """A ministry, or the office of an organ: *Phòng KGVX* - Văn phòng UBND tỉnh."""
        office = body.head.startswith(_OF_ORGANS) and bool(body.inner or body.body)
        return not body.bare and (office or body.kind in _PARENTS)

    def _seat_of(self, reach: re.Match[str]) -> int:
        """The end of a reach with the place that names it: *Phòng thủ khu vực 3 - Thanh Oai*."""
        joint = _DASH.match(self.page.low, reach.end()) if reach[0].endswith(tuple("0123456789")) else None
        place = self.parser.places.place(joint.end()) if joint is not None else None
        return reach.end() if place is None else place

    def _reach(self, end: int) -> re.Match[str] | None:
        """*Việt Nam*, *Trung ương*; abbreviated only in capitals: *TW*, *TƯ*."""
        found = _REACH.match(self.page.low, end)
        if found is None or len(found[0].strip()) != _SHORT_REACH:
            return found
        return found if self.page.shouts(found.end() - _SHORT_REACH, found.end()) else None

    def _levels(self, phrase: Phrase, position: int) -> None:
        """*cấp tỉnh*, *cấp huyện, cấp xã*, *cấp sở, ban, ngành*."""
        low = self.page.low
        area = self.lexicon.area
        unit = self.lexicon.unit
        first = area.match(low, position)
        found = first or unit.match(low, position)
        if found is None:
            return
        phrase.end, phrase.qualified = found.end(), True
        phrase.areas.append(self.lexicon.areas.get(key_of(found[0]), found[0]))
        while (joint := _LEVEL_JOINT.match(low, phrase.end)) is not None:
            # *cấp sở, ban, ngành*; *UBND cấp xã*, cơ quan chuyên môn
            found = area.match(low, joint.end()) or (None if first else unit.match(low, joint.end()))
            if found is None or self.parser.words.begins_body(joint.end()):
                return
            phrase.end = found.end()
            phrase.plural = True

    def _nested(self, phrase: Phrase, depth: int) -> bool:
        """The superior body right after: *Thanh tra* Sở Y tế, *Ban Tuyên giáo* Tỉnh ủy."""
        if depth >= _DEEPEST or phrase.placed or phrase.areas or phrase.kind in _ABOVE:
            return False
        blank = BLANK.match(self.page.low, phrase.end)
        start = blank.end() if blank else phrase.end
        dotted = blank is None and self.page.low[phrase.end - 1] == "."
        if not (blank or dotted) or not self._superior(start):
            return False
        inner = self.parser.body(start, depth + 1)
        if inner is None or inner.kind == "office":
            return False
        committee = inner.naming == "subject" and " " in inner.head
        if (
            inner.bare
            and not committee
            and not (phrase.naming == "whole" and inner.naming == "field" and not phrase.inner)
        ):
            return False
        self._take(phrase, inner)
        self._jointly(phrase, inner.kind, depth)
        return True

    def take_organ(self, office: Phrase, organ: Phrase) -> None:
        """Give an office the organ, or the several organs, it works for."""
        self._take(office, organ)
        office.kind = "agency"
        self._jointly(office, organ.kind, 0)

    def _jointly(self, phrase: Phrase, kind: str, depth: int) -> None:
        """One office of several organs: *Văn phòng* Đoàn ĐBQH và HĐND tỉnh, *Văn phòng* Đoàn ĐBQH, HĐND, UBND tỉnh.

        ``kind`` is that of the first organ.
        """
        if phrase.kind not in _OFFICES:
            return
        for _ in range(2):
            joint = _ORGAN_JOINT.match(self.page.low, phrase.end)
            if kind != "assembly" or joint is None or ("," in joint[0] and (phrase.areas or phrase.placed)):
                return
            following = self.parser.body(joint.end(), depth + 1)
            if following is None or following.plural or following.kind not in {"assembly", "people_committee"}:
                return
            self._take(phrase, following)
            if "," not in joint[0]:
                # *VP Đoàn ĐBQH và HĐND*, UBND tỉnh
                return
            kind = following.kind

    def _of_sets(self, phrase: Phrase, depth: int) -> bool:
        """A set the body belongs to: *Đảng ủy* các bộ, ngành, *UBND* các địa phương."""
        open_head = phrase.naming == "whole" or (phrase.naming == "subject" and phrase.bare)
        if depth >= _DEEPEST or not open_head or phrase.areas or phrase.placed:
            return False
        blank = BLANK.match(self.page.low, phrase.end)
        if blank is None:
            return False
        several = _SET.match(self.page.low, blank.end())
        if several is None and phrase.kind != "party":
            return False
        sets = self.parser.units(several.end() if several else blank.end(), depth + 1, plural=several is not None)
        if sets is None or self.parser.sets.kind(sets.units[0]) == "area":
            return False
        if several is None and not (sets.qualified or len(sets.units) > 1):
            return False
        self._take(phrase, sets)
        phrase.plural = True
        return True

    def _superior(self, position: int) -> bool:
        """A body that may follow without a joint: capitalised, or a party or people's committee."""
        if self.page.capital(position):
            return True
        found = self.lexicon.head.match(self.page.low, position)
        return found is not None and self.lexicon.heads[key_of(found[0])].kind in _SUPERIOR_KINDS

    def _take(self, phrase: Phrase, inner: Phrase) -> None:
        phrase.end = inner.end
        phrase.inner += 1
        phrase.areas.extend(inner.areas)
        phrase.placed = phrase.placed or inner.placed
        phrase.replaced.extend(inner.replaced)
        phrase.plural = phrase.plural or inner.plural
        phrase.body = None

    def _of(self, phrase: Phrase, position: int, depth: int) -> None:
        """*các Ban của Hội đồng nhân dân*, *Ủy ban … của Quốc hội*, *Ban Chỉ đạo của tỉnh*."""
        open_kind = phrase.naming in {"field", "subject", ""} or phrase.kind in {"assembly", "committee", "press"}
        if not open_kind and not phrase.plural and not phrase.units:
            return
        if phrase.kind in {"ministry", "department"}:
            return
        self.belongs(phrase, position, depth)

    def belongs(self, phrase: Phrase, position: int, depth: int) -> None:
        """The body, the set or the level after *thuộc*, *của*."""
        if depth >= _DEEPEST:
            return
        several = _SET.match(self.page.low, position)
        if several is not None:
            position = several.end()
        inner = self.parser.body(position, depth + 1)
        sets = self.parser.units(position, depth + 1, plural=several is not None)
        if sets is not None and self.organises(position, sets):
            # *các bệnh viện trực thuộc* | tổ chức kiểm tra
            return
        if phrase.kind == "press":
            # *các trang thông tin điện tử của sở, ngành*: of each of them
            sets = None
        if sets is not None and (inner is None or inner.bare or sets.end > inner.end):
            inner = sets
        if inner is not None and (not inner.bare or inner.units):
            self._take(phrase, inner)
            self._jointly(phrase, inner.kind, depth)
            return
        if (level := self.parser.places.level(position)) is not None:
            phrase.end, phrase.qualified = level.end(), True

    def organises(self, position: int, sets: Phrase) -> bool:
        """Whether the noun of a set is a verb that governs the next one."""
        verb = self.lexicon.organising.match(self.page.low, position)
        blank = BLANK.match(self.page.low, sets.end) if verb is not None and verb.end() >= sets.end else None
        return blank is not None and self.lexicon.verb.match(self.page.low, blank.end()) is not None

    def _territory(self, phrase: Phrase, position: int, *, of_person: bool = False, seat: bool = False) -> None:
        if phrase.placed:
            return
        read = self.parser.places.territory(position, of_person=of_person)
        if read is not None and not phrase.areas:
            if seat and not read.plural:
                return
            self.settle(phrase, read)
            return
        place = self.parser.places.province(position)
        local = phrase.level != "central" and phrase.kind != "office" and phrase.naming in {"field", "whole"}
        if place is None and local and not (of_person or phrase.bare or phrase.areas or seat or phrase.inner):
            if not self.page.shouts(phrase.start, phrase.core):
                place = self.parser.places.place(position)
        if place is not None:
            if phrase.body is not None and phrase.kind == "enterprise":
                # *VNPT Quảng Ngãi* is a branch: the name of the group does not stand for it
                printed = self.page.surface(phrase.start, phrase.core)
                phrase.replaced, phrase.body = [(phrase.start, phrase.core, printed)], None
            phrase.end, phrase.placed = place, True

    def settle(self, phrase: Phrase, read: Territory) -> None:
        """Give a phrase the territory read after it."""
        phrase.end = read.end
        phrase.areas.extend(read.levels)
        phrase.placed = read.place is not None or bool(read.places)
        phrase.plural = phrase.plural or read.plural
        phrase.replaced.extend(read.replaced)
        phrase.members.extend(self.page.surface(*place) for place in read.places)
        if read.plural and (found := CONCERNED.match(self.page.low, phrase.end)) is not None:
            phrase.end, phrase.qualified = found.end(), True
