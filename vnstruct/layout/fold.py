"""Letters without their marks, character by character: how damaged and capitalised forms are recognised.

``fold`` keeps the length, so offsets into the folded text are offsets into the text.
"""

from __future__ import annotations

import unicodedata
from string import ascii_lowercase

from vnstruct.text.charmap import CharMap

_LETTERS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"

UPPER = "A-ZĐ" + _LETTERS.upper()
"""The capital letters of Vietnamese, for character classes (ranges like À-Ỹ would take in small letters)."""

LOWER = "a-zđ" + _LETTERS
"""The small letters of Vietnamese, for character classes."""


def _base(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]


_CAPITALS = CharMap(
    {letter: _base(letter).upper() for letter in _LETTERS + _LETTERS.upper()}
    | {"đ": "D", "Đ": "D"}
    | {letter: letter.upper() for letter in ascii_lowercase}
)


def fold(text: str) -> str:
    """Capital letters without marks, same length.

    >>> fold("Sở Giáo dục và Đào tạo, số 5")
    'SO GIAO DUC VA DAO TAO, SO 5'
    """
    return _CAPITALS(text)
