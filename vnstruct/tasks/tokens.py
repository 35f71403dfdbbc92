"""The words of a clause with what earlier layers found in it.

Only words that the grammar knows become tokens; other words show as a ``gap`` before the next token. A body, date or
reference is one token: the verbs inside *Kế hoạch triển khai thi hành Luật …* or *Ban Chỉ đạo* are not seen.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from vnstruct.analysis import Analysis
from vnstruct.bodies.model import BodyMention
from vnstruct.dates.model import TimeExpression
from vnstruct.layout.fold import LOWER, UPPER
from vnstruct.references.model import Mention
from vnstruct.tasks.lexicon import Lexicon, Word

Annotation = BodyMention | TimeExpression | Mention

_WORD_CHARACTER: Final = re.compile(r"\w")
_PLAIN: Final = Word("")
_MARKS: Final = frozenset('([“"«….,;:/+')
_PERSON: Final = re.compile(rf"(?: [{UPPER}][{LOWER}]+){{2,5}}(?!\w)")


@dataclass(slots=True, eq=False)
class Token:
    """A word, a punctuation mark (``mark``) or an annotation; ``gap``: unknown words stand before it.

    ``body`` is the annotation again when it is a body, for it is asked for all the time.
    """

    start: int
    end: int
    word: Word
    mark: str = ""
    item: Annotation | None = None
    gap: bool = False
    capital: bool = False
    body: BodyMention | None = None


class Tokens:
    """Tokens of any stretch of one document."""

    def __init__(self, lexicon: Lexicon, analysis: Analysis) -> None:
        self.lexicon = lexicon
        self.text = analysis.text
        self.lowered = analysis.lowered
        self.items = _overlay(analysis, self._is_verb)
        self.starts = [item.start for item in self.items]

    def _is_verb(self, body: BodyMention) -> bool:
        """*Tổ chức* at the head of an item is the verb, not a vague body."""
        word = self.lexicon.words.get(self.lowered[body.start : body.end])
        return word is not None and word.verb is not None

    def inside(self, start: int, end: int) -> list[Annotation]:
        """The annotations that begin in a stretch."""
        return self.items[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def of(self, start: int, end: int) -> list[Token]:
        """The tokens of a stretch, in text order."""
        found: list[Token] = []
        items = self.inside(start, end)
        lowered, search, words = self.lowered, self.lexicon.pattern.search, self.lexicon.words
        done, following = start, 0
        position = start
        next_item = items[0].start if items else end
        while (m := search(lowered, position, end)) is not None:
            begin, stop = m.span()
            while next_item <= begin:
                done = self._add_item(found, items[following], done)
                following += 1
                next_item = items[following].start if following < len(items) else end
            if begin < done:
                position = done
                continue
            if next_item < stop and lowered[begin] not in _MARKS:
                # a word that runs into a name gives way: "giao ban" in "Giao Ban Tổ chức …"
                shorter = self.lexicon.pattern.match(lowered, begin, next_item)
                if shorter is None:
                    position = next_item
                    continue
                m, stop = shorter, shorter.end()
            gap = begin - done > 1 and self._has_word(done, begin)
            word = words.get(m[0])
            if word is not None:
                found.append(Token(begin, stop, word, "", None, gap, self.text[begin].isupper()))
            else:
                found.append(self._unlisted(m[0], begin, stop, gap))
            done = position = stop
            # what a parenthesis holds makes no tokens; who looks for bodies in it asks for them
            while next_item < done and following < len(items):
                following += 1
                next_item = items[following].start if following < len(items) else end
        for item in items[following:]:
            done = self._add_item(found, item, done)
        return found

    def _has_word(self, start: int, end: int) -> bool:
        """Whether a stretch holds a word; nearly always one begins behind the first blank."""
        begun = end - start > 1 and self.text[start + 1].isalnum()
        return begun or _WORD_CHARACTER.search(self.text, start, end) is not None

    def _unlisted(self, form: str, start: int, end: int, gap: bool) -> Token:
        """A mark, or a word with other blanks than the table has."""
        if form[0] in _MARKS:
            return Token(start, end, _PLAIN, "," if form[0] in "…." else form[0], None, gap)
        return Token(start, end, self.lexicon.words[" ".join(form.split())], "", None, gap, self.text[start].isupper())

    def _add_item(self, found: list[Token], item: Annotation, done: int) -> int:
        if item.start < done:
            return max(done, item.end)
        start, end = item.start, item.end
        gap = start > done and self._has_word(done, start)
        body = item if isinstance(item, BodyMention) else None
        if body is not None and (name := _PERSON.match(self.text, end)) is not None:
            # the holder's name belongs to the office: the syllables of "Nguyễn Thiện Nhân" are no words
            end = name.end()
        found.append(Token(start, end, _PLAIN, "", item, gap, True, body))
        return end


def _overlay(analysis: Analysis, is_verb: Callable[[BodyMention], bool]) -> list[Annotation]:
    bodies = [body for body in analysis.bodies if not (body.vague and is_verb(body))]
    items: list[Annotation] = [*bodies, *analysis.references.mentions, *analysis.dates]
    items.sort(key=lambda item: (item.start, -item.end))
    kept: list[Annotation] = []
    done = -1
    for item in items:
        if item.start >= done:
            kept.append(item)
            done = item.end
    return kept


def has_words(text: str, start: int, end: int) -> bool:
    """Whether a stretch holds any letter or digit."""
    return any(char.isalnum() for char in text[start:end])


def skip_blank(text: str, start: int, end: int) -> int:
    """The first offset from ``start`` that is no blank, comma, colon, dash or dot."""
    while start < min(end, len(text)) and text[start] in " \t\n,:-.…":
        start += 1
    return start
