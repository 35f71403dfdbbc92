"""The normalised view and its way back to the source."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vnstruct.text import normal_form, split_lines, view_of

ROWS = [
    ("115/2020/NÐ-CP", "115/2020/NĐ-CP"),  # U+00D0 is printed for Đ
    ("NĐ–CP và QĐ‑TTg", "NĐ-CP và QĐ-TTg"),  # dashes of every kind
    ("Uỷ ban, hoà bình, khoẻ", "Ủy ban, hòa bình, khỏe"),  # one place of the tone mark
    ("quý, QUÝ, quỹ", "quý, QUÝ, quỹ"),  # after q the u is a consonant
    ("hoàn, huỳnh, loài", "hoàn, huỳnh, loài"),  # closed syllables keep theirs
    ("a\u00a0b\u200bc", "a bc"),  # spaces become one kind, zero-width characters go
    ("a\r\nb", "a\nb"),  # line ends
    ("TT-BТС", "TT-BTC"),  # Cyrillic look-alikes
    ("**Điều 2. **Thống đốc", "Điều 2. Thống đốc"),  # Markdown's bold, also when the blank got inside
    ("**Điều 1**\n*Nơi nhận:*\n* Các sở", "Điều 1\nNơi nhận:\n* Các sở"),  # … italics; a bullet stays
    ("**a**\n## I. MỤC ĐÍCH", "a\nI. MỤC ĐÍCH"),  # … a heading's hashes
    ("*Nơi nhận:*", "*Nơi nhận:*"),  # without a bold passage a text is not Markdown
    ("Bộ Y tế (**)\n*****\nGhi chú", "Bộ Y tế (**)\n*****\nGhi chú"),  # a footnote's mark, a rule
    ("5 * 3 ** 2", "5 * 3 ** 2"),  # signs with blanks on both sides
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_normal_form(text: str, expected: str) -> None:
    assert normal_form(text) == expected


def test_decomposed_spans_return_whole_clusters() -> None:
    text = unicodedata.normalize("NFD", "Giao Sở Y tế báo cáo")
    view = view_of(text)
    start = view.text.index("Sở Y tế")
    low, high = view.raw(start, start + len("Sở Y tế"))
    assert unicodedata.normalize("NFC", text[low:high]) == "Sở Y tế"


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_view_offsets_stay_inside_and_grow(text: str) -> None:
    view = view_of(text)
    spans = [view.raw(i, i + 1) for i in range(len(view.text))]
    assert all(0 <= low < high <= len(text) for low, high in spans)
    assert spans == sorted(spans)


@given(st.text(alphabet="ab \n\r\t-", max_size=60))
def test_lines_are_where_they_say(text: str) -> None:
    view = view_of(text)
    for line in split_lines(view.text):
        assert view.text[line.start : line.end] == line.text == line.text.strip()
