"""Verbs that tell what a body near them does, from the tables: who is directed, told, worked with, who speaks."""

from __future__ import annotations

import re
from typing import Final

from vnstruct.bodies.endings import Ending
from vnstruct.bodies.page import GAP, spaced
from vnstruct.knowledge import Knowledge
from vnstruct.text import trie_pattern

_TO: Final = "cho|với|lên|về|tới|đến|gửi|gửi về"
_PERSONS: Final = "lãnh đạo|đại diện|đồng chí|các đồng chí|chuyên viên"
_HONOURED: Final = f"(?: (?:{_PERSONS}))?"
_HELP: Final = "hỗ trợ|giúp đỡ"
_AGENTS: Final = "cho|tới|đến|về|với|cùng|qua|lên|để|do|được|bởi|thì|lãnh đạo|đồng chí|đại diện|mời|hợp|nhất là"
"""Words before which and after which a common noun is an agent or addressee: *do các địa phương*, *được các ngành*."""


class Cues:
    """Compiled patterns on lowered text; those for what stands before a body end at the body."""

    def __init__(self, knowledge: Knowledge) -> None:
        frames = {
            name: {f.lemma for f in knowledge.verb_frames if name in f.frames}
            for name in ("partner", "recipient", "stance", "governs")
        }
        assigning = {v.lemma for v in knowledge.verbs if v.kind == "assign"}
        partner, recipient = _trie(frames["partner"]), _trie(frames["recipient"] - {"giúp"})
        acting = rf"(?<!\w)(?<!sự\s)(?<!buổi\s)(?<!cuộc\s)(?<!thuận\s)(?<!trình\s)(?<!chế\s)(?<!phối\s){partner}"
        helped = f"(?:, (?:{_HELP}))?"
        together, persons = {*frames["partner"], *_HELP.split("|"), "với", "cùng"}, _PERSONS.split("|")
        self.partner = Ending(
            spaced(rf"{acting}{helped}(?:(?: [^\s,.;:\0]+){{0,3}}? (?:với|cùng|cùng với))?{_HONOURED} $"),
            {*together, *persons},
        )
        self.along = Ending(re.compile(r"(?:^|[\0.;:)])\s{0,3}(?:[-+*]\s)?cùng(?:\svới)?\s$"), ["cùng", "cùng với"])
        self.helps = Ending(spaced(rf"(?<!\w)giúp{_HONOURED} $"), {"giúp", *persons})
        at_once = "ngay|kịp thời|thường xuyên|định kỳ|đầy đủ|bằng văn bản"
        self.recipient = Ending(
            spaced(
                rf"(?<!\w){recipient}(?: (?:{at_once}))?(?:, [^\s,.;:\0]+(?: [^\s,.;:\0]+)?)?(?: (?:{_TO}))?{_HONOURED} $"
            ),
            {*frames["recipient"], *at_once.split("|"), *_TO.split("|"), *persons},
            elsewhere=",",
        )
        self.sending = re.compile(rf"(?<!\w){_trie(frames['recipient'] - {'giúp', 'thông tin'})}(?!\w)")
        self.directing = re.compile(
            rf"(?:{_trie(assigning | frames['stance'])}|ban{GAP}hành|ý{GAP}kiến|công{GAP}văn|văn{GAP}bản)(?!\w)"
        )
        told = assigning | frames["stance"] | frames["governs"] | frames["recipient"] | frames["partner"]
        self.directed = Ending(spaced(rf"(?<!\w)(?:{_trie(told)}|{_AGENTS}) $"), told.union(_AGENTS.split("|")))
        commanded = assigning | frames["governs"] | frames["partner"]
        self.commanded = Ending(spaced(rf"(?<!\w){_trie(commanded)}(?: với)? $"), {*commanded, "với"})
        performed = {v.lemma for v in knowledge.verbs if v.kind == "perform"}
        # "4. Ban cán sự đảng Ủy ban nhân dân tỉnh chỉ đạo bảo đảm nguồn lực": what every actor does tells no speaker
        common = {v.lemma for v in knowledge.verbs if v.kind == "assign" and v.verb_class == "direct"} & performed
        self.requiring = re.compile(rf"{_trie(assigning - common)}(?!\w)")
        self.assigned = Ending(
            spaced(rf"(?<!\w)(?:{_trie(assigning)}|{partner}{helped}(?:(?: [^\s,.;:\0]+){{0,3}}? với)?) $"),
            assigning | together,
        )


def _trie(forms: set[str]) -> str:
    return trie_pattern(sorted(forms)).replace(r"\s{1,3}", GAP)
