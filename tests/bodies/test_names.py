"""Names of real bodies, most of them in no table: each is read whole, whatever stands before and after it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from vnstruct.analysis import Analysis

Read = Callable[[str], Analysis]

NAMES = Path(__file__).with_name("names.txt").read_text("utf-8").splitlines()

CUT_SHORT = {
    # a list without "và" ends at its comma
    "Chi cục Trồng trọt, Bảo vệ thực vật",
    # a place of two names
    "Chi cục Thuế khu vực Sơn Tây - Ba Vì",
    # two verbs that name together what the body is for
    "Hội đồng tư vấn giải quyết thủ tục hành chính",
    "Tổ công tác đặc biệt tháo gỡ khó khăn, vướng mắc dự án đầu tư",
    # a known shorter name
    "Ban Dân nguyện và Giám sát",
    "Phòng Thi hành án dân sự khu vực 4",
    "Trung tâm Kiểm nghiệm thuốc, mỹ phẩm, thực phẩm",
}
"""What is not read whole."""

SENTENCES = (
    "Giao {} chủ trì, phối hợp với các đơn vị liên quan tổ chức thực hiện.",
    "{} tổ chức kiểm tra, báo cáo kết quả trước ngày 30/6/2026.",
    "Yêu cầu Sở Tài chính phối hợp với {} và các đơn vị liên quan rà soát hồ sơ.",
)

ACTING = (
    # what a body does begins with words that stand in names as well
    "Ban Chỉ đạo xây dựng nông thôn mới", "Ban Quản lý dự án Thăng Long", "Hiệp hội Du lịch",
    "Hội đồng thẩm định giá đất", "Hội đồng tuyển dụng viên chức", "Quỹ Bảo vệ và Phát triển rừng",
    "Đoàn kiểm tra liên ngành", "Trung tâm Phát triển quỹ đất", "Tổ công tác của Thủ tướng Chính phủ",
)  # fmt: skip
ACTS = (
    "hỗ trợ", "điều phối", "tư vấn", "nghiên cứu", "xây dựng", "quy hoạch", "thẩm định", "kiểm định", "khai thác",
    "hợp tác", "đăng ký", "tổ chức", "hướng dẫn", "kiểm tra", "giám sát", "tuyên truyền vận động", "quản lý sử dụng",
    "công nhận", "tuyển dụng", "phát hành", "đào tạo",
)  # fmt: skip


def _found(analysis: Analysis, sentences: list[tuple[str, str]]) -> dict[str, list[str]]:
    """For each name, the bodies that touch it in its sentence; the sentences stand in the document in order."""
    found: dict[str, list[str]] = {}
    position = 0
    for name, sentence in sentences:
        start = analysis.text.index(sentence, position)
        begin = start + sentence.index(name)
        found[sentence] = [
            analysis.text[b.start : b.end] for b in analysis.bodies if b.start < begin + len(name) and b.end > begin
        ]
        position = start + len(sentence)
    return found


@pytest.mark.parametrize("frame", SENTENCES)
def test_a_name_is_read_whole(read_document: Read, frame: str) -> None:
    sentences = [(name, frame.format(name)) for name in NAMES if name not in CUT_SHORT]
    found = _found(read_document("\n".join(sentence for _, sentence in sentences)), sentences)
    wrong = {sentence: found[sentence] for name, sentence in sentences if found[sentence] != [name]}
    assert wrong == {}


@pytest.mark.parametrize("name", sorted(CUT_SHORT))
@pytest.mark.xfail(strict=True, reason="the end of these names is told by what they mean only")
def test_a_name_cut_short(read_document: Read, name: str) -> None:
    sentence = SENTENCES[0].format(name)
    assert _found(read_document(sentence), [(name, sentence)]) == {sentence: [name]}


@pytest.mark.parametrize("name", ACTING)
def test_a_name_ends_before_what_the_body_does(read_document: Read, name: str) -> None:
    sentences = [(name, f"{name} {act} các nội dung được giao, báo cáo kết quả.") for act in ACTS]
    found = _found(read_document("\n".join(sentence for _, sentence in sentences)), sentences)
    assert {sentence: bodies for sentence, bodies in found.items() if bodies != [name]} == {}
