"""What a document is about beside its text: works, bodies, offices, persons and events, each once, by identifier."""

from __future__ import annotations

from vnstruct.references.letters import slug
from vnstruct.schema import Body, CitedDocument, DateExpression
from vnstruct.writers.akoma_ntoso.ids import Ids
from vnstruct.writers.akoma_ntoso.xml import start_tag

OFFICE = "office"
"""The kind of bodies that are office-holders: a role, where others are organisations."""
_CHANGES = frozenset({"amends", "replaces", "repeals"})
_EVENTS = frozenset({"deadline", "effective", "event"})
"""Roles of dates on which something is to happen."""


class Entities:
    """The references section of a document in the making."""

    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        self._known: dict[tuple[str, str], str] = {}
        self._tags: list[str] = []

    def body(self, body: Body) -> str:
        """The identifier of a body or office."""
        kind = "role" if body.kind == OFFICE else "organization"
        return self._entity(kind, body.name, slug(body.name), slug(body.entity or ""))

    def organization(self, name: str) -> str:
        """The identifier of an organisation."""
        return self._entity("organization", name, slug(name))

    def role(self, name: str) -> str:
        """The identifier of an office."""
        return self._entity("role", name, slug(name))

    def person(self, name: str) -> str:
        """The identifier of a person."""
        return self._entity("person", name, slug(name))

    def event(self, date: DateExpression) -> str | None:
        """The identifier of what is to happen on a date, None for dates of nothing to come."""
        if date.role not in _EVENTS:
            return None
        return self._entity("event", " ".join(date.text.split()), slug(f"{date.role} {date.value}"))

    def work(self, work: CitedDocument, label: str, relations: set[str]) -> None:
        """A cited work, as one that this document changes when it does."""
        if work.uri:
            changed = bool(relations & _CHANGES)
            attributes = {
                "eId": self._ids.unique(f"work-{slug(work.id) or 'x'}"),
                "href": work.uri,
                "showAs": label or work.uri,
                "name": None if changed else "citation",
            }
            self._tags.append(start_tag("activeRef" if changed else "TLCReference", attributes, empty=True))

    def _entity(self, kind: str, name: str, key: str, registered: str = "") -> str:
        known = self._known.get((kind, key or name))
        if known is None:
            known = self._known[kind, key or name] = self._ids.unique(f"{kind}-{key or 'x'}")
            where = f"/akn/ontology/{kind}/vn/{registered or key or '_'}"
            attributes: dict[str, str | None] = {"eId": known, "href": where, "showAs": name or known}
            self._tags.append(start_tag(f"TLC{kind.capitalize()}", attributes, empty=True))
        return known

    def xml(self) -> str:
        """The tags, in the order of first use."""
        return "".join(self._tags)
