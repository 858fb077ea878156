"""Making a newsroom in an empty folder, and opening one for writing."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from newsdesk.disks import settle
from newsdesk.errors import Trouble
from newsdesk.i18n import N_, message
from newsdesk.model.edition import Edition
from newsdesk.model.ids import Clock, Ids
from newsdesk.model.newsroom import Newsroom
from newsdesk.store.connection import FILE_NAME, check_newsroom, close, connect_to_write, transaction
from newsdesk.store.errors import folder_faults
from newsdesk.store.journal import Direction
from newsdesk.store.lock import LOCK_NAME, OWNER_NAME, Lock
from newsdesk.store.migrations import migrate, refuse_newer, upgrade
from newsdesk.store.reader import Reader, connect_to_newsroom
from newsdesk.store.restoring import finish_restore
from newsdesk.store.rows import Record
from newsdesk.store.store import OnStep, Store
from newsdesk.store.writing import Memory, Writing, write_log

PART_NAME = "newsroom.db.part"
_LEFTOVERS = frozenset({LOCK_NAME, OWNER_NAME, PART_NAME, f"{PART_NAME}-journal"})
"""What a process that was killed while making a newsroom leaves behind."""

_MADE = (PART_NAME, f"{PART_NAME}-journal", FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm")
"""What may have been written when a making fails."""


def _silent(_: object) -> None:
    """Nobody listens."""


def create_store(
    folder: Path,
    newsroom: Newsroom,
    editions: Sequence[Edition],
    *,
    clock: Clock,
    ids: Ids,
    author: str,
    on_step: OnStep = _silent,
) -> Store:
    """Make a newsroom in a new or empty folder, whole or not at all, and open it."""
    with folder_faults(folder), _folder_for_making(folder):
        lock = Lock(folder, clock())
        try:
            _see_that_folder_is_empty(folder)
            connection = _make(folder, [*editions, newsroom], clock(), author, ids)
        except BaseException:
            lock.remove()
            raise
    return Store(folder, connection, lock, clock=clock, ids=ids, author=author, on_step=on_step)


def open_store(
    folder: Path,
    *,
    clock: Clock,
    ids: Ids,
    author: str,
    on_step: OnStep = _silent,
    before_upgrade: Callable[[], object] | None = None,
) -> Store:
    """Open a newsroom for writing, as the only one who writes.

    A file of an earlier version is brought up to date once `before_upgrade` has backed it up. A restore that was
    cut off is brought to its end. NotANewsroom, NewerNewsroom and NewsroomBusy say why it cannot be opened.
    """
    file = folder / FILE_NAME
    with folder_faults(folder):
        finish_restore(folder, clock())
        refuse_newer(file, check_newsroom(file))
        if not os.access(file, os.W_OK):
            # SQLite would open it without a word and fail at the first step.
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(file))
        lock = Lock(folder, clock())
        try:
            version = check_newsroom(file)
            connection = connect_to_write(file)
            try:
                upgrade(connection, version, before_upgrade)
            except BaseException:
                close(connection)
                raise
        except BaseException:
            lock.release()
            raise
    return Store(folder, connection, lock, clock=clock, ids=ids, author=author, on_step=on_step)


def look_into_store(folder: Path, refusal: Trouble, *, clock: Clock, ids: Ids, author: str) -> Store:
    """Open for reading alone a newsroom that cannot be written, as `refusal` says: every write raises it."""
    connection = connect_to_newsroom(folder)
    return Store(folder, connection, None, clock=clock, ids=ids, author=author, on_step=_silent, refusal=refusal)


@contextmanager
def _folder_for_making(folder: Path) -> Iterator[None]:
    """An empty folder for the block, made if need be; what was made of it goes again if the block fails."""
    _see_that_folder_is_empty(folder)
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        with suppress(OSError):
            for path in made:
                path.rmdir()
        raise


def _make(folder: Path, records: Sequence[Record], now: datetime, author: str, ids: Ids) -> Connection:
    """Make the file of a newsroom and open it, or leave none."""
    part, file = folder / PART_NAME, folder / FILE_NAME
    try:
        part.unlink(missing_ok=True)
        _fill(part, records, now, author, ids)
        part.replace(file)
        settle(folder)
        return connect_to_write(file)
    except BaseException:
        with suppress(OSError):
            for name in _MADE:
                (folder / name).unlink(missing_ok=True)
        raise


def _fill(file: Path, records: Sequence[Record], now: datetime, author: str, ids: Ids) -> None:
    """Make the tables in a new file, with the first records in them."""
    connection = connect_to_write(file, new=True)
    try:
        migrate(connection, 0)
        writing = Writing(connection, Reader(connection), now, Memory(), author=author, ids=ids)
        with transaction(connection):
            writing.put_all(records)
            writing.finish()
            write_log(connection, now, author, Direction.DO, message(N_("Make the newsroom")), writing.changes)
    finally:
        close(connection)


def _see_that_folder_is_empty(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise Trouble(
            N_("{file} is a file, not a folder."),
            N_("Choose an empty folder, or one that is not there yet."),
            file=str(folder),
        )
    found = sorted(entry.name for entry in folder.iterdir() if entry.name not in _LEFTOVERS)
    if found:
        raise Trouble(
            N_("{folder} is not empty: there is {found}."),
            N_("Choose an empty folder, or one that is not there yet."),
            folder=str(folder),
            found=", ".join(found[:3]) + (" …" if len(found) > 3 else ""),
        )
