"""Everything that can still be read of a damaged newsroom, in a new file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path

from sqlalchemy import Connection

from newsdesk.errors import Trouble
from newsdesk.i18n import N_, message
from newsdesk.model.ids import Clock, Ids
from newsdesk.model.snapshots import utc_text
from newsdesk.store import search
from newsdesk.store.connection import close, connect_to_write, raw, transaction
from newsdesk.store.errors import DamagedNewsroom, NewerNewsroom, trouble_of
from newsdesk.store.health_derived import remake
from newsdesk.store.journal import Direction
from newsdesk.store.migrations import MIGRATIONS, migrate
from newsdesk.store.rows import Raw
from newsdesk.store.salvage_pages import Pages
from newsdesk.store.salvage_references import mend_references
from newsdesk.store.salvage_reviving import adopt_contents, complete_cut, make_newsroom, name_nameless, revive
from newsdesk.store.salvage_rows import NO_EDITION, Mould, is_name
from newsdesk.store.salvage_schema import Schema, Source, schema_of
from newsdesk.store.salvage_trees import Row, Trees
from newsdesk.store.tables import metadata
from newsdesk.store.writing import write_log

COUNTED = ("article", "revision", "photo", "placement", "section", "topic", "person", "edition")
"""The tables of which is told how much was saved."""

OnTable = Callable[[int, int], None]
"""Is told how many parts of the work are done, and how many there are."""

_NEEDED = ("article", "newsroom", "edition", "section", "photo", "revision")
"""Without a row of any of these there is nothing to build on."""


_STRANGE_RELEASES = (
    "UPDATE article SET released_revision = NULL WHERE NOT EXISTS"
    " (SELECT 1 FROM revision WHERE revision.id = released_revision AND revision.article = article.id)"
)
"""Readers have never got another article's text."""


