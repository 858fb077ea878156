"""The index of the text: what it holds, how it is kept true, and how it is asked.

It is FTS5 over the article table itself, so that no text is stored twice. Triggers note in `article_stale` which
rows the index has wrong, with what it knows of them, and the end of the step brings all of them in together: a row
at a time is thirty times slower, and triggers that reach into FTS5 are refused under `trusted_schema = OFF`.
"""

from __future__ import annotations

from sqlalchemy import Connection

from newsdesk.model.query import HIT_END, HIT_START, ListQuery, Phrase, Words
from newsdesk.store.narrowing import conditions, values

COLUMNS = ("headline", "kicker", "standfirst", "body", "captions", "credits")
SNIPPET_WORDS = 16
LONG_BODY = 200_000
"""Characters from which a text shows its beginning when it is found: the time that FTS5 takes to choose a snippet
grows with the square of the hits (a second for a million characters, minutes for ten)."""
SHOWN = 100
"""How many characters of such a text are shown."""

_LIST = ", ".join(COLUMNS)
_OLD = ", ".join(f"old.{name}" for name in COLUMNS)
_DIFFERS = " OR ".join(f"old.{name} IS NOT new.{name}" for name in COLUMNS)
_NOTE = f"INSERT OR IGNORE INTO article_stale (key, indexed, {_LIST}) VALUES"

SCHEMA = (
    f"CREATE TABLE article_stale (key INTEGER PRIMARY KEY, indexed INTEGER NOT NULL, {_LIST})",
    f"CREATE VIRTUAL TABLE article_text USING fts5({_LIST}, content='article', content_rowid='key',"
    " tokenize='unicode61 remove_diacritics 2', prefix='2 3')",
    "CREATE TRIGGER article_comes AFTER INSERT ON article BEGIN"
    " INSERT OR IGNORE INTO article_stale (key, indexed) VALUES (new.key, 0); END",
    f"CREATE TRIGGER article_changes AFTER UPDATE OF {_LIST} ON article WHEN {_DIFFERS} BEGIN"
    f" {_NOTE} (old.key, 1, {_OLD}); END",
    f"CREATE TRIGGER article_goes AFTER DELETE ON article BEGIN {_NOTE} (old.key, 1, {_OLD}); END",
)
"""The index, the notes and the triggers, as the first version of the tables has them."""


def bring_up(connection: Connection) -> None:
    """Take what the notes name out of the index as it was, and in as it is."""
    connection.exec_driver_sql(
        f"INSERT INTO article_text (article_text, rowid, {_LIST})"
        f" SELECT 'delete', key, {_LIST} FROM article_stale WHERE indexed"
    )
    connection.exec_driver_sql(
        f"INSERT INTO article_text (rowid, {_LIST}) SELECT key, {_LIST} FROM article"
        " WHERE key IN (SELECT key FROM article_stale)"
    )
    connection.exec_driver_sql("DELETE FROM article_stale")


def find(connection: Connection, words: Words, limit: int, best: bool, query: ListQuery) -> list[tuple[int, str]]:
    """The keys of the articles that match and that the query asks for, each with a snippet."""
    expression = match_expression(words)
    if not expression:
        return []
    order = "rank" if best else "rowid DESC"
    rows = connection.exec_driver_sql(
        f"SELECT rowid, CASE WHEN length(body) < {LONG_BODY}"
        f" THEN snippet(article_text, -1, :start, :end, '…', {SNIPPET_WORDS})"
        f" ELSE substr(body, 1, {SHOWN}) || '…' END FROM article_text"
        f" WHERE article_text MATCH :words{_narrowed(query)} ORDER BY {order} LIMIT :limit",
        {"start": HIT_START, "end": HIT_END, "words": expression, "limit": limit, **values(query)},
    )
    return [(row[0], row[1]) for row in rows]


def find_headlines(connection: Connection, words: Words, limit: int, query: ListQuery) -> list[int]:
    """The keys of the articles whose headline matches and that the query asks for, the newest made first."""
    rows = connection.exec_driver_sql(
        f"SELECT rowid FROM article_text WHERE article_text MATCH :words{_narrowed(query)}"
        " ORDER BY rowid DESC LIMIT :limit",
        {"words": f"headline : ({match_expression(words)})", "limit": limit, **values(query)},
    )
    return list(rows.scalars())


def _narrowed(query: ListQuery) -> str:
    """What a search asks beside the words. The index goes first: it cannot be asked for one article quickly."""
    narrowing = conditions(query)
    if not narrowing:
        return ""
    asked = " AND ".join(("article.key = article_text.rowid", *narrowing))
    return f" AND EXISTS (SELECT 1 FROM article WHERE {asked})"


def match_expression(words: Words) -> str:
    """The search in the query language of FTS5; empty when nothing is wanted."""
    if not words.wanted:
        return ""
    wanted = " AND ".join(_phrase(phrase) for phrase in words.wanted)
    unwanted = " OR ".join(_phrase(phrase) for phrase in words.unwanted)
    return f"({wanted}) NOT ({unwanted})" if unwanted else wanted


def _phrase(phrase: Phrase) -> str:
    quoted = " ".join(phrase.words).replace('"', '""')
    return f'"{quoted}"{" *" if phrase.prefix else ""}'
