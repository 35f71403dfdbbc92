"""From tokens to mentions: what each number, name and type word cites.

Numbers come first, they are the surest; then names; then the type words that are left, by what follows them.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from vnstruct.references.anaphora import Anaphora
from vnstruct.references.citation import Citation
from vnstruct.references.heads import NumberHeads
from vnstruct.references.model import Mention
from vnstruct.references.named import NamedForms
from vnstruct.references.names import LAWS, Name, NameScanner
from vnstruct.references.numbers import NumberScanner
from vnstruct.references.short_forms import short_forms
from vnstruct.references.subjects import Subjects
from vnstruct.references.tokens import Tokens
from vnstruct.references.types import TypeWord, TypeWords

# what follows a type word in lower case where it cites: "nghị định này", "thông tư 05", "đề án “…”"
_MAY_CITE = re.compile(r"\s{1,9}(?:n[àầ]y|nêu|nói|kể|dẫn|đã|được|trên|ở|\d|số|từ)|\s{0,9}[“\"«]")
_SHORT_NAME = 4
"""Words."""


class CitationFinder:
    """Finds the mentions of one text, without their pinpoints and attributes."""

    def __init__(self, types: TypeWords, numbers: NumberScanner, names: NameScanner, subjects: Subjects) -> None:
        self._types = types
        self._numbers = numbers
        self._names = names
        self._subjects = subjects
        self._heads = NumberHeads(types, numbers)

    def find(self, text: str, lower: str, own_type: str) -> list[Citation]:
        """All mentions in text order; ``lower`` is the text in lower case, ``own_type`` the document's own type."""
        tokens = Tokens(text, lower, self._types.scan(lower), self._names.scan(text, lower))
        forms = NamedForms(text, tokens.words, self._subjects)
        candidates = (self._heads.citation(tokens, number) for number in self._numbers.scan(text))
        numbered = [citation for citation in candidates if citation is not None]
        used = {c.start for c in numbered}
        named = [_named(name, forms) for name in tokens.names if name.start not in used]
        anaphora = Anaphora(text, self._types.acts, own_type)
        rest = self._rest(tokens, [*numbered, *named], anaphora, forms)
        return _without_doubles([*numbered, *named, *rest])

    def _rest(self, tokens: Tokens, citations: list[Citation], anaphora: Anaphora, forms: NamedForms) -> list[Citation]:
        """The mentions of type words that no number and no name has used."""
        taken = _Spans(citations)
        carriers = {c.start for c in citations if c.mention.kind == "numbered"}
        found: list[Citation] = []
        for index, word in enumerate(tokens.words):
            plain = not tokens.text[word.start].isupper()
            if taken.holds(word.start) or (plain and not _MAY_CITE.match(tokens.lower, word.end)):
                continue
            citation = anaphora.at(word)
            if citation is not None:
                found.append(citation)
                continue
            shorts = short_forms(tokens.text, word)
            if shorts:
                found += shorts
                continue
            following = tokens.words[index + 1].start if index + 1 < len(tokens.words) else -1
            citation = self._described(tokens, word, following if following in carriers else None, forms)
            if citation is not None:
                found.append(citation)
        return found

    def _described(self, tokens: Tokens, word: TypeWord, carrier: int | None, forms: NamedForms) -> Citation | None:
        """A document by a name that is in no table; ``carrier`` is where the decision begins it may be attached to."""
        if word.doc_type in LAWS and tokens.text[word.start].isupper():
            damaged = self._names.damaged(tokens.text, tokens.lower, word.start)
            if damaged is not None and not _common_noun(damaged.printed):
                return _named(damaged, forms)
        form = forms.at(word)
        if form is None and carrier is not None:
            form = forms.attached(word, carrier)
        if form is None:
            return None
        mention = Mention(form.start, form.end, "named", form.doc_type, name=form.name)
        mention.confidence, mention.source = 0.8, form.rule
        return Citation(mention)


def _common_noun(printed: str) -> bool:
    """*Luật gia* (a lawyer, *Hội Luật gia*) is not *Luật Giá*: short names go on with a capital."""
    words = printed.split()
    return len(words) < _SHORT_NAME and words[1][0].islower()


def _named(name: Name, forms: NamedForms) -> Citation:
    """A name of the table; a resolution of a congress may be printed longer (*… lần thứ XIII của Đảng*)."""
    end, printed = name.end, name.printed
    if name.document is not None:
        longer = forms.gathering(TypeWord(name.start, name.start + len(name.doc_type), name.doc_type))
        if longer is not None and longer.end > end:
            end, printed = longer.end, longer.name
    return Citation(Mention(name.start, end, "named", name.doc_type, name=printed, source="name-table"), name=name)


class _Spans:
    """Stretches that are taken already."""

    def __init__(self, citations: list[Citation]) -> None:
        self._starts: list[int] = []
        self._reach: list[int] = []
        reach = 0
        for citation in sorted(citations, key=lambda c: c.start):
            reach = max(reach, citation.end)
            self._starts.append(citation.start)
            self._reach.append(reach)

    def holds(self, position: int) -> bool:
        """Whether a mention covers the position."""
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and self._reach[index] > position


def _without_doubles(citations: list[Citation]) -> list[Citation]:
    """In text order; of mentions that begin together or cross the longer, surer one stays.

    A document named inside the name of another is a mention of its own.
    """
    citations.sort(key=lambda c: (c.start, -c.end))
    kept: list[Citation] = []
    for citation in citations:
        if kept and kept[-1].start == citation.start:
            continue  # the longer one came first
        crosses = bool(kept) and citation.start < kept[-1].end < citation.end
        if crosses and citation.mention.kind != "numbered":
            continue
        kept.append(citation)
    return kept
