"""What stands on the page and is not the document: page numbers, running heads, stamps, electronic signatures."""

from __future__ import annotations

import re
from collections import Counter

from vnstruct.readers.flow import shows_head
from vnstruct.readers.pdf_lines import PrintedLine

_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)
# "Ký bởi: …", "Thời gian ký: 15.10.2025 17:24:51 +07:00", printed over the page by signing programs
_SIGNATURE = re.compile(
    r"(?:ký bởi|người ký|ngày ký|thời gian ký|digitally signed|signature not verified)\b|(?:email|cơ quan)\s*:",
    re.IGNORECASE,
)
_EDGE = 0.1
_SHARE = 0.4
_LONGEST = 120


def without_furniture(pages: list[list[PrintedLine]]) -> tuple[list[list[PrintedLine]], list[PrintedLine]]:
    """The lines of the document by page, and what stands aside: rotated text and electronic signatures."""
    repeated = _repeated(pages)
    kept: list[list[PrintedLine]] = []
    aside: list[PrintedLine] = []
    for lines in pages:
        signed = _signature_lines(lines)
        page: list[PrintedLine] = []
        for index, line in enumerate(lines):
            if line.aside or index in signed:
                aside.append(line)
            elif not (_at_edge(line) and (_PAGE_NUMBER.fullmatch(line.text) or _pattern(line) in repeated)):
                page.append(line)
        kept.append(page)
    return kept, aside


def _at_edge(line: PrintedLine) -> bool:
    return line.middle > (1 - _EDGE) * line.page_height or line.middle < _EDGE * line.page_height


def _pattern(line: PrintedLine) -> str:
    """A line without its numbers: running heads differ by the page number only."""
    return re.sub(r"[\d\s]+", "#", line.text).strip("#").casefold()


def _repeated(pages: list[list[PrintedLine]]) -> set[str]:
    """Patterns at the edge of many pages; the head of a form, which an appendix repeats, is text."""
    if len(pages) < 2:
        return set()
    counts = Counter(
        pattern
        for lines in pages
        for pattern in {
            _pattern(line)
            for line in lines
            if _at_edge(line) and len(line.text) <= _LONGEST and not shows_head([line.text])
        }
    )
    return {pattern for pattern, count in counts.items() if pattern and count >= max(2, _SHARE * len(pages))}


def _signature_lines(lines: list[PrintedLine]) -> set[int]:
    """Lines of electronic signatures: two or more together, or one that is plainly nothing else."""
    found = {index for index, line in enumerate(lines) if _SIGNATURE.match(line.text)}
    certain = {index for index in found if not re.match(r"(?:email|cơ quan)\s*:", lines[index].text, re.IGNORECASE)}
    return {index for index in found if index in certain or {index - 1, index + 1} & found}
