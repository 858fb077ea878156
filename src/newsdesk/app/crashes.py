"""What happens to an error that nobody caught, in whatever thread: a report, and the window goes on."""

from __future__ import annotations

import logging
import sys
import threading
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion

from newsdesk.log import report_crash, told
from newsdesk.ui.kit.main_thread import MainThread

_LOG = logging.getLogger(__name__)


class Crashes(QObject):
    """Takes every error that nobody caught. `happened` tells of them, soon and on the main thread.

    It brings the last report, if one was written, how many errors there were so far, and whether there is a new
    one among them: one that comes up again at the same place is counted, and not reported again. While those who
    hear of it fail themselves it is not emitted anew. `damage_met` brings a `DamagedNewsroom`.
    """

    happened = Signal(object, int, bool)
    damage_met = Signal(object)

    def __init__(self, folder: Path, parent: QObject) -> None:
        """Reports go into `folder`."""
        super().__init__(parent)
        self._folder = folder
        self._home = MainThread()
        self._known: set[tuple[str, str, int]] = set()
        self._report: Path | None = None
        self._count = 0
        self._new = False
        self._on_its_way = False
        self._telling = False

    def install(self) -> None:
        """Take them from now on."""
        sys.excepthook = self.take
        threading.excepthook = lambda args: self.take(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )
        sys.unraisablehook = lambda args: self._note(args.exc_value or args.exc_type())

    def remove(self) -> None:
        """Leave them to Python again."""
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__

    def take(self, _kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An error that nobody caught, on the thread where it came up."""
        # Not before: what the store needs is slow to load, and the frame would wait for it.
        from newsdesk.store import DamagedNewsroom

        if isinstance(error, DamagedNewsroom):
            # No fault of ours: whatever reads in the window may meet it.
            self._home.deliver(lambda: self.damage_met.emit(error))
            return
        self._count += 1
        try:
            if error.__traceback__ is None:
                error = error.with_traceback(trace)
            if self._is_new(error):
                self._new = True
                self._report = report_crash(self._folder, error, f"Qt {qVersion()}", datetime.now(UTC))
                self._note(error)
        finally:
            # Also when there is no way to report: the text comes first.
            if not self._on_its_way and not self._telling:
                self._on_its_way = True
                self._home.deliver(self._tell)

    def _note(self, error: BaseException) -> None:
        _LOG.error("an error that nobody caught:\n%s", told(error))
        # There is none for a program without a terminal, and it may be closed.
        with suppress(OSError, ValueError, AttributeError):
            sys.stderr.write(f"{told(error)}\n")

    def _is_new(self, error: BaseException) -> bool:
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        place = ("", 0) if trace is None else (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        key = (type(error).__qualname__, *place)
        known = key in self._known
        self._known.add(key)
        return not known

    def _tell(self) -> None:
        self._on_its_way = False
        self._telling = True
        new, self._new = self._new, False
        try:
            self.happened.emit(self._report, self._count, new)
        finally:
            self._telling = False
