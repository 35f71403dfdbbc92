"""Annotations as elements inside the text: references, dates, bodies, tasks, actions, and the parts of the head."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from vnstruct.schema import Action, Body, CitedDocument, DateExpression, Directive, Pinpoint, Reference, Task
from vnstruct.writers.akoma_ntoso.entities import OFFICE, Entities
from vnstruct.writers.akoma_ntoso.ids import Ids
from vnstruct.writers.akoma_ntoso.xml import start_tag
from vnstruct.writers.akoma_ntoso.zones import Zone
from vnstruct.writers.lines import blank
from vnstruct.writers.painter import Mark
from vnstruct.writers.printed import Printed

Element = tuple[str, dict[str, str | None]]
"""The name of an element and its attributes."""
_UNITS = {"part": "part", "chapter": "chapter", "section": "section", "article": "article", "clause": "paragraph",
          "point": "point"}  # fmt: skip
"""The elements that the units of a pinpoint are in the cited document, the outermost first."""
_LAYERS = ("tasks", "references", "bodies", "dates", "actions")
"""The layers, outer ones first, for annotations on the same stretch."""


class Anchors:
    """The identifiers of the elements that annotations and sections become, by their own ids."""

    def __init__(self) -> None:
        self._by_id: dict[str, str] = {}

    def __setitem__(self, annotation: str, element: str) -> None:
        self._by_id[annotation] = element

    def refer(self, annotations: Iterable[str | None]) -> str | None:
        """A list of references to them, None for none.

        >>> anchors = Anchors()
        >>> anchors["b1"] = "body_1"
        >>> anchors.refer(["b1", "b9", None]), anchors.refer([])
        ('#body_1', None)
        """
        known = [self._by_id[i] for i in annotations if i is not None and i in self._by_id]
        return " ".join(f"#{element}" for element in known) or None


class Marks:
    """Makes the marks of a document, and knows what its annotations are called."""

    def __init__(self, directive: Directive, entities: Entities, ids: Ids) -> None:
        self.anchors = Anchors()
        self._directive = directive
        self._entities = entities
        self._ids = ids
        self._works: dict[str, CitedDocument] = {work.id: work for work in directive.cited_documents}
        self._marks: list[Mark] = []

    def marks(self, zones: list[Zone], printed: Printed) -> list[Mark]:
        """All marks in the order in which they open; annotations outside the text or of nothing are left out."""
        for zone in zones:
            if zone.name == "preface":
                self._head(zone, printed)
            elif zone.name == "conclusions":
                self._signature(zone, printed)
        for layer in _LAYERS:
            for number, item in enumerate(getattr(self._directive, layer), start=1):
                self._annotation(item, number)
        placed = [(mark.start, -mark.end, number, mark) for number, mark in enumerate(self._marks)]
        return [mark for *_, mark in sorted(placed, key=lambda entry: entry[:3])]

    def _annotation(self, item: Task | Reference | Body | DateExpression | Action, number: int) -> None:
        text = self._directive.text
        if item.end > len(text) or blank(text[item.start : item.end]):
            return
        match item:
            case Task():
                stem, element = "task", ("inline", _named("task"))
            case Reference():
                stem, element = "ref", self.reference(item)
            case Body():
                stem, element = "body", self.body(item)
            case DateExpression():
                stem, element = "date", self.date(item)
            case Action():
                stem, element = "action", ("inline", _named("action"))
        id_ = self.anchors[item.id] = self._ids.unique(f"{stem}_{number}")
        self._mark(item.start, item.end, element, id_)

    def _mark(self, start: int, end: int, element: Element, id_: str | None = None) -> None:
        name, attributes = element
        opening = start_tag(name, attributes | {"eId": id_})
        self._marks.append(Mark(start, end, opening, start_tag(name, attributes), f"</{name}>"))

    def reference(self, item: Reference) -> Element:
        """A ``ref`` to the work, or to the place in it when the mention names one; unresolved, an ``inline``."""
        work = self._works.get(item.document or "")
        if work is None or not work.uri:
            return "inline", _named("reference")
        return "ref", {"href": work.uri + (_fragment(item.pinpoints[0]) if len(item.pinpoints) == 1 else "")}

    def body(self, item: Body) -> Element:
        """A ``role`` for an office, an ``organization`` for anything else."""
        return ("role" if item.kind == OFFICE else "organization"), {"refersTo": f"#{self._entities.body(item)}"}

    def date(self, item: DateExpression) -> Element:
        """A ``date`` when the value is a day or a moment of the calendar, else an ``inline``."""
        event = self._entities.event(item)
        refers = {"refersTo": f"#{event}" if event else None}
        value = calendar_value(item.value)
        if value is None:
            return "inline", _named("date") | refers
        return ("docDate" if item.role == "issue" else "date"), {"date": value} | refers

    def _head(self, zone: Zone, printed: Printed) -> None:
        """Type, number and subject, where the head of the document prints them."""
        header = self._directive.header
        for name, value in (("docNumber", header.number), ("docType", header.doc_type), ("docTitle", header.title)):
            self._printed((name, {}), value, zone, printed)

    def _signature(self, zone: Zone, printed: Printed) -> None:
        """The signer, below his office."""
        header = self._directive.header
        if header.signer_name:
            role = f"#{self._entities.role(header.signer_title)}" if header.signer_title else None
            person = {"refersTo": f"#{self._entities.person(header.signer_name)}", "as": role}
            self._printed(("signature", {}), header.signer_name, zone, printed)
            self._printed(("person", person), header.signer_name, zone, printed)

    def _printed(self, element: Element, value: str | None, zone: Zone, printed: Printed) -> None:
        place = printed.find(value, zone.start, zone.end) if value else None
        if place:
            self._mark(*place, element)


def _named(name: str) -> dict[str, str | None]:
    return {"name": name}


def _fragment(pin: Pinpoint) -> str:
    """The place in the cited document, by the naming convention: ``#art_5__para_2``."""
    ids = Ids()
    parts = [ids.inside("", element, value) for unit, element in _UNITS.items() if (value := getattr(pin, unit))]
    return f"#{'__'.join(parts)}" if parts else ""


def calendar_value(value: str) -> str | None:
    """A value as XML Schema writes days and moments; None when it is neither.

    >>> calendar_value("2025-12-25"), calendar_value("2025-12-25T17:00"), calendar_value("2025-Q4")
    ('2025-12-25', '2025-12-25T17:00:00', None)
    """
    try:
        if "T" in value:
            return datetime.fromisoformat(value).isoformat()
        return date.fromisoformat(value).isoformat() if len(value) == 10 else None
    except ValueError:
        return None
