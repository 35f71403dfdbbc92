"""Lines that say who implements the work above them: *Cơ quan chủ trì: …*, *Cơ quan phối hợp: …*, *Thời gian: …*."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from vnstruct.bodies.model import BodyMention
from vnstruct.dates.model import TimeExpression
from vnstruct.tasks.actors import run_at
from vnstruct.tasks.clauses import sentences
from vnstruct.tasks.model import Task
from vnstruct.tasks.tables import Column
from vnstruct.tasks.tokens import Tokens

AttributeKind = Literal["lead", "partner", "time", "other"]

_ORGAN: Final = r"(?:cơ quan|đơn vị|bộ phận|sở, ngành|phòng|địa phương|cá nhân|các đơn vị|các cơ quan|lãnh đạo)"
_LABELS: Final[dict[AttributeKind, str]] = {
    "partner": rf"(?:{_ORGAN}(?:,\s*+{_ORGAN})*\s++)?(?:cùng\s++)?phối hợp(?:,?\s++(?:thực hiện|triển khai|tham mưu|tổng hợp|chính))*",
    "lead": (
        rf"{_ORGAN}(?:,\s*+{_ORGAN})*\s++(?:được giao\s++|tham mưu\s++)?(?:chủ trì|thực hiện|chịu trách nhiệm"
        rf"|phụ trách|đầu mối|tham mưu|chủ quản)"
        rf"(?:,?\s++(?:và\s++)?(?:chủ trì|thực hiện|triển khai|chính|soạn thảo|tham mưu|tổng hợp|xây dựng|trình))*|chủ trì(?:\s++thực hiện)?"
        rf"|phân công(?:\s++thực hiện)?|trách nhiệm thực hiện"
    ),
    "time": (
        r"(?:thời gian|thời hạn|tiến độ|hạn|thời điểm)(?:\s++(?:thực hiện|hoàn thành|triển khai|báo cáo"
        r"|dự kiến|trình|tổ chức|ban hành))*"
        r"|hoàn thành|lộ trình(?:\s++thực hiện)?"
    ),
    "other": r"(?:sản phẩm|kết quả|kinh phí|nguồn kinh phí|địa điểm|hình thức|đối tượng|số lượng|thành phần"
    r"|ghi chú|sản phẩm đầu ra)(?:\s++(?:đầu ra|đạt được|thực hiện|dự kiến|hoàn thành|chủ yếu))*",
}
_LABEL: Final = re.compile(
    r"(?<!\w)(?:" + "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _LABELS.items()) + r")\s*+:(?!\d)"
)


_HEADING: Final = re.compile(
    r"(?:"
    + "|".join(f"(?P<{kind}>{_LABELS[kind]})" for kind in ("lead", "partner"))
    + r")(?:,?\s*+(?:phối hợp|thực hiện|và|,))*\s*+:?\s*+"
)


class Attribute(NamedTuple):
    """One attribute: its kind, where its label starts, and its value."""

    kind: AttributeKind
    label: int
    start: int
    end: int


def attributes(lowered: str, start: int, end: int) -> list[Attribute]:
    """The attributes of a paragraph, in text order; the first begins where the work's own text ends.

    >>> text = "đơn vị chủ trì: sở tư pháp. thời gian: quý iv."
    >>> [(a.kind, text[a.start:a.end]) for a in attributes(text, 0, len(text))]
    [('lead', 'sở tư pháp. '), ('time', 'quý iv.')]
    """
    found: list[Attribute] = []
    if lowered.find(":", start, end) < 0:
        return found
    for m in _LABEL.finditer(lowered, start, end):
        # "Bộ trưởng Bộ Tài chính chủ trì: (1) …" is no label: a label opens its line, sentence or parenthesis
        if lowered[start : m.start()].rstrip(" \t")[-1:] not in ("", "\n", ".", ";", ":", "(", "-", "+", "*", "•"):
            continue
        if found:
            found[-1] = found[-1]._replace(end=m.start())
        found.append(Attribute(m.lastgroup, m.start(), _value_start(lowered, m.end(), end), end))  # type: ignore[arg-type]
    return found


def label_kind(lowered: str, start: int, end: int) -> AttributeKind | None:
    """The kind of a heading that is nothing but a label: *2. Cơ quan chủ trì, phối hợp*; None for other text."""
    m = _HEADING.fullmatch(lowered, start, end) if end - start < 80 else None
    return m.lastgroup if m else None  # type: ignore[return-value]


def _value_start(text: str, start: int, end: int) -> int:
    while start < end and text[start] in " \t\n":
        start += 1
    return start


def apply(tokens: Tokens, found: list[Attribute], targets: list[Task]) -> None:
    """Give tasks the actors, partners and deadline of the lines under them; what they say themselves stays."""
    for attribute in found:
        if attribute.kind == "lead":
            for task in targets:
                if task.source.endswith("+inherited"):
                    task.actors = []
                    task.source = task.source.removesuffix("inherited") + "implementation"
                elif not task.source.endswith("+implementation") and not _are_groups(task.actors):
                    # "Tư lệnh Quân khu quyết định thành lập …" names its own actor
                    continue
                _extend(task.actors, bodies_of(tokens, attribute))
        elif attribute.kind == "partner":
            for task in targets:
                _extend(task.coordinators, bodies_of(tokens, attribute))
        elif attribute.kind == "time":
            due = _due(tokens, attribute)
            for task in targets:
                task.deadline = task.deadline or due


def _are_groups(bodies: list[BodyMention]) -> bool:
    """*các cơ quan, đơn vị tổ chức tuyên truyền …*: the lines under it say which ones."""
    return all(body.name.casefold().startswith(("các ", "mỗi ", "từng ")) for body in bodies)


def fill(tokens: Tokens, cells: Mapping[Column, tuple[int, int]], task: Task) -> None:
    """Give the task of a table's row what its other cells say."""
    kinds: tuple[Literal["lead", "partner", "time"], ...] = ("lead", "partner", "time")
    lines = [Attribute(kind, cells[kind][0], *cells[kind]) for kind in kinds if kind in cells]
    apply(tokens, lines, [task])


def _extend(known: list[BodyMention], bodies: list[BodyMention]) -> None:
    names = {body.name for body in known}
    known.extend(body for body in bodies if body.name not in names)


def bodies_of(tokens: Tokens, attribute: Attribute) -> list[BodyMention]:
    """The bodies that a line lists."""
    found: list[BodyMention] = []
    for sentence in sentences(tokens.text, attribute.start, attribute.end):
        for clause in sentence:
            run = run_at(tokens.text, tokens.of(clause.start, clause.end), 0, clause.start)
            if run is not None:
                found += run.bodies
    return found


def _due(tokens: Tokens, attribute: Attribute) -> TimeExpression | None:
    """The date of a *Thời gian* line, unless it is open (*Năm 2026 và các năm tiếp theo*) or a span."""
    dates = [d for d in tokens.inside(attribute.start, attribute.end) if isinstance(d, TimeExpression)]
    if len(dates) != 1 or "/" in dates[0].value or _OPEN_ENDED.search(tokens.lowered, attribute.start, attribute.end):
        return None
    meets = dates[0].kind == "instant" and dates[0].role == "event"  # "Thời gian: 8 giờ, ngày 09/10/2025 (thứ Năm)"
    return None if meets else dates[0]


_OPEN_ENDED: Final = re.compile(
    r"tiếp theo|trở đi|thường xuyên|sau khi|theo tiến độ|bắt đầu từ|kể từ|từ (?:nay|ngày|tháng|quý|năm)"
)
