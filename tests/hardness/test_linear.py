"""Hostile texts take time by their length: one row for each family of patterns, through the whole pipeline.

The tests of single stages have tables of their own; ``test_patterns.py`` makes hostile texts from every pattern.
"""

from __future__ import annotations

import random

import pytest
import vnstruct
from tests.hardness.growth import SIZES, THOROUGH, assert_linear, filled

_LONG = (64_000, 256_000, 1_000_000)

MEGABYTES = {
    "points": "điểm a, ",
    "digits and slashes": "1/",
    "digits": "0123456789",
    "open brackets": "(",
    "open square brackets": "[",
    "open quotation marks": "“",
    "heads of bodies": "Bộ ",
    "blanks": " ",
    "dots": ".",
}
FAMILIES = {
    # text: the view and its map
    "combining marks": "a\u0301",
    "zero-width": "\u200b",
    "carriage returns": "\r",
    "one letter under many marks": "\u0301",
    "old tones": "hoà uỷ ",
    "look-alikes": "Ð–\u00a0",
    # layout: lines, labels, header, closing
    "labelled lines": "1. Sở Y tế rà soát.\n",
    "labels on one line": "a) Một; b) Hai; ",
    "labels without text": "1.\n",
    "long labels": "1.1.1.1.1.1.",
    "Roman labels": "IVXLC",
    "articles": "Điều 1. ",
    "chapters": "\nChương I\n",
    "quoted articles": "“Điều 5. Giao\n",
    "state's name": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n",
    "bodies in capitals": "ỦY BAN NHÂN DÂN\n",
    "number lines": "Số: 5/CT-UBND\n",
    "number without end": "Số: / - / - ",
    "datelines": "An Bình, ngày 5 tháng 6 năm 2024\n",
    "recipients": "Nơi nhận:\n- A;\n",
    "signatures": "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Văn An\n",
    "signature marks": "(Đã ký) ",
    "capitalised words": "Trần Văn An ",
    "capitals": "A",
    "subjects": "Về việc ",
    "addressees": "Kính gửi: Sở Y tế;\n",
    "grounds": "Căn cứ Luật Đất đai;\n",
    "table rows": "1 | Rà soát | Sở Y tế | Quý IV\n",
    "tabs": "\t",
    "cells": "| ",
    "empty lines": "\n",
    "dashes": "-",
    "asterisks": "*",
    "underscores": "_",
    "emphasis": "**a** ",
    "page numbers": "\n- 1 -\n",
    "appendices": "PHỤ LỤC I\n",
    # references: numbers, pinpoints, names, aliases
    "numbered": "Nghị định số 1/2020/NĐ-CP, ",
    "numbers in a row": "Quyết định số 1, 2, 3, ",
    "symbols without end": "A/A-",
    "types": "Nghị định số ",
    "pinpoints": "khoản 1 Điều 5, ",
    "ranges": "từ Điều 1 đến Điều 99999, ",
    "laws": "Luật A ",
    "amendments": "sửa đổi, bổ sung ",
    "attached": "ban hành kèm theo Quyết định ",
    "aliases": "(sau đây gọi là Đề án 1) ",
    "anaphora": "Chỉ thị này ",
    "plans without a name": "Đề án “",
    "issuers": "Quyết định số 1/QĐ-TTg ngày 1/1/2020 của ",
    "implemented": "thực hiện yêu cầu tại ",
    # dates
    "days": "ngày 1/1/2025, ",
    "days in words": "ngày 5 tháng 6 năm 2024 ",
    "endless enumeration of days": "ngày 1, 2, 3, ",
    "intervals": "2020 - ",
    "quarters": "quý i, ii, ",
    "numerals in words": "một hai ba mươi ",
    "hours": "17 giờ ",
    "deadlines": "trước ngày 25 hằng tháng ",
    "durations": "trong thời hạn 15 ngày ",
    "lead-ins of lists": "thời gian hoàn thành x:\n",
    # bodies
    "bodies": "Sở Y tế, ",
    "sets": "các sở, ban, ngành ",
    "coordination": "và ",
    "places": "xã An Bình, ",
    "chairmen": "Chủ tịch UBND ",
    "abbreviations": "UBND HĐND ",
    "hyphens": "GD-ĐT-",
    # tasks
    "orders": "giao Sở Y tế; ",
    "verbs": "rà soát, ",
    "partners": "phối hợp với Sở Y tế, ",
    "semicolons": "; ",
    "runs of actors that get their predicate again and again": "giao Sở Y tế; nghiêm cấm Kính gửi: ",
    "colons": "rà soát: ",
    "subjects after then": "thì Sở Y tế ",
    "purposes": "để rà soát nơi, ",
    "prohibitions": "không được nơi ",
    "reports": "báo cáo Sở Y tế nơi, ",
    "speakers": "Sở Y tế có văn bản đề nghị ",
    "inline items": "(i) rà soát ",
}


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    """Tables and patterns are loaded once, before anything is measured."""
    vnstruct.structure("Giao Sở Y tế báo cáo trước ngày 05/3/2026.")


@pytest.mark.slow
@pytest.mark.parametrize("unit", MEGABYTES.values(), ids=MEGABYTES)
def test_a_megabyte_of_the_same(unit: str) -> None:
    assert_linear(vnstruct.structure, unit, _LONG)


@pytest.mark.parametrize("unit", FAMILIES.values(), ids=FAMILIES)
def test_families(unit: str) -> None:
    assert_linear(vnstruct.structure, unit, SIZES)


@pytest.mark.parametrize("seed", range(300 if THOROUGH else 10))
def test_mixtures_of_families(seed: int) -> None:
    """Two to five hostile pieces in a row: rules of different stages keep each other busy."""
    luck = random.Random(seed)
    pieces = luck.choices([*FAMILIES.values(), *MEGABYTES.values()], k=luck.randrange(2, 6))
    assert_linear(vnstruct.structure, "".join(pieces), (4_000, 16_000))


@pytest.mark.parametrize("unit", ["Sở Y tế rà soát các cơ sở khám bệnh, ", "x", "1. a) "])
def test_families_inside_a_directive(unit: str) -> None:
    """The same where the rules expect an official document: a head above, recipients below."""
    head = "ỦY BAN NHÂN DÂN\nTỈNH AN BÌNH\nSố: 5/CT-UBND\nCHỈ THỊ\nChủ tịch UBND tỉnh yêu cầu:\n1. "
    tail = "\nNơi nhận:\n- Như trên;\nCHỦ TỊCH\nTrần Văn An\n"
    assert_linear(lambda text: vnstruct.structure(head + text + tail), unit, SIZES)


def test_the_map_of_a_changed_text_is_flat() -> None:
    """A text whose every letter is decomposed costs as much for each character as a small one."""
    assert_linear(vnstruct.structure, "Thực hiê\u0323n Chi\u0309 thi\u0323 na\u0300y\r\n", (*SIZES, 4 * SIZES[-1]))


def test_many_documents_cost_the_same_each() -> None:
    """Nothing is kept from one document to the next that the next one pays for."""
    text = filled("Giao Sở Y tế thực hiện Nghị định số 115/2020/NĐ-CP trước ngày 25/12/2025. ", 400)

    def run(documents: str) -> None:
        for number in range(len(documents)):
            vnstruct.structure(f"{text} {number}")

    assert_linear(run, "x", (10, 40))
