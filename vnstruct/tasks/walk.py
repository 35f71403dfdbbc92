"""One pass over the paragraphs: zones and actors open and close, clauses become tasks."""

from __future__ import annotations

import re
from typing import Final

from vnstruct.analysis import Analysis
from vnstruct.bodies.model import BodyMention
from vnstruct.layout.model import Paragraph
from vnstruct.tasks import implementation
from vnstruct.tasks.clauses import Clause, Sentence, sentences
from vnstruct.tasks.composer import Composer
from vnstruct.tasks.decision import Verdict, decide
from vnstruct.tasks.features import features_of
from vnstruct.tasks.headings import Theme, heading_of, names_actor, opens_scope, states_theme, within
from vnstruct.tasks.implementation import Attribute, AttributeKind, attributes, label_kind
from vnstruct.tasks.lexicon import Lexicon
from vnstruct.tasks.model import Task
from vnstruct.tasks.predicates import heads_phrase
from vnstruct.tasks.reading import Reader, Reading, answer_for
from vnstruct.tasks.scope import Scope, Zone
from vnstruct.tasks.tables import Table, tables
from vnstruct.tasks.themes import base_zone, zone_of
from vnstruct.tasks.tokens import Tokens

_BLOCKS: Final = frozenset({"body", "closing", "table", "appendix"})
# what is attached to a decree or circular are forms and lists
_NORM_BLOCKS: Final = frozenset({"body", "closing"})
_DIRECTING: Final = frozenset({"directive", "dispatch", "notice"})
_BARE_LEAD_IN: Final = re.compile(
    r"(?:(?:trong đó|tập trung|nghiêm túc|khẩn trương|chủ động|quan tâm|lưu ý|chú trọng|chú ý|ưu tiên|tiếp tục"
    r"|phối hợp|cần|phải|chỉ đạo|tổ chức|triển khai|thực hiện|làm|quán triệt"
    r"|lãnh đạo)[\s,]*)+(?:tốt|nghiêm túc|nghiêm|có hiệu quả|ngay|đồng bộ|quyết liệt|\s|,)*"
    r"(?:một số|các|những|nội dung|nhiệm vụ)[^,;:.]{0,80}(?:sau|sau đây|như sau|dưới đây)"
)
_ANNOUNCING: Final = re.compile(
    r"(?:kết luận|chỉ đạo|ý kiến|quyết nghị|chỉ thị|yêu cầu|nội dung|nhiệm vụ|kế hoạch|giải pháp|biện pháp"
    r"|công việc|việc)[^.;:]{0,80}"
    r"(?:như sau|sau đây|sau)$|(?:chỉ thị|quyết nghị|yêu cầu|quyết định)$"
)
_OPINION: Final = re.compile(r"ý kiến(?! chỉ đạo)[^.;:]{0,30}$|(?:trả lời|thông tin|báo cáo)[^.;:]{0,40}$")
_HEAD_SPEAKS: Final = re.compile(
    r"(?:thủ tướng|chủ tịch|bộ trưởng|thứ trưởng|giám đốc|bí thư|lãnh đạo|ủy ban nhân dân|ubnd)[^.;:]{0,80}ý kiến"
)
_NOTIFYING: Final = re.compile(
    r"(?:(?:trân trọng|xin|kính)\s+)*(?:thông báo|trả lời|có ý kiến|gửi|truyền đạt|báo cáo)\b.*\s(?:để"
    r"|cho)\s.*\bbiết\b",
    re.DOTALL,
)
_ENFORCEMENT: Final = re.compile(
    r"(?:chịu|có)\s+trách\s+nhiệm\s[^.;]{0,60}?(?:thi\s+hành|thực\s+hiện|triển\s+khai)[^.;]{0,40}?"
    r"(?:quyết\s+định|nghị\s+định|nghị\s+quyết|thông\s+tư|luật|pháp\s+lệnh|chỉ\s+thị|kế\s+hoạch|quy\s+chế"
    r"|quy\s+định|văn\s+bản)[^.;]{0,25}?(?:này|nêu\s+trên)"
)
_AMENDING: Final = re.compile(
    r"(?:(?:sửa đổi|bổ sung|thay thế|bãi bỏ|đính chính|thay|bỏ|hủy bỏ|ngưng hiệu lực)(?:,|\s|và|tên|một số"
    r"|nội dung|toàn bộ|cụm từ|từ)*)+\s*"
    r"(?:điều|khoản|điểm|phụ lục|mục|chương|đoạn|gạch đầu dòng|tiêu đề|nghị định|thông tư|quyết định|luật"
    r"|các văn bản|mẫu|“|\")"
)
_FORM: Final = re.compile(r"[\s(]*(?:\.{3}|…)|lưu\s*:|lưu$")


