"""Which files a command reads, and the name each result gets."""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import NamedTuple

from vnstruct.readers import SUFFIXES

STDIN = "-"


class Input(NamedTuple):
    """A file to read, and its place below the folder or pattern that it was found by."""

    path: Path
    place: PurePath


def find_inputs(arguments: Iterable[str], *, skip: Path | None = None) -> list[Input]:
    """Files, folders (recursive) and glob patterns as files, in a stable order, each once.

    A folder gives the files with a suffix that vnstruct reads, hidden ones and those below ``skip`` left out; a file
    named by itself is taken whatever its name. What is not there, and a folder that may not be opened, are inputs too:
    reading them says what is wrong, and nothing is left out in silence.
    """
    found: dict[str, Input] = {}
    for argument in arguments:
        for item in _expand(argument, skip):
            found.setdefault(os.path.realpath(item.path), item)
    return list(found.values())


def _expand(argument: str, skip: Path | None) -> Iterator[Input]:
    # os.path answers for what may not be looked at, too, where pathlib raises
    by_name = os.path.lexists(argument) or not glob.has_magic(argument)
    for match in [argument] if by_name else sorted(glob.glob(argument, recursive=True)):  # noqa: PTH207 - absolute too
        if os.path.isdir(match):  # noqa: PTH112
            yield from _inside(Path(match), skip)
        else:
            yield Input(Path(match), PurePath(Path(match).name))


def _inside(folder: Path, skip: Path | None) -> Iterator[Input]:
    skipped = os.path.realpath(skip) if skip else None
    closed: list[Path] = []
    for current, folders, names in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        below = [name for name in sorted(folders) if not name.startswith(".")]
        folders[:] = [name for name in below if os.path.realpath(Path(current, name)) != skipped]
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith((".", "~$")):
                path = Path(current, name)
                yield Input(path, path.relative_to(folder))
    for path in closed:
        yield Input(path, PurePath(folder.resolve().name, path.relative_to(folder)))


def output_names(inputs: list[Input], suffix: str) -> list[PurePath]:
    """The name of each result below the output folder.

    ``NAME.json`` for ``NAME.docx``; inputs that would collide keep their suffix, and when that is not enough, a number.

    >>> files = [Input(Path(p), PurePath(p)) for p in ("a.pdf", "a.txt", "b/c.txt")]
    >>> [str(name) for name in output_names(files, ".json")]
    ['a.pdf.json', 'a.txt.json', 'b/c.json']
    """
    # file systems that ignore case are common
    bare = Counter(str(_without_suffix(item.place)).casefold() for item in inputs)
    taken: Counter[str] = Counter()
    names = []
    for item in inputs:
        stem = _without_suffix(item.place)
        if bare[str(stem).casefold()] > 1:
            stem = item.place
        name = stem.with_name(stem.name + suffix)
        taken[str(name).casefold()] += 1
        count = taken[str(name).casefold()]
        names.append(name if count == 1 else stem.with_name(f"{stem.name}.{count}{suffix}"))
    return names


def _without_suffix(place: PurePath) -> PurePath:
    """Only suffixes of documents go: *05.2026* is a whole name."""
    return place.with_suffix("") if place.suffix.lower() in SUFFIXES else place
