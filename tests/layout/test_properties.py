"""What holds for every text: blocks cover it, sections nest, paragraphs are ordered, time is linear."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.hardness.growth import SIZES, assert_linear
from vnstruct.analysis import Analysis
from vnstruct.knowledge import load_knowledge
from vnstruct.layout.stage import LayoutStage

STAGE = LayoutStage(load_knowledge())
LINES = [
    "", "   ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ỦY BAN NHÂN DÂN TỈNH A", "Số: 5/CT-UBND",
    "Số:", "Hà Nội, ngày 5 tháng 6 năm 2024", "CHỈ THỊ", "QUYẾT ĐỊNH:", "Về việc phòng cháy", "Kính gửi: Sở Y tế.", "Kính gửi:",
    "Căn cứ Luật Đất đai;", "I. CHUNG", "1. Sở Y tế rà soát.", "2. Sở Nội vụ: 1. Một. 2. Hai.", "a) Rà soát;", "b) Báo cáo.",
    "Điều 1. Phạm vi", "Điều", "“Điều 5. Giao quyền", "”", "Chương I", "- Như trên;", "Nơi nhận:", "Nơi nhận:\tCHỦ TỊCH",
    "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Văn An", "Trần Văn An", "PHỤ LỤC I", "| Nơi nhận: - A; | CHỦ TỊCH |",
    "12", "Đang truy cập: 5", "các cơ sở khám bệnh và", "|", "**", "UBND tỉnh yêu cầu các sở, ban, ngành khẩn trương rà soát.",
]  # fmt: skip
DOCUMENTS = st.one_of(
    st.lists(st.sampled_from(LINES), max_size=30).map("\n".join),
    st.text(alphabet="aĐiều1. )(\n\t|-“”:;/IVXSốT\u0301\u200b😀", max_size=200),
    st.text(max_size=120),
)


def analysed(text: str) -> Analysis:
    analysis = Analysis.of(text)
    STAGE(analysis)
    return analysis


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS)
def test_blocks_cover_the_view(text: str) -> None:
    analysis = analysed(text)
    blocks = analysis.layout.blocks
    assert [b.start for b in blocks[1:]] == [b.end for b in blocks[:-1]]
    if analysis.text:
        assert (blocks[0].start, blocks[-1].end) == (0, len(analysis.text))
    assert all(b.start < b.end for b in blocks)
    assert all(a.kind != b.kind for a, b in itertools.pairwise(blocks))


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS)
def test_sections_nest(text: str) -> None:
    layout = analysed(text).layout
    for index, section in enumerate(layout.sections):
        assert section.start < section.content <= section.end or section.start == section.content
        if section.parent is None:
            assert section.depth == 1
            continue
        parent = layout.sections[section.parent]
        assert section.parent < index
        assert section.depth == parent.depth + 1
        assert parent.start <= section.start
        assert section.end <= parent.end


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS)
def test_paragraphs_are_ordered_and_apart(text: str) -> None:
    analysis = analysed(text)
    paragraphs = analysis.layout.paragraphs
    for paragraph in paragraphs:
        assert 0 <= paragraph.start <= paragraph.content <= paragraph.end <= len(analysis.text)
        assert paragraph.start < paragraph.end
    assert all(a.end <= b.start for a, b in itertools.pairwise(paragraphs))


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS)
def test_fields_and_recipients_lie_in_the_text(text: str) -> None:
    analysis = analysed(text)
    spans = [(f.start, f.end) for f in analysis.layout.fields.values()]
    spans += [(r.start, r.end) for r in analysis.layout.recipients] + analysis.layout.signature_offices
    assert all(0 <= start <= end <= len(analysis.text) for start, end in spans)
    assert all(f.value for f in analysis.layout.fields.values())


@pytest.mark.parametrize(
    "unit",
    [
        "1. Sở Y tế rà soát các cơ sở khám bệnh.\n",
        "“Điều 5. Giao quyền cho các sở\n",  # quotations never closed
        "a) Một; b) Hai; c) Ba; ",  # one endless line of labels
        "Điều 1. Phạm vi Điều 2. Hiệu lực ",
        "Số: / - / - / - ",
        "ngày tháng ngày tháng năm ",
        "CỘNG HÒA XÃ HỘI ",
        "Nơi nhận:\n- A;\nCHỦ TỊCH\n",
        "( ( ( (",
        ".........",
    ],
)
def test_time_is_linear(unit: str) -> None:
    assert_linear(lambda text: STAGE(Analysis.of(text)), unit, SIZES)


def test_real_texts_go_through(shared: Path) -> None:
    paths = sorted((shared / "corpus" / "texts").glob("*.txt"))
    assert paths
    for path in paths:
        analysis = analysed(path.read_bytes().decode("utf-8"))
        assert analysis.layout.blocks[-1].end == len(analysis.text), path.name


def test_headers_that_a_catalogue_knows(shared: Path, analyse: Callable[[str], Analysis]) -> None:
    """Number, date and signer agree with the publisher's catalogue on nearly every document of its sample."""
    import json

    hits = dict.fromkeys(("number", "date", "signer_name"), 0)
    totals = dict(hits)
    for line in (shared / "eval" / "headers-dev.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        fields = analyse(row["text"]).layout.fields
        for name in hits:
            if row["truth"].get(name):
                totals[name] += 1
                hits[name] += name in fields and fields[name].value == row["truth"][name]
    assert {name: hits[name] / totals[name] >= 0.95 for name in hits} == dict.fromkeys(hits, True)
