"""What is typed anywhere in the window is on the disk soon, and at once when somebody leaves it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog

from helpers.typed_places import Place, entered_places, saved_places
from helpers.waiting import wait_until
from newsdesk.app.session import Session
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId
from newsdesk.model.placement import Role
from newsdesk.newsroom import photo_uses
from newsdesk.ui import unsaved
from newsdesk.ui.editor import autosave
from newsdesk.ui.frame import Frame
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.saving import LONGEST, QUIET, SaveState
from newsdesk.ui.main_window import MainWindow

NEVER = 3_600_000
WORD = "zebra77"


@pytest.fixture
def session(sample: Path, look: Look) -> Iterator[Session]:
    frame = Frame(look, QSize(1440, 900))
    frame.show()
    frame.activateWindow()
    session = Session(frame, look)
    session.open(sample)
    yield session
    frame.may_close = lambda: True
    frame.close()
    frame.deleteLater()


@pytest.fixture
def no_timer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is saved because time goes by."""
    for module in (autosave, unsaved):
        for name in ("QUIET", "LONGEST"):
            monkeypatch.setattr(module, name, NEVER)


def opened(session: Session) -> tuple[MainWindow, ArticleId]:
    """The window with an article open that has a lead photo."""
    window = session.window
    assert window is not None
    read = window.context.read
    for article in read.every(Article):
        if any(use.role is Role.LEAD for use in photo_uses(read, article)):
            window.open_article(article.id)
            return window, article.id
    raise AssertionError("no lead photo")


def missing(places: list[Place], folder: Path, id: ArticleId) -> list[str]:
    return [place.name for place in places if not place.has(folder, id, WORD)]


def drain(window: MainWindow) -> None:
    """Wait for what was handed over by now."""
    window.context.do(lambda _store: None).result()


def blur(window: MainWindow) -> None:
    window.search()


def switch(window: MainWindow) -> None:
    other = next(one for one in window.context.read.every(Article) if one.id != window.editor.article_id)
    window.open_article(other.id)


def deactivate(_window: MainWindow) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)


def publish(window: MainWindow) -> None:
    window.actions_of.refresh()
    window.actions_of.by_id["file.publish"].trigger()
    for dialog in window.frame.findChildren(QDialog):
        dialog.reject()


def send(window: MainWindow) -> None:
    window.actions_of.refresh()
    window.actions_of.by_id["send.copy"].trigger()


LEFT: dict[str, Callable[[MainWindow], None]] = {
    "switch": switch,
    "deactivate": deactivate,
    "publish": publish,
    "send": send,
}


@pytest.mark.usefixtures("no_timer")
@pytest.mark.parametrize("left", LEFT)
def test_what_is_typed_anywhere_is_saved_at_once_when_it_is_left(
    session: Session, sample: Path, left: str
) -> None:
    window, id = opened(session)
    places = saved_places(window)
    for place in places:
        place.type(WORD)
    assert len(missing(places, sample, id)) == len(places), "nothing saves it before"
    LEFT[left](window)
    drain(window)
    assert missing(places, sample, id) == []


@pytest.mark.usefixtures("no_timer")
def test_what_is_typed_anywhere_is_saved_when_the_window_is_closed(session: Session, sample: Path) -> None:
    window, id = opened(session)
    places = [*saved_places(window), *entered_places(window)]
    for place in places:
        place.type(WORD)
    session.frame.close()
    assert missing(places, sample, id) == []


@pytest.mark.usefixtures("no_timer")
def test_half_a_name_is_one_when_another_article_is_opened(session: Session, sample: Path) -> None:
    window, id = opened(session)
    places = entered_places(window)
    for place in places:
        place.type(WORD)
    switch(window)
    drain(window)
    assert missing(places, sample, id) == []


@pytest.mark.usefixtures("no_timer")
def test_half_a_name_stays_one_while_somebody_looks_away(session: Session, sample: Path) -> None:
    window, id = opened(session)
    places = entered_places(window)
    for place in places:
        place.type(WORD)
    deactivate(window)
    drain(window)
    assert len(missing(places, sample, id)) == len(places)
    wait_until(lambda: window.context.saving.standing.state is SaveState.ENTERING)
    assert "Not entered yet" in window.status_line.saved_text


@pytest.mark.usefixtures("no_timer")
def test_undo_saves_what_is_typed_first(session: Session, sample: Path) -> None:
    window, id = opened(session)
    places = saved_places(window)[:4]
    for place in places:
        place.type(WORD)
    window.context.undo()
    drain(window)
    assert missing(places, sample, id) == []


@pytest.mark.usefixtures("no_timer")
def test_each_field_that_is_left_by_the_keyboard_is_saved(session: Session, sample: Path) -> None:
    window, id = opened(session)
    session.frame.activateWindow()
    wait_until(session.frame.isActiveWindow, "the window")
    for place in [*saved_places(window), *entered_places(window)]:
        if not place.field.isVisible():
            continue
        place.field.setFocus()
        place.type(WORD)
        window.search()
        drain(window)
        assert place.has(sample, id, WORD), place.name


def test_typed_text_is_on_the_disk_without_being_left(session: Session, sample: Path) -> None:
    assert QUIET <= 1_000
    assert LONGEST < 2_000, "the disk needs its part of the two seconds"
    window, id = opened(session)
    places = saved_places(window)
    for place in places:
        place.type(WORD)
    wait_until(lambda: missing(places, sample, id) == [], "the save")
    wait_until(lambda: window.context.saving.standing.state is SaveState.SAVED)
