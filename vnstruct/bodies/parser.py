"""From an anchor to a phrase: offices, bodies, sets of bodies, lists that share a head.

The scan finds anchors (heads, registered names, offices, nouns of sets, quantifiers); from each the parser reads to the
right, each step bounded. It decides what a phrase *is*; whether it counts where it stands is decided afterwards.
"""

from __future__ import annotations

import re
from typing import Final

from vnstruct.bodies.forms import key_of
from vnstruct.bodies.lexicon import Lexicon
from vnstruct.bodies.page import Page, spaced
from vnstruct.bodies.phrase import Phrase
from vnstruct.bodies.places import BLANK, Gazetteer, Territory
from vnstruct.bodies.words import COMMON, FREE_SUBJECT, PROPER, SUBJECT, Manner, Words
from vnstruct.knowledge import BodyHead

_ALL_LEVELS: Final = spaced(
    r" (?:các|ở các) cấp(?! (?:ủy|chính))(?: \((?:tỉnh|huyện|xã|cấp|từ|trung ương)[^()\0]{0,70}\))?(?!\w)"
)
_LEVEL: Final = spaced(" cấp ")
_SAME_LEVEL: Final = spaced(r" (?:cùng cấp|cấp (?:trên|dưới|cơ sở)(?: trực tiếp)?)(?!\w)")
_LEVEL_JOINT: Final = spaced(r"\s?,(?: )?(?:cấp )?| và (?:cấp )?")
_REACH: Final = spaced(
    r" (?:việt nam|vn|trung ương(?: đảng)?|tw|tư|quốc gia|địa phương|cơ sở|khu vực(?: (?:[ivx]{1,5}|\d{1,2})(?!\w))?"
    r"|vùng (?:[ivx]{1,5}|\d{1,2})(?!\w)|số \d{1,3}|liên ngành|tuyến (?:tỉnh|huyện|xã|trên|dưới|trung ương))(?!\w)"
)
_UNIT_NUMBER: Final = re.compile(r"\s{1,3}(?:\d{1,4}|[IVX]{1,5})(?![\w./])")
_SHORT_REACH: Final = 2
_BRANCH: Final = spaced(r"(?: - |\s?, | )chi nhánh(?!\w)")
_BRANCHED: Final = frozenset({"bank", "enterprise", "ministerial_agency"})
"""Kinds of bodies with branches: *Ngân hàng Nhà nước Việt Nam - Chi nhánh tỉnh …*"""
_BELONGS: Final = spaced(" (?:trực thuộc|thuộc|của) ")
_OF: Final = spaced(" của ")
_SEAT: Final = spaced(" tại ")
_SET: Final = spaced(r"(?:các|những|một số|tất cả các) ")
_CONCERNED: Final = spaced(
    r" (?:có )?liên quan(?: khác)?(?! (?:đến|tới))(?!\w)"
    r"| (?:nêu trên|nói trên|trên|khác|hữu quan)(?! (?:địa|cơ|toàn|tinh|thực|phạm|các|mạng|không|đất))(?!\w)"
    r"| (?:trực thuộc|thuộc và trực thuộc|thuộc, trực thuộc)(?!\w)"
    r"| ở (?:trung ương|địa phương|cơ sở|các địa phương)(?!\w)"
    r"| từ trung ương đến (?:địa phương|cơ sở)(?!\w)"
    r"| trong (?:đơn vị|trường|nhà trường|ngành|tỉnh|huyện|xã|thành phố|cơ quan)(?!\w)"
    r"| (?:ven biển|miền núi|biên giới|vùng cao|hải đảo)(?!\w)"
    r"| đóng (?:trên|tại) địa bàn(?!\w)| có thẩm quyền(?!\w)"
)
_FIELD_JOINT: Final = spaced(r" - | và |-")
_UNIT_JOINT: Final = spaced(r"\s?,(?: )?(?:và )?(?P<again>các )?| (?:và|hoặc) |\s?/\s?| - |(?P<close> )")
_TYPE_JOINT: Final = spaced(r"\s?,(?: )?(?:và )?| và ")
_UNIT_SHORT: Final = re.compile(r"[A-ZĐ][\w&-]{1,11}(?!\w)")
_TYPE_SHORT: Final = re.compile(r"[A-ZĐ][A-ZĐ&-]{1,11}(?!\w)")
_DEEPEST: Final = 2
_LONG_NAME: Final = 24
"""A known name of so many letters is one in lower case too: *trung tâm phục vụ hành chính công*."""
_SUPERIOR_KINDS: Final = frozenset({"party", "people_committee", "armed_forces"})
_LOWER_KINDS: Final = frozenset({"party", "people_committee", "assembly"})


