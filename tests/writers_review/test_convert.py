"""The review page and Akoma Ntoso from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from tests.writers_review.conftest import directive
from tests.writers_review.test_page import parsed
from vnstruct.cli import app
from vnstruct.schema import Directive
from vnstruct.writers import writer_of


@pytest.fixture
def inputs(tmp_path: Path) -> list[Path]:
    """Two short directives."""
    paths = [tmp_path / f"{name}.txt" for name in ("mot", "hai")]
    for path in paths:
        path.write_text(f"CHỈ THỊ\nGiao Sở Y tế rà soát việc {path.stem}.\n", encoding="utf-8")
    return paths


def convert(*arguments: object) -> int:
    with pytest.raises(SystemExit) as exit_:
        app(["convert", *map(str, arguments)])
    return int(exit_.value.code or 0)


def test_one_page_for_all_documents(inputs: list[Path], tmp_path: Path) -> None:
    assert convert(*inputs, "-o", tmp_path / "rà soát.html") == 0
    page = parsed((tmp_path / "rà soát.html").read_text(encoding="utf-8"))
    assert len(list(page.iter("article"))) == 2


def test_a_page_for_each_document(inputs: list[Path], tmp_path: Path) -> None:
    assert convert(*inputs, "--format", "html", "-o", tmp_path / "out") == 0
    for path in inputs:
        page = parsed((tmp_path / "out" / f"{path.stem}.html").read_text(encoding="utf-8"))
        assert f"việc {path.stem}" in page.find_class("text")[0].text_content()


def test_a_file_of_xml_for_each_document(inputs: list[Path], tmp_path: Path) -> None:
    assert convert(*inputs, "--format", "xml", "-o", tmp_path / "out") == 0
    for path in inputs:
        assert etree.parse(tmp_path / "out" / f"{path.stem}.xml").getroot().tag.endswith("akomaNtoso")


@pytest.mark.parametrize("text", ["Sở Y tế", "nửa \ud800 đôi", "a\0b"])
def test_documents_reach_the_common_page_as_they_are(text: str, tmp_path: Path) -> None:
    document: Directive = directive(text, bodies=[(text, {"confidence": 0.5})])
    writer, single = writer_of("review"), writer_of("html")
    with (tmp_path / "page.html").open("wb") as out:
        writer.join([writer.part(document)], out)
    assert (tmp_path / "page.html").read_bytes() == single.part(document)
