"""The grammar of labels, row by row."""

from __future__ import annotations

import pytest
from vnstruct.layout.inline import inline_labels
from vnstruct.layout.labels import label_of, letter_value, roman_value
from vnstruct.layout.rows import Row


def row_of(text: str) -> Row:
    return Row(0, len(text), text, 0, False, False)


@pytest.mark.parametrize(
    ("text", "style", "value", "label", "rest"),
    [
        ("1. Sở Tài chính:", "number", 1, "1", "Sở Tài chính:"),  # the usual clause
        ("3.Chế độ báo cáo", "number", 3, "3", "Chế độ báo cáo"),  # no blank behind the full stop
        ("12/ Công an tỉnh", "number", 12, "12", "Công an tỉnh"),  # slash, older southern documents
        ("2- Về tổ chức", "number", 2, "2", "Về tổ chức"),  # Party habit
        ("4) Kinh phí", "number", 4, "4", "Kinh phí"),  # bracket
        ("5.", "number", 5, "5", ""),  # label alone, its text on the next row
        ("2.** Sở Y tế:", "number", 2, "2", "Sở Y tế:"),  # markdown behind the label
        ("2.1. Rà soát văn bản", "decimal", 1, "2.1", "Rà soát văn bản"),  # decimal with a closing stop
        ("3.2.4 Tập huấn", "decimal", 4, "3.2.4", "Tập huấn"),  # three levels, no closing stop
        ("a) Tuyên truyền;", "point", 1, "a", "Tuyên truyền;"),  # point
        ("đ) Báo cáo.", "point", 5, "đ", "Báo cáo."),  # đ is a letter of its own
        ("b. Thời gian", "point", 2, "b", "Thời gian"),  # letter with a stop
        ("c/ Nhân sự", "point", 3, "c", "Nhân sự"),  # letter with a slash
        ("ø) Chủ trì", "point", 0, "ø", "Chủ trì"),  # recognisers read g as ø
        ("(3) Tiến độ", "paren", 3, "(3)", "Tiến độ"),  # number in brackets
        ("IV. TỔ CHỨC THỰC HIỆN", "roman", 4, "IV", "TỔ CHỨC THỰC HIỆN"),  # Roman heading
        ("II- MỤC TIÊU", "roman", 2, "II", "MỤC TIÊU"),  # Party form with a hyphen
        ("III NHIỆM VỤ TRỌNG TÂM", "roman", 3, "III", "NHIỆM VỤ TRỌNG TÂM"),  # the stop lost in recognition
        ("B. CÁC GIẢI PHÁP", "upper", 2, "B", "CÁC GIẢI PHÁP"),  # capital letter
        ("Điều 5. Nguồn kinh phí", "article", 5, "Điều 5", "Nguồn kinh phí"),  # article
        ("ĐIỀU 2: Hiệu lực", "article", 2, "ĐIỀU 2", "Hiệu lực"),  # capitals and a colon
        ("Điều 4a. Bổ sung", "article", 4, "Điều 4a", "Bổ sung"),  # article inserted by amendment
        ("Điều 7", "article", 7, "Điều 7", ""),  # title on the next row
        ("Chương II", "chapter", 2, "Chương II", ""),  # chapter alone
        ("Chương I NHỮNG QUY ĐỊNH CHUNG", "chapter", 1, "Chương I", "NHỮNG QUY ĐỊNH CHUNG"),  # title beside it
        ("Mục 1. THẨM QUYỀN", "section", 1, "Mục 1", "THẨM QUYỀN"),  # section of a chapter
        ("Tiểu mục 2", "subsection", 2, "Tiểu mục 2", ""),  # subsection
        ("Phần thứ hai", "part", 2, "Phần thứ hai", ""),  # part by an ordinal in words
        ("PHỤ LỤC I", "appendix", 1, "PHỤ LỤC I", ""),  # annex
        ("Phụ lục", "appendix", 0, "Phụ lục", ""),  # a single annex
        ("1**. **Mục đích", "number", 1, "1", "Mục đích"),  # markdown between number and stop
        ("I.** Hỗ trợ phí", "roman", 1, "I", "Hỗ trợ phí"),  # markdown behind a Roman label
        ("(2)** Cục Thuế", "paren", 2, "(2)", "Cục Thuế"),  # markdown behind brackets
        ("2, Các bộ, ngành", "number", 2, "2", "Các bộ, ngành"),  # a comma for the stop
        ("b, Kiểm tra", "point", 2, "b", "Kiểm tra"),
        ("a)rà soát quy hoạch", "point", 1, "a", "rà soát quy hoạch"),  # no blank, small letter
        ("(iii) Giao Sở Y tế", "small", 3, "(iii)", "Giao Sở Y tế"),  # small Roman number at the start of a row
        ("(i) Giao Sở Nội vụ", "small", 1, "(i)", "Giao Sở Nội vụ"),  # and not the letter i
        ("Il. TỔ CHỨC THỰC HIỆN", "roman", 2, "Il", "TỔ CHỨC THỰC HIỆN"),  # I read as l
        ("ậ) Báo cáo kết quả", "point", 0, "ậ", "Báo cáo kết quả"),  # a letter no list has
        ("©) Báo cáo kết quả", "point", 0, "©", "Báo cáo kết quả"),
        ("I.2. Nội dung thi", "decimal", 2, "I.2", "Nội dung thi"),  # a Roman head
        ("2.1.a. Thành lập tổ", "decimal", 1, "2.1.a", "Thành lập tổ"),  # a letter as the last part
        ("b.2) Cá nhân cư trú", "decimal", 2, "b.2", "Cá nhân cư trú"),  # a letter as the head
        ("Điều2:- Giao đất", "article", 2, "Điều 2", "Giao đất"),  # the blank lost, a dash behind the colon
        ("Điều 3 : Hiệu lực", "article", 3, "Điều 3", "Hiệu lực"),  # a blank before the colon
        ("Điểu 4. Thi hành", "article", 4, "Điều 4", "Thi hành"),  # a wrong mark
        ("ĐIỀU 5- Hiệu lực", "article", 5, "ĐIỀU 5", "Hiệu lực"),  # a dash for the stop
        ("Chương II [Được sửa đổi]", "chapter", 2, "Chương II", "[Được sửa đổi]"),  # a note of the publisher
        ("PHỤ LỤC II DANH MỤC (Kèm theo Quyết định)", "appendix", 2, "PHỤ LỤC II", "DANH MỤC (Kèm theo Quyết định)"),
    ],
)
def test_row_labels(text: str, style: str, value: int, label: str, rest: str) -> None:
    found = label_of(row_of(text), 0)
    assert found is not None
    assert (found.style, found.value, found.text, text[found.content :]) == (style, value, label, rest)


