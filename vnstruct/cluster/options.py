"""What a table of structured documents holds, and how it is made."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from vnstruct.errors import InvalidColumns
from vnstruct.readers.files import Limits
from vnstruct.schema import Directive

LAYERS = tuple(name for name in Directive.model_fields if name != "text")
"""Every field of :class:`vnstruct.schema.Directive` that can be a typed column, the text aside."""


@dataclass(frozen=True, slots=True)
class Options:
    """The columns of the result and the limits of the work; small, for it travels to every worker.

    ``layers`` become typed columns, in their order; ``text`` adds the text that offsets count in, ``json`` the whole
    document as ``vnstruct convert --format jsonl`` writes it. A batch of the result holds ``batch_rows`` documents, or
    fewer when they are long. ``knowledge`` is a folder that every worker can read. Raises ``InvalidColumns`` for a layer
    that does not exist.

    >>> Options(layers=("tasks", "phrases"))
    Traceback (most recent call last):
    vnstruct.errors.InvalidColumns: không có lớp 'phrases' (các lớp: schema_version, source, kind, header, ...)
    """

    layers: tuple[str, ...] = LAYERS
    text: bool = False
    json: bool = True
    batch_rows: int = 64
    knowledge: Path | None = None
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        for layer in self.layers:
            if layer not in LAYERS:
                raise InvalidColumns.known("no-layer", layer=layer, layers=", ".join(LAYERS))
