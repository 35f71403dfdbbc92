"""Short forms of names given before.

*Trung tâm* takes up *Trung tâm Xúc tiến Đầu tư tỉnh*, *Chủ tịch Hội đồng* the council named above, *BCĐ* what a
parenthesis or *sau đây gọi tắt là* introduced.
"""

from __future__ import annotations

import re
from typing import Final

from vnstruct.bodies.forms import key_of
from vnstruct.bodies.frame import Own
from vnstruct.bodies.lexicon import Lexicon
from vnstruct.bodies.names import Names
from vnstruct.bodies.page import Page, spaced
from vnstruct.bodies.phrase import Phrase, outermost
from vnstruct.bodies.places import BLANK, UPPER
from vnstruct.bodies.standing import Standing

_QUOTE: Final = "[\"“”'‘’]?"
_INTRODUCED: Final = spaced(
    r"(?: )?\((?:(?:sau đây |từ đây |dưới đây )?(?:được )?(?:gọi|viết)(?: tắt| chung)* là:?(?: )?|viết tắt(?: là)?:? |gọi tắt(?: là)?:? )?"
)
_CALLED: Final = spaced(
    r"(?: )?[,(](?: )?(?:sau đây |từ đây |dưới đây )?(?:được )?(?:gọi|viết)(?: tắt| chung)* là:?(?: )?"
)
_SHORT: Final = re.compile(rf"{_QUOTE}(?P<short>[{UPPER}][{UPPER}\d&-]{{1,11}}){_QUOTE}\s?\)")
_SHORT_NAME: Final = re.compile(rf"{_QUOTE}(?P<short>[{UPPER}][\w&-]*(?: [\w&-]+){{0,5}}?){_QUOTE}\s?[).,;]")
_SHORT_OF_ISSUER: Final = frozenset({"department", "ministry"})
"""Kinds of issuers that their documents name by the head alone."""
_SET_UP: Final = spaced("(?:thành lập|kiện toàn) $")
_COMRADE: Final = spaced("(?:đồng chí|một đồng chí|ông|bà) $")
_SYLLABLES: Final = re.compile(r"\w+")


