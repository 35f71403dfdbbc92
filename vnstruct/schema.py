"""The output models: what a structured directive is, field by field.

Every annotation is stand-off: ``start`` and ``end`` are code-point offsets into :attr:`Directive.text`, end exclusive,
and ``text[start:end] == annotation.text`` always holds.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import cache
from typing import Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    SerializerFunctionWrapHandler,
    model_serializer,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticSerializationError

DirectiveKind = Literal[
    "directive", "dispatch", "resolution", "decision", "plan", "notice", "news_report", "normative", "other"
]
BlockKind = Literal[
    "header", "grounds", "body", "closing", "signature", "recipients", "appendix", "table", "boilerplate"
]
SectionKind = Literal["part", "chapter", "section", "article", "clause", "point", "item", "appendix"]
ReferenceKind = Literal["numbered", "named", "anaphoric"]
Relation = Literal[
    "cites", "based_on", "implements", "amends", "amended_by", "replaces", "repeals", "guides", "attached_to",
    "proposed_by", "replies_to",
]  # fmt: skip
DateKind = Literal[
    "instant", "date", "month", "quarter", "half_year", "year", "interval", "school_year", "duration", "recurring"
]
DateRole = Literal["issue", "citation", "deadline", "effective", "period", "event", "other"]
DateModifier = Literal["before", "by", "after", "within"]
BodyRole = Literal["issuer", "responsible", "coordinating", "recipient", "cited", "mentioned"]
ActionKind = Literal["assign", "perform", "prohibit"]
Modality = Literal["must", "must_not", "may"]
Part = Literal["page_header", "text_box", "footnote", "aside"]


# the slots of a model, set past pydantic's own __setattr__
_set_values, _set_given, _set_extra, _set_private = (
    BaseModel.__dict__[slot].__set__
    for slot in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)


@cache
def _given(cls: type[BaseModel]) -> set[str]:
    """All fields, as the set of those that were given: one set for all models of a class, for it cannot grow."""
    return set(cls.model_fields)


class _Model(BaseModel):
    """What all output models share."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    @classmethod
    def trusted(cls, values: dict[str, Any]) -> Self:
        """A model that takes over values that are known to be right: every field, in the order of the class.

        What ``model_construct`` does without its care for defaults and aliases, which took as long as a whole stage of
        the pipeline.

        >>> Block.trusted({"kind": "body", "start": 0, "end": 4}) == Block(kind="body", start=0, end=4)
        True
        """
        model = object.__new__(cls)
        _set_values(model, values)
        _set_given(model, _given(cls))
        _set_extra(model, None)
        _set_private(model, None)
        return model


class Annotation(_Model):
    """A stretch of the document with what vnstruct says about it."""

    start: int = Field(ge=0)
    """First code point."""
    end: int = Field(ge=0)
    """One past the last code point."""
    text: str
    """``Directive.text[start:end]``."""
    confidence: float = Field(default=1.0, ge=0.0, le=1.0)
    """How sure vnstruct is, 0 to 1; staff review what is doubtful first."""
    source: str = ""
    """The rule, table or model that made the annotation."""


