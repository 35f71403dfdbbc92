"""Which labels become sections, how deep they stand, and where they end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from vnstruct.analysis import Analysis
from vnstruct.pipeline import structure

Analyse = Callable[[str], Analysis]


def outline(analysis: Analysis) -> str:
    return " ".join(f"{section.depth}:{section.label}" for section in analysis.layout.sections)


HEAD = "ỦY BAN NHÂN DÂN\nTỈNH HÀ BẮC\nSố: 5/CT-UBND\nHà Bắc, ngày 02 tháng 3 năm 2024\nCHỈ THỊ\nVề việc phòng cháy\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # two levels, depth from the nesting that the document uses
        ("1. Sở Y tế:\na) Rà soát;\nb) Báo cáo.\n2. Sở Nội vụ:\na) Tổng hợp.", "1:1 2:a 2:b 1:2 2:a"),
        # Roman, Arabic, decimal, letters
        ("I. CHUNG\n1. Mục đích\nII. CỤ THỂ\n1. Về tổ chức\n1.1. Bộ máy\na) Sắp xếp;\nb) Bố trí.\n1.2. Nhân sự\n2. Về vốn",
         "1:I 2:1 1:II 2:1 3:1.1 4:a 4:b 3:1.2 2:2"),
        # a law: chapter, section, article, clause, point
        ("Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Văn bản này quy định:\na) Việc một;\nb) Việc hai.\n"
         "Chương II\nTHỰC HIỆN\nMục 1\nTRÁCH NHIỆM\nĐiều 2. Các sở\n1. Sở Y tế.\n2. Sở Nội vụ.\nMục 2\nKINH PHÍ\nĐiều 3. Nguồn",
         "1:Chương I 2:Điều 1 3:1 4:a 4:b 1:Chương II 2:Mục 1 3:Điều 2 4:1 4:2 2:Mục 2 3:Điều 3"),
        # articles are outermost where there are no chapters
        ("Điều 1. Giao nhiệm vụ\n1. Sở Y tế.\n2. Sở Nội vụ.\nĐiều 2. Hiệu lực", "1:Điều 1 2:1 2:2 1:Điều 2"),
        # đ may be left out, and f, j, w, z always are
        ("1. Việc:\na) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\ne) Năm;\ng) Sáu;\nh) Bảy.", "1:1 2:a 2:b 2:c 2:d 2:e 2:g 2:h"),
        # an unreadable letter continues the series
        ("1. Việc:\na) Một;\nb) Hai;\nc) Ba;\nø) Bốn;\ne) Năm.", "1:1 2:a 2:b 2:c 2:ø 2:e"),
        # a skipped number is a mistake of the document, not of the reader
        ("1. Một.\n2. Hai.\n4. Bốn.", "1:1 1:2 1:4"),
        # a recogniser's I. for 1.
        ("I. Sở Y tế rà soát.\n2. Sở Nội vụ tổng hợp.\n3. Sở Tài chính bố trí vốn.", "1:I 1:2 1:3"),
        # the series starts anew inside each unit of the same style
        ("1. Phạm vi\n1. Quy định việc một.\n2. Quy định việc hai.\n2. Trách nhiệm\n1. Sở Y tế.\n2. Sở Nội vụ.\n3. Hiệu lực\n"
         "1. Từ ngày ký.\n2. Thay thế văn bản cũ.", "1:1 2:1 2:2 1:2 2:1 2:2 1:3 2:1 2:2"),
        # a heading that fills its line and has no stop is followed by its first unit
        ("1. Kết quả thực hiện các chỉ tiêu về phát triển chính quyền điện tử và chính quyền số\na) Tỷ lệ hồ sơ trực tuyến.\n"
         "b) Tỷ lệ thanh toán.\n2. Hạn chế", "1:1 2:a 2:b 1:2"),
        # … also when the two that follow it have another sign
        ("Mô đun 7. Ứng dụng công nghệ thông tin trong hoạt động của thư viện trường học và bạn đọc\na) Mục tiêu\n"
         "- Sử dụng máy tính.\nb. Nội dung", "1:a 1:b"),
        # the form in a cell of a table numbers what it asks for; a row may count the columns
        ("I. TÀI SẢN\nTT\tLoại tài sản\tThông tin\n(1)\t(2)\t(3)\n8\tTiền, cổ phiếu các loại\t8.1. Tiền: 8.1.1. Tiền mặt: 8.1.2. Tiền gửi:\n"
         "\t\t8.2. Cổ phiếu: Có\n\t\t8.3. Trái phiếu: Có\nII. CAM ĐOAN", "1:I 1:II"),
        # a tab behind a label makes no table, nor do words that a converter set apart
        ("1.\tSở Y tế:\trà soát.\n2.\tSở\tNội\tvụ:\ta) Tổng hợp danh sách của các đơn vị thuộc tỉnh; b) Báo cáo kết quả.", "1:1 1:2 2:a 2:b"),
        # the first heading was misread, the next in capitals still opens its level
        ("1. TINH THẦN CHỈ ĐẠO\n1. Quán triệt sâu.\n2. Thực hiện tốt.\nII. NHIỆM VỤ VÀ GIẢI PHÁP\n1. Tháo gỡ khó khăn.\n"
         "2. Cắt giảm thủ tục.\nIl. TỔ CHỨC THỰC HIỆN", "1:1 2:1 2:2 1:II 2:1 2:2 1:Il"),
        # a list of two whose first label was lost
        ("1. Điều kiện:\nTốt nghiệp phổ thông;\nb) Có hộ khẩu.\n2. Hồ sơ", "1:1 2:b 1:2"),
        # letters that recognisers read as digits or as other letters
        ("1. Việc:\n8) Một;\nb) Hai;\ne) Ba;\nd) Bốn.\n2. Khác:\na) Một;\nb) Hai.", "1:1 2:8 2:b 2:e 2:d 1:2 2:a 2:b"),
        # d and đ read alike
        ("1. Việc:\na) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\nd) Năm;\ne) Sáu.", "1:1 2:a 2:b 2:c 2:d 2:d 2:e"),
        # a clause inserted by amendment
        ("1. Một.\n2. Hai.\n2b. Hai bê.\n3. Ba.", "1:1 1:2 1:2b 1:3"),
        # heads of composite labels
        ("I. NỘI DUNG\nI.1. Lịch sử\nI.2. Địa lý\nII. CẤU TRÚC\nII.1. Trắc nghiệm\nII.2. Tự luận", "1:I 2:I.1 2:I.2 1:II 2:II.1 2:II.2"),
        # labels in italics and bold
        ("**I. CHUNG**\n*1. Mục đích*\n**2. Yêu cầu**\n*a) Một;*\n*b) Hai.*", "1:I 2:1 2:2 3:a 3:b"),
        # chapters may be lost in a row, articles go on
        ("Chương I\nCHUNG\nĐiều 1. Phạm vi\nChương IV\nTHỰC HIỆN\nĐiều 4. Hiệu lực", "1:Chương I 2:Điều 1 1:Chương IV 2:Điều 4"),
        # small Roman numbers at the start of rows
        ("1. Đề nghị:\n(i) Sở Y tế rà soát;\n(ii) Sở Nội vụ tổng hợp.\n2. Khác.", "1:1 2:(i) 2:(ii) 1:2"),
        # numbers in brackets under points
        ("1. Việc:\na) Gồm:\n(1) Một;\n(2) Hai;\nb) Khác.", "1:1 2:a 3:(1) 3:(2) 2:b"),
        # label alone on its row
        ("I. CHUNG\n1.\nRà soát văn bản\n2.\nTập huấn cán bộ", "1:I 2:1 2:2"),
        # word and number of an article on two rows
        ("Điều 1. Phạm vi\nĐiều\n2. Hiệu lực\nĐiều 3. Thi hành", "1:Điều 1 1:Điều 2 1:Điều 3"),
        # articles run together on one line
        ("Điều 1. Thông qua báo cáo của Sở Y tế. Điều 2. Giao Sở Nội vụ hoàn thiện hồ sơ. Điều 3. Có hiệu lực từ ngày ký.",
         "1:Điều 1 1:Điều 2 1:Điều 3"),
        # an enumeration inside a paragraph
        ("Chủ tịch yêu cầu thực hiện các nội dung như sau: 1. Sở Y tế rà soát cơ sở. 2. Sở Nội vụ tổng hợp báo cáo.",
         "1:1 1:2"),
        # annexes restart at the top
        ("1. Một.\n2. Hai.\n\nPHỤ LỤC I\nDANH MỤC\n1. Việc một\n2. Việc hai\nPHỤ LỤC II\n1. Việc ba",
         "1:1 1:2 1:PHỤ LỤC I 2:1 2:2 1:PHỤ LỤC II 2:1"),
    ],
)  # fmt: skip
def test_outlines(analyse: Analyse, text: str, expected: str) -> None:
    assert outline(analyse(HEAD + text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the end of a date, wrapped: the row before fills its line and needs a complement
        ("1. Sở Y tế hoàn thành việc rà soát các cơ sở khám bệnh, chữa bệnh trước ngày\n"
         "15. Sở Nội vụ tổng hợp kết quả của các đơn vị trong toàn tỉnh và các\n"
         "địa phương; Sở Tài chính bố trí kinh phí thực hiện theo quy định của pháp\n"
         "luật hiện hành và hướng dẫn của các bộ, ngành trung ương có liên quan đến\n"
         "lĩnh vực này; Sở Tư pháp thẩm định các văn bản trước khi trình cấp có thẩm\n"
         "quyền ban hành.", "1:1"),
        # scraps of a drawing in capitals
        ("1. Một.\n2. Hai.\nV- X\nE. *", "1:1 1:2"),
        # the number of a table, wrapped behind a comma
        ("1. Tổ hợp các môn xét tuyển tại Bảng\n01, Mục 3.", "1:1"),
        # a citation of a clause
        ("1. Thực hiện theo quy định tại khoản\n2. Điều 5 Nghị định này.", "1:1"),
        # articles of the amended document stand in quotation marks
        ("Điều 1. Sửa đổi Điều 5 như sau:\n“Điều 5. Giao quyền\n1. Sở Y tế quyết định.\n2. Sở Nội vụ tham mưu.”.\n"
         "Điều 2. Hiệu lực", "1:Điều 1 1:Điều 2"),
        # the same with straight marks
        ("Điều 1. Sửa đổi khoản 4 như sau:\n\"4. Đơn vị chủ trì kiểm tra.\n5. Đơn vị phối hợp.\"\nĐiều 2. Hiệu lực",
         "1:Điều 1 1:Điều 2"),
        # inline (i), (ii) bound tasks only
        ("1. Sở Y tế: (i) rà soát các cơ sở; (ii) báo cáo kết quả; (iii) đề xuất giải pháp khắc phục.", "1:1"),
        # bullets are no labelled units
        ("- Rà soát;\n+ Tổng hợp;\n* Báo cáo.", ""),
        # recipients and signature hold none
        ("1. Một.\n2. Hai.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nNguyễn Văn An", "1:1 1:2"),
    ],
)  # fmt: skip
def test_what_is_no_section(analyse: Analyse, text: str, expected: str) -> None:
    assert outline(analyse(HEAD + text)) == expected


def test_sections_end_where_the_next_of_their_level_begins(analyse: Analyse) -> None:
    analysis = analyse(HEAD + "1. Sở Y tế:\na) Rà soát;\nb) Báo cáo.\n2. Sở Nội vụ tổng hợp.\n\nNơi nhận:\n- Lưu: VT.")
    ends = {s.label: analysis.text[s.start : s.end].split("\n")[-2] for s in analysis.layout.sections}
    # unit 1 holds its points; the last unit ends before the recipients
    assert ends == {"1": "b) Báo cáo.", "a": "a) Rà soát;", "b": "b) Báo cáo.", "2": ""}
    assert "Nơi nhận" not in analysis.text[analysis.layout.sections[-1].start : analysis.layout.sections[-1].end]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("1. Sở Tài chính:\na) Bố trí vốn.", "Sở Tài chính"),  # an actor
        ("1. Công an tỉnh: Chỉ đạo lực lượng kiểm tra.", "Công an tỉnh"),  # actor and order on one row
        ("1. Về công tác tuyên truyền\nTăng cường tuyên truyền.", "Về công tác tuyên truyền"),  # a theme
        ("1. Sở Y tế chủ trì rà soát các cơ sở.", None),  # a sentence is no heading
        ("1. Bố trí kinh phí; kiểm tra; báo cáo.", None),
        ("1. Các Bộ: Quốc phòng, Công an chủ động phối hợp.", None),  # the colon opens a list of names
        ("1. Sở Y tế có trách nhiệm:\na) Rà soát.", None),  # a sentence that leads in
    ],
)
def test_headings(analyse: Analyse, text: str, heading: str | None) -> None:
    section = analyse(HEAD + text).layout.sections[0]
    assert section.heading == heading


def test_a_label_found_twice_is_one_unit() -> None:
    text = "QUYẾT ĐỊNH\n\nĐiều 1: a) Sở Xây dựng lập hồ sơ.\nb) Sở Địa chính đo đạc.\nĐiều 2: Văn phòng theo dõi.\n"
    found = [(s.label, s.start) for s in structure(text).sections]
    assert len({start for _, start in found}) == len(found)
    assert [label for label, _ in found].count("a") <= 1
