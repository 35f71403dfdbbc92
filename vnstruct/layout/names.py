"""Persons' names in signature blocks.

Names of places and offices are capitalised too, so the first word must be a surname; right under an office a name
without a known surname is accepted (*Tố Hữu*).
"""

from __future__ import annotations

import re

from vnstruct.knowledge import Knowledge
from vnstruct.layout.cues import Cues
from vnstruct.layout.fold import LOWER, UPPER, fold

RANK = re.compile(
    r"""(?:(?:(?:Đại|Thượng|Trung|Thiếu)\s(?:tướng|tá|úy)|(?:GS|PGS|TS|ThS|Th\.S|BSCKII?|BS|CN|KS|LS|CKII?|NGƯT|NGND|AHLĐ|TTND|TTƯT
        |Giáo\ sư|Phó\ giáo\ sư|Tiến\ sĩ|Thạc\ sĩ|Bác\ sĩ|Luật\ sư|Ông|Bà|Đồng\ chí))\b[.,\s]{0,3})+""",
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\Z")
_NEW_TEXT = re.compile(rf"[{UPPER}]\w+ (?:\w+ ){{0,3}}(?:số )?\d+[/-]|\[|\(?\d|Ghi chú|[{UPPER}]\w+ [{LOWER}]+[: ]")
"""What may follow a name on its line: a document's title (*Công văn 12/…*), a footnote (*[1] …*), a note."""
_SHORTEST_REST = 3
_IMPOSSIBLE = re.compile(r"[^\WNG_a-z]g")
"""No syllable begins like *Kguyễn*: within one, only n stands before g."""
_LONGEST = 5


class PersonNames:
    """Recognises names of persons by their surnames; provinces are none (*Hà Nội*, *Quảng Ngãi*)."""

    def __init__(self, knowledge: Knowledge, cues: Cues) -> None:
        self._surnames = cues.surnames
        self._beheaded: dict[str, str] = {}
        for name in sorted(cues.surnames):
            for rest in {name[1:], fold(name[1:])}:
                self._beheaded[rest] = "" if rest in self._beheaded else name
        self._places = frozenset(province.name.casefold() for province in knowledge.provinces)

    def is_name(self, text: str) -> bool:
        """Whether a text is a name, with or without rank and degree.

        >>> from vnstruct.knowledge import load_knowledge
        >>> from vnstruct.layout.cues import cues_of
        >>> names = PersonNames(load_knowledge(), cues_of(load_knowledge()))
        >>> names.is_name("Trần Văn An"), names.is_name("Đại tá Lê Văn Bình"), names.is_name("Quảng Ngãi")
        (True, True, False)
        """
        words = bare(text).split()
        if not 2 <= len(words) <= _LONGEST or not capitalised(words) or not self.is_surname(words[0]):
            return False
        if " ".join(words).casefold() in self._places:
            return False
        # "HÀ NỘI", "NHÂN DÂN" end the names of offices
        return not words[0].isupper() or len(words) > 2

    def restored(self, text: str) -> str:
        """A name whose first letter was lost or misread, when one surname alone ends like that; else the text.

        >>> from vnstruct.knowledge import load_knowledge
        >>> from vnstruct.layout.cues import cues_of
        >>> names = PersonNames(load_knowledge(), cues_of(load_knowledge()))
        >>> names.restored("guyến Quốc Tuấn"), names.restored("hạm Văn Hà"), names.restored("Kguyễn Quốc Việt")
        ('Nguyễn Quốc Tuấn', 'Phạm Văn Hà', 'Nguyễn Quốc Việt')
        """
        first, _, rest = text.partition(" ")
        if not capitalised(rest.split()) or len(rest.split()) >= _LONGEST:
            return text
        tail = first[1:] if _IMPOSSIBLE.match(first) else first
        if len(tail) < _SHORTEST_REST or not tail.islower():
            return text
        surname = self._beheaded.get(tail) or self._beheaded.get(fold(tail), "")
        return f"{surname} {rest}" if surname else text

    def is_surname(self, word: str) -> bool:
        """Whether a word is a surname, or an Ê Đê or Cơ Ho name with its prefix (*H'Yim*, *K'Tư*)."""
        return word.capitalize() in self._surnames or word.startswith(("H'", "H’", "K'", "K’"))

    def leading(self, text: str) -> int:
        """Where a name at the start of a text ends, when a new sentence follows it on the same line; 0 without one.

        >>> from vnstruct.knowledge import load_knowledge
        >>> from vnstruct.layout.cues import cues_of
        >>> PersonNames(load_knowledge(), cues_of(load_knowledge())).leading("Trần Văn An Công văn 12/BTC-CST năm 2024 về thuế")
        11
        """
        words = list(re.finditer(r"\S+", text[:80]))
        if len(words) < 3 or not self.is_surname(words[0][0]):
            return 0
        for count in range(min(_LONGEST, len(words) - 1), 1, -1):
            after = words[count].start()
            if capitalised([w[0] for w in words[:count]]) and _NEW_TEXT.match(text[after : after + 40]):
                return words[count - 1].end()
        return 0


def bare(text: str) -> str:
    """A name without rank, degree and decoration."""
    return RANK.sub("", text.strip(" .*|#"), count=1).strip(" .*")


def capitalised(words: list[str]) -> bool:
    """Whether all words are capitalised the same way: *Trần Văn An* or *TRẦN VĂN AN*."""
    if not words or not all(_WORD.match(word) and word[0].isupper() for word in words):
        return False
    shouted = [word.isupper() and len(word) > 1 for word in words]
    return all(shouted) or not any(shouted)
