"""An interrupt (Ctrl-C) in the middle of a write comes through as itself, and nothing of the step is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from helpers.stores import an_article, make_store, named, reopen
from newsdesk.model.article import Article
from newsdesk.store import Store
from newsdesk.store.connection import close, raw, savepoint, transaction


class Interrupting(str):
    """A text that is interrupted just when SQLite wants it."""

    __slots__ = ()

    def __conform__(self, _: object) -> str:
        raise KeyboardInterrupt


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with make_store(tmp_path / "newsroom") as made:
        yield made


def interrupt(store: Store) -> None:
    articles = [an_article(f"new{number}", body="birch") for number in range(20)]
    with store.step(named("Import")):
        store.put(an_article("before"))
        store.put_all([*articles, an_article("last", headline=Interrupting("cedar"))])


def test_an_interrupted_step_is_not_written_and_the_store_goes_on(store: Store) -> None:
    with pytest.raises(KeyboardInterrupt):
        interrupt(store)
    assert store.read.every(Article) == []
    assert store.undo_name is None
    with store.step(named("After")):
        store.put(an_article("after"))
    assert [article.id for article in store.read.every(Article)] == ["after"]
    assert raw(store._connection).execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_an_interrupted_store_is_closed_and_opened_again(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), make_store(tmp_path / "newsroom") as store:
        interrupt(store)
    assert sorted(path.name for path in (tmp_path / "newsroom").iterdir()) == ["newsroom.db", "newsroom.lock"]
    with reopen(tmp_path / "newsroom") as store:
        assert store.read.every(Article) == []


def test_a_second_interrupt_comes_through_as_well(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted_again(*_: object) -> None:
        raise KeyboardInterrupt("again")

    def write(connection: Connection) -> None:
        with transaction(connection), savepoint(connection):
            connection.exec_driver_sql("INSERT INTO program VALUES (?)", (Interrupting("1"),))

    monkeypatch.setattr("newsdesk.store.errors.trouble_of", interrupted_again)
    with pytest.raises(KeyboardInterrupt, match="again"):
        write(store._connection)
    close(store._connection)
