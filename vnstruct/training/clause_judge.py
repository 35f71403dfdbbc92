"""A trained judge of clauses, to compare the rules with: a CRF over the clauses of a document.

It sees what the rules see (:func:`vnstruct.tasks.judge.traits`), the clauses before and after, and, as ``both``, what
the rules said. Cross-validation over documents has the last word on which of them decides; the model card reports it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, Literal, NamedTuple

from vnstruct.evaluation.matching import Item, overlap, pairs_of
from vnstruct.tasks.judge import Judged, traits
from vnstruct.training.calibrating import FOLDS
from vnstruct.training.examples import TASK_OVERLAP, Document, folds

Judge = Literal["rules", "model", "both"]
JUDGES: Final[tuple[Judge, ...]] = ("rules", "model", "both")
_PENALTY: Final = 3.0
_ITERATIONS: Final = 150


class Clause(NamedTuple):
    """A judged clause and whether it is a task; None where the gold leaves it open."""

    judged: Judged
    task: bool | None


class Score(NamedTuple):
    """Clauses rightly judged tasks, tasks missed, clauses wrongly judged tasks."""

    right: int
    missed: int
    wrong: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        >>> Score(8, 2, 2).f1
        0.8
        """
        return 2 * self.right / max(1, 2 * self.right + self.missed + self.wrong)


def clauses(document: Document) -> list[Clause]:
    """The clauses of a document with the answers; one without a verb is no question, for no task can come of it."""
    found = [
        {"start": judged.start, "end": judged.end, "place": place}
        for place, judged in enumerate(document.analysis.tasks.judged)
    ]
    raw = document.analysis.view.raw
    for item in found:
        item["start"], item["end"] = raw(item["start"], item["end"])
    gold = document.gold.layers["tasks"]
    required = [item for item in gold if not item.get("opt")]
    optional = [item for item in gold if item.get("opt")]
    stretches = document.gold.ignored_in("tasks")
    tasks = {item["place"] for _, item in pairs_of(required, found, TASK_OVERLAP)}

    def answer(item: Item, judged: Judged) -> bool | None:
        if not judged.features.verb:
            return None
        if item["place"] in tasks:
            return True
        ignored = any(s["start"] <= item["start"] and item["end"] <= s["end"] for s in stretches)
        return None if ignored or any(overlap(item, other) > 0 for other in optional) else False

    judged = document.analysis.tasks.judged
    return [Clause(j, answer(item, j)) for item, j in zip(found, judged, strict=True)]


def compare(found: Sequence[Document], seed: int) -> dict[Judge, Score]:
    """Score the judges on the unfamiliar documents, each judged by a model from the other documents."""
    read = {document.name: clauses(document) for document in found}
    answers: dict[Judge, list[tuple[bool, bool | None]]] = {judge: [] for judge in JUDGES}
    for held in folds(read, FOLDS, seed):
        train = [read[document.name] for document in found if document.name not in held]
        test = [read[document.name] for document in found if document.name in held and not document.familiar]
        judges = {judge: _judge(judge, train) for judge in JUDGES}
        for sequence in test:
            for judge, decide in judges.items():
                answers[judge] += zip(decide(sequence), [clause.task for clause in sequence], strict=True)
    return {judge: _score(given) for judge, given in answers.items()}


def _judge(judge: Judge, train: Iterable[list[Clause]]) -> Callable[[list[Clause]], list[bool]]:
    """How a judge decides on a document, after it was trained."""
    if judge == "rules":
        return lambda sequence: [clause.judged.verdict.task for clause in sequence]
    with_verdict = judge == "both"
    tagger = _train(train, with_verdict=with_verdict)
    return lambda sequence: [tag == "task" for tag in tagger.tag(_observations(sequence, with_verdict=with_verdict))]


def _train(train: Iterable[list[Clause]], *, with_verdict: bool) -> Any:
    """A CRF from documents; open questions are left out of the sequences."""
    from underthesea_core import CRFTagger, CRFTrainer  # noqa: PLC0415 - only the comparison needs it

    sequences, labels = [], []
    for sequence in train:
        observed = _observations(sequence, with_verdict=with_verdict)
        answered = [place for place, clause in enumerate(sequence) if clause.task is not None]
        if answered:
            sequences.append([observed[place] for place in answered])
            labels.append(["task" if sequence[place].task else "other" for place in answered])
    trainer = CRFTrainer(
        loss_function="lbfgs", l1_penalty=0.0, l2_penalty=_PENALTY, max_iterations=_ITERATIONS, verbose=0
    )
    return CRFTagger.from_model(trainer.train(sequences, labels))


def _observations(sequence: list[Clause], *, with_verdict: bool) -> list[list[str]]:
    """What the model sees of each clause."""
    own = [[*traits(clause.judged.features), f"verb={clause.judged.features.verb}"] for clause in sequence]
    near = [_outline(clause.judged, with_verdict=with_verdict) for clause in sequence]
    if with_verdict:
        for words, clause in zip(own, sequence, strict=True):
            words += [f"verdict={clause.judged.verdict.task}", f"rule={clause.judged.verdict.rule}"]
    return [
        [
            *words,
            *(f"before:{word}" for word in (near[place - 1] if place else ["none"])),
            *(f"after:{word}" for word in (near[place + 1] if place + 1 < len(near) else ["none"])),
        ]
        for place, words in enumerate(own)
    ]


def _outline(judged: Judged, *, with_verdict: bool) -> list[str]:
    features = judged.features
    words = [f"form={features.form}", f"lead_in={features.lead_in}", f"zone={features.zone.name}"]
    return [*words, f"verdict={judged.verdict.task}"] if with_verdict else words


def _score(answers: Iterable[tuple[bool, bool | None]]) -> Score:
    given = [(said, task) for said, task in answers if task is not None]
    return Score(
        sum(said and task for said, task in given),
        sum(task and not said for said, task in given),
        sum(said and not task for said, task in given),
    )
