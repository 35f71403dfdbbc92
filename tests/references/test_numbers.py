"""Numbers of documents: where they end, what they are equal to, and what only looks like one."""

from __future__ import annotations

import pytest
from vnstruct.knowledge import load_knowledge
from vnstruct.references.numbers import NumberScanner
from vnstruct.text import view_of

SCANNER = NumberScanner(load_knowledge())


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("12/KH-UBND - Sở Y tế", ["12/KH-UBND"]),  # a dash of the sentence is no part of the code
        ("12/KH-UBND\n- UBND tỉnh", ["12/KH-UBND"]),  # nor is the bullet of the next line
        ("12/QĐ-UBND.", ["12/QĐ-UBND"]),  # nor the full stop
        ("1234/UBND-VX.NC và", ["1234/UBND-VX.NC"]),  # but a dot between units is
        ("103-SL/L.005.", ["103-SL/L.005"]),  # old law numbers have one, with figures
        ("18/2014/QĐ-UBNDvề việc", ["18/2014/QĐ-UBND"]),  # glued word with a mark on its vowel
        ("151/2025/NĐ-CPquy định", ["151/2025/NĐ-CP"]),  # glued word in ASCII: the table knows CP
        ("5/CĐ-TTgngày", ["5/CĐ-TTg"]),  # the code itself ends in lower case
        ("99/GDTrH-GDTX", ["99/GDTrH-GDTX"]),  # lower case inside a unit's code
        ("34/SL-1945", ["34/SL-1945"]),  # a year behind the code
        ("02/2002/QH 10, khóa", ["02/2002/QH10"]),  # the term after a blank
        ("số 204/UB-QĐ-NĐ", ["204/UB-QĐ-NĐ"]),  # issuer before type
        ("287 - QĐ/TWĐTN-CTTN", ["287-QĐ/TWĐTN-CTTN"]),  # blanks on both sides of the first hyphen
        ("01/12011/TT-BNV", ["01/12011/TT-BNV"]),  # a misprinted year is kept as printed
        ("số /UBND-NC", ["/UBND-NC"]),  # a blank to be filled in
        ("số **1**52/2025/NĐ-CP", ["152/2025/NĐ-CP"]),  # Markdown inside the serial
        ("Quyết định số 58§6/QĐ-BYT", ["58§6/QĐ-BYT"]),  # a figure misread: one number, not its tail
        ("1/2 số dân, 24/7, 3/4", []),  # fractions and the like have no code
        ("ngày 01/01/2020-BTC", []),  # a date is no serial
        ("QCVN 41:2024/BGTVT", []),  # the tail of a standard's number
        ("Mẫu số 02/KK-TNCN", []),  # a form
        ("COVID-19/SARS", []),  # a figure behind a hyphen
        ("120 km/h, 5 mg/L", []),  # units of measure
    ],
)
def test_extent(text: str, numbers: list[str]) -> None:
    assert [number.text for number in SCANNER.scan(view_of(text).text)] == numbers


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("05-CT/TW", "5-CT/TW", True),  # leading zero
        ("45/2021/NĐ-CP", "45/2021/ND-CP", True),  # marks lost
        ("598/QĐ-TTg", "598/QĐ-TTG", True),  # case
        ("09-NQ/TƯ", "09-NQ/TW", True),  # the old spelling of Trung ương
        ("09-NQ/TU", "09-NQ/TW", False),  # Tỉnh ủy is not Trung ương
        ("12/CĐTTg", "12/CĐ-TTg", True),  # separator dropped
        ("13/2020/TT BTC", "13/2020/TT-BTC", True),  # blank for the separator
        ("98/2021NĐ-CP", "98/2021/NĐ-CP", True),  # slash dropped
        ("06/QĐ-TTg", "06/QĐ-UBND", False),  # another issuer
        ("06/2020/QĐ-TTg", "06/2021/QĐ-TTg", False),  # another year
    ],
)
def test_same_number(one: str, other: str, same: bool) -> None:
    (a,), (b,) = SCANNER.scan(one), SCANNER.scan(other)
    assert (a.key == b.key) is same


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("45/2021/NĐ-CP", True),  # type and issuer known
        ("43/2024/QH15", True),  # year and issuer
        ("05-CT/TW", True),  # Party type before the slash
        ("36-CP", False),  # needs its type word
        ("25/CP", False),  # so does this
        ("12/B3", False),  # a house, a seat, a class
    ],
)
def test_certain_without_type_word(text: str, certain: bool) -> None:
    assert [SCANNER.certain(number) for number in SCANNER.scan(text)] == [certain]
