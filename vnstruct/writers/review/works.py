"""The documents that a document cites, one row for each work."""

from __future__ import annotations

from collections.abc import Mapping

from vnstruct.schema import CitedDocument, Directive
from vnstruct.writers.review.escape import escaped, one_line
from vnstruct.writers.review.labels import Words
from vnstruct.writers.review.notes import work_label
from vnstruct.writers.review.values import day
from vnstruct.writers.terms import term


def works_table(directive: Directive, scope: str, words: Words) -> str:
    """The table of cited documents."""
    if not directive.cited_documents:
        return f'<p class="none">{escaped(words["cited.none"])}</p>'
    relations = {reference.id: reference.relation for reference in directive.references}
    head = "".join(
        f'<th scope="col">{escaped(words[key])}</th>' for key in ("document", "cited.relation", "cited.mentions")
    )
    rows = "".join(_row(work, scope, relations, words) for work in directive.cited_documents)
    return f'<table class="works"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _row(work: CitedDocument, scope: str, relations: Mapping[str, str], words: Words) -> str:
    said = dict.fromkeys(term("relation", relations[id_], words.language) for id_ in work.mentions if id_ in relations)
    links = " ".join(
        f'<a class="go" data-go="{escaped(id_)}" href="#{scope}-{escaped(id_)}">{number}</a>'
        for number, id_ in enumerate((id_ for id_ in work.mentions if id_ in relations), start=1)
    )
    label = work_label(work)
    own = f" <small>{escaped(words['cited.own'])}</small>" if work.own else ""
    title = work.title or (work.name if work.number else None) or ""
    facts = ", ".join(filter(None, (day(work.date or ""), work.issuer)))
    facts = f"<small>{escaped(one_line(facts))}</small>" if facts else ""
    subject = f"<span>{escaped(one_line(title, 300))}</span>" if title and title != label else ""
    return (
        f'<tr id="{scope}-w-{escaped(work.id)}" tabindex="-1">'
        f'<th scope="row"><span>{escaped(label)}{own}</span>{facts}{subject}</th>'
        f"<td>{escaped('; '.join(said))}</td><td>{links}</td></tr>"
    )
