"""Whatever is printed in a supported spelling comes back; whatever else is printed does no harm."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.hardness.growth import SIZES, assert_linear
from vnstruct.analysis import Analysis

Read = Callable[[str], Analysis]
ROMAN = ("I", "II", "III", "IV")

DAYS: list[Callable[[date], str]] = [
    lambda d: f"ngày {d.day:02} tháng {d.month} năm {d.year}",
    lambda d: f"ngày {d.day} tháng {d.month:02} năm {d.year}",
    lambda d: f"Ngày  {d.day:02}\ntháng {d.month:02} năm {d.year}",
    lambda d: f"ngày {d.day}/{d.month}/{d.year}",
    lambda d: f"ngày {d.day:02}-{d.month:02}-{d.year}",
    lambda d: f"ngày {d.day:02}.{d.month:02}.{d.year}",
    lambda d: f"ngày {d.day:02} tháng {d.month}/{d.year}",
    lambda d: f"ngày {d.day}/{d.month} năm {d.year}",
    lambda d: f"{d.day:02} tháng {d.month} năm {d.year}",
    lambda d: f"{d.day}/{d.month}/{d.year}",
    lambda d: d.isoformat(),
    lambda d: f"NGÀY {d.day:02} THÁNG {d.month:02} NĂM {d.year}",
    lambda d: f"ngảy {d.day:02} thảng {d.month:02} nãm {d.year}",
]
PERIODS: list[tuple[Callable[[date], str], Callable[[date], str]]] = [
    (lambda d: f"tháng {d.month} năm {d.year}", lambda d: f"{d:%Y-%m}"),
    (lambda d: f"tháng {d.month:02}/{d.year}", lambda d: f"{d:%Y-%m}"),
    (lambda d: f"Quý {ROMAN[(d.month - 1) // 3]} năm {d.year}", lambda d: f"{d.year}-Q{(d.month + 2) // 3}"),
    (lambda d: f"quý {(d.month + 2) // 3}/{d.year}", lambda d: f"{d.year}-Q{(d.month + 2) // 3}"),
    (lambda d: f"6 tháng đầu năm {d.year}", lambda d: f"{d.year}-H1"),
    (lambda d: f"năm {d.year}", lambda d: f"{d.year}"),
    (lambda d: f"năm học {d.year}-{d.year + 1}", lambda d: f"{d.year}/{d.year + 1}"),
    (lambda d: f"giai đoạn {d.year} - {d.year + 4}", lambda d: f"{d.year}/{d.year + 4}"),
    (lambda d: f"nhiệm kỳ {d.year}-{d.year + 5}", lambda d: f"{d.year}/{d.year + 5}"),
    (lambda d: f"ngày {d.day} hằng tháng", lambda d: f"XXXX-XX-{d:%d}"),
    (lambda d: f"ngày {d.day}/{d.month} hàng năm", lambda d: f"XXXX-{d:%m-%d}"),
]
AROUND = ["{}", "Giao Sở Y tế thực hiện {}.", "(hoàn thành {});", "Kế hoạch\n{}\ncủa xã", "| {} |", "trước {}, gửi xã"]
DATES = st.dates(date(1900, 1, 1), date(2090, 12, 31))
WORDS = """
    ngày tháng năm quý hằng hàng mỗi giờ trước đến từ trong kỳ 1 12 31 2025 2030 / - . , : ; ( ) I IV thứ hai h30
    Luật số giai đoạn nhiệm kỳ định lần nửa đầu cuối ’ … l6 O5 𝒳 á e\u0301 \u200b İ
"""
PIECES = st.sampled_from([*WORDS.split(), "\n"])


@given(day=DATES, spell=st.sampled_from(DAYS), around=st.sampled_from(AROUND))
def test_days_come_back(read: Read, day: date, spell: Callable[[date], str], around: str) -> None:
    printed = spell(day)
    text = around.format(printed)
    assert [(text[d.start : d.end], d.value) for d in read(text).dates] == [(printed, day.isoformat())]


@given(day=DATES, period=st.sampled_from(PERIODS), around=st.sampled_from(AROUND))
def test_periods_come_back(
    read: Read, day: date, period: tuple[Callable[[date], str], Callable[[date], str]], around: str
) -> None:
    spell, value = period
    printed = spell(day)
    text = around.format(printed)
    assert [(text[d.start : d.end], d.value) for d in read(text).dates] == [(printed, value(day))]


@given(first=DATES, last=DATES, spell=st.sampled_from(DAYS[:6]), join=st.sampled_from([" đến ", " - ", " đến hết "]))
def test_intervals_come_back(read: Read, first: date, last: date, spell: Callable[[date], str], join: str) -> None:
    first, last = sorted((first, last))
    text = f"từ {spell(first)}{join}{spell(last)}"
    assert [(d.start, d.value) for d in read(text).dates] == [(3, f"{first}/{last}")]


@given(st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES).map("".join)))
@settings(max_examples=300)
def test_any_text_is_survived(read: Read, text: str) -> None:
    analysis = read(text)
    spans = [(d.start, d.end) for d in analysis.dates]
    assert spans == sorted(spans)
    assert all(low < high for low, high in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert all(0 <= low < high <= len(analysis.text) for low, high in spans)


@given(st.lists(st.sampled_from(DAYS), min_size=1, max_size=4), DATES)
def test_reading_twice_is_the_same(read: Read, spellings: list[Callable[[date], str]], day: date) -> None:
    text = "; ".join(spell(day) for spell in spellings)
    assert [d.value for d in read(text).dates] == [d.value for d in read(text).dates]


HOSTILE = [
    "1234567890",  # digits without end
    "1/",  # slashes
    "1/1/",
    "1-2-",
    "1.1.",
    "ngày ",  # the same word for ever
    "ngày 1 tháng ",
    "tháng 1 ",
    "tháng 1 tháng 1 năm ",
    "ngày 1, 2, 3, ",  # one endless enumeration
    "năm 2020, ",
    "quý i, ii, ",
    "2020 - ",  # one endless interval
    "ngày 5/6 - ",
    "một hai ba mươi ",  # numbers in words
    "hằng năm ",
    "12:30 ",
    "17 giờ ",
    "ngày          ",  # blanks
    "ngày . . _ _ ",
    "\n",
    "trước hết là ngày ",  # prepositions
    "thời gian hoàn thành x:\n",  # lead-ins of lists
    "định kỳ 6 tháng, ",
    "ngày 31/02/2025 ",  # findings
]


@pytest.mark.slow
@pytest.mark.parametrize("unit", HOSTILE, ids=repr)
def test_hostile_text_is_linear(read: Read, unit: str) -> None:
    assert_linear(read, unit, SIZES)


def test_a_megabyte_of_digits(read: Read) -> None:
    assert read("0123456789" * 100_000).dates == []
