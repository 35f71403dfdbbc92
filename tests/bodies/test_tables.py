"""What the body grammar relies on in its tables."""

from __future__ import annotations

import pytest
from vnstruct.bodies.fields import fields_of
from vnstruct.bodies.forms import key_of
from vnstruct.bodies.lexicon import Lexicon
from vnstruct.knowledge import load_knowledge

KNOWLEDGE = load_knowledge()
LEXICON = Lexicon(KNOWLEDGE)


def test_heads_say_how_they_go_on() -> None:
    assert {row.naming for row in KNOWLEDGE.body_heads} == {"", "field", "proper", "subject", "whole", "open"}
    assert {row.lower for row in KNOWLEDGE.body_heads} == {"", "yes", "no"}


def test_units_have_a_known_kind() -> None:
    kinds = {"core", "area", "vague", "public", "companion", "homonym"}
    assert {row.kind for row in KNOWLEDGE.body_units} == kinds
    assert {row.described for row in KNOWLEDGE.body_units} == {"", "types", "one", "apposed"}


def test_homonyms_hide_no_office() -> None:
    assert LEXICON.homonyms & LEXICON.offices.keys() == set()


@pytest.mark.parametrize(
    ("form", "full"),
    [
        # a field by itself, with its own joints, and abbreviated
        ("y tế", "Y tế"),
        ("nông nghiệp và phát triển nông thôn", "Nông nghiệp và Phát triển nông thôn"),
        ("lao động-thương binh và xã hội", "Lao động - Thương binh và Xã hội"),
        ("gd&đt", "Giáo dục và Đào tạo"),
    ],
)
def test_fields(form: str, full: str) -> None:
    heads = {key_of(row.head): row for row in KNOWLEDGE.body_heads}
    assert fields_of(KNOWLEDGE, heads)[form].full == full


@pytest.mark.parametrize(
    "form",
    [
        "tài chính, kế hoạch và đầu tư",  # two fields
        "nội vụ, lao động - thương binh và xã hội",  # two fields
        "tp",  # Tư pháp is abbreviated only in capitals: a term with its exact form
    ],
)
def test_not_fields(form: str) -> None:
    heads = {key_of(row.head): row for row in KNOWLEDGE.body_heads}
    term = fields_of(KNOWLEDGE, heads).get(form)
    assert term is None or term.exact


@pytest.mark.parametrize(
    ("alias", "full"),
    [
        # written out word by word
        ("Bộ GD&ĐT", "Bộ Giáo dục và Đào tạo"),
        # the head alone has two meanings: the one that makes a known name
        ("VP Tỉnh ủy", "Văn phòng Tỉnh ủy"),
        # only the register knows
        ("EVN", "Tập đoàn Điện lực Việt Nam"),
        # the beginning of an office stands for the office
        ("Phó Thủ tướng", "Phó Thủ tướng Chính phủ"),
        # an alias that is a name of its own stays
        ("Tập đoàn Dầu khí Việt Nam", ""),
    ],
)
def test_registered_forms_in_full(alias: str, full: str) -> None:
    assert LEXICON.rewritten(key_of(alias)) == full
