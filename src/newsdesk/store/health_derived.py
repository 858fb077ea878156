"""All that is made from the records, made again: to see whether it was true, and to make it so."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import Connection

from newsdesk.model.ids import ArticleId
from newsdesk.store import derived
from newsdesk.store.connection import raw
from newsdesk.store.health import NAMED, Fault, Finding, found
from newsdesk.store.reading import CHUNK

_STATES = (
    "SELECT id, captions, credits, changed FROM article WHERE id IN ({places})",
    "SELECT article, position, photo FROM article_photo WHERE article IN ({places})",
    "SELECT * FROM release WHERE id IN ({places})",
)
"""All that is derived of some articles; the article's id stands first."""


def remake(connection: Connection, bad: Collection[str] = ()) -> list[str]:
    """Make all that is derived anew, within a transaction; the ids of the articles of which it was not true.

    `bad` are the contents that cannot be read: what was released of them is left as it stands.
    """
    driver = raw(connection)
    wrong: dict[str, None] = {}
    for ids, stale in _all_stale(connection, bad):
        places = ", ".join("?" * len(ids))
        before = [set(driver.execute(state.format(places=places), ids)) for state in _STATES]
        derived.refresh(connection, stale)
        after = [set(driver.execute(state.format(places=places), ids)) for state in _STATES]
        for was, now in zip(before, after, strict=True):
            wrong.update(dict.fromkeys(row[0] for row in sorted(was ^ now, key=repr)))
    return list(wrong)


def derived_faults(connection: Connection, bad: Collection[str]) -> list[Finding]:
    """The articles of which something derived is not true; it is made true in the copy."""
    wrong = remake(connection, bad)
    driver = raw(connection)
    names = [
        row[0] or id
        for id in wrong[:NAMED]
        for row in driver.execute("SELECT headline FROM article WHERE id = ?", (id,))
    ]
    return list(found(Fault.DERIVED, names, len(wrong)))


def _all_stale(connection: Connection, bad: Collection[str]) -> Iterator[tuple[list[str], derived.Stale]]:
    """All articles in runs, each with all that can be derived of them."""
    driver = raw(connection)
    last = ""
    while rows := driver.execute(
        "SELECT article.id, article.body, released_revision, content.hash FROM article"
        " LEFT JOIN revision ON revision.id = released_revision"
        " LEFT JOIN content ON content.hash = revision.hash"
        " WHERE article.id > ? ORDER BY article.id LIMIT ?",
        (last, CHUNK),
    ).fetchall():
        last = rows[-1][0]
        stale = derived.Stale()
        for id, body, released, hash in rows:
            stale.bodies[ArticleId(id)] = body
            stale.texts.add(ArticleId(id))
            if not released or (hash and hash not in bad):
                stale.released.add(ArticleId(id))
        yield [row[0] for row in rows], stale
