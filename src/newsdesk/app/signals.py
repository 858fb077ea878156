"""Lets the system’s wish that the process should end reach the window, which sleeps in Qt’s loop."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

ENDING = ("SIGTERM", "SIGHUP", "SIGINT", "SIGBREAK")
"""Signals that ask a process to end, as far as the system has them."""


class EndingSignals(QObject):
    """Emits `came` on the main thread soon after the process was asked to end.

    Python runs its handlers of signals only when it comes to run, which may be never while Qt waits for events.
    What Python does at once is to write a byte into a socket; and at sockets Qt looks.
    """

    came = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._heard, self._told = socket.socketpair()
        for end in (self._heard, self._told):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._fd_before = signal.set_wakeup_fd(self._told.fileno(), warn_on_full_buffer=False)
        self._numbers = [getattr(signal, name) for name in ENDING if hasattr(signal, name)]
        self._before = {number: signal.signal(number, _heard) for number in self._numbers}

    def close(self) -> None:
        """Leave signals to whoever had them before."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._fd_before)
        self._notifier.setEnabled(False)
        self._heard.close()
        self._told.close()

    def _read(self) -> None:
        try:
            numbers = self._heard.recv(64)
        except BlockingIOError:
            return
        if any(number in self._numbers for number in numbers):
            self.came.emit()


def _heard(_number: int, _frame: FrameType | None) -> None:
    """The byte in the socket says it all."""
