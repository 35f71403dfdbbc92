"""The page of supported forms, row by row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from vnstruct.analysis import Analysis

Read = Callable[[str], Analysis]
PAGE = Path(__file__).resolve().parents[2] / "docs" / "dates.md"


def rows(columns: int, *, headings: tuple[str, ...] = (), without: tuple[str, ...] = ()) -> list[list[str]]:
    """The rows of the page's tables with so many columns, under the given headings."""
    found: list[list[str]] = []
    heading = ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line[3:]
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        wanted = (not headings or heading in headings) and heading not in without
        if len(cells) == columns and wanted and cells[0] not in ("Form", "Role", "What") and "---" not in cells[0]:
            found.append(cells)
    return found


FORMS = rows(4)
ROLES = rows(5)
NEGATIVE = rows(2, headings=("Not dates",))
LIMITS = rows(2, headings=("Known limits",))
FINDINGS = rows(3)


def test_the_page_is_read_whole() -> None:
    assert (len(FORMS), len(ROLES), len(NEGATIVE)) >= (116, 24, 16)


@pytest.mark.parametrize(("form", "example", "quoted", "value"), FORMS, ids=[row[0] for row in FORMS])
def test_forms(read: Read, form: str, example: str, quoted: str, value: str) -> None:
    found = [(example[d.start : d.end], d.value) for d in read(example).dates]
    assert (quoted, value) in found


@pytest.mark.parametrize(("role", "example", "quoted", "value", "modifier"), ROLES, ids=[row[0] for row in ROLES])
def test_roles(read: Read, role: str, example: str, quoted: str, value: str, modifier: str) -> None:
    found = [(d.role, example[d.start : d.end], d.value, d.modifier or "") for d in read(example).dates]
    assert (role.partition(",")[0], quoted, value, modifier) in found


@pytest.mark.parametrize(("what", "example"), NEGATIVE, ids=[row[0] for row in NEGATIVE])
def test_not_dates(read: Read, what: str, example: str) -> None:
    assert [example[d.start : d.end] for d in read(example).dates] == []


@pytest.mark.parametrize(("what", "example", "code"), FINDINGS, ids=[row[0] for row in FINDINGS])
def test_findings(read: Read, what: str, example: str, code: str) -> None:
    assert [finding.code for finding in read(example).findings] == [code]


@pytest.mark.xfail(strict=True, reason="known limits of the page")
@pytest.mark.parametrize(("what", "example"), LIMITS, ids=[row[0] for row in LIMITS])
def test_known_limits(read: Read, what: str, example: str) -> None:
    expected = {
        "years in words": "2020-03-12",
        "lunar dates are left out, not converted": "2026-04-26",
        "cumulative months without *năm*": "2025-01/2025-09",
    }
    assert [d.value for d in read(example).dates] == [expected[what]]
