"""One document as JSON, in the shape of the published schema."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from vnstruct.schema import Directive


def part(directive: Directive) -> bytes:
    """The document as indented JSON."""
    return directive.to_json(indent=2).encode() + b"\n"


def join(parts: Iterable[bytes], out: BinaryIO) -> None:
    """The parts one after the other: a file holds one."""
    out.writelines(parts)
