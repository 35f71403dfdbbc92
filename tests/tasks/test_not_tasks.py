"""Passages that assign no work."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tasks.conftest import HEAD, Facts

PASSAGES = [
    line
    for line in Path(__file__).with_name("not_tasks.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("passage", PASSAGES)
def test_no_task_before_the_lead_in(facts: Facts, passage: str) -> None:
    assert facts(HEAD + passage + "\n") == []


def test_no_task_in_all_of_them_together(facts: Facts) -> None:
    assert facts(HEAD + "\n".join(PASSAGES) + "\n") == []


UNDER_HEADINGS = [
    # aims of a plan hold no tasks although they begin with verbs
    "I. MỤC ĐÍCH\n1. Nâng cao nhận thức của nhân dân.\n2. Huy động các nguồn lực.",
    # findings
    "I. TÌNH HÌNH\n1. Các xã tổ chức trực 24/24 giờ.\n2. Công an tỉnh xử lý 15 vụ vi phạm.",
    # when and where
    "I. THỜI GIAN, ĐỊA ĐIỂM\n1. Khai mạc lúc 8 giờ.\n2. Tổ chức tại hội trường huyện.",
    # legal grounds
    "I. CĂN CỨ PHÁP LÝ\n1. Thực hiện Luật Lâm nghiệp.\n2. Triển khai Chỉ thị số 05/CT-TTg.",
]


@pytest.mark.parametrize("body", UNDER_HEADINGS)
def test_no_task_under_headings_that_hold_none(facts: Facts, body: str) -> None:
    plan = HEAD.replace("15/CT-UBND", "15/KH-UBND").replace("CHỈ THỊ", "KẾ HOẠCH")
    assert facts(plan + body + "\n") == []
