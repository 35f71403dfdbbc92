"""From the workspace to the output model: ids, links by id, and the caller's offsets."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any, Final, Protocol

from vnstruct import schema
from vnstruct.analysis import Analysis
from vnstruct.calibration import Annotation, Calibration

UNCALIBRATED: Final = Calibration()
_NO_PLACE: Final[dict[str, str | None]] = dict.fromkeys(schema.Pinpoint.model_fields)


class _Placed(Protocol):
    """What stands somewhere in the view."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def assemble(analysis: Analysis, source: schema.Source, calibration: Calibration = UNCALIBRATED) -> schema.Directive:
    """Turn an analysis into a :class:`vnstruct.schema.Directive`, its confidences calibrated.

    Values come from typed stages, so the models are built without validation (``trusted`` of :mod:`vnstruct.schema`);
    the tests validate whole documents against the schema.
    """
    return _Assembly(analysis, source, calibration).directive()


class _Assembly:
    """Ids by position in each layer, and the way from view spans to source spans."""

    def __init__(self, analysis: Analysis, source: schema.Source, calibration: Calibration) -> None:
        self.analysis = analysis
        self.confidences = calibration.confidences(analysis)
        self.source = source
        self.date_ids = _ids("t", analysis.dates)
        self.body_ids = _ids("b", analysis.bodies)
        self.reference_ids = _ids("r", analysis.references.mentions)
        self.action_ids = _ids("a", analysis.tasks.actions)

    def directive(self) -> schema.Directive:
        if self.source.sha256 is None:
            digest = hashlib.sha256(self.analysis.raw.encode("utf-8", "surrogatepass")).hexdigest()
            self.source = self.source.model_copy(update={"sha256": digest})
        return schema.Directive.trusted(
            {
                "schema_version": "1.0",
                "source": self.source,
                "text": self.analysis.raw,
                "kind": self.analysis.layout.kind,
                "header": self.header(),
                "sections": self.sections(),
                "blocks": self.blocks(),
                "references": self.references(),
                "cited_documents": self.cited_documents(),
                "dates": self.dates(),
                "bodies": self.bodies(),
                "actions": self.actions(),
                "tasks": self.tasks(),
                "diagnostics": self.diagnostics(),
            }
        )

    def place(self, item: _Placed) -> dict[str, Any]:
        """Source offsets of what stands in the view."""
        start, end = self.analysis.view.raw(item.start, item.end)
        return {"start": start, "end": end}

    def span(self, item: Annotation) -> dict[str, Any]:
        """What every annotation carries, in the order of the schema: offsets, text, confidence, source."""
        start, end = self.analysis.view.raw(item.start, item.end)
        return {
            "start": start,
            "end": end,
            "text": self.analysis.raw[start:end],
            "confidence": self.confidences.get(id(item), item.confidence),
            "source": item.source,
        }

    def header(self) -> schema.Header:
        layout = self.analysis.layout
        entries = [(r.start, r.end) for r in layout.recipients if r.kind != "archive"]
        return schema.Header(
            **{name: found.value for name, found in layout.fields.items()},
            recipients=self.bodies_inside(entries),
        )

    def bodies_inside(self, spans: list[tuple[int, int]]) -> list[str]:
        """Ids of the bodies inside sorted spans, in one pass over both."""
        ids: list[str] = []
        pending = iter(sorted(spans))
        current = next(pending, None)
        for body in self.analysis.bodies:
            while current is not None and current[1] <= body.start:
                current = next(pending, None)
            if current is None:
                break
            if current[0] <= body.start:
                ids.append(self.body_ids[id(body)])
        return ids

    def sections(self) -> list[schema.Section]:
        return [
            schema.Section.trusted(
                {
                    "id": f"s{index + 1}",
                    "parent": None if s.parent is None else f"s{s.parent + 1}",
                    "kind": s.kind,
                    "label": s.label,
                    "heading": s.heading,
                    "depth": s.depth,
                    **self.place(s),
                }
            )
            for index, s in enumerate(self.analysis.layout.sections)
        ]

    def blocks(self) -> list[schema.Block]:
        """Blocks over the source: characters that the view dropped go to the block before them."""
        size = len(self.analysis.raw)
        blocks: list[schema.Block] = []
        found = self.analysis.layout.blocks
        starts = [0] + [self.analysis.view.raw(b.start, b.end)[0] for b in found[1:]]
        for index, block in enumerate(found):
            end = starts[index + 1] if index + 1 < len(found) else size
            blocks.append(schema.Block.trusted({"kind": block.kind, "start": starts[index], "end": end}))
        if not blocks and size:
            blocks.append(schema.Block.trusted({"kind": "body", "start": 0, "end": size}))
        return blocks

    def addresses(self) -> dict[int, str]:
        """Where a web page links its mentions to, by id of the mention: one pass over mentions and links."""
        links = [link for link in self.source.links if link.href]
        found: dict[int, str] = {}
        next_link = 0
        for mention in self.analysis.references.mentions if links else ():
            start, end = self.analysis.view.raw(mention.start, mention.end)
            while next_link < len(links) and links[next_link].end <= start:
                next_link += 1
            if next_link < len(links) and links[next_link].start < end:
                found[id(mention)] = links[next_link].href or ""
        return found

    def references(self) -> list[schema.Reference]:
        addresses = self.addresses()
        return [
            schema.Reference.trusted(
                {
                    **self.span(m),
                    "id": self.reference_ids[id(m)],
                    "kind": m.kind,
                    "doc_type": m.doc_type,
                    "number": m.number,
                    "name": m.name,
                    "date": m.date,
                    "issuer": m.issuer,
                    "title": m.title,
                    "pinpoints": [schema.Pinpoint.trusted({**_NO_PLACE, **pin}) for pin in m.pinpoints],
                    "relation": m.relation,
                    "document": None if m.document is None else f"d{m.document + 1}",
                    "href": addresses.get(id(m)),
                }
            )
            for m in self.analysis.references.mentions
        ]

    def cited_documents(self) -> list[schema.CitedDocument]:
        mentions = self.analysis.references.mentions
        return [
            schema.CitedDocument.trusted(
                {
                    "id": f"d{index + 1}",
                    "doc_type": w.doc_type,
                    "number": w.number,
                    "name": w.name,
                    "date": w.date,
                    "issuer": w.issuer,
                    "title": w.title,
                    "uri": w.uri,
                    "mentions": [self.reference_ids[id(mentions[i])] for i in w.mentions],
                    "own": w.own,
                }
            )
            for index, w in enumerate(self.analysis.references.works)
        ]

    def dates(self) -> list[schema.DateExpression]:
        return [
            schema.DateExpression.trusted(
                {
                    **self.span(d),
                    "id": self.date_ids[id(d)],
                    "value": d.value,
                    "kind": d.kind,
                    "role": d.role,
                    "modifier": d.modifier,
                    "inferred": d.inferred,
                    "earliest": d.earliest,
                    "latest": d.latest,
                }
            )
            for d in self.analysis.dates
        ]

    def bodies(self) -> list[schema.Body]:
        return [
            schema.Body.trusted(
                {
                    **self.span(b),
                    "id": self.body_ids[id(b)],
                    "name": b.name,
                    "kind": b.kind,
                    "level": b.level,
                    "role": b.role,
                    "entity": b.entity,
                    "members": b.members,
                    "successor": b.successor,
                }
            )
            for b in self.analysis.bodies
        ]

    def actions(self) -> list[schema.Action]:
        return [
            schema.Action.trusted(
                {
                    **self.span(a),
                    "id": self.action_ids[id(a)],
                    "kind": a.kind,
                    "lemma": a.lemma,
                    "verb_class": a.verb_class,
                }
            )
            for a in self.analysis.tasks.actions
        ]

    def tasks(self) -> list[schema.Task]:
        return [
            schema.Task.trusted(
                {
                    **self.span(t),
                    "id": f"k{index + 1}",
                    "section": None if t.section is None else f"s{t.section + 1}",
                    "actions": _look_up(self.action_ids, t.actions),
                    "actors": _look_up(self.body_ids, t.actors),
                    "coordinators": _look_up(self.body_ids, t.coordinators),
                    "supervisors": _look_up(self.body_ids, t.supervisors),
                    "deadline": None if t.deadline is None else self.date_ids[id(t.deadline)],
                    "references": _look_up(self.reference_ids, t.references),
                    "reports_to": _look_up(self.body_ids, t.reports_to),
                    "modality": t.modality,
                }
            )
            for index, t in enumerate(self.analysis.tasks.tasks)
        ]

    def diagnostics(self) -> list[schema.Diagnostic]:
        return [
            schema.Diagnostic.trusted({"code": f.code, "message": f.message, **self.place(f)})
            for f in self.analysis.findings
        ]


def _ids(prefix: str, items: Iterable[object]) -> dict[int, str]:
    return {id(item): f"{prefix}{index}" for index, item in enumerate(items, start=1)}


def _look_up(ids: dict[int, str], items: Sequence[object]) -> list[str]:
    return [ids[id(item)] for item in items] if items else []
