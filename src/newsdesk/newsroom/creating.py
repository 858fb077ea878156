"""Making a newsroom, and articles in it."""

from __future__ import annotations

from pathlib import Path

from newsdesk.i18n import N_, message
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId, Clock, EditionId, Ids, NewsroomId, StoryId
from newsdesk.model.newsroom import Newsroom
from newsdesk.model.slug import free_slug, slug_of
from newsdesk.newsroom.editions import new_edition
from newsdesk.store import Store, create_store


def create_newsroom(
    folder: Path, *, title: str, language: str, zone: str, clock: Clock, ids: Ids, author: str
) -> Store:
    """Make a newsroom with one edition in a new or empty folder, and open it for writing.

    `language` is a BCP 47 tag, `zone` an IANA time zone. Raises `Trouble` when the folder or the language will
    not do.
    """
    edition = new_edition(language, ids)
    newsroom = Newsroom(NewsroomId(ids()), title, edition.id, zone=zone)
    return create_store(folder, newsroom, [edition], clock=clock, ids=ids, author=author)


def new_article(store: Store, edition: EditionId, headline: str = "") -> Article:
    """A new draft in an edition, with a free slug made from its headline."""
    slug = free_slug(slug_of(headline), store.read.slugs(edition))
    article = Article(
        ArticleId(store.ids()), edition, StoryId(store.ids()), store.clock(), slug, headline=headline
    )
    with store.step(message(N_("New article “{headline}”"), headline=headline or slug)):
        store.put(article)
    return article
