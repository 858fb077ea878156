"""One writer at a time: a lock of the operating system on a file of its own, which ends with its process."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from newsdesk.i18n import N_
from newsdesk.store.errors import NewsroomBusy

LOCK_NAME = "newsroom.lock"
OWNER_NAME = "newsroom.lock.txt"


class Lock:
    """The right to write a newsroom, from its making until `release`.

    `left_behind` says that whoever had it before did not release it: killed, or out of power.
    """

    def __init__(self, folder: Path, now: datetime) -> None:
        self._owner = folder / OWNER_NAME
        self._lock = FileLock(folder / LOCK_NAME, blocking=False)
        try:
            self._lock.acquire()
        except Timeout:
            raise _busy(folder) from None
        # Whoever ends as they should takes it away.
        self.left_behind = self._owner.exists()
        try:
            # Only for people to read: the lock itself says who may write.
            self._owner.write_text(f"{os.getpid()} {now:%Y-%m-%d %H:%M} UTC\n", encoding="utf-8")
        except OSError:
            self.remove()
            raise

    def release(self) -> None:
        """Let others write."""
        # The folder may have been moved away or closed to us meanwhile.
        with suppress(OSError):
            self._owner.unlink()
        self._lock.release()

    def remove(self) -> None:
        """Let others write, and leave no file of the lock's own in the folder."""
        path = Path(self._lock.lock_file)
        # While it is held where the system allows it, or it could be another's lock that goes.
        with suppress(OSError):
            path.unlink()
        self.release()
        if os.name == "nt":  # which removes no file that is open
            with suppress(OSError):
                path.unlink()


def _busy(folder: Path) -> NewsroomBusy:
    try:
        process, _, since = (folder / OWNER_NAME).read_text(encoding="utf-8").strip().partition(" ")
    except (OSError, UnicodeDecodeError):
        process, since = "?", "?"
    return NewsroomBusy(
        N_("The newsroom in {folder} is being written by another Newsdesk (process {process}, since {since})."),
        N_("Close it there, then do this again. Reading and exporting work meanwhile."),
        folder=str(folder),
        process=process,
        since=since,
    )
