"""Where a person's own folders cannot be written, everything starts and says so once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.rights import bound_by_rights
from helpers.windows import surroundings
from newsdesk.model.ids import id_maker
from newsdesk.newsroom import create_newsroom, now


@pytest.fixture(params=["closed", "missing", "a file"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A home that nothing can be kept in."""
    home = tmp_path / "home"
    if request.param == "closed":
        home.mkdir()
        home.chmod(0o555)
    if request.param == "missing":
        home = tmp_path / "shut" / "home"
        home.parent.mkdir()
        home.parent.chmod(0o555)
    if request.param == "a file":
        home.write_text("", encoding="utf-8")
    yield home
    for folder in (home, home.parent):
        if folder.is_dir():
            folder.chmod(0o755)


def at(home: Path) -> dict[str, str]:
    """The environment of a person who lives there."""
    kept = {name: value for name, value in surroundings().items() if not name.startswith("XDG_")}
    named = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    return {**kept, **named, "HOME": str(home)}


def newsdesk(home: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command line of that person."""
    command = [sys.executable, "-m", "newsdesk", *map(str, arguments)]
    return subprocess.run(
        bound_by_rights(command), env=at(home), capture_output=True, encoding="utf-8", check=False
    )


def test_the_command_line_works_and_says_once_that_nothing_is_remembered(home: Path, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    made = newsdesk(home, "new", desk)
    assert made.returncode == 0
    assert made.stderr.count("cannot be kept") == 1
    assert str(home) in made.stderr
    for arguments in (["list"], ["settings", "tagline=Daily"], ["export", "site", tmp_path / "site"]):
        done = newsdesk(home, "-n", desk, *arguments)
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr


WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
import newsdesk.app as app
from newsdesk.app.session import Session

def when_open(session):
    if session.window is None or not session.window.isVisible():
        QTimer.singleShot(20, session, lambda: when_open(session))
        return
    print(session.window.notice.text, flush=True)

start = Session.start

def started(self, folder):
    QTimer.singleShot(0, self, lambda: when_open(self))
    start(self, folder)

Session.start = started
sys.exit(app.open_window(Path(sys.argv[1])))
"""


def test_the_window_opens_and_says_that_nothing_is_remembered(home: Path, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    create_newsroom(
        desk, title="Daily", language="en", zone="UTC", clock=now, ids=id_maker(now), author="Ada"
    ).close()
    with subprocess.Popen(
        bound_by_rights([sys.executable, "-c", WINDOW, str(desk)]),
        env=at(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout
        assert process.stderr
        told = process.stdout.readline()
        os.kill(process.pid, signal.SIGTERM)
        said = process.stderr.read()
    assert "cannot be kept" in told, said
    assert "Traceback" not in said
    assert process.returncode == 0
