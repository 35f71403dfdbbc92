"""The task sheet: rows, filters, groups, and the files it becomes."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import vnstruct
from tests.shell.conftest import Runner
from vnstruct.schema import Directive
from vnstruct.tasksheet.basis import basis
from vnstruct.tasksheet.periods import period
from vnstruct.tasksheet.places import place_words, short_place
from vnstruct.tasksheet.rows import task_rows
from vnstruct.tasksheet.selection import Selection, belongs, due_between, grouped, named
from vnstruct.writers import writer_of
from vnstruct.writers.tables import task_cells


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("document", ["Chỉ thị 06/CT-UBND"] * 3),
        ("section", ["I › 1. Sở Tài chính › a", "I › 1. Sở Tài chính › b", "I. NHIỆM VỤ › 2"]),  # the nearest heading
        ("lead", [("Sở Tài chính",), ("Sở Tài chính",), ("Công an tỉnh",)]),
        ("coordinators", [("Sở Nội vụ",), (), ()]),
        # past the coordination, without the deadline
        ("what", ["Rà soát =dự toán", "Báo cáo UBND tỉnh", "Không được chậm trễ"]),
        ("due", ["2025-12-25", "XXXX-XX", ""]),
        ("due_text", ["ngày 25/12/2025", "hằng tháng", ""]),
        ("cited", [("Nghị định số 115/2020/NĐ-CP",), (), ()]),
        ("confidence", [1.0, 1.0, 0.6]),  # that of the weakest annotation
    ],
)
def test_rows(directive: Directive, field: str, values: list[object]) -> None:
    assert [getattr(row, field) for row in task_rows(directive)] == values


@pytest.mark.parametrize(
    ("place", "long", "short"),
    [
        (None, "dòng 3", "dòng 3"),  # a file of text has no places but its lines
        ({"page": 2, "paragraph": 4}, "trang 2, đoạn 4", "trang 2"),  # PDF
        ({"table": 1, "row": 3, "column": 2}, "bảng 1, hàng 3, cột 2", "bảng 1, hàng 3"),  # a cell in Word
        ({"paragraph": 7}, "đoạn 7", "đoạn 7"),
        ({"part": "footnote", "paragraph": 1}, "chú thích, đoạn 1", "chú thích, đoạn 1"),
    ],
)
def test_where_a_task_stands_in_its_file(place: dict[str, object] | None, long: str, short: str) -> None:
    text = "1. Sở Y tế:\n\na) Rà soát hồ sơ."
    source = {"places": [{"start": 0, "page": 1}, {"start": 13, **place}]} if place else {}
    task = {"id": "k1", "start": 16, "end": 28, "text": text[16:28]}
    document = {"source": source, "text": text, "kind": "other", "header": {}, "tasks": [task]}
    (row,) = task_rows(Directive.model_validate(document))
    assert (place_words(row.place, row.line), short_place(row.place, row.line)) == (long, short)
    assert task_cells(row)[-2:] == [long, 16]


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        # a word that stands for a document tells which
        ("Giao Sở Nội vụ thực hiện Công văn nêu trên.", ("Công văn 12/BNV-TL (nêu trên)",)),
        ("Giao Sở Nội vụ thực hiện mục 3 Công văn nêu trên.", ("mục 3 Công văn 12/BNV-TL (nêu trên)",)),
        ("Giao Sở Nội vụ thực hiện văn bản nêu trên.", ("Công văn 12/BNV-TL (văn bản nêu trên)",)),
        # named in the same task: once
        (
            "Giao Sở Nội vụ thực hiện Công văn số 12/BNV-TL theo yêu cầu tại Công văn nêu trên.",
            ("Công văn số 12/BNV-TL",),
        ),
        ("Giao Sở Nội vụ triển khai thực hiện Kế hoạch này.", ("Kế hoạch này",)),  # the document itself
    ],
)
def test_what_a_word_for_a_document_stands_for(sentence: str, cited: tuple[str, ...]) -> None:
    head = "ỦY BAN NHÂN DÂN TỈNH HÀ NAM\nSố: 5/KH-UBND\nHà Nam, ngày 02 tháng 3 năm 2024\nKẾ HOẠCH\nVề tiền lương\n\n"
    text = f"{head}Thực hiện Công văn số 12/BNV-TL ngày 01/3/2024 của Bộ Nội vụ về tiền lương. {sentence}"
    assert [row.cited for row in task_rows(vnstruct.structure(text))] == [cited]


def test_a_deadline_outside_the_clause_leaves_the_clause_as_it_is(directive: Directive) -> None:
    directive.tasks[0].deadline = "t2"  # stands in the clause after
    directive.tasks[1].deadline = "t1"  # stands in the clause before
    assert [row.what for row in task_rows(directive)[:2]] == [
        "Rà soát =dự toán, trước ngày 25/12/2025",
        "Báo cáo UBND tỉnh hằng tháng",
    ]


@pytest.mark.parametrize(
    ("clause", "day", "what"),
    [
        ("rà soát dự toán, hoàn thành trước ngày 25/12/2025", "ngày 25/12/2025", "Rà soát dự toán"),
        ("gửi báo cáo, gửi trước ngày 25/12/2025 (nhằm ngày 06 tháng 11 âm lịch)", "ngày 25/12/2025", "Gửi báo cáo"),
        # more than the deadline follows: the clause stays whole
        ("rà soát trước 25/12/2025 các dự án treo", "25/12/2025", "Rà soát trước 25/12/2025 các dự án treo"),
        ("trước 25/12/2025", "25/12/2025", "Trước 25/12/2025"),  # nothing would be left
        # a bracket that holds more than the deadline
        ("rà soát dự án (ban hành trước 25/12/2025)", "25/12/2025", "Rà soát dự án (ban hành trước 25/12/2025)"),
        ("rà soát dự án (xong trước 25/12/2025)", "25/12/2025", "Rà soát dự án"),  # … or nothing more
        # words that only join sentences, scraps of the page, the short form of the body before
        ("Đồng thời, rà soát dự án trước 25/12/2025", "25/12/2025", "Rà soát dự án"),
        ("đồng thời rà soát và báo cáo trước 25/12/2025", "25/12/2025", "Rà soát và báo cáo"),
        ("⁄ **rà soát** dự án trước 25/12/2025", "25/12/2025", "Rà soát dự án"),
        ("(VCCI) rà soát dự án (nếu có) trước 25/12/2025", "25/12/2025", "Rà soát dự án (nếu có)"),
        ("đồng thời trước 25/12/2025", "25/12/2025", "Đồng thời"),
    ],
)
def test_what_is_trimmed(clause: str, day: str, what: str) -> None:
    start = clause.index(day)
    due = {"id": "t1", "start": start, "end": start + len(day), "text": day, "value": "2025-12-25", "kind": "date"}
    task = {"id": "k1", "start": 0, "end": len(clause), "text": clause, "deadline": "t1"}
    document = {"source": {}, "text": clause, "kind": "other", "header": {}, "dates": [due], "tasks": [task]}
    assert [row.what for row in task_rows(Directive.model_validate(document))] == [what]


@pytest.mark.parametrize(
    ("body", "group", "member"),
    [
        ("Sở Tài chính", "Các sở, ban, ngành", True),
        ("so tai chinh", "Thủ trưởng các sở, ngành", True),  # its head
        ("Ban Dân tộc", "Các sở, ban, ngành", True),
        ("Bộ Y tế", "Các bộ và cơ quan ngang bộ", True),
        ("Ủy ban nhân dân xã Hòa Tiến", "Ủy ban nhân dân các xã, phường", True),
        ("Ủy ban nhân dân tỉnh An Bình", "Ủy ban nhân dân các xã, phường", False),
        ("Sở Tài chính", "Các xã, phường", False),
        ("Sở Tài chính", "Sở Nội vụ", False),
        ("Bộ Y tế", "Các bộ phận chuyên môn", False),  # another word that begins alike
    ],
)
def test_groups_a_body_belongs_to(body: str, group: str, member: bool) -> None:
    assert belongs(body, group) is member


DAY = date(2025, 12, 25)


@pytest.mark.parametrize(
    ("selection", "ids"),
    [
        (Selection(), ["k1", "k2", "k3"]),
        (Selection(body="Sở Tài chính"), ["k1", "k2"]),
        (Selection(body="so tai"), ["k1", "k2"]),  # without accents, a part of the name
        (Selection(body="sở tai"), []),  # half-accented words mean what they say
        (Selection(coordinator="nội vụ"), ["k1"]),
        (Selection(together="Sở Nội vụ"), ["k1"]),  # shared as coordinator
        (Selection(together="so tai chinh"), ["k1"]),  # shared as lead; what it does alone is left out
        (Selection(together="Công an tỉnh"), []),
        (Selection(before=DAY), ["k1", "k2"]),  # the day itself is included; what recurs falls due too
        (Selection(before=date(2025, 12, 24), after=date(2025, 12, 1)), ["k2"]),
        (Selection(after=date(2026, 1, 1)), ["k2"]),
        (Selection(no_deadline=True), ["k3"]),
    ],
)
def test_filters(directive: Directive, selection: Selection, ids: list[str]) -> None:
    assert [row.id for row in task_rows(directive) if selection.takes(row)] == ids


@pytest.mark.parametrize(
    ("value", "after", "before", "due"),
    [
        ("XXXX-12-25", date(2025, 12, 1), date(2025, 12, 31), True),  # yearly, its day inside
        ("XXXX-12-25", date(2025, 10, 1), date(2025, 11, 30), False),  # yearly, its day outside
        ("XXXX-12-25", date(2025, 10, 1), date(2026, 10, 31), True),  # more than a year holds every day
        ("XXXX-XX-25", date(2025, 1, 26), date(2025, 2, 24), False),  # monthly, between two of its days
        ("XXXX-06", date(2025, 1, 1), date(2025, 3, 31), False),  # every June
        ("XXXX-06", date(2025, 5, 1), date(2025, 6, 1), True),
        ("XXXX-QX", date(2025, 1, 1), date(2025, 1, 31), True),  # every quarter: in any stretch, to be on the safe side
        ("XXXX-WXX-5", date(2025, 1, 1), date(2025, 1, 31), True),
        ("P15D", date(2025, 1, 1), date(2025, 1, 31), False),  # a term whose start is not known
    ],
)
def test_recurring_deadlines(directive: Directive, value: str, after: date, before: date, due: bool) -> None:
    directive.dates[1].value = value
    row = task_rows(directive)[1]
    assert due_between(row, after, before) is due


NOVEMBER = date(2025, 11, 6)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("quý này", "2025-10-01", "2025-12-31"),
        ("Quy nay", "2025-10-01", "2025-12-31"),  # neither accents nor capitals count
        ("quý tới", "2026-01-01", "2026-03-31"),  # over the end of the year
        ("tháng trước", "2025-10-01", "2025-10-31"),
        ("tháng sau", "2025-12-01", "2025-12-31"),
        ("tuần này", "2025-11-03", "2025-11-09"),  # Monday to Sunday
        ("tuần tới", "2025-11-10", "2025-11-16"),
        ("năm nay", "2025-01-01", "2025-12-31"),
        ("hôm nay", "2025-11-06", "2025-11-06"),
        ("this quarter", "2025-10-01", "2025-12-31"),
        ("next year", "2026-01-01", "2026-12-31"),
        ("quý IV/2025", "2025-10-01", "2025-12-31"),
        ("quý 1 năm 2026", "2026-01-01", "2026-03-31"),
        ("II/2025", "2025-04-01", "2025-06-30"),  # Roman numbers are quarters,
        ("2/2025", "2025-02-01", "2025-02-28"),  # Arabic ones months
        ("2025-Q2", "2025-04-01", "2025-06-30"),
        ("tháng 12/2025", "2025-12-01", "2025-12-31"),
        ("tháng 02 năm 2024", "2024-02-01", "2024-02-29"),  # a leap year
        ("2025-12", "2025-12-01", "2025-12-31"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("ngày 25/12/2025", "2025-12-25", "2025-12-25"),
        ("2025-12-25", "2025-12-25", "2025-12-25"),
    ],
)
def test_periods(words: str, first: str, last: str) -> None:
    assert period(words, NOVEMBER) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "words",
    ["", "mai", "quý V/2025", "quý 5/2025", "13/2025", "0/2025", "31/2/2025", "next day", "năm 0", "quý", "9999"],
)
def test_what_is_no_period(words: str) -> None:
    assert period(words, NOVEMBER) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        # grounds, each with the word
        ("Căn cứ Luật Cư trú;\nCăn cứ Nghị định số 62/2021/NĐ-CP;\n", ["68/2020/QH14", "62/2021/NĐ-CP"]),
        # one sentence that carries out several
        (
            "Thực hiện Kế hoạch số 5/KH-UBND; Chỉ thị số 13-CT/TW; Công điện số 8/CĐ-TTg, Chủ tịch UBND tỉnh yêu cầu:\n",
            ["5/KH-UBND", "13-CT/TW", "8/CĐ-TTg"],
        ),
        # told beside it, in another sentence
        ("Thực hiện Chỉ thị số 13-CT/TW, tỉnh đã có kết quả. Theo Báo cáo số 9/BC-SNV, còn hạn chế.\n", ["13-CT/TW"]),
        # a task: somebody else carries it out
        ("Yêu cầu:\n1. Sở Nội vụ triển khai thực hiện Nghị định số 62/2021/NĐ-CP trước ngày 25/12/2025.\n", []),
        # "để …" begins another list
        (
            "Thực hiện Kế hoạch số 5/KH-UBND; để đạt mục tiêu của Chỉ thị số 13-CT/TW; Công điện số 8/CĐ-TTg\n",
            ["5/KH-UBND"],
        ),
        # a list that does not begin with a ground
        ("Tỉnh đã ban hành Kế hoạch số 5/KH-UBND; Chỉ thị số 13/CT-UBND.\n", []),
    ],
)
def test_basis(text: str, numbers: list[str]) -> None:
    directive = vnstruct.structure(f"UBND TỈNH AN BÌNH\nSố: 06/CT-UBND\n\nCHỈ THỊ\nVề cư trú\n\n{text}")
    assert [work.number for work in basis(directive)] == numbers


@pytest.mark.parametrize(
    ("by", "titles"),
    [
        (None, [""]),
        ("body", ["Công an tỉnh", "Sở Tài chính"]),
        ("deadline", ["2025-12-25", "XXXX-XX", ""]),  # days, then what recurs, then no deadline
    ],
)
def test_groups(directive: Directive, by: str | None, titles: list[str]) -> None:
    assert [title for title, _ in grouped(task_rows(directive), by)] == titles


def test_a_task_of_two_bodies_stands_under_each(directive: Directive) -> None:
    directive.tasks[0].actors = ["b1", "b4"]
    sizes = {title: len(rows) for title, rows in grouped(task_rows(directive), "body")}
    assert sizes == {"Công an tỉnh": 2, "Sở Tài chính": 2}


def test_unaccented_words_match_d_with_stroke() -> None:
    assert named("dien luc", ["Điện lực"])


def test_csv_opens_in_a_spreadsheet_and_runs_nothing(directive: Directive) -> None:
    directive.tasks[0].text = "=1+1"
    directive.text = directive.text.replace("rà soát =dự toán", "=HYPERLINK(0)   ")
    directive.actions[2].verb_class = "lead"  # the clause then starts at its first verb
    out = io.BytesIO()
    writer = writer_of("csv")
    writer.join([writer.part(directive), writer.part(directive)], out)
    assert out.getvalue().startswith(b"\xef\xbb\xbfSTT,")
    rows = list(csv.DictReader(io.StringIO(out.getvalue().decode("utf-8-sig"))))
    assert [row["STT"] for row in rows] == ["1", "2", "3"] * 2
    assert rows[0]["Thời hạn"] == "2025-12-25"
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


@pytest.mark.parametrize("cell", ["=1+1", "+84 123", "-5", "@SUM(A1)", "\tx"])
def test_formulas_get_an_apostrophe(cell: str) -> None:
    from vnstruct.writers.csv import csv_lines

    (row,) = csv.reader(io.StringIO(csv_lines([[cell]]).decode(), newline=""))
    assert row == [f"'{cell}"]


def test_workbook_has_five_sheets_with_days_as_days(directive: Directive) -> None:
    out = io.BytesIO()
    writer = writer_of("xlsx")
    directive.cited_documents[0].name = "=cmd|' /C calc'!A0"
    writer.join([writer.part(directive)], out)
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["Nhiệm vụ", "Văn bản viện dẫn", "Mốc thời gian", "Cơ quan", "Văn bản"]
    sheet = book["Nhiệm vụ"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:N4")
    assert (sheet["D2"].value, sheet["G2"].value, sheet["G3"].value) == (
        "Sở Tài chính",
        datetime(2025, 12, 25),
        "XXXX-XX",
    )
    cited = book["Văn bản viện dẫn"]["D2"]
    assert (cited.value, cited.data_type) == ("=cmd|' /C calc'!A0", "s")  # text, not a formula


def test_workbook_shows_and_prints_whole_cells(directive: Directive) -> None:
    """Rows are as high as their longest cell needs; the sheet fits a page across, titles on every page."""
    directive.bodies[0].name = "Ủy ban nhân dân các xã, phường, đặc khu có rừng và đất lâm nghiệp trên địa bàn tỉnh"
    out = io.BytesIO()
    writer = writer_of("xlsx")
    writer.join([writer.part(directive)], out)
    sheet = openpyxl.load_workbook(out)["Nhiệm vụ"]
    assert [sheet.row_dimensions[row].height for row in (2, 4)] == [60, None]  # four lines in a column of 28; one
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert (sheet.print_title_rows, sheet.print_area) == ("$1:$1", "'Nhiệm vụ'!$A$1:$I$4")


def test_workbook_is_the_same_every_time(directive: Directive) -> None:
    writer = writer_of("xlsx")
    books = []
    for _ in range(2):
        out = io.BytesIO()
        writer.join([writer.part(directive)], out)
        books.append(out.getvalue())
    assert books[0] == books[1]


@pytest.mark.usefixtures("structured_by_hand")
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 0, "3 nhiệm vụ, 1 cần xem lại (*)"),
        (["--body", "so tai chinh"], 0, "2 nhiệm vụ, 0 cần xem lại"),
        (["--after", "1/12/2025", "--before", "2025-12-31", "--by", "deadline"], 0, "2 nhiệm vụ"),
        (["--body", "Bộ Y tế"], 0, "không có nhiệm vụ nào"),
        (["--by", "body"], 0, "Công an tỉnh"),
        (["--before", "31/02/2025"], 2, "không hiểu ngày"),
        (["--due", "quý IV/2025"], 0, "2 nhiệm vụ"),  # the dated one and the monthly one
        (["--due", "this quarter", "--lang", "en"], 0, "1 tasks"),  # years later only the monthly one is left
        (["--due", "mai"], 2, "không hiểu thời gian 'mai'"),
        (["--due", "2025", "--before", "31/12/2025"], 2, "--due không đi cùng"),
        (["--by", "x"], 2, "--by"),
        (["--format", "xlsx"], 2, "xlsx cần -o"),
        (["--format", "pdf"], 2, "không có định dạng"),
        (["--format", "csv"], 0, "Rà soát =dự toán"),
        (["--lang", "en"], 0, "3 tasks, 1 to be checked"),
    ],
)
def test_command(arguments: list[str], code: int, said: str, tmp_path: Path, run: Runner) -> None:
    path = tmp_path / "chi-thi.txt"
    path.write_text("Chỉ thị", encoding="utf-8")
    ran = run("tasks", path, *arguments)
    assert (ran.code, said in ran.out + ran.err) == (code, True)


@pytest.mark.usefixtures("structured_by_hand")
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 0, "1 văn bản"),
        (["--based-on"], 0, "25/09/2020"),  # what it carries out, its day as staff write it
        (["--format", "csv"], 0, "nghị định,115/2020/NĐ-CP,,2020-09-25,,thực hiện,1,"),
        (["--format", "pdf"], 2, "không có định dạng"),
        (["--lang", "en"], 0, "1 documents"),
    ],
)
def test_references_command(arguments: list[str], code: int, said: str, tmp_path: Path, run: Runner) -> None:
    path = tmp_path / "chi-thi.txt"
    path.write_text("Chỉ thị", encoding="utf-8")
    ran = run("references", path, *arguments)
    assert (ran.code, said in ran.out + ran.err) == (code, True)


FIVE_QUESTIONS = [
    # what must Sở Tài chính do
    (
        ["tasks", "chi-thi-tinh-2025.txt", "--body", "Sở Tài chính"],
        ["Trên cơ sở đề nghị của Sở Nông nghiệp và Môi trường, cân đối ngân sách năm 2026"],
        ["1 nhiệm vụ"],
    ),
    # what is due in a quarter
    (
        ["tasks", "chi-thi-tinh-2025.txt", "--due", "quý IV/2025"],
        ["Rà soát, phê duyệt phương án chữa cháy rừng", "Báo cáo UBND tỉnh kết quả"],
        ["30/11/2025", "hằng tháng"],
    ),
    # who coordinates with Công an tỉnh
    (["tasks", "chi-thi-tinh-2025.txt", "--with", "Công an tỉnh"], ["Truy quét các tụ điểm"], ["1 nhiệm vụ"]),
    # which tasks have no deadline
    (["tasks", "chi-thi-tinh-2025.txt", "--no-deadline"], ["Bố trí kinh phí"], []),
    # which documents is it based on
    (
        ["references", "chi-thi-tinh-2025.txt", "--based-on"],
        ["Luật Lâm nghiệp", "16/2017/QH14", "156/2018/NĐ-CP", "13-CT/TW"],
        ["3 văn bản"],
    ),
]


@pytest.mark.parametrize(("arguments", "rows", "said"), FIVE_QUESTIONS)
def test_five_questions_of_a_legal_officer(
    arguments: list[str], rows: list[str], said: list[str], samples: Path, run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is one command; the README shows the same five."""
    monkeypatch.setenv("COLUMNS", "250")
    monkeypatch.chdir(samples)
    ran = run(*arguments)
    assert ran.code == 0
    assert [words for words in rows + said if words not in ran.out] == []


@pytest.mark.usefixtures("structured_by_hand")
def test_one_sheet_for_several_documents(tmp_path: Path, run: Runner) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Chỉ thị", encoding="utf-8")
    ran = run("tasks", tmp_path, "-o", tmp_path / "bang.xlsx", "--by", "deadline")
    sheet = openpyxl.load_workbook(tmp_path / "bang.xlsx")["Nhiệm vụ"]
    due = [row[6] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert (ran.code, due) == (0, [datetime(2025, 12, 25)] * 2 + ["XXXX-XX"] * 2 + [None] * 2)


@pytest.mark.usefixtures("structured_by_hand")
def test_show_has_text_legend_and_what_to_check(tmp_path: Path, run: Runner) -> None:
    path = tmp_path / "chi-thi.txt"
    path.write_text("Chỉ thị", encoding="utf-8")
    ran = run("show", path)
    assert ran.code == 0
    assert all(words in ran.out for words in ("Chỉ thị 06/CT-UBND", "viện dẫn", "rà soát =dự toán", "no-signature"))
