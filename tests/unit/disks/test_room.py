"""The room on a disk, and whether two folders share one."""

from __future__ import annotations

import shutil
from pathlib import Path

from newsdesk.disks import free_space, same_disk


def test_a_folder_that_is_not_there_yet_has_the_room_of_its_disk(tmp_path: Path) -> None:
    free = free_space(tmp_path / "not" / "there")
    assert free is not None
    # Others write meanwhile: only the order of size can be told.
    assert 0 < free <= shutil.disk_usage(tmp_path).total


def test_folders_side_by_side_share_a_disk(tmp_path: Path) -> None:
    assert same_disk(tmp_path / "one", tmp_path / "other" / "deep")


def test_another_file_system_is_another_disk(tmp_path: Path) -> None:
    others = [place for place in (Path("/proc"), Path("/dev")) if place.is_dir()]
    assert not any(same_disk(tmp_path, place) for place in others)
