"""Waiting in tests of the window: for something to be so, and not for a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

LIMIT = 60_000
"""Milliseconds after which a test gives up."""


def wait_until(holds: Callable[[], object], what: str = "what was waited for") -> None:
    """Let the application go on until `holds()` is true; fails when it never is."""
    deadline = QDeadlineTimer(LIMIT)
    while not holds():
        assert not deadline.hasExpired(), f"{what} did not come"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
