"""What a person should look at: diagnostics, warnings of the reader, doubtful annotations."""

from __future__ import annotations

from typing import Any

from vnstruct.doubt import DOUBTFUL
from vnstruct.schema import Diagnostic, Directive
from vnstruct.writers.review.escape import beside, escaped, one_line
from vnstruct.writers.review.labels import Words
from vnstruct.writers.review.marks import LAYERS
from vnstruct.writers.review.values import percent


def check_list(directive: Directive, scope: str, words: Words, *, level: int) -> tuple[str, int]:
    """Diagnostics, warnings of the reader and doubtful annotations as lists under headings, and how many they are."""
    groups = {
        "diagnostics": [_finding(directive, n, f, scope) for n, f in enumerate(directive.diagnostics, start=1)],
        "warnings": [f"<li>{escaped(one_line(warning))}</li>" for warning in directive.source.warnings],
        "doubtful": _doubtful(directive, scope, words),
    }
    lists = "".join(
        f'<h{level} class="list">{escaped(words[f"check.{name}"])} ({len(items)})</h{level}><ul>{"".join(items)}</ul>'
        for name, items in groups.items()
        if items
    )
    return lists or f'<p class="none">{escaped(words["check.none"])}</p>', sum(map(len, groups.values()))


def _finding(directive: Directive, number: int, finding: Diagnostic, scope: str) -> str:
    quote = one_line(directive.text[finding.start : finding.end], 80)
    quoted = f" <q>{escaped(quote)}</q>" if quote else ""
    link = f'<a class="go" data-go="g{number}" href="#{scope}-g{number}">{escaped(one_line(finding.message))}</a>'
    return f"<li>{link}{quoted}</li>"


def _doubtful(directive: Directive, scope: str, words: Words) -> list[str]:
    """Doubtful annotations in text order, each between the words beside it."""
    found: list[tuple[str, Any]] = [
        (letter, item)
        for letter, layer in LAYERS.items()
        for item in getattr(directive, layer)
        if item.confidence < DOUBTFUL
    ]
    found.sort(key=lambda entry: (entry[1].start, entry[1].end))
    return [_doubt(directive.text, letter, item, scope, words) for letter, item in found]


def _doubt(text: str, letter: str, item: Any, scope: str, words: Words) -> str:
    kind = f'<span class="kind"><span class="m {letter}">{escaped(words[f"one.{letter}"])}</span></span>'
    before, after = beside(text, item.start, item.end)
    id_ = escaped(item.id)
    link = f'<a class="go" data-go="{id_}" href="#{scope}-{id_}">{escaped(one_line(item.text, 120))}</a>'
    sure = f"<small>{escaped(percent(item.confidence, words))}</small>"
    return f"<li>{kind} <span>{escaped(before)}{link}{escaped(after)}</span> {sure}</li>"
