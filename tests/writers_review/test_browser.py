"""The page in a browser: what clicking, typing and printing do. Skipped where Playwright or Chromium is missing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.writers_review.conftest import Annotated, directive
from tests.writers_review.test_page import HOSTILE, everywhere
from vnstruct.schema import Directive
from vnstruct.writers.review.page import render

playwright = pytest.importorskip("playwright.sync_api", reason="needs the browser extra")

OPTIONS = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
]  # fmt: skip
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """An installed Chromium; none is ever downloaded."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("no Chromium installed")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Opens the page of documents; fails the test on any error, refused resource or request beyond the file."""
    contexts: list[Any] = []
    troubles: list[str] = []

    def show_(*documents: Directive, **options: Any) -> Any:
        file = tmp_path / "page.html"
        file.write_bytes(render(documents).encode())
        context = browser.new_context(**{"viewport": {"width": 1400, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda message: troubles.append(message.text))
        page.on("request", lambda request: request.url == file.as_uri() or troubles.append(request.url))
        page.goto(file.as_uri())
        return page

    yield show_
    for context in contexts:
        context.close()
    assert troubles == []


@pytest.fixture
def page(show: Open, annotated: Annotated) -> Any:
    """A provincial directive with 28 tasks."""
    return show(annotated("chi-thi-tinh-2025"))


def row(page: Any, words: str) -> Any:
    return page.locator(".task", has_text=words)


def in_view(locator: Any) -> bool:
    """Whether the middle of an element can be seen, not merely scrolled to."""
    return bool(
        locator.evaluate(
            """element => {
                const box = element.getClientRects()[0];
                const seen = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return element === seen || element.contains(seen);
            }"""
        )
    )


def tags(page: Any) -> list[tuple[str, str]]:
    return [(e.get_attribute("data-tag"), e.inner_text()) for e in page.locator("[data-tag]").all()]


def focused(page: Any) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.textContent"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # the actor stands in a heading above
        ("Tham mưu UBND tỉnh thu hồi đất", [("chủ trì", "Sở Nông nghiệp và Môi trường"), ("thời hạn", "quý I/2026")]),
        # coordinators in the clause
        ("truy quét các tụ điểm", [
            ("chủ trì", "Sở Nông nghiệp và Môi trường"), ("phối hợp", "Công an tỉnh"),
            ("phối hợp", "Bộ Chỉ huy Quân sự tỉnh"),
        ]),
        # two bodies lead
        ("Tăng cường tuyên truyền bằng tiếng Jrai", [
            ("chủ trì", "Sở Văn hóa, Thể thao và Du lịch"), ("chủ trì", "Báo và Phát thanh, Truyền hình Gia Lai"),
        ]),
    ],
)  # fmt: skip
def test_a_click_on_a_task_shows_what_it_rests_on(page: Any, words: str, expected: list[tuple[str, str]]) -> None:
    row(page, words).click()
    assert tags(page) == expected
    assert page.locator(".task[aria-selected=true]").count() == 1
    clause = page.locator(".on-k").first
    assert in_view(clause)
    assert page.locator("#details h3").inner_text() == f"Nhiệm vụ {clause.get_attribute('data-n')}"


def test_a_far_away_deadline_is_one_click_away(show: Open) -> None:
    filler = "Căn cứ tình hình thực tế của địa phương.\n" * 200
    text = f"I. HOÀN THÀNH TRƯỚC NGÀY 15/12/2025\n{filler}Sở Y tế rà soát."
    page = show(
        directive(
            text,
            dates=[("NGÀY 15/12/2025", {"value": "2025-12-15", "latest": "2025-12-15"})],
            bodies=[("Sở Y tế", {})],
            tasks=[("rà soát", {"actors": ["b1"], "deadline": "t1"})],
        )
    )
    row(page, "Rà soát").click()
    assert not in_view(page.locator(".on-due"))
    page.locator("#details").get_by_role("button", name="thời hạn").click()
    assert in_view(page.locator(".on-due"))


def test_the_table_by_keyboard(page: Any) -> None:
    page.locator("#filter [type=reset]").focus()
    for _ in range(3):  # the two sorted columns before the rows
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.k") == "k1"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.k") == "k3"
    page.keyboard.press("Enter")
    assert page.locator(".task[aria-selected=true]").get_attribute("data-k") == "k3"
    assert in_view(page.locator(".on-k").first)
    assert page.evaluate("document.activeElement.dataset.k") == "k3"  # the focus stays for the next row
    page.keyboard.press("Enter")
    assert focused(page) == "d1-k3"  # once more: into the document
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.k") == "k3"  # and back
    assert tags(page) == []
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement.dataset.k") == "k28"
    assert page.locator(".task[tabindex='0']").count() == 1  # one stop of the Tab key for the whole table


