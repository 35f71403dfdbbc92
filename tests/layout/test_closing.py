"""Signature and recipients, in every order and shape."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from vnstruct.analysis import Analysis

Analyse = Callable[[str], Analysis]

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH HÀ BẮC\nSố: 5/CT-UBND\nHà Bắc, ngày 02 tháng 3 năm 2024\nCHỈ THỊ\nVề việc phòng cháy\n\n"
TEXT = HEAD + "1. Sở Y tế rà soát.\n2. Sở Nội vụ tổng hợp./.\n"
LIST = "Nơi nhận:\n- Như trên;\n- Bộ Y tế (để b/c);\n- Lưu: VT, NC.\n"


@pytest.mark.parametrize(
    ("end", "authority", "title", "name"),
    [
        pytest.param(LIST + "CHỦ TỊCH\nTrần Văn An", None, "CHỦ TỊCH", "Trần Văn An", id="head signs himself"),
        pytest.param(LIST + "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Văn An", "TM. ỦY BAN NHÂN DÂN",
                     "PHÓ CHỦ TỊCH", "Trần Văn An", id="stacked abbreviations"),
        pytest.param(LIST + "TM. ỦY BAN\nNHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ\nCHỦ TỊCH\nVũ\nChiến Thắng", "TM. ỦY BAN NHÂN DÂN",
                     "PHÓ CHỦ TỊCH", "Vũ Chiến Thắng", id="offices and name broken over lines"),
        pytest.param(LIST + "KT. BỘ TRƯỞNG,\nCHỦ NHIỆM\nPHÓ CHỦ NHIỆM\nLê Thị Bình", "KT. BỘ TRƯỞNG, CHỦ NHIỆM",
                     "PHÓ CHỦ NHIỆM", "Lê Thị Bình", id="two offices of one person"),
        pytest.param(LIST + "TL.\nCỤC TRƯỞNG\nKT. TRƯỞNG BAN CHÍNH SÁCH,\nTHUẾ QUỐC TẾ\nPHÓ TRƯỞNG BAN\nLê Thị Bình",
                     "TL. CỤC TRƯỞNG", "PHÓ TRƯỞNG BAN", "Lê Thị Bình", id="by order, and for the head of the unit"),
        # the mark of a database for a signed copy, without Vietnamese letters
        pytest.param("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n[daky]\nLò Văn Muôn\n" + LIST, "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH",
                     "Lò Văn Muôn", id="signed in brackets"),
        pytest.param("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n(Đã ký)\nLò Văn Muôn\n" + LIST, "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ",
                     "Lò Văn Muôn", id="Party form, signature first"),
        pytest.param("Nơi nhận:\tTM. ỦY BAN NHÂN DÂN\n- Như trên;\tKT.CHỦ TỊCH\n- Bộ Y tế;\tPHÓ CHỦ TỊCH\n- Lưu: VT.\t(Đã ký)\n"
                     "\tTrần Văn An", "TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH", "Trần Văn An", id="side by side, tabs"),
        pytest.param("|Nơi nhận:        |TL. CHỦ TỊCH      |\n|- Như trên;      |CHÁNH VĂN PHÒNG   |\n|- Lưu: VT.       |                  |\n"
                     "|                 |Trần Văn An       |", "TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Trần Văn An",
                     id="side by side, bars"),
        pytest.param("| Nơi nhận: - Như trên; - Lưu: VT. | KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG Trần Văn An |", "KT. THỦ TƯỚNG",
                     "PHÓ THỦ TƯỚNG", "Trần Văn An", id="one row, columns flattened inside"),
        pytest.param("| Nơi nhận: - Như trên; - Lưu: VT. | KT. BỘ TRƯỞNG THỨ TRƯỞNG Trần Văn An |", "KT. BỘ TRƯỞNG",
                     "THỨ TRƯỞNG", "Trần Văn An", id="a second office that is no deputy by name"),
        pytest.param("K/T THỦ TƯỚNG CHÍNH PHỦ PHÓ THỦ TƯỚNG Tố Hữu", "K/T THỦ TƯỚNG CHÍNH PHỦ", "PHÓ THỦ TƯỚNG", "Tố Hữu",
                     id="all on one line, a pen name"),
        pytest.param("Nơi nhận: KT. BỘ TRƯỞNG\n- Như trên; THỨ TRƯỞNG\n- Lưu: VT.\nTrần Văn An", "KT. BỘ TRƯỞNG", "THỨ TRƯỞNG",
                     "Trần Văn An", id="flattened without a sign between the columns"),
        pytest.param(LIST + "BỘ TRƯỞNG\n\nĐại tướng\nTrần Văn An", None, "BỘ TRƯỞNG", "Trần Văn An", id="rank above the name"),
        pytest.param(LIST + "CHỦ TỊCH\nTrần Văn An Chỉ thị 5/CT-UBND năm 2024 về phòng cháy Văn bản này chưa cập nhật", None,
                     "CHỦ TỊCH", "Trần Văn An", id="the site's text behind the name"),
        pytest.param(LIST + "CHỦ TỊCH\nNGUYỄN VĂN AN", None, "CHỦ TỊCH", "NGUYỄN VĂN AN", id="name in capitals"),
        pytest.param(".Vơi nhận:\n- Như trên;\n- Lưu: VT.\nTrần Văn An", None, None, "Trần Văn An",
                     id="italics misread, the office lost under the stamp"),
        pytest.param(LIST + "T/M BAN BÍ THƯ\nTrần Văn An", "T/M BAN BÍ THƯ", None, "Trần Văn An", id="a body whose name ends like an office"),
        pytest.param(LIST + "PHÓ CHU TICH\nTrần Văn An", None, "PHÓ CHỦ TỊCH", "Trần Văn An", id="marks of the office lost"),
        pytest.param(LIST + "CHỦ TỊCH\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTrần Văn An", None,
                     "CHỦ TỊCH NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Trần Văn An", id="the state in the name of an office"),
        pytest.param(LIST + "CHỦ TỊCH\n\nDỰ THẢO", None, "CHỦ TỊCH", None, id="a draft is not signed"),
        pytest.param(LIST + "TL. CỤC TRƯỞNG\nKT. TRƯỞNG BAN GIÁM SÁT\nVỀ HQ PHÓ TRƯỞNG BAN\nTrần Văn An", "TL. CỤC TRƯỞNG",
                     "PHÓ TRƯỞNG BAN", "Trần Văn An", id="an office runs into the line of the next"),
        pytest.param(LIST + "Q. CHỦ TỊCH\nTrần Văn An", None, "Q. CHỦ TỊCH", "Trần Văn An", id="acting is an office of one's own"),
        pytest.param(LIST + "TM. ĐOÀN CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Văn An", "TM. ĐOÀN CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn An",
                     id="a presidium is named after its office"),
        pytest.param(LIST + "CHỦ TỊCH\n\nPGS.TS. Trần Văn An", None, "CHỦ TỊCH", "Trần Văn An", id="degrees in capitals"),
        pytest.param(LIST + "CHỦ TỊCH\n[daky]\nTrần Văn An", None, "CHỦ TỊCH", "Trần Văn An", id="the picture of a signature"),
        pytest.param(LIST + "CHỦ TỊCH\nSignature Not Verified\nĐược ký bởi Ủy ban nhân dân tỉnh\nTrần Văn An", None, "CHỦ TỊCH",
                     "Trần Văn An", id="what a viewer prints over the signature"),
        pytest.param(LIST + "guyến Quốc An", None, None, "Nguyễn Quốc An", id="the first letter of the surname lost under the stamp"),
        pytest.param(LIST + "hạm Văn An", None, None, "Phạm Văn An", id="the lost letter told by the marks of what is left"),
        pytest.param(LIST + "Kguyễn Văn An", None, None, "Nguyễn Văn An", id="the first letter misread: no syllable begins so"),
        pytest.param(LIST + "Chung Văn An", None, None, "Chung Văn An", id="a surname that ends like another is left alone"),
        pytest.param("Nơi nhận: : CHU TỊCH\n- Thường trực HĐND tỉnh;\n- Mặt trận và các tổ chức chính trị - xã hội tỉnh; Đặng Văn An\n"
                     "- Các sở, ban, ngành; '\n- Lưu: VT, NC.", None, "CHỦ TỊCH", "Đặng Văn An",
                     id="office beside the label, name behind an entry"),
        pytest.param("Nơi nhận: <==-x CHỦ TỊCH\n- Như trên; F\n- Lưu: VT.\nTrần Văn An", None, "CHỦ TỊCH", "Trần Văn An",
                     id="scraps of the stamp between label and office"),
        pytest.param("Nơi nhận:\n- Bộ Y tế (để b/c);\n- Công đoàn ngành (để p/h) Đặng Văn An\n- Lưu: VT.", None, None, "Đặng Văn An",
                     id="name behind the purpose of an entry, office hidden"),
        pytest.param("Mới nhận“. KT. CHỦ TỊCH\n- Như trên; PHÓ CHỦ TỊCH\nCổng TTĐT tỉnh; Đặng Văn An\nLưu: VT.", "KT. CHỦ TỊCH",
                     "PHÓ CHỦ TỊCH", "Đặng Văn An", id="label misread, entries without bullets"),
        pytest.param("Nơi nhận:\n- Như trên;\n- Các đơn vị thuộc, trực thuộc Bộ\n(để thực hiện);\n- Lưu: VT.\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n"
                     "Cao Huy", "KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Cao Huy", id="a purpose wrapped onto its own line"),
        pytest.param("Nơi nhận:\n- VPCP: BTCN, các PCN: Đặng Văn An,\n- Ông (bà) Trần Văn Bình;\n- Bà Lê Thị Cúc;\n- Lưu: VT.\nCHỦ TỊCH", None,
                     "CHỦ TỊCH", None, id="persons who receive are no signers"),
    ],
)  # fmt: skip
def test_signatures(analyse: Analyse, end: str, authority: str | None, title: str | None, name: str | None) -> None:
    fields = analyse(TEXT + end).layout.fields
    found = {key: fields[key].value if key in fields else None for key in ("authority", "signer_title", "signer_name")}
    assert found == {"authority": authority, "signer_title": title, "signer_name": name}


STAMP = (
    "Người ký: Lê Văn Bình\nEmail: lvbinh@habac.gov.vn\nCơ quan: Văn phòng, Ủy ban nhân dân tỉnh\n"
    "Thời gian ký: 16.04.2024 16:51:24 +07:00\n\n"
)


@pytest.mark.parametrize(
    ("end", "name", "codes"),
    [
        (LIST + "CHỦ TỊCH\nTrần Văn An", "Trần Văn An", []),  # who signed, not whose certificate sealed the file
        ("Nơi nhận:\n- Như trên (để t/h); Trần Văn An\n- Lưu: VT.", "Trần Văn An", []),  # also inside the list
        (LIST, "Lê Văn Bình", ["signer-elsewhere"]),  # better than none, and said so
    ],
)
def test_the_owner_of_a_stamp_is_the_last_resort(analyse: Analyse, end: str, name: str, codes: list[str]) -> None:
    analysis = analyse(STAMP + TEXT + end)
    field = analysis.layout.fields["signer_name"]
    assert (field.value, field.confidence < 0.5) == (name, bool(codes))
    assert [finding.code for finding in analysis.findings] == codes


@pytest.mark.parametrize(
    ("end", "entries"),
    [
        # bullets, closing signs dropped; the archive is told apart
        (LIST, [("copy", "Như trên"), ("copy", "Bộ Y tế (để b/c)"), ("archive", "Lưu: VT, NC")]),
        # an entry wrapped over two lines
        ("Nơi nhận:\n- Văn phòng UBND các tỉnh, thành phố trực thuộc\nTrung ương;\n- Lưu: VT.",
         [("copy", "Văn phòng UBND các tỉnh, thành phố trực thuộc\nTrung ương"), ("archive", "Lưu: VT")]),
        # all on the line of the label
        ("Nơi nhận: - Như trên; - Bộ Y tế; - Lưu: VT.", [("copy", "Như trên"), ("copy", "Bộ Y tế"), ("archive", "Lưu: VT")]),
        # Party form: commas, no colon behind Lưu
        ("Nơi nhận:\n- Các ban đảng,\n- Lưu Văn phòng Tỉnh ủy.", [("copy", "Các ban đảng"), ("archive", "Lưu Văn phòng Tỉnh ủy")]),
    ],
)  # fmt: skip
def test_copy_recipients(analyse: Analyse, end: str, entries: list[tuple[str, str]]) -> None:
    analysis = analyse(TEXT + end)
    assert [(r.kind, analysis.text[r.start : r.end]) for r in analysis.layout.recipients] == entries


@pytest.mark.parametrize(
    ("block", "entries"),
    [
        ("Kính gửi: Sở Y tế tỉnh Hà Bắc.", ["Sở Y tế tỉnh Hà Bắc"]),  # one addressee on the line
        ("Kính gửi:\n- Sở Y tế;\n- UBND các huyện, thành phố.", ["Sở Y tế", "UBND các huyện, thành phố"]),  # a list
        ("Kính gửi: Hiệu trưởng các trường mầm non, tiểu học,\ntrung học cơ sở.",
         ["Hiệu trưởng các trường mầm non, tiểu học,\ntrung học cơ sở"]),  # wrapped
        ("ỦY BAN NHÂN DÂN TỈNH điện:\n- Bộ Chỉ huy Quân sự tỉnh;\n- Công an tỉnh.", ["Bộ Chỉ huy Quân sự tỉnh", "Công an tỉnh"]),
        ("Kính gửi: Hiệp hội A. (Địa chỉ: số 1) Cục Thuế nhận được công văn của Hiệp hội.", ["Hiệp hội A"]),  # text follows
    ],
)  # fmt: skip
def test_addressees(analyse: Analyse, block: str, entries: list[str]) -> None:
    head = "ỦY BAN NHÂN DÂN\nTỈNH HÀ BẮC\nSố: 5/UBND-VX\nV/v rà soát\nHà Bắc, ngày 02 tháng 3 năm 2024\n"
    analysis = analyse(head + block + "\nThực hiện chỉ đạo của Bộ Y tế, UBND tỉnh yêu cầu các đơn vị rà soát.\n" + LIST)
    found = [analysis.text[r.start : r.end] for r in analysis.layout.recipients if r.kind == "addressee"]
    assert found == entries


def test_a_consolidated_text_has_its_number_at_the_end(analyse: Analyse) -> None:
    """Formats 2.2: the authentication prints number, date and the body that vouches for the text."""
    head = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nNGHỊ ĐỊNH\nQuy định về lưu trữ\n\n"
    text = "Nghị định số 1/2020/NĐ-CP ngày 3 tháng 2 năm 2020, được sửa đổi bởi:\n1. Nghị định số 2/2021/NĐ-CP.\n"
    end = "BỘ NỘI VỤ\n\nSố: 40/VBHN-BNV\n\nXÁC THỰC VĂN BẢN HỢP NHẤT\nHà Nội, ngày 11 tháng 11 năm 2024\n\nBỘ TRƯỞNG\nTrần Văn An"
    fields = {name: found.value for name, found in analyse(head + text + end).layout.fields.items()}
    expected = {"number": "40/VBHN-BNV", "date": "2024-11-11", "issuer": "BỘ NỘI VỤ", "signer_name": "Trần Văn An"}
    assert {name: fields.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("end", "date"),
    [
        ("Luật này có hiệu lực từ ngày 01 tháng 7 năm 2020.\nCHỦ TỊCH QUỐC HỘI\nTrần Văn An", None),  # a sentence
        ("Hà Bắc, ngày 05 tháng 3 năm 1985\nCHỦ TỊCH\nTrần Văn An", "1985-03-05"),  # place and date alone
    ],
)
def test_date_above_the_signature(analyse: Analyse, end: str, date: str | None) -> None:
    text = "QUỐC HỘI\nSố: 5/2019/QH14\nLUẬT\nLƯU TRỮ\n\nĐiều 1. Phạm vi\nĐiều 2. Hiệu lực\n"
    found = analyse(text + end).layout.fields.get("date")
    assert (found.value if found else None) == date


def test_footnotes_behind_the_name_are_text(analyse: Analyse) -> None:
    """A flattened page prints footnotes and the line of the site behind the signer's name."""
    end = "Trần Văn An [1] Nghị quyết số 4/NQ-CP của Chính phủ. [2] Dự kiến. Chỉ thị 5/CT-UBND năm 2024 về phòng cháy"
    analysis = analyse(TEXT + LIST + "CHỦ TỊCH\n" + end)
    kinds = {analysis.text[b.start : b.end].split()[0]: b.kind for b in analysis.layout.blocks[-2:]}
    assert (kinds["[1]"], kinds["Chỉ"]) == ("appendix", "boilerplate")


