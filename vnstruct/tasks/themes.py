"""What a heading says about the work under it: aims and findings hold no tasks, duties and measures do."""

from __future__ import annotations

import re
from typing import Final

from vnstruct.layout.model import Layout
from vnstruct.schema import DirectiveKind
from vnstruct.tasks.scope import Zone

_WORK: Final = re.compile(
    r"nhiệm vụ|giải pháp|biện pháp|tổ chức thực hiện|phân công|trách nhiệm|nội dung (?:thực hiện|công việc"
    r"|kế hoạch|triển khai|hoạt động)"
    r"|^(?:các )?nội dung|^tổ chức (?:chỉ đạo|triển khai|thi hành)|^triển khai|^công tác|^chế độ (?:thông tin"
    r"|báo cáo)|^một số yêu cầu"
)
# "Nội dung tập huấn: quản lý trang thông tin …": what a course or meeting is about
_AGENDA: Final = (
    r"nội dung (?:của )?(?:các )?(?:lớp |buổi |cuộc )?(?:tập huấn|bồi dưỡng|đào tạo|hội nghị|hội thảo|tọa đàm|họp"
    r"|làm việc|chương trình|thi(?! đua))(?!\w)"
)
_NO_WORK: Final = re.compile(
    r"(?:một số |những |các )?(?:mục đích|mục tiêu|tình hình|đánh giá|kết quả|thực trạng|quan điểm|nguyên nhân"
    r"|ưu điểm|hạn chế|tồn tại|khó khăn|thuận lợi"
    r"|căn cứ|cơ sở (?:pháp lý|thực tiễn|chính trị)|phạm vi|đối tượng|giải thích|thời gian|địa điểm|thành phần"
    r"|bối cảnh|sự cần thiết"
    r"|nhận định|yêu cầu(?:\s*$|,)|khái quát|dự báo|phương châm|nguyên tắc|chỉ tiêu|điều kiện|cơ cấu"
    r"|tiêu chuẩn|hiệu lực|hồ sơ"
    rf"|{_AGENDA}|định nghĩa|từ ngữ|lý do|về tình hình|về kết quả|thành tích|bài học|ý nghĩa|danh mục|định hướng chủ đề)"
)
_PLAIN_AIM: Final = re.compile(r"(?:mục đích|mục tiêu|tình hình|kết quả|thực trạng|quan điểm|nguyên nhân|đánh giá)")
# places where orders are rare, but a body that is told what to do has one: "Thời gian gửi hồ sơ: các đơn vị gửi …"
_PARTICULARS: Final = re.compile(r"(?:thời gian|thời hạn|hồ sơ|thành phần)(?!\w)")
_MONEY: Final = re.compile(r"(?:nguồn |về )?kinh phí|nguồn (?:lực|vốn)")
_FACTS: Final = re.compile(rf"(?:về )?(?:thời gian|địa điểm|thành phần|số lượng|hình thức|đối tượng)(?!\w)|{_AGENDA}")
_ENFORCING: Final = re.compile(
    r"(?:tổ chức|trách nhiệm(?: tổ chức)?|hướng dẫn|hiệu lực(?: thi hành)? (?:và|,) ?trách nhiệm)(?: và trách nhiệm)?"
    r" (?:thực hiện|thi hành|triển khai)|(?:giao|phân công)(?: nhiệm vụ,?)? trách nhiệm|phân công (?:nhiệm vụ|thực hiện)"
)

BASE_ZONES: Final[dict[DirectiveKind, Zone]] = {
    "directive": Zone.CLOSED,
    "dispatch": Zone.CLOSED,
    "notice": Zone.CLOSED,
    "other": Zone.CLOSED,
    "normative": Zone.CLOSED,
    "plan": Zone.EXPLICIT,
    "resolution": Zone.EXPLICIT,
    "decision": Zone.EXPLICIT,
    "news_report": Zone.EXPLICIT,
}


def base_zone(layout: Layout) -> Zone:
    """The zone before any heading or lead-in.

    Decisions and resolutions that set norms also assign work to named bodies (*Bộ Tài chính có trách nhiệm …*);
    decrees, circulars and laws do so only where they say how they are enforced.
    """
    if layout.kind == "normative":
        doc_type = layout.fields.get("doc_type")
        deciding = doc_type is not None and doc_type.value in ("quyết định", "nghị quyết", "chỉ thị")
        return Zone.EXPLICIT if deciding else Zone.CLOSED
    return BASE_ZONES[layout.kind]


def states_fact(heading: str) -> bool:
    """Whether a heading is about when, where or who attends: *Địa điểm: …*."""
    return _FACTS.match(heading.casefold()) is not None


def zone_of(heading: str, kind: DirectiveKind, *, alone: bool = True) -> Zone | None:
    """The zone that a heading opens; None when it says nothing about it.

    ``alone``: nothing follows the heading on its line. *Tiêu chuẩn - đo lường: UBND huyện …* is a topic, no finding.

    >>> zone_of("Mục đích, yêu cầu", "plan").name, zone_of("Nhiệm vụ và giải pháp", "plan").name
    ('BARRED', 'OPEN')
    """
    folded = heading.casefold()
    if kind == "normative":
        return Zone.OPEN if _ENFORCING.match(folded) else Zone.BARRED if _NO_WORK.match(folded) else None
    if (_NO_WORK if alone else _PLAIN_AIM).match(folded) and not re.search(r"nhiệm vụ|giải pháp", folded[:60]):
        return Zone.EXPLICIT if _PARTICULARS.match(folded) else Zone.BARRED
    if _NO_WORK.match(folded) and re.match(r"(?:tình hình|kết quả|đánh giá)", folded):
        return Zone.BARRED
    if _MONEY.match(folded) or (not alone and states_fact(folded)):
        return Zone.EXPLICIT
    if _WORK.search(folded):
        return Zone.OPEN
    return None