class Place(_Model):
    """Where a stretch of the text stands in the file it was read from; everything is counted from 1.

    A stretch goes from ``start`` to the start of the next place. In JSON only what is known is written.

    >>> Place(start=12, table=1, row=2, column=3).model_dump_json()
    '{"start":12,"table":1,"row":2,"column":3}'
    """

    start: int = Field(ge=0)
    """First code point of the stretch."""
    page: int | None = Field(default=None, ge=1)
    """The page, for paged formats."""
    paragraph: int | None = Field(default=None, ge=1)
    """The paragraph among those outside tables: of its page in a PDF, else of the document. For a footnote its printed
    number."""
    table: int | None = Field(default=None, ge=1)
    """The table, nested ones not counted."""
    row: int | None = Field(default=None, ge=1)
    """The row of the table."""
    column: int | None = Field(default=None, ge=1)
    """The column of the table's grid where the cell begins."""
    part: Part | None = None
    """What the stretch is when it is not in the running text: the head of the page, a text box, a footnote, or what a
    PDF prints aside (stamps, rotated text, electronic signatures)."""
    box: tuple[int, int, int, int] | None = None
    """Left, bottom, right and top of the printed lines in points, the origin at the lower left of the page as it is
    read."""

    @model_serializer(mode="wrap")
    def _known(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {name: value for name, value in handler(self).items() if value is not None}

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The fields, which the serializer's type does not tell."""
        return handler({key: value for key, value in core_schema.items() if key != "serialization"})


class Link(_Model):
    """A link in the main text of a web page."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str
    """The words linked: ``Directive.text[start:end]``."""
    href: str | None = None
    """The address as the page writes it, or null when only a script knows it."""


class Source(_Model):
    """Where the document came from and how it was read."""

    path: str | None = None
    """The file as given, or null for text given as a string."""
    media_type: str = "text/plain"
    """The type found by content, not by name."""
    encoding: str | None = None
    """The character encoding found, for files of text."""
    sha256: str | None = None
    """Checksum of the bytes read (of the UTF-8 form for a string)."""
    pages: int | None = None
    """Number of pages, for paged formats."""
    warnings: list[str] = Field(default_factory=list)
    """What the reader had to guess or leave out."""
    places: list[Place] = Field(default_factory=list)
    """Where each stretch of the text stands in the file, in text order from offset 0; empty for text files, whose lines
    are those of the text."""
    links: list[Link] = Field(default_factory=list)
    """The links in the main text of a web page, in text order."""

    def place_at(self, offset: int) -> Place | None:
        """Where a character of the text stands in the file; null for text files, which need no way back.

        >>> source = Source(places=[Place(start=0, page=1, paragraph=1), Place(start=40, page=2, paragraph=1)])
        >>> source.place_at(39).page, source.place_at(40).page
        (1, 2)
        """
        index = bisect_right(self.places, offset, key=lambda place: place.start) - 1
        return self.places[index] if index >= 0 else None


class Header(_Model):
    """What the head and the signature block of the document say; null where it shows nothing."""

    parent_body: str | None = None
    """The superior body printed above the issuer."""
    issuer: str | None = None
    """The issuing body."""
    number: str | None = None
    """Number and symbol, spaces removed: ``06/CT-UBND``."""
    doc_type: str | None = None
    """Type in Vietnamese, lower case: ``chỉ thị``."""
    place: str | None = None
    """Place of issue."""
    date: str | None = None
    """Date of issue, ISO 8601, reduced when the day is blank (``2026-04``)."""
    title: str | None = None
    """The subject on one line, without the type word."""
    urgency: str | None = None
    """Urgency mark: ``hỏa tốc``, ``thượng khẩn``, ``khẩn``."""
    secrecy: str | None = None
    """Secrecy mark: ``mật``, ``tối mật``, ``tuyệt mật``."""
    signer_name: str | None = None
    """The signer's name."""
    signer_title: str | None = None
    """The signer's own office."""
    authority: str | None = None
    """On whose behalf or order it is signed: ``TM. Ủy ban nhân dân``."""
    recipients: list[str] = Field(default_factory=list)
    """Ids of the bodies in *Nơi nhận* and *Kính gửi*."""


class Section(_Model):
    """A labelled unit of the document: *Phần I*, *Điều 5*, *1.*, *a)*."""

    id: str
    parent: str | None = None
    """Id of the enclosing section, null at the outermost level."""
    kind: SectionKind
    label: str
    """As printed, without closing punctuation."""
    heading: str | None = None
    """The heading beside the label, when it has one."""
    depth: int = Field(ge=1)
    """1 for the outermost level this document uses."""
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Block(_Model):
    """A stretch of the page by its function; blocks cover the text without gap or overlap."""

    kind: BlockKind
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Pinpoint(_Model):
    """The place inside a cited document, one entry per lowest unit."""

    part: str | None = None
    chapter: str | None = None
    section: str | None = None
    subsection: str | None = None
    """*Tiểu mục*, inside a section."""
    article: str | None = None
    clause: str | None = None
    point: str | None = None
    subpoint: str | None = None
    paragraph: str | None = None
    appendix: str | None = None


class Reference(Annotation):
    """One mention of one identifiable official document."""

    id: str
    kind: ReferenceKind
    doc_type: str | None = None
    """Type in Vietnamese, lower case."""
    number: str | None = None
    """The number as printed, spaces removed."""
    name: str | None = None
    """The identifying name, for named references."""
    date: str | None = None
    """ISO date of the cited document, when printed with this mention."""
    issuer: str | None = None
    """Issuing body, when printed with this mention."""
    title: str | None = None
    """Subject of the cited document, when printed with this mention."""
    pinpoints: list[Pinpoint] = Field(default_factory=list)
    """The places cited inside the document, ranges expanded."""
    relation: Relation = "cites"
    """What this document does to the cited one."""
    document: str | None = None
    """Id of the cited document this mention resolves to."""
    href: str | None = None
    """The address that a web page links the mention to, as the page writes it."""


class CitedDocument(_Model):
    """One cited work, however often it is mentioned."""

    id: str
    doc_type: str | None = None
    number: str | None = None
    name: str | None = None
    date: str | None = None
    issuer: str | None = None
    title: str | None = None
    uri: str | None = None
    """Akoma Ntoso style work URI: ``/akn/vn/act/nghi-dinh/chinh-phu/2020-09-25/115-2020-nd-cp``."""
    mentions: list[str] = Field(default_factory=list)
    """Ids of the references to it, in text order."""
    own: bool = False
    """Whether it is this document itself, which *Chỉ thị này* and *khoản 2 Điều này* cite."""


class DateExpression(Annotation):
    """A calendar date, period, duration or recurring time."""

    id: str
    value: str
    """ISO 8601, with X for what repeats or is unknown: ``2022-09-07``, ``2022-Q4``, ``XXXX-12-25``, ``P15D``."""
    kind: DateKind
    role: DateRole = "other"
    modifier: DateModifier | None = None
    inferred: bool = False
    """Whether a missing year was inferred from the document's date."""
    earliest: str | None = None
    """First day covered, ISO; null when open or unknown."""
    latest: str | None = None
    """Last day covered, ISO; null when open or unknown."""


class Body(Annotation):
    """A mention of an organisation, an office or a group of them, acting officially."""

    id: str
    name: str
    """The full form, abbreviations written out."""
    kind: str | None = None
    """What it is: ``ministry``, ``department``, ``committee``, ``office`` …"""
    level: str | None = None
    """``central``, ``province``, ``district``, ``commune`` …"""
    role: BodyRole = "mentioned"
    entity: str | None = None
    """Registry id of the body, when known."""
    members: list[str] = Field(default_factory=list)
    """For groups: the names of the members that are listed or known."""
    successor: str | None = None
    """Registry id of the body that holds its remit today."""


class Action(Annotation):
    """A verb that assigns, performs or prohibits."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True, populate_by_name=True)

    id: str
    kind: ActionKind
    lemma: str
    """Lower-case dictionary form."""
    verb_class: str | None = Field(default=None, alias="class", serialization_alias="class")
    """Semantic class: ``assign``, ``inspect``, ``report`` …"""


class Task(Annotation):
    """One clause that says what somebody must or must not do."""

    id: str
    section: str | None = None
    """Id of the innermost section it stands in."""
    actions: list[str] = Field(default_factory=list)
    actors: list[str] = Field(default_factory=list)
    """Ids of the bodies that must act, alone or leading."""
    coordinators: list[str] = Field(default_factory=list)
    supervisors: list[str] = Field(default_factory=list)
    deadline: str | None = None
    """Id of the date by which it is due."""
    references: list[str] = Field(default_factory=list)
    reports_to: list[str] = Field(default_factory=list)
    modality: Modality = "must"


class Diagnostic(_Model):
    """Something a person should look at."""

    code: str
    """Stable kebab-case identifier."""
    message: str
    """In Vietnamese, for staff."""
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Directive(_Model):
    """One document, structured."""

    schema_version: Literal["1.0"] = "1.0"
    source: Source
    text: str
    """The document: for strings and UTF-8 files the very text given, untouched."""
    kind: DirectiveKind
    header: Header
    sections: list[Section] = Field(default_factory=list)
    blocks: list[Block] = Field(default_factory=list)
    references: list[Reference] = Field(default_factory=list)
    cited_documents: list[CitedDocument] = Field(default_factory=list)
    dates: list[DateExpression] = Field(default_factory=list)
    bodies: list[Body] = Field(default_factory=list)
    actions: list[Action] = Field(default_factory=list)
    tasks: list[Task] = Field(default_factory=list)
    diagnostics: list[Diagnostic] = Field(default_factory=list)

    def to_json(self, *, indent: int | None = None) -> str:
        """The document as JSON, keys as in the published schema.

        A lone surrogate in the text, which no UTF-8 can hold, is written as its escape; such JSON is read back with
        ``Directive.model_validate(json.loads(printed))``.
        """
        try:
            return self.model_dump_json(by_alias=True, indent=indent)
        except PydanticSerializationError:
            return json.dumps(self.model_dump(by_alias=True), indent=indent)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of :class:`Directive`.

    >>> json_schema()["title"]
    'Directive'
    """
    schema = Directive.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
