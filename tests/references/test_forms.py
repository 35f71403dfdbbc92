"""Every row of docs/references.md: the form, an example, and what is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from vnstruct.analysis import Analysis

PAGE = Path(__file__).resolve().parents[2] / "docs" / "references.md"


def _tables() -> Iterator[tuple[list[str], list[str]]]:
    """The rows of the page's tables, each with the header of its table."""
    header: list[str] = []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("|") else []
        if not cells:
            header = []
        elif not header:
            header = cells
        elif not set(line) <= set("|-"):
            yield header, cells


FORMS = [cells for header, cells in _tables() if header[-1] == "Read as"]
RELATIONS = [cells for header, cells in _tables() if header[0] == "Relation"]


def test_the_page_has_its_tables() -> None:
    assert len(FORMS) > 120
    assert len(RELATIONS) == 11


@pytest.mark.parametrize(("form", "example", "expected"), FORMS, ids=[f"{form}: {text}" for form, text, _ in FORMS])
def test_form(
    read: Callable[[str], Analysis], rendered: Callable[[Analysis], str], form: str, example: str, expected: str
) -> None:
    assert rendered(read(example.replace("⏎", "\n"))) == expected, form


@pytest.mark.parametrize(("relation", "words", "example"), RELATIONS, ids=[relation for relation, _, _ in RELATIONS])
def test_relation(read: Callable[[str], Analysis], relation: str, words: str, example: str) -> None:
    found = [m.relation for m in read(example).references.mentions]
    assert relation.strip("`") in found, words
