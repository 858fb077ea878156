"""Deleting takes what is ours, leaves what is not, and says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from helpers.checked_backups import check_backup
from helpers.stores import Clock, reopen
from newsdesk.backups import Copying, Kind
from newsdesk.model.ids import NewsroomId, id_maker
from newsdesk.newsroom import add_photos, create_newsroom, recent_newsrooms, remember_newsroom
from newsdesk.newsroom.backing_up import (
    Origin,
    Spot,
    back_up,
    backups_of,
    copy_off,
    delete_newsroom,
    newest_backup,
    newest_own_backup,
    restore,
    restore_over,
    second_place,
    set_second_place,
)
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


@pytest.fixture
def copy(room: Path, state: Path, place: Path, stick: Path, tmp_path: Path) -> Path:
    """The newsroom restored to look at it, opened, and backed up once in both places."""
    folder = tmp_path / "copy"
    restore(next(place.glob("*.zip")), folder)
    for opened in (room, folder):
        remember_newsroom(opened, state)
    assert stick.is_dir()
    back_up(folder, Kind.CLOSING, state=state, clock=Clock())
    copy_off(folder, state=state, by_hand=True, clock=Clock())
    return folder


def zips(*places: Path) -> list[int]:
    return [len(list(place.rglob("*.zip"))) for place in places]


def test_a_copy_that_is_deleted_leaves_the_backups_of_the_original(
    room: Path, state: Path, place: Path, stick: Path, copy: Path
) -> None:
    assert zips(place, stick) == [2, 2]
    deleted = delete_newsroom(copy, state=state, clock=Clock())
    assert not copy.exists()
    assert zips(place, stick) == [1, 1]
    assert (deleted.left, deleted.unreadable, deleted.elsewhere) == ((), (), room)
    assert {backup.file.parent for backup in deleted.others} == {place, stick / place.name}
    for one in deleted.others:
        check_backup(one.file)
    assert (second_place(state, ID), recent_newsrooms(state)) == (stick, [room])
    [left] = backups_of(room, state)
    assert (left.origin.own, left.places) == (True, (Spot.FIRST, Spot.SECOND))
    assert delete_newsroom(room, state=state, clock=Clock()).left == ()
    assert zips(stick) == [0]
    assert not place.exists()
    assert second_place(state, ID) is None


def test_photos_that_only_the_deleted_copy_had_go(room: Path, state: Path, place: Path, copy: Path) -> None:
    new = copy.parent / "new.png"
    Image.new("RGB", (9, 9), "red").save(new)
    with reopen(copy) as store:
        assert not add_photos(store, [new]).refused
    back_up(copy, Kind.BY_HAND, state=state, clock=Clock())
    assert len(list((place / "originals").glob("*/*"))) == 4
    delete_newsroom(copy, state=state, clock=Clock())
    assert len(list((place / "originals").glob("*/*"))) == 3
    assert room.is_dir()


def test_the_original_that_is_deleted_leaves_the_backups_of_its_copy(
    room: Path, state: Path, place: Path, stick: Path, copy: Path
) -> None:
    deleted = delete_newsroom(room, state=state, clock=Clock())
    assert (zips(place, stick), deleted.elsewhere) == ([1, 1], copy)
    assert [listed.origin.own for listed in backups_of(copy, state)] == [True]


def test_the_backups_of_a_folder_that_nobody_knows_stay(room: Path, state: Path, place: Path, stick: Path) -> None:
    moved = room.rename(room.with_name("moved"))
    deleted = delete_newsroom(moved, state=state, clock=Clock())
    assert (len(deleted.others), deleted.elsewhere) == (2, None)
    assert zips(place, stick) == [1, 1]
    assert second_place(state, ID) == stick


def test_what_cannot_be_read_stays_with_the_photos(room: Path, state: Path, place: Path, back: Back) -> None:
    back()
    cut = place / "2026-01-01-120000-timed.zip"
    cut.write_bytes(next(place.glob("*.zip")).read_bytes()[:1000])
    deleted = delete_newsroom(room, state=state, clock=Clock())
    assert (deleted.unreadable, deleted.left) == ((cut,), ())
    assert len(list((place / "originals").glob("*/*"))) == 3


def test_backups_of_a_copy_come_after_ones_own_and_say_so(room: Path, state: Path, copy: Path) -> None:
    assert [one.origin for one in backups_of(room, state)] == [Origin(True), Origin(False, copy)]
    assert [one.origin for one in backups_of(copy, state)] == [Origin(True), Origin(False, room)]
    newest, older = backups_of(room, state)
    assert older.backup.order > newest.backup.order
    assert newest_backup(room, state) == newest.backup
    newest.backup.file.unlink()
    assert newest_own_backup(room, state) is not None  # in the second place
    set_second_place(state, ID, room, None)
    assert newest_backup(room, state) == older.backup
    assert newest_own_backup(room, state) is None


def test_a_zip_of_another_newsroom_among_the_backups_is_none_of_them(
    room: Path, state: Path, place: Path, stick: Path, tmp_path: Path
) -> None:
    said = {"title": "Second", "language": "en", "zone": "UTC", "author": "Ada"}
    create_newsroom(tmp_path / "second", **said, clock=Clock(), ids=id_maker(Clock())).close()
    other = back_up(tmp_path / "second", Kind.BY_HAND, state=state, clock=Clock()).backup
    for own in place.glob("*.zip"):
        own.unlink()
    put = place / "put.zip"
    put.write_bytes(other.file.read_bytes())
    assert newest_backup(room, state) is not None
    assert [one.places for one in backups_of(room, state)] == [(Spot.SECOND,)]
    assert copy_off(room, state=state, by_hand=True, clock=Clock()).outcome is Copying.NO_BACKUP
    delete_newsroom(room, state=state, clock=Clock())
    assert (put.exists(), other.file.exists(), zips(stick)) == (True, True, [0])
