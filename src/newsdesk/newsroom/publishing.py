"""Releasing articles to readers and taking them back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from newsdesk.errors import Trouble
from newsdesk.exchange import write_moment
from newsdesk.i18n import N_, message
from newsdesk.model.article import Article, Status
from newsdesk.model.release import shows_the_same
from newsdesk.model.revision import Reason, Revision, Snapshot
from newsdesk.model.workflow import WITHHELD
from newsdesk.newsroom.releasing import as_released, opens_at
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


def publish(store: Store, article: Article, at: datetime | None = None) -> Published:
    """Release the working copy: what readers get from the next export on.

    `at` is the date of its page; in the future it holds the article back until then. Raises `Trouble` when the
    article may not be published as it stands.
    """
    now = store.clock()
    _refuse(article, at, now, store.read)
    placements = store.read.placements(article.id)
    if (
        at is None
        and article.status is Status.PUBLISHED
        and is_released(store.read, Snapshot(article, placements))
    ):
        return Published(article, _opens(article, now), fresh=False)
    released = as_released(article, now, at)
    opens = _opens(released, now)
    leaves = opens is not None and _is_open(store.read, article, now)
    with store.step(message(N_("Publish “{headline}”"), headline=article.headline)):
        revision = store.keep(Snapshot(released, placements), Reason.RELEASE)
        released = replace(released, released_revision=revision.id)
        store.put(released)
    return Published(released, opens, fresh=True, leaves=leaves)


def unpublish(store: Store, article: Article) -> Article:
    """Take an article back from readers: the next export removes its page. Raises `Trouble` if it is not out.

    A date to come goes with the release, which it held back: published again, the article waits for nothing.
    """
    if article.released_revision is None:
        raise Trouble(
            N_("“{headline}” is not published."),
            way_out=N_("There is nothing to take back."),
            headline=article.headline or article.slug,
        )
    status = Status.READY if article.status is Status.PUBLISHED else article.status
    date = article.first_released
    back = replace(
        article,
        status=status,
        released_revision=None,
        released=None,
        first_released=None if date and date > store.clock() else date,
        not_before=None,
    )
    with store.step(message(N_("Unpublish “{headline}”"), headline=article.headline or article.slug)):
        store.put(back)
    return back


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
            way_out=N_("Write one: newsdesk set {slug} headline=…"),
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
