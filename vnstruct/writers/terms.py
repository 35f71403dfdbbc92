"""Values of the schema in the words of staff: how tables and pages print them."""

from __future__ import annotations

from typing import Literal

Language = Literal["vi", "en"]


def term(group: str, value: str | None, language: Language = "vi") -> str:
    """The word for a value; the value itself when it has none, so that values of later versions are shown too.

    >>> term("role", "coordinating"), term("role", "coordinating", "en"), term("role", "new-role"), term("role", None)
    ('phối hợp', 'coordinating', 'new-role', '')
    """
    if not value:
        return ""
    pair = TERMS.get(f"{group}.{value}")
    return value if pair is None else pair[0] if language == "vi" else pair[1]


TERMS: dict[str, tuple[str, str]] = {
    "role.issuer": ("ban hành", "issuer"),
    "role.responsible": ("chủ trì", "responsible"),
    "role.coordinating": ("phối hợp", "coordinating"),
    "role.recipient": ("nhận", "recipient"),
    "role.cited": ("được viện dẫn", "cited"),
    "role.mentioned": ("được nhắc đến", "mentioned"),
    "date-role.issue": ("ban hành", "issue"),
    "date-role.citation": ("của văn bản viện dẫn", "of a cited document"),
    "date-role.deadline": ("thời hạn", "deadline"),
    "date-role.effective": ("hiệu lực", "effect"),
    "date-role.period": ("giai đoạn", "period"),
    "date-role.event": ("sự kiện", "event"),
    "date-role.other": ("khác", "other"),
    "relation.cites": ("viện dẫn", "cites"),
    "relation.based_on": ("căn cứ", "based on"),
    "relation.implements": ("thực hiện", "implements"),
    "relation.amends": ("sửa đổi, bổ sung", "amends"),
    "relation.amended_by": ("được sửa đổi, bổ sung bởi", "amended by"),
    "relation.replaces": ("thay thế", "replaces"),
    "relation.repeals": ("bãi bỏ", "repeals"),
    "relation.guides": ("hướng dẫn", "guides"),
    "relation.attached_to": ("kèm theo", "attached to"),
    "relation.proposed_by": ("theo đề nghị", "proposed by"),
    "relation.replies_to": ("trả lời", "replies to"),
    "action.assign": ("giao việc", "assigns"),
    "action.perform": ("việc phải làm", "to be done"),
    "action.prohibit": ("điều cấm", "prohibited"),
    "modality.must": ("phải làm", "must"),
    "modality.must_not": ("không được làm", "must not"),
    "modality.may": ("có thể làm", "may"),
    "level.central": ("trung ương", "central"),
    "level.province": ("tỉnh", "province"),
    "level.district": ("huyện", "district"),
    "level.commune": ("xã", "commune"),
    "level.grassroots": ("cơ sở", "grassroots"),
    "level.village": ("thôn, tổ dân phố", "village"),
    "level.region": ("vùng", "region"),
    "modifier.before": ("trước", "before"),
    "modifier.by": ("chậm nhất", "by"),
    "modifier.after": ("sau", "after"),
    "modifier.within": ("trong", "within"),
    "pin.part": ("Phần", "part"),
    "pin.chapter": ("Chương", "chapter"),
    "pin.section": ("Mục", "section"),
    "pin.article": ("Điều", "article"),
    "pin.clause": ("khoản", "clause"),
    "pin.point": ("điểm", "point"),
    "pin.subpoint": ("tiết", "subpoint"),
    "pin.paragraph": ("đoạn", "paragraph"),
    "pin.appendix": ("Phụ lục", "appendix"),
}
