"""The words that task grammar reads, compiled once from the tables: verbs, modifiers, function words.

One pattern finds all of them in one scan; what a word does in its clause is decided later, by its neighbours.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final

from vnstruct.knowledge import Knowledge, Verb
from vnstruct.text import trie_pattern


@dataclass(frozen=True, slots=True)
class Word:
    """What a form can be. A form may be several things at once: *bảo đảm* is a verb and a modifier."""

    form: str
    verb: Verb | None = None
    governor: Verb | None = None
    prohibition: Verb | None = None
    modifier: str = ""
    function: str = ""
    compound: bool = False
    thing: bool = False
    named: bool = False
    light: bool = False
    governs: bool = False
    firm: bool = False
    stance: bool = False
    partner: bool = False
    recipient: bool = False
    proxy: bool = False
    breaks: bool = False
    addressed: bool = False
    enacts: bool = False
    describes: bool = False
    titles: bool = False
    mere: bool = False
    fronts: bool = False
    adverb: bool = field(init=False)
    """Whether it only says how, when or how much: *kịp thời*, *tiếp tục*, *tập trung*."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "adverb", self.modifier in ("phase", "manner", "degree", "frequency", "means"))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words by form, and the pattern that finds them and the punctuation in lower-case text."""

    words: dict[str, Word]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, knowledge: Knowledge) -> Lexicon:
        """Compile the tables."""
        entries: dict[str, dict[str, object]] = defaultdict(dict)
        for verb in knowledge.verbs:
            entries[verb.lemma][_SLOT[verb.kind]] = verb
        performed = {verb.lemma for verb in knowledge.verbs if verb.kind == "perform"}
        for modifier in knowledge.modifiers:
            # "thực hiện tốt" is a verb with an adverb
            if modifier.modifier_class != "support" or not _starts_with(modifier.lemma, performed):
                entries[modifier.lemma]["modifier"] = modifier.modifier_class
        for frame in knowledge.verb_frames:
            for name in frame.frames:
                entries[frame.lemma][name] = True
        for function_word in knowledge.function_words:
            entries[function_word.lemma].update(function=function_word.function, fronts=function_word.fronts)
        words = {form: Word(form, **slots) for form, slots in entries.items()}  # type: ignore[arg-type]
        for form in [form for form in words if " " in form]:
            words.setdefault(form.translate(_MARKS_LOST), words[form])
        # two places in five begin nothing, which the first character tells
        begins = "".join(sorted({re.escape(form[0]) for form in words}))
        listed = trie_pattern(sorted(words))
        pattern = rf"(?=[{_OPENS}{begins}])(?:{_PUNCTUATION}|(?<!\w)(?:{listed})(?!\w))"
        return cls(words, re.compile(pattern))


# scans lose the small mark over a circumflex: "đây mạnh" for "đẩy mạnh", "tô chức" for "tổ chức", "yêu câu"
_MARKS_LOST: Final = str.maketrans("ẩẫầẳẵằổỗồểễề", "âââăăăôôôêêê")


def _starts_with(form: str, verbs: set[str]) -> bool:
    words = form.split()
    return any(" ".join(words[:n]) in verbs for n in range(1, len(words)))


_SLOT: Final = {"perform": "verb", "assign": "governor", "prohibit": "prohibition"}

_OPENS: Final = r"(“«\"\[….,;:/+"
# parentheses and quotations are one token each: what they hold is never the verb of the clause around them
_PUNCTUATION: Final = (
    r"\([^()]{0,600}\)|“[^“”]{0,400}”|«[^«»]{0,400}»|[“\"«][^“”\"«»\n]{0,400}[”\"»]|\[[^\[\]]{0,80}\]|…|\.\.\.|[,;:/+]"
)
