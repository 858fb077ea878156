"""The desk's list: one row for each story, in several orders, from any place on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Row, and_, case, select, text, true

from newsdesk.model.ids import ArticleId, EditionId, StoryId
from newsdesk.model.placement import Role
from newsdesk.model.query import EVERY_ARTICLE, EditionChip, ListQuery, Order, Place, StoryRow
from newsdesk.model.workflow import WITHHELD
from newsdesk.store.narrowing import conditions, values
from newsdesk.store.reading import RecordReading, chunks, readable
from newsdesk.store.tables import article, edition, newsroom, photo, placement
from newsdesk.store.walking import next_stories

_COLUMNS = (
    article.c.id,
    article.c.story,
    article.c.edition,
    article.c.slug,
    article.c.headline,
    article.c.status,
    article.c.section,
    article.c.updated,
    article.c.created,
    article.c.deadline,
    article.c.not_before,
    article.c.embargo,
    article.c.released,
    article.c.changed,
    article.c.released_revision,
)
_Article = Row[tuple[object, ...]]


class StoryReading(RecordReading):
    """Lists stories as the desk shows them."""

    def stories(self, query: ListQuery, order: Order, after: Place | None, limit: int) -> list[StoryRow]:
        """The next `limit` stories after a place in the list.

        A story is listed once if one of its articles is asked for: in the order CHANGED by the one of them that
        was changed last, in the other orders by the one that the row stands for.
        """
        with self.moment():
            editions = self._editions()
            found = next_stories(self._connection, query, order, after, limit, editions.ranked)
            told = self._told(found, query)
            chosen = [editions.chosen(told[story]) for story in found]
            return self._rows(chosen, told, editions)

    def story_rows(self, ids: Sequence[ArticleId], query: ListQuery = EVERY_ARTICLE) -> list[StoryRow]:
        """The rows of these articles, each standing for just that one, in the order of the ids that are there.

        The query says which articles of the story count for `updated`, as in `stories`; the named one always does.
        """
        with self.moment():
            editions = self._editions()
            stories: dict[ArticleId, StoryId] = {}
            for chunk in chunks(ids):
                pairs = select(article.c.id, article.c.story).where(article.c.id.in_(chunk))
                stories.update((id, story) for id, story in self._connection.execute(pairs))
            told = self._told(list(dict.fromkeys(stories.values())), query)
            by_id = {one.id: one for together in told.values() for one in together}
            return self._rows([by_id[id] for id in ids if id in stories], told, editions)

    def _editions(self) -> _Editions:
        main = self._connection.execute(select(newsroom.c.main_edition)).scalar_one()
        statement = select(edition.c.id).order_by(edition.c.position, edition.c.id)
        listed = [EditionId(id) for id in self._connection.execute(statement).scalars()]
        return _Editions(listed, sorted(listed, key=lambda id: id != main))

    def _told(self, stories: Sequence[StoryId], query: ListQuery) -> dict[StoryId, list[_Article]]:
        """What the articles of stories tell, and whether each of them is `asked` for."""
        asked = case((and_(true(), *map(text, conditions(query))), 1), else_=0).label("asked")
        told: defaultdict[StoryId, list[_Article]] = defaultdict(list)
        with readable(self._connection):
            for chunk in chunks(stories):
                statement = select(*_COLUMNS).add_columns(asked).where(article.c.story.in_(chunk))
                for one in self._connection.execute(statement, values(query)).all():
                    told[one.story].append(one)
        return told

    def _leads(self, ids: Sequence[ArticleId]) -> dict[ArticleId, tuple[str, str]]:
        """The originals of the lead photos of articles: hash and extension."""
        leads: dict[ArticleId, tuple[str, str]] = {}
        for chunk in chunks(ids):
            statement = (
                select(placement.c.article, photo.c.hash, photo.c.extension)
                .join(photo, photo.c.id == placement.c.photo)
                .where(placement.c.article.in_(chunk), placement.c.role == Role.LEAD)
                .order_by(placement.c.id.desc())
            )
            # The last one stays: of several leads the first by id, as `placements` has it.
            leads.update((one.article, (one.hash, one.extension)) for one in self._connection.execute(statement))
        return leads

    def _rows(
        self, chosen: Sequence[_Article], told: dict[StoryId, list[_Article]], editions: _Editions
    ) -> list[StoryRow]:
        leads = self._leads([one.id for one in chosen])
        return [_row(one, told[one.story], leads.get(one.id), editions) for one in chosen]


@dataclass(frozen=True, slots=True)
class _Editions:
    """The editions by position, and in the order in which they stand for a story: the main one first."""

    listed: list[EditionId]
    ranked: list[EditionId]

    def chosen(self, articles: Sequence[_Article]) -> _Article:
        """The one of a story's articles that stands for it."""
        if len(articles) == 1:
            return articles[0]
        return min(
            (one for one in articles if one.asked), key=lambda one: (self.ranked.index(one.edition), one.id)
        )

    def chips(self, articles: Sequence[_Article]) -> tuple[EditionChip, ...]:
        """The editions of a story by position."""
        if len(articles) == 1:
            return ()
        return tuple(
            EditionChip(
                article=one.id,
                edition=one.edition,
                status=one.status,
                online=one.released_revision is not None and one.status not in WITHHELD,
                behind=one.changed or one.released_revision is None,
            )
            for one in sorted(articles, key=lambda one: (self.listed.index(one.edition), one.id))
        )


def _row(one: _Article, story: Sequence[_Article], photo: tuple[str, str] | None, editions: _Editions) -> StoryRow:
    counted = [each for each in story if each.asked or each is one]
    latest = one if len(counted) == 1 else max(counted, key=lambda each: (each.updated, each.id))
    return StoryRow(
        story=one.story,
        article=one.id,
        edition=one.edition,
        slug=one.slug,
        headline=one.headline,
        status=one.status,
        section=one.section,
        updated=latest.updated,
        created=one.created,
        deadline=one.deadline,
        opens=max(filter(None, (one.not_before, one.embargo)), default=None),
        released=one.released,
        changed_since_release=one.changed,
        photo=photo,
        chips=editions.chips(story),
        latest=latest.id,
    )
