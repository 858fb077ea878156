"""Bringing a damaged newsroom back while a dialog looks on, with no newsroom open in the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from newsdesk.backups import Backup, Restored
from newsdesk.errors import Trouble
from newsdesk.jobs import Jobs
from newsdesk.model.edition import Edition
from newsdesk.model.ids import Clock
from newsdesk.model.query import EVERY_ARTICLE
from newsdesk.newsroom.backing_up import ListedBackup, backups_of, restore_over
from newsdesk.newsroom.checking_up import salvage_newsroom
from newsdesk.store import SalvagedInPlace, open_reader
from newsdesk.ui.kit.main_thread import MainThread

Failed = Callable[[BaseException], None]


@dataclass(frozen=True, slots=True)
class WaysOut:
    """What can be done for a damaged newsroom: its backups, the newest first, and whether it can be read.

    Those that were made in another folder, as of a copy of it, come last.
    """

    backups: tuple[ListedBackup, ...]
    readable: bool


class Rescue(QObject):
    """Works on the newsroom in `folder`, which nobody has open. `progressed` brings a Message, done and total."""

    progressed = Signal(object, int, int)

    def __init__(self, folder: Path, state: Path, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._state = state
        self._clock = clock
        self._home = MainThread()
        self._jobs = Jobs(self._home.deliver)
        self._stop = Event()

    def stop(self) -> None:
        """Stop what can be stopped: it fails with `Cancelled`."""
        self._stop.set()

    def look(self, done: Callable[[WaysOut], None], failed: Failed) -> None:
        """See which ways there are."""
        self._jobs.run(self._ways, done, failed)

    def restore(self, backup: Backup, done: Callable[[Restored], None], failed: Failed) -> None:
        """Put a backup in the newsroom's place."""
        self._stop.clear()
        self._jobs.run(
            lambda: restore_over(
                backup.file,
                self._folder,
                state=self._state,
                clock=self._clock,
                progress=self.progressed.emit,
                cancelled=self._stop.is_set,
            ),
            done,
            failed,
        )

    def salvage(self, done: Callable[[SalvagedInPlace], None], failed: Failed) -> None:
        """Put what can be read in the newsroom's place."""
        self._jobs.run(
            lambda: salvage_newsroom(self._folder, clock=self._clock, progress=self.progressed.emit), done, failed
        )

    def close(self) -> None:
        """Stop what can be stopped, finish the rest."""
        self.stop()
        self._jobs.close()
        self._home.close()

    def _ways(self) -> WaysOut:
        listed = backups_of(self._folder, self._state)
        return WaysOut(listed, _is_readable(self._folder))


def _is_readable(folder: Path) -> bool:
    """Whether the newsroom can be opened to be looked at: its own record, its editions and its list."""
    try:
        with open_reader(folder) as reader:
            return bool(reader.newsroom() and reader.every(Edition) and reader.listing(EVERY_ARTICLE, None, 100))
    except (Trouble, IndexError):
        return False
