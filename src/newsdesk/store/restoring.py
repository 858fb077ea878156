"""A restored file put in the place of a newsroom's, in such a way that it is finished however it was cut off."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from newsdesk.disks import settle
from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.store.connection import FILE_NAME, close, connect_to_write, raw
from newsdesk.store.errors import folder_faults
from newsdesk.store.lock import Lock
from newsdesk.store.setting_aside import ASIDE_NAME, FRESH_NAME, put_in_place

MARK_NAME = "newsroom.restoring"
"""Stands in the newsroom's folder while the whole restored state lies there and is not yet in place."""

FRESH_THEME = "theme.restoring"
"""What the restored theme is called until it stands in its place."""

_THEME = "theme"


def quieten(folder: Path) -> None:
    """Have all that was written in the newsroom's file itself, as far as it is sound and nobody reads it."""
    with suppress(Trouble, sqlite3.Error):
        connection = connect_to_write(folder / FILE_NAME)
        try:
            raw(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            close(connection)


def replace_newsroom(folder: Path, now: datetime) -> Path | None:
    """Put the finished file FRESH_NAME, and FRESH_THEME if it is there, in the place of the newsroom's.

    Gives the folder in which the old files lie. Whoever calls holds the lock of the newsroom and has no connection
    open. From the first moment on `finish_restore` brings it to its end after a process was killed at it. Raises
    `Trouble` or `OSError` when it cannot be done; then the old file stays.
    """
    try:
        with (folder / MARK_NAME).open("w") as written:
            os.fsync(written.fileno())
        settle(folder)
        return _finish(folder, now)
    except (OSError, Trouble):
        if (folder / FRESH_NAME).exists():
            _give_up(folder)
        raise


@contextmanager
def newsroom_locked(folder: Path, now: datetime) -> Iterator[None]:
    """Hold the right to write the newsroom in `folder` for the block, without opening it; NewsroomBusy otherwise.

    A restore that was cut off is brought to its end first.
    """
    with folder_faults(folder):
        lock = Lock(folder, now)
    try:
        if (folder / MARK_NAME).exists():
            _finish(folder, now)
        yield
    finally:
        lock.release()


def finish_restore(folder: Path, now: datetime) -> None:
    """Bring a restore to its end that was cut off, if there is one; NewsroomBusy while it is under way."""
    if (folder / MARK_NAME).exists():
        with newsroom_locked(folder, now):
            pass


def refuse_half_restored(folder: Path) -> None:
    """Trouble while the file in place may be one that is about to be replaced."""
    if (folder / MARK_NAME).exists():
        raise Trouble(
            N_("The newsroom in {folder} is being restored from a backup, or that was cut off."),
            N_("Open it once where it can be written: that brings the restore to its end."),
            folder=str(folder),
        )


def _finish(folder: Path, now: datetime) -> Path | None:
    fresh, theme, aside = folder / FRESH_NAME, folder / FRESH_THEME, None
    if fresh.is_file():
        aside = put_in_place(folder, fresh, now)
    if theme.is_dir():
        _keep_theme(folder, now)
        theme.replace(folder / _THEME)
        with suppress(OSError):
            (folder / _THEME).rmdir()  # the restored state had none
    settle(folder)
    (folder / MARK_NAME).unlink(missing_ok=True)
    settle(folder)
    return aside


def _give_up(folder: Path) -> None:
    """Leave the old state as it is: the mark goes first, for it would have the next start try again."""
    with suppress(OSError):
        (folder / MARK_NAME).unlink(missing_ok=True)
        settle(folder)
        (folder / FRESH_NAME).unlink()
        shutil.rmtree(folder / FRESH_THEME, ignore_errors=True)


def _keep_theme(folder: Path, now: datetime) -> None:
    if not (folder / _THEME).exists():
        return
    kept, number = folder / ASIDE_NAME / f"{now:%Y-%m-%d-%H%M%S}-{_THEME}", 1
    kept.parent.mkdir(exist_ok=True)
    while kept.exists():
        number += 1
        kept = kept.with_name(f"{now:%Y-%m-%d-%H%M%S}-{_THEME}-{number}")
    (folder / _THEME).replace(kept)
    settle(kept.parent)
