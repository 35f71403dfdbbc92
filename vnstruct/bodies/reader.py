"""One scan for anchors, and what each anchor may begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from vnstruct.bodies.forms import key_of
from vnstruct.bodies.lexicon import Lexicon
from vnstruct.bodies.lists import Lists
from vnstruct.bodies.offices import Offices
from vnstruct.bodies.page import Page, spaced
from vnstruct.bodies.parser import Parser
from vnstruct.bodies.phrase import Phrase
from vnstruct.bodies.places import BLANK
from vnstruct.layout.fold import LOWER, UPPER

_VIRTUAL: Final = spaced(r" (?:điện tử|số(?!\s?\d))(?!\w)")
_JOINT_BODIES: Final = "liên"
"""*liên Bộ Tài chính - Tư pháp*: bodies acting together, joined by dashes."""

_LEVEL: Final = spaced("cấp (?=sở|phòng|ban|vụ|cục|bộ)")
_OF_LEVEL: Final = re.compile(r"cấp[ \n]$")
_COUNT: Final = re.compile(
    r"(?<![\w/.,-])(?<!ngày )(?<!quý )(?<!điều )(?<!khoản )(?<!số )(?<!mục )(?<!phần )(?<!tổ )(?<!năm )(?<!lớp )(?<!thứ )"
    r"(?P<count>\d{1,3}(?:/\d{1,3})?) $"
)
_COUNTED: Final = 18
_INNER_CAPITAL: Final = re.compile(rf"\s[{UPPER}](?=[{LOWER}])")
_IN_A_NUMBER: Final = re.compile(r"\w[/-][\s\0]{0,3}$")


class Reader:
    """Reads all phrases of a page, in text order, none inside another."""

    def __init__(self, page: Page, lexicon: Lexicon) -> None:
        self.page = page
        self.lexicon = lexicon
        self.parser = Parser(page, lexicon)
        self.offices = Offices(self.parser)
        self.lists = Lists(self.parser)

    def read(self, brief: Sequence[tuple[int, int]] = ()) -> list[Phrase]:
        """All phrases; short abbreviations count as bodies in the stretches ``brief``, sorted and without overlap."""
        found: list[Phrase] = []
        done = 0
        for start, end in brief:
            found += self.between(done, start)
            self.parser.brief = True
            found += self.between(max(done, start), end)
            self.parser.brief = False
            done = max(done, end)
        return found + self.between(done, len(self.page.low))

    def between(self, start: int, stop: int) -> list[Phrase]:
        """The phrases that begin between two offsets."""
        low = self.page.low
        search = self.lexicon.anchor.search
        found: list[Phrase] = []
        position = start
        while (anchor := search(low, position, stop)) is not None:
            phrases = self.at(anchor)
            if phrases:
                found.extend(phrases)
                position = max(phrases[-1].end, anchor.end())
            else:
                position = self._past(anchor)
        return found

    def _past(self, anchor: re.Match[str]) -> int:
        """Where to go on after an anchor that begins nothing: *cấp sở, ban, ngành* is passed over as a whole.

        A verb of directing before a capital is no part of a noun: *Giao* | Thông tấn xã Việt Nam.
        """
        key = key_of(anchor[0])
        capital = _INNER_CAPITAL.search(self.page.text, *anchor.span()) if " " in key else None
        if capital is not None and self.page.low[anchor.start() : capital.start()] in self.lexicon.verbs:
            return capital.end() - 1
        if key in self.lexicon.begins_apposed:
            apposed = self.lexicon.apposed.match(self.page.low, anchor.start())
            if apposed is not None:
                return apposed.end()
        level = _LEVEL.match(self.page.low, anchor.start()) if key.startswith("cấp") else None
        sets = self.parser.units(level.end()) if level else None
        return sets.end if sets is not None and self.parser.sets.is_core(sets) else anchor.end()

    def at(self, anchor: re.Match[str]) -> list[Phrase]:
        """The phrase that an anchor begins; several when it opens a list that shares a head."""
        key = key_of(anchor[0])
        position = anchor.start()
        if key in self.lexicon.quantifiers:
            return self._quantified(position, anchor.end(), key)
        if key in self.lexicon.homonyms:
            # *Thống kê tỉnh* is an agency
            agency = self.parser.body(position) if self.page.capital(position) else None
            if agency is None:
                return []
            # *Công đoàn* Viên chức Việt Nam: more than *công đoàn viên*
            longer = " " in agency.head and agency.core > anchor.end()
            return [agency] if longer or (key in self.lexicon.heads and agency.areas) else []
        if key in self.lexicon.exact and _IN_A_NUMBER.search(self.page.low, max(0, position - 5), position):
            # *2764/QĐ-TTg*, broken after the hyphen
            return []
        if self.parser.brief and (titled := self.offices.before_person(*anchor.span())) is not None:
            return [titled]
        phrases: list[Phrase] = []
        if key in self.lexicon.begins_office and self.lexicon.office.match(self.page.low, position):
            phrases = self._office(position)
        if phrases:
            body = self.parser.body(position)
            if body is None or body.bare or body.end < phrases[0].end + (not phrases[0].bare):
                return phrases
            return [body]
        if key in self.lexicon.units and (counted := self._counted(position)):
            return counted
        sets = self.parser.units(position) if key in self.lexicon.units else None
        if sets is not None and _OF_LEVEL.search(self.page.low, max(0, position - 5), position):
            # *đề tài cấp sở, ban, ngành*: a level, no body
            return []
        if sets is not None and (len(sets.units) > 1 or sets.qualified):
            body = self.parser.body(position) if key in self.lexicon.heads else None
            if body is None or body.bare:
                return [sets]
            # *Bệnh viện Bạch Mai, phường …*: a name, though its head is a noun of sets
            named = sets.described and self.page.capital(position)
            return [body, *self.lists.elided(body)] if named or body.end >= sets.end + (len(sets.units) > 1) else [sets]
        if (self.parser.brief or self.page.capital(position)) and (members := self.lists.apart(position)):
            # *- Sở: NV, TC;*, *báo cáo của Bộ: Tài chính, Công nghiệp*
            return members
        body = self.parser.body(position)
        if body is None:
            return [sets] if sets is not None else []
        if sets is not None and (sets.end > body.end or (body.bare and not self.page.capital(position))):
            return [sets]
        if body.kind == "government" and _VIRTUAL.match(self.page.low, body.end):
            # *Chính phủ điện tử*, *Chính phủ số* are no bodies
            return []
        return [body, *self.lists.elided(body)]

    def _office(self, position: int) -> list[Phrase]:
        office = self.offices.office(position)
        if office is None:
            return []
        if office.bare or office.units or office.plural:
            members = self._listed_offices(office)
            if members:
                return members
        return [office, *self.lists.elided(office)]

    def _listed_offices(self, office: Phrase) -> list[Phrase]:
        """*Bộ trưởng các Bộ: Quốc phòng, Công an*: the office is distributed over the members."""
        found = self.lexicon.office.match(self.page.low, office.start)
        if found is None:
            return []
        several = _PLURAL_AFTER.match(self.page.low, found.end())
        if several is None:
            return []
        title = self.page.surface(office.start, found.end())
        return self.lists.apart(several.end(), office=title[:1].upper() + title[1:])

    def _counted(self, position: int) -> list[Phrase]:
        """A set whose members are counted: *14 bộ, cơ quan ngang bộ*, *22/22 xã, thị trấn*."""
        low = self.page.low
        if not low[max(0, position - 2) : position - 1].isdecimal():
            return []
        count = _COUNT.search(low, max(0, position - _COUNTED), position)
        if count is None:
            return []
        sets = self.parser.units(position, plural=True)
        if sets is None or len(sets.units) == 1 or "," not in low[sets.start : sets.end]:
            # *01 bộ hồ sơ*, *06 phòng bộ môn*, and the numbers of rows
            return []
        sets.start = count.start("count")
        return [sets]

    def _quantified(self, position: int, end: int, low_key: str) -> list[Phrase]:
        """After *các*, *một số*, *mỗi*: an office, a plural head with a list, a set, or a body in the plural."""
        blank = BLANK.match(self.page.low, end)
        if blank is None:
            return []
        start = blank.end()
        if self.lexicon.office.match(self.page.low, start) is not None:
            office = self.offices.office(start, plural=True)
            if office is not None:
                office.start, office.group, office.plural = position, True, True
                return [office]
        members = self.lists.apart(start, dashes=low_key == _JOINT_BODIES)
        if members:
            return self._types(position, start, members) or members
        if low_key == _JOINT_BODIES:
            body = self.parser.body(start)
            others = self.lists.elided(body, dashes=True) if body is not None and not body.bare else []
            return [body, *others] if body is not None and others else []
        sets = self.parser.units(start, plural=True)
        body = self.parser.body(start)
        if body is not None and not body.bare and (sets is None or body.end >= sets.end + (len(sets.units) > 1)):
            return self._bodies(position, body)
        if sets is not None and body is not None and body.bare and body.end > sets.end:
            # *các Bộ Tư lệnh*, *các Ban Chỉ đạo*
            body.bare = False
            return self._bodies(position, body)
        if sets is not None and len(sets.units) == 1 and self.lists.opens(sets.end):
            # *Các Tập đoàn: EVN, PVN*: the members bring names of their own
            return []
        if sets is not None:
            sets.start = position
            return [sets]
        return []

    def _types(self, position: int, start: int, members: list[Phrase]) -> list[Phrase]:
        """*Các trường: MN, TH, THCS*: kinds of schools are no schools; the list narrows the set."""
        row = self.lexicon.heads.get(members[0].head)
        if row is None or row.kind != "school":
            return []
        end = members[-1].end
        replaced = [part for member in members for part in member.replaced]
        return [Phrase(position, end, end, members[0].head, kind="school", plural=True, group=True, replaced=replaced)]

    def _bodies(self, position: int, body: Phrase) -> list[Phrase]:
        others = self.lists.elided(body, several=True)
        if others:
            # *các Bộ Vật tư, Nội thương*: the first member brings the head
            return [body, *others]
        sets = self.parser.units(body.start, plural=True) if body.kind == "ministry" else None
        if sets is not None and not self.page.capital(sets.end + 1):
            # *mẫu do các Bộ xây dựng*: there is but one ministry of a name
            sets.start = position
            return [sets]
        body.start, body.plural, body.group = position, True, True
        self.parser.qualifiers.read(body)
        return [body]


_PLURAL_AFTER: Final = spaced(r" (?:của )?(?:các|những) ")
