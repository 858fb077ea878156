"""The desk's list: every story once, in each order, narrowed, page by page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.stores import ENGLISH, START, a_photo, a_section, a_topic, an_article, make_store, named
from newsdesk.model.article import Article, Byline, Status
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId, EditionId, PersonId, PhotoId, PlacementId, SectionId, StoryId, TopicId
from newsdesk.model.names import Name
from newsdesk.model.person import Person
from newsdesk.model.placement import Placement, Role
from newsdesk.model.query import EditionChip, ListQuery, Order, StoryRow, place_after
from newsdesk.model.revision import Reason, Snapshot
from newsdesk.store import Reader, Record, Store

SPANISH, ARABIC = EditionId("spanish"), EditionId("arabic")
EDITIONS = (ARABIC, ENGLISH, SPANISH)
"""By position; the main one is English."""
WORLD, ASIA = SectionId("world"), SectionId("asia")
TRADE, RAIN = TopicId("trade"), TopicId("rain")
ADA, BOB = PersonId("ada"), PersonId("bob")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with make_store(tmp_path / "newsroom") as made:
        put(
            made,
            Edition(ENGLISH, "en", "English", "ltr", "", 1),
            Edition(ARABIC, "ar", "العربية", "rtl", "ar", 0),
            Edition(SPANISH, "es", "Español", "ltr", "es", 2),
            *map(a_section, (WORLD, ASIA)),
            *map(a_topic, (TRADE, RAIN)),
            *(Person(id, (Name(ENGLISH, id, id),)) for id in (ADA, BOB)),
        )
        yield made


def put(store: Store, *records: Record) -> None:
    with store.step(named("Put")):
        store.put_all(records)


def of_story(id: str, story: str, edition: EditionId, **fields: object) -> Article:
    return an_article(id, story=StoryId(story), edition=edition, **fields)


days = st.integers(0, 2).map(lambda day: START + timedelta(days=day))
articles = st.lists(
    st.fixed_dictionaries(
        {
            "story": st.sampled_from("vwxyz").map(StoryId),
            "edition": st.sampled_from(EDITIONS),
            "status": st.sampled_from([Status.DRAFT, Status.READY]),
            "section": st.sampled_from([None, WORLD, ASIA]),
            "further_sections": st.lists(st.sampled_from([WORLD, ASIA]), max_size=2).map(tuple),
            "topics": st.lists(st.sampled_from([TRADE, RAIN]), max_size=2).map(tuple),
            "bylines": st.lists(st.sampled_from([ADA, BOB]).map(Byline), max_size=2).map(tuple),
            "headline": st.sampled_from(["", "a", "A", "b", "B", "é"]),
            "created": days,
            "deadline": st.none() | days,
            "step": st.integers(0, 3),
        }
    ),
    max_size=12,
)
queries = st.builds(
    ListQuery,
    status=st.none() | st.sampled_from([Status.DRAFT, Status.READY]),
    section=st.none() | st.sampled_from([WORLD, ASIA]),
    topic=st.none() | st.sampled_from([TRADE, RAIN]),
    edition=st.none() | st.sampled_from(EDITIONS),
    person=st.none() | st.sampled_from([ADA, BOB]),
)
examples = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


def refill(store: Store, drawn: list[dict[str, object]]) -> None:
    """Let the newsroom hold these articles and no others; those of one step changed at the same moment."""
    with store.step(named("Empty")):
        for article in store.read.every(Article):
            store.remove(Article, article.id)
    steps: defaultdict[object, list[Article]] = defaultdict(list)
    for number, fields in enumerate(drawn):
        own = {name: value for name, value in fields.items() if name != "step"}
        steps[fields["step"]].append(an_article(f"a{number:02}", **own))
    for step in sorted(steps, key=repr):
        put(store, *steps[step])


def asks_for(query: ListQuery, article: Article) -> bool:
    return (
        query.status in (None, article.status)
        and query.section in (None, article.section, *article.further_sections)
        and query.topic in (None, *article.topics)
        and query.edition in (None, article.edition)
        and query.person in (None, *(byline.person for byline in article.bylines))
    )


def expected(read: Reader, query: ListQuery, order: Order) -> list[ArticleId]:
    """The articles that stand for the stories of the list, sorted in the plainest way."""
    stories: defaultdict[StoryId, list[Article]] = defaultdict(list)
    for article in read.every(Article):
        if asks_for(query, article):
            stories[article.story].append(article)
    rank = [ENGLISH, ARABIC, SPANISH].index
    standing = {
        story: min(asked, key=lambda article: (rank(article.edition), article.id))
        for story, asked in stories.items()
    }

    def changed(article: Article) -> tuple[datetime, str]:
        return max((read.stamp(Article, each.id).updated, each.id) for each in stories[article.story])

    rows = sorted(standing.values(), key=lambda article: article.id)
    match order:
        case Order.CHANGED:
            rows.sort(key=changed, reverse=True)
        case Order.CREATED:
            rows.sort(key=lambda article: (article.created, article.id), reverse=True)
        case Order.HEADLINE:
            rows.sort(key=lambda article: article.headline.lower())
        case Order.DEADLINE:
            without = [article for article in rows if article.deadline is None]
            rows = [article for article in rows if article.deadline is not None]
            rows.sort(key=lambda article: article.deadline or START)
            rows += reversed(without)
    return [article.id for article in rows]


def in_pages(read: Reader, query: ListQuery, order: Order, size: int) -> list[StoryRow]:
    rows: list[StoryRow] = []
    while page := read.stories(query, order, place_after(rows[-1], order) if rows else None, size):
        rows += page
    return rows


@examples
@given(articles, queries, st.sampled_from(Order), st.integers(1, 4), st.sampled_from([-1, 2, 1000]))
def test_every_story_is_listed_once_in_order_whatever_the_pages(
    store: Store, drawn: list[dict[str, object]], query: ListQuery, order: Order, size: int, few: int
) -> None:
    refill(store, drawn)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("newsdesk.store.walking.FEW", few)
        whole = store.read.stories(query, order, None, 100)
        pages = in_pages(store.read, query, order, size)
    assert [row.article for row in whole] == expected(store.read, query, order)
    assert pages == whole
    assert store.read.story_rows([row.article for row in whole], query) == whole
    for row in whole:
        asked = [each for each in store.read.story(row.story) if asks_for(query, each)]
        assert row.updated == max(store.read.stamp(Article, each.id).updated for each in asked)


@examples
@given(articles)
def test_the_tally_is_what_counting_gives(store: Store, drawn: list[dict[str, object]]) -> None:
    refill(store, drawn)
    every = store.read.every(Article)
    tally = store.read.tally()
    assert tally.articles == len(every)
    assert tally.by_status == Counter(each.status for each in every)
    assert tally.by_edition == Counter(each.edition for each in every)
    assert tally.by_topic == Counter(topic for each in every for topic in set(each.topics))
    in_sections = ({each.section, *each.further_sections} - {None} for each in every)
    assert tally.by_section == Counter(section for sections in in_sections for section in sections)
    assert (tally.photos, tally.topics, tally.people) == (0, 2, 2)


def test_a_row_tells_of_the_main_edition_and_shows_the_others_as_chips(store: Store) -> None:
    put(
        store,
        of_story("es", "flood", SPANISH, headline="Inundación"),
        of_story("en", "flood", ENGLISH, headline="Flood", section=WORLD, status=Status.READY),
        of_story("ar", "flood", ARABIC, status=Status.HELD),
        of_story("one", "alone", SPANISH, headline="Sola"),
    )
    flood, alone = store.read.stories(ListQuery(), Order.HEADLINE, None, 9)
    assert (flood.article, flood.edition, flood.headline) == ("en", ENGLISH, "Flood")
    assert (flood.section, flood.status, flood.slug) == (WORLD, Status.READY, "slug-en")
    assert [(chip.article, chip.edition, chip.status) for chip in flood.chips] == [
        ("ar", ARABIC, Status.HELD),
        ("en", ENGLISH, Status.READY),
        ("es", SPANISH, Status.DRAFT),
    ]
    assert (alone.article, alone.chips) == ("one", ())
    assert [row.article for row in store.read.stories(ListQuery(edition=SPANISH), Order.HEADLINE, None, 9)] == [
        "es",
        "one",
    ]


def test_a_story_comes_first_when_a_translation_changes(store: Store) -> None:
    put(store, of_story("en", "flood", ENGLISH), of_story("es", "flood", SPANISH))
    put(store, of_story("one", "alone", ENGLISH))
    put(store, of_story("es", "flood", SPANISH, headline="Inundación"))
    rows = store.read.stories(ListQuery(), Order.CHANGED, None, 9)
    assert [row.article for row in rows] == ["en", "one"]
    assert rows[0].updated == store.read.stamp(Article, "es").updated


def test_chips_tell_what_readers_get(store: Store) -> None:
    english = of_story("en", "flood", ENGLISH, status=Status.PUBLISHED)
    held = of_story("ar", "flood", ARABIC, status=Status.HELD)
    put(store, english, held, of_story("es", "flood", SPANISH))
    with store.step(named("Release")):
        for article in (english, held):
            kept = store.keep(Snapshot(article, ()), Reason.RELEASE)
            store.put(replace(article, released_revision=kept.id, released=START, first_released=START))
    (row,) = store.read.stories(ListQuery(), Order.CHANGED, None, 9)
    assert (row.released, row.changed_since_release) == (START, False)
    assert row.chips == (
        EditionChip(ArticleId("ar"), ARABIC, Status.HELD, online=False, behind=False),
        EditionChip(ArticleId("en"), ENGLISH, Status.PUBLISHED, online=True, behind=False),
        EditionChip(ArticleId("es"), SPANISH, Status.DRAFT, online=False, behind=True),
    )
    released = store.read.get(Article, "en")
    assert released is not None
    put(store, replace(released, headline="Flood"))
    (row,) = store.read.stories(ListQuery(), Order.CHANGED, None, 9)
    assert row.changed_since_release
    assert [(chip.online, chip.behind) for chip in row.chips if chip.article == "en"] == [(True, True)]


def test_a_row_has_its_lead_photo_and_when_it_opens(store: Store) -> None:
    later = START + timedelta(days=2)
    put(
        store,
        an_article("one", not_before=later, embargo=START),
        an_article("two", embargo=START),
        an_article("three"),
        a_photo("fox"),
        a_photo("owl", extension="png"),
        *(
            Placement(PlacementId(id), ArticleId(article), PhotoId(photo), role)
            for id, article, photo, role in (
                ("p1", "one", "owl", Role.INLINE),
                ("p2", "one", "fox", Role.LEAD),
                ("p3", "one", "owl", Role.LEAD),
                ("p4", "two", "owl", Role.LEAD),
                ("p5", "three", "owl", Role.INLINE),
            )
        ),
    )
    ids = [ArticleId(id) for id in ("two", "nowhere", "one", "three")]
    assert [(row.article, row.photo, row.opens) for row in store.read.story_rows(ids)] == [
        ("two", ("hash-owl", "png"), START),
        ("one", ("hash-fox", "jpg"), later),
        ("three", None, None),
    ]


def test_a_row_can_stand_for_any_article_of_its_story(store: Store) -> None:
    put(store, of_story("en", "flood", ENGLISH))
    put(store, of_story("es", "flood", SPANISH))
    spanish, english = store.read.story_rows([ArticleId("es"), ArticleId("en")])
    assert (spanish.article, english.article) == ("es", "en")
    assert spanish.chips == english.chips
    assert english.updated == store.read.stamp(Article, "es").updated
    (narrow,) = store.read.story_rows([ArticleId("en")], ListQuery(edition=ENGLISH))
    assert narrow.updated == store.read.stamp(Article, "en").updated


def test_more_stories_than_one_statement_names_are_listed(store: Store) -> None:
    put(store, *(an_article(f"m{number:04}") for number in range(1100)))
    rows = store.read.stories(ListQuery(), Order.CHANGED, None, 2000)
    assert [row.article for row in rows] == [f"m{number:04}" for number in reversed(range(1100))]
    assert store.read.story_rows([row.article for row in rows]) == rows
