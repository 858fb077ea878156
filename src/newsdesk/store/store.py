"""The store: two verbs, and steps that are a transaction, an undo entry and a notice at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection

from newsdesk.errors import Trouble
from newsdesk.i18n import N_, Message
from newsdesk.model.ids import ArticleId, Clock, Ids
from newsdesk.model.revision import Reason, Revision, Snapshot
from newsdesk.store.connection import FILE_NAME, close, raw, transaction
from newsdesk.store.errors import trouble_of
from newsdesk.store.journal import Change, Direction, Entry, Journal, Step
from newsdesk.store.lock import Lock
from newsdesk.store.reader import Reader
from newsdesk.store.replaying import backwards, replay, undoable
from newsdesk.store.rows import Kind, Record
from newsdesk.store.writing import Memory, Writing, write_log

OnStep = Callable[[Step], None]

T = TypeVar("T")


class _RehearsalOver(Exception):
    """Rolls the transaction of a rehearsal back."""


class Store:
    """A newsroom open for writing. It belongs to the thread that opened it.

    `unclean` is the time of the last step, in UTC, when whoever wrote before did not end properly; else None.
    Where it could be opened for reading only, `refusal` says why, and every write raises it.
    """

    def __init__(
        self,
        folder: Path,
        connection: Connection,
        lock: Lock | None,
        *,
        clock: Clock,
        ids: Ids,
        author: str,
        on_step: OnStep,
        refusal: Trouble | None = None,
    ) -> None:
        self.folder = folder
        self.clock = clock
        self.ids = ids
        self.author = author
        self.read = Reader(connection)
        self._connection = connection
        self._lock = lock
        self._on_step = on_step
        self._journal = Journal()
        self._memory = Memory()
        self._writing: Writing | None = None
        self._place = _place(folder)
        self.refusal = refusal
        last = self.read.log(1) if lock and lock.left_behind else []
        self.unclean = last[0].time if last else None

    @contextmanager
    def step(self, name: Message, *, undo: bool = True) -> Iterator[None]:
        """One thing that a person does: all of it is written, or nothing, and it can be undone.

        With `undo=False` (typing, revisions, what happens by itself) the undo stack stays as it is.
        """
        with self._write(name, Direction.DO) as writing:
            yield
        if undo and undoable(writing.changes):
            self._journal.add(Entry(name, undoable(writing.changes)))
        if writing.changes:
            self._on_step(writing.step(name, Direction.DO))

    def rehearse(self, write: Callable[[], object], look: Callable[[], T]) -> T:
        """What `look` finds after `write` was done as within a step; then nothing of it has ever been.

        There is no record, no log line, no undo and no notice. Nobody else can write meanwhile.
        """
        try:
            with self._transaction(self._memory.copy()) as writing:
                write()
                writing.finish()
                found = look()
                raise _RehearsalOver
        except _RehearsalOver:
            return found

    def put(self, record: Record) -> None:
        """Write a record within a step; only the fields that changed. A revision is made by `keep`."""
        with self._verb() as writing:
            writing.put(record)

    def put_all(self, records: Iterable[Record]) -> None:
        """Write many records within a step, quickly if they are new; undo takes them out again."""
        with self._verb() as writing:
            writing.put_all(records)

    def remove(self, kind: Kind, id: str) -> None:
        """Take a record out within a step; an article with its placements. What refers to it must go before."""
        with self._verb() as writing:
            writing.remove(kind, id)

    def keep(self, snapshot: Snapshot, reason: Reason, name: str = "") -> Revision:
        """Keep a revision within a step. It stays for ever, whatever is undone."""
        return self.keep_all([snapshot], reason, name)[0]

    def keep_all(self, snapshots: Iterable[Snapshot], reason: Reason, name: str = "") -> list[Revision]:
        """Keep a revision of each snapshot, in order."""
        with self._verb() as writing:
            return writing.keep_all(snapshots, reason, name)

    def forget(self, article: ArticleId) -> None:
        """Within a step: take an article's revisions out for good, and from what could be undone; the last verb.

        The article itself must be gone.
        """
        with self._verb() as writing:
            writing.forget(article)
        self._journal.forget(article)

    @property
    def undo_name(self) -> Message | None:
        """The name of the step that `undo` would take back."""
        return self._journal.done[-1].name if self._journal.done else None

    @property
    def redo_name(self) -> Message | None:
        """The name of the step that `redo` would do again."""
        return self._journal.undone[-1].name if self._journal.undone else None

    def undo(self) -> Step | None:
        """Take the last step back, but for what was changed since: that the step names as `skipped`."""
        if not self._journal.done:
            return None
        entry = self._journal.done[-1]
        step = self._replay(entry.name, Direction.UNDO, backwards(entry.changes))
        self._journal.done.pop()
        if undoable(step.changes):
            self._journal.undone.append(Entry(entry.name, backwards(undoable(step.changes))))
        self._on_step(step)
        return step

    def redo(self) -> Step | None:
        """Do the last step again that was taken back."""
        if not self._journal.undone:
            return None
        entry = self._journal.undone[-1]
        step = self._replay(entry.name, Direction.REDO, entry.changes)
        self._journal.undone.pop()
        if undoable(step.changes):
            self._journal.done.append(Entry(entry.name, undoable(step.changes)))
        self._on_step(step)
        return step

    def close(self) -> None:
        """Let go of the file and the lock. All that was written is then in the file itself, if the disk allows."""
        if self._lock and not (self._connection.closed or self._connection.invalidated):
            # While somebody reads, closing alone leaves it in the log beside, where a copy by hand would miss it.
            with suppress(sqlite3.Error):
                raw(self._connection).execute("PRAGMA wal_checkpoint(TRUNCATE)")
        close(self._connection)
        if self._lock:
            self._lock.release()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @contextmanager
    def _verb(self) -> Iterator[Writing]:
        """The open step. What fails in it may leave half a record: the step must not be written any more."""
        writing = self._writing
        if writing is None:
            raise RuntimeError("a write outside a step")
        try:
            yield writing
        except BaseException:
            writing.failed = True
            raise

    @contextmanager
    def _write(self, name: Message, direction: Direction) -> Iterator[Writing]:
        """A transaction with a log line at its end."""
        memory = self._memory.copy()
        with self._transaction(memory) as writing:
            yield writing
            if writing.failed:
                raise RuntimeError(f"the step {name} goes on after a write that failed")
            writing.finish()
            if writing.changes:
                write_log(self._connection, writing.now, self.author, direction, name, writing.changes)
        self._memory = memory

    @contextmanager
    def _transaction(self, memory: Memory) -> Iterator[Writing]:
        """All that is written in it, or nothing."""
        if self._writing is not None:
            raise RuntimeError("a step within another")
        if self.refusal:
            raise self.refusal
        _see_that_file_is_there(self.folder, self._place)
        self._writing = writing = Writing(
            self._connection, self.read, self.clock(), memory, author=self.author, ids=self.ids
        )
        try:
            with transaction(self._connection):
                yield writing
        except UnicodeEncodeError as error:
            # Out of the bytes of a snapshot: what goes to SQLite itself is told by the connection.
            raise trouble_of(error, self.folder / FILE_NAME) or error from error
        finally:
            self._writing = None

    def _replay(self, name: Message, direction: Direction, changes: tuple[Change, ...]) -> Step:
        with self._write(name, direction) as writing:
            skipped = replay(self._connection, self.read, writing, changes)
        return writing.step(name, direction, skipped)


def _see_that_file_is_there(folder: Path, place: tuple[int, int] | None) -> None:
    """A file that was moved away takes what we write with it; one that was deleted loses it."""
    if _place(folder) != place:
        raise Trouble(
            N_("The newsroom is no longer at {file}. Nothing was written."),
            N_("Put the folder back where it was, or open the newsroom at its new place."),
            file=str(folder / FILE_NAME),
        )


def _place(folder: Path) -> tuple[int, int] | None:
    """Which file of the disk stands there."""
    try:
        found = (folder / FILE_NAME).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
