"""What each stretch of the page is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from vnstruct.analysis import Analysis
from vnstruct.knowledge import load_knowledge
from vnstruct.layout.stage import LayoutStage

Analyse = Callable[[str], Analysis]

DOCUMENT = """Trang chủ
Đăng nhập
ỦY BAN NHÂN DÂN
TỈNH HÀ BẮC
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 5/QĐ-UBND
Hà Bắc, ngày 02 tháng 3 năm 2024
QUYẾT ĐỊNH
Về việc ban hành Quy chế phối hợp
ỦY BAN NHÂN DÂN TỈNH HÀ BẮC
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Xét đề nghị của Giám đốc Sở Nội vụ,
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế phối hợp.
2
Điều 2. Quyết định này có hiệu lực từ ngày ký./.
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn An
QUY CHẾ PHỐI HỢP
(Ban hành kèm theo Quyết định số 5/QĐ-UBND)
Điều 1. Phạm vi
Quy chế này quy định việc phối hợp giữa các cơ quan.
Văn bản liên quan
Đang truy cập: 12
Bản quyền thuộc Trang thông tin
"""


def block_of(analysis: Analysis, phrase: str) -> str:
    position = analysis.text.index(phrase)
    return next(block.kind for block in analysis.layout.blocks if block.start <= position < block.end)


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Trang chủ", "boilerplate"),  # a menu above the document
        ("TỈNH HÀ BẮC", "header"),
        ("Về việc ban hành", "header"),  # the title belongs to the header
        ("ỦY BAN NHÂN DÂN TỈNH HÀ BẮC", "grounds"),  # the body that decides opens the preamble
        ("Căn cứ Luật", "grounds"),
        ("Xét đề nghị", "grounds"),
        ("QUYẾT ĐỊNH:", "body"),
        ("Điều 2. Quyết định này", "body"),
        ("2\nĐiều 2", "boilerplate"),  # a page number
        ("- Như Điều 2", "recipients"),
        ("CHỦ TỊCH", "signature"),
        ("Trần Văn An", "signature"),
        ("QUY CHẾ PHỐI HỢP", "appendix"),
        ("Quy chế này quy định", "appendix"),
        ("Đang truy cập", "boilerplate"),
    ],
)
def test_parts_of_a_decision(analyse: Analyse, phrase: str, kind: str) -> None:
    assert block_of(analyse(DOCUMENT), phrase) == kind


def test_closing_sentence_is_no_part_of_the_last_section(analyse: Analyse) -> None:
    analysis = analyse(
        "Số: 5/CT-UBND\nHà Bắc, ngày 02 tháng 3 năm 2024\nCHỈ THỊ\nVề việc phòng cháy\n\n1. Sở Y tế rà soát.\n"
        "2. Sở Nội vụ tổng hợp.\n\nYêu cầu Thủ trưởng các sở nghiêm túc thực hiện Chỉ thị này./.\n\nNơi nhận:\n- Lưu: VT."
    )
    assert block_of(analysis, "Yêu cầu Thủ trưởng") == "closing"
    closing = next(p for p in analysis.layout.paragraphs if p.block == "closing")
    assert closing.section is None
    assert analysis.layout.sections[-1].end <= closing.start


PORTAL = """GIÁO DỤC
Y TẾ
Huyện Lâm Hà yêu cầu tăng cường phòng, chống dịch bệnh mùa hè
12/05/2023 09:10
Chủ tịch UBND huyện vừa ban hành văn bản yêu cầu các phòng, ban, xã, thị trấn tăng cường phòng, chống dịch bệnh.
Theo đó, Phòng Y tế chủ trì rà soát các cơ sở khám bệnh; Công an huyện phối hợp kiểm tra trước ngày 20/5/2023.
Minh Hà
Tin liên quan
Đang truy cập: 16
Hôm nay: 92
Điện thoại: 0263.123456 - Email: ubnd@lamha.gov.vn
"""


def test_news_report(analyse: Analyse) -> None:
    layout = analyse(PORTAL).layout
    assert layout.kind == "news_report"
    assert {name: found.value for name, found in layout.fields.items()} == {
        "title": "Huyện Lâm Hà yêu cầu tăng cường phòng, chống dịch bệnh mùa hè",
        "date": "2023-05-12",
    }
    assert layout.sections == []


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("GIÁO DỤC", "boilerplate"),  # the site's menu
        ("Huyện Lâm Hà yêu cầu", "body"),  # the headline
        ("Theo đó", "body"),
        ("Tin liên quan", "boilerplate"),
        ("Hôm nay: 92", "boilerplate"),  # a counter
        ("Điện thoại", "boilerplate"),  # the editors' address
    ],
)
def test_parts_of_a_news_report(analyse: Analyse, phrase: str, kind: str) -> None:
    assert block_of(analyse(PORTAL), phrase) == kind


def test_furniture_gives_no_paragraphs(analyse: Analyse) -> None:
    analysis = analyse(PORTAL)
    texts = [analysis.text[p.start : p.end] for p in analysis.layout.paragraphs]
    assert len(texts) == 3
    assert not any("Đang truy cập" in text or "Điện thoại" in text for text in texts)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH A\nSố:     /KH-UBND\nA, ngày     tháng 4 năm 2024\nKẾ HOẠCH\nVề B\n\nI. CHUNG\n1. Một.\n2. Hai.",
         {"blank-number", "blank-date"}),
        ("Số: 5/KH-UBND\nHà Nội, ngày 1 tháng 4 năm 2024\nKẾ HOẠCH\nVề B\n\n1. Một.\n2. Hai.\n4. Bốn.", {"section-gap"}),
        ("CHỈ THỊ\nVỀ PHÒNG CHÁY\n\n1. Một.\n2. Hai.", {"no-number", "no-date"}),
        ("Số: 5/KH-UBND\nHà Nội, ngày 1 tháng 4 năm 2024\nKẾ HOẠCH\nVề B\n\n1. Một.\n2. Hai.", set()),
    ],
)  # fmt: skip
def test_findings(analyse: Analyse, text: str, codes: set[str]) -> None:
    assert {finding.code for finding in analyse(text).findings} == codes


def test_lost_diacritics_are_reported(analyse: Analyse) -> None:
    text = "So: 5/KH-UBND\nHa Noi, ngay 1 thang 4 nam 2024\nKE HOACH\nVe phong chay\n\n" + (
        "Thuc hien chi dao cua Thu tuong Chinh phu ve phong chay, chua chay, cac don vi khan truong ra soat. " * 5
    )
    assert "damaged-text" in {finding.code for finding in analyse(text).findings}


def test_cues_and_surnames_of_a_user_count(tmp_path: Path) -> None:
    (tmp_path / "layout_cues.csv").write_text("kind,cue,source\nurgency,thần tốc,test\n", "utf-8")
    (tmp_path / "surnames.csv").write_text("surname,source\nZơrâm,test\n", "utf-8")
    stage = LayoutStage(load_knowledge(tmp_path))
    head = "UBND TỈNH HÀ BẮC\nSố: 5/CT-UBND\nTHẦN TỐC\nHà Bắc, ngày 02 tháng 3 năm 2024\nCHỈ THỊ\nVề A\n\n1. Một.\n2. Hai.\n"
    analysis = Analysis.of(head + "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nZơrâm Thị Hai")
    stage(analysis)
    fields = analysis.layout.fields
    assert (fields["urgency"].value, fields["signer_name"].value) == ("thần tốc", "Zơrâm Thị Hai")


HEADLINE = "Tỉnh tăng cường phòng cháy rừng mùa khô"
PROSE = (
    "UBND tỉnh vừa ban hành Chỉ thị số 5/CT-UBND về phòng cháy, chữa cháy rừng trong mùa khô, yêu cầu các sở, ban, "
    "ngành và địa phương khẩn trương rà soát phương án và báo cáo trước ngày 15 hằng tháng."
)


@pytest.mark.parametrize(
    ("text", "title", "date"),
    [
        # a stamp with the hour under the headline
        (f"{HEADLINE}\n11/12/2025 | 09:20\n\n{PROSE}\n", HEADLINE, "2025-12-11"),
        # a day of the week before it
        (f"{HEADLINE}\nThứ Năm, 11/12/2025 - 09:20\n\n{PROSE}\n", HEADLINE, "2025-12-11"),
        # the first sentence of an article is no headline
        (f"Chiều 11-12, UBND tỉnh đã họp về phòng cháy rừng.\n\n{PROSE}\n\n{PROSE}\n", None, None),
    ],
)  # fmt: skip
def test_headline_and_date(analyse: Analyse, text: str, title: str | None, date: str | None) -> None:
    fields = analyse(text).layout.fields
    assert (fields["title"].value if "title" in fields else None) == title
    assert (fields["date"].value if "date" in fields else None) == date


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("II. Trường hợp tác phẩm thuộc quyền sở hữu của cơ quan nhà nước", "appendix"),  # a unit of the annex
        ("Bản quyền thuộc quyền sở hữu của Cổng thông tin", "boilerplate"),  # the site
    ],
)
def test_annex_or_site(analyse: Analyse, line: str, kind: str) -> None:
    head = "UBND TỈNH HÀ BẮC\nSố: 5/CT-UBND\nHà Bắc, ngày 02 tháng 3 năm 2024\nCHỈ THỊ\nVề A\n\n1. Một.\n2. Hai.\n"
    annex = "Nơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nTrần Văn An\n\nPHỤ LỤC\nI. Trường hợp khác\n"
    analysis = analyse(head + annex + line + "\nBản quyền\nĐăng nhập\n")
    place = analysis.text.index(line)
    assert next(block.kind for block in analysis.layout.blocks if block.start <= place < block.end) == kind
