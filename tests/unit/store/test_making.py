"""A newsroom is made whole in an empty folder, or nothing is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection

from helpers.stores import START, make_store, reopen
from newsdesk.errors import Trouble
from newsdesk.store import NewsroomBusy, opening
from newsdesk.store.connection import raw
from newsdesk.store.lock import Lock
from newsdesk.store.migrations import migrate


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_a_newsroom_is_made_in_an_empty_folder_only(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "mine.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(Trouble, match=r"letters is not empty: there is mine\.txt") as caught:
        make_store(tmp_path / "letters")
    assert "empty folder" in str(caught.value.way_out)
    with pytest.raises(Trouble, match=r"mine\.txt is a file, not a folder"):
        make_store(tmp_path / "letters" / "mine.txt")
    with pytest.raises(Trouble, match="cannot be used as a newsroom"):
        make_store(tmp_path / "letters" / "mine.txt" / "below")
    assert names(tmp_path) == ["letters", "letters/mine.txt"]


def test_a_newsroom_is_not_made_over_another(tmp_path: Path) -> None:
    with make_store(tmp_path):
        pass
    before = (tmp_path / "newsroom.db").read_bytes()
    with pytest.raises(Trouble, match=r"there is newsroom\.db"):
        make_store(tmp_path)
    assert (tmp_path / "newsroom.db").read_bytes() == before


def full(*_: object, **__: object) -> None:
    raise OSError(28, "pulled out")


def interrupted(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def filled(connection: Connection, version: int) -> None:
    """A disk that fills up while the tables are made."""
    raw(connection).execute("PRAGMA max_page_count = 3")
    migrate(connection, version)


@pytest.mark.parametrize("below", ["newsroom", "over/and/over/newsroom"])
@pytest.mark.parametrize(
    ("place", "stand_in", "expected"),
    [
        ((Path, "replace"), full, Trouble),
        ((Path, "write_text"), full, Trouble),
        ((os, "fsync"), full, Trouble),
        ((opening, "connect_to_write"), full, Trouble),
        ((opening, "connect_to_write"), interrupted, KeyboardInterrupt),
        ((opening, "migrate"), filled, Trouble),
    ],
)
def test_a_failed_making_leaves_nothing_and_can_be_tried_again(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    below: str,
    place: tuple[object, str],
    stand_in: Callable[..., None],
    expected: type[BaseException],
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(*place, stand_in)
        with pytest.raises(expected):
            make_store(tmp_path / below)
    assert names(tmp_path) == []
    with make_store(tmp_path / below) as store:
        assert store.read.newsroom().title == "The Daily"


def test_a_failed_making_leaves_the_folder_that_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(Trouble, match=r"cannot be used as a newsroom \(pulled out\)"):
            make_store(tmp_path)
    assert tmp_path.is_dir()
    assert names(tmp_path) == []


def test_a_making_that_was_killed_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "newsroom.lock").touch()
    (tmp_path / "newsroom.db.part").write_text("half", encoding="utf-8")
    with make_store(tmp_path) as store:
        assert store.read.newsroom().title == "The Daily"
        assert "newsroom.db.part" not in names(tmp_path)


def test_a_making_beside_another_takes_nothing_from_it(tmp_path: Path) -> None:
    lock = Lock(tmp_path, START)
    with pytest.raises(NewsroomBusy):
        make_store(tmp_path)
    assert names(tmp_path) == ["newsroom.lock", "newsroom.lock.txt"]
    lock.remove()
    assert names(tmp_path) == []
    with make_store(tmp_path):
        pass
    with reopen(tmp_path):
        pass
