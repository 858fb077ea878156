"""A copy of a newsroom file, made while others write it, and what such a file of any version holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.model.ids import NewsroomId
from newsdesk.store.connection import APPLICATION_ID, FILE_NAME, close, connect_to_look, connect_to_read, raw
from newsdesk.store.errors import damaged, trouble_of

_PAGES = 2048
"""How many pages are copied before it is said how far it is: 8 MB, some milliseconds."""

_PATIENCE = 60.0
"""Seconds to wait for another process that makes or removes backups in the same place."""

_COUNTER = "(SELECT ifnull(max(seq), 0) FROM log) + (SELECT ifnull(max(rowid), 0) FROM revision)"
_HEAD = f"SELECT id, title, {_COUNTER}, (SELECT count(*) FROM article) FROM newsroom"
_PHOTOS = "SELECT hash, extension, size, file_name FROM photo ORDER BY hash, extension"


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """The original of a photo: SHA-256 and extension name its file, `size` is in bytes, `name` is for people."""

    hash: str
    extension: str
    size: int
    name: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What a newsroom file of any version holds. `counter` differs whenever something was written.

    `schema` is the version of the tables.
    """

    newsroom: NewsroomId
    title: str
    schema: int
    counter: int
    articles: int
    photos: tuple[PhotoFile, ...]


def copy_newsroom(folder: Path, target: Path, step: Callable[[int, int], None]) -> None:
    """Copy the newsroom's file as it stands at one moment to `target`, which is no file yet.

    Whoever writes does not wait, and nothing of the newsroom is written. `step` is told how many pages of how many
    are copied; what it raises ends the copying. Raises `Trouble` for what SQLite says of the file, and
    `sqlite3.Error` or `OSError` for what happens to the copy. A damaged file is copied with its damage as far as
    SQLite can: `fault_in` finds it.
    """
    source = connect_to_read(folder / FILE_NAME)
    try:
        read = raw(source)
        with _told(folder / FILE_NAME):
            # One moment for all pages: without it, each write of another process would start the copying anew.
            read.execute("BEGIN")
            read.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        copy = sqlite3.connect(target, isolation_level=None)
        try:
            # Nobody sees the copy before it was checked; then it is written through.
            copy.execute("PRAGMA synchronous = OFF")
            read.backup(copy, pages=_PAGES, progress=lambda _, left, total: step(total - left, total))
            # One file and nothing beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
    finally:
        close(source)


def contents_of(file: Path) -> Contents:
    """What a copy that nobody has open holds; DamagedNewsroom when that cannot be read."""
    connection = connect_to_look(file)
    try:
        with _told(file):
            read = raw(connection)
            schema: int = read.execute("PRAGMA user_version").fetchone()[0]
            head = read.execute(_HEAD).fetchone()
            photos = read.execute(_PHOTOS).fetchall()
    finally:
        close(connection)
    if head is None:
        raise damaged(file)
    id, title, counter, articles = head
    return Contents(NewsroomId(id), title, schema, counter, articles, tuple(PhotoFile(*row) for row in photos))


def newsroom_id_of(folder: Path) -> NewsroomId | None:
    """The id of the newsroom in `folder`, of any version; None when there is none that can be read."""
    try:
        connection = connect_to_read(folder / FILE_NAME)
    except Trouble:
        return None
    try:
        found = raw(connection).execute("SELECT id FROM newsroom").fetchone()
    except sqlite3.Error:
        return None
    finally:
        close(connection)
    return NewsroomId(found[0]) if found else None


def counter_of(folder: Path) -> int:
    """The counter of the newsroom in `folder`, read beside whoever writes it."""
    connection = connect_to_read(folder / FILE_NAME)
    try:
        with _told(folder / FILE_NAME):
            counter: int = raw(connection).execute(f"SELECT {_COUNTER}").fetchone()[0]
    finally:
        close(connection)
    return counter


def fault_in(file: Path) -> str:
    """What is wrong with a copy that nobody has open, in SQLite's words; empty when it is a sound newsroom."""
    address = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        copy = sqlite3.connect(address, uri=True, isolation_level=None)
        try:
            copy.execute("PRAGMA cell_size_check = ON")
            application: int = copy.execute("PRAGMA application_id").fetchone()[0]
            found: str = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
            orphan = copy.execute("PRAGMA foreign_key_check").fetchone()
        finally:
            copy.close()
    except sqlite3.Error as error:
        return str(error)
    if found != "ok":
        return found
    if orphan is not None:
        return f"a row of {orphan[0]} refers to one of {orphan[2]} that is not there"
    return "" if application == APPLICATION_ID else "it is not a newsroom"


@contextmanager
def place_held(place: Path) -> Iterator[None]:
    """Hold the place of backups for the block, as the only process; Trouble when another keeps it for a minute."""
    lock = FileLock(place / ".newsdesk.lock", timeout=_PATIENCE)
    try:
        lock.acquire()
    except NotImplementedError:
        # A share that knows no locks: two that thin at once are rare, and each removes what it may.
        yield
        return
    except Timeout as timeout:
        raise Trouble(
            N_("Another Newsdesk is at work on the backups in {place}."),
            N_("Wait until it is done, then do this again."),
            place=str(place),
        ) from timeout
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _told(file: Path) -> Iterator[None]:
    """Let what SQLite says of a file come out as Trouble; a table that is not there as damage."""
    try:
        yield
    except sqlite3.Error as error:
        raise trouble_of(error, file) or damaged(file) from error
