"""The Bin: what was deleted is put back, read, or deleted for good after one question."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from helpers.offscreen import windows_with_sizes
from helpers.waiting import wait_until
from newsdesk.app.session import Session
from newsdesk.model.article import Article
from newsdesk.model.binned import Binned
from newsdesk.model.ids import ArticleId, EditionId, RevisionId
from newsdesk.newsroom import delete_articles
from newsdesk.newsroom.history import binned
from newsdesk.ui.context import Context
from newsdesk.ui.dialogs.bin import BinDialog
from newsdesk.ui.dialogs.bin_rows import LEFT_ROLE, SOON_ROLE
from newsdesk.ui.dialogs.compare_dialog import CompareDialog
from newsdesk.ui.frame import Frame
from newsdesk.ui.kit.look import Look

HEADLINES = ("The lighthouse keeper’s last log", "Why the north quay floods first")


@pytest.fixture
def dialog(context: Context, application: QApplication) -> Iterator[BinDialog]:
    with windows_with_sizes():
        window = QWidget()
        window.show()
        articles = {article.headline: article.id for article in context.read.every(Article)}
        for headline in HEADLINES:
            context.do(partial(delete_articles, ids=[articles[headline]])).result()
        made = BinDialog(context, window)
        made.open()
        yield made
        context.do(lambda _store: None).result()
        application.processEvents()
        window.close()
        window.deleteLater()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def headlines(dialog: BinDialog) -> list[str]:
    return [each.headline for each in dialog.rows.binned]


def click(button: QPushButton) -> None:
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_lists_what_was_deleted_last_first(dialog: BinDialog) -> None:
    assert headlines(dialog) == [*reversed(HEADLINES)]
    spoken = str(dialog.rows.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert HEADLINES[1] in spoken
    assert "gone for good in 30 days" in spoken


def test_says_how_long_it_stays(dialog: BinDialog, context: Context) -> None:
    def binned_ago(days: int, hours: int = 0) -> Binned:
        deleted = context.clock() - timedelta(days=days, hours=hours)
        return Binned(ArticleId("a"), EditionId("e"), "", deleted, "", RevisionId("r"))

    dialog.rows.show_binned([binned_ago(18, 1), binned_ago(29, 1), binned_ago(31)])
    index = dialog.rows.model().index
    assert [index(row, 0).data(LEFT_ROLE) for row in range(3)] == [
        "gone for good in 12 days",
        "gone for good in 1 day",
        "gone for good today",
    ]
    assert [index(row, 0).data(SOON_ROLE) for row in range(3)] == [False, True, True]


def test_puts_an_article_back_and_undoes_it(dialog: BinDialog, context: Context) -> None:
    came: list[object] = []
    dialog.put_back.connect(came.append)
    click(dialog.back)
    wait_until(lambda: headlines(dialog) == [HEADLINES[0]], "the bin without it")
    wait_until(lambda: came, "the article")
    assert any(article.headline == HEADLINES[1] for article in context.read.every(Article))
    (undo,) = [each for each in dialog.banner.findChildren(QPushButton) if each.text() == "Undo"]
    click(undo)
    wait_until(lambda: len(headlines(dialog)) == 2, "the undo")


def test_deletes_for_good_after_one_question(dialog: BinDialog, context: Context) -> None:
    QTest.keyClick(dialog.rows, Qt.Key.Key_Delete)
    click(dialog.keep)
    assert dialog.sure.isHidden()
    assert len(binned(context.read)) == 2
    dialog.rows.selectAll()
    click(dialog.remove)
    click(dialog.sure)
    wait_until(lambda: not dialog.rows.binned, "the empty bin")
    assert binned(context.read) == []
    assert dialog.back.isHidden()


def test_looks_into_an_article(dialog: BinDialog) -> None:
    QTest.keyClick(dialog.rows, Qt.Key.Key_Return)
    (shown,) = dialog.findChildren(CompareDialog)
    wait_until(lambda: shown.view.rows.rows, "the text")
    assert shown.bar.title.text() == HEADLINES[1]
    assert any(part.after == HEADLINES[1] for row in shown.view.rows.rows for part in row.parts)
    assert shown.whole.isHidden()


def test_what_is_too_old_goes_when_the_window_opens(
    sample: Path, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    cleared: list[Path] = []
    monkeypatch.setattr("newsdesk.app.session.clear_old_bin", lambda store: cleared.append(store.folder))
    frame = Frame(look, QSize(1200, 800))
    frame.show()
    session = Session(frame, look)
    session.open(sample)
    wait_until(lambda: cleared == [sample], "the bin")
    frame.end()
    frame.deleteLater()
