"""A cache of rendered bodies in a file of its own, outside the newsroom: it may be lost at any time."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path

FILE_NAME = "bodies.db"

PATIENCE = 5.0
"""Seconds to wait for another process that is writing."""

_CHUNK = 500
_PAYS = 200
"""Bytes from which compressing is worth while."""

_SCHEMA = "CREATE TABLE IF NOT EXISTS body (key TEXT PRIMARY KEY, packed INTEGER NOT NULL, content BLOB NOT NULL)"


class BodyCache:
    """Keeps bytes by key in `bodies.db` of a folder; the file is open only while it is read or written.

    A damaged file is thrown away and made anew. Without a folder, or with one that cannot be written to, or while
    another process holds the file, it keeps nothing and gives nothing: everything else goes on.
    """

    def __init__(self, folder: Path | None) -> None:
        self._file = folder / FILE_NAME if folder else None

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """What is kept under some of the keys."""
        wanted, found = list(dict.fromkeys(keys)), {}
        if self._file is None or not wanted:
            return {}
        with self._in_any_state(), closing(_connect(self._file)) as connection:
            for start in range(0, len(wanted), _CHUNK):
                for key, packed, content in _select(connection, wanted[start : start + _CHUNK]):
                    found[key] = zlib.decompress(content) if packed else content
        return found

    def put_many(self, contents: Mapping[str, bytes]) -> None:
        """Keep bytes under their keys."""
        if self._file is None or not contents:
            return
        rows = [(key, *_packed(content)) for key, content in contents.items()]
        with self._in_any_state(), closing(_connect(self._file)) as connection, connection:
            connection.executemany("INSERT OR REPLACE INTO body VALUES (?, ?, ?)", rows)

    @contextmanager
    def _in_any_state(self) -> Iterator[None]:
        """Go on after this block whatever state the file is in."""
        try:
            yield
        except (OSError, sqlite3.OperationalError):
            pass  # no room, no right to write, or busy: a cache can do without
        except (sqlite3.DatabaseError, zlib.error):
            self._throw_away()

    def _throw_away(self) -> None:
        if self._file is not None:
            with suppress(OSError):
                for ending in ("", "-wal", "-shm"):
                    self._file.with_name(self._file.name + ending).unlink(missing_ok=True)


def _connect(file: Path) -> sqlite3.Connection:
    file.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(file, timeout=PATIENCE)
    try:
        # A power cut may damage it: it is then made anew.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = OFF")
        with connection:
            connection.execute(_SCHEMA)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _select(connection: sqlite3.Connection, keys: list[str]) -> list[tuple[str, int, bytes]]:
    places = ",".join("?" * len(keys))
    return connection.execute(f"SELECT key, packed, content FROM body WHERE key IN ({places})", keys).fetchall()


def _packed(content: bytes) -> tuple[int, bytes]:
    """Whether the bytes are compressed, and they."""
    if len(content) >= _PAYS:
        smaller = zlib.compress(content, 1)
        if len(smaller) < len(content):
            return 1, smaller
    return 0, content
