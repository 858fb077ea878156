"""What is offered to be published, in which order, and what is said of each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from newsdesk.model.article import Article, Status
from newsdesk.model.credit import Credit
from newsdesk.model.ids import ArticleId
from newsdesk.newsroom import (
    Candidate,
    CandidateKind,
    Described,
    add_photos,
    add_section,
    candidates,
    change_article,
    delete_articles,
    describe_photo,
    edit_text,
    new_article,
    publish,
    set_lead,
    set_moment,
    set_status,
)
from newsdesk.store import Store

from .conftest import START

NOW = START + timedelta(hours=1)
LATER = START + timedelta(days=2)


@pytest.fixture
def article(store: Store) -> Article:
    """A draft of which there is nothing to say."""
    edition = store.read.newsroom().main_edition
    return new_article(store, edition, "On the quay", add_section(store, "World", edition).id)


def only(store: Store, id: ArticleId, now: datetime = NOW) -> Candidate:
    """The candidate of an article that is selected."""
    first = candidates(store.read, [id], now)[0]
    assert first.article == id
    return first


def said(store: Store, id: ArticleId) -> list[str]:
    return [str(text) for text in only(store, id).warnings]


def test_the_order_in_which_they_are_offered(store: Store, article: Article) -> None:
    edition = article.edition
    made = {name: new_article(store, edition, name).id for name in ("same", "changed", "waiting", "ready", "held")}
    waiting = new_article(store, edition, "later").id
    set_moment(store, made["waiting"], "not_before", LATER)
    set_moment(store, waiting, "embargo", LATER + timedelta(days=1))
    for id in (made["same"], made["changed"], waiting, made["waiting"], made["held"]):
        publish(store, change_article(store, id, {}))
    edit_text(store, made["changed"], {"body": "New."})
    set_status(store, [made["ready"]], Status.READY)
    set_status(store, [made["held"]], Status.HELD)
    new_article(store, edition, "draft")
    found = candidates(store.read, [article.id, ArticleId("gone"), article.id], NOW)
    assert [(each.headline, each.kind, each.opens) for each in found] == [
        ("On the quay", CandidateKind.NEW, None),
        ("ready", CandidateKind.NEW, None),
        ("changed", CandidateKind.CHANGED, None),
        ("waiting", CandidateKind.SAME, LATER),
        ("later", CandidateKind.SAME, LATER + timedelta(days=1)),
    ]
    assert candidates(store.read, [made["ready"]], NOW)[0].article == made["ready"]
    kinds = [only(store, made[name]).kind for name in ("same", "changed", "held")]
    assert kinds == ["same", "changed", "withheld"]
    assert [each.headline for each in candidates(store.read, [], LATER + timedelta(days=9))] == [
        "ready",
        "changed",
    ]


def test_what_a_candidate_tells(store: Store, article: Article) -> None:
    published = publish(store, article).article
    found = only(store, article.id)
    assert found == Candidate(
        article.id,
        "On the quay",
        article.edition,
        Status.PUBLISHED,
        CandidateKind.SAME,
        published.released,
        None,
        (),
        (),
    )
    delete_articles(store, [article.id])
    assert candidates(store.read, [article.id], NOW) == ()


@pytest.mark.parametrize(
    ("status", "text"), [("held", "It is held."), ("spiked", "It is spiked."), ("killed", "It is killed.")]
)
def test_what_is_withheld_is_not_published(store: Store, article: Article, status: str, text: str) -> None:
    set_status(store, [article.id], Status(status))
    found = only(store, article.id)
    assert ([str(each) for each in found.problems], found.kind) == ([text], CandidateKind.WITHHELD)


def test_what_has_no_headline_is_not_published(store: Store, article: Article) -> None:
    edit_text(store, article.id, {"headline": " "})
    assert [str(each) for each in only(store, article.id).problems] == ["It has no headline."]


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("TK", 1),
        ("He said TK and TKTK.", 2),
        ("TKs", 0),
        ("tk", 0),
        ("ATK", 0),
        ("[TK]\n\nTK, TK", 3),
    ],
)
def test_what_is_still_to_come_is_counted(store: Store, article: Article, body: str, count: int) -> None:
    edit_text(store, article.id, {"body": body})
    told = {0: [], 1: ["1 TK is left in the text."]}
    assert said(store, article.id) == told.get(count, [f"{count} TKs are left in the text."])


def test_what_is_said_of_photos_and_section(store: Store, article: Article, picture: Callable[..., Path]) -> None:
    edition = article.edition
    bare = new_article(store, edition, "Bare")
    assert said(store, bare.id) == ["It is in no section."]
    one, two = (each.photo.id for each in add_photos(store, [picture(), picture("b.jpg", "red")]).added)
    set_lead(store, article.id, one)
    edit_text(store, article.id, {"body": f"![](photo:{two})"})
    assert said(store, article.id) == [
        "The lead photo has no alt text.",
        "1 photo in the text has no alt text.",
        "2 photos have no credit.",
    ]
    describe_photo(store, article.id, one, Described(alt_text="A quay", credit=Credit(distributor="Getty")))
    describe_photo(store, article.id, two, Described(decorative=True))
    assert said(store, article.id) == ["1 photo has no credit."]


def test_times_to_come_are_said_in_the_zone_of_the_newsroom(store: Store, article: Article) -> None:
    set_moment(store, article.id, "embargo", LATER)
    set_moment(store, article.id, "not_before", START)
    found = only(store, article.id)
    assert [str(each) for each in found.warnings] == ["It is embargoed until 2026-03-23 09:00."]
    assert found.opens == LATER
    set_moment(store, article.id, "not_before", LATER)
    assert "It is held back until 2026-03-23 09:00." in said(store, article.id)
