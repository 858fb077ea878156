"""Brings calls from other threads home to the thread of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class MainThread(QObject):
    """Runs calls on the thread that made it, in the order in which they were handed over."""

    _handed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._closed = False
        self._handed.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def deliver(self, call: Callable[[], None]) -> None:
        """Have `call` run on the main thread, soon; callable from any thread."""
        self._handed.emit(call)

    def close(self) -> None:
        """Drop what is on its way: nobody is at home any more. To be called on the main thread."""
        self._closed = True

    def _run(self, call: Callable[[], None]) -> None:
        if not self._closed:
            call()
