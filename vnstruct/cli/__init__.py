"""The command line. Modules that take time to import are imported inside the commands: ``--help`` must be quick."""

from __future__ import annotations

import sys

__all__ = ["app"]


def app(arguments: list[str] | None = None) -> None:
    """Run the command line and exit; the language is settled first, for the help texts depend on it."""
    from vnstruct.cli.language import language_of
    from vnstruct.cli.main import command

    language, rest = language_of(sys.argv[1:] if arguments is None else arguments)
    command(language)(rest, prog_name="vnstruct")
