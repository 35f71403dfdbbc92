"""The bodies stage."""

from __future__ import annotations

from vnstruct.analysis import Analysis
from vnstruct.bodies.anaphora import Anaphora
from vnstruct.bodies.aside import take_members
from vnstruct.bodies.coordination import Coordination
from vnstruct.bodies.cues import Cues
from vnstruct.bodies.entities import Entities
from vnstruct.bodies.frame import Frame
from vnstruct.bodies.identity import Identities, Identity
from vnstruct.bodies.lexicon import Lexicon
from vnstruct.bodies.names import Names
from vnstruct.bodies.page import Page, page_of
from vnstruct.bodies.reader import Reader
from vnstruct.bodies.repair import Repair
from vnstruct.bodies.roles import Roles
from vnstruct.bodies.scope import Scope
from vnstruct.bodies.speakers import Speakers
from vnstruct.bodies.standing import Standing
from vnstruct.knowledge import Knowledge


class BodyStage:
    """Finds bodies, offices and groups: fills ``analysis.bodies``."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.lexicon = Lexicon(knowledge)
        self.cues = Cues(knowledge)
        self.repair = Repair(*self.lexicon.long_forms(), self.lexicon.verbs)
        self.entities = Entities(self.lexicon)

    def __call__(self, analysis: Analysis) -> None:
        """Add the layer to the analysis."""
        page = page_of(analysis, self.repair.stretches)
        names = Names(page, self.lexicon)
        standing = Standing(page, self.lexicon, self.cues)
        scope = Scope(analysis, page)
        reader = Reader(page, self.lexicon)
        phrases = [p for p in reader.read(scope.brief) if scope.holds(p)]
        Coordination(standing, names, self.lexicon).complete(phrases)
        frame = Frame(analysis, page, self.lexicon)
        phrases = Anaphora(page, self.lexicon, names, standing, frame.own()).resolve(frame.complete(phrases))
        phrases = scope.with_issuers(phrases)
        phrases = standing.counts(
            phrases,
            listed=lambda p: scope.listed(p) or frame.signs(p),
            inside=lambda p: reader.between(p.core, p.end),
        )
        speakers = Speakers(
            analysis, page, standing, Identities(names, self.lexicon), self.cues, self._issuers(analysis)
        )
        roles = Roles(analysis, page, scope, standing, speakers, self.cues).assign(phrases)
        analysis.bodies = [
            self.entities.mention(phrase, names.full(phrase), role) for phrase, role in zip(phrases, roles, strict=True)
        ]
        take_members(analysis.bodies, page)

    def _issuers(self, analysis: Analysis) -> list[Identity]:
        """The identities that the header gives the issuer."""
        field = analysis.layout.fields.get("issuer")
        if field is None:
            return []
        page = Page.of(field.value)
        identities = Identities(Names(page, self.lexicon), self.lexicon)
        return [identities.of(phrase) for phrase in Reader(page, self.lexicon).read() if not phrase.bare]
