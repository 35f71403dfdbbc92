"""All documents as JSON lines, one document a line."""

from __future__ import annotations

from vnstruct.schema import Directive
from vnstruct.writers.json import join

__all__ = ["join", "part"]


def part(directive: Directive) -> bytes:
    """The document as one line of JSON."""
    return directive.to_json().encode() + b"\n"
