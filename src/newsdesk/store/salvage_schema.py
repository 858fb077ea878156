"""Which tables a damaged file has, where their trees begin, and what their columns are."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

from newsdesk.store.salvage_trees import Row, Trees
from newsdesk.store.tables import metadata

MADE_AGAIN = ("article_photo", "release")
"""Tables whose rows are made from the records."""

TABLES = tuple(table for table in metadata.tables if table not in MADE_AGAIN)


@dataclass(frozen=True, slots=True)
class Index:
    """An index: the page where its tree begins, and the columns of its entries, with those of the key behind."""

    root: int
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A table of the damaged file: the page where its tree begins (0: unknown), its columns in their order.

    `numbered`: its rows are found by a number, not by their key; `key` is the column that stands for it, if any.
    """

    table: str
    root: int
    columns: tuple[str, ...]
    numbered: bool
    key: str
    indexes: tuple[Index, ...]

    def named(self, row: Row) -> dict[str, object]:
        """The values of a row by their columns."""
        values: dict[str, object] = dict(zip(self.columns, row.values, strict=False))
        if self.key and row.rowid is not None:
            values[self.key] = row.rowid
        return values


@dataclass(frozen=True, slots=True)
class Schema:
    """All tables of ours, and whether some of this is not from the file itself."""

    sources: tuple[Source, ...]
    broken: bool


def schema_of(trees: Trees, newest: sqlite3.Connection) -> Schema:
    """The tables of a damaged file; of those that it no longer names, as `newest` has them."""
    named = [entry for row in trees.rows(1) if (entry := _entry(row))]
    roots = {name: root for name, root, _ in named}
    first = [sql for _, _, sql in named if sql.startswith("CREATE TABLE")]
    rest = [sql for _, _, sql in named if not sql.startswith("CREATE TABLE")]
    described = sqlite3.connect(":memory:")
    try:
        for sql in [*first, *rest]:
            try:
                described.execute(sql)
            except sqlite3.Error:
                trees.broken = True
        known = {table for table in TABLES if table in roots and _has(described, table)}
        sources = tuple(_source(described if table in known else newest, table, roots) for table in TABLES)
    finally:
        described.close()
    return Schema(sources, len(known) < len(TABLES))


def _entry(row: Row) -> tuple[str, int, str] | None:
    """Name, root and statement of a table or index; None for all else."""
    if len(row.values) != 5:
        return None
    kind, name, _, root, sql = row.values
    if kind in ("table", "index") and isinstance(name, str) and isinstance(root, int) and root > 0:
        usable = isinstance(sql, str) and "VIRTUAL" not in sql and not name.startswith("article_text")
        return name, root, str(sql) if usable else ""
    return None


def _has(described: sqlite3.Connection, table: str) -> bool:
    return bool(described.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (table,)).fetchone())


def _source(described: sqlite3.Connection, table: str, roots: dict[str, int]) -> Source:
    info = described.execute(f"PRAGMA table_info({table})").fetchall()
    columns = tuple(row[1] for row in info)
    (without,) = described.execute("SELECT wr FROM pragma_table_list(?)", (table,)).fetchone()
    key = "" if without else next((row[1] for row in info if row[5] and row[2].upper() == "INTEGER"), "")
    if without:
        # The key stands first in the rows.
        ordered = sorted((row for row in info if row[5]), key=itemgetter(5))
        columns = tuple(row[1] for row in [*ordered, *(row for row in info if not row[5])])
    indexes = [
        Index(roots[name], tuple(row[2] or "" for row in described.execute(f"PRAGMA index_xinfo({name})")))
        for name in _indexes(described.execute(f"PRAGMA index_list({table})"))
        if name in roots
    ]
    return Source(table, roots.get(table, 0), columns, not without, key, tuple(indexes))


def _indexes(rows: Iterable[tuple[int, str, int, str, int]]) -> list[str]:
    return [row[1] for row in rows]
