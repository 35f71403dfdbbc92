"""Old Word files, with and without LibreOffice; and all real files at hand."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from vnstruct import errors
from vnstruct.readers import read_source
from vnstruct.readers.files import Limits


def test_doc_without_libreoffice_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(errors.MissingProgram) as caught:
        read_source(b"{\\rtf1 x}")
    assert "libreoffice-writer" in caught.value.remedy


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_rtf_through_libreoffice() -> None:
    text, source = read_source(rb"{\rtf1\ansi Ch\u7881?\i0  th\u7883?\par Hai}")
    assert (text, source.media_type) == ("Chỉ thị\nHai\n", "application/rtf")


def test_slow_libreoffice_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 60\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(errors.UnreadableFile):
        read_source(b"{\\rtf1 x}", limits=Limits(seconds=0.3))


def test_real_files_convert_or_say_why(shared: Path) -> None:
    paths = sorted((shared / "corpus" / "originals").iterdir())
    old = [path for path in paths if path.suffix == ".doc"]
    # LibreOffice takes a second for each
    few = old[:: len(old) // 4] if shutil.which("soffice") else []
    for path in [path for path in paths if path.suffix != ".doc"] + few:
        try:
            text, _ = read_source(path)
        except errors.NoTextLayer:
            assert path.suffix == ".pdf"  # scans
        else:
            assert len(text) > 500, path.name
