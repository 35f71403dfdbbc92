"""The words that tell what a date is for, from ``cues.csv``.

A row is a cue, one of its phrases (lower case), the words it must not follow (*trình* submits, *chương trình* does not)
or precede, and its source.
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Mapping
from importlib.resources import files


def _load() -> Mapping[str, str]:
    phrases: defaultdict[str, list[str]] = defaultdict(list)
    table = files("vnstruct.dates").joinpath("cues.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(io.StringIO(table)):
        before = "".join(rf"(?<!{re.escape(word)}\ )" for word in row["not_after"].split("|") if word)
        after = rf"(?!\ (?:{row['not_before']}))" if row["not_before"] else ""
        phrases[row["cue"]].append(before + re.escape(row["phrase"]) + after)
    return {cue: "(?:" + "|".join(sorted(found, key=len, reverse=True)) + ")" for cue, found in phrases.items()}


_CUES = _load()


def cue(name: str) -> str:
    """Source text of a pattern that matches the phrases of a cue as whole words.

    >>> bool(re.search(cue("delivery"), "trình ubnd tỉnh")), bool(re.search(cue("delivery"), "chương trình"))
    (True, False)
    """
    return rf"(?<!\w){_CUES[name]}(?!\w)"
