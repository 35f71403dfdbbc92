"""Real documents beside the checkout: nothing breaks, and what publishers linked is found."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from pathlib import Path

from vnstruct.analysis import Analysis
from vnstruct.references.codes import fold_code

Read = Callable[[str], Analysis]
_NUMBER = re.compile(r"\d+/(?:\d{4}/)?[A-ZĐ][\w&-]*(?:-[\wĐ]+)*")
_LINK = re.compile(r"<a\b[^>]*>(.*?)</a>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def test_every_text_is_read(shared: Path, read_document: Read) -> None:
    texts = sorted((shared / "corpus" / "texts").glob("*.txt"))
    for path in texts:
        analysis = read_document(path.read_bytes().decode("utf-8"))
        for mention in analysis.references.mentions:
            assert analysis.text[mention.start : mention.end].strip(), path.name
            assert mention.end - mention.start < 1500, path.name
    assert texts


def test_what_publishers_linked_is_found(shared: Path, read: Read) -> None:
    pages = shared / "corpus" / "vbpl"
    linked, found = set(), set()
    for line in (pages / "toc.jsonl").read_text("utf-8").splitlines():
        name = json.loads(line)["id"]
        page = (pages / f"{name}.html").read_text("utf-8", "replace")
        text = html.unescape(_TAG.sub("", re.sub(r"(?i)<(?:br|/p|/div|/tr|/li)[^>]*>", "\n", page)))
        labels = [html.unescape(_TAG.sub("", m[1])).strip() for m in _LINK.finditer(page)]
        linked |= {(name, fold_code(n[0])) for label in labels if len(label) < 80 and (n := _NUMBER.search(label))}
        found |= {(name, fold_code(m.number)) for m in read(text).references.mentions if m.number}
    assert len(linked) > 50
    assert len(linked & found) / len(linked) >= 0.97
