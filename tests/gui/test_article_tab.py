"""The Article tab under clicks and keys: every entry is a step, and nothing typed is eaten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from helpers.waiting import wait_until
from newsdesk.model.article import Article, Status
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId
from newsdesk.model.names import name_in
from newsdesk.model.section import Section
from newsdesk.model.topic import Topic
from newsdesk.newsroom import change_article, edit_text, set_status, set_topics, zone_of
from newsdesk.store import Store
from newsdesk.ui.context import Context
from newsdesk.ui.inspector.article import ArticleTab
from newsdesk.ui.inspector.article_more import Folding
from newsdesk.ui.inspector.article_translations import Translations

Key = Qt.Key


@pytest.fixture
def tab(context: Context) -> Iterator[ArticleTab]:
    made = ArticleTab(context)
    made.resize(304, 900)
    made.show_article(article_called(context, "Council votes").id)
    made.show()
    made.activateWindow()
    wait_until(made.isActiveWindow)
    yield made
    made.close()
    made.deleteLater()


def article_called(context: Context, beginning: str) -> Article:
    return next(each for each in context.read.every(Article) if each.headline.startswith(beginning))


def filed(context: Context, beginning: str = "Council votes") -> Article:
    return article_called(context, beginning)


def topics_of(context: Context) -> list[str]:
    article = filed(context)
    topics = context.read.get_all(Topic, article.topics).values()
    return [name_in(topic.names, article.edition).text for topic in topics]


def choose(combo: QComboBox, text: str) -> None:
    """Choose as a person does with the keyboard: the list open, then Enter."""
    combo.showPopup()
    view = combo.view()
    view.setCurrentIndex(combo.model().index(combo.findText(text), 0))
    QTest.keyClick(view, Key.Key_Return)


def test_status_offers_what_may_follow_and_sets_it(tab: ArticleTab, context: Context) -> None:
    offered = [tab.status.itemText(row) for row in range(tab.status.count())]
    assert offered == ["Draft", "Filed", "Published", "Held", "Spiked", "Killed"]
    assert tab.status.currentText() == "Published"
    choose(tab.status, "Held")
    wait_until(lambda: filed(context).status is Status.HELD)
    wait_until(lambda: "Published" not in [tab.status.itemText(row) for row in range(tab.status.count())])
    context.undo()
    wait_until(lambda: tab.status.currentText() == "Published")


def test_a_killed_article_only_comes_back_as_a_draft(tab: ArticleTab, context: Context) -> None:
    id = filed(context).id
    context.do(lambda store: set_status(store, [id], Status.KILLED))
    wait_until(lambda: tab.status.currentText() == "Killed")
    assert [tab.status.itemText(row) for row in range(tab.status.count())] == ["Draft", "Killed"]


def test_section_is_chosen_or_made_in_place(tab: ArticleTab, context: Context) -> None:
    choose(tab.section.choice, "No section")
    wait_until(lambda: filed(context).section is None)
    choose(tab.section.choice, "New section…")
    QTest.keyClicks(tab.section.name, "City hall")
    QTest.keyClick(tab.section.name, Key.Key_Return)
    wait_until(lambda: tab.section.choice.currentText() == "City hall")
    section = context.read.get(Section, str(filed(context).section))
    assert section is not None
    assert section.names[0].text == "City hall"


def test_a_section_that_is_there_already_is_refused_with_the_reason(tab: ArticleTab) -> None:
    choose(tab.section.choice, "New section…")
    QTest.keyClicks(tab.section.name, "Harbour")
    QTest.keyClick(tab.section.name, Key.Key_Return)
    wait_until(lambda: "there already" in tab.fault("section"))


def test_topics_are_typed_and_taken_away(tab: ArticleTab, context: Context) -> None:
    before = topics_of(context)
    assert tab.topics.names == before
    QTest.keyClicks(tab.topics.typed, "Tides,")
    QTest.keyClicks(tab.topics.typed, "Weather")
    QTest.keyClick(tab.topics.typed, Key.Key_Return)
    wait_until(lambda: topics_of(context) == [*before, "Tides", "Weather"])
    QTest.keyClick(tab.topics.typed, Key.Key_Backspace)
    wait_until(lambda: topics_of(context) == [*before, "Tides"])


def test_a_topic_that_is_being_typed_survives_a_step(tab: ArticleTab, context: Context) -> None:
    QTest.keyClicks(tab.topics.typed, "Wea")
    id = filed(context).id
    context.do(lambda store: set_topics(store, id, ["Tides"]))
    wait_until(lambda: tab.topics.names == ["Tides"])
    assert tab.topics.typed.text() == "Wea"


def test_deadline_is_written_in_the_zone_of_the_newsroom_and_cleared(tab: ArticleTab, context: Context) -> None:
    tab.deadline.setFocus()
    QTest.keyClicks(tab.deadline, "2026-07-21 10:30")
    QTest.keyClick(tab.deadline, Key.Key_Return)
    wait_until(lambda: filed(context).deadline)
    zone = zone_of(context.read.newsroom())
    assert filed(context).deadline == datetime(2026, 7, 21, 10, 30, tzinfo=zone).astimezone(UTC)
    tab.deadline.selectAll()
    QTest.keyClick(tab.deadline, Key.Key_Delete)
    QTest.keyClick(tab.deadline, Key.Key_Tab)
    wait_until(lambda: filed(context).deadline is None)


def test_what_is_no_time_is_refused_and_stays_to_be_mended(tab: ArticleTab, context: Context) -> None:
    tab.not_before.setFocus()
    QTest.keyClicks(tab.not_before, "some day")
    QTest.keyClick(tab.not_before, Key.Key_Return)
    assert "not a date" in tab.fault("not_before")
    assert tab.not_before.text() == "some day"
    QTest.keyClick(tab.not_before, Key.Key_Escape)
    assert tab.not_before.text() == ""
    assert filed(context).not_before is None


def test_the_address_shows_its_folder_and_refuses_a_bad_slug(tab: ArticleTab, context: Context) -> None:
    before = filed(context).slug
    assert tab.address.folder.text().startswith("politics/2026/")
    tab.address.slug.setFocus()
    tab.address.slug.selectAll()
    QTest.keyClicks(tab.address.slug, "Bad Slug")
    QTest.keyClick(tab.address.slug, Key.Key_Return)
    wait_until(lambda: "bad-slug" in tab.fault("slug"))
    assert filed(context).slug == before
    assert tab.address.slug.text() == before
    tab.address.slug.selectAll()
    QTest.keyClicks(tab.address.slug, "custom-house")
    QTest.keyClick(tab.address.slug, Key.Key_Return)
    wait_until(lambda: filed(context).slug == "custom-house")
    assert tab.fault("slug") == ""


def test_text_is_saved_when_the_field_is_left_and_not_eaten_by_steps(tab: ArticleTab, context: Context) -> None:
    id = filed(context).id
    tab.search_text.setFocus()
    tab.search_text.selectAll()
    QTest.keyClicks(tab.search_text, "A vote on the quay")
    context.do(lambda store: edit_text(store, id, {"headline": "Council votes today"}))
    steps: list[object] = []
    context.stepped.connect(steps.append)
    wait_until(lambda: steps)
    assert tab.search_text.text() == "A vote on the quay"
    QTest.keyClick(tab.search_text, Key.Key_Tab)
    wait_until(lambda: filed(context).search_text == "A vote on the quay")


def test_what_is_typed_goes_to_its_own_article(tab: ArticleTab, context: Context) -> None:
    other = article_called(context, "The lighthouse")
    QTest.keyClicks(tab.more.note, "Please run before Friday")
    tab.show_article(other.id)
    assert tab.more.note.text() == other.outlet_note
    wait_until(lambda: filed(context).outlet_note == "Please run before Friday")
    assert article_called(context, "The lighthouse").outlet_note == other.outlet_note


def test_the_window_can_have_everything_typed_saved(tab: ArticleTab, context: Context) -> None:
    QTest.keyClicks(tab.more.social, "Read this")
    context.flush()
    wait_until(lambda: filed(context).social_text.startswith("Read this"))


def test_more_has_the_rest(tab: ArticleTab, context: Context) -> None:
    folding = tab.findChild(Folding)
    assert isinstance(folding, Folding)
    assert not tab.more.isVisible()
    QTest.mouseClick(folding.head, Qt.MouseButton.LeftButton)
    assert tab.more.isVisible()
    QTest.keyClicks(tab.more.length, "800")
    QTest.keyClick(tab.more.length, Key.Key_Return)
    choose(tab.more.comments, "Off")
    wait_until(lambda: (filed(context).length_target, filed(context).comments) == (800, False))
    QTest.keyClicks(tab.more.length, "many")
    QTest.keyClick(tab.more.length, Key.Key_Return)
    wait_until(lambda: "not a number" in tab.fault("length_target"))


def test_further_sections_are_ticked(tab: ArticleTab, context: Context) -> None:
    harbour = next(each for each in context.read.every(Section) if each.names[0].text == "Harbour")
    next(action for action in tab.more.sections_menu.actions() if action.text() == "Harbour").trigger()
    wait_until(lambda: harbour.id in filed(context).further_sections)
    wait_until(lambda: tab.more.further.text() == "Harbour")
    assert "Politics" not in [action.text() for action in tab.more.sections_menu.actions()]


def test_a_translation_is_made_and_opened(tab: ArticleTab, context: Context) -> None:
    opened: list[ArticleId] = []
    tab.open_wanted.connect(opened.append)
    add = named(tab.translations, "Translate into Español")
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    wait_until(lambda: opened)
    made = context.read.get(Article, opened[0])
    assert made is not None
    assert made.story == filed(context).story
    wait_until(lambda: _buttons(tab.translations, "Open Español: draft"))


def test_a_translation_says_how_far_it_is_behind(tab: ArticleTab, context: Context) -> None:
    opened: list[ArticleId] = []
    tab.open_wanted.connect(opened.append)
    QTest.mouseClick(named(tab.translations, "Translate into Español"), Qt.MouseButton.LeftButton)
    wait_until(lambda: opened)
    article = filed(context)
    body = article.body.replace("\n\n", "\n\nOne more thing.\n\n", 1)
    context.do(lambda store: edit_text(store, article.id, {"body": body}))
    wait_until(
        lambda: any("behind" in each.accessibleName() for each in tab.translations.findChildren(QPushButton))
    )
    assert named(tab.translations, "Open Español: 1 paragraph behind")


def test_the_edition_is_fixed_where_the_story_has_all_of_them(tab: ArticleTab, context: Context) -> None:
    assert tab.edition.isEnabled()
    choose(tab.edition, "Español")
    spanish = next(each for each in context.read.every(Edition) if each.language.startswith("es"))
    wait_until(lambda: filed(context).edition == spanish.id)
    tab.show_article(article_called(context, "Night shift").id)
    assert not tab.edition.isEnabled()


def test_without_an_article_it_says_so(tab: ArticleTab, context: Context) -> None:
    tab.show_article(None)
    assert not tab.status.isVisible()
    id = filed(context).id

    def change(store: Store) -> Any:
        return change_article(store, id, {"dateline": "PORT ALMA"})

    steps: list[object] = []
    context.stepped.connect(steps.append)
    context.do(change)
    wait_until(lambda: steps)
    assert not tab.status.isVisible()


def named(parent: QWidget | Translations, name: str) -> QPushButton:
    """The button that a screen reader calls so."""
    return _buttons(parent, name)[0]


def _buttons(parent: QWidget | Translations, name: str) -> list[QPushButton]:
    every = parent.findChildren(QPushButton)
    return [each for each in every if each.accessibleName() == name and each.isVisible()]
