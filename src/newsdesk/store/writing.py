"""One open step: the records that it writes, what it notes of them, and what it does to end."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from operator import attrgetter

from sqlalchemy import Connection, select, update
from sqlalchemy.exc import IntegrityError

from newsdesk.i18n import Message
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId, Ids, RevisionId
from newsdesk.model.placement import Placement
from newsdesk.model.revision import Reason, Revision, Snapshot
from newsdesk.model.snapshots import content_hash, to_bytes, utc_text
from newsdesk.store import derived, search
from newsdesk.store.journal import Change, Direction, Skipped, Step, lines_of
from newsdesk.store.keeping import Fresh, Keeping, articles_of, complete
from newsdesk.store.reader import Reader
from newsdesk.store.reading import Stamp, chunks
from newsdesk.store.rows import SHAPES, Kind, Raw, Record, Shape, changed_fields
from newsdesk.store.tables import article_photo, placement, revision

BATCH = 1000
"""How many rows go to SQLite in one call."""

_MOMENT = timedelta(microseconds=1)


@dataclass(slots=True)
class Memory:
    """What one session knows beyond the file.

    `graves` are the last stamps of the records that were removed, so that one that comes back moves forward.
    """

    graves: dict[tuple[Kind, str], Stamp] = field(default_factory=dict)
    fresh: Fresh = field(default_factory=dict)

    def copy(self) -> Memory:
        """The same, to be changed apart."""
        return Memory(dict(self.graves), dict(self.fresh))


class Writing:
    """Writes records within a transaction and notes what changed. `now` is the time of the step, in UTC."""

    def __init__(
        self,
        connection: Connection,
        read: Reader,
        now: datetime,
        memory: Memory,
        *,
        author: str,
        ids: Ids,
    ) -> None:
        self._connection = connection
        self._read = read
        self.now = now
        self._new: tuple[Raw, ...] = (1, utc_text(now))
        self._author = author
        self._ids = ids
        self._graves = memory.graves
        self._keeping = Keeping(read, now, memory.fresh)
        self._stale = derived.Stale()
        self.changes: list[Change] = []
        self.failed = False

    def put(self, record: Record) -> None:
        """Write a record; only its changed fields if it is there already, nothing if none changed."""
        kind = type(record)
        before = self._read.get(kind, record.id)
        if before is None:
            if kind is Placement:
                self.keep_before(record)
            self.add(record)
        elif before != record:
            self.keep_before(record)
            self.change(before, record)

    def put_all(self, records: Iterable[Record]) -> None:
        """Write many records, those first that others refer to."""
        by_kind: dict[type[object], list[Record]] = {kind: [] for kind in SHAPES}
        for record in records:
            by_kind[type(record)].append(record)
        for kind, group in by_kind.items():
            there = _there(self._connection, SHAPES[kind], [record.id for record in group])
            new: dict[str, Record] = {}
            rest: list[Record] = []
            for record in group:
                known = record.id in there or record.id in new
                rest.append(record) if known else new.update({record.id: record})
            if kind is Placement:
                for record in new.values():
                    self.keep_before(record)
            self._insert(SHAPES[kind], list(new.values()))
            for record in rest:
                self.put(record)

    def remove(self, kind: Kind, id: str) -> None:
        """Take a record out, an article with its placements; nothing if it is not there.

        What refers to it must go before: RuntimeError while anything does.
        """
        before: Record | None = self._read.get(kind, id)
        if before is None:
            return
        self.keep_before(before)
        if kind is Article:
            placed = select(placement.c.id).where(placement.c.article == id).order_by(placement.c.id)
            for use in self._connection.execute(placed).scalars().all():
                self.remove(Placement, use)
        try:
            self.drop(before)
        except IntegrityError as error:
            raise RuntimeError(
                f"the {SHAPES[kind].name} {id} is removed while other records refer to it"
            ) from error

    def add(self, record: Record) -> None:
        """Write a record that is not there yet."""
        self._insert(SHAPES[type(record)], [record])

    def change(self, before: Record, after: Record) -> None:
        """Write the fields in which a record differs from how it stands there."""
        changed = changed_fields(before, after)
        if changed:
            self._update(SHAPES[type(after)], before, after, changed)

    def drop(self, record: Record) -> None:
        """Take out a record that stands there so, and nothing else."""
        kind = type(record)
        self._graves[kind, record.id] = self._read.stamp(kind, record.id)
        self._connection.exec_driver_sql(f"DELETE FROM {SHAPES[kind].name} WHERE id = ?", (record.id,))
        self._note(Change(kind, record.id, record, None))

    def keep_all(self, snapshots: Iterable[Snapshot], reason: Reason, name: str = "") -> list[Revision]:
        """Keep a revision of each snapshot, with its photos; equal contents are stored once."""
        whole = complete(self._read, snapshots)
        self._keeping.kept(snapshot.article.id for snapshot in whole)
        return self._keep([(snapshot, self.now) for snapshot in whole], reason, name)

    def keep_before(self, record: Record) -> None:
        """Keep the articles that a record belongs to as they stand, if that would be lost and is not a moment old.

        It comes before the record is written. A part of the step that may be taken back must not hold it.
        """
        standings = [self._keeping.before(article) for article in articles_of(self._read, record)]
        found = [(standing.snapshot, standing.since) for standing in standings if standing]
        if found:
            self._keep(found, Reason.AUTOMATIC)

    def forget(self, article: ArticleId) -> None:
        """Take the revisions of an article that is gone out for good, and what only they held."""
        hashes = (
            self._connection.execute(select(revision.c.hash).where(revision.c.article == article)).scalars().all()
        )
        self._connection.exec_driver_sql("DELETE FROM revision WHERE article = ?", (article,))
        self._many(_FORGET, [(hash,) for hash in dict.fromkeys(hashes)])

    def step(self, name: Message, direction: Direction, skipped: tuple[Skipped, ...] = ()) -> Step:
        """What it tells of itself when it is done."""
        return Step(name, self.now, self._author, direction, tuple(self.changes), skipped)

    def in_text(self, photo: str) -> bool:
        """Whether a photo stands in the text of any article, as the step has it by now."""
        derived.refill_photos(self._connection, self._stale)
        found = select(article_photo.c.article).where(article_photo.c.photo == photo).limit(1)
        return self._connection.execute(found).first() is not None

    def finish(self) -> None:
        """Keep what came into a new status, and bring all that is derived, and the index, up to the records."""
        moved = self._keeping.moved(self.changes)
        if moved:
            self._keep([(snapshot, self.now) for snapshot in moved], Reason.STATUS)
        derived.refresh(self._connection, self._stale)
        search.bring_up(self._connection)

    def _keep(self, states: Sequence[tuple[Snapshot, datetime]], reason: Reason, name: str = "") -> list[Revision]:
        made: list[Revision] = []
        contents: list[tuple[Raw, ...]] = []
        for snapshot, moment in states:
            content = to_bytes(snapshot)
            hash = content_hash(content)
            contents.append((hash, zlib.compress(content)))
            id = RevisionId(self._ids())
            made.append(Revision(id, snapshot.article.id, moment, self._author, reason, hash, name))
            self._stale.kept[hash] = snapshot
        self._many("INSERT INTO content (hash, body) VALUES (?, ?) ON CONFLICT DO NOTHING", contents)
        self._insert(SHAPES[Revision], made)
        return made

    def _insert(self, shape: Shape, records: Sequence[Record]) -> None:
        if shape.kind is Article:
            self._keeping.begun(record.id for record in records)
        for start in range(0, len(records), BATCH):
            batch = records[start : start + BATCH]
            self._many(
                shape.insert, [(*shape.values(record), *self._first_stamp(shape, record)) for record in batch]
            )
            for items in shape.lists:
                listed = attrgetter(items.field)
                self._many(
                    items.insert, [row for record in batch for row in items.rows(record.id, listed(record))]
                )
            for record in batch:
                self._note(Change(shape.kind, record.id, None, record))

    def _update(self, shape: Shape, before: Record, after: Record, changed: tuple[str, ...]) -> None:
        if not shape.stamped:
            raise TypeError(f"a {shape.name} is never changed")
        stamp = self._read.stamp(shape.kind, after.id)
        values = shape.column_values(after, changed)
        values |= {"version": stamp.version + 1, "updated": self._later(stamp)}
        self._connection.execute(update(shape.table).where(shape.table.c.id == after.id).values(values))
        for items in shape.lists:
            if items.field in changed:
                rows = items.rows(after.id, getattr(after, items.field))
                self._connection.exec_driver_sql(
                    f"DELETE FROM {items.table.name} WHERE {items.owner} = ?", (after.id,)
                )
                self._many(items.insert, rows)
        self._note(Change(shape.kind, after.id, before, after, changed))

    def _first_stamp(self, shape: Shape, record: Record) -> tuple[Raw, ...]:
        if not shape.stamped:
            return ()
        grave = self._graves.get((shape.kind, record.id))
        return (grave.version + 1, utc_text(self._later(grave))) if grave else self._new

    def _later(self, stamp: Stamp) -> datetime:
        return max(stamp.updated + _MOMENT, self.now)

    def _many(self, statement: str, rows: list[tuple[Raw, ...]]) -> None:
        if rows:
            self._connection.exec_driver_sql(statement, rows)

    def _note(self, change: Change) -> None:
        self.changes.append(change)
        self._stale.note(change)


def _there(connection: Connection, shape: Shape, ids: Sequence[str]) -> set[str]:
    """Those of the ids that have a record."""
    id = shape.table.c.id
    there: set[str] = set()
    for chunk in chunks(ids):
        there.update(connection.execute(select(id).where(id.in_(chunk))).scalars())
    return there


_FORGET = "DELETE FROM content WHERE hash = ?1 AND NOT EXISTS (SELECT 1 FROM revision WHERE revision.hash = ?1)"


def write_log(
    connection: Connection,
    time: datetime,
    author: str,
    direction: Direction,
    name: Message,
    changes: Iterable[Change],
) -> None:
    """One line for a step, and one for each record that it changed."""
    number: int = connection.exec_driver_sql(
        "INSERT INTO log (time, author, direction, text, arguments) VALUES (?, ?, ?, ?, ?) RETURNING seq",
        (utc_text(time), author, direction.value, name.text, json.dumps(name.values, ensure_ascii=False)),
    ).scalar_one()
    rows = [
        (number, SHAPES[line.kind].name, line.id, line.action, " ".join(line.fields)) for line in lines_of(changes)
    ]
    if rows:
        connection.exec_driver_sql(
            "INSERT INTO log_record (seq, kind, record, action, fields) VALUES (?, ?, ?, ?, ?)", rows
        )