@dataclass(frozen=True, slots=True)
class Saved:
    """How many rows of a table stand in the new file, and how many are known to be missing."""

    table: str
    saved: int
    lost: int


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What became of everything. The texts are headlines, or ids of articles without one that is known.

    `lost`: only a backup has them; `revived`: the row was lost, a revision had the text; `cut`: a part of the text
    was lost. `closed` is the number of references to what was lost that were taken out.
    """

    kinds: tuple[Saved, ...]
    lost: tuple[str, ...]
    revived: tuple[str, ...]
    cut: tuple[str, ...]
    closed: int

    @property
    def whole(self) -> bool:
        """Whether nothing is known to be lost."""
        return not (self.lost or self.cut or any(saved.lost for saved in self.kinds))


@dataclass(slots=True)
class _Taken:
    """What was met of one table: the numbers of its rows, what the indexes know of each, rows that were cut.

    `refused` are those that lack something without which they cannot be.
    """

    mould: Mould
    numbers: set[int] = field(default_factory=set)
    known: dict[int, dict[str, object]] = field(default_factory=dict)
    cut: list[str] = field(default_factory=list)
    refused: list[tuple[int, dict[str, object]]] = field(default_factory=list)


def salvage(file: Path, out: Path, *, clock: Clock, ids: Ids, author: str, progress: OnTable) -> Salvaged:
    """Write all that can be read of the newsroom in `file` into the new file `out`, and say what became of it.

    Nobody has `file` open, and it is only read, with the log of writes beside it. Raises `DamagedNewsroom` when
    nothing of a newsroom is left in it, `NewerNewsroom` when a later Newsdesk made it, `Trouble` when it cannot be
    read or the new one not be written.
    """
    for ending in ("", "-journal", "-wal", "-shm"):
        out.with_name(out.name + ending).unlink(missing_ok=True)
    try:
        with Pages(file) as pages:
            if pages.header and pages.header.version > len(MIGRATIONS):
                raise _newer(file)
            return _into(pages, file, out, _Making(clock, ids, author), progress)
    except sqlite3.Error as error:
        # The new file is sound: what fails in it is the disk.
        raise trouble_of(error, out) or error from error
    except OSError as error:
        raise Trouble(
            N_("{file} cannot be read ({reason})."),
            N_("Copy the newsroom’s folder to another disk as far as that goes, then do it there."),
            file=str(file),
            reason=error.strerror or str(error),
        ) from error


@dataclass(frozen=True, slots=True)
class _Making:
    """With what records are made."""

    clock: Clock
    ids: Ids
    author: str


def _into(pages: Pages, file: Path, out: Path, making: _Making, progress: OnTable) -> Salvaged:
    connection = connect_to_write(out, new=True)
    try:
        migrate(connection, 0)
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        with transaction(connection):
            trees = Trees(pages)
            schema = schema_of(trees, raw(connection))
            taken = _take(raw(connection), pages, trees, schema, making, progress)
            if not any(_count(raw(connection), table) for table in _NEEDED):
                raise DamagedNewsroom(
                    N_("Nothing of a newsroom can be read in {file}."),
                    N_("Bring back a backup."),
                    file=str(file),
                )
            return _finish(connection, file, taken, making)
    finally:
        close(connection)


def _take(
    driver: sqlite3.Connection, pages: Pages, trees: Trees, schema: Schema, making: _Making, progress: OnTable
) -> dict[str, _Taken]:
    """Take all rows over: along the trees first, then from wherever else they may be had."""
    now = utc_text(making.clock())
    taken = {source.table: _Taken(Mould(source.table, now)) for source in schema.sources}
    parts = len(schema.sources) + 1
    own: set[int] = set()
    for done, source in enumerate(schema.sources):
        progress(done, parts)
        met = taken[source.table]
        before = set(trees.reached)
        strange: set[int] = set()
        for row in trees.rows(source.root) if source.root else ():
            if met.mould.is_strange(source.named(row), len(row.values), whole=row.whole):
                strange.add(row.page)
            else:
                _keep(driver, source, met, row)
        own |= trees.reached - before - strange
        trees.broken = trees.broken or bool(strange)
        if source.numbered:
            _note_indexed(trees, source, met)
    progress(parts - 1, parts)
    _take_refused(driver, taken["article"], making.ids)
    if schema.broken or trees.broken:
        _take_indexed(driver, trees, schema, taken)
        _take_strays(driver, pages, trees, own, schema, taken)
    return taken


def _keep(driver: sqlite3.Connection, source: Source, met: _Taken, row: Row) -> None:
    values = source.named(row)
    if row.rowid is not None:
        met.numbers.add(row.rowid)
    taken = _insert(driver, met.mould, values, row.rowid)
    if source.table == "article" and taken and not row.whole:
        met.cut.append(str(values["id"]))
    elif source.table == "article" and row.rowid is not None and isinstance(values.get("headline"), str):
        met.refused += [] if taken else [(row.rowid, values)]


def _take_refused(driver: sqlite3.Connection, met: _Taken, ids: Ids) -> None:
    """Take articles that are there but for their id or edition: an index knows these, or they are made up."""
    for number, values in met.refused:
        if driver.execute("SELECT 1 FROM article WHERE key = ?", (number,)).fetchone():
            continue
        known = met.known.get(number, {})
        for name, made in (("id", ids()), ("edition", NO_EDITION)):
            if name == "id" or not is_name(values.get(name)):
                values[name] = known[name] if is_name(known.get(name)) else made
        _free_id(driver, met, str(values["id"]))
        if driver.execute("SELECT 1 FROM article WHERE id = ?", (values["id"],)).fetchone():
            values["id"] = ids()
        _insert(driver, met.mould, values, number)


def _free_id(driver: sqlite3.Connection, met: _Taken, id: str) -> None:
    """Give an article that has another's id its own, if an index knows that."""
    for (number,) in driver.execute("SELECT key FROM article WHERE id = ?", (id,)).fetchall():
        own = met.known.get(number, {}).get("id")
        if is_name(own) and own != id:
            driver.execute("UPDATE OR IGNORE article SET id = ? WHERE key = ?", (own, number))


def _note_indexed(trees: Trees, source: Source, met: _Taken) -> None:
    """Note which rows there are by what the indexes say, and what they say of articles."""
    for index in source.indexes:
        for row in trees.rows(index.root):
            if row.values and isinstance(number := row.values[-1], int):
                met.numbers.add(number)
                if source.table == "article":
                    met.known.setdefault(number, {}).update(zip(index.columns, row.values, strict=False))


def _take_indexed(driver: sqlite3.Connection, trees: Trees, schema: Schema, taken: dict[str, _Taken]) -> None:
    """A table that has no numbers stands in its indexes too, but for what they leave out."""
    for source in schema.sources:
        for index in () if source.numbered else source.indexes:
            for row in trees.rows(index.root):
                _insert(driver, taken[source.table].mould, dict(zip(index.columns, row.values, strict=False)))


