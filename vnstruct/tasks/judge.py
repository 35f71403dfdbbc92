"""What the judgement of the clauses leaves behind: the evidence for confidence and for training.

The rules decide (:mod:`vnstruct.tasks.decision`); :mod:`vnstruct.calibration` weighs how often they were right about
clauses of the same make, and :mod:`vnstruct.training.clause_judge` compares them with a trained sequence model.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from vnstruct.tasks.decision import Verdict
from vnstruct.tasks.features import Features


class Judged(NamedTuple):
    """A clause as it was judged, in reading order; ``start`` is where its task begins or would begin."""

    start: int
    end: int
    features: Features
    verdict: Verdict


_FLAGS: Final = (
    "stance", "risky", "adjacent", "past", "state", "passive", "modified", "own_actor", "issuer_acts",
    "issuer_speaks", "inherits", "under_actor", "lead_in", "follows_task", "follows_background",
)  # fmt: skip


def traits(features: Features) -> list[str]:
    """What a clause shows as words, for models that weigh words."""
    form, zone = features.form, features.zone.name.lower()
    found = [
        f"form={form}",
        f"zone={zone}",
        f"head={features.verb_class}",
        f"form={form},zone={zone}",
        f"kind={features.kind},zone={zone}",
        f"kind={features.kind},form={form}",
    ]
    found += [flag for flag in _FLAGS if getattr(features, flag)]
    if features.modal:
        found.append("modal")
    if features.fronted:
        found.append("fronted")
    found += [f"cue={cue}" for cue, shown in features.cues._asdict().items() if shown]
    return found
