"""What the document does to the documents it cites."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from vnstruct.analysis import Analysis

Read = Callable[[str], Analysis]


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        # the ground of each paragraph; what its subject names is only cited
        (
            "Căn cứ Nghị định 45/2021/NĐ-CP ngày 1/2/2021 của Chính phủ quy định chi tiết Luật Cư trú;",
            ["based_on", "cites"],
        ),
        ("Căn cứ khoản 2 Điều 5 Luật Cư trú;", ["based_on"]),  # with a place
        ("căn cứ tình hình, theo Luật Cư trú", ["cites"]),  # no ground: the words lead elsewhere
        ("Căn cứ Luật Cư trú, Luật Đất đai;", ["based_on", "based_on"]),  # a list shares
        ("Triển khai có hiệu quả Nghị quyết 57-NQ/TW", ["implements"]),  # manner between
        ("thực hiện ý kiến của Bộ Y tế tại Công văn số 5/BYT-KCB", ["implements"]),  # what somebody said in it
        ("thực hiện theo quy định tại Điều 5 Luật Cư trú", ["cites"]),  # a rule is followed, not a task
        ("Điều 1. Bãi bỏ Quyết định số 5/QĐ-UBND và Quyết định số 6/QĐ-UBND", ["repeals", "repeals"]),
        ("Quyết định số 5/QĐ-UBND ngày 1/2/2020 hết hiệu lực từ ngày ký", ["repeals"]),  # said after it
        ("Thông tư này có hiệu lực từ ngày ký và thay thế Thông tư số 5/2020/TT-BYT", ["cites", "replaces"]),
        ("a) Sửa đổi, bổ sung khoản 2 Điều 5", ["amends"]),  # behind a label
        ("Sở Tư pháp tham mưu sửa đổi Nghị định 45/2021/NĐ-CP", ["cites"]),  # somebody else's act
        ("rà soát, sửa đổi Nghị định 45/2021/NĐ-CP", ["cites"]),  # the same, in a list of verbs
        ("Luật Cư trú đã được sửa đổi, bổ sung một số điều theo Luật số 5/2023/QH15", ["cites", "amended_by"]),
        (
            "Luật Cư trú (được sửa đổi tại Luật số 5/2023/QH15, Luật số 7/2024/QH15)",
            ["cites", "amended_by", "amended_by"],
        ),
        ("Theo đề nghị của Giám đốc Sở Y tế tại Tờ trình số 40/TTr-SYT", ["proposed_by"]),
        ("theo Công văn số 40/SYT-NV", ["cites"]),  # no proposal
        ("Phúc đáp Công văn số 118/UBND-NC của UBND tỉnh", ["replies_to"]),
        ("mẫu ban hành kèm theo Nghị định 45/2021/NĐ-CP", ["attached_to"]),
        ("Nghị định này quy định chi tiết thi hành một số điều của Luật Cư trú", ["cites", "guides"]),
        ("theo hướng dẫn tại Thông tư số 5/2020/TT-BYT", ["cites"]),  # guidance that is given there
    ],
)
def test_relations(read: Read, text: str, relations: list[str]) -> None:
    assert [m.relation for m in read(text).references.mentions] == relations


def test_a_report_does_not_amend(read_document: Read) -> None:
    # in a news report the verb at the head of a sentence is what somebody was told to do
    text = "Thủ tướng yêu cầu các bộ khẩn trương thực hiện nhiệm vụ\n\nSửa đổi Nghị định 45/2021/NĐ-CP trong quý II.\n"
    analysis = read_document(text)
    analysis.layout.kind = "news_report"
    from vnstruct.knowledge import load_knowledge
    from vnstruct.references.stage import ReferenceStage

    ReferenceStage(load_knowledge())(analysis)
    assert [m.relation for m in analysis.references.mentions] == ["cites"]


def test_nobody_acts_on_itself(read_document: Read) -> None:
    head = "Số: 7/CT-UBND\tHuế, ngày 05 tháng 3 năm 2021\n\nCHỈ THỊ\nVề phòng cháy rừng\n\n"
    analysis = read_document(f"{head}Các sở triển khai thực hiện Chỉ thị này.\n")
    assert [m.relation for m in analysis.references.mentions] == ["cites"]
