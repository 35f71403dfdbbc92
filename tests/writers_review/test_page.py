"""The page as a file: complete, faithful to the document, and safe whatever the document contains."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from tests.writers_review.conftest import Annotated, directive
from vnstruct import schema
from vnstruct.schema import Directive
from vnstruct.writers.review.labels import WORDS
from vnstruct.writers.review.page import join, part, render
from vnstruct.writers.terms import TERMS

SAMPLES = sorted(path.stem for path in (Path(__file__).resolve().parents[2] / "samples").glob("*.txt"))
HOSTILE = [
    "<script>window.broken = 1</script>",
    '"onmouseover="window.broken=1',
    "' autofocus onfocus='window.broken=1",
    "</script><script>window.broken = 1</script>",
    "</style><img src=x onerror=window.broken=1>",
    "]]><!--",
    "--><b>",
    "<!-- <script>",
    "&lt;b&gt; &amp; &#0;",
    "$title ${script} {number} %s",
    "\u202egpj.exe\u2066\u200f",
    "a\0b\x07c\x85d",
    "dòng\u2028kế\u2029tiếp",
    "nửa \ud800 đôi \udfff",
    "\U0001f600 𠀀 e\u0301",
]


def parsed(page: str) -> Any:
    return lxml_html.parse(io.BytesIO(page.encode()), lxml_html.HTMLParser(encoding="utf-8")).getroot()


def text_of(page: str) -> str:
    return "".join("".join(box.itertext()) for box in parsed(page).find_class("text"))


def everywhere(text: str) -> Directive:
    """A document that has ``text`` in every place that the page shows."""
    body = f"1. {text} việc của {text}"
    span = {"start": 3, "end": 3 + len(text), "text": text, "confidence": 0.5, "source": text}
    return Directive.model_validate(
        {
            "source": {"path": text, "warnings": [text]},
            "text": body,
            "kind": "directive",
            "header": dict.fromkeys(("number", "doc_type", "title", "date", "issuer", "signer_name"), text),
            "sections": [
                {"id": text, "kind": "item", "label": text, "heading": text, "depth": 1, "start": 3, "end": len(body)}
            ],
            "references": [{**span, "id": "r1", "kind": "numbered", "number": text, "document": "d1", "title": text}],
            "cited_documents": [
                {"id": "d1", "number": text, "name": text, "title": text, "issuer": text, "mentions": ["r1"]}
            ],
            "dates": [{**span, "id": "t1", "kind": "date", "value": text, "earliest": text, "latest": text}],
            "bodies": [{**span, "id": "b1", "name": text, "members": [text], "successor": text, "level": text}],
            "actions": [{**span, "id": "a1", "kind": "perform", "lemma": text}],
            "tasks": [
                {**span, "id": f"k1{text}", "section": text, "actions": ["a1"], "actors": ["b1"], "deadline": "t1",
                 "references": ["r1"], "coordinators": ["b1"], "reports_to": ["b1"], "supervisors": ["b1"]}
            ],
            "diagnostics": [{"code": text, "message": text, "start": 0, "end": len(body)}],
        }
    )  # fmt: skip


def assert_safe(page: str) -> None:
    """Nothing but the page's own elements, attributes and scripts."""
    root = parsed(page)
    kinds = [element.get("type") for element in root.iter("script")]
    assert kinds == ["application/json", None]
    assert len(list(root.iter("style"))) == 1
    assert not list(root.iter("img", "iframe", "object", "embed", "base", "video", "audio", "svg"))
    for element in root.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on"), name
            assert name not in ("style", "src", "srcdoc", "action", "formaction"), name
            assert name != "href" or value.startswith("#"), value
    json.loads(root.xpath("//script[@id='data']")[0].text)


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_in_the_document_is_text_on_the_page(text: str) -> None:
    page = render([everywhere(text)])
    assert_safe(page)
    shown = text_of(page)
    if text.isprintable():
        assert shown == f"1. {text} việc của {text}"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_no_text_breaks_the_page(text: str) -> None:
    assert_safe(render([everywhere(text)]))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\0b\x1bc\x7f", "a␀b␛c␡"),  # control characters as pictures
        ("\x9b\u202eabc\u2066", "�\ufffdabc\ufffd"),  # C1 and what turns the reading direction
        ("\u200fabc\u200e", "\u200fabc\u200e"),  # plain direction marks do no harm
        ("a\ud83db", "a�b"),  # half of a surrogate pair
        ("a\tb\u00a0c\u200b", "a\tb\u00a0c\u200b"),  # all else as it is
    ],
)
def test_what_could_mislead_is_made_visible(text: str, shown: str) -> None:
    page = render([directive(text)])
    assert text_of(page) == shown
    page.encode()


