"""Kind, level, register, successor, members and confidence of mentions."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from vnstruct.analysis import Analysis

Read = Callable[[str], Analysis]


@pytest.mark.parametrize(
    ("text", "kind", "level"),
    [
        # the head gives the kind, the level its own word or the head
        ("Bộ Tài chính", "ministry", "central"),
        ("Sở Xây dựng", "department", "province"),
        ("Phòng Nội vụ huyện Sông Mã", "division", "district"),
        ("UBND xã Tân Lập", "people_committee", "commune"),
        ("HĐND tỉnh", "assembly", "province"),
        ("Huyện ủy Mai Sơn", "party", "district"),
        ("Công an huyện Vân Hồ", "police", "district"),
        ("Tòa án nhân dân tối cao", "court", "central"),
        ("Bệnh viện Ánh Dương", "hospital", None),
        ("Trường THPT Lê Lợi", "school", None),
        ("Sư đoàn 968", "armed_forces", None),
        ("Công ty Cổ phần Hoa Ban", "enterprise", None),
        ("Hội Nông dân tỉnh", "mass_organisation", "province"),
        # an office is an office wherever it is held
        ("Giám đốc Sở Y tế", "office", "province"),
        # a set is a group
        ("các sở, ban, ngành", "group", "province"),
    ],
)
def test_kind_and_level(read: Read, text: str, kind: str, level: str | None) -> None:
    (body,) = read(text).bodies
    assert (body.kind, body.level) == (kind, level)


@pytest.mark.parametrize(
    ("text", "entity", "successor"),
    [
        # by name, by abbreviation
        ("Bộ Y tế", "bo-y-te", None),
        ("Bộ NN&PTNT", "bo-nong-nghiep-va-phat-trien-nong-thon", "bo-nong-nghiep-va-moi-truong"),
        # the registered name with a place is the body of that place
        ("Sở Y tế tỉnh Hải Dương", "so-y-te", None),
        # a body of the same make at another level is not the registered one
        ("Đảng ủy Quân sự huyện Sông Mã", None, None),
        # a composed name is not registered
        ("Bệnh viện Ánh Dương", None, None),
        # an office in a registered body is not that body
        ("Giám đốc Sở Y tế", None, None),
    ],
)
def test_register(read: Read, text: str, entity: str | None, successor: str | None) -> None:
    (body,) = read(text).bodies
    assert (body.entity, body.successor) == (entity, successor)
    assert body.source == ("bodies.register" if entity else "bodies.grammar")


@pytest.mark.parametrize(
    ("text", "members"),
    [
        # places of a set, their levels left out
        ("UBND các huyện: Mộc Châu, Yên Châu, Vân Hồ", ["Mộc Châu", "Yên Châu", "Vân Hồ"]),
        # a range is no list
        ("Chủ tịch UBND các tỉnh từ Quảng Trị đến Khánh Hòa", []),
        # one place
        ("UBND huyện Mộc Châu", []),
        # the nouns of a set, the levels of one
        ("các sở, ban, ngành", ["sở", "ban", "ngành"]),
        ("UBND các xã, phường", ["xã", "phường"]),
        # one noun is no list
        ("các cơ quan liên quan", []),
    ],
)
def test_members(read: Read, text: str, members: list[str]) -> None:
    (body,) = read(text).bodies
    assert body.members == members


def test_confidence_falls_with_vagueness(read: Read) -> None:
    registered, composed, vague = read("Bộ Y tế phối hợp với Bệnh viện Ánh Dương, các đơn vị liên quan kiểm tra").bodies
    assert registered.confidence > composed.confidence > vague.confidence


@pytest.mark.parametrize(
    ("text", "members"),
    [
        # those named in the parenthesis instead of the nouns, in full
        ("giao các cơ quan báo chí (Báo Sơn La, Đài PTTH tỉnh)", ["Báo Sơn La", "Đài Phát thanh - Truyền hình tỉnh"]),
        ("giao các sở, ngành (gồm: Sở Y tế và Sở Nội vụ) rà soát", ["Sở Y tế", "Sở Nội vụ"]),
        # a parenthesis about something else
        ("giao các sở, ngành (theo phụ lục của Sở Y tế) rà soát", ["sở", "ngành"]),
    ],
)
def test_members_in_a_parenthesis(read: Read, text: str, members: list[str]) -> None:
    assert read(text).bodies[0].members == members
