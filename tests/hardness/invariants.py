"""What every output promises, whatever the text: one function for each invariant of the contract.

Property tests, mutation tests and fuzzers all run :func:`check`. A broken promise is an ``AssertionError`` that names
the annotation.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

import vnstruct
from vnstruct.schema import Annotation, Directive, Source

ANNOTATED = ("references", "dates", "bodies", "actions", "tasks")
_WITH_IDS = (*ANNOTATED, "sections", "cited_documents")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SURROGATE = re.compile("[\ud800-\udfff]")
_HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_DEPTH = 40
"""No official document has more levels of sections."""


def check(directive: Directive, text: str) -> None:
    """Every invariant that needs nothing but a text and its output."""
    text_is_untouched(directive, text)
    for invariant in INVARIANTS:
        invariant(directive)


def annotations(directive: Directive) -> Iterator[tuple[str, Annotation]]:
    """Every annotation with the name of its layer."""
    for layer in ANNOTATED:
        for item in getattr(directive, layer):
            yield layer, item


def text_is_untouched(directive: Directive, text: str) -> None:
    """Offsets are the caller's own: no NFC, no stripping, no change of line ends."""
    assert directive.text == text


def spans_quote_the_text(directive: Directive) -> None:
    """``text[start:end] == annotation.text``, and no annotation is empty."""
    for layer, item in annotations(directive):
        assert 0 <= item.start < item.end <= len(directive.text), (layer, item)
        assert directive.text[item.start : item.end] == item.text, (layer, item)


def other_spans_lie_inside(directive: Directive) -> None:
    """Sections, blocks and diagnostics point into the text; sections are not empty."""
    size = len(directive.text)
    for item in (*directive.sections, *directive.blocks):
        assert 0 <= item.start < item.end <= size, item
    for found in directive.diagnostics:
        assert 0 <= found.start <= found.end <= size, found


def spans_cut_no_character_in_two(directive: Directive) -> None:
    """A combining mark is never parted from its letter, nor a line feed from its carriage return, by an edge."""
    text = directive.text
    for layer, item in annotations(directive):
        for edge in (item.start, item.end):
            if 0 < edge < len(text):
                assert not ("\u0300" <= text[edge] <= "\u036f" and text[edge - 1].isalpha()), (layer, item)


def layers_are_in_text_order(directive: Directive) -> None:
    """Every layer is sorted by where it stands."""
    for layer in (*ANNOTATED, "sections", "blocks"):
        starts = [item.start for item in getattr(directive, layer)]
        assert starts == sorted(starts), layer


def nothing_is_said_twice(directive: Directive) -> None:
    """No two annotations of a layer have the same span, and dates never overlap."""
    for layer in ("references", "dates", "actions", "tasks"):
        spans = [(item.start, item.end) for item in getattr(directive, layer)]
        assert len(spans) == len(set(spans)), layer
    assert all(a.end <= b.start for a, b in pairwise(directive.dates))


def blocks_cover_the_text(directive: Directive) -> None:
    """Every character belongs to exactly one block; neighbours differ in kind."""
    end = 0
    for block in directive.blocks:
        assert block.start == end < block.end, block
        end = block.end
    assert end == len(directive.text)


def sections_nest(directive: Directive) -> None:
    """Children come after their parents, inside them, one or more levels below; siblings do not overlap."""
    sections = {}
    last_end: dict[str | None, int] = {}
    for section in directive.sections:
        assert 1 <= section.depth <= _DEPTH, section
        assert section.start >= last_end.get(section.parent, 0), section
        last_end[section.parent] = section.end
        if section.parent is not None:
            parent = sections[section.parent]
            assert parent.start <= section.start < section.end <= parent.end, section
            assert parent.depth < section.depth, section
        sections[section.id] = section


def ids_are_unique(directive: Directive) -> None:
    """No id is given twice, in any layer."""
    ids = [item.id for layer in _WITH_IDS for item in getattr(directive, layer)]
    assert len(ids) == len(set(ids))


def ids_resolve(directive: Directive) -> None:
    """Every id that is pointed to is there, in the layer it should be in."""
    ids = {layer: {item.id for item in getattr(directive, layer)} for layer in _WITH_IDS}
    assert set(directive.header.recipients) <= ids["bodies"]
    assert {section.parent for section in directive.sections} <= ids["sections"] | {None}
    assert {reference.document for reference in directive.references} <= ids["cited_documents"] | {None}
    for task in directive.tasks:
        assert task.section is None or task.section in ids["sections"], task
        assert task.deadline is None or task.deadline in ids["dates"], task
        assert {*task.actors, *task.coordinators, *task.supervisors, *task.reports_to} <= ids["bodies"], task
        assert set(task.actions) <= ids["actions"], task
        assert set(task.references) <= ids["references"], task


