"""``vnstruct show``: the document in the terminal, its annotations coloured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from vnstruct.cli.language import Voice
from vnstruct.cli.options import (
    MAX_MB,
    MAX_PAGES,
    MAX_SECONDS,
    Documents,
    KnowledgeFolder,
    MaxMb,
    MaxPages,
    MaxSeconds,
    Ocr,
    limits_of,
)
from vnstruct.doubt import DOUBTFUL

if TYPE_CHECKING:
    from rich.text import Text

    from vnstruct.schema import Directive

STYLES = {
    "tasks": "on grey15",
    "references": "bold cyan",
    "dates": "bold yellow",
    "bodies": "bold green",
    "actions": "bold magenta",
}
"""Styles by layer, the ones below first."""
_DOUBTFUL_STYLE = "underline"


def show(
    ctx: typer.Context,
    path: Annotated[str, typer.Argument(help="help.show-path", metavar="PATH", show_default=False)],
    all_text: Annotated[bool, typer.Option("--all", help="help.all-text")] = False,
    knowledge: KnowledgeFolder = None,
    ocr: Ocr = False,
    max_mb: MaxMb = MAX_MB,
    max_pages: MaxPages = MAX_PAGES,
    max_seconds: MaxSeconds = MAX_SECONDS,
) -> None:
    from rich.console import Console

    voice: Voice = ctx.obj
    console = Console(highlight=False)
    documents = Documents([path], voice, knowledge, limits=limits_of(max_mb, max_pages, max_seconds), ocr=ocr)
    for directive in documents:
        console.print(_heading(directive), soft_wrap=True)
        console.print(_legend(voice))
        console.print(_coloured(directive, all_text=all_text), soft_wrap=True)
        if directive.diagnostics:
            console.print(voice.text("show.diagnostics"), style="bold")
        for finding in directive.diagnostics:
            line = directive.text.count("\n", 0, finding.start) + 1
            console.print(f"  {line}: {finding.message} [{finding.code}]", markup=False)
    raise documents.exit


def _heading(directive: Directive) -> Text:
    from rich.text import Text

    from vnstruct.tasksheet.rows import document_label

    header = directive.header
    parts = [document_label(directive), header.issuer, header.date, header.title]
    return Text(" · ".join(dict.fromkeys(part for part in parts if part)), style="bold reverse")


def _legend(voice: Voice) -> Text:
    from rich.text import Text

    legend = Text()
    for layer, style in STYLES.items():
        legend.append(voice.text(f"show.{layer}"), style=style).append("  ")
    return legend.append(voice.text("show.doubtful"), style=_DOUBTFUL_STYLE).append("\n")


def _coloured(directive: Directive, *, all_text: bool) -> Text:
    """The text with a style for every annotation; stretches that are no part of the document left out."""
    from rich.text import Text

    text = Text(directive.text.translate(_VISIBLE))
    for layer, style in STYLES.items():
        for item in getattr(directive, layer):
            text.stylize(style, item.start, item.end)
            if item.confidence < DOUBTFUL:
                text.stylize(_DOUBTFUL_STYLE, item.start, item.end)
    if all_text:
        return text
    kept = [text[b.start : b.end] for b in directive.blocks if b.kind != "boilerplate" and b.start < b.end]
    return Text().join(kept)


# terminals act on control characters: they are shown as the pictures Unicode has for them, one for one
_VISIBLE = {code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\n\t"}
_VISIBLE |= {0x0D: " ", 0x7F: "\u2421", **dict.fromkeys(range(0x80, 0xA0), "\ufffd")}
