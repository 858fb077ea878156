"""What publishing writes into an article, and when it is refused."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from newsdesk.errors import Trouble
from newsdesk.model.article import Article, Status
from newsdesk.newsroom import (
    delete_articles,
    edit_text,
    new_article,
    publish,
    publish_all,
    set_fields,
    take_back,
    unpublish,
)
from newsdesk.store import Store

from .conftest import START, Clock

EARLIER = datetime(2026, 1, 5, 9, tzinfo=UTC)
LATER = datetime(2026, 6, 5, 9, tzinfo=UTC)


@pytest.fixture
def article(store: Store) -> Article:
    return new_article(store, store.read.newsroom().main_edition, "A headline")


def test_the_first_release_has_one_time(store: Store, article: Article) -> None:
    done = publish(store, article)
    assert done.fresh
    assert done.opens is None
    assert done.article.status is Status.PUBLISHED
    assert done.article.first_released == done.article.released
    release = store.read.releases()[0]
    assert (release.headline, release.first_released) == ("A headline", done.article.first_released)


def test_a_release_says_when_it_was_changed(store: Store, article: Article, clock: Clock) -> None:
    first = publish(store, article).article
    clock.now += timedelta(days=1)
    assert not publish(store, first).fresh
    second = publish(store, set_fields(store, first, {"headline": "Better"})).article
    assert second.first_released == first.first_released
    assert second.released
    assert first.released
    assert second.released > first.released + timedelta(days=1)
    assert len(store.read.revisions(article.id)) == 2


def test_a_date_in_the_past_is_no_update(store: Store, article: Article) -> None:
    done = publish(store, article, EARLIER)
    assert (done.article.first_released, done.article.released, done.opens) == (EARLIER, EARLIER, None)


def test_a_date_in_the_future_holds_back(store: Store, article: Article) -> None:
    done = publish(store, article, LATER)
    assert done.opens == LATER
    assert (done.article.first_released, done.article.not_before) == (LATER, LATER)
    assert store.read.releases()[0].opens == LATER
    sooner = publish(store, done.article, EARLIER)
    assert (sooner.opens, sooner.article.not_before) == (None, None)


def test_the_date_of_a_waiting_article_is_when_it_opens(store: Store, article: Article) -> None:
    waiting = set_fields(store, article, {"embargo": "2026-06-05T09:00Z", "not_before": "2026-04-05"})
    done = publish(store, waiting)
    assert (done.opens, done.article.first_released) == (LATER, LATER)
    with pytest.raises(Trouble, match="embargoed until 2026-06-05 06:00"):
        publish(store, waiting, EARLIER)


def test_a_stated_date_stays(store: Store, article: Article) -> None:
    dated = set_fields(store, article, {"date": "2026-01-05T09:00Z"})
    assert publish(store, dated).article.first_released == EARLIER


@pytest.mark.parametrize("status", ["held", "spiked", "killed"])
def test_what_stands_to_one_side_is_refused(store: Store, article: Article, status: str) -> None:
    with pytest.raises(Trouble, match=status):
        publish(store, set_fields(store, article, {"status": status}))
    assert store.read.releases() == []


def test_a_headline_is_needed(store: Store) -> None:
    with pytest.raises(Trouble, match="Write a headline"):
        publish(store, new_article(store, store.read.newsroom().main_edition))


def test_unpublish_and_publish_again_with_the_same_date(store: Store, article: Article, clock: Clock) -> None:
    first = publish(store, article).article
    back = unpublish(store, first)
    assert (back.status, back.released_revision, back.released) == (Status.READY, None, None)
    assert store.read.releases() == []
    with pytest.raises(Trouble, match="not published"):
        unpublish(store, back)
    clock.now += timedelta(days=3)
    assert publish(store, back).article.first_released == first.first_released
    held = set_fields(store, publish(store, back).article, {"status": "held"})
    assert unpublish(store, held).status is Status.HELD


def test_a_page_that_leaves_until_a_time_to_come(store: Store, article: Article) -> None:
    first = publish(store, article, LATER)
    assert not first.leaves
    now = publish(store, first.article, store.clock()).article
    assert now.first_released
    assert (now.first_released < LATER, now.not_before) == (True, None)
    assert publish(store, now, LATER).leaves


def test_a_date_to_come_goes_with_its_release(store: Store, article: Article) -> None:
    waiting = publish(store, article, LATER).article
    back = unpublish(store, waiting)
    assert (back.first_released, back.not_before) == (None, None)
    assert publish(store, back).opens is None


def test_new_articles_have_free_slugs(store: Store, article: Article) -> None:
    again = new_article(store, article.edition, "A headline!")
    assert (article.slug, again.slug) == ("a-headline", "a-headline-2")
    assert again.created > START


def test_several_are_published_in_one_step(store: Store, article: Article) -> None:
    other = new_article(store, article.edition, "Other")
    known = publish(store, new_article(store, article.edition, "Known")).article
    done = publish_all(store, [article.id, known.id, other.id, article.id])
    assert [(each.article.headline, each.fresh) for each in done] == [
        ("A headline", True),
        ("Known", False),
        ("Other", True),
    ]
    assert [store.read.get(Article, each.article.id) for each in done] == [each.article for each in done]
    assert len(store.read.releases()) == 3
    assert str(store.undo_name) == "Publish 2 articles"
    store.undo()
    assert [release.id for release in store.read.releases()] == [known.id]
    assert store.read.get(Article, other.id) == other
    store.redo()
    assert len(store.read.releases()) == 3


def test_all_are_published_or_none(store: Store, article: Article) -> None:
    held = set_fields(store, new_article(store, article.edition, "Held"), {"status": "held"})
    undo = store.undo_name
    with pytest.raises(Trouble, match="“Held” is held"):
        publish_all(store, [article.id, held.id])
    delete_articles(store, [held.id])
    with pytest.raises(Trouble, match="deleted"):
        publish_all(store, [article.id, held.id])
    assert store.read.releases() == []
    assert store.read.get(Article, article.id) == article
    store.undo()
    assert store.undo_name == undo


def test_what_was_typed_meanwhile_is_published(store: Store, article: Article) -> None:
    edit_text(store, article.id, {"body": "Typed meanwhile."})
    assert publish(store, article).article.body == "Typed meanwhile."


def test_several_are_taken_back_in_one_step(store: Store, article: Article) -> None:
    draft = new_article(store, article.edition, "Draft")
    other = new_article(store, article.edition, "Other")
    published = publish_all(store, [article.id, other.id], LATER)
    with pytest.raises(Trouble, match="“Draft” is not published"):
        take_back(store, [article.id, draft.id])
    assert len(store.read.releases()) == 2
    back = take_back(store, [article.id, other.id])
    assert [(each.status, each.first_released) for each in back] == [(Status.READY, None)] * 2
    assert str(store.undo_name) == "Unpublish 2 articles"
    assert store.read.releases() == []
    store.undo()
    assert store.read.get(Article, article.id) == published[0].article
    assert len(store.read.releases()) == 2
    assert take_back(store, []) == []
