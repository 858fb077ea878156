"""What was lost of a newsroom and can be had from what was saved: articles from their revisions, names, itself."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime
from operator import attrgetter

from sqlalchemy import Connection

from newsdesk.model.article import Article
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId, EditionId, Ids, NewsroomId, RevisionId
from newsdesk.model.newsroom import Newsroom
from newsdesk.model.revision import Reason, Revision, Snapshot
from newsdesk.model.snapshots import content_hash, from_bytes, to_bytes, utc_text
from newsdesk.store.connection import raw
from newsdesk.store.health import SPARE_CONTENTS
from newsdesk.store.reading import load
from newsdesk.store.rows import SHAPES, Raw, Record
from newsdesk.store.salvage_rows import NO_EDITION
from newsdesk.store.tables import article

_OF_ARTICLE = (
    "SELECT content.body FROM revision JOIN content ON content.hash = revision.hash WHERE revision.article = ?"
    " ORDER BY revision.rowid DESC"
)
_WITHOUT_ARTICLE = "SELECT DISTINCT article FROM revision WHERE article NOT IN (SELECT id FROM article)"
_DELETED = (
    "SELECT 1 FROM binned WHERE id = ?1 UNION ALL SELECT 1 FROM (SELECT action FROM log_record"
    " WHERE kind = 'article' AND record = ?1 ORDER BY seq DESC LIMIT 1) WHERE action = 'removed'"
)


_TEXTS = (
    "kicker",
    "standfirst",
    "dateline",
    "outlet_note",
    "published_url",
    "search_text",
    "social_text",
    "front_matter",
    "body",
)
"""The long columns of an article, which stand last in its row."""

_DELETED_FOR_GOOD = (
    "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM article WHERE id = ?1) AND NOT EXISTS"
    " (SELECT 1 FROM binned WHERE id = ?1) AND EXISTS (SELECT 1 FROM (SELECT action FROM log_record"
    " WHERE kind = 'article' AND record = ?1 ORDER BY seq DESC LIMIT 1) WHERE action = 'removed')"
)


def revive(driver: sqlite3.Connection, known: Collection[str], now: datetime) -> list[str]:
    """Bring articles back that were there and whose row is lost, as their newest revision has them: their names.

    `known` are the ids of articles that surely were there. One that was deleted stays so.
    """
    names = []
    for (id,) in driver.execute(_WITHOUT_ARTICLE).fetchall():
        if id not in known and driver.execute(_DELETED, (id,)).fetchone():
            continue
        found = newest(driver, id)
        if found is not None:
            _put(driver, [*found.photos, _with_free_slug(driver, found.article), *found.placements], now)
            names.append(found.article.headline or id)
    return names


def adopt_contents(driver: sqlite3.Connection, make_id: Ids) -> None:
    """Make revisions of contents of which the revision is lost, as the oldest of their articles; drop the rest.

    What was deleted for good stays so.
    """
    spare = driver.execute(f"SELECT hash, body FROM {SPARE_CONTENTS}").fetchall()
    (oldest,) = driver.execute("SELECT ifnull(min(rowid), 0) FROM revision").fetchone()
    for place, (hash, body) in enumerate(spare, start=1):
        found = _read(body)
        if found is None or driver.execute(_DELETED_FOR_GOOD, (found.article.id,)).fetchone():
            continue
        story = found.article
        kept = Revision(RevisionId(make_id()), story.id, story.created, "", Reason.RESCUED, hash)
        shape = SHAPES[Revision]
        statement = shape.insert.replace("(", "(rowid, ", 1).replace("VALUES (", "VALUES (?, ")
        driver.execute(statement, (min(oldest, 0) - place, *shape.values(kept)))
    driver.execute(f"DELETE FROM {SPARE_CONTENTS}")


def _read(body: bytes) -> Snapshot | None:
    try:
        return from_bytes(zlib.decompress(body))
    except (zlib.error, ValueError, KeyError, TypeError):
        return None


def newest(driver: sqlite3.Connection, id: str) -> Snapshot | None:
    """The newest revision of an article that can be read."""
    for (body,) in driver.execute(_OF_ARTICLE, (id,)):
        found = _read(body)
        if found is not None:
            return found
    return None


def complete_cut(
    connection: Connection, ids: Iterable[str], now: datetime, author: str, make_id: Ids
) -> list[str]:
    """Give articles of which a text is damaged the texts of their newest revision; the names of those without one.

    What could be read is kept as a revision, unless it is the beginning of the other.
    """
    driver = raw(connection)
    left = []
    for id in ids:
        for cut in load(connection, Article, article.c.id == id):
            found = newest(driver, id)
            if found is None:
                left.append(cut.headline or id)
                continue
            if not found.article.body.startswith(cut.body):
                _keep(driver, cut, now, author, make_id)
            texts = [getattr(found.article, name) for name in _TEXTS]
            driver.execute(f"UPDATE article SET {' = ?, '.join(_TEXTS)} = ? WHERE id = ?", [*texts, id])
    return left


def _keep(driver: sqlite3.Connection, cut: Article, now: datetime, author: str, make_id: Ids) -> None:
    content = to_bytes(Snapshot(cut, ()))
    hash = content_hash(content)
    driver.execute("INSERT OR IGNORE INTO content (hash, body) VALUES (?, ?)", (hash, zlib.compress(content)))
    kept = Revision(make_id(), ArticleId(cut.id), now, author, Reason.RESCUED, hash)  # type: ignore[arg-type]
    _put(driver, [kept], now)


def make_newsroom(driver: sqlite3.Connection, title: str, now: datetime, make_id: Ids) -> None:
    """Make the newsroom's own record and an edition where there is none."""
    main = driver.execute("SELECT id FROM edition ORDER BY prefix != '', position, id").fetchone()
    named = "SELECT edition, count(*) FROM article WHERE edition != ? GROUP BY edition ORDER BY 2 DESC"
    missed = driver.execute(named, (NO_EDITION,)).fetchone()
    edition = EditionId(main[0] if main else missed[0] if missed else make_id())
    if main is None:
        _put(driver, [Edition(edition, "en", "English", "ltr")], now)
    there = driver.execute("SELECT id FROM newsroom").fetchone()
    if there is None:
        _put(driver, [Newsroom(NewsroomId(make_id()), title, edition)], now)
    driver.execute(
        "UPDATE newsroom SET main_edition = ? WHERE main_edition NOT IN (SELECT id FROM edition)", (edition,)
    )
    driver.execute("UPDATE OR IGNORE article SET edition = ? WHERE edition = ?", (edition, NO_EDITION))
    # There is one record of it: more come of pages that were in use before.
    driver.execute("DELETE FROM newsroom WHERE id != (SELECT id FROM newsroom ORDER BY version DESC, id LIMIT 1)")


