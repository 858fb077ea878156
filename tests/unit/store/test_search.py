"""Words find articles, wherever in them they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.stores import ENGLISH, START, a_photo, a_section, a_topic, an_article, make_store, named
from newsdesk.model.article import Article, Status
from newsdesk.model.credit import Credit
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId, EditionId, PhotoId, PlacementId, SectionId, TopicId
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement, Role
from newsdesk.model.query import HIT_END, HIT_START, ListQuery, parse
from newsdesk.store import Record, Store
from newsdesk.store.connection import raw

SPANISH = EditionId("spanish")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with make_store(tmp_path / "newsroom") as made:
        yield made


def put(store: Store, *records: Record) -> None:
    with store.step(named("Put")):
        store.put_all(records)


def found(store: Store, words: str, best: bool = False) -> list[str]:
    return [hit.row.id for hit in store.read.search(words, best=best)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("river", ["two", "one"]),
        ("the-high, river!", ["one"]),
        ("RIVER", ["two", "one"]),
        ("riv", ["two", "one"]),
        ("riv high", []),
        ("high riv", ["one"]),
        ('"high river"', ["one"]),
        ('"river high"', []),
        ("river -dam", ["one"]),
        ("river -high -dam", []),
        ("-dam", []),
        ("elan", ["two"]),
        ("Ελλάδα", ["one"]),
        ("ελλάδα", ["one"]),
        ("kick", ["one"]),
        ("stand", ["two"]),
        ("", []),
    ],
)
def test_words_phrases_minus_and_unfinished_words(store: Store, words: str, expected: list[str]) -> None:
    put(
        store,
        an_article("one", headline="The high river", body="Ελλάδα", kicker="kicker"),
        an_article("two", headline="Élan", body="The river\n\nand the **dam**", standfirst="standfirst"),
    )
    assert found(store, words) == expected


def test_captions_and_credits_are_found_and_follow_their_photo(store: Store) -> None:
    fox = a_photo("fox", caption="amber", credit=Credit("Jo Field", "AFP", "Getty"))
    put(
        store,
        fox,
        an_article("lead"),
        an_article("inline", body="![birch](photo:fox)\n"),
        Placement(PlacementId("p"), ArticleId("lead"), PhotoId("fox"), Role.LEAD, caption="cedar"),
    )
    assert found(store, "cedar") == ["lead"]
    assert found(store, "birch") == ["inline"]
    for words in ("amber", "jo field", "afp", "getty"):
        assert found(store, words) == ["inline", "lead"]
    put(store, replace(fox, caption="delta", credit=Credit("Al Wood")))
    assert found(store, "amber") == found(store, "field") == []
    assert found(store, "delta") == found(store, "wood") == ["inline", "lead"]
    store.undo()
    assert found(store, "amber") == found(store, "field") == ["inline", "lead"]
    with store.step(named("Remove")):
        store.remove(Placement, "p")
        store.put(an_article("inline", body="none"))
    assert found(store, "amber") == found(store, "cedar") == []


def test_a_photo_that_comes_after_its_article_is_found(store: Store) -> None:
    put(store, an_article("one", body="![](photo:fox)\n"))
    put(store, a_photo("fox", caption="amber"))
    assert found(store, "amber") == ["one"]
    with store.step(named("Remove")):
        store.remove(Photo, "fox")
    assert found(store, "amber") == []


def test_a_very_long_text_is_found_at_once_and_shows_its_beginning(store: Store) -> None:
    put(store, an_article("one", body="The high river " + "rises all " * 200_000))
    (hit,) = store.read.search("all")
    assert hit.snippet.startswith("The high river rises")
    assert len(hit.snippet) < 120


def test_a_snippet_marks_what_was_found(store: Store) -> None:
    put(store, an_article("one", body=" ".join(["word"] * 60 + ["river"] + ["word"] * 60)))
    (hit,) = store.read.search("riv")
    assert f"{HIT_START}river{HIT_END}" in hit.snippet
    assert hit.snippet.startswith("…")
    assert len(hit.snippet) < 120
    assert hit.row.headline == ""


def test_the_newest_come_first_and_the_best_on_demand(store: Store) -> None:
    put(store, an_article("much", headline="river river river"))
    put(store, *(an_article(f"little{number}", body="river " + "word " * 50) for number in range(5)))
    assert found(store, "river") == ["little4", "little3", "little2", "little1", "little0", "much"]
    assert found(store, "river", best=True)[0] == "much"
    assert [hit.row.id for hit in store.read.search("river", limit=2)] == ["little4", "little3"]


def test_the_index_is_left_alone_when_no_text_changes(store: Store) -> None:
    put(store, a_photo("fox", caption="amber"), an_article("one", headline="river"))
    placement = Placement(PlacementId("p"), ArticleId("one"), PhotoId("fox"), Role.LEAD)
    put(store, placement)
    index = "SELECT id, block FROM article_text_data ORDER BY id"
    before = raw(store._connection).execute(index).fetchall()
    put(store, an_article("one", headline="river", status=Status.READY, outlet_note="x"))
    put(store, replace(placement, decorative=True))
    assert raw(store._connection).execute(index).fetchall() == before
    put(store, an_article("one", headline="river bank", status=Status.READY, outlet_note="x"))
    assert raw(store._connection).execute(index).fetchall() != before


def test_within_one_step_an_article_may_come_change_and_go(store: Store) -> None:
    put(store, an_article("old", headline="amber"))
    with store.step(named("Much")):
        store.put(an_article("new", headline="birch"))
        store.put(an_article("new", headline="cedar"))
        store.put(an_article("old", headline="delta"))
        store.remove(Article, "old")
        store.put(an_article("old", headline="ember"))
        store.put(an_article("gone", headline="frost", body="![](photo:fox)\n"))
        store.remove(Article, "gone")
    assert [word for word in ("amber", "birch", "cedar", "delta", "ember", "frost") if found(store, word)] == [
        "cedar",
        "ember",
    ]
    raw(store._connection).execute("INSERT INTO article_text (article_text, rank) VALUES ('integrity-check', 1)")


def test_a_search_is_narrowed(store: Store) -> None:
    put(store, a_section("world"), a_topic("trade"), Edition(SPANISH, "es", "Español", "ltr", "es", 1))
    put(
        store,
        an_article("a", body="river", status=Status.READY, section=SectionId("world")),
        an_article("b", body="river", further_sections=(SectionId("world"),), topics=(TopicId("trade"),)),
        an_article("c", body="river dam", edition=SPANISH, status=Status.READY),
        an_article("d", body="dam", section=SectionId("world"), topics=(TopicId("trade"),)),
    )
    for query, expected in (
        (ListQuery(), ["c", "b", "a"]),
        (ListQuery(status=Status.READY), ["c", "a"]),
        (ListQuery(section=SectionId("world")), ["b", "a"]),
        (ListQuery(topic=TopicId("trade")), ["b"]),
        (ListQuery(edition=SPANISH), ["c"]),
        (ListQuery(Status.READY, SectionId("world"), edition=ENGLISH), ["a"]),
        (ListQuery(status=Status.KILLED), []),
    ):
        assert [hit.row.id for hit in store.read.search("river", query=query)] == expected
        assert {hit.row.id for hit in store.read.search("river", best=True, query=query)} == set(expected)
    assert [hit.row.id for hit in store.read.search("river", limit=1, query=ListQuery(edition=ENGLISH))] == ["b"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("riv", ["three", "two", "one"]),
        ("hi riv", ["three", "one"]),
        ("RIV hígh", ["three", "one"]),
        ('"riv hi', ["three", "one"]),
        ("-riv", ["three", "two", "one"]),
        ("dam", []),
        ("ver", []),
        (" - ", ["one", "three", "two"]),
        ("", ["one", "three", "two"]),
    ],
)
def test_headlines_are_found_by_how_their_words_begin(store: Store, words: str, expected: list[str]) -> None:
    put(store, Edition(SPANISH, "es", "Español", "ltr", "es", 1))
    put(store, an_article("one", headline="The high river"))
    put(store, an_article("two", headline="Rivers", body="high dam"), an_article("other", headline="River high"))
    put(store, an_article("three", headline="High on the river"))
    put(
        store,
        an_article("es", headline="River high", edition=SPANISH),
        an_article("one", headline="The high river!"),
    )
    found = store.read.headlines(words, ENGLISH, 9, but=ArticleId("other"))
    assert [row.id for row in found] == expected
    assert [row.id for row in store.read.headlines(words, ENGLISH, 1, but=ArticleId("other"))] == expected[:1]


def test_photos_are_found_by_their_texts_the_newest_first(store: Store) -> None:
    put(
        store,
        a_photo("a", caption="Boats in the harbour", credit=Credit("Jo Field", "AFP", "Getty")),
        a_photo("b", alt_text="A harbour", file_name="IMG_1%.jpg"),
        a_photo("c", caption="Storm", added=START + timedelta(days=1)),
        a_photo("d", caption="Nothing", added=START - timedelta(days=1)),
    )
    for words, expected in (
        ("", "cbad"),
        ("HARB", "ba"),
        ("harbour afp", "a"),
        ("field getty boat", "a"),
        ("img_1", "b"),
        ("1%.", "b"),
        ("%", "b"),
        ("_", "b"),
        ("zebra", ""),
        ("field\udcff \0 boat", "a"),
    ):
        assert "".join(photo.id for photo in store.read.photos(words, 9)) == expected
    first = store.read.photos("", 2)
    assert [photo.id for photo in store.read.photos("", 1, after=first[-1])] == ["a"]


searches = st.lists(
    st.one_of(st.text(), st.sampled_from(['"', "-", " ", "*", "(", "NOT", "river", "a:b", "\x00"]))
).map("".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(searches)
def test_no_search_is_an_error(store: Store, text: str) -> None:
    store.read.search(text)
    store.read.search(text, query=ListQuery(Status.DRAFT))
    store.read.headlines(text, ENGLISH, 9)
    store.read.photos(text, 9)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(st.text(st.characters(categories=["L", "N", "M", "P", "Zs"]), min_size=1))
def test_every_word_of_a_text_finds_it(store: Store, text: str) -> None:
    put(store, an_article("one", headline=text))
    for phrase in parse(text.replace('"', " ")).wanted:
        assert found(store, f'"{" ".join(phrase.words)}"') == ["one"]
