"""The task table of the page: who does what, with whom, by when."""

from __future__ import annotations

from collections.abc import Iterator

from vnstruct.doubt import DOUBTFUL
from vnstruct.schema import Directive, Task
from vnstruct.tasksheet.places import place_words
from vnstruct.tasksheet.rows import TaskRow, task_rows
from vnstruct.writers.review.document import title_of
from vnstruct.writers.review.escape import escaped
from vnstruct.writers.review.labels import Words
from vnstruct.writers.review.values import day, percent, same_day
from vnstruct.writers.terms import term

TASK_COLUMNS = ("number", "lead", "coordinators", "what", "due", "section", "cited")
_SORTED = ("number", "lead", "due")
"""Columns that the table can be sorted by."""


def task_head(words: Words) -> str:
    """The header cells of the task table."""
    return "".join(_head_cell(name, words) for name in TASK_COLUMNS)


def _head_cell(name: str, words: Words) -> str:
    label = escaped(words[f"column.{name}"])
    if name not in _SORTED:
        return f'<th scope="col" role="columnheader" class="{name}">{label}</th>'
    sort = ' aria-sort="ascending"' if name == "number" else ""
    button = f'<button type="button" data-sort="{name}">{label}</button>'
    return f'<th scope="col" role="columnheader" class="{name}"{sort}>{button}</th>'


def task_body(directive: Directive, scope: str, words: Words, *, titled: bool) -> str:
    """The rows of one document; ``titled`` puts the document's name above them."""
    rows = "".join(_task_rows(directive, scope, words))
    count = len(TASK_COLUMNS)
    if not rows:
        none = escaped(words["tasks.none"])
        rows = f'<tr role="row" class="none"><td role="gridcell" colspan="{count}">{none}</td></tr>'
    head = ""
    if titled:
        title = escaped(title_of(directive, words))
        head = (
            f'<tr role="row" class="title"><th role="rowheader" scope="rowgroup" colspan="{count}">'
            f'<a class="go" data-doc="{scope}" href="#{scope}">{title}</a></th></tr>'
        )
    return f'<tbody role="rowgroup" data-doc="{scope}">{head}{rows}</tbody>'


def _task_rows(directive: Directive, scope: str, words: Words) -> Iterator[str]:
    paths = _section_paths(directive)
    for row, task in zip(task_rows(directive), directive.tasks, strict=True):
        yield _task_row(row, task, scope, paths.get(task.section or "", ""), words)


def _task_row(row: TaskRow, task: Task, scope: str, section: str, words: Words) -> str:
    id_ = escaped(task.id)
    cells = {
        "number": f'<a class="go" data-go="{id_}" href="#{scope}-{id_}">{row.number}</a>',
        "lead": _names(row.lead) or f'<span class="none">{escaped(words["no-actor"])}</span>',
        "coordinators": _names(row.coordinators),
        "what": _what(row, words),
        "due": _due(row, words),
        "section": f"<span>{escaped(section)}</span><small>{escaped(place_words(row.place, row.line, words.language))}</small>",
        "cited": _names(tuple(dict.fromkeys(row.cited))),
    }
    painted = "".join(
        f'<td role="gridcell" class="{name}" data-label="{escaped(words[f"column.{name}"])}">{cells[name]}</td>'
        for name in TASK_COLUMNS
    )
    doubtful = " q" if row.confidence < DOUBTFUL else ""
    return f'<tr role="row" class="task{doubtful}" aria-selected="false"{_links(row, task)}>{painted}</tr>'


def _links(row: TaskRow, task: Task) -> str:
    """What the script needs to find everything that a task rests on."""
    links = {
        "k": [task.id],
        "lead": task.actors,
        "with": task.coordinators,
        "sup": task.supervisors,
        "rep": task.reports_to,
        "verb": task.actions,
        "ref": task.references,
        "date": [task.deadline] if task.deadline else [],
        "due": [row.due] if row.due else [],
        "last": [row.due_latest[:10]] if row.due_latest else [],
    }
    return "".join(f' data-{name}="{escaped(" ".join(ids))}"' for name, ids in links.items() if ids)


def _names(names: tuple[str, ...]) -> str:
    if len(names) <= 1:
        return "".join(map(escaped, names))
    return "<ul>" + "".join(f"<li>{escaped(name)}</li>" for name in names) + "</ul>"


def _what(row: TaskRow, words: Words) -> str:
    modality = term("modality", row.modality, words.language) if row.modality != "must" else ""
    flag = f'<span class="flag">{escaped(modality)}</span> ' if modality else ""
    return flag + escaped(row.what) + _doubt(row.confidence, words)


def _doubt(confidence: float, words: Words) -> str:
    if confidence >= DOUBTFUL:
        return ""
    return f' <span class="doubt">{escaped(words["layer.q"])} ({escaped(percent(confidence, words))})</span>'


def _due(row: TaskRow, words: Words) -> str:
    """The deadline as a day when it is one, with the document's own words where they say it differently."""
    if not row.due:
        return ""
    printed = day(row.due)
    if printed != row.due:
        wording = "" if same_day(row.due_text, printed) else row.due_text
        first = printed
    else:
        first = row.due_text
        wording = day(row.due_latest[:10]) if row.due_latest and "X" not in row.due_latest else ""
        wording = f"{words['filter.before'].lower()} {wording}" if wording else ""
    second = f"<small>{escaped(wording)}</small>" if wording else ""
    return f"<span>{escaped(first)}</span>{second}"


def _section_paths(directive: Directive) -> dict[str, str]:
    """Labels from the outermost level down, as staff cite them: ``II.1.a``."""
    paths: dict[str, str] = {}
    for section in directive.sections:
        above = paths.get(section.parent or "")
        paths[section.id] = f"{above}.{section.label}" if above else section.label
    return paths
