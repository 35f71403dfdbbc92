"""Headings: when the text beside a label names a unit rather than saying something."""

from __future__ import annotations

import re

from vnstruct.layout.cues import Cues
from vnstruct.layout.model import Layout

_LONGEST = 260
_SENTENCE = re.compile(r"[.;!?]\s")
_BEFORE_COLON = re.compile(r"[^:;.]{3,120}:(?=\s)")
_MEMBERS_FOLLOW = re.compile(r"\b[Cc]ác\s+\w+\s*:\Z")
"""*Các Bộ: Quốc phòng, Công an …*: the colon opens a list of names, no order."""
_MOST_WORDS = 14


def set_headings(text: str, layout: Layout, cues: Cues) -> None:
    """Fill ``heading`` and ``heading_end`` of the sections.

    A heading is the whole paragraph when that is no sentence and something follows under it (*1. Sở Tài chính:*, *II.
    MỤC TIÊU*), or what stands before a colon on the row (*2. Công an tỉnh: Chỉ đạo …*).
    """
    places = {paragraph.start: index for index, paragraph in enumerate(layout.paragraphs)}
    for section in layout.sections:
        place = places.get(section.start)
        if place is None:
            continue
        paragraph = layout.paragraphs[place]
        following = layout.paragraphs[place + 1] if place + 1 < len(layout.paragraphs) else None
        goes_on = following is not None and following.start < section.end
        end = _heading_end(text, section.content, paragraph.end, cues, goes_on=goes_on)
        if end is not None and end > section.content:
            section.heading = " ".join(text[section.content : end].replace("*", " ").split())
            section.heading_end = end


def _heading_end(text: str, start: int, end: int, cues: Cues, *, goes_on: bool) -> int | None:
    body = text[start:end].rstrip(" *|\n")
    if not body:
        return None
    bare = start + len(body.rstrip(" :.-*"))
    if body.isupper():
        return bare
    whole = goes_on and len(body) <= _LONGEST and body[-1] not in ".;," and not _SENTENCE.search(body)
    if whole and not (body.endswith(":") and _leads_in(body, cues)):
        return bare
    named = _BEFORE_COLON.match(text, start, end)
    if not named or named.end() >= start + len(body) or len(named[0].split()) > _MOST_WORDS:
        return None
    if _leads_in(named[0], cues) or _MEMBERS_FOLLOW.search(named[0]):
        return None
    return named.end() - 1


def _leads_in(body: str, cues: Cues) -> bool:
    """Whether a text that ends with a colon is a sentence: somebody, then what he does (*Sở Y tế có trách nhiệm:*)."""
    found = cues.lead_in.search(body)
    return found is not None and found.start() > 0
