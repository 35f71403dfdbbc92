"""The letters in document numbers: what type and which issuer they stand for.

``NĐ-CP`` in 115/2020/NĐ-CP names the type (nghị định) and the issuer (Chính phủ). Party, state and mass organisations
share letters (``QĐ`` is a quyết định of a ministry and a quy định of the Party), so a code may give several types.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from vnstruct.knowledge import Knowledge
from vnstruct.references.letters import plain

# The number of an assembly's term or of a unit belongs to the code: QH15, UBTVQH14, HĐNN7, NHNN7.
_TERM = re.compile(r"\d{1,2}$")

_NATIONAL = frozenset({"central", "ministry", "assembly"})


@lru_cache(maxsize=4096)
def fold_code(code: str) -> str:
    """A code for comparison: upper case, no marks; ``TƯ`` is the old spelling of ``TW``, not of ``TU`` (Tỉnh ủy).

    >>> fold_code("QĐ"), fold_code("TTg"), fold_code("TƯ"), fold_code("TU")
    ('QD', 'TTG', 'TW', 'TU')
    """
    return plain(code.upper().replace("TƯ", "TW"))


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes that the tables know, by their folded form.

    ``types`` gives the names of document types, ``party`` those the Party uses the code for, ``issuers`` the names of
    issuers; ``spellings`` holds the codes as they are written, which decides where a code ends when the next word is
    glued to it (``NĐ-CPngày``); ``national`` are the codes of issuers of which there is one in the country.
    """

    types: dict[str, tuple[str, ...]]
    party: dict[str, tuple[str, ...]]
    issuers: dict[str, tuple[str, ...]]
    national: frozenset[str]
    spellings: frozenset[str]

    @classmethod
    def of(cls, knowledge: Knowledge) -> Codes:
        """Collect the codes of the tables."""
        types: dict[str, list[str]] = {}
        party: dict[str, list[str]] = {}
        issuers: dict[str, list[str]] = {}
        spellings: set[str] = set()
        for row in knowledge.document_types:
            for code in (row.code, *row.variants):
                if code:
                    spellings.add(code)
                    (party if row.system == "party" else types).setdefault(fold_code(code), []).append(row.name)
        for issuer in knowledge.issuers:
            spellings.add(issuer.code)
            issuers.setdefault(fold_code(issuer.code), []).append(issuer.name)
        national = {fold_code(i.code) for i in knowledge.issuers if i.level in _NATIONAL}
        return cls(_distinct(types), _distinct(party), _distinct(issuers), frozenset(national), frozenset(spellings))

    def is_type(self, code: str) -> bool:
        """Whether the code stands for a type of document: ``NĐ``, ``TTr``, also without marks (``ND``)."""
        folded = fold_code(code)
        return folded in self.types or folded in self.party

    def types_of(self, code: str, *, party: bool = False) -> tuple[str, ...]:
        """The types a code may stand for, those of the system it is used in first."""
        folded = fold_code(code)
        first, second = (self.party, self.types) if party else (self.types, self.party)
        return (*first.get(folded, ()), *second.get(folded, ()))

    def is_issuer(self, code: str) -> bool:
        """Whether the code stands for an issuer the tables know: ``CP``, ``UBND``, ``QH15``."""
        return bool(self.issuer_names(code))

    def is_national(self, code: str) -> bool:
        """Whether the code is that of one body in the whole country: ``CP``, not ``UBND``."""
        folded = fold_code(code)
        return folded in self.national or _TERM.sub("", folded) in self.national

    def issuer_names(self, code: str) -> tuple[str, ...]:
        """The issuers a code may stand for, none when it is unknown."""
        folded = fold_code(code)
        return self.issuers.get(folded) or self.issuers.get(_TERM.sub("", folded), ())


def _distinct(names: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {code: tuple(dict.fromkeys(values)) for code, values in names.items()}
