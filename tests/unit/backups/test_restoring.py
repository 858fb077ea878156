"""What was backed up comes back whole, whatever was done to the zip or to the process; else nothing is touched."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.stores import Clock, an_article, make_store, named, reopen
from newsdesk.backups import Backup, Cancelled, DamagedBackup, Kind
from newsdesk.backups.manifest import is_safe
from newsdesk.errors import Trouble
from newsdesk.model.article import Article
from newsdesk.newsroom.backing_up import backups_of, restore, restore_over, write_backup_file
from newsdesk.store import ASIDE_NAME, NEWEST, NewsroomBusy, open_reader
from unit.backups.conftest import Back, Change


def headline(folder: Path) -> str:
    with open_reader(folder) as reader:
        article = reader.get(Article, "one")
    assert article
    return article.headline


def rows(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    connection = sqlite3.connect(f"{(folder / 'newsroom.db').as_uri()}?mode=ro", uri=True)
    try:
        tables = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            if not name.startswith("words")
        ]
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in tables}
    finally:
        connection.close()


def files(folder: Path) -> dict[str, bytes]:
    """What is in a folder beside the newsroom's own file."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith("newsroom.") and ASIDE_NAME not in path.parts
    }


def repacked(backup: Backup, target: Path, **told: object) -> Path:
    """The zip of a backup with another `backup.json`."""
    with ZipFile(backup.file) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "backup.json":
                content = json.dumps(json.loads(content) | told).encode()
            new.writestr(name, content)
    return target


@pytest.mark.parametrize("whole", [False, True])
def test_all_of_it_comes_back(room: Path, back: Back, tmp_path: Path, whole: bool) -> None:
    made = write_backup_file(room, tmp_path / "away.zip", clock=Clock()) if whole else back()
    folder = tmp_path / "deep" / "again"
    restored = restore(made.backup.file, folder)
    assert restored.missing == ()
    assert restored.backup == made.backup
    assert rows(folder) == rows(room)
    assert files(folder) == files(room)
    assert sorted(path.name for path in folder.iterdir()) == ["newsroom.db", "originals", "theme"]
    assert [path.name for path in folder.parent.iterdir()] == ["again"]
    with reopen(folder) as store, store.step(named("Go on")):
        store.put(an_article("two"))


def test_an_empty_folder_will_do_and_a_full_one_not(room: Path, back: Back, tmp_path: Path) -> None:
    file = back().backup.file
    (tmp_path / "empty").mkdir()
    restore(file, tmp_path / "empty")
    with pytest.raises(Trouble, match="a newsroom in"):
        restore(file, room)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").write_text("mine")
    with pytest.raises(Trouble, match=r"not empty: there is notes\.txt"):
        restore(file, tmp_path / "full")
    with pytest.raises(Trouble, match="could not be restored"):
        restore(file, tmp_path / "full" / "notes.txt" / "below")
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["notes.txt"]


def test_lost_photos_are_named_and_stop_nothing(back: Back, tmp_path: Path, place: Path) -> None:
    backup = back().backup
    first, second, _ = sorted(place.glob("originals/*/*"))
    first.unlink()
    second.write_bytes(b"x" * second.stat().st_size)
    restored = restore(backup.file, tmp_path / "again")
    assert len(restored.missing) == 2
    assert len(list((tmp_path / "again").glob("originals/*/*"))) == 1


def test_stopping_leaves_nothing(back: Back, tmp_path: Path) -> None:
    file = back().backup.file
    for after in range(30):
        asked = iter([False] * after + [True] * 100)
        try:
            restore(file, tmp_path / "again", cancelled=lambda asked=asked: next(asked))  # type: ignore[misc]
        except Cancelled:
            assert sorted(path.name for path in tmp_path.iterdir()) == ["desk", "home", "newsroom"]
        else:
            assert after > 3
            return
    pytest.fail("it never ended")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(0, 1, exclude_max=True), st.integers(1, 255), st.booleans())
def test_a_damaged_zip_brings_all_back_or_nothing(
    room: Path, tmp_path: Path, at: float, flip: int, cut: bool
) -> None:
    good = tmp_path / "good.zip"
    if not good.exists():
        write_backup_file(room, good, clock=Clock())
    content = bytearray(good.read_bytes())
    place = int(at * len(content))
    content[place] ^= flip
    bad = tmp_path / "bad.zip"
    bad.write_bytes(content[:place] if cut else content)
    again = tmp_path / "again"
    shutil.rmtree(again, ignore_errors=True)
    try:
        restored = restore(bad, again)
    except Trouble:
        assert not again.exists()
    else:
        assert rows(again) == rows(room)
        lost = set(files(room)) - set(files(again))
        assert len(lost) == len(restored.missing) <= 1
        assert all(name.startswith("originals/") for name in lost)


