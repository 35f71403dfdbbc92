"""The same text gives the same result: in any order, by any number of workers, in any process and place."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
import vnstruct

ROOT = Path(__file__).parents[2]
PATHS = sorted((ROOT / "samples").glob("*.txt"))[::4]
TEXTS = [path.read_bytes().decode() for path in PATHS]
_PROGRAM = """
import hashlib, sys, vnstruct
for path in sys.argv[1:]:
    text = open(path, "rb").read().decode()
    print(hashlib.sha256(vnstruct.structure(text).to_json().encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def expected() -> list[str]:
    """The results of one process, one text after the other."""
    return [vnstruct.structure(text).to_json() for text in TEXTS]


@pytest.mark.parametrize("seed", range(3))
def test_order_does_not_matter(expected: list[str], seed: int) -> None:
    order = list(range(len(TEXTS)))
    random.Random(seed).shuffle(order)
    assert {i: vnstruct.structure(TEXTS[i]).to_json() for i in order} == dict(enumerate(expected))


def test_what_is_read_in_between_does_not_matter(expected: list[str]) -> None:
    for text, printed in zip(TEXTS, expected, strict=True):
        for other in ("", "\x00", text[: len(text) // 2], text.upper(), TEXTS[0]):
            vnstruct.structure(other)
            assert vnstruct.structure(text).to_json() == printed


@pytest.mark.parametrize("workers", [1, 2])
def test_number_of_workers_does_not_matter(expected: list[str], workers: int) -> None:
    """Twice the texts, so that both workers meet every text after others."""
    results = list(vnstruct.structure_all([*TEXTS, *reversed(TEXTS)], workers=workers))
    printed = [result.directive.to_json() for result in results if result.directive is not None]
    assert printed == [*expected, *reversed(expected)]


def test_interleaved_streams_do_not_mix(expected: list[str]) -> None:
    """Two half-read batches at once."""
    streams = [vnstruct.structure_all(TEXTS), vnstruct.structure_all(TEXTS[::-1])]
    taken = [next(stream) for _ in TEXTS for stream in streams]
    printed = [result.directive.to_json() for result in taken if result.directive is not None]
    assert printed[::2] == expected
    assert printed[1::2] == expected[::-1]


def test_a_file_gives_what_its_text_gives(expected: list[str]) -> None:
    for path, printed in zip(PATHS, expected, strict=True):
        by_path, by_text = vnstruct.read(path).model_dump(), json.loads(printed)
        assert by_path["tasks"] == by_text["tasks"]
        assert by_path["text"] == by_text["text"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},  # another order of sets
        {"PYTHONHASHSEED": "31337", "LC_ALL": "C", "TZ": "Asia/Ho_Chi_Minh"},  # another locale, another day
        {"PYTHONHASHSEED": "0", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0", "VNSTRUCT_LANG": "en"},
    ],
    ids=["hash seed", "locale and time zone", "Turkish"],
)
def test_the_process_does_not_matter(expected: list[str], environment: dict[str, str], tmp_path: Path) -> None:
    """Another process, folder and environment."""
    search = {"PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])}
    printed = subprocess.run(
        [sys.executable, "-c", _PROGRAM, *map(str, PATHS)],
        env={**os.environ, **search, **environment},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    ).stdout.split()
    assert printed == [hashlib.sha256(text.encode()).hexdigest() for text in expected]
