"""Labelled lines that are no tasks by themselves: those that name an actor, and those that state a theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from vnstruct.bodies.model import BodyMention
from vnstruct.bodies.page import spaced
from vnstruct.layout.model import Layout, Paragraph, Section
from vnstruct.tasks.cues import announces_orders, is_enforcement
from vnstruct.tasks.predicates import DUTY
from vnstruct.tasks.reading import Reading
from vnstruct.tasks.scope import Zone
from vnstruct.tasks.themes import states_fact
from vnstruct.tasks.tokens import Tokens

_DUTY: Final = "(?:chức năng|nhiệm vụ|trách nhiệm|quyền hạn)"
_DUTIES_OF: Final = spaced(
    f"{_DUTY}(?:(?:, | và ){_DUTY}){{0,3}}(?: (?:cụ thể|chính|chủ yếu)|(?: tổ chức)? (?:thực hiện|thi hành))?"
    " (?:của|giao(?: cho)?) "
)


@dataclass(slots=True)
class Theme:
    """A heading that states work (*2.1. Tham mưu xây dựng văn bản*), with the actors that held there.

    ``detailed``: labelled items or bullets stand under it, which say the work (or, as nouns, what it is about).
    """

    section: int
    reading: Reading
    actors: list[BodyMention]
    zone: Zone
    detailed: bool = False


def heading_of(tokens: Tokens, layout: Layout, paragraph: Paragraph) -> tuple[str, bool]:
    """The heading of the section that begins with a paragraph, and whether it is the whole paragraph.

    Empty when the section begins with a sentence.
    """
    section = layout.sections[paragraph.section] if paragraph.section is not None else None
    text = tokens.text[paragraph.content : paragraph.end].strip()
    if section is not None and section.heading:
        end = section.heading_end if section.heading_end is not None else paragraph.end
        return section.heading, not tokens.text[end : paragraph.end].strip(" .:;\n")
    if len(text) <= 120 and text[-1:] not in ".;":
        return text, True
    topic, colon, _ = text[:60].partition(":")
    return (topic, False) if colon and states_fact(topic) else ("", False)


def charged_by(tokens: Tokens, paragraph: Paragraph) -> list[BodyMention]:
    """The bodies whose duties a heading announces: *Điều 5. Nhiệm vụ, quyền hạn của Bí thư chi bộ*.

    None when it says more: *Trách nhiệm của Sở Y tế trong năm 2024* may be a finding.
    """
    announced = _DUTIES_OF.match(tokens.lowered, paragraph.content, paragraph.end)
    if announced is None:
        return []
    bodies = [b for b in tokens.inside(announced.end(), paragraph.end) if isinstance(b, BodyMention)]
    done = announced.end()
    for body in bodies:
        if tokens.lowered[done : body.start].strip(" ,;&\n") not in ("", "và"):
            return []
        done = body.end
    return [] if tokens.text[done : paragraph.end].strip(" .:;*_\n") else bodies


def names_actor(readings: list[list[Reading]], tokens: Tokens, *, bulleted: bool = False) -> Reading | None:
    """The reading of a paragraph that only names who acts: *1. Bộ Tài chính:*, *Giao Sở Y tế*, *Sở … cần:*.

    ``bulleted``: it is labelled and bullets stand under it.
    """
    if len(readings) != 1 or len(readings[0]) != 1:
        return None
    reading = readings[0][0]
    rest = tokens.lowered[reading.start : reading.clause.end].strip()
    mere = reading.head < 0 or (reading.clause.closing == "" and _is_mere_duty(reading))
    if bulleted and defines_set(reading):
        return reading
    if reading.form not in ("subject", "governed") or not (mere and reading.actors):
        return None
    if is_enforcement(rest):
        # "Chánh Văn phòng, Giám đốc các sở căn cứ Quyết định thi hành"
        return None
    announces = reading.lead_in and len(rest) <= 150 and not announces_orders(rest.rstrip(": "))
    return reading if announces or len(rest) <= 60 else None


def _is_mere_duty(reading: Reading) -> bool:
    """*2. Sở Công Thương chủ trì, phối hợp thực hiện*, over points a), b): that there is work, not which."""
    said = [token for token in reading.tokens if token.start >= reading.start]
    return (
        bool(said)
        and all(
            not token.gap
            and (token.mark == "," or token.word.mere or token.word.form in DUTY or token.word.function == "and")
            for token in said
        )
        and said[-1].end >= reading.clause.end
    )


def is_crosshead(paragraph: Paragraph, following: Paragraph | None, text: str) -> bool:
    """Whether a line of a report is a headline over the next paragraph: *Tháo gỡ ngay vướng mắc về thuế*."""
    if paragraph.bullet or following is None or following.bullet:
        return False
    line = text[paragraph.content : paragraph.end].strip(" *_#\t\n")
    return len(line) <= _CROSSHEAD and line[-1:] not in ".;:,!?…" and "\n" not in line


_CROSSHEAD: Final = 130


def defines_set(reading: Reading) -> bool:
    """*2. Các sở, ngành chủ trì, tham gia các dự án thành phần*, bullets below: which ones, not what they do."""
    plain = reading.form == "subject" and not (reading.predicate.modal or reading.predicate.modified or reading.past)
    return plain and reading.clause.closing == "" and all(body.group or body.vague for body in reading.actors)


def opens_scope(paragraph: Paragraph, following: Paragraph | None, text: str, *, labelled: bool, begun: bool) -> bool:
    """Whether a line of bodies is a heading, not an item of a list of bodies (*- Bộ Quốc phòng;*).

    ``begun``: the orders have begun; before them a name in capitals is the issuer's.
    """
    line = text[paragraph.content : paragraph.end].strip()
    if labelled or line.endswith(":"):
        return line[-1:] not in ";,"
    if line[-1:] in ";,." or following is None or not begun:
        return False
    if paragraph.block in ("appendix", "table"):
        # cells of a table that was flattened into lines
        return False
    return not paragraph.bullet or following.bullet != paragraph.bullet


def states_theme(
    readings: list[list[Reading]], layout: Layout, paragraph: Paragraph, following: Paragraph | None, text: str
) -> bool:
    """Whether a labelled line states work that is detailed under it."""
    if len(readings) != 1 or len(readings[0]) != 1 or following is None or paragraph.section is None:
        return False
    reading = readings[0][0]
    if reading.actors or reading.form not in ("bare", "none", "topic"):
        return False
    if following.section == paragraph.section:
        return text[paragraph.content : paragraph.end].rstrip()[-1:] not in ".;!"
    return within(layout.sections, following.section, paragraph.section)


def within(sections: list[Section], inner: int | None, outer: int) -> bool:
    """Whether a section lies in another (or is it)."""
    while inner is not None and inner >= outer:
        if inner == outer:
            return True
        inner = sections[inner].parent
    return False
