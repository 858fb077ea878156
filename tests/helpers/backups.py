"""What tests of the window of backups work with."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget

from helpers.waiting import wait_until
from newsdesk.app.session import Session
from newsdesk.model.article import Article
from newsdesk.newsroom import edit_text
from newsdesk.newsroom.backing_up import set_backup_place, set_second_place
from newsdesk.paths import state_folder
from newsdesk.store import open_reader
from newsdesk.ui.context import Context
from newsdesk.ui.dialogs.backups_sheet import BackupsDialog


@contextmanager
def place_of_its_own(sample: Path, tmp_path: Path) -> Iterator[Path]:
    """A first place for this test alone: all copies of the sample are one newsroom."""
    with open_reader(sample) as reader:
        id = reader.newsroom().id
    place = tmp_path / "backups"
    set_backup_place(state_folder(), id, sample, place)
    yield place
    set_backup_place(state_folder(), id, sample, None)
    set_second_place(state_folder(), id, sample, None)


def write(context: Context, kicker: str) -> Future[Article]:
    """Change an article."""
    id = context.read.every(Article)[0].id
    return context.do(lambda store: edit_text(store, id, {"kicker": kicker}))


def box_over(parent: QWidget) -> QMessageBox:
    """The question that is asked over a window, once it is."""
    wait_until(lambda: any(box.isVisible() for box in parent.findChildren(QMessageBox)), "the question")
    return next(box for box in parent.findChildren(QMessageBox) if box.isVisible())


def press_in(box: QMessageBox, text: str) -> None:
    """Answer a question by the button with this text."""
    QTest.mouseClick(
        next(each for each in box.buttons() if each.text().replace("&", "") == text), Qt.MouseButton.LeftButton
    )


def backups_window(session: Session) -> BackupsDialog:
    """The window of backups, opened by its command."""
    assert session.window
    session.window.actions_of.refresh()
    session.window.actions_of.by_id["file.backups"].trigger()
    found = session.frame.findChild(BackupsDialog)
    assert isinstance(found, BackupsDialog)
    wait_until(lambda: found.is_looked_up)
    return found


def context_of(session: Session) -> Context:
    """The newsroom that is open."""
    assert session.opened
    return session.opened.context
