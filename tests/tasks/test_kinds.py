"""One small document of each kind: who does what, with whom, by when."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.tasks.conftest import HEAD, Facts
from vnstruct.analysis import Analysis

Expected = list[tuple[str, str, str, str]]
"""Actors, verbs, coordinators, deadline of each task."""

DIRECTIVE = (
    HEAD
    + """Thời gian qua, các địa phương đã chủ động phòng cháy rừng. Tuy vậy, công tác kiểm tra ở một số nơi còn hạn chế.
Để chủ động ứng phó, Chủ tịch Ủy ban nhân dân tỉnh chỉ thị:
1. Sở Nông nghiệp và Môi trường:
a) Chủ trì, phối hợp với Công an tỉnh rà soát các vùng trọng điểm; báo cáo kết quả trước ngày 20/3/2026.
b) Tham mưu Ủy ban nhân dân tỉnh kiện toàn Ban Chỉ huy.
2. Giao Sở Tài chính bố trí kinh phí.
3. Ủy ban nhân dân các xã, phường có trách nhiệm tuyên truyền; tuyệt đối không để người dân đốt thực bì.
Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện Chỉ thị này./.
Nơi nhận:
- Như trên;
- Lưu: VT.
"""
)
DISPATCH = """VĂN PHÒNG CHÍNH PHỦ
Số: 21/CĐ-VPCP
Hà Nội, ngày 10 tháng 9 năm 2025

CÔNG ĐIỆN
Về việc ứng phó mưa lũ

VĂN PHÒNG CHÍNH PHỦ điện:
- Bộ Công an;
- Ủy ban nhân dân tỉnh Lào Cai.

Hiện nay mưa lớn đang gây ngập nhiều khu vực. Thủ tướng Chính phủ có ý kiến chỉ đạo như sau:
1. Tập trung tìm kiếm người mất tích.
2. Bộ Công an chỉ đạo lực lượng tại chỗ hỗ trợ nhân dân.
"""
PLAN = """ỦY BAN NHÂN DÂN
HUYỆN BA CHẼ
Số: 40/KH-UBND
Ba Chẽ, ngày 02 tháng 02 năm 2024

KẾ HOẠCH
Kiểm soát thủ tục hành chính năm 2024

I. MỤC ĐÍCH, YÊU CẦU
1. Nâng cao chất lượng giải quyết thủ tục hành chính.
2. Xác định rõ trách nhiệm của các cơ quan.
II. NỘI DUNG THỰC HIỆN
1. Rà soát, đơn giản hóa thủ tục hành chính
- Cơ quan chủ trì: Văn phòng HĐND và UBND huyện.
- Cơ quan phối hợp: Phòng Tư pháp.
- Thời gian thực hiện: Quý III năm 2024.
2. Công khai thủ tục hành chính tại trụ sở.
III. TỔ CHỨC THỰC HIỆN
1. Phòng Tài chính - Kế hoạch tham mưu bố trí kinh phí.
2. Ủy ban nhân dân các xã, thị trấn báo cáo kết quả trước ngày 15/12 hằng năm.
"""
TABLE = """ỦY BAN NHÂN DÂN
TỈNH LÀO CAI
Số: 77/KH-UBND
Lào Cai, ngày 02 tháng 02 năm 2025

KẾ HOẠCH
Triển khai chuyển đổi số

II. NHIỆM VỤ

TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành
1 | Xây dựng kho dữ liệu dùng chung | Sở Khoa học và Công nghệ | Sở Tài chính | Quý IV năm 2025
2 | Đào tạo cán bộ | Sở Nội vụ | |
"""
DECISION = """THỦ TƯỚNG CHÍNH PHỦ
Số: 12/2010/QĐ-TTg
Hà Nội, ngày 12 tháng 02 năm 2010

QUYẾT ĐỊNH
Về việc thành lập Hội đồng

Căn cứ Luật Tổ chức Chính phủ;

QUYẾT ĐỊNH:
Điều 1. Thành lập Hội đồng quốc gia về tài nguyên nước.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Điều 3. Các Bộ trưởng, Thủ trưởng cơ quan ngang Bộ chịu trách nhiệm thi hành Quyết định này./.
"""
NOTICE = """ỦY BAN NHÂN DÂN
TỈNH CÀ MAU
Số: 90/TB-UBND
Cà Mau, ngày 12 tháng 5 năm 2024

THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh tại cuộc họp về giải ngân

Sau khi nghe Sở Tài chính báo cáo, Chủ tịch UBND tỉnh kết luận như sau:
1. Đánh giá cao nỗ lực của các sở, ngành.
2. Sở Xây dựng khẩn trương phê duyệt dự án, hoàn thành trước ngày 30/5/2024.
3. Thống nhất chủ trương điều chỉnh dự án; giao Sở Tài chính hướng dẫn thủ tục.
"""
PARTY = """TỈNH ỦY HÀ GIANG
Số 15-NQ/TU
Hà Giang, ngày 12 tháng 5 năm 2022

NGHỊ QUYẾT
về phát triển du lịch

I. TÌNH HÌNH
1. Du lịch của tỉnh phát triển, góp phần giảm nghèo.
II. QUAN ĐIỂM, MỤC TIÊU
1. Phát triển du lịch là nhiệm vụ của cả hệ thống chính trị.
III. NHIỆM VỤ, GIẢI PHÁP
1. Tăng cường công tác tuyên truyền về du lịch.
2. Xây dựng thương hiệu du lịch, đào tạo lao động tại chỗ.
IV. TỔ CHỨC THỰC HIỆN
1. Ban Tuyên giáo Tỉnh ủy hướng dẫn tuyên truyền Nghị quyết.
"""
NEWS = """UBND huyện chỉ đạo phòng, chống rét cho gia súc

Ngày 12/01/2021, UBND huyện Mèo Vạc ban hành Công văn số 35/UBND-NN về phòng, chống rét.
Theo đó, UBND huyện yêu cầu Phòng Nông nghiệp kiểm tra các xã. UBND các xã vận động nhân dân dự trữ thức ăn.
Những ngày qua, nhiệt độ ở vùng cao giảm sâu.
"""
DECREE = """CHÍNH PHỦ
Số: 10/2020/NĐ-CP
Hà Nội, ngày 17 tháng 01 năm 2020

NGHỊ ĐỊNH
Quy định về kinh doanh vận tải

Căn cứ Luật Tổ chức Chính phủ;
Chính phủ ban hành Nghị định quy định về kinh doanh vận tải.

Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Nghị định này quy định về kinh doanh vận tải bằng xe ô tô.
Điều 2. Trách nhiệm của đơn vị kinh doanh
1. Đơn vị kinh doanh vận tải phải lắp thiết bị giám sát hành trình.
2. Sở Giao thông vận tải cấp, thu hồi giấy phép.
3. Nghiêm cấm sử dụng giấy phép giả.
Điều 3. Trách nhiệm thi hành
Các Bộ trưởng, Thủ trưởng cơ quan ngang Bộ chịu trách nhiệm thi hành Nghị định này.
"""
OLD = """HỘI ĐỒNG BỘ TRƯỞNG
Số: 105-CT
Hà Nội, ngày 22 tháng 4 năm 1985

CHỈ THỊ
Về việc chống úng vụ mùa

Vụ mùa năm nay có nhiều khó khăn. Hội đồng Bộ trưởng yêu cầu các ngành, các cấp làm tốt những việc sau đây:
1. Bộ Thủy lợi phối hợp với Bộ Điện lực kiểm tra các trạm bơm, bảo đảm đủ điện cho chống úng.
2. Ở các tỉnh đồng bằng, phải đắp bờ vùng trước ngày 31-5-1985.
3. Bộ Nông nghiệp có trách nhiệm theo dõi, hằng tuần báo cáo Hội đồng Bộ trưởng.
"""
LETTER = """SỞ NỘI VỤ
TỈNH BẮC KẠN
Số: 310/SNV-CCVC
V/v báo cáo biên chế
Bắc Kạn, ngày 04 tháng 4 năm 2023

