"""Where a newsroom is made and written: shares and synced folders are warned of before they are used."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from helpers.shares import take_for_a_share

Run = Callable[..., Result]


def test_a_newsroom_in_a_synced_folder_is_refused_unless_it_is_wanted_anyway(run: Run, tmp_path: Path) -> None:
    synced = tmp_path / "synced"
    (synced / ".stfolder").mkdir(parents=True)
    told = run("new", synced / "desk", code=3).stderr
    assert "Syncthing" in told
    assert "not synced" in told
    assert "--anyway" in told
    assert not (synced / "desk").exists()
    told = run("new", synced / "desk", "--anyway").stderr
    assert "Syncthing" in told
    assert (synced / "desk" / "newsroom.db").is_file()


def test_a_newsroom_on_a_share_is_refused(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take_for_a_share(tmp_path / "share", monkeypatch)
    assert "server:/export" in run("new", tmp_path / "share" / "desk", code=3).stderr
    assert not (tmp_path / "share").exists()


def test_who_writes_in_a_synced_folder_is_told_in_one_line(run: Run, sample: Path, tmp_path: Path) -> None:
    moved = tmp_path / "synced" / "desk"
    (tmp_path / "synced" / ".stfolder").mkdir(parents=True)
    shutil.copytree(sample, moved)
    told = run("-n", moved, "set", "bridge-forty-years", "kicker=Harbour").stderr
    assert [line for line in told.splitlines() if "Syncthing" in line] == [told.splitlines()[0]]
    assert "Syncthing" not in run("-n", moved, "list").stderr
    assert "synced" not in run("-n", sample, "set", "bridge-forty-years", "kicker=Harbour").stderr


def test_a_newsroom_that_is_brought_back_into_a_synced_folder_is_told_of_and_comes_back(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    (tmp_path / "synced" / ".stfolder").mkdir(parents=True)
    run("-n", sample, "backup", tmp_path / "out.zip")
    told = run("restore", tmp_path / "out.zip", tmp_path / "synced" / "desk").stderr
    assert "Syncthing" in told.splitlines()[0]
    assert (tmp_path / "synced" / "desk" / "newsroom.db").is_file()
