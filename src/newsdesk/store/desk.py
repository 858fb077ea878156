"""What the desk asks of its articles and photos, beyond fetching a record by its id."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, Select, TextClause, func, or_, select, text, tuple_, union

from newsdesk.model.article import Article, Status
from newsdesk.model.ids import ArticleId, EditionId, PhotoId, StoryId
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement, Role
from newsdesk.model.query import (
    EVERY_ARTICLE,
    ArticleRow,
    Cursor,
    Hit,
    ListQuery,
    Tally,
    beginnings,
    parse,
    pieces,
)
from newsdesk.store import search
from newsdesk.store.narrowing import conditions, values
from newsdesk.store.reading import RecordReading, load, readable
from newsdesk.store.tables import article, article_photo, article_section, photo, placement
from newsdesk.store.tallying import tally

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


_CREDIT = (photo.c.credit_person, photo.c.credit_agency, photo.c.credit_distributor)
_Condition = ColumnElement[bool] | TextClause


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
        # The section is left to the two halves below.
        rest = replace(query, section=None)
        asked: list[_Condition] = [text(condition) for condition in conditions(rest)]
        if after is not None:
            asked.append(tuple_(article.c.updated, article.c.id) < (after.updated, after.id))
        if query.section is None:
            statement = _newest(asked, limit)
        else:
            # Each half goes along an index; one condition with OR would sort the whole section.
            further = select(article_section.c.article).where(article_section.c.section == query.section)
            halves = (article.c.section == query.section, article.c.id.in_(further))
            both = union(*(select(_newest([*asked, half], limit).subquery()) for half in halves)).subquery()
            statement = select(both).order_by(both.c.updated.desc(), both.c.id.desc()).limit(limit)
        with readable(self._connection):
            return [_row(row) for row in self._connection.execute(statement, values(rest))]

    def search(
        self, words: str, limit: int = 20, best: bool = False, query: ListQuery = EVERY_ARTICLE
    ) -> list[Hit]:
        """The articles asked for in which all words occur: the newest made first, or the best match first.

        The best must be picked from every match, which takes long for a common word: only on demand.
        """
        with self.moment():
            found = search.find(self._connection, parse(words), limit, best, query)
            rows = self._by_key([key for key, _ in found])
        return [Hit(rows[key], snippet) for key, snippet in found]

    def headlines(
        self, words: str, edition: EditionId, limit: int, but: ArticleId | None = None
    ) -> list[ArticleRow]:
        """The articles of an edition whose headline has words that begin so: the newest made first.

        Without words the newest changed. `but` is left out: the article that looks for another.
        """
        query = ListQuery(edition=edition)
        wanted = beginnings(words)
        with self.moment():
            if not wanted.wanted:
                rows = self.listing(query, None, limit + 1)
            else:
                keys = search.find_headlines(self._connection, wanted, limit + 1, query)
                by_key = self._by_key(keys)
                rows = [by_key[key] for key in keys]
        return [row for row in rows if row.id != but][:limit]

    def photos(self, words: str, limit: int, after: Photo | None = None) -> list[Photo]:
        """The next photos after one, the newest added first, that have all words in their texts.

        Those are caption, alt text, credit and file name; a word may be any piece of them.
        """
        texts = (photo.c.caption, photo.c.alt_text, *_CREDIT, photo.c.file_name)
        wanted = [or_(*(column.icontains(word, autoescape=True) for column in texts)) for word in pieces(words)]
        place = (photo.c.added, photo.c.id)
        if after is not None:
            wanted.append(tuple_(*place) < (after.added, after.id))
        newest = select(photo.c.id).where(*wanted).order_by(*(column.desc() for column in place)).limit(limit)
        with self.moment():
            return list(self.get_all(Photo, self._connection.execute(newest).scalars()).values())

    def tally(self) -> Tally:
        """How much there is of all that the desk counts. It reads whole indexes: not for the main thread."""
        with self.moment():
            return tally(self._connection)

    def _by_key(self, keys: Sequence[int]) -> dict[int, ArticleRow]:
        statement = select(article.c.key, *_ROW).where(article.c.key.in_(keys))
        with readable(self._connection):
            return {row[0]: _row(row[1:]) for row in self._connection.execute(statement)}


def _row(values: Sequence[object]) -> ArticleRow:
    make: Callable[..., ArticleRow] = ArticleRow
    return make(*values)


def _newest(conditions: Sequence[_Condition], limit: int) -> Select[tuple[object, ...]]:
    newest = (article.c.updated.desc(), article.c.id.desc())
    return select(*_ROW).where(*conditions).order_by(*newest).limit(limit)
