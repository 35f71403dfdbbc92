"""Every pattern of the package on hostile texts made from itself: none takes time by the square of the text."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time

import pytest
import vnstruct
from tests.hardness.growth import THOROUGH, assert_linear, filled
from tests.hardness.pumping import Use, patterns, pumps, uses

BOUNDED = {
    "vnstruct.references.types._LAST_WORDS": "searched in the 40 characters before a name",
    "vnstruct.tasksheet.rows._LEAD_IN": "searched in the last 100 characters of a clause",
}
"""Patterns that are slow on a long text and never meet one."""
_FIRST = 2_000
_SUSPICIOUS = 0.01
_SIZES = (_FIRST, 4 * _FIRST)
_OPTIONAL = {"vnstruct.cluster"}


@pytest.fixture(scope="module")
def found() -> dict[str, re.Pattern[str]]:
    """All patterns, those of modules that load late included."""
    for module in pkgutil.walk_packages(vnstruct.__path__, "vnstruct."):
        if not module.name.endswith("__main__") and module.name not in _OPTIONAL:
            importlib.import_module(module.name)
    return patterns()


def test_patterns_are_found(found: dict[str, re.Pattern[str]]) -> None:
    """The collection sees module constants, attributes of stages and compiled tables alike."""
    assert len(found) > 400
    assert {"vnstruct.text.normal._TONE", "vnstruct.tasksheet.rows._LEAD_IN"} <= set(found)
    assert any(place.startswith("BodyStage.") for place in found)
    assert set(BOUNDED) <= set(found)


@pytest.mark.parametrize(
    ("pattern", "slow"),
    [
        (r"\s*x", True),  # every blank of a run is a start
        (r"(?<!\s)\s*x", False),
        (r"\(.*\)", True),  # every bracket looks for its end
        (r"\([^()]*\)", False),
        (r"\w+(?: \w+)*!", True),  # every word runs to the end
        (r"(?:a|b){0,20}c", False),
    ],
)
def test_pumps_tell_slow_patterns(pattern: str, slow: bool) -> None:
    """The texts made from a pattern show whether it is slow."""
    compiled = re.compile(pattern)
    worst = max(
        _seconds(compiled, filled(pump, 1_600)) / (_seconds(compiled, filled(pump, 200)) + 1e-5)
        for pump in pumps(compiled)
    )
    assert (worst > 15) == slow  # eight times the text: 8 when linear, 64 when not


@pytest.mark.slow
def test_no_pattern_is_slow(found: dict[str, re.Pattern[str]]) -> None:
    slow = []
    called = uses()
    for place, pattern in found.items():
        run = called.get(place, Use.SCAN).runner(pattern)
        for pump in () if place in BOUNDED else pumps(pattern, 100 if THOROUGH else 8):
            start = time.process_time()
            run(filled(pump, _FIRST))
            if time.process_time() - start > _SUSPICIOUS:
                try:
                    assert_linear(run, pump, _SIZES)
                except AssertionError as error:
                    slow.append(f"{place} {error}")
                    break
    assert slow == []


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    start = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - start
