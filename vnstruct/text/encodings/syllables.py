"""Is this Vietnamese? The share of accented words that are well-formed syllables."""

from __future__ import annotations

import re
import unicodedata
from importlib.resources import files

_ONSET = r"(?:ngh|ng|nh|kh|gh|gi|ch|th|tr|ph|qu|[bcdđghklmnprstvx])?"
# every written nucleus without its tone mark, the longest first
_NUCLEUS = (
    r"(?:iêu|yêu|uôi|ươi|ươu|uyê|uya|oai|oay|oao|oeo|uây|uyu|"
    r"ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|oo|ôô|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|ya|yê|"
    r"[aăâeêioôơuưy])"
)
_CODA = r"(?:ngh?|nh|ch|[cmnpt])?"
_SYLLABLE = re.compile(_ONSET + _NUCLEUS + _CODA)
_WORD = re.compile(r"[^\W\d_]+")
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
# Read in the wrong table, accented words still look like syllables now and then; the commonest words do not.
_COMMON = frozenset((files(__package__) / "common_words.txt").read_text(encoding="utf-8").split())


def vietnamese_share(text: str) -> float:
    """Of the words with letters beyond ASCII, the share that are Vietnamese syllables; common words count for more.

    >>> round(vietnamese_share("Chỉ thị về việc quản lý"), 2), vietnamese_share("ChØ thÞ vÒ viÖc qu¶n lý") < 0.6
    (1.0, True)
    """
    right = total = 0
    for word in _WORD.findall(text):
        if word.isascii():
            continue
        lower = word.lower()
        weight = 3 if unicodedata.normalize("NFC", lower) in _COMMON else 1
        total += weight
        if weight > 1 or _SYLLABLE.fullmatch(_without_tone(lower)):
            right += weight
    # stray symbols inside words are how most misreadings show
    strays = sum(1 for _ in re.finditer(r"[^\W\d_][¡-¿×÷\ufffd\x80-\x9f]|[¡-¿×÷\ufffd\x80-\x9f][^\W\d_]", text))
    return right / (total + strays) if total else 0.0


def _without_tone(word: str) -> str:
    plain = unicodedata.normalize("NFD", word).translate(_TONES)
    return unicodedata.normalize("NFC", plain)
