"""What a process asks of the disk, listed by strace, and one of these calls made to fail or to be the last."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

WRITES = (
    "write",
    "pwrite64",
    "pwritev",
    "ftruncate",
    "fallocate",
    "copy_file_range",
    "sendfile",
    "mkdir",
    "mkdirat",
)
SYNCS = ("fsync", "fdatasync")
NAMES = ("rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir", "link", "linkat")
OPENS = ("open", "openat")
READS = ("read", "pread64")
CALLS = (*WRITES, *SYNCS, *NAMES, *OPENS, *READS)

TRACER = "strace"
MISSING = "strace is not installed, and the tests of failures need it: apt-get install strace"
REFUSED = (
    "strace may not attach to a process here, and the tests of failures need that ({reason}). "
    "In a container, allow it with --cap-add=SYS_PTRACE; else see /proc/sys/kernel/yama/ptrace_scope."
)

_CALL = re.compile(r"^(\d+) +(\w+)\((.*)$")


class TracerMissing(Exception):
    """There is no strace, or it may not do its work here."""


class Kind(StrEnum):
    """What is done to a process at a point."""

    KILL = "killed"
    FULL = "disk full"
    FAULT = "disk fault"


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the system, as strace writes it down."""

    name: str
    rest: str

    @property
    def changes(self) -> bool:
        """Whether it may change what is on the disk."""
        return self.name not in READS and (self.name not in OPENS or "O_CREAT" in self.rest)


def calls_in(log: Path, process: int) -> list[Call]:
    """The calls that the main thread of a process made, in order."""
    found = []
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        match = _CALL.match(line)
        if match and int(match[1]) == process:
            found.append(Call(match[2], match[3]))
    return found


def points(calls: Sequence[Call], kind: Kind, place: Path, *, reads: bool = True) -> list[int]:
    """Where in `calls` a fault of that kind can meet something below `place`; `reads` may fail as well."""
    here = [(number, call) for number, call in enumerate(calls) if str(place) in call.rest]
    if kind is Kind.FULL:
        return [number for number, call in here if call.name in WRITES]
    if kind is Kind.KILL:
        return [number for number, call in here if call.changes]
    # A disk that refuses to remove what is empty leaves an empty folder, and nobody can change that.
    meant = [number for number, call in here if call.changes or (reads and call.name in READS)]
    return [number for number in meant if calls[number].name != "rmdir"]


def injections(calls: Sequence[Call], kind: Kind, number: int) -> list[str]:
    """What strace is told, so that it happens at that call of `calls`. It counts each name by itself, from 1."""
    before = Counter(call.name for call in calls[:number])
    meant = calls[number].name
    match kind:
        case Kind.KILL:
            return [f"{meant}:signal=KILL:when={before[meant] + 1}"]
        case Kind.FAULT:
            return [f"{meant}:error=EIO:when={before[meant] + 1}"]
        case Kind.FULL:  # it stays full
            return [f"?{name}:error=ENOSPC:when={before[name] + 1}+" for name in WRITES]


def spread(numbers: list[int], count: int) -> list[int]:
    """So many of the numbers, evenly over all of them, the first and the last among them."""
    if len(numbers) <= count:
        return numbers
    if count == 1:
        return [numbers[len(numbers) // 2]]
    return [numbers[round(place * (len(numbers) - 1) / (count - 1))] for place in range(count)]


def traced(process: int, go: Callable[[], None], log: Path, inject: Sequence[str] = ()) -> None:
    """Attach to a process that waits, let it `go`, and come back when it has ended; its calls stand in `log`."""
    # The question mark is for calls that another kind of processor does not have.
    these = ",".join(f"?{name}" for name in CALLS)
    command = [_tracer(), "-f", "-y", "-s", "300", "-o", str(log), "-e", f"trace={these}", "-e", "signal=none"]
    for what in inject:
        command += ["-e", f"inject={what}"]
    with subprocess.Popen(
        [*command, "-p", str(process)], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    ) as tracer:
        assert tracer.stderr is not None
        said = tracer.stderr.readline()
        if "attached" not in said:
            tracer.kill()
            raise TracerMissing(REFUSED.format(reason=said.strip().removeprefix("strace: ")))
        go()
        tracer.stderr.read()


def _tracer() -> str:
    found = shutil.which(TRACER)
    if found is None:
        raise TracerMissing(MISSING)
    return found
