"""Help pages and complaints about the command line in the user's language: typer itself speaks English."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import typer

from vnstruct.cli.language import Voice

UsageError: type[Exception] = typer.BadParameter.__mro__[1]
"""What typer raises for a wrong command line; it has no public name of its own."""
_RICH_TEXTS = ("DEFAULT_STRING", "ENVVAR_STRING", "REQUIRED_LONG_STRING")


def translate(program: Any, voice: Voice) -> None:
    """Put texts in the place of the message keys, and typer's own words, in the program and its commands."""
    panels = {"argument": voice.text("panel.arguments"), "option": voice.text("panel.options")}
    for item in (program, *getattr(program, "commands", {}).values()):
        if item.help:
            item.help = voice.text(item.help)
        item.rich_help_panel = voice.text("panel.commands")
        item.get_usage = partial(usage_line, item, voice)
        item.get_help_option = partial(_help_option, item.get_help_option, voice)
        item.format_help = partial(_format_help, item.format_help, voice)
        for param in item.params:
            param.rich_help_panel = panels[param.param_type_name]
            if getattr(param, "help", None):
                param.help = voice.text(param.help)
            _show_only_values(param)


def _show_only_values(param: Any) -> None:
    """What a parameter takes is told by its own words (*OUT*), in no version of typer by Python's types (*<bool>*)."""
    if hasattr(param, "display_type_rich") and (param.metavar is None or param.param_type_name == "argument"):
        param.display_type_rich = lambda *_, **__: None


def usage_line(item: Any, voice: Voice, ctx: Any) -> str:
    """How a command is called, in one line."""
    pieces = [ctx.command_path, voice.text("usage.options")]
    if getattr(item, "commands", None):
        pieces.append(voice.text("usage.command"))
    arguments = [param for param in item.params if param.param_type_name == "argument"]
    pieces += [_name(param) if param.required else f"[{_name(param)}]" for param in arguments]
    return voice.text("usage.line", call=" ".join(pieces))


def _help_option(original: Any, voice: Voice, ctx: Any) -> Any:
    option = original(ctx)
    if option is not None:
        option.help = voice.text("help.help")
        option.rich_help_panel = voice.text("panel.options")
        _show_only_values(option)
    return option


def _format_help(original: Any, voice: Voice, ctx: Any, formatter: Any) -> None:
    from typer import rich_utils

    for name in _RICH_TEXTS:
        setattr(rich_utils, name, voice.text(f"help.{name}"))
    original(ctx, formatter)


def complain(error: Any, voice: Voice) -> None:
    """Say what is wrong with the command line, how the command is called, and where to read more."""
    if type(error).__name__ == "NoArgsIsHelpError":  # help was asked for, by saying nothing
        error.show()
        return
    voice.say("error", sentence=explanation(error, voice))
    if error.ctx is not None:
        voice.print(error.ctx.get_usage())
        voice.say("usage.more", command=error.ctx.command_path)


def explanation(error: Any, voice: Voice) -> str:
    """One sentence for an error of typer's parser; its own words where there is nothing better."""
    param = getattr(error, "param", None)
    option = getattr(error, "option_name", None)
    quoted = re.search(r"'([^']*)'", error.message)
    match type(error).__name__:
        case "MissingParameter" if param is not None:
            return voice.text("usage.missing", name=_name(param))
        case "NoSuchOption":
            similar = next(iter(error.possibilities or ()), "")  # the nearest first; for short names the others are far
            return voice.text("usage.no-option", name=option) + (
                voice.text("usage.similar", names=similar) if similar else ""
            )
        case "BadOptionUsage" if "requires" in error.message:
            return voice.text("usage.needs-value", name=option)
        case "BadOptionUsage":
            return voice.text("usage.takes-no-value", name=option)
        case "BadParameter" if param is not None:
            return _about_value(param, quoted[1] if quoted else "", error.message, voice)
        case "UsageError" | "NoSuchCommand" if "ommand" in error.message and quoted:
            return voice.text("usage.no-command", name=quoted[1])
        case "UsageError" if "extra argument" in error.message:
            return voice.text("usage.extra", names=error.message.rpartition("(")[2].rstrip(")"))
        case _:
            return str(error.format_message())


def _about_value(param: Any, value: str, said: str, voice: Voice) -> str:
    least = _bound(param, "min")
    if least is not None:
        return voice.text("usage.number", name=_name(param), least=least)
    if "not exist" in said or "is a file" in said or "is a directory" in said:
        return voice.text("usage.path", name=_name(param), value=value)
    return voice.text("usage.value", name=_name(param), said=said)


def _bound(param: Any, name: str) -> object:
    """The least or greatest value of a parameter, wherever this version of typer keeps it."""
    own = getattr(param, name, None)
    return own if own is not None else getattr(getattr(param, "type", None), name, None)


def _name(param: Any) -> str:
    """How the user calls a parameter: ``--workers``, ``PATH…``."""
    if param.param_type_name == "option":
        return str(max(param.opts, key=len))
    return str(param.metavar or param.name.upper())
