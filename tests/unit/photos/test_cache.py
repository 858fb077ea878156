"""Derived pictures are made once, and made anew when what was kept is not whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newsdesk.photos import Derivatives, Original, add_original, derive, original_path, web_widths
from newsdesk.photos import cache as cache_module
from unit.photos.pictures import jpeg

WIDTHS = web_widths(700)


@pytest.fixture
def original(tmp_path: Path) -> tuple[Path, Original]:
    """An original of 700 by 500 pixels: where it is and what it is."""
    added = add_original(tmp_path / "originals", jpeg(tmp_path / "quay.jpg", 700, 500))
    return original_path(tmp_path / "originals", added.hash, added.extension), added


@pytest.fixture
def makings(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Grows by one each time that pictures are really made."""
    made: list[Path] = []

    def counted(path: Path, widths: set[int]) -> object:
        made.append(path)
        return derive(path, widths)

    monkeypatch.setattr(cache_module, "derive", counted)
    return made


def test_the_whole_set_is_made_once(tmp_path: Path, original: tuple[Path, Original], makings: list[Path]) -> None:
    path, added = original
    expected = derive(path, WIDTHS).by_width
    for _time in range(2):
        derivatives = Derivatives(tmp_path / "cache")
        assert {width: derivatives.get(path, added.hash, width, WIDTHS) for width in WIDTHS} == expected
    assert len(makings) == 1


def test_kept_pictures_serve_without_the_original(tmp_path: Path, original: tuple[Path, Original]) -> None:
    path, added = original
    first = Derivatives(tmp_path / "cache").get(path, added.hash, 320, WIDTHS)
    path.unlink()
    assert Derivatives(tmp_path / "cache").get(path, added.hash, 320, WIDTHS) == first


@pytest.mark.parametrize("damage", [b"", b"short", bytes(40)])
def test_a_damaged_file_is_made_anew(
    tmp_path: Path, original: tuple[Path, Original], makings: list[Path], damage: bytes
) -> None:
    path, added = original
    first = Derivatives(tmp_path / "cache").get(path, added.hash, 320, WIDTHS)
    (kept,) = (tmp_path / "cache").rglob("*-320")
    kept.write_bytes(damage or kept.read_bytes()[:-1])
    assert Derivatives(tmp_path / "cache").get(path, added.hash, 320, WIDTHS) == first
    assert len(makings) == 2
    assert Derivatives(tmp_path / "cache").get(path, added.hash, 320, WIDTHS) == first
    assert len(makings) == 2


def test_what_a_killed_process_left_half_way_goes_a_day_later(
    tmp_path: Path, original: tuple[Path, Original]
) -> None:
    path, added = original
    Derivatives(tmp_path / "cache").get(path, added.hash, 320, WIDTHS)
    (folder,) = (tmp_path / "cache").iterdir()
    left, in_use = folder / ".incoming-old.part", folder / ".incoming-new.part"
    for part in (left, in_use):
        part.write_bytes(b"half")
    os.utime(left, (1, 1))
    Derivatives(tmp_path / "cache").smallest(path, added.hash)
    assert [part.name for part in folder.glob(".incoming-*")] == [in_use.name]


def test_another_version_makes_its_own(
    tmp_path: Path, original: tuple[Path, Original], makings: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, added = original
    Derivatives(tmp_path / "cache").get(path, added.hash, 320, WIDTHS)
    monkeypatch.setattr(cache_module, "DERIVED_VERSION", 0)
    Derivatives(tmp_path / "cache").get(path, added.hash, 320, WIDTHS)
    assert len(makings) == 2


def test_without_a_folder_the_last_set_is_kept_in_memory(
    original: tuple[Path, Original], makings: list[Path]
) -> None:
    path, added = original
    derivatives = Derivatives(None)
    assert [derivatives.get(path, added.hash, width, WIDTHS) for width in WIDTHS] == list(
        derive(path, WIDTHS).by_width.values()
    )
    assert len(makings) == 1


def test_a_folder_that_cannot_be_written_to_costs_only_time(
    tmp_path: Path, original: tuple[Path, Original]
) -> None:
    path, added = original
    (tmp_path / "cache").write_text("a file where the folder should be")
    picture = Derivatives(tmp_path / "cache").get(path, added.hash, 320, WIDTHS)
    assert picture == derive(path, [320]).by_width[320]
    assert (tmp_path / "cache").is_file()
