"""The fuzzers' targets on the files they start from, and on those files cut and damaged: what ``make fuzz`` does for minutes."""

from __future__ import annotations

import random

import pytest
from tests.hardness.fuzz.targets import TARGETS, packed, seeds, tokens, unpacked


@pytest.mark.parametrize("target", TARGETS)
def test_seeds(target: str) -> None:
    found = seeds(target)
    assert found
    for seed in found:
        TARGETS[target](seed)


@pytest.mark.parametrize("target", TARGETS)
def test_damaged_seeds(target: str) -> None:
    """Bytes changed, pieces cut, and words put in."""
    luck = random.Random(target)
    pieces = [token.encode() for token in tokens()]
    for _ in range(60):
        data = bytearray(luck.choice(seeds(target)))
        for _ in range(luck.randrange(1, 5)):
            at = luck.randrange(len(data) + 1)
            match luck.randrange(4):
                case 0:
                    data[at : at + 1] = bytes([luck.randrange(256)])
                case 1:
                    del data[at : at + luck.randrange(1, 400)]
                case 2:
                    data[at:at] = luck.choice(pieces)
                case _:
                    data[at:at] = data[at : at + luck.randrange(1, 200)] * 3
        TARGETS[target](bytes(data))


def test_parts_are_packed_as_they_were() -> None:
    for seed in seeds("docx"):
        assert unpacked(packed(seed)) == seed