@pytest.mark.parametrize(
    "text",
    [
        "2.500 đồng cho mỗi hộ",  # thousands, no decimal label
        "15/4/2009 về việc",  # a date broken over lines
        "30-4 hằng năm",  # day and month
        "2-3 người mỗi tổ",  # a range
        "Điều 5 Nghị định số 10/2020/NĐ-CP",  # a citation at the start of a wrapped line
        "Phụ lục I kèm theo Quyết định này quy định",  # a sentence about an annex
        "Phần mềm quản lý văn bản",  # a word that begins like a label
        "Chương trình mục tiêu quốc gia",
        "Mục tiêu đến năm 2030",
        "I love",  # foreign text
        "ban hành kèm theo",  # a word, not a letter with a sign
        "COVID-19",
        "01, Mục 3 của Quy chế",  # the number of a table, wrapped
        "2, điểm 3 Điều này",  # an enumeration of clauses goes on
        "Điểu chỉnh 5. Quy hoạch",  # a word that recognisers made like an article
        "11.2020 đến nay",  # month and year
    ],
)
def test_rows_without_label(text: str) -> None:
    assert label_of(row_of(text), 0) is None


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Chủ tịch UBND tỉnh yêu cầu: 1. Sở Y tế rà soát. 2. Sở Nội vụ tổng hợp.", ["1", "2"]),  # after colon and stop
        ("Các nhiệm vụ sau: a) Tuyên truyền; b) Kiểm tra; c) Báo cáo.", ["a", "b", "c"]),  # points after semicolons
        ("Bộ Tài chính chịu trách nhiệm. Điều 2. Bộ trưởng thi hành.", ["Điều 2"]),  # articles run together
        ("hoàn thành trước ngày 15. sở nào chậm", []),  # small letter behind: no label
        ("quy định tại khoản 2. Trường hợp khác", []),  # behind a word, not behind a sentence
        ("gồm: (i) rà soát; (ii) báo cáo", []),  # inline (i), (ii) bound tasks and are no sections
    ],
)
def test_inline_labels(text: str, labels: list[str]) -> None:
    assert [label.text for label in inline_labels(row_of(text), 0)] == labels


@pytest.mark.parametrize(
    ("text", "value"),
    [("I", 1), ("IX", 9), ("XIV", 14), ("XL", 40), ("IIII", 0), ("VX", 0), ("ABC", 0)],  # wrong numerals are none
)
def test_roman_values(text: str, value: int) -> None:
    assert roman_value(text) == value


def test_letters_follow_the_vietnamese_alphabet() -> None:
    assert [letter_value(letter) for letter in "adđeg"] == [1, 4, 5, 6, 8]
