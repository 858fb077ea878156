"""The History tab: versions are listed, kept under a name, compared and brought back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from helpers.waiting import wait_until
from newsdesk.i18n import message
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId
from newsdesk.model.revision import Reason, Snapshot
from newsdesk.newsroom import edit_text, new_article
from newsdesk.newsroom.history import keep_version
from newsdesk.store import Store
from newsdesk.ui.context import Context
from newsdesk.ui.inspector.history import PAGE, HistoryTab


@pytest.fixture
def tab(context: Context, application: QApplication) -> Iterator[HistoryTab]:
    made = HistoryTab(context)
    made.resize(304, 700)
    made.show()
    yield made
    context.do(lambda _store: None).result()
    application.processEvents()
    made.close()
    made.deleteLater()


def an_article(context: Context) -> ArticleId:
    """A new article with a text that was kept once."""

    def make(store: Store) -> ArticleId:
        edition = store.read.newsroom().main_edition
        id = new_article(store, edition, "Night buses come back").id
        edit_text(store, id, {"body": "On Friday they return."})
        keep_version(store, id, "filed v1")
        edit_text(store, id, {"headline": "Night buses return"})
        return id

    return context.do(make).result()


def article(context: Context, id: ArticleId) -> Article:
    found = context.read.get(Article, id)
    assert found is not None
    return found


def expected(store: Store, id: ArticleId) -> Article:
    found = store.read.get(Article, id)
    assert found is not None
    return found


def texts(tab: HistoryTab, text: str) -> list[QLabel]:
    return [each for each in tab.findChildren(QLabel) if each.isVisible() and each.text() == text]


def names(tab: HistoryTab) -> list[str]:
    return [version.revision.name for version in tab.model.versions]


def listed(tab: HistoryTab, context: Context) -> ArticleId:
    id = an_article(context)
    tab.show_article(id)
    wait_until(lambda: "filed v1" in names(tab), "the versions")
    return id


def test_lists_the_versions_under_now(tab: HistoryTab, context: Context) -> None:
    listed(tab, context)
    row = names(tab).index("filed v1") + 1
    spoken = str(tab.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "filed v1" in spoken
    assert "today" in spoken.lower()
    assert tab.model.index(0).data() == "Changed since the last version"


def test_an_article_without_versions_says_so(tab: HistoryTab, context: Context) -> None:
    made = context.do(lambda store: new_article(store, store.read.newsroom().main_edition, "Fresh")).result()
    tab.show_article(made.id)
    assert tab.model.index(0).data() == ""
    wait_until(lambda: tab.model.index(0).data() == "No version is kept yet", "the answer")


def test_now_is_as_the_last_version_once_that_is_kept(tab: HistoryTab, context: Context) -> None:
    id = listed(tab, context)
    context.do(lambda store: keep_version(store, id, "filed v2")).result()
    wait_until(lambda: tab.model.index(0).data() == "As in the last version", "the new version")
    assert names(tab)[0] == "filed v2"


def test_a_version_is_kept_by_keyboard(tab: HistoryTab, context: Context) -> None:
    listed(tab, context)
    QTest.keyClick(tab.keep.open, Qt.Key.Key_Space)
    assert tab.keep.is_open
    QTest.keyClick(tab.keep.name, Qt.Key.Key_Return)
    assert tab.keep.is_open, "a name is wanted"
    QTest.keyClicks(tab.keep.name, "  as sent  to Ada ")
    QTest.keyClick(tab.keep.name, Qt.Key.Key_Return)
    wait_until(lambda: names(tab)[0] == "as sent to Ada", "the version")
    assert not tab.keep.is_open


def test_esc_keeps_nothing(tab: HistoryTab, context: Context) -> None:
    listed(tab, context)
    tab.ask_name()
    QTest.keyClicks(tab.keep.name, "no")
    QTest.keyClick(tab.keep.name, Qt.Key.Key_Escape)
    context.do(lambda _store: None).result()
    assert not tab.keep.is_open
    assert "no" not in names(tab)
    tab.ask_name()
    assert tab.keep.name.text() == ""


def test_enter_compares_with_now_and_two_with_each_other(tab: HistoryTab, context: Context) -> None:
    id = listed(tab, context)
    context.do(lambda store: keep_version(store, id, "filed v2")).result()
    wait_until(lambda: names(tab)[0] == "filed v2", "the new version")
    wanted: list[tuple[object, ...]] = []
    tab.compare_wanted.connect(lambda *which: wanted.append(which))
    second, first = (version.revision.id for version in tab.model.versions[:2])
    for rows in ([2], [0], [0, 2], [1, 2]):
        tab.rows.select(rows)
        QTest.keyClick(tab.rows, Qt.Key.Key_Return)
    assert wanted == [(id, first, None), (id, second, None), (id, first, None), (id, first, second)]
    tab.rows.select([0, 1, 2])
    assert not tab.compare.isEnabled()


def test_a_whole_version_is_brought_back_and_that_is_undone(tab: HistoryTab, context: Context) -> None:
    id = listed(tab, context)
    told: list[bool] = []
    context.told.connect(lambda _text, undo: told.append(undo))
    tab.rows.select([0])
    assert not tab.bring_back.isEnabled()
    tab.rows.select([names(tab).index("filed v1") + 1])
    tab.bring_back.click()
    wait_until(lambda: article(context, id).headline == "Night buses come back", "the version")
    wait_until(lambda: told, "the word of it")
    assert told == [True]
    context.undo()
    wait_until(lambda: article(context, id).headline == "Night buses return", "the undo")


def test_many_versions_are_read_as_they_are_wanted(tab: HistoryTab, context: Context) -> None:
    id = an_article(context)

    def keep_many(store: Store) -> None:
        for number in range(PAGE + 20):
            edit_text(store, id, {"body": f"Version {number}"})
            kept = Snapshot(expected(store, id), ())
            with store.step(message("Keep"), undo=False):
                store.keep(kept, Reason.NAMED, f"v{number}")

    context.do(keep_many).result()
    tab.show_article(id)
    wait_until(lambda: tab.model.versions, "the versions")
    assert len(tab.model.versions) == PAGE
    tab.rows.scrollToBottom()
    wait_until(lambda: len(tab.model.versions) > PAGE + 20, "the older ones")
    assert len({version.revision.id for version in tab.model.versions}) == len(tab.model.versions)


def test_an_article_without_versions_says_what_will_stand_here(tab: HistoryTab, context: Context) -> None:
    id = context.do(lambda store: new_article(store, store.read.newsroom().main_edition, "").id).result()
    tab.show_article(id)
    wait_until(lambda: texts(tab, "No versions yet"), "the empty state")
    (button,) = [each for each in tab.findChildren(QPushButton) if each.isVisible()]
    button.click()
    assert tab.keep.name.isVisible()


def test_without_an_article_there_is_nothing_to_keep(tab: HistoryTab) -> None:
    assert texts(tab, "No article is open")
    assert [each for each in tab.findChildren(QPushButton) if each.isVisible()] == []
