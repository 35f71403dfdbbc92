"""Headers of state and Party documents in the forms that converters leave them in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from vnstruct.analysis import Analysis

Analyse = Callable[[str], Analysis]

BODY = "\n\nThực hiện chỉ đạo của cấp trên, Chủ tịch UBND tỉnh yêu cầu:\n1. Sở Y tế rà soát.\n2. Sở Nội vụ tổng hợp."


def values(analysis: Analysis) -> dict[str, str]:
    return {name: found.value for name, found in analysis.layout.fields.items()}


FORMS = [
    pytest.param(
        "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NAM\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "---------------\nSố: 06/CT-UBND\nQuảng Nam, ngày 05 tháng 01 năm 2024\nCHỈ THỊ\nVề việc phòng, chống rét",
        {"issuer": "ỦY BAN NHÂN DÂN TỈNH QUẢNG NAM", "number": "06/CT-UBND", "place": "Quảng Nam", "date": "2024-01-05",
         "doc_type": "chỉ thị", "title": "Về việc phòng, chống rét"},
        id="clean, one thing a line",
    ),
    pytest.param(
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH QUẢNG NAM Độc lập - Tự do - Hạnh phúc\n"
        "Số: 06/CT-UBND Quảng Nam, ngày 05 tháng 01 năm 2024\nCHỈ THỊ\nVề việc phòng, chống rét",
        {"issuer": "ỦY BAN NHÂN DÂN TỈNH QUẢNG NAM", "number": "06/CT-UBND", "place": "Quảng Nam", "date": "2024-01-05",
         "doc_type": "chỉ thị"},
        id="two columns flattened onto one line",
    ),
    pytest.param(
        "BỘ GIÁO DỤC CỘNG HÒA XÃ HỘI CHỦ NGHĨA\nVÀ ĐÀO TẠO VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 12/CT-BGDĐT\nHà Nội, ngày 1 tháng 2 năm 2023\nCHỈ THỊ\nVề năm học mới",
        {"issuer": "BỘ GIÁO DỤC VÀ ĐÀO TẠO", "number": "12/CT-BGDĐT", "date": "2023-02-01"},
        id="the left column runs through the emblem",
    ),
    pytest.param(
        "VĂN PHÒNG CHÍNH\nPHỦ\n-------\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 21/TB-VPCP Hà Nội, ngày 28 tháng 11 năm 2023\nTHÔNG BÁO\nKẾT LUẬN\nCỦA PHÓ THỦ TƯỚNG TẠI CUỘC HỌP VỀ THỦY LỢI",
        {"issuer": "VĂN PHÒNG CHÍNH PHỦ", "number": "21/TB-VPCP", "place": "Hà Nội", "date": "2023-11-28",
         "doc_type": "thông báo", "title": "KẾT LUẬN CỦA PHÓ THỦ TƯỚNG TẠI CUỘC HỌP VỀ THỦY LỢI"},
        id="names broken over lines",
    ),
    pytest.param(
        "| UBND TỈNH LÀO CAI | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n| SỞ NỘI VỤ | Độc lập - Tự do - Hạnh phúc |\n"
        "| Số: 31/SNV-TCBC | Lào Cai, ngày 09 tháng 4 năm 2024 |\n| V/v báo cáo biên chế | |\n\nKính gửi: Các sở, ban, ngành.",
        {"parent_body": "UBND TỈNH LÀO CAI", "issuer": "SỞ NỘI VỤ", "number": "31/SNV-TCBC", "place": "Lào Cai",
         "date": "2024-04-09", "title": "báo cáo biên chế", "doc_type": "công văn"},
        id="cells of a table, công văn",
    ),
    pytest.param(
        "BỘ TÀI\nCHÍNH\nCỤC HẢI QUAN\n--------\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 399/CHQ-GSQL V/v gửi kho ngoại quan Hà Nội, ngày 03 tháng 12 năm 2024\nKính gửi: Công ty A.",
        {"parent_body": "BỘ TÀI CHÍNH", "issuer": "CỤC HẢI QUAN", "number": "399/CHQ-GSQL", "place": "Hà Nội",
         "title": "gửi kho ngoại quan"},
        id="subject and date glued to the number",
    ),
    pytest.param(
        "TỈNH UỶ ĐIỆN BIÊN\n*\nSố 06-CT/TU\tĐẢNG CỘNG SẢN VIỆT NAM\n\nĐiện Biên, ngày 03 tháng 02 năm 2023\n\nCHỈ THỊ\n"
        "về lãnh đạo đại hội chi bộ\n-----",
        {"issuer": "TỈNH ỦY ĐIỆN BIÊN", "number": "06-CT/TU", "date": "2023-02-03", "doc_type": "chỉ thị",
         "title": "về lãnh đạo đại hội chi bộ"},
        id="Party form: no colon, hyphen, star",
    ),
    pytest.param(
        "KẾT LUẬN\nCỦA BAN THƯỜNG VỤ THÀNH UỶ\nvề công tác cán bộ\n-----\nTại phiên họp, Ban Thường vụ kết luận:",
        {"doc_type": "kết luận", "issuer": "BAN THƯỜNG VỤ THÀNH ỦY", "title": "về công tác cán bộ"},
        id="no header, the author in the title",
    ),
    pytest.param(
        "ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG\nSố:          /TB-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nLâm Đồng, ngày       tháng 4 năm 2024\nTHÔNG BÁO\nVề lịch tiếp công dân",
        {"number": "/TB-UBND", "date": "2024-04", "place": "Lâm Đồng"},
        id="number and day left blank",
    ),
    pytest.param(
        "ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG\nSố:          /UBND-NC\nLâm Đồng, ngày     tháng     năm 2024\nKính gửi: Sở Nội vụ.",
        {"number": "/UBND-NC", "date": "2024"},
        id="day and month left blank",
    ),
    pytest.param(
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTĨNH QUANG TRỊ Độc lập - Tự do - Hạnh phúc\n"
        "Sô⁄t /CT-UBND Quảng Trị, ngàW† tháng 5 năm 2021\nCHỈ THỊ\nVề phòng cháy rừng",
        {"issuer": "ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ", "number": "/CT-UBND", "date": "2021-05", "doc_type": "chỉ thị"},
        id="handwriting and stamps read by machine",
    ),
    pytest.param(
        "THỦ TƯỚNG CHÍNH PHỦ ----- CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập – Tự do – Hạnh phúc -------\nSố:\n"
        "99/TTg Hà Nội, ngày 10 tháng 11 năm 1982 CHỈ THỊ VỀ CÔNG TÁC ĐO ĐẠC Ngày 24 tháng 6 năm 1979 đã có quyết định.",
        {"issuer": "THỦ TƯỚNG CHÍNH PHỦ", "number": "99/TTg", "date": "1982-11-10", "title": "VỀ CÔNG TÁC ĐO ĐẠC"},
        id="everything on one line, the text behind the title",
    ),
    pytest.param(
        "QUỐC HỘI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nLuật số: 18/2023/QH15\n\nLUẬT\n"
        "GIAO DỊCH ĐIỆN TỬ\nCăn cứ Hiến pháp;",
        {"issuer": "QUỐC HỘI", "number": "18/2023/QH15", "doc_type": "luật", "title": "GIAO DỊCH ĐIỆN TỬ"},
        id="a law",
    ),
    pytest.param(
        "Chỉ thị 15/CT-UBND năm 2014\nSố hiệu: 15/CT-UBND Loại văn bản: Chỉ thị\nNơi ban hành: Hà Nội Người ký: Nguyễn Văn An\n"
        "\nỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 15/CT-UBND\n"
        "Hà Nội, ngày 29 tháng 08 năm 2014\nCHỈ THỊ\nVỀ VIỆC XÂY DỰNG KẾ HOẠCH",
        {"signer_name": "Nguyễn Văn An", "issuer": "ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI", "number": "15/CT-UBND"},
        id="metadata of a site above the header",
    ),
    pytest.param(
        "THỦ TƯỚNG CHÍNH PHỦ\n-------\nSố: 9/CĐ-TTg\nHà Nội, ngày 16 tháng 11 năm 2023\nHỎA TỐC\nCÔNG ĐIỆN\n"
        "V/V ỨNG PHÓ BÃO SỐ 9\nTHỦ TƯỚNG CHÍNH PHỦ điện:\n- Chủ tịch UBND các tỉnh.",
        {"urgency": "hỏa tốc", "doc_type": "công điện", "title": "ỨNG PHÓ BÃO SỐ 9", "issuer": "THỦ TƯỚNG CHÍNH PHỦ"},
        id="urgency mark, wire",
    ),
    pytest.param(
        "ỦY BAN NHÂN DÂN TỈNH A\nSố: 9/CĐ-UBND\nA, ngày 16 tháng 11 năm 2023\nCÔNG ĐIỆN KHẨN\nVề việc ứng phó bão số 9",
        {"urgency": "khẩn", "doc_type": "công điện", "title": "Về việc ứng phó bão số 9"},
        id="urgency behind the type word",
    ),
    pytest.param(
        "VĂN\nPHÒNG CHÍNH PHỦ\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n|\nSố:\n31/TB-VPCP\n|\nHà\nNội, ngày 22 tháng 02 năm 1999\n"
        "THÔNG BÁO\nVỀ KẾ HOẠCH NĂM 1999",
        {"issuer": "VĂN PHÒNG CHÍNH PHỦ", "number": "31/TB-VPCP", "place": "Hà Nội", "date": "1999-02-22"},
        id="every name broken behind its first word",
    ),
    pytest.param(
        "BỘ TÀI CHÍNH - BỘ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN - BỘ TÀI NGUYÊN VÀ MÔI TRƯỜNG - BỘ Y TẾ -------\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố:\n8/2015/TTLT-BTC-BNNPTNT-BTNMT-BYT\nHà Nội, ngày 12 tháng 11 năm 2015\n"
        "THÔNG TƯ LIÊN TỊCH\nHƯỚNG DẪN CƠ CHẾ MỘT CỬA",
        {"issuer": "BỘ TÀI CHÍNH - BỘ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN - BỘ TÀI NGUYÊN VÀ MÔI TRƯỜNG - BỘ Y TẾ",
         "number": "8/2015/TTLT-BTC-BNNPTNT-BTNMT-BYT", "doc_type": "thông tư liên tịch"},
        id="joint issuers",
    ),
    pytest.param(
        "CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 34/2026/NĐ-CP\nHà Nội, ngày 22 tháng 01 năm 2026\n\nN\nGHỊ ĐỊNH\n"
        "Sửa đổi, bổ sung một số điều\ncủa Luật Quy hoạch",
        {"doc_type": "nghị định", "title": "Sửa đổi, bổ sung một số điều của Luật Quy hoạch"},
        id="the initial of the type word on a line of its own",
    ),
    pytest.param(
        "QUỐC HỘI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nLuật số: 9/2014/QH13\nLUẬT\nTHI HÀNH ÁN\nCăn cứ Hiến pháp;\nĐiều 1. Phạm vi\n"
        "Luật này được Quốc hội khóa XIII, kỳ họp thứ 8 thông qua ngày 25 tháng 11 năm 2014.\nCHỦ TỊCH QUỐC HỘI Nguyễn Văn An\n",
        {"date": "2014-11-25", "signer_name": "Nguyễn Văn An", "signer_title": "CHỦ TỊCH QUỐC HỘI"},
        id="a law says at its end when it was passed",
    ),
    pytest.param(
        "CÔNG ĐIỆN\nVỀ ỨNG PHÓ MƯA LŨ\nTHỦ TƯỚNG CHÍNH PHỦ điện:\n- Chủ tịch UBND tỉnh A.",
        {"doc_type": "công điện", "issuer": "THỦ TƯỚNG CHÍNH PHỦ", "title": "VỀ ỨNG PHÓ MƯA LŨ"},
        id="no header: the body that wires is the issuer",
    ),
    pytest.param(
        "BỘ NỘI VỤ\nSố: 8/QĐ-BNV\nHà Nội, ngày 26 tháng 11 năm 2023\nQUYẾT ĐỊNH\nVỀ VIỆC BAN HÀNH QUY CHẾ CỦA\nBỘ NỘI VỤ\n"
        "BỘ TRƯỞNG BỘ NỘI VỤ\nCăn cứ Luật Thống kê ngày 23 tháng 11 năm 2015;",
        {"title": "VỀ VIỆC BAN HÀNH QUY CHẾ CỦA BỘ NỘI VỤ", "issuer": "BỘ NỘI VỤ"},
        id="a title that ends with a body, and the office that decides",
    ),
    pytest.param(
        "THÔNG TƯ\nVỀ HẠN NGẠCH GIỮA CHÍNH PHỦ NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM VÀ CHÍNH PHỦ LÀO\n"
        "Căn cứ Luật Quản lý ngoại thương;\nCăn cứ Luật Thương mại;",
        {"doc_type": "thông tư",
         "title": "VỀ HẠN NGẠCH GIỮA CHÍNH PHỦ NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM VÀ CHÍNH PHỦ LÀO"},
        id="the name of the state inside a title is no emblem",
    ),
    pytest.param(
        "ỦY BAN NHÂN DÂN __ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH HÀ NAM Độc lập - Tự do - Hạnh phúc\nGG Sa cu Ơh.7\n"
        "Số: 15+/QĐ-UBND Hà Nam, ngày {2 tháng 3 năm 1999\nQUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN TỈNH\nVề việc : Giao đất ở\n"
        "ỦY BAN NHÂN DÂN TỈNH HÀ NAM\n- Căn cứ Luật Đất đai;",
        {"issuer": "ỦY BAN NHÂN DÂN TỈNH HÀ NAM", "number": "15/QĐ-UBND", "date": "1999-03-12", "title": "Về việc: Giao đất ở"},
        id="scraps of a stamp, strokes for digits, the author beside the type word",
    ),
    pytest.param(
        "BO Y TE CONG HOA XA HOI CHU NGHIA VIET NAM\nDoc lap - Tu do - Hanh phuc\n7.2-50/TB-BYT \tHa Noi, ngay 3l thang 8 nam 2017\n"
        "Can cu Thong tu so 26/2016/TT-BYT;\n1. Doi tuong tuyen sinh\n2. Chi tieu\nTHONG BAO TUYEN SINH",
        {"issuer": "BỘ Y TẾ", "place": "Hà Nội", "date": "2017-08-31", "doc_type": "thông báo"},
        id="all marks lost, the type word only below the first unit",
    ),
    pytest.param(
        "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\nHỎA TỐC\nSố: 8/UBND-VX\nHà Nam, ngày 02 tháng 3 năm 2024\nV/v trực bão\nKính gửi: Sở Y tế.",
        {"issuer": "ỦY BAN NHÂN DÂN TỈNH HÀ NAM", "urgency": "hỏa tốc"},
        id="a stamp right under the issuer",
    ),
    pytest.param(
        "ỦY BAN NHÂN DÂN TỈNH A\nSố: 9/TB-UBND\nA, ngày 16 tháng 11 năm 2023\nTHÔNG BÁO\nVềviệc kết luận cuộc họp về nhà tạm,\n"
        "nhà dột nát huyện B\n\ntrình xóa nhà tạm tại địa phương, cụ thể: Ban Chỉ đạo huyện đã",
        {"title": "Về việc kết luận cuộc họp về nhà tạm, nhà dột nát huyện B"},
        id="glued words, and a text that lost its first lines",
    ),
    pytest.param(
        "PHỤ LỤC\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 31/KH-UBND ngày 05 tháng 6 năm 2023 của UBND tỉnh Hà Nam)\n1. Rà soát.",
        {"doc_type": "kế hoạch", "number": "31/KH-UBND", "date": "2023-06-05"},
        id="an annex names its document",
    ),
    pytest.param(
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH QUẢNG NAM Độc lập - Tự do - Hạnh phúc\n"
        "Số: 06/CT-UBND Quảng Nam, ngày £ thắng 4 năm 2024\nCHỈ THỊ\n,Vềyiệc phòng, chống rét",
        {"place": "Quảng Nam", "date": "2024-04", "title": "Về việc phòng, chống rét"},
        id="a stain over the day, tháng and về việc misread",
    ),
    pytest.param(
        "# Chế độ đối với người làm việc sau ngày 30 tháng 4 năm 1975 có đủ 20 năm\n\n| CHÍNH PHỦ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA "
        "VIỆT NAM |\n|---|---|\n| Số: 23/2012/NĐ-CP | Hà Nội, ngày 03 tháng 4 năm 2012 |\n\nNGHỊ ĐỊNH\n\nVỀ CHẾ ĐỘ",
        {"number": "23/2012/NĐ-CP", "place": "Hà Nội", "date": "2012-04-03"},
        id="the title above the header holds a date",
    ),
    pytest.param(
        "UBND HUYỆN A CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nPHÒNG TƯ PHÁP Độc lập - Tự do - Hạnh phúc\n"
        "Số:2TP Hạ Lang, ngày 05 tháng 4 năm 2020\n\nV/v rà soát\n\nKính gửi: UBND các xã.",
        {"issuer": "PHÒNG TƯ PHÁP", "place": "Hạ Lang", "date": "2020-04-05"},
        id="a number that cannot be read is neither issuer nor place",
    ),
    pytest.param(
        "CÔNG BÁO/Số 12 + 13/Ngày 14-5-2024\n45\n\nBỘ NỘI VỤ\n\nBỘ NỘI VỤ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nSố: 3/2024/TT-BNV\nHà Nội, ngày 18 tháng 4 năm 2024\n\nTHÔNG TƯ1\nQuy định về lưu trữ",
        {"issuer": "BỘ NỘI VỤ", "parent_body": None, "number": "3/2024/TT-BNV", "doc_type": "thông tư",
         "title": "Quy định về lưu trữ"},
        id="the gazette prints the issuer twice, a footnote hangs on the type",
    ),
    pytest.param(
        "NGHỊ ĐỊNH\nCỦA CHÍNH PHỦ SỐ 7/2007/NĐ-CP NGÀY 09 THÁNG 3 NĂM 2007\nVỀ MINH BẠCH TÀI SẢN\n\nCHÍNH PHỦ\n",
        {"issuer": "CHÍNH PHỦ", "number": "7/2007/NĐ-CP", "date": "2007-03-09", "title": "VỀ MINH BẠCH TÀI SẢN"},
        id="issuer, number and date in the title",
    ),
    pytest.param(
        "UBND TỈNH HÀ NAM CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHỌI ĐÔNG XÉT TẶNG DANH HIỆU Độc lập - Tự do - Hạnh phúc\n"
        "Số: 3/TB-HĐ Hà Nam, ngày 12 tháng 3 năm 2020\nTHÔNG BÁO\nvà việc thăm dò dư luận",
        {"parent_body": "UBND TỈNH HÀ NAM", "issuer": "HỘI ĐỒNG XÉT TẶNG DANH HIỆU", "title": "Về việc thăm dò dư luận"},
        id="marks of the issuer and of về việc misread",
    ),
    pytest.param(
        "|UBND TỈNH HÀ NAM |CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n|Số:   /GM-UBND |Hà Nam, ngày   tháng 11 năm 2025 |\n\n"
        "GIẤY MỜI\n\n    Ủy ban nhân dân tỉnh tổ chức buổi làm việc với Sở Nội vụ.",
        {"doc_type": "giấy mời", "title": None},
        id="an invitation without a subject",
    ),
    pytest.param(
        "VĂN PHÒNG CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 3/TB-VPCP\n"
        "Hà Nội, ngày 12 tháng 3 năm 2020\n\nTHÔNG BÁO\n\nKẾT LUẬN TẠI BUỔI LÀM VIỆC VỚI THƯỜNG TRỰC\nTỈNH ỦY HÀ NAM\n\n"
        "Ngày 10 tháng 3 năm 2020, Thủ tướng Chính phủ làm việc tại tỉnh.",
        {"title": "KẾT LUẬN TẠI BUỔI LÀM VIỆC VỚI THƯỜNG TRỰC TỈNH ỦY HÀ NAM"},
        id="a title wrapped before another body than the issuer",
    ),
    pytest.param(
        "DANH MỤC THỦ TỤC BỊ BÃI BỎ\n(Ban hành kèm theo Quyết định số 26QĐ/UBND ngày 24 tháng 11 năm 2025 của Chủ tịch UBND "
        "tỉnh)\n1. Thủ tục.\nQuyết định 26/QĐ-UBND năm 2025 công bố thủ tục",
        {"doc_type": "quyết định", "number": "26/QĐ-UBND", "date": "2025-11-24"},
        id="the number in the note lacks a separator that another line prints",
    ),
    pytest.param(
        "BỘ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố:\n 78\n/202\n5\n/TT-BYT\n"
        "Hà Nội, ngày\n 29\n tháng\n 8\n năm 202\n5\nTHÔNG TƯ\nQuy định về A",
        {"number": "78/2025/TT-BYT", "date": "2025-08-29", "place": "Hà Nội"},
        id="number and date broken over lines inside the year",
    ),
    pytest.param(
        "Số: 3/TB-CHQ Hà Nội, ngày 02 tháng 12 năm 2023\nTHÔNG BÁO\nVỀ KẾT QUẢ XÁC ĐỊNH MÃ SỐ\nCỤC TRƯỞNG CỤC\nHẢI QUAN\n"
        "Căn\ncứ Luật Hải quan;",
        {"title": "VỀ KẾT QUẢ XÁC ĐỊNH MÃ SỐ"},
        id="the office that decides, broken over lines",
    ),
    pytest.param(
        "Số: 3/CĐ-TTg\nHà Nội, ngày 02 tháng 12 năm 2023\nCÔNG ĐIỆN\nVỀ ỨNG PHÓ LŨ TẠI KHU VỰC TRUNG BỘ\nTHỦ\nTƯỚNG CHÍNH PHỦ điện:\n"
        "- Bộ Y tế;",
        {"title": "VỀ ỨNG PHÓ LŨ TẠI KHU VỰC TRUNG BỘ"},
        id="the office that wires, broken behind its first word",
    ),
    pytest.param(
        "Số: 3/QĐ-BYT\nHà Nội, ngày 02 tháng 12 năm 2023\nQUYẾT ĐỊNH\nVỀ ỦY QUYỀN CỦA\nBỘ TRƯỞNG BỘ Y TẾ\nCăn cứ Luật Dược;",
        {"title": "VỀ ỦY QUYỀN CỦA BỘ TRƯỞNG BỘ Y TẾ"},
        id="an office inside the title",
    ),
    pytest.param(
        "Số: 3/QĐ-UBND\nHà Nội, ngày 02 tháng 12 năm 2023\nQUYẾT ĐỊNH\nCÔNG\nBỐ DANH MỤC THỦ TỤC THUỘC PHẠM\nVI QUẢN LÝ CỦA SỞ Y TẾ\n"
        "I. DANH MỤC",
        {"title": "CÔNG BỐ DANH MỤC THỦ TỤC THUỘC PHẠM VI QUẢN LÝ CỦA SỞ Y TẾ"},
        id="phạm vi broken over lines is no sixth section",
    ),
    pytest.param(
        "ỦY BAN NHÂN DÂN\nTỈNH CAO BẰNG\nSố: 3/QĐ-UBND Cao Bằng, ngày 02 tháng 12 năm 2023\nQUYẾT ĐỊNH\nVỀ\nVIỆC CÔNG BỐ THỦ TỤC TẠI\n"
        "TỈNH CAO BẰNG\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH CAO BẰNG\nCăn cứ Luật A;",
        {"title": "VỀ VIỆC CÔNG BỐ THỦ TỤC TẠI TỈNH CAO BẰNG", "issuer": "ỦY BAN NHÂN DÂN TỈNH CAO BẰNG"},
        id="the last word of a province joins nothing",
    ),
    pytest.param(
        "BAN CHỈ HUY PHÒNG THỦ DÂN SỰ\nSố: 12/CĐ-PTDS\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Hà Nam, hồi 10 giờ 00 ngày 3 tháng 2 năm 2024\nCÔNG ĐIỆN\nVề bão số 3",
        {"place": "Hà Nam", "date": "2024-02-03"},
        id="a wire tells the hour",
    ),
    pytest.param(
        "Số: 3/QĐ-BYT\nHà Nội, ngày 02 tháng 12 năm 2023\nQUYẾT ĐỊNH\nSửa đổi một số điều của Quy chế\nị = ị\nlàm việc của Bộ\nCăn cứ Luật A;",
        {"title": "Sửa đổi một số điều của Quy chế làm việc của Bộ"},
        id="strokes of the stamp over the title",
    ),
    pytest.param(
        "THỦ TƯỚNG CHÍNHPHỦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "| CONG THONG TIN DIEN TỦ 41 /CT-TTs Hà Nội, ngàyháng 3 năm 2020\nDEN i: : _¬ CHỈ THỊ\nKg-Q612/2G20 -| Về các giải pháp cấp bách",
        {"issuer": "THỦ TƯỚNG CHÍNH PHỦ", "title": "Về các giải pháp cấp bách", "number": None},
        id="a blank lost in the name, a number over the registry's stamp, its scraps before the subject",
    ),
    pytest.param(
        "CỤC THUẾ)\nTHÀNH PHO\nTONG CỤC THUÊ CỘNG HOÀ XÃ HỘI iL xi ET NAM\nCỤC THUE TP HÀ NỘI Độc lập - Tự đồ aarti phúc\n"
        "Số: 12/CTHN-TTHT Hà Nội, ngày 02 tháng 2 năm 2023\nVA chính sách thuế\n\ngửi: Chi nhánh Công ty A",
        {"parent_body": "TỔNG CỤC THUẾ", "issuer": "CỤC THUẾ TP HÀ NỘI", "number": "12/CTHN-TTHT", "title": "chính sách thuế"},
        id="marks of a known body misread, emblem and motto half read, v/v and kính gửi spoilt",
    ),
    pytest.param(
        "ÚY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH HÀ GIANG Độc lập - Tự do - Hạnh phúc\nsó;2⁄⁄Z20BND-VX\n"
        "Hà Giang, ngày 02 tháng 2 năm 2023\nV/v rà soát\nCông TIN ĐIỆN TỬ CHÍNH PHỦ Kính gửi: Sở Y tế",
        {"issuer": "ỦY BAN NHÂN DÂN TỈNH HÀ GIANG", "title": "rà soát"},
        id="a mark of the issuer misread; neither the spoilt number nor a stamp is part of a field",
    ),
    pytest.param(
        "| ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc |\n|---|---|\n"
        "| Số: 1351/QĐ - U B ND | Qu ả ng Ngãi, ngày 04 tháng 10 năm 2022 |\nQUYẾT ĐỊNH\nVề A",
        {"number": "1351/QĐ-UBND", "place": "Quảng Ngãi", "date": "2022-10-04"},
        id="letters of symbol and place set apart",
    ),
    pytest.param(
        "BO Y TE CONG HOA XA HOI CHU NGHIA VIET NAM\nDoc lap - Tu do - Hanh phuc\ns6: 06\n/2019/TT-BYT\n"
        "Ha Noi, ngay 11 thang 4 nam 2019\nTHONG Tit\nQuy dinh Quy tac ung xu\nCan cu Luat;\nChương I\nQUY ĐỊNH CHUNG",
        {"number": "06/2019/TT-BYT", "doc_type": "thông tư"},
        id="the heading of a chapter is no type, a state number means a circular",
    ),
    pytest.param(
        "TỈNH ỦY ĐIỆN BIÊN\n*\nSố 06-QĐ/TU\nĐiện Biên, ngày 03 tháng 02 năm 2023\n\nvề lãnh đạo đại hội",
        {"doc_type": "quyết định"}, id="one code of two Party types: the common one",
    ),
    pytest.param(
        "BỘ CÔNG AN\nTÊN ĐƠN VỊ\nSố: 5/NQ-CP\nHà Nội, ngày 03 tháng 02 năm 2023\nNGHỊ QUYẾT\n………................. 5",
        {"title": None}, id="dots of a form are no title",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("head", "expected"), FORMS)
def test_forms(analyse: Analyse, head: str, expected: dict[str, str | None]) -> None:
    found = values(analyse(head + BODY))
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "field"),
    [
        # the number of a cited document at the start of a wrapped line
        ("Thực hiện Nghị định\nsố 115/2020/NĐ-CP ngày 25 tháng 9 năm 2020 của Chính phủ, các sở rà soát.", "number"),
        ("Thực hiện Nghị định\nsố 115/2020/NĐ-CP ngày 25 tháng 9 năm 2020 của Chính phủ, các sở rà soát.", "date"),
        # an address of a page
        ("*Source: https://example.vn/van-ban/Cong-bo-thu-tuc-So-Lao-dong-12.aspx*\n\nĐiều 1. Công bố thủ tục.", "number"),
        # type words inside a sentence
        ("Chỉ thị này có hiệu lực từ ngày ký. Các sở, ban, ngành chịu trách nhiệm thi hành.", "doc_type"),
        # a specimen form below the text
        ("Điều 1. Ban hành mẫu.\nĐiều 2. Hiệu lực.\n\nMẫu số 01\nTÊN CƠ QUAN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
         "Số: .../BC-....\nBÁO CÁO", "number"),
    ],
)  # fmt: skip
def test_what_is_no_header(analyse: Analyse, text: str, field: str) -> None:
    assert field not in values(analyse(text))


@pytest.mark.parametrize(
    ("printed", "number", "code"),
    [
        ("Số: 12/TTr-UBND", "12/TTr-UBND", None),  # sound
        ("Số: 12/TTr-UBND(NC)", "12/TTr-UBND(NC)", None),  # with the unit that drew it up
        ("Số:      /TTr-UBND", "/TTr-UBND", "blank-number"),  # not numbered yet
        ("Số: Ó #ˆ /TTr-UBND", "/TTr-UBND", "blank-number"),  # handwritten, no figure was read
        ("Sô⁄t1 /TTr-UBND", "/TTr-UBND", "blank-number"),  # a stroke among letters is no figure
        ("Só:#83. /TTr-UBND", None, "broken-number"),  # some figures were read, others hide behind marks
        ("Số: 4‡ /TTr-UBND", None, "broken-number"),
        ("7.2-50/TTr-UBND", None, "broken-number"),  # a line that lost its word
    ],
)
def test_a_number_is_given_whole_or_not_at_all(
    analyse: Analyse, printed: str, number: str | None, code: str | None
) -> None:
    head = "ỦY BAN NHÂN DÂN TỈNH HÀ NAM\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    analysis = analyse(f"{head}{printed}\nHà Nam, ngày 08 tháng 02 năm 2025\nTỜ TRÌNH\nVề dự toán" + BODY)
    assert values(analysis).get("number") == number
    assert [finding.code for finding in analysis.findings] == ([code] if code else [])


def test_a_broken_number_is_quoted(analyse: Analyse) -> None:
    findings = analyse("Só:#83.  /TTr-UBND\nHà Nam, ngày 08 tháng 02 năm 2025\nTỜ TRÌNH\nVề dự toán" + BODY).findings
    assert "“Só:#83. /TTr-UBND”" in findings[0].message


def test_fields_say_where_they_were_read(analyse: Analyse) -> None:
    analysis = analyse(FORMS[0].values[0] + BODY)
    fields, text = analysis.layout.fields, analysis.text
    assert text[fields["number"].start : fields["number"].end] == "06/CT-UBND"
    assert text[fields["place"].start : fields["place"].end] == "Quảng Nam"
    assert text[fields["title"].start : fields["title"].end] == "Về việc phòng, chống rét"
    assert text[fields["date"].start : fields["date"].end].endswith("ngày 05 tháng 01 năm 2024")


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Số: 5/CT-UBND\nHà Nội, ngày 01 tháng 2 năm 2023\nCHỈ THỊ\nVề A", "directive"),
        ("Số: 5/CĐ-TTg\nHà Nội, ngày 01 tháng 2 năm 2023\nCÔNG ĐIỆN\nVề A", "dispatch"),
        ("Số: 5/UBND-VX\nV/v A\nHà Nội, ngày 01 tháng 2 năm 2023\nKính gửi: Sở Y tế.", "dispatch"),
        ("Số: 5/NQ-CP\nHà Nội, ngày 01 tháng 2 năm 2023\nNGHỊ QUYẾT\nVề A", "resolution"),
        ("Số: 5/2023/NQ-HĐND\nHà Nội, ngày 01 tháng 2 năm 2023\nNGHỊ QUYẾT\nVề A", "normative"),
        ("Số: 5/QĐ-UBND\nHà Nội, ngày 01 tháng 2 năm 2023\nQUYẾT ĐỊNH\nVề A", "decision"),
        ("Số: 5/KH-UBND\nHà Nội, ngày 01 tháng 2 năm 2023\nKẾ HOẠCH\nVề A", "plan"),
        ("Số: 5/TB-VPCP\nHà Nội, ngày 01 tháng 2 năm 2023\nTHÔNG BÁO\nVề A", "notice"),
        ("Số: 5/2023/NĐ-CP\nHà Nội, ngày 01 tháng 2 năm 2023\nNGHỊ ĐỊNH\nVề A", "normative"),
        ("Số: 5/TTr-SNV\nHà Nội, ngày 01 tháng 2 năm 2023\nTỜ TRÌNH\nVề A", "other"),
    ],
)
def test_kinds(analyse: Analyse, head: str, kind: str) -> None:
    assert analyse(head + BODY).layout.kind == kind