@pytest.mark.parametrize(
    "told",
    [
        {"theme": [{"path": "theme/../../out.css", "size": 1, "sha256": "0" * 64}]},
        {"theme": [{"path": "/etc/out.css", "size": 1, "sha256": "0" * 64}]},
        {"theme": [{"path": "originals/out.css", "size": 1, "sha256": "0" * 64}]},
        {"theme": [{"path": "theme/a\\b", "size": 1, "sha256": "0" * 64}]},
        {"originals": [{"hash": "../../../out", "extension": "jpg", "size": 1, "name": "x"}]},
        {"originals": [{"hash": "0" * 64, "extension": "jpg/../..", "size": 1, "name": "x"}]},
        {"database": {"path": "../newsroom.db", "size": 1, "sha256": "0" * 64}},
        {"database": {"path": "newsroom.db", "size": 10**12, "sha256": "0" * 64}},
        {"database": {"path": "newsroom.db", "size": -1, "sha256": "0" * 64}},
        {"counter": 1},
        {"schema": 1},
        {"newsroom": "another"},
        {"made": "yesterday"},
        {"why": "for fun"},
        {"originals": 3},
        {"theme": None},
    ],
)
def test_what_a_zip_says_is_not_believed(back: Back, tmp_path: Path, told: dict[str, object]) -> None:
    hostile = repacked(back().backup, tmp_path / "hostile.zip", **told)
    with pytest.raises(Trouble):
        restore(hostile, tmp_path / "again")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["desk", "home", "hostile.zip", "newsroom"]


@pytest.mark.parametrize("told", [{"format": 2}, {"schema": NEWEST + 1}])
def test_a_later_version_is_named(back: Back, tmp_path: Path, told: dict[str, object]) -> None:
    with pytest.raises(Trouble, match="later Newsdesk"):
        restore(repacked(back().backup, tmp_path / "later.zip", **told), tmp_path / "again")


