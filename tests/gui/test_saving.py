"""What the window says of saving is true at every moment."""

from __future__ import annotations

from PySide6.QtCore import QObject

from newsdesk.errors import Trouble
from newsdesk.ui.kit.saving import Saving


def said(state: Saving) -> str:
    return state.standing.state.value


def test_typing_is_unsaved_until_its_write_ended() -> None:
    parent = QObject()
    state = Saving(parent)
    assert said(state) == "saved"
    state.typed("a")
    assert said(state) == "saving"
    state.handed_over("a")
    state.began()
    state.typed("a")
    state.ended(wrote=True)
    assert said(state) == "saving", "what was typed during the write is not saved by it"
    state.handed_over("a")
    state.began()
    state.ended(wrote=True)
    assert said(state) == "saved"
    assert state.standing.since is not None


def test_a_failed_save_stays_said_until_that_text_is_kept() -> None:
    parent = QObject()
    state = Saving(parent)
    state.lost("a", Trouble("The disk is full."))
    assert said(state) == "not saved"
    state.began()
    state.ended(wrote=True)
    assert said(state) == "not saved", "another write does not save this text"
    state.kept("a")
    assert said(state) == "saved"
