"""Recipients: *Nơi nhận* below the text, *Kính gửi* and *… điện:* above it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vnstruct.layout.cues import Cues
from vnstruct.layout.fold import UPPER
from vnstruct.layout.labels import label_of
from vnstruct.layout.model import Recipient
from vnstruct.layout.rows import Piece, Row, bullet_of, cells_of
from vnstruct.schema import BlockKind

RECIPIENTS = re.compile(
    r"\W{0,2}(?:[NVM][oơớờợôaọ0]\w?\s{0,2}nh[ậâaạẫáàầ]\w|N[ƠO][IÌ]\s+NH[ẬA]N|N[ơo]i g[ửu]i|Hơi nhận|n[ơo]i nh[ậa]n)"
    r"[“”\"']?\s*(?:[:;.]|\Z)"
)
"""The label of the list, also as recognisers read its italics (*.Vơi nhận:*)."""

_ADDRESS = re.compile(r"(?:Đồng\s+)?[Kk][íi]nh\s+(?:g[ửúu]i|trình)\s*[:;]?\s*|KÍNH GỬI\s*[:;]?\s*")
_WIRE = re.compile(r".{0,120}?\bđiện\s*:?\s*\Z")
_ARCHIVED = re.compile(r"^\W{0,3}[Ll]ưu\b")
_LONGEST = 40
"""Rows of a list."""
_LONG = 160
"""Characters of a row that is no entry."""
_ENTRY_END = re.compile(rf"\.\s+(?=[({UPPER}])")


def copy_recipients(cells: list[Piece]) -> list[Recipient]:
    """The entries of *Nơi nhận*: one for each bullet, or each clause closed by a semicolon."""
    entries: list[Recipient] = []
    open_entry = False
    for cell in cells:
        label = RECIPIENTS.match(cell.text)
        offset = label.end() if label else 0
        text = cell.text[offset:]
        for part in re.finditer(r"[^;]+;?", text):
            mark, begin, end = _trimmed(part[0], cell.start + offset + part.start())
            if begin >= end:
                continue
            body = cell.text[begin - cell.start : end - cell.start]
            if open_entry and not mark and part.start() == 0 and not label:
                last = entries[-1]
                entries[-1] = Recipient(last.start, end, last.kind)
            else:
                archived = body.startswith(("Lưu", "lưu")) or (
                    not mark and bool(entries) and entries[-1].kind == "archive"
                )
                entries.append(Recipient(begin, end, "archive" if archived else "copy"))
            open_entry = not part[0].rstrip().endswith((";", "."))
    return entries


def annexed_recipients(rows: list[Row], parts: list[BlockKind]) -> list[Recipient]:
    """The entries of every *Nơi nhận* in an annex: a draft attached to a submission has a list of its own."""
    found: list[Recipient] = []
    index = 0
    while index < len(rows):
        if parts[index] == "appendix" and RECIPIENTS.match(rows[index].text):
            last = _list_end(rows, index)
            cells = [cells_of(row.text, row.start)[0] for row in rows[index : last + 1] if _listed(row)]
            entries = copy_recipients(cells)
            found += entries if len(entries) > 1 else []
            index = last
        index += 1
    return found


def _list_end(rows: list[Row], first: int) -> int:
    """The last row of a list of recipients: *Lưu: …*, or the last entry before a long row or a label."""
    last = first
    for index in range(first + 1, min(first + _LONGEST, len(rows))):
        row = rows[index]
        if len(row.text) > _LONG or label_of(row, 0):
            break
        if _listed(row):
            last = index
            if _ARCHIVED.search(row.text):
                break
    return last


def _listed(row: Row) -> bool:
    """Whether a row holds an entry; the signature between them, or beside the label, is none."""
    return bool(cells_of(row.text, row.start)) and (bool(bullet_of(row.text)[0]) or row.text.endswith(";"))


def _trimmed(raw: str, start: int) -> tuple[str, int, int]:
    """Bullet, and the span of an entry without bullet and closing sign; an empty span when nothing is left."""
    left = len(raw) - len(raw.lstrip(" |\t"))
    mark, content = bullet_of(raw[left:])
    body = raw[left + content :].rstrip(" ;.,|\t")
    if not any(c.isalnum() for c in body):
        return mark, start, start
    return mark, start + left + content, start + left + content + len(body)


@dataclass(slots=True)
class Addressees:
    """The addressees above the text: entries, their rows, and where the text goes on when that is inside a row."""

    recipients: list[Recipient] = field(default_factory=list)
    first: int = -1
    last: int = -1
    end: int = -1


def read_addressees(rows: list[Row], first: int, cues: Cues) -> Addressees:
    """The addressees that begin within a few rows after the header."""
    result = Addressees()
    for index in range(first, min(first + 6, len(rows))):
        text = rows[index].text
        found = _ADDRESS.match(text)
        if found or _WIRE.match(text):
            result.first = index
            _read_entries(rows, index, found.end() if found else len(text), result, cues)
            return result
        if label_of(rows[index], 0) or len(text) > 200:
            break
    return result


def _read_entries(rows: list[Row], index: int, offset: int, result: Addressees, cues: Cues) -> None:
    row = rows[index]
    result.last, result.end = index, row.end
    rest = row.text[offset:]
    listed = not rest.strip(" |")
    if not listed:
        cut = _ENTRY_END.search(rest)
        result.recipients += _entries(rest[: cut.start()] if cut else rest, row.start + offset)
        if cut:
            result.end = row.start + offset + cut.start() + 1
        if cut or rest.rstrip().endswith("."):
            return
    for position in range(index + 1, min(index + 60, len(rows))):
        row = rows[position]
        mark, content = bullet_of(row.text)
        again = _ADDRESS.match(row.text)
        if mark or again:
            listed = True
            start = again.end() if again else content
            result.recipients += _entries(row.text[start:], row.start + start)
        elif _belongs(rows[position - 1], row, listed, cues):
            _extend(result, row)
        else:
            break
        result.last, result.end = position, row.end
        if row.text.endswith(".") and not (mark or again):
            break


def _belongs(previous: Row, row: Row, listed: bool, cues: Cues) -> bool:
    """Whether a row without bullet is a continued or an unmarked entry."""
    text, before = row.text, previous.text
    if label_of(row, 0) or len(text) > 160 or cues.opener.match(text) or before.endswith("."):
        return False
    if text[0].islower() or text[0] == "(":
        return before[-1] not in ";:" or not row.gap
    bulleted = bool(bullet_of(before)[0])
    if listed and not bulleted and text.endswith((";", ".")) and before[-1] in ";:,":
        return len(text) < 120  # unmarked entries, one a line
    return not row.gap and before[-1] in ",-" and not text.endswith((":", ".")) and len(text) < 120


def _extend(result: Addressees, row: Row) -> None:
    """A wrapped line belongs to the entry before it; after a semicolon it is an entry of its own."""
    if row.text[0] == "(" or not result.recipients:
        return
    last = result.recipients[-1]
    end = row.start + len(row.text.rstrip(" ;.,|"))
    if row.text[0].isupper() and row.text.endswith((";", ".")) and row.gap:
        result.recipients.append(Recipient(row.start, end, "addressee"))
    else:
        result.recipients[-1] = Recipient(last.start, end, last.kind)


def _entries(text: str, start: int) -> list[Recipient]:
    entries = []
    for part in re.finditer(r"[^;|]+", text):
        _, begin, end = _trimmed(part[0], start + part.start())
        if begin < end:
            entries.append(Recipient(begin, end, "addressee"))
    return entries
