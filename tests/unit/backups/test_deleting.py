"""Deleting takes what is ours, leaves what is not, and says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.stores import Clock, reopen
from newsdesk.model.ids import NewsroomId
from newsdesk.newsroom import recent_newsrooms, remember_newsroom
from newsdesk.newsroom.backing_up import backups_of, copy_off, delete_newsroom, restore_over, set_second_place
from newsdesk.store import NewsroomBusy
from unit.backups.conftest import Back

ID = NewsroomId("newsroom")


@pytest.fixture
def stick(tmp_path: Path, room: Path, state: Path, back: Back) -> Path:
    """A second place with a copy of the backup in the first."""
    folder = tmp_path / "stick"
    folder.mkdir()
    set_second_place(state, ID, room, folder)
    back()
    copy_off(room, state=state, by_hand=True, clock=Clock())
    return folder


def test_nothing_of_it_is_left(room: Path, state: Path, place: Path, stick: Path) -> None:
    remember_newsroom(room, state)
    restore_over(backups_of(room, state)[0].backup.file, room, state=state, clock=Clock())
    deleted = delete_newsroom(room, state=state, clock=Clock())
    assert (deleted.left, deleted.unreached) == ((), None)
    assert not room.exists()
    assert not place.exists()
    assert [path.name for path in stick.iterdir() if path.is_dir()] == []
    assert recent_newsrooms(state) == []
    assert backups_of(room, state) == ()


def test_what_is_not_ours_stays_and_is_named(room: Path, state: Path, place: Path, stick: Path) -> None:
    mine = [room / "notes.txt", room / "originals" / "ab" / "mine.jpg", place / "mine.txt"]
    for file in mine:
        file.parent.mkdir(exist_ok=True)
        file.write_text("mine")
    (room / "linked").symlink_to(stick)
    deleted = delete_newsroom(room, state=state, clock=Clock())
    assert all(file.read_text() == "mine" for file in mine)
    assert deleted.left == (room / "linked", room / "notes.txt", room / "originals", place / "mine.txt")
    assert stick.is_dir()
    assert not (room / "newsroom.db").exists()


def test_a_place_that_is_not_there_is_named(room: Path, state: Path, stick: Path) -> None:
    stick.rename(stick.with_name("in the drawer"))
    assert delete_newsroom(room, state=state, clock=Clock()).unreached == stick
    assert list(stick.with_name("in the drawer").rglob("*.zip"))


def test_it_is_not_deleted_while_somebody_writes(room: Path, state: Path, place: Path, back: Back) -> None:
    back()
    with reopen(room), pytest.raises(NewsroomBusy):
        delete_newsroom(room, state=state, clock=Clock())
    assert (room / "newsroom.db").exists()
    assert list(place.glob("*.zip"))


def test_links_are_removed_and_not_followed(room: Path, state: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept.css").write_text("kept")
    for name in ("theme", "set-aside"):
        if (room / name).exists():
            (room / name).rename(tmp_path / name)
        (room / name).symlink_to(outside)
    delete_newsroom(room, state=state, clock=Clock())
    assert (outside / "kept.css").read_text() == "kept"
