"""No network access at any time: everything runs in processes that end when they try."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.offline.guards import ATTEMPTED

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the program that does everything."""
    command = [sys.executable, "-m", "tests.offline.everything", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def kernel_guard() -> None:
    """Skips where the kernel offers no filter of system calls (not Linux, or a container without)."""
    program = "from tests.offline.guards import in_kernel; in_kernel()"
    if subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False).returncode:
        pytest.skip("no seccomp")


@pytest.mark.parametrize("attempt", ["socket", "ipv6", "name"])
def test_guard_in_python_stands(tmp_path: Path, attempt: str) -> None:
    done = run("python", tmp_path, attempt)
    assert (done.returncode, done.stderr[:9]) == (ATTEMPTED, "network: ")


@pytest.mark.parametrize(
    ("attempt", "code", "told"),
    [
        ("socket", -signal.SIGSYS, ""),
        ("ipv6", -signal.SIGSYS, ""),
        ("program", 1, "SIGSYS"),  # another program started by this one: it is killed, and this one says so
    ],
)
@pytest.mark.usefixtures("kernel_guard")
def test_guard_in_the_kernel_stands(tmp_path: Path, attempt: str, code: int, told: str) -> None:
    done = run("kernel", tmp_path, attempt)
    assert done.returncode == code
    assert told in done.stderr
    assert "reached" not in done.stdout


@pytest.mark.slow
def test_python_opens_no_socket(tmp_path: Path) -> None:
    done = run("python", tmp_path)
    assert done.returncode == 0, done.stderr
    assert "lien-ket.html" in done.stdout.splitlines()[-1]


@pytest.mark.slow
@pytest.mark.usefixtures("kernel_guard")
def test_no_library_and_no_program_opens_one(tmp_path: Path) -> None:
    """Not lxml, not PDFium, not LibreOffice: whatever they load, their processes would be killed."""
    done = run("kernel", tmp_path)
    assert done.returncode == 0, done.stderr
    assert "lien-ket.html" in done.stdout.splitlines()[-1]
