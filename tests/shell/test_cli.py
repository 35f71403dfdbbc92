"""The command line as a user meets it: what it writes where, and its exit codes."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from tests.shell.conftest import Runner

TEXT = "ỦY BAN NHÂN DÂN\r\nSố: 06/CT-UBND\r\n\r\nThực hiện Nghị định số 115/2020/NĐ-CP, giao Sở Tài chính báo cáo.\r\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An input folder with a sub-folder, two names that would collide, and files that are no documents."""
    source = tmp_path / "vao"
    for name in ("a.txt", "a.md", "con/b.txt", "con/.an.txt", "con/~$b.docx", "ghi-chu.json"):
        path = source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(TEXT.encode())
    return source


def test_one_file_goes_to_stdout_untouched(folder: Path, run: Runner) -> None:
    ran = run("convert", folder / "a.txt")
    assert (ran.code, json.loads(ran.out)["text"]) == (0, TEXT)


def test_stdin_is_a_document(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("utf-16"))))
    ran = run("convert", "-")
    document = json.loads(ran.out)
    assert (ran.code, document["text"], document["source"]["encoding"]) == (0, TEXT, "utf-16-le")


def test_folders_are_kept_and_colliding_names_stay_apart(folder: Path, run: Runner) -> None:
    out = folder.parent / "ra"
    ran = run("convert", folder, "-o", out)
    written = sorted(path.relative_to(out).as_posix() for path in out.rglob("*.json"))
    assert (ran.code, written) == (0, ["a.md.json", "a.txt.json", "con/b.json"])


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["convert", "{in}/a.txt", "-o", "{out}"], 0),  # all converted
        (["convert", "{in}/*.txt", "-o", "{out}"], 0),  # a pattern that the shell did not expand
        (["convert", "{in}/a.txt", "{in}/khong-co.txt", "-o", "{out}"], 1),  # one failed
        (["convert", "{in}", "-o", "{out}", "--format", "yaml"], 2),  # no such format
        (["convert", "{in}"], 2),  # several documents need a place to go
        (["convert", "-", "{in}/a.txt"], 2),  # standard input stands alone
        (["convert"], 2),  # nothing named
        (["khong-co-lenh"], 2),  # no such command
        (["convert", "{in}/*.pdf", "-o", "{out}"], 3),  # the pattern finds nothing
    ],
)
def test_exit_codes(arguments: list[str], code: int, folder: Path, run: Runner) -> None:
    filled = [argument.format(**{"in": folder, "out": folder.parent / "ra"}) for argument in arguments]
    assert run(*filled).code == code


def test_failures_go_to_stderr_and_to_the_error_file(folder: Path, run: Runner) -> None:
    errors = folder.parent / "loi.jsonl"
    missing = folder / "khong-co.txt"
    ran = run("convert", missing, folder / "a.txt", "-o", folder.parent / "ra", "--errors", errors)
    (entry,) = map(json.loads, errors.read_text("utf-8").splitlines())
    assert (entry["path"], entry["code"]) == (str(missing), "unreadable-file")
    assert f"lỗi: {missing}: không có tệp này" in ran.err
    assert ran.out == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["convert", "khong-co.txt", "--lang", "en"], "error: khong-co.txt: no such file (check the path)"),
        (["--lang=en", "convert", "--help"], "Convert files, folders"),
        (["convert", "--help"], "Chuyển tệp, thư mục"),
    ],
)
def test_language(arguments: list[str], said: str, run: Runner) -> None:
    ran = run(*arguments)
    assert said in ran.out + ran.err


@pytest.mark.parametrize(
    ("arguments", "said", "in_english"),
    [
        (["convert"], "thiếu PATH…", "PATH… is missing"),
        (["khong-co-lenh"], "không có lệnh 'khong-co-lenh'", "no command 'khong-co-lenh'"),
        (["convert", "x", "--wat"], "không có tùy chọn --wat", "no option --wat"),
        (["convert", "x", "--formt", "json"], "có phải --format?", "did you mean --format?"),
        (["convert", "x", "--workers", "0"], "--workers cần một số từ 1 trở lên", "--workers needs a number from 1 up"),
        (["convert", "x", "--workers", "hai"], "--workers cần một số từ 1 trở lên", "needs a number from 1 up"),
        (["tasks", "x", "--before"], "--before cần một giá trị", "--before needs a value"),
        (["tasks", "x", "--no-deadline=1"], "--no-deadline không nhận giá trị", "--no-deadline takes no value"),
        (["convert", "x", "--knowledge", "/khong-co"], "--knowledge: không có '/khong-co'", "no '/khong-co'"),
        (["show", "a", "b"], "thừa: b", "too much: b"),
    ],
)
def test_a_wrong_command_line_is_explained_in_the_users_language(
    arguments: list[str], said: str, in_english: str, run: Runner
) -> None:
    for language, words in (("vi", said), ("en", in_english)):
        ran = run(*arguments, "--lang", language)
        assert (ran.code, words in ran.err, ran.out) == (2, True, "")


@pytest.mark.parametrize("command", [(), ("convert",), ("tasks",), ("show",), ("evaluate",), ("train",), ("info",)])
def test_help_speaks_one_language(command: tuple[str, ...], run: Runner) -> None:
    english = (
        "Usage",
        "Options",
        "Arguments",
        "Commands",
        "Show this",
        "[default",
        "[required]",
        "[env var",
        "<bool>",
        "<list",
    )
    help_page = run(*command, "--help").out
    assert [words for words in english if words in help_page] == []
    assert "Cách dùng: vnstruct" in help_page
    assert "Usage: vnstruct" in run(*command, "--help", "--lang", "en").out


def test_a_file_of_errors_that_cannot_be_written(folder: Path, run: Runner) -> None:
    ran = run("convert", folder, "-o", folder.parent / "ra", "--errors", folder / "a.txt" / "loi.jsonl")
    assert (ran.code, "không ghi được" in ran.err) == (1, True)


def test_the_file_of_errors_speaks_the_language_asked_for(folder: Path, run: Runner) -> None:
    errors = folder.parent / "loi.jsonl"
    run("convert", folder / "khong-co.txt", "-o", folder.parent / "ra", "--errors", errors, "--lang", "en")
    entry = json.loads(errors.read_text("utf-8"))
    assert (entry["message"], entry["remedy"]) == ("no such file", "check the path")


def test_json_lines_take_all_documents(folder: Path, run: Runner) -> None:
    out = folder.parent / "tat-ca.jsonl"
    ran = run("convert", folder, "-o", out, "--workers", "2")
    documents = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert ran.code == 0
    assert [Path(d["source"]["path"]).name for d in documents] == ["a.md", "a.txt", "b.txt"]
    assert sorted(path.name for path in out.parent.iterdir() if path.name.endswith(".parts")) == []
