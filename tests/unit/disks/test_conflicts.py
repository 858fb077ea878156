"""Which files are copies that a syncing service made when two machines wrote at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdesk.disks import conflicted_copies

OURS = ("newsroom.db", "newsroom.db-wal", "newsroom.lock", "newsroom.lock.txt", "notes.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in OURS:
        (tmp_path / name).write_text("", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "name",
    [
        "newsroom (conflicted copy 2026-04-10 093612).db",
        "newsroom (Ada’s conflicted copy 2026-03-01).db",
        "newsroom (In Konflikt stehende Kopie von Ada 2026-03-01).db",
        "newsroom.sync-conflict-20260818-173636-D4LGQYW.db",
        "newsroom.Conflict.db",
        "newsroom (1).db",
        "newsroom 2.db",
        "newsroom-DESKTOP-7AB12CD.db",
        "newsroom-Ada’s MacBook Pro.db",
    ],
)
def test_a_conflicted_copy_is_found(name: str, folder: Path) -> None:
    (folder / name).write_text("", encoding="utf-8")
    assert conflicted_copies(folder) == [folder / name]


def test_our_own_files_are_none(folder: Path) -> None:
    assert conflicted_copies(folder) == []


@pytest.mark.parametrize("name", ["council 2.txt", "newsroom-backup.db", "page (1).html", "newsroom.db.damaged"])
def test_a_name_that_is_like_one_is_none(name: str, folder: Path) -> None:
    (folder / name).write_text("", encoding="utf-8")
    assert conflicted_copies(folder) == []


def test_a_folder_that_is_not_there_has_none(tmp_path: Path) -> None:
    assert conflicted_copies(tmp_path / "gone") == []
