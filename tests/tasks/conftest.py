"""Documents to put an example in, and what came out as plain values."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from vnstruct.analysis import Analysis
from vnstruct.pipeline import analyse

HEAD = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG NINH
Số: 15/CT-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Quảng Ninh, ngày 05 tháng 3 năm 2026

CHỈ THỊ
Về việc chủ động ứng phó thiên tai

"""
OPENED = HEAD + "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:\n1. "


class Fact(NamedTuple):
    """A task in the words of the document."""

    text: str
    actors: tuple[str, ...]
    verbs: tuple[str, ...]
    coordinators: tuple[str, ...]
    recipients: tuple[str, ...]
    deadline: str


Facts = Callable[[str], list[Fact]]


def facts_of(analysis: Analysis) -> list[Fact]:
    """The tasks of an analysis."""

    def words(start: int, end: int) -> str:
        return " ".join(analysis.text[start:end].split())

    return [
        Fact(
            words(task.start, task.end),
            tuple(words(b.start, b.end) for b in task.actors),
            tuple(words(a.start, a.end).lower() for a in task.actions),
            tuple(words(b.start, b.end) for b in task.coordinators),
            tuple(words(b.start, b.end) for b in task.reports_to),
            task.deadline.value if task.deadline else "",
        )
        for task in analysis.tasks.tasks
    ]


@pytest.fixture(scope="session")
def ordered() -> Callable[[str], Analysis]:
    """Run the pipeline on a text that stands as item 1 of a directive, after the lead-in; `` / `` breaks the line."""
    return lambda text: analyse(OPENED + text.replace(" / ", "\n") + "\n")


@pytest.fixture(scope="session")
def facts() -> Facts:
    """The tasks of a whole document."""
    return lambda text: facts_of(analyse(text))
