"""The tokenizer loses nothing and keeps numbers whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vnstruct.text.tokens import tokenize

WHOLE = [
    ("Nghị định số 115/2020/NĐ-CP ngày 25/9/2020", "115/2020/NĐ-CP"),  # state number
    ("Chỉ thị 05-CT/TW.", "05-CT/TW"),  # Party number
    ("phòng GD-ĐT huyện", "GD-ĐT"),  # hyphenated abbreviation
    ("Sở TN&MT", "TN&MT"),  # ampersand
    ("mục 1.1. Về", "1.1"),  # decimal label, the closing dot apart
    ("ngày 31/3/2020;", "31/3/2020"),  # date
]


@pytest.mark.parametrize(("text", "token"), WHOLE)
def test_whole_tokens(text: str, token: str) -> None:
    assert token in tokenize(text)[0]


@given(st.text(max_size=80))
def test_nothing_is_lost(text: str) -> None:
    words, spaces = tokenize(text)
    assert "".join(word + " " * space for word, space in zip(words, spaces, strict=True)) == text
