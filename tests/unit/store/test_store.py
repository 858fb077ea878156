"""Records in, records out, steps that are whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from helpers.stores import ENGLISH, START, Clock, a_photo, a_section, a_topic, an_article, make_store, named
from newsdesk.errors import Trouble
from newsdesk.i18n import message
from newsdesk.model.article import Article, Byline, Origin, Status
from newsdesk.model.credit import Credit
from newsdesk.model.edition import Edition
from newsdesk.model.ids import (
    ArticleId,
    EditionId,
    NewsroomId,
    PersonId,
    PhotoId,
    PlacementId,
    RevisionId,
    SectionId,
    TopicId,
)
from newsdesk.model.labels import LABELS
from newsdesk.model.names import Name
from newsdesk.model.newsroom import Newsroom
from newsdesk.model.person import Person
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement, Role
from newsdesk.model.revision import Reason, Snapshot
from newsdesk.model.section import Section
from newsdesk.model.topic import Topic, TopicKind
from newsdesk.store import Record, Step, Store, open_reader
from newsdesk.store.connection import raw

LATER = START + timedelta(days=1)

EVERYTHING: list[Record] = [
    Edition(EditionId("arabic"), "ar", "العربية", "rtl", "ar", 1, LABELS["ar"]),
    Section(SectionId("world"), (Name(ENGLISH, "World", "world"), Name(EditionId("arabic"), "العالم", "alam"))),
    Section(SectionId("asia"), (Name(ENGLISH, "Asia", "asia"),), SectionId("world"), 2, "#aa0000"),
    Topic(TopicId("trade"), (Name(ENGLISH, "Trade", "trade"),), TopicKind.SUBJECT),
    Topic(TopicId("lima"), (Name(ENGLISH, "Lima", "lima"),), TopicKind.PLACE),
    Person(PersonId("ada"), (Name(ENGLISH, "Ada Byron", "ada-byron"),), "Editor", "Edits."),
    Photo(
        PhotoId("harbour"),
        "ab" * 32,
        "webp",
        1200,
        800,
        31_000,
        START,
        "harbour.webp",
        "The harbour",
        "Ships",
        Credit("Jo Field", "AFP", "Getty"),
        "© Jo Field",
        True,
        True,
    ),
    Article(
        ArticleId("full"),
        ENGLISH,
        an_article("x").story,
        START,
        "full",
        "Headline",
        "Kicker",
        "Standfirst",
        "Body “quoted” é\r\n\x00end",
        "LIMA",
        (Byline(PersonId("ada"), "Photos"), Byline(PersonId("ada"))),
        SectionId("asia"),
        (SectionId("world"),),
        (TopicId("trade"), TopicId("lima")),
        Status.EDITING,
        PersonId("ada"),
        LATER,
        600,
        "To the wire",
        "https://example.org/a",
        "Search",
        "Social",
        False,
        Origin(ArticleId("other"), RevisionId("r")),
        None,
        LATER,
        LATER,
        LATER,
        LATER,
        "key: value\n",
    ),
    Placement(PlacementId("lead"), ArticleId("full"), PhotoId("harbour"), Role.LEAD, "Caption", "Alt", True),
    Newsroom(
        NewsroomId("newsroom"),
        "Title",
        EditionId("arabic"),
        "Tagline",
        "logo.png",
        "#000000",
        "America/Lima",
        "https://example.org/",
        "{slug}",
        "{person}",
        True,
        "Write to us",
    ),
]


@pytest.fixture
def told() -> list[Step]:
    return []


@pytest.fixture
def store(tmp_path: Path, told: list[Step]) -> Iterator[Store]:
    with make_store(tmp_path / "newsroom", on_step=told.append) as made:
        yield made


@pytest.mark.parametrize("bulk", [False, True])
def test_every_field_comes_back(store: Store, bulk: bool) -> None:
    with store.step(named("Fill")):
        if bulk:
            store.put_all(EVERYTHING)
        else:
            for record in EVERYTHING:
                store.put(record)
    with open_reader(store.folder) as reader:
        for record in EVERYTHING:
            assert reader.get(type(record), record.id) == record
            assert record in reader.every(type(record))
        assert reader.newsroom() == EVERYTHING[-1]


def test_only_changed_fields_are_written_and_told(store: Store, told: list[Step]) -> None:
    with store.step(named("Fill")):
        store.put_all(EVERYTHING)
    article = store.read.get(Article, "full")
    assert article is not None
    with store.step(named("Change")):
        store.put(replace(article, headline="New", topics=(TopicId("lima"),)))
    assert told[-1].changes[0].fields == ("headline", "topics")
    assert store.read.log(1)[0].records[0].fields == ("headline", "topics")
    assert store.read.get(Article, "full") == replace(article, headline="New", topics=(TopicId("lima"),))


def test_a_put_that_changes_nothing_is_no_step(store: Store, told: list[Step]) -> None:
    with store.step(named("Fill")):
        store.put(an_article("a"))
    before = store.read.stamp(Article, "a")
    with store.step(named("Again")):
        store.put(an_article("a"))
    assert len(told) == 1
    assert store.read.stamp(Article, "a") == before
    assert store.undo_name == named("Fill")


def test_nothing_is_written_when_a_step_fails(store: Store, told: list[Step]) -> None:
    with pytest.raises(IntegrityError), store.step(named("Fail")):
        store.put_all([an_article("a", body="hidden"), an_article("b", section="nowhere")])
    assert store.read.get(Article, "a") is None
    assert store.read.search("hidden") == []
    assert told == []
    assert store.undo() is None
    assert len(store.read.log(10)) == 1


HALF = "a\udcff"


@pytest.mark.parametrize(
    "write",
    [
        lambda store: store.put(an_article("a", headline=HALF)),
        lambda store: store.put_all([an_article("a", bylines=(Byline(PersonId(HALF)),))]),
        lambda store: store.keep(Snapshot(an_article("a", body=HALF), ()), Reason.NAMED),
        lambda store: store.remove(Article, HALF),
    ],
    ids=["put", "put_all", "keep", "remove"],
)
def test_what_is_no_character_is_told_and_nothing_is_written(
    store: Store, write: Callable[[Store], object]
) -> None:
    def step() -> None:
        with store.step(named("Write")):
            store.put(an_article("b"))
            write(store)

    with pytest.raises(Trouble, match=r"a\\udcff.*is no character"):
        step()
    assert store.read.every(Article) == []
    assert len(store.read.log(10)) == 1


def test_what_is_no_character_names_nothing(store: Store) -> None:
    with pytest.raises(Trouble, match="is no character"):
        store.read.article_by_slug(ENGLISH, HALF)
    with pytest.raises(Trouble, match="is no character"), store.step(message("Import {file}", file=HALF)):
        store.put(an_article("a"))
    assert store.read.get(Article, "a") is None


def test_a_text_that_is_too_long_is_told(store: Store) -> None:
    raw(store._connection).setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 100_000)
    with pytest.raises(Trouble, match="too long"), store.step(named("Write")):
        store.put(an_article("a", body="long " * 30_000))
    assert store.read.get(Article, "a") is None


def test_a_number_that_is_too_large_is_told(store: Store) -> None:
    with pytest.raises(Trouble, match="number is too large"), store.step(named("Write")):
        store.put(an_article("a", length_target=2**63))
    with store.step(named("Write")):
        store.put(an_article("a", length_target=2**63 - 1))


def test_a_step_does_not_go_on_after_a_write_that_failed(store: Store) -> None:
    def step() -> None:
        with store.step(named("Import")):
            store.put(an_article("a"))
            with suppress(IntegrityError):
                store.put_all([an_article("b"), an_article("c", section="nowhere")])

    with pytest.raises(RuntimeError, match="after a write that failed"):
        step()
    assert store.read.every(Article) == []
    with store.step(named("After")):
        store.put(an_article("a"))


def test_what_others_refer_to_is_not_removed(store: Store) -> None:
    with store.step(named("Fill")):
        store.put_all(EVERYTHING)
    with pytest.raises(RuntimeError, match="the topic lima is removed while"), store.step(named("Remove")):
        store.remove(Topic, "lima")
    assert store.read.get(Topic, "lima") is not None
    with store.step(named("Remove both")):
        store.remove(Article, "full")
        store.remove(Topic, "lima")
    assert store.read.get(Topic, "lima") is None


def test_steps_do_not_nest_and_writes_need_one(store: Store) -> None:
    with pytest.raises(RuntimeError), store.step(named("Outer")), store.step(named("Inner")):
        pass
    with pytest.raises(RuntimeError):
        store.put(an_article("a"))
    with store.step(named("After")):
        store.put(an_article("a"))


def test_the_log_keeps_who_when_and_what(store: Store) -> None:
    with store.step(named("Add {what}"), undo=False):
        store.put(an_article("a"))
    store.author = "Grace"
    with store.step(named("Change")):
        store.put(an_article("a", headline="New"))
        store.put(an_article("a", headline="Newer", kicker="K"))
    store.undo()
    lines = store.read.log(3)
    assert [(line.author, line.name.text, line.direction.value) for line in lines] == [
        ("Grace", "Change", "undo"),
        ("Grace", "Change", "do"),
        ("Ada", "Add {what}", "do"),
    ]
    assert [(record.action, record.fields) for line in lines for record in line.records] == [
        ("changed", ("headline", "kicker")),
        ("changed", ("headline", "kicker")),
        ("added", ()),
    ]
    assert lines[0].time > lines[1].time > START


def test_stamps_move_forward_when_the_clock_goes_back(tmp_path: Path) -> None:
    clock = Clock()
    with make_store(tmp_path / "n", clock) as store:
        with store.step(named("Add")):
            store.put(an_article("a"))
        stamps = [store.read.stamp(Article, "a")]
        clock.now -= timedelta(days=400)
        with store.step(named("Change")):
            store.put(an_article("a", headline="New"))
        stamps.append(store.read.stamp(Article, "a"))
        store.undo()
        stamps.append(store.read.stamp(Article, "a"))
        store.undo()
        store.redo()
        stamps.append(store.read.stamp(Article, "a"))
    assert [stamp.version for stamp in stamps] == [1, 2, 3, 4]
    assert [stamp.updated for stamp in stamps] == sorted({stamp.updated for stamp in stamps})


def test_removing_an_article_takes_its_placements_and_undo_brings_all_back(store: Store) -> None:
    with store.step(named("Fill")):
        store.put_all(EVERYTHING)
    article, placements = store.read.get(Article, "full"), store.read.placements(ArticleId("full"))
    with store.step(named("Remove")):
        store.remove(Article, "full")
    assert store.read.placements(ArticleId("full")) == ()
    assert store.read.search("harbour") == []
    store.undo()
    assert store.read.get(Article, "full") == article
    assert store.read.placements(ArticleId("full")) == placements
    assert len(store.read.search("harbour")) == 1


def test_photos_are_found_where_they_are_used(store: Store) -> None:
    with store.step(named("Fill")):
        store.put(a_photo("one"))
        store.put(an_article("a", body="Text\n\n![](photo:one)\n"))
        store.put(an_article("b"))
        store.put(Placement(PlacementId("p"), ArticleId("b"), PhotoId("one"), Role.LEAD))
    assert store.read.uses(PhotoId("one")) == ["a", "b"]
    assert store.read.photo_by_hash("hash-one") == a_photo("one")
    with store.step(named("Type"), undo=False):
        store.put(an_article("a", body="Text"))
    assert store.read.uses(PhotoId("one")) == ["b"]


def test_articles_are_found_by_slug_story_and_end_of_id(store: Store) -> None:
    with store.step(named("Fill")):
        store.put_all(
            [an_article("abcdef1"), an_article("xbcdef1", story="story-abcdef1"), a_section("s"), a_topic("t")]
        )
    assert store.read.article_ids_ending("BCDEF1") == ["abcdef1", "xbcdef1"]
    assert store.read.article_ids_ending("") == []
    found = store.read.article_by_slug(ENGLISH, "slug-abcdef1")
    assert found is not None
    assert found.id == "abcdef1"
    assert store.read.article_by_slug(EditionId("none"), "slug-abcdef1") is None
    assert store.read.slugs(ENGLISH) == {"slug-abcdef1", "slug-xbcdef1"}
    assert [article.id for article in store.read.story(found.story)] == ["abcdef1", "xbcdef1"]
    assert list(store.read.get_all(Article, ["xbcdef1", "gone", "abcdef1"])) == ["xbcdef1", "abcdef1"]
