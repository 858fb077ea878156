"""Connections to a newsroom file: one that writes, any number that read."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from newsdesk.disks import PlaceKind, place_of
from newsdesk.i18n import N_
from newsdesk.store.errors import NotANewsroom, damaged, tell_of, trouble_of

FILE_NAME = "newsroom.db"
APPLICATION_ID = 0x4E657773
"""The four letters `News` in the header of the file, at the place that SQLite gives to applications."""

WAIT = 5.0
"""Seconds to wait for another connection's lock."""

_ALWAYS = ("foreign_keys = ON", "trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0")
_WRITING = ("journal_mode = WAL", "synchronous = FULL")
_WRITING_ON_A_SHARE = (
    # Held alone at first: a file that was written with a log beside it is read without the memory that the
    # machines that use a log must share, and that those of a share do not.
    "locking_mode = EXCLUSIVE",
    "journal_mode = DELETE",
    "locking_mode = NORMAL",
    "synchronous = EXTRA",
)
"""A write-ahead log needs memory that all who have the file open share (https://sqlite.org/wal.html)."""


def connect_to_write(file: Path, *, new: bool = False) -> Connection:
    """The one connection that writes. The file must be there, unless it is `new`."""
    if new:
        return _connect(file, "mode=rwc", (*_ALWAYS, "journal_mode = DELETE"))
    shared = place_of(file.parent).kind is PlaceKind.NETWORK
    return _connect(file, "mode=rw", (*_ALWAYS, *(_WRITING_ON_A_SHARE if shared else _WRITING)))


def connect_to_read(file: Path) -> Connection:
    """A connection that cannot write. In a folder that cannot be written the file is taken to stand still."""
    _undo_what_was_cut_off(file)
    still = not os.access(file.parent, os.W_OK) and not _beside(file).is_file()
    return _connect(file, "mode=ro&immutable=1" if still else "mode=ro", _ALWAYS)


def connect_to_look(file: Path) -> Connection:
    """A connection to read what does not change; it leaves nothing beside a file that nobody has open."""
    _undo_what_was_cut_off(file)
    still = not _beside(file).is_file() and not _journal(file).is_file()
    return _connect(file, "mode=ro&immutable=1" if still else "mode=ro", _ALWAYS)


def check_newsroom(file: Path) -> int:
    """The version of the tables in `file`. Writes nothing; NotANewsroom for anything that we did not make."""
    if not file.is_file():
        raise NotANewsroom(
            N_("There is no newsroom in {folder}."),
            N_("Choose the folder of a newsroom, or make a new one with: newsdesk new FOLDER"),
            folder=str(file.parent),
        )
    connection = connect_to_look(file)
    try:
        application: int = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        version: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar_one()
    finally:
        close(connection)
    if application == APPLICATION_ID and version < 1:
        raise damaged(file)
    if application != APPLICATION_ID or not tables:
        raise NotANewsroom(
            N_("{file} is not a newsroom."),
            N_("Choose the folder of a newsroom, or make a new one in an empty folder."),
            file=str(file),
        )
    return version


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All of the block is written, or nothing. The lock to write is taken at the start."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        yield
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        # A full disk has already rolled the transaction back.
        if _is_under_way(connection):
            connection.exec_driver_sql("ROLLBACK")
        raise


@contextmanager
def savepoint(connection: Connection) -> Iterator[None]:
    """Within a transaction: all of the block is written, or nothing of it."""
    connection.exec_driver_sql("SAVEPOINT part")
    try:
        yield
    except BaseException:
        if _is_under_way(connection):
            connection.exec_driver_sql("ROLLBACK TO part")
            connection.exec_driver_sql("RELEASE part")
        raise
    connection.exec_driver_sql("RELEASE part")


def _is_under_way(connection: Connection) -> bool:
    """Whether there is a transaction to end. A connection that SQLAlchemy gave up is closed, and it with it."""
    return not connection.invalidated and raw(connection).in_transaction


def raw(connection: Connection) -> sqlite3.Connection:
    """The driver's connection below ours."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def file_of(connection: Connection) -> Path:
    """The file that is open."""
    return Path(raw(connection).execute("PRAGMA database_list").fetchone()[2])


def close(connection: Connection) -> None:
    """Close for good: nothing of the file stays open."""
    connection.close()
    connection.engine.dispose()


def _connect(file: Path, mode: str, pragmas: tuple[str, ...]) -> Connection:
    address = f"{file.absolute().as_uri()}?{mode}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=WAIT)
        try:
            for pragma in pragmas:
                connection.execute(f"PRAGMA {pragma}")
        except BaseException:
            connection.close()
            raise
        return connection

    # Transactions are begun and ended by `transaction` alone; SQLAlchemy is told that there are none.
    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool, isolation_level="AUTOCOMMIT")
    tell_of(engine, file)
    try:
        return engine.connect()
    except sqlite3.Error as error:
        raise trouble_of(error, file) or error from error


def _undo_what_was_cut_off(file: Path) -> None:
    """Let SQLite take back what a writer without a log left half-written: who only reads may not do it."""
    if not _journal(file).is_file() or not os.access(file.parent, os.W_OK) or not os.access(file, os.W_OK):
        return
    connection = _connect(file, "mode=rw", _ALWAYS)
    try:
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar_one()
    finally:
        close(connection)


def _journal(file: Path) -> Path:
    """The file of what stood before, which is there while a writer without a log writes, and after a crash."""
    return file.with_name(f"{file.name}-journal")


def _beside(file: Path) -> Path:
    """The file of what was written last, which is there while anyone has the newsroom open, and after a crash."""
    return file.with_name(f"{file.name}-wal")
