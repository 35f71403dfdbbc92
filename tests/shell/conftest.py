"""A structured document made by hand: the shell is tested whatever the stages find."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from vnstruct.cli import app
from vnstruct.schema import Directive

TEXT = """ỦY BAN NHÂN DÂN
TỈNH AN BÌNH
Số: 06/CT-UBND
CHỈ THỊ
Về trật tự đô thị
Thực hiện Nghị định số 115/2020/NĐ-CP, Chủ tịch UBND tỉnh yêu cầu:
I. NHIỆM VỤ
1. Sở Tài chính
a) Chủ trì, phối hợp với Sở Nội vụ rà soát =dự toán, trước ngày 25/12/2025.
b) Báo cáo UBND tỉnh hằng tháng.
2. Công an tỉnh không được chậm trễ.
"""


def _span(quote: str, nth: int = 1) -> dict[str, Any]:
    start = -1
    for _ in range(nth):
        start = TEXT.index(quote, start + 1)
    return {"start": start, "end": start + len(quote), "text": quote}


def _item(id_: str, quote: str, nth: int = 1, **fields: Any) -> dict[str, Any]:
    return {"id": id_, **_span(quote, nth), **fields}


def _section(id_: str, parent: str | None, kind: str, label: str, quote: str, **fields: Any) -> dict[str, Any]:
    span = _span(quote)
    return {
        "id": id_,
        "parent": parent,
        "kind": kind,
        "label": label,
        **fields,
        "start": span["start"],
        "end": len(TEXT),
    }


DOCUMENT: dict[str, Any] = {
    "source": {"path": "chi-thi.txt"},
    "text": TEXT,
    "kind": "directive",
    "header": {"doc_type": "chỉ thị", "number": "06/CT-UBND", "title": "Về trật tự đô thị", "date": "2025-11-25"},
    "sections": [
        _section("s1", None, "section", "I", "I. NHIỆM VỤ", heading="NHIỆM VỤ", depth=1),
        _section("s2", "s1", "item", "1", "1. Sở Tài chính", heading="Sở Tài chính", depth=2),
        _section("s3", "s2", "point", "a", "a) Chủ trì", depth=3),
        _section("s4", "s2", "point", "b", "b) Báo cáo", depth=3),
        _section("s5", "s1", "item", "2", "2. Công an", depth=2),
    ],
    "blocks": [{"kind": "header", "start": 0, "end": 80}, {"kind": "body", "start": 80, "end": len(TEXT)}],
    "references": [
        _item(
            "r1",
            "Nghị định số 115/2020/NĐ-CP",
            kind="numbered",
            doc_type="nghị định",
            number="115/2020/NĐ-CP",
            relation="implements",
            document="d1",
        )
    ],
    "cited_documents": [
        {"id": "d1", "doc_type": "nghị định", "number": "115/2020/NĐ-CP", "date": "2020-09-25", "mentions": ["r1"]}
    ],
    "dates": [
        _item(
            "t1", "ngày 25/12/2025", value="2025-12-25", kind="date", role="deadline",
            earliest="2025-12-25", latest="2025-12-25",
        ),
        _item("t2", "hằng tháng", value="XXXX-XX", kind="recurring", role="deadline"),
    ],
    "bodies": [
        _item("b1", "Sở Tài chính", name="Sở Tài chính", role="responsible"),
        _item("b2", "Sở Nội vụ", name="Sở Nội vụ", role="coordinating"),
        _item("b3", "UBND tỉnh", 2, name="Ủy ban nhân dân tỉnh", role="recipient"),
        _item("b4", "Công an tỉnh", name="Công an tỉnh", role="responsible", confidence=0.6),
    ],
    "actions": [
        _item("a1", "Chủ trì", kind="perform", lemma="chủ trì", **{"class": "lead"}),
        _item("a2", "phối hợp", kind="perform", lemma="phối hợp", **{"class": "coordinate"}),
        _item("a3", "rà soát", kind="perform", lemma="rà soát", **{"class": "inspect"}),
        _item("a4", "Báo cáo", kind="perform", lemma="báo cáo", **{"class": "report"}),
        _item("a5", "không được", kind="prohibit", lemma="không được", **{"class": "prohibit"}),
    ],
    "tasks": [
        _item(
            "k1", "Chủ trì, phối hợp với Sở Nội vụ rà soát =dự toán, trước ngày 25/12/2025", section="s3",
            actions=["a1", "a2", "a3"], actors=["b1"], coordinators=["b2"], deadline="t1", references=["r1"],
        ),
        _item("k2", "Báo cáo UBND tỉnh hằng tháng", section="s4", actions=["a4"], actors=["b1"], deadline="t2"),
        _item(
            "k3", "không được chậm trễ", section="s5", actions=["a5"], actors=["b4"], modality="must_not",
        ),
    ],
    "diagnostics": [{"code": "no-signature", "message": "Không thấy chữ ký", "start": 0, "end": 5}],
}  # fmt: skip


@pytest.fixture
def directive() -> Directive:
    """A short directive with three tasks: one coordinated and dated, one recurring, one doubtful prohibition."""
    return Directive.model_validate(DOCUMENT)


@pytest.fixture
def structured_by_hand(directive: Directive, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pipeline replaced by one that always gives the document made by hand."""

    def structure(_: str, **__: object) -> Directive:
        return directive

    monkeypatch.setattr("vnstruct.pipeline.structure", structure)


class Ran(NamedTuple):
    """One run of the program: its exit code and what it printed."""

    code: int
    out: str
    err: str


Runner = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Runner:
    """Runs the program with arguments."""

    def run_(*arguments: object) -> Ran:
        with pytest.raises(SystemExit) as exit_:
            app([str(argument) for argument in arguments])
        return Ran(int(exit_.value.code or 0), *capsys.readouterr())

    return run_
