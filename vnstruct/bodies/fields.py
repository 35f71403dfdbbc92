"""Fields of state work: what follows *Bộ*, *Sở*, *Phòng* in registered names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from vnstruct.bodies.forms import Term, key_of
from vnstruct.bodies.register import AREA_AT_END
from vnstruct.knowledge import BodyHead, Knowledge

_KINDS: Final = frozenset({"ministry", "department", "division"})
_CONNECTORS: Final = re.compile(r" (?:và|&) | - |-|, ")


def fields_of(knowledge: Knowledge, heads: Mapping[str, BodyHead]) -> dict[str, Term]:
    """Fields and their abbreviations by key (*tài chính*, *gd&đt*)."""
    fields: dict[str, Term] = {}
    for short in knowledge.abbreviations:
        if short.scope == "field":
            fields.setdefault(key_of(short.short), Term(short.full, short.short))
    longer = tuple(h.head for h in heads.values() if h.naming != "field")
    prefixes = tuple(f"{h.head} " for h in heads.values() if h.naming == "field" and h.kind in _KINDS)
    for body in knowledge.bodies:
        for name in (body.name, *body.aliases):
            prefix = next((p for p in prefixes if name.startswith(p)), "")
            if not prefix or any(word.startswith(prefix) and name.startswith(word) for word in longer):
                continue
            field = AREA_AT_END.sub("", name.removeprefix(prefix))
            # *Y tế* is no abbreviation
            if field[:1].isupper() and not any(word.isupper() and len(word) > 1 for word in field.split()):
                canonical = body.name.removeprefix(prefix) if body.name.startswith(prefix) else field
                for variant in _variants(field):
                    fields.setdefault(key_of(variant), Term(canonical))
    return fields


def _variants(field: str) -> Iterator[str]:
    """The ways to write the joints of a field: *Kinh tế và Hạ tầng*, *Kinh tế - Hạ tầng*, *Kinh tế & Hạ tầng*."""
    yield field
    if len(_CONNECTORS.findall(field)) == 1:
        # no comma: in a list, *Tài chính, Kế hoạch và Đầu tư* are two fields
        for joint in (" và ", " - ", "-", " & ", "&", " "):
            yield _CONNECTORS.sub(joint, field)
    elif field.count(" - ") == 1:
        yield field.replace(" - ", "-")
        yield field.replace(" - ", ", ")
