"""What kind of document it is."""

from __future__ import annotations

import re

from vnstruct.knowledge import Knowledge
from vnstruct.layout.model import HeaderField
from vnstruct.schema import DirectiveKind

_NORMATIVE_NUMBER = re.compile(r"/(?:19|20)\d{2}/")


class Kinds:
    """Decides by type word and number; built once with the knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._kinds: dict[str, tuple[str, bool]] = {}
        for row in knowledge.document_types:
            self._kinds.setdefault(row.name, (row.kind, row.normative))

    def of(self, fields: dict[str, HeaderField]) -> DirectiveKind:
        """The kind of a document with a header; ``other`` when nothing tells."""
        doc_type = fields.get("doc_type")
        number = fields.get("number")
        if doc_type is None:
            return "other"
        kind, normative = self._kinds.get(doc_type.value, ("other", False))
        numbered_year = bool(number and _NORMATIVE_NUMBER.search(number.value))
        if normative or (kind in {"resolution", "decision"} and numbered_year):
            return "normative"
        return kind  # type: ignore[return-value]
