"""What is known not to work; strict, so that an accidental repair is noticed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from vnstruct.analysis import Analysis


@pytest.mark.xfail(strict=True, reason="known failure")
@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        # a relative clause that narrows a set, other than *có …*, *được phân công …*
        ("giao UBND các xã thuộc diện sắp xếp rà soát", ["UBND các xã thuộc diện sắp xếp"]),
        # a person's name that begins like a body
        ("ông Đoàn Quang Thắng báo cáo", []),
        # the State as an actor
        ("theo kế hoạch được Nhà nước giao", ["Nhà nước"]),
        # members of a coordination inside a name: two institutes share the head
        ("Viện Lúa và Cây ăn quả", ["Viện Lúa", "Cây ăn quả"]),
        # letters, not marks, are damaged
        ("Ủy bau nhân dân tỉnh yêu cầu", ["Ủy bau nhân dân tỉnh"]),
    ],
)
def test_known_failure(read: Callable[[str], Analysis], text: str, quotes: list[str]) -> None:
    analysis = read(text)
    assert [analysis.text[b.start : b.end] for b in analysis.bodies] == quotes
