"""Marks become well-formed markup, whatever way they nest, overlap and cross lines."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.writers_review.conftest import directive
from vnstruct.writers.painter import Mark, Painter
from vnstruct.writers.review.escape import escaped
from vnstruct.writers.review.marks import marks_of


def mark(name: str, start: int, end: int) -> Mark:
    return Mark(start, end, f'<span name="{name}" first="1">', f'<span name="{name}">')


@pytest.mark.parametrize(
    ("marks", "painted"),
    [
        ([], "abcdef"),
        ([("x", 1, 3)], "a[x bc]def"),
        ([("x", 0, 6)], "[x abcdef]"),  # the whole text
        ([("x", 0, 4), ("y", 1, 3)], "[x a[y bc]d]ef"),  # nested
        ([("x", 0, 3), ("y", 3, 6)], "[x abc][y def]"),  # neighbours touch
        ([("x", 0, 4), ("y", 2, 6)], "[x ab[y cd]][y ef]"),  # crossing: the inner one is closed and opened again
        ([("x", 1, 4), ("y", 1, 4)], "a[x [y bcd]]ef"),  # the same stretch, in the order given
        ([("x", 0, 3), ("y", 1, 5), ("z", 2, 6)], "[x a[y b[z c]]][y [z de]][z f]"),  # a chain of three
    ],
)
def test_overlaps_are_split_at_boundaries(marks: list[tuple[str, int, int]], painted: str) -> None:
    markup = Painter("abcdef", [mark(*m) for m in marks], escaped).paint(0, 6)
    assert re.sub(r'<span name="(.)"(?: first="1")?>', r"[\1 ", markup).replace("</span>", "]") == painted


def test_a_mark_over_two_lines_is_one_piece_on_each() -> None:
    painter = Painter("ab\ncd", [mark("x", 1, 5)], escaped)
    assert painter.paint(0, 3) == 'a<span name="x" first="1">b\n</span>'
    assert painter.paint(3, 5) == '<span name="x">cd</span>'


def test_a_mark_that_ends_before_the_stretch_is_not_opened() -> None:
    painter = Painter("abcd", [mark("x", 0, 1)], escaped)
    assert painter.paint(2, 4) == "cd"


@given(
    st.text("ab<&\n", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30)), max_size=12),
    st.sets(st.integers(1, 29), max_size=4),
)
def test_any_marks_give_well_formed_markup_that_spells_the_text(
    text: str, spans: list[tuple[int, int]], breaks: set[int]
) -> None:
    spans = sorted(
        ((s, min(s + n, len(text))) for s, n in spans if s < len(text)), key=lambda span: (span[0], -span[1])
    )
    painter = Painter(text, [mark(str(n), *span) for n, span in enumerate(spans)], escaped)
    stops = sorted({0, len(text), *(b for b in breaks if b < len(text))})
    painted = "".join(painter.paint(start, end) for start, end in pairwise(stops))
    tree = ElementTree.fromstring(f"<root>{painted}</root>")
    assert "".join(tree.itertext()) == text
    for number, (start, end) in enumerate(spans):
        pieces = tree.findall(f".//span[@name='{number}']")
        assert "".join("".join(piece.itertext()) for piece in pieces) == text[start:end]
        assert [piece.get("first") for piece in pieces] == ["1"] + [None] * (len(pieces) - 1)


@pytest.mark.parametrize(
    ("layers", "opening"),
    [
        ({"bodies": [("Sở Y tế", {})]}, '<span class="m b" data-i="b1" id="d1-b1">'),
        ({"bodies": [("Sở Y tế", {"confidence": 0.89})]}, '<span class="m b q" data-i="b1" id="d1-b1">'),  # doubtful
        ({"bodies": [("Sở Y tế", {"confidence": 0.9})]}, '<span class="m b" data-i="b1" id="d1-b1">'),  # not below 0.9
        ({"tasks": [("báo cáo", {})]}, '<span class="m k" data-i="k1" id="d1-k1" data-n="1">'),  # numbered as the row
        ({"actions": [("báo cáo", {"kind": "prohibit"})]}, '<span class="m a no" data-i="a1" id="d1-a1">'),
        ({"sections": [{"id": "s1", "kind": "item", "label": "1", "depth": 1, "start": 0, "end": 20}]},
         '<span class="lab" data-i="s1" id="d1-s1">'),
        ({"diagnostics": [{"code": "x", "message": "m", "start": 3, "end": 3}]},  # a point becomes its character
         '<span class="m g" data-i="g1" id="d1-g1">'),
        ({"bodies": [("Sở Y tế", {"id": '"><b>'})]}, '<span class="m b" data-i="&quot;&gt;&lt;b&gt;"'),  # hostile id
    ],
)  # fmt: skip
def test_what_is_marked_how(layers: dict[str, object], opening: str) -> None:
    (found,) = marks_of(directive("1. Sở Y tế báo cáo.", **layers), "d1")
    assert found.opening.startswith(opening)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (0, 99), (50, 60)])
def test_annotations_that_are_not_in_the_text_are_left_out(start: int, end: int) -> None:
    document = directive("Sở Y tế")
    body = {"id": "b1", "name": "x", "start": start, "end": end, "text": ""}
    document = document.model_validate(document.model_dump() | {"bodies": [body]})
    assert marks_of(document, "d1") == []
