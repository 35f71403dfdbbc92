"""Labelled units: candidates become sections when they start or continue a sequence.

The open units form a stack. A candidate that continues a series in the stack closes what is open below it; one that
starts a series (1, a, I) opens a level under the innermost unit that can hold it. Everything else (*trước ngày / 15. Sở
Y tế*) is no label. Depth is the place in the stack, so the outermost level that a document uses is 1.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from vnstruct.layout.labels import ALPHABET, RANK, SKIPPED, STYLE_KIND, Label
from vnstruct.layout.model import Section

_FIXED = frozenset({"appendix", "part", "chapter", "section", "subsection", "article"})
_SENTENCE_END = (".", ";", ":", "!", "?", ",", "”", '"', ")", "…", "/")


@dataclass(slots=True)
class _Open:
    """An open level: the series it counts and where its last unit stands in the list of sections."""

    label: Label
    section: int


@dataclass(slots=True)
class Sectioner:
    """Turns candidates in text order into sections; ``clean[i]`` tells whether row ``i`` can start a sentence."""

    labels: list[Label]
    clean: list[bool]
    sections: list[Section] = field(default_factory=list)
    gaps: list[tuple[int, int]] = field(default_factory=list)
    _stack: list[_Open] = field(default_factory=list)
    _by_series: dict[tuple[str, str, tuple[int, ...]], list[int]] = field(default_factory=dict)

    def run(self, boundaries: list[int], end: int) -> list[Section]:
        """All sections; at each of the sorted ``boundaries`` and at ``end`` every open unit ends."""
        for index, label in enumerate(self.labels):
            self._by_series.setdefault(_series(label), []).append(index)
        pending = list(boundaries)
        for index, label in enumerate(self.labels):
            while pending and pending[0] <= label.start:
                self._close(0, pending.pop(0))
            self._offer(index, label)
        for boundary in [*pending, end]:
            self._close(0, boundary)
        return self.sections

    def _offer(self, index: int, label: Label) -> None:
        level = self._level_of(label)
        if level is not None:
            step = _step(self._stack[level].label, label)
            if step == 1 or (step in {2, 3} and not label.inline and self._may_start(label)):
                if step != 1:
                    self.gaps.append((label.start, label.content))
                self._accept(label, level)
                return
            if _is_first(label) and self._starts(index, label):
                nested = level < len(self._stack) - 1 and self._continues_later(index, self._stack[-1].label)
                self._accept(label, len(self._stack) if nested else level)
            return
        if not (_is_first(label) or label.style in _FIXED or self._may_open_late(index, label)):
            return
        if self._starts(index, label):
            self._accept(label, self._level_for_new(index, label))

    def _level_of(self, label: Label) -> int | None:
        """The innermost level that counts the label's series (another closing sign is tolerated when it continues)."""
        for level in range(len(self._stack) - 1, -1, -1):
            other = self._stack[level].label
            if other.style != label.style:
                continue
            if _series(other) == _series(label) or _step(other, label) == 1:
                return level
        return None

    def _starts(self, index: int, label: Label) -> bool:
        if label.style == "appendix" and not label.inline:
            return True
        if not label.inline:
            return self._may_start(label)
        return self._continues_later(index, label)

    def _may_start(self, label: Label) -> bool:
        return self.clean[label.row]

    def _may_open_late(self, index: int, label: Label) -> bool:
        """A series whose first label was lost (*2.* after a damaged *1.*) opens when it goes on."""
        if label.inline or not self.clean[label.row]:
            return False
        if label.style == "decimal":
            return bool(label.path) and any(
                o.label.style in {"number", "roman", "decimal"} and o.label.value == label.path[-1] for o in self._stack
            )
        return label.value <= 3 and self._continues_later(index, label)

    def _continues_later(self, index: int, label: Label) -> bool:
        """Whether the next candidate of the label's series, soon after ``index``, continues it."""
        positions = self._by_series.get(_series(label), [])
        place = bisect_right(positions, index)
        if place >= len(positions) or positions[place] - index > 60:
            return False
        return _step(label, self.labels[positions[place]]) == 1

    def _level_for_new(self, index: int, label: Label) -> int:
        """Where a new series opens: under the innermost unit that can hold it."""
        level = len(self._stack)
        rank = RANK[label.style]
        while level:
            top = self._stack[level - 1].label
            if label.style == "decimal":
                if top.style in {"number", "roman"} and top.value == label.path[-1] and len(label.path) == 1:
                    return level
                if top.style == "decimal" and (*top.path, top.value) == label.path:
                    return level
            fixed = label.style in _FIXED
            if rank > RANK[top.style] or (not fixed and rank == RANK[top.style]):
                return level
            if not fixed and self._continues_later(index, top):
                return level
            level -= 1
        return 0

    def _accept(self, label: Label, level: int) -> None:
        self._close(level, label.start)
        parent = self._stack[-1].section if self._stack else None
        self.sections.append(
            Section(
                kind=STYLE_KIND[label.style],
                label=label.text,
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


def can_start_sentence(previous: str, wrapped_full: bool) -> bool:
    """Whether a label at the start of a row can be one, from the row before it.

    Only a row that fills the line and stops inside a sentence (*… hoàn thành trước ngày*) speaks against it.

    >>> can_start_sentence("hoàn thành trước ngày", True), can_start_sentence("như sau:", True)
    (False, True)
    """
    return not wrapped_full or previous.endswith(_SENTENCE_END) or previous.isupper()


def _series(label: Label) -> tuple[str, str, tuple[int, ...]]:
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
    if label.style in _FIXED and label.value == previous.value and label.text != previous.text:
        return 1  # Điều 4a after Điều 4
    return label.value - previous.value
