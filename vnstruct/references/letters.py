"""Vietnamese letters without their marks, for comparing what was printed with and without them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from vnstruct.text.charmap import CharMap

_MARKED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_PLAIN = CharMap({c: unicodedata.normalize("NFD", c)[0] for c in _MARKED + _MARKED.upper()} | {"đ": "d", "Đ": "D"})
UPPER = "A-Z" + _MARKED.upper()
"""Upper-case letters, for use inside a character class (a range from À to Ỹ would hold lower-case ones too)."""
LOWER = "a-z" + _MARKED
"""Lower-case letters, for use inside a character class."""
MARKED = _MARKED
"""The small letters that only Vietnamese writes, for use inside a character class."""
_NO_WORD = re.compile(r"[^a-z0-9]+")


def plain(text: str) -> str:
    """The text without tone and vowel marks, ``đ`` as ``d``; the length stays the same.

    >>> plain("Nghị định số 115/2020/NĐ-CP")
    'Nghi dinh so 115/2020/ND-CP'
    """
    return _PLAIN(text)


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens, as used in URIs; other scripts are left out.

    >>> slug("Ủy ban nhân dân tỉnh Đắk Lắk")
    'uy-ban-nhan-dan-tinh-dak-lak'
    """
    return _NO_WORD.sub("-", plain(text).lower()).strip("-")
