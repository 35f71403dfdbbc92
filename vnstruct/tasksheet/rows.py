"""One row for each task, in words that staff can use as they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from vnstruct.schema import (
    Action,
    Body,
    CitedDocument,
    DateExpression,
    Directive,
    Place,
    Reference,
    Section,
    Task,
)

_SPACES = re.compile(r"\s+")
# "… trước ngày 25/12/2025", "…, xong trong quý IV": the words that lead into a deadline at the end of a clause
_LONGEST_LEAD_IN = 100
_LEAD_IN = re.compile(
    r"[\s,;(]*(?:(?:và\s+)?(?:hoàn thành|xong|gửi|chậm nhất(?: là)?)\s+)?"
    r"(?:(?:trước|đến|trong|vào|từ|là|tới|hạn|hết|thời hạn|thời gian)\s+)*$",
    re.IGNORECASE,
)
# "(nhằm ngày 24 tháng Chạp)": the same day once more
_NOTHING_MORE = re.compile(r"[\s.,;)]*(?:\([^()]{0,80}\))?[\s.,;)]*")
_NEAR = 20
_EMPHASIS = re.compile(r"\*{2,}")
# scraps of the page, the short form of the body before (*… (VCCI) rà soát*), and words that only join sentences
_BEFORE_WORDS = re.compile(
    r"[^\w(“\"‘']*(?:\([^()]{1,20}\)\s+)?(?:(?:đồng thời|ngoài ra|bên cạnh đó|trong đó)\b\s*,?\s*)?", re.IGNORECASE
)
_LEADS_ON = re.compile(r"(?<![\s,;:])[\s,;:]*+\b(?:cụ thể|như sau|sau đây|cụ thể như sau)[\s:.;,]*\Z")
"""*Nâng cao hiệu quả quản lý, cụ thể:* as a heading is *Nâng cao hiệu quả quản lý*."""
_LEADING = frozenset({"lead", "coordinate"})
"""Classes of the verbs that say how one works (*chủ trì, phối hợp*), not at what."""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task as printed on the sheet.

    ``section`` is the path of labels with the nearest heading, ``what`` the verb and its object with a capital, ``due`` the value of
    the deadline (ISO, X for what repeats) with ``due_latest`` its last day when known and ``due_text`` its wording.
    ``offset`` is the code point in the document's text where the clause starts, ``line`` its line there and ``place``
    where it stands in the file, when that is no file of text; ``confidence`` is that of the weakest annotation the row
    rests on.
    """

    number: int
    document: str
    path: str
    section: str
    lead: tuple[str, ...]
    coordinators: tuple[str, ...]
    what: str
    due: str
    due_latest: str
    due_text: str
    cited: tuple[str, ...]
    modality: str
    offset: int
    line: int
    place: Place | None
    confidence: float
    id: str


def task_rows(directive: Directive) -> list[TaskRow]:
    """The rows of one document, in text order."""
    return _Sheet(directive).rows()


def document_label(directive: Directive) -> str:
    """How a document is called on a sheet: type and number, else its title, else its file.

    >>> from vnstruct.schema import Header, Source
    >>> header = Header(doc_type="chỉ thị", number="06/CT-UBND")
    >>> document_label(Directive(source=Source(), text="", kind="directive", header=header))
    'Chỉ thị 06/CT-UBND'
    """
    header = directive.header
    if header.number:
        kind = (header.doc_type or "").capitalize()
        return f"{kind} {header.number}".strip()
    return header.title or directive.source.path or ""


