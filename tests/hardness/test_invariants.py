"""The invariants of the contract on texts that hypothesis builds from the fragments of directives.

``make fuzz`` asks for more examples by the environment variable ``VNSTRUCT_EXAMPLES``.
"""

from __future__ import annotations

import os

import vnstruct
from hypothesis import HealthCheck, given, settings
from tests.hardness import grammar
from tests.hardness.invariants import check, json_is_valid, same_again

_EXAMPLES = int(os.environ.get("VNSTRUCT_EXAMPLES", "200"))
_MANY = settings(max_examples=_EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_FEW = settings(_MANY, max_examples=_EXAMPLES // 5)


@_MANY
@given(grammar.documents)
def test_documents(text: str) -> None:
    check(vnstruct.structure(text), text)


@_MANY
@given(grammar.sentences)
def test_sentences(text: str) -> None:
    check(vnstruct.structure(text), text)


@_MANY
@given(grammar.texts)
def test_any_text(text: str) -> None:
    check(vnstruct.structure(text), text)


@_FEW
@given(grammar.documents)
def test_json_obeys_the_schema(text: str) -> None:
    json_is_valid(vnstruct.structure(text))


@_FEW
@given(grammar.documents)
def test_depends_on_nothing_but_its_arguments(text: str) -> None:
    same_again(text)
