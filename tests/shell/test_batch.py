"""Many documents: order, isolation, interruption and resumption."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import vnstruct
from tests.shell.conftest import Runner
from vnstruct.batch import structure_all
from vnstruct.errors import InternalError, VnstructError
from vnstruct.inputs import find_inputs, output_names
from vnstruct.parallel import ordered_map
from vnstruct.readers import Limits
from vnstruct.schema import Directive

TEXT = """ỦY BAN NHÂN DÂN
Số: {n}/CT-UBND

Thực hiện Nghị định số {n}/2020/NĐ-CP, giao Sở Tài chính báo cáo trước ngày 25/12.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Forty small documents."""
    source = tmp_path / "vao"
    source.mkdir()
    for n in range(40):
        (source / f"{n:02}.txt").write_text(TEXT.format(n=n) * 20, encoding="utf-8")
    return source


def contents(out: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too."""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


# --- results for programs ---


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order_and_errors_stay_apart(folder: Path, workers: int) -> None:
    inputs = [
        folder / "01.txt",
        "Theo Chỉ thị\nsố 05-CT/TW.",
        folder / "khong-co.txt",
        "ghi-chu.docx",
        folder / "00.txt",
    ]
    results = list(structure_all(inputs, workers=workers))
    codes = [result.error.code if result.error else None for result in results]
    assert codes == [None, None, "unreadable-file", "unreadable-file", None]
    assert [result.path for result in results] == [str(inputs[0]), None, str(inputs[2]), "ghi-chu.docx", str(inputs[4])]
    assert results[1].directive is not None
    assert results[1].directive.text == inputs[1]


@pytest.mark.parametrize(
    "text",
    [
        "x" * 1000,  # longer than a file may be called
        "\ud800",  # no file can be called so
        "Chỉ thị 05-CT/TW",  # looks like a path
    ],
)
def test_texts_that_no_file_system_would_look_up(text: str) -> None:
    (result,) = structure_all([text])
    assert (result.path, result.directive and result.directive.text) == (None, text)


def test_inputs_are_drawn_as_they_are_needed() -> None:
    drawn = []

    def endless() -> Iterator[str]:
        while True:
            drawn.append(1)
            yield "Chỉ thị\n"

    results = structure_all(endless(), workers=2)
    for _ in range(3):
        next(results)
    results.close()  # type: ignore[attr-defined]
    assert len(drawn) < 40


def test_a_defect_becomes_an_internal_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: str, **__: object) -> Directive:
        raise ZeroDivisionError("hỏng")

    monkeypatch.setattr("vnstruct.pipeline.structure", broken)
    (result,) = structure_all(["x\ny"])
    assert isinstance(result.error, InternalError)
    assert "ZeroDivisionError: hỏng" in str(result.error)


def test_errors_cross_processes_whole() -> None:
    (result,) = list(structure_all([Path("khong-co.txt")], workers=2))
    assert isinstance(result.error, VnstructError)
    assert result.error.in_language("en") == "khong-co.txt: no such file (check the path)"


@pytest.mark.parametrize("workers", [1, 2])
def test_a_document_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch, workers: int) -> None:
    def endless(text: str, **_: object) -> Directive:
        while "chậm" in text:
            pass
        return quick

    quick = vnstruct.structure("Chỉ thị")
    monkeypatch.setattr("vnstruct.pipeline.structure", endless)
    results = structure_all(["chậm\n", "nhanh\n"], workers=workers, limits=Limits(seconds=0.2))
    assert [result.error.code if result.error else None for result in results] == ["document-too-slow", None]


def _die_on_seven(number: int) -> int:
    if number == 7:
        os._exit(1)
    return number * 10


def _lost(number: int) -> int:
    return -number


def test_a_dying_worker_loses_only_its_own_item() -> None:
    assert list(ordered_map(_die_on_seven, range(20), workers=2, lost=_lost)) == [
        -7 if n == 7 else n * 10 for n in range(20)
    ]


# --- inputs and names ---


