"""Where a value that vnstruct gives stands on the page: values are normalised, the page is as its author typed it."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from vnstruct.text import view_of

_CLOSING = re.compile(r"[.):/\-]*")
_CLOSING_HEADING = re.compile(r"[ \t]*[:.;,]*")


class Printed:
    """A text that can be asked where normalised words stand in it; all offsets are into the text itself.

    >>> text = "Số : 06 /CT-UBND\\nVề việc phòng,\\nchống lụt bão"
    >>> printed = Printed(text)
    >>> [text[slice(*printed.find(words, 0, len(text)))] for words in ("06/CT-UBND", "phòng, chống lụt bão")]
    ['06 /CT-UBND', 'phòng,\\nchống lụt bão']
    """

    def __init__(self, text: str) -> None:
        self._view = view_of(text)

    def find(self, words: str, start: int, end: int) -> tuple[int, int] | None:
        """The first place of the words between two offsets: in any case, spaced and broken into lines in any way."""
        match = _spaced(words).search(self._view.text, self._place(start), self._place(end))
        return self._view.raw(*match.span()) if match and match[0] else None

    def label_end(self, label: str, start: int, end: int) -> int | None:
        """Where a label that begins at ``start`` ends, with its closing punctuation; None when it is not there."""
        return self._end(label, start, end, _CLOSING)

    def heading_end(self, heading: str, start: int, end: int) -> int | None:
        """Where a heading that begins at ``start`` ends, with the punctuation after it; None when it is not there."""
        return self._end(heading, start, end, _CLOSING_HEADING)

    def _end(self, words: str, start: int, end: int, closing: re.Pattern[str]) -> int | None:
        place, limit = self._place(start), self._place(end)
        after = place + len(words)
        if not words:
            return None
        if after > limit or not self._view.text.startswith(words, place):  # not as it is: in capitals, broken up
            match = _spaced(words).match(self._view.text, place, limit)
            if match is None or match.end() == place:
                return None
            after = match.end()
        closed = closing.match(self._view.text, after, limit)
        return self._view.raw(place, closed.end() if closed else after)[1]

    def _place(self, offset: int) -> int:
        """The offset in the view."""
        return offset if self._view.starts is None else bisect_left(self._view.starts, offset)


@lru_cache(maxsize=1024)
def _spaced(words: str) -> re.Pattern[str]:
    """The words, with spaces where they have some, and around punctuation where the author may have put one."""
    pieces = re.findall(r"\w+|[^\w\s]", words)
    gaps = re.split(r"\w+|[^\w\s]", words)[1:]
    joined = "".join(
        re.escape(piece) + (r"\s{1,20}" if gap else r"\s{0,3}") for piece, gap in zip(pieces, gaps, strict=True)
    )
    return re.compile(joined.rsplit(r"\s{", 1)[0], re.IGNORECASE)