def name_nameless(driver: sqlite3.Connection) -> None:
    """Give sections, topics and people of which the names are lost a name that can be told and changed."""
    (main,) = driver.execute("SELECT main_edition FROM newsroom").fetchone()
    for kind in ("section", "topic", "person"):
        nameless = f"SELECT id FROM {kind} WHERE id NOT IN (SELECT {kind} FROM {kind}_name)"
        for (id,) in driver.execute(nameless).fetchall():
            columns = f"{kind}, position, edition, text, slug"
            statement = f"INSERT OR IGNORE INTO {kind}_name ({columns}) VALUES (?, 0, ?, ?, ?)"
            driver.execute(statement, (id, main, id, id.lower()))


def _with_free_slug(driver: sqlite3.Connection, story: Article) -> Article:
    taken = driver.execute("SELECT 1 FROM article WHERE edition = ? AND slug = ?", (story.edition, story.slug))
    return replace(story, slug=f"{story.slug}-{story.id[-6:].lower()}") if taken.fetchone() else story


def _put(driver: sqlite3.Connection, records: Iterable[Record], now: datetime) -> None:
    """Write records that are not there yet."""
    for record in records:
        shape = SHAPES[type(record)]
        stamp: tuple[Raw, ...] = (1, utc_text(now)) if shape.stamped else ()
        statement = shape.insert.replace("INSERT", "INSERT OR IGNORE", 1)
        driver.execute(statement, (*shape.values(record), *stamp))
        for items in shape.lists:
            rows = items.rows(record.id, attrgetter(items.field)(record))
            driver.executemany(items.insert.replace("INSERT", "INSERT OR IGNORE", 1), rows)
