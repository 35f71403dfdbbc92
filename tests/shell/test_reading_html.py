"""Web pages: the document without the page around it."""

from __future__ import annotations

import pytest
from tests.shell.documents import html_page
from vnstruct import errors
from vnstruct.readers import read_source

MENU = '<ul class="menu">' + "".join(f'<li><a href="/{n}">Chuyên mục số {n}</a></li>' for n in range(9)) + "</ul>"
ARTICLE = (
    "<p>Chủ tịch UBND tỉnh yêu cầu các sở, ban, ngành, địa phương tập trung triển khai ngay các nhiệm vụ sau.</p>" * 3
)


@pytest.mark.parametrize(
    ("body", "kept", "dropped"),
    [
        # a news page: headline and day are kept, menus, related news and counters are not
        (
            f'{MENU}<div><h1>Tăng cường quản lý đất đai</h1><span>25/11/2025 08:00</span><div id="nd">{ARTICLE}</div>'
            f'<div class="tin-lien-quan"><a>Tin một</a><a>Tin hai</a><a>Tin ba</a></div></div>'
            '<div class="footer">Lượt truy cập: 1.234.567. Điện thoại: 0220 3 747 888</div>',
            ["Tăng cường quản lý đất đai", "25/11/2025 08:00", "nhiệm vụ sau."],
            ["Chuyên mục", "Tin hai", "Lượt truy cập"],
        ),
        # a page that shows the document itself has a head of its own
        (
            f"<h1>Chỉ thị 06/CT-UBND</h1><div><table><tr><td>UBND TỈNH</td>"
            "<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr>"
            f"</table>{ARTICLE}</div>",
            ["UBND TỈNH\nCỘNG HÒA"],
            ["06/CT-UBND"],
        ),
        (
            f"<script>var x = 'không hiện';</script>{ARTICLE}<noscript>tắt</noscript>",
            ["yêu cầu"],
            ["không hiện", "tắt"],
        ),
        (f"{ARTICLE}<form><input value='tìm'>Đăng ký nhận tin mới nhất qua thư</form>", ["yêu cầu"], ["Đăng ký"]),
    ],
)
def test_html_main_text(body: str, kept: list[str], dropped: list[str]) -> None:
    text, source = read_source(html_page(body))
    assert [words for words in kept if words not in text] == []
    assert [words for words in dropped if words in text] == []
    assert source.media_type == "text/html"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>một<br>hai</p><p>ba</p>", ["một", "hai", "ba"]),
        ("<p>Nghị định số\n  <a href='#'>115/2020/NĐ-CP</a> ngày</p>", ["Nghị định số 115/2020/NĐ-CP ngày"]),
        ("<p>&nbsp;a &amp; b</p>", ["a & b"]),
        ("<ol><li>x<li>y</ol><ul><li>z</ul>", ["1. x", "2. y", "- z"]),
        ("<ol type=a start=3><li>x<li>y</ol>", ["c. x", "d. y"]),
        ("<table><tr><th>TT<th>Việc<tr><td>1<td>Rà<br>soát</table>", ["TT\tViệc", "1\tRà soát"]),
        # the cells of a row stay below their titles when a cell from above takes a column
        (
            "<table><tr><th>TT<th>Đơn vị<th>Việc<tr><td>1<td rowspan=2>Sở Y tế<td>Rà soát<tr><td>2<td>Báo cáo</table>",
            ["TT\tĐơn vị\tViệc", "1\tSở Y tế\tRà soát", "2\t\tBáo cáo"],
        ),
        ("<table><tr><td colspan=999999 rowspan=999999>a<td>b<tr><td>c</table>", ["a\tb", "\tc"]),
        ("<table><tr><td>a<table><tr><td>b<td>c</table></table>", ["a", "b\tc"]),  # one cell is a frame
        ("<div>" * 1500 + "sâu" + "</div>" * 1500, ["sâu"]),
        ("<p>a<p>b", ["a", "b"]),  # unclosed
    ],
)
def test_html_lines(body: str, lines: list[str]) -> None:
    assert read_source(html_page(body))[0].splitlines() == lines


@pytest.mark.parametrize(
    ("charset", "encoding"), [("utf-8", "utf-8"), ("utf-16", "utf-16-le"), ("windows-1258", "windows-1258")]
)
def test_html_charset(charset: str, encoding: str) -> None:
    page = f'<html><head><meta charset="{charset}"></head><body><p>Công báo số năm</p></body></html>'
    data = page.encode("cp1258" if charset == "windows-1258" else charset) if charset != "windows-1258" else _1258(page)
    text, source = read_source(data)
    assert (text, source.encoding) == ("Công báo số năm\n", encoding)


def _1258(page: str) -> bytes:
    # combining marks, as that code page writes them
    return page.replace("á", "a\u0301").replace("ố", "ô\u0301").encode("cp1258")


@pytest.mark.parametrize("piece", ["<div>", "<ul><li>a", "<b>x", "<table><tr><td>x"])
def test_html_without_end_is_refused_at_once(piece: str) -> None:
    with pytest.raises(errors.UnsafeFile):
        read_source(html_page(piece * 300_000))


def test_page_of_links_alone_is_read_whole() -> None:
    assert read_source(html_page("<a href='#'>Chỉ thị số 05-CT/TW</a>"))[0] == "Chỉ thị số 05-CT/TW\n"
