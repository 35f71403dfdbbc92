"""What stands around an expression: the clause before it, the clause after it, and the preposition that governs it."""

from __future__ import annotations

import re
from typing import NamedTuple

from vnstruct.schema import DateModifier

_BEFORE, _AFTER = 180, 120

# a sentence, a list item or a table cell ends; a line that is only wrapped does not
_BOUNDARY = re.compile(r"[.;!?](?=\s)|\n(?=\s*(?:[-+*•–]|\(?\d{1,2}[.)]|[a-zđ]\)|[ivx]{1,5}[.)-])\s)|\n\s*\n|\||\t")

_PREPOSITION = re.compile(
    r"""(?<!\w)(?:
      (?P<before>(?:chậm|muộn)[ ]nhất[ ](?:là[ ])?trước|trước(?:[ ](?:thời[ ]điểm|mốc))?)
    | (?P<by>(?:chậm|muộn|trễ)[ ]nhất(?:[ ](?:là|vào|đến|trong|hết))*|không[ ](?:quá|muộn[ ]hơn|chậm[ ]hơn|trễ[ ]hơn)
        |hạn[ ](?:cuối(?:[ ]cùng)?|chót)(?:[ ](?:là|vào|đến))?
        |tối[ ]đa)
    | (?P<until>(?:cho[ ])?(?:đến|tới)(?:[ ](?:trước|hết|cuối))?|hết)
    | (?P<after>(?:kể|tính|bắt[ ]đầu)?[ ]?từ(?:[ ](?:sau|đầu|hết))?|sau(?:[ ]khi)?)
    | (?P<within>(?:trong|ngay[ ]trong)(?:[ ](?:vòng|thời[ ]hạn|thời[ ]gian|khoảng(?:[ ]thời[ ]gian)?|các|những))?
        |thời[ ]hạn|vòng)
    | (?P<on>vào(?:[ ](?:lúc|hồi|khoảng|dịp))?|lúc|hồi|vào[ ]cuối)
    )(?:\s(?:ngày|thời\sđiểm|sáng|chiều|tối|cuối|đầu|hết|là|khoảng|tối[ ]đa|ít[ ]nhất|tối[ ]thiểu|không[ ]quá)){0,4}
    (?:\stết(?:\snguyên\sđán)?)?  # trước Tết Nguyên đán năm 2026
    \s?[:"“'(*_]{0,3}\s*$""",
    re.VERBOSE,
)
_BACK = re.compile(r" (?:trở về trước|về trước)")
_MODIFIERS: dict[str, DateModifier | None] = {
    "before": "before",
    "by": "by",
    "until": "by",
    "back": "by",
    "after": "after",
    "within": "within",
}


class Surroundings(NamedTuple):
    """Lower-case text with single blanks: ``left`` and ``right`` reach to the end of the clause."""

    left: str
    right: str
    preposition: str | None
    """``before`` (*trước*), ``by`` (*chậm nhất*), ``until`` (*đến hết*), ``after``,
    ``back`` (*từ … trở về trước*), ``within``, ``on`` or None."""
    lead: str
    """``left`` without the preposition."""
    part: bool
    """Whether the expression is a part of a year or month: *cuối năm 1982*."""

    @property
    def modifier(self) -> DateModifier | None:
        """The preposition as the output names it."""
        return _MODIFIERS.get(self.preposition or "")


def surroundings(low: str, start: int, end: int) -> Surroundings:
    """Read the surroundings of ``low[start:end]``.

    >>> around = surroundings("giao sở y tế; báo cáo trước ngày 05/3/2020.", 28, 42)
    >>> around.left, around.preposition, around.lead
    (' báo cáo trước ', 'before', ' báo cáo ')
    """
    left = low[max(0, start - _BEFORE) : start]
    cut = 0
    for boundary in _BOUNDARY.finditer(left):
        cut = boundary.end()
    # a cue may be broken over a line: *tầm⏎nhìn đến*
    left = _single_blanks(left[cut:])
    right = low[end : end + _AFTER]
    if (stop := _BOUNDARY.search(right)) is not None:
        right = right[: stop.start()]
    right = _single_blanks(right)
    m = _PREPOSITION.search(left[-60:])
    lead = left if m is None else left[: len(left) - len(m[0])]
    preposition = None if m is None else m.lastgroup
    if preposition == "after" and _BACK.match(right):
        preposition = "back"
    part = low.startswith(("đầu", "giữa", "cuối"), start)
    return Surroundings(left, right, preposition, lead, part)


def _single_blanks(text: str) -> str:
    """Any white space as one blank, also at both ends.

    >>> _single_blanks(" tầm\\n  nhìn đến ")
    ' tầm nhìn đến '
    """
    words = text.split()
    if not words:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{' '.join(words)}{' ' if text[-1].isspace() else ''}"


NOWHERE = Surroundings("", "", None, "", False)
"""For expressions whose role is known without looking around."""
