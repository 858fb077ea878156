"""What `show --markdown` writes reads back to the same article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdesk.exchange import manuscript_of, write_markdown
from newsdesk.i18n import message
from newsdesk.model.article import Article, Byline
from newsdesk.model.credit import Credit, parse_credit
from newsdesk.model.ids import ArticleId, PersonId, StoryId
from newsdesk.model.names import Name
from newsdesk.model.person import Person
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement
from newsdesk.newsroom import (
    Outcome,
    Taxonomy,
    find_article,
    import_files,
    manuscript_of_article,
    set_fields,
    zone_of,
)
from newsdesk.newsroom.captions import credit_line
from newsdesk.newsroom.manuscripts import filled
from newsdesk.newsroom.photos import photo_of
from newsdesk.paths import resources
from newsdesk.photos import add_original
from newsdesk.store import Store

SAMPLES = resources() / "samples" / "articles"
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)

NOT_IN_FILES = {"id", "released_revision", "translated_from"}
"""What only the newsroom itself can say of an article."""

SET_BY_IMPORT = {"edition", "story", "slug", "status", "released"}
"""What an import decides on with an eye to other articles: tested on the store."""

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"))
moments = st.none() | st.integers(0, 10**15).map(lambda micros: EPOCH + timedelta(microseconds=micros))


@pytest.fixture
def desk(store: Store, write: Callable[..., Path]) -> Store:
    """A newsroom with two sections, topics and people, of whom two have the same name."""
    head = (
        "headline: A\nsection: One\nfurther_sections: [Two]\ntopics: [Red, 'no']\nbyline: [Jo, Su]\nassignee: Jo"
    )
    import_files(store, [write("a.md", head)])
    sue = Person(PersonId("0" * 26), (Name(store.read.newsroom().main_edition, "Jo", "jo-2"),))
    with store.step(message("Another Jo")):
        store.put(sue)
    return store


def made(data: st.DataObject, store: Store) -> Article:
    """An article with anything in it."""
    names = Taxonomy(store.read)
    draw = data.draw
    sections = st.sampled_from([record.id for record in names.sections.records()])
    topics = st.sampled_from([record.id for record in names.topics.records()])
    people = st.sampled_from([record.id for record in names.people.records()])
    roles = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), max_size=5)
    return Article(
        id=ArticleId("0"),
        edition=names.main_edition,
        story=StoryId("0"),
        created=EPOCH,
        slug="slug",
        headline=draw(texts),
        kicker=draw(texts),
        standfirst=draw(texts),
        body=draw(texts),
        dateline=draw(texts),
        outlet_note=draw(texts),
        published_url=draw(texts),
        search_text=draw(texts),
        social_text=draw(texts),
        deadline=draw(moments),
        first_released=draw(moments),
        not_before=draw(moments),
        embargo=draw(moments),
        bylines=tuple(draw(st.lists(st.builds(Byline, people, roles), unique=True))),
        section=draw(st.none() | sections),
        further_sections=tuple(draw(st.lists(sections, unique=True))),
        topics=tuple(draw(st.lists(topics, unique=True))),
        assignee=draw(st.none() | people),
        length_target=draw(st.none() | st.integers(0, 10**6)),
        comments=draw(st.none() | st.booleans()),
        front_matter=draw(st.sampled_from(["", "layout: wide\n", "a: [1, 'no']\nb: {c: ~}\n"])),
    )


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_any_article(desk: Store, data: st.DataObject) -> None:
    article = made(data, desk)
    zone = zone_of(desk.read.newsroom())
    text = write_markdown(manuscript_of_article(article, (), {}, Taxonomy(desk.read)), zone)
    empty = Article(article.id, article.edition, article.story, EPOCH, "slug")
    back = filled(manuscript_of(text, Path("x.md"), zone), empty, Taxonomy(desk.read))
    assert back == article


def test_no_field_is_forgotten() -> None:
    tested = {"created", "headline", "kicker", "standfirst", "body", "dateline", "bylines", "section", "topics"}
    tested |= {"further_sections", "assignee", "deadline", "length_target", "outlet_note", "published_url"}
    tested |= {"search_text", "social_text", "comments", "first_released", "not_before", "embargo", "front_matter"}
    assert {field.name for field in fields(Article)} == tested | NOT_IN_FILES | SET_BY_IMPORT


def test_all_sample_articles(store: Store, tmp_path: Path) -> None:
    report = import_files(store, sorted(SAMPLES.glob("*.md")))
    assert report.refused == ()
    zone, names = zone_of(store.read.newsroom()), Taxonomy(store.read)
    before: dict[ArticleId, tuple[Article, tuple[Placement, ...]]] = {}
    again = []
    for imported in report.imported:
        article = store.read.get(Article, imported.id)
        assert article
        before[article.id] = article, store.read.placements(article.id)
        path = tmp_path / f"{article.id}.md"
        photos = store.read.get_all(Photo, [placed.photo for placed in before[article.id][1]])
        manuscript = manuscript_of_article(*before[article.id], photos, names)
        assert not manuscript.lead or manuscript.lead.credit
        path.write_text(write_markdown(manuscript, zone), encoding="utf-8")
        again.append(path)
    back = import_files(store, again, update=True, strict=True)
    assert back.refused == ()
    assert back.warnings == ()
    assert {one.outcome for one in back.imported} == {Outcome.UNCHANGED}
    with store.step(message("Spoil all")):
        for article, _ in before.values():
            store.put(Article(article.id, article.edition, article.story, article.created, article.slug))
    assert {one.outcome for one in import_files(store, again, update=True).imported} == {Outcome.UPDATED}
    for id, (article, placements) in before.items():
        restored = store.read.get(Article, id)
        assert restored
        assert replace(restored, released_revision=article.released_revision) == article
        assert store.read.placements(id) == placements


CREDITS = [
    Credit(),
    Credit("Ann Bee"),
    Credit("Ann Bee", "AFP"),
    Credit("Ann Bee", "AFP", "Getty"),
    Credit("", "AFP", "Getty"),
    Credit("", "Farol Sete"),
    Credit("", "Farol Sete", "Lusa"),
    Credit("STR", "AFP"),
]


@pytest.mark.parametrize("credit", CREDITS)
def test_written_credits_read_back(credit: Credit) -> None:
    assert parse_credit(credit_line(credit)) == credit


@pytest.mark.parametrize("credit", [*CREDITS, Credit("", "", "Getty"), Credit("A/B", "", "C"), Credit("AFP")])
@pytest.mark.parametrize(
    "caption", ["The quay. [Ann Bee//AFP/Getty]", "The quay (Photo by Cee Dee)", "--- a: 'b'"]
)
def test_captions_and_credits_stay(
    store: Store, write: Callable[..., Path], picture: Callable[..., Path], credit: Credit, caption: str
) -> None:
    photo = photo_of(add_original(store.folder / "originals", picture()), Path("quay.jpg"), store)
    photo = replace(photo, credit=credit, caption="Its own")
    with store.step(message("Add a photo")):
        store.put(photo)
    body = f"# Title\n\n---\n\n![{caption}](photo:{photo.id})\n\n---\nmore\u2028  \n"
    imported = import_files(store, [write("a.md", "headline: A\nslug: a", body)])
    assert imported.warnings == ()
    set_fields(store, find_article(store.read, "a"), {"lead": photo.id, "lead_caption": caption})
    article = find_article(store.read, "a")
    placements, names = store.read.placements(article.id), Taxonomy(store.read)
    assert len(placements) == 2
    manuscript = manuscript_of_article(article, placements, {photo.id: photo}, names)
    assert [one.credit for one in manuscript.photos] == ([credit_line(credit)] if credit_line(credit) else [])
    path = write("b.md", "")
    path.write_text(write_markdown(manuscript, zone_of(store.read.newsroom())), encoding="utf-8")
    back = import_files(store, [path], update=True, strict=True)
    assert back.warnings == ()
    assert [one.outcome for one in back.imported] == [Outcome.UNCHANGED]
    assert store.read.every(Photo) == [photo]
