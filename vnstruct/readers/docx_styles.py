"""What paragraph styles pass on: their list, their capitals."""

from __future__ import annotations

from functools import cache

from lxml import etree

from vnstruct.readers.docx_xml import attribute, child, children, is_on, value

_DEEPEST = 20  # styles may be based on each other in a circle


class Styles:
    """The styles of a document by id."""

    def __init__(self, root: etree._Element | None) -> None:
        nodes = list(children(root, "style")) if root is not None else []
        self.nodes = {attribute(node, "styleId"): node for node in nodes}
        self.default = next(
            (
                attribute(node, "styleId")
                for node in nodes
                if attribute(node, "type") == "paragraph" and attribute(node, "default") in {"1", "true"}
            ),
            "",
        )
        # thousands of paragraphs ask for the same style
        self.list_of = cache(self._list_of)
        self.caps = cache(self._caps)

    def chain(self, style: str) -> list[etree._Element]:
        """A style and those it is based on, the nearest first."""
        found: list[etree._Element] = []
        while style in self.nodes and len(found) < _DEEPEST:
            found.append(self.nodes[style])
            style = value(child(found[-1], "basedOn"))
        return found

    def _list_of(self, style: str) -> tuple[str, str]:
        """List id and level that a style gives its paragraphs; empty when it gives none."""
        for node in self.chain(style):
            numbering = child(node, "pPr", "numPr")
            if child(numbering, "numId") is not None:
                return value(child(numbering, "numId")), value(child(numbering, "ilvl"))
        return "", ""

    def lists(self) -> dict[str, str]:
        """The list id of every style that has one of its own."""
        return {style: value(child(node, "pPr", "numPr", "numId")) for style, node in self.nodes.items()}

    def _caps(self, style: str) -> bool:
        """Whether a style prints capitals."""
        for node in self.chain(style or self.default):
            toggle = child(node, "rPr", "caps")
            if toggle is not None:
                return is_on(toggle)
        return False
