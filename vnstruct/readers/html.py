"""Web pages: the document that the page is about, without menus, counters and related news."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from vnstruct.errors import EmptyDocument
from vnstruct.readers.files import Limits
from vnstruct.readers.flow import join_lines, shows_head
from vnstruct.readers.html_lines import HtmlLine, lines_of, walk
from vnstruct.schema import Source
from vnstruct.text.encodings import decode, decode_named

_NEVER_TEXT = "script, style, noscript, template, iframe, object, svg, select, button, input, textarea, head > *"
_FURNITURE = "nav, footer, aside, form, [role=navigation], [role=banner], [role=contentinfo], [hidden]"
_FURNITURE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:share|social|breadcrumb|comment|related|relate|lien-?quan|menu|sidebar|footer|banner|advert|ads|"
    r"toolbar|tags?|pagination|copyright|counter|thong-?ke|visit|login|search)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|ngày \d{1,2} tháng \d{1,2} năm \d{4}", re.IGNORECASE)
_MAIN_SHARE = 0.75
_MOSTLY_LINKS = 0.8


def read_text(data: bytes, path: str | None, limits: Limits) -> tuple[str, Source]:
    """The main text of a page: headline, date line and body, one paragraph a line."""
    markup, encoding, warnings = _decoded(data, path)
    tree = LexborHTMLParser(markup)
    for selector in (_NEVER_TEXT, _FURNITURE):
        for node in tree.css(selector):
            if selector == _NEVER_TEXT or not node.css_first("h1"):
                node.decompose()
    body = tree.body
    if body is None:
        raise EmptyDocument.known("empty", path=path)
    main = _main(body)
    lines = [line.text for line in lines_of(main)]
    # a page that shows the document itself needs no headline: the document has a head of its own
    if not shows_head(lines):
        lines = [*_headline(body, main), *lines]
    source = Source(
        path=path,
        media_type="text/html",
        encoding=encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        warnings=warnings,
    )
    return join_lines(lines), source


def _decoded(data: bytes, path: str | None) -> tuple[str, str, list[str]]:
    """The markup: UTF-8 when it is that, else by the charset the page declares, else as any text file."""
    declared = _CHARSET.search(data[:4096])
    if declared:
        name = declared[1].decode("ascii")
        text = decode_named(data, "utf-8") or decode_named(data, name)
        if text is not None:
            return text, "utf-8" if decode_named(data, "utf-8") is not None else name.lower(), []
    decoded = decode(data, path)
    return decoded.text, decoded.encoding, decoded.warnings


def _main(body: LexborNode) -> LexborNode:
    """The element that holds the document: go down as long as one child has most of the running text."""
    weights = _weights(body)
    _drop_furniture(body, weights)
    node = body
    while True:
        here = weights.get(node.mem_id, 0.0)
        best = max(_elements(node), key=lambda child: weights.get(child.mem_id, 0.0), default=None)
        if best is None or here == 0 or weights.get(best.mem_id, 0.0) < _MAIN_SHARE * here:
            return node
        if best.tag in {"p", "table", "tbody", "tr", "ol", "ul"}:
            return node
        node = best


def _weights(body: LexborNode) -> dict[int, float]:
    """Running text below each element: characters outside links, short scraps for little."""
    weights: dict[int, float] = {}
    for line in lines_of(body):
        weight = _weight(line)
        node: LexborNode | None = line.node
        while weight and node is not None:
            weights[node.mem_id] = weights.get(node.mem_id, 0.0) + weight
            if node.mem_id == body.mem_id:
                break
            node = node.parent
    return weights


def _weight(line: HtmlLine) -> float:
    own = len(line.text) - line.linked
    return own if len(line.text) > 60 or line.text.endswith((".", ";", ":", ",")) else own / 4


def _drop_furniture(body: LexborNode, weights: dict[int, float]) -> None:
    """Remove blocks that are named like page furniture or are lists of links, unless they hold much of the text."""
    total = weights.get(body.mem_id, 0.0)
    doomed = []
    for node in walk(body):
        if (
            node.tag not in {"div", "ul", "ol", "section", "table", "span", "p"}
            or weights.get(node.mem_id, 0.0) > total / 5
        ):
            continue
        names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
        if _FURNITURE_NAMES.search(names) or _is_link_list(node):
            doomed.append(node)
    for node in doomed:
        if not node.css_first("h1"):
            node.decompose()


def _is_link_list(node: LexborNode) -> bool:
    if node.tag not in {"div", "ul", "section"}:
        return False
    links = node.css("a")
    if len(links) < 3:
        return False
    linked = sum(len(link.text(strip=True)) for link in links)
    return linked > _MOSTLY_LINKS * len(node.text(strip=True))


def _headline(body: LexborNode, main: LexborNode) -> Iterator[str]:
    """The page's headline and the day it was published, when they stand outside the main element."""
    headline = body.css_first("h1")
    if headline is None or main.css_first("h1") is not None:
        return
    title = " ".join(headline.text(separator=" ").split())
    if not title:
        return
    yield title
    # news pages print the day between the headline and the text
    seen = False
    for line in lines_of(body):
        if line.node.mem_id == main.mem_id or _is_below(line.node, main):
            return
        if seen and len(line.text) < 60 and _DATE.search(line.text):
            yield line.text
            return
        seen = seen or title in line.text


def _is_below(node: LexborNode, ancestor: LexborNode) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.mem_id == ancestor.mem_id:
            return True
        parent = parent.parent
    return False


def _elements(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        if child.tag and not child.tag.startswith("-"):
            yield child
        child = child.next
