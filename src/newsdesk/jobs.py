"""Work away from the main thread: values out, values home, by the way that the front end gives. No Qt in here."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import Generic, Protocol, TypeVar

from newsdesk.errors import Trouble
from newsdesk.i18n import N_

T = TypeVar("T")
R = TypeVar("R")

Deliver = Callable[[Callable[[], None]], None]
"""Runs a call on the main thread: Qt's queued signal in the window, the call itself where there is no window."""

Failed = Callable[[BaseException], None]

CHUNKS_AHEAD = 2
"""How many chunks wait for each process, so that it never waits for us and memory stays bounded."""


class Closes(Protocol):
    """Something that must be let go of on the thread that made it."""

    def close(self) -> None:
        """Let go."""


C = TypeVar("C", bound=Closes)


class Lane(Generic[C]):
    """One thread that makes a thing and alone works with it, one call after another, in the order of asking."""

    def __init__(self, make: Callable[[], C], deliver: Deliver) -> None:
        """`make` runs on the lane's thread before the first call, and again if it failed."""
        self._make = make
        self._deliver = deliver
        self._made: C | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lane")

    def do(self, function: Callable[[C], R], done: Callable[[R], None], failed: Failed) -> Future[R]:
        """Call `function` with the thing; its result or error comes home. What has not begun can be cancelled."""
        future = self._thread.submit(self._call, function)
        return _bring_home(future, self._deliver, done, failed)

    def close(self) -> None:
        """Finish every call that was asked for, then let go of the thing."""
        try:
            self._thread.submit(self._let_go).result()
        finally:
            self._thread.shutdown()

    def _call(self, function: Callable[[C], R]) -> R:
        if self._made is None:
            self._made = self._make()
        return function(self._made)

    def _let_go(self) -> None:
        if self._made is not None:
            self._made.close()
            self._made = None


class Jobs:
    """Runs pure functions from values to a value: in threads, or in one process that stays.

    A thread is for what lets go of the interpreter (SQLite, Pillow, nh3, files); work that is mostly Python makes
    the main thread slow from there, and belongs apart.
    """

    def __init__(self, deliver: Deliver) -> None:
        self._deliver = deliver
        self._threads = ThreadPoolExecutor(thread_name_prefix="job")
        self._process: ProcessPoolExecutor | None = None

    def run(self, work: Callable[[], R], done: Callable[[R], None], failed: Failed) -> Future[R]:
        """Run `work` in a thread."""
        return _bring_home(self._threads.submit(work), self._deliver, done, failed)

    def run_apart(
        self, function: Callable[[T], R], value: T, done: Callable[[R], None], failed: Failed
    ) -> Future[R]:
        """Run `function(value)` in the other process: the function of a module, a value that can be pickled."""
        if self._process is None:
            self._process = _processes(1)
        try:
            future = self._process.submit(function, value)
        except BrokenProcessPool:
            # The process was ended from outside: start another.
            self._process.shutdown(wait=False)
            self._process = _processes(1)
            future = self._process.submit(function, value)
        return _bring_home(future, self._deliver, done, failed)

    def close(self) -> None:
        """Drop what has not begun and wait for the rest."""
        self._threads.shutdown(cancel_futures=True)
        if self._process is not None:
            self._process.shutdown(cancel_futures=True)


def map_processes(
    function: Callable[[T], R], values: Iterable[T], *, workers: int, chunk: int = 16
) -> Generator[R, None, None]:
    """`function` of each value, in order, worked out in `workers` processes, `chunk` values at a time.

    The values are drawn as they are needed. To cancel, close the generator: what has not begun is dropped. The
    first error of `function` comes out in its place; Trouble when a process is ended from outside.
    """
    if workers < 2:
        yield from map(function, values)
        return
    source = iter(values)
    waiting: deque[Future[list[R]]] = deque()
    processes = _processes(workers)
    try:
        while True:
            while len(waiting) < workers * CHUNKS_AHEAD and (part := list(islice(source, chunk))):
                waiting.append(processes.submit(_each, function, part))
            if not waiting:
                return
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise Trouble(
            N_("A process that did part of the work was ended from outside, most likely for want of memory."),
            N_("Close other programs, then do this again."),
        ) from error
    finally:
        processes.shutdown(cancel_futures=True)


def _each(function: Callable[[T], R], values: list[T]) -> list[R]:
    return [function(value) for value in values]


def _processes(count: int) -> ProcessPoolExecutor:
    # Never forked: a fork carries over threads' locks and open files.
    return ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_leave_interrupts_to_the_parent)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _bring_home(future: Future[R], deliver: Deliver, done: Callable[[R], None], failed: Failed) -> Future[R]:
    def finish(finished: Future[R]) -> None:
        try:
            error = finished.exception()
        except CancelledError:
            return
        if error is not None:
            deliver(lambda: failed(error))
        else:
            deliver(lambda: done(finished.result()))

    future.add_done_callback(finish)
    return future
