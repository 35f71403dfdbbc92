"""One pass over the paragraphs: zones and actors open and close, clauses become tasks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from vnstruct.analysis import Analysis
from vnstruct.bodies.model import BodyMention
from vnstruct.dates.model import TimeExpression
from vnstruct.layout.model import Paragraph
from vnstruct.tasks import implementation
from vnstruct.tasks.clauses import Clause, sentences
from vnstruct.tasks.composer import Composer
from vnstruct.tasks.cues import amends, announces_opinion, announces_orders, cues_of, is_bare_lead_in, is_enforcement
from vnstruct.tasks.deadlines import is_deadline
from vnstruct.tasks.decision import Verdict, decide
from vnstruct.tasks.explaining import explains_law
from vnstruct.tasks.features import features_of
from vnstruct.tasks.headings import (
    Theme,
    charged_by,
    defines_set,
    heading_of,
    is_crosshead,
    names_actor,
    opens_scope,
    states_theme,
    within,
)
from vnstruct.tasks.implementation import Attribute, AttributeKind, attributes, label_kind
from vnstruct.tasks.joining import joined
from vnstruct.tasks.judge import Judged
from vnstruct.tasks.lexicon import Lexicon
from vnstruct.tasks.model import Task
from vnstruct.tasks.reading import Reader, Reading
from vnstruct.tasks.scope import Scope, Zone
from vnstruct.tasks.tables import Table, tables
from vnstruct.tasks.themes import base_zone, zone_of
from vnstruct.tasks.tokens import Tokens, has_words

_BLOCKS: Final = frozenset({"body", "closing", "table", "appendix"})
# what is attached to a decree or circular are forms and lists
_NORM_BLOCKS: Final = frozenset({"body", "closing"})
_REPORTING: Final = frozenset({"báo cáo", "tờ trình"})
_ASIDE: Final = re.compile(r"\((giao [^()]{3,300})\)")
_DIRECTING: Final = frozenset({"directive", "dispatch", "notice"})


@dataclass(slots=True)
class Issuers:
    """The bodies that have directed so far; apart from the walk, so that no reference cycle keeps a document alive."""

    scope: Scope
    bodies: list[BodyMention] = field(default_factory=list)

    def direct(self, bodies: list[BodyMention]) -> bool:
        """Whether bodies may be the issuer: anybody before the orders begin, then only who has directed already."""
        if self.scope.zone < Zone.OPEN or not self.bodies:
            return True
        names = {body.name for body in self.bodies}
        return any(
            b.role == "issuer" or b.name in names or any(b.name in n or n in b.name for n in names) for b in bodies
        )


class Walk:
    """The state of the pass over one document."""

    def __init__(self, lexicon: Lexicon, analysis: Analysis) -> None:
        self.text = analysis.text
        self.layout = analysis.layout
        self.tokens = Tokens(lexicon, analysis)
        self.composer = Composer(self.tokens)
        self.scope = Scope(base_zone(self.layout), self.addressees())
        self.issuers = Issuers(self.scope)
        self.reader = Reader(self.tokens, self.issuers.direct)
        self.named: list[BodyMention] = []
        self.block: list[Task] = []
        self.block_closed = False
        self.themes: list[Theme] = []
        self.readings: dict[tuple[int, int], Reading] = {}
        self.listing: tuple[int, AttributeKind] | None = None

    def addressees(self) -> list[BodyMention]:
        """The bodies of *Kính gửi* or *điện:*, who act when nobody else is named; who is reported to does not act."""
        doc_type = self.layout.fields.get("doc_type")
        if doc_type is not None and doc_type.value in _REPORTING:
            return []
        spans = [(r.start, r.end) for r in self.layout.recipients if r.kind == "addressee"]
        return [b for start, end in spans for b in self.tokens.inside(start, end) if isinstance(b, BodyMention)]

    def run(self) -> None:
        """Walk the paragraphs."""
        paragraphs = [p for p in self.layout.paragraphs if self.holds_work(p)]
        attached = False
        found = tables(self.layout.lines)
        following = 0
        for index, paragraph in enumerate(paragraphs):
            while following < len(found) and found[following].start <= paragraph.start:
                self.table(found[following], paragraph)
                following += 1
            if following and paragraph.start < found[following - 1].end:
                continue
            if paragraph.block == "appendix" and not attached:
                # an attached plan has headings of its own; a form or a list under it inherits nothing from the document
                attached, self.block = True, []
                zone = base_zone(self.layout) if self.layout.kind == "normative" else Zone.EXPLICIT
                self.scope = self.issuers.scope = Scope(zone, [])
            self.leave_themes(paragraph.section)
            self.paragraph(paragraph, paragraphs[index + 1] if index + 1 < len(paragraphs) else None)
        self.leave_themes(None)
        self.composer.found.actions.sort(key=lambda action: action.start)
        self.composer.found.tasks.sort(key=lambda task: task.start)

    def holds_work(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph stands where work may be assigned; of what norms have attached only regulations with articles."""
        if self.layout.kind != "normative":
            return paragraph.block in _BLOCKS
        if paragraph.block != "appendix":
            return paragraph.block in _NORM_BLOCKS
        index = paragraph.section
        while index is not None:
            section = self.layout.sections[index]
            if section.kind == "article":
                return True
            index = section.parent
        return False

    def table(self, table: Table, paragraph: Paragraph) -> None:
        """The tasks of a table of assignments: one for each clause of a row's work."""
        for row in table.rows:
            for sentence in sentences(self.text, *row.cells["work"]):
                for clause in sentence:
                    reading = self.reader.read(clause, inner=True)
                    if reading.form == "bare":
                        task = self.composer.task(reading, [], Verdict(True, 0.9, "table"), paragraph.section)
                        implementation.fill(self.tokens, row.cells, task)

    # --- paragraphs ---

    def paragraph(self, paragraph: Paragraph, following: Paragraph | None) -> None:
        """Read one paragraph: a heading, lines of implementation, or sentences."""
        rank = self.scope.rank(paragraph, self.layout.sections)
        self.scope.enter(rank)
        starts_section = Scope.begins_section(rank) and paragraph.section is not None
        if (
            starts_section
            and paragraph.block == "body"
            and self.layout.kind in _DIRECTING
            and self.scope.base is Zone.CLOSED
        ):
            # the numbered part has begun, and no lead-in was recognised
            self.scope.base = Zone.EXPLICIT
        lines = attributes(self.tokens.lowered, paragraph.content, paragraph.end)
        is_line = bool(lines) and lines[0].label - paragraph.content < 3
        if not lines and (listed := self.listed(paragraph, rank)) is not None:
            lines, is_line = listed, True
        if not is_line:
            for theme in self.themes:
                theme.detailed = theme.detailed or starts_section or bool(paragraph.bullet)
            if self.block_closed:
                self.block, self.block_closed = [], False
            self.sentences(paragraph, following, rank, lines[0].label if lines else paragraph.end, starts_section)
        if is_line or lines:
            self.implement(paragraph, lines, rank, starts_section)

    def listed(self, paragraph: Paragraph, rank: int) -> list[Attribute] | None:
        """A heading *2. Cơ quan chủ trì* without a colon, or a line of the list of bodies under it."""
        kind = label_kind(self.tokens.lowered, paragraph.content, paragraph.end)
        if kind is not None:
            self.listing = (rank, kind)
            return []
        if self.listing is None:
            return None
        if rank <= self.listing[0]:
            self.listing = None
            return None
        return [Attribute(self.listing[1], paragraph.content, paragraph.content, paragraph.end)]

    def targets(self, paragraph: Paragraph, starts_section: bool) -> list[Task]:
        """The tasks above lines of implementation: those of the same unit, else of the nearest unit around it."""
        sections = self.layout.sections
        index = paragraph.section
        if index is not None and starts_section:
            # "3. Thời gian thực hiện: …" belongs to what stands beside it
            index = sections[index].parent
        while index is not None:
            inside = [task for task in self.block if within(sections, task.section, index)]
            if inside:
                return inside
            theme = next((t for t in self.themes if t.section == index and t.reading.form == "bare"), None)
            if theme is not None:
                self.themes.remove(theme)
                task = self.theme_task(theme, implemented=True)
                self.block += [task] if task is not None else []
                return [task] if task is not None else []
            index = sections[index].parent
        return self.block if paragraph.section is None or starts_section else []

    def sentences(
        self, paragraph: Paragraph, following: Paragraph | None, rank: int, end: int, starts_section: bool
    ) -> None:
        """Read the sentences of a paragraph up to ``end``."""
        if starts_section:
            heading, alone = heading_of(self.tokens, self.layout, paragraph)
            zone = zone_of(heading, self.layout.kind, alone=alone) if heading else None
            if zone is not None:
                self.scope.open(rank, zone=zone)
        if (
            self.layout.kind == "normative"
            and self.scope.zone <= Zone.CLOSED
            and not is_enforcement(self.tokens.lowered[paragraph.content : end])
        ):
            return
        if self.duties_heading(rank, paragraph, following, labelled=starts_section):
            return
        explained = (
            explains_law(self.tokens.lowered[paragraph.content : end]) if self.layout.kind == "news_report" else None
        )
        if explained is not None:
            self.scope.open(rank, actors=[], zone=Zone.BARRED if explained else Zone.EXPLICIT)
            return
        self.readings.clear()
        found = sentences(self.text, paragraph.content, end)
        inner = self.scope.under_actor
        whole = [joined(self.tokens, self.read, sentence) for sentence in found]
        readings = [
            [r for clause in clauses for r in self.reader.parts(self.read(clause), inner=inner)] for clauses in whole
        ]
        self.asides(paragraph, end)
        if self.actor_heading(readings, rank, paragraph, following, labelled=starts_section):
            return
        if self.layout.kind == "news_report" and not starts_section and is_crosshead(paragraph, following, self.text):
            return
        if (
            starts_section
            and paragraph.section is not None
            and states_theme(readings, self.layout, paragraph, following, self.text)
        ):
            self.themes.append(Theme(paragraph.section, readings[0][0], self.scope.actors, self.scope.zone))
            return
        explicit = self.clauses(readings, paragraph, rank)
        if explicit:
            # "… yêu cầu: (1) Bộ Y tế chỉ đạo … sau đây:" with bullets below: the last actor leads them
            last = any(r.lead_in or r.clause.closing == "(" for s in readings for r in s)
            # "yêu cầu Thủ trưởng các sở …:" / "1. Yêu cầu Chủ tịch UBND …": the issuer goes on asking under its lead-in
            addressed = any(r.lead_in for s in readings for r in s) and any(r.requests for s in readings for r in s)
            actors = explicit[-1] if last else explicit[0]
            self.scope.open(rank, actors=actors, heading=rank > 1, addressed=addressed)

    def asides(self, paragraph: Paragraph, end: int) -> None:
        """*- Đại diện Phòng Dân tộc (giao Sở Nội vụ thông báo);*: what a parenthesis assigns."""
        if self.scope.zone is Zone.BARRED or self.tokens.lowered.find("(giao ", paragraph.content, end) < 0:
            return
        for m in _ASIDE.finditer(self.tokens.lowered, paragraph.content, end):
            reading = self.reader.read(Clause(*m.span(1), ")"), inner=False)
            if reading.form == "governed" and reading.actors and reading.head >= 0 and not reading.past:
                self.composer.direction(reading)
                verdict = Verdict(True, 0.85, "aside")
                self.block.append(self.composer.task(reading, reading.actors, verdict, paragraph.section))
                self.named += reading.actors

    def clauses(self, readings: list[list[Reading]], paragraph: Paragraph, rank: int) -> list[list[BodyMention]]:
        """Judge the clauses of a paragraph; returns the actors that they name, in order."""
        outside = self.scope.actors
        current: list[BodyMention] = []
        explicit: list[list[BodyMention]] = []
        for sentence in readings:
            follows_task = follows_background = False
            for position, reading in enumerate(sentence):
                verdict = self.judge(reading, rank, follows_task=follows_task, follows_background=follows_background)
                if verdict.task:
                    names_other = reading.form == "unnamed" or reading.requests
                    inherited = [] if names_other else current or outside
                    self.block.append(
                        self.composer.task(reading, reading.actors or inherited, verdict, paragraph.section)
                    )
                # "b) Bộ Tài nguyên và Môi trường: (i) …; (ii) …"
                only_named = not has_words(self.text, reading.start, reading.clause.end)
                named = reading.form == "subject" and reading.head < 0 and only_named
                leads = reading.lead_in and (reading.form == "governed" or verdict.rule == "bare-lead-in" or named)
                led = self.reader.led_by(reading)
                if (reading.actors or led) and (verdict.task or leads):
                    current = reading.actors or current
                    explicit.append(led or reading.actors)
                    self.named += reading.actors
                follows_task = verdict.task
                follows_background = not verdict.task and not reading.lead_in and (position == 0 or follows_background)
        return explicit

    def judge(self, reading: Reading, rank: int, *, follows_task: bool, follows_background: bool) -> Verdict:
        """Whether a clause is a task; also records what it says about the clauses after it."""
        cues = cues_of(self.text[reading.clause.start : reading.clause.end], self.predicate(reading))
        if cues.enforcement and not reading.actors:
            reading.list_actors()
        features = features_of(
            reading,
            self.scope,
            self.layout.kind,
            cues,
            follows_task=follows_task,
            follows_background=follows_background,
            recounted=self.recounts(reading),
            limited=any(
                isinstance(item, TimeExpression) and is_deadline(self.text, item)
                for item in self.tokens.inside(
                    reading.head_token.end if reading.head_token else reading.clause.end, reading.clause.end
                )
            ),
        )
        verdict = decide(features)
        self.composer.found.judged.append(Judged(reading.start, reading.clause.end, features, verdict))
        if verdict.rule == "enforcement":
            reading.answer_for()
        if reading.directing:
            if (not reading.past and verdict.rule not in ("recounted", "asks")) or verdict.task:
                self.direct(reading, rank)
        elif reading.lead_in and self.scope.zone < Zone.OPEN:
            self.announce(reading, rank)
        return verdict

    def recounts(self, reading: Reading) -> bool:
        """Whether a letter tells that somebody else charged its own issuer (an office passes orders on to itself)."""
        issuer = self.layout.fields.get("issuer")
        if issuer is None or self.layout.kind not in ("dispatch", "other") or not (reading.issuers and reading.actors):
            return False
        own = issuer.value.casefold()
        if own.startswith("văn phòng"):
            return False
        return all(b.name.casefold() in own for b in reading.actors) and not any(
            b.name.casefold() in own for b in reading.issuers
        )

    def direct(self, reading: Reading, rank: int) -> None:
        """The issuer directs: what follows are orders."""
        if self.scope.zone is Zone.BARRED and not reading.issuers:
            return
        self.composer.direction(reading)
        self.issuers.bodies += reading.issuers
        self.scope.open(rank, zone=Zone.EXPLICIT if reading.lead_in and self.is_reply(reading) else Zone.OPEN)

    def announce(self, reading: Reading, rank: int) -> None:
        """*… kết luận như sau:*, *… với các nội dung sau:*: what follows may be orders."""
        announced = self.tokens.lowered[reading.clause.start : reading.clause.end]
        head = reading.head_token
        # "Bộ Tài chính chỉ đạo Tổng công ty A thực hiện … như sau:"
        directs = head is not None and head.word.governs and announced.endswith("như sau")
        if self.scope.zone is not Zone.BARRED and (directs or announces_orders(announced)):
            weak = self.layout.kind in ("decision", "normative") or self.is_reply(reading)
            self.scope.open(rank, zone=Zone.EXPLICIT if weak else Zone.OPEN)

    def is_reply(self, reading: Reading) -> bool:
        """Whether a clause announces an opinion or an answer: *Cục Thuế có ý kiến như sau:*."""
        announced = self.tokens.lowered[reading.clause.start : reading.clause.end]
        return announces_opinion(announced, addressed=bool(self.scope.addressees))

    def predicate(self, reading: Reading) -> str:
        """The text of a clause after its actor, in lower case."""
        return self.tokens.lowered[reading.start : reading.clause.end]

    # --- clauses ---

    def read(self, clause: Clause) -> Reading:
        """Read a clause, once: those after a semicolon are also read to see whether they continue the one before."""
        place = clause.start, clause.end
        reading = self.readings.get(place)
        if reading is None:
            reading = self.readings[place] = self.reader.read(clause, inner=self.acts(clause))
        return reading

    # --- headings and the lines under them ---

    def acts(self, clause: Clause) -> bool:
        """Whether a request without a subject is what the actor of a heading does, not the issuer."""
        asked = self.scope.addressed and self.text.startswith(("Yêu cầu ", "Đề nghị "), clause.start)
        return self.scope.under_actor and not asked

    def actor_heading(
        self,
        readings: list[list[Reading]],
        rank: int,
        paragraph: Paragraph,
        following: Paragraph | None,
        *,
        labelled: bool,
    ) -> bool:
        """Open the scope of a paragraph that only names who acts."""
        bulleted = labelled and following is not None and bool(following.bullet)
        reading = names_actor(readings, self.tokens, bulleted=bulleted)
        if reading is None:
            return False
        if self.scope.zone is Zone.BARRED:
            return True
        detailed = following is not None and following.section != paragraph.section
        if reading.head >= 0 and not (detailed or (bulleted and defines_set(reading))):
            # "1. Giao UBND Thành phố tổ chức thực hiện" is an order when nothing stands under it
            return False
        begun = self.scope.zone is Zone.OPEN
        if reading.form == "subject" and not opens_scope(
            paragraph, following, self.text, labelled=labelled, begun=begun
        ):
            return True
        if reading.form == "governed":
            self.composer.direction(reading)
            self.issuers.bodies += reading.issuers
        self.named += reading.actors
        self.scope.open(rank, actors=reading.actors, zone=Zone.OPEN, heading=reading.form == "subject" or rank > 1)
        return True

    def duties_heading(self, rank: int, paragraph: Paragraph, following: Paragraph | None, *, labelled: bool) -> bool:
        """Open the scope of *2. Trách nhiệm của Sở Tài chính*; norms have such articles too, but assign no work by them."""
        charged = charged_by(self.tokens, paragraph) if self.layout.kind != "normative" else []
        begun = self.scope.zone is Zone.OPEN
        if (
            charged
            and self.scope.zone is not Zone.BARRED
            and opens_scope(paragraph, following, self.text, labelled=labelled, begun=begun)
        ):
            self.named += charged
            self.scope.open(rank, actors=charged, heading=True)
        return bool(charged)

    def leave_themes(self, section: int | None) -> None:
        """Leave the sections that end before ``section``; a theme with no task under it is itself the task."""
        while self.themes and not (
            section is not None and within(self.layout.sections, section, self.themes[-1].section)
        ):
            theme = self.themes.pop()
            # "Tổ chức kiểm tra …, tập trung vào:" is the task when mere things are listed below
            open_list = theme.reading.lead_in and not is_bare_lead_in(self.predicate(theme.reading))
            if theme.reading.form == "bare" and (open_list or not theme.detailed) and not self.told_under(theme):
                self.theme_task(theme)

    def told_under(self, theme: Theme) -> bool:
        """Whether a task was found under a heading: then it is the last one."""
        tasks = self.composer.found.tasks
        return bool(tasks) and within(self.layout.sections, tasks[-1].section, theme.section)

    def theme_task(self, theme: Theme, *, implemented: bool = False) -> Task | None:
        """The task that a heading states; ``implemented``: lines under it say who does it."""
        stated = self.layout.kind != "normative" and not amends(self.predicate(theme.reading))
        least = Zone.EXPLICIT if implemented else Zone.OPEN
        if theme.reading.form != "bare" or theme.zone < least or not stated:
            return None
        verdict = Verdict(True, 0.8, "heading")
        return self.composer.task(theme.reading, theme.actors, verdict, theme.section)

    def implement(self, paragraph: Paragraph, lines: list[Attribute], rank: int, starts_section: bool) -> None:
        """Give the tasks above what the lines under them say; a line may hold clauses of its own."""
        targets = self.targets(paragraph, starts_section)
        implementation.apply(self.tokens, lines, targets)
        self.block_closed = True
        for line in lines:
            if line.kind == "lead":
                self.line_clauses(paragraph, line, rank)

    def line_clauses(self, paragraph: Paragraph, line: Attribute, rank: int) -> None:
        """*Cơ quan thực hiện: Sở A tiến hành rà soát …; các sở khác gửi kết quả …*."""
        found = [[self.read(c) for c in s] for s in sentences(self.text, line.start, line.end)]
        readings = [[r for r in s if r.form == "subject" and r.head >= 0] for s in found]
        self.clauses([s for s in readings if s], paragraph, rank)
