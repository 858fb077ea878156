"""What a change of an article brings with it: links that stay, placements that follow the text, a free slug."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsdesk.errors import Trouble
from newsdesk.i18n import N_, Message, message
from newsdesk.model.article import Article
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement
from newsdesk.newsroom.linking import Linking
from newsdesk.newsroom.placing import photos_in, with_inline
from newsdesk.store import Reader, Store


@dataclass(frozen=True, slots=True)
class Change:
    """An article with what belongs to it, as it shall be. `photos` are those whose record changes."""

    article: Article
    placements: tuple[Placement, ...]
    photos: tuple[Photo, ...] = ()


def expected(reader: Reader, id: ArticleId) -> Article:
    """The article of this id. Raises `Trouble` when it is not there any more."""
    article = reader.get(Article, id)
    if article is None:
        raise Trouble(
            N_("This article is not in the newsroom any more: it was deleted."),
            way_out=N_("Undo brings it back. What you wrote since can be copied into a new article."),
        )
    return article


def state_of(reader: Reader, id: ArticleId) -> Change:
    """The article as it stands. Raises `Trouble` when it is not there any more."""
    return Change(expected(reader, id), reader.placements(id))


def settled(store: Store, before: Change, after: Change, editions: Sequence[Edition]) -> Change:
    """The change with links that stay and placements that follow the text; Trouble for a slug that is not free."""
    article = after.article
    if (article.edition, article.slug) != (before.article.edition, before.article.slug):
        rival = store.read.article_by_slug(article.edition, article.slug)
        if rival and rival.id != article.id:
            raise Trouble(
                N_("The slug “{slug}” is that of the article {id}."),
                way_out=N_("Choose another slug."),
                slug=article.slug,
                id=rival.id,
            )
    if article.body == before.article.body:
        return after
    linking = Linking(store.read, editions, {})
    article = replace(article, body=linking.linked(article.body, article.edition)[0])
    photos = photos_in(store.read, article.body)
    placements = with_inline(after.placements, article.id, photos, {}, store.ids)
    return replace(after, article=article, placements=placements)


def write_change(store: Store, name: Message, before: Change, after: Change, *, undo: bool = True) -> None:
    """Write a change as one step."""
    with store.step(name, undo=undo):
        put_change(store, before, after)


def put_change(store: Store, before: Change, after: Change) -> None:
    """Write a change within a step."""
    kept = {placement.id for placement in after.placements}
    store.put(after.article)
    for placement in before.placements:
        if placement.id not in kept:
            store.remove(Placement, placement.id)
    store.put_all(after.placements)
    store.put_all(after.photos)


def step_name(one: str, several: str, articles: Sequence[Article]) -> Message:
    """The name of a step: `one` with the headline of a single article, `several` with their count."""
    if len(articles) == 1:
        return message(one, headline=articles[0].headline or articles[0].slug)
    return message(several, count=len(articles))
