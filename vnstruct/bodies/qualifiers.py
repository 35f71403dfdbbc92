"""What narrows a set of bodies.

*có liên quan*, *nêu trên*, *trực thuộc*; *trên địa bàn tỉnh*; relative clauses: *UBND các xã* có rừng, *các cơ quan* được
phân công chủ trì.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vnstruct.bodies.page import spaced
from vnstruct.bodies.phrase import Phrase
from vnstruct.bodies.places import BLANK

if TYPE_CHECKING:
    from vnstruct.bodies.parser import Parser

CONCERNED: Final = spaced(
    r" (?:có )?liên quan(?: khác)?(?! (?:đến|tới))(?!\w)"
    r"| (?:nêu trên|nói trên|trên|khác|hữu quan)(?! (?:địa|cơ|toàn|tinh|thực|phạm|các|mạng|không|đất|thành|tỉnh|huyện|xã))(?!\w)"
    r"| (?:trực thuộc|thuộc và trực thuộc|thuộc, trực thuộc)(?: trung ương)?(?!\w)"
    r"| ở (?:trung ương|địa phương|cơ sở|các địa phương)(?!\w)"
    r"| từ trung ương đến (?:địa phương|cơ sở)(?!\w)"
    r"| trong (?:đơn vị|trường|nhà trường|ngành|tỉnh|huyện|xã|thành phố|cơ quan)(?!\w)"
    r"| (?:ven biển|miền núi|biên giới|vùng cao|hải đảo)(?!\w)"
    r"| có thẩm quyền(?!\w)"
    r"| (?:do|được) đảng(?:,| và) nhà nước giao nhiệm vụ(?!\w)"
)
_WITHIN: Final = spaced(r" (?:(?:đóng|hoạt động|công tác) )?(?:trên|tại) địa bàn(?!\w)")
"""*các ngân hàng thương mại* trên địa bàn tỉnh."""
_BLANK: Final = frozenset(" \n")
_HAVING: Final = spaced(
    r" có (?!(?:sự|văn bản|công văn|tờ trình|ý kiến|hướng dẫn|chỉ đạo|chủ trương|sáng kiến|trên|dưới|nhiều|ít)(?!\w))"
)
"""Not what is an act or a finding: *có văn bản đề nghị*, *có sự phối hợp*."""
_APPOINTED: Final = spaced(r" được (?:phân công|giao|giao nhiệm vụ|chỉ định|ủy quyền)(?!\w)")
_DUTY: Final = spaced(
    r"(?P<work>(?: [^\W_]+){0,14}?) (?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|phải|cần|báo cáo|định kỳ|căn cứ)(?!\w)"
)
"""What an appointed set is appointed to do, before what it must do."""
_GOES_ON: Final = spaced(r"\s?[:;]|\s?,(?: )?| và ")


class Qualifiers:
    """Reads what narrows a set, on the page of a parser."""

    def __init__(self, parser: Parser) -> None:
        self.parser = parser
        self.page = parser.page
        self.lexicon = parser.lexicon

    def read(self, phrase: Phrase) -> None:
        """Extend a set or several bodies by what narrows them."""
        if self.page.low[phrase.end : phrase.end + 1] not in _BLANK:
            return
        for _ in range(3):
            found = CONCERNED.match(self.page.low, phrase.end)
            if found is not None:
                phrase.end, phrase.qualified = found.end(), True
            elif not self._within(phrase):
                break
        if phrase.plural and (end := self._having(phrase.end) or self._appointed(phrase)) is not None:
            phrase.end, phrase.qualified = end, True

    def _within(self, phrase: Phrase) -> bool:
        """*trên địa bàn*, with the level and the place."""
        found = _WITHIN.match(self.page.low, phrase.end)
        row = self.lexicon.heads.get(phrase.head)
        if found is None or (row is not None and row.naming and not phrase.plural):
            # *Công an cấp xã* trên địa bàn: a body that is named without it
            return False
        phrase.end, phrase.qualified = found.end(), True
        blank = BLANK.match(self.page.low, found.end())
        read = self.parser.places.territory(blank.end()) if blank else None
        if read is not None and not read.plural:
            phrase.end = read.end
            phrase.replaced.extend(read.replaced)
        return True

    def _having(self, end: int) -> int | None:
        """*có rừng*, *có lễ hội*: what they have, before what they do; *có kế hoạch*, *có trách nhiệm* are acts."""
        low = self.page.low
        having = _HAVING.match(low, end)
        if having is None:
            return None
        act = self.lexicon.verb.match(low, having.start() + 1)
        if act is not None and act.end() >= having.end():
            return None
        noun = self.parser.words.noun(having.end())
        if noun is None:
            return None
        following = BLANK.match(low, noun)
        if following is not None and self.lexicon.verb.match(low, following.end()):
            return noun
        goes_on = _GOES_ON.match(low, noun)
        if goes_on is None:
            return None
        if goes_on[0].lstrip()[0] in ":;":
            return noun
        start = goes_on.end()
        return noun if self.parser.words.begins_body(start) or self.lexicon.unit.match(low, start) else None

    def _appointed(self, phrase: Phrase) -> int | None:
        """*các cơ quan* được phân công chủ trì …, before *có trách nhiệm*; others are named without it."""
        found = _APPOINTED.match(self.page.low, phrase.end) if phrase.vague else None
        if found is None:
            return None
        duty = _DUTY.match(self.page.low, found.end())
        return duty.end("work") if duty is not None else found.end()
