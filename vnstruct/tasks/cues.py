"""What the wording of a clause as a whole says: announcements, replies, forms, amendments, enforcement clauses.

The words are matched in lower case. Every pattern is linear: gaps are bounded and no repeat nests another.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

# "tập trung thực hiện tốt các nội dung sau": announces the work listed below and says nothing of it
_BARE_LEAD_IN: Final = re.compile(
    r"(?:(?:trong đó|tập trung|nghiêm túc|khẩn trương|chủ động|quan tâm|lưu ý|chú trọng|chú ý|ưu tiên|tiếp tục"
    r"|phối hợp|cần|phải|chỉ đạo|tổ chức|triển khai|thực hiện|làm|quán triệt|lãnh đạo|tốt|nghiêm|có hiệu quả|ngay"
    r"|đồng bộ|quyết liệt)[\s,]+)+"
    r"(?:một số|các|những|nội dung|nhiệm vụ)[^,;:.]{0,80}(?:sau|sau đây|như sau|dưới đây)"
)
# "… kết luận như sau", "… với các nội dung sau", "QUYẾT NGHỊ": orders may follow
_ANNOUNCING: Final = re.compile(
    r"(?:kết luận|chỉ đạo|ý kiến|quyết nghị|chỉ thị|yêu cầu|nội dung|nhiệm vụ|kế hoạch|giải pháp|biện pháp"
    r"|công việc|việc)[^.;:]{0,80}(?:như sau|sau đây|sau)$"
    r"|(?:chỉ thị|quyết nghị|yêu cầu|quyết định)$"
)
_ANNOUNCING_ENDS: Final = ("sau", "đây", "chỉ thị", "quyết nghị", "yêu cầu", "quyết định")
# "Sở Tư pháp có ý kiến như sau", "trả lời như sau": what follows is an opinion or an answer
_OPINION: Final = re.compile(r"ý ki[êế]n(?! chỉ đạo)[^.;:]{0,30}$|(?:trả lời|thông tin|báo cáo)[^.;:]{0,40}$")
# "Thủ tướng Chính phủ có ý kiến như sau": the opinion of a head is an order
_HEAD_SPEAKS: Final = re.compile(
    r"(?:thủ tướng|chủ tịch|bộ trưởng|thứ trưởng|giám đốc|bí thư|lãnh đạo|ủy ban nhân dân|ubnd)[^.;:]{0,80}ý kiến"
)
# "thông báo để các cơ quan biết, thực hiện"
_NOTIFYING: Final = re.compile(
    r"(?:(?:trân trọng|xin|kính)\s+)+(?:báo cáo|trình|thông báo|gửi|trả lời|cảm ơn)\b"
    r"|(?:(?:trân trọng|xin|kính)\s+)*(?:thông báo|trả lời|có ý kiến|gửi|truyền đạt|báo cáo)\b[^;:]{0,200}\s(?:để|cho)\s"
    r"[^;:]{0,200}\b(?:biết|rõ)\b"
)
_ENFORCEMENT: Final = re.compile(
    r"(?:chịu|có)\s+trách\s+nhiệm\s[^.;]{0,60}?(?:thi\s+hành|thực\s+hiện|triển\s+khai)[^.;]{0,40}?"
    r"(?:quyết\s+định|nghị\s+định|nghị\s+quyết|thông\s+tư|luật|pháp\s+lệnh|chỉ\s+thị|kế\s+hoạch|quy\s+chế"
    r"|quy\s+định|văn\s+bản)[^.;]{0,25}?(?:này|nêu\s+trên)"
    r"|(?:căn\s+cứ|chiểu|theo)\s+quyết\s+định(?:\s+này)?,?\s+(?:tổ\s+chức\s+)?(?:thi\s+hành|thực\s+hiện)$"
)
# "sửa đổi, bổ sung khoản 2 Điều 5", "thay cụm từ “…”": changes the text of a norm
_AMENDING: Final = re.compile(
    r"(?:(?:sửa đổi|bổ sung|thay thế|bãi bỏ|đính chính|thay|bỏ|hủy bỏ|ngưng hiệu lực|và|tên|một số|nội dung|toàn bộ"
    r"|cụm từ|từ)[,\s]+)+"
    r"(?:điều|khoản|điểm|phụ lục|mục|chương|đoạn|gạch đầu dòng|tiêu đề|nghị định|thông tư|quyết định|luật"
    r"|các văn bản|mẫu|“|\")"
)
# "….. (1) ….. phê duyệt" in a form, "Lưu: VT"
_FORM: Final = re.compile(r"[\s(]*(?:\.{3}|…)|\||lưu\s*:|lưu$|lưu (?:văn phòng|vt|văn thư|hồ sơ)\b")
# "Chi sự nghiệp giáo dục: 612 triệu đồng": a row of a budget
_SUM: Final = re.compile(r"[^:]{3,160}:\s*[\d.,]{1,20}\s*(?:triệu |tỷ |nghìn |ngàn )?đồng")
# "Yêu cầu nghiên cứu tăng nặng xử phạt theo Chỉ thị số 10 ra sao": the headline of an answer
_ASKING: Final = ("ra sao", "thế nào", "là gì", "bao nhiêu", "khi nào", "được không", "hay không", "ở đâu")
# "Chăm lo cho người nghèo là trách nhiệm của …": says what work is, not that it be done
_STATING: Final = re.compile(
    r"(?!(?:coi|xác định|xem|lấy|làm rõ)\s)[^,;:]{0,160}\s(?:(?:không chỉ|không những)\s[^;:]{0,200}\s(?:là|còn)\s"
    r"|(?<!nhất )(?<!biệt )(?<!thể )là (?:một trong |một |những |các )*"
    r"(?:nhiệm vụ|trách nhiệm|việc làm|yêu cầu|giải pháp|vấn đề|yếu tố|điều kiện|nền tảng|động lực|khâu"
    r"|bước|chủ trương)\s)"
)
_DEFINING: Final = re.compile(r"\w+(?: \w+){0,3} là (?:việc|quá trình|hoạt động|hình thức|một|sự|tập hợp|cách)\s")
_NAMING: Final = re.compile(r"(?:coi|xác định|xem|lấy)\s[^,;:]{0,80}?là\s")


_UNMARKED: Final = 30
"""No Vietnamese clause of this length is without any mark: *Thi sinh thuOc d6i tugng* comes from a broken font."""


class Cues(NamedTuple):
    """What the wording shows; see the patterns."""

    announces: bool
    bare_lead_in: bool
    enforcement: bool
    notifies: bool
    formal: bool
    asks: bool
    states: bool
    unreadable: bool
    shouting: bool


def cues_of(clause: str, predicate: str) -> Cues:
    """The cues of a clause and of its part after the actor."""
    lowered = predicate.lower()
    return Cues(
        announces=announces_orders(lowered),
        bare_lead_in=is_bare_lead_in(lowered),
        enforcement=is_enforcement(lowered),
        notifies=bool(_NOTIFYING.match(lowered)),
        formal=amends(lowered)
        or bool(_FORM.match(clause.lower()))
        or ("đồng" in lowered and bool(_SUM.fullmatch(lowered))),
        asks=lowered.endswith(_ASKING),
        unreadable=len(clause) > _UNMARKED and clause.isascii(),
        states=states(lowered),
        shouting=clause.isupper(),
    )


def states(predicate: str) -> bool:
    """Whether a predicate says what work is: *tuyển chọn là việc lựa chọn …*."""
    if "là" not in predicate and "còn" not in predicate:
        return False
    stated = _STATING.match(predicate) or _DEFINING.match(predicate)
    return stated is not None and _NAMING.search(predicate) is None


def is_bare_lead_in(predicate: str) -> bool:
    """Whether a predicate only announces a list.

    >>> is_bare_lead_in("tập trung thực hiện tốt các nội dung sau"), is_bare_lead_in("rà soát các nội dung sau")
    (True, False)
    """
    return _BARE_LEAD_IN.fullmatch(predicate) is not None


def is_enforcement(lowered: str) -> bool:
    """*chịu trách nhiệm thi hành Quyết định này*, anywhere in a text in lower case."""
    return ("trách" in lowered or "quyết" in lowered) and _ENFORCEMENT.search(lowered) is not None


def amends(predicate: str) -> bool:
    """Whether a predicate changes the text of a norm: *bãi bỏ khoản 2 Điều 5*."""
    return _AMENDING.match(predicate) is not None


def announces_orders(clause: str) -> bool:
    """Whether a clause with a colon announces orders or opinions: *… kết luận như sau*."""
    return clause.rstrip().endswith(_ANNOUNCING_ENDS) and _ANNOUNCING.search(clause) is not None


def announces_opinion(clause: str, *, addressed: bool) -> bool:
    """Whether what a clause announces is only an opinion; that of a head to ``addressed`` bodies is an order."""
    return _OPINION.search(clause) is not None and not (addressed and _HEAD_SPEAKS.search(clause) is not None)