@pytest.mark.parametrize("name", SAMPLES)
def test_the_page_holds_the_document_word_for_word(annotated: Annotated, name: str) -> None:
    document = annotated(name)
    page = render([document])
    assert_safe(page)
    root = parsed(page)
    assert text_of(page).replace("\r", "") == document.text.replace("\r", "")
    for layer in (document.references, document.dates, document.bodies, document.actions, document.tasks):
        for item in layer:
            pieces = root.xpath(f"//*[@data-i='{item.id}']")
            spelt = "".join("".join(piece.itertext()) for piece in pieces)
            assert spelt == re.sub(r"[\r\n]", "", item.text)
            assert pieces[0].get("id") == f"d1-{item.id}"
    assert len(root.find_class("task")) == len(document.tasks)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_kind_make_lines(ending: str) -> None:
    page = render([directive(ending.join(["một", "", "hai"]))])
    assert [p.get("class") for p in parsed(page).find_class("text")[0].iter("p")] == ["l", "gap", "l"]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("BỘ Y TẾ\tCỘNG HÒA", ["BỘ Y TẾ\t", "CỘNG HÒA"]),  # the two-column header
        ("\tthụt đầu dòng\t", []),  # an indent and a trailing tab separate nothing
        ("1 | Rà soát | Sở Y tế", ["1 | ", "Rà soát | ", "Sở Y tế"]),  # a row of a table
        ("| 1 | Rà soát |", ["| 1 | ", "Rà soát |"]),
        ("a | b", []),  # one bar may be anything
    ],
)
def test_cells_stand_beside_each_other(line: str, cells: list[str]) -> None:
    page = render([directive(line)])
    assert ["".join(cell.itertext()) for cell in parsed(page).find_class("cell")] == cells
    assert text_of(page) == line


def test_blocks_and_sections_shape_the_lines() -> None:
    text = "Trang chủ\nCHỈ THỊ\nI. NHIỆM VỤ\n1. Sở Y tế báo cáo.\nhết"
    document = directive(
        text,
        blocks=[
            {"kind": "boilerplate", "start": 0, "end": 10},
            {"kind": "header", "start": 10, "end": 18},
            {"kind": "body", "start": 18, "end": len(text)},
        ],
        sections=[
            {"id": "s1", "kind": "section", "label": "I", "heading": "NHIỆM VỤ", "depth": 1, "start": 18, "end": 50},
            {"id": "s2", "kind": "item", "label": "1", "heading": None, "depth": 2, "start": 30, "end": 50},
        ],
    )
    root = parsed(render([document]))
    lines = [(p.getparent().get("class"), p.get("class"), p.get("role")) for p in root.find_class("text")[0].iter("p")]
    assert lines == [
        ("blk boilerplate", "l", None),
        ("blk header", "l caps", None),
        ("blk body", "l caps d1 first", "heading"),
        ("blk body", "l d2 first", None),  # a label without a heading is no heading
        ("blk body", "l", None),
    ]


def sheet_row(document: Directive, language: Any = "vi") -> dict[str, str]:
    row = parsed(render([document], language=language)).find_class("task")[0]
    return {cell.get("class"): " / ".join(t.strip() for t in cell.itertext() if t.strip()) for cell in row.iter("td")}


CLAUSE = "1. Sở Y tế phối hợp với Sở Nội vụ, Công an tỉnh rà soát theo Luật Dược, xong ngày 05 tháng 6."
TASK: dict[str, Any] = {
    "bodies": [("Sở Y tế", {}), ("Sở Nội vụ", {}), ("Công an tỉnh", {})],
    "references": [("Luật Dược", {})],
    "dates": [("ngày 05 tháng 6", {"value": "2025-06-05", "latest": "2025-06-05", "inferred": True})],
    "actions": [("rà soát", {})],
    "sections": [{"id": "s1", "kind": "item", "label": "1", "depth": 1, "start": 0, "end": len(CLAUSE)}],
}
LINKS = {"actors": ["b1"], "coordinators": ["b2", "b3"], "deadline": "t1", "references": ["r1"], "section": "s1"}


