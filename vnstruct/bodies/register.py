"""Registered bodies by the forms in which they are named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from vnstruct.bodies.forms import abbreviated, key_of, with_tight
from vnstruct.knowledge import Body, BodyHead, BodyUnit, Knowledge

GROUP_KINDS: Final = frozenset({"group", "vague_group"})
"""Kinds of registered sets; the grammar reads these, the register only identifies them."""

AREA_AT_END: Final = re.compile(
    r" (?:(?:cấp )?(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)|khu vực|Việt Nam|Hà Nội|Thành phố Hồ Chí Minh)$"
)
"""The place at the end of a registered name, which other bodies of the same make do without."""

_EVENTS: Final = ("đại hội", "hội nghị")
"""Congresses and conferences are events unless a document cites them as its issuer."""


class Register:
    """Registered names and aliases: ``bodies`` and ``forms`` (as the table writes them) by key, ``groups`` by key.

    ``exact``: abbreviated forms, which count only as they are written.
    """

    def __init__(self, knowledge: Knowledge, heads: Mapping[str, BodyHead], units: Mapping[str, BodyUnit]) -> None:
        openers = {key_of(office.title) for office in knowledge.offices} | heads.keys()
        listed = {key: row for key, row in _listed(knowledge) if not _left_to_grammar(key, openers, heads, units)}
        rows = with_tight(listed)
        for body, form in list(rows.values()):
            # *Đảng ủy Quân sự tỉnh* is registered, *Đảng ủy Quân sự huyện* is of the same make
            local = AREA_AT_END.sub("", form)
            if local != form and " " in local and key_of(local) not in heads:
                rows.setdefault(key_of(local), (body, local))
        rows = {key: row for key, row in rows.items() if not key.startswith(_EVENTS)}
        self.bodies: dict[str, Body] = {key: body for key, (body, _) in rows.items()}
        self.forms: dict[str, str] = {key: form for key, (_, form) in rows.items()}
        self.exact = {key: form for key, form in self.forms.items() if abbreviated(form)}
        self.groups: dict[str, Body] = {
            key_of(form): body
            for body in reversed(knowledge.bodies)
            if body.kind in GROUP_KINDS
            for form in (*body.aliases, body.name)
        }


def _listed(knowledge: Knowledge) -> Iterator[tuple[str, tuple[Body, str]]]:
    """Keys of usable forms; later pairs of a dict win: aliases first, then names, each from the last row to the first."""
    bodies = [body for body in knowledge.bodies if body.kind not in GROUP_KINDS]
    for body in reversed(bodies):
        for alias in reversed(body.aliases):
            if _usable(alias):
                yield key_of(alias), (body, alias)
    for body in reversed(bodies):
        if _usable(body.name):
            yield key_of(body.name), (body, body.name)


def _usable(form: str) -> bool:
    """Whether a form begins a name by itself: capitalised, one body, without a remark in parentheses."""
    return form[:1].isupper() and "(" not in form and len(form) > 1 and not form.startswith(("Các ", "Như "))


def _left_to_grammar(key: str, openers: set[str], heads: Mapping[str, BodyHead], units: Mapping[str, BodyUnit]) -> bool:
    """Whether the grammar reads further than the form: *Giám đốc Sở* (…), *UBND các xã* (…), two bodies with *và*."""
    opener, _, last = key.rpartition(" ")
    if opener in openers and last in heads and heads[last].naming == "field" and key not in openers:
        return True
    before, many, rest = key.rpartition(" các ")
    unit = units.get(rest.split(",")[0])
    of_set = bool(many) and unit is not None and unit.kind in {"area", "vague"}
    # *Chủ tịch, các Phó Chủ tịch UBND tỉnh*: two offices
    return of_set or " và các " in key or before.endswith((" ct,", "chủ tịch,")) or key.startswith("ct,")
