"""A clock that jumps, back or far ahead: what was done stays in the order in which it was done."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from helpers.stores import START, Clock, an_article, make_store, named
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId, RevisionId
from newsdesk.model.revision import Reason, Snapshot
from newsdesk.store import Store, open_store

JUMPS = (timedelta(hours=1), timedelta(days=-400), timedelta(0), timedelta(days=800), timedelta(hours=-1))


def jumping(store: Store, clock: Clock) -> list[RevisionId]:
    """Write and keep an article at each of the times, one after the other: the ids of the revisions."""
    kept = []
    for number, jump in enumerate(JUMPS):
        clock.now = START + jump
        with store.step(named(f"Step {number}")):
            article = an_article("a", headline=f"Headline {number}")
            store.put(article)
            kept.append(store.keep(Snapshot(article, ()), Reason.NAMED, f"{number}").id)
    return kept


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_versions_and_times_of_a_record_only_go_forward(tmp_path: Path, clock: Clock) -> None:
    with make_store(tmp_path / "desk", clock) as store:
        stamps = []
        for number, jump in enumerate(JUMPS):
            clock.now = START + jump
            with store.step(named("Write")):
                store.put(an_article("a", headline=f"Headline {number}"))
            stamps.append(store.read.stamp(Article, ArticleId("a")))
        store.undo()
        stamps.append(store.read.stamp(Article, ArticleId("a")))
    versions, times = [stamp.version for stamp in stamps], [stamp.updated for stamp in stamps]
    assert versions == sorted(set(versions))
    assert times == sorted(set(times))


def test_the_log_and_the_revisions_stand_in_the_order_of_the_doing(tmp_path: Path, clock: Clock) -> None:
    with make_store(tmp_path / "desk", clock) as store:
        kept = jumping(store, clock)
        names = [line.name.text for line in store.read.log(len(JUMPS))]
        revisions = store.read.revisions(ArticleId("a"))
        last = store.read.last_revision(ArticleId("a"))
    assert names == [f"Step {number}" for number in reversed(range(len(JUMPS)))]
    assert [revision.id for revision in revisions if revision.reason is Reason.NAMED] == kept[::-1]
    assert last is not None
    assert last.id == kept[-1]


def test_undo_goes_back_in_the_order_of_the_doing(tmp_path: Path, clock: Clock) -> None:
    with make_store(tmp_path / "desk", clock) as store:
        jumping(store, clock)
        seen = []
        while store.undo() is not None:
            article = store.read.get(Article, ArticleId("a"))
            seen.append(article.headline if article else "")
    assert seen == ["Headline 3", "Headline 2", "Headline 1", "Headline 0", ""]


def test_a_newsroom_that_was_written_in_the_future_opens_today(tmp_path: Path, clock: Clock) -> None:
    clock.now = datetime(2099, 1, 1, tzinfo=UTC)
    make_store(tmp_path / "desk", clock).close()
    clock.now = START
    with open_store(tmp_path / "desk", clock=clock, ids=lambda: "id", author="Ada") as store:
        with store.step(named("Write")):
            store.put(an_article("a", headline="Today"))
        found = store.read.get(Article, ArticleId("a"))
    assert found is not None
    assert found.headline == "Today"
