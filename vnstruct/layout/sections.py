"""Labelled units: candidates become sections when they start or continue a sequence.

The open units form a stack. A candidate that continues a series in the stack closes what is open below it; one that
starts a series (1, a, I) opens a level under the innermost unit that can hold it. Everything else (*trước ngày / 15. Sở
Y tế*) is no label. Depth is the place in the stack, so the outermost level that a document uses is 1.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from vnstruct.layout.labels import ALPHABET, RANK, SKIPPED, STYLE_KIND, Label, letter_value
from vnstruct.layout.model import Section

_Series = tuple[str, str, tuple[int, ...]]

_HORIZON = 60
"""How many candidates ahead a series is looked for."""
_WIDEST_GAP = 5
"""How many chapters or articles may be lost in a row."""
_DEEPEST = 12
"""More levels than any document uses; keeps the work on hostile text linear."""
_SECOND = 2
_FIXED = frozenset({"appendix", "part", "chapter", "section", "subsection", "article"})
_SENTENCE_END = (".", ";", ":", "!", "?", ",", "”", '"', ")", "…", "/")


@dataclass(slots=True)
class _Open:
    """An open level: the series it counts and where its last unit stands in the list of sections."""

    label: Label
    section: int


class Start(NamedTuple):
    """What the row before says about a label at the start of a row.

    ``clean``: a sentence can begin here; ``barred``: the row before ends with a word that needs what follows (*tại
    khoản 1 và / 2. …*). ``caps``: the row itself is a heading in capitals.
    """

    clean: bool
    barred: bool
    caps: bool = False


@dataclass(slots=True)
class Sectioner:
    """Turns candidates in text order into sections; ``starts[i]`` tells what may begin at row ``i``, for their rows."""

    labels: list[Label]
    starts: dict[int, Start]
    sections: list[Section] = field(default_factory=list)
    gaps: list[tuple[int, int]] = field(default_factory=list)
    _stack: list[_Open] = field(default_factory=list)
    _nesting: set[tuple[int, _Series]] = field(default_factory=set)
    _by_series: dict[_Series, list[int]] = field(default_factory=dict)

    def run(self, boundaries: list[int], end: int) -> list[Section]:
        """All sections; at each of the sorted ``boundaries`` and at ``end`` every open unit ends."""
        self.labels = self._headed(_repaired(_lettered(self.labels)))
        for index, label in enumerate(self.labels):
            self._by_series.setdefault(_series(label), []).append(index)
        pending = iter([*boundaries, end])
        boundary = next(pending)
        for index, label in enumerate(self.labels):
            while boundary <= label.start and boundary != end:
                self._close(0, boundary)
                self._nesting.clear()
                boundary = next(pending)
            self._offer(index, label)
        self._close(0, boundary)
        return self.sections

    def _headed(self, labels: list[Label]) -> list[Label]:
        """*1. TINH THẦN CHỈ ĐẠO* is the misread *I.* when the next Roman heading is *II.*"""
        repaired = list(labels)
        following: Label | None = None
        for index in range(len(labels) - 1, -1, -1):
            label = labels[index]
            if label.style == "roman" and not label.inline:
                following = label
            elif label.style == "number" and _is_first(label) and following and following.value == _SECOND:
                if not label.inline and self.starts[label.row].caps and self.starts[following.row].caps:
                    following = repaired[index] = label._replace(style="roman")
        return repaired

    def _offer(self, index: int, label: Label) -> None:
        level = self._level_of(index, label)
        if level is None:
            opens = _is_first(label) or label.style in _FIXED or self._may_open_late(index, label)
            if opens and self._starts(index, label):
                self._accept(label, self._level_for_new(index, label))
            return
        step = _step(self._stack[level].label, label)
        if step == 1 and (label.inline or not self.starts[label.row].barred):
            if not label.weak or self._runs_in(index, label, level):
                self._accept(label, level)
        elif self._misnumbered(label, step):
            self.gaps.append((label.start, label.content))
            self._accept(label, level)
        elif _is_first(label) and self._starts(index, label):
            nested = self._nests(index, label, level)
            if nested:
                self._nesting.add((self._holder(level), _series(label)))
            self._accept(label, len(self._stack) if nested else level)

    def _misnumbered(self, label: Label, step: int) -> bool:
        """Whether a label that skips or repeats a number still is one: it opens a row where a sentence may begin."""
        if label.inline or not self.starts[label.row].clean:
            return False
        if label.style in _FIXED:
            return 2 <= step <= _WIDEST_GAP
        # recognisers read d and đ as one letter
        return step in {2, 3} or (step == 0 and (label.style in {"roman", "upper"} or label.text in {"d", "đ"}))

    def _level_of(self, index: int, label: Label) -> int | None:
        """The innermost level whose series the label continues, else the innermost that counts the same series.

        Another closing sign is tolerated when the label continues the series (*1.*, *2)*). Where an inner and an outer
        series both wait for the label, it is the outer one's when a new inner series follows.
        """
        same: int | None = None
        inner: int | None = None
        for level in range(len(self._stack) - 1, -1, -1):
            other = self._stack[level].label
            if other.style != label.style:
                continue
            if _step(other, label) == 1:
                if inner is not None:
                    return level if self._restarts_next(index, label) else inner
                inner = level
            if same is None and _series(other) == _series(label):
                same = level
        return same if inner is None else inner

    def _restarts_next(self, index: int, label: Label) -> bool:
        """Whether the next candidate of the series is its first."""
        positions = self._by_series[_series(label)]
        place = bisect_right(positions, index)
        return place < len(positions) and _is_first(self.labels[positions[place]])

    def _starts(self, index: int, label: Label) -> bool:
        """Whether a series can start here: at a clean row, or inside a row when it goes on."""
        if label.inline:
            return not label.weak and self._continues_later(index, label)
        if label.style == "appendix" or self.starts[label.row].clean:
            return True
        # under a heading that fills its line: "Điều 27. Nội dung và kinh phí hỗ trợ thực hiện dự án / 1. Cơ quan …"
        goes_on = self._continues_later(index, label) or self._continues_next(index, label)
        return _is_first(label) and not self.starts[label.row].barred and goes_on

    def _runs_in(self, index: int, label: Label, level: int) -> bool:
        """Whether a weak label counts: its series stands inside rows, and no other candidate has its value."""
        if label.style == "number" and not self._stack[level].label.inline:
            return False
        positions = self._by_series[_series(label)]
        place = bisect_right(positions, index)
        return all(self.labels[p].value != label.value for p in positions[place : place + 3])

    def _may_open_late(self, index: int, label: Label) -> bool:
        """A series whose first label was lost (*2.* after a damaged *1.*) opens when it goes on."""
        if label.inline or not self.starts[label.row].clean:
            return False
        if label.style == "decimal":
            return any(_code(o.label) == label.path[-1] for o in self._stack)
        if label.style in {"roman", "upper"} and self.starts[label.row].caps:
            return True  # "II. NHIỆM VỤ" after a damaged "I."
        if label.style == "point" and label.sign == ")" and label.value == _SECOND:
            return True  # a list of two whose "a)" was lost
        return label.value <= 3 and self._continues_later(index, label)

    def _continues_later(self, index: int, label: Label) -> bool:
        """Whether the next candidate of the label's series, soon after ``index``, continues it."""
        positions = self._by_series.get(_series(label), [])
        place = bisect_right(positions, index)
        if place >= len(positions) or positions[place] - index > _HORIZON:
            return False
        return _step(label, self.labels[positions[place]]) == 1

    def _continues_next(self, index: int, label: Label) -> bool:
        """Whether the very next candidate continues the label's series, perhaps with another sign (*a) … / b. …*)."""
        following = self.labels[index + 1] if index + 1 < len(self.labels) else None
        return following is not None and following.style == label.style and _step(label, following) == 1

    def _nests(self, index: int, label: Label, level: int) -> bool:
        """Whether a series that starts anew stands inside the open unit (*1. … 1. … 2. … / 2. …*) or beside it.

        It stands inside when a unit of another style is open below and goes on later, or when the outer series goes
        on after the inner one.
        """
        if label.style in _FIXED or len(self._stack) >= _DEEPEST:
            return False
        if level < len(self._stack) - 1:
            return self._continues_later(index, self._stack[-1].label)
        if (self._holder(level), _series(label)) in self._nesting:
            return True  # the units beside it held a series of their own
        outer, inner = self._stack[level].label, label
        positions = self._by_series[_series(label)]
        place = bisect_right(positions, index)
        for position in positions[place : place + _HORIZON]:
            following = self.labels[position]
            if _step(inner, following) == 1:
                inner = following
            else:
                return _step(outer, following) == 1 and inner is not label
        return False

    def _holder(self, level: int) -> int:
        """The section that holds the units of a level, -1 for the outermost."""
        return self._stack[level - 1].section if level else -1

    def _level_for_new(self, index: int, label: Label) -> int:
        """Where a new series opens: under the innermost unit that can hold it."""
        level = len(self._stack)
        rank = RANK[label.style]
        fixed = label.style in _FIXED
        while level:
            top = self._stack[level - 1].label
            if label.style == "decimal" and top.style == "decimal":
                if (*top.path, top.value) == label.path:
                    return level
            elif rank > RANK[top.style] or (
                not fixed and (rank == RANK[top.style] or self._continues_later(index, top))
            ):
                return level
            level -= 1
        return 0

    def _accept(self, label: Label, level: int) -> None:
        if self.sections and label.start <= self.sections[-1].start:
            # "Điều 2: a) Ủy ban …": the run-in label of a unit and the first label of its line are one
            return
        self._close(level, label.start)
        parent = self._stack[-1].section if self._stack else None
        self.sections.append(
            Section(
                kind=STYLE_KIND[label.style],
                label=" ".join(label.text.split()),
                depth=len(self._stack) + 1,
                start=label.start,
                content=label.content,
                end=label.content,
                parent=parent,
            )
        )
        self._stack.append(_Open(label, len(self.sections) - 1))

    def _close(self, level: int, end: int) -> None:
        while len(self._stack) > level:
            section = self.sections[self._stack.pop().section]
            section.end = max(section.end, end)


