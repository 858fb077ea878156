"""A backup is whole and good, or there is none, and the others stay."""

from __future__ import annotations

import gzip
import hashlib
import json
import resource
import shutil
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from helpers.checked_backups import check_backup as check
from helpers.stores import Clock, an_article, named, reopen
from newsdesk.backups import Backup, Cancelled, Kind, read_backup
from newsdesk.backups import making as making_module
from newsdesk.errors import Trouble
from newsdesk.i18n import Message
from newsdesk.newsroom import write_newsroom
from newsdesk.newsroom.backing_up import (
    back_up,
    backups_of,
    counter_of,
    newest_backup,
    set_backup_place,
    unreadable_backups,
    write_backup_file,
)
from newsdesk.newsroom.backing_up import restore as bring_back
from newsdesk.store import DamagedNewsroom, open_reader
from newsdesk.store.migrations import MIGRATIONS
from unit.backups.conftest import Back, Change

FIRST_SHAPE = Path(__file__).parents[2] / "files" / "newsroom-1.db.gz"


def zips(place: Path) -> list[str]:
    return sorted(path.name for path in place.glob("*.zip"))


def litter(place: Path) -> list[str]:
    """What is left of work that was not finished."""
    return [path.name for path in place.parent.rglob("*.part")]


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """As on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def trash(file: Path, page: int) -> None:
    content = bytearray(file.read_bytes())
    content[page * 4096 : (page + 1) * 4096] = b"\xa5" * 4096
    file.write_bytes(content)


def test_a_backup_says_what_it_holds(room: Path, back: Back, place: Path) -> None:
    made = back(kind=Kind.CLOSING)
    backup = made.backup
    assert zips(place) == ["2026-03-01-090001-closing.zip"]
    assert made.lost == backup.missing == ()
    assert made.thinned == ()
    assert (backup.contents.title, backup.contents.articles, backup.contents.schema) == (
        "The Daily",
        1,
        len(MIGRATIONS),
    )
    assert backup.contents.counter == counter_of(room) > 0
    assert sorted(photo.name for photo in backup.contents.photos) == ["bridge.png", "gate.png", "quay.png"]
    for photo in backup.contents.photos:
        kept = place / "originals" / photo.hash[:2] / f"{photo.hash}.png"
        assert hashlib.sha256(kept.read_bytes()).hexdigest() == photo.hash
    assert read_backup(backup.file) == backup
    assert check(backup.file) == backup
    with ZipFile(backup.file) as zip:
        assert sorted(zip.namelist()) == ["backup.json", "newsroom.db", "theme/fonts/own.woff2", "theme/site.css"]
        assert zip.getinfo("newsroom.db").compress_type == ZIP_DEFLATED
        assert json.loads(zip.read("backup.json"))["made"].startswith("2026-03-01T09:00:01")
    assert litter(place) == []


def test_it_is_made_while_somebody_writes_and_has_one_moment(room: Path, back: Back) -> None:
    before = counter_of(room)
    with reopen(room) as store:

        def write(_stage: Message, done: int, _total: int) -> None:
            with store.step(named(f"Write {done}")):
                store.put(an_article("one", headline=f"After {done}", body="river " * 40_000))

        assert back(progress=write).backup.contents.counter == before
        with store.step(named("Half")):
            store.put(an_article("two"))
            assert back(1).backup.contents.articles == 1
        assert back(2).backup.contents.articles == 2


def test_it_is_made_of_a_newsroom_that_cannot_be_written(room: Path, back: Back) -> None:
    files = {path: path.stat().st_mtime_ns for path in room.iterdir() if path.is_file()}
    back()
    assert files.items() <= {path: path.stat().st_mtime_ns for path in room.iterdir() if path.is_file()}.items()


def test_originals_are_copied_once(back: Back, change: Change, place: Path) -> None:
    back()
    first = {path: path.stat().st_ino for path in place.rglob("originals/*/*")}
    assert len(first) == 3
    change("Anew")
    back(1)
    assert {path: path.stat().st_ino for path in place.rglob("originals/*/*")} == first


def test_lost_originals_stop_nothing_and_are_told(room: Path, back: Back) -> None:
    files = sorted((room / "originals").glob("*/*"))
    files[0].unlink()
    files[1].write_bytes(b"x" * files[1].stat().st_size)
    made = back()
    names = {photo.hash: photo.name for photo in made.backup.contents.photos}
    assert names.keys() == {files[2].stem}
    assert len(made.lost) == 2
    assert sorted(made.backup.missing) == sorted(made.lost)


def test_what_the_newsroom_lost_later_is_still_in_its_backups(room: Path, back: Back, change: Change) -> None:
    back()
    next((room / "originals").glob("*/*")).unlink()
    change("Later")
    made = back(1)
    assert len(made.lost) == 1
    assert made.backup.missing == ()
    assert len(made.backup.contents.photos) == 3


def test_a_damaged_newsroom_is_not_backed_up_and_nothing_is_thinned(
    room: Path, back: Back, change: Change, place: Path, state: Path
) -> None:
    for number in range(3):
        change(f"State {number}")
        back(number)
    before = zips(place)
    clean = (room / "newsroom.db").read_bytes()
    for page in range(len(clean) // 4096):
        trash(room / "newsroom.db", page)
        with pytest.raises(Trouble, match=r"damaged|not a newsroom") as told:
            back(page + 1)
        assert "No backup was made" in str(told.value)
        assert zips(place) == before
        (room / "newsroom.db").write_bytes(clean)
    (room / "newsroom.db").write_bytes(clean[: len(clean) // 2])
    with pytest.raises(DamagedNewsroom):
        back(1)
    (room / "newsroom.db").write_text("hello")
    with pytest.raises(Trouble):
        back(1)
    assert litter(place) == []
    # Its backups are found all the same, even where nothing is remembered of it.
    assert [one.backup.file.name for one in backups_of(room, state)] == before[::-1]
    shutil.rmtree(state)
    assert [one.backup.file.name for one in backups_of(room, state)] == before[::-1]
    newest = newest_backup(room, state)
    assert newest is not None
    assert newest.file.name == before[-1]


def test_what_the_disk_alters_is_not_kept_and_thins_nothing(
    back: Back, change: Change, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        change(f"State {number}")
        back(number / 10)
    before = zips(place)
    pack = making_module._pack

    def pack_and_alter(draft: Backup, *rest: object) -> Backup:
        packed = pack(draft, *rest)  # type: ignore[arg-type]
        content = bytearray(packed.file.read_bytes())
        content[len(content) // 2] ^= 0xFF
        packed.file.write_bytes(content)
        return packed

    monkeypatch.setattr(making_module, "_pack", pack_and_alter)
    with pytest.raises(Trouble, match="did not give back"):
        back(1)
    assert zips(place) == before
    assert litter(place) == []


def test_a_full_disk_leaves_the_backups_as_they_were(back: Back, place: Path) -> None:
    back()
    before = zips(place)
    for size in (50_000, 100_000):
        with files_no_larger_than(size), pytest.raises(Trouble, match="cannot be written"):
            back(1)
        assert zips(place) == before
        assert litter(place) == []


def test_it_can_be_stopped_at_any_moment(back: Back, place: Path) -> None:
    asked, stopped = 0, 0
    for after in range(40):
        asked = 0

        def enough(after: int = after) -> bool:
            nonlocal asked
            asked += 1
            return asked > after

        try:
            back(cancelled=enough)
            break
        except Cancelled:
            stopped += 1
            assert zips(place) == []
            assert litter(place) == []
    assert stopped > 5
    assert len(zips(place)) == 1


def test_what_a_killed_process_left_goes(back: Back, place: Path) -> None:
    left = place.parent / ".newsdesk-dead.part"
    left.mkdir(parents=True)
    (left / "newsroom.db").write_bytes(b"half")
    back()
    assert not left.exists()


def test_a_place_in_the_newsroom_is_refused(room: Path, state: Path, back: Back) -> None:
    id = back().backup.contents.newsroom
    with pytest.raises(Trouble, match="lies in the folder"):
        set_backup_place(state, id, room, room / "backups")
    with pytest.raises(Trouble, match="lies in the folder"):
        write_backup_file(room, room / "out.zip", clock=Clock())


def test_a_place_that_was_chosen(room: Path, state: Path, back: Back, tmp_path: Path) -> None:
    id = back().backup.contents.newsroom
    set_backup_place(state, id, room, tmp_path / "elsewhere")
    assert back(1).backup.file.parent == tmp_path / "elsewhere" / "the-daily-newsroom"
    set_backup_place(state, id, room, None)
    assert back(2).backup.file.is_relative_to(tmp_path / "home")


def test_the_order_is_that_of_making_whatever_the_clock_says(
    room: Path, state: Path, back: Back, change: Change
) -> None:
    made = []
    for number, hours in enumerate((0, 10 * 365 * 24, 1, 3, -24)):
        change(f"State {number}")
        made.append(back(hours).backup.file.name)
    assert [one.backup.file.name for one in backups_of(room, state)] == made[::-1]
    newest = newest_backup(room, state)
    assert newest is not None
    assert newest.contents.counter == counter_of(room)
    assert len(set(made)) == len(made)


def test_an_older_newsroom_is_backed_up_before_it_is_brought_up_to_date(tmp_path: Path, state: Path) -> None:
    old = tmp_path / "old"
    old.mkdir()
    (old / "newsroom.db").write_bytes(gzip.decompress(FIRST_SHAPE.read_bytes()))
    with write_newsroom(old, state, Clock()) as store:
        title = store.read.newsroom().title
    (listed,) = backups_of(old, state)
    assert (listed.backup.kind, listed.backup.contents.schema) == (Kind.MIGRATION, 1)
    assert listed.backup.contents.title == title
    check(listed.backup.file)
    bring_back(listed.backup.file, tmp_path / "again")
    assert sqlite3.connect(tmp_path / "again" / "newsroom.db").execute("PRAGMA user_version").fetchone() == (1,)
    write_newsroom(tmp_path / "again", state, Clock()).close()
    with open_reader(tmp_path / "again") as reader:
        assert reader.newsroom().title == title


def test_an_older_newsroom_that_cannot_be_backed_up_stays_as_it_is(tmp_path: Path, state: Path) -> None:
    old = tmp_path / "old"
    old.mkdir()
    content = gzip.decompress(FIRST_SHAPE.read_bytes())
    (old / "newsroom.db").write_bytes(content)
    (tmp_path / "home" / "data" / "newsdesk").mkdir(parents=True)
    (tmp_path / "home" / "data" / "newsdesk" / "backups").write_text("a file")
    with pytest.raises(Trouble, match="backups"):
        write_newsroom(old, state, Clock())
    assert sqlite3.connect(old / "newsroom.db").execute("PRAGMA user_version").fetchone() == (1,)


def test_originals_go_with_the_last_backup_that_lists_them(back: Back, change: Change, place: Path) -> None:
    back()
    stray = place / "originals" / "ab" / f"{'ab' * 32}.jpg"
    stray.parent.mkdir()
    stray.write_bytes(b"photo")
    (place / "old.zip").write_bytes(b"perhaps it lists the photo")
    change("Anew")
    back(1)
    assert stray.exists()
    (place / "old.zip").unlink()
    change("Again")
    back(2)
    assert not stray.parent.exists()
    assert len(list(place.rglob("originals/*/*"))) == 3


def test_zips_that_cannot_be_read_are_named_and_stay(room: Path, back: Back, place: Path, state: Path) -> None:
    back()
    (place / "strange.zip").write_bytes(b"PK\x03\x04 no")
    back(1)
    assert unreadable_backups(room, state) == (place / "strange.zip",)


def test_links_in_a_theme_are_not_followed(room: Path, back: Back, tmp_path: Path) -> None:
    (tmp_path / "secret.css").write_text("secret")
    (room / "theme" / "linked.css").symlink_to(tmp_path / "secret.css")
    assert [one.path for one in back().backup.theme] == ["theme/fonts/own.woff2", "theme/site.css"]


def test_the_title_changes_and_the_room_stays(room: Path, back: Back, place: Path) -> None:
    back()
    with reopen(room) as store, store.step(named("Call it")):
        store.put(replace(store.read.newsroom(), title="The Weekly"))
    back(1)
    assert [path.name for path in place.parent.iterdir() if path.is_dir()] == [place.name]


def test_one_file_has_all_of_it(room: Path, tmp_path: Path) -> None:
    out = tmp_path / "carried" / "away.zip"
    made = write_backup_file(room, out, clock=Clock())
    assert made.backup.file == out
    assert [path.name for path in out.parent.iterdir()] == ["away.zip"]
    again = write_backup_file(room, out, clock=Clock())
    assert check(out) == again.backup
    out.write_text("my own notes")
    with pytest.raises(Trouble, match="there already"):
        write_backup_file(room, out, clock=Clock())
    assert out.read_text() == "my own notes"


def test_one_file_leaves_altered_photos_out(room: Path, tmp_path: Path) -> None:
    file = next((room / "originals").glob("*/*"))
    file.write_bytes(b"x" * file.stat().st_size)
    made = write_backup_file(room, tmp_path / "away.zip", clock=Clock())
    assert len(made.lost) == 1
    assert len(made.backup.contents.photos) == 2


def test_two_at_once_wait_for_one_another(room: Path, state: Path, place: Path) -> None:
    with ThreadPoolExecutor(4) as several:
        for done in [several.submit(back_up, room, Kind.TIMED, state=state, clock=Clock()) for _ in range(4)]:
            done.result()
    assert unreadable_backups(room, state) == ()
    assert zips(place)
