"""The model of the article list: after any change it shows what a fresh list would show."""

from __future__ import annotations

from datetime import timedelta

import pytest

from helpers.waiting import wait_until
from newsdesk.model.article import Article, Status
from newsdesk.model.ids import ArticleId
from newsdesk.model.query import EVERY_ARTICLE, ListQuery, Order
from newsdesk.newsroom import (
    delete_articles,
    duplicate_article,
    edit_text,
    new_article,
    now,
    set_moment,
    set_status,
    translate_article,
)
from newsdesk.store import Store
from newsdesk.ui.context import Context
from newsdesk.ui.models import article_list
from newsdesk.ui.models.article_list import ArticleListModel
from newsdesk.ui.models.names import Names
from newsdesk.ui.models.row_words import RowWords


@pytest.fixture
def model(context: Context) -> ArticleListModel:
    made = ArticleListModel(context.read, RowWords(Names(context.read), context.clock), context)
    context.stepped.connect(made.take_step)
    return made


def article_called(context: Context, beginning: str) -> Article:
    return next(each for each in context.read.every(Article) if each.headline.startswith(beginning))


def shown(model: ArticleListModel) -> list[ArticleId]:
    return [line.row.article for line in model.lines]


def fresh(context: Context, model: ArticleListModel, count: int = 100) -> list[ArticleId]:
    return [row.article for row in context.read.stories(model.query, model.order, None, count)]


def do(context: Context, *changes: object) -> None:
    """Write, and wait until the panes know of it."""
    steps: list[object] = []
    context.stepped.connect(steps.append)
    for change in changes:
        context.do(change)  # type: ignore[arg-type]
    wait_until(lambda: len(steps) >= len(changes), "the steps")
    context.stepped.disconnect(steps.append)


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize(
    "query", [EVERY_ARTICLE, ListQuery(status=Status.PUBLISHED), ListQuery(status=Status.DRAFT)]
)
def test_follows_every_step(context: Context, model: ArticleListModel, order: Order, query: ListQuery) -> None:
    model.show_list(query, order)
    first, second = article_called(context, "The lighthouse"), article_called(context, "Council votes")
    story = article_called(context, "Night shift")
    edition = story.edition

    def make(store: Store) -> None:
        new_article(store, edition, "aardvarks on the quay")

    changes = (
        make,
        lambda store: edit_text(store, first.id, {"headline": "Étude of a quay"}),
        lambda store: set_moment(store, second.id, "deadline", now() + timedelta(days=1)),
        lambda store: set_moment(store, first.id, "deadline", now()),
        lambda store: set_status(store, [first.id, story.id], Status.DRAFT),
        lambda store: duplicate_article(store, second.id),
        lambda store: delete_articles(store, [story.id]),
        lambda store: store.undo(),
        lambda store: store.undo(),
    )
    for change in changes:
        do(context, change)
        assert shown(model) == fresh(context, model)
        expected = context.read.stories(model.query, model.order, None, 100)
        assert [line.row for line in model.lines] == expected


def test_reads_page_by_page(context: Context, model: ArticleListModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article_list, "PAGE", 4)
    model.show_list(EVERY_ARTICLE, Order.HEADLINE)
    assert model.rowCount() == 4
    # What moves out of the part that was read comes back with its page, and once.
    first = model.lines[0].row.article
    do(context, lambda store: edit_text(store, first, {"headline": "Zebras"}))
    assert first not in shown(model)
    while model.canFetchMore():
        model.fetchMore()
    assert shown(model) == fresh(context, model)


def test_brings_an_article_from_far_down(
    context: Context, model: ArticleListModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(article_list, "PAGE", 2)
    model.show_list(EVERY_ARTICLE, Order.CHANGED)
    last = fresh(context, model)[-1]
    assert model.row_of(last) is None
    row = model.bring(last)
    assert row is not None
    assert shown(model)[row] == last


def test_takes_in_a_guest_at_the_top_until_another_list_is_shown(
    context: Context, model: ArticleListModel
) -> None:
    model.show_list(ListQuery(status=Status.DRAFT), Order.CHANGED)
    drafts = shown(model)
    published = article_called(context, "Council votes").id
    assert model.bring(published) == 0
    do(context, lambda store: edit_text(store, published, {"headline": "Council votes again"}))
    assert shown(model) == [published, *drafts]
    assert model.lines[0].row.headline == "Council votes again"
    model.show_list(ListQuery(status=Status.DRAFT), Order.CHANGED)
    assert shown(model) == drafts


def test_a_translation_joins_its_story(context: Context, model: ArticleListModel) -> None:
    model.show_list(EVERY_ARTICLE, Order.CHANGED)
    article = article_called(context, "Council votes")
    other = next(each.id for each in Names(context.read).editions.values() if each.id != article.edition)
    before = model.rowCount()
    do(context, lambda store: translate_article(store, article.id, other))
    assert model.rowCount() == before
    row = model.row_of(article.id)
    assert row == 0
    assert len(model.lines[row].row.chips) == 2
    added = next(chip.article for chip in model.lines[row].row.chips if chip.article != article.id)
    assert model.row_of(added) == row
