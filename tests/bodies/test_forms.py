"""Every row of docs/bodies.md: the form, an example, and what is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from vnstruct.analysis import Analysis

PAGE = Path(__file__).resolve().parents[2] / "docs" / "bodies.md"


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
ROLES = [cells for header, cells in _tables() if header[-1] == "Roles"]


def test_the_page_has_its_tables() -> None:
    assert len(FORMS) > 75
    assert len(ROLES) == 17


@pytest.mark.parametrize(("form", "example", "expected"), FORMS, ids=[f"{form}: {text}" for form, text, _ in FORMS])
def test_form(
    read: Callable[[str], Analysis], rendered: Callable[[Analysis], str], form: str, example: str, expected: str
) -> None:
    assert rendered(read(example.replace("⏎", "\n"))) == expected, form


@pytest.mark.parametrize(("role", "where", "example", "expected"), ROLES, ids=[f"{row[0]}: {row[2]}" for row in ROLES])
def test_role(read_document: Callable[[str], Analysis], role: str, where: str, example: str, expected: str) -> None:
    analysis = read_document(example)
    found = "; ".join(f"[{analysis.text[b.start : b.end]}] {b.role}" for b in analysis.bodies)
    assert found == expected, where
    assert role.strip("`") in {body.role for body in analysis.bodies}
