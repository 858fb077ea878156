"""What is typed gets onto the disk by itself, and nothing that was typed is lost or overwritten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from helpers.waiting import wait_until
from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId
from newsdesk.newsroom import delete_articles, edit_text
from newsdesk.store import Store, open_reader
from newsdesk.ui.context import Context
from newsdesk.ui.editor import autosave
from newsdesk.ui.editor.pane import EditorPane
from newsdesk.ui.kit.saving import SaveState

ASIDE = "aside"


@pytest.fixture
def window(context: Context) -> Iterator[QWidget]:
    """A window with the pane, and a field beside it."""
    made = QWidget()
    made.resize(800, 840)
    EditorPane(context, made).setGeometry(0, 0, 800, 800)
    beside = QLineEdit(made)
    beside.setObjectName(ASIDE)
    beside.setGeometry(0, 800, 800, 40)
    made.show()
    made.activateWindow()
    wait_until(made.isActiveWindow)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def pane(window: QWidget) -> EditorPane:
    """The pane, with the first article open."""
    found = window.findChild(EditorPane)
    assert isinstance(found, EditorPane)
    return found


def articles(context: Context) -> list[Article]:
    return context.read.every(Article)


def on_disk(folder: Path, id: ArticleId) -> Article:
    with open_reader(folder) as reader:
        found = reader.get(Article, id)
    assert found is not None
    return found


def write(pane: EditorPane, text: str) -> None:
    """Type at the beginning of the body."""
    pane.focus_body()
    QTest.keyClicks(pane.body, text)


def no_room(_store: Store, _id: ArticleId, _fields: Mapping[str, str]) -> Article:
    raise Trouble(N_("The disk is full."))


def test_typed_text_is_on_the_disk_without_a_command(context: Context, pane: EditorPane) -> None:
    article = articles(context)[0]
    pane.open_article(article.id)
    write(pane, "Zebra. ")
    assert context.saving.standing.state is SaveState.SAVING
    wait_until(lambda: on_disk(context.folder, article.id).body == "Zebra. " + article.body)
    wait_until(lambda: context.saving.standing.state is SaveState.SAVED)


def test_what_is_typed_during_a_save_is_saved_after_it(context: Context, pane: EditorPane) -> None:
    article = articles(context)[0]
    pane.open_article(article.id)
    gate = Event()
    context.do(lambda _store: gate.wait())
    write(pane, "one ")
    pane.flush()
    write(pane, "two ")
    gate.set()
    wait_until(lambda: on_disk(context.folder, article.id).body == "one " + article.body)
    assert pane.body.text() == "one two " + article.body
    assert context.saving.standing.state is SaveState.SAVING
    wait_until(lambda: on_disk(context.folder, article.id).body == "one two " + article.body)
    assert pane.body.text() == "one two " + article.body


def test_a_failed_save_keeps_the_text_and_is_tried_again(
    context: Context, pane: EditorPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = articles(context)[0]
    pane.open_article(article.id)
    monkeypatch.setattr(autosave, "edit_text", no_room)
    write(pane, "Kept. ")
    pane.flush()
    wait_until(lambda: context.saving.standing.state is SaveState.NOT_SAVED)
    assert pane.body.text().startswith("Kept. ")
    monkeypatch.setattr(autosave, "edit_text", edit_text)
    wait_until(lambda: on_disk(context.folder, article.id).body.startswith("Kept. "))
    wait_until(lambda: context.saving.standing.state is SaveState.SAVED)


def test_what_could_not_be_saved_is_there_when_the_article_is_opened_again(
    context: Context, pane: EditorPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = articles(context)[:2]
    pane.open_article(first.id)
    monkeypatch.setattr(autosave, "edit_text", no_room)
    write(pane, "Kept. ")
    pane.open_article(second.id)
    wait_until(lambda: context.saving.standing.state is SaveState.NOT_SAVED)
    assert pane.body.text() == second.body
    pane.open_article(first.id)
    assert pane.body.text() == "Kept. " + first.body
    monkeypatch.setattr(autosave, "edit_text", edit_text)
    pane.flush()
    wait_until(lambda: on_disk(context.folder, first.id).body == "Kept. " + first.body)
    assert on_disk(context.folder, second.id) == second


def test_an_article_opened_again_at_once_shows_what_is_still_being_written(
    context: Context, pane: EditorPane
) -> None:
    first, second = articles(context)[:2]
    pane.open_article(first.id)
    gate = Event()
    context.do(lambda _store: gate.wait())
    write(pane, "Quick. ")
    pane.open_article(second.id)
    pane.open_article(first.id)
    assert pane.body.text() == "Quick. " + first.body
    gate.set()
    wait_until(lambda: context.saving.standing.state is SaveState.SAVED)
    assert on_disk(context.folder, first.id).body == "Quick. " + first.body


def test_leaving_the_pane_saves_at_once(context: Context, pane: EditorPane, window: QWidget) -> None:
    article = articles(context)[0]
    pane.open_article(article.id)
    handed: list[Mapping[str, str]] = []
    context.stepped.connect(lambda step: handed.append(step))
    write(pane, "x")
    beside = window.findChild(QLineEdit, ASIDE)
    assert isinstance(beside, QLineEdit)
    beside.setFocus()
    wait_until(lambda: handed)
    assert on_disk(context.folder, article.id).body == "x" + article.body


def test_a_window_that_is_left_saves_at_once(
    context: Context, pane: EditorPane, application: QApplication
) -> None:
    article = articles(context)[0]
    pane.open_article(article.id)
    write(pane, "y")
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    context.do(lambda _store: None).result()
    assert on_disk(context.folder, article.id).body == "y" + article.body


def test_only_fields_that_a_person_changed_are_written(context: Context, pane: EditorPane) -> None:
    article = articles(context)[0]
    pane.open_article(article.id)
    pane.body.show_text("", None)
    pane.focus_headline()
    QTest.keyClicks(pane.head.fields["headline"], "!")
    pane.flush()
    wait_until(lambda: on_disk(context.folder, article.id).headline == article.headline + "!")
    assert on_disk(context.folder, article.id).body == article.body


def test_a_text_that_a_person_empties_is_empty_on_the_disk(context: Context, pane: EditorPane) -> None:
    article = articles(context)[0]
    pane.open_article(article.id)
    pane.focus_body()
    QTest.keySequence(pane.body, "Ctrl+A")
    QTest.keyClick(pane.body, Qt.Key.Key_Delete)
    pane.flush()
    wait_until(lambda: on_disk(context.folder, article.id).body == "")


def test_a_change_from_elsewhere_is_taken_over_where_nobody_types(context: Context, pane: EditorPane) -> None:
    article = articles(context)[0]
    pane.open_article(article.id)
    write(pane, "Mine. ")
    context.do(lambda store: edit_text(store, article.id, {"headline": "Theirs", "body": "Theirs."}))
    wait_until(lambda: pane.head.text("headline") == "Theirs")
    assert pane.body.text() == "Mine. " + article.body
    pane.flush()
    wait_until(lambda: on_disk(context.folder, article.id).body == "Mine. " + article.body)
    context.do(lambda store: edit_text(store, article.id, {"body": "Theirs again."}))
    wait_until(lambda: pane.body.text() == "Theirs again.")


def test_what_is_typed_into_a_deleted_article_waits_for_its_coming_back(
    context: Context, pane: EditorPane
) -> None:
    id = articles(context)[0].id
    pane.open_article(id)
    pane.focus_headline()
    # Deleted on the lane before the typing is handed over, as when two things happen at once.
    context.do(lambda store: delete_articles(store, [id]))
    QTest.keyClicks(pane.head.fields["headline"], " again")
    pane.flush()
    wait_until(lambda: context.read.get(Article, id) is None, "the deletion")
    wait_until(lambda: context.saving.standing.state is SaveState.SAVED, "an end of the save")
    context.undo()
    wait_until(lambda: context.read.get(Article, id) is not None, "the article")
    pane.open_article(id)
    wait_until(lambda: on_disk(context.folder, id).headline.endswith(" again"), "what was typed")
