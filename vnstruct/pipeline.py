"""The stages in order, and the ways to run them.

``structure`` runs the stages on a string; ``load`` gives the same stages as a spaCy ``Language``. No stage reads
tokens, so ``structure`` builds none (tokens cost more than all stages together); the tests hold both ways to the same
result.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from vnstruct.analysis import Analysis
from vnstruct.assembly import assemble
from vnstruct.bodies.stage import BodyStage
from vnstruct.calibration import Calibration
from vnstruct.dates.stage import DateStage
from vnstruct.knowledge import Knowledge, load_knowledge
from vnstruct.layout.stage import LayoutStage
from vnstruct.references.stage import ReferenceStage
from vnstruct.schema import Directive, Source
from vnstruct.tasks.stage import TaskStage

if TYPE_CHECKING:
    from spacy.language import Language

Stage = Callable[[Analysis], None]

STAGES: dict[str, Callable[[Knowledge], Stage]] = {
    "layout": LayoutStage,
    "references": ReferenceStage,
    "dates": DateStage,
    "bodies": BodyStage,
    "tasks": TaskStage,
}
"""Every stage by name, in the order of the pipeline: each reads what the ones before it wrote."""


@lru_cache(maxsize=4)
def stages(knowledge_folder: Path | None = None) -> tuple[Stage, ...]:
    """The stages, built once for each set of tables."""
    knowledge = load_knowledge(knowledge_folder)
    return tuple(build(knowledge) for build in STAGES.values())


def prepare(knowledge_folder: Path | None = None) -> None:
    """Load what :func:`structure` needs, so that the first document's time is its own."""
    stages(knowledge_folder)
    calibration()


def analyse(text: str, *, knowledge: Path | None = None) -> Analysis:
    """Run all stages on a text and return the workspace, offsets into its view."""
    analysis = Analysis.of(text)
    for stage in stages(knowledge):
        stage(analysis)
    return analysis


def structure(text: str, *, source: Source | None = None, knowledge: Path | None = None) -> Directive:
    """Structure a text.

    ``text`` is kept untouched and all offsets are code points into it; ``knowledge`` is a folder with tables that
    extend those of the package. Depends on nothing but its arguments.

    >>> structure("Thực hiện Nghị định số 115/2020/NĐ-CP.").references[0].number
    '115/2020/NĐ-CP'
    """
    return assemble(analyse(text, knowledge=knowledge), source or Source(), calibration())


def model_path() -> Path:
    """The folder of the pipeline: inside the installed package, or in the checkout beside it."""
    here = Path(__file__).resolve().parent
    packaged = here / "models" / "vnstruct"
    return packaged if packaged.is_dir() else here.parent / "models" / "vnstruct"


@lru_cache(maxsize=1)
def calibration() -> Calibration:
    """The confidences that ``vnstruct train`` learnt, read once."""
    return Calibration.load(model_path())


def load() -> Language:
    """The pipeline as a spaCy ``Language`` (lang ``vi``).

    >>> nlp = load()
    >>> nlp("Giao Sở Y tế báo cáo.").text
    'Giao Sở Y tế báo cáo.'
    """
    import spacy  # noqa: PLC0415 - half a second that only users of spaCy pay

    return spacy.load(model_path())
