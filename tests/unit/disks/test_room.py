"""Whether two folders share a disk."""

from __future__ import annotations

from pathlib import Path

from newsdesk.disks import same_disk


def test_folders_side_by_side_share_a_disk(tmp_path: Path) -> None:
    assert same_disk(tmp_path / "one", tmp_path / "other" / "deep")


def test_another_file_system_is_another_disk(tmp_path: Path) -> None:
    others = [place for place in (Path("/proc"), Path("/dev")) if place.is_dir()]
    assert not any(same_disk(tmp_path, place) for place in others)
