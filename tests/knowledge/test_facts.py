"""Facts that grammars and their readers rely on, by way of the tables."""

from __future__ import annotations

import pytest
from vnstruct.knowledge import load_knowledge

KNOWLEDGE = load_knowledge()
BODIES = {body.id: body for body in KNOWLEDGE.bodies}


def body_of(form: str) -> list[str]:
    return [body.id for body in KNOWLEDGE.bodies if form == body.name or form in body.aliases]


@pytest.mark.parametrize(
    ("form", "body"),
    [
        ("Bộ GD&ĐT", "bo-giao-duc-va-dao-tao"),  # fields abbreviated with &
        ("Bộ LĐTB&XH", "bo-lao-dong-thuong-binh-va-xa-hoi"),  # three parts
        ("Sở VH,TT&DL", "so-van-hoa-the-thao-va-du-lich"),  # comma and &
        ("SGDĐT", "so-giao-duc-va-dao-tao"),  # the code alone
        ("Phòng GD-ĐT", "phong-giao-duc-va-dao-tao"),  # district division
        ("UBND tỉnh", "uy-ban-nhan-dan-tinh"),
        ("Ủy ban MTTQ Việt Nam tỉnh", "uy-ban-mat-tran-to-quoc-viet-nam-tinh"),
        ("Bộ CHQS tỉnh", "bo-chi-huy-quan-su-tinh"),
        ("VKSND tối cao", "vien-kiem-sat-nhan-dan-toi-cao"),
        ("EVN", "tap-doan-dien-luc-viet-nam"),
        ("TTXVN", "thong-tan-xa-viet-nam"),
        ("VCCI", "lien-doan-thuong-mai-va-cong-nghiep-viet-nam"),
        ("các PTTg", "cac-pho-thu-tuong-chinh-phu"),  # a recipients' row
    ],
)
def test_short_forms_of_bodies(form: str, body: str) -> None:
    assert body_of(form) == [body]


@pytest.mark.parametrize(
    "form",
    [
        "CT",  # Cục Thuế, Chủ tịch, Chỉ thị, Công Thương
        "BTC",  # Bộ Tài chính, Ban Tổ chức
        "TCT",  # Tổng cục Thuế, Tổng công ty, Tổ công tác
        "Sở VHTT",  # Văn hóa và Thể thao, Văn hóa - Thông tin
        "Đảng",  # a word of many compounds
        "Trung ương",
    ],
)
def test_ambiguous_forms_name_no_body(form: str) -> None:
    assert body_of(form) == []
    assert any(form in body.ambiguous_aliases for body in KNOWLEDGE.bodies)


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        # the mergers of March 2025
        ("bo-giao-thong-van-tai", ["bo-xay-dung"]),
        ("so-tai-nguyen-va-moi-truong", ["so-nong-nghiep-va-moi-truong"]),
        # two steps: 2007, then 2025
        ("bo-thuy-san", ["bo-nong-nghiep-va-phat-trien-nong-thon", "bo-nong-nghiep-va-moi-truong"]),
        ("bo-buu-chinh-vien-thong", ["bo-thong-tin-va-truyen-thong", "bo-khoa-hoc-va-cong-nghe"]),
        # the police ministry of 1975-1998 had the name of another ministry
        ("bo-noi-vu-1998", ["bo-cong-an"]),
        # the end of the districts
        ("uy-ban-nhan-dan-huyen", ["uy-ban-nhan-dan-xa"]),
        ("vien-kiem-sat-nhan-dan-huyen", ["vien-kiem-sat-nhan-dan-khu-vuc"]),
        ("ban-chi-huy-quan-su-huyen", ["ban-chi-huy-phong-thu-khu-vuc"]),
        # Party organs
        ("ban-dan-van-trung-uong", ["ban-tuyen-giao-va-dan-van-trung-uong"]),
        ("huyen-uy", ["dang-uy-xa"]),
    ],
)
def test_who_holds_the_remit_today(body: str, chain: list[str]) -> None:
    found, at = [], BODIES[body].successor
    while at:
        found.append(at)
        at = BODIES[at].successor
    assert found == chain


