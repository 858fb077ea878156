"""What can stand in the way of opening and writing a newsroom."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, event
from sqlalchemy.engine.interfaces import ExceptionContext

from newsdesk.errors import Trouble
from newsdesk.i18n import N_


class NotANewsroom(Trouble):
    """The folder or its file is something else, or damaged."""


class DamagedNewsroom(NotANewsroom):
    """What stands on the disk makes no sense any more: a backup or a salvage helps."""


class NewerNewsroom(Trouble):
    """A later version of Newsdesk wrote the newsroom."""


class NewsroomBusy(Trouble):
    """Another process has the newsroom open for writing."""


_WORLD: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_FULL: (
        N_("There is no room left to write {file}. Nothing of this step was written."),
        N_("Free some space on that disk, then do it again."),
    ),
    sqlite3.SQLITE_READONLY: (
        N_("{file} cannot be written."),
        N_("Make the file and its folder writable for you, then open the newsroom again."),
    ),
    sqlite3.SQLITE_PERM: (
        N_("{file} may not be read or written."),
        N_("Give yourself the right to the file and its folder, then open the newsroom again."),
    ),
    sqlite3.SQLITE_CANTOPEN: (
        N_("{file} cannot be opened."),
        N_("See that the file is there and that you may read and write it and its folder."),
    ),
    sqlite3.SQLITE_IOERR: (
        N_("The disk failed while reading or writing {file}. Nothing of this step was written."),
        N_("Copy the newsroom to another disk before you go on."),
    ),
    sqlite3.SQLITE_BUSY: (
        N_("Another program keeps {file} from being used."),
        N_("Close the other program, then do it again."),
    ),
    sqlite3.SQLITE_TOOBIG: (
        N_("A text is too long for {file}. Nothing of this step was written."),
        N_("Cut it in two, then do it again."),
    ),
    sqlite3.SQLITE_CORRUPT: (
        N_("{file} is damaged."),
        N_("Bring back a backup of the newsroom, or save what can be read with: newsdesk doctor --salvage"),
    ),
    sqlite3.SQLITE_NOTADB: (
        N_("{file} is not a newsroom."),
        N_("Choose the folder of a newsroom, or make a new one in an empty folder."),
    ),
}
"""SQLite's primary result codes for faults of the world; any other error of SQLite is a bug of ours."""

_DAMAGE = ("Could not decode to UTF-8", "invalid fts5 file format", "vtable constructor failed")
"""How errors begin that come of damaged pages and have no code of their own."""

_AROUND = 20
"""How many characters around one that cannot be kept are shown."""


def trouble_of(error: BaseException, file: Path) -> Trouble | None:
    """What to tell of an error of SQLite, or of what was given to it, on `file`; None when the error is a bug."""
    if isinstance(error, UnicodeEncodeError):
        return _no_text(error)
    if isinstance(error, OverflowError):
        return Trouble(
            N_("A number is too large for {file}. Nothing of this step was written."),
            N_("Give a smaller number."),
            file=str(file),
        )
    if isinstance(error, sqlite3.Error) and str(error).startswith(_DAMAGE):
        return damaged(file)
    if isinstance(error, UnicodeDecodeError):
        # SQLite quotes the damaged place in what it says, and it is no text.
        return damaged(file)
    # The low byte tells the kind of the error, the bytes above it the circumstances.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    said = _WORLD.get(code)
    if said is None:
        return None
    unreadable = code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)
    return (DamagedNewsroom if unreadable else Trouble)(*said, file=str(file))


def damaged(file: Path) -> DamagedNewsroom:
    """What to tell of a file with pages that make no sense."""
    return DamagedNewsroom(*_WORLD[sqlite3.SQLITE_CORRUPT], file=str(file))


def _no_text(error: UnicodeEncodeError) -> Trouble:
    # Half a pair of UTF-16, or a byte of a command line that is not in UTF-8: no file can hold it as text.
    around = error.object[max(error.start - _AROUND, 0) : error.end + _AROUND]
    return Trouble(
        N_("“{text}” holds something that is no character: it can neither be kept nor looked for."),
        N_("Type that place anew; in a terminal, see that it is set to UTF-8."),
        text=around.encode("utf-8", "backslashreplace").decode(),
    )


@contextmanager
def folder_faults(folder: Path) -> Iterator[None]:
    """Let what the system refuses about a newsroom's folder come out as Trouble."""
    try:
        yield
    except OSError as error:
        raise Trouble(
            N_("{folder} cannot be used as a newsroom ({reason})."),
            N_("Choose a folder that you may read and write, or give yourself the right to this one."),
            folder=str(folder),
            reason=error.strerror or type(error).__name__,
        ) from error


def tell_of(engine: Engine, file: Path) -> None:
    """Let every fault of the world that `engine` meets come out as Trouble, and an interrupt as itself."""

    @event.listens_for(engine, "handle_error")
    def _told(context: ExceptionContext) -> None:
        if not isinstance(context.original_exception, Exception):
            # SQLAlchemy would give the connection up, for a server may be in the middle of an answer. SQLite
            # is not: the transaction can be rolled back.
            context.is_disconnect = False
        trouble = trouble_of(context.original_exception, file)
        if trouble is not None:
            raise trouble from context.original_exception
