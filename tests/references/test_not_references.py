"""The negative corpus: stretches of text in which there is no reference."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from vnstruct.analysis import Analysis

LINES = (Path(__file__).parent / "not_references.txt").read_text(encoding="utf-8").splitlines()
CASES = [tuple(line.split("\t# ")) for line in LINES if not line.startswith("#")]


@pytest.mark.parametrize(("text", "why"), CASES, ids=[text for text, _ in CASES])
def test_nothing_is_cited(read: Callable[[str], Analysis], text: str, why: str) -> None:
    analysis = read(text.replace("⏎", "\n").replace("␉", "\t"))
    assert [analysis.text[m.start : m.end] for m in analysis.references.mentions] == [], why


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("quy định tại\nĐiều 5. Các sở báo cáo", "Điều 5"),  # only wrapped: the sentence ends there
        ("Như Điều 3;\n- Lưu: VT", "Điều 3"),  # an entry of the recipients
        ("(theo Mục II)", "Mục II"),  # led to by a carrier
    ],
)
def test_not_a_heading(read: Callable[[str], Analysis], text: str, span: str) -> None:
    analysis = read(text)
    assert [analysis.text[m.start : m.end] for m in analysis.references.mentions] == [span]
