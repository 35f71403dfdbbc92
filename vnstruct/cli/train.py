"""``vnstruct train``: rebuilds what is learnt from annotated documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vnstruct.cli.language import Voice
from vnstruct.cli.options import NOTHING_TO_DO


def train(
    ctx: typer.Context,
    folders: Annotated[
        list[Path],
        typer.Argument(help="help.annotated", metavar="FOLDER…", exists=True, file_okay=False, show_default=False),
    ],
    out: Annotated[
        Path | None, typer.Option("-o", "--output", help="help.model-folder", file_okay=False, metavar="MODEL_DIR")
    ] = None,
    seed: Annotated[int, typer.Option("--seed", help="help.seed")] = 0,
    familiar: Annotated[
        Path | None, typer.Option("--familiar", help="help.familiar", exists=True, dir_okay=False, metavar="FILE")
    ] = None,
    figures: Annotated[bool, typer.Option("--report", help="help.report")] = False,
) -> None:
    from vnstruct.pipeline import model_path
    from vnstruct.training.calibrating import calibrate
    from vnstruct.training.examples import documents
    from vnstruct.training.report import report

    voice: Voice = ctx.obj
    found = documents(folders, familiar.read_text(encoding="utf-8").split() if familiar else ())
    if not found:
        voice.say("nothing-to-do")
        raise typer.Exit(NOTHING_TO_DO)
    folder = out or model_path()
    folder.mkdir(parents=True, exist_ok=True)
    path = calibrate(found).save(folder)
    voice.say("train.written", path=path, count=len(found))
    if figures:
        print(report(found, seed))
