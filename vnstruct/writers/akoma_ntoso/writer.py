"""One document as an Akoma Ntoso 3 file, valid against the schema of OASIS.

The text of the file, without its metadata, is the text of the document, character by character; only what XML forbids
is replaced.
"""

from __future__ import annotations

from itertools import pairwise

from vnstruct.schema import Directive
from vnstruct.writers.akoma_ntoso.entities import Entities
from vnstruct.writers.akoma_ntoso.hierarchy import Body
from vnstruct.writers.akoma_ntoso.ids import Ids
from vnstruct.writers.akoma_ntoso.marks import Marks
from vnstruct.writers.akoma_ntoso.meta import Meta
from vnstruct.writers.akoma_ntoso.xml import start_tag, xml_text
from vnstruct.writers.akoma_ntoso.zones import Zone, zones_of
from vnstruct.writers.json import join
from vnstruct.writers.lines import blank
from vnstruct.writers.painter import Painter
from vnstruct.writers.printed import Printed

__all__ = ["join", "part", "render"]

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def part(directive: Directive) -> bytes:
    """The file of one document."""
    return render(directive)


def render(directive: Directive) -> bytes:
    """The document as XML in UTF-8.

    >>> header = {"doc_type": "chỉ thị", "number": "06/CT-UBND"}
    >>> document = Directive(source={}, text="Sở Y tế báo cáo.", kind="directive", header=header)
    >>> b'<act name="chi-thi">' in render(document)
    True
    """
    return _Document(directive).xml().encode()


class _Document:
    """The pieces of one file in the making; the text is written from its start to its end."""

    def __init__(self, directive: Directive) -> None:
        self.text = directive.text
        self.ids = Ids()
        entities = Entities(self.ids)
        marks = Marks(directive, entities, self.ids)
        self.meta = Meta(directive, entities, marks.anchors)
        self.zones = zones_of(directive)
        printed = Printed(directive.text)
        painter = Painter(directive.text, marks.marks(self.zones, printed), xml_text)
        self.body = Body(directive, painter, printed, self.ids, marks.anchors)
        self.appendices = sorted(s.start for s in directive.sections if s.kind == "appendix")

    def xml(self) -> str:
        """The file."""
        work = self.meta.work
        content = "".join(map(self._zone, self._with_body()))
        root = start_tag(work.doc_class, {"name": work.subtype})
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{_NAMESPACE}">{root}'
            f"{self.meta.document()}{content}</{work.doc_class}></akomaNtoso>\n"
        )

    def _with_body(self) -> list[Zone]:
        """The parts of the document, with a body even when it has none: the schema wants one."""
        if any(zone.name == "body" for zone in self.zones):
            return self.zones
        before = [zone for zone in self.zones if zone.name in ("preface", "preamble")]
        place = before[-1].end if before else 0
        return [*before, Zone("body", place, place, []), *self.zones[len(before) :]]

    def _zone(self, zone: Zone) -> str:
        if zone.name == "body":
            return self._main("body" if self.meta.work.doc_class == "act" else "mainBody", zone.start, zone.end)
        if blank(self.text[zone.start : zone.end]):
            return xml_text(self.text[zone.start : zone.end])
        if zone.name == "attachments":
            return f"<attachments>{''.join(self._attachments(zone))}</attachments>"
        return f"<{zone.name}>{self.body.containers(zone)}</{zone.name}>"

    def _main(self, element: str, start: int, end: int) -> str:
        """A body; an empty one holds an empty container."""
        units = self.body.units(start, end)
        if blank(self.text[start:end]):
            id_ = self.ids.counted("", "hcontainer")
            units += start_tag("hcontainer", {"name": "text", "eId": id_}, empty=True)
        return f"<{element}>{units}</{element}>"

    def _attachments(self, zone: Zone) -> list[str]:
        """One attachment for each appendix."""
        starts = [start for start in self.appendices if zone.start < start < zone.end]
        if starts and blank(self.text[zone.start : starts[0]]):
            starts = starts[1:]
        stops = [zone.start, *starts, zone.end]
        return [self._attachment(start, end) for start, end in pairwise(stops)]

    def _attachment(self, start: int, end: int) -> str:
        id_ = self.ids.counted("", "attachment")
        meta = self.meta.attachment(id_)
        main = self._main("mainBody", start, end)
        return f'{start_tag("attachment", {"eId": id_})}<doc name="phu-luc">{meta}{main}</doc></attachment>'
