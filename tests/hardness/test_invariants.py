"""The invariants of the contract on texts that hypothesis builds from the fragments of directives."""

from __future__ import annotations

import vnstruct
from hypothesis import HealthCheck, given, settings
from tests.hardness import grammar
from tests.hardness.invariants import check, json_is_valid, same_again

_MANY = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_FEW = settings(_MANY, max_examples=60)


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
