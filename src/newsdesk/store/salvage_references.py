"""Records that refer to one which is not there: brought in order, with as little as possible taken out."""

from __future__ import annotations

import sqlite3
from collections import Counter
from datetime import datetime

from newsdesk.model.snapshots import utc_text
from newsdesk.store.tables import metadata

_ROUNDS = 20
"""One removal may leave the next reference open; there are fewer levels than this."""

_WITH_NAMES = ("section", "topic", "person")
_MADE = {
    "section": "INSERT INTO section (id, position, colour, version, updated) VALUES (?, 1000, '', 1, ?)",
    "topic": "INSERT INTO topic (id, kind, version, updated) VALUES (?, 'subject', 1, ?)",
    "person": "INSERT INTO person (id, title, about, version, updated) VALUES (?, '', '', 1, ?)",
    "edition": "INSERT INTO edition (id, language, name, direction, prefix, position, labels, version, updated)"
    " VALUES (?1, 'en', ?1, 'ltr', substr(lower(hex(?1)), -12), 1000, '{}', 1, ?2)",
}
"""A record of which nothing is left but what refers to it: all that it says is in what is left."""


def mend_references(driver: sqlite3.Connection, now: datetime) -> Counter[str]:
    """Leave no reference open, within a transaction; how often each table was touched.

    An edition that is missed is made anew, and so is a section, topic or person of which the names are left. A
    field that may be empty is emptied; what cannot be without the other goes.
    """
    driver.execute("PRAGMA defer_foreign_keys = ON")
    touched: Counter[str] = Counter()
    for _ in range(_ROUNDS):
        open_ones = {(row[0], row[2], row[3]) for row in driver.execute("PRAGMA foreign_key_check")}
        if not open_ones:
            break
        for table, parent, number in sorted(open_ones):
            touched[table] += _mend(driver, table, parent, number, now)
    return touched


def _mend(driver: sqlite3.Connection, table: str, parent: str, number: int, now: datetime) -> int:
    column, target = next(
        (row[3], row[4] or "id") for row in driver.execute(f"PRAGMA foreign_key_list({table})") if row[0] == number
    )
    missed = f"{column} IS NOT NULL AND {column} NOT IN (SELECT {target} FROM {parent})"
    if parent == "edition" or (parent in _WITH_NAMES and table == f"{parent}_name"):
        ids = [row[0] for row in driver.execute(f"SELECT DISTINCT {column} FROM {table} WHERE {missed}")]
        driver.executemany(_MADE[parent], [(id, utc_text(now)) for id in ids])
        return len(ids)
    if metadata.tables[table].c[column].nullable:
        return driver.execute(f"UPDATE {table} SET {column} = NULL WHERE {missed}").rowcount
    return driver.execute(f"DELETE FROM {table} WHERE {missed}").rowcount
