"""The points are where the job touches its own files, and what the tracer lacks is said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from faults.tracing import Call, Kind, TracerMissing, calls_in, injections, points, spread, traced

PLACE = Path("/place")
CALLS = [
    Call("openat", 'AT_FDCWD, "/usr/lib/python3/a.py", O_RDONLY) = 3'),
    Call("openat", 'AT_FDCWD, "/place/new", O_WRONLY|O_CREAT, 0666) = 3</place/new>'),
    Call("write", '3</place/new>, "one", 3) = 3'),
    Call("pread64", '4</place/newsroom.db>, "...", 100, 0) = 100'),
    Call("write", '3</place/new>, "two", 3) = 3'),
    Call("fsync", "3</place/new>) = 0"),
]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(Kind.KILL, [1, 2, 4, 5]), (Kind.FULL, [2, 4]), (Kind.FAULT, [1, 2, 3, 4, 5])],
)
def test_points_are_where_the_place_is_touched(kind: Kind, expected: list[int]) -> None:
    assert points(CALLS, kind, PLACE) == expected


def test_the_tracer_counts_each_call_by_its_name() -> None:
    assert injections(CALLS, Kind.KILL, 4) == ["write:signal=KILL:when=2"]
    assert injections(CALLS, Kind.FAULT, 5) == ["fsync:error=EIO:when=1"]
    full = injections(CALLS, Kind.FULL, 4)
    assert "?write:error=ENOSPC:when=2+" in full
    assert "?pwrite64:error=ENOSPC:when=1+" in full


def test_points_are_spread_from_the_first_to_the_last() -> None:
    assert spread(list(range(100)), 4) == [0, 33, 66, 99]
    assert spread([5, 6], 4) == [5, 6]
    assert spread([5, 6, 7], 1) == [6]


def test_the_log_is_read_line_by_line(tmp_path: Path) -> None:
    log = tmp_path / "calls"
    log.write_text('12    write(3</a>, "x", 1) = 1\n13    fsync(3</a>) = 0\n12    +++ exited with 0 +++\n')
    assert calls_in(log, 12) == [Call("write", '3</a>, "x", 1) = 1')]


@pytest.fixture
def folder_of_tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which programs are looked for."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def test_without_a_tracer_it_is_said_what_to_install(folder_of_tools: Path) -> None:
    with pytest.raises(TracerMissing, match="apt-get install strace"):
        traced(os.getpid(), lambda: None, folder_of_tools / "calls")


def test_a_tracer_that_may_not_trace_is_told_of(folder_of_tools: Path, tmp_path: Path) -> None:
    tool = folder_of_tools / "strace"
    tool.write_text(
        "#!/bin/sh\necho 'strace: attach: ptrace(PTRACE_SEIZE, 1): Operation not permitted' >&2\nexit 1\n"
    )
    tool.chmod(0o755)
    with pytest.raises(TracerMissing, match=r"Operation not permitted.*--cap-add=SYS_PTRACE"):
        traced(os.getpid(), lambda: None, tmp_path / "calls")
