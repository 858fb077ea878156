"""The bin: deleted articles, which can be put back for thirty days and are then gone for good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from newsdesk.errors import Trouble
from newsdesk.i18n import N_, message
from newsdesk.model.article import Article, Status
from newsdesk.model.binned import KEPT, Binned
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId
from newsdesk.model.person import Person
from newsdesk.model.photo import Photo
from newsdesk.model.revision import Revision, Snapshot
from newsdesk.model.section import Section
from newsdesk.model.slug import free_slug
from newsdesk.model.topic import Topic
from newsdesk.newsroom.settling import step_name
from newsdesk.store import Reader, Store

LONGEST_PAUSE = timedelta(days=7)
"""How much of the time counts in which nobody wrote anything: more may be a clock that was set."""


def binned(reader: Reader) -> list[Binned]:
    """What is in the bin, the last deleted first."""
    return sorted(reader.every(Binned), key=lambda each: (each.deleted, each.id), reverse=True)


def take_from_bin(store: Store, ids: Sequence[ArticleId]) -> list[Article]:
    """Put deleted articles back, in one step that can be undone. Readers get them again once they are published.

    What they referred to and what is gone since is left out; a slug that was taken gets a number. Raises `Trouble`
    when one is not in the bin, or is among the articles too.
    """
    found = [_expected(store.read, id) for id in dict.fromkeys(ids)]
    snapshots = [_snapshot(store.read, each) for each in found]
    name = step_name(
        N_("Put “{headline}” back"), N_("Put {count} articles back"), [each.article for each in snapshots]
    )
    back = []
    with store.step(name):
        for each, snapshot in zip(found, snapshots, strict=True):
            article = _fitting(store.read, snapshot.article)
            store.put(article)
            photos = store.read.get_all(Photo, [placed.photo for placed in snapshot.placements])
            store.put_all(placed for placed in snapshot.placements if placed.photo in photos)
            store.remove(Binned, each.id)
            back.append(article)
    return back


def empty_bin(store: Store, ids: Sequence[ArticleId]) -> None:
    """Delete articles of the bin for good, with all their versions. Nothing brings them back but a backup."""
    found = [each for each in binned(store.read) if each.id in set(ids)]
    if not found:
        return
    one, several = N_("Delete “{headline}” for good"), N_("Delete {count} articles for good")
    count = len(found)
    name = message(one, headline=found[0].headline) if count == 1 else message(several, count=count)
    with store.step(name, undo=False):
        for each in found:
            store.remove(Binned, each.id)
            if store.read.get(Article, each.id) is None:
                store.forget(each.id)


def clear_old_bin(store: Store) -> None:
    """Delete for good what has been in the bin for thirty days.

    Those days must be in the log: a clock that is wrong for a while must not empty the bin.
    """
    old = [each.id for each in binned(store.read) if store.clock() - each.deleted >= KEPT]
    empty_bin(store, [id for id in old if store.read.work_since(id, LONGEST_PAUSE) >= KEPT])


def _expected(reader: Reader, id: ArticleId) -> Binned:
    found = reader.get(Binned, id)
    if found is None or reader.get(Article, id):
        raise Trouble(
            N_("This article is not in the bin any more."),
            way_out=N_("Look for it among the articles; a backup may have it too."),
        )
    return found


def _snapshot(reader: Reader, each: Binned) -> Snapshot:
    kept = reader.get(Revision, each.revision)
    if kept is None:
        raise LookupError(each.revision)
    return reader.snapshot(kept.hash)


def _fitting(reader: Reader, article: Article) -> Article:
    """The article as it can stand in the newsroom of today, released to nobody."""
    edition = article.edition if reader.get(Edition, article.edition) else reader.newsroom().main_edition
    sections = reader.get_all(Section, [*article.further_sections, *filter(None, [article.section])])
    topics = reader.get_all(Topic, article.topics)
    people = reader.get_all(Person, [byline.person for byline in article.bylines] + [article.assignee or ""])
    return replace(
        article,
        edition=edition,
        slug=free_slug(article.slug, reader.slugs(edition)),
        section=article.section if article.section in sections else None,
        further_sections=tuple(id for id in article.further_sections if id in sections),
        topics=tuple(id for id in article.topics if id in topics),
        bylines=tuple(byline for byline in article.bylines if byline.person in people),
        assignee=article.assignee if article.assignee in people else None,
        status=Status.READY if article.status is Status.PUBLISHED else article.status,
        released_revision=None,
        released=None,
    )
