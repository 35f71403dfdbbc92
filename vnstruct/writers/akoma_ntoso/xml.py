"""Text of documents as XML: nothing that XML forbids, nothing lost."""

from __future__ import annotations

# XML 1.0 has no place for these: controls are shown as the pictures Unicode has for them (NUL as ␀), one for one.
_LEGAL: dict[int, str] = {code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n\r"}
_LEGAL |= dict.fromkeys([*range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "\ufffd")
_IN_TEXT = _LEGAL | {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord("\r"): "&#13;"}
_IN_VALUE = _IN_TEXT | {ord('"'): "&quot;", ord("\n"): "&#10;", ord("\t"): "&#9;"}


def xml_text(text: str) -> str:
    r"""Text as the content of an element; a carriage return survives as a character reference.

    >>> xml_text("a < b\r\n\0")
    'a &lt; b&#13;\n␀'
    """
    return text.translate(_IN_TEXT)


def xml_value(text: str) -> str:
    r"""Text as a quoted attribute.

    >>> xml_value('"a"\n')
    '&quot;a&quot;&#10;'
    """
    return text.translate(_IN_VALUE)


def start_tag(name: str, attributes: dict[str, str | None], *, empty: bool = False) -> str:
    """A start tag, or that of an empty element; attributes that are None or empty are left out.

    >>> start_tag("ref", {"href": "/akn/vn", "eId": None})
    '<ref href="/akn/vn">'
    """
    written = "".join(f' {key}="{xml_value(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{written}{'/' if empty else ''}>"
