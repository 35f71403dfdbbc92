"""What the page says about an annotation when somebody chooses it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from vnstruct.doubt import DOUBTFUL
from vnstruct.schema import Action, Annotation, Body, CitedDocument, DateExpression, Directive, Reference
from vnstruct.writers.review.escape import one_line
from vnstruct.writers.review.labels import Words
from vnstruct.writers.review.marks import LAYERS
from vnstruct.writers.review.values import day, percent, pinpoint
from vnstruct.writers.terms import term

Field = tuple[str, str | None]
"""Key of a word, and what stands beside it."""


def notes_of(directive: Directive, words: Words) -> dict[str, Any]:
    """Notes by annotation id: its kind, its title, pairs of label and value, the row of its cited document or null."""
    return _Notes(directive, words).all()


class _Notes:
    def __init__(self, directive: Directive, words: Words) -> None:
        self.directive = directive
        self.words = words
        self.works: dict[str, CitedDocument] = {work.id: work for work in directive.cited_documents}
        self.fields: dict[str, Callable[[Any], list[Field]]] = {
            "r": self.reference,
            "t": self.date,
            "b": self.body,
            "a": self.action,
        }

    def all(self) -> dict[str, Any]:
        return {
            item.id: self.note(letter, item)
            for letter, layer in LAYERS.items()
            if letter in self.fields
            for item in getattr(self.directive, layer)
        }

    def note(self, letter: str, item: Any) -> list[Any]:
        fields = [*self.fields[letter](item), *self.provenance(item)]
        shown = [[self.words[key], one_line(value)] for key, value in fields if value]
        work = item.document if letter == "r" and item.document in self.works else None
        return [self.words[f"one.{letter}"], one_line(item.name if letter == "b" else item.text), shown, work]

    def provenance(self, item: Annotation) -> list[Field]:
        """How sure, and why: said of what is doubtful."""
        if item.confidence >= DOUBTFUL:
            return []
        return [("field.confidence", percent(item.confidence, self.words)), ("field.source", item.source)]

    def reference(self, item: Reference) -> list[Field]:
        work = self.works.get(item.document or "")
        return [
            ("field.relation", term("relation", item.relation, self.words.language)),
            ("field.document", work_label(work) if work else None),
            ("field.pinpoints", "; ".join(pinpoint(pin, self.words) for pin in item.pinpoints)),
            ("field.date", day(item.date or (work.date if work else None) or "")),
            ("field.issuer", item.issuer or (work.issuer if work else None)),
            ("field.title", item.title or (work.title if work else None)),
        ]

    def date(self, item: DateExpression) -> list[Field]:
        modifier = term("modifier", item.modifier, self.words.language)
        inferred = f" ({self.words['date.inferred']})" if item.inferred else ""
        return [
            ("field.role", term("date-role", item.role, self.words.language)),
            ("field.value", f"{modifier} {day(item.value)}{inferred}".strip()),
            ("field.first", day(item.earliest or "") if item.earliest != item.value else None),
            ("field.last", day(item.latest or "") if item.latest != item.value else None),
        ]

    def body(self, item: Body) -> list[Field]:
        return [
            ("field.role", term("role", item.role, self.words.language)),
            ("field.level", term("level", item.level, self.words.language)),
            ("field.members", "; ".join(item.members)),
            ("field.successor", item.successor),
        ]

    def action(self, item: Action) -> list[Field]:
        return [("field.role", term("action", item.kind, self.words.language))]


def work_label(work: CitedDocument) -> str:
    """How a cited document is called: its type and number, else its name, else its subject.

    >>> work_label(CitedDocument(id="d1", doc_type="nghị định", number="115/2020/NĐ-CP"))
    'Nghị định 115/2020/NĐ-CP'
    """
    if work.number:
        kind = work.doc_type or ""
        return f"{kind[:1].upper()}{kind[1:]} {work.number}".strip()
    return one_line(work.name or work.title or work.doc_type or "")
