"""Releasing articles to readers and taking them back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from newsdesk.errors import Trouble
from newsdesk.exchange import write_moment
from newsdesk.i18n import N_
from newsdesk.model.article import Article, Status
from newsdesk.model.ids import ArticleId
from newsdesk.model.placement import Placement
from newsdesk.model.release import shows_the_same
from newsdesk.model.revision import Reason, Revision, Snapshot
from newsdesk.model.workflow import WITHHELD
from newsdesk.newsroom.releasing import as_released, opens_at
from newsdesk.newsroom.settling import expected, step_name
from newsdesk.newsroom.slugs import checked_slug
from newsdesk.newsroom.zones import zone_of
from newsdesk.store import Reader, Store


@dataclass(frozen=True, slots=True)
class Published:
    """An article after publishing. `opens` is when the site may show it, None for at once.

    `fresh` is false when just this version was released already, so that nothing was written. `leaves` is true
    when readers had a page of it, which goes until `opens`.
    """

    article: Article
    opens: datetime | None
    fresh: bool
    leaves: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What publishing makes of an article, and what photos are in it."""

    published: Published
    placements: tuple[Placement, ...]


def publish(store: Store, article: Article, at: datetime | None = None) -> Published:
    """Release the working copy: what readers get from the next export on.

    `at` is the date of its page; in the future it holds the article back until then. Raises `Trouble` when the
    article may not be published as it stands, and when it is gone.
    """
    return publish_all(store, [article.id], at)[0]


def publish_all(store: Store, ids: Sequence[ArticleId], at: datetime | None = None) -> list[Published]:
    """Release articles as `publish` does, in one step: all of them, or none and a `Trouble` naming the article."""
    plans = plans_for(store.read, ids, store.clock(), at)
    fresh = [plan.published.article for plan in plans if plan.published.fresh]
    if not fresh:
        return [plan.published for plan in plans]
    with store.step(step_name(N_("Publish “{headline}”"), N_("Publish {count} articles"), fresh)):
        return release_all(store, plans)


def plans_for(reader: Reader, ids: Sequence[ArticleId], now: datetime, at: datetime | None = None) -> list[Plan]:
    """What publishing these articles at the moment `now` would write. Raises `Trouble` as `publish` does."""
    return [_plan(reader, expected(reader, id), now, at) for id in dict.fromkeys(ids)]


def release_all(store: Store, plans: Sequence[Plan]) -> list[Published]:
    """Write what is planned, within a step."""
    done = []
    for plan in plans:
        published = plan.published
        if published.fresh:
            revision = store.keep(Snapshot(published.article, plan.placements), Reason.RELEASE)
            released = replace(published.article, released_revision=revision.id)
            store.put(released)
            published = replace(published, article=released)
        done.append(published)
    return done


def unpublish(store: Store, article: Article) -> Article:
    """Take an article back from readers: the next export removes its page. Raises `Trouble` if it is not out.

    A date to come goes with the release, which it held back: published again, the article waits for nothing.
    """
    return take_back(store, [article.id])[0]


def take_back(store: Store, ids: Sequence[ArticleId]) -> list[Article]:
    """Take articles back as `unpublish` does, in one step: all of them, or none."""
    now = store.clock()
    back = [_taken_back(expected(store.read, id), now) for id in dict.fromkeys(ids)]
    if back:
        with store.step(step_name(N_("Unpublish “{headline}”"), N_("Unpublish {count} articles"), back)):
            store.put_all(back)
    return back


def _plan(reader: Reader, article: Article, now: datetime, at: datetime | None) -> Plan:
    _refuse(article, at, now, reader)
    placements = reader.placements(article.id)
    if at is None and article.status is Status.PUBLISHED and is_released(reader, Snapshot(article, placements)):
        return Plan(Published(article, _opens(article, now), fresh=False), placements)
    released = as_released(article, now, at)
    opens = _opens(released, now)
    leaves = opens is not None and _is_open(reader, article, now)
    return Plan(Published(released, opens, fresh=True, leaves=leaves), placements)


def _taken_back(article: Article, now: datetime) -> Article:
    if article.released_revision is None:
        raise Trouble(
            N_("“{headline}” is not published."),
            way_out=N_("There is nothing to take back."),
            headline=article.headline or article.slug,
        )
    date = article.first_released
    return replace(
        article,
        status=Status.READY if article.status is Status.PUBLISHED else article.status,
        released_revision=None,
        released=None,
        first_released=None if date and date > now else date,
        not_before=None,
    )


def is_released(reader: Reader, snapshot: Snapshot) -> bool:
    """Whether readers get just this."""
    id = snapshot.article.released_revision
    kept = reader.get(Revision, id) if id else None
    return kept is not None and shows_the_same(reader.snapshot(kept.hash), snapshot)


def _is_open(reader: Reader, article: Article, now: datetime) -> bool:
    """Whether readers may see the released version."""
    id = article.released_revision
    kept = reader.get(Revision, id) if id else None
    return kept is not None and _opens(reader.snapshot(kept.hash).article, now) is None


def _opens(article: Article, now: datetime) -> datetime | None:
    opens = opens_at(article)
    return opens if opens and opens > now else None


def _refuse(article: Article, at: datetime | None, now: datetime, reader: Reader) -> None:
    if article.status in WITHHELD:
        raise Trouble(
            N_("“{headline}” is {status}: it is not published."),
            way_out=N_("Set its status to ready first, or to draft if it was killed."),
            headline=article.headline or article.slug,
            status=article.status.value,
        )
    if not article.headline.strip():
        raise Trouble(
            N_("The article {slug} has no headline."),
            way_out=N_("Write a headline, then publish it."),
            slug=article.slug,
        )
    checked_slug(article.slug)
    if at and article.embargo and max(at, now) < article.embargo:
        raise Trouble(
            N_("“{headline}” is embargoed until {time}, after the date that you give it."),
            way_out=N_("Publish it without a date, or with one after the embargo."),
            headline=article.headline,
            time=write_moment(article.embargo, zone_of(reader.newsroom())),
        )
