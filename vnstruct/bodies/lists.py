"""Lists that share a head.

*Các Bộ: Quốc phòng, Công an* (the head stands apart: each member without it), *các Bộ Vật tư, Nội thương* (the first
member with it), *Sở Tài chính, Kế hoạch và Đầu tư* (the second without), *Các Sở: NV, TC* (members abbreviated).
"""

from __future__ import annotations

import re
from typing import Final

from vnstruct.bodies.forms import key_of
from vnstruct.bodies.page import spaced
from vnstruct.bodies.parser import Parser
from vnstruct.bodies.phrase import Phrase
from vnstruct.bodies.places import BLANK, UPPER
from vnstruct.bodies.words import CAPITALS, PROPER

_COLON: Final = spaced(r"(?: sau(?: đây)?)?\s?:(?: )?(?:-(?: )?)?")
_JOINT: Final = spaced(r"\s?[,;](?: )?(?:và )?| (?:và|&) ")
_DASHED: Final = spaced(r"\s?[,;-](?: )?(?:và )?| - | (?:và|&) ")
_MORE_UNITS: Final = spaced(r"\s?,(?: )?| và ")
_PARENTHESIS: Final = spaced(r"(?: )?\([^()\0]{1,120}\)")
_SHORT: Final = re.compile(
    rf"[{UPPER}](?:[{UPPER}]|[a-zđ](?=[{UPPER}])|[&.-](?=[{UPPER}])|,(?=[{UPPER}]+&)){{0,9}}[a-z]?(?!\w)"
)
_NO_LETTERS: Final = re.compile(r"[\W_]")
_CLOSED: Final = re.compile(r"\s{0,3}(?:[,;.:()\0]|-\s|$)|\s{1,3}(?:và|&)\s")
_COUNTRY: Final = spaced(r" (?:quốc gia )?việt nam(?!\w)")
_LONGEST: Final = 40
_LONG_NAME: Final = 80
_OF_ORGANS: Final = frozenset({"văn phòng"})
"""Heads whose members are the organs they work for."""
_ORGANS: Final = frozenset({"assembly", "people_committee", "party", "mass_organisation"})


