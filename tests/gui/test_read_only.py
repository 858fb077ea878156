"""A newsroom that can only be read: everything is there to see and to export, nothing to change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from helpers.waiting import wait_until
from newsdesk.app.opened import Opened
from newsdesk.errors import Trouble
from newsdesk.model.article import Article
from newsdesk.newsroom import remember_site_folder
from newsdesk.ui.commands.table import COMMANDS
from newsdesk.ui.dialogs.doors import Doors
from newsdesk.ui.dialogs.publish_sheet import PublishSheet
from newsdesk.ui.frame import Frame
from newsdesk.ui.kit.look import Look
from newsdesk.ui.main_window import MainWindow

WHY = Trouble("The folder cannot be written.", "Copy it to a disk of this machine.")


@pytest.fixture
def window(sample: Path, look: Look) -> Iterator[MainWindow]:
    opened = Opened(sample, look, WHY)
    frame = Frame(look)
    made = MainWindow(opened.context, frame, Doors(lambda _: None, lambda _: None, lambda: None, lambda: None))
    frame.resize(1366, 768)
    frame.show()
    made.show_newest()
    yield made
    made.take_down()
    opened.close()
    frame.deleteLater()


def digest(folder: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in sorted(folder.rglob("newsroom.db*")) if file.is_file()}


def test_it_says_why_and_lets_nothing_be_typed(window: MainWindow) -> None:
    assert "The folder cannot be written." in window.banner.text
    assert window.status_line.saved_text == "○ For reading only"
    before = window.editor.working_copy()
    for field in (window.editor.body, *window.editor.head.fields.values()):
        field.setFocus()
        QTest.keyClicks(field, "x")
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Tab, Qt.Key.Key_Delete):
            QTest.keyClick(field, key)
    assert window.editor.working_copy() == before
    assert not window.inspector.article.isEnabled()


def test_every_command_that_writes_is_refused(window: MainWindow) -> None:
    window.actions_of.refresh()
    refused = {command.id for command in COMMANDS if command.writes}
    assert {"article.new", "article.delete", "text.bold", "file.import"} <= refused
    assert [each.text() for each in window.top_bar.findChildren(QPushButton) if not each.isEnabled()] == [
        "New Article",
        "Import…",
    ]
    for id in refused:
        action = window.actions_of.by_id[id]
        assert not action.isEnabled(), id
        assert action.statusTip() == "This newsroom can only be read."


def test_a_write_is_a_trouble_and_changes_no_byte(window: MainWindow) -> None:
    context = window.context
    article = context.read.every(Article)[0]
    before = digest(context.folder)
    troubled: list[Trouble] = []
    context.troubled.connect(troubled.append)

    def rename() -> None:
        from newsdesk.newsroom import edit_text

        context.do(lambda store: edit_text(store, article.id, {"headline": "Other"}))

    rename()
    wait_until(lambda: troubled, "the trouble")
    assert troubled[0] is WHY
    assert digest(context.folder) == before


def test_the_site_can_be_exported(window: MainWindow, tmp_path: Path) -> None:
    context, out = window.context, tmp_path / "site"
    remember_site_folder(context.state, context.newsroom_id, out)
    sheet = PublishSheet(context, [], window.frame)
    sheet.open()
    wait_until(sheet.go.isEnabled, "the list")
    done: list[int] = []
    sheet.published.connect(done.append)
    sheet.go.click()
    wait_until(lambda: done, "the site")
    assert (out / "index.html").is_file()
    sheet.reject()
