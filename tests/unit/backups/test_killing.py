"""A process that is killed anywhere at work on backups leaves one whole state or the other."""

from __future__ import annotations

import shutil
from pathlib import Path

from helpers.checked_backups import check_backup
from helpers.stores import Clock, reopen
from newsdesk.backups import Kind
from newsdesk.model.article import Article
from newsdesk.newsroom.backing_up import (
    back_up,
    backups_of,
    restore,
    restore_over,
    unreadable_backups,
)
from newsdesk.store import ASIDE_NAME
from newsdesk.store.backup import fault_in
from unit.backups.conftest import Back, Change
from unit.backups.dying import killed_after_each_step

LEAST = 15
"""So many steps the shortest of the works has; fewer would mean that they are not counted."""


def anew(folder: Path, kept: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(kept, folder)


def headline(folder: Path) -> str:
    with reopen(folder) as store:
        article = store.read.get(Article, "one")
        assert article
        assert store.read.search("river")
        return article.headline


def test_replacing_leaves_the_present_state_or_the_restored_one(
    room: Path, back: Back, change: Change, state: Path, tmp_path: Path
) -> None:
    backup = back().backup
    change("Later")
    (room / "theme" / "site.css").write_text("later")
    shutil.copytree(tmp_path / "newsroom", tmp_path / "kept" / "newsroom")
    shutil.copytree(tmp_path / "home", tmp_path / "kept" / "home")
    seen = []
    for _ in killed_after_each_step(lambda: restore_over(backup.file, room, state=state, clock=Clock())):
        found = headline(room)
        seen.append(found)
        theme = (room / "theme" / "site.css").read_text()
        assert theme == ("later" if found == "Later" else "body { color: teal }\n")
        assert len(list(room.glob("originals/*/*"))) == 3
        assert unreadable_backups(room, state) == ()
        kinds = {one.backup.kind for one in backups_of(room, state)}
        assert Kind.TIMED in kinds or Kind.RESTORE in kinds
        if found != "Later":
            # What was there is in a backup and in a folder aside.
            assert Kind.RESTORE in kinds
            assert "" in {fault_in(file) for file in (room / ASIDE_NAME).glob("*/newsroom.db")}
        for name in ("newsroom", "home"):
            anew(tmp_path / name, tmp_path / "kept" / name)
    assert {"Later", "The high river"} == set(seen)
    assert seen == sorted(seen)
    assert len(seen) > LEAST


def test_replacing_a_damaged_state_loses_none_of_its_files(
    room: Path, back: Back, state: Path, tmp_path: Path
) -> None:
    backup = back().backup
    broken = room / "newsroom.db"
    content = broken.read_bytes()[:20_000]
    broken.write_bytes(content)
    (room / "newsroom.db-wal").write_bytes(b"what was written last")
    shutil.copytree(room, tmp_path / "kept")
    ended = 0
    for killed in killed_after_each_step(lambda: restore_over(backup.file, room, state=state, clock=Clock())):
        if (room / "newsroom.restoring").exists() or not killed:
            assert headline(room) == "The high river"
            ended += 1
        copies = [path.read_bytes() for path in room.rglob("newsroom.db") if path.is_file()]
        assert content in copies
        anew(room, tmp_path / "kept")
    assert ended > 1


def test_restoring_into_a_folder_leaves_nothing_or_all(room: Path, back: Back, tmp_path: Path) -> None:
    file, folder = back().backup.file, tmp_path / "again"
    count = 0
    for killed in killed_after_each_step(lambda: restore(file, folder)):
        count += 1
        assert killed or folder.exists()
        if folder.exists():
            assert headline(folder) == headline(room)
            assert len(list(folder.glob("originals/*/*"))) == 3
            shutil.rmtree(folder)
    assert count > LEAST
    restore(file, folder)
    assert not (tmp_path / ".again.restoring").exists()


def test_backing_up_leaves_good_backups_alone(
    room: Path, back: Back, change: Change, state: Path, tmp_path: Path
) -> None:
    back()
    change("Later")
    shutil.copytree(tmp_path / "home", tmp_path / "kept")
    count = 0
    for killed in killed_after_each_step(lambda: back_up(room, Kind.TIMED, state=state, clock=Clock())):
        count += 1
        listed = backups_of(room, state)
        assert listed
        assert unreadable_backups(room, state) == ()
        check_backup(listed[0].backup.file)
        if not killed:
            assert listed[0].backup.order > 0
        anew(tmp_path / "home", tmp_path / "kept")
    assert count > LEAST
