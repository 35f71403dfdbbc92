"""Office-holders: an office with the body, the set or the level it belongs to.

*Giám đốc Sở Tài chính*, *Chủ tịch UBND các huyện, thị xã*, *Trưởng Ban Chỉ đạo*, *Thủ trưởng các cơ quan, đơn vị*,
*bí thư tỉnh ủy, thành ủy*, *Phó Chủ tịch Thường trực HĐND tỉnh*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from vnstruct.bodies.forms import key_of
from vnstruct.bodies.page import spaced
from vnstruct.bodies.parser import Parser
from vnstruct.bodies.phrase import Phrase
from vnstruct.bodies.places import BLANK, PERSON
from vnstruct.bodies.words import COMMON

_BESIDES: Final = spaced(r" (?:thường trực|phụ trách|điều hành)(?!\w)")
_IN_CHARGE: Final = spaced(r" (?:phụ trách|theo dõi)(?: (?:lĩnh vực|khối|ngành|bậc|mảng|môn))?(?: công tác)?(?!\w)")
_OF: Final = spaced(" (?:của )?")
_DOTTED: Final = spaced(r"\.(?: )?")
"""The full stop of an abbreviated office: *PCT.UBND tỉnh*, *PCT. UBND tỉnh*."""
_SET: Final = spaced("(?:các|những|tất cả các|mọi|mỗi) ")
_HEAD_OF_UNITS: Final = spaced(r"(?:thủ trưởng|người đứng đầu|trưởng(?= ngành))(?!\w)")
_OF_ORGANS: Final = "văn phòng"
"""A body that is named by the organ it works for: *Chánh Văn phòng* alone has the office of the issuer."""
_ROW: Final = frozenset({"cơ quan ngang bộ", "cơ quan thuộc chính phủ"})
_NEXT_OFFICE: Final = spaced(r"\s?,(?: )?| và ")


class Offices:
    """Reads offices on the page of a parser."""

    def __init__(self, parser: Parser) -> None:
        self.parser = parser
        self.page = parser.page
        self.lexicon = parser.lexicon

    def office(self, position: int, *, plural: bool = False) -> Phrase | None:
        """The office that begins here, with as much as belongs to it."""
        found = self.lexicon.office.match(self.page.low, position)
        if found is None:
            return None
        short = self.lexicon.office_shorts.get(key_of(found[0]))
        if short is not None and self.page.surface(*found.span()) != short.exact:
            return None
        if key_of(found[0]) in self.lexicon.brief_only and not self.parser.brief:
            return None
        best: Phrase | None = None
        for end in self._title_ends(found):
            phrase = self._held(position, end, plural=plural)
            if phrase is not None and (best is None or phrase.end > best.end):
                best = phrase
        if best is not None and (best.end > found.end() or not (best.units or best.head == _OF_ORGANS)):
            self._in_charge(best)
            self._row_goes_on(best)
            return best
        title = key_of(short.full) if short else key_of(found[0])
        bare = Phrase(position, found.end(), found.end(), kind="office", office=title, bare=True)
        bare.plural = plural
        if short:
            bare.replaced.append((*found.span(), short.full))
        if title in self.lexicon.titles.partial:
            return None
        self._in_charge(bare)
        if title in self.lexicon.names:
            # *Phó Thủ tướng phụ trách lĩnh vực*: an office that says by itself where it is held
            bare.bare, bare.body = False, self.lexicon.names[title]
            if not bare.qualified and (full := self.lexicon.rewritten(title)):
                bare.replaced = [(bare.start, bare.end, full)]
        row = self._with_heads_of_units(bare)
        if row is not None:
            return row
        return bare if self.page.capital(position) or title.count(" ") > 2 else None

    def before_person(self, start: int, end: int) -> Phrase | None:
        """An abbreviation that is an office only before a person's name: *TT Nguyễn Thị Sáu* is no *Trung tâm*."""
        full = self.lexicon.titles.before_persons.get(self.page.surface(start, end))
        person = PERSON.match(self.page.text, end)
        if full is None or person is None or person[0].split()[0] not in self.lexicon.surnames:
            return None
        if self.lexicon.province.match(self.page.low, end + 1):
            # *TP Hồ Chí Minh*
            return None
        return Phrase(start, end, end, kind="office", office=key_of(full), bare=True, replaced=[(start, end, full)])

    def _in_charge(self, phrase: Phrase) -> None:
        """*Phó Thủ tướng phụ trách Nông nghiệp*, *… phụ trách lĩnh vực*."""
        found = _IN_CHARGE.match(self.page.low, phrase.end)
        if found is None:
            return
        words = self.parser.words.run(found.end(), COMMON)
        following = BLANK.match(self.page.low, found.end())
        # *giúp Chủ tịch theo dõi, đôn đốc*: only who is in charge may be so without a field
        alone = "theo dõi" not in found[0]
        ends = alone and (following is None or self.lexicon.stop.match(self.page.low, following.end()) is not None)
        if words > found.end() or ends or found[0].endswith(("lĩnh vực", "khối", "ngành")):
            phrase.end, phrase.qualified = words, True

    def _title_ends(self, found: re.Match[str]) -> Iterator[int]:
        """Where the title may end: *Trưởng* Ban Chỉ đạo beside *Trưởng ban*, *Chánh* Văn phòng beside *Chánh Văn phòng*."""
        yield found.end()
        if (besides := _BESIDES.match(self.page.low, found.end())) is not None:
            yield besides.end()
        words = found[0].split()
        for size in (1, 2):
            if len(words) > size and " ".join(words[-size:]) in self.lexicon.heads:
                tail = spaced(" ".join(map(re.escape, words[-size:])) + "$")
                cut = tail.search(self.page.low, found.start(), found.end())
                if cut is not None and not self._inside_body(cut.start(), found.end()):
                    yield cut.start()

    def _inside_body(self, cut: int, end: int) -> bool:
        """Whether the last words of a title are only the end of a body: *hội* in *Chủ tịch Quốc hội*."""
        low = self.page.low
        word = max(low.rfind(" ", 0, cut - 1), low.rfind("\n", 0, cut - 1)) + 1
        body = self.lexicon.body_start.match(low, word)
        if body is None or body.end() < end:
            return False
        known = self.lexicon.names.get(key_of(body[0]))
        return known is None or known.kind != "office"

    def _held(self, position: int, end: int, *, plural: bool) -> Phrase | None:
        """The office with what it is held in, or None when nothing of the kind follows."""
        low = self.page.low
        of = _DOTTED.match(low, end) or _OF.match(low, end)
        start = of.end() if of else end
        several = _SET.match(low, start)
        target = self._target(several.end() if several else start, several=several is not None)
        if target is None:
            return None
        title = key_of(low[position:end])
        short = self.lexicon.office_shorts.get(title)
        if (short is not None or title in self.lexicon.titles.of_organs) and not self._held_in(
            key_of(short.full) if short else title, target
        ):
            return None
        phrase = Phrase(position, target.end, target.core, target.head, target.naming, "office", target.level)
        phrase.office = key_of(short.full) if short else title
        phrase.holder = target.start
        phrase.plural = plural or target.plural or several is not None
        # *Chủ tịch huyện*: a level is definite, and one
        of_level = bool(target.units) and all(self.parser.sets.is_area(unit) for unit in target.units)
        phrase.group = phrase.plural or (target.group and not of_level)
        phrase.vague = target.vague and not of_level
        phrase.placed, phrase.areas, phrase.inner = target.placed, target.areas, target.inner
        phrase.units, phrase.members, phrase.replaced = target.units, target.members, target.replaced
        if short:
            dotted = of is not None and low[end] == "."
            phrase.replaced.append((position, start, f"{short.full} ") if dotted else (position, end, short.full))
        elif of is not None and low[end] == ".":
            return None
        return phrase

    def _held_in(self, title: str, target: Phrase) -> bool:
        """Whether an abbreviated office exists in such a body: *TTr* Bộ … is a deputy minister, *TTr* Tỉnh ủy is not."""
        office = self.lexicon.offices.get(title)
        if office is None or not office.of_heads:
            return True
        row = self.lexicon.heads.get(target.head)
        names = {target.head, key_of(self.lexicon.head_forms.get(target.head, "")), key_of(row.head) if row else ""}
        return any(name.startswith(key_of(head)) for head in office.of_heads for name in names if name)

    def _target(self, position: int, *, several: bool) -> Phrase | None:
        parser = self.parser
        if self.lexicon.office.match(self.page.low, position) is not None:
            # *TL. BỘ TRƯỞNG | CỤC TRƯỞNG*
            return None
        target = parser.body(position, of_person=True)
        if target is not None and target.bare and target.naming in {"field", "proper"}:
            target = None
        sets = parser.units(position, plural=several)
        if sets is not None and parser.suffixes.organises(position, sets):
            # *Tổng Bí thư* | tổ chức kiểm tra
            sets = None
        if sets is not None and (target is None or (several and sets.end >= target.end) or len(sets.units) > 1):
            if target is None or sets.end > target.end:
                target = sets
        if target is not None and several:
            target.plural = True
        return target

    def _row_goes_on(self, phrase: Phrase) -> None:
        """*Bộ trưởng các Bộ, Thủ trưởng cơ quan ngang Bộ*: the usual row again."""
        for _ in range(2):
            rest = self._head_of_units(phrase.end) if phrase.plural else None
            if rest is None or rest.units[0] not in _ROW:
                return
            phrase.end, phrase.group = rest.end, True

    def _with_heads_of_units(self, bare: Phrase) -> Phrase | None:
        """The usual row *Bộ trưởng, Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ* is one set."""
        row: Phrase | None = None
        end = bare.end
        for _ in range(3):
            rest = self._head_of_units(end)
            if rest is None:
                break
            row, end = rest, rest.end
        if row is None:
            return None
        row.start, row.plural, row.group, row.vague = bare.start, True, True, False
        return row

    def _head_of_units(self, end: int) -> Phrase | None:
        """*, Thủ trưởng cơ quan …* after an office."""
        joint = _NEXT_OFFICE.match(self.page.low, end)
        title = _HEAD_OF_UNITS.match(self.page.low, joint.end()) if joint else None
        held = self._held(title.start(), title.end(), plural=True) if title else None
        return held if held is not None and held.units else None
