"""Whether two folders share a disk."""

from __future__ import annotations

from pathlib import Path

from newsdesk.disks import same_disk


def test_folders_side_by_side_share_a_disk(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    assert same_disk(tmp_path / "one", tmp_path / "other")


def test_a_folder_that_is_not_there_shares_none(tmp_path: Path) -> None:
    assert not same_disk(tmp_path, tmp_path / "gone")


def test_another_file_system_is_another_disk(tmp_path: Path) -> None:
    others = [place for place in (Path("/proc"), Path("/dev")) if place.is_dir()]
    assert not any(same_disk(tmp_path, place) for place in others)
