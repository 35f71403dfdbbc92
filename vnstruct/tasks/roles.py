"""The roles that only tasks decide: of bodies (responsible, coordinating, recipient) and of dates (deadline)."""

from __future__ import annotations

from vnstruct.analysis import Analysis
from vnstruct.bodies.model import BodyMention
from vnstruct.tasks.deadlines import is_deadline


def settle(analysis: Analysis, *, issuers: list[BodyMention], named: list[BodyMention]) -> None:
    """Set the roles, and drop the vague bodies that have no part in any task.

    ``issuers`` are the bodies that direct, ``named`` those that headings and lead-ins name as actors.
    """
    tasks = analysis.tasks.tasks
    for body in issuers:
        if body.role == "mentioned":
            body.role = "issuer"
    for body in [*named, *(body for task in tasks for body in task.actors)]:
        if body.role in ("mentioned", "coordinating"):
            body.role = "responsible"
    for task in tasks:
        for body in task.coordinators:
            if body.role == "mentioned":
                body.role = "coordinating"
        for body in task.reports_to:
            if body.role == "mentioned":
                body.role = "recipient"
        if task.deadline is not None:
            task.deadline.role = "deadline"
    for date in analysis.dates:
        if date.role in ("other", "period") and is_deadline(analysis.text, date):
            date.role = "deadline"
    supervisors = {id(body) for task in tasks for body in task.supervisors}
    analysis.bodies = [b for b in analysis.bodies if not b.vague or b.role != "mentioned" or id(b) in supervisors]
