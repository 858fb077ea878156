"""Trouble says what it says wherever it comes up."""

from __future__ import annotations

import pickle

import pytest

from newsdesk.errors import Trouble
from newsdesk.jobs import map_processes
from newsdesk.store import NewsroomBusy


def refuse(number: int) -> int:
    raise Trouble("{file} is in the way.", "Move it.", file=f"{number}.txt")


def test_trouble_in_another_process_comes_home_whole() -> None:
    with pytest.raises(Trouble) as caught:
        list(map_processes(refuse, [1, 2], workers=2))
    assert str(caught.value) == "1.txt is in the way. Move it."


def test_a_copy_is_of_the_same_kind_and_says_the_same() -> None:
    trouble = NewsroomBusy("{folder} is busy.", "Close it at {hour}.", folder="desk", hour=9)
    copy = pickle.loads(pickle.dumps(trouble))
    assert type(copy) is NewsroomBusy
    assert (copy.what, copy.way_out) == (trouble.what, trouble.way_out)
