"""Places inside names of bodies: levels, lists of levels, names of provinces and of what no table lists.

*tỉnh*, *các huyện, thị xã*, *các tỉnh, thành phố: Hà Tĩnh, Huế*, *từ Hà Tĩnh đến Khánh Hòa*, *xã Ea Súp*, *quận 5*.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from vnstruct.bodies.forms import key_of
from vnstruct.bodies.lexicon import Lexicon
from vnstruct.bodies.page import WALL, Page, spaced

UPPER: Final = "".join(c for c in map(chr, range(0x1F00)) if c.isupper())
"""Upper-case letters, for patterns that must tell a name from a word."""

BLANK: Final = spaced(" ")
PERSON: Final = re.compile(rf"\s{{1,3}}(?:[{UPPER}]\w+(?:\s{{1,3}}|(?=[,;.()]))){{2,5}}")
"""A person's name behind an office."""
_COUNT: Final = spaced(r"(?:các|những|tất cả các|\d{1,3}|mỗi|từng) ")
_JOINT: Final = spaced(r"\s?,(?: )?(?:và )?| (?:và|hoặc) |\s?[/-]\s?| (?=thành phố trực thuộc)")
_CENTRAL: Final = spaced(r" trực thuộc(?: (?:trung ương|tw|tư|t\.ư|tỉnh|thành phố))?(?!\w)")
_LIST_JOINT: Final = spaced(r"\s?[,;](?: )?(?:và )?| và ")
_RANGE: Final = spaced(" từ ")
_RANGE_TO: Final = spaced(" (?:đến|tới) ")
_COLON: Final = spaced(r"\s?:(?: )?")
_CAPITALS: Final = spaced(
    rf"[{UPPER}][\w'’]*(?:\s?-\s?[{UPPER}][\w'’]*| [{UPPER}][\w'’]*){{0,3}}(?:\x20\d{{1,2}}(?![\w./]))?"
)
_NUMBER: Final = re.compile(r"(?:số\s)?(?:\d{1,3}|[IVX]{1,5})(?![\w./])")
_ENDED: Final = re.compile(r"\s{0,12}(?:[\0,;.:)/]|$)")
_NUMBERED: Final = frozenset({"quận", "phường", "khu phố", "tổ dân phố", "khu vực", "thôn", "ấp", "bản", "xã"})
_ADDRESS: Final = spaced(r"\s?,(?: )?| ")
_RANKS: Final = {
    **dict.fromkeys(("xã", "phường", "thị trấn"), 1),
    **dict.fromkeys(("huyện", "quận", "thị xã"), 2),
    **dict.fromkeys(("thành phố", "tỉnh"), 3),
}
"""Levels from below, for places that lie in one another."""
_PROVINCE: Final = 3
_LONGEST: Final = 60
"""No place name is longer, in characters."""


@dataclass(slots=True)
class Territory:
    """Levels and places read after a name: *các huyện, thị xã*, *tỉnh Hải Dương*."""

    end: int
    levels: list[str] = field(default_factory=list)
    plural: bool = False
    place: tuple[int, int] | None = None
    places: list[tuple[int, int]] = field(default_factory=list)
    replaced: list[tuple[int, int, str]] = field(default_factory=list)


