"""What puts a newsroom's file right again: made anew from the records, in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from newsdesk.i18n import N_, message
from newsdesk.store.connection import FILE_NAME, close, connect_to_write, raw, transaction
from newsdesk.store.errors import trouble_of
from newsdesk.store.health import SPARE_CONTENTS, Fault, is_whole
from newsdesk.store.health_derived import remake
from newsdesk.store.journal import Direction
from newsdesk.store.salvage_references import mend_references
from newsdesk.store.writing import write_log

MENDS = (Fault.INDEXES, Fault.REFERENCES, Fault.SPARE_CONTENTS, Fault.DERIVED, Fault.SEARCH)
"""What `mend_file` can put right. Each may leave work for those behind it."""


def mend_file(folder: Path, faults: Collection[Fault], now: datetime, author: str) -> dict[Fault, int]:
    """Put these faults of the newsroom's file right, all or none, and say how often each was met.

    Whoever calls holds the newsroom open for writing, and writes nothing meanwhile.
    """
    connection = connect_to_write(folder / FILE_NAME)
    try:
        with transaction(connection):
            done = {fault: _mend(connection, fault, now) for fault in MENDS if fault in faults}
            write_log(connection, now, author, Direction.DO, message(N_("Repair the newsroom")), ())
    except sqlite3.Error as error:
        raise trouble_of(error, folder / FILE_NAME) or error from error
    finally:
        close(connection)
    return done


def _mend(connection: Connection, fault: Fault, now: datetime) -> int:
    driver = raw(connection)
    match fault:
        case Fault.INDEXES:
            driver.execute("REINDEX")
            return 1
        case Fault.REFERENCES:
            return mend_references(driver, now).total()
        case Fault.SPARE_CONTENTS:
            return driver.execute(f"DELETE FROM {SPARE_CONTENTS}").rowcount
        case Fault.DERIVED:
            bad = {
                hash for hash, body in driver.execute("SELECT hash, body FROM content") if not is_whole(hash, body)
            }
            return len(remake(connection, bad))
        case _:
            driver.execute("INSERT INTO article_text (article_text) VALUES ('rebuild')")
            driver.execute("DELETE FROM article_stale")
            count: int = driver.execute("SELECT count(*) FROM article").fetchone()[0]
            return count
