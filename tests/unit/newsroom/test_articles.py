"""Articles that are made, copied, translated and deleted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newsdesk.errors import Trouble
from newsdesk.model.article import Article, Status
from newsdesk.model.ids import ArticleId, EditionId
from newsdesk.model.placement import Placement
from newsdesk.model.revision import Revision
from newsdesk.newsroom import (
    add_edition,
    add_photos,
    add_section,
    change_article,
    delete_articles,
    duplicate_article,
    edit_text,
    new_article,
    publish,
    set_bylines,
    set_lead,
    set_topics,
    translate_article,
)
from newsdesk.store import Store


@pytest.fixture
def article(store: Store, picture: Callable[..., Path]) -> Article:
    """A published article with all that goes along when it is copied."""
    edition = store.read.newsroom().main_edition
    made = new_article(store, edition, "On the quay", add_section(store, "World", edition).id, "BAGHDAD")
    lead, inline = (each.photo for each in add_photos(store, [picture(), picture("b.jpg", "red")]).added)
    set_lead(store, made.id, lead.id)
    edit_text(store, made.id, {"body": f"Text.\n\n![One](photo:{inline.id})"})
    set_topics(store, made.id, ["Iraq"])
    set_bylines(store, made.id, [("Jo", "")])
    change_article(store, made.id, {"deadline": "2026-04-01", "published_url": "https://example.org/a"})
    return publish(store, made).article


def copied_fields(article: Article) -> tuple[object, ...]:
    return (article.body, article.section, article.topics, article.bylines, article.dateline, article.standfirst)


def photos(store: Store, article: Article) -> list[tuple[str, str]]:
    return [(placed.photo, placed.role) for placed in store.read.placements(article.id)]


def test_a_new_article_is_filed_from_the_start(store: Store) -> None:
    edition = store.read.newsroom().main_edition
    section = add_section(store, "World", edition)
    made = new_article(store, edition, section=section.id, dateline="BAGHDAD")
    assert (made.section, made.dateline, made.slug) == (section.id, "BAGHDAD", "article")
    assert store.read.get(Article, made.id) == made


def test_a_duplicate_is_a_draft_of_its_own(store: Store, article: Article) -> None:
    copy = duplicate_article(store, article.id)
    assert store.read.get(Article, copy.id) == copy
    assert (copy.headline, copy.slug, copy.status) == ("Copy of On the quay", "copy-of-on-the-quay", Status.DRAFT)
    assert copied_fields(copy) == copied_fields(article)
    assert copy.story != article.story
    assert (copy.released_revision, copy.released, copy.first_released) == (None, None, None)
    assert (copy.deadline, copy.published_url, copy.translated_from) == (None, "", None)
    assert photos(store, copy) == photos(store, article)
    assert len(store.read.every(Placement)) == 4
    store.undo()
    assert store.read.get(Article, copy.id) is None
    assert len(store.read.every(Placement)) == 2
    store.redo()
    assert photos(store, copy) == photos(store, article)


def test_a_duplicate_of_what_has_no_headline(store: Store) -> None:
    made = new_article(store, store.read.newsroom().main_edition)
    assert duplicate_article(store, made.id).headline == ""


def test_a_translation_belongs_to_the_story(store: Store, article: Article) -> None:
    spanish = add_edition(store, "es")
    copy = translate_article(store, article.id, spanish.id)
    assert store.read.get(Article, copy.id) == copy
    assert (copy.story, copy.edition, copy.slug) == (article.story, spanish.id, "on-the-quay")
    assert (copy.headline, copy.status, copy.released_revision) == ("On the quay", Status.DRAFT, None)
    assert copied_fields(copy) == copied_fields(article)
    assert photos(store, copy) == photos(store, article)
    assert copy.translated_from
    source = store.read.get(Revision, copy.translated_from.revision)
    assert source
    assert store.read.snapshot(source.hash).article == article
    assert str(store.undo_name) == "Translate “On the quay” into Español"
    with pytest.raises(Trouble, match="Español already"):
        translate_article(store, article.id, spanish.id)
    with pytest.raises(Trouble, match="already"):
        translate_article(store, copy.id, article.edition)
    store.undo()
    assert store.read.get(Article, copy.id) is None
    assert translate_article(store, article.id, spanish.id).slug == "on-the-quay"


def test_what_is_gone_is_not_copied(store: Store, article: Article) -> None:
    with pytest.raises(Trouble, match="edition"):
        translate_article(store, article.id, EditionId("gone"))
    delete_articles(store, [article.id])
    with pytest.raises(Trouble, match="deleted"):
        duplicate_article(store, article.id)
    with pytest.raises(Trouble, match="deleted"):
        translate_article(store, article.id, article.edition)


def test_deleted_articles_come_back_whole(store: Store, article: Article) -> None:
    other = new_article(store, article.edition, "Other")
    translation = translate_article(store, article.id, add_edition(store, "es").id)
    placements, releases = store.read.placements(article.id), store.read.releases()
    delete_articles(store, [article.id, ArticleId("gone"), other.id, article.id])
    assert str(store.undo_name) == "Delete 2 articles"
    assert store.read.every(Article) == [translation]
    assert store.read.releases() == []
    assert {placed.article for placed in store.read.every(Placement)} == {translation.id}
    store.undo()
    assert (store.read.get(Article, article.id), store.read.get(Article, other.id)) == (article, other)
    assert store.read.placements(article.id) == placements
    assert store.read.releases() == releases
    store.redo()
    assert store.read.every(Article) == [translation]


def test_to_delete_what_is_gone_is_no_step(store: Store, article: Article) -> None:
    delete_articles(store, [article.id])
    undo = store.undo_name
    delete_articles(store, [article.id])
    delete_articles(store, [])
    assert store.undo_name == undo
    assert str(undo) == "Delete “On the quay”"