@pytest.mark.parametrize(
    ("fields", "column", "cell"),
    [
        ({}, "number", "1"),
        ({}, "lead", "Sở Y tế"),
        ({"actors": []}, "lead", "không nêu"),  # nobody is named: said, not left blank
        ({}, "coordinators", "Sở Nội vụ / Công an tỉnh"),
        ({}, "what", "Rà soát theo Luật Dược"),
        ({"modality": "must_not"}, "what", "không được làm / Rà soát theo Luật Dược"),
        ({"confidence": 0.5}, "what", "Rà soát theo Luật Dược / Chưa chắc chắn (50 %)"),
        ({}, "due", "05/06/2025 / ngày 05 tháng 6"),  # the year is inferred: both are shown
        ({"deadline": None}, "due", ""),
        ({}, "section", "1 / dòng 1"),  # where it stands in a file of text
        ({}, "cited", "Luật Dược"),
    ],
)
def test_task_table(fields: dict[str, Any], column: str, cell: str) -> None:
    clause = CLAUSE[CLAUSE.index("rà soát") : -1]
    assert sheet_row(directive(CLAUSE, tasks=[(clause, {**LINKS, **fields})], **TASK))[column] == cell


@pytest.mark.parametrize(
    ("value", "latest", "words", "cell"),
    [
        ("2025-12-25", "2025-12-25", "ngày 25/12/2025", "25/12/2025"),  # said once
        ("2025-12-25T17:00", "2025-12-25", "17 giờ ngày 25/12/2025", "17:00 25/12/2025 / 17 giờ ngày 25/12/2025"),
        ("2025-Q4", "2025-12-31", "quý IV năm 2025", "quý IV năm 2025 / đến ngày 31/12/2025"),  # the last day helps
        ("XXXX-XX", None, "hằng tháng", "hằng tháng"),
        ("P15D", None, "15 ngày", "15 ngày"),
    ],
)
def test_deadlines_read_as_staff_write_them(value: str, latest: str | None, words: str, cell: str) -> None:
    text = f"báo cáo trước {words}"
    document = directive(text, dates=[(words, {"value": value, "latest": latest})], tasks=[(text, {"deadline": "t1"})])
    assert sheet_row(document)["due"] == cell


def test_what_to_check_and_what_is_cited() -> None:
    text = "Giao Sở Y tế thực hiện Luật Dược, Luật Dược."
    document = directive(
        text,
        source={"warnings": ["bảng mã suy đoán"]},
        bodies=[("Sở Y tế", {"confidence": 0.62})],
        references=[("Luật Dược", {"document": "d1"}), ("Luật Dược", {"document": "d1", "relation": "implements"})],
        cited_documents=[{"id": "d1", "name": "Luật Dược", "date": "2016-04-06", "mentions": ["r1", "r2"]}],
        diagnostics=[{"code": "x", "message": "Thiếu số mục", "start": 0, "end": 4}],
    )
    root = parsed(render([document]))
    checks = root.get_element_by_id("check")
    assert [h.text for h in checks.iter("h3")] == ["Điểm cần lưu ý (1)", "Khi đọc tệp (1)", "Chưa chắc chắn (1)"]
    assert ["".join(li.itertext()) for li in checks.iter("li")] == [
        "Thiếu số mục Giao",
        "bảng mã suy đoán",
        "Cơ quan Giao Sở Y tế thực hiện Luật Dược, Luật Dược. 62 %",
    ]
    row = root.get_element_by_id("d1-w-d1")
    assert ["".join(cell.itertext()) for cell in row] == ["Luật Dược06/04/2016", "viện dẫn; thực hiện", "1 2"]
    assert [a.get("href") for a in row.iter("a")] == ["#d1-r1", "#d1-r2"]
    counts = {tab.get("id"): tab.find_class("count")[0].text for tab in root.xpath("//*[@role='tab']")}
    assert counts == {"tab-tasks": "0", "tab-check": "3", "tab-cited": "1"}


