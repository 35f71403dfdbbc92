"""What every writer promises, whatever stands in the text: the files open, and nothing in them runs."""

from __future__ import annotations

import csv
import io
import json

import openpyxl
from lxml import etree, html
from vnstruct.schema import Directive
from vnstruct.writers import writer_of

_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_LIVE = ("iframe", "object", "embed", "img", "link", "base", "svg", "video", "audio")


def written(name: str, *directives: Directive) -> bytes:
    """The file of a format."""
    writer, out = writer_of(name), io.BytesIO()
    writer.join([writer.part(directive) for directive in directives], out)
    return out.getvalue()


def outputs_are_harmless(directive: Directive) -> None:
    """All formats of one document."""
    json_is_json(directive)
    csv_runs_nothing(directive)
    workbook_runs_nothing(directive)
    xml_is_well_formed(directive)
    page_runs_only_its_own(directive)


def json_is_json(directive: Directive) -> None:
    """JSON and JSON Lines read back; a document is one line there, also when its text has other line separators."""
    assert json.loads(written("json", directive))["text"] == directive.text
    lines = written("jsonl", directive, directive).split(b"\n")
    assert [json.loads(line)["text"] for line in lines if line] == [directive.text] * 2


def csv_runs_nothing(directive: Directive) -> None:
    """No cell begins as a formula does; every row has all columns."""
    rows = list(csv.reader(io.StringIO(written("csv", directive).decode("utf-8-sig"), newline="")))
    assert len({len(row) for row in rows}) == 1
    assert len(rows) == 1 + len(directive.tasks)
    for row in rows:
        assert not any(cell.startswith(_RUNS) for cell in row), row


def workbook_runs_nothing(directive: Directive) -> None:
    """Cells are texts, numbers and days: no formula, no link."""
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", directive)))
    for sheet in book:
        for row in sheet:
            for cell in row:
                assert cell.data_type in {"s", "n", "d", "inlineStr"}, cell.value
                assert cell.hyperlink is None


def xml_is_well_formed(directive: Directive) -> None:
    """One document of Akoma Ntoso, without a DTD or processing instructions."""
    root = etree.fromstring(written("xml", directive))
    assert etree.QName(root).localname == "akomaNtoso"
    assert root.getroottree().docinfo.internalDTD is None
    assert not root.xpath("//processing-instruction()")


def page_runs_only_its_own(directive: Directive) -> None:
    """The review page has its own two scripts, loads nothing, and no attribute of it is a handler."""
    root = html.document_fromstring(written("html", directive))
    assert len(list(root.iter("script"))) == 2
    assert not [element.tag for element in root.iter(*_LIVE)]
    for element in root.iter(etree.Element):
        for name, value in element.attrib.items():
            assert not name.startswith("on") and name not in {"src", "action", "formaction"}, (name, value)
            assert name != "href" or value.startswith("#"), value
