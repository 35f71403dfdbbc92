"""Which documents a document rests on: those it names when it says why it is issued."""

from __future__ import annotations

import re

from vnstruct.schema import CitedDocument, Directive, Reference

_FOUNDING = frozenset({"based_on", "implements", "proposed_by", "replies_to"})
# "Thực hiện Luật Lâm nghiệp; Nghị định số …; Chỉ thị số …, Chủ tịch UBND tỉnh yêu cầu:" is one sentence
_SENTENCE_END = re.compile(r"[.!?:]\s|\n\s*\n")


def basis(directive: Directive) -> list[CitedDocument]:
    """The cited documents that the directive is based on, carries out or answers, in text order.

    They stand before the first task; *thực hiện Nghị định …* in a task tells somebody else to carry it out. What is
    called a ground (*căn cứ*) counts wherever it stands.

    >>> from vnstruct import structure
    >>> text = "Căn cứ Luật Đất đai; thực hiện Chỉ thị số 05/CT-TTg, giao Sở Xây dựng thực hiện Nghị định 15/2021/NĐ-CP."
    >>> [work.number or work.name for work in basis(structure(text))]
    ['31/2024/QH15', '05/CT-TTg']
    """
    tasks_begin = min((task.start for task in directive.tasks), default=len(directive.text))
    founding: set[str] = set()
    previous: Reference | None = None
    for mention in directive.references:
        early = mention.start < tasks_begin
        listed = early and previous is not None and _continues(directive.text, previous, mention)
        if mention.relation == "based_on" or (early and mention.relation in _FOUNDING) or listed:
            previous = mention
            if mention.document:
                founding.add(mention.document)
    return [work for work in directive.cited_documents if work.id in founding]


def _continues(text: str, previous: Reference, mention: Reference) -> bool:
    """Whether a mention is a further member of the list in which the one before stands."""
    between = text[previous.end : mention.start]
    return between.rstrip().endswith(";") and between.count(";") == 1 and not _SENTENCE_END.search(between)
