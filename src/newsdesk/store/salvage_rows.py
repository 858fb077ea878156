"""What was read of a row, made into one that the tables take: as much as can be believed, and nothing made up."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import Boolean, Column, Integer, LargeBinary

from newsdesk.model.snapshots import utc_time
from newsdesk.store.health import is_whole
from newsdesk.store.rows import Raw
from newsdesk.store.tables import Choice, LabelsText, Moment, metadata

_NEEDED = {"photo": ("hash",), "revision": ("article",), "article": ("id",), "binned": ("edition",)}
"""Columns beside keys and references without which a row is of no use."""

NO_EDITION = "unknown"
"""Stands for an edition that cannot be read, until there is a main one."""

_CHOICES = {"status": "draft", "kind": "subject", "role": "inline", "reason": "replaced", "direction": "do"}
"""What is taken for a choice that cannot be read: the one that promises least."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A column: which values can be believed, and what stands for others; `needed`: the row falls without it."""

    name: str
    believed: Callable[[object], bool]
    otherwise: Raw
    needed: bool
    nullable: bool


class Mould:
    """The shape that the rows of one table must have. `now` stands for a moment that cannot be read."""

    def __init__(self, table: str, now: str) -> None:
        self.table = table
        self._cells = tuple(_cell(table, column, now) for column in metadata.tables[table].columns)
        self.columns = tuple(cell.name for cell in self._cells)
        self.insert = (
            f"INSERT INTO {table} ({', '.join(self.columns)}) VALUES ({', '.join('?' * len(self.columns))})"
        )

    def row(self, values: Mapping[str, object]) -> dict[str, Raw] | None:
        """The row as the table takes it; None when what it is needed for is lost."""
        made: dict[str, Raw] = {}
        for cell in self._cells:
            value = values.get(cell.name)
            if value is None and cell.nullable:
                made[cell.name] = None
            elif value is not None and cell.believed(value):
                made[cell.name] = value if isinstance(value, str | int | bytes) else None
            elif cell.needed:
                return None
            else:
                made[cell.name] = cell.otherwise
        if self.table == "content" and not is_whole(str(made["hash"]), _bytes(made["body"])):
            return None
        return made

    def is_strange(self, values: Mapping[str, object], count: int, *, whole: bool) -> bool:
        """Whether a row of `count` values is another table's: pages get mixed up. Columns only ever come in."""
        if not whole:
            return False
        return count > len(self._cells) or (
            count < len(self._cells)
            and not all(
                cell.nullable if (value := values[cell.name]) is None else cell.believed(value)
                for cell in self._cells
                if cell.name in values
            )
        )

    def fits(self, values: Mapping[str, object]) -> bool:
        """Whether a row that was found alone can only be of this table."""
        return all(
            cell.name in values
            and (cell.nullable if (value := values[cell.name]) is None else cell.believed(value))
            for cell in self._cells
        )


def _cell(table: str, column: Column[object], now: str) -> _Cell:
    # What a reference names must be there; what it is called must be text.
    refers = bool(column.foreign_keys) and not column.nullable
    needed = column.primary_key or refers or column.name in _NEEDED.get(table, ())
    believed, otherwise = _kind(table, column, now)
    if needed and believed is _text:
        believed = is_name
    return _Cell(column.name, believed, otherwise, needed, bool(column.nullable))


def _kind(table: str, column: Column[object], now: str) -> tuple[Callable[[object], bool], Raw]:
    """What a value of the column must be, and what stands for one that is not."""
    kind = column.type
    if isinstance(kind, Moment):
        return _moment, now
    if isinstance(kind, Choice):
        known = frozenset(choice.value for choice in kind.choices)
        return (lambda value: value in known), _CHOICES[column.name]
    if (table, column.name) == ("log", "direction"):
        return (lambda value: value in ("do", "undo", "redo")), "do"
    if isinstance(kind, LabelsText):
        return _labels, "{}"
    if isinstance(kind, Boolean):
        return (lambda value: value in (0, 1) and isinstance(value, int)), 0
    if isinstance(kind, Integer):
        return (lambda value: isinstance(value, int)), 0
    if isinstance(kind, LargeBinary):
        return (lambda value: isinstance(value, bytes)), b""
    return _text, ""


def _text(value: object) -> bool:
    return isinstance(value, str)


def is_name(value: object) -> bool:
    """Whether a value can be an id: text, and nothing lost of it."""
    return isinstance(value, str) and bool(value) and "\ufffd" not in value and "\0" not in value


def _moment(value: object) -> bool:
    try:
        return isinstance(value, str) and utc_time(value).tzinfo is not None
    except ValueError:
        return False


def _labels(value: object) -> bool:
    try:
        read = json.loads(value) if isinstance(value, str) else None
    except ValueError:
        return False
    return isinstance(read, dict) and all(isinstance(text, str) for text in read.values())


def _bytes(value: Raw) -> bytes:
    return value if isinstance(value, bytes) else b""