Kính gửi: Ủy ban nhân dân các huyện, thành phố.

Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2023 của UBND tỉnh, Sở Nội vụ đề nghị:
1. Rà soát biên chế hiện có.
2. Gửi báo cáo về Sở Nội vụ trước ngày 20/4/2023.
Trân trọng cảm ơn sự phối hợp của quý cơ quan./.
"""

DOCUMENTS: dict[str, tuple[str, Expected]] = {
    "directive": (
        DIRECTIVE,
        [
            ("Sở Nông nghiệp và Môi trường", "chủ trì, phối hợp, rà soát", "Công an tỉnh", ""),
            ("Sở Nông nghiệp và Môi trường", "báo cáo", "", "2026-03-20"),
            ("Sở Nông nghiệp và Môi trường", "tham mưu", "", ""),
            ("Sở Tài chính", "bố trí", "", ""),
            ("Ủy ban nhân dân các xã, phường", "tuyên truyền", "", ""),
            ("Ủy ban nhân dân các xã, phường", "không để", "", ""),
            ("các cơ quan, đơn vị", "thực hiện", "", ""),
        ],
    ),
    "dispatch": (
        DISPATCH,
        [
            ("Bộ Công an; Ủy ban nhân dân tỉnh Lào Cai", "tìm kiếm", "", ""),
            ("Bộ Công an", "chỉ đạo", "", ""),
        ],
    ),
    "plan with lines of implementation": (
        PLAN,
        [
            ("Văn phòng HĐND và UBND huyện", "rà soát, đơn giản hóa", "Phòng Tư pháp", "2024-Q3"),
            ("", "công khai", "", ""),
            ("Phòng Tài chính - Kế hoạch", "tham mưu", "", ""),
            ("Ủy ban nhân dân các xã, thị trấn", "báo cáo", "", "XXXX-12-15"),
        ],
    ),
    "plan with a table": (
        TABLE,
        [
            ("Sở Khoa học và Công nghệ", "xây dựng", "Sở Tài chính", "2025-Q4"),
            ("Sở Nội vụ", "đào tạo", "", ""),
        ],
    ),
    "decision: only who enforces it": (
        DECISION,
        [("Các Bộ trưởng, Thủ trưởng cơ quan ngang Bộ", "chịu trách nhiệm", "", "")],
    ),
    "notice of conclusions": (
        NOTICE,
        [
            ("Sở Xây dựng", "phê duyệt, hoàn thành", "", "2024-05-30"),
            ("Sở Tài chính", "hướng dẫn", "", ""),
        ],
    ),
    "Party resolution": (
        PARTY,
        [
            ("", "tăng cường", "", ""),
            ("", "xây dựng, đào tạo", "", ""),
            ("Ban Tuyên giáo Tỉnh ủy", "hướng dẫn", "", ""),
        ],
    ),
    "news report": (
        NEWS,
        [
            ("Phòng Nông nghiệp", "kiểm tra", "", ""),
            ("UBND các xã", "vận động", "", ""),
        ],
    ),
    "decree: only who enforces it": (
        DECREE,
        [("Các Bộ trưởng, Thủ trưởng cơ quan ngang Bộ", "chịu trách nhiệm", "", "")],
    ),
    "directive of 1985": (
        OLD,
        [
            ("Bộ Thủy lợi", "phối hợp, kiểm tra, bảo đảm", "Bộ Điện lực", ""),
            ("các ngành, các cấp", "đắp", "", "1985-05-31"),
            ("Bộ Nông nghiệp", "theo dõi, báo cáo", "", "XXXX-WXX"),
        ],
    ),
    "letter": (
        LETTER,
        [
            ("Ủy ban nhân dân các huyện, thành phố", "rà soát", "", ""),
            ("Ủy ban nhân dân các huyện, thành phố", "gửi", "", "2023-04-20"),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_tasks_of_a_document(facts: Facts, text: str, expected: Expected) -> None:
    found = [("; ".join(f.actors), ", ".join(f.verbs), "; ".join(f.coordinators), f.deadline) for f in facts(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("lines", "deadline"),
    [
        ("- Thời gian: Quý III năm 2024.", "2024-Q3"),  # when it is to be done
        ("- Thời gian: 8 giờ, ngày 15/5/2024 (thứ Tư).", ""),  # when people meet
        ("- Thời gian: Từ nay đến hết năm 2024.", ""),  # how long it goes on
        ("- Thời gian: Trước 17 giờ ngày 15/5/2024.", "2024-05-15T17:00"),  # a limit with an hour
    ],
)
def test_the_time_line_of_a_task(facts: Facts, lines: str, deadline: str) -> None:
    text = PLAN.replace("- Thời gian thực hiện: Quý III năm 2024.", lines)
    assert text != PLAN
    assert next(f.deadline for f in facts(text) if "Rà soát" in f.verbs or "rà soát" in f.verbs) == deadline


ENFORCED = """ỦY BAN NHÂN DÂN
TỈNH HÀ GIANG
Số: 12/QĐ-UBND
Hà Giang, ngày 05 tháng 3 năm 2024

