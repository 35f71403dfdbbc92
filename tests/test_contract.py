"""What the output promises, on samples, on real texts and in other forms of the same text.

The promises themselves are in ``tests/hardness/invariants.py``; damaged and generated texts are in that folder too.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest
import vnstruct
from tests.hardness.invariants import check, json_is_valid
from vnstruct.schema import Directive

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
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


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples(path: Path) -> None:
    text = path.read_bytes().decode()
    directive = vnstruct.read(path)
    check(directive, text)
    json_is_valid(directive)


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
        except Exception as error:
            failures.append(f"{name}: {error!r}")
    assert failures == []
