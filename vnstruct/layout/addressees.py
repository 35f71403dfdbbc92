"""The addressees printed between header and text: *Kính gửi*, *THỦ TƯỚNG CHÍNH PHỦ điện:*."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vnstruct.layout.cues import Cues
from vnstruct.layout.labels import label_of
from vnstruct.layout.model import Recipient
from vnstruct.layout.rows import Row, bullet_of

_ADDRESS = re.compile(r"(?:Đồng\s+)?[Kk][íi]nh\s+(?:g[ửúu]i|trình)\s*[:;]?\s*|KÍNH GỬI\s*[:;]?\s*")
_WIRE = re.compile(r".{0,120}?\bđiện\s*:?\s*\Z")
_ENTRY_END = re.compile(r"\.\s+(?=[(A-ZĐÀ-Ỹ])")


@dataclass(slots=True)
class Addressees:
    """The addressees: entries, the rows they stand in, and where the text goes on when that is inside a row."""

    recipients: list[Recipient] = field(default_factory=list)
    first: int = -1
    last: int = -1
    end: int = -1


def read_addressees(rows: list[Row], first: int, cues: Cues) -> Addressees:
    """Read the addressees that begin within a few rows after the header."""
    result = Addressees()
    for index in range(first, min(first + 6, len(rows))):
        text = rows[index].text
        found = _ADDRESS.match(text)
        if found or _WIRE.match(text):
            result.first = index
            _entries(rows, index, found.end() if found else len(text), result, cues)
            return result
        if label_of(rows[index], 0) or len(text) > 200:
            break
    return result


def _entries(rows: list[Row], index: int, offset: int, result: Addressees, cues: Cues) -> None:
    row = rows[index]
    result.last, result.end = index, row.end
    rest = row.text[offset:]
    if rest.strip(" |"):
        cut = _ENTRY_END.search(rest)
        result.recipients += _split(rest[: cut.start()] if cut else rest, row.start + offset)
        if cut:
            result.end = row.start + offset + cut.start() + 1
            return
        if rest.rstrip().endswith("."):
            return
    listed = not rest.strip(" |")
    for position in range(index + 1, min(index + 60, len(rows))):
        row = rows[position]
        mark, content = bullet_of(row.text)
        again = _ADDRESS.match(row.text)
        if mark or again:
            listed = True
            start = again.end() if again else content
            result.recipients += _split(row.text[start:], row.start + start)
        elif not _wrapped(rows[position - 1], row, listed, cues):
            break
        else:
            _extend(result, row)
        result.last, result.end = position, row.end
        if row.text.endswith(".") and not mark and not again:
            break


def _wrapped(previous: Row, row: Row, listed: bool, cues: Cues) -> bool:
    """Whether a row without bullet still belongs to the addressees: a continued or an unmarked entry."""
    if row.gap and not row.text[0].islower():
        return False
    if label_of(row, 0) or len(row.text) > 160 or cues.opener.match(row.text):
        return False
    if previous.text.endswith("."):
        return False
    return (
        row.text[0].islower() or previous.text[-1] in ",-" or (listed and row.text.endswith(";")) or row.text[0] == "("
    )


def _extend(result: Addressees, row: Row) -> None:
    if result.recipients and row.text[0] != "(":
        last = result.recipients[-1]
        result.recipients[-1] = Recipient(last.start, row.start + len(row.text.rstrip(" ;.,|")), last.kind)


def _split(text: str, start: int) -> list[Recipient]:
    entries = []
    for part in re.finditer(r"[^;|]+", text):
        raw = part[0].strip()
        if not any(c.isalnum() for c in raw):
            continue
        begin = start + part.start() + part[0].index(raw[0])
        mark, content = bullet_of(raw)
        body = raw[content:].rstrip(" ;.,")
        if body:
            entries.append(Recipient(begin + content, begin + content + len(body), "addressee"))
    return entries
