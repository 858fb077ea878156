"""The file changes its shape whole or not at all, and never without a sound copy."""

from __future__ import annotations

import gzip
import hashlib
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Connection

from helpers.stores import Clock, Ids, an_article, make_store, named, reopen
from newsdesk.errors import Trouble
from newsdesk.model.article import Article
from newsdesk.model.binned import Binned
from newsdesk.model.ids import SectionId
from newsdesk.model.query import ListQuery, Order
from newsdesk.newsroom import delete_articles
from newsdesk.store import Store, open_reader, open_store
from newsdesk.store.connection import close, connect_to_write
from newsdesk.store.migrations import MIGRATIONS, Migration, migrate, upgrade

ROOT = Path(__file__).parents[3]
FILES = ROOT / "tests" / "files"
FIRST_SHAPE = FILES / "newsroom-1.db.gz"
"""A newsroom with one article in the first shape of the tables."""

SECOND_SHAPE = FILES / "newsroom-2.db.gz"
"""The sample newsroom in the second shape."""


def unpacked(shape: Path, folder: Path) -> Path:
    folder.mkdir()
    (folder / "newsroom.db").write_bytes(gzip.decompress(shape.read_bytes()))
    return folder


def add_mood(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE article ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'")


def add_table(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE mood (name TEXT)")


def add_table_and_fail(connection: Connection) -> None:
    add_table(connection)
    raise ValueError("half way")


NEWEST = len(MIGRATIONS)
TWO_MORE = (*MIGRATIONS, Migration("0.2.0", add_mood), Migration("0.3.0", add_table))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with make_store(tmp_path / "newsroom") as store, store.step(named("Add")):
        store.put(an_article("one", body="river"))
    return tmp_path / "newsroom"


def shape(file: Path) -> tuple[int, str, bool, bool]:
    """Version, the program it needs, and which of the two changes were made."""
    connection = sqlite3.connect(file)
    try:
        return (
            connection.execute("PRAGMA user_version").fetchone()[0],
            connection.execute("SELECT needs FROM program").fetchone()[0],
            "mood" in [row[1] for row in connection.execute("PRAGMA table_info(article)")],
            bool(connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'mood'").fetchone()[0]),
        )
    finally:
        connection.close()


def articles(store: Store) -> list[Article]:
    return store.read.every(Article)


def columns(file: Path) -> dict[str, list[tuple[str, str, int, int]]]:
    """The columns of every table: name, type, whether it must be there, place in the key."""
    connection = sqlite3.connect(file)
    try:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        return {
            name: [(row[1], row[2], row[3], row[5]) for row in connection.execute(f"PRAGMA table_info({name})")]
            for (name,) in names
        }
    finally:
        connection.close()


def indexes(file: Path) -> dict[str, list[tuple[str | None, str]]]:
    """The columns of every index, each with its collation."""
    connection = sqlite3.connect(file)
    try:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'index'").fetchall()
        return {
            name: [(row[2], row[4]) for row in connection.execute(f"PRAGMA index_xinfo({name})")]
            for (name,) in names
        }
    finally:
        connection.close()


def test_the_first_shape_becomes_that_of_a_new_newsroom(folder: Path, tmp_path: Path) -> None:
    old = unpacked(FIRST_SHAPE, tmp_path / "old")
    with pytest.raises(Trouble, match="earlier Newsdesk"):
        open_reader(old)
    with pytest.raises(Trouble, match="earlier Newsdesk"):
        reopen(old)
    open_store(old, clock=Clock(), ids=Ids(), author="Ada", before_upgrade=lambda: None).close()
    assert indexes(old / "newsroom.db") == indexes(folder / "newsroom.db")
    with open_reader(old) as read:
        assert read.get(Article, "one") == an_article(
            "one", headline="The high river", body="river", section=SectionId("world")
        )
        assert [row.article for row in read.stories(ListQuery(), Order.HEADLINE, None, 9)] == ["one"]


def test_the_second_shape_becomes_that_of_a_new_newsroom(folder: Path, tmp_path: Path) -> None:
    old = unpacked(SECOND_SHAPE, tmp_path / "old")
    with open_store(old, clock=Clock(), ids=Ids(), author="Ada", before_upgrade=lambda: None) as store:
        assert len(store.read.releases()) == sum(each.released_revision is not None for each in articles(store))
        delete_articles(store, [articles(store)[0].id])
        assert len(store.read.every(Binned)) == 1
    assert indexes(old / "newsroom.db") == indexes(folder / "newsroom.db")
    assert columns(old / "newsroom.db") == columns(folder / "newsroom.db")


def test_every_shape_that_was_released_is_kept() -> None:
    kept = {int(file.name.removeprefix("newsroom-").removesuffix(".db.gz")) for file in FILES.glob("newsroom-*")}
    assert kept == set(range(1, len(MIGRATIONS)))


def test_a_new_newsroom_has_the_newest_shape(folder: Path) -> None:
    assert shape(folder / "newsroom.db") == (len(MIGRATIONS), MIGRATIONS[-1].needs, False, False)


def test_an_older_file_is_backed_up_and_then_changed(folder: Path) -> None:
    connection = connect_to_write(folder / "newsroom.db")
    before: list[tuple[int, str, bool, bool]] = []
    upgrade(connection, NEWEST, lambda: before.append(shape(folder / "newsroom.db")), TWO_MORE)
    close(connection)
    assert before == [(NEWEST, "0.1.0", False, False)]
    assert shape(folder / "newsroom.db") == (NEWEST + 2, "0.3.0", True, True)


def test_a_file_of_the_newest_shape_is_not_backed_up(folder: Path) -> None:
    connection = connect_to_write(folder / "newsroom.db")
    upgrade(connection, NEWEST, lambda: pytest.fail("it was backed up"))
    close(connection)


def test_a_change_that_fails_leaves_the_shape_before_it(folder: Path) -> None:
    connection = connect_to_write(folder / "newsroom.db")
    with pytest.raises(ValueError, match="half way"):
        migrate(connection, NEWEST, (*TWO_MORE[:-1], Migration("0.3.0", add_table_and_fail)))
    close(connection)
    assert shape(folder / "newsroom.db") == (NEWEST + 1, "0.2.0", True, False)


DYING = """
import os, signal, sys
from pathlib import Path
sys.path[:0] = {path}
from newsdesk.store.connection import connect_to_write
from newsdesk.store.migrations import MIGRATIONS, Migration, migrate
def die(connection):
    connection.exec_driver_sql("ALTER TABLE article ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'")
    connection.exec_driver_sql("UPDATE article SET mood = 'gone'")
    if {late}:
        connection.exec_driver_sql("PRAGMA user_version = {after}")
        connection.exec_driver_sql("PRAGMA wal_checkpoint")
    os.kill(os.getpid(), signal.SIGKILL)
migrate(connect_to_write(Path({file})), {after} - 1, (*MIGRATIONS, Migration("0.2.0", die)))
"""


@pytest.mark.parametrize("late", [False, True])
def test_a_kill_in_the_middle_leaves_the_old_shape(folder: Path, late: bool) -> None:
    file = folder / "newsroom.db"
    code = DYING.format(path=[str(ROOT / "src")], file=repr(str(file)), late=late, after=NEWEST + 1)
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode != 0
    assert shape(file) == (NEWEST, "0.1.0", False, False)
    with reopen(folder) as store:
        assert store.read.get(Article, "one") == an_article("one", body="river")


@pytest.mark.parametrize("way", [True, False])
def test_nothing_is_changed_without_a_backup(folder: Path, way: bool) -> None:
    def refuse() -> None:
        raise Trouble("no room for the backup")

    before = hashlib.sha256((folder / "newsroom.db").read_bytes()).digest()
    connection = connect_to_write(folder / "newsroom.db")
    with pytest.raises(Trouble, match="no room" if way else "earlier Newsdesk"):
        upgrade(connection, NEWEST, refuse if way else None, TWO_MORE)
    close(connection)
    assert hashlib.sha256((folder / "newsroom.db").read_bytes()).digest() == before
