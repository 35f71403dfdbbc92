"""How far a name goes when no table lists it: a run of the words that names of bodies are made of.

*Sở Nông nghiệp và Phát triển nông thôn*: the fields of state work are known, with their own commas and *và*. *Trung tâm
Xúc tiến Đầu tư, Thương mại và Du lịch*: capitals, and commas only where *và* closes the list. *Hội đồng kiểm tra Nhà
nước về công tác nghiệm thu*: committees say in lower case what they are for, in words that names are known to use.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from vnstruct.bodies.ends import Ends
from vnstruct.bodies.forms import key_of
from vnstruct.bodies.lexicon import Lexicon
from vnstruct.bodies.page import WALL, Page, spaced
from vnstruct.bodies.places import BLANK, UPPER

_JOINT: Final = spaced(r"(?P<link> (?:và|&) | - |\s?[-&/](?=\w))|(?P<about> về (?:công tác )?)|(?P<blank> )")
_COMMA: Final = spaced(r"\s?, ")
_CLOSING: Final = spaced(r"\s?,? (?:và|&) |\s?&\s?")
_BELONGING: Final = spaced(" (?:thuộc|trực thuộc) ")
_TOKEN: Final = re.compile(rf"[{UPPER}][\w'’]*(?:[-&/.][\w]+)*|\d{{1,4}}(?![\w./,])")
_SYLLABLE: Final = re.compile(r"[^\W\d_]{1,7}(?![\w'])")
_PURPOSE: Final = spaced(
    r"(?:(?:triển khai|tổ chức|chỉ đạo) )?(?:thực hiện|thi hành|triển khai|xây dựng|tổng kết|sơ kết|thành lập|vận động) "
)
_LONGEST: Final = 14


@dataclass(frozen=True, slots=True)
class Manner:
    """What may continue a name: lower-case words (``lower``), unlisted capitals (``unlisted``), commas (``comma``), any
    syllables up to the next verb or stop (``open``)."""

    lower: bool = False
    open: bool = False
    unlisted: bool = False
    comma: bool = False


PROPER: Final = Manner(unlisted=True, comma=True)
SUBJECT: Final = Manner(lower=True, unlisted=True, comma=True)
FREE_SUBJECT: Final = Manner(lower=True, open=True, unlisted=True, comma=True)
COMMON: Final = Manner(lower=True)
LISTED: Final = Manner()
CAPITALS: Final = Manner(unlisted=True)
SHOUTED: Final = Manner(lower=True, comma=True)


class Words:
    """Reads the words of names on one page."""

    def __init__(self, page: Page, lexicon: Lexicon) -> None:
        self.page = page
        self.lexicon = lexicon
        self.ends = Ends(page, lexicon)

    def field(self, position: int, *, lower: bool) -> tuple[int, str] | None:
        """A known field of state work: its end and its full form when it is abbreviated, else an empty string."""
        found = self.lexicon.field.match(self.page.low, position)
        if found is None:
            return None
        term = self.lexicon.fields[key_of(found[0])]
        if term.exact:
            if self.page.surface(position, found.end()) != term.exact:
                return None
            return found.end(), term.full
        if not lower and not self.page.capital(position):
            return None
        return found.end(), ""

    def run(self, position: int, manner: Manner, *, begun: bool = False, named: bool = False) -> int:
        """The end of the words that continue a name from the end of its head; the position itself when none do.

        ``begun``: the name already has a word, so that *và* may go on with it; ``named``: it could end here, so that
        a verb begins what the body does.
        """
        low = self.page.low
        end = position
        proper = False
        modified = not (begun or named)
        for count in range(int(begun), _LONGEST):
            if manner.comma and count and (listed := self._listed(end, manner)) is not None:
                end, proper = listed, False
                continue
            joint = _JOINT.match(low, end)
            if joint is None:
                break
            if joint.lastgroup == "link" and (not count or self.begins_body(joint.end())):
                break
            if joint.lastgroup == "about" and not manner.lower:
                break
            following = self.known(joint.end(), manner)
            if following is not None:
                if (
                    manner.lower
                    and joint.lastgroup == "blank"
                    and self.ends.before(joint.end(), following, modified=modified)
                ):
                    break
                modified = self.ends.takes_verbs(joint.end(), following)
                end, proper = following, False
                continue
            modified = False
            if manner.lower and self.ends.person(joint.end()):
                # *Trưởng Ban Chỉ đạo các chương trình mục tiêu quốc gia* Nguyễn Văn A
                break
            first = not count and not manner.lower
            following = self.unlisted(joint.end(), proper=proper, first=first) if manner.unlisted else None
            if following is None and manner.open:
                following = self._syllables(joint.end())
            if following is None:
                break
            proper = not BLANK.search(low, joint.end(), following)
            end = following
        return end

    def known(self, position: int, manner: Manner) -> int | None:
        """The end of a listed word that may stand in a name here.

        In lower case a word that is also a verb ends the name, except in what a committee is for: *Sở Xây dựng | tổ
        chức …*, but *Ban Chỉ đạo phòng, chống dịch*.
        """
        low = self.page.low
        found = self.lexicon.word.match(low, position)
        if found is None:
            return None
        term = self.lexicon.fields.get(key_of(found[0]))
        if term is not None and term.exact:
            key = key_of(found[0])
            # *Trung tâm Khuyến công* TP: the city, not *Tư pháp*
            if self.page.surface(position, found.end()) != term.exact or key in self.lexicon.areas:
                return None
        if not self.page.capital(position) and not manner.lower:
            stop = self.lexicon.stop.match(low, position)
            if stop is not None and stop.end() >= found.end():
                return None
        return found.end()

    def unlisted(self, position: int, *, proper: bool = False, first: bool = False) -> int | None:
        """A capitalised word that no table has, with its second syllable: *Kiểm* định, *Bạch Mai*; no number ``first``."""
        low = self.page.low
        token = _TOKEN.match(self.page.text, position)
        if token is None or (first and token[0][0].isdigit()) or WALL in low[position : token.end()]:
            return None
        for other in (self.lexicon.area, self.lexicon.homonym):
            if other.match(low, position):
                return None
        function = self.lexicon.function.match(low, position) if first else None
        if self.begins_body(position) or (function is not None and function.end() == token.end()):
            return None
        verb = self.lexicon.verb.match(low, position)
        if verb is not None and verb.end() > token.end():
            return None
        blank = BLANK.match(low, token.end())
        if proper or blank is None or not token[0][1:].islower():
            return token.end()
        syllable = _SYLLABLE.match(low, blank.end())
        if syllable is None or self.page.capital(blank.end()) or self.lexicon.stop.match(low, blank.end()):
            return token.end()
        if self.lexicon.area.match(low, blank.end()) or self.lexicon.unit.match(low, blank.end()):
            return token.end()
        return syllable.end()

    def noun(self, position: int) -> int | None:
        """The end of a noun in lower case: one listed word, or unlisted syllables before a verb or a stop."""
        known = self.lexicon.word.match(self.page.low, position)
        stop = self.lexicon.stop.match(self.page.low, position)
        if known is not None and (stop is None or stop.end() < known.end()):
            return known.end()
        return self._syllables(position)

    def _syllables(self, position: int) -> int | None:
        """Up to four unlisted syllables before a verb, a stop, a level or the end: *ứng phó* xâm nhập mặn."""
        low, lexicon = self.page.low, self.lexicon
        end = start = position
        for _ in range(4):
            syllable = _SYLLABLE.match(low, start)
            if (
                syllable is None
                or self.page.capital(start)
                or any(
                    pattern.match(low, start)
                    for pattern in (lexicon.stop, lexicon.area, lexicon.unit, lexicon.body_start)
                )
            ):
                break
            end = syllable.end()
            blank = BLANK.match(low, end)
            if blank is None:
                return end
            start = blank.end()
        else:
            return None
        return end if end > position else None

    def _listed(self, position: int, manner: Manner) -> int | None:
        """The end of a list that belongs to the name: *, Thể thao và Du lịch*. Without *và* the comma ends the name."""
        low = self.page.low
        end = position
        for _ in range(4):
            comma = _COMMA.match(low, end)
            if comma is None or self.begins_body(comma.end()):
                return None
            item = self._item(comma.end(), manner)
            if item is None:
                return None
            closing = _CLOSING.match(low, item)
            if closing is not None:
                if self.begins_body(closing.end()):
                    return None
                return self._item(closing.end(), manner)
            if _BELONGING.match(low, item) is not None:
                # *Phòng Hành chính, Lưu trữ thuộc Văn phòng Tỉnh ủy*
                return item
            end = item
        return None

    def _item(self, position: int, manner: Manner) -> int | None:
        end = self.known(position, manner)
        if end is None:
            return self.unlisted(position) if manner.unlisted else None
        for _ in range(_LONGEST):
            blank = BLANK.match(self.page.low, end)
            more = self.known(blank.end(), manner) if blank else None
            if more is None:
                break
            end = more
        return end

    def purpose(self, position: int) -> int | None:
        """The end of *triển khai thực hiện* and the like, when a capital follows: a document, a programme, a body."""
        found = _PURPOSE.match(self.page.low, position)
        if found is None or not self.page.capital(found.end()):
            return None
        return found.end()

    def begins_body(self, position: int) -> bool:
        """Whether another body or office begins here, seen from its first words."""
        low = self.page.low
        office = self.lexicon.office.match(low, position)
        if office is not None:
            title = key_of(office[0])
            # *các Tổ đại biểu và* đại biểu Hội đồng nhân dân
            held = title in self.lexicon.titles.of_organs and self.lexicon.head.match(low, office.end() + 1)
            if held or (self.page.capital(position) and title not in self.lexicon.titles.partial):
                return True
        found = self.lexicon.body_start.match(low, position)
        if found is None:
            return False
        key = key_of(found[0])
        if key in self.lexicon.names:
            if self.page.capital(position):
                return True
            found = self.lexicon.head.match(low, position)
            if found is None:
                return False
            key = key_of(found[0])
        naming = self.lexicon.heads[key].naming
        if naming in {"whole", "open"}:
            return self.page.capital(position) or " " in key
        if " " in key and self.page.capital(position):
            return True
        blank = BLANK.match(low, found.end())
        if blank is None or not naming:
            return False
        return self.page.capital(blank.end()) and (
            naming != "field" or self.lexicon.word.match(low, blank.end()) is not None
        )
