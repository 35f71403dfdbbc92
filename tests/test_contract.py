"""What the output promises, on samples, on real texts and on texts damaged in every usual way."""

from __future__ import annotations

import json
import random
import unicodedata
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
import vnstruct
from hypothesis import given, settings
from hypothesis import strategies as st
from vnstruct.schema import Directive

SCHEMA = jsonschema.Draft202012Validator(json.loads((files("vnstruct") / "schema.json").read_text(encoding="utf-8")))
SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
ANNOTATED = ("references", "dates", "bodies", "actions", "tasks")
TEXT = """ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH AN BÌNH                  Độc lập - Tự do - Hạnh phúc
Số: 06/CT-UBND             An Bình, ngày 25 tháng 11 năm 2025

CHỈ THỊ
Về tăng cường quản lý đất đai

Thực hiện khoản 2 Điều 5 Nghị định số 115/2020/NĐ-CP ngày 25/9/2020 của Chính phủ, Chủ tịch UBND tỉnh yêu cầu:
1. Sở Tài chính
a) Chủ trì, phối hợp với Sở Nội vụ, UBND các xã, phường rà soát dự toán, hoàn thành trước ngày 25/12/2025;
b) Báo cáo UBND tỉnh định kỳ hằng tháng.
2. Giám đốc Công an tỉnh chịu trách nhiệm kiểm tra; nghiêm cấm thu phí trái quy định.
Chỉ thị này có hiệu lực từ ngày ký./.

Nơi nhận:                                            CHỦ TỊCH
- Như trên;
- Lưu: VT.                                       Trần Văn Bình
"""


def check(directive: Directive, text: str) -> None:
    """Every invariant that needs nothing but the output."""
    assert directive.text == text
    check_spans(directive, text)
    check_blocks(directive, text)
    check_sections(directive)
    check_links(directive)


def check_spans(directive: Directive, text: str) -> None:
    for layer in ANNOTATED:
        items = getattr(directive, layer)
        for item in items:
            assert item.text, layer
            assert text[item.start : item.end] == item.text, layer
        assert [item.start for item in items] == sorted(item.start for item in items), layer
    for item in (*directive.sections, *directive.diagnostics):
        assert 0 <= item.start <= item.end <= len(text)


def check_blocks(directive: Directive, text: str) -> None:
    """No gap, no overlap, no empty block."""
    end = 0
    for block in directive.blocks:
        assert block.start == end < block.end
        end = block.end
    assert end == len(text)


def check_sections(directive: Directive) -> None:
    """Children stand inside their parents, below them, in text order; siblings do not overlap."""
    sections = {section.id: section for section in directive.sections}
    last_end: dict[str | None, int] = {}
    for section in directive.sections:
        assert section.start >= last_end.get(section.parent, 0)
        last_end[section.parent] = section.end
        if section.parent is not None:
            parent = sections[section.parent]
            assert parent.start <= section.start <= section.end <= parent.end
            assert parent.depth < section.depth


def check_links(directive: Directive) -> None:
    ids = {
        layer: {item.id for item in getattr(directive, layer)} for layer in (*ANNOTATED, "sections", "cited_documents")
    }
    for layer, found in ids.items():
        assert len(found) == len(getattr(directive, layer)), f"ids of {layer} repeat"
    assert set(directive.header.recipients) <= ids["bodies"]
    for reference in directive.references:
        assert reference.document is None or reference.document in ids["cited_documents"]
    mentions = {r.id: r.document for r in directive.references}
    for work in directive.cited_documents:
        assert work.mentions
        assert {mentions[i] for i in work.mentions} == {work.id}
    for task in directive.tasks:
        assert task.section is None or task.section in ids["sections"]
        assert task.deadline is None or task.deadline in ids["dates"]
        assert {*task.actors, *task.coordinators, *task.supervisors, *task.reports_to} <= ids["bodies"]
        assert set(task.actions) <= ids["actions"]
        assert set(task.references) <= ids["references"]


def check_json(directive: Directive) -> None:
    """The JSON is valid, and reads back as the same document."""
    printed = directive.to_json()
    SCHEMA.validate(json.loads(printed))
    assert Directive.model_validate_json(printed) == directive


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples(path: Path) -> None:
    text = path.read_bytes().decode()
    directive = vnstruct.read(path)
    check(directive, text)
    check_json(directive)