class Parser:
    """Reads phrases on one page."""

    def __init__(self, page: Page, lexicon: Lexicon) -> None:
        self.page = page
        self.lexicon = lexicon
        self.brief = False
        self.words = Words(page, lexicon)
        self.places = Gazetteer(page, lexicon)

    # -- bodies ---------------------------------------------------------------------------------------------------

    def body(self, position: int, depth: int = 0, *, of_person: bool = False) -> Phrase | None:
        """A body that begins here: a registered name or a head with what it needs, then level, place, superior."""
        found = self.lexicon.body_start.match(self.page.low, position)
        if found is None:
            return None
        key = key_of(found[0])
        exact = self._exact(key, found)
        if key in self.lexicon.brief_only and not self.brief:
            return None
        if exact and key in self.lexicon.names:
            phrase: Phrase | None = self._grown(key, found) or self._registered(key, found)
        elif exact and key in self.lexicon.heads:
            phrase = self._composed(key, found)
        else:
            shorter = self._shorter_head(position, found.end())
            phrase = self._composed(*shorter) if shorter else None
        if phrase is None:
            return None
        self.suffixes(phrase, depth, of_person=of_person or phrase.kind == "office")
        if not self.page.capital(position) and not self._may_be_lower(phrase):
            return None
        return phrase

    def _exact(self, key: str, found: re.Match[str]) -> bool:
        """Abbreviations count only as they are written: *CTN* is an office, *ctn* nothing."""
        form = self.lexicon.exact.get(key)
        if form is None:
            return True
        printed = self.page.surface(found.start(), found.end())
        return printed == form or (" " in form and printed[:1].isupper() and printed.isupper())

    def _shorter_head(self, position: int, end: int) -> tuple[str, re.Match[str]] | None:
        """The longest head inside a match that failed as a name."""
        found = self.lexicon.head.match(self.page.low, position, end)
        return (key_of(found[0]), found) if found else None

    def _grown(self, key: str, found: re.Match[str]) -> Phrase | None:
        """A longer name, where a registered one is only a head: *Công đoàn* Giáo dục Việt Nam."""
        if key not in self.lexicon.heads or key in self.lexicon.exact:
            return None
        longer = self._composed(key, found)
        return longer if longer is not None and longer.core > found.end() else None

    def _registered(self, key: str, found: re.Match[str]) -> Phrase:
        body = self.lexicon.names[key]
        head = self.lexicon.head.match(self.page.low, found.start())
        head_key = key_of(head[0]) if head else key
        row = self.lexicon.heads.get(head_key)
        naming = row.naming if row else "whole"
        end = found.end()
        trailing = self.lexicon.trailing_area.search(self.page.low, found.start(), end)
        if trailing is not None and trailing.start() > found.start():
            end = trailing.start()
        phrase = Phrase(
            found.start(), end, end, head_key, "whole" if naming == "open" else naming, body.kind, body.level, body=body
        )
        if full := self.lexicon.rewritten(key):
            phrase.replaced.append((found.start(), end, full if end == found.end() else self.lexicon.unplaced(full)))
        elif (form := self._as_registered(key, found.start(), end)) is not None:
            phrase.replaced.append((found.start(), end, form if end == found.end() else self.lexicon.unplaced(form)))
        if phrase.naming in {"proper", "subject"} and end == found.end():
            # the register knows a shorter name that begins alike: *Trung tâm Xúc tiến đầu tư*, … *Thương mại và Du lịch*
            longer = self.words.run(end, PROPER, begun=True)
            if longer > end:
                phrase.end = phrase.core = longer
                phrase.body = None
        return phrase

    def _as_registered(self, key: str, start: int, end: int) -> str | None:
        """The registered form of a name printed in capitals or with other blanks, abbreviations aside."""
        form = self.lexicon.name_forms[key]
        alike = not self.page.shouts(start, end) and key_of(form) == key
        return None if alike or key in self.lexicon.exact else form

    def _composed(self, key: str, found: re.Match[str]) -> Phrase | None:
        """A head with what its naming asks for; an ambiguous short head takes the first meaning that fits."""
        rows = self.lexicon.short.heads.get(self.page.surface(*found.span()), [])
        for row in rows:
            if (spelled := self._spelled_out(row, found)) is not None:
                return spelled
        phrase: Phrase | None = None
        for row in rows or [self.lexicon.heads[key]]:
            phrase = self._under(row, key, found.start(), found.end())
            if len(rows) > 1 and phrase is not None:
                self.suffixes(phrase)
            if phrase is not None and phrase.end > found.end():
                break
        return phrase

    def _spelled_out(self, row: BodyHead, found: re.Match[str]) -> Phrase | None:
        """A short head that makes a longer known head with what follows: *TT* Công báo, *UB* Quốc gia về …"""
        spelled = key_of(row.head) + self.page.low[found.end() : found.end() + 60]
        known = self.lexicon.head.match(spelled)
        if known is None or known.end() <= len(row.head):
            return None
        longer = self.lexicon.heads[key_of(known[0])]
        end = found.end() + known.end() - len(row.head)
        phrase = self._under(longer, key_of(known[0]), found.start(), end)
        if phrase is not None:
            phrase.replaced.append((found.start(), end, longer.head))
        return phrase

    def _under(self, row: BodyHead, key: str, start: int, end: int) -> Phrase | None:
        capital = self.page.capital(start)
        phrase = Phrase(start, end, end, key, row.naming, row.kind, row.level)
        if self.page.surface(start, end) in self.lexicon.short.heads:
            phrase.replaced.append((start, end, row.head))
        elif short := self.lexicon.short.words.get(self.page.surface(start, end)):
            phrase.replaced.append((start, end, short))
        elif (key_of(row.head) == key or "-" in key) and row.head[0].isupper() and capital:
            phrase.replaced.append((start, end, self.lexicon.head_forms[key]))
        if row.naming == "whole":
            return phrase
        blank = BLANK.match(self.page.low, end)
        if row.naming == "open":
            phrase.naming = "whole"
            if blank is not None and capital and self.page.capital(blank.end()) and not self.page.shouts(start, end):
                phrase.end = phrase.core = self.words.run(end, Manner())
            return phrase
        if not row.naming:
            return None
        if blank is None:
            phrase.bare = True
            return phrase
        abbreviated = row.head.isupper() or self.page.surface(start, end) in self.lexicon.short.heads
        shouted = self.page.shouts(start, end) and not abbreviated
        if row.kind == "armed_forces" and (number := _UNIT_NUMBER.match(self.page.text, end)) is not None:
            # *Sư đoàn 968*, *Quân khu 5*, *Vùng 3* Hải quân
            phrase.end = self.words.run(number.end(), Manner(), begun=True)
        elif row.naming == "field":
            known = self.words.field(blank.end(), lower=True)
            if known is not None:
                phrase.end, full = known
                if full:
                    phrase.replaced.append((blank.end(), phrase.end, full))
                phrase.end = self._field_goes_on(phrase.end, shouted=shouted)
            elif (unit := self._unit_of_office(row, blank.end())) is not None:
                phrase.end = unit
                phrase.replaced.append(
                    (blank.end(), unit, self.lexicon.short.units[self.page.text[blank.end() : unit]])
                )
            else:
                phrase.end = self.words.run(end, Manner(lower=shouted, unlisted=not shouted, comma=True))
        elif row.naming == "subject":
            after = self.words.purpose(blank.end())
            if after is not None:
                phrase.end = self._purpose(after) or end
            else:
                free = FREE_SUBJECT if capital and " " in key else SUBJECT
                phrase.end = self.words.run(end, COMMON if shouted else free)
        else:
            phrase.end = self.words.run(end, Manner(lower=shouted, unlisted=not shouted, comma=True))
        if row.kind == "armed_forces" and (number := _UNIT_NUMBER.match(self.page.text, phrase.end)) is not None:
            phrase.end = number.end()
        phrase.core = phrase.end
        phrase.bare = phrase.end == end
        return phrase

    def _unit_of_office(self, row: BodyHead, position: int) -> int | None:
        """The end of an abbreviated unit: *Vụ* PC, *Phòng* HCQT."""
        short = _UNIT_SHORT.match(self.page.text, position) if row.kind in {"division", "agency"} else None
        return short.end() if short is not None and short[0] in self.lexicon.short.units else None

    def _purpose(self, position: int) -> int | None:
        """What a committee was set up to do: a body, a document or programme in capitals."""
        if (body := self.lexicon.head.match(self.page.low, position)) is not None:
            return self.words.run(body.end(), PROPER)
        first = self.words.known(position, PROPER) or self.words.unlisted(position)
        return self.words.run(first, SUBJECT, begun=True) if first else None

    def _field_goes_on(self, position: int, *, shouted: bool) -> int:
        """*Lao động - Thương binh và Xã hội - Dân tộc*: a joined word that no other body begins with."""
        low = self.page.low
        joint = _FIELD_JOINT.match(low, position)
        if joint is None or shouted or not self.page.capital(joint.end()) or self.words.begins_body(joint.end()):
            return position
        return self.words.known(joint.end(), PROPER) or position

    def _may_be_lower(self, phrase: Phrase) -> bool:
        """Lower-case heads: party committees and people's committees anywhere, others with what follows them."""
        if phrase.naming == "whole":
            row = self.lexicon.heads.get(phrase.head)
            verbal = row is not None and row.lower == "no"
            if phrase.kind in _LOWER_KINDS and not verbal:
                return " " in phrase.head
            if phrase.core - phrase.start > _LONG_NAME:
                return True
            return bool(phrase.areas) and not phrase.inner and not verbal and phrase.kind != "press"
        if phrase.naming == "field":
            known = self.lexicon.word.match(self.page.low, phrase.start + len(phrase.head) + 1)
            return not phrase.bare and phrase.head not in self.lexicon.capital_heads and known is not None
        if phrase.naming == "proper" and not (phrase.areas or phrase.placed):
            # *trung tâm dữ liệu* is no body, *trường THPT Chu Văn An* is
            return self.page.text[phrase.start : phrase.end] != self.page.low[phrase.start : phrase.end]
        return not phrase.bare

    # -- what follows a name --------------------------------------------------------------------------------------

    def suffixes(self, phrase: Phrase, depth: int = 0, *, of_person: bool = False) -> None:
        """Level, reach, place and superior body after a name, in whatever order they stand."""
        for _ in range(4):
            before = phrase.end
            self._suffix(phrase, depth, of_person=of_person)
            if phrase.end == before:
                return
            phrase.bare = False

    def _suffix(self, phrase: Phrase, depth: int, *, of_person: bool) -> None:
        low, end = self.page.low, phrase.end
        if (found := _ALL_LEVELS.match(low, end)) is not None:
            phrase.end, phrase.plural, phrase.qualified = found.end(), True, True
        elif (found := _SAME_LEVEL.match(low, end)) is not None:
            phrase.end, phrase.qualified = found.end(), True
        elif (found := _LEVEL.match(low, end)) is not None:
            self._levels(phrase, found.end())
        elif self._nested(phrase, depth) or self._of_sets(phrase, depth):
            pass
        elif phrase.kind in _BRANCHED and (found := _BRANCH.match(low, end)) is not None:
            phrase.end, phrase.qualified = found.end(), True
        elif (found := self._reach(end)) is not None:
            phrase.end, phrase.qualified = found.end(), True
            if phrase.naming == "proper" and found[0].lstrip().startswith("số"):
                # *Trường Tiểu học số 2 Phước Thành*
                phrase.end = phrase.core = self.words.run(phrase.end, PROPER)
            elif (
                phrase.naming == "proper"
                and phrase.core + len(found[0]) == phrase.end
                and found[0].endswith("quốc gia")
            ):
                # *Quỹ quốc gia* hỗ trợ việc làm
                phrase.end = phrase.core = self.words.run(phrase.end, SUBJECT)
            elif phrase.naming == "subject":
                # *Ban Chỉ đạo quốc gia về dữ liệu*
                phrase.end = phrase.core = self.words.run(phrase.end, SUBJECT)
                phrase.bare = False
        elif (found := _OF.match(low, end)) is not None:
            self._of(phrase, found.end(), depth)
        elif (found := _BELONGS.match(low, end)) is not None:
            self._belongs(phrase, found.end(), depth)
        elif (found := _SEAT.match(low, end)) is not None and phrase.naming == "whole":
            self._territory(phrase, found.end(), seat=True)
        elif (found := BLANK.match(low, end)) is not None:
            self._territory(phrase, found.end(), of_person=of_person)
        elif phrase.areas and phrase.plural and (found := _CONCERNED.match(low, end)) is not None:
            phrase.end, phrase.qualified = found.end(), True

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
        found = area.match(low, position) or unit.match(low, position)
        if found is None:
            return
        phrase.end, phrase.qualified = found.end(), True
        phrase.areas.append(self.lexicon.areas.get(key_of(found[0]), found[0]))
        while (joint := _LEVEL_JOINT.match(low, phrase.end)) is not None:
            found = area.match(low, joint.end()) or unit.match(low, joint.end())
            if found is None or self.words.begins_body(joint.end()):
                return
            phrase.end = found.end()
            phrase.plural = True

    def _nested(self, phrase: Phrase, depth: int) -> bool:
        """The superior body right after: *Thanh tra* Sở Y tế, *Ban Tuyên giáo* Tỉnh ủy."""
        if depth >= _DEEPEST or phrase.placed or phrase.areas:
            return False
        blank = BLANK.match(self.page.low, phrase.end)
        start = blank.end() if blank else phrase.end
        dotted = blank is None and self.page.low[phrase.end - 1] == "."
        if not (blank or dotted) or not self._superior(start):
            return False
        inner = self.body(start, depth + 1)
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
        return True

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
        sets = self.units(several.end() if several else blank.end(), depth + 1, plural=several is not None)
        if sets is None or self._kind(sets.units[0]) == "area":
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
        open_kind = phrase.naming in {"field", "subject", ""} or phrase.kind in {"assembly", "committee"}
        if not open_kind and not phrase.plural and not phrase.units:
            return
        if phrase.kind in {"ministry", "department"}:
            return
        self._belongs(phrase, position, depth)

    def _belongs(self, phrase: Phrase, position: int, depth: int) -> None:
        if depth >= _DEEPEST:
            return
        several = _SET.match(self.page.low, position)
        if several is not None:
            position = several.end()
        inner = self.body(position, depth + 1)
        sets = self.units(position, depth + 1, plural=several is not None)
        if sets is not None and (inner is None or inner.bare or sets.end > inner.end):
            inner = sets
        if inner is not None and (not inner.bare or inner.units):
            self._take(phrase, inner)
            return
        if (level := self.places.level(position)) is not None:
            phrase.end, phrase.qualified = level.end(), True

    def _territory(self, phrase: Phrase, position: int, *, of_person: bool = False, seat: bool = False) -> None:
        if phrase.placed:
            return
        read = self.places.territory(position, of_person=of_person)
        if read is not None and not phrase.areas:
            if seat and not read.plural:
                return
            self.settle(phrase, read)
            return
        place = self.places.province(position)
        local = phrase.level != "central" and phrase.kind != "office" and phrase.naming in {"field", "whole"}
        if place is None and local and not (of_person or phrase.bare or phrase.areas or seat or phrase.inner):
            if not self.page.shouts(phrase.start, phrase.core):
                place = self.places.place(position)
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
        if read.plural and (found := _CONCERNED.match(self.page.low, phrase.end)) is not None:
            phrase.end, phrase.qualified = found.end(), True

    # -- sets -----------------------------------------------------------------------------------------------------

    def units(self, position: int, depth: int = 0, *, plural: bool = False) -> Phrase | None:
        """A set given by common nouns: *sở, ban, ngành*, *cơ quan, đơn vị liên quan*."""
        first = self._unit(position)
        if first is None or self._kind(first[0]) == "companion" or (first[0] == "cấp" and not plural):
            return None
        key, end = first
        phrase = Phrase(position, end, end, key, "", "group", plural=plural, group=True, units=[key])
        phrase.described = end > position + len(key)
        self._more_units(phrase)
        phrase.core = phrase.end
        self.qualifiers(phrase, depth)
        phrase.vague = not phrase.inner and all(self._kind(unit) != "core" for unit in phrase.units)
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
        if self._kind(key) == "homonym" or (word is not None and word.end() > found.end()):
            return None
        end = found.end()
        if self._kind(key) != "area" and not self._fielded(key, end):
            end = self._unit_words(end)
            if end > found.end() and self.lexicon.units[key].described == "types":
                end = self._more_types(end)
        return key, end

    def _fielded(self, key: str, end: int) -> bool:
        """*các sở giáo dục và đào tạo*: a head with its field, no noun with a description."""
        row = self.lexicon.heads.get(key)
        blank = BLANK.match(self.page.low, end)
        return row is not None and row.naming == "field" and bool(blank and self.words.field(blank.end(), lower=True))

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

    def _is_verb(self, start: int, end: int) -> bool:
        """Whether a word after a noun of sets is what it does: *cơ quan kiểm tra việc …*, not *cơ quan thanh tra cùng cấp*."""
        low = self.page.low
        verb = self.lexicon.verb.match(low, start)
        if verb is None or verb.end() < end or self.page.capital(start):
            return False
        if self.lexicon.governing.match(low, start):
            return True
        if _CONCERNED.match(low, end) or _SAME_LEVEL.match(low, end) or _LEVEL.match(low, end):
            return False
        blank = BLANK.match(low, end)
        return blank is None or self.lexicon.verb.match(low, blank.end()) is None

    def _more_units(self, phrase: Phrase) -> None:
        """The other nouns of the set. *các bộ, ngành, các tỉnh ủy* are two sets, *các cấp, các ngành* one."""
        low = self.page.low
        repeated = True
        while len(phrase.units) < 12 and (joint := _UNIT_JOINT.match(low, phrase.end)) is not None:
            start = joint.end()
            if self.words.begins_body(start) and not self._set_again(start):
                return
            more = self._unit(start)
            if more is None:
                return
            if joint["close"] and not self._close(phrase, start, more[1]):
                return
            if joint["again"]:
                following = _UNIT_JOINT.match(low, more[1])
                alike = self._kind(more[0]) == self._kind(phrase.units[-1]) == "vague"
                if not (repeated and alike) or (following and not following["again"] and self._unit(following.end())):
                    return
            else:
                repeated = False
            phrase.units.append(more[0])
            phrase.end = more[1]

    def _close(self, phrase: Phrase, start: int, end: int) -> bool:
        """Two nouns without a comma, *các cơ quan đơn vị*: only when neither can be a verb, and the second is no level."""
        verb = self.lexicon.verb
        if _CONCERNED.match(self.page.low, end):
            # *cơ quan tổ chức có liên quan*
            return True
        if not phrase.plural and verb.match(self.page.low, phrase.start):
            return False
        key = key_of(self.page.low[start:end])
        return verb.match(self.page.low, start) is None and self._kind(key) in {"vague", "core"}

    def is_core(self, sets: Phrase) -> bool:
        """Whether a set has nouns of definite bodies: *sở, ban, ngành*."""
        return any(self._kind(unit) == "core" for unit in sets.units)

    def is_area(self, unit: str) -> bool:
        """Whether a noun of sets is a territorial level."""
        return self._kind(unit) == "area"

    def _kind(self, key: str) -> str:
        row = self.lexicon.units.get(key)
        return row.kind if row else ""

    def _set_again(self, position: int) -> bool:
        """A head that is a noun of the set here: *các ban đảng, đảng ủy trực thuộc*."""
        if self.page.capital(position):
            return False
        found = self.lexicon.body_start.match(self.page.low, position)
        unit = self.lexicon.unit.match(self.page.low, position)
        if unit is None or (found is not None and found.end() > unit.end()):
            return False
        # *các tỉnh ủy, thành ủy và đảng ủy xã, phường*: a level of its own makes it a body of its own
        blank = BLANK.match(self.page.low, unit.end())
        return blank is None or self.places.level(blank.end()) is None

    def qualifiers(self, phrase: Phrase, depth: int) -> None:
        """What narrows a set: *có liên quan*, *trực thuộc Tỉnh ủy*, *cấp tỉnh*, *tỉnh Hải Dương*."""
        low = self.page.low
        for _ in range(4):
            end = phrase.end
            found = _CONCERNED.match(low, end)
            if found is not None:
                phrase.end, phrase.qualified = found.end(), True
                inner = BLANK.match(low, phrase.end)
                if inner is not None and low[end : phrase.end].strip().endswith("trực thuộc"):
                    self._belongs(phrase, inner.end(), depth)
                continue
            self._suffix(phrase, depth, of_person=True)
            if phrase.end == end:
                return
