"""Sections, topics, people and editions: made, named, ordered and removed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsdesk.errors import Trouble
from newsdesk.model.article import Article
from newsdesk.model.edition import Edition
from newsdesk.model.ids import EditionId, PersonId, SectionId, TopicId
from newsdesk.model.names import Name
from newsdesk.model.person import Person
from newsdesk.model.section import Section
from newsdesk.model.topic import Topic
from newsdesk.newsroom import (
    PALETTE,
    add_edition,
    add_section,
    colour_section,
    move_section,
    new_article,
    publish,
    remove_edition,
    remove_section,
    rename_edition,
    rename_person,
    rename_section,
    rename_topic,
    set_bylines,
    set_fields,
    set_section,
    set_topics,
)
from newsdesk.render.colour import ENOUGH, contrast
from newsdesk.store import Store


@pytest.fixture
def main(store: Store) -> EditionId:
    return store.read.newsroom().main_edition


@pytest.fixture
def article(store: Store, main: EditionId) -> Article:
    return new_article(store, main, "On the quay")


def order(store: Store) -> list[str]:
    return [section.names[0].text for section in store.read.every(Section)]


def test_sections_are_made_behind_each_other_in_colours_of_their_own(store: Store, main: EditionId) -> None:
    made = [add_section(store, f" Section  {number} ", main) for number in range(len(PALETTE) + 1)]
    assert order(store) == [f"Section {number}" for number in range(len(PALETTE) + 1)]
    assert [section.colour for section in made] == [*PALETTE, PALETTE[0]]
    assert made[3].names == (Name(main, "Section 3", "section-3"),)
    store.undo()
    assert len(store.read.every(Section)) == len(PALETTE)


def test_the_colours_can_be_read() -> None:
    assert [colour for colour in PALETTE if contrast(colour, "#ffffff") < ENOUGH] == []


@pytest.mark.parametrize("name", ["", "  ", "World", " wORLD"])
def test_a_name_must_be_one_and_free(store: Store, main: EditionId, name: str) -> None:
    add_section(store, "World", main)
    other = add_section(store, "Politics", main)
    with pytest.raises(Trouble):
        add_section(store, name, main)
    with pytest.raises(Trouble):
        rename_section(store, other.id, main, name)
    assert order(store) == ["World", "Politics"]


def test_a_section_is_renamed_in_one_edition(store: Store, main: EditionId) -> None:
    section = add_section(store, "Wrold", main)
    spanish = add_edition(store, "es").id
    assert rename_section(store, section.id, main, "World").names == (Name(main, "World", "world"),)
    both = rename_section(store, section.id, spanish, "Mundo")
    assert both.names == (Name(main, "World", "world"), Name(spanish, "Mundo", "mundo"))
    assert rename_section(store, section.id, main, "world").names[0] == Name(main, "world", "world")
    store.undo()
    store.undo()
    assert order(store) == ["World"]


def test_the_address_of_what_readers_know_stays(store: Store, main: EditionId, article: Article) -> None:
    section = add_section(store, "World", main)
    set_section(store, article.id, section.id)
    topic = set_topics(store, article.id, ["Iraq"]).topics[0]
    person = set_bylines(store, article.id, [("Jo", "")]).bylines[0].person
    assert rename_topic(store, topic, main, "Irak").names == (Name(main, "Irak", "irak"),)
    assert rename_person(store, person, main, "Jo Doe").names == (Name(main, "Jo Doe", "jo-doe"),)
    publish(store, article)
    assert rename_section(store, section.id, main, "Planet").names == (Name(main, "Planet", "world"),)
    assert rename_topic(store, topic, main, "Iraq").names == (Name(main, "Iraq", "irak"),)
    assert rename_person(store, person, main, "Su").names == (Name(main, "Su", "jo-doe"),)
    store.undo()
    renamed = store.read.get(Person, person)
    assert renamed
    assert renamed.names[0].text == "Jo Doe"


def test_no_two_have_one_name_or_slug(store: Store, main: EditionId, article: Article) -> None:
    one, two = set_topics(store, article.id, ["Iraq", "Iran"]).topics
    with pytest.raises(Trouble, match="already"):
        rename_topic(store, two, main, "iraq")
    assert rename_topic(store, two, main, "Iraq!").names[0].slug == "iraq-2"
    assert rename_topic(store, one, main, "Iraq").names[0].slug == "iraq"


def test_what_is_gone_is_told(store: Store, main: EditionId) -> None:
    with pytest.raises(Trouble, match="section"):
        rename_section(store, SectionId("gone"), main, "World")
    with pytest.raises(Trouble, match="section"):
        colour_section(store, SectionId("gone"), "#112233")
    with pytest.raises(Trouble, match="section"):
        move_section(store, SectionId("gone"), 0)
    with pytest.raises(Trouble, match="topic"):
        rename_topic(store, TopicId("gone"), main, "Iraq")
    with pytest.raises(Trouble, match="person"):
        rename_person(store, PersonId("gone"), main, "Jo")
    with pytest.raises(Trouble, match="edition"):
        rename_edition(store, EditionId("gone"), "Spanish")
    remove_section(store, SectionId("gone"))
    remove_edition(store, EditionId("gone"))
    assert store.undo_name is None


def test_a_section_has_a_colour_or_none(store: Store, main: EditionId) -> None:
    section = add_section(store, "World", main)
    assert colour_section(store, section.id, "#AABBCC").colour == "#aabbcc"
    assert colour_section(store, section.id, "").colour == ""
    for colour in ("red", "#abc", "#aabbcc;", "#aabbgg"):
        with pytest.raises(Trouble, match="colour"):
            colour_section(store, section.id, colour)
    store.undo()
    store.undo()
    assert store.read.get(Section, section.id) == section


@pytest.mark.parametrize(("place", "expected"), [(0, "CAB"), (1, "ACB"), (2, "ABC"), (99, "ABC"), (-5, "CAB")])
def test_sections_are_moved(store: Store, main: EditionId, place: int, expected: str) -> None:
    sections = [add_section(store, name, main) for name in "ABC"]
    moved = move_section(store, sections[2].id, place)
    assert [section.names[0].text for section in moved] == list(expected)
    assert order(store) == list(expected)
    if expected != "ABC":
        store.undo()
        assert order(store) == list("ABC")


def test_articles_lose_a_section_that_is_removed(store: Store, main: EditionId, article: Article) -> None:
    world, politics = add_section(store, "World", main), add_section(store, "Politics", main)
    inner = replace(add_section(store, "Iraq", main), parent=world.id)
    with store.step(store.read.log(1)[0].name):
        store.put(inner)
    filed = set_section(store, article.id, world.id)
    other = set_fields(store, new_article(store, main, "Other", politics.id), {"further_sections": "World, Iraq"})
    remove_section(store, world.id)
    assert store.read.get(Article, article.id) == article
    assert store.read.get(Article, other.id) == replace(other, further_sections=(inner.id,))
    assert store.read.every(Section) == [politics, replace(inner, parent=None)]
    store.undo()
    assert store.read.get(Article, article.id) == filed
    assert store.read.get(Article, other.id) == other
    assert store.read.every(Section) == [world, politics, inner]
    store.redo()
    assert store.read.get(Article, article.id) == article


def test_an_edition_is_added_and_named(store: Store) -> None:
    made = add_edition(store, "pt-br")
    assert (made.language, made.name, made.prefix, made.position) == ("pt-BR", "Português (BR)", "pt-br", 1)
    assert add_edition(store, "ar", "Arabic").direction == "rtl"
    assert rename_edition(store, made.id, " Brasil ").name == "Brasil"
    assert rename_edition(store, made.id, "").name == "Português (BR)"
    for language, what in (("pt-BR", "already"), ("en", "already"), ("english", "tag"), ("", "tag")):
        with pytest.raises(Trouble, match=what):
            add_edition(store, language)
    store.undo()
    store.undo()
    store.undo()
    assert [edition.language for edition in store.read.every(Edition)] == ["en", "pt-BR"]


def test_an_edition_that_readers_have_stays(store: Store) -> None:
    spanish = add_edition(store, "es")
    made = publish(store, new_article(store, spanish.id, "Uno")).article
    moved = set_fields(store, made, {"language": "en"})
    with pytest.raises(Trouble, match="publish them there"):
        remove_edition(store, spanish.id)
    publish(store, moved)
    remove_edition(store, spanish.id)
    assert store.read.get(Edition, spanish.id) is None


def test_an_edition_is_removed_with_its_names(store: Store, main: EditionId) -> None:
    spanish = add_edition(store, "es")
    both = add_section(store, "World", main)
    both = rename_section(store, both.id, spanish.id, "Mundo")
    alone = add_section(store, "Deportes", spanish.id)
    made = new_article(store, spanish.id, "Uno")
    (topic,) = set_topics(store, made.id, ["Irak"]).topics
    set_topics(store, made.id, [])
    with pytest.raises(Trouble, match="articles"):
        remove_edition(store, spanish.id)
    with pytest.raises(Trouble, match="main edition"):
        remove_edition(store, main)
    set_fields(store, made, {"language": "en"})
    remove_edition(store, spanish.id)
    assert store.read.get(Edition, spanish.id) is None
    assert store.read.get(Section, both.id) == replace(both, names=both.names[:1])
    assert store.read.get(Section, alone.id) == replace(alone, names=(Name(main, "Deportes", "deportes"),))
    found = store.read.get(Topic, topic)
    assert found
    assert found.names[0].edition == main
    store.undo()
    assert store.read.get(Edition, spanish.id) == spanish
    assert store.read.get(Section, both.id) == both
    assert store.read.get(Section, alone.id) == alone
    store.redo()
    assert store.read.get(Edition, spanish.id) is None