def test_annotations_by_keyboard(page: Any) -> None:
    page.locator("#text").focus()
    page.keyboard.press("ArrowRight")
    assert focused(page) == "d1-b1"
    assert page.locator("#details h3").inner_text() == "Cơ quan: Ủy ban nhân dân tỉnh Gia Lai"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    assert focused(page) == "d1-b1"
    page.locator(".key[data-layer=b]").click()  # a layer that is off has no stops
    page.locator("#text").focus()
    page.keyboard.press("ArrowRight")
    assert focused(page) == "d1-t1"


def test_skip_links_come_first(page: Any) -> None:
    page.keyboard.press("Tab")
    assert focused(page) == "Đến bảng nhiệm vụ"
    page.keyboard.press("Tab")
    assert focused(page) == "Đến văn bản"
    assert in_view(page.locator(".skip:focus"))
    page.keyboard.press("Enter")
    assert focused(page) == "text"


def test_a_click_in_the_document_chooses_the_task_and_explains_the_phrase(page: Any) -> None:
    page.locator("#tab-cited").click()
    page.locator("[id^=d1-b]", has_text="Chi cục Kiểm lâm").first.click()
    assert page.locator("#tasks").is_visible()
    chosen = page.locator(".task[aria-selected=true]")
    assert "cảnh báo cháy rừng" in chosen.inner_text()
    assert in_view(chosen)
    assert page.locator("#details h3").all_inner_texts() == ["Cơ quan: Chi cục Kiểm lâm", "Nhiệm vụ 7"]
    page.locator("#details .close").click()
    assert page.locator(".on-k").count() == 0
    assert page.locator("#details").is_hidden()


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({}, 28),
        ({"#f-body": "Công an tỉnh"}, 3),  # leads two, takes part in one
        ({"#f-body": "cong an TINH"}, 3),  # without accents, in any case
        ({"#f-body": "cóng"}, 0),  # accents that are typed count
        ({"#f-due": "none"}, 23),
        ({"#f-due": "some"}, 5),
        ({"#f-due": "recurring"}, 1),  # hằng tháng
        ({"#f-before": "30/11/2025"}, 2),  # the day itself is included; what recurs falls due too
        ({"#f-before": "29/11/2025"}, 1),
        ({"#f-before": "29.11.2025 "}, 1),
        ({"#f-before": "29/11"}, 28),  # not a day yet
        ({"#f-before": "31/11/2025"}, 28),  # no such day
        ({"#f-after": "31/05/2026", "#f-due": "some"}, 2),
        ({"#f-after": "01/12/2025", "#f-before": "31/12/2025"}, 2),
        ({"#f-body": "kiểm lâm", "#f-due": "some"}, 0),  # filters work together
    ],
)
def test_filters(page: Any, fields: dict[str, str], shown: int) -> None:
    for selector, value in fields.items():
        field = page.locator(selector)
        if selector == "#f-due":
            field.select_option(value)
        else:
            field.fill(value)
    assert page.locator(".task:visible").count() == shown
    assert page.locator("#shown").inner_text() == ("28 nhiệm vụ" if shown == 28 else f"{shown} / 28 nhiệm vụ")
    invalid = [value for value in fields.values() if "/11" in value and shown == 28]
    assert page.locator("[aria-invalid=true]").count() == len(invalid)
    page.locator("#filter [type=reset]").click()
    playwright.expect(page.locator(".task:visible")).to_have_count(28)


@pytest.mark.parametrize(
    ("value", "after", "before", "shown"),
    [
        ("XXXX-12-15", "01/12/2025", "31/12/2025", 1),  # yearly, its day inside
        ("XXXX-12-15", "01/10/2025", "30/11/2025", 0),
        ("XXXX-12-15", "16/12/2025", "15/12/2026", 1),  # in the next year
        ("XXXX-XX", "01/12/2025", "02/12/2025", 1),  # monthly: in any stretch, to be on the safe side
        ("P15D", "01/12/2025", "31/12/2025", 0),  # a term whose start is not known
    ],
)
def test_recurring_deadlines(show: Open, value: str, after: str, before: str, shown: int) -> None:
    kind = "recurring" if "X" in value else "duration"
    page = show(directive("báo cáo hạn", dates=[("hạn", {"value": value, "kind": kind})],
                          tasks=[("báo cáo", {"deadline": "t1"})]))  # fmt: skip
    page.locator("#f-after").fill(after)
    page.locator("#f-before").fill(before)
    assert page.locator(".task:visible").count() == shown


