"""Fresh official text of any length: sentences and layout of directives with varied names, numbers and dates.

Repeating one document would flatter every cache; here no paragraph comes twice.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from vnstruct.knowledge import Knowledge, load_knowledge

_OBJECTS = (
    "quy hoạch sử dụng đất",
    "công tác tuyển dụng viên chức",
    "kế hoạch đầu tư công trung hạn",
    "an toàn thực phẩm",
    "chuyển đổi số trong cơ quan nhà nước",
    "phòng cháy, chữa cháy rừng",
    "giải ngân vốn đầu tư công",
    "trật tự, an toàn giao thông",
    "chính sách bảo hiểm y tế",
    "cải cách thủ tục hành chính",
    "quản lý tài sản công",
    "công tác bảo vệ môi trường làng nghề",
    "sắp xếp mạng lưới trường học",
    "phòng, chống dịch bệnh trên đàn vật nuôi",
)
_REASONS = (
    "khắc phục những tồn tại, hạn chế đã được chỉ ra",
    "bảo đảm đúng quy định của pháp luật",
    "nâng cao trách nhiệm người đứng đầu",
    "đáp ứng yêu cầu nhiệm vụ trong tình hình mới",
    "tạo thuận lợi cho người dân và doanh nghiệp",
)
_DUE = (
    ", hoàn thành trước ngày {d}/{m}/{y}",
    ", báo cáo trước ngày {d} hằng tháng",
    " trong quý {q} năm {y}",
    ", xong trước ngày {d} tháng {m} năm {y}",
    "",
    "",
    ", định kỳ 6 tháng một lần",
)
_END = (
    "Chỉ thị này có hiệu lực kể từ ngày ký./.",
    "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Văn Bình\n",
)


class Generator:
    """Directives made of the knowledge tables' names, the same for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        knowledge: Knowledge = load_knowledge()
        self.luck = random.Random(seed)
        self.bodies = [body.name for body in knowledge.bodies]
        self.verbs = [verb.lemma for verb in knowledge.verbs if verb.kind == "perform" and not verb.risky]
        self.laws = [law.name for law in knowledge.laws]
        self.places = [province.name for province in knowledge.provinces]

    def text(self, characters: int) -> str:
        """One directive of about that many characters."""
        pieces = [*self.head()]
        size = sum(map(len, pieces))
        for number, item in enumerate(self.items(), start=1):
            piece = f"{number}. {item}"
            pieces.append(piece)
            size += len(piece) + 1
            if size >= characters:
                break
        return "\n".join([*pieces, *_END])

    def head(self) -> Iterator[str]:
        luck = self.luck
        place = luck.choice(self.places)
        yield f"ỦY BAN NHÂN DÂN\nTỈNH {place.upper()}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
        yield f"Số: {luck.randrange(1, 99):02}/CT-UBND\n{place}, {self.day('ngày {d} tháng {m} năm {y}')}\nCHỈ THỊ"
        yield f"Về việc tăng cường {luck.choice(_OBJECTS)} trên địa bàn tỉnh\n"
        count = luck.randrange(2, 900)
        yield f"Thời gian qua, {luck.choice(_OBJECTS)} đã có chuyển biến; tuy nhiên còn {count} vụ việc chậm xử lý."
        yield f"Thực hiện {self.reference()} và {self.reference()}, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:"

    def items(self) -> Iterator[str]:
        """Numbered units without end: a body, and what it must do."""
        while True:
            tasks = (f"{letter}) {self.task()}" for letter in "abcd"[: self.luck.randrange(1, 5)])
            yield "\n".join([self.luck.choice(self.bodies), *tasks])

    def task(self) -> str:
        luck = self.luck
        partner = f"Chủ trì, phối hợp với {luck.choice(self.bodies)} " if luck.random() < 0.3 else ""
        clauses = [f"{luck.choice(self.verbs)} {luck.choice(_OBJECTS)}" for _ in range(luck.randrange(1, 4))]
        law = f" theo {self.reference()}" if luck.random() < 0.3 else ""
        reason = f" nhằm {luck.choice(_REASONS)}" if luck.random() < 0.4 else ""
        return f"{partner}{'; '.join(clauses)}{law}{reason}{self.day(luck.choice(_DUE))}."

    def reference(self) -> str:
        luck = self.luck
        if luck.random() < 0.3:
            return luck.choice(self.laws)
        number, year = luck.randrange(1, 400), luck.randrange(2005, 2026)
        return luck.choice(
            (
                f"Nghị định số {number}/{year}/NĐ-CP ngày {self.day('{d}/{m}')}/{year} của Chính phủ",
                f"khoản {luck.randrange(1, 9)} Điều {luck.randrange(1, 90)} Thông tư số {number:02}/{year}/TT-BTC",
                f"Quyết định số {number}/QĐ-TTg {self.day('ngày {d} tháng {m} năm {y}')} của Thủ tướng Chính phủ",
                f"Chỉ thị số {number % 60:02}-CT/TW của Ban Bí thư",
            )
        )

    def day(self, pattern: str) -> str:
        luck = self.luck
        roman = ("I", "II", "III", "IV")
        return pattern.format(
            d=f"{luck.randrange(1, 29):02}", m=luck.randrange(1, 13), y=luck.randrange(2015, 2027), q=luck.choice(roman)
        )
