"""How the newsroom file came to its present shape: numbered changes, each whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.store import search
from newsdesk.store.connection import APPLICATION_ID, close, connect_to_look, file_of, transaction
from newsdesk.store.errors import NewerNewsroom
from newsdesk.store.tables import metadata


@dataclass(frozen=True, slots=True)
class Migration:
    """One change of the tables, and the first version of Newsdesk that knows them so."""

    needs: str
    change: Callable[[Connection], None]


def _create(connection: Connection) -> None:
    metadata.create_all(connection)
    for statement in search.SCHEMA:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("CREATE TABLE program (needs TEXT NOT NULL)")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def _index_orders(connection: Connection) -> None:
    """One index for each order of the desk's list; a new file has them from the start."""
    connection.exec_driver_sql("DROP INDEX article_by_updated")
    for name, first in (
        ("updated", "updated"),
        ("created", "created"),
        ("headline", "headline COLLATE NOCASE"),
        ("deadline", "deadline"),
    ):
        connection.exec_driver_sql(
            f"CREATE INDEX IF NOT EXISTS article_by_{name} ON article ({first}, id, edition, status, section)"
        )


def _add_bin(connection: Connection) -> None:
    """The bin, and what finds an article's last revision and who else has its content; a new file has them."""
    connection.exec_driver_sql(
        "CREATE TABLE IF NOT EXISTS binned (id TEXT NOT NULL PRIMARY KEY, edition TEXT NOT NULL,"
        " headline TEXT NOT NULL, deleted TEXT NOT NULL, author TEXT NOT NULL,"
        " revision TEXT NOT NULL REFERENCES revision (id), version INTEGER NOT NULL, updated TEXT NOT NULL)"
    )
    connection.exec_driver_sql("CREATE INDEX IF NOT EXISTS revision_in_order ON revision (article)")
    connection.exec_driver_sql("CREATE INDEX IF NOT EXISTS revision_by_hash ON revision (hash)")


MIGRATIONS: tuple[Migration, ...] = (
    Migration("0.1.0", _create),
    Migration("0.1.0", _index_orders),
    Migration("0.1.0", _add_bin),
)
"""Number n brings a file from version n - 1 to n. Released ones are never changed."""

NEWEST = len(MIGRATIONS)
"""The version of the tables that this Newsdesk writes."""


def migrate(connection: Connection, version: int, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring a file of `version` to the newest shape, one change after another."""
    for number, migration in enumerate(migrations[version:], start=version + 1):
        with transaction(connection):
            migration.change(connection)
            connection.exec_driver_sql("DELETE FROM program")
            connection.exec_driver_sql("INSERT INTO program VALUES (?)", (migration.needs,))
            connection.exec_driver_sql(f"PRAGMA user_version = {number}")


def upgrade(
    connection: Connection,
    version: int,
    before: Callable[[], object] | None,
    migrations: Sequence[Migration] = MIGRATIONS,
) -> None:
    """Bring an older file to the newest shape once `before` has backed it up; a newest one is left alone.

    Without a way to back it up an older file is refused.
    """
    if version == len(migrations):
        return
    if before is None:
        raise outdated(file_of(connection))
    before()
    migrate(connection, version, migrations)


def outdated(file: Path) -> Trouble:
    """What to tell of a file with tables of an earlier version, where it cannot be brought up to date."""
    return Trouble(
        N_("{file} was made by an earlier Newsdesk and must be brought up to date first."),
        N_("Open the newsroom once where it can be written."),
        file=str(file),
    )


def refuse_newer(file: Path, version: int, newest: int = len(MIGRATIONS)) -> None:
    """NewerNewsroom when a later Newsdesk made the tables: we would not know what we break."""
    if version <= newest:
        return
    connection = connect_to_look(file)
    try:
        needs: str = connection.exec_driver_sql("SELECT needs FROM program").scalar_one()
    finally:
        close(connection)
    raise NewerNewsroom(
        N_("{file} was made by a later Newsdesk; nothing in it was touched."),
        N_("Open it with Newsdesk {version} or later."),
        file=str(file),
        version=needs,
    )