@pytest.mark.parametrize(
    ("column", "presses", "first"),
    [
        ("number", 1, "k28"),  # already ascending
        ("due", 1, "k5"),  # the nearest day
        ("due", 2, "k1"),  # the other way round: those without a deadline
        ("lead", 1, "k13"),  # Bộ Chỉ huy …, in Vietnamese order; nobody named comes last
    ],
)
def test_sorting(page: Any, column: str, presses: int, first: str) -> None:
    for _ in range(presses):
        page.locator(f"[data-sort={column}]").click()
    keys = page.locator(".task").evaluate_all("rows => rows.map(row => row.dataset.k)")
    assert sorted(keys, key=lambda key: int(key[1:])) == [f"k{n}" for n in range(1, 29)]
    assert keys[0] == first
    assert page.locator("[aria-sort]").count() == 1


SEARCHED = "Ủy ban nhân\ndân tỉnh. UỶ BAN NHÂN DÂN xã; ủy   ban. Khoá XIII, khóa XII. Đắk Lắk – Ðắk. u\u0309y ban"


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("uy ban", 4),  # without accents, any case, any form
        ("ủy ban", 4),  # old and new place of the tone mark, composed or not
        ("ủy ban nhân dân", 2),  # across a line end
        ("uy ban nhan dan tinh", 1),
        ("khóa", 2),
        ("khoá", 2),
        ("dak lak - ", 1),  # dashes are the same
        ("úy ban", 0),  # another tone is another word
        ("(", 0),  # nothing is a pattern
        ("   ", None),  # nothing to look for
    ],
)
def test_search(show: Open, query: str, count: int | None) -> None:
    page = show(directive(SEARCHED, bodies=[("Ủy ban nhân\ndân", {})]))
    page.locator("#query").fill(query)
    expected = "" if count is None else f"1 / {count}" if count else "không thấy"
    assert page.locator("#match-count").inner_text() == expected
    assert page.locator("#next").is_disabled() is (not count)


def test_search_goes_round(page: Any) -> None:
    page.locator("#query").fill("uy ban")
    page.locator("#query").fill("chu rung")
    total = int(page.locator("#match-count").inner_text().split(" / ")[1])
    page.keyboard.press("Enter")
    assert page.locator("#match-count").inner_text() == f"2 / {total}"
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Shift+Enter")
    assert page.locator("#match-count").inner_text() == f"{total} / {total}"
    page.locator("#next").click()
    page.keyboard.press("F3")
    assert page.locator("#match-count").inner_text() == f"2 / {total}"
    page.locator("#query").press("Escape")
    assert page.locator("#match-count").inner_text() == ""


def test_every_layer_can_be_turned_off(page: Any) -> None:
    body = page.locator("[id^=d1-b]", has_text="Công an tỉnh").first
    before = body.evaluate("e => getComputedStyle(e).borderBottomStyle")
    key = page.locator(".key[data-layer=b]")
    key.click()
    assert key.get_attribute("aria-pressed") == "false"
    assert before == "dotted"
    assert body.evaluate("e => getComputedStyle(e).borderBottomStyle") == "none"
    key.click()
    assert body.evaluate("e => getComputedStyle(e).borderBottomStyle") == "dotted"


def test_page_furniture_can_be_hidden(show: Open, annotated: Annotated) -> None:
    page = show(annotated("bao-cong-dien-2025"))
    furniture = page.locator(".boilerplate").first
    assert furniture.is_visible()
    page.locator(".key[data-layer=o]").click()
    assert furniture.is_hidden()


def test_doubtful_annotations_lead_to_their_place(page: Any) -> None:
    page.locator("#tab-tasks").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("#check").is_visible()
    links = page.locator("#check a.go")
    assert links.count() == page.locator(".text .q[id]").count()
    page.locator("#check a.go[tabindex='0']").focus()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    assert page.locator("#check").is_visible()
    assert in_view(page.locator(".at").first)
    assert "Độ tin cậy70 %" in page.locator("#details").inner_text()


def test_a_reference_leads_to_its_document_and_back(page: Any) -> None:
    page.locator("[id^=d1-r]", has_text="Nghị định số 156/2018/NĐ-CP").click()
    page.get_by_role("button", name="xem văn bản viện dẫn").click()
    work = page.locator(".works tr.at")
    assert "Nghị định 156/2018/NĐ-CP" in work.inner_text()
    work.locator("a.go").click()
    assert in_view(page.locator(".r.at"))


