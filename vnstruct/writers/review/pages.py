"""All documents of a run on one review page."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import BinaryIO

from vnstruct.schema import Directive
from vnstruct.writers.review.page import render


def part(directive: Directive) -> bytes:
    """One document as JSON: the page needs all of them before its first line."""
    return directive.to_json().encode()


def join(parts: Iterable[bytes], out: BinaryIO) -> None:
    """The page of all documents, in Vietnamese."""
    out.write(render([Directive.model_validate(json.loads(part)) for part in parts]).encode())
