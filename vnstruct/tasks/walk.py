"""One pass over the paragraphs: zones and actors open and close, clauses become tasks."""

from __future__ import annotations

import re
from typing import Final

from vnstruct.analysis import Analysis
from vnstruct.bodies.model import BodyMention
from vnstruct.dates.model import TimeExpression
from vnstruct.layout.model import Paragraph
from vnstruct.references.model import Mention
from vnstruct.tasks.clauses import Clause, Sentence, sentences
from vnstruct.tasks.coordination import Head, heads
from vnstruct.tasks.deadlines import deadline_of
from vnstruct.tasks.decision import Verdict, decide
from vnstruct.tasks.features import features_of
from vnstruct.tasks.implementation import Attribute, attributes
from vnstruct.tasks.lexicon import Lexicon
from vnstruct.tasks.model import Action, Task, Tasks
from vnstruct.tasks.parties import partners, recipients, supervisors
from vnstruct.tasks.predicates import heads_phrase
from vnstruct.tasks.reading import Reader, Reading
from vnstruct.tasks.actors import run_at
from vnstruct.tasks.scope import Scope, Zone
from vnstruct.tasks.themes import BASE_ZONES, zone_of
from vnstruct.tasks.tokens import Tokens

_BLOCKS: Final = frozenset({"body", "closing", "table", "appendix"})
_BARE_LEAD_IN: Final = re.compile(
    r"(?:(?:tập trung|nghiêm túc|khẩn trương|chủ động|quan tâm|tiếp tục|phối hợp|cần|phải|chỉ đạo|tổ chức|triển khai|thực hiện|làm|thực hiện tốt|quán triệt|lãnh đạo)[\s,]*)+"
    r"(?:tốt|nghiêm túc|nghiêm|có hiệu quả|ngay|đồng bộ|quyết liệt|\s|,)*"
    r"(?:một số|các|những|nội dung|nhiệm vụ)[^,;:.]{0,80}(?:sau|sau đây|như sau|dưới đây)"
)
_ANNOUNCING: Final = re.compile(
    r"(?:kết luận|chỉ đạo|ý kiến|quyết nghị|chỉ thị|yêu cầu|nội dung|nhiệm vụ|kế hoạch|giải pháp|biện pháp|công việc|việc)[^.;:]{0,80}"
    r"(?:như sau|sau đây|sau)$|(?:chỉ thị|quyết nghị|yêu cầu|quyết định)$"
)
_OPINION: Final = re.compile(r"ý kiến(?! chỉ đạo)[^.;:]{0,30}$|(?:trả lời|thông tin|báo cáo)[^.;:]{0,40}$")
_ENFORCEMENT: Final = re.compile(r"chịu trách nhiệm (?:tổ chức )?(?:thi hành|thực hiện|triển khai)|có trách nhiệm (?:tổ chức )?thi hành")


