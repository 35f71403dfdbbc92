"""The working object of this stage: a mention, and the tokens it was made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from vnstruct.references.model import Mention, Span
from vnstruct.references.names import Name
from vnstruct.references.numbers import DocumentNumber

Deictic = Literal["this", "above"]


@dataclass(slots=True, eq=False)
class Citation:
    """A mention with what later rules need to know about it.

    ``number`` and ``name`` are the tokens it stands on; ``short`` marks a bare serial (*Nghị quyết 57*), ``untyped`` a
    number without a type word of its own (*… và số 1446/UBND-NNMT*), ``plural`` a set (*các văn bản trên*),
    ``alias_of`` is the mention that defined the alias it is, ``aside`` the words between type and number
    (*Nghị quyết của Bộ Chính trị số 36-NQ/TW*). ``reach`` is
    where its date, issuer and subject end, so that what follows can be told from them.
    """

    mention: Mention
    number: DocumentNumber | None = None
    name: Name | None = None
    short: bool = False
    untyped: bool = False
    plural: bool = False
    deictic: Deictic | None = None
    alias_of: Citation | None = None
    aside: Span | None = None
    reach: int = field(init=False)

    def __post_init__(self) -> None:
        self.reach = self.mention.end

    @property
    def start(self) -> int:
        """Where the mention starts."""
        return self.mention.start

    @property
    def end(self) -> int:
        """Where the mention ends."""
        return self.mention.end
