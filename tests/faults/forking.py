"""One Python that has loaded everything and forks for each point, so that none costs the start of Python."""

from __future__ import annotations

import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from faults.jobs import JOBS
from newsdesk.errors import Trouble

ROOT = Path(__file__).parents[2]
_END_WITH_PARENT = 1
_MAY_TRACE, _ANYBODY = 0x59616D61, ctypes.c_ulong(-1)
"""What prctl is told: to end when the parent does, and to let a process be traced by one that did not start it."""


class End(StrEnum):
    """How a job ended."""

    DONE = "done"
    TROUBLE = "trouble"
    BUG = "bug"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job ended, and what it said: of trouble what happened and the way out, of a bug where it came up."""

    end: End
    what: str = ""
    way_out: str = ""


class Forker:
    """The process that forks. It is let go of by `close`."""

    def __init__(self) -> None:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind("")  # a name of the system's choosing, which no file has
            listener.listen()
            self._address = listener.getsockname()
            environment = os.environ | {
                "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT / "tests"))),
                "PYTHONHASHSEED": "0",
                "PYTHONDONTWRITEBYTECODE": "1",
            }
            self._process = subprocess.Popen(
                [sys.executable, "-m", "faults.forking", str(listener.fileno())],
                env=environment,
                pass_fds=[listener.fileno()],
                stdin=subprocess.DEVNULL,
            )

    def run(self, job: str, part: str, place: Path, trace: Callable[[int, Callable[[], None]], None]) -> Outcome:
        """Do a part of a job in a process of its own; `trace` gets its number and must let it go."""
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(self._address)
            line.sendall(json.dumps([job, part, str(place)]).encode() + b"\n")
            with line.makefile("r", encoding="utf-8") as answers:
                trace(int(answers.readline()), lambda: line.sendall(b"\n"))
                said = answers.readline()
        return Outcome(*_told(said)) if said else Outcome(End.GONE)

    def close(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.wait()


def _told(said: str) -> tuple[End, str, str]:
    end, what, way_out = json.loads(said)
    return End(end), what, way_out


@contextmanager
def forker() -> Iterator[Forker]:
    """A forker for the block."""
    made = Forker()
    try:
        yield made
    finally:
        made.close()


def untraced(_process: int, go: Callable[[], None]) -> None:
    """Let a process go by itself."""
    go()


def serve(listener: socket.socket) -> None:
    """Fork for every line that comes. A part named `warm` is run here: what it loads, all that follow have."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    ctypes.CDLL(None).prctl(_END_WITH_PARENT, signal.SIGKILL)
    while True:
        line, _ = listener.accept()
        with line:
            job, part, place = json.loads(_line(line))
            if part == "warm":
                _answer(line, job, "run", Path(place))
            elif os.fork() == 0:
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                listener.close()
                _answer(line, job, part, Path(place))
                os._exit(0)


def _line(line: socket.socket) -> bytes:
    said = b""
    while not said.endswith(b"\n"):
        piece = line.recv(4096)
        if not piece:
            os._exit(0)
        said += piece
    return said


def _answer(line: socket.socket, job: str, part: str, place: Path) -> None:
    """Say who does it, wait until whoever asked is ready, do it, and say how it ended."""
    ctypes.CDLL(None).prctl(_MAY_TRACE, _ANYBODY)
    for folder in ("DATA", "STATE", "CACHE", "CONFIG"):
        os.environ[f"XDG_{folder}_HOME"] = str(place / "home" / folder.lower())
    line.sendall(f"{os.getpid()}\n".encode())
    _line(line)
    outcome = _done(lambda: JOBS[job].part(part)(place))
    # Sent, not written: a disk that is full does not keep a process from telling.
    line.sendall(json.dumps([outcome.end, outcome.what, outcome.way_out]).encode() + b"\n")


def _done(work: Callable[[], None]) -> Outcome:
    try:
        work()
    except Trouble as trouble:
        return Outcome(End.TROUBLE, str(trouble.what), str(trouble.way_out))
    except BaseException:  # noqa: BLE001  the bug is told to whoever asked
        return Outcome(End.BUG, traceback.format_exc(limit=-2))
    return Outcome(End.DONE)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