def start_after(previous: str, *, wrapped_full: bool, dangling: frozenset[str]) -> Start:
    """What may begin after a row.

    Only a row that fills the line and stops inside a sentence, or one that ends with a word that needs a complement,
    speaks against a label.

    >>> start_after("hoàn thành trước ngày", wrapped_full=True, dangling=frozenset({"ngày"}))
    Start(clean=False, barred=True, caps=False)
    >>> start_after("như sau:", wrapped_full=True, dangling=frozenset())
    Start(clean=True, barred=False, caps=False)
    """
    if previous.endswith(_SENTENCE_END) or previous.isupper():
        return Start(True, False)
    barred = previous.rsplit(maxsplit=1)[-1] in dangling
    return Start(not wrapped_full and not barred, barred)


_DIGITS = {"8": "ag", "6": "bđ", "9": "g", "0": "o", "4": "a", "5": "s"}
"""Letters that recognisers read as a digit."""


def _lettered(labels: list[Label]) -> list[Label]:
    """Points whose letter was misread: *8)* before *b)* is *a)*, *8)* after *e)* is *g)*, *e)* between b and d is *c)*."""
    repaired = list(labels)
    for index, label in enumerate(repaired):
        before = repaired[index - 1] if index else None
        after = labels[index + 1] if index + 1 < len(labels) else None
        follows = before is not None and before.style == "point" and before.sign == label.sign
        if label.style == "number" and label.sign == ")" and label.text in _DIGITS:
            for letter in _DIGITS[label.text]:
                meant = label._replace(style="point", value=letter_value(letter))
                opens = letter == "a" and after is not None and _step(meant, after) == 1
                if opens or (follows and before is not None and _step(before, meant) == 1):
                    repaired[index] = meant
                    break
        elif label.text == "e" and follows and before is not None and before.value == _SECOND:
            repaired[index] = label._replace(value=_SECOND + 1)
    return repaired


