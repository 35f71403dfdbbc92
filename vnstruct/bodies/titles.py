"""Offices that persons hold, as the tables list them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from vnstruct.bodies.abbreviations import doubtful_office_shorts, office_shorts
from vnstruct.bodies.forms import key_of
from vnstruct.knowledge import BodyHead, Knowledge, Office

_ORGANS: Final = frozenset({"assembly", "people_committee", "government"})


class Titles:
    """Offices by key with their abbreviations; ``before_persons``: abbreviations that mean an office only there.

    ``lone`` are held in nothing (*Chủ tịch nước*); ``partial`` mean nothing by themselves (*Chánh* Văn phòng, *Trưởng*
    phòng); ``readings`` are all offices an abbreviation may mean (*PCT*: Phó Chủ tịch, Phó Cục trưởng); ``of_organs`` are
    offices only there (*đại biểu* Quốc hội; other delegates are guests; *thành viên* UBND).
    """

    def __init__(self, knowledge: Knowledge, heads: Mapping[str, BodyHead]) -> None:
        self.rows: dict[str, Office] = {key_of(o.title): o for o in knowledge.offices if key_of(o.title) not in heads}
        self.shorts = office_shorts(knowledge, self.rows)
        self.readings: dict[str, list[str]] = {}
        for short in knowledge.abbreviations:
            if short.scope == "body" and key_of(short.full) in self.rows:
                self.readings.setdefault(key_of(short.short), []).append(key_of(short.full))
        self.before_persons = doubtful_office_shorts(knowledge, self.rows)
        self.forms = {key: office.title for key, office in self.rows.items()}
        self.lone = frozenset(key for key, office in self.rows.items() if not office.of_heads)
        self.of_organs = frozenset(
            key
            for key, office in self.rows.items()
            if office.of_heads and all(_is_organ(heads.get(key_of(head))) for head in office.of_heads)
        )
        self.partial = frozenset(self._partial())

    def _partial(self) -> Iterator[str]:
        for key, office in self.rows.items():
            # *Trưởng* Công an, *Thành viên* Chính phủ
            one_word = " " not in key.removeprefix("phó ") or key in self.of_organs
            if one_word and any(key_of(f"{key} {head}") in self.rows for head in office.of_heads):
                yield key


def _is_organ(row: BodyHead | None) -> bool:
    return row is not None and row.kind in _ORGANS
