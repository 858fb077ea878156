"""Lists of articles: narrowed, newest first, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.stores import ENGLISH, a_section, a_topic, an_article, make_store, named
from newsdesk.model.article import Article, Status
from newsdesk.model.edition import Edition
from newsdesk.model.ids import EditionId, SectionId, TopicId
from newsdesk.model.query import ArticleRow, ListQuery, after
from newsdesk.store import Store

SPANISH = EditionId("spanish")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with make_store(tmp_path / "newsroom") as made:
        with made.step(named("Fill")):
            made.put(Edition(SPANISH, "es", "Español", "ltr", "es", 1))
            made.put_all([a_section("world"), a_section("asia"), a_topic("trade")])
        for number in range(6):
            with made.step(named("Add")):
                made.put(
                    an_article(
                        f"a{number}",
                        edition=SPANISH if number == 5 else ENGLISH,
                        section=SectionId("world") if number % 2 else SectionId("asia"),
                        further_sections=(SectionId("world"),) if number == 0 else (),
                        topics=(TopicId("trade"),) if number in (1, 4) else (),
                        status=Status.READY if number < 2 else Status.DRAFT,
                    )
                )
        yield made


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (ListQuery(), ["a5", "a4", "a3", "a2", "a1", "a0"]),
        (ListQuery(status=Status.READY), ["a1", "a0"]),
        (ListQuery(section=SectionId("world")), ["a5", "a3", "a1", "a0"]),
        (ListQuery(topic=TopicId("trade")), ["a4", "a1"]),
        (ListQuery(edition=SPANISH), ["a5"]),
        (ListQuery(Status.READY, SectionId("world"), TopicId("trade"), ENGLISH), ["a1"]),
        (ListQuery(status=Status.KILLED), []),
    ],
)
def test_a_list_is_narrowed_and_newest_first(store: Store, query: ListQuery, ids: list[str]) -> None:
    assert [row.id for row in store.read.listing(query, None, 10)] == ids


def test_a_list_goes_on_where_it_was_left(store: Store) -> None:
    pages: list[list[ArticleRow]] = []
    place = None
    while page := store.read.listing(ListQuery(), place, 4):
        pages.append(page)
        place = after(page[-1])
    assert [[row.id for row in page] for page in pages] == [["a5", "a4", "a3", "a2"], ["a1", "a0"]]


def test_pages_do_not_lose_articles_written_at_the_same_moment(store: Store) -> None:
    with store.step(named("Many")):
        store.put_all(an_article(f"m{number}") for number in range(5))
    first = store.read.listing(ListQuery(), None, 2)
    second = store.read.listing(ListQuery(), after(first[-1]), 3)
    assert [row.id for row in first + second] == ["m4", "m3", "m2", "m1", "m0"]


def test_an_article_comes_first_when_it_is_written(store: Store) -> None:
    with store.step(named("Change")):
        store.put(an_article("a2", headline="New"))
    row = store.read.listing(ListQuery(), None, 1)[0]
    assert (row.id, row.headline, row.updated) == ("a2", "New", store.read.stamp(Article, "a2").updated)


def test_articles_are_counted_by_status(store: Store) -> None:
    counts = store.read.counts()
    assert counts == dict.fromkeys(Status, 0) | {Status.READY: 2, Status.DRAFT: 4}
