"""Where in its source file a task stands, in words: *trang 3, đoạn 2*; *bảng 1, hàng 4*; *dòng 27*."""

from __future__ import annotations

from vnstruct.messages import Language, text
from vnstruct.schema import Place


def place_words(place: Place | None, line: int, language: Language = "vi") -> str:
    """A place in words: what the file's own program shows of it; the line for files of text, which have no places.

    >>> place_words(Place(start=0, page=3, paragraph=2), 40), place_words(Place(start=0, table=1, row=4, column=2), 40)
    ('trang 3, đoạn 2', 'bảng 1, hàng 4, cột 2')
    >>> place_words(Place(start=0, part="footnote", paragraph=5), 40), place_words(None, 27, "en")
    ('chú thích, đoạn 5', 'line 27')
    """
    if place is None:
        return text("place.line", language, number=line)
    named = [text(f"place.{place.part}", language)] if place.part else []
    counted = [(key, getattr(place, key)) for key in ("page", "table", "row", "column", "paragraph")]
    return ", ".join(named + [text(f"place.{key}", language, number=number) for key, number in counted if number])


def short_place(place: Place | None, line: int, language: Language = "vi") -> str:
    """The part of a place that finds the leaf of paper: its page, else its table, else its paragraph or line.

    >>> short_place(Place(start=0, page=3, paragraph=2), 40), short_place(Place(start=0, paragraph=12), 40)
    ('trang 3', 'đoạn 12')
    """
    if place is None or place.part:
        return place_words(place, line, language)
    kept = ("page",) if place.page else ("table", "row") if place.table else ("paragraph",)
    return place_words(Place(start=place.start, **{key: getattr(place, key) for key in kept}), line, language)