# characters that damage text in practice: decomposed, invisible, wide, right-to-left, controls
_PIECES = [
    "\r\n",
    "\r",
    "\n\n",
    "\t",
    "\u200b",
    "\ufeff",
    "\u202e",
    "\u0301",
    "\U0001f600",
    "\x00",
    "\u00a0",
    "Ð",
    "–",
    "\x0c",
    "(",
    "“",
    "số ",
    "1. ",
    "a) ",
]


def damaged(text: str, luck: random.Random) -> str:
    """A text with a few mishaps: pieces deleted, doubled, swapped, put in, in another case or form."""
    for _ in range(luck.randrange(1, 6)):
        a, b = sorted(luck.randrange(len(text) + 1) for _ in range(2))
        b = min(b, a + 200)
        piece = text[a:b]
        changed = luck.choice(
            [
                "",
                piece * 2,
                piece[::-1],
                piece.upper(),
                piece.lower(),
                unicodedata.normalize("NFD", piece),
                luck.choice(_PIECES) + piece,
                piece.replace(" ", luck.choice(_PIECES)),
            ]
        )
        text = text[:a] + changed + text[b:]
    return text


@pytest.mark.parametrize("seed", range(60))
def test_damaged_text(seed: int) -> None:
    luck = random.Random(seed)
    source = luck.choice([TEXT, *(path.read_bytes().decode() for path in SAMPLES)])
    text = damaged(source, luck)
    directive = vnstruct.structure(text)
    check(directive, text)
    check_json(directive)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace(" ", "\u00a0"),
        "\u200b".join,
        lambda text: text.replace("Đ", "Ð").replace("-", "–"),
    ],
    ids=["decomposed", "carriage returns", "no-break spaces", "zero-width spaces", "look-alikes"],
)
def test_form_of_the_text_changes_offsets_only(change: object) -> None:
    assert callable(change)
    plain = vnstruct.structure(TEXT)
    text = change(TEXT)
    directive = vnstruct.structure(text)
    check(directive, text)

    def values(d: Directive) -> list[object]:
        return [
            [(r.kind, r.doc_type, r.number) for r in d.references],
            [(t.value, t.role) for t in d.dates],
            [(s.label, s.depth) for s in d.sections],
            [(len(k.actors), len(k.coordinators), k.deadline) for k in d.tasks],
        ]

    assert values(directive) == values(plain)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_string(text: str) -> None:
    check(vnstruct.structure(text), text)


_WORDS = [
    "Nghị định số 115/2020/NĐ-CP",
    "khoản 2 Điều 5",
    "Chỉ thị",
    "Sở Tài chính",
    "UBND các xã, phường",
    "giao",
    "phối hợp với",
    "báo cáo",
    "trước ngày 25/12",
    "hằng tháng",
    "năm 2025",
    "\n",
    "\n1. ",
    "\na) ",
    "\n- ",
    "Điều 1. ",
    "I. ",
    ";",
    ", ",
    ". ",
    " ",
    "Nơi nhận:",
    "KT. CHỦ TỊCH",
    "Kính gửi:",
    "của Chính phủ",
    "và",
    "này",
    "(",
    ")",
    "“",
    "”",
    "99/99/9999",
    "số …/CT-UBND",
    "\U0001f600",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=40))
def test_any_order_of_official_words(words: list[str]) -> None:
    text = "".join(words)
    directive = vnstruct.structure(text)
    check(directive, text)
    check_json(directive)


def test_same_text_same_result_in_any_order_and_number_of_workers() -> None:
    texts = [TEXT, TEXT.replace("2025", "2024"), "Chỉ thị này\ncó hiệu lực."]
    first = [vnstruct.structure(text).to_json() for text in texts]
    again = [vnstruct.structure(text).to_json() for text in reversed(texts)][::-1]
    spread = [r.directive.to_json() for r in vnstruct.structure_all(texts, workers=2) if r.directive is not None]
    assert first == again == spread


def real_texts(shared: Path) -> Iterable[tuple[str, str]]:
    """Every real text at hand."""
    for path in sorted((shared / "corpus" / "texts").glob("*.txt")):
        yield path.name, path.read_bytes().decode()
    for line in (shared / "eval" / "headers-dev.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        yield str(entry.get("id")), entry.get("text") or ""


@pytest.mark.slow
def test_real_texts(shared: Path) -> None:
    failures = []
    for name, text in real_texts(shared):
        try:
            directive = vnstruct.structure(text)
            check(directive, text)
            assert Directive.model_validate_json(directive.to_json()) == directive
        except Exception as error:
            failures.append(f"{name}: {error!r}")
    assert failures == []
