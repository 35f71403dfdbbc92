"""Word documents, read as they print: automatic numbers, cells, footnotes, text boxes, changes as accepted."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from lxml import etree

from vnstruct.errors import UnreadableFile
from vnstruct.messages import Reason
from vnstruct.readers.docx_numbering import Numbering, integer
from vnstruct.readers.docx_styles import Styles
from vnstruct.readers.docx_xml import attribute, child, children, is_on, name_of, value
from vnstruct.readers.files import Limits
from vnstruct.readers.flow import HEAD, Line, Row, Spot, extracted, shows_head, table_lines, trimmed
from vnstruct.readers.package import Package
from vnstruct.schema import Source
from vnstruct.text.encodings import from_font

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_CONTAINERS = frozenset(
    {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple", "dir", "bdo"}
)
_DROPPED = frozenset(
    {"del", "moveFrom", "rPr", "pPr", "instrText", "delText", "sdtPr", "sdtEndPr", "tblPr", "tcPr", "trPr"}
)
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_NOTE_KINDS = {"separator", "continuationSeparator", "continuationNotice"}


def read_text(data: bytes, path: str | None, limits: Limits) -> tuple[str, Source]:
    """The text of the document, one paragraph a line, footnotes at the end."""
    package = Package(data, path, limits)
    document = _Document(package)
    text, places, _ = extracted(document.lines())
    return text, Source(
        path=path,
        media_type=MEDIA_TYPE,
        sha256=hashlib.sha256(data).hexdigest(),
        warnings=document.warnings,
        places=places,
    )


class _Document:
    """One document being read."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.folder = package.main.rpartition("/")[0]
        self.styles = Styles(package.xml(f"{self.folder}/styles.xml"))
        self.numbering = Numbering(package.xml(f"{self.folder}/numbering.xml"), self.styles.lists())
        self.warnings: list[str] = []
        self.notes: list[str] = []
        self.note_numbers: dict[str, int] = {}
        self.paragraphs = 0
        self.tables = 0
        self.carried: list[str] = []

    def lines(self) -> list[Line]:
        root = self.package.xml(self.package.main)
        body = child(root, "body")
        if body is None:
            raise UnreadableFile.known("damaged", path=self.package.path, kind="DOCX", reason=Reason("no-body"))
        lines = list(self.blocks(body))
        if not shows_head([line.text for line in lines[:HEAD]]):
            lines = self.page_head() + lines
        return lines + self.footnotes()

    def page_head(self) -> list[Line]:
        """A letterhead that stands in the header of the first page, when the body has none."""
        for name in sorted(n for n in self.package.names if n.startswith(f"{self.folder}/header")):
            root = self.package.xml(name)
            lines = list(self.blocks(root, Spot(part="page_header"))) if root is not None else []
            if shows_head([line.text for line in lines[:HEAD]]):
                return lines
        return []

    def footnotes(self) -> list[Line]:
        """The notes that the text refers to, numbered in the order of their references."""
        found: dict[str, etree._Element] = {}
        for part, note in (("footnotes", "footnote"), ("endnotes", "endnote")):
            root = self.package.xml(f"{self.folder}/{part}.xml")
            for node in children(root, note) if root is not None else ():
                if attribute(node, "type") not in _NOTE_KINDS:
                    found[note + attribute(node, "id")] = node
        lines = []
        # notes may refer to notes, themselves included: the list grows while it is read, by each note once
        for number, key in enumerate(self.notes, start=1):
            spot = Spot(paragraph=number, part="footnote")
            first, *others = list(self.blocks(found[key], spot) if key in found else ()) or [Line("")]
            lines += [Line(f"[{number}] {first.text.strip()}", ((0, spot),)), *others]
        return lines

    def note_number(self, key: str) -> int:
        """What is printed for a note: its place among the notes referred to, the same each time."""
        if key not in self.note_numbers:
            self.notes.append(key)
            self.note_numbers[key] = len(self.notes)
        return self.note_numbers[key]

    def blocks(self, container: etree._Element, spot: Spot | None = None) -> Iterator[Line]:
        """The lines of paragraphs and tables, in order; ``spot`` when all of the container stands at one."""
        for node in container:
            name = name_of(node)
            if name == "p":
                yield from self.paragraph(node, spot or self.next_paragraph())
            elif name == "tbl":
                yield from table_lines(list(self.rows(node, spot)))
            elif name == "AlternateContent":
                yield from self.blocks(_chosen(node), spot)
            elif name == "altChunk":
                self.warnings.append("có phần nhúng (altChunk) không đọc được")
            elif name in _CONTAINERS:
                yield from self.blocks(node, spot)
        rest, self.carried = "".join(self.carried), []
        if rest:
            yield Line(rest)

    def next_paragraph(self) -> Spot:
        self.paragraphs += 1
        return Spot(paragraph=self.paragraphs)

    def rows(self, table: etree._Element, spot: Spot | None) -> Iterator[Row]:
        """The rows of a table; a cell that continues the one above is empty."""
        if spot is None:
            self.tables += 1
        number = self.tables
        for index, row in enumerate(_below(table, "tr"), start=1):
            if child(row, "trPr", "del") is not None:
                continue
            cells: Row = []
            column = 1 + _count(child(row, "trPr", "gridBefore"), 0)
            for cell in _below(row, "tc"):
                merged = child(cell, "tcPr", "vMerge")
                continues = merged is not None and value(merged) != "restart"
                at = spot or Spot(table=number, row=index, column=column)
                cells.append([] if continues else trimmed(list(self.blocks(cell, at))))
                column += _count(child(cell, "tcPr", "gridSpan"), 1)
            yield cells

    def paragraph(self, node: etree._Element, spot: Spot) -> Iterator[Line]:
        """The printed lines of a paragraph, its number first; text boxes anchored in it follow.

        A paragraph whose mark is deleted runs on into the next one, which gives the number.
        """
        pieces, self.carried = self.carried, []
        boxes: list[etree._Element] = []
        caps = self.styles.caps(value(child(node, "pPr", "pStyle")))
        self.inline(node, pieces, boxes, caps=caps)
        if _mark_is_gone(node):
            self.carried, pieces = pieces, []
            if not boxes:
                return
        text = "".join(pieces)
        label = self.label(node) if text.strip() or not boxes else ""
        # the column "STT" of a table is often numbers without words; a bullet without words says nothing
        alone = label.strip() if any(map(str.isalnum, label)) else ""
        printed = (label + text.strip(" ")).split("\n") if text.strip() else [alone]
        yield from (Line(line, ((0, spot),)) for line in printed)
        for box in boxes:
            yield from (line for line in self.blocks(box, spot._replace(part="text_box")) if line.text.strip())

    def label(self, node: etree._Element) -> str:
        """What numbering prints before a paragraph."""
        style = value(child(node, "pPr", "pStyle")) or self.styles.default
        own = child(node, "pPr", "numPr")
        list_id = value(child(own, "numId"))
        level = value(child(own, "ilvl"))
        if not list_id:
            list_id, inherited = self.styles.list_of(style)
            level = level or inherited
        if not list_id or list_id == "0":
            return ""
        own_level = integer(level, -1)
        index = own_level if own_level >= 0 else self.numbering.level_of_style(list_id, style)
        return self.numbering.label(list_id, index)

    def inline(self, node: etree._Element, pieces: list[str], boxes: list[etree._Element], *, caps: bool) -> None:
        """Collect the characters below a node of a paragraph."""
        for item in node:
            name = name_of(item)
            if name == "r":
                self.run(item, pieces, boxes, caps=caps)
            elif name == "AlternateContent":
                self.inline(_chosen(item), pieces, boxes, caps=caps)
            elif name == "t" and "/math" in str(item.tag):
                pieces.append(item.text or "")
            elif name not in _DROPPED:
                self.inline(item, pieces, boxes, caps=caps)

    def run(self, node: etree._Element, pieces: list[str], boxes: list[etree._Element], *, caps: bool) -> None:
        """The characters of a run: hidden text left out, capitals as printed, legacy fonts as Unicode."""
        properties = child(node, "rPr")
        if is_on(child(properties, "vanish")):
            return
        toggle = child(properties, "caps")
        upper = is_on(toggle) if toggle is not None else caps
        font = attribute(child(properties, "rFonts"), "ascii") or attribute(child(properties, "rFonts"), "hAnsi")
        for item in node:
            name = name_of(item)
            if name == "t":
                text = from_font(item.text or "", font)
                pieces.append(text.upper() if upper else text)
            elif name in _CHARACTERS:
                pieces.append(_CHARACTERS[name])
            elif name == "sym":
                pieces.append(_symbol(item))
            elif name in {"footnoteReference", "endnoteReference"}:
                pieces.append(f" [{self.note_number(name.removesuffix('Reference') + attribute(item, 'id'))}]")
            elif name in {"drawing", "pict", "object", "AlternateContent"}:
                boxes += _text_boxes(item)


