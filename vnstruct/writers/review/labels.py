"""The words of the review page, in Vietnamese and English, by key."""

from __future__ import annotations

from vnstruct.writers.terms import Language


class Words:
    """The words of one language.

    >>> Words("vi")["tasks"], Words("en")["tasks"]
    ('Nhiệm vụ', 'Tasks')
    """

    def __init__(self, language: Language) -> None:
        """Raises ``ValueError`` for a language the page does not speak."""
        if language not in ("vi", "en"):
            raise ValueError(f"no such language: {language!r}")
        self.language: Language = language
        self._column = 0 if language == "vi" else 1

    def __getitem__(self, key: str) -> str:
        return WORDS[key][self._column]

    def under(self, prefix: str) -> dict[str, str]:
        """All words whose key starts with ``prefix``, keys without it."""
        return {key.removeprefix(prefix): pair[self._column] for key, pair in WORDS.items() if key.startswith(prefix)}


WORDS: dict[str, tuple[str, str]] = {
    # the frame
    "page": ("Rà soát văn bản", "Document review"),
    "skip.tasks": ("Đến bảng nhiệm vụ", "Skip to the tasks"),
    "skip.document": ("Đến văn bản", "Skip to the document"),
    "choose": ("Văn bản", "Document"),
    "choose.all": ("Tất cả {count} văn bản", "All {count} documents"),
    "print": ("In", "Print"),
    "print.title": ("In bảng nhiệm vụ và văn bản", "Print the tasks and the document"),
    "views": ("Nội dung rà soát", "What to review"),
    "divider": ("Đổi độ rộng hai cột", "Resize the columns"),
    "untitled": ("Văn bản không có tên", "Untitled document"),
    "empty": ("Không có văn bản nào.", "No documents."),
    # the tasks
    "tasks": ("Nhiệm vụ", "Tasks"),
    "tasks.none": ("Không tìm thấy nhiệm vụ nào trong văn bản này.", "No tasks were found in this document."),
    "tasks.caption": (
        "Bảng nhiệm vụ. Mũi tên lên, xuống để chọn dòng, Enter để xem trong văn bản.",
        "Tasks. Arrow keys move between rows, Enter shows the row in the document.",
    ),
    "column.number": ("STT", "No."),
    "column.lead": ("Chủ trì", "Who"),
    "column.coordinators": ("Phối hợp", "With whom"),
    "column.what": ("Nội dung", "What"),
    "column.due": ("Thời hạn", "By when"),
    "column.section": ("Mục", "Section"),
    "column.cited": ("Viện dẫn", "Cites"),
    "no-actor": ("không nêu", "not named"),
    "filter": ("Lọc nhiệm vụ", "Filter tasks"),
    "filter.body": ("Cơ quan", "Body"),
    "filter.body.hint": ("một phần tên, có dấu hoặc không", "part of the name, accents optional"),
    "filter.due": ("Thời hạn", "Deadline"),
    "filter.due.any": ("tất cả", "any"),
    "filter.due.some": ("có thời hạn", "with a deadline"),
    "filter.due.recurring": ("định kỳ", "recurring"),
    "filter.due.none": ("không có thời hạn", "without a deadline"),
    "filter.after": ("Từ ngày", "From"),
    "filter.before": ("Đến ngày", "Until"),
    "filter.day": ("ngày/tháng/năm", "day/month/year"),
    "filter.doubtful": ("Chưa chắc chắn", "Doubtful only"),
    "filter.reset": ("Bỏ lọc", "Clear"),
    # the other lists
    "check": ("Cần xem lại", "To check"),
    "check.diagnostics": ("Điểm cần lưu ý", "Diagnostics"),
    "check.warnings": ("Khi đọc tệp", "While reading the file"),
    "check.doubtful": ("Chưa chắc chắn", "Doubtful"),
    "check.none": ("Không có điểm nào cần xem lại.", "Nothing to check."),
    "cited": ("Văn bản viện dẫn", "Cited documents"),
    "cited.none": ("Văn bản này không viện dẫn văn bản nào.", "This document cites no other."),
    "cited.own": ("chính văn bản này", "this very document"),
    "cited.mentions": ("Vị trí", "Mentions"),
    "cited.relation": ("Quan hệ", "Relation"),
    # the document
    "document": ("Văn bản", "Document"),
    "document.hint": (
        "Mũi tên trái, phải để đi qua từng chú giải.",
        "Left and right arrow keys move through the annotations.",
    ),
    "legend": ("Lớp chú giải", "Layers"),
    "layer.r": ("Viện dẫn", "References"),
    "layer.t": ("Thời gian", "Dates"),
    "layer.b": ("Cơ quan", "Bodies"),
    "layer.a": ("Hành động", "Actions"),
    "layer.k": ("Nhiệm vụ", "Tasks"),
    "layer.q": ("Chưa chắc chắn", "Doubtful"),
    "layer.o": ("Ngoài văn bản", "Page furniture"),
    "search": ("Tìm trong văn bản", "Search the document"),
    "search.previous": ("Kết quả trước", "Previous match"),
    "search.next": ("Kết quả sau", "Next match"),
    "details": ("Chi tiết", "Details"),
    "details.hint": (
        "Chọn một nhiệm vụ hoặc bấm vào chỗ được đánh dấu để xem chi tiết.",
        "Choose a task or click on a marked phrase for details.",
    ),
    "header.number": ("Số", "Number"),
    "header.date": ("Ngày", "Date"),
    "header.issuer": ("Cơ quan ban hành", "Issuer"),
    "header.signer": ("Người ký", "Signed by"),
    "header.file": ("Tệp", "File"),
    # one annotation
    "one.r": ("Viện dẫn", "Reference"),
    "one.t": ("Thời gian", "Date"),
    "one.b": ("Cơ quan", "Body"),
    "one.a": ("Hành động", "Action"),
    "one.k": ("Nhiệm vụ", "Task"),
    "field.role": ("Vai trò", "Role"),
    "field.relation": ("Quan hệ", "Relation"),
    "field.document": ("Văn bản", "Document"),
    "field.pinpoints": ("Điểm, khoản, điều", "Place"),
    "field.date": ("Ngày", "Date"),
    "field.issuer": ("Cơ quan ban hành", "Issuer"),
    "field.title": ("Trích yếu", "Subject"),
    "field.members": ("Gồm", "Members"),
    "field.level": ("Cấp", "Level"),
    "field.successor": ("Nay là", "Today"),
    "field.first": ("Từ", "First day"),
    "field.last": ("Đến", "Last day"),
    "field.confidence": ("Độ tin cậy", "Confidence"),
    "field.source": ("Theo", "Found by"),
    "field.value": ("Giá trị", "Value"),
    # what the script says
    "script.shown": ("{shown} / {all} nhiệm vụ", "{shown} of {all} tasks"),
    "script.count": ("{all} nhiệm vụ", "{all} tasks"),
    "script.match": ("{at} / {all}", "{at} of {all}"),
    "script.noMatch": ("không thấy", "no match"),
    "script.task": ("Nhiệm vụ {number}", "Task {number}"),
    "script.lead": ("chủ trì", "lead"),
    "script.with": ("phối hợp", "with"),
    "script.supervisor": ("chỉ đạo", "supervises"),
    "script.report": ("nhận báo cáo", "reported to"),
    "script.due": ("thời hạn", "due"),
    "script.close": ("Đóng", "Close"),
    "script.clause": ("nguyên văn", "clause"),
    "script.cites": ("viện dẫn", "cites"),
    "script.cited": ("xem văn bản viện dẫn", "see the cited document"),
    "date.inferred": ("năm suy ra", "year inferred"),
}
