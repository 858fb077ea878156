"""Checking the newsroom while a sheet looks on: its progress comes to the main thread, and it can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, Signal

from newsdesk.newsroom.checking_up import Health, Repaired, examine, repair_newsroom
from newsdesk.ui.context import Context


class Check(QObject):
    """One check, and the repair after it. It belongs to the open newsroom, and so outlives a sheet that closes.

    `progressed` brings a Message, what is done and the total.
    """

    progressed = Signal(object, int, int)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context
        self._stop = Event()
        context.closing.connect(self.stop)

    def stop(self) -> None:
        """Look no further; the check fails with `CheckStopped`. A repair is finished all the same."""
        self._stop.set()

    def start(
        self, done: Callable[[Health], None], failed: Callable[[BaseException], None], *, thorough: bool
    ) -> None:
        """Check everything in a thread."""
        folder = self._context.folder
        self._context.work(
            lambda: examine(folder, self.progressed.emit, thorough=thorough, cancelled=self._stop.is_set),
            done,
            failed,
        )

    def repair(
        self, health: Health, done: Callable[[Repaired], None], failed: Callable[[BaseException], None]
    ) -> None:
        """Repair what was found, on the lane that writes: what is typed meanwhile waits for its end."""
        state = self._context.state
        self._context.flush()
        self._context.do(
            lambda store: repair_newsroom(store, health, state=state, progress=self.progressed.emit), done, failed
        )