def test_several_documents(show: Open, annotated: Annotated) -> None:
    page = show(annotated("chi-thi-tinh-2025"), annotated("cong-dien-thu-tuong-2024"))
    articles = page.locator("article")
    assert [articles.nth(n).is_visible() for n in range(2)] == [True, False]
    page.locator("tbody[data-doc=d2] .task").nth(2).click()
    assert [articles.nth(n).is_visible() for n in range(2)] == [False, True]  # a task brings its document
    assert in_view(page.locator(".on-k").first)
    page.locator("#f-body").fill("Rơ")  # nobody
    assert page.locator(".title:visible").count() == 0
    page.locator("#f-body").fill("")
    assert page.locator(".title:visible").count() == 2
    page.locator("#chooser").select_option("d1")
    assert [articles.nth(n).is_visible() for n in range(2)] == [True, False]
    assert page.locator("#shown").inner_text() == "28 nhiệm vụ"
    assert page.locator("tbody[data-doc=d2]").is_hidden()


def test_print_has_the_tasks_then_the_document(page: Any) -> None:
    page.locator("#tab-cited").click()
    page.emulate_media(media="print")
    sheet, text = page.locator("#sheet").bounding_box(), page.locator("article").bounding_box()
    assert sheet["y"] + sheet["height"] <= text["y"]
    assert text["height"] > 900  # unrolled, not scrolled
    for hidden in (".tabs", "#query", "#print", "#cited", ".divider"):
        assert page.locator(hidden).is_hidden()
    assert len(page.pdf()) > 10_000


def test_narrow_screens_stack_and_do_not_scroll_sideways(show: Open, annotated: Annotated) -> None:
    page = show(annotated("chi-thi-tinh-2025"), viewport={"width": 390, "height": 800})
    sheet, text = page.locator("#sheet").bounding_box(), page.locator("article").bounding_box()
    assert sheet["y"] < text["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    row(page, "truy quét các tụ điểm").click()
    assert in_view(page.locator(".on-k").first)


def test_the_divider_by_keyboard(page: Any) -> None:
    width = page.locator("#panel").bounding_box()["width"]
    page.locator("#divider").focus()
    page.keyboard.press("ArrowLeft")
    assert page.locator("#panel").bounding_box()["width"] < width
    assert page.locator("#divider").get_attribute("aria-valuenow") == "54"


def test_everything_is_there_without_the_script(show: Open, annotated: Annotated) -> None:
    page = show(annotated("chi-thi-tinh-2025"), java_script_enabled=False)
    for view in ("#tasks", "#check", "#cited", "article"):
        assert page.locator(view).is_visible()
    page.locator(".task a").nth(8).click()
    assert page.url.endswith("#d1-k9")


def test_nothing_in_a_document_runs(show: Open) -> None:
    page = show(*map(everywhere, HOSTILE))
    for number in range(len(HOSTILE)):
        page.locator(".task").nth(number).click()
        page.locator(".doc:visible .text .b").first.click()
    for tab in ("#tab-check", "#tab-cited"):
        page.locator(tab).click()
    assert page.evaluate("window.broken") is None


def test_an_address_leads_to_a_task(page: Any) -> None:
    row(page, "Tham mưu UBND tỉnh thu hồi đất").click()
    address = page.url
    assert address.endswith("#d1-k10")
    page.goto("about:blank")
    page.goto(address)
    assert page.locator(".task[aria-selected=true]").get_attribute("data-k") == "k10"
    assert in_view(page.locator(".on-k").first)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_schemes_are_readable(show: Open, annotated: Annotated, scheme: str) -> None:
    page = show(annotated("chi-thi-tinh-2025"), color_scheme=scheme)
    row(page, "truy quét các tụ điểm").click()
    for selector in (
        ".text",
        ".text .r",
        ".text .b",
        ".text .t",
        ".text .a",
        ".on-k",
        ".on-lead",
        ".doubt",
        "#details",
    ):
        assert page.locator(selector).first.evaluate(CONTRAST) >= 4.5, selector


CONTRAST = """element => {
    const channels = colour => colour.match(/[0-9.]+/g).map(Number);
    const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
        .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    let ground = element;
    const alpha = node => channels(getComputedStyle(node).backgroundColor)[3] ?? 1;
    while (!alpha(ground)) ground = ground.parentElement;
    const pair = [getComputedStyle(element).color, getComputedStyle(ground).backgroundColor].map(channels).map(light);
    return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
}"""


def test_the_titles_of_the_table_stand_on_every_printed_page(page: Any) -> None:
    """All of them, those that are buttons on the screen too."""
    import pypdfium2

    printed = pypdfium2.PdfDocument(page.pdf(format="A4"))
    texts = ["".join(printed[number].get_textpage().get_text_bounded().split()) for number in range(len(printed))]
    pages = [text for text in texts if "Phốihợp" in text and "Nộidung" in text]
    assert len(pages) > 1
    assert all("STT" in text and "Chủtrì" in text and "Thờihạn" in text for text in pages)