class Lists:
    """Reads lists on the page of a parser."""

    def __init__(self, parser: Parser) -> None:
        self.parser = parser
        self.page = parser.page
        self.lexicon = parser.lexicon

    def apart(self, position: int, office: str = "", *, dashes: bool = False) -> list[Phrase]:
        """Members of a plural head that a colon sets apart; ``position`` is where the head begins."""
        head = self._plural_head(position)
        if head is None:
            return []
        key, end = head
        colon = _COLON.match(self.page.low, end)
        if colon is None:
            return []
        return self.members(key, colon.end(), office=office, dashes=dashes)

    def opens(self, position: int) -> bool:
        """Whether a colon and a body with a name of its own follow."""
        colon = _COLON.match(self.page.low, position)
        return colon is not None and self.parser.words.begins_body(colon.end())

    def _plural_head(self, position: int) -> tuple[str, int] | None:
        """The head, when several bodies have it: the first noun of *Sở, ngành*, with what stands beside it."""
        low = self.page.low
        found = self.lexicon.head.match(low, position)
        if found is None:
            return None
        # *Các VP: TU, UBND TP*; *Các Sở: TC, NV*
        spelled = self.lexicon.short.heads.get(self.page.surface(*found.span()))
        key, end = key_of(spelled[0].head) if spelled else key_of(found[0]), found.end()
        if self.lexicon.heads[key].naming not in {"field", "proper"} and key not in _OF_ORGANS:
            return None
        while (joint := _MORE_UNITS.match(low, end)) is not None:
            unit = self.lexicon.unit.match(low, joint.end())
            if unit is None:
                break
            end = unit.end()
        territory = BLANK.match(low, end)
        read = self.parser.places.territory(territory.end()) if territory else None
        return key, read.end if read is not None and not read.places else end

    def members(self, head: str, position: int, office: str = "", *, dashes: bool = False) -> list[Phrase]:
        """The members from a position on, each named with the head, and names of their own between them."""
        row = self.lexicon.heads[head]
        found: list[Phrase] = []
        while len(found) < _LONGEST:
            member = self._member(position, head)
            if member is None:
                break
            if member.elided and member.body is None:
                member.before = f"{office} {row.head}".strip() if office else row.head
                member.kind = "office" if office else row.kind
                member.office = key_of(office)
                member.level = row.level
            found.append(member)
            end = member.end
            aside = _PARENTHESIS.match(self.page.low, end)
            joints = _DASHED if dashes else _JOINT
            joint = joints.match(self.page.low, aside.end() if aside else end) or self._missing(head, end)
            if joint is None:
                break
            position = joint.end()
        while found and not found[-1].elided:
            found.pop()
        return found

    def _missing(self, head: str, end: int) -> re.Match[str] | None:
        """The blank between two abbreviated members whose comma is missing: *các Bộ: CA QP, CT*."""
        blank = BLANK.match(self.page.low, end)
        short = _SHORT.match(self.page.text, blank.end()) if blank and self.page.text[end - 1].isupper() else None
        return blank if short is not None and self._short_form(head, short[0]) else None

    def _member(self, position: int, head: str) -> Phrase | None:
        page, words = self.page, self.parser.words
        naming = self.lexicon.heads[head].naming
        if head in _OF_ORGANS:
            return self._organ(position, head)
        registered = self._registered(position, head)
        if registered is not None:
            return registered
        field = words.field(position, lower=True) if naming == "field" else None
        short = _SHORT.match(page.text, position)
        meaning = self._short_form(head, short[0]) if short else ""
        whole = self.parser.body(position) if not meaning else None
        if whole is not None and not whole.bare and self._full_name(whole, position, head):
            # *Các Bộ: Tài chính, Thanh tra Chính phủ, Nội vụ*: a name of its own between the members
            return whole
        if short is not None and (own := self._own_abbreviation(short)) is not None:
            return own
        if short is not None and meaning and (field is None or field[0] < short.end()):
            replaced = [(position, short.end(), meaning)]
            return Phrase(position, short.end(), short.end(), head, naming, elided=True, replaced=replaced)
        if field is not None and _CLOSED.match(page.low, field[0]) is None and not self._verb_follows(field[0]):
            field = None
        if field is not None:
            end, full = field
            full = full or self._as_listed(position, end)
            member = Phrase(position, end, end, head, naming, elided=True)
            if full:
                member.replaced.append((position, end, full))
            return member
        if not page.capital(position) or words.begins_body(position):
            return None
        end = self._composed(position, plain=self.lexicon.heads[head].kind == "agency")
        if end == position or _CLOSED.match(page.low, end) is None:
            return None
        return Phrase(position, end, end, head, naming, elided=True)

    def _own_abbreviation(self, short: re.Match[str]) -> Phrase | None:
        """A member abbreviated that is registered under a name of its own: *các Bộ: TC, TTCP*."""
        name = self.lexicon.short.words.get(short[0], "")
        body = self.lexicon.names.get(key_of(name))
        if body is None:
            return None
        member = Phrase(
            *short.span(), short.end(), key_of(name), "whole", body.kind, body.level, body=body, elided=True
        )
        member.replaced.append((*short.span(), name))
        return member

    def _organ(self, position: int, head: str) -> Phrase | None:
        """A member that is the organ an office works for: *các Văn phòng:* Tỉnh ủy, Đoàn ĐBQH và HĐND tỉnh."""
        organ = self.parser.body(position)
        if organ is None or organ.kind not in _ORGANS or organ.plural or organ.office:
            return None
        member = Phrase(position, position, position, head, "whole", elided=True)
        self.parser.suffixes.take_organ(member, organ)
        return member

    def _short_form(self, head: str, short: str) -> str:
        """What an abbreviated member stands for: in *các Vụ: TH, NC* units, in *các Sở: TC, NV* fields of state work.

        In *các Bộ: CA, QP* also what makes a registered name with the head.
        """
        units = self.lexicon.short.units if self.lexicon.heads[head].kind == "division" else {}
        fields = self.lexicon.short.fields
        letters = _NO_LETTERS.sub("", short)
        meaning = units.get(short) or fields.get(short) or fields.get(letters) or ""
        word = self.lexicon.short.words.get(short, "")
        return meaning or (word if key_of(f"{head} {word}") in self.lexicon.names else "")

    def _as_listed(self, position: int, end: int) -> str:
        """The field in the case of the tables when it is printed in lower case: *các Bộ Vật tư, lương thực*."""
        if self.page.capital(position):
            return ""
        return self.lexicon.fields[key_of(self.page.low[position:end])].full

    def _registered(self, position: int, head: str) -> Phrase | None:
        """A member that makes a registered name with the head: *các Tập đoàn: Điện lực Việt Nam*."""
        if not self.page.capital(position):
            return None
        # the first words may be known with the head only: *Công nghiệp - Viễn thông Quân đội*
        spelled = f"{head} {self.page.low[position : position + _LONG_NAME]}"
        known = self.lexicon.body_start.match(spelled)
        if known is None or known.end() <= len(head) + 1:
            return None
        name = key_of(known[0])
        end = position + known.end() - len(head) - 1
        body = self.lexicon.names.get(name)
        if body is None or (self.lexicon.heads[head].naming == "field" and key_of(body.name) != name):
            return None
        if self._composed(position, plain=True) > end:
            return None
        return Phrase(position, end, end, head, self.lexicon.heads[head].naming, elided=True)

    def _full_name(self, whole: Phrase, position: int, head: str) -> bool:
        """Whether a member brings a head of its own: *các Bộ: Tài chính, Nội vụ, Bộ Y tế*; *Công an* alone is a field."""
        field = self.parser.words.field(position, lower=True)
        return field is None or whole.end > field[0] or self.lexicon.heads[head].naming != "field"

    def _composed(self, position: int, *, plain: bool = False) -> int:
        """A member that no table has, in capitals: its first word, then a run; ``plain`` without commas."""
        words = self.parser.words
        first = words.known(position, PROPER) or words.unlisted(position)
        if not first:
            return position
        end = words.run(first, CAPITALS if plain else PROPER, begun=True)
        reach = _COUNTRY.match(self.page.low, end)
        return reach.end() if reach else end

    def _verb_follows(self, end: int) -> bool:
        blank = BLANK.match(self.page.low, end)
        return blank is not None and self.lexicon.stop.match(self.page.low, blank.end()) is not None

    def elided(self, first: Phrase, *, dashes: bool = False, several: bool = False) -> list[Phrase]:
        """What goes on after *Sở Tài chính* with the same head: *, Kế hoạch và Đầu tư*; with ``dashes`` also * - Y tế*.

        ``several``: *các* stands before the head, so that *các Bộ Y tế, Công an* are two of a kind.
        """
        if first.naming != "field" or first.bare or first.placed or first.areas or first.inner or first.qualified:
            return []
        row = self.lexicon.heads.get(first.head)
        if row is None or row.kind not in {"ministry", "department", "division"}:
            return []
        position = first.end
        found: list[Phrase] = []
        joints = _DASHED if dashes else _JOINT
        while (joint := joints.match(self.page.low, position)) is not None and len(found) < _LONGEST:
            if ";" in joint[0] or (not self.page.capital(joint.end()) and first.head != "bộ"):
                break
            field = self.parser.words.field(joint.end(), lower=True)
            if field is None or self._own_name(joint.end(), field[0], first.head if several else ""):
                break
            if _CLOSED.match(self.page.low, field[0]) is None and not self._verb_follows(field[0]):
                break
            end, full = field
            full = full or self._as_listed(joint.end(), end)
            member = Phrase(joint.end(), end, end, first.head, first.naming, row.kind, row.level, elided=True)
            office = self.page.surface(first.start, first.start + len(first.office)) if first.office else ""
            member.before = f"{office} {row.head}".strip()
            member.office = first.office
            if full:
                member.replaced.append((joint.end(), end, full))
            found.append(member)
            position = end
        return found

    def _own_name(self, position: int, end: int, head: str) -> bool:
        """Whether a body of its own begins here and goes further than the field: *Công an tỉnh*, *Thanh tra tỉnh*.

        Under a plural ``head`` a field that makes a registered name with it is a member: *các Bộ Y tế, Công an*.
        """
        whole = self.parser.body(position)
        if whole is None or (
            whole.end == end and key_of(f"{head} {self.page.low[position:end]}") in self.lexicon.names
        ):
            return False
        return whole.end > end or self.lexicon.body_start.match(self.page.low, position) is not None
