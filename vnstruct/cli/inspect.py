"""``vnstruct schema`` and ``vnstruct info``: what this installation is."""

from __future__ import annotations

import json
from importlib.metadata import version

import typer

from vnstruct.cli.language import Voice
from vnstruct.cli.options import KnowledgeFolder


def schema() -> None:
    from vnstruct.schema import json_schema

    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))


def info(
    ctx: typer.Context,
    knowledge: KnowledgeFolder = None,
) -> None:
    from dataclasses import fields

    from rich.console import Console
    from rich.table import Table

    from vnstruct.knowledge import load_knowledge
    from vnstruct.pipeline import STAGES, model_path
    from vnstruct.schema import Directive

    voice: Voice = ctx.obj
    console = Console()
    schema_version = Directive.model_fields["schema_version"].default
    console.print(f"vnstruct {version('vnstruct')}, schema {schema_version}", highlight=False)
    for name in ("spacy", "underthesea", "pydantic"):
        console.print(f"  {name} {version(name)}", highlight=False)
    meta = json.loads((model_path() / "meta.json").read_text(encoding="utf-8"))
    model = f"vi_{meta['name']} {meta['version']} ({', '.join(STAGES)})"
    console.print(f"{voice.text('info.model')}: {model}", highlight=False)
    table = Table(voice.text("info.table"), voice.text("info.rows"), voice.text("info.latest"), box=None)
    tables = load_knowledge(knowledge)
    for field in fields(tables):
        rows = getattr(tables, field.name)
        table.add_row(field.name, f"{len(rows):,}", max((_latest(row) for row in rows), default=""))
    console.print(table)


def _latest(row: object) -> str:
    """The latest date in a row: how far the table follows events."""
    return max((str(getattr(row, name, "")) for name in ("date", "valid_from", "valid_to")), default="")