@pytest.mark.parametrize(
    ("name", "year", "present"),
    [
        ("Hải Dương", "2022", "Hải Phòng"),
        ("Hà Tây", "2005", "Hà Nội"),
        ("Thừa Thiên Huế", "2018", "Huế"),
        ("Sông Bé", "1990", "Hồ Chí Minh"),
        ("Minh Hải", "1985", "Cà Mau"),
        ("Gia Lai", "2020", "Gia Lai"),  # name kept, territory enlarged
    ],
)
def test_present_unit_of_a_province(name: str, year: str, present: str) -> None:
    (old,) = [p for p in KNOWLEDGE.provinces if p.name == name and p.valid_to >= year >= p.valid_from]
    assert [p.name for p in KNOWLEDGE.provinces if p.code == old.successor and not p.valid_to] == [present]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("CP", "Chính phủ"),
        ("BGD&ĐT", "Bộ Giáo dục và Đào tạo"),
        ("UBND", "Ủy ban nhân dân"),
        ("TU", "Tỉnh ủy"),
        ("VPTW", "Văn phòng Trung ương Đảng"),
        ("SNN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("QH15", "Quốc hội khóa XV"),
    ],
)
def test_issuer_codes(code: str, name: str) -> None:
    assert name in [issuer.name for issuer in KNOWLEDGE.issuers if issuer.code == code]


@pytest.mark.parametrize(
    ("name", "system", "kind", "normative"),
    [
        ("chỉ thị", "state", "directive", False),
        ("chỉ thị", "party", "directive", False),
        ("công điện", "state", "dispatch", False),
        ("nghị định", "state", "normative", True),
        ("nghị quyết", "assembly", "resolution", False),  # normative only with a year in the number
        ("kết luận", "party", "notice", False),
        ("bộ luật", "assembly", "normative", True),
    ],
)
def test_document_types(name: str, system: str, kind: str, normative: bool) -> None:
    found = [(t.kind, t.normative) for t in KNOWLEDGE.document_types if (t.name, t.system) == (name, system)]
    assert found == [(kind, normative)]


@pytest.mark.parametrize(
    ("alias", "number"),
    [
        ("Luật Đất đai", "31/2024/QH15"),  # the latest generation
        ("Luật BHXH", "41/2024/QH15"),
        ("Luật Phòng chống tham nhũng", "36/2018/QH14"),  # written without the comma
        ("BLHS", "100/2015/QH13"),
    ],
)
def test_the_latest_law_of_a_name(alias: str, number: str) -> None:
    generations = [law for law in KNOWLEDGE.laws if alias == law.name or alias in law.aliases]
    assert max(generations, key=lambda law: law.date).number == number


@pytest.mark.parametrize(
    ("lemma", "kind"),
    [
        ("tổ chức triển khai thực hiện", "perform"),  # the longest fixed form
        ("chịu trách nhiệm", "perform"),
        ("phối hợp", "perform"),
        ("giao", "assign"),
        ("giao", "perform"),  # giao quyền chủ động cho …
        ("nghiêm cấm", "prohibit"),
        ("không để", "prohibit"),
    ],
)
def test_verbs(lemma: str, kind: str) -> None:
    assert (lemma, kind) in {(verb.lemma, verb.kind) for verb in KNOWLEDGE.verbs}


@pytest.mark.parametrize(
    "lemma",
    [
        "xây dựng kế hoạch",  # verb with its object
        "báo cáo kết quả",
        "tiếp tục thực hiện",  # modifier with a verb
        "không để xảy ra",  # the verb word is không để
    ],
)
def test_no_verbs(lemma: str) -> None:
    assert lemma not in {verb.lemma for verb in KNOWLEDGE.verbs}