def test_notes_say_what_an_annotation_is() -> None:
    text = "khoản 2 Điều 5 Nghị định 115/2020/NĐ-CP"
    document = directive(
        text,
        references=[(text, {"kind": "numbered", "number": "115/2020/NĐ-CP", "doc_type": "nghị định", "document": "d1",
                            "pinpoints": [{"article": "5", "clause": "2"}], "confidence": 0.5, "source": "rule-7"})],
        cited_documents=[{"id": "d1", "doc_type": "nghị định", "number": "115/2020/NĐ-CP", "issuer": "Chính phủ",
                          "date": "2020-09-25", "mentions": ["r1"]}],
    )  # fmt: skip
    data = json.loads(parsed(render([document])).xpath("//script[@id='data']")[0].text)
    assert data["notes"]["d1"]["r1"] == [
        "Viện dẫn",
        text,
        [
            ["Quan hệ", "viện dẫn"],
            ["Văn bản", "Nghị định 115/2020/NĐ-CP"],
            ["Điểm, khoản, điều", "khoản 2 Điều 5"],
            ["Ngày", "25/09/2020"],
            ["Cơ quan ban hành", "Chính phủ"],
            ["Độ tin cậy", "50 %"],
            ["Theo", "rule-7"],
        ],
        "d1",
    ]


def test_policy_allows_exactly_this_style_and_script() -> None:
    root = parsed(render([directive("x")]))
    policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    allowed = dict(part.split(" ", 1) for part in policy.split("; "))
    assert allowed["default-src"] == "'none'"
    for name, element in (("style-src", root.xpath("//style")[0]), ("script-src", root.xpath("//script")[1])):
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert allowed[name] == f"'sha256-{digest}'"
    assert "unsafe" not in policy
    assert "http" not in policy


def test_several_documents_on_one_page() -> None:
    page = render(
        [directive(f"Sở Y tế {n}", header={"title": f"Văn bản {n}"}, bodies=[("Sở Y tế", {})]) for n in "abc"]
    )
    root = parsed(page)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert [option.text for option in root.get_element_by_id("chooser")] == [
        "Tất cả 3 văn bản", "Văn bản a", "Văn bản b", "Văn bản c",
    ]  # fmt: skip
    assert [article.get("data-doc") for article in root.iter("article")] == ["d1", "d2", "d3"]


@pytest.mark.parametrize("documents", [[], [directive("")], [directive("\n\n")]])
def test_nothing_to_show_is_said(documents: list[Directive]) -> None:
    page = render(documents)
    assert_safe(page)
    assert ("Không tìm thấy nhiệm vụ" if documents else "Không có văn bản") in page


def test_english_labels() -> None:
    page = render([directive("Sở Y tế báo cáo.", tasks=[("báo cáo", {})])], language="en")
    root = parsed(page)
    assert root.get("lang") == "en"
    assert root.xpath("//article/@lang") == ["vi"]
    assert [th.text_content() for th in root.xpath("//table[@id='sheet']//th")] == [
        "No.", "Who", "With whom", "What", "By when", "Section", "Cites",
    ]  # fmt: skip


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="fr"):
        render([], language="fr")  # type: ignore[arg-type]


@pytest.mark.parametrize("key", sorted(WORDS | TERMS))
def test_words_are_complete_in_both_languages(key: str) -> None:
    vi, en = (WORDS | TERMS)[key]
    assert vi.strip()
    assert en.strip()
    assert set(re.findall(r"{\w+}", vi)) == set(re.findall(r"{\w+}", en))


@pytest.mark.parametrize(
    ("group", "values"),
    [
        ("role", schema.BodyRole), ("date-role", schema.DateRole), ("relation", schema.Relation),
        ("action", schema.ActionKind), ("modality", schema.Modality), ("modifier", schema.DateModifier),
    ],
)  # fmt: skip
def test_every_value_of_the_schema_has_a_word(group: str, values: Any) -> None:
    assert {f"{group}.{value}" for value in get_args(values)} <= TERMS.keys()


def test_a_file_holds_one_page() -> None:
    out = io.BytesIO()
    join([part(directive("Sở Y tế"))], out)
    assert out.getvalue().decode() == render([directive("Sở Y tế")])


def test_size_grows_with_the_document_alone() -> None:
    line = "1. Sở Y tế\tbáo cáo | a | b\n"
    sizes = [len(render([directive(line * n)])) for n in (100, 200, 300)]
    assert abs((sizes[2] - sizes[1]) - (sizes[1] - sizes[0])) < 10
