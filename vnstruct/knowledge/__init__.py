"""The facts of the field: CSV tables, their row types, and the loader.

>>> from vnstruct.knowledge import load_knowledge
>>> [issuer.name for issuer in load_knowledge().issuers if issuer.code == "TTg"]
['Thủ tướng Chính phủ']
"""

from __future__ import annotations

from vnstruct.knowledge.rows import (
    Abbreviation,
    Body,
    BodyHead,
    BodyUnit,
    DocumentType,
    FunctionWord,
    Issuer,
    Law,
    LayoutCue,
    Modifier,
    NamedDocument,
    NameWord,
    Office,
    Province,
    Surname,
    Verb,
    VerbFrame,
)
from vnstruct.knowledge.tables import InvalidTable, Knowledge, load_knowledge

__all__ = [
    "Abbreviation",
    "Body",
    "BodyHead",
    "BodyUnit",
    "DocumentType",
    "FunctionWord",
    "InvalidTable",
    "Issuer",
    "Knowledge",
    "Law",
    "LayoutCue",
    "Modifier",
    "NameWord",
    "NamedDocument",
    "Office",
    "Province",
    "Surname",
    "Verb",
    "VerbFrame",
    "load_knowledge",
]
