"""Whether a clause assigns work: rules over :class:`vnstruct.tasks.features.Features`, the first that fits decides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from vnstruct.tasks.features import Features
from vnstruct.tasks.predicates import OWED
from vnstruct.tasks.scope import Zone


class Verdict(NamedTuple):
    """``task`` or not, how sure, and the rule that said so."""

    task: bool
    confidence: float
    rule: str


Rule = tuple[str, Callable[[Features], bool], bool, float]

_EXPLICIT_CLASSES: Final = frozenset({"lead", "responsibility", "coordinate", "direct"})

_ASSIGNING: Final = frozenset({"decision", "resolution", "plan"})
_DESCRIBING: Final = frozenset({"other", "normative", "decision", "news_report"})
_DECIDING: Final = frozenset({"issue", "personnel"})

_RULES: Final[tuple[Rule, ...]] = (
    # "Các Bộ trưởng … chịu trách nhiệm thi hành Quyết định này", in documents of every kind
    ("enforcement", lambda f: f.cues.enforcement and f.own_actor, True, 0.97),
    ("no-verb", lambda f: not f.verb, False, 0.9),
    # "Sửa đổi, bổ sung khoản 2 Điều 5 như sau", "….. (1) ….. phê duyệt" in a form, "Lưu: VT"; but "Giao Sở Y tế sửa đổi …"
    ("formal", lambda f: f.cues.formal and f.form != "governed", False, 0.9),
    ("asks", lambda f: f.cues.asks, False, 0.9),
    ("unreadable", lambda f: f.cues.unreadable, False, 0.9),
    # "UBND tỉnh giao Sở Nội vụ nghiên cứu …" in a report of Sở Nội vụ
    ("recounted", lambda f: f.recounted, False, 0.8),
    # "Cục Thuế trả lời để Thuế tỉnh biết, thực hiện"
    ("notifies", lambda f: f.cues.notifies, False, 0.85),
    ("states", lambda f: f.cues.states and f.form == "bare" and not (f.modified or f.modal), False, 0.75),
    # "Ban Chấp hành có nhiệm kỳ 5 năm"; "có phương án …" is a verb of its own
    (
        "possesses",
        lambda f: (
            f.verb_class == "possess"
            and f.form in ("subject", "bare")
            and f.kind in _DESCRIBING
            and not (f.modal or f.modified or f.follows_task or (f.form == "bare" and f.under_actor))
        ),
        False,
        0.75,
    ),
    # "Ban Chỉ đạo xây dựng Kế hoạch …, nội dung như sau:"
    (
        "announces",
        lambda f: (
            f.cues.announces
            and f.lead_in
            and f.form == "subject"
            and f.zone <= Zone.EXPLICIT
            and f.verb_class != "responsibility"
        ),
        False,
        0.8,
    ),
    # a heading or title in capitals
    ("capitals", lambda f: f.cues.shouting, False, 0.9),
    ("norms", lambda f: f.kind == "normative" and f.zone <= Zone.CLOSED, False, 0.9),
    # a decree names subjects of norms all the time; only a body told what to do at its end has a task
    (
        "norm-form",
        lambda f: (
            f.kind == "normative" and f.form not in ("subject", "governed") and not (f.under_actor or f.follows_task)
        ),
        False,
        0.85,
    ),
    # "1. Cơ quan nhà nước được giao quản lý rừng phòng hộ": whom the norm is about
    ("norm-subject", lambda f: f.kind == "normative" and f.modal.startswith("được"), False, 0.85),
    # "Mục đích: … phân công nhiệm vụ cho các sở …": an aim, not an order
    ("aims", lambda f: f.zone is Zone.BARRED and not f.issuer_speaks, False, 0.85),
    # "tập trung thực hiện tốt các nội dung sau:" announces tasks and is none
    ("bare-lead-in", lambda f: f.cues.bare_lead_in, False, 0.8),
    # "UBND tỉnh đã ban hành …", "Bộ Nội vụ đã có Văn bản … đề nghị …"; a news report tells of directions in the past
    ("told-direction", lambda f: f.past and f.kind == "news_report" and f.form == "governed", True, 0.8),
    ("past", lambda f: f.past, False, 0.9),
    # "Hội được thành lập …", "hồ sơ còn thiếu": states; "cần được hoàn thành" says no actor
    ("state", lambda f: f.state and not f.modal, False, 0.85),
    ("governed", lambda f: f.form == "governed", True, 0.96),
    ("directed", lambda f: f.form == "directed", True, 0.9),
    ("issuer-acts", lambda f: f.issuer_acts and not f.modal and not f.under_actor, False, 0.8),
    (
        "subject-duty",
        lambda f: f.form in ("subject", "agent") and bool(f.modal) and f.zone >= Zone.EXPLICIT,
        True,
        0.93,
    ),
    ("subject", lambda f: f.form in ("subject", "agent") and f.zone is Zone.OPEN, True, 0.92),
    (
        "subject-leads",
        lambda f: (
            f.form == "subject"
            and f.zone is Zone.EXPLICIT
            and f.verb_class in _EXPLICIT_CLASSES
            and (f.adjacent or f.modified or bool(f.fronted) or not f.risky)
        ),
        True,
        0.85,
    ),
    # "2. Thường trực Hội đồng nhân dân tỉnh giám sát …", "Sở Tài chính tham mưu … bố trí kinh phí"
    (
        "subject-plain",
        lambda f: (
            f.form == "subject" and f.zone is Zone.EXPLICIT and f.kind in _ASSIGNING and (f.adjacent or not f.risky)
        ),
        True,
        0.8,
    ),
    # "Kinh phí: … các sở chủ động cân đối, bố trí …"; a news report may tell such things as facts
    (
        "subject-modified",
        lambda f: f.form == "subject" and f.zone is Zone.EXPLICIT and f.modified and f.kind != "news_report",
        True,
        0.8,
    ),
    # "Điều 1. Ban hành kèm theo Quyết định này …", "Thành lập Hội đồng …": the decision itself
    (
        "performative",
        lambda f: (
            f.kind in ("decision", "resolution", "normative")
            and f.form == "bare"
            and f.verb_class in _DECIDING
            and not (f.under_actor or f.follows_task)
        ),
        False,
        0.8,
    ),
    # "Ban tổ chức giải có nhiệm vụ tổ chức …": who owes is said, though no layer knows the name
    (
        "owes",
        lambda f: (
            f.form in ("topic", "unnamed")
            and (f.modal in OWED or f.verb_class == "responsibility")
            and f.zone >= Zone.EXPLICIT
            and f.kind != "normative"
        ),
        True,
        0.8,
    ),
    # "Hoàn thành tuyển sinh trước ngày 31/7/2025": a limit of its own
    (
        "limited",
        lambda f: f.limited and not f.fronted and f.form == "bare" and f.zone is Zone.EXPLICIT and f.kind in _ASSIGNING,
        True,
        0.75,
    ),
    ("follows-background", lambda f: f.follows_background and not f.modal, False, 0.7),
    ("under-actor", lambda f: f.form in ("bare", "topic") and f.under_actor and f.zone >= Zone.EXPLICIT, True, 0.93),
    # "Đánh giá cao nỗ lực …", "Thống nhất chủ trương …": what the speaker thinks or grants
    ("stance", lambda f: f.stance and not f.follows_task, False, 0.8),
    ("follows-task", lambda f: f.form == "bare" and f.follows_task, True, 0.9),
    ("bare", lambda f: f.form == "bare" and f.zone is Zone.OPEN, True, 0.85),
    ("unnamed", lambda f: f.form == "unnamed" and f.zone is Zone.OPEN, True, 0.7),
    ("topic", lambda f: f.form == "topic" and f.zone is Zone.OPEN, True, 0.6),
)


def decide(features: Features) -> Verdict:
    """Apply the rules in order; a clause that none fits is no task."""
    for name, fits, task, confidence in _RULES:
        if fits(features):
            return Verdict(task, confidence, name)
    return Verdict(False, 0.6, "default")
