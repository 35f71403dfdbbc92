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
from vnstruct.bodies.places import BLANK, Gazetteer
from vnstruct.bodies.qualifiers import Qualifiers
from vnstruct.bodies.sets import Sets
from vnstruct.bodies.suffixes import Suffixes
from vnstruct.bodies.words import COMMON, FREE_SUBJECT, LISTED, PROPER, SHOUTED, SUBJECT, Words
from vnstruct.knowledge import BodyHead

_UNIT_NUMBER: Final = re.compile(r"\s{1,3}(?:\d{1,4}|[IVX]{1,5})(?![\w./])")
_FIELD_JOINT: Final = spaced(r" - | và |-")
_ORDINAL: Final = re.compile(r"\s{1,3}\d{1,2}(?![\w./%-])")
_UNIT_SHORT: Final = re.compile(r"[A-ZĐ][\w&]{1,11}(?:-[A-ZĐ]{2}[\w&]{0,8})?(?![\w&])")
_LONG_NAME: Final = 24
"""A known name of so many letters is one in lower case too: *trung tâm phục vụ hành chính công*."""
_JOINED_KINDS: Final = frozenset({"agency", "centre", "committee", "division"})
"""Kinds of bodies whose names may be longer than a known head or field; ministries and departments are all listed."""
_LOWER_KINDS: Final = frozenset({"party", "people_committee", "assembly"})