def works_know_their_mentions(directive: Directive) -> None:
    """A cited document lists exactly the references that resolve to it, in text order."""
    resolved: dict[str, list[str]] = {}
    for reference in directive.references:
        if reference.document is not None:
            resolved.setdefault(reference.document, []).append(reference.id)
    assert {work.id: work.mentions for work in directive.cited_documents} == resolved


def tasks_hold_their_actions(directive: Directive) -> None:
    """An action stands in the clause of its task; nobody coordinates with himself."""
    actions = {action.id: action for action in directive.actions}
    for task in directive.tasks:
        assert all(task.start <= actions[i].start < actions[i].end <= task.end for i in task.actions), task
        assert not set(task.actors) & set(task.coordinators), task
        for ids in (task.actors, task.coordinators, task.supervisors, task.reports_to, task.references, task.actions):
            assert len(ids) == len(set(ids)), task


def days_are_days(directive: Directive) -> None:
    """``earliest`` and ``latest`` are ISO days in order, and a deadline is a date whose role says so."""
    roles = {date.id: date.role for date in directive.dates}
    for date in directive.dates:
        assert date.value, date
        for day in (date.earliest, date.latest):
            assert day is None or _DAY.fullmatch(day), date
        if date.earliest and date.latest:
            assert date.earliest <= date.latest, date
    assert all(task.deadline is None or roles[task.deadline] == "deadline" for task in directive.tasks)


def confidence_is_a_share(directive: Directive) -> None:
    """Between 0 and 1, and whoever made an annotation signed it."""
    for layer, item in annotations(directive):
        assert 0 <= item.confidence <= 1, (layer, item)
        assert item.source, (layer, item)


def values_are_one_line(directive: Directive) -> None:
    """Fields of the header and names are words: no line breaks, no blanks around, never empty."""
    header = directive.header.model_dump(exclude={"recipients"})
    names = [(f"header.{name}", value) for name, value in header.items() if value is not None]
    names += [("body", body.name) for body in directive.bodies]
    names += [("lemma", action.lemma) for action in directive.actions]
    for name, value in names:
        assert value and value == value.strip() and "\n" not in value, (name, value)


def json_reads_back(directive: Directive) -> None:
    """Printed as JSON and read again it is the same document, and validation finds nothing.

    JSON of a lone surrogate is ASCII with an escape, which Python reads and stricter readers refuse; two halves side
    by side are one character to every reader of JSON, so that no offset can survive.
    """
    printed = directive.to_json()
    if _HALVES.search(directive.text):
        return
    assert Directive.model_validate(json.loads(printed)) == directive
    if not _SURROGATE.search(directive.text):
        assert Directive.model_validate_json(printed) == directive


def source_points_into_the_text(source: Source, text: str) -> None:
    """The way back: places in order from offset 0, links inside the text."""
    starts = [place.start for place in source.places]
    assert starts == sorted(set(starts))
    assert not starts or (starts[0] == 0 and starts[-1] < len(text))
    for link in source.links:
        assert 0 <= link.start < link.end <= len(text), link


INVARIANTS: tuple[Callable[[Directive], None], ...] = (
    spans_quote_the_text,
    other_spans_lie_inside,
    spans_cut_no_character_in_two,
    layers_are_in_text_order,
    nothing_is_said_twice,
    blocks_cover_the_text,
    sections_nest,
    ids_are_unique,
    ids_resolve,
    works_know_their_mentions,
    tasks_hold_their_actions,
    days_are_days,
    confidence_is_a_share,
    values_are_one_line,
    json_reads_back,
)
"""Everything that :func:`check` asks of an output besides its text."""


def json_is_valid(directive: Directive) -> None:
    """The JSON obeys the published schema (slow: for tests of a few documents)."""
    _validator().validate(json.loads(directive.to_json()))  # type: ignore[attr-defined]


def same_again(text: str) -> None:
    """``structure`` depends on nothing but its arguments: not on what it read in between."""
    first = vnstruct.structure(text)
    vnstruct.structure("Giao Sở Y tế thực hiện Nghị định số 115/2020/NĐ-CP trước ngày 01/7/2026.")
    assert vnstruct.structure((text + " ")[:-1]) == first


@lru_cache(maxsize=1)
def _validator() -> object:
    import jsonschema

    schema = json.loads((files("vnstruct") / "schema.json").read_text(encoding="utf-8"))
    return jsonschema.Draft202012Validator(schema)
