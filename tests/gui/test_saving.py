"""What the window says of saving is true at every moment."""

from __future__ import annotations

from PySide6.QtCore import QObject

from newsdesk.errors import Trouble
from newsdesk.ui.kit.saving import SaveState, Saving


def test_typing_is_unsaved_until_its_write_ended() -> None:
    parent = QObject()
    state = Saving(parent)
    assert state.standing.state is SaveState.SAVED
    state.typed("a")
    assert state.standing.state is SaveState.SAVING
    state.handed_over("a")
    state.began()
    state.typed("a")
    state.ended(wrote=True)
    assert state.standing.state is SaveState.SAVING, "what was typed during the write is not saved by it"
    state.handed_over("a")
    state.began()
    state.ended(wrote=True)
    assert state.standing.state is SaveState.SAVED
    assert state.standing.since is not None


def test_a_failed_save_stays_said_until_that_text_is_kept() -> None:
    parent = QObject()
    state = Saving(parent)
    state.lost("a", Trouble("The disk is full."))
    assert state.standing.state is SaveState.NOT_SAVED
    state.began()
    state.ended(wrote=True)
    assert state.standing.state is SaveState.NOT_SAVED, "another write does not save this text"
    state.kept("a")
    assert state.standing.state is SaveState.SAVED
