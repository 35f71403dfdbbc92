"""Many documents: order, isolation, interruption and resumption."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import vnstruct
from tests.shell.conftest import Runner
from tests.shell.documents import body_docx, html_page, paragraph, pdf
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


def broken_files(folder: Path) -> int:
    """Put files into a folder that cannot be read, every way a file can be broken."""
    good = body_docx(paragraph("Chỉ thị"))
    broken = {
        "cut.docx": good[: len(good) // 2],
        "cut.pdf": pdf([[(72, 700, 12, "x")]])[:60],
        "locked.pdf": pdf([[(72, 700, 12, "x")]], encrypted=True),
        "scan.pdf": pdf([[]], picture=True),
        "empty.txt": b"",
        "blank.txt": b" \n\n ",
        "noise.txt": random.Random(5).randbytes(5000),
        "nul.txt": b"\0" * 5000,
        "image.txt": b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
        "sheet.docx": b"PK\x03\x04" + b"\0" * 50,
        "nested.html": html_page("<div>" * 9000),
    }
    for name, data in broken.items():
        (folder / name).write_bytes(data)
    (folder / "long.txt").write_text("dài " * 5_100_000, encoding="utf-8")  # twenty million characters on one line
    return len(broken) + 1


@pytest.mark.parametrize("workers", [1, 2])
def test_broken_files_do_not_stop_the_others(folder: Path, run: Runner, workers: int) -> None:
    count = broken_files(folder)
    (folder / "wrong-suffix.pdf").write_bytes(body_docx(paragraph("Chỉ thị")))  # read by its content
    out, errors = folder.parent / "ra", folder.parent / "loi.jsonl"
    ran = run("convert", folder, "-o", out, "--workers", workers, "--errors", errors)
    told = [json.loads(line) for line in errors.read_text("utf-8").splitlines()]
    assert (ran.code, len(list(out.glob("*.json"))), len(told)) == (1, 41, count)
    assert all(entry["message"] and entry["remedy"] for entry in told)
    assert not {entry["code"] for entry in told} & {"internal-error", "error"}


PROGRAM = [sys.executable, "-m", "vnstruct", "convert"]


@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_killed_and_resumed_gives_the_same_output(folder: Path, run: Runner, format_: str) -> None:
    for path in folder.iterdir():
        path.write_text(path.read_text("utf-8") * 4, encoding="utf-8")
    undisturbed, disturbed = folder.parent / "mot", folder.parent / "hai"
    names = ["", ""] if format_ == "json" else ["x.jsonl", "x.jsonl"]
    run("convert", folder, "-o", undisturbed / names[0])
    killed = 0
    for wait in (0.6, 0.8, 1.0):
        process = subprocess.Popen(
            [*PROGRAM, str(folder), "-o", str(disturbed / names[1]), "--resume", "--workers", "2"],
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(wait)
        killed += process.poll() is None
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    assert run("convert", folder, "-o", disturbed / names[1], "--resume").code == 0
    assert contents(disturbed) == contents(undisturbed)


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
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert said.startswith("Stopped on request")
    assert "Traceback" not in said
    assert not list(out.glob(".*.part"))
    for path in out.glob("*.json"):
        json.loads(path.read_text("utf-8"))


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
