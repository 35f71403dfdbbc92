"""Coverage-guided fuzzing of one target: ``python -m tests.hardness.fuzz structure --seconds 600``.

Needs the extra ``fuzz`` (atheris). The corpus grows in ``.fuzz/TARGET/corpus``; a finding stops the run, is written
beside it, and makes the exit code non-zero.
"""

from __future__ import annotations

import argparse
import sys
from hashlib import sha256
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["vnstruct"]):
    import vnstruct.pipeline  # noqa: F401 - imported when first used, and then without instruments
    from tests.hardness.fuzz.targets import TARGETS, seeds, tokens

_SLOW = 25
"""Seconds after which an input counts as a hang."""
_MEGABYTES = 3_000
_LONGEST = {"structure": 3_000, "content": 8_000, "html": 8_000, "text": 3_000, "pdf": 20_000}


def main() -> None:
    """Run one fuzzer for its time."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("target", choices=TARGETS)
    options.add_argument("--seconds", type=int, default=600)
    options.add_argument("--folder", type=Path, default=Path(".fuzz"))
    chosen = options.parse_args()
    folder = chosen.folder / chosen.target
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in seeds(chosen.target):
        (corpus / sha256(seed).hexdigest()[:16]).write_bytes(seed)
    dictionary = folder / "dictionary.txt"
    dictionary.write_text("".join(f'"{_quoted(token)}"\n' for token in tokens()), encoding="ascii")
    arguments = [
        sys.argv[0],
        f"-max_total_time={chosen.seconds}",
        f"-timeout={_SLOW}",
        f"-rss_limit_mb={_MEGABYTES}",
        f"-max_len={_LONGEST.get(chosen.target, 20_000)}",
        f"-dict={dictionary}",
        f"-artifact_prefix={folder}/",
        str(corpus),
    ]
    atheris.Setup(arguments, TARGETS[chosen.target])
    atheris.Fuzz()


def _quoted(token: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in token.encode())


main()
