"""A cache of rendered bodies in a file of its own, outside the newsroom: it may be lost at any time."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

FILE_NAME = "bodies.db"

PATIENCE = 5.0
"""Seconds to wait for another process that is writing."""

_CHUNK = 500
_PAYS = 200
"""Bytes from which compressing is worth while."""

_SCHEMA = "CREATE TABLE IF NOT EXISTS body (key TEXT PRIMARY KEY, packed INTEGER NOT NULL, content BLOB NOT NULL)"


class BodyCache:
    """Keeps bytes by key in `bodies.db` of a folder. It belongs to the thread that made it.

    A damaged file is thrown away and made anew. Without a folder, or with one that cannot be written to, or while
    another process holds the file, it keeps nothing and gives nothing: everything else goes on.
    """

    def __init__(self, folder: Path | None) -> None:
        self._file = folder / FILE_NAME if folder else None
        self._connection = self._open()

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """What is kept under some of the keys."""
        wanted, found = list(dict.fromkeys(keys)), {}
        try:
            for start in range(0, len(wanted) if self._connection else 0, _CHUNK):
                for key, packed, content in self._select(wanted[start : start + _CHUNK]):
                    found[key] = zlib.decompress(content) if packed else content
        except sqlite3.OperationalError:
            return found  # busy, or the disk is in trouble: what was found is good
        except (sqlite3.DatabaseError, zlib.error):
            self._start_anew()
            return {}
        return found

    def put_many(self, contents: Mapping[str, bytes]) -> None:
        """Keep bytes under their keys."""
        if self._connection is None:
            return
        rows = [(key, *_packed(content)) for key, content in contents.items()]
        try:
            with self._connection:
                self._connection.executemany("INSERT OR REPLACE INTO body VALUES (?, ?, ?)", rows)
        except sqlite3.OperationalError:
            return  # as above: kept next time
        except sqlite3.DatabaseError:
            self._start_anew()

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    def __enter__(self) -> BodyCache:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _select(self, keys: list[str]) -> list[tuple[str, int, bytes]]:
        assert self._connection is not None
        places = ",".join("?" * len(keys))
        statement = f"SELECT key, packed, content FROM body WHERE key IN ({places})"
        return self._connection.execute(statement, keys).fetchall()

    def _open(self) -> sqlite3.Connection | None:
        """The open cache, or None where there can be none."""
        if self._file is None:
            return None
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            return _connect(self._file)
        except sqlite3.OperationalError:
            return None
        except sqlite3.DatabaseError:
            with suppress(OSError, sqlite3.Error):
                self._remove()
                return _connect(self._file)
        except OSError:
            return None
        return None

    def _start_anew(self) -> None:
        self.close()
        with suppress(OSError):
            self._remove()
            self._connection = self._open()

    def _remove(self) -> None:
        if self._file is not None:
            for ending in ("", "-journal", "-wal", "-shm"):
                self._file.with_name(self._file.name + ending).unlink(missing_ok=True)


def _connect(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=PATIENCE)
    try:
        # A power cut may damage it: it is only a cache, and then made anew.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = OFF")
        with connection:
            connection.execute(_SCHEMA)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _packed(content: bytes) -> tuple[int, bytes]:
    """Whether the bytes are compressed, and they."""
    if len(content) >= _PAYS:
        smaller = zlib.compress(content, 1)
        if len(smaller) < len(content):
            return 1, smaller
    return 0, content
