"""Records out of their rows, and the moment in which several reads agree."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import ColumnElement, Connection, Select, bindparam, select

from newsdesk.model.newsroom import Newsroom
from newsdesk.model.revision import Snapshot
from newsdesk.model.snapshots import from_bytes
from newsdesk.store.connection import file_of, raw
from newsdesk.store.errors import damaged
from newsdesk.store.rows import SHAPES, Items, Kind, R, Shape

CHUNK = 500
"""How many ids one statement names."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """How often a record was written, and when last; both only ever grow."""

    version: int
    updated: datetime


class RecordReading:
    """Reads records by kind and id. Belongs to the thread that opened the connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        # To build a statement takes longer than to run it: those for one record are built once.
        self._by_id: dict[type[object], Statements] = {}

    def moment(self) -> AbstractContextManager[None]:
        """All reads within the block see the newsroom as it stood at one moment."""
        return moment(self._connection)

    def newsroom(self) -> Newsroom:
        """The newsroom's own record."""
        records = self.every(Newsroom)
        if not records:
            raise damaged(file_of(self._connection))
        return records[0]

    def get(self, kind: type[R], id: str) -> R | None:
        """The record of this id, or None."""
        statements = self._by_id.get(kind)
        if statements is None:
            statements = self._by_id[kind] = _statements(
                SHAPES[kind], SHAPES[kind].table.c.id == bindparam("wanted")
            )
        found = _records(self._connection, kind, statements, {"wanted": id})
        return found[0] if found else None

    def get_all(self, kind: type[R], ids: Iterable[str]) -> dict[str, R]:
        """The records of these ids that are there, by id, in the order of the ids."""
        wanted = list(dict.fromkeys(ids))
        found: dict[str, R] = {}
        with self.moment():
            for chunk in chunks(wanted):
                for record in load(self._connection, kind, SHAPES[kind].table.c.id.in_(chunk)):
                    found[record.id] = record
        return {id: found[id] for id in wanted if id in found}

    def every(self, kind: type[R]) -> list[R]:
        """All records of a kind: editions and sections by position, the others by id."""
        return load(self._connection, kind)

    def stamp(self, kind: Kind, id: str) -> Stamp:
        """How often and when last the record was written; KeyError when it is not there."""
        table = SHAPES[kind].table
        row = self._connection.execute(select(table.c.version, table.c.updated).where(table.c.id == id)).first()
        if row is None:
            raise KeyError(id)
        return Stamp(row.version, row.updated)


@dataclass(frozen=True, slots=True)
class Statements:
    """What must be asked for records: their rows, and the rows of each of their lists."""

    rows: Select[tuple[object, ...]]
    lists: tuple[Select[tuple[object, ...]], ...]


def load(connection: Connection, kind: type[R], condition: ColumnElement[bool] | None = None) -> list[R]:
    """The records that meet a condition on their table: by position where they have one, then by id."""
    return _records(connection, kind, _statements(SHAPES[kind], condition), {})


def _statements(shape: Shape, condition: ColumnElement[bool] | None) -> Statements:
    id = shape.table.c.id
    order = [shape.table.c.position] if "position" in shape.own else []
    rows = select(id, *shape.columns()).order_by(*order, id)
    lists = []
    for items in shape.lists:
        table = items.table
        owner = table.c[items.owner]
        statement = select(owner, *(table.c[name] for name in items.columns)).order_by(owner, table.c.position)
        lists.append(statement if condition is None else statement.where(owner.in_(select(id).where(condition))))
    return Statements(rows if condition is None else rows.where(condition), tuple(lists))


def _records(connection: Connection, kind: type[R], statements: Statements, values: dict[str, str]) -> list[R]:
    shape = SHAPES[kind]
    with readable(connection):
        if not shape.lists:
            return [cast(R, shape.record(row[1:], ())) for row in connection.execute(statements.rows, values)]
        with moment(connection):
            rows = connection.execute(statements.rows, values).all()
            lists = [
                _grouped(items, connection.execute(statement, values))
                for items, statement in zip(shape.lists, statements.lists, strict=True)
                if rows
            ]
        return [cast(R, shape.record(row[1:], [tuple(found.get(row[0], ())) for found in lists])) for row in rows]


def _grouped(items: Items, rows: Iterable[Sequence[object]]) -> dict[object, list[object]]:
    """The items of many records, by the record's id."""
    found: defaultdict[object, list[object]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(items.make(*row[1:]) if items.make else row[1])
    return found


@contextmanager
def moment(connection: Connection) -> Iterator[None]:
    """All reads within the block see the same state; within a transaction they do so anyway."""
    if raw(connection).in_transaction:
        yield
        return
    connection.exec_driver_sql("BEGIN")
    try:
        yield
    finally:
        if raw(connection).in_transaction:
            connection.exec_driver_sql("ROLLBACK")


@contextmanager
def readable(connection: Connection) -> Iterator[None]:
    """What cannot be understood within the block was damaged on the disk: we write no such times or choices."""
    try:
        yield
    except ValueError as error:
        raise damaged(file_of(connection)) from error


def unpacked(connection: Connection, body: bytes) -> Snapshot:
    """The snapshot that a content holds; zlib's checksum tells when it is damaged."""
    try:
        content = zlib.decompress(body)
    except zlib.error as error:
        raise damaged(file_of(connection)) from error
    return from_bytes(content)


def chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """The ids in runs that one statement can name."""
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]
