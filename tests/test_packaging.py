"""The wheel works by itself: installed into an empty environment, used in an empty folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEXT = "Thực hiện Nghị định số 115/2020/NĐ-CP, giao Sở Y tế báo cáo.\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from this checkout; nothing is downloaded."""
    out = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel; its dependencies are those of the environment that runs the tests."""
    folder = tmp_path_factory.mktemp("env")
    venv.create(folder, with_pip=False, symlinks=True)
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)}))
    install = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--quiet", "--target", str(packages)]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True)
    # a path file adds the folder but runs no path files in it: the editable install of this checkout stays out
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder


def run(environment: Path, folder: Path, *arguments: str) -> str:
    """Run the environment's Python in a folder."""
    bare = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL"))}
    command = [str(environment / "bin" / "python"), *arguments]
    return subprocess.run(command, cwd=folder, env=bare, check=True, capture_output=True, text=True).stdout


def test_wheel_holds_what_is_needed_and_no_more(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    needed = {
        "vnstruct/py.typed",
        "vnstruct/schema.json",
        "vnstruct/knowledge/verbs.csv",
        "vnstruct/text/encodings/tcvn3.csv",
        "vnstruct/readers/libreoffice.xcu",
        "vnstruct/models/vnstruct/config.cfg",
        "vnstruct/models/vnstruct/meta.json",
        "vnstruct/models/vnstruct/calibration.json",
    }
    assert needed - set(names) == set()
    tops = {name.split("/")[0].split("-")[0] for name in names}
    assert tops == {"vnstruct"}


def test_command_in_an_empty_folder(environment: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    run(environment, tmp_path, "-m", "vnstruct", "convert", "a.txt", "-o", "ra")
    assert json.loads((tmp_path / "ra" / "a.json").read_text("utf-8"))["text"] == TEXT


def test_library_in_an_empty_folder(environment: Path, tmp_path: Path) -> None:
    program = f"""
import vnstruct, spacy
from pathlib import Path
assert {str(environment)!r} in vnstruct.__file__, vnstruct.__file__
doc = vnstruct.load()({TEXT!r})
blank = spacy.blank("vi", config={{"nlp": {{"tokenizer": {{"@tokenizers": "vnstruct.Tokenizer.v1"}}}}}})
blank.add_pipe("vnstruct_layout")
print(doc.text == {TEXT!r}, doc._.directive == vnstruct.structure({TEXT!r}), blank.pipe_names)
"""
    assert run(environment, tmp_path, "-c", program) == "True True ['vnstruct_layout']\n"


def test_import_is_light() -> None:
    """``import vnstruct`` brings in none of the heavy libraries."""
    program = (
        "import sys, vnstruct; print(sorted({'spacy', 'underthesea', 'pydantic', 'lxml', 'rich'} & sys.modules.keys()))"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"


@pytest.mark.parametrize("command", [["--help"], ["convert", "--help"]])
def test_help_is_light(command: list[str]) -> None:
    program = (
        "import sys; from vnstruct.cli import app\n"
        f"try: app({command!r})\n"
        "except SystemExit: pass\n"
        "print(sorted({'spacy', 'underthesea', 'lxml', 'vnstruct.pipeline'} & sys.modules.keys()))"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "[]"
