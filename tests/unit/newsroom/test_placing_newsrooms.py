"""Warnings of where a newsroom lies, and of what syncing left beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.shares import take_for_a_share
from newsdesk.newsroom import (
    conflict_warning,
    hide_place_warning,
    is_place_warning_hidden,
    place_warning,
    recent_newsrooms,
    remember_newsroom,
)


def test_a_folder_of_this_machine_is_fine(tmp_path: Path) -> None:
    assert place_warning(tmp_path / "desk") is None


def test_a_synced_folder_is_named_with_its_service_and_a_better_way(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    warning = place_warning(tmp_path / "desk")
    assert warning is not None
    assert str(tmp_path / "desk") in str(warning.what)
    assert "Syncthing" in str(warning.what)
    assert "backups go to Syncthing" in str(warning.way_out)


def test_a_share_is_named_with_its_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take_for_a_share(tmp_path, monkeypatch)
    warning = place_warning(tmp_path / "desk")
    assert warning is not None
    assert "network share (server:/export)" in str(warning)


def test_copies_that_syncing_made_of_the_newsroom_are_named(tmp_path: Path) -> None:
    for name in ("newsroom.db", "notes (conflicted copy).txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    assert conflict_warning(tmp_path) is None
    (tmp_path / "newsroom (conflicted copy).db").write_text("", encoding="utf-8")
    assert "newsroom (conflicted copy).db" in str(conflict_warning(tmp_path))


def test_a_warning_is_hidden_for_one_newsroom(tmp_path: Path) -> None:
    state, one, two = tmp_path / "state", tmp_path / "one", tmp_path / "two"
    one.mkdir()
    remember_newsroom(one, state)
    hide_place_warning(one, state)
    hide_place_warning(one, state)
    assert is_place_warning_hidden(one, state)
    assert not is_place_warning_hidden(two, state)
    assert recent_newsrooms(state) == [one]
    remember_newsroom(one, state)
    assert is_place_warning_hidden(one, state)
    (state / "newsrooms.json.bak").unlink()
    (state / "newsrooms.json").write_text('{"accepted": {"a": 1}}', encoding="utf-8")
    assert not is_place_warning_hidden(one, state)
