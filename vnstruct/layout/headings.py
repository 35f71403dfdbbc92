"""Headings: when the text beside a label names a unit rather than saying something."""

from __future__ import annotations

import re

from vnstruct.layout.model import Layout

_LONGEST = 260
_COLON = re.compile(r"[^:;.]{3,120}?:(?=\s)")


def set_headings(text: str, layout: Layout) -> None:
    """Fill ``heading`` and ``heading_end`` of the sections."""
    paragraphs = {p.start: i for i, p in enumerate(layout.paragraphs)}
    for index, section in enumerate(layout.sections):
        place = paragraphs.get(section.start)
        if place is None:
            continue
        paragraph = layout.paragraphs[place]
        body = text[section.content : paragraph.end].strip()
        if not body:
            continue
        following = layout.paragraphs[place + 1] if place + 1 < len(layout.paragraphs) else None
        goes_on = following is not None and following.start < section.end
        end = _heading_end(text, section.content, paragraph.end, body, goes_on)
        if end is not None:
            section.heading = re.sub(r"\s+", " ", text[section.content : end]).strip()
            section.heading_end = end
        del index


def _heading_end(text: str, content: int, end: int, body: str, goes_on: bool) -> int | None:
    trimmed = len(text[content:end].rstrip(" :.-"))
    if body.isupper():
        return content + trimmed
    if len(body) <= _LONGEST and not body.endswith((".", ";", ",")) and goes_on:
        return content + trimmed
    named = _COLON.match(text, content, end)
    if named and named.end() < end and len(named[0].split()) <= 14:
        return named.end() - 1
    return None
