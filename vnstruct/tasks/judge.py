"""What the judgement of the clauses leaves behind: the evidence for confidence and for training.

The rules decide (:mod:`vnstruct.tasks.decision`); :mod:`vnstruct.calibration` weighs how often they were right about
clauses of the same make, and :mod:`vnstruct.training.clause_judge` compares them with a trained sequence model.
"""

from __future__ import annotations

from itertools import compress
from operator import attrgetter
from typing import Final, NamedTuple

from vnstruct.tasks.cues import Cues
from vnstruct.tasks.decision import Verdict
from vnstruct.tasks.features import Features
from vnstruct.tasks.scope import Zone


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
_flags_of: Final = attrgetter(*_FLAGS)
_CUES: Final = tuple(f"cue={cue}" for cue in Cues._fields)
_ZONES: Final = {zone: zone.name.lower() for zone in Zone}


def traits(features: Features) -> list[str]:
    """What a clause shows as words, for models that weigh words."""
    form, zone = features.form, _ZONES[features.zone]
    found = [
        f"form={form}",
        f"zone={zone}",
        f"head={features.verb_class}",
        f"form={form},zone={zone}",
        f"kind={features.kind},zone={zone}",
        f"kind={features.kind},form={form}",
    ]
    found += compress(_FLAGS, _flags_of(features))
    if features.modal:
        found.append("modal")
    if features.fronted:
        found.append("fronted")
    found += compress(_CUES, features.cues)
    return found
