"""The page on tasks, row by row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.tasks.conftest import facts_of
from vnstruct.analysis import Analysis
from vnstruct.layout.model import Layout
from vnstruct.tasks.themes import base_zone

Ordered = Callable[[str], Analysis]
PAGE = Path(__file__).resolve().parents[2] / "docs" / "tasks.md"


def rows(heading: str) -> list[list[str]]:
    """The rows of the table under a heading, without its titles."""
    section = PAGE.read_text(encoding="utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines[2:]]


def names(cell: str) -> list[str]:
    return [name.strip() for name in cell.split(",") if name.strip()]


def ids(table: list[list[str]]) -> list[str]:
    return [row[0] for row in table]


CLAUSES = rows("Clauses")
ACTORS = rows("Who acts")
VERBS = rows("Which verbs")
PARTIES = rows("With whom, and to whom")
DEADLINES = rows("By when")
INHERITED = rows("Who acts when a clause does not say")
NOTHING = rows("Not tasks")


@pytest.mark.parametrize(("what", "example", "count"), CLAUSES, ids=ids(CLAUSES))
def test_clauses(ordered: Ordered, what: str, example: str, count: str) -> None:
    found = facts_of(ordered(example))
    assert len(found) == int(count), found


@pytest.mark.parametrize(("form", "example", "actors", "verbs"), ACTORS, ids=ids(ACTORS))
def test_actors(ordered: Ordered, form: str, example: str, actors: str, verbs: str) -> None:
    analysis = ordered(example)
    found = facts_of(analysis)
    directing = [analysis.text[a.start : a.end].lower() for a in analysis.tasks.actions if a.kind == "assign"][1:]
    assert [list(fact.actors) for fact in found] == [names(actors)]
    assert directing + list(found[0].verbs) == names(verbs)


@pytest.mark.parametrize(("what", "example", "verbs"), VERBS, ids=ids(VERBS))
def test_verbs(ordered: Ordered, what: str, example: str, verbs: str) -> None:
    assert [list(fact.verbs) for fact in facts_of(ordered(example))] == [names(verbs)]


@pytest.mark.parametrize(("what", "example", "partners", "recipients"), PARTIES, ids=ids(PARTIES))
def test_parties(ordered: Ordered, what: str, example: str, partners: str, recipients: str) -> None:
    found = facts_of(ordered(example))
    assert [(list(f.coordinators), list(f.recipients)) for f in found] == [(names(partners), names(recipients))]


@pytest.mark.parametrize(("what", "example", "deadline"), DEADLINES, ids=ids(DEADLINES))
def test_deadlines(ordered: Ordered, what: str, example: str, deadline: str) -> None:
    analysis = ordered(example)
    assert [fact.deadline for fact in facts_of(analysis)] == [deadline]
    assert [d.value for d in analysis.dates if d.role == "deadline"] == names(deadline)


@pytest.mark.parametrize(("what", "document", "actors"), INHERITED, ids=ids(INHERITED))
def test_inherited_actors(ordered: Ordered, what: str, document: str, actors: str) -> None:
    assert list(facts_of(ordered(document))[-1].actors) == names(actors)


@pytest.mark.parametrize(("what", "example"), NOTHING, ids=ids(NOTHING))
def test_not_tasks(ordered: Ordered, what: str, example: str) -> None:
    assert facts_of(ordered(example)) == []


def test_first_zones() -> None:
    for kinds, zone in rows("Where work is assigned"):
        for kind in names(kinds.partition(":")[0]):
            if kind != "normative":
                assert base_zone(Layout(kind, [], [])).name == zone  # type: ignore[arg-type]
