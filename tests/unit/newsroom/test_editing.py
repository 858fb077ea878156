"""What the window changes in an article: only what was named, on top of whatever stands there by now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from newsdesk.errors import Trouble
from newsdesk.model.article import Article, Status
from newsdesk.model.ids import ArticleId, SectionId
from newsdesk.model.person import Person
from newsdesk.model.topic import Topic
from newsdesk.newsroom import (
    FIELDS,
    add_photos,
    add_section,
    change_article,
    delete_articles,
    edit_text,
    new_article,
    publish,
    set_assignee,
    set_bylines,
    set_fields,
    set_moment,
    set_section,
    set_status,
    set_topics,
    unpublish,
)
from newsdesk.newsroom.change_names import CHANGE_NAMES
from newsdesk.store import Store

MOMENT = datetime(2026, 4, 1, 10, tzinfo=ZoneInfo("America/Sao_Paulo"))

CHANGES: dict[str, Callable[[Store, ArticleId], object]] = {
    "edit_text": lambda store, id: edit_text(store, id, {"body": "Text"}),
    "change_article": lambda store, id: change_article(store, id, {"kicker": "New"}),
    "set_topics": lambda store, id: set_topics(store, id, ["Iraq"]),
    "set_bylines": lambda store, id: set_bylines(store, id, [("Jo", "")]),
    "set_assignee": lambda store, id: set_assignee(store, id, "Jo"),
    "set_section": lambda store, id: set_section(store, id, None),
    "set_moment": lambda store, id: set_moment(store, id, "deadline", None),
    "set_status": lambda store, id: set_status(store, [id], Status.READY),
}


@pytest.fixture
def article(store: Store) -> Article:
    return new_article(store, store.read.newsroom().main_edition, "On the quay")


def now(store: Store, article: Article) -> Article:
    """The article as it stands."""
    found = store.read.get(Article, article.id)
    assert found
    return found


def log_lines(store: Store) -> int:
    return len(store.read.log(1000))


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_was_deleted_meanwhile_is_told(
    store: Store, article: Article, change: Callable[[Store, ArticleId], object]
) -> None:
    delete_articles(store, [article.id])
    before = log_lines(store)
    with pytest.raises(Trouble, match="deleted") as caught:
        change(store, article.id)
    assert str(caught.value.way_out)
    assert log_lines(store) == before


def test_typing_is_saved_and_is_no_step_to_undo(store: Store, article: Article) -> None:
    set_topics(store, article.id, ["Iraq"])
    undo = store.undo_name
    after = edit_text(store, article.id, {"kicker": "Near", "standfirst": "Two", "body": "One\r\nTwo\rThree"})
    assert after == now(store, article)
    assert (after.kicker, after.standfirst, after.body) == ("Near", "Two", "One\nTwo\nThree")
    assert after.topics
    assert store.undo_name == undo
    assert str(store.read.log(1)[0].name) == "Edit “On the quay”"


def test_nothing_is_written_when_nothing_differs(store: Store, article: Article) -> None:
    other = new_article(store, article.edition, "Other")
    edit_text(store, article.id, {"body": "[Other](article:other)"})
    before = log_lines(store)
    assert edit_text(store, article.id, {"body": "[Other](article:other)"}).body == f"[Other](article:{other.id})"
    assert edit_text(store, article.id, {"headline": "On the quay"}) == now(store, article)
    assert log_lines(store) == before


def test_only_texts_are_typed(store: Store, article: Article) -> None:
    with pytest.raises(ValueError, match="slug"):
        edit_text(store, article.id, {"slug": "new"})


def test_placements_follow_typing(store: Store, article: Article, picture: Callable[..., Path]) -> None:
    (added,) = add_photos(store, [picture()]).added
    edit_text(store, article.id, {"body": f"![](photo:{added.photo.id})"})
    assert [placed.photo for placed in store.read.placements(article.id)] == [added.photo.id]
    edit_text(store, article.id, {"body": "Gone."})
    assert store.read.placements(article.id) == ()


def test_the_slug_follows_the_headline(store: Store, article: Article) -> None:
    edition = article.edition
    assert edit_text(store, article.id, {"headline": "At the quay"}).slug == "at-the-quay"
    taken = new_article(store, edition, "At the port")
    assert edit_text(store, article.id, {"headline": "At the port"}).slug == "at-the-port-2"
    assert edit_text(store, article.id, {"headline": "At the port!"}).slug == "at-the-port-2"
    assert edit_text(store, article.id, {"headline": "At the port, again"}).slug == "at-the-port-again"
    assert edit_text(store, article.id, {"headline": ""}).slug == "article"
    assert edit_text(store, article.id, {"headline": "Back"}).slug == "back"
    assert now(store, taken) == taken


def test_a_slug_that_was_set_stays(store: Store, article: Article) -> None:
    change_article(store, article.id, {"slug": "quay-2026"})
    assert edit_text(store, article.id, {"headline": "New"}).slug == "quay-2026"


def test_the_slug_of_what_readers_had_stays(store: Store, article: Article) -> None:
    publish(store, article)
    assert edit_text(store, article.id, {"headline": "New"}).slug == "on-the-quay"
    unpublish(store, article)
    edit_text(store, article.id, {"headline": "On the quay"})
    assert edit_text(store, article.id, {"headline": "Newer"}).slug == "on-the-quay"


def test_a_stale_article_overwrites_nothing(store: Store, article: Article) -> None:
    edit_text(store, article.id, {"body": "Typed meanwhile."})
    after = set_fields(store, article, {"dateline": "BAGHDAD"})
    assert (after.body, after.dateline) == ("Typed meanwhile.", "BAGHDAD")
    assert now(store, article) == after
    assert change_article(store, article.id, {"kicker": "Near"}) == replace(after, kicker="Near")


def test_topics_are_found_or_made_in_one_step(store: Store, article: Article) -> None:
    first = set_topics(store, article.id, ["Iraq", " ", " iraq "])
    second = set_topics(store, article.id, ["War", "Iraq"])
    assert len(first.topics) == 1
    assert (second.topics[1:], len(store.read.every(Topic))) == (first.topics, 2)
    store.undo()
    assert now(store, article) == first
    assert len(store.read.every(Topic)) == 1
    store.redo()
    assert now(store, article) == second


def test_who_signs_is_found_or_made_in_one_step(store: Store, article: Article) -> None:
    signed = set_bylines(store, article.id, [("Jo", ""), ("Su", " photos "), ("Jo", ""), ("", "x")])
    assert [byline.role for byline in signed.bylines] == ["", "photos"]
    assert set_bylines(store, article.id, [("su", "photos")]).bylines == signed.bylines[1:]
    store.undo()
    store.undo()
    assert now(store, article) == article
    assert store.read.every(Person) == []


def test_who_has_it_in_hand_is_found_or_made_in_one_step(store: Store, article: Article) -> None:
    jo = set_bylines(store, article.id, [("Jo", "")]).bylines[0].person
    assert set_assignee(store, article.id, " jo ").assignee == jo
    assert set_assignee(store, article.id, "Su").assignee not in (jo, None)
    assert set_assignee(store, article.id, " ").assignee is None
    store.undo()
    store.undo()
    assert [person.id for person in store.read.every(Person)] == [jo]
    assert now(store, article).assignee == jo


def test_each_field_names_its_step(store: Store, article: Article) -> None:
    assert set(CHANGE_NAMES) == set(FIELDS)
    change_article(store, article.id, {"outlet_note": "For the late page"})
    assert str(store.undo_name) == "Change the note on “On the quay”"
    change_article(store, article.id, {"kicker": "Near", "search_text": "Quay"})
    assert str(store.undo_name) == "Change 2 fields of “On the quay”"
    set_moment(store, article.id, "embargo", MOMENT)
    assert str(store.undo_name) == "Change the embargo of “On the quay”"


def test_a_section_that_was_removed_is_told(store: Store, article: Article) -> None:
    section = add_section(store, "World", article.edition)
    further = replace(article, further_sections=(section.id,))
    with store.step(store.read.log(1)[0].name):
        store.put(further)
    after = set_section(store, article.id, section.id)
    assert (after.section, after.further_sections) == (section.id, ())
    store.undo()
    assert now(store, article) == further
    with pytest.raises(Trouble, match="section"):
        set_section(store, article.id, SectionId("gone"))


@pytest.mark.parametrize("field", ["deadline", "not_before", "embargo"])
def test_times_are_set_and_cleared(store: Store, article: Article, field: str) -> None:
    after = set_moment(store, article.id, field, MOMENT)  # type: ignore[arg-type]
    assert getattr(after, field) == datetime(2026, 4, 1, 13, tzinfo=UTC)
    assert getattr(after, field).tzinfo is UTC
    assert now(store, article) == after
    assert set_moment(store, article.id, field, None) == article  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="zone"):
        set_moment(store, article.id, field, MOMENT.replace(tzinfo=None))  # type: ignore[arg-type]


def test_several_articles_change_their_status_in_one_step(store: Store, article: Article) -> None:
    other = new_article(store, article.edition, "Other")
    after = set_status(store, [article.id, other.id, article.id], Status.READY)
    assert [(each.id, each.status) for each in after] == [(article.id, "ready"), (other.id, "ready")]
    assert str(store.undo_name) == "Mark 2 articles as ready"
    store.undo()
    assert (now(store, article), now(store, other)) == (article, other)
    store.redo()
    assert now(store, other).status is Status.READY
    assert set_status(store, [], Status.READY) == []


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.PUBLISHED}))
def test_each_status_that_is_set_by_hand_names_its_step(store: Store, article: Article, status: Status) -> None:
    set_status(store, [article.id], Status.HELD if status is Status.DRAFT else Status.DRAFT)
    set_status(store, [article.id], status)
    assert now(store, article).status is status
    assert "On the quay" in str(store.undo_name)


def test_all_get_the_status_or_none(store: Store, article: Article) -> None:
    killed = new_article(store, article.edition, "Killed")
    set_status(store, [killed.id], Status.KILLED)
    with pytest.raises(Trouble, match="Killed"):
        set_status(store, [article.id, killed.id], Status.READY)
    with pytest.raises(Trouble, match="Publish it"):
        set_status(store, [article.id], Status.PUBLISHED)
    assert now(store, article) == article


def test_what_is_spiked_is_taken_back_from_readers(store: Store, article: Article) -> None:
    published = publish(store, article).article
    (spiked,) = set_status(store, [article.id], Status.SPIKED)
    assert spiked.released_revision is None
    store.undo()
    assert now(store, article) == published
    assert set_status(store, [article.id], Status.PUBLISHED) == [published]
