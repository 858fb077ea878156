"""What the tests of rescued text ask of a window."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from helpers.typed_places import Place
from helpers.waiting import wait_until
from newsdesk.app.session import Session
from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId
from newsdesk.newsroom.rescuing import Rescued, RescueFile
from newsdesk.store import Store, open_reader
from newsdesk.ui.dialogs.rescued import RescuedDialog
from newsdesk.ui.kit.saving import SaveState
from newsdesk.ui.main_window import MainWindow

WORD = "canary55"
"""No sample has it."""


def opened(window: MainWindow) -> ArticleId:
    """The article that is open."""
    id = window.editor.article_id
    assert id is not None
    return id


def state(window: MainWindow) -> SaveState:
    """What is said of saving."""
    return window.context.saving.standing.state


def rescued(window: MainWindow) -> tuple[Rescued, ...]:
    """What is in the rescue copy."""
    file = window.context.rescuing.file
    return RescueFile(file, window.context.newsroom_id, window.context.folder).found() if file.exists() else ()


def texts(window: MainWindow) -> str:
    """All texts in the rescue copy."""
    return "\n".join(typed.text for one in rescued(window) for typed in one.texts)


def named(place: Place) -> str:
    """A word that tells one place from the others."""
    return place.name.replace(" ", "") + WORD


def on_disk(folder: Path, id: ArticleId) -> Article:
    """The article as anybody reads it."""
    with open_reader(folder) as reader:
        found = reader.get(Article, id)
    assert found is not None
    return found


def no_room(_store: Store, _id: ArticleId, _fields: Mapping[str, str]) -> Article:
    """Takes the place of saving a text."""
    raise Trouble(N_("The disk is full."), N_("Make room."))


def write(window: MainWindow, text: str) -> None:
    """Type at the beginning of the body."""
    window.editor.focus_body()
    Place("body", window.editor.body, lambda _reader, _id: "").type(text)


def leave(session: Session) -> None:
    """Close the window whatever is not saved."""
    session.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def dialog(session: Session) -> RescuedDialog:
    """The question that a start asks."""
    wait_until(lambda: session.frame.findChildren(RescuedDialog), "the question")
    return session.frame.findChildren(RescuedDialog)[0]
