"""Texts that look like directives, for hypothesis: built from the fragments official documents are made of.

Random characters seldom reach the rules behind the first pattern; these texts do, in orders and combinations that no
office would sign.
"""

from __future__ import annotations

from hypothesis import strategies as st

_NUMBERS = st.integers(0, 9_999).map(str)
_DAYS = st.integers(0, 39).map(str)
_YEARS = st.one_of(st.integers(1945, 2060), st.integers(0, 99_999)).map(str)
_LETTERS = st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxy")
_ROMAN = st.sampled_from(["I", "II", "III", "IV", "V", "IX", "XIV", "XLVIII", "IIII"])
_TYPES = st.sampled_from(
    ["Chỉ thị", "Công điện", "Nghị quyết", "Nghị định", "Quyết định", "Luật", "Thông tư", "Kế hoạch", "Kết luận",
     "Thông báo", "Công văn", "Pháp lệnh", "Hiến pháp", "Đề án", "Chương trình", "Tờ trình", "văn bản"]
)  # fmt: skip
_SYMBOLS = st.sampled_from(
    ["CT-UBND", "CT/TW", "NĐ-CP", "QĐ-TTg", "NQ-HĐND", "QH15", "TT-BTC", "TTLT-BYT-BTC", "CĐ-TTg", "KH-UBND", "KL/TU",
     "TB-VPCP", "UBND-VX", "…", ""]
)  # fmt: skip
_BODIES = st.sampled_from(
    ["Chính phủ", "Thủ tướng Chính phủ", "UBND tỉnh", "Ủy ban nhân dân các xã, phường", "Sở Tài chính", "Bộ Y tế",
     "Công an tỉnh", "các sở, ban, ngành", "Chủ tịch UBND các huyện, thị xã, thành phố", "Ban Thường vụ Tỉnh ủy",
     "Bộ trưởng Bộ Nội vụ", "Văn phòng UBND tỉnh", "phòng GD-ĐT", "Hội Liên hiệp Phụ nữ", "cơ quan liên quan",
     "Sở Nông nghiệp và Môi trường", "Tập đoàn Điện lực Việt Nam", "Đài Phát thanh và Truyền hình", "xã", "Bộ"]
)  # fmt: skip
_VERBS = st.sampled_from(
    ["giao", "yêu cầu", "đề nghị", "chủ trì", "phối hợp với", "rà soát", "báo cáo", "tham mưu", "chịu trách nhiệm",
     "khẩn trương triển khai", "nghiêm cấm", "không được", "hoàn thành", "tổ chức thực hiện", "tiếp tục", "được phép",
     "kiểm tra, giám sát", "bãi bỏ", "sửa đổi, bổ sung", "thay thế", "gửi", "trình"]
)  # fmt: skip
_OBJECTS = st.sampled_from(
    ["công tác phòng cháy", "dự toán ngân sách", "việc quản lý đất đai", "kết quả thực hiện", "các nhiệm vụ được giao",
     "thủ tục hành chính", "Chỉ thị này", "khoản này", "Điều 5 nêu trên"]
)  # fmt: skip
_JOINTS = st.sampled_from(
    [" ", ", ", "; ", ". ", ": ", " và ", " của ", " về ", " tại ", " để ", " theo ", "\n", "", "…"]
)


def _join(*parts: str | st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*(st.just(part) if isinstance(part, str) else part for part in parts)).map("".join)


