"""Work in a process of its own, so that it can be ended: no Python signal stops a library written in C.

A PDF may draw one form inside another twenty times over, eight levels deep, or unpack a kilobyte to gigabytes of text;
the library that reads it has no limits for either. The child process has: it is ended when its time is over, and gets
no more memory than the limits allow.
"""

from __future__ import annotations

import faulthandler
import os
import pickle
import select
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn, TypeVar

from vnstruct.errors import DocumentTooSlow, UnsafeFile
from vnstruct.readers.files import Limits

T = TypeVar("T")
_CHUNK = 1 << 20


def done_apart(work: Callable[[], T], path: str | None, limits: Limits) -> T:
    """What ``work`` returns or raises, done in a child process; where processes cannot fork, done here.

    Raises ``DocumentTooSlow`` after ``limits.seconds`` and ``UnsafeFile`` when the child dies or needs more memory than
    ``limits.max_memory``.
    """
    if not hasattr(os, "fork"):
        return work()
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        _work(work, theirs, limits)
    os.close(theirs)
    try:
        answer = _received(ours, path, limits)
    finally:
        os.close(ours)
        # the child leads a group, with the programs that it started
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child, signal.SIGKILL)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    if not answer:
        raise UnsafeFile.known("unsafe-content", path=path, limit=f"{limits.max_memory >> 20:,} MB")
    result, error = pickle.loads(answer)
    if isinstance(error, MemoryError):
        raise UnsafeFile.known("unsafe-content", path=path, limit=f"{limits.max_memory >> 20:,} MB")
    if error is not None:
        raise error
    return result  # type: ignore[no-any-return]


def _received(pipe: int, path: str | None, limits: Limits) -> bytes:
    """All that the child says, until it closes its end or its time is over."""
    until = time.monotonic() + limits.seconds if limits.seconds else None
    chunks: list[bytes] = []
    while True:
        left = None if until is None else max(until - time.monotonic(), 0.0)
        if not select.select([pipe], [], [], left)[0]:
            raise DocumentTooSlow.known("too-slow", path=path, seconds=f"{limits.seconds:g}")
        chunk = os.read(pipe, _CHUNK)
        if not chunk:
            return b"".join(chunks)
        chunks.append(chunk)


def _work(work: Callable[[], object], pipe: int, limits: Limits) -> NoReturn:
    """The child's life: it says what it found and ends, leaving all clean-up to its parent."""
    try:
        faulthandler.disable()  # its parent says what became of it
        os.setsid()
        _limit_memory(limits.max_memory)
        if limits.seconds:
            # should the parent be killed: the default action of the alarm ends this process
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.setitimer(signal.ITIMER_REAL, limits.seconds + 1)
        try:
            answer = pickle.dumps((work(), None))
        except Exception as error:
            answer = _pickled(error)
        with os.fdopen(pipe, "wb") as out:
            out.write(answer)
    finally:
        os._exit(0)


def _pickled(error: Exception) -> bytes:
    try:
        return pickle.dumps((None, error))
    except Exception:  # an error that holds what cannot be sent
        return pickle.dumps((None, RuntimeError(repr(error))))


def _limit_memory(more: int) -> None:
    """Let this process take so much more memory than it has; where that cannot be told, as much as it wants."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on every system

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + more,) * 2)
