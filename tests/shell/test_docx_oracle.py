"""Automatic numbers of Word files equal what LibreOffice prints for the same file. Skipped where it is missing."""

from __future__ import annotations

import io
import random
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.shell.documents import body_docx, paragraph
from vnstruct.readers import read_source
from vnstruct.readers.docx_numbering import Numbering

Printed = Callable[[list[Path]], dict[str, list[str]]]
_BULLET = "•"  # LibreOffice writes any bullet so in plain text


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """The lines that LibreOffice prints for files, by name."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")

    def lines(files: list[Path]) -> dict[str, list[str]]:
        out, profile = tmp_path_factory.mktemp("ra"), tmp_path_factory.mktemp("ho-so")
        command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
        command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(out)]
        subprocess.run([*command, *files], check=True, capture_output=True)
        return {
            path.stem: [" ".join(line.split()) for line in path.read_text("utf-8-sig").splitlines() if line.strip()]
            for path in out.glob("*.txt")
        }

    return lines


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader puts its automatic numbers between two marks."""
    label = Numbering.label

    def between_marks(self: Numbering, list_id: str, index: int) -> str:
        number = label(self, list_id, index)
        return f"\ue000{number.strip()}\ue001 " if number.strip() else number

    monkeypatch.setattr(Numbering, "label", between_marks)


def numbered_lines(path: Path) -> list[tuple[str, str]]:
    """The automatic number of each paragraph that has one, and the words after it."""
    text, _ = read_source(path.read_bytes())
    found = re.findall("\ue000(.*?)\ue001([^\n\t\ue000]*)", text)
    return [(number if any(map(str.isalnum, number)) else _BULLET, " ".join(words.split())) for number, words in found]


# --- lists of every kind, made by chance ---

_FORMATS = ["decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "decimalZero"]
_PATTERNS = ["%{n}.", "%{n})", "({n})".replace("{n}", "%{n}"), "%{n}/", "Điều %{n}.", "%{all}", "%{all}.", "Mục %{n}:"]


_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINKS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_PACKAGE = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_TYPES}.numbering+xml"/></Types>',
    "_rels/.rels": _LINKS.format(
        f'<Relationship Id="r1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/>'
    ),
    "word/_rels/document.xml.rels": _LINKS.format(
        f'<Relationship Id="r1" Type="{_RELATIONS}/numbering" Target="numbering.xml"/>'
    ),
}


def random_lists(chance: random.Random) -> bytes:
    """A document of up to four lists of three levels, mixed with each other and with plain paragraphs.

    Some have a second list of the same definition that starts anew.
    """
    definitions, instances = [], []
    for number in range(1, chance.randint(2, 5)):
        levels = "".join(_level(depth, chance) for depth in range(3))
        definitions.append(f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>')
        instances.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        if chance.random() < 0.5:  # a second list that starts anew, of the same definition
            start = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{chance.randint(1, 4)}"/></w:lvlOverride>'
            instances.append(f'<w:num w:numId="{number + 10}"><w:abstractNumId w:val="{number}"/>{start}</w:num>')
    lists = re.findall(r'<w:num w:numId="(\d+)"', "".join(instances))
    body = ""
    for count in range(80):
        properties = (
            f'<w:numPr><w:ilvl w:val="{chance.randint(0, 2)}"/><w:numId w:val="{chance.choice(lists)}"/></w:numPr>'
        )
        body += paragraph(f"đoạn{count}", properties if chance.random() < 0.9 else "")
    package = io.BytesIO(body_docx(body, numbering=f"<w:numbering>{''.join(definitions + instances)}</w:numbering>"))
    with zipfile.ZipFile(package, "a") as archive:  # what other programs want to find, too
        for name, content in _PACKAGE.items():
            archive.writestr(name, content)
    return package.getvalue()


def _level(depth: int, chance: random.Random) -> str:
    whole = ".".join(f"%{above}" for above in range(1, depth + 2))
    pattern = chance.choice(_PATTERNS).replace("%{all}", whole).replace("{n}", str(depth + 1))
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{chance.choice([1, 1, 1, 3])}"/>'
        f'<w:numFmt w:val="{chance.choice(_FORMATS)}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
    )


@pytest.mark.usefixtures("marked")
def test_random_lists(printed: Printed, tmp_path: Path) -> None:
    files = []
    for seed in range(40):
        files.append(tmp_path / f"{seed:02}.docx")
        files[-1].write_bytes(random_lists(random.Random(seed)))
    theirs = printed(files)
    compared = 0
    for path in files:
        ours = [f"{number} {words}" for number, words in numbered_lines(path)]
        wanted = [line for line in theirs[path.stem] if not line.startswith("đoạn")]
        assert ours == wanted, path.stem
        compared += len(ours)
    assert compared > 2_500


@pytest.mark.usefixtures("marked")
def test_real_documents(printed: Printed, shared: Path) -> None:
    """Every automatic number of the real files, in order; what the reader leaves out LibreOffice must not print."""
    files = sorted((shared / "corpus/originals").glob("*.docx"))
    theirs = printed(files)
    for path in files:
        lines = iter(theirs[path.stem])
        for number, words in numbered_lines(path):
            assert any(line == f"{number} {words}".strip() for line in lines), (path.name, number, words)
