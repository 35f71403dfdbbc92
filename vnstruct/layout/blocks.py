"""Blocks: the parts of rows, and the changes of part inside rows, as stretches that cover the view."""

from __future__ import annotations

from vnstruct.layout.model import Block
from vnstruct.layout.rows import Row
from vnstruct.schema import BlockKind
from vnstruct.text import Line

Cut = tuple[int, BlockKind]
"""A change of part inside a row: from this offset on another part."""


def blocks_of(lines: list[Line], rows: list[Row], parts: list[BlockKind], cuts: list[Cut], size: int) -> list[Block]:
    """Blocks without gap or overlap; what stands between rows (blank lines, rules) belongs to the block before it."""
    if not rows:
        return [Block("body", 0, size)] if size else []
    changes: dict[int, BlockKind] = {lines[row.line].start: part for row, part in zip(rows, parts, strict=True)}
    changes |= dict(cuts)
    blocks: list[Block] = []
    for start in sorted(changes):
        kind = changes[start]
        if blocks and blocks[-1].kind == kind:
            continue
        begin = start if blocks else 0
        if blocks:
            blocks[-1].end = begin
        blocks.append(Block(kind, begin, size))
    return blocks
