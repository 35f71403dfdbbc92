"""The commands put together, their help in the chosen language.

Commands are written with message keys where help texts go; :mod:`vnstruct.cli.help_pages` puts the texts in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import typer
from typer.main import get_command

from vnstruct import __version__
from vnstruct.cli.convert import convert
from vnstruct.cli.evaluate import evaluate
from vnstruct.cli.help_pages import translate
from vnstruct.cli.inspect import info, schema
from vnstruct.cli.language import Voice
from vnstruct.cli.references import references
from vnstruct.cli.show import show
from vnstruct.cli.tasks import tasks
from vnstruct.cli.train import train
from vnstruct.messages import Language

_typer = typer.Typer(
    name="vnstruct",
    help="help.vnstruct",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_COMMANDS: dict[str, Callable[..., None]] = {
    "convert": convert,
    "tasks": tasks,
    "references": references,
    "show": show,
    "evaluate": evaluate,
    "train": train,
    "schema": schema,
    "info": info,
}
for _name, _function in _COMMANDS.items():
    _typer.command(_name, help=f"help.{_name}")(_function)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(__version__)
        raise typer.Exit


@_typer.callback()
def main(
    version: bool = typer.Option(False, "--version", help="help.version", is_eager=True, callback=_print_version),
    lang: str = typer.Option("vi", "--lang", help="help.lang", envvar="VNSTRUCT_LANG", metavar="vi|en"),
) -> None:
    """Options of the program itself; the language was settled before parsing began."""


def command(language: Language) -> Any:
    """The program, ready to be called with its arguments."""
    program: Any = get_command(_typer)
    voice = Voice(language)
    translate(program, voice)
    program.context_settings["obj"] = voice
    return program
