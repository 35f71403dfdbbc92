"""Times of day."""

from __future__ import annotations

import re
from re import Match

from vnstruct.dates.calendar_values import Moment
from vnstruct.dates.expression import Expression, Family
from vnstruct.dates.fragments import EACH, WEEKDAY, weekday_number

_EACH_WEEK = re.compile(rf"{EACH}\s{{1,2}}tuần[^.;]{{0,40}}$")


def _clock(m: Match[str], out: list[Expression]) -> int:
    """*17 giờ 00 phút*, *7h30*, *14:30*, *8 giờ sáng*; *24 giờ* alone may be a duration, its surroundings decide."""
    start, end = m.span("ck_time")
    hour = int(m["ck_hour"])
    minute = m["ck_min"] or m["ck_min2"] or m["ck_min3"]
    hours_only = minute is None and m["ck_part"] is None
    if m["ck_part"] in ("chiều", "tối") and hour < 12:
        hour += 12
    if hour > 24 or (hour == 24 and minute not in (None, "00")):
        if hours_only:
            out.append(Expression(start, end, "length", fixed=f"PT{hour}H", rule="duration"))
        return end
    clock = f"{hour:02}:{minute or '00'}"
    if m["ck_day"] is not None and _EACH_WEEK.search(m.string, max(0, start - 70), start):
        # *định kỳ hằng tuần trước 16 giờ ngày thứ Sáu*
        moment = Moment(weekday=weekday_number(m["ck_day"]), clock=clock)
        out.append(Expression(start, m.end(), "day", moment, recurring=True, rule="weekly"))
        return m.end()
    rule = "clock-colon" if m["ck_min3"] else "clock-hours" if hours_only else "clock"
    out.append(Expression(start, end, "clock", Moment(clock=clock), weak=True, rule=rule))
    return end


CLOCK = Family(
    "clock",
    rf"""(?<![/.\d:,+])(?P<ck_time>(?P<ck_hour>\d\d?)
        (?:
            (?:\s{{0,2}}giờ|[ ]?h)(?:\s{{0,2}}(?P<ck_min>[0-5]\d)(?!\d)(?:\s?(?:phút|ph|['’′‘]))?)?
          | g(?P<ck_min2>[0-5]\d)
          | :(?P<ck_min3>[0-5]\d)(?::[0-5]\d)?(?:[ ]?[ap]m)?
        )(?![\w:)]|/\w)
        (?:[ ](?P<ck_part>sáng|trưa|chiều|tối|đêm)(?!\w))?
    )
    (?:\s(?:(?:ngày|chiều|sáng)\s)?(?P<ck_day>{WEEKDAY})(?!\w|[\s,(]{{1,3}}(?:ngày\s{{0,2}})?\d|\s{{1,2}}(?:của\s)?{EACH}\s))?""",
    _clock,
    "digit",
)

FAMILIES = (CLOCK,)
