"""``vnstruct evaluate``: the output against documents annotated by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vnstruct.cli.language import Voice
from vnstruct.cli.options import ALL_CONVERTED, NOTHING_TO_DO, SOME_FAILED, KnowledgeFolder
from vnstruct.doubt import DOUBTFUL

if TYPE_CHECKING:
    from vnstruct.evaluation import Evaluation, Gold
    from vnstruct.schema import Directive

LAYERS = (
    "reference detection", "reference strict", "reference value", "date detection", "date strict", "date value",
    "body detection", "body strict", "body value", "action detection", "action strict", "task", "task actor",
    "task coordinator", "task deadline", "section",
)  # fmt: skip
ATTRIBUTES = (
    "reference date", "reference issuer", "reference pinpoints", "date role", "body role", "action kind",
    "section depth", "header field",
)  # fmt: skip
_REVIEWED = ("references", "dates", "bodies", "actions", "tasks")


def evaluate(
    ctx: typer.Context,
    gold: Annotated[Path | None, typer.Argument(help="help.gold", metavar="GOLD", show_default=False)] = None,
    predicted: Annotated[
        Path | None, typer.Argument(help="help.predicted", metavar="PREDICTED", show_default=False)
    ] = None,
    json_file: Annotated[Path | None, typer.Option("--json", help="help.figures", metavar="FILE")] = None,
    errors: Annotated[bool, typer.Option("--errors", help="help.list-errors")] = False,
    review: Annotated[Path | None, typer.Option("--review", help="help.review", metavar="FILE")] = None,
    below: Annotated[float, typer.Option("--below", help="help.below", min=0.0, max=1.0, metavar="P")] = DOUBTFUL,
    knowledge: KnowledgeFolder = None,
) -> None:
    from vnstruct.errors import VnstructError
    from vnstruct.evaluation import Evaluation, load_gold, score

    voice: Voice = ctx.obj
    if review is not None:
        raise typer.Exit(_review(review, below, knowledge, voice))
    files = _gold_files(gold) if gold else []
    if not files:
        voice.say("nothing-to-do")
        raise typer.Exit(NOTHING_TO_DO)
    evaluation, failed = Evaluation(), 0
    for path in files:
        try:
            document = load_gold(path)
            score(document, _output(path, document, predicted, knowledge), evaluation)
        except VnstructError as error:
            failed += 1
            voice.report(error)
    _print(evaluation, len(files) - failed, voice, errors=errors)
    if json_file is not None:
        json_file.write_text(json.dumps(figures(evaluation), indent=1) + "\n", encoding="utf-8")
    raise typer.Exit(SOME_FAILED if failed else ALL_CONVERTED)


def _gold_files(gold: Path) -> list[Path]:
    """A gold file, or those of a folder (the annotated ones, else all of vnstruct's own output)."""
    if gold.is_dir():
        return sorted(gold.glob("*.gold.json")) or sorted(gold.glob("*.json"))
    return [gold]


def _output(path: Path, gold: Gold, predicted: Path | None, knowledge: Path | None) -> dict[str, Any]:
    """The output to score: from the file or folder given, else what the pipeline makes of the text."""
    from vnstruct.evaluation.gold import name_of, predictions, text_path
    from vnstruct.pipeline import structure
    from vnstruct.readers import read

    if predicted is not None:
        return predictions(predicted / f"{name_of(path)}.json" if predicted.is_dir() else predicted)
    if gold.text is not None:
        return structure(gold.text, knowledge=knowledge).model_dump(by_alias=True)
    return read(text_path(path), knowledge=knowledge).model_dump(by_alias=True)


def figures(evaluation: Evaluation) -> dict[str, float]:
    """F1 of every layer and the share right of every attribute."""
    found = {layer: round(evaluation.figures(layer).f1, 4) for layer in LAYERS}
    return found | {name: round(evaluation.accuracy(name), 4) for name in _attributes(evaluation)}


def _attributes(evaluation: Evaluation) -> list[str]:
    return [*ATTRIBUTES, *sorted(k for k in evaluation.trials if k.startswith("header ") and k != "header field")]


def _print(evaluation: Evaluation, documents: int, voice: Voice, *, errors: bool) -> None:
    print(voice.text("evaluate.documents", count=documents))
    print(f"{'':22}{'P':>8}{'R':>8}{'F1':>8}{'gold':>8}{'pred':>8}")
    for layer in LAYERS:
        precision, recall, f1 = evaluation.figures(layer)
        counts = f"{evaluation.gold[layer]:8}{evaluation.predicted[layer]:8}"
        print(f"{layer:22}{precision:8.3f}{recall:8.3f}{f1:8.3f}{counts}")
    print(f"{'':22}{voice.text('evaluate.right'):>8}{voice.text('evaluate.of'):>8}{'%':>8}")
    for name in _attributes(evaluation):
        counts = f"{evaluation.hits[name]:8}{evaluation.trials[name]:8}"
        print(f"{name:22}{counts}{evaluation.accuracy(name):8.3f}")
    if errors:
        for kind, lines in sorted(evaluation.errors.items()):
            print(f"\n{kind} ({len(lines)})", *lines, sep="\n  ")


def _review(path: Path, below: float, knowledge: Path | None, voice: Voice) -> int:
    """The doubtful annotations of a document, the most doubtful first."""
    from vnstruct.errors import VnstructError

    try:
        directive = _document(path, knowledge)
    except VnstructError as error:
        voice.report(error)
        return SOME_FAILED
    lines = directive.text.count
    doubtful = [(item, layer) for layer in _REVIEWED for item in getattr(directive, layer) if item.confidence < below]
    doubtful.sort(key=lambda entry: (entry[0].confidence, entry[0].start))
    for item, layer in doubtful:
        words = " ".join(item.text.split())[:100]
        print(
            f"{item.confidence:.2f}  {lines(chr(10), 0, item.start) + 1:>5}  {voice.text(f'show.{layer}'):10}  {words}"
        )
    voice.say("evaluate.doubtful", count=len(doubtful), below=below)
    return ALL_CONVERTED


def _document(path: Path, knowledge: Path | None) -> Directive:
    """A document to review: output of vnstruct, or a file to read."""
    from pydantic import ValidationError

    from vnstruct.readers import read
    from vnstruct.schema import Directive

    if path.suffix == ".json":
        try:
            return Directive.model_validate_json(path.read_bytes())
        except (OSError, ValidationError):
            pass
    return read(path, knowledge=knowledge)