class _Sheet:
    """The annotations of one document by id."""

    def __init__(self, directive: Directive) -> None:
        self.directive = directive
        self.bodies: dict[str, Body] = {b.id: b for b in directive.bodies}
        self.dates: dict[str, DateExpression] = {d.id: d for d in directive.dates}
        self.actions: dict[str, Action] = {a.id: a for a in directive.actions}
        self.references: dict[str, Reference] = {r.id: r for r in directive.references}
        self.works: dict[str, CitedDocument] = {w.id: w for w in directive.cited_documents}
        self.sections: dict[str, Section] = {s.id: s for s in directive.sections}

    @cached_property
    def label(self) -> str:
        return document_label(self.directive)

    def rows(self) -> list[TaskRow]:
        return [self.row(number, task) for number, task in enumerate(self.directive.tasks, start=1)]

    def row(self, number: int, task: Task) -> TaskRow:
        due = self.dates.get(task.deadline or "")
        rests_on = [task.confidence, *(self.bodies[i].confidence for i in task.actors if i in self.bodies)]
        if due is not None:
            rests_on.append(due.confidence)
        return TaskRow(
            number=number,
            document=self.label,
            path=self.directive.source.path or "",
            section=self.section_path(task.section),
            lead=self.names(task.actors),
            coordinators=self.names(task.coordinators),
            what=self.what(task, due),
            due=due.value if due else "",
            due_latest=(due.latest or "") if due else "",
            due_text=_one_line(due.text) if due else "",
            cited=self.cited(task),
            modality=task.modality,
            offset=task.start,
            line=bisect_left(self.line_ends, task.start) + 1,
            place=self.directive.source.place_at(task.start),
            confidence=min(rests_on),
            id=task.id,
        )

    @cached_property
    def line_ends(self) -> list[int]:
        return [end.start() for end in re.finditer("\n", self.directive.text)]

    def cited(self, task: Task) -> tuple[str, ...]:
        """The documents that a task cites, once each: as printed, or by name where a word stands for one."""
        mentions = [self.references[i] for i in task.references if i in self.references]
        named = {m.document for m in mentions if m.kind != "anaphoric"}
        told = [m for m in mentions if m.kind != "anaphoric" or m.pinpoints or m.document not in named]
        return tuple(dict.fromkeys(self.cited_words(m) for m in told))

    def cited_words(self, mention: Reference) -> str:
        """*Công văn nêu trên* as *Công văn 12/BTC-NS (nêu trên)*; *Quyết định này*, of the document itself, as printed."""
        words = _one_line(mention.text)
        work = self.works.get(mention.document or "")
        if mention.kind != "anaphoric" or work is None or work.own:
            return words
        name = f"{(work.doc_type or '').capitalize()} {work.number}".strip() if work.number else work.name
        if not name:
            return words
        kind = mention.doc_type if mention.doc_type == work.doc_type else None
        before, found, pointing = words.casefold().partition(kind or "\0")
        if not found:
            return f"{name} ({words})"
        return f"{words[: len(before)]}{name} ({pointing.strip()})"

    def names(self, ids: list[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.bodies[i].name for i in ids if i in self.bodies))

    def section_path(self, section_id: str | None) -> str:
        """Labels from the outermost level down, the nearest heading in its place: ``I › 2. Sở Tài chính › a``."""
        labels: list[str] = []
        heading = ""
        while section_id in self.sections:
            section = self.sections[section_id]
            own = "" if heading else _LEADS_ON.sub("", _one_line(section.heading or "")).rstrip(" :.;,")
            labels.append(f"{section.label}. {own}" if own else section.label)
            heading = heading or own
            section_id = section.parent
        return " › ".join(reversed(labels))

    def what(self, task: Task, due: DateExpression | None) -> str:
        """The clause from its first working verb, without the deadline at its end: both have columns of their own."""
        start, end = self.first_verb(task), task.end
        text = self.directive.text
        if due is not None and start < due.start < end and _NOTHING_MORE.fullmatch(text, due.end, end):
            trimmed = text[start : due.start]
            lead_in = _LEAD_IN.search(trimmed, max(0, len(trimmed) - _LONGEST_LEAD_IN))
            kept = trimmed[: lead_in.start()] if lead_in else trimmed
            # "… (ban hành trước ngày 25/12)": a bracket that holds more than the deadline is kept whole
            end = start + len(kept) if kept.strip() and kept.count("(") <= kept.count(")") else end
        words = _one_line(_EMPHASIS.sub("", text[start:end])).strip(" ,;:")
        words = words[_BEFORE_WORDS.match(words).end() :] or words  # type: ignore[union-attr]  # it matches nothing, too
        return words[:1].upper() + words[1:]

    def first_verb(self, task: Task) -> int:
        """Where the work is named: past *chủ trì, phối hợp với …* when a verb of work follows the bodies."""
        verbs = [self.actions[i] for i in task.actions if i in self.actions]
        partners = [
            self.bodies[i].end for i in task.coordinators if i in self.bodies and task.start <= self.bodies[i].start
        ]
        for verb in verbs:
            if verb.verb_class not in _LEADING:
                if not partners or verb is verbs[0] or verb.start < max(partners):
                    return task.start
                # "phối hợp với Công an phường ra quân giải tỏa": a few words may stand between
                near = verb.start - max(partners) <= _NEAR
                return max(partners) if near else verb.start
        return task.start


def _one_line(text: str) -> str:
    return _SPACES.sub(" ", text).strip()