QUYẾT ĐỊNH
Về việc ban hành Quy chế tiếp công dân

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
Căn cứ Luật Tiếp công dân;

QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế tiếp công dân.
Điều 2. {clause}

Nơi nhận:
- Như Điều 2;
- Lưu: VT.
"""


@pytest.mark.parametrize(
    ("clause", "actors", "verbs"),
    [
        (
            # a list cut by semicolons, offices that share their head
            "Chánh Văn phòng UBND tỉnh; Giám đốc các Sở: Tài chính, Y tế; Giám đốc Kho bạc Nhà nước tỉnh và Chủ tịch "
            "UBND các huyện chịu trách nhiệm thi hành Quyết định này.",
            "Chánh Văn phòng UBND tỉnh, Tài chính, Y tế, Giám đốc Kho bạc Nhà nước tỉnh, Chủ tịch UBND các huyện",
            "chịu trách nhiệm",
        ),
        (
            # courtesy in front, a person at the end
            "Các ông (bà) Chánh Văn phòng UBND tỉnh, Giám đốc Sở Nội vụ và ông Trần Văn An chịu trách nhiệm thi hành "
            "Quyết định này.",
            "Chánh Văn phòng UBND tỉnh, Giám đốc Sở Nội vụ",
            "chịu trách nhiệm",
        ),
        (
            # an office that no layer knows in the middle: the list goes on behind it
            "Giám đốc Sở Tài chính; Giám đốc kho lưu trữ Hà Giang và Chủ tịch UBND các huyện chịu trách nhiệm thi hành "
            "Quyết định này.",
            "Giám đốc Sở Tài chính, Chủ tịch UBND các huyện",
            "chịu trách nhiệm",
        ),
        (
            # without "chịu trách nhiệm"
            "Chánh Văn phòng UBND tỉnh và Giám đốc Sở Nội vụ căn cứ Quyết định thi hành.",
            "Chánh Văn phòng UBND tỉnh, Giám đốc Sở Nội vụ",
            "thi hành",
        ),
        (
            # semicolons between offices, one of which is read in part only
            "Chánh Văn phòng UBND tỉnh; Giám đốc Sở: Nội vụ, Y tế; Chủ tịch UBND cấp huyện; Chủ tịch UBND cấp xã chịu "
            "trách nhiệm thi hành Quyết định này.",
            "Chánh Văn phòng UBND tỉnh, Giám đốc Sở, Chủ tịch UBND cấp huyện, Chủ tịch UBND cấp xã",
            "chịu trách nhiệm",
        ),
        (
            # the list begins with what no layer knows
            "Bộ phận tài vụ, Hiệu trưởng các trường Tiểu học huyện Ba Chẽ và các ông có tên ở Điều 1 căn cứ Quyết định "
            "thi hành.",
            "Hiệu trưởng các trường Tiểu học huyện Ba Chẽ",
            "thi hành",
        ),
        (
            # a verb in the name of a group that no layer knows
            "Sở Công Thương và những bên vận chuyển có trách nhiệm thực hiện Quyết định này.",
            "Sở Công Thương",
            "thực hiện",
        ),
    ],
)
def test_who_enforces_a_decision(facts: Facts, clause: str, actors: str, verbs: str) -> None:
    (fact,) = facts(ENFORCED.format(clause=clause))
    assert ", ".join(fact.actors) == actors
    assert ", ".join(fact.verbs) == verbs


def test_a_line_of_mere_duty_is_a_task_only_when_nothing_stands_under_it(facts: Facts) -> None:
    lines = "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:\n1. Sở Y tế chủ trì, phối hợp thực hiện\n"
    assert [fact.verbs for fact in facts(HEAD + lines + "a) Rà soát thuốc dự trữ.\n")] == [("rà soát",)]
    assert [fact.verbs for fact in facts(HEAD + lines)] == [("chủ trì", "phối hợp", "thực hiện")]


REGULATION = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG NINH
Số: 12/2012/QĐ-UBND
Quảng Ninh, ngày 10 tháng 5 năm 2012

QUYẾT ĐỊNH
Ban hành Quy định về quản lý chợ trên địa bàn tỉnh

ỦY BAN NHÂN DÂN TỈNH QUẢNG NINH
Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 26 tháng 11 năm 2003;

QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy định về quản lý chợ trên địa bàn tỉnh.
Điều 2. Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn An

QUY ĐỊNH
Về quản lý chợ trên địa bàn tỉnh
(Ban hành kèm theo Quyết định số 12/2012/QĐ-UBND ngày 10 tháng 5 năm 2012 của Ủy ban nhân dân tỉnh)

Điều 1. Phạm vi điều chỉnh
Quy định này quy định về quản lý chợ.
Điều 2. Nguyên tắc
Sở Công Thương tổ chức sắp xếp điểm kinh doanh theo ngành hàng.
Điều 3. {heading}
1. Sở Công Thương:
Hằng năm kiểm tra các chợ.
2. Ủy ban nhân dân các xã có trách nhiệm thu gom rác thải tại chợ.
"""


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        # what the articles of an attached regulation assign; their norms are none
        (
            "Giao trách nhiệm",
            [("Sở Công Thương", "kiểm tra"), ("Ủy ban nhân dân các xã", "thu gom")],
        ),
        (
            "Tổ chức thực hiện",
            [("Sở Công Thương", "kiểm tra"), ("Ủy ban nhân dân các xã", "thu gom")],
        ),
        # named bodies and what they owe, under any heading; who is named by a heading as well
        ("Kiểm tra chợ", [("Sở Công Thương", "kiểm tra"), ("Ủy ban nhân dân các xã", "thu gom")]),
        # principles
        ("Nguyên tắc kiểm tra", []),
    ],
)
def test_a_regulation_attached_to_a_norm(facts: Facts, heading: str, expected: list[tuple[str, str]]) -> None:
    found = [("; ".join(f.actors), ", ".join(f.verbs)) for f in facts(REGULATION.format(heading=heading))]
    assert found == expected


