"""What a killed process left of a plain copy goes, and what it had moved comes back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newsdesk.errors import Trouble
from newsdesk.newsroom.plain_copy import read_plain_copy, write_plain_copy
from newsdesk.store import Store
from unit.newsroom.conftest import Clock


def left(parent: Path, name: str, *, days: int) -> Path:
    """A folder with a file in it that nobody touched for so many days."""
    folder = parent / name
    folder.mkdir()
    (folder / "half.md").write_text("half", encoding="utf-8")
    moment = folder.stat().st_mtime - days * 24 * 60 * 60
    for path in (folder / "half.md", folder):
        os.utime(path, (moment, moment))
    return folder


def test_what_is_half_written_goes_a_day_later(tmp_path: Path, store: Store) -> None:
    dead, in_use = left(tmp_path, ".copy.00000000.part", days=2), left(tmp_path, ".copy.11111111.part", days=0)
    others = left(tmp_path, ".copy-of-mine.part", days=9)
    write_plain_copy(store.read, store.folder, tmp_path / "copy")
    assert not dead.exists()
    assert in_use.exists()
    assert others.exists()


def test_the_older_copy_comes_back_to_its_name(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy"
    write_plain_copy(store.read, store.folder, copy)
    copy.rename(tmp_path / ".copy.00000000.old")

    def full(_path: Path, _content: bytes) -> None:
        raise OSError(28, os.strerror(28))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(Trouble):
            write_plain_copy(store.read, store.folder, copy)
    assert (copy / "newsroom.yaml").is_file()
    write_plain_copy(store.read, store.folder, copy)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy", "newsroom"]


def test_an_older_copy_that_was_replaced_goes(tmp_path: Path, store: Store) -> None:
    copy = tmp_path / "copy"
    write_plain_copy(store.read, store.folder, copy)
    left(tmp_path, ".copy.00000000.old", days=0)
    write_plain_copy(store.read, store.folder, copy)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy", "newsroom"]


def test_what_is_left_of_reading_back_goes(tmp_path: Path, store: Store, clock: Clock) -> None:
    write_plain_copy(store.read, store.folder, tmp_path / "copy")
    dead = left(tmp_path, ".again.00000000.part", days=2)
    read_plain_copy(tmp_path / "copy", tmp_path / "again", clock=clock, ids=store.ids, author="A").store.close()
    assert not dead.exists()
