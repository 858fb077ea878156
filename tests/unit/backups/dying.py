"""Runs work again and again, each time killed one step later, in processes of their own.

A step is whatever Python tells of before it does it: a file that is opened, renamed, linked or removed.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
import warnings
from collections.abc import Callable, Iterator

_STEPS = frozenset({"open", "os.rename", "os.remove", "os.link", "os.mkdir", "os.rmdir", "shutil.rmtree"})


def killed_after_each_step(work: Callable[[], object]) -> Iterator[bool]:
    """Do `work` in a process that is killed at its first step, then at its second, until it comes to its end.

    Gives after each whether it was killed. Whoever asks puts things back as they were before the next.
    """
    at = 0
    while True:
        at += 1
        with warnings.catch_warnings():
            # The runner of the tests has threads of its own, which the copy does without.
            warnings.simplefilter("ignore", DeprecationWarning)
            process = os.fork()
        if process == 0:
            _work_until(work, at)
        _, status = os.waitpid(process, 0)
        if os.WIFSIGNALED(status):
            yield True
            continue
        assert os.WEXITSTATUS(status) == 0, f"the work failed at step {at}"
        yield False
        return


def _work_until(work: Callable[[], object], at: int) -> None:
    left = at

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event not in _STEPS or (event == "open" and not _is_written(arguments)):
            return
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    try:
        work()
        os._exit(0)
    finally:
        traceback.print_exc()
        os._exit(1)


def _is_written(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))
