"""Making articles, copying them, and taking them out of the newsroom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsdesk.errors import Trouble
from newsdesk.i18n import N_, message
from newsdesk.model.article import Article, Origin, Status
from newsdesk.model.binned import Binned
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId, EditionId, PlacementId, SectionId, StoryId
from newsdesk.model.placement import Placement
from newsdesk.model.revision import Reason, Snapshot
from newsdesk.model.slug import free_slug, slug_of
from newsdesk.newsroom.settling import Change, state_of, step_name
from newsdesk.store import Store


def new_article(
    store: Store, edition: EditionId, headline: str = "", section: SectionId | None = None, dateline: str = ""
) -> Article:
    """A new draft in an edition, with a free slug made from its headline."""
    slug = free_slug(slug_of(headline), store.read.slugs(edition))
    article = Article(
        ArticleId(store.ids()),
        edition,
        StoryId(store.ids()),
        store.clock(),
        slug,
        headline=headline,
        section=section,
        dateline=dateline,
    )
    with store.step(message(N_("New article “{headline}”"), headline=headline or slug)):
        store.put(article)
    return article


def duplicate_article(store: Store, id: ArticleId) -> Article:
    """A draft with the same text and photos, as a story of its own, with a headline that says it is a copy.

    What belongs to the first alone stays there: its release, its deadline, and where it has appeared.
    """
    before = state_of(store.read, id)
    article = before.article
    headline = str(message(N_("Copy of {headline}"), headline=article.headline)) if article.headline else ""
    copy = replace(
        _copied(store, before, article.edition, headline),
        story=StoryId(store.ids()),
        translated_from=None,
        not_before=None,
    )
    name = message(N_("Duplicate “{headline}”"), headline=article.headline or article.slug)
    with store.step(name):
        store.put(copy)
        store.put_all(_placed(store, before, copy.id))
    return copy


def translate_article(store: Store, id: ArticleId, edition: EditionId) -> Article:
    """A draft of the same story in another edition, with the text to be translated and the photos.

    It knows from which text it was made. Raises `Trouble` when the story has an article in that edition.
    """
    before = state_of(store.read, id)
    article = before.article
    wanted = store.read.get(Edition, edition)
    if wanted is None:
        raise Trouble(
            N_("This edition is not in the newsroom any more: it was removed."),
            way_out=N_("Choose another edition."),
        )
    if any(other.edition == edition for other in store.read.story(article.story)):
        raise Trouble(
            N_("“{headline}” is there in the edition {edition} already."),
            way_out=N_("Open that article, or choose another edition."),
            headline=article.headline or article.slug,
            edition=wanted.name,
        )
    copy = _copied(store, before, edition, article.headline)
    name = message(
        N_("Translate “{headline}” into {edition}"),
        headline=article.headline or article.slug,
        edition=wanted.name,
    )
    with store.step(name):
        kept = store.keep(Snapshot(article, before.placements), Reason.NAMED, wanted.name)
        copy = replace(copy, translated_from=Origin(article.id, kept.id))
        store.put(copy)
        store.put_all(_placed(store, before, copy.id))
    return copy


def delete_articles(store: Store, ids: Sequence[ArticleId]) -> None:
    """Put articles into the bin, in one step that can be undone; what is gone already is no trouble.

    Readers lose what was released at the next export.
    """
    found = list(store.read.get_all(Article, ids).values())
    if not found:
        return
    # Never before the last step: a clock that was set back would make it look as if it had long been there.
    moment = max([store.clock(), *(line.time for line in store.read.log(1))])
    with store.step(step_name(N_("Delete “{headline}”"), N_("Delete {count} articles"), found)):
        for article in found:
            kept = store.keep(Snapshot(article, store.read.placements(article.id)), Reason.DELETED)
            headline = article.headline or article.slug
            store.put(Binned(article.id, article.edition, headline, moment, kept.author, kept.id))
            store.remove(Article, article.id)


def _copied(store: Store, before: Change, edition: EditionId, headline: str) -> Article:
    """The article anew, as a draft that nobody has seen."""
    return replace(
        before.article,
        id=ArticleId(store.ids()),
        edition=edition,
        created=store.clock(),
        headline=headline,
        slug=free_slug(slug_of(headline), store.read.slugs(edition)),
        status=Status.DRAFT,
        deadline=None,
        published_url="",
        released_revision=None,
        first_released=None,
        released=None,
        front_matter="",
    )


def _placed(store: Store, before: Change, article: ArticleId) -> list[Placement]:
    """The same photos, placed in another article."""
    return [replace(placed, id=PlacementId(store.ids()), article=article) for placed in before.placements]
