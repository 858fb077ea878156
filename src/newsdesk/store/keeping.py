"""Which revisions a step keeps by itself: of what stood for a while before it changes, and of each new status."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement
from newsdesk.model.revision import Revision, Snapshot
from newsdesk.model.snapshots import content_hash, to_bytes
from newsdesk.store.journal import Change
from newsdesk.store.reader import Reader
from newsdesk.store.rows import Record

APART = timedelta(minutes=5)
"""The least time between two revisions that are kept by themselves while an article changes."""

Fresh = dict[ArticleId, datetime]
"""When an article, in this session, was last seen to be as its last revision has it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An article as it stands before a step changes it, and since when."""

    snapshot: Snapshot
    since: datetime


class Keeping:
    """What one open step keeps by itself. `fresh` is brought forward, and taken over if the step ends well."""

    def __init__(self, read: Reader, now: datetime, fresh: Fresh) -> None:
        self._read = read
        self._now = now
        self._seen: set[str] = set()
        self._kept: set[str] = set()
        self.fresh = fresh

    def kept(self, articles: Iterable[ArticleId]) -> None:
        """These were kept in this step: nothing that stood before is lost."""
        for article in articles:
            self._kept.add(article)
            self._seen.add(article)

    def begun(self, articles: Iterable[str]) -> None:
        """These were made in this step: nothing stood before."""
        self._seen.update(articles)

    def moved(self, changes: Iterable[Change]) -> list[Snapshot]:
        """The articles that came into another status, but for those that this step kept by name."""
        moved = {change.id for change in changes if change.kind is Article and "status" in change.fields}
        articles = self._read.get_all(Article, moved - self._kept) if moved else {}
        return complete(self._read, [Snapshot(each, self._read.placements(each.id)) for each in articles.values()])

    def before(self, article: ArticleId) -> Standing | None:
        """What must be kept of an article before it changes: nothing if its last revision has it or is young."""
        if article in self._seen:
            return None
        self._seen.add(article)
        record = self._read.get(Article, article)
        if record is None:
            return None
        last = self._read.last_revision(article)
        if not _is_long_ago(last.created if last else record.created, self._now):
            return None
        if article in self.fresh and not _is_long_ago(self.fresh[article], self._now):
            return None
        self.fresh[article] = self._now
        [snapshot] = complete(self._read, [Snapshot(record, self._read.placements(article))])
        if last is not None and self._is_kept(snapshot, last):
            return None
        return Standing(snapshot, self._read.stamp(Article, article).updated)

    def _is_kept(self, snapshot: Snapshot, last: Revision) -> bool:
        """Whether a revision holds just this; one that was released could not yet name itself."""
        if content_hash(to_bytes(snapshot)) == last.hash:
            return True
        kept = self._read.snapshot(last.hash)
        return replace(kept, article=_unreleased(kept)) == replace(snapshot, article=_unreleased(snapshot))


def _unreleased(snapshot: Snapshot) -> Article:
    return replace(snapshot.article, released_revision=None)


def articles_of(read: Reader, record: Record) -> Sequence[ArticleId]:
    """The articles that are changed with a record."""
    if isinstance(record, Article):
        return (record.id,)
    if isinstance(record, Placement):
        return (record.article,)
    return read.uses(record.id) if isinstance(record, Photo) else ()


def complete(read: Reader, snapshots: Iterable[Snapshot]) -> list[Snapshot]:
    """The snapshots with the photos that are placed in them."""
    made = list(snapshots)
    wanted = {placed.photo for snapshot in made for placed in snapshot.placements}
    photos = read.get_all(Photo, wanted) if wanted else {}
    return [replace(snapshot, photos=_photos_of(snapshot, photos)) for snapshot in made]


def _photos_of(snapshot: Snapshot, photos: dict[str, Photo]) -> tuple[Photo, ...]:
    placed = sorted({placed.photo for placed in snapshot.placements})
    return tuple(photos[id] for id in placed if id in photos)


def _is_long_ago(moment: datetime, now: datetime) -> bool:
    """Whether a moment is not within the last minutes. One that is yet to come was noted by a clock gone wrong."""
    return not timedelta(0) <= now - moment < APART