def test_inputs(tmp_path: Path) -> None:
    for name in ("b.txt", "a.DOCX", "x/c.pdf", "x/.an.txt", ".git/d.txt", "ra/e.txt", "anh.png", "~$a.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = find_inputs([str(tmp_path), str(tmp_path / "b.txt"), str(tmp_path / "*.png")], skip=tmp_path / "ra")
    assert [item.place.as_posix() for item in found] == ["a.DOCX", "b.txt", "x/c.pdf", "anh.png"]


@pytest.mark.parametrize(
    ("places", "names"),
    [
        (["a.txt", "b.pdf"], ["a.json", "b.json"]),
        (["a.txt", "a.pdf", "b.txt"], ["a.txt.json", "a.pdf.json", "b.json"]),  # a collision keeps both suffixes
        (["a.txt", "A.pdf"], ["a.txt.json", "A.pdf.json"]),  # also where case does not count
        (["05.2026", "so.5.txt"], ["05.2026.json", "so.5.json"]),  # only a document's suffix goes
        (["x/a.txt", "y/a.txt"], ["x/a.json", "y/a.json"]),  # folders tell apart
    ],
)
def test_output_names(tmp_path: Path, places: list[str], names: list[str]) -> None:
    for place in places:
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_text("x")
    by_place = {item.place.as_posix(): item for item in find_inputs([str(tmp_path)])}
    by_place |= {place: find_inputs([str(tmp_path / place)])[0] for place in places if place not in by_place}
    assert [name.as_posix() for name in output_names([by_place[place] for place in places], ".json")] == names


def test_files_of_one_name_from_two_folders_get_a_number(tmp_path: Path) -> None:
    for place in ("x/a.txt", "y/a.txt"):
        (tmp_path / place).parent.mkdir()
        (tmp_path / place).write_text("x")
    inputs = find_inputs([str(tmp_path / "x" / "a.txt"), str(tmp_path / "y" / "a.txt")])
    assert [str(name) for name in output_names(inputs, ".json")] == ["a.txt.json", "a.txt.2.json"]


# --- runs ---


@pytest.mark.parametrize("format_", ["json", "jsonl", "csv", "xlsx"])
def test_same_output_whatever_the_number_of_workers(folder: Path, run: Runner, format_: str) -> None:
    outputs = []
    for workers in (1, 2):
        out = folder.parent / f"ra{workers}" / ("" if format_ == "json" else f"tat-ca.{format_}")
        assert run("convert", folder, "-o", out, "--format", format_, "--workers", workers).code == 0
        outputs.append(contents(folder.parent / f"ra{workers}"))
    assert outputs[0] == outputs[1]
    assert len(outputs[0]) == (41 if format_ == "json" else 2)  # the results and the manifest


def test_resume_skips_what_is_unchanged(folder: Path, run: Runner) -> None:
    out = folder.parent / "ra"
    run("convert", folder, "-o", out)
    before = {name: (out / name).stat().st_mtime_ns for name in contents(out)}
    (folder / "03.txt").write_text("Chỉ thị mới", encoding="utf-8")
    (out / "05.json").unlink()
    ran = run("convert", folder, "-o", out, "--resume", "--lang", "en")
    changed = {name for name, time_ in before.items() if (out / name).stat().st_mtime_ns != time_}
    assert "Converted 40 documents (38 unchanged since the last run), 0 failed" in ran.err
    assert changed == {"03.json", "05.json", ".vnstruct-manifest.jsonl"}
    assert json.loads((out / "03.json").read_text("utf-8"))["text"] == "Chỉ thị mới"


def test_resume_of_one_file_for_all(folder: Path, run: Runner) -> None:
    out = folder.parent / "tat-ca.jsonl"
    run("convert", folder, "-o", out)
    ran = run("convert", folder, "-o", out, "--resume", "--lang", "en")
    assert "40 unchanged" in ran.err
    (folder / "03.txt").write_text("Chỉ thị mới", encoding="utf-8")
    run("convert", folder, "-o", out, "--resume")
    assert json.loads(out.read_text("utf-8").splitlines()[3])["text"] == "Chỉ thị mới"


def test_other_settings_do_not_count_as_done(folder: Path, run: Runner) -> None:
    out, tables = folder.parent / "ra", folder.parent / "bang"
    tables.mkdir()
    (tables / "modifiers.csv").write_text("lemma,modifier_class\nsớm sủa,manner\n", encoding="utf-8")
    run("convert", folder, "-o", out)
    ran = run("convert", folder, "-o", out, "--resume", "--knowledge", tables, "--lang", "en")
    assert "(0 unchanged" in ran.err


def test_fail_fast(folder: Path, run: Runner) -> None:
    (folder / "02.txt").write_bytes(b"\0" * 999)
    out = folder.parent / "ra"
    ran = run("convert", folder, "-o", out, "--fail-fast")
    assert (ran.code, sorted(path.name for path in out.glob("*.json"))) == (1, ["00.json", "01.json"])
    assert "Dừng ở lỗi đầu tiên, đã xong 2 tài liệu" in ran.err


@pytest.mark.parametrize(("format_", "said"), [("json", "Không chuyển được tài liệu nào, 1 lỗi"), ("xlsx", "1 lỗi")])
def test_no_output_is_promised_where_there_is_none(folder: Path, run: Runner, format_: str, said: str) -> None:
    out = folder.parent / f"ra.{format_}"
    ran = run("convert", folder / "khong-co.txt", "-o", out, "--format", format_)
    assert (ran.code, said in ran.err, "Kết quả" in ran.err, out.is_file()) == (1, True, False, False)


def children(parent: int) -> list[int]:
    """The processes that a process has started."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = (line.split() for line in listed.splitlines())
    return [int(pid) for pid, ppid in pairs if int(ppid) == parent]


def alive(pid: int) -> bool:
    """Whether a process works; one that has ended and waits for its parent does not."""
    status = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return bool(status.strip()) and not status.strip().startswith("Z")


PROGRAM = [sys.executable, "-m", "vnstruct", "convert"]


def watched(arguments: list[str]) -> bytes:
    """What a run prints on stderr when that is a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen([*PROGRAM, *arguments], stderr=theirs, env=os.environ | {"TERM": "xterm"})
    os.close(theirs)
    printed = b""
    with suppress(OSError):  # the terminal is closed when the program ends
        while chunk := os.read(ours, 4096):
            printed += chunk
    os.close(ours)
    process.wait()
    return printed


def test_progress_is_shown_on_terminals_only(folder: Path, run: Runner) -> None:
    (folder / "02.txt").write_bytes(b"\0" * 999)
    on_terminal = watched([str(folder), "-o", str(folder.parent / "ra")]).decode()
    assert all(words in on_terminal for words in ("Đang chuyển", "40/40", "/s", "0:00:0"))  # count, rate, time left
    assert f"lỗi: {folder}/02.txt: nội dung nhị phân" in on_terminal.replace("\r\n", "")
    ran = run("convert", folder, "-o", folder.parent / "ra")
    assert ("Đang chuyển" in ran.err, "\x1b" in ran.err) == (False, False)


@pytest.fixture
def interruptible() -> Iterator[None]:
    """A program started here hears an interrupt, also where the tests run in the background of a shell, which ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_interrupt_ends_cleanly(folder: Path) -> None:
    for n in range(400):
        (folder / f"nhieu-{n}.txt").write_text(TEXT.format(n=n) * 100, encoding="utf-8")
    out = folder.parent / "ra"
    process = subprocess.Popen(
        [*PROGRAM, str(folder), "-o", str(out), "--workers", "2", "--lang", "en"],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while not list(out.glob("*.json")) and process.poll() is None:
        time.sleep(0.05)
    assert process.poll() is None
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 130
    assert said.startswith("Stopped on request")
    assert "Traceback" not in said
    assert not list(out.glob(".*.part"))
    for path in out.glob("*.json"):
        json.loads(path.read_text("utf-8"))


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_does_not_wait_for_slow_documents(folder: Path) -> None:
    for path in folder.iterdir():
        path.write_text(TEXT.format(n=1) * 80_000, encoding="utf-8")  # eleven megabytes: half a minute each
    out = folder.parent / "ra"
    process = subprocess.Popen(
        [*PROGRAM, str(folder), "-o", str(out), "--workers", "2"],
        stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    while not (out / ".vnstruct-manifest.jsonl").exists() or len(children(process.pid)) < 2:
        time.sleep(0.05)
    workers = children(process.pid)
    time.sleep(1)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert (process.returncode, said.count("\n")) == (130, 1)
    assert not any(map(alive, workers))
    assert set(contents(out)) == {".vnstruct-manifest.jsonl"}


def test_workers_do_not_outlive_a_killed_parent(folder: Path) -> None:
    for path in folder.iterdir():
        path.write_text(TEXT.format(n=1) * 30_000, encoding="utf-8")
    process = subprocess.Popen(
        [*PROGRAM, str(folder), "-o", str(folder.parent / "ra"), "--workers", "2"], start_new_session=True
    )
    while len(children(process.pid)) < 2:
        time.sleep(0.05)
    workers = children(process.pid)
    process.kill()
    process.wait()
    deadline = time.monotonic() + 10
    while any(map(alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not any(map(alive, workers))


def test_a_folder_that_cannot_be_written(folder: Path, run: Runner) -> None:
    target = folder.parent / "ra"
    target.write_text("một tệp, không phải thư mục")
    ran = run("convert", folder / "00.txt", "-o", target)
    assert (ran.code, "không ghi được" in ran.err) == (1, True)


def test_a_wrong_table_is_told_once(folder: Path, run: Runner) -> None:
    (folder / "verbs.csv").write_text("động từ\nrà soát\n", encoding="utf-8")
    ran = run("convert", folder, "-o", folder.parent / "ra", "--knowledge", folder)
    assert (ran.code, ran.err.count("verbs.csv")) == (1, 1)


def test_public_names() -> None:
    assert {name for name in vnstruct.__all__ if not hasattr(vnstruct, name)} == set()