class Parser:
    """Reads phrases on one page."""

    def __init__(self, page: Page, lexicon: Lexicon) -> None:
        self.page = page
        self.lexicon = lexicon
        self.brief = False
        self.words = Words(page, lexicon)
        self.places = Gazetteer(page, lexicon)
        self.suffixes = Suffixes(self)
        self.qualifiers = Qualifiers(self)
        self.sets = Sets(self)

    def body(self, position: int, depth: int = 0, *, of_person: bool = False) -> Phrase | None:
        """A body that begins here: a registered name or a head with what it needs, then level, place, superior."""
        found = self.lexicon.body_start.match(self.page.low, position)
        if found is None:
            return None
        key = key_of(found[0])
        if "\n" in found[0] and self._new_line(found):
            return None
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
        self.suffixes.read(phrase, depth, of_person=of_person or phrase.kind == "office")
        if phrase.plural and phrase.areas:
            self.qualifiers.read(phrase)
        # *Giám đốc kho bạc Nhà nước Hà Nội*
        held = of_person and " " in phrase.head and phrase.naming == "whole"
        if not self.page.capital(position) and not held and not self._may_be_lower(phrase):
            return None
        return phrase

    def _new_line(self, found: re.Match[str]) -> bool:
        """*Công an tỉnh | Ủy ban nhân dân …*: a name that begins in lower case does not go on with a capital line."""
        line = self.page.text.find("\n", found.start()) + 1
        start = line + len(self.page.text[line : found.end()]) - len(self.page.text[line : found.end()].lstrip())
        return self.page.capital(start) and not self.page.capital(found.start())

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
        """A longer name, where a registered one is only a head: *Công đoàn* Giáo dục Việt Nam.

        Or the beginning of a field: *Bộ Lao động* - TB và XH.
        """
        if key in self.lexicon.exact:
            return None
        if key not in self.lexicon.heads:
            head = self.lexicon.head.match(self.page.low, found.start())
            blank = BLANK.match(self.page.low, head.end()) if head else None
            field = self.words.field(blank.end(), lower=True) if blank else None
            if head is None or field is None or not field[1] or field[0] <= found.end():
                return None
            return self._composed(key_of(head[0]), head)
        longer = self._composed(key, found)
        return longer if longer is not None and longer.core > found.end() else None

    def _registered(self, key: str, found: re.Match[str]) -> Phrase:
        """A registered name, its level left to what follows names; longer when capitals go on."""
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
        number = _UNIT_NUMBER.match(self.page.text, end) if phrase.kind == "armed_forces" else None
        longer = number.end() if number is not None else end
        if number is None and phrase.naming in {"proper", "subject"} and end == found.end():
            # the register knows a shorter name that begins alike: *Trung tâm Xúc tiến đầu tư*, … *Thương mại và Du lịch*
            longer = self.words.run(self._straddling(found.start(), end), PROPER, begun=True)
        elif naming == "field" and body.kind in _JOINED_KINDS and not self.page.shouts(found.start(), end):
            # *Cục Phát triển doanh nghiệp* nhà nước
            longer = self.words.run(end, LISTED, begun=True)
        if longer > end:
            phrase.end = phrase.core = longer
            phrase.body = None
        return phrase

    def _straddling(self, start: int, end: int) -> int:
        """The end of a listed word that goes on beyond a registered name: *Ban Quản lý khu kinh tế* mở Chu Lai; else its end."""
        low = self.page.low
        for blank in BLANK.finditer(low, start, end):
            word = self.lexicon.word.match(low, blank.end())
            if word is not None and word.end() > end and not self._acts_beyond(end, word.end()):
                return word.end()
        return end

    def _acts_beyond(self, end: int, beyond: int) -> bool:
        """Whether a verb right after a name reaches further: *hành chính công* báo cáo has no *công báo*."""
        blank = BLANK.match(self.page.low, end)
        verb = self.lexicon.verb.match(self.page.low, blank.end()) if blank else None
        return verb is not None and verb.end() > beyond

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
                self.suffixes.read(phrase)
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
            phrase.replaced.append((found.start(), end, self.lexicon.head_forms[key_of(longer.head)]))
        return phrase

    def _under(self, row: BodyHead, key: str, start: int, end: int) -> Phrase | None:
        """The name that a head opens, as far as the head's naming lets it go; ``bare`` when nothing of the kind follows."""
        if not row.naming:
            return None
        phrase = Phrase(start, end, end, key, row.naming, row.kind, row.level)
        self._write_head(phrase, row)
        blank = BLANK.match(self.page.low, end)
        if row.naming in {"whole", "open"}:
            phrase.naming = "whole"
            if row.naming == "open" and blank is not None and self._in_capitals(start, blank.end()):
                phrase.end = phrase.core = self.words.run(end, LISTED)
            elif row.naming == "open":
                phrase.end = phrase.core = self._ordinal(end)
            elif row.kind in _JOINED_KINDS:
                phrase.end = phrase.core = self._goes_on(start, end)
            return phrase
        if blank is not None:
            phrase.end = self._named(phrase, row, blank.end())
        phrase.core = phrase.end
        phrase.bare = phrase.end == end
        return phrase

    def _goes_on(self, start: int, end: int) -> int:
        """A head that is the beginning of a longer name: *Trung tâm Văn hóa - Thể thao* và Truyền thông, *Hội đồng thi* tuyển."""
        if self.page.shouts(start, end):
            return end
        straddling = self._straddling(start, end)
        return straddling if straddling > end else self._field_goes_on(end, shouted=False)

    def _ordinal(self, end: int) -> int:
        """*Chi bộ* 1, *Thuế cơ sở* 3 tỉnh Đồng Tháp; not *Đảng bộ* 5 năm qua."""
        number = _ORDINAL.match(self.page.text, end)
        if number is None:
            return end
        blank = BLANK.match(self.page.low, number.end())
        apart = blank is None or any(
            pattern.match(self.page.low, blank.end()) for pattern in (self.lexicon.area, self.lexicon.verb)
        )
        return number.end() if apart else end

    def _write_head(self, phrase: Phrase, row: BodyHead) -> None:
        """How a head is written in the full name."""
        start, end, key = phrase.start, phrase.end, phrase.head
        printed = self.page.surface(start, end)
        if printed in self.lexicon.short.heads:
            phrase.head = key_of(row.head)
            phrase.replaced.append((start, end, row.head))
        elif short := self.lexicon.short.words.get(printed):
            phrase.replaced.append((start, end, short))
        elif self.page.capital(start) and key_of(form := self.lexicon.head_forms[key]) != key:
            # *Đoàn TNCS*, *Phát thanh-Truyền hình*
            phrase.replaced.append((start, end, form))

    def _in_capitals(self, head: int, word: int) -> bool:
        """Whether a head and the word after it begin with capitals that mean something."""
        return self.page.capital(head) and self.page.capital(word) and not self.page.shouts(head, word - 1)

    def _named(self, phrase: Phrase, row: BodyHead, position: int) -> int:
        """The end of the words that name a body after its head; ``position`` is that of the first."""
        start, end = phrase.start, phrase.end
        abbreviated = row.head.isupper() or self.page.surface(start, end) in self.lexicon.short.heads
        shouted = self.page.shouts(start, end) and not abbreviated
        if row.kind == "armed_forces":
            return self._force(end)
        if row.naming == "field" and (known := self._field(phrase, row, position, shouted=shouted)) is not None:
            return known
        if row.naming != "subject":
            return self.words.run(end, SHOUTED if shouted else PROPER)
        after = self.words.purpose(position)
        if after is not None:
            return self._purpose(after) or end
        free = FREE_SUBJECT if self.page.capital(start) and " " in phrase.head else SUBJECT
        return self.words.run(end, COMMON if shouted else free)

    def _force(self, end: int) -> int:
        """*Sư đoàn* 968, *Quân khu* 5, *Bộ Tư lệnh* Vùng 3 Hải quân."""
        number = _UNIT_NUMBER.match(self.page.text, end)
        if number is not None:
            return self.words.run(number.end(), LISTED, begun=True)
        end = self.words.run(end, PROPER)
        number = _UNIT_NUMBER.match(self.page.text, end)
        return number.end() if number is not None else end

    def _field(self, phrase: Phrase, row: BodyHead, position: int, *, shouted: bool) -> int | None:
        """The end of a known field of state work, written out in the full name when it is abbreviated."""
        known = self.words.field(position, lower=True)
        if known is not None:
            end, full = known
            if full:
                phrase.replaced.append((position, end, full))
            if row.kind in _JOINED_KINDS and not shouted:
                # *Vụ Giáo dục* Tiểu học, *Vụ Tài chính* hành chính sự nghiệp
                end = self.words.run(end, LISTED, begun=True)
            return self._field_goes_on(end, shouted=shouted)
        short = _UNIT_SHORT.match(self.page.text, position) if row.kind in {"division", "agency"} else None
        if short is None or short[0] not in self.lexicon.short.units:
            return None
        # *Vụ* PC, *Phòng* HCQT
        phrase.replaced.append((position, short.end(), self.lexicon.short.units[short[0]]))
        return short.end()

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
        row = self.lexicon.heads.get(phrase.head)
        verbal = row is not None and row.lower == "no"
        if phrase.naming == "whole":
            if phrase.kind in _LOWER_KINDS and not verbal:
                return " " in phrase.head
            if phrase.core - phrase.start > _LONG_NAME:
                return True
            return bool(phrase.areas) and not phrase.inner and not verbal and phrase.kind != "press"
        after = phrase.start + len(phrase.head)
        if phrase.naming == "field":
            known = self.lexicon.word.match(self.page.low, after + 1)
            if phrase.body is not None and phrase.head in self.lexicon.capital_heads:
                # *các bộ Công an, Xây dựng*: the capital of a registered name tells
                return self.page.capital(after + 1)
            return not phrase.bare and phrase.head not in self.lexicon.capital_heads and known is not None
        named = phrase.core > after or not verbal
        if phrase.naming == "proper" and not (named and (phrase.areas or phrase.placed)):
            # *trung tâm dữ liệu*, *trung tâm thành phố* are no bodies, *trường THPT Chu Văn An* is
            return self.page.text[phrase.start : phrase.end] != self.page.low[phrase.start : phrase.end]
        return not phrase.bare

    def units(self, position: int, depth: int = 0, *, plural: bool = False) -> Phrase | None:
        """A set given by common nouns that begins here."""
        return self.sets.read(position, depth, plural=plural)
