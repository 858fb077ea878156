"""Where a story stands in a list of the desk, told without asking the newsroom for the whole list again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cmp_to_key
from string import ascii_lowercase, ascii_uppercase

from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId, EditionId, StoryId
from newsdesk.model.placement import Placement
from newsdesk.model.query import ListQuery, Order, StoryRow
from newsdesk.store import Reader, Step

_ASCII_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
"""The index of headlines takes only these letters for the same in both cases."""


def asks_for(query: ListQuery, article: Article) -> bool:
    """Whether a query lists an article, as the store has it."""
    return (
        query.status in (None, article.status)
        and (query.section is None or query.section in (article.section, *article.further_sections))
        and (query.topic is None or query.topic in article.topics)
        and query.edition in (None, article.edition)
        and (query.person is None or query.person in {byline.person for byline in article.bylines})
    )


def standing(query: ListQuery, articles: Iterable[Article], ranked: Sequence[EditionId]) -> Article | None:
    """Which article of a story stands for it in a list, as the store has it; None when the list has none."""
    asked = [article for article in articles if asks_for(query, article)]
    return min(asked, key=lambda article: (ranked.index(article.edition), article.id), default=None)


def place_among(row: StoryRow, rows: Sequence[StoryRow], order: Order) -> int:
    """Before which of the rows, which are in this order, the row belongs."""

    def compare(one: StoryRow, other: StoryRow) -> int:
        return -1 if comes_before(one, other, order) else 1

    key = cmp_to_key(compare)
    return bisect_left(rows, key(row), key=key)


def comes_before(one: StoryRow, other: StoryRow, order: Order) -> bool:
    """Whether `one` stands above `other` in a list of this order."""
    match order:
        case Order.CHANGED:
            return (one.updated, one.latest or one.article) > (other.updated, other.latest or other.article)
        case Order.CREATED:
            return (one.created, one.article) > (other.created, other.article)
        case Order.HEADLINE:
            return _by_headline(one) < _by_headline(other)
        case Order.DEADLINE:
            if one.deadline is None or other.deadline is None:
                both = one.deadline is other.deadline
                return one.article > other.article if both else other.deadline is None
            return (one.deadline, one.article) < (other.deadline, other.article)


def _by_headline(row: StoryRow) -> tuple[str, str]:
    return row.headline.translate(_ASCII_LOWER), row.article


def stories_of(step: Step, reader: Reader) -> list[StoryId]:
    """The stories that a step is about, by their texts or their photos, in the order in which it came to them."""
    found: dict[StoryId, None] = {}
    placed: dict[ArticleId, None] = {}
    for change in step.changes:
        for record in (change.before, change.after):
            if isinstance(record, Article):
                found[record.story] = None
            elif isinstance(record, Placement):
                placed[record.article] = None
    for article in reader.get_all(Article, placed).values():
        found[article.story] = None
    return list(found)
