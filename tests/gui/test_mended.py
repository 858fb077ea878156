"""Faults that were found by using the window at random, and must not come back."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFrame, QMessageBox, QWidget

from helpers.waiting import wait_until
from helpers.writing import card, edition
from newsdesk.app.session import Session
from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.model.article import Article
from newsdesk.model.ids import PhotoId
from newsdesk.model.marking import written_read
from newsdesk.newsroom import set_topics
from newsdesk.settings import Theme
from newsdesk.store import open_reader
from newsdesk.ui.editor import autosave
from newsdesk.ui.editor.body import Body
from newsdesk.ui.frame import Frame
from newsdesk.ui.kit.look import Look


@pytest.fixture
def crashes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What went wrong without anybody to tell."""
    found: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: found.append(repr(error)))
    return found


@pytest.fixture
def session(sample: Path, look: Look, crashes: list[str]) -> Iterator[Session]:  # noqa: ARG001
    frame = Frame(look)
    frame.show()
    session = Session(frame, look)
    session.open(sample)
    yield session
    session.close()
    frame.close()
    frame.deleteLater()


def test_another_newsroom_opens_while_the_first_is_written(
    session: Session, sample: Path, tmp_path: Path, crashes: list[str]
) -> None:
    other = Path(shutil.copytree(sample, tmp_path / "other"))
    first = session.window
    assert first is not None
    id = first.editor.article_id
    assert id is not None
    first.editor.body.insertPlainText("Typed last. ")
    first.context.do(lambda store: set_topics(store, id, ["harbour"]))

    first.doors.open(other)

    wait_until(lambda: session.window not in (None, first), "the other newsroom")
    QApplication.processEvents()
    assert crashes == []
    with open_reader(sample) as reader:
        written = reader.get(Article, id)
    assert written is not None
    assert "Typed last. " in written.body


def test_the_look_changes_after_another_newsroom_was_opened(
    session: Session, look: Look, sample: Path, tmp_path: Path, crashes: list[str]
) -> None:
    first = session.window
    session.open(Path(shutil.copytree(sample, tmp_path / "other")))
    wait_until(lambda: session.window not in (None, first), "the other newsroom")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    look.apply(replace(look.preferences, theme=Theme.DARK))

    QApplication.processEvents()
    assert crashes == []


def test_a_related_block_that_the_top_of_the_pane_cuts_takes_another_width(look: Look) -> None:
    english = edition("en")
    body = Body(look, card)
    body.resize(700, 300)
    body.show()
    read = written_read(english.labels.read, "Fishing returns to the harbour " * 9, "https://example.org/")
    body.show_text("\n\n".join(["First.", read, *["A paragraph."] * 40]), english)
    # In the midst of the block, which has several lines: it was set by asking where it is, and so without end.
    body.verticalScrollBar().setValue(3)
    assert body.firstVisibleBlock().text() == read

    body.lines.let_go_all()
    body.lines.blockBoundingRect(body.document().findBlockByNumber(2))

    assert body.document().findBlockByNumber(2).userState() > 0
    body.deleteLater()


def test_a_photo_stands_twice_in_a_text_with_cards_of_unlike_heights(look: Look) -> None:
    made: list[str] = []

    def growing(_photo: PhotoId, caption: str, _change: Callable[[str], None]) -> QWidget:
        card = QFrame()
        card.setFixedHeight(92 + len(caption))
        made.append(caption)
        return card

    body = Body(look, growing)
    body.resize(700, 600)
    body.show()

    body.show_text("One.\n\n![](photo:p1)\n\nTwo.\n\n![A longer caption](photo:p1)", edition("en"))

    wait_until(lambda: len(made) == 2, "both cards")
    heights = [body.document().findBlockByNumber(number).userState() for number in (2, 6)]
    assert heights[0] < heights[1]
    body.deleteLater()


def test_one_of_two_equal_cards_is_opened(look: Look) -> None:
    made: list[QFrame] = []

    def growing(_photo: PhotoId, _caption: str, _change: Callable[[str], None]) -> QWidget:
        made.append(QFrame())
        made[-1].setFixedHeight(92)
        return made[-1]

    body = Body(look, growing)
    body.resize(700, 700)
    body.show()
    body.show_text("One.\n\n![](photo:p1)\n\nTwo.\n\n![](photo:p1)\n\nThree.", edition("en"))
    wait_until(lambda: len(made) == 2, "both cards")

    made[1].setFixedHeight(240)
    body.watch.place_cards()
    QApplication.processEvents()

    heights = [body.document().findBlockByNumber(number).userState() for number in (2, 6)]
    assert heights[0] == heights[1] > 240
    body.deleteLater()


@pytest.mark.parametrize("answer", [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Discard])
def test_closing_asks_before_it_loses_what_cannot_be_saved(
    session: Session, monkeypatch: pytest.MonkeyPatch, answer: QMessageBox.StandardButton
) -> None:
    asked: list[str] = []

    def no_room(*_arguments: object) -> None:
        raise Trouble(N_("The disk is full."))

    def warning(_parent: object, _title: str, text: str, *_buttons: object) -> QMessageBox.StandardButton:
        asked.append(text)
        return answer

    monkeypatch.setattr(QMessageBox, "warning", warning)
    assert session.window is not None
    session.window.editor.body.insertPlainText("Typed last. ")
    monkeypatch.setattr(autosave, "edit_text", no_room)

    closed = session.frame.close()

    assert closed == (answer is QMessageBox.StandardButton.Discard)
    assert len(asked) == 1
    assert "The disk is full." in asked[0]


def test_closing_asks_nothing_when_all_is_saved(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QMessageBox, "warning", lambda *_arguments: pytest.fail("It asked."))
    assert session.window is not None
    session.window.editor.body.insertPlainText("Typed last. ")

    assert session.frame.close()
