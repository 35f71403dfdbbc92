"""Header, signature, recipients, speakers and short forms in whole documents."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest
from vnstruct.analysis import Analysis

_SPEC = importlib.util.spec_from_file_location("documents", Path(__file__).with_name("documents.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
documents = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(documents)

Read = Callable[[str], Analysis]

EXPECTED: dict[str, list[tuple[str, str, str]]] = {
    "PROVINCE": [
        ("ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", "Ủy ban nhân dân tỉnh Lạng Sơn", "issuer"),
        ("Thủ tướng Chính phủ", "Thủ tướng Chính phủ", "cited"),
        ("Sở Công Thương", "Sở Công Thương", "cited"),
        ("Chủ tịch Ủy ban nhân dân tỉnh", "Chủ tịch Ủy ban nhân dân tỉnh", "issuer"),
        ("Sở Công Thương", "Sở Công Thương", "mentioned"),
        ("Sở Tài chính", "Sở Tài chính", "coordinating"),
        ("Cục Quản lý thị trường tỉnh", "Cục Quản lý thị trường tỉnh", "coordinating"),
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh", "recipient"),
        ("UBND các huyện, thị xã", "Ủy ban nhân dân các huyện, thị xã", "mentioned"),
        ("Ban Quản lý chợ", "Ban Quản lý chợ", "mentioned"),
        ("Văn phòng UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh", "mentioned"),
        ("Bộ Công Thương", "Bộ Công Thương", "recipient"),
        ("TT Tỉnh ủy", "Thường trực Tỉnh ủy", "recipient"),
        ("TT HĐND tỉnh", "Thường trực Hội đồng nhân dân tỉnh", "recipient"),
        ("CT", "Chủ tịch Ủy ban nhân dân tỉnh", "recipient"),
        ("các PCT UBND tỉnh", "Các Phó Chủ tịch Ủy ban nhân dân tỉnh", "recipient"),
        ("CT", "Sở Công Thương", "recipient"),
        ("TC", "Sở Tài chính", "recipient"),
        ("CHỦ TỊCH", "Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn", "issuer"),
        ("PHÓ CHỦ TỊCH", "Phó Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn", "issuer"),
    ],
    "LETTER": [
        ("BỘ XÂY DỰNG", "Bộ Xây dựng", "mentioned"),
        ("CỤC HẠ TẦNG KỸ THUẬT", "Cục Hạ tầng kỹ thuật", "issuer"),
        (
            "Sở Xây dựng các tỉnh, thành phố trực thuộc Trung ương",
            "Sở Xây dựng các tỉnh, thành phố trực thuộc Trung ương",
            "recipient",
        ),
        ("Cục Hạ tầng kỹ thuật", "Cục Hạ tầng kỹ thuật", "issuer"),
        ("Hội Cấp thoát nước Việt Nam", "Hội Cấp thoát nước Việt Nam", "cited"),
        ("Cục Hạ tầng kỹ thuật", "Cục Hạ tầng kỹ thuật", "issuer"),
        ("các công ty cấp nước", "Các công ty cấp nước", "mentioned"),
        ("Thứ trưởng", "Thứ trưởng", "recipient"),
        ("CỤC TRƯỞNG", "Cục trưởng Cục Hạ tầng kỹ thuật", "issuer"),
    ],
    "NOTICE": [
        ("ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", "Ủy ban nhân dân tỉnh Lạng Sơn", "mentioned"),
        ("VĂN PHÒNG", "Văn phòng Ủy ban nhân dân tỉnh Lạng Sơn", "issuer"),
        ("Phó Chủ tịch UBND tỉnh", "Phó Chủ tịch Ủy ban nhân dân tỉnh", "issuer"),
        ("Bệnh viện Sản Nhi", "Bệnh viện Sản Nhi", "mentioned"),
        ("Ủy viên Ban Thường vụ Tỉnh ủy", "Ủy viên Ban Thường vụ Tỉnh ủy", "mentioned"),
        ("Phó Chủ tịch UBND tỉnh", "Phó Chủ tịch Ủy ban nhân dân tỉnh", "mentioned"),
        ("Sở Y tế", "Sở Y tế", "mentioned"),
        ("Ban Quản lý dự án", "Ban Quản lý dự án", "mentioned"),
        ("Phó Chủ tịch UBND tỉnh", "Phó Chủ tịch Ủy ban nhân dân tỉnh", "issuer"),
        ("Sở Y tế", "Sở Y tế", "mentioned"),
        ("Chủ tịch UBND tỉnh", "Chủ tịch Ủy ban nhân dân tỉnh", "recipient"),
        ("Ban Quản lý dự án", "Ban Quản lý dự án", "mentioned"),
        ("Công ty Cổ phần Xây lắp Sông Cầu", "Công ty Cổ phần Xây lắp Sông Cầu", "coordinating"),
        ("CVP", "Chánh Văn phòng Ủy ban nhân dân tỉnh", "recipient"),
        ("các PCVP UBND tỉnh", "Các Phó Chánh Văn phòng Ủy ban nhân dân tỉnh", "recipient"),
        ("CHÁNH VĂN PHÒNG", "Chánh Văn phòng Ủy ban nhân dân tỉnh Lạng Sơn", "issuer"),
        ("PHÓ CHÁNH VĂN PHÒNG", "Phó Chánh Văn phòng Ủy ban nhân dân tỉnh Lạng Sơn", "issuer"),
    ],
    "PARTY": [
        ("ĐẢNG BỘ TỈNH LẠNG SƠN", "Đảng bộ tỉnh Lạng Sơn", "mentioned"),
        ("HUYỆN ỦY NA LÈNG", "Huyện ủy Na Lèng", "issuer"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", "Đảng Cộng sản Việt Nam", "mentioned"),
        ("Ban Thường vụ Huyện ủy", "Ban Thường vụ Huyện ủy", "issuer"),
        ("các cấp ủy, tổ chức đảng", "Các cấp ủy, tổ chức đảng", "mentioned"),
        ("Đảng ủy Quân sự huyện", "Đảng ủy Quân sự huyện", "mentioned"),
        ("Ủy ban nhân dân huyện", "Ủy ban nhân dân huyện", "coordinating"),
        ("Ban Tuyên giáo Huyện ủy", "Ban Tuyên giáo Huyện ủy", "mentioned"),
        ("Huyện đoàn", "Huyện đoàn", "mentioned"),
        ("Thường trực Huyện ủy", "Thường trực Huyện ủy", "recipient"),
        ("Thường trực Tỉnh ủy", "Thường trực Tỉnh ủy", "recipient"),
        ("Các chi bộ, đảng bộ trực thuộc", "Các chi bộ, đảng bộ trực thuộc", "recipient"),
        ("Văn phòng Huyện ủy", "Văn phòng Huyện ủy", "recipient"),
        ("BAN THƯỜNG VỤ", "Ban Thường vụ", "issuer"),
        ("BÍ THƯ", "Bí thư Huyện ủy", "issuer"),
    ],
    "SCHOOL": [
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO LẠNG SƠN", "Sở Giáo dục và Đào tạo Lạng Sơn", "mentioned"),
        ("TRƯỜNG THPT NGUYỄN DU", "Trường trung học phổ thông Nguyễn Du", "issuer"),
        ("Đoàn trường", "Đoàn trường", "mentioned"),
        ("Hội Cha mẹ học sinh", "Hội Cha mẹ học sinh", "coordinating"),
        ("Tổ Ngữ văn", "Tổ Ngữ văn", "mentioned"),
        ("Hiệu trưởng", "Hiệu trưởng", "recipient"),
        ("Ban Giám hiệu", "Ban Giám hiệu", "mentioned"),
        ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo", "recipient"),
        ("Các tổ chuyên môn", "Các tổ chuyên môn", "recipient"),
        ("HIỆU TRƯỞNG", "Hiệu trưởng Trường trung học phổ thông Nguyễn Du", "issuer"),
    ],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_document(read_document: Read, name: str) -> None:
    analysis = read_document(getattr(documents, name))
    found = [(" ".join(analysis.text[b.start : b.end].split()), b.name, b.role) for b in analysis.bodies]
    assert found == EXPECTED[name]


HEADER = "ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\n-------\nSố: 07/CT-UBND\n\nLạng Sơn, ngày 12 tháng 3 năm 2024\n\nCHỈ THỊ\nVề việc thu gom rác\n\n"


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        # the issuer under several names, its chairman, and another committee of the same kind
        ("Ủy ban nhân dân tỉnh yêu cầu Sở Y tế kiểm tra.", ["issuer", "mentioned"]),
        ("UBND tỉnh Lạng Sơn giao Sở Y tế kiểm tra.", ["issuer", "mentioned"]),
        ("Chủ tịch UBND tỉnh yêu cầu Sở Y tế kiểm tra.", ["issuer", "mentioned"]),
        ("UBND tỉnh yêu cầu rà soát. Ủy ban nhân dân tỉnh Cao Bằng yêu cầu thanh toán.", ["issuer", "mentioned"]),
        ("UBND tỉnh yêu cầu rà soát. Ủy ban nhân dân huyện yêu cầu các phòng kiểm tra.", ["issuer", "mentioned", "mentioned"]),
        # the issuer where it does not speak: told, named
        ("Sở Y tế báo cáo Ủy ban nhân dân tỉnh.", ["mentioned", "recipient"]),
        ("Sở Y tế thực hiện chỉ đạo của Ủy ban nhân dân tỉnh.", ["mentioned", "mentioned"]),
        # who issued or stated a cited document
        ("Ngày 02/3/2024, Bộ Y tế, Bộ Tài chính có Công văn số 77/BYT-BTC về chi phí.", ["cited", "cited"]),
        ("Thực hiện Nghị quyết số 12/NQ-CP ngày 03/02/2024 của Chính phủ, Sở Y tế rà soát.", ["cited", "mentioned"]),
        # one role for a coordination; a semicolon ends it
        ("Sở Y tế phối hợp với Công an tỉnh, Sở Tài chính; Sở Nội vụ rà soát.",
         ["mentioned", "coordinating", "coordinating", "mentioned"]),
        # whom a meeting is about takes no part in it
        ("Sở Tài chính làm việc với Hiệp hội Doanh nghiệp tỉnh Lạng Sơn về nhân sự Ban Chấp hành, Ban Kiểm tra.",
         ["mentioned", "coordinating", "mentioned", "mentioned"]),
        # the issuer takes its leave, or comes to a view
        ("Ủy ban nhân dân tỉnh xin thông báo để Sở Y tế biết, thực hiện.", ["issuer", "recipient"]),
        ("Qua rà soát, Ủy ban nhân dân tỉnh nhận thấy rác chưa được thu gom.", ["issuer"]),
        # the agent of a passive, a condition, an order from elsewhere
        ("Hoàn thành nhiệm vụ được Tỉnh ủy, Ủy ban nhân dân tỉnh giao.", ["mentioned", "mentioned"]),
        ("Báo cáo ngay khi Ủy ban nhân dân tỉnh yêu cầu.", ["mentioned"]),
        ("Nghị quyết này đã được Ủy ban nhân dân tỉnh thông qua.", ["issuer"]),
        # one's own superior is advised, others are helped
        ("Sở Nội vụ giúp Ủy ban nhân dân tỉnh theo dõi.", ["mentioned", "recipient"]),
        ("Sở Y tế giúp Trạm Y tế xã Yên Sơn xét nghiệm.", ["mentioned", "mentioned"]),
    ],
)  # fmt: skip
def test_roles_in_a_directive(read_document: Read, sentence: str, roles: list[str]) -> None:
    analysis = read_document(HEADER + sentence + "\n")
    start = analysis.text.index("rác") + 3
    assert [b.role for b in analysis.bodies if b.start > start] == roles


@pytest.mark.parametrize(
    ("entry", "names"),
    [
        # abbreviations that mean bodies only in lists
        ("- TT TU, TT HĐND tỉnh;", ["Thường trực Tỉnh ủy", "Thường trực Hội đồng nhân dân tỉnh"]),
        ("- CT, PCT UBND tỉnh;", ["Chủ tịch Ủy ban nhân dân tỉnh", "Phó Chủ tịch Ủy ban nhân dân tỉnh"]),
        # members of a plural head, one set
        ("- Các sở: TC, XD;", ["Sở Tài chính", "Sở Xây dựng"]),
        ("- Các sở, ban, ngành;", ["Các sở, ban, ngành"]),
        # one head over all without *các*, offices of several organs, a name of its own among ministries
        ("- Sở: TC, XD;", ["Sở Tài chính", "Sở Xây dựng"]),
        ("- Các VP: TU, Đoàn ĐBQH và HĐND tỉnh;",
         ["Văn phòng Tỉnh ủy", "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh"]),
        ("- Các Bộ: XD, NG, CA QP, CT, TC;",
         ["Bộ Xây dựng", "Bộ Ngoại giao", "Bộ Công an", "Bộ Quốc phòng", "Bộ Công Thương", "Bộ Tài chính"]),
        ("- Các Bộ: YT, CA, TTCP;", ["Bộ Y tế", "Bộ Công an", "Thanh tra Chính phủ"]),
        # before a person's name *TT* is an office, before a city *TP* is none
        ("- TT Nguyễn Thị Sáu (để b/c);", ["Thứ trưởng"]),
        ("- UBND TP Hồ Chí Minh;", ["Ủy ban nhân dân thành phố Hồ Chí Minh"]),
        # an office keeps what is printed
        ("- Bộ trưởng (để b/c);", ["Bộ trưởng"]),
        ("- Như trên;", []),
    ],
)  # fmt: skip
def test_recipients(read_document: Read, entry: str, names: list[str]) -> None:
    text = (
        HEADER
        + f"Các phòng thực hiện.\n\nNơi nhận:\n{entry}\n- Lưu: VT.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\nTrần Văn Chín\n"
    )
    analysis = read_document(text)
    assert [b.name for b in analysis.bodies if b.role == "recipient"] == names


@pytest.mark.parametrize(
    ("header", "name"),
    [
        # a name that no table has, in capitals: the field tells where it ends
        ("SỞ Y TẾ LẠNG SƠN\nBỆNH VIỆN ĐA KHOA ÁNH DƯƠNG", "Bệnh viện đa khoa Ánh Dương"),
        ("TỔNG CÔNG TY GIẤY\nCÔNG TY CỔ PHẦN GIẤY SÔNG THƯƠNG", "Công ty Cổ phần Giấy Sông Thương"),
        # over two lines
        ("HỘI ĐỒNG NHÂN DÂN\nTỈNH LẠNG SƠN", "Hội đồng nhân dân tỉnh Lạng Sơn"),
        # an office of the body above
        ("ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN\nVĂN PHÒNG", "Văn phòng Ủy ban nhân dân tỉnh Lạng Sơn"),
    ],
)
def test_issuer_of_the_header(read_document: Read, header: str, name: str) -> None:
    text = f"{header}\n-------\nSố: 12/CT-AB\n\nLạng Sơn, ngày 12 tháng 3 năm 2024\n\nCHỈ THỊ\nVề việc thu gom rác\n\nCác phòng thực hiện.\n"
    issuers = [b.name for b in read_document(text).bodies if b.role == "issuer"]
    assert issuers == [name]


DEPARTMENT = (
    "UBND TỈNH LẠNG SƠN\nSỞ NỘI VỤ\n-------\nSố: 07/TB-SNV\n\nLạng Sơn, ngày 12 tháng 3 năm 2024\n\n"
    "THÔNG BÁO\nVề việc thu gom rác\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        # an office, a unit, the department itself by the head alone
        ("Giám đốc Sở tiếp công dân.", ["Giám đốc Sở Nội vụ"]),
        ("Thanh tra Sở, Văn phòng Sở rà soát.", ["Thanh tra Sở Nội vụ", "Văn phòng Sở Nội vụ"]),
        ("Các phòng báo cáo Sở kết quả.", ["Các phòng", "Sở Nội vụ"]),
        # sets stay as printed
        ("Các đơn vị thuộc Sở rà soát.", ["Các đơn vị thuộc Sở"]),
        # another department, or several
        ("Giám đốc Sở Y tế rà soát.", ["Giám đốc Sở Y tế"]),
        ("Giám đốc các Sở rà soát.", ["Giám đốc các Sở"]),
    ],
)
def test_the_issuers_own(read_document: Read, sentence: str, names: list[str]) -> None:
    analysis = read_document(DEPARTMENT + sentence + "\n")
    start = analysis.text.index("rác") + 3
    assert [b.name for b in analysis.bodies if b.start > start] == names


def test_another_issuers_own(read_document: Read) -> None:
    """*Giám đốc Sở* in a document of a province is the director of no known department."""
    analysis = read_document(HEADER + "Giám đốc Sở rà soát.\n")
    assert "Giám đốc Sở" in [b.name for b in analysis.bodies]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        # a full line that closes a paragraph, and the next paragraph's first body
        ("1. Triển khai thực hiện Chương trình hành động về chuyển đổi số của Chính phủ\nSở Y tế chủ trì rà soát.",
         ["Chính phủ", "Sở Y tế"]),
        ("1. Tiếp tục thực hiện công tác chuyển đổi số theo hướng dẫn của Bộ Y tế\nSở Y tế chủ trì rà soát.",
         ["Bộ Y tế", "Sở Y tế"]),
        ("1. Nâng cao chất lượng hoạt động của Thanh tra\n\nSở Y tế chủ trì rà soát.", ["Sở Y tế"]),
        # a short line that blanks move to the middle
        ("                                        Kính gửi: Công an tỉnh\nỦy ban nhân dân tỉnh giao Sở Y tế rà soát.",
         ["Công an tỉnh", "Ủy ban nhân dân tỉnh", "Sở Y tế"]),
    ],
)  # fmt: skip
def test_no_name_goes_on_in_the_next_paragraph(read_document: Read, text: str, quotes: list[str]) -> None:
    analysis = read_document(HEADER + text + "\n")
    start = analysis.text.index("rác") + 3
    found = [analysis.text[b.start : b.end] for b in analysis.bodies if b.start > start]
    assert [quote for quote in found if quote != "Thanh tra"] == quotes


ANNEX = (
    "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\nTrần Văn Chín\n\n"
    "PHỤ LỤC\nDỰ THẢO NGHỊ QUYẾT\n\nĐiều 1. Thông qua phương án.\n\n"
)


@pytest.mark.parametrize(
    ("annex", "names"),
    [
        # the list of an attached draft, with abbreviations that mean bodies only there, beside the signature, with blank rows
        ("Nơi nhận: CHỦ TỊCH\n- Bộ Tài chính;\n\n- TT HĐND tỉnh;\nLê Văn Tám\n- Các Sở: TC, XD;\n- Lưu: VT.\n",
         ["Bộ Tài chính", "Thường trực Hội đồng nhân dân tỉnh", "Sở Tài chính", "Sở Xây dựng"]),
        # what stands after the archive is no entry
        ("Nơi nhận:\n- Bộ Tài chính;\n- Lưu: VT.\n- Sở Y tế rà soát;\n", ["Bộ Tài chính"]),
        # bodies in the annex outside a list
        ("- Sở Y tế rà soát;\n- Sở Nội vụ tổng hợp.\n", []),
    ],
)  # fmt: skip
def test_recipients_of_an_annex(read_document: Read, annex: str, names: list[str]) -> None:
    text = HEADER + "Các phòng thực hiện.\n" + ANNEX + annex
    analysis = read_document(text)
    assert [b.name for b in analysis.bodies if b.role == "recipient"] == names


@pytest.mark.parametrize(
    ("issuer", "name"),
    [
        # one abbreviation, two offices: the issuer has one of them
        ("CỤC HẢI QUAN", "Phó Cục trưởng"),
        ("ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", "Phó Chủ tịch"),
    ],
)
def test_the_reading_that_the_issuer_has(read_document: Read, issuer: str, name: str) -> None:
    text = (
        f"{issuer}\n-------\nSố: 07/CV-AB\n\nLạng Sơn, ngày 12 tháng 3 năm 2024\n\nKính gửi: Sở Y tế.\n\n"
        "Các phòng thực hiện.\n\nNơi nhận:\n- Như trên;\n- PCT Trần Văn Sáu (để b/c);\n- Lưu: VT.\n"
    )
    assert name in [b.name for b in read_document(text).bodies if b.role == "recipient"]
