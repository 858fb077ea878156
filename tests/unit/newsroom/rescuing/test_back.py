"""What was rescued comes back without anything being lost, whichever text a person chooses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from helpers.stores import ENGLISH, START, a_photo, an_article, make_store, named
from newsdesk.errors import Trouble
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId, PhotoId, PlacementId
from newsdesk.model.person import Person
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement, Role
from newsdesk.model.revision import Reason
from newsdesk.model.topic import Topic
from newsdesk.newsroom import delete_articles, edit_text
from newsdesk.newsroom.rescuing import (
    Offer,
    Rescued,
    Typed,
    compared,
    fingerprint,
    keep_rescued,
    make_article_of_rescued,
    offers,
    take_rescued,
)
from newsdesk.store import Store

A = ArticleId("a")
BODY = "The sea came over the wall.\n\nNobody was hurt."
RESCUED = "The sea came over the old wall.\n\nNobody was hurt."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with make_store(tmp_path / "newsroom") as store:
        with store.step(named("Begin")):
            store.put(an_article("a", headline="Harbour", body=BODY))
            store.put(a_photo("p", alt_text="A wall"))
            store.put(Placement(PlacementId("lead"), A, PhotoId("p"), Role.LEAD, "Old caption", "A wall"))
        yield store


def rescue(*texts: Typed, article: ArticleId | None = A) -> Rescued:
    return Rescued(article, ENGLISH, "Harbour", START, texts)


def body(text: str = RESCUED, based_on: str = BODY) -> Typed:
    return Typed("Text", text, A, "body", based_on=fingerprint(based_on))


def on_photo(field: str, text: str, photo: str = "p") -> Typed:
    return Typed(field, text, A, field, PhotoId(photo), Role.LEAD)


def offer(store: Store, rescued: Rescued) -> Offer:
    (made,) = offers(store.read, [rescued])
    return made


def left(found: Offer | None) -> tuple[Typed, ...]:
    """What found no place."""
    if found is None:
        return ()
    assert not found.has_place, "it was decided on"
    return found.rescued.texts


def article(store: Store) -> Article:
    found = store.read.get(Article, A)
    assert found is not None
    return found


def reasons(store: Store) -> list[Reason]:
    return [revision.reason for revision in store.read.revisions(A)]


def test_what_the_newsroom_has_already_is_not_asked_about(store: Store) -> None:
    had = [rescue(body(BODY)), rescue(on_photo("caption", "Old caption"), on_photo("alt_text", "A wall"))]
    assert offers(store.read, had) == ()
    assert len(offers(store.read, [*had, rescue(body())])) == 1


def test_a_link_that_the_newsroom_writes_by_id_is_no_difference(store: Store) -> None:
    typed = "See [this](article:slug-a)."
    edit_text(store, A, {"body": typed})
    assert article(store).body != typed
    assert offers(store.read, [rescue(body(typed))]) == ()


def test_it_is_said_when_the_newsroom_went_on_meanwhile(store: Store) -> None:
    assert not offer(store, rescue(body())).changed_since
    edit_text(store, A, {"body": "Another text."})
    assert offer(store, rescue(body())).changed_since


def test_the_rescued_text_is_taken_as_one_step_and_the_other_is_a_version(store: Store) -> None:
    assert take_rescued(store, rescue(body(), Typed("Headline", "Harbour wall", A, "headline"))) is None
    assert (article(store).headline, article(store).body) == ("Harbour wall", RESCUED)
    rescued, kept = store.read.revisions(A)[:2]
    assert kept.reason is Reason.RESTORED
    assert store.read.snapshot(kept.hash).article.body == BODY
    store.undo()
    assert (article(store).headline, article(store).body) == ("Harbour", BODY)
    assert rescued.reason is Reason.RESCUED
    assert store.read.snapshot(rescued.hash).article.body == RESCUED, "undo does not lose it"


def test_what_is_kept_out_is_a_version_and_leaves_the_article_alone(store: Store) -> None:
    before = article(store)
    keep_rescued(store, rescue(body(), Typed("Byline", "Jo Harbour\nAda\tphotos", A, "byline")))
    assert article(store) == before
    kept = store.read.revisions(A)[0]
    assert (kept.reason, kept.name) == (Reason.RESCUED, "Rescued text")
    assert store.read.snapshot(kept.hash).article.body == RESCUED
    assert str(store.undo_name) == "Begin", "it is nothing to undo"


def test_what_was_said_of_a_photo_comes_back(store: Store) -> None:
    take_rescued(
        store,
        rescue(on_photo("caption", "New caption"), on_photo("alt_text", "A wave"), on_photo("person", "Yara")),
    )
    (placed,) = store.read.placements(A)
    photo = store.read.get(Photo, "p")
    assert (placed.caption, placed.alt_text) == ("New caption", "A wave")
    assert photo is not None
    assert photo.credit.person == "Yara"
    assert photo.alt_text == "A wall", "its own"


def test_what_was_said_of_a_photo_that_is_gone_stands_in_no_way(store: Store) -> None:
    caption = on_photo("caption", "New caption", "gone")
    assert left(take_rescued(store, rescue(body(), caption))) == (caption,)
    assert article(store).body == RESCUED
    assert not offer(store, rescue(caption)).has_place


def test_who_signs_comes_back_by_name_with_those_who_are_new(store: Store) -> None:
    take_rescued(store, rescue(Typed("Byline", "Jo Harbour\nAda\tphotos", A, "byline")))
    people = {person.id: person.names[0].text for person in store.read.every(Person)}
    assert [(people[one.person], one.role) for one in article(store).bylines] == [
        ("Jo Harbour", ""),
        ("Ada", "photos"),
    ]
    assert offers(store.read, [rescue(Typed("Byline", "Jo Harbour\nAda\tphotos", A, "byline"))]) == ()


def test_topics_come_back_by_name_with_those_that_are_new(store: Store) -> None:
    topics = Typed("Topics", "Weather\nHarbour Board", A, "topics")
    take_rescued(store, rescue(topics))
    assert [topic.names[0].text for topic in store.read.get_all(Topic, article(store).topics).values()] == [
        "Weather",
        "Harbour Board",
    ]
    assert offers(store.read, [rescue(topics)]) == ()


def test_an_article_that_is_gone_is_made_anew(store: Store) -> None:
    delete_articles(store, [A])
    rescued = rescue(body(), Typed("Headline", "Harbour", A, "headline"), on_photo("caption", "New"))
    made = offer(store, rescued)
    assert not made.there
    assert make_article_of_rescued(store, rescued) is None
    (found,) = store.read.every(Article)
    assert (found.headline, found.body, found.edition) == ("Harbour", RESCUED, ENGLISH)
    assert found.id != A
    (placed,) = store.read.placements(found.id)
    assert (placed.photo, placed.role, placed.caption) == ("p", Role.LEAD, "New"), "with the photo that it is of"


def test_an_edition_that_is_gone_is_replaced_by_the_main_one(store: Store) -> None:
    delete_articles(store, [A])
    make_article_of_rescued(store, replace(rescue(body()), edition="gone"))
    (found,) = store.read.every(Article)
    assert found.edition == ENGLISH


def test_half_a_name_has_no_place(store: Store) -> None:
    half = rescue(Typed("Byline, not entered yet", "Jo", A))
    assert not offer(store, half).has_place
    assert not offer(store, rescue(Typed("Topics", "har"), article=None)).has_place
    typed = Typed("Byline, not entered yet", "Jo", A)
    assert left(take_rescued(store, rescue(body(), typed))) == (typed,), "it is not lost"
    assert article(store).bylines == ()


def test_the_texts_are_compared_word_by_word(store: Store) -> None:
    made = compared(store.read, offer(store, rescue(body(), on_photo("caption", "New"))))
    changed = next(passage for passage in made.passages if passage.before != passage.after)
    assert [piece.text.strip() for piece in changed.pieces if piece.kind == "added"] == ["old"]
    delete_articles(store, [A])
    assert not compared(store.read, offer(store, rescue(body()))).same


def test_nothing_is_kept_twice(store: Store) -> None:
    keep_rescued(store, rescue(body(BODY)))
    assert Reason.RESCUED not in reasons(store)


EVERYTHING = (
    body(),
    Typed("Dateline", "ROTTERDAM", A, "dateline"),
    Typed("Note", "Call before noon", A, "outlet_note"),
    Typed("Byline", "Jo Harbour", A, "byline"),
    Typed("Topics", "Weather", A, "topics"),
    on_photo("caption", "New caption"),
    on_photo("alt_text", "A wave"),
    on_photo("person", "Yara"),
    on_photo("caption", "Of another", "gone"),
    Typed("Topics, not entered yet", "har", A),
)
"""Something of every sort that can be rescued."""


def fields(texts: tuple[Typed, ...]) -> list[tuple[str, str | None]]:
    return [(text.field, text.photo) for text in texts]


def test_of_what_is_taken_only_what_has_no_place_is_left(store: Store) -> None:
    found = left(take_rescued(store, rescue(*EVERYTHING)))
    assert fields(found) == [("caption", "gone"), ("", None)]


def test_of_what_is_kept_out_a_version_cannot_hold_all(store: Store) -> None:
    found = left(keep_rescued(store, rescue(*EVERYTHING)))
    assert fields(found) == [("byline", None), ("topics", None), ("person", "p"), ("caption", "gone"), ("", None)]
    kept = store.read.snapshot(store.read.revisions(A)[0].hash)
    assert (kept.article.body, kept.article.dateline, kept.article.outlet_note) == (
        RESCUED,
        "ROTTERDAM",
        "Call before noon",
    )
    assert [(placed.caption, placed.alt_text) for placed in kept.placements] == [("New caption", "A wave")]


def test_of_what_is_made_anew_only_what_has_no_place_is_left(store: Store) -> None:
    delete_articles(store, [A])
    found = make_article_of_rescued(store, rescue(*EVERYTHING))
    assert fields(left(found)) == [("caption", "gone"), ("", None)]
    (made,) = store.read.every(Article)
    assert found is not None
    assert found.rescued.article == made.id, "it is offered beside the new article from now on"


def test_what_is_deleted_meanwhile_is_not_dropped_in_silence(store: Store) -> None:
    delete_articles(store, [A])
    for choose in (take_rescued, keep_rescued):
        with pytest.raises(Trouble, match="not in the newsroom"):
            choose(store, rescue(body()))


def test_where_nothing_can_be_taken_nothing_is_written(store: Store) -> None:
    before = reasons(store)
    half = Typed("Topics, not entered yet", "har", A)
    for choose in (take_rescued, keep_rescued):
        assert left(choose(store, rescue(half))) == (half,)
    assert reasons(store) == before


def test_undo_does_not_take_away_what_was_made_of_rescued_text(store: Store) -> None:
    delete_articles(store, [A])
    make_article_of_rescued(store, rescue(body()))
    while store.undo():
        pass
    assert [found.body for found in store.read.every(Article)] == [RESCUED]