class Walk:
    """The state of the pass over one document."""

    def __init__(self, lexicon: Lexicon, analysis: Analysis) -> None:
        self.analysis = analysis
        self.text = analysis.text
        self.layout = analysis.layout
        self.tokens = Tokens(lexicon, analysis)
        self.reader = Reader(self.tokens)
        self.scope = Scope(BASE_ZONES[self.layout.kind], self.addressees())
        self.tasks = Tasks()
        self.issuers: list[BodyMention] = []
        self.block: list[Task] = []
        self.block_closed = False
        self.headings: dict[int, Reading] = {}
        self.heading_tasks: dict[int, Task] = {}

    def addressees(self) -> list[BodyMention]:
        """The bodies of *Kính gửi* or *điện:*, who act when nobody else is named."""
        spans = [(r.start, r.end) for r in self.layout.recipients if r.kind == "addressee"]
        return [b for start, end in spans for b in self.tokens.inside(start, end) if isinstance(b, BodyMention)]

    def run(self) -> None:
        """Walk the paragraphs."""
        paragraphs = [p for p in self.layout.paragraphs if p.block in _BLOCKS]
        for index, paragraph in enumerate(paragraphs):
            following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
            self.paragraph(paragraph, following)
        self.tasks.actions.sort(key=lambda action: action.start)
        self.tasks.tasks.sort(key=lambda task: task.start)

    # --- paragraphs ---

    def paragraph(self, paragraph: Paragraph, following: Paragraph | None) -> None:
        sections = self.layout.sections
        rank = self.scope.rank(paragraph, sections)
        self.scope.enter(rank)
        starts_section = rank % 8 == 0 and paragraph.section is not None
        found = attributes(self.tokens.lowered, paragraph.content, paragraph.end)
        is_attribute = bool(found) and found[0].label - paragraph.content < 3
        if not is_attribute:
            self.begin_block(paragraph, starts_section)
        end = found[0].label if found else paragraph.end
        if end > paragraph.content and not is_attribute:
            self.body(paragraph, following, rank, end, starts_section)
        if found:
            self.implement(paragraph, found)

    def begin_block(self, paragraph: Paragraph, starts_section: bool) -> None:
        sections = self.layout.sections
        if self.block_closed:
            self.block = []
            self.block_closed = False
        if starts_section and self.block and paragraph.section is not None:
            first = self.block[0].section
            if first is None or sections[paragraph.section].depth <= sections[first].depth:
                self.block = []

    def body(self, paragraph: Paragraph, following: Paragraph | None, rank: int, end: int, starts_section: bool) -> None:
        """Read the sentences of a paragraph."""
        if starts_section:
            heading = self.heading_text(paragraph)
            zone = zone_of(heading, self.layout.kind) if heading else None
            if zone is not None:
                self.scope.open(rank, zone=zone)
        found = sentences(self.text, paragraph.content, end)
        readings = [[self.reader.read(c, inner=self.scope.under_actor) for c in self.joined(s)] for s in found]
        if self.actor_heading(readings, rank, paragraph, following):
            return
        if starts_section and paragraph.section is not None and self.theme_heading(readings, paragraph, following):
            self.headings[paragraph.section] = readings[0][0]
            return
        outside = self.scope.actors
        current: list[BodyMention] = []
        explicit: list[list[BodyMention]] = []
        for sentence in readings:
            follows_task = follows_background = False
            for position, reading in enumerate(sentence):
                task, verdict = self.clause(reading, current or outside, paragraph, follows_task=follows_task, follows_background=follows_background, rank=rank)
                if reading.actors and (task or (reading.lead_in and reading.form == "governed")):
                    current = reading.actors
                    explicit.append(reading.actors)
                follows_task = task is not None
                follows_background = not task and not reading.lead_in and (position == 0 or follows_background)
        last = readings[-1][-1] if readings else None
        if explicit:
            leads_in = last is not None and last.lead_in
            self.scope.open(rank, actors=explicit[-1] if leads_in else explicit[0], heading=rank > 1 and not self.from_governor(readings))

    def from_governor(self, readings: list[list[Reading]]) -> bool:
        return any(r.form in ("governed", "directed") for sentence in readings for r in sentence) and False

    def heading_text(self, paragraph: Paragraph) -> str:
        """The heading of the section that begins here; empty when the section begins with a sentence."""
        assert paragraph.section is not None
        section = self.layout.sections[paragraph.section]
        if section.heading:
            return section.heading
        text = self.text[paragraph.content : paragraph.end].strip()
        return text if len(text) <= 120 and text[-1:] not in ".;" else ""

    def joined(self, sentence: Sentence) -> list[Clause]:
        """Put back together what a semicolon between mere complements or actors has cut."""
        out: list[Clause] = []
        for clause in sentence:
            if out and out[-1].closing == ";" and self.continues(out[-1], clause):
                out[-1] = Clause(out[-1].start, clause.end, clause.closing)
            else:
                out.append(clause)
        return out

    def continues(self, before: Clause, clause: Clause) -> bool:
        """Whether a piece after a semicolon has no predicate of its own, or completes a run of actors."""
        reading = self.reader.read(clause, inner=False)
        if reading.form == "none" or (reading.form == "subject" and reading.head < 0):
            return True
        if reading.form == "bare" and not reading.predicate.modified and self.lists_nouns(before, reading):
            return True
        if reading.form == "subject" or reading.connective or reading.predicate.modified:
            earlier = self.reader.read(before, inner=False)
            return earlier.form in ("governed", "subject") and earlier.head < 0 and not self.text[earlier.start : before.end].strip()
        colon = self.text.find(":", before.start, before.end)
        if self.reader.read(before, inner=False).clause.start > colon:
            return False
        return colon > 0 and reading.form == "bare" and not self.verb_after(colon + 1, before.end)

    def lists_nouns(self, before: Clause, reading: Reading) -> bool:
        """*nhất là công tác bảo mật đề thi; vận chuyển đề thi*: the list after *nhất là* goes on."""
        head = reading.head_token
        if head is None or head.word.firm:
            return False
        tokens = self.tokens.of(before.start, before.end)
        focus = max((k for k, t in enumerate(tokens) if t.word.function == "focus"), default=-1)
        return focus >= 0 and not any(heads_phrase(tokens, k) and not tokens[k].gap and tokens[k - 1].mark == "," for k in range(focus + 1, len(tokens)))

    def verb_after(self, start: int, end: int) -> bool:
        tokens = self.tokens.of(start, end)
        return bool(tokens) and tokens[0].word.verb is not None and not tokens[0].gap

    # --- headings ---

    def actor_heading(self, readings: list[list[Reading]], rank: int, paragraph: Paragraph, following: Paragraph | None) -> bool:
        """A paragraph that only names its actors: *1. Bộ Tài chính:*, *Giao Sở Y tế*, *a) Tổng cục … có trách nhiệm:*."""
        if len(readings) != 1 or len(readings[0]) != 1:
            return False
        reading = readings[0][0]
        if reading.form not in ("subject", "governed") or reading.head >= 0 or not reading.actors:
            return False
        rest = self.tokens.lowered[reading.start : reading.clause.end].strip()
        if len(rest) > 60 and not reading.lead_in:
            return False
        if reading.form == "governed":
            self.assign_action(reading)
        self.issuers += reading.issuers
        if rank % 8 == 1 and not reading.lead_in and following is not None and following.section == paragraph.section and not following.bullet and reading.form == "subject" and paragraph.end - paragraph.content > 200:
            return False
        self.scope.open(rank, actors=reading.actors, zone=Zone.OPEN, heading=reading.form == "subject" or rank > 1)
        return True

    def theme_heading(self, readings: list[list[Reading]], paragraph: Paragraph, following: Paragraph | None) -> bool:
        """A labelled line that states work detailed under it: *2.1. Tham mưu xây dựng văn bản* with bullets below."""
        if len(readings) != 1 or len(readings[0]) != 1 or following is None:
            return False
        reading = readings[0][0]
        if reading.actors or reading.form not in ("bare", "none", "topic"):
            return False
        sections = self.layout.sections
        assert paragraph.section is not None
        own = sections[paragraph.section]
        deeper = following.section is not None and following.section != paragraph.section and sections[following.section].depth > own.depth
        inside = following.section == paragraph.section and bool(following.bullet)
        unfinished = following.section == paragraph.section and self.text[paragraph.content : paragraph.end].rstrip()[-1:] not in ".;!"
        return deeper or inside or unfinished

    # --- implementation lines ---

    def implement(self, paragraph: Paragraph, found: list[Attribute]) -> None:
        """Give the tasks above the actors, partners and deadline of the lines under them."""
        targets = self.block or self.heading_task(paragraph)
        self.block_closed = True
        for attribute in found:
            if attribute.kind in ("lead", "partner"):
                bodies = self.attribute_bodies(attribute)
                for task in targets:
                    known = task.actors if attribute.kind == "lead" else task.coordinators
                    if attribute.kind == "lead" and task.source.endswith("inherited"):
                        task.actors = known = []
                        task.source = task.source.removesuffix("inherited") + "implementation"
                    known.extend(b for b in bodies if all(b.name != k.name for k in known))
            elif attribute.kind == "time":
                dates = [d for d in self.tokens.inside(attribute.start, attribute.end) if isinstance(d, TimeExpression)]
                due = self.attribute_date(dates, attribute)
                for task in targets:
                    task.deadline = task.deadline or due

    def attribute_date(self, dates: list[TimeExpression], attribute: Attribute) -> TimeExpression | None:
        value = self.tokens.lowered[attribute.start : attribute.end]
        if len(dates) != 1 or re.search(r"tiếp theo|trở đi|hằng năm và|thường xuyên", value) or "/" in dates[0].value:
            return None
        return dates[0]

    def attribute_bodies(self, attribute: Attribute) -> list[BodyMention]:
        found: list[BodyMention] = []
        for sentence in sentences(self.text, attribute.start, attribute.end):
            for clause in sentence:
                tokens = self.tokens.of(clause.start, clause.end)
                run = run_at(self.text, tokens, 0, clause.start)
                if run is not None:
                    found += run.bodies
        return found

    def heading_task(self, paragraph: Paragraph) -> list[Task]:
        """The task that the heading over implementation lines states, made once."""
        index = paragraph.section
        while index is not None:
            reading = self.headings.get(index)
            if reading is not None and reading.form == "bare":
                if index not in self.heading_tasks:
                    self.heading_tasks[index] = self.make_task(reading, [], Verdict(True, 0.85, "implementation-heading"), index)
                return [self.heading_tasks[index]]
            index = self.layout.sections[index].parent
        return []

    # --- clauses ---

    def clause(self, reading: Reading, inherited: list[BodyMention], paragraph: Paragraph, *, follows_task: bool, follows_background: bool, rank: int) -> tuple[Task | None, Verdict]:
        predicate = self.tokens.lowered[reading.start : reading.clause.end]
        bare_lead_in = bool(_BARE_LEAD_IN.fullmatch(predicate))
        enforcement = bool(_ENFORCEMENT.search(predicate))
        features = features_of(reading, self.scope, self.layout.kind, bare_lead_in=bare_lead_in, follows_task=follows_task, follows_background=follows_background, enforcement=enforcement, shouting=self.text[reading.clause.start : reading.clause.end].isupper())
        verdict = decide(features)
        directs = reading.form in ("governed", "directed")
        if directs and (not reading.past or self.layout.kind == "news_report"):
            self.assign_action(reading)
            self.issuers += reading.issuers
            self.scope.open(rank, zone=Zone.OPEN)
        elif reading.lead_in and self.scope.zone < Zone.OPEN and _ANNOUNCING.search(self.tokens.lowered, reading.clause.start, reading.clause.end):
            announced = self.tokens.lowered[reading.clause.start : reading.clause.end]
            weak = self.layout.kind in ("decision", "normative") or bool(_OPINION.search(announced))
            self.scope.open(rank, zone=Zone.EXPLICIT if weak else Zone.OPEN)
        if not verdict.task:
            return None, verdict
        actors = reading.actors if reading.actors or reading.form == "unnamed" else inherited
        task = self.make_task(reading, actors, verdict, paragraph.section)
        if not reading.actors and reading.form != "unnamed":
            task.source += "+inherited"
        self.block.append(task)
        return task, verdict

    def assign_action(self, reading: Reading) -> None:
        token = reading.tokens[reading.governor]
        assert token.word.governor is not None
        self.tasks.actions.append(Action(token.start, token.end, "assign", token.word.governor.lemma, token.word.governor.verb_class, 0.95, "governor"))

    def make_task(self, reading: Reading, actors: list[BodyMention], verdict: Verdict, section: int | None) -> Task:
        tokens = reading.tokens
        task = Task(reading.start, reading.clause.end, section, actors=list(actors), confidence=verdict.confidence, source=verdict.rule)
        found = heads(tokens, reading.head)
        task.actions = [self.action(tokens, head, verdict) for head in found]
        self.tasks.actions += task.actions
        actor_ids = {id(b) for b in actors}
        task.coordinators = [b for b in partners(tokens, reading.head) if id(b) not in actor_ids]
        taken = actor_ids | {id(b) for b in task.coordinators}
        task.reports_to = [b for b in recipients(self.tokens, tokens, reading.head) if id(b) not in taken]
        task.supervisors = supervisors(self.tokens, tokens, reading.head)
        inside = self.tokens.inside(reading.clause.start, reading.clause.end)
        task.deadline = deadline_of(self.text, [d for d in inside if isinstance(d, TimeExpression)])
        task.references = [r for r in inside if isinstance(r, Mention)]
        if found and all(head.kind == "prohibit" for head in found):
            task.modality = "must_not"
        self.tasks.tasks.append(task)
        return task

    def action(self, tokens: list, head: Head, verdict: Verdict) -> Action:  # type: ignore[type-arg]
        first, last = tokens[head.first], tokens[head.last]
        form = " ".join(self.tokens.lowered[first.start : last.end].split())
        verb = first.word.verb or first.word.prohibition
        return Action(first.start, last.end, head.kind, form, verb.verb_class if verb else "prohibit", verdict.confidence, verdict.rule)
