"""Steps keep by themselves what stood for a while before it changes, and every new status."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from helpers.stores import START, Ids, a_photo, an_article, make_store, named
from newsdesk.model.article import Article, Status
from newsdesk.model.credit import Credit
from newsdesk.model.ids import ArticleId, PhotoId, PlacementId
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement, Role
from newsdesk.model.revision import Reason, Snapshot
from newsdesk.store import Store, open_store


class Watch:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def on(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def store(tmp_path: Path, watch: Watch) -> Iterator[Store]:
    make_store(tmp_path / "newsroom").close()
    with open_store(tmp_path / "newsroom", clock=watch, ids=Ids("x"), author="Ada") as made:
        with made.step(named("Fill")):
            made.put(an_article("one", body="first"))
        yield made


def write(store: Store, body: str) -> None:
    with store.step(named("Type"), undo=False):
        store.put(replace(article(store), body=body))


def article(store: Store) -> Article:
    found = store.read.get(Article, "one")
    assert found is not None
    return found


def kept(store: Store) -> list[tuple[Reason, str]]:
    """The revisions of the article, the first first: why, and the text."""
    revisions = reversed(store.read.revisions(ArticleId("one")))
    return [(each.reason, store.read.snapshot(each.hash).article.body) for each in revisions]


def test_nothing_is_kept_in_the_first_minutes(store: Store, watch: Watch) -> None:
    for number in range(290):
        watch.on(seconds=1)
        write(store, f"text {number}")
    assert kept(store) == []


def test_what_stood_is_kept_at_most_every_five_minutes_of_change(store: Store, watch: Watch) -> None:
    for number in range(1200):
        watch.on(seconds=1)
        write(store, f"text {number}")
    assert [text for _, text in kept(store)] == ["text 298", "text 598", "text 898", "text 1198"]
    assert {reason for reason, _ in kept(store)} == {Reason.AUTOMATIC}


def test_what_stood_over_night_is_kept_with_its_own_time(store: Store, watch: Watch) -> None:
    watch.on(minutes=1)
    write(store, "in the evening")
    evening = watch.now
    watch.on(hours=9)
    write(store, "in the morning")
    assert kept(store) == [(Reason.AUTOMATIC, "in the evening")]
    assert store.read.revisions(ArticleId("one"))[0].created == evening
    watch.on(seconds=1)
    write(store, "a second later")
    assert len(kept(store)) == 1


def test_what_a_revision_has_is_not_kept_again(store: Store, watch: Watch) -> None:
    with store.step(named("Keep"), undo=False):
        store.keep(Snapshot(article(store), ()), Reason.NAMED, "first")
    watch.on(hours=1)
    for number in range(3):
        watch.on(seconds=1)
        write(store, f"text {number}")
    assert kept(store) == [(Reason.NAMED, "first")]
    watch.on(minutes=5)
    write(store, "later")
    assert kept(store)[1:] == [(Reason.AUTOMATIC, "text 2")]


@pytest.mark.parametrize("jump", [timedelta(days=-400), timedelta(days=400)])
def test_a_clock_that_jumps_loses_nothing_and_makes_no_flood(store: Store, watch: Watch, jump: timedelta) -> None:
    watch.on(minutes=6)
    write(store, "before")
    watch.now += jump
    for number in range(100):
        watch.on(seconds=1)
        write(store, f"after {number}")
    assert [text for _, text in kept(store)] == ["first", "before"]
    assert store.read.stamp(Article, "one").version == 102


def test_a_photo_and_its_credit_belong_to_the_article(store: Store, watch: Watch) -> None:
    with store.step(named("Place")):
        store.put(a_photo("fox", credit=Credit("Lena Fuchs", "AFP")))
        store.put(Placement(PlacementId("p"), ArticleId("one"), PhotoId("fox"), Role.LEAD))
    photo = store.read.get(Photo, "fox")
    assert photo is not None
    watch.on(minutes=6)
    with store.step(named("Credit")):
        store.put(replace(photo, credit=Credit("Lena Fuchs", "Reuters")))
    [revision] = store.read.revisions(ArticleId("one"))
    snapshot = store.read.snapshot(revision.hash)
    assert [each.credit.agency for each in snapshot.photos] == ["AFP"]
    assert [placed.photo for placed in snapshot.placements] == ["fox"]


def test_a_new_status_is_kept_once(store: Store) -> None:
    with store.step(named("File")):
        store.put(replace(article(store), status=Status.FILED))
    [revision] = store.read.revisions(ArticleId("one"))
    assert revision.reason is Reason.STATUS
    assert store.read.snapshot(revision.hash).article.status is Status.FILED
    store.undo()
    assert store.read.snapshot(store.read.revisions(ArticleId("one"))[0].hash).article.status is Status.DRAFT
    store.redo()
    assert article(store).status is Status.FILED


def test_a_step_that_fails_keeps_nothing_and_the_next_does(store: Store, watch: Watch) -> None:
    watch.on(minutes=6)

    def fail() -> None:
        with store.step(named("Fail")):
            store.put(replace(article(store), body="lost"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert kept(store) == []
    store.rehearse(lambda: store.put(replace(article(store), body="tried")), lambda: None)
    write(store, "second")
    assert kept(store) == [(Reason.AUTOMATIC, "first")]


def test_what_is_forgotten_is_gone_with_what_only_it_held(store: Store) -> None:
    with store.step(named("Keep"), undo=False):
        store.put(an_article("two", body="other"))
        for id in ("one", "two"):
            found = store.read.get(Article, id)
            assert found is not None
            store.keep(Snapshot(found, ()), Reason.NAMED)
    with store.step(named("Delete")):
        store.remove(Article, "one")
    [gone] = store.read.revisions(ArticleId("one"))
    with store.step(named("Forget"), undo=False):
        store.forget(ArticleId("one"))
    assert store.read.revisions(ArticleId("one")) == []
    with pytest.raises(KeyError):
        store.read.snapshot(gone.hash)
    assert len(store.read.revisions(ArticleId("two"))) == 1
    store.undo()
    assert store.read.get(Article, "one") is None
