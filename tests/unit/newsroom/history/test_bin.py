"""What is deleted lies in the bin for thirty days, whole, and then nowhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newsdesk.errors import Trouble
from newsdesk.model.article import Article, Status
from newsdesk.model.ids import ArticleId, SectionId
from newsdesk.model.section import Section
from newsdesk.newsroom import (
    add_photos,
    add_section,
    delete_articles,
    edit_text,
    new_article,
    publish,
    remove_section,
    set_lead,
    set_section,
)
from newsdesk.newsroom.history import binned, clear_old_bin, empty_bin, take_from_bin
from newsdesk.store import Store
from unit.newsroom.conftest import Clock

Picture = Callable[..., Path]


def an_article(store: Store, headline: str, body: str = "Text.") -> Article:
    made = new_article(store, store.read.newsroom().main_edition, headline)
    return edit_text(store, made.id, {"body": body})


def test_a_deleted_article_comes_back_whole(store: Store, picture: Picture) -> None:
    article = an_article(store, "High water")
    photo = add_photos(store, [picture()]).added[0].photo
    set_lead(store, article.id, photo.id)
    placed = store.read.placements(article.id)
    delete_articles(store, [article.id])
    assert store.read.get(Article, article.id) is None
    [found] = binned(store.read)
    assert (found.id, found.headline, found.author) == (article.id, "High water", "tester")
    assert take_from_bin(store, [article.id]) == [article]
    assert store.read.get(Article, article.id) == article
    assert store.read.placements(article.id) == placed
    assert binned(store.read) == []


def test_undo_takes_it_out_of_the_bin_too(store: Store) -> None:
    article = an_article(store, "High water")
    delete_articles(store, [article.id])
    store.undo()
    assert binned(store.read) == []
    assert store.read.get(Article, article.id) == article
    store.redo()
    take_from_bin(store, [article.id])
    store.undo()
    assert [each.id for each in binned(store.read)] == [article.id]


def test_what_came_between_is_respected(store: Store) -> None:
    article = an_article(store, "High water")
    section = add_section(store, "Harbour", article.edition)
    set_section(store, article.id, section.id)
    published = publish(store, store.read.get_all(Article, [article.id])[article.id]).article
    delete_articles(store, [article.id])
    remove_section(store, section.id)
    rival = an_article(store, "High water")
    assert rival.slug == article.slug
    [back] = take_from_bin(store, [article.id])
    assert back == replace(
        published,
        slug="high-water-2",
        section=None,
        status=Status.READY,
        released_revision=None,
        released=None,
    )
    assert store.read.releases() == []
    assert store.read.get(Section, SectionId(section.id)) is None


def test_deleted_for_good_is_gone_with_its_versions(store: Store) -> None:
    article, other = an_article(store, "High water"), an_article(store, "Low water")
    delete_articles(store, [article.id, other.id])
    empty_bin(store, [article.id])
    assert [each.id for each in binned(store.read)] == [other.id]
    assert store.read.revisions(article.id) == []
    with pytest.raises(Trouble, match="not in the bin"):
        take_from_bin(store, [article.id])
    store.undo()
    assert store.read.get(Article, article.id) is None
    assert take_from_bin(store, [other.id]) == [other]


def work(store: Store, clock: Clock, days: int) -> None:
    """Something is done every day."""
    for _ in range(days):
        clock.now += timedelta(days=1)
        new_article(store, store.read.newsroom().main_edition)
    clear_old_bin(store)


def test_the_bin_is_kept_for_thirty_days_of_work(store: Store, clock: Clock) -> None:
    article = an_article(store, "High water")
    delete_articles(store, [article.id])
    work(store, clock, 29)
    assert len(binned(store.read)) == 1
    work(store, clock, 1)
    assert binned(store.read) == []
    assert store.read.revisions(ArticleId(article.id)) == []


@pytest.mark.parametrize("jump", [timedelta(days=400), timedelta(days=-400)])
def test_a_clock_that_was_wrong_for_a_while_empties_no_bin(store: Store, clock: Clock, jump: timedelta) -> None:
    old, article = an_article(store, "Low water"), an_article(store, "High water")
    delete_articles(store, [old.id])
    work(store, clock, 2)
    clock.now += jump
    delete_articles(store, [article.id])
    work(store, clock, 2)
    clock.now -= jump
    work(store, clock, 2)
    assert {each.id for each in binned(store.read)} == {old.id, article.id}
    work(store, clock, 450)
    assert binned(store.read) == []
