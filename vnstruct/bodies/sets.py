"""Sets of bodies given by common nouns: *sở, ban, ngành*, *cơ quan, đơn vị liên quan*, *trường mầm non, tiểu học*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vnstruct.bodies.forms import key_of
from vnstruct.bodies.page import spaced
from vnstruct.bodies.phrase import Phrase
from vnstruct.bodies.places import BLANK
from vnstruct.bodies.qualifiers import CONCERNED
from vnstruct.bodies.suffixes import LEVEL, SAME_LEVEL

if TYPE_CHECKING:
    from vnstruct.bodies.parser import Parser

_UNIT_JOINT: Final = spaced(r"\s?,(?: )?(?:và )?(?P<again>các )?| (?:và|hoặc) |\s?/\s?| - |(?P<close> )")
_TYPE_JOINT: Final = spaced(r"\s?,(?: )?(?:và )?| và ")
_CLOSED: Final = re.compile(r"\s?(?:[,;.:\0]|$)")
_WIDER: Final = spaced(r" (?:các (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)|trực thuộc)(?!\w)")
"""What only several committees have: *Bí thư Tỉnh ủy, Thành ủy* các tỉnh, thành phố trực thuộc Trung ương."""
_LOCAL: Final = spaced(r" địa phương(?!\w)")
"""*lực lượng quân đội, công an* địa phương."""
_OBJECT: Final = 3
"""Words of an object: *dịch vụ* | *viễn thông*."""
_COMMA: Final = spaced(r"\s?, ")
_PERSONS: Final = spaced(r"\s?,(?: )?cá nhân(?!\w)")
_TYPE_SHORT: Final = re.compile(r"[A-ZĐ][A-ZĐ&-]{1,11}(?!\w)")


class Sets:
    """Reads sets on the page of a parser."""

    def __init__(self, parser: Parser) -> None:
        self.parser = parser
        self.page = parser.page
        self.lexicon = parser.lexicon

    def read(self, position: int, depth: int = 0, *, plural: bool = False) -> Phrase | None:
        """A set given by common nouns: *sở, ban, ngành*, *cơ quan, đơn vị liên quan*."""
        first = self._unit(position)
        if first is None or self.kind(first[0]) == "companion" or (first[0] == "cấp" and not plural):
            return None
        key, end = first
        # *hệ thống các cơ quan báo chí*
        plural = plural or " các " in key
        phrase = Phrase(position, end, end, key, "", "group", plural=plural, group=True, units=[key])
        phrase.described = end > position + len(key)
        self._more_units(phrase)
        phrase.core = phrase.end
        self.qualifiers(phrase, depth)
        phrase.vague = not phrase.inner and self.lexicon.core_units.isdisjoint(phrase.units)
        self.parser.qualifiers.read(phrase)
        return phrase

    def _unit(self, position: int) -> tuple[str, int] | None:
        """A noun of sets with the words that say which: *cơ quan* chuyên môn, *trường* mầm non."""
        low = self.page.low
        found = self.lexicon.unit.match(low, position)
        if found is None:
            return None
        key = key_of(found[0])
        word = self.lexicon.word.match(low, position)
        short = self.lexicon.short.nouns.get(key)
        if short is not None and self.page.surface(*found.span()) != short.exact:
            return None
        if self.kind(key) == "homonym" or (word is not None and word.end() > found.end()):
            return None
        apposed = self.lexicon.apposed.match(low, position)
        if apposed is not None and self._named_after(apposed.end()):
            return None
        end = found.end()
        if self.kind(key) != "area" and not self._fielded(key, end):
            end = self._unit_words(end)
            if self.kind(key) == "public":
                end = self._business(end) or end
            if end > found.end() and self.lexicon.units[key].described == "types":
                end = self._more_types(end)
        return key, end

    def _named_after(self, end: int) -> bool:
        """*lực lượng* Công an xã: the noun only says what kind the body is that follows."""
        blank = BLANK.match(self.page.low, end)
        return blank is not None and self.page.capital(blank.end()) and self.parser.words.begins_body(blank.end())

    def _fielded(self, key: str, end: int) -> bool:
        """*các sở giáo dục và đào tạo*: a head with its field, no noun with a description."""
        row = self.lexicon.heads.get(key)
        blank = BLANK.match(self.page.low, end)
        return (
            row is not None
            and row.naming == "field"
            and bool(blank and self.parser.words.field(blank.end(), lower=True))
        )

    def _more_types(self, end: int) -> int:
        """*trường mầm non, tiểu học, THCS*: a list of types narrows one noun."""
        low = self.page.low
        while (joint := _TYPE_JOINT.match(low, end)) is not None:
            word = self.lexicon.word.match(low, joint.end())
            short = _TYPE_SHORT.match(self.page.text, joint.end())
            if word is not None and not self.lexicon.verb.match(low, joint.end()):
                end = word.end()
            elif short is not None and short[0] in self.lexicon.short.words:
                end = short.end()
            else:
                break
        return end

    def _unit_words(self, end: int) -> int:
        low = self.page.low
        blank = BLANK.match(low, end)
        short = _TYPE_SHORT.match(self.page.text, blank.end()) if blank else None
        if short is not None and short[0] in self.lexicon.short.words:
            return short.end()
        for _ in range(4):
            blank = BLANK.match(low, end)
            word = self.lexicon.word.match(low, blank.end()) if blank else None
            if blank is None or word is None or self._is_verb(blank.end(), word.end()):
                break
            end = word.end()
        return end

    def _business(self, end: int) -> int | None:
        """*các doanh nghiệp* cung cấp dịch vụ viễn thông: what parties deal in, when what they must do follows."""
        low, words = self.page.low, self.parser.words
        blank = BLANK.match(low, end)
        verb = self.lexicon.describing.match(low, blank.end()) if blank else None
        while verb is not None and (comma := _COMMA.match(low, verb.end())) is not None:
            # *sản xuất, kinh doanh* thực phẩm
            verb = self.lexicon.describing.match(low, comma.end())
        blank = BLANK.match(low, verb.end()) if verb else None
        if blank is None or self.lexicon.verb.match(low, blank.end()):
            return None
        for _ in range(_OBJECT):
            noun = words.noun(blank.end())
            blank = BLANK.match(low, noun) if noun is not None else None
            if blank is None:
                return None
            if self.lexicon.verb.match(low, blank.end()):
                return noun
        return None

    def _is_verb(self, start: int, end: int) -> bool:
        """Whether a word after a noun of sets is what it does: *cơ quan kiểm tra việc …*, not *cơ quan thanh tra cùng cấp*."""
        low = self.page.low
        verb = self.lexicon.verb.match(low, start)
        if verb is None or verb.end() < end or self.page.capital(start):
            return False
        if verb.end() > end or self.lexicon.governing.match(low, start):
            return True
        if CONCERNED.match(low, end) or SAME_LEVEL.match(low, end) or LEVEL.match(low, end):
            return False
        blank = BLANK.match(low, end)
        return blank is None or self.page.capital(blank.end()) or self.lexicon.verb.match(low, blank.end()) is None

    def _more_units(self, phrase: Phrase) -> None:
        """The other nouns of the set. *các bộ, ngành, các tỉnh ủy* are two sets, *các cấp, các ngành* one."""
        low = self.page.low
        repeated = True
        while len(phrase.units) < 12 and (joint := _UNIT_JOINT.match(low, phrase.end)) is not None:
            start = joint.end()
            # *TT Tỉnh ủy* is no *thị trấn*
            named = bool(joint["close"]) and self.page.capital(start)
            if self.parser.words.begins_body(start) and (named or not self._set_again(start)):
                return
            more = self._unit(start)
            if more is None:
                return
            if joint["close"] and not self._close(phrase, start, more[1]):
                return
            if joint["again"]:
                following = _UNIT_JOINT.match(low, more[1])
                alike = self.kind(more[0]) == self.kind(phrase.units[-1]) == "vague"
                if not (repeated and alike) or (following and not following["again"] and self._unit(following.end())):
                    return
            else:
                repeated = False
            phrase.units.append(more[0])
            phrase.end = more[1]

    def _close(self, phrase: Phrase, start: int, end: int) -> bool:
        """Two nouns without a comma, *các cơ quan đơn vị*: only when neither can be a verb, and the second is no level."""
        verb = self.lexicon.verb
        if CONCERNED.match(self.page.low, end) or _PERSONS.match(self.page.low, end):
            # *cơ quan tổ chức có liên quan*, *cơ quan tổ chức, cá nhân*
            return True
        if not phrase.plural and verb.match(self.page.low, phrase.start):
            return False
        key = key_of(self.page.low[start:end])
        return verb.match(self.page.low, start) is None and self.kind(key) in {"vague", "core"}

    def is_core(self, sets: Phrase) -> bool:
        """Whether a set has nouns of definite bodies: *sở, ban, ngành*."""
        return any(self.kind(unit) == "core" for unit in sets.units)

    def is_area(self, unit: str) -> bool:
        """Whether a noun of sets is a territorial level."""
        return self.kind(unit) == "area"

    def kind(self, key: str) -> str:
        """The kind of a noun of sets; an empty string for other words."""
        row = self.lexicon.units.get(key)
        return row.kind if row else ""

    def _set_again(self, position: int) -> bool:
        """A head that is a noun of the set here: *các ban đảng, đảng ủy trực thuộc*."""
        if self.page.capital(position):
            return self._party_again(position)
        found = self.lexicon.body_start.match(self.page.low, position)
        unit = self.lexicon.unit.match(self.page.low, position)
        if unit is None or (found is not None and found.end() > unit.end()):
            return False
        # *các tỉnh ủy, thành ủy và đảng ủy xã, phường*: a level of its own makes it a body of its own
        blank = BLANK.match(self.page.low, unit.end())
        return blank is None or (
            self.parser.places.level(blank.end()) is None and not _LOCAL.match(self.page.low, unit.end())
        )

    def _party_again(self, position: int) -> bool:
        """*Bí thư Tỉnh ủy, Thành ủy*: a committee of the Party without a place."""
        unit = self.lexicon.unit.match(self.page.low, position)
        row = self.lexicon.heads.get(key_of(unit[0])) if unit else None
        if unit is None or row is None or row.kind != "party" or row.naming != "whole":
            return False
        low = self.page.low
        return _CLOSED.match(low, unit.end()) is not None or _WIDER.match(low, unit.end()) is not None

    def qualifiers(self, phrase: Phrase, depth: int) -> None:
        """What narrows a set: *có liên quan*, *trực thuộc Tỉnh ủy*, *cấp tỉnh*, *tỉnh Hải Dương*."""
        low = self.page.low
        for _ in range(4):
            end = phrase.end
            found = CONCERNED.match(low, end)
            if found is not None:
                phrase.end, phrase.qualified = found.end(), True
                inner = BLANK.match(low, phrase.end)
                if inner is not None and low[end : phrase.end].strip().endswith("trực thuộc"):
                    self.parser.suffixes.belongs(phrase, inner.end(), depth)
                continue
            self.parser.suffixes.one(phrase, depth, of_person=True)
            if phrase.end == end:
                return