def _chosen(alternative: etree._Element) -> etree._Element:
    """Of the same content in two forms, the first that is there."""
    for name in ("Choice", "Fallback"):
        found = child(alternative, name)
        if found is not None:
            return found
    return alternative


def _text_boxes(node: etree._Element) -> list[etree._Element]:
    """The contents of text boxes below a drawing, each once: Word writes them in a new and an old form."""
    if name_of(node) == "AlternateContent":
        node = _chosen(node)
    found: list[etree._Element] = []
    for item in node:
        if name_of(item) == "txbxContent":
            found.append(item)
        else:
            found += _text_boxes(item)
    return found


def _below(node: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows and cells, also inside content controls and inserted ranges."""
    for item in node:
        if name_of(item) == name:
            yield item
        elif name_of(item) in _CONTAINERS:
            yield from _below(item, name)


def _symbol(node: etree._Element) -> str:
    """A character of a symbol font: dashes and dots are kept, pictures are left out."""
    code = attribute(node, "char")
    try:
        number = int(code[:6], 16)
    except ValueError:
        return ""
    character = chr(number & 0xFF if number >= 0xF000 else number) if 0 <= number < 0x110000 else ""
    return character if character.isascii() and character.isprintable() else {0xB7: "•"}.get(number & 0xFF, "")


def _mark_is_gone(paragraph: etree._Element) -> bool:
    """Whether a tracked change deletes or moves away the end of a paragraph."""
    mark = child(paragraph, "pPr", "rPr")
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None


def _count(node: etree._Element | None, default: int) -> int:
    """A number of columns; what is no sane number is the default."""
    text = value(node)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else default
