"""What lies in a newsroom's place: the records as they stand, and every file."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

NEWSROOM = "newsroom/newsroom.db"
WORKING = (".db-wal", ".db-shm", ".db-journal")
"""How the files end that SQLite keeps beside a database."""

_DAYS = 2 * 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Look:
    """A place at one moment: the digest of each table, and that of each file by its path in the place.

    `tables` is empty when there is no newsroom. Files of databases have no digest: they are compared by content.
    """

    tables: dict[str, str]
    files: dict[str, str]


def look(place: Path) -> Look:
    """What is there; an error of SQLite when the newsroom cannot be read."""
    return Look(tables_of(place / NEWSROOM), dict(_files(place)))


def tables_of(file: Path) -> dict[str, str]:
    """The version and the digest of every table, but of those that the search index keeps for itself."""
    if not file.is_file():
        return {}
    with closing(sqlite3.connect(file)) as connection:
        named = "SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name"
        tables = connection.execute(named).fetchall()
        virtual = [name for name, sql in tables if sql.startswith("CREATE VIRTUAL")]
        found = {"version": str(connection.execute("PRAGMA user_version").fetchone()[0])}
        for name, _ in tables:
            if not any(name.startswith(each) for each in virtual):
                found[name] = _digest(connection, name)
        return found


def _digest(connection: sqlite3.Connection, table: str) -> str:
    try:
        rows = sorted(repr(row) for row in connection.execute(f'SELECT * FROM "{table}"'))
    except sqlite3.DatabaseError:
        return "damaged"
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


def faults_of(file: Path) -> Iterator[str]:
    """What SQLite finds wrong in a newsroom, its search index included."""
    with closing(sqlite3.connect(file)) as connection:
        try:
            found = connection.execute("PRAGMA integrity_check").fetchone()[0]
            if found != "ok":
                yield f"{file.name}: {found}"
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                yield f"{file.name}: a record refers to one that is not there"
            named = "SELECT name FROM sqlite_schema WHERE sql LIKE '%USING fts5%'"
            for (name,) in connection.execute(named).fetchall():
                connection.execute(f"INSERT INTO {name}({name}) VALUES ('integrity-check')")
        except sqlite3.DatabaseError as error:
            yield f"{file.name}: {error}"
        connection.rollback()


def _files(place: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(place.rglob("*")):
        name = path.relative_to(place).as_posix()
        if path.is_dir():
            yield f"{name}/", ""
        else:
            database = path.suffix == ".db" or name.endswith(WORKING)
            yield name, "" if database else hashlib.sha256(path.read_bytes()).hexdigest()


def grow_old(place: Path) -> None:
    """Let two days go by for everything: what a killed process left is then in nobody's use."""
    now = time.time_ns()
    for path in place.rglob("*"):
        changed = min(path.stat().st_mtime_ns, now) - _DAYS * 1_000_000_000
        os.utime(path, ns=(changed, changed))
