"""The command line. Modules that take time to import are imported inside the commands: ``--help`` must be quick."""

from __future__ import annotations

import os
import sys

__all__ = ["app"]


def app(arguments: list[str] | None = None) -> None:
    """Run the command line and exit; the language is settled first, for the help texts depend on it."""
    from vnstruct.cli.help_pages import UsageError, complain
    from vnstruct.cli.language import Voice, language_of
    from vnstruct.cli.main import command
    from vnstruct.cli.options import SOME_FAILED, USAGE
    from vnstruct.errors import VnstructError

    language, rest = language_of(sys.argv[1:] if arguments is None else arguments)
    try:
        sys.exit(command(language)(rest, prog_name="vnstruct", standalone_mode=False))
    except UsageError as error:
        complain(error, Voice(language))
        sys.exit(USAGE)
    except VnstructError as error:  # what concerns the whole run: an output that cannot be written, a wrong table
        Voice(language).report(error)
        sys.exit(SOME_FAILED)
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(SOME_FAILED)
