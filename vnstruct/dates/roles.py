"""What an expression is for: the first rule that applies decides.

The cues are words of the administrative style (``cues.csv``), read in the clause around the expression. The stage of
tasks later gives the role ``deadline`` to what it uses as a task's deadline; a doubtful deadline is therefore marked
:attr:`~vnstruct.dates.model.TimeExpression.deadline_cue` rather than guessed.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from vnstruct.dates.calendar_values import extent
from vnstruct.dates.cues import cue
from vnstruct.dates.expression import Expression
from vnstruct.dates.surroundings import Surroundings
from vnstruct.schema import DateRole


class Place(NamedTuple):
    """What the earlier layers say about where the expression stands."""

    issue: bool = False
    """In the date line of the document."""
    cited: bool = False
    """Printed with a cited document, or right behind a document number."""
    typed: bool = False
    """In a clause that names a type of document before it: *Căn cứ Luật Tổ chức Chính phủ ngày …*."""
    enacts: bool = False
    """In a clause that goes on to enact a document: *Ngày 24 tháng 6 năm 1977 … đã ra Quyết định số …*."""
    lead_in: bool = False
    """In a list whose lead-in announces dates of completion."""


class Judgement(NamedTuple):
    """The role, whether a deadline is in play whatever the role, and the rule that decided."""

    role: DateRole
    deadline_cue: bool = False
    rule: str = "default"


def judge(expression: Expression, around: Surroundings, place: Place, anchor: date | None) -> Judgement:
    """The role of an expression; ``anchor`` is the date of the document."""
    if place.issue:
        return Judgement("issue", rule="date-line")
    if _THIS_ENACTED.search(around.left):
        own = anchor is None or extent(expression.value)[0] == anchor
        return Judgement("issue" if own else "event", rule="enacted")
    if _is_citation(expression, around, place):
        return Judgement("citation", rule="cited")
    if _is_effective(expression, around):
        return Judgement("effective", rule="force")
    if expression.unit == "length":
        return _of_length(expression, around)
    if expression.unit == "every":
        return _of_recurrence(around)
    if place.lead_in or _DUE_LABEL.search(around.lead):
        return Judgement("deadline", True, "label")
    return _of_date(expression, around, anchor)


# --- dates of documents -------------------------------------------------------------------------------------------

# *đã được sửa đổi, bổ sung một số điều ngày 16 tháng 12 năm 2002*
_AMENDED = re.compile(cue("amended") + r"[^;.]{0,50} (?:thông qua )?$")
_ENACTED = re.compile(cue("enacted") + r" (?:vào )?$")
_THIS_ENACTED = re.compile(r"(?:luật|nghị quyết|pháp lệnh|hiến pháp) này[^;.]{0,140} thông qua $")
_OCCASION = re.compile(cue("occasion") + r"[^;.,]{0,50}$")


def _is_citation(expression: Expression, around: Surroundings, place: Place) -> bool:
    if place.cited:
        return True
    if expression.unit != "day" or expression.last is not None or expression.recurring:
        return False
    if _AMENDED.search(around.left):
        return True
    if around.preposition is not None or _OCCASION.search(around.left[-60:]):
        return False
    return place.typed or place.enacts or _ENACTED.search(around.left) is not None


# --- effect -------------------------------------------------------------------------------------------------------

# *có hiệu lực thi hành kể từ ngày*, *hết hiệu lực sau*, *hiệu lực đến hết ngày*; not *có hiệu lực, báo cáo trong tháng*
_IN_FORCE = re.compile(
    r"hiệu lực(?:[^;.,]{0,60}? | )? ?[(,]? ?(?:(?:kể |tính |bắt đầu )?từ|sau|đến(?: hết)?|vào) (?:hết |thời điểm )?$"
    r"|hiệu lực(?: thi hành)? (?:là )?$"
)
_FORCE_AFTER = re.compile(r"^[ ,]{1,2}[^;.,(]{0,40}(?:bắt đầu|có|hết) hiệu lực")
_APPLIED = re.compile(cue("applied") + r"(?: [^;.,]{0,30})?(?: |^)(?:kể )?(?:từ|đến hết|đến) (?:hết )?$")
# *Từ ngày 01/01/2009, điều chỉnh tăng …*
_NEW_STATE = re.compile(r"^,? [^;.]{0,40}?" + cue("new_state"))
_OPENS_CLAUSE = re.compile(r"^[ \-+*•]*(?:\(?[\da-zđ]{1,3}[.)] ?)?$")


def _is_effective(expression: Expression, around: Surroundings) -> bool:
    if expression.recurring or expression.unit in ("every", "clock"):
        return False
    if _IN_FORCE.search(around.left):
        return True
    if expression.unit == "length" or expression.last is not None:
        return False
    if _APPLIED.search(around.left) or _FORCE_AFTER.match(around.right):
        return True
    starts = around.preposition == "after" and expression.unit == "day" and _OPENS_CLAUSE.match(around.lead)
    return bool(starts and _NEW_STATE.match(around.right))


# --- durations and recurrences ------------------------------------------------------------------------------------

_LIMIT = re.compile(
    r"(?<!\w)(?P<word>trong(?: (?:thời hạn|thời gian|vòng|khoảng))?|(?:chậm|muộn|trễ) nhất|không (?:quá|muộn hơn)|trước"
    r"|tối đa|thời hạn)(?: (?:là|sau|trong|vòng|không quá|tối đa|ít nhất|tối thiểu|[^ ]+ nhất))*\s*$"
)
_SURE_LIMITS = ("trong thời hạn", "trong vòng", "chậm nhất", "muộn nhất", "trễ nhất", "không muộn hơn")
# *Hết thời hạn 05 năm, kể từ ngày …*: what follows then
_ENDED = re.compile(r"(?:hết|quá|sau) thời hạn $")
_TERM_IS = re.compile(r"thời hạn [^;.,]{2,60} là $")
_LAPSED = re.compile(r"^ (?:qua|gần đây|vừa qua|trước)(?!\w)")
_FROM_EVENT = re.compile(r"^ ?,? ?(?:\([^ ]+\) )?(?:kể từ|tính từ|từ (?:ngày|khi|thời)|sau khi|trước khi|trước ngày)")
_SCHEME = re.compile(cue("scheme") + r" [^;.]{0,40}$")
_REPORT = re.compile(cue("report"))
# *trong dự toán ngân sách nhà nước hằng năm*: the noun repeats, nothing is due
_DUE_AFTER = re.compile(r"^[ ,(]{1,3}(?:trước|chậm nhất|muộn nhất)")
_ROUTINE = re.compile(cue("routine"))
_PERIODIC = re.compile(r"(?<!\w)định kỳ(?!\w)")
_FUND = re.compile(cue("fund") + r"(?: [^ ,;.]+){0,5} $")


def _of_length(expression: Expression, around: Surroundings) -> Judgement:
    """*trong thời hạn 15 ngày*, *chậm nhất 03 ngày*, *không quá 05 ngày kể từ …*; *không quá 2 ngày* alone measures."""
    if _ENDED.search(around.left):
        return Judgement("other", rule="term-ended")
    limit = _LIMIT.search(around.left)
    started = _FROM_EVENT.match(around.right) is not None
    if limit is not None and (started or limit["word"] in _SURE_LIMITS):
        return Judgement("deadline", True, "limit")
    if started and (around.preposition in ("within", "by") or _TERM_IS.search(around.left)):
        return Judgement("deadline", True, "limit")
    if limit is not None and limit["word"].startswith("trong"):
        return Judgement("period", _LAPSED.match(around.right) is None, "span-of-time")
    if _SCHEME.search(around.left) and (expression.fixed or "").endswith(("Y", "M")):
        return Judgement("period", rule="plan-length")
    return Judgement("other", rule="length")


def _of_recurrence(around: Surroundings) -> Judgement:
    """*hằng năm* is a deadline where something is due each time: *định kỳ hằng quý báo cáo …*."""
    periodic = _PERIODIC.search(around.left) is not None
    if (periodic or not _FUND.search(around.left)) and (
        _REPORT.search(around.left) or _REPORT.search(around.right[:70])
    ):
        return Judgement("deadline", True, "due-each-time")
    if periodic and (_ROUTINE.search(around.right[:50]) or _DUE_AFTER.match(around.right)):
        return Judgement("deadline", True, "due-each-time")
    return Judgement("period", rule="each-time")


# --- days, months, years ------------------------------------------------------------------------------------------

_LABELLED = rf"(?:{cue('completion')}|{cue('delivery')}|trả lời|phải|cuối|chót)"
_DUE_LABEL = re.compile(
    rf"(?:(?:thời (?:gian|hạn|điểm)|tiến độ|hạn|ngày) {_LABELLED}[^:;.]{{0,40}}|{cue('completion')}|thời hạn|tiến độ)"
    r" ?: ?$"
)
# *đã từ trần trước ngày*, *được cấp trước ngày*: a fact, not a deadline
_FACT = re.compile(cue("fact") + r"[^;.,]{0,70}$")
_DUTY = re.compile(cue("duty"))
_PAST = re.compile(cue("past") + r"[^;.]{0,60}$")
_DONE_AFTER = re.compile(r"^ (?:đã|được|có|của)(?!\w)")
_NEGATED = re.compile(r"(?<!\w)(?:chưa|không) (?!quá|muộn|chậm|để)")
_COMPLETES = re.compile(cue("completion") + r"[^;.]{0,70}$")
_REVIEWS = re.compile(cue("review") + r"[^;.]{0,70}$")
_DELIVERS = re.compile(cue("delivery"))
_ACHIEVES = re.compile(rf"{cue('completion')}|{cue('delivery')}|{cue('review')}|{cue('achievement')}")
# *các nhiệm vụ triển khai trong năm 2025*: the verb only describes
_NOMINAL = re.compile(cue("matter") + r"(?: [^ ;.,]+){0,3} " + cue("done") + r" ?$")
# *phương hướng nhiệm vụ trong tháng 02*
_ON_AGENDA = re.compile(cue("agenda") + " $")
_COUNTED = re.compile(cue("counted") + r" ?$")
_HORIZON = re.compile(cue("horizon") + r" ?$")
_TAKES_IN = re.compile(cue("intake"))
_TARGET = re.compile(rf"^[ \-+*•]*(?:\(?[\da-zđ]{{1,3}}[.)] ?)?(?:{cue('target')}[ :,]{{0,3}}){{0,4}}$")
# *đến hết tháng 4 chưa giải ngân đồng nào*: a report
_REPORTS = re.compile(r"^,? (?:chưa|đã|mới|vẫn|còn|có|đạt)(?!\w)")
_TO_NOW = re.compile(r"^ (?:cho )?đến nay")
# *Học kỳ I: Bắt đầu từ ngày …* is when something begins
_COUNTED_FROM = re.compile(r"kể từ (?:sau )?$")
_LONG_AGO = timedelta(days=400)
_MEETING = re.compile(cue("meeting") + r"[^;.]{0,40}$")
_HAPPENING = re.compile(cue("happening"))


def _of_date(expression: Expression, around: Surroundings, anchor: date | None) -> Judgement:
    preposition = around.preposition
    default = _default(expression, around)
    if preposition not in ("before", "by") and _OCCASION.search(around.left[-60:]):
        return Judgement("event" if expression.unit in ("day", "year") else default, rule="occasion")
    if preposition in ("before", "by"):
        if _states_fact(expression, around, anchor):
            return Judgement("other", rule="fact")
        return Judgement("deadline", True, "before")
    if preposition == "until":
        return _until(expression, around, anchor, default)
    if preposition == "back":
        return Judgement("other", rule="back")
    if preposition == "after" and expression.last is None:
        return _from(expression, around, default)
    if preposition == "within" and expression.last is None:
        return _within(expression, around, anchor, default)
    return _unmarked(expression, around, anchor, default)


def _states_fact(expression: Expression, around: Surroundings, anchor: date | None) -> bool:
    """*người được cấp thẻ trước ngày …*, *trước thời điểm ngày …*, or a day that was over when the document came."""
    if around.left.rstrip().endswith("thời điểm"):
        return True
    over = around.preposition == "before" and not _ahead(expression, anchor)
    if over and anchor is not None and not _ahead(expression, anchor - _LONG_AGO):
        return True
    return (over or _FACT.search(around.lead) is not None) and _DUTY.search(around.lead) is None


def _from(expression: Expression, around: Surroundings, default: DateRole) -> Judgement:
    """*nhập ngũ từ ngày …* is a fact, *từ ngày … đến nay* a period, *kể từ ngày …* when something takes effect."""
    if _FACT.search(around.lead):
        return Judgement("other", rule="from")
    if _TO_NOW.match(around.right):
        return Judgement("period", rule="from")
    counted = expression.unit == "day" and _COUNTED_FROM.search(around.left) is not None
    return Judgement("effective" if counted else default, rule="from")


def _until(expression: Expression, around: Surroundings, anchor: date | None, default: DateRole) -> Judgement:
    """*đến*, *đến hết*, *hết*: a target, the end of a term, or how far data reach."""
    lead = around.lead
    if _HORIZON.search(lead) or _PAST.search(lead) or _COUNTED.search(lead):
        return Judgement("period", rule="horizon")
    if not _ahead(expression, anchor):
        return Judgement("period", rule="reached")
    if _REPORTS.match(around.right):
        return Judgement("period", rule="reached")
    if _TAKES_IN.search(lead[-50:]) or (expression.unit == "day" and lead.rstrip().endswith(":")):
        return Judgement("deadline", True, "until")
    # *Đến năm 2028, hoàn thành …*: a target opens the clause
    still_open = expression.unit != "day" or _ahead(expression, anchor and anchor + timedelta(days=1))
    reports = _REPORTS.match(around.right) is not None or " đã " in around.right[:50]
    if _TARGET.match(lead) and around.right.strip() and still_open and not reports:
        return Judgement("deadline", True, "target")
    return Judgement("period", expression.unit not in ("year", "span"), "until")


def _within(expression: Expression, around: Surroundings, anchor: date | None, default: DateRole) -> Judgement:
    """*trong tháng 11*, *trong năm 2025*: when a task must be done, or when something happened."""
    lead = around.lead
    if _PAST.search(lead) or _DONE_AFTER.match(around.right) or _NEGATED.search(lead) or not _ahead(expression, anchor):
        return Judgement(default, rule="during")
    if _ON_AGENDA.search(lead):
        return Judgement(default, rule="during")
    nominal = _NOMINAL.search(lead)
    if expression.unit in ("year", "span", "school_year", "half"):
        due = _COMPLETES.search(lead) or _ACHIEVES.search(lead[-90:])
        return Judgement("deadline" if due and nominal is None else "period", bool(due), "within-year")
    if not lead.strip():
        # *Trong tháng 12/2025, Sở Y tế trình …*
        to_do = _ACHIEVES.search(around.right) is not None and " đã " not in around.right
        return Judgement("deadline" if to_do else default, True, "within")
    if nominal is not None and not _DELIVERS.search(lead[: nominal.start()]):
        return Judgement(default, True, "during")
    return Judgement("deadline", True, "within")


def _unmarked(expression: Expression, around: Surroundings, anchor: date | None, default: DateRole) -> Judgement:
    """No preposition, or *vào*: *hoàn thành quý III/2025*, *tổng kết vào năm 2030*."""
    lead = around.lead
    # *hoàn thành nhiệm vụ năm 2025*: the year belongs to the noun
    named = expression.unit in ("year", "span", "school_year") and around.preposition is None and not around.part
    if _ahead(expression, anchor) and around.preposition is None and _opens_order(expression, around):
        return Judgement("deadline", True, "opening")
    if _ahead(expression, anchor) and not named:
        if _COMPLETES.search(lead) and not _PAST.search(lead):
            return Judgement("deadline", True, "completion")
        if (around.preposition == "on" or around.part) and _REVIEWS.search(lead):
            return Judgement("deadline", True, "review")
    if expression.recurring and _REPORT.search(around.left + around.right[:60]):
        return Judgement("deadline", True, "due-each-time")
    return Judgement(default)


def _opens_order(expression: Expression, around: Surroundings) -> bool:
    """*Quý III năm 2026, tổ chức tổng kết …*, *Năm 2019: Trình …*: the time opens the clause that says what to do."""
    if not _TARGET.match(around.lead) or not around.right.startswith((",", ":")) or " đã " in around.right:
        return False
    # a year opens reports too: there the verb must follow at once
    reach = 120 if expression.unit in ("month", "quarter") else 30
    return expression.unit in ("month", "quarter", "year") and _ACHIEVES.search(around.right[:reach]) is not None


def _default(expression: Expression, around: Surroundings) -> DateRole:
    """Days are events, spans of days and everything longer are periods."""
    if expression.unit == "clock":
        return "event" if expression.last is None else "period"
    if expression.unit != "day" or expression.recurring:
        return "period"
    if expression.last is None or _MEETING.search(around.left) or _HAPPENING.search(around.left + around.right):
        return "event"
    # *(20/11/1982 - 20/11/2022)*: an anniversary
    anniversary = expression.first[1:3] == expression.last[1:3]
    return "event" if anniversary or _OCCASION.search(around.left) else "period"


def _ahead(expression: Expression, anchor: date | None) -> bool:
    """Whether the expression ends on or after the date of the document; true when that is unknown."""
    latest = extent(expression.value)[1]
    return anchor is None or latest is None or latest >= anchor
