"""What holds for every text: spans, order, spelling of the text, and time."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.hardness.growth import SIZES, assert_linear
from vnstruct.analysis import Analysis
from vnstruct.knowledge import Knowledge, load_knowledge
from vnstruct.references.stage import ReferenceStage

STAGE = ReferenceStage(load_knowledge())
Read = Callable[[str], Analysis]

PIECES = [
    "Nghị định số ", "45/2021/NĐ-CP", "Luật Đất đai", " năm 2013", "điểm a khoản 2 ", "Điều 5", " này", " nêu trên",
    "Chỉ thị", " của Chính phủ", " ngày 1/2/2020", "(sau đây gọi là ", ")", "“", "”", ", ", "; ", "\n", "\n\n", " và ",
    "số ", "/QĐ-", "UBND", "57", "Nghị quyết ", "Đại hội lần thứ XI", "khoản ", "được sửa đổi, bổ sung bởi ",
    "Đề án ", "ban hành kèm theo ", "\u200b", "é", "\u0301", "İ", "𝔸", "|", "1", "-", "/", ".", "Phụ lục I ", "Căn cứ ",
    "thay thế ",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=80))
def test_spans_and_links(text: str) -> None:
    analysis = Analysis.of(text)
    STAGE(analysis)
    mentions, works = analysis.references.mentions, analysis.references.works
    size = len(analysis.text)
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)
    for index, mention in enumerate(mentions):
        assert 0 <= mention.start < mention.end <= size
        for span in (mention.date_span, mention.issuer_span, mention.title_span):
            assert span is None or 0 <= span[0] < span[1] <= size
        assert (mention.number is not None) == (mention.kind == "numbered")
        assert (mention.name is not None) >= (mention.kind == "named")
        assert mention.document is None or index in works[mention.document].mentions
    resolved = [index for index, mention in enumerate(mentions) if mention.document is not None]
    assert sorted(index for work in works for index in work.mentions) == resolved


SAMPLE = (
    "Căn cứ điểm a khoản 2 Điều 5 Nghị định số 45/2021/NĐ-CP ngày 31/3/2021 của Chính phủ về hòa giải;\n"
    "Theo Luật Hòa giải ở cơ sở, Chỉ thị số 05-CT/TW của Bộ Chính trị và Ủy ban nhân dân tại Quyết định này."
)


@pytest.mark.parametrize(
    "spell",
    [
        lambda text: unicodedata.normalize("NFD", text),  # decomposed
        lambda text: text.replace("\n", "\r\n"),  # Windows line ends
        lambda text: text.replace("-", "–"),  # dashes for hyphens
        lambda text: text.replace(" ", "\u00a0"),  # no-break spaces
        lambda text: text.replace("Đ", "Ð"),  # the look-alike of Đ
        lambda text: text.replace("òa", "oà"),  # the old place of the tone mark
        lambda text: text.replace("Nghị", "Ng\u200bhị"),  # zero-width characters
        lambda text: text.replace(" ", "  "),  # double blanks
    ],
    ids=["NFD", "CRLF", "dashes", "nbsp", "eth", "old-tones", "zero-width", "double-blanks"],
)
def test_spelling_of_the_text_does_not_matter(read: Read, spell: Callable[[str], str]) -> None:
    def values(text: str) -> list[tuple[object, ...]]:
        return [(m.kind, m.number, m.name, m.date, m.issuer, m.pinpoints) for m in read(text).references.mentions]

    assert values(spell(SAMPLE)) == values(SAMPLE)


def test_without_knowledge_nothing_breaks() -> None:
    analysis = Analysis.of(SAMPLE)
    ReferenceStage(Knowledge())(analysis)
    assert all(m.start < m.end for m in analysis.references.mentions)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "điểm a, điểm a, ", "1/2/", "Nghị định số ", "Nghị định số 1/2020/NĐ-CP, ", "Luật ", "Luật A ",
        "sửa đổi, bổ sung ", "Quyết định số 1/QĐ-TTg ngày 1/1/2020 của ", "Nghị quyết Đại hội ",
        "Nghị quyết 1, 2, 3, ", "Đề án “",
        "(sau đây gọi là Đề án 1) ", "của Bộ ", "Khoản 1 Điều này, ", "Chiến lược a ", "Quy chế a kèm theo ", "căn cứ ",
        "1", "/", "-", "số ", "\n", "“", "A/A-", "số …",
    ],
)  # fmt: skip
def test_time_is_linear(piece: str) -> None:
    assert_linear(lambda text: STAGE(Analysis.of(text)), piece, SIZES)


def test_many_mentions_cost_little_each() -> None:
    text = "Căn cứ khoản 2 Điều 5 Nghị định số 45/2021/NĐ-CP ngày 31/3/2021 của Chính phủ về hòa giải;\n" * 2000
    analysis = Analysis.of(text)
    start = time.process_time()
    STAGE(analysis)
    assert len(analysis.references.mentions) == 2000
    assert len(analysis.references.works) == 1
    assert time.process_time() - start < 5
