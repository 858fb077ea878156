"""Versions and the bin from the keyboard, in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from helpers.offscreen import windows_with_sizes
from helpers.waiting import wait_until
from newsdesk.app.session import Session
from newsdesk.newsroom.history import binned
from newsdesk.ui.dialogs.bin import BinDialog
from newsdesk.ui.dialogs.compare_dialog import CompareDialog
from newsdesk.ui.frame import Frame
from newsdesk.ui.kit.look import Look
from newsdesk.ui.main_window import MainWindow

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(sample: Path, look: Look) -> Iterator[MainWindow]:
    with windows_with_sizes():
        frame = Frame(look, QSize(1440, 900))
        frame.show()
        session = Session(frame, look)
        session.open(sample)
        assert session.window
        wait_until(lambda: session.window and session.window.editor.article_id, "the first article")
        frame.activateWindow()
        wait_until(frame.isActiveWindow, "the keyboard")
        yield session.window
        frame.close()
        frame.deleteLater()


def run(window: MainWindow, id: str) -> None:
    window.actions_of.refresh()
    action = window.actions_of.by_id[id]
    assert action.isEnabled(), action.statusTip()
    action.trigger()


def test_a_version_is_kept_and_compared_with_what_was_typed_since(window: MainWindow) -> None:
    QTest.keyClick(window.editor.body, Qt.Key.Key_S, CTRL_SHIFT)
    name = window.inspector.history.keep.name
    wait_until(name.isVisible, "the field")
    assert QApplication.focusWidget() is name
    QTest.keyClicks(name, "filed v1")
    QTest.keyClick(name, Qt.Key.Key_Return)
    wait_until(lambda: "filed v1" in window.banner.text, "the word of it")
    window.editor.focus_body()
    QTest.keyClicks(window.editor.body, "Zebras ")
    QTest.keyClick(window.editor.body, Qt.Key.Key_E, CTRL_SHIFT)
    (dialog,) = window.findChildren(CompareDialog)
    wait_until(lambda: dialog.view.changes, "what was typed and not saved yet")
    (change,) = dialog.view.changes
    assert "Zebras" in str(dialog.view.rows.index(change).data())


def test_what_is_brought_back_stands_in_the_editor(window: MainWindow) -> None:
    before = window.editor.body.text()
    run(window, "article.keep_version")
    QTest.keyClicks(window.inspector.history.keep.name, "filed v1")
    QTest.keyClick(window.inspector.history.keep.name, Qt.Key.Key_Return)
    wait_until(lambda: "filed v1" in window.banner.text, "the version")
    window.editor.focus_body()
    QTest.keyClicks(window.editor.body, "Zebras ")
    run(window, "article.compare")
    (dialog,) = window.findChildren(CompareDialog)
    wait_until(lambda: dialog.view.changes, "the change")
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    wait_until(lambda: window.editor.body.text() == before, "the text as it was")


def test_a_deleted_article_is_put_back_from_the_bin(window: MainWindow) -> None:
    id = window.editor.article_id
    run(window, "article.delete")
    wait_until(lambda: binned(window.context.read), "the bin")
    wait_until(lambda: any(entry.text == "Bin" for entry in window.desk.model.entries), "the bin on the desk")
    row = next(row for row, entry in enumerate(window.desk.model.entries) if entry.text == "Bin")
    window.desk.rows.setCurrentIndex(window.desk.model.index(row))
    QTest.keyClick(window.desk.rows, Qt.Key.Key_Return)
    (dialog,) = window.frame.findChildren(BinDialog)
    dialog.back.click()
    wait_until(lambda: window.articles.selected() == [id], "the article in the list")
    assert window.editor.article_id == id
    wait_until(lambda: all(entry.text != "Bin" for entry in window.desk.model.entries), "the desk without a bin")


def test_the_window_closes_while_versions_are_compared(window: MainWindow) -> None:
    id = window.editor.article_id
    assert id is not None
    last = window.context.read.last_revision(id)
    assert last is not None
    window.compare(id, last.id, None)
    (dialog,) = window.findChildren(CompareDialog)
    window.frame.close()
    wait_until(lambda: not isValid(dialog), "the end of it")
