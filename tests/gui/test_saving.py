"""What the window says of saving is true at every moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QObject

from newsdesk.errors import Trouble
from newsdesk.ui.kit.saving import Saving

FULL = Trouble("The disk is full.")


class Ticks:
    """A clock in milliseconds that is set."""

    def __init__(self) -> None:
        self.now = 0

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def ticks() -> Ticks:
    return Ticks()


@pytest.fixture
def state(ticks: Ticks) -> Iterator[Saving]:
    parent = QObject()
    yield Saving(ticks, parent)
    parent.deleteLater()


def said(state: Saving) -> str:
    return state.standing.state.value


def test_typing_is_unsaved_until_its_write_ended(state: Saving) -> None:
    assert said(state) == "saved"
    state.typed("a")
    assert said(state) == "saving"
    state.handed_over("a")
    state.began()
    state.typed("a")
    state.ended()
    state.kept("a")
    assert said(state) == "saving", "what was typed during the write is not saved by it"
    state.handed_over("a")
    state.began()
    state.ended()
    state.kept("a")
    assert said(state) == "saved"


def test_the_time_is_that_of_the_last_write(state: Saving) -> None:
    moment = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
    state.began()
    state.ended()
    assert state.standing.since is None, "looking is not writing"
    state.wrote(moment)
    assert state.standing.since == moment


def test_a_failed_save_stays_said_until_that_text_is_kept(state: Saving) -> None:
    state.typed("a")
    state.handed_over("a")
    state.lost("a", FULL)
    assert said(state) == "not saved"
    state.began()
    state.ended()
    assert said(state) == "not saved", "another write does not save this text"
    state.handed_over("a")
    state.kept("a")
    assert said(state) == "saved"


def test_of_several_that_failed_each_has_to_recover(state: Saving) -> None:
    for place in ("a", "b"):
        state.typed(place)
        state.handed_over(place)
        state.lost(place, FULL)
    state.handed_over("a")
    state.kept("a")
    assert said(state) == "not saved"
    state.handed_over("b")
    state.kept("b")
    assert said(state) == "saved"


def test_half_a_name_is_neither_saved_nor_lost(state: Saving) -> None:
    state.entering("byline", "Byline")
    assert said(state) == "entering"
    assert state.standing.entering == "Byline"
    state.entered("byline")
    assert said(state) == "saved"


def test_the_oldest_keystroke_counts_until_it_is_on_the_disk(state: Saving, ticks: Ticks) -> None:
    assert state.oldest is None
    ticks.now = 10
    state.typed("a")
    ticks.now = 20
    state.typed("a")
    state.typed("b")
    assert state.oldest == 10
    state.handed_over("a")
    ticks.now = 30
    state.typed("a")
    assert state.oldest == 10, "what is on its way waits as well"
    state.kept("a")
    assert state.oldest == 20
    state.handed_over("b")
    state.kept("b")
    assert state.oldest == 30
