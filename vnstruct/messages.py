"""Every sentence that vnstruct says to a person, in Vietnamese and English, by key.

Errors and the command line take their words from this table alone.

>>> message("no-text-layer", "en").text
'the PDF has no text layer'
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Language = Literal["vi", "en"]


class Message(NamedTuple):
    """What happened, and what the reader can do about it (may be empty)."""

    text: str
    remedy: str = ""


class Reason(NamedTuple):
    """What is wrong inside a file, by its key in :data:`REASONS`; ``detail`` tells where.

    >>> Reason("xml", "word/document.xml").in_language("en")
    'word/document.xml is no well-formed XML'
    """

    key: str
    detail: object = ""

    def in_language(self, language: Language) -> str:
        """The reason in words."""
        return REASONS[self.key][language != "vi"].format(detail=self.detail)


def message(key: str, language: Language = "vi", **values: object) -> Message:
    """The message with its ``{placeholders}`` filled; raises ``KeyError`` for a key that the table lacks."""
    vi, en = ERRORS[key]
    chosen = vi if language == "vi" else en
    said = {name: v.in_language(language) if isinstance(v, Reason) else v for name, v in values.items()}
    return Message(chosen.text.format(**said), chosen.remedy.format(**said))


def text(key: str, language: Language = "vi", **values: object) -> str:
    """A text of the command line with its ``{placeholders}`` filled; raises ``KeyError`` for an unknown key.

    >>> text("nothing-to-do", "en")
    'nothing to do: no readable file found'
    """
    vi, en = TEXTS[key]
    return (vi if language == "vi" else en).format(**values)


REASONS: dict[str, tuple[str, str]] = {
    "archive": (
        "kho nén không mở được, có thể tệp bị cắt cụt",
        "the archive cannot be opened, the file may be cut off",
    ),
    "part": ("không giải nén được phần {detail}", "{detail} cannot be unpacked"),
    "xml": ("phần {detail} sai cú pháp XML", "{detail} is no well-formed XML"),
    "no-body": ("không có nội dung (w:body)", "it has no content (w:body)"),
    "pdf": ("cấu trúc PDF không đọc được", "the structure of the PDF cannot be read"),
    "no-page": ("không có trang nào đọc được", "no page can be read"),
    "large-part": ("{detail} byte sau khi giải nén", "{detail} bytes when unpacked"),
    "dtd": ("phần {detail} có khai báo DOCTYPE", "{detail} declares a DOCTYPE"),
    "deep-html": ("HTML lồng nhau quá {detail} tầng", "HTML nested more than {detail} levels deep"),
    "timeout": ("quá {detail} giây", "took longer than {detail} seconds"),
}
"""What may be wrong inside a file, in Vietnamese and English."""

ERRORS: dict[str, tuple[Message, Message]] = {
    "not-found": (
        Message("không có tệp này", "kiểm tra lại đường dẫn"),
        Message("no such file", "check the path"),
    ),
    "permission": (
        Message("không có quyền đọc", "xin quyền đọc tệp hoặc thư mục"),
        Message("permission denied", "ask for the right to read it"),
    ),
    "is-folder": (
        Message("đây là thư mục, không phải tệp", "chọn một tệp trong thư mục"),
        Message("this is a folder, not a file", "name a file inside it"),
    ),
    "not-regular": (
        Message("không phải tệp thông thường", "chép nội dung ra một tệp"),
        Message("not a regular file", "copy the content to a file"),
    ),
    "read-failed": (
        Message("không đọc được: {reason}", "kiểm tra ổ đĩa và thử lại"),
        Message("cannot be read: {reason}", "check the disk and try again"),
    ),
    "damaged": (
        Message("tệp {kind} bị hỏng: {reason}", "mở bằng chương trình gốc, lưu lại rồi thử lại"),
        Message("damaged {kind} file: {reason}", "open it in its own program, save it again and retry"),
    ),
    "encrypted": (
        Message("tệp {kind} được bảo vệ bằng mật khẩu", "gỡ mật khẩu rồi chạy lại"),
        Message("the {kind} file is protected by a password", "remove the password and try again"),
    ),
    "no-text-layer": (
        Message(
            "tệp PDF không có lớp văn bản", "chạy OCR trước: thêm --ocr, hoặc ví dụ ocrmypdf -l vie VÀO.pdf RA.pdf"
        ),
        Message("the PDF has no text layer", "run OCR first: add --ocr, or for example ocrmypdf -l vie IN.pdf OUT.pdf"),
    ),
    "no-tesseract": (
        Message(
            "cần tesseract để nhận dạng chữ trên bản quét",
            "cài tesseract và dữ liệu tiếng Việt (Debian, Ubuntu: gói tesseract-ocr và tesseract-ocr-vie)",
        ),
        Message(
            "tesseract is needed to recognise scanned pages",
            "install tesseract and its Vietnamese data (Debian, Ubuntu: tesseract-ocr and tesseract-ocr-vie)",
        ),
    ),
    "no-vietnamese-data": (
        Message("tesseract chưa có dữ liệu tiếng Việt", "cài dữ liệu vie (Debian, Ubuntu: gói tesseract-ocr-vie)"),
        Message("tesseract has no Vietnamese data", "install the data for vie (Debian, Ubuntu: tesseract-ocr-vie)"),
    ),
    "ocr-failed": (
        Message("tesseract không nhận dạng được tệp này: {reason}", "kiểm tra bản quét; quét lại rõ hơn"),
        Message("tesseract could not recognise the file: {reason}", "check the scan; scan it again more clearly"),
    ),
    "empty": (
        Message("tệp không có nội dung", "kiểm tra lại tệp gốc"),
        Message("the file is empty", "check the original"),
    ),
    "too-large": (
        Message("quá lớn: {size}, giới hạn {limit}", "tách nhỏ tài liệu hoặc nâng giới hạn bằng --max-mb"),
        Message("too large: {size}, the limit is {limit}", "split the document or raise the limit with --max-mb"),
    ),
    "text-too-long": (
        Message("văn bản quá dài: {size} ký tự, giới hạn {limit}", "tách nhỏ tài liệu"),
        Message("the text is too long: {size} characters, the limit is {limit}", "split the document"),
    ),
    "too-many-pages": (
        Message("{pages} trang, giới hạn {limit}", "tách nhỏ tài liệu hoặc nâng giới hạn bằng --max-pages"),
        Message("{pages} pages, the limit is {limit}", "split the document or raise the limit with --max-pages"),
    ),
    "too-slow": (
        Message("xử lý lâu hơn {seconds} giây", "tách nhỏ tài liệu hoặc nâng giới hạn bằng --max-seconds"),
        Message("takes longer than {seconds} seconds", "split the document or raise the limit with --max-seconds"),
    ),
    "unsafe-archive": (
        Message("tệp bất thường: {reason}", "không mở tệp này; xin lại bản gốc từ nơi gửi"),
        Message("abnormal file: {reason}", "do not open this file; ask the sender for the original"),
    ),
    "unsafe-content": (
        Message(
            "nội dung bất thường: đọc tệp này cần quá nhiều bộ nhớ (giới hạn {limit}) hoặc làm hỏng chương trình đọc",
            "không mở tệp này; xin lại bản gốc từ nơi gửi",
        ),
        Message(
            "abnormal content: reading this file takes too much memory (the limit is {limit}) or breaks the reader",
            "do not open this file; ask the sender for the original",
        ),
    ),
    "binary": (
        Message("nội dung nhị phân, không phải văn bản", "kiểm tra lại tệp gốc"),
        Message("binary content, not a text", "check the original"),
    ),
    "unknown-encoding": (
        Message("không nhận ra bảng mã của văn bản", "lưu lại tệp bằng bảng mã UTF-8"),
        Message("the character encoding is not recognised", "save the file again as UTF-8"),
    ),
    "unsupported": (
        Message("không hỗ trợ định dạng {kind}", "chuyển sang .docx, .pdf, .html hoặc .txt"),
        Message("format not supported: {kind}", "convert it to .docx, .pdf, .html or .txt"),
    ),
    "image": (
        Message("đây là ảnh ({kind})", "chạy OCR trước để có văn bản"),
        Message("this is an image ({kind})", "run OCR first to get a text"),
    ),
    "no-libreoffice": (
        Message("cần LibreOffice để đọc tệp .doc", "cài LibreOffice (gói libreoffice-writer) hoặc lưu tệp thành .docx"),
        Message(
            "LibreOffice is needed to read .doc files", "install LibreOffice (libreoffice-writer) or save as .docx"
        ),
    ),
    "doc-failed": (
        Message("LibreOffice không chuyển được tệp này: {reason}", "mở bằng Word, lưu thành .docx rồi thử lại"),
        Message("LibreOffice could not convert the file: {reason}", "open it in Word, save as .docx and retry"),
    ),
    "missing-extra": (
        Message("cần gói {package}", "chạy: pip install 'vnstruct[{extra}]'"),
        Message("the package {package} is needed", "run: pip install 'vnstruct[{extra}]'"),
    ),
    "no-column": (
        Message("bảng không có cột {column!r}", "các cột đang có: {columns}"),
        Message("the table has no column {column!r}", "its columns: {columns}"),
    ),
    "column-type": (
        Message("cột {column!r} có kiểu {type}", "cần cột chữ (văn bản) hoặc cột nhị phân (nội dung tệp)"),
        Message("column {column!r} is of type {type}", "give a column of strings (texts) or of binaries (files)"),
    ),
    "column-taken": (
        Message("cột {column!r} trùng tên với một cột khác của kết quả", "đổi tên cột trước khi chạy"),
        Message("column {column!r} has the name of another column of the result", "rename the column first"),
    ),
    "no-layer": (
        Message("không có lớp {layer!r}", "các lớp: {layers}"),
        Message("there is no layer {layer!r}", "the layers: {layers}"),
    ),
    "write-failed": (
        Message("không ghi được: {reason}", "kiểm tra quyền ghi và dung lượng ổ đĩa"),
        Message("cannot be written: {reason}", "check the permission and the space on the disk"),
    ),
    "internal": (
        Message("lỗi nội bộ: {reason}", "gửi tệp này kèm thông báo lỗi cho nhóm phát triển"),
        Message("internal error: {reason}", "report this file with the message to the developers"),
    ),
    "worker-died": (
        Message("tiến trình xử lý dừng đột ngột ở tệp này", "thử xử lý riêng tệp này; kiểm tra bộ nhớ"),
        Message("the worker process died on this file", "try this file alone; check the memory"),
    ),
    "not-gold": (
        Message("không phải tệp gán nhãn chuẩn: {reason}", "dùng tệp *.gold.json hoặc JSON do vnstruct xuất ra"),
        Message("not a gold file: {reason}", "use a *.gold.json file or JSON written by vnstruct"),
    ),
}

TEXTS: dict[str, tuple[str, str]] = {
    "error": ("lỗi: {sentence}", "error: {sentence}"),
    "converted": (
        "Đã chuyển {done} tài liệu ({skipped} không đổi từ lần trước), {failed} lỗi. Kết quả: {out}",
        "Converted {done} documents ({skipped} unchanged since the last run), {failed} failed. Output: {out}",
    ),
    "none-converted": (
        "Không chuyển được tài liệu nào, {failed} lỗi.",
        "No document was converted, {failed} failed.",
    ),
    "failed-fast": (
        "Dừng ở lỗi đầu tiên, đã xong {done} tài liệu. Sửa lỗi rồi chạy lại với --resume để làm tiếp.",
        "Stopped at the first failure after {done} documents. Repair it and run again with --resume to continue.",
    ),
    "interrupted": (
        "Dừng theo yêu cầu, đã xong {done} tài liệu. Chạy lại với --resume để làm tiếp.",
        "Stopped on request after {done} documents. Run again with --resume to continue.",
    ),
    "progress": ("Đang chuyển", "Converting"),
    "nothing-to-do": ("không có gì để làm: không tìm thấy tệp nào đọc được", "nothing to do: no readable file found"),
    "usage.format": (
        "không có định dạng {format!r}; chọn một trong: {known}",
        "no format {format!r}; choose from: {known}",
    ),
    "usage.stdin": ("dấu - (đầu vào chuẩn) phải đứng một mình", "- (standard input) must stand alone"),
    "usage.output": (
        "có {count} tệp đầu vào: cần -o THƯ_MỤC để ghi kết quả, hoặc --format jsonl",
        "{count} input files: give -o FOLDER for the results, or --format jsonl",
    ),
    "usage.line": ("Cách dùng: {call}", "Usage: {call}"),
    "usage.options": ("[TÙY CHỌN]", "[OPTIONS]"),
    "usage.command": ("LỆNH …", "COMMAND …"),
    "usage.more": ("Xem thêm: {command} --help", "More: {command} --help"),
    "usage.missing": ("thiếu {name}", "{name} is missing"),
    "usage.no-option": ("không có tùy chọn {name}", "no option {name}"),
    "usage.similar": ("; có phải {names}?", "; did you mean {names}?"),
    "usage.needs-value": ("{name} cần một giá trị đi sau", "{name} needs a value"),
    "usage.takes-no-value": ("{name} không nhận giá trị", "{name} takes no value"),
    "usage.no-command": ("không có lệnh {name!r}", "no command {name!r}"),
    "usage.extra": ("thừa: {names}", "too much: {names}"),
    "usage.number": ("{name} cần một số từ {least} trở lên", "{name} needs a number from {least} up"),
    "usage.path": ("{name}: không có {value!r}, hoặc không đúng loại", "{name}: no {value!r}, or of the wrong kind"),
    "usage.value": ("giá trị của {name} không hợp lệ: {said}", "no value for {name}: {said}"),
    "help.help": ("In trợ giúp này rồi thoát.", "Print this help and exit."),
    "help.DEFAULT_STRING": ("[mặc định: {{}}]", "[default: {{}}]"),
    "help.ENVVAR_STRING": ("[biến môi trường: {{}}]", "[env var: {{}}]"),
    "help.REQUIRED_LONG_STRING": ("[bắt buộc]", "[required]"),
    "panel.arguments": ("Tham số", "Arguments"),
    "panel.options": ("Tùy chọn", "Options"),
    "panel.commands": ("Lệnh", "Commands"),
    "help.vnstruct": (
        "Đọc văn bản chỉ đạo, điều hành tiếng Việt và cho dữ liệu có cấu trúc: ai làm gì, với ai, trước khi nào. "
        "(English: --lang en)",
        "Reads Vietnamese official directives and gives structured data: who does what, with whom, by when.",
    ),
    "help.version": ("In phiên bản rồi thoát.", "Print the version and exit."),
    "help.lang": (
        "Ngôn ngữ của thông báo; đặt ở đâu trong câu lệnh cũng được.",
        "Language of messages; may stand anywhere.",
    ),
    "help.convert": (
        "Chuyển tệp, thư mục (cả thư mục con), mẫu tên tệp hoặc đầu vào chuẩn (-) thành dữ liệu có cấu trúc.",
        "Convert files, folders (recursively), globs or standard input (-) to structured data.",
    ),
    "help.paths": (
        "Tệp, thư mục, mẫu tên tệp, hoặc - cho đầu vào chuẩn.",
        "Files, folders, globs, or - for standard input.",
    ),
    "help.output": (
        "Thư mục kết quả; với jsonl, csv, xlsx, review là một tệp cho mọi tài liệu. Không có: in ra màn hình.",
        "Output folder; one file for all documents with jsonl, csv, xlsx, review. Without it: standard output.",
    ),
    "help.format": (
        "Định dạng kết quả: json, jsonl, csv, xlsx, review (một trang rà soát), html, xml; mặc định theo đuôi của OUT, nếu không thì json.",
        "Output format: json, jsonl, csv, xlsx, review (one review page), html, xml; by the suffix of OUT, else json.",
    ),
    "help.workers": ("Số tiến trình chạy song song.", "Number of parallel processes."),
    "help.resume": (
        "Bỏ qua tài liệu đã xong và không đổi (so theo nội dung).",
        "Skip what is done and unchanged (by content).",
    ),
    "help.fail-fast": ("Dừng ở lỗi đầu tiên.", "Stop at the first failure."),
    "help.errors": ("Ghi các lỗi vào tệp này, mỗi dòng một JSON.", "Write failures to this file, one JSON a line."),
    "help.knowledge": (
        "Thư mục chứa bảng CSV của riêng bạn, bổ sung cho bảng có sẵn.",
        "Folder with CSV tables of your own, added to the built-in ones.",
    ),
    "help.max-mb": ("Giới hạn kích thước mỗi tệp, tính bằng MB.", "Size limit of one file, in MB."),
    "help.max-pages": ("Giới hạn số trang mỗi tệp PDF.", "Page limit of one PDF."),
    "help.ocr": (
        "Nhận dạng chữ trên các trang PDF chỉ có ảnh (cần tesseract và dữ liệu tiếng Việt).",
        "Recognise PDF pages that are only pictures (needs tesseract with Vietnamese data).",
    ),
    "help.max-seconds": ("Giới hạn thời gian cho mỗi tệp, tính bằng giây.", "Time limit of one file, in seconds."),
    "help.schema": ("In JSON Schema của dữ liệu xuất ra.", "Print the JSON Schema of the output."),
    "help.info": ("Phiên bản, mô hình và các bảng tri thức.", "Versions, model and knowledge tables."),
    "info.model": ("Mô hình", "Model"),
    "info.table": ("Bảng", "Table"),
    "info.rows": ("Số dòng", "Rows"),
    "info.latest": ("Mới nhất", "Latest"),
    "help.tasks": (
        "Bảng nhiệm vụ: ai làm gì, với ai, trước khi nào; xem trên màn hình hoặc xuất CSV, XLSX.",
        "The task sheet: who does what, with whom, by when; in the terminal, as CSV or XLSX.",
    ),
    "help.tasks-output": (
        "Tệp kết quả .csv hoặc .xlsx; không có thì in bảng ra màn hình.",
        "Output file, .csv or .xlsx; without it the table is printed.",
    ),
    "help.tasks-format": (
        "table, csv hoặc xlsx; mặc định theo đuôi của OUT.",
        "table, csv or xlsx; by the suffix of OUT.",
    ),
    "help.body": (
        "Chỉ lấy nhiệm vụ do cơ quan này chủ trì (một phần tên, có dấu hoặc không dấu).",
        "Only tasks led by this body (part of its name, accents optional).",
    ),
    "help.groups": (
        "Cùng với --body: kể cả việc giao chung cho nhóm có cơ quan này (các sở, ban, ngành …).",
        "With --body: also what is given to a group the body belongs to (các sở, ban, ngành …).",
    ),
    "tasks.groups": (
        "Còn {count} việc giao chung cho nhóm có “{body}”: thêm --groups để xem.",
        "{count} more are given to groups that “{body}” belongs to: add --groups to see them.",
    ),
    "help.coordinator": ("Chỉ lấy nhiệm vụ có cơ quan này phối hợp.", "Only tasks this body coordinates in."),
    "help.with": (
        "Chỉ lấy nhiệm vụ mà cơ quan này cùng làm với cơ quan khác, dù chủ trì hay phối hợp.",
        "Only tasks that this body shares with others, as lead or as coordinator.",
    ),
    "help.before": (
        "Chỉ lấy nhiệm vụ đến hạn trước hoặc đúng ngày này (ngày/tháng/năm).",
        "Only tasks due by this day (d/m/y).",
    ),
    "help.after": ("Chỉ lấy nhiệm vụ đến hạn từ ngày này.", "Only tasks due from this day on."),
    "help.due": (
        "Chỉ lấy nhiệm vụ đến hạn trong thời gian này: quý này, tháng tới, quý IV/2025, 12/2025, 2025 …",
        "Only tasks due in this time: this quarter, next month, 2025-Q4, 12/2025, 2025 …",
    ),
    "usage.period": (
        "không hiểu thời gian {value!r}; viết chẳng hạn: quý này, tháng tới, quý IV/2025, tháng 12/2025, năm 2025",
        "no period: {value!r}; write for example: this quarter, next month, 2025-Q4, 12/2025, 2025",
    ),
    "usage.due-twice": (
        "--due không đi cùng --after, --before",
        "--due does not go with --after or --before",
    ),
    "help.references": (
        "Các văn bản được viện dẫn, mỗi văn bản một dòng; --based-on: chỉ những văn bản làm căn cứ.",
        "The documents cited, one a line; --based-on: only those that the document is based on.",
    ),
    "help.based-on": (
        "Chỉ lấy văn bản làm căn cứ, được thực hiện hoặc được trả lời.",
        "Only the documents it is based on, carries out or answers.",
    ),
    "references.document": ("Văn bản", "Document"),
    "references.work": ("Văn bản viện dẫn", "Cited"),
    "references.name": ("Tên, trích yếu", "Name"),
    "references.date": ("Ngày", "Date"),
    "references.issuer": ("Cơ quan ban hành", "Issuer"),
    "references.relation": ("Quan hệ", "Relation"),
    "references.count": ("Số lần", "Times"),
    "references.total": ("{count} văn bản", "{count} documents"),
    "references.none": ("không có văn bản nào", "no documents"),
    "help.no-deadline": ("Chỉ lấy nhiệm vụ không có thời hạn.", "Only tasks without a deadline."),
    "help.by": ("Xếp nhóm theo cơ quan (body) hoặc theo thời hạn (deadline).", "Group by body or by deadline."),
    "help.show": (
        "Xem văn bản trên màn hình, tô màu viện dẫn, mốc thời gian, cơ quan, động từ và nhiệm vụ.",
        "Show a document in the terminal, its annotations coloured.",
    ),
    "help.show-path": ("Tệp cần xem, hoặc - cho đầu vào chuẩn.", "The file, or - for standard input."),
    "help.all-text": (
        "Hiện cả phần không thuộc văn bản (trang mạng, menu).",
        "Show what is not part of the document too.",
    ),
    "place.page": ("trang {number}", "page {number}"),
    "place.paragraph": ("đoạn {number}", "paragraph {number}"),
    "place.table": ("bảng {number}", "table {number}"),
    "place.row": ("hàng {number}", "row {number}"),
    "place.column": ("cột {number}", "column {number}"),
    "place.line": ("dòng {number}", "line {number}"),
    "place.page_header": ("đầu trang", "page header"),
    "place.text_box": ("khung chữ", "text box"),
    "place.footnote": ("chú thích", "footnote"),
    "place.aside": ("bên lề", "margin"),
    "tasks.number": ("STT", "No."),
    "tasks.document": ("Văn bản", "Document"),
    "tasks.section": ("Mục, vị trí", "Section, place"),
    "tasks.lead": ("Chủ trì", "Lead"),
    "tasks.coordinators": ("Phối hợp", "With"),
    "tasks.what": ("Nội dung", "Task"),
    "tasks.due": ("Thời hạn", "Due"),
    "tasks.cited": ("Văn bản viện dẫn", "Documents cited"),
    "tasks.count": ("{count} nhiệm vụ, {doubtful} cần xem lại (*)", "{count} tasks, {doubtful} to be checked (*)"),
    "tasks.none": ("không có nhiệm vụ nào thỏa điều kiện", "no task meets the conditions"),
    "tasks.no-body": ("(không nêu cơ quan)", "(no body named)"),
    "tasks.no-deadline": ("(không có thời hạn)", "(no deadline)"),
    "usage.date": (
        "không hiểu ngày {value!r}; viết 31/12/2025 hoặc 2025-12-31",
        "no date: {value!r}; write 31/12/2025 or 2025-12-31",
    ),
    "usage.by": ("--by nhận body hoặc deadline, không phải {value!r}", "--by takes body or deadline, not {value!r}"),
    "usage.xlsx": ("xlsx cần -o TỆP.xlsx", "xlsx needs -o FILE.xlsx"),
    "show.references": ("viện dẫn", "reference"),
    "show.dates": ("thời gian", "date"),
    "show.bodies": ("cơ quan", "body"),
    "show.actions": ("hành động", "action"),
    "show.tasks": ("nhiệm vụ", "task"),
    "show.doubtful": ("chưa chắc chắn", "doubtful"),
    "show.diagnostics": ("Cần xem lại:", "To be checked:"),
    "help.evaluate": (
        "Đo độ chính xác so với văn bản đã gán nhãn; hoặc liệt kê chỗ chưa chắc chắn (--review).",
        "Precision, recall and F1 against annotated documents; or list what is doubtful (--review).",
    ),
    "help.gold": (
        "Tệp hoặc thư mục *.gold.json, hoặc JSON đã duyệt.",
        "File or folder of *.gold.json, or reviewed JSON.",
    ),
    "help.predicted": (
        "JSON do vnstruct xuất ra; không có thì chạy trên tệp .txt cùng tên.",
        "JSON that vnstruct wrote; without it the .txt of the same name is converted.",
    ),
    "help.figures": ("Ghi các số đo vào tệp này.", "Write the figures to this file."),
    "help.list-errors": ("Liệt kê từng lỗi.", "List every error."),
    "help.review": (
        "Liệt kê các nhãn chưa chắc chắn của văn bản này.",
        "List the doubtful annotations of this document.",
    ),
    "help.below": ("Ngưỡng độ tin cậy cho --review.", "Confidence below which --review lists."),
    "help.train": (
        "Học lại phần được huấn luyện của mô hình (độ tin cậy) từ văn bản đã gán nhãn.",
        "Rebuild what is trained (the confidences) from annotated documents.",
    ),
    "help.annotated": (
        "Thư mục văn bản đã gán nhãn (*.gold.json kèm .txt, hoặc JSON đã duyệt).",
        "Folders of annotated documents (*.gold.json with .txt, or reviewed JSON).",
    ),
    "help.model-folder": (
        "Thư mục ghi mô hình; mặc định là mô hình đang dùng.",
        "Folder of the model; by default the one in use.",
    ),
    "help.seed": ("Số hạt giống khi chia văn bản cho --report.", "Seed of the splits that --report makes."),
    "help.familiar": (
        "Tệp liệt kê tên các văn bản đã dùng khi viết luật: chúng không quyết định mức độ tin cậy chung.",
        "File with the names of documents that the rules were written with: they do not set the level.",
    ),
    "help.report": (
        "In số liệu kiểm định chéo (cho MODEL_CARD.md).",
        "Print cross-validated figures (for MODEL_CARD.md).",
    ),
    "train.written": ("đã ghi {path}, học từ {count} văn bản", "{path} written, learnt from {count} documents"),
    "evaluate.documents": ("{count} văn bản", "{count} documents"),
    "evaluate.right": ("đúng", "right"),
    "evaluate.of": ("trên", "of"),
    "evaluate.doubtful": (
        "{count} nhãn có độ tin cậy dưới {below}",
        "{count} annotations with confidence below {below}",
    ),
}
