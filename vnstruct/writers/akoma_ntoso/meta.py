"""What the file says about the document: who made it and when, what it is about, and what it assigns to whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vnstruct.references.uri import DocClass, Uri
from vnstruct.schema import Directive, Pinpoint
from vnstruct.writers.akoma_ntoso.entities import Entities
from vnstruct.writers.akoma_ntoso.marks import Anchors, calendar_value
from vnstruct.writers.akoma_ntoso.xml import start_tag

NAMESPACE = "urn:vnstruct:analysis:1"
"""The namespace of what Akoma Ntoso has no elements for."""
_ACTS = frozenset({"directive", "resolution", "decision", "normative"})
_TYPES = {"news_report": "tin"}
"""Type words of documents that print none."""
_NO_DATE = "0001-01-01"
"""Akoma Ntoso wants a date of every document; this says that none is known."""


class Work(NamedTuple):
    """What identifies a document: the class of act-like documents or of others, its URI, its date, its subtype."""

    doc_class: DocClass
    uri: str
    date: str | None
    subtype: str


def work_of(directive: Directive) -> Work:
    """The document as a work.

    >>> header = {"doc_type": "chỉ thị", "number": "09/CT-UBND", "date": "2025-11-06", "issuer": "UBND tỉnh Gia Lai"}
    >>> work_of(Directive(source={}, text="", kind="directive", header=header)).uri
    '/akn/vn/act/chi-thi/ubnd-tinh-gia-lai/2025-11-06/09-ct-ubnd'
    """
    header = directive.header
    doc_class: DocClass = "act" if directive.kind in _ACTS else "doc"
    uri = Uri.of(
        doc_class,
        header.doc_type or _TYPES.get(directive.kind, ""),
        issuer=header.issuer or "",
        date=header.date or "",
        number=header.number or header.title or "",
    )
    own = next((work.uri for work in directive.cited_documents if work.own and work.uri), None)
    return Work(doc_class, own or str(uri), _day(header.date), uri.doc_type)


def _day(date: str | None) -> str | None:
    """A date of issue as a day: the first one when the day is left blank."""
    padded = f"{date}{'-01' * (3 - len(date.split('-')))}" if date else ""
    return calendar_value(padded)


class Meta:
    """Writes the ``meta`` elements of a document and of its attachments."""

    def __init__(self, directive: Directive, entities: Entities, anchors: Anchors) -> None:
        self.work = work_of(directive)
        self._directive = directive
        self._entities = entities
        self._anchors = anchors
        self._maker = entities.organization("vnstruct")
        self._author = entities.organization(directive.header.issuer or "")

    def document(self) -> str:
        """The metadata of the whole document."""
        proprietary = "".join(self._analysis())
        references = self._references()
        return (
            f"<meta>{self._identification('main')}"
            f'<references source="#{self._maker}">{references}</references>'
            f'<proprietary source="#{self._maker}">'
            f'<vn:analysis xmlns:vn="{NAMESPACE}">{proprietary}</vn:analysis></proprietary></meta>'
        )

    def attachment(self, component: str) -> str:
        """The metadata of an attachment."""
        return f"<meta>{self._identification(component)}</meta>"

    def _identification(self, component: str) -> str:
        uri = self.work.uri
        expression = f"{uri}/vie@{self.work.date or ''}"
        manifestation = f"{expression}/!{component}.akn"
        header = self._directive.header
        alias = _value("FRBRalias", header.title, name="title")
        number = _value("FRBRnumber", header.number)
        return (
            f'<identification source="#{self._maker}">'
            f"<FRBRWork>{self._frbr(uri, f'{uri}/!{component}', alias)}"
            f"{_value('FRBRcountry', 'vn')}{_value('FRBRsubtype', self.work.subtype)}{number}</FRBRWork>"
            f"<FRBRExpression>{self._frbr(expression, f'{expression}/!{component}')}"
            f'<FRBRlanguage language="vie"/></FRBRExpression>'
            f"<FRBRManifestation>{self._frbr(f'{expression}.akn', manifestation)}"
            f"{_value('FRBRformat', 'application/akn+xml')}</FRBRManifestation></identification>"
        )

    def _frbr(self, uri: str, this: str, alias: str = "") -> str:
        date = start_tag(
            "FRBRdate",
            {"date": self.work.date or _NO_DATE, "name": "issue" if self.work.date else "unknown"},
            empty=True,
        )
        author = start_tag("FRBRauthor", {"href": f"#{self._author}"}, empty=True)
        return f"{_value('FRBRthis', this)}{_value('FRBRuri', uri)}{alias}{date}{author}"

    def _references(self) -> str:
        relations: dict[str, set[str]] = {}
        for reference in self._directive.references:
            relations.setdefault(reference.document or "", set()).add(reference.relation)
        for work in self._directive.cited_documents:
            if work.own:
                continue
            label = " ".join(filter(None, (work.doc_type, work.number))) if work.number else work.name or ""
            self._entities.work(work, label[:1].upper() + label[1:], relations.get(work.id, set()))
        return self._entities.xml()

    def _analysis(self) -> Iterator[str]:
        """Everything that the elements of the text cannot say: tasks, and the fields of annotations."""
        refer = self._anchors.refer
        for task in self._directive.tasks:
            yield _vn(
                "task",
                clause=refer([task.id]),
                actions=refer(task.actions),
                actors=refer(task.actors),
                coordinators=refer(task.coordinators),
                supervisors=refer(task.supervisors),
                reportsTo=refer(task.reports_to),
                deadline=refer([task.deadline]),
                references=refer(task.references),
                section=refer([task.section]),
                modality=task.modality,
                confidence=_confidence(task.confidence),
            )
        yield from self._citations()
        for date in self._directive.dates:
            yield _vn(
                "date",
                ref=refer([date.id]),
                value=date.value,
                kind=date.kind,
                role=date.role,
                modifier=date.modifier,
                earliest=date.earliest,
                latest=date.latest,
                inferred="true" if date.inferred else None,
                confidence=_confidence(date.confidence),
            )
        for body in self._directive.bodies:
            yield _vn(
                "body",
                ref=refer([body.id]),
                role=body.role,
                members="; ".join(body.members),
                successor=body.successor,
                confidence=_confidence(body.confidence),
            )
        for action in self._directive.actions:
            yield _vn(
                "action",
                ref=refer([action.id]),
                kind=action.kind,
                lemma=action.lemma,
                confidence=_confidence(action.confidence),
            )
        for finding in self._directive.diagnostics:
            yield _vn(
                "diagnostic",
                code=finding.code,
                message=finding.message,
                start=str(finding.start),
                end=str(finding.end),
            )

    def _citations(self) -> Iterator[str]:
        for reference in self._directive.references:
            yield _vn(
                "citation",
                ref=self._anchors.refer([reference.id]),
                kind=reference.kind,
                relation=reference.relation,
                pinpoints="; ".join(map(_pinpoint, reference.pinpoints)),
                confidence=_confidence(reference.confidence),
            )


def _pinpoint(pin: Pinpoint) -> str:
    return " ".join(f"{unit}={value}" for unit, value in pin.model_dump(exclude_none=True).items())


def _confidence(confidence: float) -> str:
    return f"{confidence:.2f}"


def _value(element: str, value: str | None, **attributes: str) -> str:
    return start_tag(element, {"value": value, **attributes}, empty=True) if value else ""


def _vn(element: str, **attributes: str | None) -> str:
    return start_tag(f"vn:{element}", dict(attributes), empty=True)
