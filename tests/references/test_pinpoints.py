"""Pinpoints: labels, ranges, and which place belongs to which."""

from __future__ import annotations

import pytest
from vnstruct.references.pinpoints import expand_range, scan_groups, sequences, targets


def _places(text: str) -> list[str]:
    """The targets of each sequence, units abbreviated by their first letter: ``pa.c2.a5``."""
    found = []
    for sequence in sequences(text, list(scan_groups(text))):
        places = [".".join(f"{unit[:2]}-{label}" for unit, label in place.items()) for place in targets(sequence)]
        found.append(" ".join(places))
    return found


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("1", "4", "1 2 3 4"),  # figures
        ("g", "n", "g h i k l m n"),  # no j
        ("d", "e", "d đ e"),  # đ stands between
        ("A", "C", "A B C"),  # capitals stay capitals
        ("I", "IV", "I II III IV"),  # Roman figures, not letters
        ("4", "1", "4 1"),  # no range backwards
        ("1a", "2", "1a 2"),  # inserted units have no order that is known
    ],
)
def test_range(first: str, last: str, labels: str) -> None:
    assert expand_range(first, last) == labels.split()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("khoản 3 và khoản 4 Điều 5, Điều 6", ["cl-3.ar-5 cl-4.ar-5 ar-6"]),  # clauses go with the next article only
        ("khoản 2, 3 và 4 Điều 141, Điều 142", ["cl-2.ar-141 cl-3.ar-141 cl-4.ar-141 ar-142"]),  # one unit word
        ("điểm a khoản 1 Điều 59, điểm b Điều 64", ["po-a.cl-1.ar-59 po-b.ar-64"]),  # a point right in an article
        ("tiết b1 điểm b và tiết c1 điểm c khoản 5", ["su-b1.po-b.cl-5 su-c1.po-c.cl-5"]),  # two chains, one clause
        ("Điều 5 khoản 2 điểm a", ["po-a.cl-2.ar-5"]),  # from large to small
        ("Điều 3; khoản 2 Điều 5", ["ar-3 cl-2.ar-5"]),  # a semicolon parts them: Điều 3 is no part of Điều 5
        ("khoản 2 Điều này, Điều 7", ["cl-2", "ar-7"]),  # Điều này ends the sequence
        ("khoản 1 (trừ điểm e) Điều 70", ["cl-1.ar-70"]),  # what is excepted is no target
        ("khoản 2 và 3 tháng sau", ["cl-2"]),  # a figure that counts months
        ("Điều 5, 10 ngày làm việc", ["ar-5"]),  # or days
        ("các điểm a, b,c và đ", ["po-a po-b po-c po-đ"]),  # blanks missing
        ("điểm “a” khoản 2", ["po-a.cl-2"]),  # label in quotation marks
        ("Phụ lục số 1A, 2B", ["ap-1A ap-2B"]),  # annexes with letters
        ("Phần thứ hai", ["pa-thứ hai"]),  # ordinal in words
        ("mục II.3", ["se-II.3"]),  # compound label
        ("điểm đến, khoản thu, mục đích, chương trình", []),  # nouns without a label
    ],
)
def test_places(text: str, places: list[str]) -> None:
    assert _places(text) == places
