"""What belongs to an article comes and goes with it under undo and redo, or stays with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.stores import ENGLISH, START, a_photo, an_article, make_store, named
from newsdesk.model.article import Article
from newsdesk.model.binned import Binned
from newsdesk.model.ids import ArticleId, PhotoId, PlacementId
from newsdesk.model.placement import Placement, Role
from newsdesk.model.revision import Reason, Snapshot
from newsdesk.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with make_store(tmp_path / "newsroom") as made:
        yield made


def test_an_article_goes_and_comes_with_its_photos_and_its_place_in_the_bin(store: Store) -> None:
    with store.step(named("Fill")):
        store.put_all([a_photo("fox"), an_article("one", body="first")])
        store.put(Placement(PlacementId("p"), ArticleId("one"), PhotoId("fox"), Role.LEAD))
    with store.step(named("Delete")):
        [kept] = [store.keep(Snapshot(an_article("one"), ()), Reason.DELETED)]
        store.put(Binned(ArticleId("one"), ENGLISH, "One", START, "Ada", kept.id))
        store.remove(Article, "one")
    store.undo()
    with store.step(named("Type"), undo=False):
        store.put(an_article("one", body="typed"))
    step = store.redo()
    assert step is not None
    assert {skipped.kind for skipped in step.skipped} == {Binned, Placement, Article}
    assert store.read.get(Binned, "one") is None
    assert store.read.get(Article, "one") == an_article("one", body="typed")
    assert len(store.read.placements(ArticleId("one"))) == 1


def test_what_took_the_slug_keeps_a_deleted_article_in_the_bin(store: Store) -> None:
    with store.step(named("Fill")):
        store.put(an_article("one", slug="river"))
    with store.step(named("Delete")):
        kept = store.keep(Snapshot(an_article("one"), ()), Reason.DELETED)
        store.put(Binned(ArticleId("one"), ENGLISH, "One", START, "Ada", kept.id))
        store.remove(Article, "one")
    with store.step(named("Other"), undo=False):
        store.put(an_article("two", slug="river"))
    step = store.undo()
    assert step is not None
    assert step.skipped
    assert store.read.get(Article, "one") is None
    assert store.read.get(Binned, "one") is not None


def test_a_text_that_stays_keeps_its_placements(store: Store) -> None:
    with store.step(named("Fill"), undo=False):
        store.put_all([a_photo("fox"), an_article("one", body="first")])
    with store.step(named("Bring back")):
        store.put(an_article("one", body="![A fox](photo:fox)", kicker="Floods"))
        store.put(Placement(PlacementId("p"), ArticleId("one"), PhotoId("fox"), Role.INLINE))
    with store.step(named("Type"), undo=False):
        store.put(an_article("one", body="![A fox](photo:fox)\n\nmore", kicker="Floods"))
    store.undo()
    assert store.read.get(Article, "one") == an_article("one", body="![A fox](photo:fox)\n\nmore")
    assert len(store.read.placements(ArticleId("one"))) == 1
