"""A newsroom on a network share: no write-ahead log, and still readers beside the writer."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.shares import take_for_a_share
from helpers.stores import an_article, make_store, named, reopen
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId
from newsdesk.store import Store, open_reader


def headline(store: Store, words: str) -> None:
    with store.step(named("Write")):
        store.put(an_article("a", headline=words))


def mode(folder: Path) -> str:
    connection = sqlite3.connect(folder / "newsroom.db")
    try:
        return str(connection.execute("PRAGMA journal_mode").fetchone()[0])
    finally:
        connection.close()


def read(folder: Path) -> str:
    with open_reader(folder) as reader:
        article = reader.get(Article, ArticleId("a"))
    assert article is not None
    return article.headline


def test_on_a_disk_there_is_a_log(tmp_path: Path) -> None:
    make_store(tmp_path / "desk").close()
    assert mode(tmp_path / "desk") == "wal"


def test_on_a_share_there_is_none_and_readers_read_beside_the_writer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_for_a_share(tmp_path, monkeypatch)
    folder = tmp_path / "desk"
    with make_store(folder) as store:
        headline(store, "First")
        assert not (folder / "newsroom.db-wal").exists()
        assert read(folder) == "First"
        with open_reader(folder) as beside:
            headline(store, "Second")
            found = beside.get(Article, ArticleId("a"))
            assert found is not None
            assert found.headline == "Second"
    assert mode(folder) == "delete"


def test_a_newsroom_that_comes_onto_a_share_loses_its_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "desk"
    with make_store(folder) as store:
        headline(store, "From the disk")
    with monkeypatch.context() as patch:
        take_for_a_share(tmp_path, patch)
        with reopen(folder) as store:
            headline(store, "On the share")
        assert mode(folder) == "delete"
    with reopen(folder) as store:
        headline(store, "On the disk again")
        assert (folder / "newsroom.db-wal").exists()
    assert read(folder) == "On the disk again"


CUT_OFF = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 2")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE article SET headline = 'Half'")
connection.execute("CREATE TABLE room (words)")
for _ in range(2000):
    connection.execute("INSERT INTO room VALUES (?)", ("x" * 500,))
os._exit(9)
"""


def test_what_was_cut_off_on_a_share_is_taken_back_by_the_first_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_for_a_share(tmp_path, monkeypatch)
    folder = tmp_path / "desk"
    with make_store(folder) as store:
        headline(store, "Whole")
    subprocess.run([sys.executable, "-c", CUT_OFF, str(folder / "newsroom.db")], check=False)
    assert (folder / "newsroom.db-journal").stat().st_size > 0
    assert read(folder) == "Whole"
    assert not (folder / "newsroom.db-journal").exists()
