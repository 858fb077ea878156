"""Lists of articles, whole, with ids short enough to type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsdesk.model.ids import ArticleId
from newsdesk.model.query import ArticleRow, ListQuery, after
from newsdesk.newsroom.finding import unique_ends
from newsdesk.store import Reader

_PAGE = 1000


def every_row(reader: Reader, query: ListQuery) -> list[ArticleRow]:
    """All articles that the query asks for, the newest changed first."""
    return list(_pages(reader, query))


def short_ids(reader: Reader, ids: Sequence[ArticleId]) -> dict[str, str]:
    """For each id its shortest end that names one article of the newsroom."""
    return unique_ends(ids, [row.id for row in _pages(reader, ListQuery())])


def _pages(reader: Reader, query: ListQuery) -> Iterator[ArticleRow]:
    rows = reader.listing(query, None, _PAGE)
    while rows:
        yield from rows
        rows = reader.listing(query, after(rows[-1]), _PAGE) if len(rows) == _PAGE else []
