"""How each record stands in its rows: which field is which column, and which list is which child table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TypeVar

from sqlalchemy import Column, Table, TypeDecorator

from newsdesk.model.article import Article, Byline, Origin
from newsdesk.model.binned import Binned
from newsdesk.model.credit import Credit
from newsdesk.model.edition import Edition
from newsdesk.model.names import Name
from newsdesk.model.newsroom import Newsroom
from newsdesk.model.person import Person
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement
from newsdesk.model.revision import Revision
from newsdesk.model.section import Section
from newsdesk.model.topic import Topic
from newsdesk.store import tables

Record = Newsroom | Edition | Section | Topic | Person | Photo | Article | Placement | Revision | Binned
Kind = type[Record]
R = TypeVar("R", bound=Record)

Raw = str | int | bytes | None
"""What the driver takes and gives."""


@dataclass(frozen=True, slots=True)
class Part:
    """A field in the record's own row. `split` and `join` are there when it takes several columns."""

    field: str
    columns: tuple[str, ...]
    split: Callable[[object], tuple[Raw, ...]] | None = None
    join: Callable[..., object] | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """A field that is a list, in a child table; without `make` an item is its only column."""

    field: str
    table: Table
    owner: str
    columns: tuple[str, ...]
    make: Callable[..., object] | None = None

    def rows(self, id: str, items: Iterable[object]) -> list[tuple[Raw, ...]]:
        """The rows of a record's list: owner, position, columns."""
        if self.make is None:
            return [(id, position, str(item)) for position, item in enumerate(items)]
        values = attrgetter(*self.columns)
        return [(id, position, *values(item)) for position, item in enumerate(items)]

    @property
    def insert(self) -> str:
        """The statement that writes one of the rows."""
        return _insert(self.table.name, (self.owner, "position", *self.columns))


@dataclass(frozen=True, slots=True)
class Shape:
    """All of one kind of record: its table, its fields in the order of the dataclass.

    `get` takes the fields of the own row from a record; `splits` are the places among them that take several
    columns, from behind; `binds` the columns whose values the driver does not take as they are.
    """

    kind: Kind
    table: Table
    parts: tuple[Part | Items, ...]
    stamped: bool
    insert: str
    own: tuple[str, ...]
    get: Callable[[object], tuple[Raw, ...]]
    splits: tuple[tuple[int, Callable[[object], tuple[Raw, ...]]], ...]
    binds: tuple[tuple[int, Callable[[object], Raw]], ...]

    @property
    def lists(self) -> tuple[Items, ...]:
        """The fields that stand in child tables."""
        return tuple(part for part in self.parts if isinstance(part, Items))

    @property
    def name(self) -> str:
        """What the log calls this kind: the table's name."""
        return self.table.name

    def columns(self) -> list[Column[object]]:
        """The columns of the fields, in the order in which `values` and `record` count them."""
        return [self.table.c[name] for name in self.own]

    def values(self, record: Record) -> list[Raw]:
        """What stands in the columns of the fields, as the driver takes it."""
        values = list(self.get(record))
        for place, split in self.splits:
            values[place : place + 1] = split(values[place])
        for place, bind in self.binds:
            values[place] = bind(values[place])
        return values

    def column_values(self, record: Record, changed: Iterable[str]) -> dict[str, object]:
        """The columns of the changed fields, with what shall stand there."""
        values: dict[str, object] = {}
        for part in self.parts:
            if isinstance(part, Part) and part.field in changed:
                value = getattr(record, part.field)
                values.update(zip(part.columns, part.split(value) if part.split else (value,), strict=True))
        return values

    def record(self, row: Sequence[object], lists: Sequence[tuple[object, ...]]) -> Record:
        """The record of a row of `columns` and of its lists, in the order of `lists`."""
        values: list[object] = []
        column, item = 0, 0
        for part in self.parts:
            if isinstance(part, Items):
                values.append(lists[item])
                item += 1
                continue
            width = len(part.columns)
            values.append(part.join(*row[column : column + width]) if part.join else row[column])
            column += width
        make: Callable[..., Record] = self.kind
        return make(*values)


def _origin(article: str | None, revision: str | None) -> Origin | None:
    return Origin(article, revision) if article and revision else None  # type: ignore[arg-type]


_credit_columns = attrgetter("person", "agency", "distributor")


def _origin_columns(origin: object) -> tuple[Raw, ...]:
    return (None, None) if origin is None else attrgetter("article", "revision")(origin)


_WIDE = {
    "credit": Part("credit", ("credit_person", "credit_agency", "credit_distributor"), _credit_columns, Credit),
    "translated_from": Part(
        "translated_from", ("translated_from_article", "translated_from_revision"), _origin_columns, _origin
    ),
}
"""Fields that take several columns."""


def _names(table: Table, owner: str) -> Items:
    return Items("names", table, owner, ("edition", "text", "slug"), Name)


def _shape(kind: Kind, table: Table, *lists: Items) -> Shape:
    by_field: dict[str, Part | Items] = {**_WIDE, **{part.field: part for part in lists}}
    parts = tuple(by_field.get(field.name, Part(field.name, (field.name,))) for field in fields(kind))
    own = tuple(column for part in parts if isinstance(part, Part) for column in part.columns)
    stamped = "version" in table.c
    insert = _insert(table.name, (*own, "version", "updated") if stamped else own)
    own_parts = [part for part in parts if isinstance(part, Part)]
    splits = tuple((place, part.split) for place, part in enumerate(own_parts) if part.split)[::-1]
    binds = tuple((place, bind) for place, name in enumerate(own) if (bind := _bind(table.c[name])))
    get = attrgetter(*(part.field for part in own_parts))
    return Shape(kind, table, parts, stamped, insert, own, get, splits, binds)


def _insert(table: str, columns: Sequence[str]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


def _bind(column: Column[object]) -> Callable[[object], Raw] | None:
    """How a value of a column becomes what the driver takes; None where it is that already."""
    kind = column.type
    if not isinstance(kind, TypeDecorator):
        return None
    process: Callable[[object, None], Raw] = kind.process_bind_param  # type: ignore[assignment]
    return lambda value: process(value, None)


SHAPES: dict[type[object], Shape] = {
    shape.kind: shape
    for shape in (
        _shape(Edition, tables.edition),
        _shape(Newsroom, tables.newsroom),
        _shape(Section, tables.section, _names(tables.section_name, "section")),
        _shape(Topic, tables.topic, _names(tables.topic_name, "topic")),
        _shape(Person, tables.person, _names(tables.person_name, "person")),
        _shape(Photo, tables.photo),
        _shape(Revision, tables.revision),
        _shape(
            Article,
            tables.article,
            Items("bylines", tables.article_byline, "article", ("person", "role"), Byline),
            Items("further_sections", tables.article_section, "article", ("section",)),
            Items("topics", tables.article_topic, "article", ("topic",)),
        ),
        _shape(Placement, tables.placement),
        _shape(Binned, tables.binned),
    )
}
"""Every kind of record, each after those that it refers to."""


def changed_fields(before: Record, after: Record) -> tuple[str, ...]:
    """The names of the fields that differ between two states of a record."""
    return tuple(
        field.name for field in fields(before) if getattr(before, field.name) != getattr(after, field.name)
    )