def test_a_bomb_is_refused_before_it_is_unpacked(back: Back, tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.zip"
    size = 300_000_000
    with ZipFile(back().backup.file) as old, ZipFile(bomb, "w", ZIP_DEFLATED) as new:
        told = json.loads(old.read("backup.json"))
        told["database"]["size"] = size
        new.writestr("backup.json", json.dumps(told))
        with new.open("newsroom.db", "w") as member:
            for _ in range(size // 1_000_000):
                member.write(bytes(1_000_000))
    assert bomb.stat().st_size < 1_000_000
    with pytest.raises(DamagedBackup):
        restore(bomb, tmp_path / "again")
    assert not (tmp_path / "again").exists()


def test_members_that_are_not_listed_stay_in_the_zip(back: Back, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    hostile = repacked(back().backup, tmp_path / "in" / "hostile.zip")
    with ZipFile(hostile, "a") as zip:
        zip.writestr("../../out.txt", "out")
        zip.writestr("theme/more.css", "more")
    folder = tmp_path / "again"
    restore(hostile, folder)
    assert not list(tmp_path.rglob("out.txt"))
    assert sorted(path.name for path in (folder / "theme").iterdir()) == ["fonts", "site.css"]


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_backup_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file.zip").write_bytes(content)
    with pytest.raises(DamagedBackup, match=r"file\.zip"):
        restore(tmp_path / "file.zip", tmp_path / "again")
    with pytest.raises(Trouble, match="cannot be read"):
        restore(tmp_path / "none.zip", tmp_path / "again")


@given(st.text(max_size=40))
def test_safe_paths_stay_below_their_folder(path: str) -> None:
    if is_safe(path):
        assert (Path("/a/b") / path).as_posix() == f"/a/b/{path}"
        assert ".." not in Path(path).parts


def test_the_state_of_a_backup_replaces_the_present_one(
    room: Path, back: Back, change: Change, state: Path
) -> None:
    backup = back().backup
    old = files(room)
    change("Later words")
    (room / "theme" / "site.css").write_text("later")
    (room / "theme" / "later.css").write_text("later")
    lost = next((room / "originals").glob("*/*"))
    lost.write_bytes(b"x" * lost.stat().st_size)
    restored = restore_over(backup.file, room, state=state, clock=Clock())
    assert headline(room) == "The high river"
    assert files(room) == old
    assert restored.missing == ()
    assert restored.before is not None
    assert restored.before.kind is Kind.RESTORE
    assert backup.file.exists()
    assert restored.aside is not None
    assert (restored.aside / "newsroom.db").exists()
    assert list(room.rglob("later.css")) == [next((room / ASIDE_NAME).glob("*/later.css"))]
    # And back again.
    restore_over(restored.before.file, room, state=state, clock=Clock())
    assert headline(room) == "Later words"
    assert (room / "theme" / "later.css").exists()
    assert [one.backup.kind for one in backups_of(room, state)] == [Kind.RESTORE, Kind.RESTORE, Kind.TIMED]


def test_what_cannot_be_set_aside_is_not_replaced(room: Path, back: Back, change: Change, state: Path) -> None:
    file = back().backup.file
    change("Later")
    (room / ASIDE_NAME).write_text("in the way")
    with pytest.raises(Trouble):
        restore_over(file, room, state=state, clock=Clock())
    assert headline(room) == "Later"
    assert sorted(path.name for path in room.iterdir() if "part" in path.name or "restoring" in path.name) == []
    with reopen(room) as store, store.step(named("Go on")):
        store.put(an_article("two"))


def test_it_can_be_stopped_until_it_is_done(room: Path, back: Back, change: Change, state: Path) -> None:
    file = back().backup.file
    change("Later")
    stopped = 0
    for after in range(60):
        asked = iter([False] * after + [True] * 200)
        try:
            restore_over(file, room, state=state, clock=Clock(), cancelled=lambda asked=asked: next(asked))  # type: ignore[misc]
        except Cancelled:
            stopped += 1
            assert headline(room) == "Later"
            assert [path.name for path in room.iterdir() if path.name.endswith(".part")] == []
        else:
            break
    assert stopped > 5
    assert headline(room) == "The high river"


def test_a_theme_that_came_later_goes_too(tmp_path: Path, state: Path) -> None:
    folder = tmp_path / "newsroom"
    with make_store(folder) as store, store.step(named("Add")):
        store.put(an_article("one"))
    file = write_backup_file(folder, tmp_path / "away.zip", clock=Clock()).backup.file
    (folder / "theme").mkdir()
    (folder / "theme" / "site.css").write_text("later")
    restore_over(file, folder, state=state, clock=Clock())
    assert not (folder / "theme").exists()
    assert [path.read_text() for path in (folder / ASIDE_NAME).rglob("site.css")] == ["later"]


def test_a_newsroom_that_is_being_written_is_not_replaced(room: Path, back: Back, state: Path) -> None:
    file = back().backup.file
    with reopen(room), pytest.raises(NewsroomBusy):
        restore_over(file, room, state=state, clock=Clock())
    assert not (room / ASIDE_NAME).exists()


def test_another_newsroom_is_not_replaced(room: Path, back: Back, tmp_path: Path, state: Path) -> None:
    stranger = repacked(back().backup, tmp_path / "stranger.zip", newsroom="another")
    with pytest.raises(Trouble, match="another newsroom"):
        restore_over(stranger, room, state=state, clock=Clock())
    assert headline(room) == "The high river"


@pytest.mark.parametrize("damage", ["page", "header", "cut", "gone"])
def test_a_damaged_newsroom_is_replaced_and_kept_aside(room: Path, back: Back, state: Path, damage: str) -> None:
    file = back().backup.file
    broken = room / "newsroom.db"
    content = bytearray(broken.read_bytes())
    start = {"page": 12 * 4096, "header": 0}.get(damage, 0)
    content[start : start + 4096] = b"\xa5" * 4096
    if damage == "cut":
        content = bytearray(broken.read_bytes()[:10_000])
    broken.write_bytes(content)
    (room / "newsroom.db-wal").write_bytes(b"left")
    if damage == "gone":
        broken.unlink()
    restored = restore_over(file, room, state=state, clock=Clock())
    assert restored.before is None
    assert headline(room) == "The high river"
    assert restored.aside is not None
    if damage != "gone":
        assert (restored.aside / "newsroom.db").exists()
    assert file.exists()


def test_a_damaged_backup_replaces_nothing(room: Path, back: Back, change: Change, state: Path) -> None:
    file = back().backup.file
    change("Later")
    content = bytearray(file.read_bytes())
    content[len(content) // 3] ^= 0xFF
    file.write_bytes(content)
    with pytest.raises(DamagedBackup):
        restore_over(file, room, state=state, clock=Clock())
    assert headline(room) == "Later"
    assert not (room / ASIDE_NAME).exists()
