"""A limit on the time that one document may take."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from vnstruct.errors import DocumentTooSlow


@contextmanager
def time_limit(seconds: float, path: str | None) -> Iterator[None]:
    """Raise ``DocumentTooSlow`` when the block takes longer.

    Rests on an alarm signal, which only the main thread of a POSIX process can have: elsewhere there is no limit.
    Worker processes of a batch always have it.
    """
    if not seconds or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def alarm(_: int, __: FrameType | None) -> None:
        raise DocumentTooSlow.known("too-slow", path=path, seconds=f"{seconds:g}")

    before = signal.signal(signal.SIGALRM, alarm)
    # again every second: Python drops what is raised in a callback of the garbage collector or a finaliser
    signal.setitimer(signal.ITIMER_REAL, seconds, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
