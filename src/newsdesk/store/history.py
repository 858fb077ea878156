"""What was kept and what readers get: revisions, their snapshots, releases, the log."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from sqlalchemy import select, text

from newsdesk.i18n import Message
from newsdesk.model.article import Byline
from newsdesk.model.ids import ArticleId, EditionId, PhotoId, RevisionId, SectionId, StoryId
from newsdesk.model.release import BareRelated, Release
from newsdesk.model.revision import Revision, Snapshot
from newsdesk.model.snapshots import utc_time
from newsdesk.model.workflow import WITHHELD
from newsdesk.store.journal import Direction
from newsdesk.store.reading import CHUNK, RecordReading, chunks, readable, unpacked
from newsdesk.store.tables import content, log, log_record, revision


@dataclass(frozen=True, slots=True)
class LogRecord:
    """One record in a line of the log: `action` is added, changed or removed; `fields` are those changed."""

    kind: str
    id: str
    action: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LogLine:
    """One step in the log."""

    number: int
    time: datetime
    author: str
    name: Message
    direction: Direction
    records: tuple[LogRecord, ...]


class HistoryReading(RecordReading):
    """Reads what does not change any more."""

    def revisions(self, article: ArticleId) -> list[Revision]:
        """The revisions of an article, the last kept first, whatever the clock said."""
        kept = select(revision.c.id).where(revision.c.article == article).order_by(text("rowid DESC"))
        return list(self.get_all(Revision, self._connection.execute(kept).scalars()).values())

    def last_revision(self, article: ArticleId) -> Revision | None:
        """The revision of an article that was kept last, whatever the clock said."""
        id = self._connection.exec_driver_sql(_LAST, (article,)).scalar()
        return self.get(Revision, id) if id else None

    def snapshot(self, hash: str) -> Snapshot:
        """The content of a revision by its hash; KeyError when there is none."""
        for _, found in self.snapshots([hash]):
            return found
        raise KeyError(hash)

    def snapshots(self, hashes: Iterable[str]) -> Iterator[tuple[str, Snapshot]]:
        """The contents of many revisions, one by one, in no particular order; only some are in memory."""
        for chunk in chunks(list(dict.fromkeys(hashes))):
            statement = select(content.c.hash, content.c.body).where(content.c.hash.in_(chunk))
            for hash, body in self._connection.execute(statement).all():
                yield hash, unpacked(self._connection, body)

    def releases(self) -> list[Release]:
        """What readers get of every article that was released: the newest `first_released` first, ties by id."""
        with _nothing_collected(), readable(self._connection):
            rows = self._connection.exec_driver_sql(_RELEASES).yield_per(CHUNK)
            return [_release(*row) for row in rows]

    def log(self, limit: int) -> list[LogLine]:
        """The last `limit` steps, the newest first."""
        with self.moment():
            lines = self._connection.execute(select(log).order_by(log.c.seq.desc()).limit(limit)).all()
            first = lines[-1].seq if lines else 0
            records: dict[int, list[LogRecord]] = {}
            for row in self._connection.execute(select(log_record).where(log_record.c.seq >= first)):
                made = LogRecord(row.kind, row.record, row.action, tuple(row.fields.split()))
                records.setdefault(row.seq, []).append(made)
        return [
            LogLine(
                line.seq,
                line.time,
                line.author,
                Message(line.text, tuple((name, value) for name, value in json.loads(line.arguments))),
                Direction(line.direction),
                tuple(records.get(line.seq, ())),
            )
            for line in lines
        ]

    def work_since(self, id: str, longest: timedelta) -> timedelta:
        """How much time passed, by the log, since a record was written last.

        Between two steps at most `longest` counts, and nothing where the clock was set back.
        """
        lines = self._connection.exec_driver_sql(_SINCE, (id,)).scalars().all()
        moments = [utc_time(line) for line in lines]
        gaps = (after - before for before, after in pairwise(moments))
        return sum((min(max(gap, timedelta(0)), longest) for gap in gaps), timedelta(0))


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Make many records that all stay: to look through them for garbage meanwhile takes as long again."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


_LAST = "SELECT id FROM revision WHERE article = ? ORDER BY rowid DESC LIMIT 1"

_SINCE = "SELECT time FROM log WHERE seq >= (SELECT max(seq) FROM log_record WHERE record = ?) ORDER BY seq"

_RELEASES = """
SELECT release.id, revision, hash, release.edition, release.story, release.slug, release.headline, release.kicker,
    release.standfirst, release.section, release.first_released, release.released, lead, opens, lists,
    article.status
FROM release JOIN article ON article.id = release.id
ORDER BY release.first_released DESC, release.id
"""


def _release(
    id: ArticleId,
    revision: RevisionId,
    hash: str,
    edition: EditionId,
    story: StoryId,
    slug: str,
    headline: str,
    kicker: str,
    standfirst: str,
    section: SectionId | None,
    first_released: str,
    released: str,
    lead: PhotoId | None,
    opens: str | None,
    lists: str,
    status: str,
) -> Release:
    """One row of `_RELEASES`. Ten thousand of them are read at each export: no SQLAlchemy, no copies."""
    further, topics, bylines, photos, articles, related = json.loads(lists)
    return Release(
        id,
        revision,
        hash,
        edition,
        story,
        slug,
        headline,
        kicker,
        standfirst,
        section,
        tuple(further),
        tuple(topics),
        tuple([Byline(*byline) for byline in bylines]),
        utc_time(first_released),
        utc_time(released),
        lead,
        tuple(photos),
        tuple(articles),
        tuple([BareRelated(*line) for line in related]),
        utc_time(opens) if opens else None,
        status in WITHHELD,
    )
