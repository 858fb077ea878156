"""What a banner offers to undo is what it tells of, and what is told of Bring Back is so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

from helpers.offscreen import windows_with_sizes
from helpers.rescue import on_disk, opened, write
from helpers.waiting import wait_until
from newsdesk.app.session import Session
from newsdesk.model.article import Article, Status
from newsdesk.model.ids import ArticleId, RevisionId
from newsdesk.newsroom import edit_text, set_status
from newsdesk.newsroom.history import binned, keep_version
from newsdesk.ui.dialogs.bin import BinDialog
from newsdesk.ui.dialogs.compare_dialog import CompareDialog
from newsdesk.ui.frame import Frame
from newsdesk.ui.kit.banner import Banner
from newsdesk.ui.kit.look import Look
from newsdesk.ui.main_window import MainWindow


@pytest.fixture
def window(sample: Path, look: Look) -> Iterator[MainWindow]:
    with windows_with_sizes():
        frame = Frame(look, QSize(1440, 900))
        frame.show()
        session = Session(frame, look)
        session.open(sample)
        assert session.window
        wait_until(lambda: session.window and session.window.editor.article_id, "the first article")
        yield session.window
        frame.close()
        frame.deleteLater()


def undo_in(banner: Banner) -> list[QPushButton]:
    """The Undo of a banner, if it has one."""
    return [one for one in banner.findChildren(QPushButton) if one.isVisible() and one.text() == "Undo"]


def status(window: MainWindow, id: ArticleId) -> Status:
    return on_disk(window.context.folder, id).status


def another(window: MainWindow) -> ArticleId:
    """An article that is not open, and not held."""
    articles = window.context.read.every(Article)
    return next(one.id for one in articles if one.id != opened(window) and one.status is Status.DRAFT)


def another_there(window: MainWindow) -> ArticleId:
    return next(one.id for one in window.context.read.every(Article) if one.status is Status.DRAFT)


def settle(window: MainWindow) -> None:
    """All that was asked of the newsroom is done and told."""
    told: list[None] = []
    window.context.do(lambda _store: None, told.append)
    wait_until(lambda: told, "the end of it")


def hold(window: MainWindow, id: ArticleId) -> None:
    window.context.do(lambda store: set_status(store, [id], Status.HELD))


def a_version(window: MainWindow, then: str = "") -> RevisionId:
    """A version of the open article, which then begins with other words."""
    id = opened(window)
    kept = window.context.do(lambda store: keep_version(store, id, "filed v1")).result().id
    if then:
        body = then + on_disk(window.context.folder, id).body
        window.context.do(lambda store: edit_text(store, id, {"body": body})).result()
        wait_until(lambda: window.editor.body.text().startswith(then), "the change")
    return kept


def compared(window: MainWindow, version: RevisionId) -> CompareDialog:
    window.compare(opened(window), version, None)
    (dialog,) = window.findChildren(CompareDialog)
    wait_until(lambda: dialog.view.rows.rows, "the comparison")
    return dialog


def test_the_undo_of_the_comparison_goes_with_the_next_step(window: MainWindow) -> None:
    dialog, other = compared(window, a_version(window, "Changed. ")), another(window)
    dialog.whole.click()
    wait_until(lambda: undo_in(dialog.banner), "the way back")
    hold(window, other)
    settle(window)
    assert not undo_in(dialog.banner)
    assert dialog.banner.text == "The article is as it was in that version.", "which stays true"
    assert status(window, other) is Status.HELD


def test_an_undo_that_comes_too_late_undoes_nothing_and_says_so(window: MainWindow) -> None:
    dialog, other = compared(window, a_version(window, "Changed. ")), another(window)
    dialog.whole.click()
    wait_until(lambda: undo_in(dialog.banner), "the way back")
    hold(window, other)
    undo_in(dialog.banner)[0].click()
    wait_until(lambda: "was not undone" in window.banner.text, "the word of it")
    assert status(window, other) is Status.HELD


def test_where_nothing_was_done_there_is_nothing_to_undo(window: MainWindow) -> None:
    other = another(window)
    hold(window, other)
    version = a_version(window)
    dialog = compared(window, version)
    dialog.whole.click()
    wait_until(lambda: "as it was" in dialog.banner.text, "the word of it")
    assert not undo_in(dialog.banner), "it would take the status back"


def test_the_undo_of_the_window_goes_with_the_next_step(window: MainWindow) -> None:
    window.actions_of.by_id["article.delete"].trigger()
    wait_until(lambda: undo_in(window.banner), "the way back")
    said = window.banner.text
    hold(window, another_there(window))
    settle(window)
    assert not undo_in(window.banner)
    assert window.banner.text == said


def test_what_is_undone_from_elsewhere_is_not_told_any_more(window: MainWindow) -> None:
    window.actions_of.by_id["article.delete"].trigger()
    wait_until(lambda: undo_in(window.banner), "the way back")
    window.context.undo()
    settle(window)
    assert window.banner.isHidden(), "it is not so any more"


def test_the_undo_of_the_bin_goes_with_the_next_step(window: MainWindow) -> None:
    window.actions_of.by_id["article.delete"].trigger()
    wait_until(lambda: binned(window.context.read), "the bin")
    dialog = BinDialog(window.context, window)
    dialog.open()
    dialog.back.click()
    wait_until(lambda: undo_in(dialog.banner), "the way back")
    hold(window, another_there(window))
    settle(window)
    assert not undo_in(dialog.banner)
    dialog.close()


def test_nothing_comes_back_over_what_is_typed_while_the_newsroom_is_busy(window: MainWindow) -> None:
    id, version = opened(window), a_version(window, "Second. ")
    dialog, gate = compared(window, version), Event()
    window.context.do(lambda _store: gate.wait())
    dialog.whole.click()
    write(window, "More. ")
    gate.set()
    wait_until(lambda: dialog.banner.text, "the word of it")
    assert "nothing was brought back" in dialog.banner.text
    window.context.flush()
    window.context.do(lambda _store: None).result()
    body = on_disk(window.context.folder, id).body
    assert body.startswith("More. Second. ")
    assert window.editor.body.text() == body


def test_what_is_typed_in_another_article_meanwhile_is_in_no_way(window: MainWindow) -> None:
    id, version = opened(window), a_version(window, "Second. ")
    dialog, gate = compared(window, version), Event()
    window.context.do(lambda _store: gate.wait())
    dialog.whole.click()
    window.open_article(another(window))
    write(window, "Elsewhere. ")
    gate.set()
    wait_until(lambda: dialog.banner.text, "the word of it")
    assert dialog.banner.text == "The article is as it was in that version."
    assert not on_disk(window.context.folder, id).body.startswith("Second. ")


def test_what_is_typed_in_the_very_moment_stands_and_that_is_said(window: MainWindow) -> None:
    id, version = opened(window), a_version(window, "Second. ")
    dialog = compared(window, version)
    dialog.whole.click()
    # The lane has done it; the window does not know yet.
    window.context.do(lambda _store: None).result()
    write(window, "More. ")
    wait_until(lambda: dialog.banner.text, "the word of it")
    assert "as you typed it" in dialog.banner.text
    window.context.flush()
    window.context.do(lambda _store: None).result()
    assert on_disk(window.context.folder, id).body == window.editor.body.text()