PARTICULARS = """ỦY BAN NHÂN DÂN
HUYỆN BA CHẼ
Số: 41/KH-UBND
Ba Chẽ, ngày 02 tháng 02 năm 2024

KẾ HOẠCH
Thi đua cải cách hành chính năm 2024

I. {heading}
1. Các cơ quan, đơn vị chủ động lập hồ sơ, gửi về Phòng Nội vụ.
2. Nâng cao chất lượng hồ sơ.
"""


@pytest.mark.parametrize(
    ("heading", "verbs"),
    [
        ("HỒ SƠ KHEN THƯỞNG", ["lập, gửi"]),  # who is told what to do has a task, whatever has no actor has none
        ("THỜI GIAN THỰC HIỆN", ["lập, gửi"]),
        ("MỤC ĐÍCH, YÊU CẦU", []),  # aims
        ("TIÊU CHUẨN", []),  # what is judged
    ],
)
def test_particulars_hold_what_bodies_are_told(facts: Facts, heading: str, verbs: list[str]) -> None:
    assert [", ".join(fact.verbs) for fact in facts(PARTICULARS.format(heading=heading))] == verbs


DUTIES = """ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN

Số: 41/KH-UBND

KẾ HOẠCH
Rà soát đất công

III. TỔ CHỨC THỰC HIỆN
1. Giao Sở Y tế kiểm tra các trạm y tế.
{heading}
- Rà soát các quy định về tài chính.
"""


@pytest.mark.parametrize(
    ("heading", "actor"),
    [
        # whose duties a heading announces acts under it
        ("2. Trách nhiệm của Sở Tài chính:", "Sở Tài chính"),
        ("2. Nhiệm vụ, quyền hạn của Sở Tài chính", "Sở Tài chính"),
        ("2. Nhiệm vụ giao Sở Tài chính", "Sở Tài chính"),
        ("a) Trách nhiệm thực hiện của Sở Tài chính và Sở Nội vụ", "Sở Tài chính; Sở Nội vụ"),
        ("IV. TRÁCH NHIỆM CỦA SỞ TÀI CHÍNH", "SỞ TÀI CHÍNH"),
        # so it does without a label, where it was the body before it
        ("Trách nhiệm của Sở Tài chính:", "Sở Tài chính"),
        # a heading that says more is about them
        ("2. Trách nhiệm của Sở Tài chính trong năm 2024", ""),
    ],
)
def test_whose_duties_a_heading_announces(facts: Facts, heading: str, actor: str) -> None:
    assert ["; ".join(fact.actors) for fact in facts(DUTIES.format(heading=heading))] == ["Sở Y tế", actor]


