"""Web pages: the document that the page is about, without menus, counters and related news."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from vnstruct.errors import UnsafeFile
from vnstruct.messages import Reason
from vnstruct.readers.files import Limits
from vnstruct.readers.flow import HEAD, Line, Spot, extracted, head_lines, shows_head
from vnstruct.readers.html_lines import HtmlLine, lines_of, steps, walk
from vnstruct.schema import Source
from vnstruct.text.encodings import decode, decode_named

_NEVER_TEXT = "script, style, noscript, template, iframe, object, svg, select, button, input, textarea"
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
_MUCH_MORE = 1.6
_LEVELS_UP = 8
# elements that end only where they are told to; p, li, td and the like end by themselves
_NESTING = re.compile(
    r"<(/?)(?:div|span|[uod]l|table|section|article|main|[biua]|font|center|strong|em|blockquote|fieldset|pre|details|"
    r"figure|address|header|footer|nav|aside|dir|menu|listing)\b",
    re.IGNORECASE,
)
_DEEPEST = 2_000
_ABOVE = ((0, Spot(part="page_header")),)
_REMOVABLE = frozenset({"div", "ul", "ol", "section", "table", "span", "p"})


def read_text(data: bytes, path: str | None, limits: Limits) -> tuple[str, Source]:
    """The main text of a page: headline, date line and body, one paragraph a line."""
    markup, encoding, warnings = _decoded(data, path)
    _check_nesting(markup, path)
    text, places, links = extracted(_document_lines(markup) or _all_lines(markup))
    source = Source(
        path=path,
        media_type="text/html",
        encoding=encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        warnings=warnings,
        places=places,
        links=links,
    )
    return text, source


def _check_nesting(markup: str, path: str | None) -> None:
    """Refuse markup nested as no page is: parsing takes time by the square of the depth."""
    depth = 0
    for match in _NESTING.finditer(markup):
        depth += -1 if match[1] else 1
        if depth > _DEEPEST:
            raise UnsafeFile.known("unsafe-archive", path=path, reason=Reason("deep-html", _DEEPEST))


def _all_lines(markup: str) -> list[Line]:
    """Everything on a page that seems to have no running text."""
    tree = LexborHTMLParser(markup)
    for node in tree.css(_NEVER_TEXT):
        node.decompose()
    return [found.line for found in lines_of(tree.body)] if tree.body is not None else []


def _document_lines(markup: str) -> list[Line]:
    tree = LexborHTMLParser(markup)
    for selector in (_NEVER_TEXT, _FURNITURE):
        for node in tree.css(selector):
            if selector == _NEVER_TEXT or not node.css_first("h1"):
                node.decompose()
    body = tree.body
    if body is None:
        return []
    main = _main(body)
    lines = [found.line for found in lines_of(main)]
    # a page that shows the document itself needs no headline: the document has a head of its own
    if not shows_head([line.text for line in lines[:HEAD]]):
        lines = [*(Line(text, _ABOVE) for text in _headline(body, main)), *lines]
    return lines if any(line.text for line in lines) else []


def _decoded(data: bytes, path: str | None) -> tuple[str, str, list[str]]:
    """The markup: UTF-8 when it is that, else by the charset the page declares, else as any text file."""
    declared = _CHARSET.search(data[:4096])
    names = ["utf-8", declared[1].decode("ascii").lower()] if declared else []
    for name in names:
        text = decode_named(data, name)
        if text is not None:
            return text, name, []
    decoded = decode(data, path)
    return decoded.text, decoded.encoding, decoded.warnings


@dataclass(slots=True)
class _Content:
    """What stands below an element: how much running text, and how many characters of links and of anything."""

    running: float = 0.0
    linked: int = 0
    characters: int = 0
    links: int = 0

    def add(self, other: _Content) -> None:
        self.running += other.running
        self.linked += other.linked
        self.characters += other.characters
        self.links += other.links


_NOTHING = _Content()


def _main(body: LexborNode) -> LexborNode:
    """The element that holds the document: go down as long as one child has most of the running text."""
    contents = _contents(body)
    _drop_furniture(body, contents)
    node = body
    while True:
        here = contents[node.mem_id].running
        best = max(_elements(node), key=lambda child: contents.get(child.mem_id, _NOTHING).running, default=None)
        share = contents.get(best.mem_id, _NOTHING).running / here if best is not None and here else 0.0
        if best is None or share < _MAIN_SHARE or best.tag in {"p", "table", "tbody", "tr", "ol", "ul"}:
            return _with_head(node, body, contents)
        node = best


def _with_head(main: LexborNode, body: LexborNode, contents: dict[int, _Content]) -> LexborNode:
    """Up again to the element that also holds the document's head and recipients, when these stand beside the text."""
    best, most = main, head_lines(line.text for line in lines_of(main))
    node = main
    for _ in range(_LEVELS_UP):
        if node.mem_id == body.mem_id or node.parent is None:
            break
        node = node.parent
        if contents[node.mem_id].running > _MUCH_MORE * contents[main.mem_id].running:
            break
        found = head_lines(line.text for line in lines_of(node))
        if found > most:
            best, most = node, found
    return best


def _contents(body: LexborNode) -> dict[int, _Content]:
    """What stands below each element, summed up in one walk."""
    contents: dict[int, _Content] = {body.mem_id: _Content()}
    for line in lines_of(body):
        own = contents.setdefault(line.node.mem_id, _Content())
        own.add(_Content(_running(line), line.linked, len(line.text)))
    for node, entering in steps(body):
        if entering:
            contents.setdefault(node.mem_id, _Content(links=int(node.tag == "a"))).links = int(node.tag == "a")
        elif node.parent is not None:
            contents.setdefault(node.parent.mem_id, _Content()).add(contents[node.mem_id])
    return contents


def _running(line: HtmlLine) -> float:
    """Characters outside links; short scraps without punctuation count for little."""
    own = len(line.text) - line.linked
    return own if len(line.text) > 60 or line.text.endswith((".", ";", ":", ",")) else own / 4


def _drop_furniture(body: LexborNode, contents: dict[int, _Content]) -> None:
    """Remove blocks that are named like page furniture or are lists of links, unless they hold much of the text."""
    much = contents[body.mem_id].running / 5
    doomed = [
        node
        for node in walk(body)
        if node.tag in _REMOVABLE
        and contents.get(node.mem_id, _NOTHING).running <= much
        and (_is_link_list(node, contents) or _FURNITURE_NAMES.search(_names(node)))
    ]
    for node in doomed:
        if not node.css_first("h1"):
            node.decompose()


def _names(node: LexborNode) -> str:
    return f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"


def _is_link_list(node: LexborNode, contents: dict[int, _Content]) -> bool:
    content = contents.get(node.mem_id, _NOTHING)
    return node.tag != "p" and content.links >= 3 and content.linked > _MOSTLY_LINKS * content.characters


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
