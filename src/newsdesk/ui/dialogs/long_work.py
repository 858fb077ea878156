"""Work that takes long while a sheet looks on: its progress comes to the main thread, and it can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from newsdesk.newsroom import Progress
from newsdesk.ui.context import Context

R = TypeVar("R")


class LongWork(QObject):
    """One piece of work. It belongs to the open newsroom, and so outlives a sheet that closes before it is done.

    `progressed` brings a Message, what is done and the total.
    """

    progressed = Signal(object, int, int)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context
        self._stop = Event()
        # Whoever closes the newsroom waits for what is under way.
        context.closing.connect(self.stop)

    def stop(self) -> None:
        """Go no further; the work fails with `Cancelled`."""
        self._stop.set()

    def start(
        self,
        work: Callable[[Progress, Callable[[], bool]], R],
        done: Callable[[R], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Do the work in a thread: it is given where to tell its progress, and whom to ask whether to stop."""

        def came(result: R) -> None:
            self.deleteLater()
            done(result)

        def went_wrong(error: BaseException) -> None:
            self.deleteLater()
            failed(error)

        self._context.work(lambda: work(self.progressed.emit, self._stop.is_set), came, went_wrong)
