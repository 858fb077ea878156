"""Which stories come next in the desk's list: along an index, or out of the few articles that can be meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from newsdesk.model.ids import EditionId, StoryId
from newsdesk.model.query import ListQuery, Order, Place
from newsdesk.model.snapshots import utc_text
from newsdesk.store.narrowing import conditions, values

FEW = 1000
"""Up to so many articles are fetched and sorted; more are met soon enough on the way along the index.

Twice as many when several things are asked for: the articles that are all of it lie far apart on that way.
"""

_FEW = {
    ("section", "status"): "SELECT id FROM article WHERE section = :section AND status = :status"
    " UNION ALL SELECT article FROM article_section WHERE section = :section",
    ("section",): "SELECT id FROM article WHERE section = :section"
    " UNION ALL SELECT article FROM article_section WHERE section = :section",
    ("status",): "SELECT id FROM article WHERE status = :status",
    ("topic",): "SELECT article AS id FROM article_topic WHERE topic = :topic",
    ("edition",): "SELECT id FROM article WHERE edition = :edition",
    ("person",): "SELECT article AS id FROM article_byline WHERE person = :person",
}
"""The articles that fields of a query leave at most, some of them twice, each out of an index alone."""


@dataclass(frozen=True, slots=True)
class _Way:
    """One stretch of an order: its index, what it holds, how it runs, and what lies after a place in it."""

    index: str
    holds: str
    runs: str
    after: str
    by_latest: bool = False


_WITHOUT_DEADLINE = _Way("article_by_deadline", "a.deadline IS NULL", "a.id DESC", "a.id < :id")
_WAYS = {
    Order.CHANGED: (
        _Way(
            "article_by_updated",
            "TRUE",
            "a.updated DESC, a.id DESC",
            "(a.updated, a.id) < (:value, :id)",
            by_latest=True,
        ),
    ),
    Order.CREATED: (
        _Way("article_by_created", "TRUE", "a.created DESC, a.id DESC", "(a.created, a.id) < (:value, :id)"),
    ),
    Order.HEADLINE: (
        _Way(
            "article_by_headline",
            "TRUE",
            "a.headline COLLATE NOCASE, a.id",
            # SQLite finds the place in the index by the first half alone.
            "a.headline COLLATE NOCASE >= :value AND (a.headline COLLATE NOCASE, a.id) > (:value, :id)",
        ),
    ),
    Order.DEADLINE: (
        _Way(
            "article_by_deadline",
            "a.deadline IS NOT NULL",
            "a.deadline, a.id",
            "(a.deadline, a.id) > (:value, :id)",
        ),
        _WITHOUT_DEADLINE,
    ),
}


def next_stories(
    connection: Connection,
    query: ListQuery,
    order: Order,
    after: Place | None,
    limit: int,
    editions: Sequence[EditionId],
) -> list[StoryId]:
    """The next stories after a place; `editions` in the order in which they stand for a story.

    A story is met at one of its articles alone, so that no page needs to know what stood on another.
    """
    few = _few(connection, query)
    places = {f"edition{number}": id for number, id in enumerate(editions)}
    found: list[StoryId] = []
    for way in _ways_from(order, after):
        if len(found) == limit:
            break
        start = way.after if after is not None and way is _way_of(order, after) else "TRUE"
        statement = _statement(query, way, start, few, len(editions))
        asked = {**values(query), **places, **_start(after), "limit": limit - len(found)}
        found += connection.exec_driver_sql(statement, asked).scalars()
    return found


def _ways_from(order: Order, after: Place | None) -> Iterator[_Way]:
    """The stretches that are still to go."""
    ways = _WAYS[order]
    yield from ways if after is None else ways[ways.index(_way_of(order, after)) :]


def _way_of(order: Order, place: Place) -> _Way:
    """The stretch in which a place lies."""
    return _WAYS[order][-1 if place.value is None else 0]


def _start(after: Place | None) -> dict[str, str | None]:
    if after is None:
        return {}
    value = utc_text(after.value) if isinstance(after.value, datetime) else after.value
    return {"value": value, "id": after.article}


def _few(connection: Connection, query: ListQuery) -> str | None:
    """The shortest list of articles that can be meant, when there is a short one."""
    asked = values(query)
    few = FEW if len(asked) == 1 else 2 * FEW
    counts: dict[str, int] = {}
    for names, articles in _FEW.items():
        if asked.keys() >= set(names):
            count = f"SELECT count(*) FROM (SELECT 1 FROM ({articles}) LIMIT {few + 1})"
            counts[articles] = connection.exec_driver_sql(count, asked).scalar_one()
    shortest = min(counts, key=counts.__getitem__, default=None)
    return shortest if shortest and counts[shortest] <= few else None


def _statement(query: ListQuery, way: _Way, start: str, few: str | None, editions: int) -> str:
    # CROSS JOIN, INDEXED BY and NOT INDEXED: without statistics SQLite guesses, and a wrong guess costs seconds.
    articles = f"article AS a INDEXED BY {way.index}"
    if few:
        keys = f"SELECT key FROM article WHERE id IN ({few})"
        articles = f"({keys}) AS few CROSS JOIN article AS a NOT INDEXED ON a.key = few.key"
    before = "(b.updated, b.id) > (a.updated, a.id)" if way.by_latest else _stands_before(editions)
    other = " AND ".join(("b.story = a.story", "b.key <> a.key", *conditions(query, "b"), before))
    asked = " AND ".join((way.holds, start, *conditions(query, "a")))
    return (
        f"SELECT a.story FROM {articles} WHERE {asked} AND NOT EXISTS"
        f" (SELECT 1 FROM article AS b INDEXED BY article_by_story WHERE {other})"
        f" ORDER BY {way.runs} LIMIT :limit"
    )


def _stands_before(editions: int) -> str:
    """Whether b stands for the story rather than a."""
    ranks = " ".join(f"WHEN :edition{number} THEN {number}" for number in range(editions))
    return f"(CASE b.edition {ranks} END, b.id) < (CASE a.edition {ranks} END, a.id)"
