"""The article list under clicks and keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from helpers.waiting import wait_until
from newsdesk.model.article import Article, Status
from newsdesk.model.ids import ArticleId
from newsdesk.model.query import EVERY_ARTICLE, ListQuery, Order
from newsdesk.newsroom import delete_articles, edit_text, new_article, now, set_moment, set_status
from newsdesk.store import Store
from newsdesk.ui.context import Context
from newsdesk.ui.desk.article_list import ArticleList

Key = Qt.Key


@pytest.fixture
def articles(context: Context) -> Iterator[ArticleList]:
    yield from shown(ArticleList(context))


@pytest.fixture
def no_articles(empty_context: Context) -> Iterator[ArticleList]:
    yield from shown(ArticleList(empty_context))


def shown(widget: ArticleList) -> Iterator[ArticleList]:
    widget.resize(288, 700)
    widget.show()
    widget.activateWindow()
    wait_until(widget.isActiveWindow)
    yield widget
    widget.close()
    widget.deleteLater()


def opened_by(widget: ArticleList) -> list[ArticleId]:
    opened: list[ArticleId] = []
    widget.opened.connect(opened.append)
    return opened


def ids(widget: ArticleList) -> list[ArticleId]:
    return [line.row.article for line in widget.model.lines]


def click(widget: ArticleList, row: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    place = widget.rows.visualRect(widget.model.index(row)).topLeft() + QPoint(140, 30)
    QTest.mouseClick(widget.rows.viewport(), Qt.MouseButton.LeftButton, keys, place)


def test_a_click_opens_an_article_and_a_key_the_next(articles: ArticleList) -> None:
    opened = opened_by(articles)
    click(articles, 2)
    QTest.keyClick(articles.rows, Key.Key_Down)
    QTest.keyClick(articles.rows, Key.Key_Home)
    assert opened == [ids(articles)[2], ids(articles)[3], ids(articles)[0]]
    assert articles.selected() == [ids(articles)[0]]


def test_shift_and_ctrl_select_and_open_nothing(articles: ArticleList) -> None:
    click(articles, 0)
    opened = opened_by(articles)
    selections: list[list[ArticleId]] = []
    articles.selection_changed.connect(selections.append)
    click(articles, 2, Qt.KeyboardModifier.ShiftModifier)
    click(articles, 1, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(articles.rows, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert opened == []
    assert selections[0] == ids(articles)[:3]
    assert selections[1] == [ids(articles)[0], ids(articles)[2]]


def test_a_click_on_an_edition_opens_it_and_it_is_meant_from_then_on(articles: ArticleList) -> None:
    row = next(row for row, line in enumerate(articles.model.lines) if line.row.chips)
    rect = articles.rows.visualRect(articles.model.index(row))
    chosen: list[ArticleId] = []
    opened = opened_by(articles)
    articles.edition_chosen.connect(chosen.append)
    chip = articles.model.lines[row].row.chips[1]
    # The second chip: behind the first of some 23 pixels, on the last line of the row.
    QTest.mouseClick(
        articles.rows.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(rect.left() + 92 + 38, rect.bottom() - 20),
    )
    assert chosen == [chip.article]
    assert opened == []
    assert articles.selected() == [chip.article]


def test_nothing_opens_when_the_program_selects(articles: ArticleList) -> None:
    opened = opened_by(articles)
    articles.select(ids(articles)[3])
    articles.show_query(ListQuery(status=Status.PUBLISHED), "Published")
    assert opened == []


def test_steps_by_command(articles: ArticleList) -> None:
    opened = opened_by(articles)
    articles.step(1)
    articles.step(1)
    articles.step(-1)
    articles.step(-1)
    assert opened == [ids(articles)[row] for row in (0, 1, 0)]


def test_what_leaves_the_list_leaves_nothing_selected(articles: ArticleList, context: Context) -> None:
    articles.show_query(ListQuery(status=Status.PUBLISHED), "Published")
    click(articles, 0)
    opened, gone = opened_by(articles), ids(articles)[0]
    context.do(lambda store: set_status(store, [gone], Status.DRAFT))
    wait_until(lambda: gone not in ids(articles))
    assert articles.selected() == []
    assert opened == []


def test_an_open_article_stays_meant_when_another_edition_takes_over_its_row(
    articles: ArticleList, context: Context
) -> None:
    articles.show_query(ListQuery(status=Status.PUBLISHED), "Published")
    row = next(row for row, line in enumerate(articles.model.lines) if line.row.chips)
    click(articles, row)
    gone = ids(articles)[row]
    context.do(lambda store: set_status(store, [gone], Status.DRAFT))
    wait_until(lambda: gone not in ids(articles))
    assert articles.selected() == [gone]


def test_the_selection_and_the_place_stay_while_another_article_moves(
    articles: ArticleList, context: Context
) -> None:
    articles.resize(288, 260)
    click(articles, 1)
    bar = articles.rows.verticalScrollBar()
    bar.setValue(120)
    selected, last = articles.selected(), ids(articles)[-1]
    context.do(lambda store: edit_text(store, last, {"headline": "Moved up"}))
    wait_until(lambda: ids(articles)[0] == last)
    assert articles.selected() == selected
    assert bar.value() == 120


def test_a_new_article_stands_at_the_top_also_where_the_list_would_not_have_it(
    articles: ArticleList, context: Context
) -> None:
    articles.show_query(ListQuery(status=Status.PUBLISHED), "Published")
    made: list[Article] = []
    edition = context.read.newsroom().main_edition
    context.do(lambda store: new_article(store, edition), made.append)
    wait_until(lambda: made)
    articles.show_new(made[0].id)
    assert ids(articles)[0] == made[0].id
    assert articles.selected() == [made[0].id]


def test_search_shows_what_was_found_and_the_list_comes_back(articles: ArticleList) -> None:
    everything = ids(articles)
    articles.search("herons")
    wait_until(lambda: articles.model.searching)
    assert articles.model.lines
    assert any("\ue000" in line.snippet for line in articles.model.lines)
    assert articles.header.count.text() == f"{len(articles.model.lines)} found"
    articles.search("")
    assert not articles.model.searching
    assert ids(articles) == everything


def test_only_the_last_search_is_answered(articles: ArticleList) -> None:
    articles.search("harbour")
    articles.search("harbour herons xyzzy")
    articles.search("herons")
    wait_until(lambda: articles.model.searching)
    found = ids(articles)
    articles.search("")
    articles.search("herons")
    wait_until(lambda: articles.model.searching)
    assert ids(articles) == found


def test_a_search_without_answer_can_be_cleared(articles: ArticleList) -> None:
    cleared: list[bool] = []
    articles.search_cleared.connect(lambda: cleared.append(True))
    articles.search("xyzzy")
    wait_until(lambda: articles.model.searching)
    button = next(each for each in articles.findChildren(QPushButton) if each.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert cleared == [True]


def test_a_found_article_that_is_deleted_goes(articles: ArticleList, context: Context) -> None:
    articles.search("herons")
    wait_until(lambda: articles.model.searching)
    gone = ids(articles)[0]
    context.do(lambda store: delete_articles(store, [gone]))
    wait_until(lambda: gone not in ids(articles))


def test_an_empty_newsroom_offers_to_write(no_articles: ArticleList) -> None:
    wanted: list[bool] = []
    no_articles.new_wanted.connect(lambda: wanted.append(True))
    button = next(each for each in no_articles.findChildren(QPushButton) if each.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wanted == [True]


def test_the_menu_sorts(articles: ArticleList, context: Context) -> None:
    actions = {action.text(): action for action in articles.header.menu.actions()}
    actions["Headline"].trigger()
    rows = context.read.stories(EVERY_ARTICLE, Order.HEADLINE, None, 100)
    assert ids(articles) == [row.article for row in rows]
    assert "Headline" in articles.header.sorting.text()


def test_counts_articles(articles: ArticleList) -> None:
    wait_until(lambda: articles.header.count.text() == "15 articles")
    articles.show_query(ListQuery(status=Status.DRAFT), "Drafts")
    wait_until(lambda: articles.header.count.text() == "1 article")


def test_a_row_is_read_out_in_words(articles: ArticleList, context: Context) -> None:
    def spoken() -> str:
        return str(articles.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))

    row = next(row for row, line in enumerate(articles.model.lines) if line.row.chips)
    article = ids(articles)[row]

    def change(store: Store) -> None:
        edit_text(store, article, {"headline": "Night on the quay"})
        set_moment(store, article, "not_before", now() + timedelta(days=1))

    context.do(change)
    wait_until(lambda: "Not before tomorrow" in spoken())
    for said in ("Night on the quay", "Harbour", "Published", "Changed since published", "Español: online"):
        assert said in spoken()


def test_asks_for_a_menu_with_what_is_selected(articles: ArticleList) -> None:
    wanted: list[list[ArticleId]] = []
    articles.menu_wanted.connect(lambda _place, chosen: wanted.append(chosen))
    click(articles, 0)
    click(articles, 1, Qt.KeyboardModifier.ControlModifier)
    articles.rows.menu_wanted.emit(QPoint(0, 0))
    assert wanted == [ids(articles)[:2]]