dates = st.one_of(
    _join("ngày ", _DAYS, "/", _DAYS, "/", _YEARS),
    _join("ngày ", _DAYS, " tháng ", _DAYS, " năm ", _YEARS),
    _join("trước ngày ", _DAYS, "/", _DAYS),
    _join("từ ngày ", _DAYS, " đến ngày ", _DAYS, "/", _DAYS, "/", _YEARS),
    _join("quý ", _ROMAN, "/", _YEARS),
    _join("giai đoạn ", _YEARS, "-", _YEARS),
    _join("năm học ", _YEARS, "-", _YEARS),
    _join("trong thời hạn ", _NUMBERS, " ngày làm việc"),
    _join("chậm nhất ", _DAYS, " giờ ", _DAYS, " ngày ", _DAYS, "/", _DAYS),
    st.sampled_from(
        ["hằng tháng", "định kỳ 6 tháng", "cuối năm", "ngày     tháng    năm 2025", "trước ngày 25 hằng tháng"]
    ),
)
references = st.one_of(
    _join(_TYPES, " số ", _NUMBERS, "/", _SYMBOLS),
    _join(_TYPES, " số ", _NUMBERS, "/", _YEARS, "/", _SYMBOLS, " ", dates, " của ", _BODIES),
    _join("điểm ", _LETTERS, " khoản ", _NUMBERS, " Điều ", _NUMBERS, " ", _TYPES, " ", _OBJECTS),
    _join("các Điều ", _NUMBERS, ", ", _NUMBERS, " và ", _NUMBERS, " ", _TYPES),
    _join("(sau đây gọi là ", _TYPES, " ", _NUMBERS, ")"),
    _join(_TYPES, st.sampled_from([" này", " nêu trên", " nói trên", " số …", " năm 2013"])),
)
clauses = st.one_of(
    _join(_BODIES, " ", _VERBS, " ", _OBJECTS),
    _join(_VERBS, " ", _BODIES, " ", _VERBS, ", ", _VERBS, " ", _OBJECTS, " ", dates),
    _join(
        _BODIES,
        " chủ trì, phối hợp với ",
        _BODIES,
        ", ",
        _BODIES,
        " ",
        _VERBS,
        " ",
        _OBJECTS,
        "; ",
        _VERBS,
        " ",
        _BODIES,
    ),
    _join(_VERBS, " ", references, ", ", _BODIES, " ", _VERBS),
)
labels = st.one_of(
    _join("\n", _NUMBERS, st.sampled_from([". ", ") ", "/ ", ".", ".1. ", "-"])),
    _join("\n", _LETTERS, st.sampled_from([") ", ". ", "/ "])),
    _join("\n", _ROMAN, st.sampled_from([". ", "- ", ") "])),
    _join("\nĐiều ", _NUMBERS, st.sampled_from([". ", ": ", "\n", " "])),
    _join("\nChương ", _ROMAN, "\n"),
    _join("\nPHỤ LỤC ", _ROMAN, "\n"),
    st.sampled_from(["\n- ", "\n+ ", "\n• ", "\n* ", "\n| ", "\n\n", "\n(1) ", " (i) ", "\t"]),
)
header_lines = st.one_of(
    st.sampled_from(
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM", "ỦY BAN NHÂN DÂN",
         "TỈNH AN BÌNH", "TỈNH ỦY AN BÌNH", "*", "HỎA TỐC", "MẬT", "CHỈ THỊ", "QUYẾT ĐỊNH:", "KẾ HOẠCH", "CÔNG ĐIỆN",
         "Về việc tăng cường quản lý đất đai", "V/v phòng, chống bão", "THỦ TƯỚNG CHÍNH PHỦ", "-------"]
    ),
    _join("Số: ", _NUMBERS, "/", _SYMBOLS, "    An Bình, ", dates),
    _join("Kính gửi: ", _BODIES, "; ", _BODIES, "."),
    _join("Căn cứ ", references, ";"),
)  # fmt: skip
closing_lines = st.one_of(
    st.sampled_from(
        ["Nơi nhận:", "- Như trên;", "- Lưu: VT, TH.", "KT. CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH", "Trần Văn An",
         "(Đã ký)", "Nơi nhận:\tCHỦ TỊCH", "./."]
    ),
    _join("- ", _BODIES, ";"),
    _join(_TYPES, " này có hiệu lực từ ngày ký và thay thế ", references, "./."),
)  # fmt: skip
table_rows = st.lists(st.one_of(clauses, dates, _BODIES, _NUMBERS), max_size=5).map(
    lambda cells: "\n" + " | ".join(cells)
)
# what damages text in practice: decomposed, invisible, wide, right-to-left, look-alike and control characters
disturbances = st.one_of(
    st.sampled_from(
        ["\r\n", "\r", "\x0c", "\x0b", "\u2028", "\x85", "\u200b", "\ufeff", "\u200f", "\u202e", "\u00ad", "\u0301", "\u0323",
         "\U0001f600", "\U0001d400", "\ud800", "\x00", "\x1f", "\u00a0", "\u3000", "Ð", "–", "−", "(", ")", "[", "“", "”",
         "\"", "İ", "ß", "ﬁ", "\u1e9e", "①", "１", "٣", "²", "…", "...", "_____", "/", "//", "|", "\t"]
    ),
    st.characters(),
)  # fmt: skip

sentences = st.lists(st.one_of(clauses, references, dates, _JOINTS, labels, disturbances), max_size=12).map("".join)
documents = st.tuples(
    st.lists(header_lines, max_size=10).map("\n".join),
    st.lists(st.one_of(_join(labels, sentences), table_rows), max_size=6).map("".join),
    st.lists(closing_lines, max_size=6).map("\n".join),
).map("\n".join)
texts = st.one_of(documents, documents, sentences, st.text(max_size=120))
"""Mostly whole documents, some single sentences, a few random strings."""
