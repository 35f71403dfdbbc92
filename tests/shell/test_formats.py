"""One sample in every input format: the same document whatever the file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import vnstruct
from vnstruct.schema import Directive

NAME = "chi-thi-ubnd-phuong-2025"


def essence(directive: Directive) -> dict[str, object]:
    """What must not depend on the format."""
    bodies = {body.id: body.name for body in directive.bodies}
    header = directive.header
    return {
        "header": (header.number, header.date, header.doc_type, header.place, header.title, header.signer_name),
        "sections": [(section.label, section.depth) for section in directive.sections],
        "references": [(reference.kind, reference.number) for reference in directive.references],
        "dates": [date.value for date in directive.dates],
        "tasks": [[bodies[i] for i in task.actors] for task in directive.tasks],
        "coordinators": [[bodies[i] for i in task.coordinators] for task in directive.tasks],
    }


@pytest.mark.parametrize("suffix", ["docx", "html", "pdf", "doc"])
def test_same_document_in_every_format(samples: Path, suffix: str) -> None:
    if suffix == "doc" and not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    text = essence(vnstruct.read(samples / f"{NAME}.txt"))
    assert essence(vnstruct.read(samples / "formats" / f"{NAME}.{suffix}")) == text
