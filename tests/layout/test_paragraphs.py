"""Rows that continue a paragraph, and rows that begin one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from vnstruct.analysis import Analysis
from vnstruct.layout.rows import bullet_of, is_page_number, is_rule

Analyse = Callable[[str], Analysis]

HEAD = "Số: 5/CT-UBND\nHà Bắc, ngày 02 tháng 3 năm 2024\nCHỈ THỊ\nVề việc phòng cháy\n\n"
WRAPPED = (
    "Thực hiện chỉ đạo của Thủ tướng Chính phủ về công tác phòng cháy, chữa cháy trong\n"
    "mùa khô, các sở, ban, ngành và Ủy ban nhân dân các huyện, thành phố đã triển khai\n"
    "nhiều giải pháp nhằm hạn chế thiệt hại; tuy nhiên một số địa phương còn chủ quan và\n"
    "chưa chuẩn bị đầy đủ lực lượng, phương tiện; công tác kiểm tra tại một số khu dân\n"
    "cư chưa được duy trì thường xuyên theo quy định. Chủ tịch Ủy ban nhân dân tỉnh yêu cầu\n"
    "Giám đốc các sở thực hiện:\n"
)


def body(analysis: Analysis) -> list[str]:
    kinds = {"body", "closing", "grounds"}
    return [analysis.text[p.start : p.end].replace("\n", "⏎") for p in analysis.layout.paragraphs if p.block in kinds]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (WRAPPED + "1. Sở Y tế rà soát.\n2. Sở Nội vụ tổng hợp.", 3),  # five printed lines are one paragraph
        (WRAPPED.replace("mùa khô", "\n12\n\nmùa khô") + "1. Sở Y tế rà soát.", 2),  # a page number between two lines
        ("1. Sở Y tế rà soát\ncác cơ sở.\n2. Sở Nội vụ.", 2),  # small letter: the sentence goes on
        ("1.\nSở Y tế rà soát.\n2.\nSở Nội vụ.", 2),  # the label stands alone
        ("I. MỤC\nĐÍCH, YÊU CẦU\n1. Mục đích", 2),  # a heading in capitals broken in two
        ("- Rà soát;\n- Báo cáo.", 2),  # bullets
        (
            WRAPPED.replace("trong\nmùa khô", "các tổ chức chính trị\n- xã hội trong mùa khô"),
            1,
        ),  # a dash inside a sentence
        (
            # three wrapped lines among many short rows (a list of names) still show the width
            WRAPPED[: WRAPPED.index("chưa")] + "Phòng Giáo dục và Đào tạo chuẩn bị.\n"
            "Giao Ban Quản lý các khu công nghiệp tỉnh chủ trì, phối hợp với Ủy ban nhân dân\n"
            "Thành phố rà soát.\n" + "".join(f"- Trần Văn {name}\n" for name in "ABCDEGHIKLMNOPQRSTUVXY"),
            25,
        ),
        ("1. Sở\nY tế rà soát các cơ sở.\n2. Sở Nội vụ.", 2),  # "Sở" alone is no name
        ("Một đoạn kết thúc.\nMột đoạn khác.", 2),  # sentence end and capital
        ("Cơ quan chủ trì: Sở Y tế\nCơ quan phối hợp: Sở Nội vụ", 2),  # lines without full stop in an unwrapped text
        ("Sở Y tế yêu cầu các đơn vị: 1. Rà soát cơ sở vật chất hiện có. 2. Báo cáo kết quả về Sở trước tháng 5.", 3),
    ],
)
def test_paragraph_count(analyse: Analyse, text: str, count: int) -> None:
    assert len(body(analyse(HEAD + text))) == count


def test_content_begins_behind_label_and_bullet(analyse: Analyse) -> None:
    analysis = analyse(HEAD + "1. Sở Y tế:\n- Rà soát;\n+ Báo cáo.")
    found = [(p.bullet, analysis.text[p.content : p.end]) for p in analysis.layout.paragraphs if p.block == "body"]
    assert found == [("", "Sở Y tế:"), ("-", "Rà soát;"), ("+", "Báo cáo.")]


def test_paragraphs_know_their_section(analyse: Analyse) -> None:
    layout = analyse(HEAD + "1. Sở Y tế:\na) Rà soát;\n- Cơ sở;\n2. Sở Nội vụ.").layout
    labels = [layout.sections[p.section].label for p in layout.paragraphs if p.section is not None]
    assert labels == ["1", "a", "a", "2"]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("- Như trên;", "-"),
        ("-Lưu VT;", "-"),
        ("+ LĐVP", "+"),
        ("* Ghi chú", "*"),
        ("• Tiêu đề", "•"),
        ("_ Cổng TTĐT tỉnh", "-"),  # recognisers read a hyphen as a low line
        ("*Lưu ý:* Việc cứu trợ", ""),  # italics of markdown
        ("**Đậm**", ""),
        ("Sở Y tế", ""),
        ("---", ""),
    ],
)
def test_bullets(text: str, mark: str) -> None:
    assert bullet_of(text)[0] == mark


@pytest.mark.parametrize(
    ("text", "rule", "page"),
    [
        ("-------", True, False),
        ("| | |", True, False),
        ("12", False, True),
        ("- 3 -", False, True),
        ("Trang 2/5", False, True),
        ("2.", False, False),  # a label alone on its row
        ("2024", False, False),
    ],
)
def test_rules_and_page_numbers(text: str, rule: bool, page: bool) -> None:
    assert (is_rule(text), is_page_number(text)) == (rule, page)
