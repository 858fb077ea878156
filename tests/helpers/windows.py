"""Real windows in processes of their own, which tests type into, signal and kill."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

TYPIST = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
import newsdesk.app as app
from newsdesk.app.session import Session

words = sys.argv[2] if len(sys.argv) > 2 else ""

def told(text):
    print(text, flush=True)

def when_open(self):
    window = self.window
    if window is None or window.editor.article_id is None:
        QTimer.singleShot(20, self, lambda: when_open(self))
        return
    if words:
        window.editor.focus_body()
        QTest.keyClicks(window.editor.body, words)
    told("open " + str(window.editor.article_id))

start = Session.start
come_forward = Session._come_forward

def started(self, folder):
    QTimer.singleShot(0, self, lambda: when_open(self))
    start(self, folder)

def came_forward(self, token):
    come_forward(self, token)
    told("forward " + token)

Session.start = started
Session._come_forward = came_forward
sys.exit(app.open_window(Path(sys.argv[1])))
"""
"""Opens the window as `newsdesk` does, types, and says what happens to it."""


def surroundings(**more: str) -> dict[str, str]:
    """The environment of a window without a screen."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QTWEBENGINE_DISABLE_SANDBOX": "1", **more}


@contextmanager
def window(
    folder: Path, words: str = "", environment: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[str]]:
    """A window on the newsroom in `folder`, into whose first article `words` are typed; killed at the end."""
    process = subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(folder), words],
        env=dict(environment or surroundings()),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def said(process: subprocess.Popen[str], word: str) -> str:
    """Wait until a window says something that begins with a word: the rest of what it says."""
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith(word):
            return line.removeprefix(word).strip()
    assert process.stderr is not None
    raise AssertionError(f"the window ended without saying {word}: {process.stderr.read()}")
