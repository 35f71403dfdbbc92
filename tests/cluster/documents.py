"""Tables of documents for the tests: good and bad rows, and what the local batch makes of the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from vnstruct.batch import structure_all

ORDER = """ỦY BAN NHÂN DÂN
TỈNH AN BÌNH
Số: 06/CT-UBND

Thực hiện Nghị định số 115/2020/NĐ-CP, giao Sở Tài chính chủ trì, phối hợp với Sở Nội vụ báo cáo trước ngày 25/12/2025.
"""
NAMED_LIKE_A_FILE = "chi-thi.docx"  # a text of one line: in a table it is a text, never the name of a file


def json_of(texts: list[str]) -> list[str]:
    """What the local batch writes for texts."""
    return [result.directive.to_json() for result in structure_all(text + "\n" for text in texts) if result.directive]


def outcome(path: Path) -> tuple[str, Any]:
    """What the local batch makes of a file: its JSON, or the code of its error."""
    (result,) = structure_all([path])
    return str(path), result.directive.to_json() if result.directive else result.error and result.error.code
