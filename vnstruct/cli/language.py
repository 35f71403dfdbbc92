"""The language of the command line: Vietnamese, or English by ``--lang en`` or ``VNSTRUCT_LANG=en``."""

from __future__ import annotations

import os
import sys
from typing import cast, get_args

from vnstruct.errors import VnstructError
from vnstruct.messages import Language, text


def language_of(arguments: list[str]) -> tuple[Language, list[str]]:
    """The language asked for, and the arguments without that option, wherever it stood.

    >>> language_of(["convert", "a.txt", "--lang", "en"])
    ('en', ['convert', 'a.txt'])
    """
    chosen = os.environ.get("VNSTRUCT_LANG", "")
    rest: list[str] = []
    pending = iter(arguments)
    for argument in pending:
        if argument == "--":
            rest += ["--", *pending]
        elif argument == "--lang":
            chosen = next(pending, "")
        elif argument.startswith("--lang="):
            chosen = argument.removeprefix("--lang=")
        else:
            rest.append(argument)
    known = get_args(Language)
    return (cast("Language", chosen) if chosen in known else "vi"), rest


class Voice:
    """Speaks to the user on stderr, in one language; data goes to stdout and never through here."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language

    def text(self, key: str, **values: object) -> str:
        """A text of the message table, filled in."""
        return text(key, self.language, **values)

    def say(self, key: str, **values: object) -> None:
        """Print a text."""
        self.print(self.text(key, **values))

    def report(self, error: VnstructError) -> None:
        """Print an error with the file and the remedy."""
        self.print(self.text("error", sentence=error.in_language(self.language)))

    def print(self, line: str) -> None:
        """Print a line as it is, safe on terminals that cannot show all of it."""
        encoding = sys.stderr.encoding or "utf-8"
        print(line.encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr)
