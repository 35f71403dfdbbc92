"""Where a name made of listed words ends because what the body does begins.

The words of names are verbs as well: *Hiệp hội Du lịch* | hỗ trợ các doanh nghiệp, but *Quỹ hỗ trợ nông dân*; *Ban Chỉ đạo
xây dựng nông thôn mới* | tổ chức kiểm tra.
"""

from __future__ import annotations

import re
from typing import Final

from vnstruct.bodies.forms import key_of
from vnstruct.bodies.lexicon import Lexicon
from vnstruct.bodies.page import Page, spaced
from vnstruct.bodies.places import BLANK, UPPER
from vnstruct.layout.fold import LOWER

_JOINT: Final = spaced(r"\s?, (?:(?:và|&) )?| (?:và|&) |\s?&\s?")
_BELONGING: Final = spaced(" (?:thuộc|trực thuộc) ")
_FULL_NAME: Final = re.compile(rf"([{UPPER}][{LOWER}]+)(?:\s+[{UPPER}][{LOWER}]+){{2}}")


class Ends:
    """Tells on one page what a listed word does after a name that could end before it."""

    def __init__(self, page: Page, lexicon: Lexicon) -> None:
        self.page = page
        self.lexicon = lexicon

    def before(self, position: int, end: int, *, modified: bool) -> bool:
        """Whether a listed word is no part of the name before it; ``modified``: the word before it takes verbs."""
        return self.organises(position) or (not modified and self.acts(position, end))

    def person(self, position: int) -> bool:
        """Whether the name of a person begins here: a surname and two words more."""
        found = _FULL_NAME.match(self.page.text, position)
        return found is not None and found[1] in self.lexicon.surnames

    def acts(self, position: int, end: int) -> bool:
        """Whether a listed word after a name is what the body does: *Hiệp hội Du lịch* | hỗ trợ các doanh nghiệp.

        A verb with nothing after it, or with another verb, only says what sort of thing the noun before it is:
        *Hội đồng nghiệm thu kết quả nghiên cứu* | báo cáo …
        """
        low, lexicon = self.page.low, self.lexicon
        verb = lexicon.verb.match(low, position)
        if verb is None or verb.end() < end or self.page.capital(position):
            return False
        if verb.end() > end:
            # *nghiên cứu đề xuất*, *kiểm tra giám sát*: more of a verb than names have
            return True
        if (joint := _JOINT.match(low, end)) is not None:
            return lexicon.verb.match(low, joint.end()) is not None
        blank = BLANK.match(low, end)
        if blank is None or _BELONGING.match(low, end) or lexicon.area.match(low, blank.end()):
            return False
        governing = lexicon.governing.match(low, position)
        return lexicon.verb.match(low, blank.end()) is None or (governing is not None and governing.end() >= end)

    def organises(self, position: int) -> bool:
        """Whether *tổ chức* and the like govern the verb after them, which they do in no name: *Ban Chỉ đạo* | tổ chức kiểm tra."""
        low, lexicon = self.page.low, self.lexicon
        organising = lexicon.organising.match(low, position)
        blank = BLANK.match(low, organising.end()) if organising and not self.page.capital(position) else None
        return blank is not None and lexicon.verb.match(low, blank.end()) is not None

    def takes_verbs(self, position: int, end: int) -> bool:
        """Whether a verb after a listed word still belongs to the name: after a verb, and after *dự án*, *công tác*."""
        low, lexicon = self.page.low, self.lexicon
        if key_of(low[position:end]) in lexicon.modified_words:
            return True
        verb = lexicon.verb.match(low, position)
        return verb is not None and verb.end() >= end and not self.page.capital(position)
