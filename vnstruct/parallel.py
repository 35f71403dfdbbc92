"""One function over many items in several processes: in order, a few at a time, whatever happens to a worker."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from types import FrameType
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 8  # items in flight for each worker: enough to hide a slow one, little enough to keep memory flat
_WATCH_SECONDS = 1.0


def ordered_map(function: Callable[[T], R], items: Iterable[T], *, workers: int, lost: Callable[[T], R]) -> Iterator[R]:
    """Results in the order of the items; items are drawn as they are needed.

    ``function`` must not raise. When a worker process dies (out of memory, a crash in a library), the items it held are
    tried again one by one, each in a process of its own; the one that kills its process again becomes ``lost(item)``.
    Whoever stops early, by an exception or by closing the iterator, does not wait for the items in work: they are given
    up where they stand, and what they had begun to write is removed.
    """
    if workers <= 1:
        yield from map(function, items)
        return
    crew = _Crew(function, workers, lost)
    try:
        for item in items:
            crew.submit(item)
            if len(crew.pending) >= workers * _AHEAD:
                yield crew.next_result()
        while crew.pending:
            yield crew.next_result()
    except BaseException:
        crew.give_up()
        raise
    crew.dismiss()


class _Crew(Generic[T, R]):
    """A pool that is replaced when one of its processes dies."""

    def __init__(self, function: Callable[[T], R], workers: int, lost: Callable[[T], R]) -> None:
        self.function = partial(_until_told, function)
        self.workers = workers
        self.lost = lost
        self.pool = _pool(workers)
        self.pending: deque[tuple[T, Future[R] | None]] = deque()

    def submit(self, item: T) -> None:
        try:
            self.pending.append((item, self.pool.submit(self.function, item)))
        except BrokenProcessPool:
            self.replace()
            self.pending.append((item, self.pool.submit(self.function, item)))

    def next_result(self) -> R:
        item, future = self.pending.popleft()
        try:
            return future.result() if future is not None else self.alone(item)
        except BrokenProcessPool:
            result = self.alone(item)
            self.replace()
            return result

    def replace(self) -> None:
        """A new pool; what the dead one still held is marked to be tried alone."""
        self.pool.shutdown(wait=False, cancel_futures=True)
        self.pool = _pool(self.workers)
        self.pending = deque(
            (item, future if future is not None and _finished(future) else None) for item, future in self.pending
        )

    def alone(self, item: T) -> R:
        with _pool(1) as single:
            try:
                return single.submit(self.function, item).result()
            except BrokenProcessPool:
                return self.lost(item)

    def give_up(self) -> None:
        """End the work in hand, too."""
        for process in list((self.pool._processes or {}).values()):  # terminate_workers() from Python 3.14 on
            process.terminate()
        self.dismiss()

    def dismiss(self) -> None:
        """Nothing is left to do, or to be waited for."""
        self.pool.shutdown(wait=True, cancel_futures=True)


def _finished(future: Future[R]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, initializer=_prepare, initargs=(os.getpid(),))


def _prepare(parent: int) -> None:
    """A worker ends when it is told to, and when its parent is gone, however that died; Ctrl-C is not for it.

    Ctrl-C reaches the whole group of processes: the parent alone decides how to end.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _leave(_: int, __: FrameType | None) -> None:
    raise SystemExit(1)  # so that unfinished files are removed on the way out


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_WATCH_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)


def _until_told(function: Callable[[T], R], item: T) -> R:
    """The work of a worker; the executor would take the end of the process for a result and go on."""
    try:
        return function(item)
    except SystemExit:
        os._exit(1)
