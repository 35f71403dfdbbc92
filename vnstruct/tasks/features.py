"""What a clause shows of whether it assigns work: the input of the decision, as plain values.

Kept apart from :mod:`vnstruct.tasks.decision`, so that a trained classifier can take the place of its rules.
"""

from __future__ import annotations

from typing import NamedTuple

from vnstruct.schema import DirectiveKind
from vnstruct.tasks.cues import Cues
from vnstruct.tasks.reading import Reading
from vnstruct.tasks.scope import Scope, Zone


class Features(NamedTuple):
    """One clause: its form, its verb, its words of time and duty, and where it stands."""

    form: str
    zone: Zone
    kind: DirectiveKind
    verb: str
    verb_class: str
    stance: bool
    risky: bool
    adjacent: bool
    modal: str
    past: bool
    state: bool
    passive: bool
    modified: bool
    fronted: str
    own_actor: bool
    issuer_acts: bool
    issuer_speaks: bool
    inherits: bool
    under_actor: bool
    lead_in: bool
    follows_task: bool
    follows_background: bool
    limited: bool
    recounted: bool
    cues: Cues


def features_of(
    reading: Reading,
    scope: Scope,
    kind: DirectiveKind,
    cues: Cues,
    *,
    follows_task: bool,
    follows_background: bool,
    limited: bool,
    recounted: bool,
) -> Features:
    """Collect the features of a clause in its scope."""
    head = reading.head_token
    word = head.word if head else None
    verb = (word.verb or word.prohibition) if word else None
    return Features(
        form=reading.form,
        zone=scope.zone,
        kind=kind,
        verb=word.form if word else "",
        verb_class=verb.verb_class if verb else "",
        stance=bool(word and word.stance),
        risky=bool(verb and verb.risky),
        adjacent=head is not None
        and not head.gap
        and reading.head > 0
        and reading.tokens[reading.head - 1].body is not None,
        modal=reading.predicate.modal,
        past=reading.past,
        state=reading.predicate.state,
        passive=reading.predicate.passive,
        modified=reading.predicate.modified,
        fronted=reading.fronted,
        own_actor=bool(reading.actors),
        issuer_acts=bool(reading.actors) and all(b.role == "issuer" for b in reading.actors),
        issuer_speaks=bool(reading.issuers),
        inherits=bool(scope.actors),
        under_actor=scope.under_actor,
        lead_in=reading.lead_in,
        follows_task=follows_task,
        follows_background=follows_background,
        limited=limited,
        recounted=recounted,
        cues=cues,
    )
