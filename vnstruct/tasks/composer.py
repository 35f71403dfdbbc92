"""From a reading that was judged a task to the task with its actions, parties and deadline."""

from __future__ import annotations

from typing import Final

from vnstruct.bodies.model import BodyMention
from vnstruct.dates.model import TimeExpression
from vnstruct.references.model import Mention
from vnstruct.tasks.coordination import Head, heads
from vnstruct.tasks.deadlines import deadline_of
from vnstruct.tasks.decision import Verdict
from vnstruct.tasks.model import Action, Task, Tasks
from vnstruct.tasks.parties import partners, recipients, supervisors
from vnstruct.tasks.reading import Reading
from vnstruct.tasks.tokens import Token, Tokens

_IN_FRONT: Final = 25


class Composer:
    """Collects the tasks and actions of one document."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.found = Tasks()

    def task(self, reading: Reading, actors: list[BodyMention], verdict: Verdict, section: int | None) -> Task:
        """Make the task of a clause. ``actors`` are its own or those it inherits."""
        tokens, begin = reading.tokens, reading.head
        own = reading.actors or reading.form == "unnamed"
        task = Task(
            reading.start,
            reading.clause.end,
            section,
            actors=list(actors),
            confidence=verdict.confidence,
            source=verdict.rule if own else f"{verdict.rule}+inherited",
        )
        found = _without_copula(tokens, heads(tokens, begin))
        task.actions = [self._action(tokens, head, verdict) for head in found]
        self.found.actions += task.actions
        inside = self.tokens.inside(reading.clause.start, reading.clause.end)
        if any(isinstance(item, BodyMention) for item in inside):
            task.coordinators = _without(reading.partners + partners(tokens, begin), actors)
            task.reports_to = _without(recipients(self.tokens, tokens, begin), [*actors, *task.coordinators])
            task.supervisors = supervisors(self.tokens, tokens, begin)
        begun = tokens[reading.directions[0]].start if reading.directions else 0
        # "Để khai trương trước ngày 30/11, yêu cầu …" limits the purpose, "Trước ngày 30/11, yêu cầu …" the work
        limits = [d for d in inside if d.start >= begun or d.start - reading.clause.start < _IN_FRONT]
        task.deadline = deadline_of(self.tokens.text, [d for d in limits if isinstance(d, TimeExpression)])
        task.references = [r for r in inside if isinstance(r, Mention)]
        if found and all(head.kind == "prohibit" for head in found):
            task.modality = "must_not"
        self.found.tasks.append(task)
        return task

    def direction(self, reading: Reading) -> None:
        """Record the verbs by which the issuer directs."""
        for index in reading.directions:
            token = reading.tokens[index]
            governor = token.word.governor
            if governor is not None:
                self.found.actions.append(
                    Action(token.start, token.end, "assign", governor.lemma, governor.verb_class, 0.95, "governor")
                )

    def _action(self, tokens: list[Token], head: Head, verdict: Verdict) -> Action:
        first, last = tokens[head.first], tokens[head.last]
        verb = first.word.prohibition if head.kind == "prohibit" else first.word.verb
        end = first.start + _light(first.word.form) if first.word.light else last.end
        return Action(
            first.start,
            end,
            head.kind,
            lemma=" ".join(self.tokens.lowered[first.start : end].split()),
            verb_class=verb.verb_class if verb is not None else "prohibit",
            confidence=verdict.confidence,
            source=verdict.rule,
        )


def _light(form: str) -> int:
    """Length of the verb in a form that holds more: *có* phương án, *công khai*, minh bạch."""
    return form.index(",") if "," in form else form.index(" ")


def _without_copula(tokens: list[Token], found: list[Head]) -> list[Head]:
    """*là đầu mối theo dõi, đôn đốc …*: the copula is no action beside the verbs it introduces."""
    verbs = [head for head in found if not tokens[head.first].word.form.startswith("là ")]
    return verbs or found


def _without(bodies: list[BodyMention], others: list[BodyMention]) -> list[BodyMention]:
    taken = {id(body) for body in others}
    return [body for body in bodies if id(body) not in taken]