def _code(label: Label) -> int:
    """What a label is called in the paths of the labels under it: *2* in 2.1, *-2* for *II* in II.1."""
    offset = {"roman": 0, "upper": 50, "point": 100}.get(label.style)
    return label.value if offset is None else -offset - label.value


def _repaired(labels: list[Label]) -> list[Label]:
    """A Roman *I.* that stands for *1.*: the next candidates go on with *2.*, none with *II.*"""
    repaired = list(labels)
    for index, label in enumerate(labels):
        if label.style != "roman" or label.value != 1:
            continue
        for following in labels[index + 1 : index + _HORIZON]:
            if following.style == "roman" or (following.style == "number" and following.value != 2):
                break
            if following.style == "number" and following.sign == label.sign:
                repaired[index] = label._replace(style="number")
                break
    return repaired


def _series(label: Label) -> _Series:
    return (label.style, "" if label.style in _FIXED or label.style == "decimal" else label.sign, label.path)


def _is_first(label: Label) -> bool:
    return label.value == 1


def _step(previous: Label, label: Label) -> int:
    """How far a label is from the one before in its series; 1 is the next, 0 and less go back."""
    if previous.style != label.style or previous.path != label.path:
        return -99
    if label.style == "appendix":
        return 1
    if label.style == "point":
        if label.value == 0 or previous.value == 0:
            return 1  # an unreadable letter (*ø)* for *g)*) stands for the next one
        skipped = ALPHABET[previous.value : label.value - 1]
        if label.value > previous.value and all(letter in SKIPPED for letter in skipped):
            return 1
        return label.value - previous.value
    if label.value == previous.value and label.text != previous.text and label.text[-1:].islower():
        return 1  # Điều 4a after Điều 4, 7b. after 7.
    return label.value - previous.value