class Walk:
    """The state of the pass over one document."""

    def __init__(self, lexicon: Lexicon, analysis: Analysis) -> None:
        self.text = analysis.text
        self.layout = analysis.layout
        self.tokens = Tokens(lexicon, analysis)
        self.reader = Reader(self.tokens, self.directs)
        self.composer = Composer(self.tokens)
        self.scope = Scope(base_zone(self.layout), self.addressees())
        self.issuers: list[BodyMention] = []
        self.named: list[BodyMention] = []
        self.block: list[Task] = []
        self.block_closed = False
        self.themes: list[Theme] = []
        self.readings: dict[tuple[int, int], Reading] = {}
        self.listing: tuple[int, AttributeKind] | None = None

    def addressees(self) -> list[BodyMention]:
        """The bodies of *Kính gửi* or *điện:*, who act when nobody else is named."""
        spans = [(r.start, r.end) for r in self.layout.recipients if r.kind == "addressee"]
        return [b for start, end in spans for b in self.tokens.inside(start, end) if isinstance(b, BodyMention)]

    def directs(self, bodies: list[BodyMention]) -> bool:
        """Whether bodies may be the issuer: anybody before the orders begin, then only who has directed already."""
        if self.scope.zone < Zone.OPEN or not self.issuers:
            return True
        names = {body.name for body in self.issuers}
        return any(
            b.role == "issuer" or b.name in names or any(b.name in n or n in b.name for n in names) for b in bodies
        )

    def run(self) -> None:
        """Walk the paragraphs."""
        blocks = _NORM_BLOCKS if self.layout.kind == "normative" else _BLOCKS
        paragraphs = [p for p in self.layout.paragraphs if p.block in blocks]
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
                attached, self.scope, self.block = True, Scope(Zone.EXPLICIT, []), []
            self.leave_themes(paragraph.section)
            self.paragraph(paragraph, paragraphs[index + 1] if index + 1 < len(paragraphs) else None)
        self.leave_themes(None)
        self.composer.found.actions.sort(key=lambda action: action.start)
        self.composer.found.tasks.sort(key=lambda task: task.start)

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
            and not _ENFORCEMENT.search(self.tokens.lowered, paragraph.content, end)
        ):
            return
        self.readings.clear()
        found = sentences(self.text, paragraph.content, end)
        inner = self.scope.under_actor
        readings = [[r for c in self.joined(s) for r in self.reader.parts(c, inner=inner)] for s in found]
        if self.actor_heading(readings, rank, paragraph, following, labelled=starts_section):
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
            last = readings[-1][-1].lead_in or any(r.clause.closing == "(" for s in readings for r in s)
            self.scope.open(rank, actors=explicit[-1] if last else explicit[0], heading=rank > 1)

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
                    inherited = [] if reading.form == "unnamed" else current or outside
                    self.block.append(
                        self.composer.task(reading, reading.actors or inherited, verdict, paragraph.section)
                    )
                # "b) Bộ Tài nguyên và Môi trường: (i) …; (ii) …"
                named = reading.form == "subject" and reading.head < 0
                leads = reading.lead_in and (reading.form == "governed" or verdict.rule == "bare-lead-in" or named)
                if reading.actors and (verdict.task or leads):
                    current = reading.actors
                    explicit.append(reading.actors)
                    self.named += reading.actors
                follows_task = verdict.task
                follows_background = not verdict.task and not reading.lead_in and (position == 0 or follows_background)
        return explicit

    def judge(self, reading: Reading, rank: int, *, follows_task: bool, follows_background: bool) -> Verdict:
        """Whether a clause is a task; also records what it says about the clauses after it."""
        predicate = self.predicate(reading)
        features = features_of(
            reading,
            self.scope,
            self.layout.kind,
            bare_lead_in=bool(_BARE_LEAD_IN.fullmatch(predicate)),
            follows_task=follows_task,
            follows_background=follows_background,
            enforcement=bool(_ENFORCEMENT.search(predicate)),
            notifies=bool(_NOTIFYING.match(predicate)),
            formal=bool(_AMENDING.match(predicate) or _FORM.match(self.tokens.lowered, reading.clause.start)),
            shouting=self.text[reading.clause.start : reading.clause.end].isupper(),
        )
        verdict = decide(features)
        if verdict.rule == "enforcement":
            answer_for(reading)
        if reading.form in ("governed", "directed"):
            if not reading.past or verdict.task:
                self.direct(reading, rank)
        elif reading.lead_in and self.scope.zone < Zone.OPEN:
            self.announce(reading, rank)
        return verdict

    def direct(self, reading: Reading, rank: int) -> None:
        """The issuer directs: what follows are orders."""
        if self.scope.zone is Zone.BARRED and not reading.issuers:
            return
        self.composer.direction(reading)
        self.issuers += reading.issuers
        self.scope.open(rank, zone=Zone.OPEN)

    def announce(self, reading: Reading, rank: int) -> None:
        """*… kết luận như sau:*, *… với các nội dung sau:*: what follows may be orders."""
        announced = self.tokens.lowered[reading.clause.start : reading.clause.end]
        if self.scope.zone is not Zone.BARRED and _ANNOUNCING.search(announced):
            reply = bool(_OPINION.search(announced)) and not (self.scope.addressees and _HEAD_SPEAKS.search(announced))
            weak = self.layout.kind in ("decision", "normative") or reply
            self.scope.open(rank, zone=Zone.EXPLICIT if weak else Zone.OPEN)

    def predicate(self, reading: Reading) -> str:
        """The text of a clause after its actor, in lower case."""
        return self.tokens.lowered[reading.start : reading.clause.end]

    # --- clauses ---

    def read(self, clause: Clause) -> Reading:
        """Read a clause, once: those after a semicolon are also read to see whether they continue the one before."""
        place = clause.start, clause.end
        reading = self.readings.get(place)
        if reading is None:
            reading = self.readings[place] = self.reader.read(clause, inner=self.scope.under_actor)
        return reading

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
        reading = self.read(clause)
        if reading.form == "none" or (reading.form == "subject" and reading.head < 0):
            return True
        earlier = self.read(before)
        if reading.form in ("subject", "governed"):
            # "giao các đơn vị trực thuộc; UBND các xã phân công …"
            unfinished = not self.text[earlier.start : before.end].strip()
            return earlier.form in ("governed", "subject") and earlier.head < 0 and unfinished
        if reading.form != "bare" or reading.connective or reading.predicate.modified:
            return False
        if self.lists_nouns(earlier, reading):
            return True
        colon = self.text.find(":", earlier.clause.start, before.end)
        return colon > 0 and not self.verb_after(colon + 1, before.end)

    def lists_nouns(self, earlier: Reading, reading: Reading) -> bool:
        """*nhất là công tác bảo mật đề thi; vận chuyển đề thi*: the list after *nhất là* goes on."""
        head = reading.head_token
        if head is None or head.word.firm:
            return False
        tokens = earlier.tokens
        focus = max((k for k, t in enumerate(tokens) if t.word.function == "focus"), default=-1)
        return focus >= 0 and not any(
            heads_phrase(tokens, k) and not tokens[k].gap and tokens[k - 1].mark == ","
            for k in range(focus + 1, len(tokens))
        )

    def verb_after(self, start: int, end: int) -> bool:
        tokens = self.tokens.of(start, end)
        return bool(tokens) and tokens[0].word.verb is not None and not tokens[0].gap

    # --- headings and the lines under them ---

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
        reading = names_actor(readings, self.tokens)
        if reading is None:
            return False
        if self.scope.zone is Zone.BARRED:
            return True
        begun = self.scope.zone is Zone.OPEN
        if reading.form == "subject" and not opens_scope(
            paragraph, following, self.text, labelled=labelled, begun=begun
        ):
            return True
        if reading.form == "governed":
            self.composer.direction(reading)
            self.issuers += reading.issuers
        self.named += reading.actors
        self.scope.open(rank, actors=reading.actors, zone=Zone.OPEN, heading=reading.form == "subject" or rank > 1)
        return True

    def leave_themes(self, section: int | None) -> None:
        """Leave the sections that end before ``section``; a theme under which nobody was told anything is itself the task."""
        while self.themes and not (
            section is not None and within(self.layout.sections, section, self.themes[-1].section)
        ):
            theme = self.themes.pop()
            # "Tổ chức kiểm tra …, tập trung vào:" is the task when mere things are listed below
            open_list = theme.reading.lead_in and not _BARE_LEAD_IN.fullmatch(self.predicate(theme.reading))
            if theme.reading.form == "bare" and (open_list or not theme.detailed) and not self.told_under(theme):
                self.theme_task(theme)

    def told_under(self, theme: Theme) -> bool:
        """Whether a task was found under a heading: then it is the last one."""
        tasks = self.composer.found.tasks
        return bool(tasks) and within(self.layout.sections, tasks[-1].section, theme.section)

    def theme_task(self, theme: Theme, *, implemented: bool = False) -> Task | None:
        """The task that a heading states; ``implemented``: lines under it say who does it."""
        stated = self.layout.kind != "normative" and not _AMENDING.match(self.predicate(theme.reading))
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
