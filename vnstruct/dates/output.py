"""From the judged expression to the output form: kind, modifier, days covered, confidence."""

from __future__ import annotations

from vnstruct.dates.calendar_values import day_before, extent
from vnstruct.dates.expression import Expression, Unit
from vnstruct.dates.model import TimeExpression
from vnstruct.dates.roles import Judgement
from vnstruct.schema import DateKind, DateModifier

_KINDS: dict[Unit, DateKind] = {
    "clock": "instant",
    "day": "date",
    "month": "month",
    "quarter": "quarter",
    "half": "half_year",
    "year": "year",
    "span": "interval",
    "school_year": "school_year",
    "length": "duration",
    "every": "recurring",
}
# forms that are read with less certainty than a full date
_DOUBTFUL = {
    "impossible": 0.4,
    "day-alone": 0.7,
    "month-bare": 0.7,
    "year-bare": 0.7,
    "duration": 0.85,
}


def time_expression(expression: Expression, modifier: DateModifier | None, judgement: Judgement) -> TimeExpression:
    """The output form of an expression.

    ``earliest``/``latest`` are the days it covers, with what its modifier says: *trước ngày 15/12* ends the day before,
    *đến hết tháng 6* has no beginning, *từ ngày 01/7* no end. Terms of office and school years have no known bounds, nor
    has an interval printed the wrong way round.
    """
    modifier = _modifier(expression, modifier, judgement)
    bounded = not expression.term and expression.unit != "school_year"
    earliest, latest = extent(expression.value) if bounded else (None, None)
    if earliest is not None and latest is not None and latest < earliest:
        earliest = latest = None  # check_order reports it
    if expression.last is None:
        if modifier == "before":
            # *trước 17 giờ ngày …* is that day
            earliest, latest = None, latest if expression.first.clock else day_before(earliest)
        elif modifier == "by":
            earliest = None
        elif modifier == "after":
            latest = None
    return TimeExpression(
        expression.start,
        expression.end,
        expression.value,
        _kind(expression),
        judgement.role,
        modifier,
        expression.inferred,
        None if earliest is None else earliest.isoformat(),
        None if latest is None else latest.isoformat(),
        _confidence(expression, judgement),
        f"{expression.rule}:{judgement.rule}",
        judgement.deadline_cue,
    )


def _modifier(expression: Expression, modifier: DateModifier | None, judgement: Judgement) -> DateModifier | None:
    if judgement.role in ("issue", "citation"):
        return None
    measures = expression.unit == "length" and judgement.role != "effective"
    if modifier == "after" and (expression.last is not None or measures):
        # *từ* opens the interval itself; *từ 48 tháng trở lên* measures
        return None
    return modifier


def _kind(expression: Expression) -> DateKind:
    if expression.recurring:
        return "duration" if (expression.fixed or "X").startswith("P") else "recurring"
    if expression.last is not None and expression.unit != "school_year":
        return "interval"
    if expression.unit == "day" and expression.first.clock is not None:
        return "instant"
    return _KINDS[expression.unit]


def _confidence(expression: Expression, judgement: Judgement) -> float:
    """How sure: the form, times the inference, times the role."""
    sure = _DOUBTFUL.get(expression.rule, 0.98)
    if expression.weak:
        sure = min(sure, 0.8)
    if expression.inferred:
        sure *= 0.9
    if judgement.rule == "default":
        sure *= 0.93
    return round(sure, 3)