ATTACHED = (
    "HỘI ĐỒNG NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH HÀ BẮC Độc lập - Tự do - Hạnh phúc\n"
    "Số: /NQ-HĐND Hà Bắc, ngày tháng năm 2024\nDỰ THẢO\nNGHỊ QUYẾT\nVề dự toán\nQUYẾT NGHỊ:\n"
    "Điều 1. Giao dự toán.\n1. Chi quản lý.\n2. Chi sự nghiệp.\nĐiều 2. Tổ chức thực hiện"
)


@pytest.mark.parametrize("between", ["", "Ký bởi: Ủy ban nhân dân tỉnh Hà Bắc\nThời gian ký: 08/02/2024 14:42:41\n"])
def test_an_attached_document_begins_with_its_emblem(analyse: Analyse, between: str) -> None:
    """A draft behind the submission is neither signature nor furniture; its articles are units."""
    layout = analyse(TEXT + LIST + "TM. ỦY BAN NHÂN DÂN\n\n" + between + ATTACHED).layout
    assert layout.fields["authority"].value == "TM. ỦY BAN NHÂN DÂN"
    assert [s.label for s in layout.sections] == ["1", "2", "Điều 1", "1", "2", "Điều 2"]


@pytest.mark.parametrize(
    "text",
    [
        # a member list in the text
        "1. Thành phần:\n- Ông Trần Văn An, Chủ tịch;\n- Bà Lê Thị Bình, Phó Chủ tịch.\n2. Nhiệm vụ: rà soát.",
        # an office in capitals that heads a paragraph
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật Tổ chức chính quyền địa phương;\nXét đề nghị của Sở Nội vụ,",
    ],
)
def test_what_is_no_signature(analyse: Analyse, text: str) -> None:
    assert "signer_name" not in analyse(HEAD + text).layout.fields
