"""Word 97-2003 and RTF documents, by LibreOffice when it is installed: converted to DOCX and read as that."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from vnstruct.errors import EncryptedFile, MissingProgram, UnreadableFile, UnsupportedFormat
from vnstruct.messages import Reason
from vnstruct.readers import docx
from vnstruct.readers.files import Limits
from vnstruct.schema import Source

_PROGRAMS = ("soffice", "libreoffice")
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")  # a DOCX under a password is an OLE file
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_FILE_HEADER = b"\xec\xa5"
_ENCRYPTED_FLAG = 0x01
_PATIENCE = 120.0
_SETTINGS = Path(__file__).with_name("libreoffice.xcu")


def read_text(data: bytes, path: str | None, limits: Limits) -> tuple[str, Source]:
    """The text as LibreOffice exports it, automatic numbers restored by the DOCX reader.

    Raises ``MissingProgram`` when LibreOffice is not installed, and ``UnreadableFile`` when it fails or takes longer
    than two minutes or ``limits.seconds``.
    """
    is_rtf = data.startswith(b"{\\rtf")
    if not is_rtf:
        _check_word(data, path)
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise MissingProgram.known("no-libreoffice", path=path)
    with tempfile.TemporaryDirectory(prefix="vnstruct-") as folder:
        converted = _converted(program, data, Path(folder), "rtf" if is_rtf else "doc", path, limits)
    text, source = docx.read_text(converted, path, limits)
    return text, source.model_copy(
        update={
            "media_type": "application/rtf" if is_rtf else "application/msword",
            "sha256": hashlib.sha256(data).hexdigest(),
        }
    )


def _check_word(data: bytes, path: str | None) -> None:
    if _ENCRYPTED_PACKAGE in data:
        raise EncryptedFile.known("encrypted", path=path, kind="DOCX")
    if _WORD_STREAM not in data:
        raise UnsupportedFormat.known("unsupported", path=path, kind="OLE (XLS, PPT, MSG …)")
    # the file header stands at the start of a sector; byte 11 says whether the text is encrypted
    for offset in range(512, min(len(data) - 12, 1 << 20), 512):
        if data.startswith(_FILE_HEADER, offset):
            if data[offset + 11] & _ENCRYPTED_FLAG:
                raise EncryptedFile.known("encrypted", path=path, kind="DOC")
            return


def _profile(folder: Path) -> Path:
    """A profile under which LibreOffice opens files and nothing else: by itself it fetches pictures from the network."""
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_bytes(_SETTINGS.read_bytes())
    return folder / "profile"


def _converted(program: str, data: bytes, folder: Path, suffix: str, path: str | None, limits: Limits) -> bytes:
    """Run LibreOffice on a copy, in a profile of its own: several may run at once, and no user's settings count."""
    source = folder / f"document.{suffix}"
    source.write_bytes(data)
    seconds = min(limits.seconds or _PATIENCE, _PATIENCE)
    profile = _profile(folder).as_uri()
    command = [
        program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck", "--convert-to",
        "docx:MS Word 2007 XML", "--outdir", str(folder), str(source),
    ]  # fmt: skip
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    )
    try:
        output, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        # soffice is a script that starts the program proper: end the whole group
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise UnreadableFile.known("doc-failed", path=path, reason=Reason("timeout", f"{seconds:.0f}")) from error
    result = folder / "document.docx"
    if not result.is_file():
        reason = output.decode("utf-8", "replace").strip().splitlines()
        raise UnreadableFile.known("doc-failed", path=path, reason=reason[-1] if reason else process.returncode)
    return result.read_bytes()
