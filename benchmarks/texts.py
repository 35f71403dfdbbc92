"""Fresh official text of any length: sentences and layout of directives with varied names, numbers and dates.

Repeating one document would flatter every cache; here no paragraph comes twice. Real directives hold some 23 annotations
in a thousand characters (counted in annotated ones), other official texts half of that; the generated text is as dense as
directives are.
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
_DETAILS = (
    "gắn với trách nhiệm của từng cá nhân được phân công phụ trách lĩnh vực, địa bàn",
    "bảo đảm công khai, minh bạch, không để xảy ra lợi ích nhóm và lãng phí nguồn lực của xã hội",
    "phù hợp với điều kiện thực tế, đặc điểm dân cư và khả năng cân đối ngân sách của địa phương",
    "nhất là tại các khu vực có nguy cơ cao, vùng sâu, vùng xa và các xã còn nhiều khó khăn",
    "theo nguyên tắc rõ người, rõ việc, rõ thời gian, rõ kết quả và rõ thẩm quyền giải quyết",
    "tránh chồng chéo, trùng lặp về nội dung, đối tượng và nguồn vốn giữa các chương trình",
    "trên cơ sở dữ liệu dùng chung đã được chuẩn hóa, làm sạch và cập nhật thường xuyên",
)
_BACKGROUND = (
    "Qua theo dõi cho thấy {a} tại một số nơi còn chậm, tỷ lệ đạt thấp ({n}% so với mức chung), số liệu giữa các kỳ chưa"
    " thống nhất, nguyên nhân chủ yếu là do cách làm còn hình thức và thiếu nhân lực có chuyên môn.",
    "So với cùng kỳ, kết quả về {a} tăng {n}%, song vẫn còn {m} hồ sơ quá hạn; nhiều khó khăn phát sinh từ cơ sở chưa được"
    " nhận diện đầy đủ, ảnh hưởng đến tiến độ chung và niềm tin của người dân.",
    "Hiện nay trên địa bàn có {m} cơ sở thuộc diện quản lý, trong đó {n}% có quy mô nhỏ lẻ, phân tán, hạ tầng xuống cấp,"
    " ý thức chấp hành về {a} chưa cao và còn tâm lý trông chờ, ỷ lại.",
    "Đây là nội dung khó, liên quan đến nhiều ngành, nhiều cấp, tác động trực tiếp đến {m} hộ dân; những vướng mắc về {a}"
    " kéo dài qua nhiều năm, có nơi hơn {n}% số vụ việc chưa có hướng xử lý dứt điểm.",
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
            yield "\n".join([self.luck.choice(self.bodies), *tasks, self.background()])

    def background(self) -> str:
        """A paragraph that tells and orders nothing."""
        luck = self.luck
        sentence = luck.choice(_BACKGROUND)
        return sentence.format(a=luck.choice(_OBJECTS), n=luck.randrange(2, 98), m=f"{luck.randrange(11, 9000):,}")

    def task(self) -> str:
        luck = self.luck
        partner = f"Chủ trì, phối hợp với {luck.choice(self.bodies)} " if luck.random() < 0.3 else ""
        clauses = [self.clause() for _ in range(luck.randrange(1, 4))]
        law = f" theo {self.reference()}" if luck.random() < 0.3 else ""
        reason = f" nhằm {luck.choice(_REASONS)}" if luck.random() < 0.4 else ""
        return f"{partner}{'; '.join(clauses)}{law}{reason}{self.day(luck.choice(_DUE))}."

    def clause(self) -> str:
        luck = self.luck
        detail = f" {luck.choice(_DETAILS)}" if luck.random() < 0.6 else ""
        return f"{luck.choice(self.verbs)} {luck.choice(_OBJECTS)}{detail}"

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
