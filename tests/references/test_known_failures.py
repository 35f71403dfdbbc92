"""What is known not to work; strict, so that an accidental repair is noticed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from vnstruct.analysis import Analysis


@pytest.mark.xfail(strict=True, reason="known failure")
@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        # a blank inside the serial: 3 and 0 are two figures
        ("Quyết định số 3 0/2008/QĐ-BGDĐT", ["30/2008/QĐ-BGDĐT"]),
        # a range of numbers names documents that are not printed
        ("các Nghị quyết từ số 1654 đến số 1656/NQ-UBTVQH15", [f"165{n}/NQ-UBTVQH15" for n in (4, 5, 6)]),
        # a law that no table knows, with "và" in its name and no number: the name is cut at "và"
        ("theo Luật Khí hậu và chuyển đổi xanh", ["Luật Khí hậu và chuyển đổi xanh"]),
        # the second term of a plenum's name
        ("Kết luận Trung ương 4 khóa XI, XII", [f"Kết luận Trung ương 4 khóa {n}" for n in ("XI", "XII")]),
    ],
)
def test_known_failure(read: Callable[[str], Analysis], text: str, read_as: list[str]) -> None:
    assert [m.number or m.name for m in read(text).references.mentions] == read_as
