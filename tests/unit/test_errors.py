"""Trouble says what it says wherever it comes up."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from newsdesk.jobs import map_processes
from newsdesk.store import NewsroomBusy, NotANewsroom, open_reader


def test_trouble_in_another_process_comes_home_whole(tmp_path: Path) -> None:
    # A function of ours, which the other process finds wherever it runs.
    with pytest.raises(NotANewsroom) as caught:
        list(map_processes(open_reader, [tmp_path / "one", tmp_path / "two"], workers=2))
    assert caught.value.what.values == (("folder", str(tmp_path / "one")),)
    with pytest.raises(NotANewsroom) as here:
        open_reader(tmp_path / "one")
    assert str(caught.value) == str(here.value)


def test_a_copy_is_of_the_same_kind_and_says_the_same() -> None:
    trouble = NewsroomBusy("{folder} is busy.", "Close it at {hour}.", folder="desk", hour=9)
    copy = pickle.loads(pickle.dumps(trouble))
    assert type(copy) is NewsroomBusy
    assert (copy.what, copy.way_out) == (trouble.what, trouble.way_out)
