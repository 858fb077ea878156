"""The real window: its commands, its panes, and what passes between them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from helpers.waiting import wait_until
from newsdesk.app.session import Session
from newsdesk.model.article import Article, Status
from newsdesk.model.ids import ArticleId
from newsdesk.newsroom import set_status
from newsdesk.store import open_reader
from newsdesk.ui.commands.parts import Pane
from newsdesk.ui.commands.table import COMMANDS
from newsdesk.ui.frame import Frame
from newsdesk.ui.kit.look import Look
from newsdesk.ui.main_window import MainWindow


@pytest.fixture
def session(sample: Path, look: Look) -> Iterator[Session]:
    frame = Frame(look, QSize(1440, 900))
    frame.show()
    session = Session(frame, look)
    session.open(sample)
    yield session
    frame.close()
    frame.deleteLater()


@pytest.fixture
def window(session: Session) -> MainWindow:
    assert session.window
    wait_until(lambda: session.window and session.window.editor.article_id, "the first article")
    return session.window


def run(window: MainWindow, id: str) -> None:
    window.actions_of.refresh()
    action = window.actions_of.by_id[id]
    assert action.isEnabled(), action.statusTip()
    action.trigger()


def rows(window: MainWindow) -> int:
    view = window.articles.findChild(QListView)
    assert isinstance(view, QListView)
    return view.model().rowCount()


def test_every_command_can_run_or_says_why_not(window: MainWindow) -> None:
    window.actions_of.refresh()
    for command in COMMANDS:
        action = window.actions_of.by_id[command.id]
        assert action.isEnabled() or action.statusTip(), command.id
        assert action.text()


def test_no_two_commands_have_the_same_keys() -> None:
    keys = [key.toString() for command in COMMANDS for key in command.sequences()]
    assert sorted(keys) == sorted(set(keys))
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)


def test_mnemonics_differ_within_a_menu() -> None:
    for menu in {(command.menu, command.submenu) for command in COMMANDS}:
        texts = [command.text for command in COMMANDS if (command.menu, command.submenu) == menu]
        letters = [QKeySequence.mnemonic(text).toString() for text in texts if "&" in text]
        assert sorted(letters) == sorted(set(letters)), menu


def test_a_new_article_is_written_and_saved(window: MainWindow, sample: Path) -> None:
    before = window.editor.article_id
    run(window, "article.new")
    wait_until(lambda: window.editor.article_id not in (None, before), "the new article")
    id = opened(window)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "Night buses come back")
    window.editor.focus_body()
    QTest.keyClicks(window.editor.body, "On Friday it stays.")
    wait_until(lambda: "Saved" in window.status_line.saved_text, "the save")
    with open_reader(sample) as reader:
        article = reader.get(Article, id)
    assert article is not None
    assert article.headline == "Night buses come back"
    assert article.body.strip() == "On Friday it stays."
    assert article.slug == "night-buses-come-back"


def test_what_is_deleted_comes_back_by_the_banner(window: MainWindow) -> None:
    id = opened(window)
    run(window, "article.delete")
    wait_until(lambda: window.context.read.get(Article, id) is None, "the deletion")
    wait_until(lambda: "Deleted" in window.banner.text, "the banner")
    undo = next(one for one in window.banner.findChildren(QPushButton) if one.text() == "Undo")
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    wait_until(lambda: window.context.read.get(Article, id) is not None, "the article")


def status_of(window: MainWindow) -> Status:
    article = window.context.read.get(Article, opened(window))
    assert article is not None
    return article.status


def opened(window: MainWindow) -> ArticleId:
    assert window.editor.article_id is not None
    return window.editor.article_id


def test_undo_in_a_text_stops_where_its_typing_began(window: MainWindow) -> None:
    """Whoever holds the key down takes back no step elsewhere unasked."""
    articles = {article.headline: article for article in window.context.read.every(Article)}
    elsewhere = articles["The lighthouse keeper’s last log"]
    window.context.do(lambda store: set_status(store, [elsewhere.id], Status.HELD)).result()
    wait_until(lambda: window.context.undo_name, "the step")
    window.editor.focus_body()
    before = window.editor.body.text()
    QTest.keyClicks(window.editor.body, "so")
    window.actions_of.refresh()
    assert window.actions_of.by_id["edit.undo"].text() == "&Undo"
    for _ in range(6):
        run(window, "edit.undo")
    assert window.editor.body.text() == before
    held = window.context.read.get(Article, elsewhere.id)
    assert held
    assert held.status is Status.HELD
    assert "no more typing" in window.banner.text
    undo = next(one for one in window.banner.findChildren(QPushButton) if one.text() == "Undo")
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    wait_until(lambda: window.context.read.get(Article, elsewhere.id) == elsewhere, "the step taken back")


def test_a_status_is_set_undone_and_done_again(window: MainWindow) -> None:
    before = status_of(window)
    wanted = Status.HELD if before is not Status.HELD else Status.DRAFT
    run(window, f"article.status.{wanted.value}")
    wait_until(lambda: status_of(window) is wanted, "the status")
    window.desk.setFocus()
    window.context.undo()
    wait_until(lambda: status_of(window) is before, "the old status")
    window.context.redo()
    wait_until(lambda: status_of(window) is wanted, "the status again")


def test_panes_fold_away_and_come_back(window: MainWindow) -> None:
    for pane in (Pane.DESK, Pane.LIST, Pane.INSPECTOR):
        assert window.is_shown(pane)
        run(window, f"view.{pane.value}")
        assert not window.is_shown(pane)
        run(window, f"view.{pane.value}")
        assert window.is_shown(pane)


def test_in_focus_mode_the_text_stands_alone(window: MainWindow) -> None:
    run(window, "view.focus")
    assert not any(window.is_shown(pane) for pane in Pane)
    assert window.top_bar.isHidden()
    run(window, "view.focus")
    assert window.is_shown(Pane.LIST)
    assert not window.top_bar.isHidden()


def test_a_search_finds_and_is_left_again(window: MainWindow) -> None:
    run(window, "edit.search")
    assert QApplication.focusWidget() is window.top_bar.search
    every = rows(window)
    QTest.keyClicks(window.top_bar.search, "lighthouse")
    wait_until(lambda: 0 < rows(window) < every, "what was found")
    QTest.keyClick(window.top_bar.search, Qt.Key.Key_Escape)
    wait_until(lambda: rows(window) == every, "all articles")


def test_the_status_line_counts_paragraphs_and_not_the_lines_between(window: MainWindow) -> None:
    body = window.editor.body
    window.editor.focus_body()
    QTest.keySequence(body, QKeySequence.StandardKey.SelectAll)
    QTest.keyClicks(body, "One.")
    for text in ("Two.", "Three."):
        QTest.keyClick(body, Qt.Key.Key_Return)
        QTest.keyClicks(body, text)
    assert body.text().split() == ["One.", "Two.", "Three."]
    assert window.status_line.place_text == "Paragraph 3"
    QTest.keyClick(body, Qt.Key.Key_Up)
    assert window.status_line.place_text == "Paragraph 2"


def test_every_control_has_a_name(window: MainWindow) -> None:
    kinds = (QPushButton, QToolButton, QLineEdit, QListView, QPlainTextEdit, QTextEdit)
    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisible()
        and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and not widget.objectName().startswith("qt_")
    ]
    assert [f"{type(widget).__name__} in {type(widget.parent()).__name__}" for widget in nameless] == []


def test_dialogs_are_freed_when_they_close(window: MainWindow) -> None:
    for id in ("help.palette", "help.shortcuts", "file.preferences", "file.newsroom", "file.publish"):
        run(window, id)
        dialog = next(one for one in QApplication.topLevelWidgets() if one.isVisible() and one.isModal())
        dialog.close()
        wait_until(partial(_is_gone, dialog), f"the end of {id}")


def _is_gone(widget: QWidget) -> bool:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return not isValid(widget)