def _take_strays(
    driver: sqlite3.Connection,
    pages: Pages,
    trees: Trees,
    own: set[int],
    schema: Schema,
    taken: dict[str, _Taken],
) -> None:
    """Take rows out of pages that no tree has as its `own`; the last written first, if several are of one id."""
    spent = pages.free() | own
    strays: list[tuple[bool, int, list[Source], Row]] = []
    for number in range(2, pages.count + 1):
        for row in trees.rows_of_page(number) if number not in spent else ():
            sources = [source for source in schema.sources if _is_like(row, source, taken[source.table].mould)]
            if sources:
                version = sources[0].named(row).get("version")
                written = version if isinstance(version, int) else 0
                strays.append((row.rowid is None, -written, sources, row))
    # Lists come last: only what they name tells some of them apart.
    for *_, sources, row in sorted(strays, key=itemgetter(0, 1)):
        source = next((source for source in sources if _names_what_is_there(driver, source, row)), sources[0])
        # There may be older states of one row: what is refused is no other.
        _keep(driver, source, taken[source.table], row)
        taken[source.table].refused.clear()


def _is_like(row: Row, source: Source, mould: Mould) -> bool:
    """Whether a row of a stray page may be of a table."""
    alike = len(row.values) == len(source.columns) and source.numbered == (row.rowid is not None)
    return alike and mould.fits(source.named(row))


def _names_what_is_there(driver: sqlite3.Connection, source: Source, row: Row) -> bool:
    values = source.named(row)
    keys = [key for column in metadata.tables[source.table].columns for key in column.foreign_keys]
    return all(
        driver.execute(
            f"SELECT 1 FROM {key.column.table.name} WHERE {key.column.name} = ?", (values[key.parent.name],)
        ).fetchone()
        for key in keys
        if values[key.parent.name] is not None
    )


def _insert(driver: sqlite3.Connection, mould: Mould, values: dict[str, object], rowid: int | None = None) -> bool:
    """Write a row, unless it is there already or what it is needed for is lost."""
    made = mould.row(values)
    if made is None:
        return False
    statement = mould.insert
    number: list[Raw] = []
    if rowid is not None and "key" not in made and "seq" not in made:
        # The numbers tell in which order revisions were kept.
        statement = statement.replace("(", "(rowid, ", 1).replace("VALUES (", "VALUES (?, ")
        number = [rowid]
    try:
        driver.execute(statement, [*number, *made.values()])
    except sqlite3.IntegrityError:
        return _insert_beside(driver, mould, made)
    return True


def _insert_beside(driver: sqlite3.Connection, mould: Mould, made: dict[str, Raw]) -> bool:
    """Write a row whose slug is another's by now, under a slug of its own; a row that is there stays as it is."""
    id = made.get("id")
    there = driver.execute(f"SELECT 1 FROM {mould.table} WHERE id = ?", (id,)).fetchone() if id else True
    if there:
        return False
    with suppress(sqlite3.IntegrityError):
        if "slug" in made:
            made["slug"] = "-".join((str(made["slug"]), str(id)[-6:].lower()))
        if "key" in made:
            made["key"] = None
        driver.execute(mould.insert, tuple(made.values()))
        return True
    return False


def _finish(connection: Connection, file: Path, taken: dict[str, _Taken], making: _Making) -> Salvaged:
    """Make a sound newsroom of the rows that were taken over."""
    driver, now = raw(connection), making.clock()
    indexed = taken["article"].known.values()
    known = {str(values["id"]): values for values in indexed if is_name(values.get("id"))}
    adopt_contents(driver, making.ids)
    revived = revive(driver, known, now)
    cut = complete_cut(connection, taken["article"].cut, now, making.author, making.ids)
    make_newsroom(driver, file.parent.resolve().name, now, making.ids)
    closed = mend_references(driver, now).total()
    name_nameless(driver)
    driver.execute(_STRANGE_RELEASES)
    remake(connection)
    search.bring_up(connection)
    write_log(connection, now, making.author, Direction.DO, message(N_("Salvage the newsroom")), ())
    there = {row[0] for row in driver.execute("SELECT id FROM article")}
    lost = [
        str(values.get("headline") or values.get("slug") or id) for id, values in known.items() if id not in there
    ]
    kinds = []
    for table in COUNTED:
        saved = _count(driver, table)
        kinds.append(Saved(table, saved, max(0, len(taken[table].numbers) - saved)))
    return Salvaged(tuple(kinds), tuple(lost), tuple(revived), tuple(cut), closed)


def _count(driver: sqlite3.Connection, table: str) -> int:
    count: int = driver.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return count


def _newer(file: Path) -> NewerNewsroom:
    return NewerNewsroom(
        N_("{file} was made by a later Newsdesk; nothing in it was touched."),
        N_("Salvage it with that Newsdesk, or bring back a backup."),
        file=str(file),
    )
