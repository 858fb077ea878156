"""What this machine remembers of newsrooms, also when what it kept is damaged."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from newsdesk.model.ids import NewsroomId
from newsdesk.newsroom import recent_newsrooms, remember_newsroom, remember_site_folder, site_folder
from newsdesk.newsroom.memory_file import BackupMemory, memory_damage
from newsdesk.newsroom.remembering import backup_memory, last_opened, remember_backups

ONE, TWO = NewsroomId("one"), NewsroomId("two")


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def rooms(tmp_path: Path, count: int) -> list[Path]:
    made = [tmp_path / f"room{number}" for number in range(count)]
    for room in made:
        room.mkdir()
    return made


def test_the_last_ten_that_are_there(tmp_path: Path, state: Path) -> None:
    assert recent_newsrooms(state) == []
    made = rooms(tmp_path, 12)
    for room in (*made, made[5]):
        remember_newsroom(room, state)
    assert recent_newsrooms(state) == [made[5], made[11], made[10], *made[9:5:-1], *made[4:1:-1]]
    made[11].rmdir()
    made[5].rmdir()
    assert recent_newsrooms(state)[0] == made[10]
    assert last_opened(state) == made[5]


def test_what_an_earlier_version_kept(tmp_path: Path, state: Path) -> None:
    one, two = rooms(tmp_path, 2)
    state.mkdir()
    (state / "newsrooms.json").write_text(f'{{"last": "{one}"}}', encoding="utf-8")
    assert recent_newsrooms(state) == [one]
    remember_newsroom(two, state)
    assert recent_newsrooms(state) == [two, one]


def test_where_each_newsroom_was_exported(tmp_path: Path, state: Path) -> None:
    (room,) = rooms(tmp_path, 1)
    assert site_folder(state, ONE) is None
    remember_site_folder(state, ONE, tmp_path / "a")
    remember_newsroom(room, state)
    remember_site_folder(state, TWO, tmp_path / "b")
    remember_site_folder(state, ONE, tmp_path / "c")
    assert (site_folder(state, ONE), site_folder(state, TWO)) == (tmp_path / "c", tmp_path / "b")
    assert recent_newsrooms(state) == [room]


@pytest.mark.parametrize(
    "text", ["{", "[]", "5", '{"last": 5, "recent": 5, "sites": []}', '{"recent": [5], "sites": {"one": 5}}']
)
def test_what_is_damaged_is_passed_over(tmp_path: Path, state: Path, text: str) -> None:
    (room,) = rooms(tmp_path, 1)
    state.mkdir()
    (state / "newsrooms.json").write_text(text, encoding="utf-8")
    assert (recent_newsrooms(state), site_folder(state, ONE), last_opened(state)) == ([], None, None)
    remember_newsroom(room, state)
    assert recent_newsrooms(state) == [room]


def test_what_the_disk_does_not_give_is_not_written_over(
    tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = rooms(tmp_path, 2)
    remember_newsroom(one, state)
    remember_backups(state, ONE, BackupMemory(second="/stick"))

    def fails(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_text", fails)
        remember_newsroom(two, state)
        remember_site_folder(state, ONE, tmp_path / "a")
        assert recent_newsrooms(state) == []
        unknown = backup_memory(state, ONE)
    assert not remember_backups(state, ONE, replace(unknown, copied="2026-03-01"))
    assert backup_memory(state, ONE) == BackupMemory(second="/stick")
    assert recent_newsrooms(state) == [one]


def test_what_is_not_changed_is_not_written(tmp_path: Path, state: Path) -> None:
    (room,) = rooms(tmp_path, 1)
    remember_newsroom(room, state)
    (state / "newsrooms.json").chmod(0o400)
    before = (state / "newsrooms.json").stat().st_ino
    remember_newsroom(room, state)
    assert (state / "newsrooms.json").stat().st_ino == before


BROKEN = [
    "",
    '{"backups": {"one": {"sec',
    "[" * 200_000,
    '{"backups": {"one": 5}}',
    '{"backups": {"one": {"second": 5}}}',
    "\xff",
]


@pytest.mark.parametrize("text", BROKEN)
def test_what_is_damaged_comes_back_from_its_copy_and_is_told_once(tmp_path: Path, state: Path, text: str) -> None:
    (room,) = rooms(tmp_path, 1)
    remember_newsroom(room, state)
    remember_backups(state, ONE, BackupMemory(second="/stick"))
    (state / "newsrooms.json").write_text(text, encoding="latin-1")
    assert backup_memory(state, ONE).second == "/stick"
    told = memory_damage(state)
    assert told is not None
    assert "A copy of it is used" in str(told)
    assert (state / "newsrooms.json.broken").read_text(encoding="latin-1") == text
    assert memory_damage(state) is None
    assert (backup_memory(state, ONE).second, recent_newsrooms(state)) == ("/stick", [room])


def test_what_was_damaged_before_something_is_kept_is_still_told(tmp_path: Path, state: Path) -> None:
    one, two = rooms(tmp_path, 2)
    remember_newsroom(one, state)
    for _ in range(2):
        (state / "newsrooms.json").write_text("{", encoding="utf-8")
        (state / "newsrooms.json.bak").unlink()
        remember_newsroom(two, state)
    told = memory_damage(state)
    assert told is not None
    assert "Part of it may be forgotten" in str(told)
    assert str(state / "newsrooms.json.broken-2") in str(told)
    assert (state / "newsrooms.json.broken").read_text(encoding="utf-8") == "{"
    assert (memory_damage(state), recent_newsrooms(state)) == (None, [two])


def test_nothing_is_told_where_nothing_is_wrong(tmp_path: Path, state: Path) -> None:
    (room,) = rooms(tmp_path, 1)
    assert memory_damage(state) is None
    remember_newsroom(room, state)
    remember_backups(state, ONE, BackupMemory(second="/stick"))
    assert memory_damage(state) is None
    (state / "newsrooms.json").unlink()
    assert (memory_damage(state), backup_memory(state, ONE).second) == (None, "/stick")


def test_a_copy_that_was_left_behind_is_brought_up(tmp_path: Path) -> None:
    remember_newsroom(tmp_path / "a", tmp_path)
    file, copy = tmp_path / "newsrooms.json", tmp_path / "newsrooms.json.bak"
    remember_newsroom(tmp_path / "b", tmp_path)
    copy.write_text("{}", encoding="utf-8")
    (tmp_path / "newsrooms.json.bak.part").write_text("half", encoding="utf-8")
    remember_newsroom(tmp_path / "b", tmp_path)
    assert copy.read_bytes() == file.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == [file.name, copy.name]
