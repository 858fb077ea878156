"""What may be wrong with a newsroom's file, found on a copy of it that nobody else has open."""

from __future__ import annotations

import re
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection

from newsdesk.errors import Trouble
from newsdesk.model.snapshots import content_hash
from newsdesk.store.connection import FILE_NAME, check_newsroom, close, connect_to_look, connect_to_write, raw
from newsdesk.store.errors import DamagedNewsroom, trouble_of
from newsdesk.store.migrations import MIGRATIONS, migrate, refuse_newer
from newsdesk.store.rows import SHAPES

NAMED = 12
"""How many of the things that a finding counts are named."""


class Fault(StrEnum):
    """What kind of thing is wrong."""

    DAMAGED = "damaged"
    INDEXES = "indexes"
    REFERENCES = "references"
    SEARCH = "search"
    DERIVED = "derived"
    CONTENTS = "contents"
    SPARE_CONTENTS = "spare_contents"
    NO_LOG = "no_log"
    ORIGINALS_MISSING = "originals_missing"
    ORIGINALS_ALTERED = "originals_altered"
    SPARE_ORIGINALS = "spare_originals"
    KEPT_ORIGINALS = "kept_originals"
    LEFTOVERS = "leftovers"
    CONFLICTS = "conflicts"


class Remedy(StrEnum):
    """What helps: a repair, a repair that finds the thing in a backup, a salvage, or a person who looks."""

    REPAIR = "repair"
    BACKUP = "backup"
    SALVAGE = "salvage"
    LOOK = "look"


