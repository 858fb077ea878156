"""The reading half of the front door."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from newsdesk.store.connection import FILE_NAME, check_newsroom, close, connect_to_read
from newsdesk.store.desk import DeskReading
from newsdesk.store.errors import folder_faults
from newsdesk.store.history import HistoryReading
from newsdesk.store.migrations import MIGRATIONS, outdated, refuse_newer
from newsdesk.store.restoring import refuse_half_restored
from newsdesk.store.stories import StoryReading


class Reader(DeskReading, StoryReading, HistoryReading):
    """Reads a newsroom and never writes. It belongs to the thread that opened it."""

    def close(self) -> None:
        """Let go of the file."""
        close(self._connection)

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


def open_reader(folder: Path) -> Reader:
    """A reader of the newsroom in `folder`, beside whoever writes it; Trouble when there is none to read."""
    return Reader(connect_to_newsroom(folder))


def connect_to_newsroom(folder: Path) -> Connection:
    """A connection that reads the newsroom in `folder`. Raises Trouble as `open_reader` does."""
    refuse_half_restored(folder)
    file = folder / FILE_NAME
    with folder_faults(folder):
        version = check_newsroom(file)
    refuse_newer(file, version)
    if version < len(MIGRATIONS):
        raise outdated(file)
    return connect_to_read(file)
