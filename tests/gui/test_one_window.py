"""One window for a newsroom: a second start brings the first one forward."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from helpers.waiting import wait_until
from helpers.windows import said, surroundings, window
from newsdesk.app import entering
from newsdesk.app.bell import Answer, Bell, any_hangs, bell_name, hangs, ring
from newsdesk.app.session import Session
from newsdesk.jobs import Jobs
from newsdesk.ui.frame import Frame
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.main_thread import MainThread

HOLD = """
import sys
from pathlib import Path
from newsdesk.newsroom import now, write_newsroom
with write_newsroom(Path(sys.argv[1]), Path(sys.argv[1]), now):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def _short_path(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs(MainThread().deliver)
    yield made
    made.close()


RING = """
import os, sys
from pathlib import Path
from newsdesk.app.bell import ring
print(ring(Path(sys.argv[1]), os.environ).name)
"""


def rung_from_elsewhere(folder: Path, **environment: str) -> Answer:
    """Ring from another process, while this one answers."""
    with subprocess.Popen(
        [sys.executable, "-c", RING, str(folder)],
        env=surroundings(**environment),
        stdout=subprocess.PIPE,
        text=True,
    ) as caller:
        wait_until(lambda: caller.poll() is not None, "the answer")
        assert caller.stdout
        return Answer[caller.stdout.read().strip()]


def test_who_rings_is_answered_and_passes_the_right_to_come_forward_on(
    tmp_path: Path, application: QObject
) -> None:
    tokens: list[str] = []
    bell = Bell(tmp_path, application)
    bell.rung.connect(tokens.append)
    assert hangs(tmp_path)
    assert any_hangs()
    assert rung_from_elsewhere(tmp_path, XDG_ACTIVATION_TOKEN="t1") is Answer.RAISED
    assert rung_from_elsewhere(tmp_path, DESKTOP_STARTUP_ID="x2") is Answer.RAISED
    assert tokens == ["t1", "x2"]
    bell.close()
    assert not hangs(tmp_path)
    assert rung_from_elsewhere(tmp_path) is Answer.NOBODY


def test_the_bell_is_the_same_by_any_way_to_the_folder_and_for_this_person_alone(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "desk")
    assert bell_name(tmp_path / "link") == bell_name(tmp_path / "desk") != bell_name(tmp_path)


def test_nobody_else_may_ring(tmp_path: Path, application: QObject) -> None:
    bell = Bell(tmp_path, application)
    assert Path(bell_name(tmp_path)).stat().st_mode & 0o077 == 0
    assert Path(bell_name(tmp_path)).parent.stat().st_mode & 0o077 == 0
    bell.close()


@pytest.mark.parametrize("line", [b"\n", b"[]\n", b'{"ask": "quit"}\n', b"\xff\n", b"x" * 10_000])
def test_who_asks_for_something_else_gets_no_answer(
    line: bytes, tmp_path: Path, application: QObject, jobs: Jobs
) -> None:
    rung: list[str] = []
    bell = Bell(tmp_path, application)
    bell.rung.connect(rung.append)

    def ask() -> bytes:
        with socket.socket(socket.AF_UNIX) as caller:
            caller.connect(bell_name(tmp_path))
            caller.sendall(line)
            try:
                return caller.recv(100)
            except ConnectionResetError:
                return b""

    future = jobs.run(ask, lambda _said: None, lambda _error: None)
    wait_until(future.done, "the end of the call")
    assert future.result() == b""
    assert rung == []
    bell.close()


def test_what_a_dead_process_left_hanging_is_taken_down(tmp_path: Path, application: QObject) -> None:
    Path(bell_name(tmp_path)).parent.mkdir(exist_ok=True)
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(bell_name(tmp_path))
    assert hangs(tmp_path)
    assert ring(tmp_path, {}) is Answer.NOBODY
    bell = Bell(tmp_path, application)
    assert rung_from_elsewhere(tmp_path) is Answer.RAISED
    bell.close()


def test_a_process_that_hangs_is_told_from_one_that_is_gone(tmp_path: Path) -> None:
    Path(bell_name(tmp_path)).parent.mkdir(exist_ok=True)
    with socket.socket(socket.AF_UNIX) as hanging:
        hanging.bind(bell_name(tmp_path))
        hanging.listen()
        assert ring(tmp_path, {}, 50) is Answer.SILENCE


def test_a_second_start_brings_the_first_window_forward_and_ends(sample: Path) -> None:
    with window(sample) as first:
        said(first, "open")
        with window(sample, environment=surroundings(XDG_ACTIVATION_TOKEN="token-7")) as second:
            assert second.wait(60) == 0
            assert "open" not in (second.stdout.read() if second.stdout else "")
        assert said(first, "forward") == "token-7"
        first.send_signal(signal.SIGTERM)
        assert first.wait(60) == 0


def test_of_two_starts_at_once_one_window_stays(sample: Path) -> None:
    with window(sample) as one, window(sample) as two:
        wait_until(lambda: one.poll() is not None or two.poll() is not None, "the end of one")
        ended, stays = (one, two) if one.poll() is not None else (two, one)
        assert ended.returncode == 0
        said(stays, "open")
        said(stays, "forward")
        assert stays.poll() is None


def test_what_a_killed_window_held_is_free(sample: Path) -> None:
    with window(sample, "Typed before the end. ") as first:
        said(first, "open")
        first.kill()
        first.wait()
        assert Path(bell_name(sample)).exists()
        with window(sample) as second:
            said(second, "open")
            second.send_signal(signal.SIGTERM)
            assert second.wait(60) == 0


def test_a_window_that_is_stopped_is_said_to_hang(
    sample: Path, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text: told.append(text))
    monkeypatch.setattr(Session, "ask", lambda _self: None)
    monkeypatch.setattr(entering, "PATIENCE", 0.0)
    with window(sample) as first:
        said(first, "open")
        first.send_signal(signal.SIGSTOP)
        frame = Frame(look)
        session = Session(frame, look)
        session.open(sample)
        assert session.window is None
        first.send_signal(signal.SIGCONT)
        frame.close()
        frame.deleteLater()
    assert len(told) == 1
    assert "does not answer" in told[0]
    assert str(first.pid) in told[0]


def test_a_command_that_writes_is_waited_for_and_then_named(
    sample: Path, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text: told.append(text))
    monkeypatch.setattr(Session, "ask", lambda _self: None)
    monkeypatch.setattr(entering, "PATIENCE", 0.0)
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(sample)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as command:
        assert command.stdout
        assert command.stdout.readline() == "held\n"
        frame = Frame(look)
        session = Session(frame, look)
        session.open(sample)
        assert session.window is None
        command.communicate("")
    assert "being written by another Newsdesk" in told[0]
    session.open(sample)
    assert session.window is not None
    frame.close()
    frame.deleteLater()


def test_a_newsroom_that_is_open_elsewhere_leaves_the_one_open_here(sample: Path, empty: Path, look: Look) -> None:
    with window(sample) as first:
        said(first, "open")
        frame = Frame(look)
        session = Session(frame, look)
        session.open(empty)
        here = session.window
        assert here is not None
        session.open(sample)
        assert session.window is here
        assert said(first, "forward") == os.environ.get("DESKTOP_STARTUP_ID", "")
        frame.close()
        frame.deleteLater()


def test_a_window_that_comes_forward_is_no_longer_small(look: Look) -> None:
    frame = Frame(look)
    frame.showMinimized()
    frame.come_forward()
    assert not frame.isMinimized()
    assert frame.isVisible()
    frame.close()
    frame.deleteLater()


def test_beside_a_window_commands_read_and_say_why_they_do_not_write(sample: Path) -> None:
    def newsdesk(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "newsdesk", "-n", str(sample), *arguments]
        return subprocess.run(command, env=surroundings(), capture_output=True, text=True, check=False)

    with window(sample) as first:
        said(first, "open")
        read = newsdesk("show", "bridge-forty-years", "--json")
        assert read.returncode == 0, read.stderr
        assert "bridge-forty-years" in read.stdout
        refused = newsdesk("set", "bridge-forty-years", "kicker=Harbour")
        assert refused.returncode == 3
        assert f"process {first.pid}" in refused.stderr
