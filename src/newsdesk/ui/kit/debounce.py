"""Waits for quiet, but not for ever."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Debounce(QObject):
    """Calls `act` after `quiet` milliseconds without a note, and never later than `longest` after the first."""

    def __init__(self, act: Callable[[], None], *, quiet: int, longest: int, parent: QObject) -> None:
        super().__init__(parent)
        self._act = act
        self._quiet = self._timer(quiet)
        self._longest = self._timer(longest)

    def note(self) -> None:
        """Something happened."""
        self._quiet.start()
        if not self._longest.isActive():
            self._longest.start()

    def flush(self) -> None:
        """Act now if something waits."""
        if self.waiting:
            self._fire()

    def drop(self) -> None:
        """Forget what waits."""
        self._quiet.stop()
        self._longest.stop()

    @property
    def waiting(self) -> bool:
        """Whether something happened that was not acted on yet."""
        return self._quiet.isActive() or self._longest.isActive()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=milliseconds)
        timer.timeout.connect(self._fire)
        return timer

    def _fire(self) -> None:
        self.drop()
        self._act()
