"""Everything that vnstruct does, in one process that ends at the first attempt to reach the network.

    python -m tests.offline.everything GUARD FOLDER [ATTEMPT]

GUARD is a name of :data:`tests.offline.guards.GUARDS`, FOLDER an empty folder. With ATTEMPT it tries the network itself,
to show that the guard stands.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from pathlib import Path

from tests.offline.guards import GUARDS
from tests.offline.links import SENTENCE, documents

ROOT = Path(__file__).resolve().parents[2]
LEGACY = {".doc", ".rtf"}

_ATTEMPTS = {
    "socket": lambda: socket.create_connection(("127.0.0.1", 9), 1),
    "ipv6": lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM),
    "name": lambda: socket.getaddrinfo("localhost", 9),
    "program": lambda: subprocess.run(
        [sys.executable, "-c", "import socket; socket.socket(socket.AF_INET); print('reached')"], check=True
    ),
}


def import_probing_packages() -> None:
    """What spaCy brings asks the system, when it is imported, whether it could bind an IPv6 address of this machine.

    That is no access to a network, but it takes a socket.
    """
    import urllib3.util.connection  # noqa: F401


def inputs(folder: Path) -> Path:
    """Every format and encoding, and the documents with links to the network."""
    source = folder / "vao"
    shutil.copytree(ROOT / "samples" / "formats", source)
    for path in list((ROOT / "samples").glob("*.txt"))[:5]:
        shutil.copy(path, source)
    for name, content in documents().items():
        (source / name).write_bytes(content)
    (source / "utf-16.txt").write_text(SENTENCE, encoding="utf-16")
    (source / "tcvn3.txt").write_bytes(
        "Thùc hiÖn ChØ thÞ cña Bé ChÝnh trÞ, c¸c së, ngµnh qu¶n lý dù to¸n.".encode("latin-1")
    )
    return source


def legacy(source: Path) -> None:
    """The formats that LibreOffice reads, for it takes seconds to start; left out where it is not installed."""
    old = source.with_name("cu")
    old.mkdir()
    for path in [path for path in source.iterdir() if path.suffix in LEGACY]:
        path.rename(old / path.name)
    if shutil.which("soffice") or shutil.which("libreoffice"):
        assert command("convert", old, "-o", source.with_name("cu-ra"), "--workers", 2) == 0
        print("LibreOffice too")


_used: set[str] = set()


def command(*arguments: object) -> int:
    """Run the program in this process."""
    from vnstruct.cli import app

    _used.add(str(arguments[0]))
    try:
        app([str(argument) for argument in arguments])
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0


def program(source: Path, folder: Path) -> None:
    """Every command of the program, every format of its output, one process and two."""
    from vnstruct.writers import FORMATS

    gold = ROOT / "samples" / "gold"
    for name, format_ in FORMATS.items():
        for workers in (1, 2):
            out = folder / f"{name}{workers}"
            target = out / f"x{format_.suffix}" if format_.combined else out
            assert command("convert", source, "-o", target, "--format", name, "--workers", workers) == 0, (
                name,
                workers,
            )
    some = next(source.glob("*.docx"))
    for arguments in (
        ["convert", some],
        ["tasks", source, "-o", folder / "x.csv"],
        ["tasks", source, "-o", folder / "x.xlsx"],
        ["references", source, "-o", folder / "y.csv"],
        ["references", source, "-o", folder / "y.xlsx", "--based-on"],
        ["show", some],
        ["schema"],
        ["info"],
        ["evaluate", gold],
        ["evaluate", "--review", next((folder / "json1").glob("*.json"))],
        ["train", gold, "-o", folder / "model"],
        ["--help"],
    ):
        assert command(*arguments) == 0, arguments


def library(source: Path) -> None:
    """The functions that programs call."""
    import vnstruct

    paths = sorted(source.iterdir())
    for workers in (1, 2):
        results = list(vnstruct.structure_all([*paths, SENTENCE + "\n"], workers=workers))
        assert [result.error for result in results] == [None] * (len(paths) + 1)
    directives = [vnstruct.read(path) for path in paths]
    assert all(directive.text for directive in directives)
    vnstruct.relations(directives)
    assert vnstruct.load()(SENTENCE)._.directive == vnstruct.structure(SENTENCE)
    assert vnstruct.json_schema()
    try:
        import pyarrow as pa
    except ImportError:
        return
    from vnstruct.cluster import structure_batches

    contents = pa.array([path.read_bytes() for path in paths], pa.binary())
    batch = pa.record_batch({"id": [path.name for path in paths], "text": contents})
    assert sum(out.num_rows - out.column("error").null_count for out in structure_batches([batch])) == 0


def nothing_forgotten(source: Path) -> None:
    """A new command, format of input or format of output must come here, too."""
    from vnstruct.cli.main import command as group
    from vnstruct.readers import _MODULES
    from vnstruct.readers.content import kind_of

    assert set(group("en").commands) <= _used
    assert {kind_of(path.read_bytes()) for path in source.iterdir()} == set(_MODULES) - {"doc", "scan"}  # see legacy()


def main() -> None:
    guard, folder = sys.argv[1], Path(sys.argv[2])
    import_probing_packages()
    GUARDS[guard]()
    if len(sys.argv) > 3:
        _ATTEMPTS[sys.argv[3]]()
        return
    source = inputs(folder)
    legacy(source)
    program(source, folder)
    library(source)
    nothing_forgotten(source)
    print("done:", *sorted(path.name for path in source.iterdir()))


if __name__ == "__main__":
    main()
