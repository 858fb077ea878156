"""A newsroom's file is replaced whole, and what stood there is kept with all that belongs to it."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsdesk.errors import Trouble
from newsdesk.store.connection import FILE_NAME
from newsdesk.store.setting_aside import ASIDE_NAME, FRESH_NAME, put_in_place, set_aside

NOW = datetime(2026, 3, 21, 10, 30, 5, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The files of a newsroom that was being written."""
    folder = tmp_path / "newsroom"
    folder.mkdir()
    for ending in ("", "-wal", "-shm"):
        (folder / f"{FILE_NAME}{ending}").write_text(f"old{ending}")
    return folder


def test_all_files_are_kept_together_and_stay(folder: Path) -> None:
    aside = set_aside(folder, NOW)
    assert aside == folder / ASIDE_NAME / "2026-03-21-103005"
    for ending in ("", "-wal", "-shm"):
        assert (aside / f"{FILE_NAME}{ending}").read_text() == f"old{ending}"
        assert (folder / f"{FILE_NAME}{ending}").read_text() == f"old{ending}"


def test_the_same_second_gets_a_folder_of_its_own(folder: Path) -> None:
    assert set_aside(folder, NOW) != set_aside(folder, NOW)


def test_nothing_is_kept_of_nothing(tmp_path: Path) -> None:
    assert set_aside(tmp_path, NOW) is None
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("inside", [True, False])
def test_a_new_file_takes_the_place_alone(folder: Path, tmp_path: Path, inside: bool) -> None:
    fresh = (folder / FRESH_NAME) if inside else (tmp_path / "backup.db")
    fresh.write_text("new")
    aside = put_in_place(folder, fresh, NOW)
    assert sorted(entry.name for entry in folder.iterdir()) == [FILE_NAME, ASIDE_NAME]
    assert (folder / FILE_NAME).read_text() == "new"
    assert aside is not None
    assert (aside / f"{FILE_NAME}-wal").read_text() == "old-wal"
    assert fresh.exists() is not inside


def test_a_disk_without_second_names_gets_copies(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refused)
    aside = set_aside(folder, NOW)
    assert aside is not None
    assert (aside / FILE_NAME).read_text() == "old"


def test_what_cannot_be_kept_aside_is_not_replaced(folder: Path) -> None:
    (folder / ASIDE_NAME).write_text("a file where the folder should be")
    fresh = folder / FRESH_NAME
    fresh.write_text("new")
    with pytest.raises(Trouble):
        put_in_place(folder, fresh, NOW)
    assert (folder / FILE_NAME).read_text() == "old"
    assert (folder / f"{FILE_NAME}-wal").read_text() == "old-wal"