class Anaphora:
    """Resolves short forms among the phrases of one document."""

    def __init__(self, page: Page, lexicon: Lexicon, names: Names, standing: Standing, own: Own | None = None) -> None:
        self.own = own if own is not None and own.kind in _SHORT_OF_ISSUER else None
        self.page = page
        self.lexicon = lexicon
        self.names = names
        self.standing = standing
        self.defined: dict[str, Phrase] = {}
        self.firm: set[str] = set()

    def resolve(self, phrases: list[Phrase]) -> list[Phrase]:
        """Complete bare heads and offices by what they take up; add the later occurrences of defined abbreviations."""
        last: dict[str, Phrase] = {}
        for index, phrase in enumerate(phrases):
            if self._of_issuer(phrase) or phrase.units:
                continue
            if phrase.bare and phrase.head:
                self._take_up(phrase, last)
            elif phrase.bare and phrase.office:
                self._office_of(phrase, phrases[max(0, index - 8) : index])
            elif phrase.office and phrase.naming == "subject" and key_of(self._core(phrase)) == phrase.head:
                self._complete(phrase, last.get(phrase.head))
            elif not phrase.plural and not phrase.office and phrase.head:
                last.pop(phrase.head, None)
                last[phrase.head] = phrase
                self._introduced(phrase, last)
        return self._with_abbreviations(phrases)

    def _of_issuer(self, phrase: Phrase) -> bool:
        """*Giám đốc Sở*, *Thanh tra Sở* in a document of a department: its own; sets (*các đơn vị thuộc Sở*) stay as printed."""
        own = self.own
        if own is None or phrase.plural or phrase.placed or phrase.areas or phrase.after:
            return False
        start = phrase.end - len(own.head)
        if self.page.text[start : phrase.end] != own.head:
            return False
        alone = start == phrase.start
        held = phrase.office and start > phrase.start and phrase.inner == 0
        if not (held or (phrase.inner and not phrase.units) or (alone and self._stands_for_issuer(phrase))):
            return False
        if not self._word_ends(phrase):
            return False
        phrase.after, phrase.bare, phrase.group, phrase.vague = own.name, False, False, False
        phrase.units = []
        return True

    def _stands_for_issuer(self, phrase: Phrase) -> bool:
        """*báo cáo Sở*, *Sở yêu cầu*: told or acting; *Bộ hồ sơ* is no ministry."""
        before = self.standing.before(phrase.start)
        cues = self.standing.cues
        told = cues.directed.search(before) or cues.recipient.search(before)
        return self.standing.acts(phrase.end) or (told is not None and not self._another(phrase))

    def _word_ends(self, phrase: Phrase) -> bool:
        """Whether no field goes on: *Giám đốc Sở* | Y tế."""
        blank = BLANK.match(self.page.low, phrase.end)
        return blank is None or not self.page.capital(blank.end())

    def _core(self, phrase: Phrase) -> str:
        title = self.lexicon.office.match(self.page.low, phrase.start)
        return self.page.surface(title.end(), phrase.end) if title else ""

    def _take_up(self, phrase: Phrase, last: dict[str, Phrase]) -> None:
        antecedent = last.get(phrase.head)
        if antecedent is None or not self.page.capital(phrase.start) or self._another(phrase):
            return
        firm = phrase.head in self.firm
        if firm or " " in phrase.head or self.standing.assigned(phrase):
            if not firm:
                # *sau đây gọi là Ban Quản lý* gives the body a second name, which stays as printed
                phrase.replaced = [(phrase.start, phrase.end, self.names.full(antecedent))]
            phrase.bare, phrase.body, phrase.kind = False, antecedent.body, antecedent.kind

    def _another(self, phrase: Phrase) -> bool:
        """*Trung tâm* thông tin, *thành lập* Ban Chỉ đạo: not the one named before."""
        blank = BLANK.match(self.page.low, phrase.end)
        word = self.lexicon.word.match(self.page.low, blank.end()) if blank else None
        if word is not None and not self.standing.acts(phrase.end):
            return True
        return _SET_UP.search(self.standing.before(phrase.start)) is not None

    def _office_of(self, phrase: Phrase, antecedents: list[Phrase]) -> None:
        """*cử một đồng chí Phó Chủ tịch phụ trách*: an office in the nearest body that has it."""
        office = self.lexicon.offices.get(phrase.office)
        if office is None or not _COMRADE.search(self.standing.before(phrase.start)):
            return
        heads = {key_of(head) for head in office.of_heads}
        for antecedent in reversed(antecedents):
            if antecedent.head in heads and not antecedent.office:
                phrase.after = self.names.stretch(antecedent, antecedent.start, antecedent.core)
                return

    def _complete(self, phrase: Phrase, antecedent: Phrase | None) -> None:
        """*Chủ tịch Hội đồng*: the council's name is completed, unless the document has given it a second name."""
        if antecedent is not None and phrase.head not in self.firm:
            start = antecedent.start + len(self.page.text[phrase.core - len(phrase.head) : phrase.core])
            phrase.after = self.names.stretch(antecedent, start, antecedent.end)

    def _introduced(self, phrase: Phrase, last: dict[str, Phrase]) -> None:
        """A short form in a parenthesis or after *sau đây gọi là* right behind the name."""
        called = _CALLED.match(self.page.low, phrase.end)
        if called is not None:
            name = _SHORT_NAME.match(self.page.text, called.end())
            if name is not None:
                key = key_of(name["short"])
                if name["short"].isupper():
                    self.defined[name["short"]] = phrase
                elif key in self.lexicon.heads:
                    self.firm.add(key)
                    last[key] = phrase
            return
        opened = _INTRODUCED.match(self.page.low, phrase.end)
        short = _SHORT.match(self.page.text, opened.end()) if opened else None
        if (
            short is not None
            and key_of(short["short"]) not in self.lexicon.names
            and self._abbreviates(short["short"], phrase)
        ):
            self.defined[short["short"]] = phrase

    def _abbreviates(self, short: str, phrase: Phrase) -> bool:
        """Whether the letters are initials of the name, in order: *(TTĐTTM&DL)* after *Trung tâm Đầu tư, Thương mại …*"""
        initials = iter(word[0].upper() for word in _SYLLABLES.findall(self.page.text[phrase.start : phrase.end]))
        letters = [letter for letter in short if letter.isalpha()]
        return len(letters) > 1 and all(letter in initials for letter in letters)

    def _with_abbreviations(self, phrases: list[Phrase]) -> list[Phrase]:
        if not self.defined:
            return phrases
        pattern = re.compile(rf"(?<![\w/&-])(?:{'|'.join(map(re.escape, self.defined))})(?![\w/&-])")
        added: list[Phrase] = []
        for found in pattern.finditer(self.page.text):
            full = self.defined[found[0]]
            if found.start() < full.end:
                continue
            short = Phrase(*found.span(), found.end(), full.head, "", full.kind, full.level, body=full.body)
            short.replaced.append((*found.span(), self.names.full(full)))
            added.append(short)
        # *BCĐ* is also a head, which stands bare here
        named = [p for p in phrases if not (p.bare and self.page.surface(p.start, p.end) in self.defined)]
        return outermost([*named, *added])
