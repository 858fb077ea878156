"""Revisions stay, releases follow, and the desk knows when readers have another text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from helpers.stores import START, Clock, a_photo, a_section, a_topic, an_article, make_store, named
from newsdesk.model.article import Article, Byline, Status
from newsdesk.model.ids import ArticleId, PersonId, PhotoId, PlacementId, SectionId, TopicId
from newsdesk.model.names import Name
from newsdesk.model.person import Person
from newsdesk.model.placement import Placement, Role
from newsdesk.model.query import ListQuery
from newsdesk.model.release import release_of
from newsdesk.model.revision import Reason, Revision, Snapshot
from newsdesk.store import Store, open_reader

LATER = START + timedelta(hours=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with make_store(tmp_path / "newsroom") as made:
        with made.step(named("Fill")):
            made.put_all([a_section("world"), a_section("asia"), a_topic("trade"), a_photo("fox"), a_photo("owl")])
            made.put(Person(PersonId("ada"), (Name(an_article("x").edition, "Ada", "ada"),)))
        yield made


def publish(store: Store, article: Article, **step: bool) -> Revision:
    """Release an article as it is, in one step."""
    with store.step(named("Publish"), **step):
        store.put(article)
        kept = store.keep(Snapshot(article, store.read.placements(article.id)), Reason.RELEASE)
        store.put(replace(article, status=Status.PUBLISHED, released_revision=kept.id, released=LATER))
    return kept


def full(id: str) -> Article:
    return an_article(
        id,
        headline="High “river”",
        kicker="Floods",
        standfirst="It rose.",
        body="Text\n\n![A fox](photo:fox)\n\nREAD: The dam\n\n[old](article:two)\n",
        bylines=(Byline(PersonId("ada"), "Words"),),
        section=SectionId("world"),
        further_sections=(SectionId("asia"),),
        topics=(TopicId("trade"),),
        first_released=START,
        released=LATER,
        embargo=LATER,
    )


def changed(store: Store, id: str = "one") -> bool:
    return {row.id: row.changed_since_release for row in store.read.listing(ListQuery(), None, 10)}[ArticleId(id)]


def test_a_release_reads_as_its_revision_says(store: Store) -> None:
    with store.step(named("Add")):
        store.put(full("one"))
        store.put(Placement(PlacementId("p"), ArticleId("one"), PhotoId("owl"), Role.LEAD, "Owl"))
    kept = publish(store, full("one"))
    (release,) = store.read.releases()
    assert release == release_of(store.read.snapshot(kept.hash), kept)
    assert (release.lead, release.photos, release.articles, release.opens) == ("owl", ("fox",), ("two",), LATER)
    assert release.bylines == (Byline(PersonId("ada"), "Words"),)
    with open_reader(store.folder) as reader:
        assert reader.releases() == [release]


def test_typing_changes_no_release_until_it_is_published(store: Store) -> None:
    publish(store, an_article("one", headline="Old", slug="old"))
    before = store.read.releases()
    article = store.read.get(Article, "one")
    assert article is not None
    assert not changed(store)
    with store.step(named("Type"), undo=False):
        store.put(replace(article, headline="New", slug="new"))
    assert store.read.releases() == before
    assert changed(store)
    publish(store, replace(article, headline="New", slug="new"))
    assert [release.headline for release in store.read.releases()] == ["New"]
    assert not changed(store)


def test_what_readers_see_makes_the_difference(store: Store) -> None:
    publish(store, an_article("one"))
    article = store.read.get(Article, "one")
    assert article is not None
    with store.step(named("Assign")):
        store.put(replace(article, assignee=PersonId("ada"), outlet_note="x", status=Status.EDITING))
    assert not changed(store)
    with store.step(named("Place")):
        store.put(Placement(PlacementId("p"), ArticleId("one"), PhotoId("owl"), Role.LEAD))
    assert changed(store)
    store.undo()
    assert not changed(store)


def test_undo_and_removal_reach_the_releases(store: Store) -> None:
    first = publish(store, an_article("one", headline="First"))
    second = publish(store, an_article("one", headline="Second"))
    store.undo()
    assert [release.revision for release in store.read.releases()] == [first.id]
    store.undo()
    assert store.read.releases() == []
    store.redo()
    store.redo()
    assert [release.revision for release in store.read.releases()] == [second.id]
    with store.step(named("Remove")):
        store.remove(Article, "one")
    assert store.read.releases() == []
    assert [kept.id for kept in store.read.revisions(ArticleId("one"))][-2:] == [second.id, first.id]
    store.undo()
    assert [release.headline for release in store.read.releases()] == ["Second"]


@pytest.mark.parametrize("status", Status)
def test_an_article_to_one_side_is_withheld(store: Store, status: Status) -> None:
    publish(store, an_article("one"))
    article = store.read.get(Article, "one")
    assert article is not None
    with store.step(named("Set")):
        store.put(replace(article, status=status))
    expected = status in (Status.HELD, Status.SPIKED, Status.KILLED)
    assert [release.withheld for release in store.read.releases()] == [expected]


def test_releases_come_newest_first_and_ties_by_id(store: Store) -> None:
    for id, hours in (("b", 1), ("c", 2), ("a", 1), ("d", 0)):
        publish(store, an_article(id, first_released=START + timedelta(hours=hours)))
    assert [release.id for release in store.read.releases()] == ["c", "a", "b", "d"]


def test_many_at_once_are_released_as_one_by_one(store: Store) -> None:
    articles = [replace(full(f"a{number}"), slug=f"s{number}") for number in range(30)]
    with store.step(named("Import")):
        kept = store.keep_all([Snapshot(article, ()) for article in articles], Reason.IMPORT)
        store.put_all(
            replace(article, released_revision=revision.id)
            for article, revision in zip(articles, kept, strict=True)
        )
    assert [release.id for release in store.read.releases()] == sorted(article.id for article in articles)
    assert not any(row.changed_since_release for row in store.read.listing(ListQuery(), None, 50))
    assert len(store.read.search("river")) == 20
    store.undo()
    assert store.read.releases() == []
    assert store.read.every(Article) == []
    assert store.read.search("river") == []


def test_a_content_is_stored_once_and_read_by_its_hash(store: Store) -> None:
    snapshot = Snapshot(full("one"), ())
    with store.step(named("Keep"), undo=False):
        first = store.keep(snapshot, Reason.NAMED, "before lunch")
        second = store.keep(snapshot, Reason.NAMED, "after lunch")
        other = store.keep(Snapshot(full("two"), ()), Reason.NAMED)
    assert first.hash == second.hash != other.hash
    assert [kept.name for kept in store.read.revisions(ArticleId("one"))] == ["after lunch", "before lunch"]
    assert store.read.snapshot(first.hash) == snapshot
    assert {hash for hash, _ in store.read.snapshots([first.hash, second.hash, other.hash])} == {
        first.hash,
        other.hash,
    }
    with pytest.raises(KeyError):
        store.read.snapshot("none")


def test_revisions_come_in_the_order_of_keeping_though_the_clock_goes_back(tmp_path: Path) -> None:
    clock = Clock()
    with make_store(tmp_path / "newsroom", clock) as store:
        kept = []
        for headline in ("first", "second", "third"):
            with store.step(named("Keep"), undo=False):
                kept.append(store.keep(Snapshot(an_article("one", headline=headline), ()), Reason.NAMED))
            clock.now -= timedelta(days=1)
        assert store.read.revisions(ArticleId("one")) == kept[::-1]


def test_a_revision_is_no_undo_entry_of_its_own(store: Store) -> None:
    before = store.undo_name
    with store.step(named("Keep")):
        kept = store.keep(Snapshot(full("one"), ()), Reason.NAMED)
    assert store.undo_name == before
    assert store.read.get(Revision, kept.id) == kept
    with pytest.raises(TypeError), store.step(named("Change")):
        store.put(replace(kept, name="other"))
