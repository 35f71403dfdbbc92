"""Whether time grows no faster than the text, on a machine that others use too."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable
from itertools import pairwise

_ALLOWED = 2.5
"""Linear is 1; a square shows as 4 for each step of four. Caches, garbage and neighbours cost the rest."""
_NOISE = 0.05
_ATTEMPTS = 3

THOROUGH = "VNSTRUCT_EXAMPLES" in os.environ
"""Whether ``make fuzz`` asks for everything at full length."""
SIZES = (64_000, 256_000, 1_000_000) if THOROUGH else (3_000, 12_000, 48_000)
"""Characters: what is quadratic shows at a few thousand, what is slow only in bulk at a megabyte."""


def filled(unit: str, size: int) -> str:
    """A text of that many characters, the unit over and over."""
    return (unit * (size // len(unit) + 1))[:size]


def assert_linear(run: Callable[[str], object], unit: str, sizes: tuple[int, ...]) -> None:
    """From each size to the next the time grows as the text does, within what noise adds.

    A suspicious step is measured again: only what is slow every time fails.
    """
    best = dict.fromkeys(sizes, float("inf"))
    for _ in range(_ATTEMPTS):
        for size in sizes:
            best[size] = min(best[size], _seconds(run, filled(unit, size)))
        slow = [(a, b) for a, b in pairwise(sizes) if best[b] > _ALLOWED * b / a * best[a] + _NOISE]
        if not slow:
            return
    raise AssertionError(f"{unit!r}: " + ", ".join(f"{size:,}: {seconds:.3f} s" for size, seconds in best.items()))


def _seconds(run: Callable[[str], object], text: str) -> float:
    gc.disable()  # what earlier tests left behind is no cost of this text
    try:
        start = time.process_time()
        run(text)
        return time.process_time() - start
    finally:
        gc.enable()
