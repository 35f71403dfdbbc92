"""The full form of a name: abbreviations written out, one blank between words, a capital at the start."""

from __future__ import annotations

import re
from typing import Final

from vnstruct.bodies.forms import key_of, trie_of
from vnstruct.bodies.function_words import QUANTIFIERS
from vnstruct.bodies.lexicon import Lexicon
from vnstruct.bodies.page import Page, spaced
from vnstruct.bodies.phrase import Phrase
from vnstruct.bodies.places import UPPER

_SHORT: Final = re.compile(
    rf"(?<![\w/])[{UPPER}][\w]*(?:[&-][{UPPER}][\w]*|,(?=[{UPPER}]{{1,3}}&)[{UPPER}]+&[{UPPER}]+)*(?![\w/])"
)
_LONG_SHORT: Final = 6
"""Abbreviations are seldom longer."""


class Names:
    """Writes names in full."""

    def __init__(self, page: Page, lexicon: Lexicon) -> None:
        self.page = page
        self.lexicon = lexicon

    def full(self, phrase: Phrase) -> str:
        """The name of a phrase."""
        name = self.stretch(phrase, phrase.start, phrase.end)
        if phrase.before or phrase.after:
            name = _single_blanks(f"{phrase.before} {name} {phrase.after}")
        return name[:1].upper() + name[1:]

    def stretch(self, phrase: Phrase, first: int, last: int) -> str:
        """A part of a phrase in full."""
        if not phrase.replaced:
            return _single_blanks(self._written_out(first, last, phrase))
        pieces: list[str] = []
        done = first
        for start, end, form in sorted(phrase.replaced):
            if start < done or end > last:
                continue
            pieces.append(self._written_out(done, start, phrase))
            # *TT.Tỉnh ủy*
            joined = self.page.text[end - 1] == "." and end < last and self.page.text[end].isalnum()
            pieces.append(f"{form} " if joined else form)
            done = end
        pieces.append(self._written_out(done, last, phrase))
        return _single_blanks("".join(pieces))

    def skip_quantifier(self, position: int) -> int:
        """The first word after a quantifier."""
        found = _QUANTIFIER.match(self.page.low, position)
        return found.end() if found else position

    def _written_out(self, start: int, end: int, phrase: Phrase) -> str:
        """A stretch as printed, its abbreviations replaced; capitals of a shouted heading are taken back."""
        text = self.page.clean[start:end]
        if self.page.shouts(phrase.start, phrase.end) and self._heading(phrase):
            return self._calm(start, min(end, phrase.core), phrase.naming) + self._calm(
                max(start, phrase.core), end, "place"
            )
        return _SHORT.sub(self._spelled, text)

    def _heading(self, phrase: Phrase) -> bool:
        """Whether capitals are those of a heading: *BÍ THƯ*; not of an abbreviation."""
        return phrase.end - phrase.start > _LONG_SHORT or " " in self.page.low[phrase.start : phrase.end].strip()

    def _spelled(self, found: re.Match[str]) -> str:
        word = found[0]
        # most are words with a capital
        return word if word[1:].islower() else self._meaning(word)

    def _meaning(self, short: str) -> str:
        if sum(map(str.isupper, short)) < 2 or len(self.lexicon.short.heads.get(short, ())) > 1:
            return short
        meaning = self.lexicon.short.words.get(short) or self._joined(short)
        # *các xã, phường thuộc TP*: inside a name the city, not *Trưởng phòng*
        area = self.lexicon.areas.get(key_of(short), "")
        return area if area and key_of(meaning) in self.lexicon.offices else meaning

    def _joined(self, short: str) -> str:
        """*TTHC-VPCP*: two abbreviations joined by a dash, or the form as it is."""
        parts = short.split("-")
        meanings = [self.lexicon.short.words.get(part, "") for part in parts]
        return " - ".join(meanings) if len(parts) > 1 and all(meanings) else short

    def _calm(self, start: int, end: int, naming: str) -> str:
        """Upper-case words in the case of the tables; what no table has is a proper name, except after a ``subject`` head.

        After a ``proper`` head listed words, too, begin with a capital: *Trung tâm Xúc tiến Đầu tư*.
        """
        text = self.page.clean
        pieces: list[str] = []
        position = start
        while position < end:
            listed = self._listed(position, end, capitals=naming == "proper")
            word = _WORD.match(text, position, end)
            if listed is not None:
                form, position = listed
            elif word is None:
                form, position = text[position], position + 1
            else:
                form = word[0].lower() if naming == "subject" else self._calm_word(word[0])
                position = word.end()
            pieces.append(form)
        return "".join(pieces)

    def _listed(self, position: int, end: int, *, capitals: bool) -> tuple[str, int] | None:
        """A listed word or phrase in the case of its table, and its end."""
        low = self.page.low
        homonym = self.lexicon.homonym.match(low, position, end)
        if homonym is not None:
            # *phòng, chống* is no *Phòng*
            return homonym[0], homonym.end()
        for pattern, forms in (
            (self.lexicon.office, self.lexicon.titles.forms),
            (self.lexicon.head, self.lexicon.head_forms),
            (self.lexicon.field, self.lexicon.field_forms),
            (self.lexicon.province, self.lexicon.provinces),
        ):
            found = pattern.match(low, position, end)
            if found is not None and key_of(found[0]) in forms:
                return forms[key_of(found[0])], found.end()
        word = self.lexicon.word.match(low, position, end)
        if word is None or key_of(word[0]) not in self.lexicon.word_forms:
            return None
        form = self.lexicon.word_forms[key_of(word[0])]
        return (form[:1].upper() + form[1:] if capitals else form), word.end()

    def _calm_word(self, word: str) -> str:
        meaning = self._meaning(word)
        if meaning != word:
            return meaning
        return word.lower() if key_of(word) in self.lexicon.plain_words else word.capitalize()


def _single_blanks(text: str) -> str:
    return " ".join(text.split())


_QUANTIFIER: Final = spaced(rf"(?:{trie_of(QUANTIFIERS)}) ")
_WORD: Final = re.compile(r"[\w'’]+")
