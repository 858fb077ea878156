"""The second place has the newest backup with its photos, or it is said why not."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from helpers.stores import Clock
from newsdesk.backups import Copying, Kind, check_backup, photos
from newsdesk.backups.watching import Watch
from newsdesk.errors import Trouble
from newsdesk.model.ids import NewsroomId
from newsdesk.newsroom.backing_up import (
    Spot,
    back_up,
    backups_of,
    copied_counter,
    copy_off,
    counter_of,
    last_copy_off,
    newest_backup,
    restore,
    second_place,
    set_backup_place,
    set_second_place,
)
from newsdesk.newsroom.progress import silent
from newsdesk.store import PhotoFile
from unit.backups.conftest import Back, Change

ID = NewsroomId("newsroom")
WATCH = Watch(silent, lambda: False)


@pytest.fixture
def stick(tmp_path: Path, room: Path, state: Path) -> Path:
    """A folder that was chosen as the second place."""
    folder = tmp_path / "stick"
    folder.mkdir()
    set_second_place(state, ID, room, folder)
    return folder


def test_the_newest_goes_there_with_its_photos(
    room: Path, state: Path, back: Back, change: Change, stick: Path, tmp_path: Path
) -> None:
    assert last_copy_off(state, ID) is None
    assert copied_counter(state, ID) is None
    back()
    change("Later")
    newest = back(1).backup
    done = copy_off(room, state=state, by_hand=False, clock=Clock())
    assert (done.outcome, done.place, done.missing) == (Copying.COPIED, stick, ())
    assert done.same_disk  # both lie in one folder of the tests
    assert done.backup is not None
    assert done.backup.file == stick / "the-daily-newsroom" / newest.file.name
    assert check_backup(done.backup.file, WATCH).contents == newest.contents
    assert last_copy_off(state, ID) == datetime(2026, 3, 1, 9, 0, 1, tzinfo=UTC)
    assert copied_counter(state, ID) == counter_of(room)
    assert [one.places for one in backups_of(room, state)] == [(Spot.FIRST, Spot.SECOND), (Spot.FIRST,)]
    restore(done.backup.file, tmp_path / "again")
    # Once more there is nothing to copy, but it is known to be there.
    clock = Clock()
    clock.now = datetime(2026, 4, 1, tzinfo=UTC)
    assert copy_off(room, state=state, by_hand=False, clock=clock).outcome is Copying.UP_TO_DATE
    assert last_copy_off(state, ID) == datetime(2026, 4, 1, 0, 0, 1, tzinfo=UTC)


def test_a_stick_that_is_not_plugged_in(room: Path, state: Path, back: Back, stick: Path) -> None:
    back()
    shutil.rmtree(stick)
    assert copy_off(room, state=state, by_hand=False, clock=Clock()).outcome is Copying.NOT_THERE
    with pytest.raises(Trouble, match=r"stick.*not there"):
        copy_off(room, state=state, by_hand=True, clock=Clock())
    # What stands for it meanwhile is not filled.
    stick.mkdir()
    assert copy_off(room, state=state, by_hand=False, clock=Clock()).outcome is Copying.NOT_THERE
    assert list(stick.iterdir()) == []
    assert last_copy_off(state, ID) is None


def test_without_a_place_or_a_backup(room: Path, state: Path, tmp_path: Path) -> None:
    assert copy_off(room, state=state, by_hand=True, clock=Clock()).outcome is Copying.NO_PLACE
    (tmp_path / "stick").mkdir()
    set_second_place(state, ID, room, tmp_path / "stick")
    assert copy_off(room, state=state, by_hand=True, clock=Clock()).outcome is Copying.NO_BACKUP
    set_second_place(state, ID, room, None)
    assert second_place(state, ID) is None


@pytest.mark.usefixtures("stick")
def test_photos_that_are_lost_everywhere_are_named(room: Path, state: Path, back: Back, place: Path) -> None:
    back()
    first, second, _ = sorted(place.glob("originals/*/*"))
    first.unlink()
    second.unlink()
    (room / second.relative_to(place)).unlink()  # and not only there
    assert len(copy_off(room, state=state, by_hand=True, clock=Clock()).missing) == 1


def test_what_the_disk_alters_does_not_count(
    room: Path, state: Path, back: Back, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back()
    monkeypatch.setattr("newsdesk.backups.copying_off.hash_of", lambda *_, **__: "0" * 64)
    with pytest.raises(Trouble, match="did not give back"):
        copy_off(room, state=state, by_hand=False, clock=Clock())
    assert list(stick.rglob("*.zip")) == []
    assert last_copy_off(state, ID) is None


def test_a_photo_that_the_disk_alters_is_not_kept(
    room: Path, tmp_path: Path, back: Back, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted: tuple[PhotoFile, ...] = back().backup.contents.photos
    monkeypatch.setattr("newsdesk.backups.photos.hash_of", lambda *_, **__: "0" * 64)
    (tmp_path / "work").mkdir()
    lacking = photos.copy_photos(room, tmp_path / "out", wanted, tmp_path / "work", WATCH, read_back=True)
    assert lacking == wanted
    assert [path for path in (tmp_path / "out").rglob("*") if path.is_file()] == []


def test_older_ones_are_thinned_there_too(
    room: Path, state: Path, back: Back, change: Change, stick: Path
) -> None:
    for hours in (0, 0.1, 0.2, 1.5):
        change(f"State at {hours}")
        back(hours)
        copy_off(room, state=state, by_hand=True, clock=Clock())
    newest = newest_backup(room, state)
    assert newest is not None
    kept = {path.name for path in stick.rglob("*.zip")}
    assert kept == {path.name for path in newest.file.parent.glob("*.zip")}
    assert len(kept) == 2
    assert newest.file.name in kept


def test_the_backups_are_found_when_only_the_second_place_is_left(
    room: Path, state: Path, back: Back, stick: Path, place: Path
) -> None:
    backup = back().backup
    copy_off(room, state=state, by_hand=True, clock=Clock())
    shutil.rmtree(place)
    shutil.rmtree(room)
    newest = newest_backup(room, state)
    assert newest is not None
    assert newest.file.is_relative_to(stick)
    assert newest.contents == backup.contents


def test_another_backup_of_that_name_stays(
    room: Path, state: Path, back: Back, change: Change, stick: Path, place: Path
) -> None:
    """As when two laptops made one in the same second."""
    back()
    copy_off(room, state=state, by_hand=True, clock=Clock())
    for file in place.glob("*.zip"):
        file.unlink()
    change("On the other laptop")
    (stick / "the-daily-newsroom" / "spoilt.zip").write_bytes(b"no backup, so that nothing is swept")
    back(kind=Kind.BY_HAND)
    copied = copy_off(room, state=state, by_hand=True, clock=Clock())
    assert copied.outcome is Copying.COPIED
    assert copied.backup is not None
    assert copied.backup.contents.counter == counter_of(room)


def test_the_newest_that_can_be_read_is_the_newest(
    room: Path, state: Path, back: Back, change: Change, place: Path
) -> None:
    files = []
    for number in range(3):
        change(f"State {number}")
        files.append(back(number).backup.file)
    files[2].write_bytes(files[2].read_bytes()[:-100])
    newest = newest_backup(room, state)
    assert newest is not None
    assert newest.file == files[1]
    shutil.copytree(room, room.with_name("copied"))
    back_up(room.with_name("copied"), Kind.TIMED, state=state, clock=Clock())
    again = newest_backup(room, state)
    assert again is not None
    assert again.file == files[1]
    assert len(list(place.glob("*.zip"))) == 4


def test_places_that_will_not_do(room: Path, state: Path, tmp_path: Path, stick: Path) -> None:
    for within in (room, room / "theme"):
        with pytest.raises(Trouble, match="folder of the newsroom"):
            set_second_place(state, ID, room, within)
    first = tmp_path / "first"
    with pytest.raises(Trouble, match="one copy, not two"):
        set_backup_place(state, ID, room, stick / "below")
    set_backup_place(state, ID, room, first)
    for same in (first, tmp_path):
        with pytest.raises(Trouble, match=r"one copy, not two|folder of the newsroom"):
            set_second_place(state, ID, room, same)
    with pytest.raises(Trouble, match="cannot be written"):
        set_second_place(state, ID, room, tmp_path / "nowhere")
    assert second_place(state, ID) == stick
