"""Text of documents as text of the page: no markup, nothing invisible that could mislead."""

from __future__ import annotations

import html
import json
from typing import Any

# Control characters are shown as the pictures Unicode has for them (NUL as ␀), one for one; characters that turn the
# reading direction around (U+202E shows "gpj.exe" as "exe.jpg"), C1 controls and halves of surrogate pairs as U+FFFD.
_VISIBLE: dict[int, str] = {code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n"}
_VISIBLE |= {0x7F: "\u2421"}
_VISIBLE |= dict.fromkeys([*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd")
_VISIBLE |= dict.fromkeys([*range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "\ufffd")
_ESCAPED = _VISIBLE | {ord(c): html.escape(c) for c in "&<>\"'"}
_IN_SCRIPT = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def escaped(text: str) -> str:
    """Text for an element or a quoted attribute.

    >>> escaped('<b title="x">\\0')
    '&lt;b title=&quot;x&quot;&gt;␀'
    """
    return text.translate(_ESCAPED)


def one_line(text: str, most: int = 200) -> str:
    """Text on one line, cut at a word when longer than ``most`` code points; not escaped.

    >>> one_line("Sở  Tài\\nchính"), one_line("Sở Tài chính", 8)
    ('Sở Tài chính', 'Sở Tài…')
    """
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    head, _, _ = text[:most].rpartition(" ")
    return (head or text[: most - 1]) + "…"


def beside(text: str, start: int, end: int, room: int = 40) -> tuple[str, str]:
    """The whole words before and after ``text[start:end]`` on its line, about ``room`` code points each.

    >>> beside("Giao Sở Y tế báo cáo tình hình.", 13, 20, 9)
    ('…Sở Y tế ', ' tình…')

    A stretch that lies behind the text has nothing after it.

    >>> beside("Giao Sở Y tế", 100, 90)
    ('Giao Sở Y tế', '')
    """
    start = min(start, len(text))
    end = min(max(start, end), len(text))
    first, last = max(0, start - room), min(len(text), end + room)
    before, after = text[first:start], text[end:last]
    if first > 0 and not text[first - 1].isspace():
        before = before.partition(" ")[2]
    if last < len(text) and not text[last].isspace():
        after = after.rpartition(" ")[0]
    cut_before, cut_after = first > 0 and "\n" not in before, last < len(text) and "\n" not in after
    before, after = before.rpartition("\n")[2], after.partition("\n")[0]
    return ("…" + before if cut_before else before), (after + "…" if cut_after else after)


def script_json(value: Any) -> str:
    """JSON for a ``<script>`` element: nothing in it can end the element, open a comment or break a line.

    >>> script_json({"a": "</script><!--"})
    '{"a":"\\\\u003c/script\\\\u003e\\\\u003c!--"}'
    """
    return json.dumps(_visible(value), ensure_ascii=False, separators=(",", ":")).translate(_IN_SCRIPT)


def _visible(value: Any) -> Any:
    if isinstance(value, str):
        return value.translate(_VISIBLE)
    if isinstance(value, list):
        return [_visible(item) for item in value]
    if isinstance(value, dict):
        return {key: _visible(item) for key, item in value.items()}
    return value