REMEDIES = {
    Fault.DAMAGED: Remedy.SALVAGE,
    Fault.INDEXES: Remedy.REPAIR,
    Fault.REFERENCES: Remedy.REPAIR,
    Fault.SEARCH: Remedy.REPAIR,
    Fault.DERIVED: Remedy.REPAIR,
    Fault.CONTENTS: Remedy.LOOK,
    Fault.SPARE_CONTENTS: Remedy.REPAIR,
    Fault.NO_LOG: Remedy.LOOK,
    Fault.ORIGINALS_MISSING: Remedy.BACKUP,
    Fault.ORIGINALS_ALTERED: Remedy.BACKUP,
    Fault.SPARE_ORIGINALS: Remedy.LOOK,
    Fault.KEPT_ORIGINALS: Remedy.LOOK,
    Fault.LEFTOVERS: Remedy.REPAIR,
    Fault.CONFLICTS: Remedy.LOOK,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of thing that is wrong: how many there are, and the names of the first of them."""

    fault: Fault
    count: int
    names: tuple[str, ...] = ()

    @property
    def remedy(self) -> Remedy:
        """What helps."""
        return REMEDIES[self.fault]


OnContent = Callable[[int, int], None]
"""Is told how many contents were looked at, and how many there are."""

_OF_INDEXES = re.compile(r"(row \d+ missing from|wrong # of entries in|non-unique entry in) index")
"""What SQLite says of an index that disagrees with its table: the table itself is whole."""

_UNREADABLE = (sqlite3.DatabaseError, zlib.error, ValueError, Trouble)


def found(fault: Fault, names: Sequence[str], count: int | None = None) -> Iterator[Finding]:
    """The finding of these, or of `count` of which these are named; none when there are none."""
    number = len(names) if count is None else count
    if number:
        yield Finding(fault, number, tuple(dict.fromkeys(filter(None, names)))[:NAMED])


@contextmanager
def copied(folder: Path, copy: Path) -> Iterator[Connection]:
    """The newsroom as it stands now, in a file `copy` that may be written to; whoever writes it goes on meanwhile.

    A file of an earlier version is brought up to date in the copy. Raises `DamagedNewsroom` when it cannot be read
    at all, and what `open_reader` raises.
    """
    file = folder / FILE_NAME
    version = check_newsroom(file)
    refuse_newer(file, version)
    _copy(file, copy)
    if file.with_name(f"{FILE_NAME}-wal").exists():
        # Somebody may have begun to write meanwhile, which `connect_to_look` does not see when nobody had it open.
        _copy(file, copy)
    connection = connect_to_write(copy, new=True)
    try:
        # It is thrown away: nothing has to survive.
        connection.exec_driver_sql("PRAGMA synchronous = OFF")
        if version < len(MIGRATIONS) and not _said_of_pages(connection, "quick_check"):
            migrate(connection, version)
        yield connection
    finally:
        close(connection)


def _copy(file: Path, copy: Path) -> None:
    source = connect_to_look(file)
    target = sqlite3.connect(copy)
    try:
        raw(source).backup(target)
    except sqlite3.Error as error:
        told = trouble_of(error, file)
        raise (told if isinstance(told, DamagedNewsroom) else trouble_of(error, copy)) or error from error
    finally:
        target.close()
        close(source)


def damages(connection: Connection, *, thorough: bool) -> list[Finding]:
    """What is wrong with the pages of the file; `thorough`: also where an index disagrees with its table."""
    lines = _said_of_pages(connection, "integrity_check" if thorough else "quick_check")
    of_indexes = [line for line in lines if _OF_INDEXES.search(line)]
    others = [part for line in lines if line not in of_indexes for part in line.splitlines() if part[:3] != "***"]
    return [
        *found(Fault.DAMAGED, [*others, *_not_understood(connection)]),
        *found(Fault.INDEXES, of_indexes),
    ]


def _said_of_pages(connection: Connection, check: str) -> list[str]:
    """What SQLite has to say against the pages of the file."""
    try:
        return [row[0] for row in raw(connection).execute(f"PRAGMA {check}") if row[0] != "ok"]
    except sqlite3.DatabaseError as error:
        return [str(error)]


def _not_understood(connection: Connection) -> Iterator[str]:
    """The kinds of records of which one at least makes no sense."""
    for kind, shape in SHAPES.items():
        columns = shape.columns()
        statement = f"SELECT {', '.join(column.name for column in columns)} FROM {shape.name}"
        readers = [
            column.type.dialect_impl(connection.dialect).result_processor(connection.dialect, None)
            for column in columns
        ]
        try:
            for row in raw(connection).execute(statement):
                for read, value in zip(readers, row, strict=True):
                    if read:
                        read(value)
        except _UNREADABLE as error:
            yield f"{kind.__name__}: {error}"


def broken_references(connection: Connection) -> list[Finding]:
    """The records that refer to one which is not there."""
    rows = raw(connection).execute("PRAGMA foreign_key_check").fetchall()
    return list(found(Fault.REFERENCES, [f"{table} → {parent}" for table, _, parent, _ in rows], len(rows)))


def bad_contents(connection: Connection, progress: OnContent) -> tuple[set[str], list[Finding]]:
    """The contents of revisions that are not what their name says: their hashes, and what to tell of them."""
    bad: set[str] = set()
    driver = raw(connection)
    total: int = driver.execute("SELECT count(*) FROM content").fetchone()[0]
    for done, (hash, body) in enumerate(driver.execute("SELECT hash, body FROM content")):
        if done % 100 == 0:
            progress(done, total)
        if not is_whole(hash, body):
            bad.add(hash)
    names = [_headline(driver, hash) for hash in sorted(bad)[:NAMED]]
    return bad, list(found(Fault.CONTENTS, names, len(bad)))


def is_whole(hash: str, body: bytes) -> bool:
    """Whether a content is what its name says."""
    try:
        return content_hash(zlib.decompress(body)) == hash
    except (zlib.error, TypeError):
        return False


def _headline(driver: sqlite3.Connection, hash: str) -> str:
    """Whose content it is."""
    row = driver.execute(
        "SELECT coalesce(nullif(article.headline, ''), revision.article) FROM revision"
        " LEFT JOIN article ON article.id = revision.article WHERE revision.hash = ?",
        (hash,),
    ).fetchone()
    return row[0] if row else hash


SPARE_CONTENTS = "content WHERE hash NOT IN (SELECT hash FROM revision)"
"""The contents that no revision names."""


def spare_contents(connection: Connection) -> list[Finding]:
    """The contents that no revision names."""
    count = raw(connection).execute(f"SELECT count(*) FROM {SPARE_CONTENTS}").fetchone()[0]
    return list(found(Fault.SPARE_CONTENTS, (), count))


def missing_log(connection: Connection) -> list[Finding]:
    """Whether the log, which begins with the making of the newsroom, is gone."""
    count = raw(connection).execute("SELECT count(*) FROM log").fetchone()[0]
    return list(found(Fault.NO_LOG, (), int(not count)))


def search_faults(connection: Connection) -> list[Finding]:
    """The articles that the index of the text has not, has too many, or has otherwise than they stand."""
    driver = raw(connection)
    names: list[str] = []
    try:
        indexed = {row[0] for row in driver.execute("SELECT id FROM article_text_docsize")}
        there = {row[0] for row in driver.execute("SELECT key FROM article")}
        wrong = there ^ indexed | {row[0] for row in driver.execute("SELECT key FROM article_stale")}
        if not wrong:
            wrong = _indexed_otherwise(driver)
        names = [row[0] for key in sorted(wrong)[:NAMED] for row in _headlines(driver, key)]
    except sqlite3.DatabaseError:
        wrong = {0}
    return list(found(Fault.SEARCH, names, len(wrong)))


def _headlines(driver: sqlite3.Connection, key: int) -> Iterable[tuple[str]]:
    return driver.execute("SELECT headline FROM article WHERE key = ?", (key,)).fetchall()


def _indexed_otherwise(driver: sqlite3.Connection) -> set[int]:
    """The keys of the articles that the index has with other words: found by making it anew in the copy."""
    try:
        driver.execute("INSERT INTO article_text (article_text, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        sizes = "SELECT id, sz FROM article_text_docsize"
        before = set(driver.execute(sizes))
        driver.execute("INSERT INTO article_text (article_text) VALUES ('rebuild')")
        # As many words, but others: which article it is cannot be told.
        return {row[0] for row in before ^ set(driver.execute(sizes))} or {0}
    return set()
