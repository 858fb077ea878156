"""Drives the real window for the scripts: commands by their ids, keys, waiting for what must come."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from newsdesk.app import made_application, speak
from newsdesk.app.session import Session
from newsdesk.settings import Preferences
from newsdesk.ui.frame import Frame
from newsdesk.ui.kit.look import Look
from newsdesk.ui.main_window import MainWindow

LIMIT = 30_000
"""Milliseconds after which something that was waited for counts as missing."""


def without_display() -> None:
    """Draw without a screen; to be called before the application is made."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false"
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Chromium's sandbox cannot be had as root.
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"


class Driver:
    """A window that is open on a newsroom."""

    def __init__(self, folder: Path, preferences: Preferences, size: tuple[int, int]) -> None:
        existing = QApplication.instance()
        self.application = existing if isinstance(existing, QApplication) else made_application()
        speak(self.application, preferences.language or "en")
        self.look = Look(self.application, preferences)
        self.frame = Frame(self.look, QSize(*size))
        self.frame.show()
        self.session = Session(self.frame, self.look)
        self.session.open(folder)
        self.settle()

    @property
    def window(self) -> MainWindow:
        """The window of the newsroom that is open."""
        if self.session.window is None:
            raise SystemExit("The window did not open.")
        return self.session.window

    def run(self, command: str) -> None:
        """Run a command of the table; it must be possible now."""
        self.window.actions_of.refresh()
        action = self.window.actions_of.by_id[command]
        if not action.isEnabled():
            raise SystemExit(f"{command} cannot be done: {action.statusTip()}")
        action.trigger()
        self.settle()

    def type(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        for place, line in enumerate(text.split("\n")):
            if place:
                self.key(Qt.Key.Key_Return)
            for letter in line:
                self.press(letter)
        self.settle()

    def press(self, letter: str) -> None:
        """Type one letter, or a new line, and wait for nothing."""
        if letter == "\n":
            QTest.keyClick(self.focus(), Qt.Key.Key_Return)
        elif letter.isascii():
            QTest.keyClicks(self.focus(), letter)
        else:  # a keyboard gives these too, but QTest knows ASCII alone
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self.focus(), event)

    def key(self, key: Qt.Key) -> None:
        """Press a key."""
        QTest.keyClick(self.focus(), key)
        self.settle()

    def focus(self) -> QWidget:
        """Whatever has the keyboard."""
        return QApplication.focusWidget() or self.frame

    def wait(self, holds: Callable[[], object], what: str) -> None:
        """Go on until something holds; end the script when it never does."""
        deadline = QDeadlineTimer(LIMIT)
        while not holds():
            if deadline.hasExpired():
                raise SystemExit(f"{what} did not come.")
            self.application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def settle(self, milliseconds: int = 60) -> None:
        """Let the application do what waits."""
        loop = QEventLoop()
        # QTest.qWait would keep the interpreter, and with it all threads, from working meanwhile.
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def save(self, widget: QWidget, file: Path) -> None:
        """Save a picture of a widget as PNG."""
        file.parent.mkdir(parents=True, exist_ok=True)
        if not widget.grab().save(str(file)):
            raise SystemExit(f"{file} could not be written.")

    def close(self) -> None:
        """Close the newsroom and the frame."""
        self.frame.close()
        self.settle()
