"""What the desk asks of its articles and photos, beyond fetching a record by its id."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import ColumnElement, Select, func, select, tuple_, union

from newsdesk.model.article import Article, Status
from newsdesk.model.ids import ArticleId, EditionId, PhotoId, StoryId
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement, Role
from newsdesk.model.query import ArticleRow, Cursor, Hit, ListQuery, parse
from newsdesk.store import search
from newsdesk.store.reading import RecordReading, load, readable
from newsdesk.store.tables import article, article_photo, article_section, article_topic, photo, placement

_ROW = (
    article.c.id,
    article.c.slug,
    article.c.headline,
    article.c.status,
    article.c.section,
    article.c.edition,
    article.c.updated,
    article.c.story,
    article.c.released,
    article.c.changed,
)


class DeskReading(RecordReading):
    """Finds and lists articles and the photos in them."""

    def article_ids_ending(self, end: str) -> list[ArticleId]:
        """The ids of the articles whose id ends so, in any case."""
        if not end:
            return []
        ends = func.substr(article.c.id, -len(end)) == end.lower()
        return list(self._connection.execute(select(article.c.id).where(ends).order_by(article.c.id)).scalars())

    def article_by_slug(self, edition: EditionId, slug: str) -> Article | None:
        """The article of an edition that has this slug."""
        found = load(self._connection, Article, (article.c.edition == edition) & (article.c.slug == slug))
        return found[0] if found else None

    def slugs(self, edition: EditionId) -> set[str]:
        """The slugs that articles of an edition have."""
        return set(self._connection.execute(select(article.c.slug).where(article.c.edition == edition)).scalars())

    def story(self, story: StoryId) -> list[Article]:
        """The linked translations of a story, by id."""
        return load(self._connection, Article, article.c.story == story)

    def placements(self, article: ArticleId) -> tuple[Placement, ...]:
        """The photos used in an article: the lead first, then by id."""
        found = load(self._connection, Placement, placement.c.article == article)
        return tuple(sorted(found, key=lambda placed: (placed.role is not Role.LEAD, placed.id)))

    def photo_by_hash(self, hash: str) -> Photo | None:
        """The photo of this original."""
        found = load(self._connection, Photo, photo.c.hash == hash)
        return found[0] if found else None

    def uses(self, photo: PhotoId) -> list[ArticleId]:
        """The articles that show a photo, at their head or in their text, by id."""
        placed = select(placement.c.article).where(placement.c.photo == photo)
        inline = select(article_photo.c.article).where(article_photo.c.photo == photo)
        return sorted(self._connection.execute(union(placed, inline)).scalars())

    def counts(self) -> dict[Status, int]:
        """How many articles stand in each status."""
        statement = select(article.c.status, func.count()).group_by(article.c.status)
        counts = dict.fromkeys(Status, 0)
        with readable(self._connection):
            for status, count in self._connection.execute(statement):
                counts[status] = count
        return counts

    def listing(self, query: ListQuery, after: Cursor | None, limit: int) -> list[ArticleRow]:
        """The next `limit` articles after a place in the list, the newest `updated` first."""
        conditions = _conditions(query)
        if after is not None:
            conditions.append(tuple_(article.c.updated, article.c.id) < (after.updated, after.id))
        if query.section is None:
            statement = _newest(conditions, limit)
        else:
            # Each half goes along an index; one condition with OR would sort the whole section.
            further = select(article_section.c.article).where(article_section.c.section == query.section)
            halves = (article.c.section == query.section, article.c.id.in_(further))
            both = union(*(select(_newest([*conditions, half], limit).subquery()) for half in halves)).subquery()
            statement = select(both).order_by(both.c.updated.desc(), both.c.id.desc()).limit(limit)
        with readable(self._connection):
            return [_row(row) for row in self._connection.execute(statement)]

    def search(self, words: str, limit: int = 20, best: bool = False) -> list[Hit]:
        """The articles in which all words occur: the newest made first, or the best match first.

        The best must be picked from every match, which takes long for a common word: only on demand.
        """
        with self.moment():
            found = search.find(self._connection, parse(words), limit, best)
            keys = [key for key, _ in found]
            statement = select(article.c.key, *_ROW).where(article.c.key.in_(keys))
            rows = {row[0]: _row(row[1:]) for row in self._connection.execute(statement)}
        return [Hit(rows[key], snippet) for key, snippet in found]


def _row(values: Sequence[object]) -> ArticleRow:
    make: Callable[..., ArticleRow] = ArticleRow
    return make(*values)


def _newest(conditions: Sequence[ColumnElement[bool]], limit: int) -> Select[tuple[object, ...]]:
    newest = (article.c.updated.desc(), article.c.id.desc())
    return select(*_ROW).where(*conditions).order_by(*newest).limit(limit)


def _conditions(query: ListQuery) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if query.status is not None:
        conditions.append(article.c.status == query.status)
    if query.edition is not None:
        conditions.append(article.c.edition == query.edition)
    if query.topic is not None:
        tagged = select(article_topic.c.article).where(article_topic.c.topic == query.topic)
        conditions.append(article.c.id.in_(tagged))
    return conditions
