"""Reading WordprocessingML elements by local name, in its transitional and its strict namespace alike."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree


def name_of(node: etree._Element) -> str:
    """The local name; empty for comments and processing instructions."""
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(node: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of that name."""
    return (child for child in node if name_of(child) == name)


def child(node: etree._Element | None, *path: str) -> etree._Element | None:
    """The first descendant along a path of names, or None."""
    for name in path:
        if node is None:
            return None
        node = next(children(node, name), None)
    return node


def attribute(node: etree._Element | None, name: str) -> str:
    """An attribute by its local name; empty when it is not there."""
    if node is None:
        return ""
    for key, text in node.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(text)
    return ""


def value(node: etree._Element | None) -> str:
    """The ``val`` attribute."""
    return attribute(node, "val")


def is_on(node: etree._Element | None) -> bool:
    """Whether a toggle such as ``w:caps`` is on: present, and not said to be off."""
    return node is not None and value(node) not in {"0", "false", "off", "none"}
