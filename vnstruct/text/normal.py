"""The normalised view of a text, with the way back to the caller's offsets.

Grammars match on the view; results are reported in the caller's string. The view is NFC, has one kind of dash, space
and line end, ``Đ`` for the look-alike ``Ð`` (U+00D0), Latin letters for Cyrillic and Greek look-alikes, no zero-width
characters, one place of the tone mark (*hòa*, *ủy*, not *hoà*, *uỷ*), and none of the emphasis of Markdown. Most
texts need only replacements of one character by one: then the view has the same offsets and no map.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

_REPLACE = {
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    ),
    **dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n"),
    "Ð": "Đ",
    "ð": "đ",
    # "06/2026/TT-BTС" was met with a Cyrillic С, "1456/QĐ-BHΧΗ" with Greek letters
    **dict(zip("АВЕКМНОРСТУХІЅЈ", "ABEKMHOPCTYXISJ", strict=True)),
    **dict(zip("аеорсухіѕј", "aeopcyxisj", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True)),
}
_DELETE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_MARKS = "\u0300-\u036f"
_REPLACED = re.compile(f"[{re.escape(''.join(_REPLACE))}]")
# converters to Markdown write "1\." and "\- Như trên" where a bare mark would begin a list
_ESCAPE = r"\\(?=[.()\[\]*_#+\-|>~])"
# Anything that changes the length: composable clusters, deleted characters, carriage returns.
_RESIZED = re.compile(f"(?P<cluster>[^{_MARKS}][{_MARKS}]+)|(?P<gone>[{_DELETE}]+|\r(?=\n)|{_ESCAPE})")
_NEEDS_MAP = re.compile(f"[{_MARKS}{_DELETE}\r]|{_ESCAPE}")
# Text that was converted to Markdown: "**Điều 2. **Thống đốc …", "*Nơi nhận:*", "## I. Mục đích". Bullets ("* Các sở"),
# rules ("*****") and footnote marks ("(**)") stay.
_MARKDOWN = re.compile(r"\*\*[^\s*]|[^\s*]\*\*")
_MARKUP = r"(?<![*(])\*{2,3}(?![*)])|(?:^|(?<=[\s(]))\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*)])|^#{1,6}[ \t]+(?=\S)"
_RESIZED_MARKDOWN = re.compile(_RESIZED.pattern.replace("(?P<gone>", f"(?P<gone>{_MARKUP}|"), re.MULTILINE)
_MARK = re.compile(f"[{_MARKS}]")
# where a match of these can begin in a text without combining marks
_SIGN = re.compile(rf"[*#\\\r{_DELETE}]")

_TONES = [
    ("oà oá oả oã oạ", "òa óa ỏa õa ọa"),
    ("oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe"),
    ("uỳ uý uỷ uỹ uỵ", "ùy úy ủy ũy ụy"),
]
_TONE_PAIRS = {old: new for olds, news in _TONES for old, new in zip(olds.split(), news.split(), strict=True)}
_TONE_PAIRS |= {old.capitalize(): new.capitalize() for old, new in _TONE_PAIRS.items()}
_TONE_PAIRS |= {old.upper(): new.upper() for old, new in _TONE_PAIRS.items()}
# *quý* stays: after q the u belongs to the consonant; *hoàn*, *huỳnh* stay: the mark moves in open syllables only.
# What is no pair (*uà*) is looked up and stays: a set of letters in front is sought much faster than alternatives.
_TONE = re.compile("[oOuU][àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ](?<![qQ][uU].)(?![a-zA-ZÀ-ỹ])")
_OFFSETS = array("q", range(1 << 16))
"""Offsets to copy from; longer texts need an array of their own."""


@dataclass(frozen=True, slots=True)
class View:
    """A normalised text and, when its length differs, where each of its characters stands in the source.

    ``starts[i]`` and ``ends[i]`` are the code-point offsets in the source of view character ``i``; both are ``None``
    when view and source have the same offsets.
    """

    text: str
    starts: array[int] | None = None
    ends: array[int] | None = None

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """The source offsets of a view span.

        >>> view_of("Uy\\u0309 ban").raw(0, 2)
        (0, 3)
        """
        if self.starts is None or self.ends is None:
            return start, end
        if start >= end:
            point = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return point, point
        return self.starts[start], self.ends[end - 1]


def view_of(text: str) -> View:
    """Build the normalised view of a text.

    >>> view_of("Uỷ ban – NÐ-CP").text
    'Ủy ban - NĐ-CP'
    >>> view_of("**Điều 2.** Bộ Y tế").text
    'Điều 2. Bộ Y tế'
    """
    if text.isascii() and "\r" not in text and "**" not in text:
        return View(text.replace("\x0b", "\n").replace("\x0c", "\n"))
    if "**" in text and _MARKDOWN.search(text):
        return _mapped(text, _RESIZED_MARKDOWN)
    if _NEEDS_MAP.search(text):
        return _mapped(text, _RESIZED)
    return View(_same_length(text))


def normal_form(text: str) -> str:
    """The normalised form of a short string (a table cell, a name), without offsets.

    >>> normal_form("Khoá  hoà – uỷ")
    'Khóa  hòa - ủy'
    """
    return view_of(text).text


def lowered(text: str) -> str:
    """The text in lower case with the same offsets: a letter whose small form is longer stays as it is.

    >>> lowered("SỞ Y TẾ İ")
    'sở y tế İ'
    """
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


def _same_length(text: str) -> str:
    text = _REPLACED.sub(lambda m: _REPLACE[m[0]], text)
    return _TONE.sub(lambda m: _TONE_PAIRS.get(m[0], m[0]), text)


def _mapped(text: str, resized: re.Pattern[str]) -> View:
    pieces: list[str] = []
    offsets = _OFFSETS if len(text) < len(_OFFSETS) else array("q", range(len(text) + 1))
    starts, ends = array("q"), array("q")
    done = 0

    def keep(until: int) -> None:
        if done < until:
            pieces.append(text[done:until])
            starts.extend(offsets[done:until])
            ends.extend(offsets[done + 1 : until + 1])

    for m in _changes(text, resized):
        keep(m.start())
        done = m.end()
        if m.lastgroup == "cluster":
            composed = unicodedata.normalize("NFC", m[0])
            pieces.append(composed)
            # every character of the composed cluster points to the whole cluster: a span never cuts one in two
            starts.extend([m.start()] * len(composed))
            ends.extend([m.end()] * len(composed))
    keep(len(text))
    return View(_same_length("".join(pieces)).replace("\r", "\n"), starts, ends)


def _changes(text: str, resized: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """All matches in text order; without combining marks only a few signs need be looked at."""
    if _MARK.search(text):
        yield from resized.finditer(text)
        return
    done = 0
    for sign in _SIGN.finditer(text):
        if sign.start() >= done and (m := resized.match(text, sign.start())):
            yield m
            done = m.end()
