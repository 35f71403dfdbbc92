"""What every table promises to the grammars that read it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest
from vnstruct.knowledge import Body, Knowledge, Law, load_knowledge
from vnstruct.knowledge.tables import TABLES
from vnstruct.text.normal import normal_form

KNOWLEDGE = load_knowledge()
NAMES = list(TABLES)


def rows(name: str) -> tuple[Any, ...]:
    return getattr(KNOWLEDGE, name)  # type: ignore[no-any-return]


def strings(row: Any) -> Iterator[str]:
    for field in fields(row):
        value = getattr(row, field.name)
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from value


def test_a_table_for_every_field() -> None:
    assert [field.name for field in fields(Knowledge)] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_rows_are_told_apart_by_their_key(name: str) -> None:
    keys = [tuple(getattr(row, column) for column in TABLES[name].key) for row in rows(name)]
    assert keys, "an empty table"
    assert sorted(key for key in set(keys) if keys.count(key) > 1) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_row_has_a_source(name: str) -> None:
    assert [row for row in rows(name) if not row.source] == []


@pytest.mark.parametrize("name", NAMES)
def test_cells_are_in_the_form_of_the_normalised_view(name: str) -> None:
    # NFC, the tone mark in the new place, one kind of dash and space: names match on the view without conversion
    wrong = [text for row in rows(name) for text in strings(row) if normal_form(text) != text or "  " in text]
    assert wrong == []


@pytest.mark.parametrize("name", NAMES)
def test_cells_have_no_stray_separators(name: str) -> None:
    wrong = [
        text
        for row in rows(name)
        for field in fields(row)
        if isinstance(value := getattr(row, field.name), tuple)
        for text in value
        if not text or text != text.strip() or len(set(value)) != len(value)
    ]
    assert wrong == []


ISO = re.compile(r"(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?")
DATES = ("valid_from", "valid_to", "date", "effective_from", "effective_to")


@pytest.mark.parametrize("name", [name for name in NAMES if set(DATES) & {f.name for f in fields(TABLES[name].row)}])
def test_dates_are_iso(name: str) -> None:
    columns = [field.name for field in fields(TABLES[name].row) if field.name in DATES]
    assert [row for row in rows(name) if not all(ISO.fullmatch(getattr(row, column)) for column in columns)] == []


def padded(date: str) -> tuple[str, str]:
    """The earliest and latest day of a reduced date."""
    return date + {4: "-01-01", 7: "-01"}.get(len(date), ""), date + {4: "-12-31", 7: "-31"}.get(len(date), "")


@pytest.mark.parametrize("name", ["document_types", "issuers", "bodies", "provinces"])
def test_validity_intervals_are_ordered(name: str) -> None:
    wrong = [
        row
        for row in rows(name)
        if row.valid_from and row.valid_to and padded(row.valid_from)[0] > padded(row.valid_to)[1]
    ]
    assert wrong == []


def test_laws_take_effect_after_their_issue_and_end_after_their_effect() -> None:
    def wrong(law: Law) -> bool:
        begins = law.effective_from or law.date
        early = bool(law.effective_from and law.date and law.effective_from < law.date)
        return (early and "retroactive" not in law.notes) or bool(law.effective_to and law.effective_to < begins)

    assert [law for law in KNOWLEDGE.laws if wrong(law)] == []


# --- what points to another row finds it


def test_successors_of_bodies_exist() -> None:
    ids = {body.id for body in KNOWLEDGE.bodies}
    wrong = [
        (body.id, successor)
        for body in KNOWLEDGE.bodies
        for successor in (body.successor, *body.other_successors)
        if successor and (successor not in ids or successor == body.id)
    ]
    assert wrong == []


def test_lines_of_succession_of_bodies_end() -> None:
    successor = {body.id: body.successor for body in KNOWLEDGE.bodies}
    endless = []
    for start, first in successor.items():
        seen, at = {start}, first
        while at and at not in seen:
            seen.add(at)
            at = successor[at]
        if at:
            endless.append(start)
    assert endless == []


def test_bodies_that_ended_with_the_districts_have_a_successor() -> None:
    # every one of them has somebody who does its work after 30 June 2025
    orphans = [
        body.id
        for body in KNOWLEDGE.bodies
        if body.level == "district" and body.valid_to >= "2025" and not body.successor and "group" not in body.kind
    ]
    assert orphans == []


def test_successor_codes_and_variants_of_issuers_exist() -> None:
    codes = {issuer.code for issuer in KNOWLEDGE.issuers}
    wrong = [
        issuer
        for issuer in KNOWLEDGE.issuers
        if {issuer.successor_code, issuer.variant_of} - codes - {""} or issuer.code in (issuer.variant_of,)
    ]
    assert wrong == []


def test_document_type_codes_of_issuers_exist() -> None:
    codes = {kind.code for kind in KNOWLEDGE.document_types}
    assert [issuer for issuer in KNOWLEDGE.issuers if set(issuer.document_types) - codes] == []


def test_successors_of_provinces_are_present_units() -> None:
    present = {province.code for province in KNOWLEDGE.provinces if not province.valid_to}
    wrong = [
        province
        for province in KNOWLEDGE.provinces
        if bool(province.valid_to) != bool(province.successor)
        or {province.successor, *province.other_successors} - present - {""}
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("day", "count"),
    [
        ("2024-12-31", 63),  # before the mergers
        ("2025-06-30", 63),  # the last day of the old map
        ("2025-07-01", 34),  # Nghị quyết 202/2025/QH15
    ],
)
def test_number_of_provinces(day: str, count: int) -> None:
    valid = [
        province
        for province in KNOWLEDGE.provinces
        if province.code and province.valid_from <= day and (not province.valid_to or day <= province.valid_to)
    ]
    assert len(valid) == count
    assert len({province.name for province in valid}) == count


def test_laws_point_to_laws_of_the_table() -> None:
    numbers = {law.number for law in KNOWLEDGE.laws if law.number}
    wrong = [(law.name, law.date) for law in KNOWLEDGE.laws if {*law.replaced_by, *law.amends} - numbers]
    assert wrong == []


def test_numbers_of_laws_are_unique_and_no_misprint_is_one() -> None:
    numbers = [law.number for law in KNOWLEDGE.laws if law.number]
    assert len(numbers) == len(set(numbers))
    assert [law.name for law in KNOWLEDGE.laws if set(law.misprints) & set(numbers)] == []


def test_types_of_named_documents_exist() -> None:
    types = {kind.name for kind in KNOWLEDGE.document_types}
    assert [document.name for document in KNOWLEDGE.named_documents if document.doc_type not in types] == []


# --- one form, one meaning


def folded(form: str) -> str:
    """Codes by their letters, names without case: how grammars compare them."""
    return form if " " not in form else form.lower()


def overlap(one: Body, other: Body) -> bool:
    def bounds(body: Body) -> tuple[str, str]:
        return padded(body.valid_from)[0], padded(body.valid_to)[1] or "9999"

    (start, end), (other_start, other_end) = bounds(one), bounds(other)
    return start < other_end and other_start < end


def test_forms_of_bodies_mean_one_body() -> None:
    owners: dict[str, list[Body]] = defaultdict(list)
    for body in KNOWLEDGE.bodies:
        for form in {folded(body.name), *map(folded, body.aliases)}:
            owners[form].append(body)
    # the same name in another era is another row: Bộ Nội vụ before 1998 was the police
    shared = {
        form: [body.id for body in bodies]
        for form, bodies in owners.items()
        if len(bodies) > 1 and len({body.name for body in bodies}) > 1
    }
    assert shared == {}


def test_bodies_of_one_name_are_of_different_times_or_levels() -> None:
    same: dict[str, list[Body]] = defaultdict(list)
    for body in KNOWLEDGE.bodies:
        same[body.name].append(body)
    clash = [
        (one.id, other.id)
        for bodies in same.values()
        for i, one in enumerate(bodies)
        for other in bodies[i + 1 :]
        if one.level == other.level and overlap(one, other)
    ]
    assert clash == []


def test_ambiguous_forms_are_kept_apart() -> None:
    for table in ("bodies", "provinces", "laws", "named_documents"):
        assert [row for row in rows(table) if set(row.aliases) & set(row.ambiguous_aliases)] == []


def test_forms_of_provinces_mean_one_territory() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for province in KNOWLEDGE.provinces:
        for form in (province.name, *province.aliases):
            owners[form].add(province.name)
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


def test_forms_of_laws_mean_one_line_of_succession() -> None:
    parent = list(range(len(KNOWLEDGE.laws)))

    def root(at: int) -> int:
        while parent[at] != at:
            at = parent[at]
        return at

    number = {law.number: i for i, law in enumerate(KNOWLEDGE.laws) if law.number}
    first: dict[str, int] = {}
    for i, law in enumerate(KNOWLEDGE.laws):
        for successor in law.replaced_by:
            parent[root(i)] = root(number[successor])
        parent[root(i)] = root(first.setdefault(law.name, i))
    owners: dict[str, set[int]] = defaultdict(set)
    for i, law in enumerate(KNOWLEDGE.laws):
        for form in (law.name, *law.aliases):
            owners[form.lower()].add(root(i))
    assert {form for form, lines in owners.items() if len(lines) > 1} == set()


def test_forms_of_named_documents_mean_one_document() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for document in KNOWLEDGE.named_documents:
        for form in (document.name, *document.aliases):
            owners[form.lower()].add(document.name + document.number)
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


# --- closed vocabularies


@pytest.mark.parametrize(
    ("table", "column", "allowed"),
    [
        ("document_types", "system", "state assembly party court organisation treaty standard"),
        ("document_types", "kind", "directive dispatch resolution decision plan notice normative other"),
        ("verbs", "kind", "assign perform prohibit"),
        ("bodies", "level", " central region province district commune grassroots"),
        (
            "bodies",
            "kind",
            "assembly government ministry ministerial_agency government_agency agency department division office"
            " people_committee committee party mass_organisation armed_forces police court procuracy enterprise bank"
            " press school hospital institute centre fund group vague_group",
        ),
        ("abbreviations", "scope", "body field place unit general"),
        ("modifiers", "modifier_class", "phase manner degree frequency means connective modal support"),
        (
            "function_words",
            "function",
            " purpose focus preposition past state determiner and condition relative negation nominal then pointer",
        ),
        ("laws", "kind", "hiến pháp|bộ luật|luật|luật sửa đổi|pháp lệnh"),
        ("named_documents", "category", "party national treaty historical nickname movement"),
    ],
)
def test_vocabulary(table: str, column: str, allowed: str) -> None:
    values = set(re.split(r"\|", allowed) if "|" in allowed else allowed.split(" "))
    assert {getattr(row, column) for row in rows(table)} <= values


def test_verbs_are_lower_case_without_punctuation() -> None:
    lemmas = [row.lemma for row in (*KNOWLEDGE.verbs, *KNOWLEDGE.modifiers)]
    assert [lemma for lemma in lemmas if lemma != lemma.lower() or re.search(r"[^\w, ]", lemma)] == []


def test_one_syllable_verbs_are_risky() -> None:
    # "thu", "cấp", "giao" stand inside other words: only the head of a clause makes them verbs
    assert [verb.lemma for verb in KNOWLEDGE.verbs if " " not in verb.lemma and not verb.risky] == []