class Gazetteer:
    """Reads places of one page."""

    def __init__(self, page: Page, lexicon: Lexicon) -> None:
        self.page = page
        self.lexicon = lexicon

    def level(self, position: int) -> re.Match[str] | None:
        """A territorial word, unless a longer word begins there: *xã* in *xã hội*, *tỉnh* in *tỉnh ủy*."""
        found = self.lexicon.area.match(self.page.low, position)
        if found is None:
            return None
        for longer in (self.lexicon.word, self.lexicon.body_start, self.lexicon.unit):
            other = longer.match(self.page.low, position)
            if other is not None and other.end() > found.end():
                return None
        return found

    def territory(self, position: int, *, of_person: bool = False) -> Territory | None:
        """Levels and places from a position: one level with its place, or a list of levels with a list of places."""
        low = self.page.low
        counted = _COUNT.match(low, position)
        found = self.level(counted.end() if counted else position)
        if found is None:
            return None
        read = Territory(found.end(), plural=counted is not None)
        self._add_level(read, found)
        self._more_levels(read)
        if read.plural:
            self._list(read)
        elif (blank := BLANK.match(low, read.end)) is not None or found[0].endswith("."):
            start = blank.end() if blank else read.end
            place = self.place(start, after=read.levels[-1], of_person=of_person)
            if place is not None:
                read.place, read.end = (start, place), place
                self._address(read)
        if read.place is None and low[read.end - 1 : read.end] == "." and not read.plural:
            # *Công an TP.* at the end of a sentence
            read.end -= 1
            read.replaced = [(start, min(end, read.end), full) for start, end, full in read.replaced]
        return read

    def _address(self, read: Territory) -> None:
        """The higher levels after a place: *xã Hòa Sơn, huyện Hòa Vang, thành phố Đà Nẵng*."""
        rank = _RANKS.get(read.levels[-1], 0)
        while rank and (joint := _ADDRESS.match(self.page.low, read.end)) is not None:
            level = self.level(joint.end())
            blank = BLANK.match(self.page.low, level.end()) if level else None
            higher = _RANKS.get(self.lexicon.areas[key_of(level[0])], 0) if level else 0
            if level is None or blank is None or higher <= rank:
                return
            place = self.place(blank.end(), after=key_of(level[0]))
            if place is None:
                return
            rank, read.end = higher, place
            full = self.lexicon.areas[key_of(level[0])]
            if key_of(level[0]) != full:
                read.replaced.append((level.start(), level.end(), full))

    def _more_levels(self, read: Territory) -> None:
        low = self.page.low
        while (joint := _JOINT.match(low, read.end)) is not None and len(read.levels) < 8:
            again = _COUNT.match(low, joint.end()) if read.plural else None
            found = self.level(again.end() if again else joint.end())
            if found is None or (not read.plural and self._named(found)):
                return
            self._add_level(read, found)
            read.plural = True
            read.end = found.end()

    def _add_level(self, read: Territory, found: re.Match[str]) -> None:
        full = self.lexicon.areas[key_of(found[0])]
        read.levels.append(full)
        if key_of(found[0]) != full:
            read.replaced.append((found.start(), found.end(), full))

    def _named(self, level: re.Match[str]) -> bool:
        blank = BLANK.match(self.page.low, level.end())
        return blank is not None and self.place(blank.end(), after=key_of(level[0])) is not None

    def _list(self, read: Territory) -> None:
        """What may follow a set of levels: *trực thuộc Trung ương*, a list of places, *từ A đến B*."""
        low = self.page.low
        central = _CENTRAL.match(low, read.end)
        if central is not None:
            read.end = central.end()
        span = _RANGE.match(low, read.end)
        if span is not None and (first := self.place(span.end())) is not None:
            to = _RANGE_TO.match(low, first)
            if to is not None and (last := self.place(to.end())) is not None:
                read.end = last
                return
        opened = _COLON.match(low, read.end) or BLANK.match(low, read.end)
        if opened is not None:
            self.places(read, opened.end())

    def places(self, read: Territory, position: int) -> None:
        """A list of places, each with or without its level."""
        low = self.page.low
        while len(read.places) < 70:
            level = self.level(position)
            blank = BLANK.match(low, level.end()) if level else None
            start = blank.end() if blank else position
            end = self.place(start, after=key_of(level[0]) if level else "")
            if end is None:
                return
            read.places.append((start, end))
            read.end = end
            joint = _LIST_JOINT.match(low, end)
            if joint is None:
                return
            position = joint.end()

    def province(self, position: int) -> int | None:
        """The end of the name of a province."""
        if not self.page.capital(position):
            return None
        found = self.lexicon.province.match(self.page.low, position)
        return found.end() if found else None

    def _goes_on(self, end: int) -> bool:
        """Whether a capital follows: *phường Điện Biên* Phủ."""
        blank = BLANK.match(self.page.low, end)
        return blank is not None and self.page.capital(blank.end()) and not self.page.shouts(end, blank.end() + 2)

    def place(self, position: int, *, after: str = "", of_person: bool = False) -> int | None:
        """The end of a place name: a province, or a run of capitals that begins nothing else.

        ``after`` is the level before it; ``of_person``: an office stands before, so that a person's name may follow.
        """
        text, low = self.page.text, self.page.low
        province = self.province(position)
        if province is not None and not (_RANKS.get(after, _PROVINCE) < _PROVINCE and self._goes_on(province)):
            return province
        number = _NUMBER.match(text, position) if after in _NUMBERED else None
        if number is not None:
            return number.end()
        wall = low.find(WALL, position, position + _LONGEST)
        run = _CAPITALS.match(text, position, wall if wall >= 0 else len(text))
        if run is None or (after == "tỉnh" and of_person):
            return None
        size = len(run[0].split())
        # *huyện Đồng Phú*, *thị xã Bà Rịa*: two capitals after a level are a name whatever the words
        named = bool(after) and size > 1 and not run[0].isupper()
        if self.lexicon.body_start.match(low, position) or self.lexicon.office.match(low, position):
            return None
        if self.lexicon.stop.match(low, position) and not named:
            return None
        if run[0].isupper() and len(run[0]) > 3 and not (size <= 4 and _ENDED.match(low, run.end())):
            return None
        return None if size > 2 and of_person else run.end()
