"""The examples of both READMEs run as printed.

``python tests/test_readme.py`` writes what the console examples print now into the READMEs; look at the difference
before you commit it.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("README.md", "README.vi.md")
_CONSOLE = re.compile(r"(?<=^```console\n)(?P<session>.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)[)#]")


def session_output(commands: list[str], folder: Path) -> str:
    """What a session prints, commands and all, in a folder with the samples."""
    (folder / "samples").symlink_to(ROOT / "samples")
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "110",
        "VNSTRUCT_LANG": "vi",
    }
    printed = ""
    for command in commands:
        done = subprocess.run(
            ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        printed += f"$ {command}\n{done.stdout}{done.stderr}".rstrip("\n") + "\n"
    return printed


def sessions(page: str) -> list[str]:
    """The console examples of a page."""
    return [match["session"] for match in _CONSOLE.finditer((ROOT / page).read_text(encoding="utf-8"))]


def commands_of(session: str) -> list[str]:
    """The lines that a session types."""
    return [line.removeprefix("$ ") for line in session.splitlines() if line.startswith("$ ")]


@pytest.mark.parametrize(
    "session", [pytest.param(s, id=f"{page}-{n}") for page in PAGES for n, s in enumerate(sessions(page))]
)
def test_console_examples(session: str, tmp_path: Path) -> None:
    assert session_output(commands_of(session), tmp_path) == session


def test_python_examples(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False, encoding="utf-8")
    assert (failed, tried > 10) == (0, True)


@pytest.mark.parametrize("page", [*PAGES, *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md")))])
def test_links_lead_somewhere(page: str) -> None:
    path = ROOT / page
    links = _LINK.findall(path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def main() -> None:
    """Write the present output into the pages."""
    import tempfile

    for page in PAGES:
        text = (ROOT / page).read_text(encoding="utf-8")

        def refreshed(match: re.Match[str]) -> str:
            with tempfile.TemporaryDirectory() as folder:
                return session_output(commands_of(match["session"]), Path(folder))

        (ROOT / page).write_text(_CONSOLE.sub(refreshed, text), encoding="utf-8")


if __name__ == "__main__":
    main()