def test_a_heading_of_assignments_directs_nobody(ordered: Callable[[str], Analysis]) -> None:
    analysis = ordered("Phân công nhiệm vụ: / - Sở Y tế rà soát thuốc dự trữ.")
    assert [a.lemma for a in analysis.tasks.actions] == ["yêu cầu", "rà soát"]


EXPLAINED = """Hà Nội siết chặt quản lý phòng cháy

Ngày 12/01/2021, UBND thành phố Hà Nội ban hành Chỉ thị số 05/CT-UBND về phòng cháy.
Theo đó, UBND thành phố Hà Nội yêu cầu Sở Công Thương rà soát các chợ.

{question}

{lead_in}

- Huy động sức mạnh của toàn dân trong phòng cháy.
- Kiểm tra thường xuyên các nguồn lửa trong khu dân cư.
"""


@pytest.mark.parametrize(
    ("question", "lead_in", "count"),
    [
        # a question about the law: what follows are its principles
        ("Nguyên tắc phòng cháy là gì?", "Các nguyên tắc là:", 1),
        # no question, but the law is quoted
        ("Về phòng cháy", "Theo Điều 5 Luật Phòng cháy quy định như sau:", 1),
        # a question about the directive: orders may answer
        ("Chỉ thị 05 giao việc gì?", "Theo đó, UBND thành phố Hà Nội yêu cầu Sở Xây dựng:", 3),
    ],
)
def test_a_report_that_explains_the_law(facts: Facts, question: str, lead_in: str, count: int) -> None:
    assert len(facts(EXPLAINED.format(question=question, lead_in=lead_in))) == count


REPORT = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG NINH
Số: 23/{code}-UBND
Quảng Ninh, ngày 23 tháng 01 năm 2025

{kind}
Về cải cách hành chính

Kính gửi: Văn phòng Chính phủ.

{heading}
1. Rà soát thủ tục hành chính.
"""


@pytest.mark.parametrize(
    ("code", "kind", "heading", "actors"),
    [
        # who is reported to does not act
        ("BC", "BÁO CÁO", "II. NHIỆM VỤ TRỌNG TÂM THÁNG 02", ()),
        # who is directed does
        ("CT", "CHỈ THỊ", "Ủy ban nhân dân tỉnh yêu cầu:", ("Văn phòng Chính phủ",)),
    ],
)
def test_the_addressees_of_a_report(facts: Facts, code: str, kind: str, heading: str, actors: tuple[str, ...]) -> None:
    found = facts(REPORT.format(code=code, kind=kind, heading=heading))
    assert [fact.actors for fact in found] == [actors]


HEADLINES = """Hà Nội tháo gỡ khó khăn cho doanh nghiệp

Ngày 12/01/2021, UBND thành phố Hà Nội ban hành Chỉ thị số 05/CT-UBND về hỗ trợ doanh nghiệp trên địa bàn thành phố.
Theo đó, UBND thành phố Hà Nội giao Sở Tài chính rà soát các khoản thu.

{line}

Sở Khoa học và Công nghệ đẩy nhanh việc đăng ký sở hữu trí tuệ cho các sản phẩm mới của doanh nghiệp trên địa bàn thành phố.
"""


@pytest.mark.parametrize(
    ("line", "actors"),
    [
        # a headline inside the report is no order; who speaks of intellectual property is still read
        ("Tháo gỡ ngay vướng mắc về thuế", ["Sở Tài chính", "Sở Khoa học và Công nghệ"]),
        # a sentence is one
        ("Tháo gỡ ngay vướng mắc về thuế.", ["Sở Tài chính", "Sở Tài chính", "Sở Khoa học và Công nghệ"]),
    ],
)
def test_headlines_inside_a_report(facts: Facts, line: str, actors: list[str]) -> None:
    assert ["; ".join(fact.actors) for fact in facts(HEADLINES.format(line=line))] == actors
