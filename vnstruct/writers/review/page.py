"""The review page: one HTML file that needs nothing else, for one document or several.

All markup is made here; the script only adds behaviour, and a browser without it still shows everything. The page
can load nothing and run nothing but its own style and script: its Content-Security-Policy names them by checksum.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from string import Template
from typing import Any

from vnstruct.schema import Directive
from vnstruct.writers.json import join
from vnstruct.writers.review.checks import check_list
from vnstruct.writers.review.document import document_html, title_of
from vnstruct.writers.review.escape import escaped, one_line, script_json
from vnstruct.writers.review.labels import Words
from vnstruct.writers.review.notes import notes_of
from vnstruct.writers.review.sheet import task_body, task_head
from vnstruct.writers.review.works import works_table
from vnstruct.writers.terms import Language

__all__ = ["join", "part", "render"]

_LEGEND = ("k", "r", "b", "t", "a", "q", "o")


def part(directive: Directive) -> bytes:
    """The page of one document, in Vietnamese."""
    return render([directive]).encode()


def render(directives: Sequence[Directive], *, language: Language = "vi") -> str:
    """The page of all documents; labels in Vietnamese or English. Raises ``ValueError`` for another language.

    >>> page = render([Directive(source={}, text="Sở Y tế <báo cáo>.", kind="other", header={})])
    >>> page.startswith("<!DOCTYPE html>"), "Sở Y tế &lt;báo cáo&gt;." in page
    (True, True)
    """
    words = Words(language)
    assets = _assets()
    scopes = [(f"d{number}", directive) for number, directive in enumerate(directives, start=1)]
    values = {key.replace(".", "_"): escaped(word) for key, word in words.under("").items()}
    values |= _panel(scopes, words)
    values |= {
        "lang": language,
        "policy": assets.policy,
        "style": assets.style,
        "script": assets.script,
        "generator": escaped(_generator()),
        "title": escaped(_page_title(directives, words)),
        "name": escaped(title_of(directives[0], words)) if len(directives) == 1 else "",
        "chooser": _chooser(scopes, words),
        "legend_buttons": _legend(words),
        "documents": "".join(document_html(directive, scope, words) for scope, directive in scopes)
        or f'<p class="none">{escaped(words["empty"])}</p>',
        "data": script_json(_data(scopes, words)),
    }
    return assets.template.substitute(values)


Scoped = list[tuple[str, Directive]]
"""Documents with the prefix that their ids have on this page."""


def _panel(scopes: Scoped, words: Words) -> dict[str, str]:
    several = len(scopes) > 1
    level = 4 if several else 3
    checks = [(scope, directive, *check_list(directive, scope, words, level=level)) for scope, directive in scopes]
    return {
        "task_head": task_head(words),
        "task_bodies": "".join(task_body(d, scope, words, titled=several) for scope, d in scopes),
        "task_count": str(sum(len(d.tasks) for _, d in scopes)),
        "bodies": _body_options(d for _, d in scopes),
        "checks": "".join(_group(scope, d, lists, words, several) for scope, d, lists, _ in checks),
        "check_count": str(sum(count for *_, count in checks)),
        "cited_tables": "".join(_group(scope, d, works_table(d, scope, words), words, several) for scope, d in scopes),
        "cited_count": str(sum(len(d.cited_documents) for _, d in scopes)),
    }


def _group(scope: str, directive: Directive, content: str, words: Words, titled: bool) -> str:
    title = f"<h3>{escaped(title_of(directive, words))}</h3>" if titled else ""
    return f'<div class="group" data-doc="{scope}">{title}{content}</div>'


def _body_options(directives: Iterable[Directive]) -> str:
    """The bodies that lead or coordinate tasks, for the filter to suggest."""
    names: set[str] = set()
    for directive in directives:
        known = {body.id: body.name for body in directive.bodies}
        names.update(known[i] for task in directive.tasks for i in (*task.actors, *task.coordinators) if i in known)
    return "".join(f'<option value="{escaped(one_line(name))}">' for name in sorted(names))


def _chooser(scopes: Scoped, words: Words) -> str:
    if len(scopes) < 2:
        return ""
    every = escaped(words["choose.all"].format(count=len(scopes)))
    options = "".join(
        f'<option value="{scope}">{escaped(one_line(title_of(directive, words), 80))}</option>'
        for scope, directive in scopes
    )
    return (
        f'<label class="chooser">{escaped(words["choose"])} '
        f'<select id="chooser"><option value="">{every}</option>{options}</select></label>'
    )


def _legend(words: Words) -> str:
    return "".join(
        f'<button type="button" class="key" data-layer="{letter}" aria-pressed="true">'
        f'<span class="m {letter}">{escaped(words[f"layer.{letter}"])}</span></button>'
        for letter in _LEGEND
    )


def _page_title(directives: Sequence[Directive], words: Words) -> str:
    if len(directives) == 1:
        return f"{title_of(directives[0], words)} - {words['page']}"
    return words["page"]


def _data(scopes: Scoped, words: Words) -> dict[str, Any]:
    """What the script needs beside the markup."""
    return {
        "language": words.language,
        "words": words.under("script."),
        "notes": {scope: notes_of(directive, words) for scope, directive in scopes},
    }


class _Assets:
    """The template, style and script of the page, and the policy that allows exactly these."""

    def __init__(self) -> None:
        folder = files("vnstruct.writers.review")
        self.template = Template(folder.joinpath("template.html").read_text(encoding="utf-8"))
        self.style = folder.joinpath("review.css").read_text(encoding="utf-8")
        self.script = folder.joinpath("review.js").read_text(encoding="utf-8")
        self.policy = (
            f"default-src 'none'; style-src {_checksum(self.style)}; script-src {_checksum(self.script)}; "
            "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
        )


@lru_cache(maxsize=1)
def _assets() -> _Assets:
    return _Assets()


def _checksum(content: str) -> str:
    digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _generator() -> str:
    try:
        return f"vnstruct {version('vnstruct')}"
    except PackageNotFoundError:
        return "vnstruct"
