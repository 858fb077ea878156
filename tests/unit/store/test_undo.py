"""Undo and redo, over random programs: all the way back, all the way forth, and never over typing."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.stores import a_photo, a_section, a_topic, an_article, make_store, named, reopen
from newsdesk.model.article import TEXT_FIELDS, Article, Status
from newsdesk.model.credit import Credit
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId, PhotoId, PlacementId
from newsdesk.model.newsroom import Newsroom
from newsdesk.model.person import Person
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement, Role
from newsdesk.model.references import photo_refs
from newsdesk.model.release import release_of
from newsdesk.model.revision import Reason, Revision, Snapshot
from newsdesk.model.section import Section
from newsdesk.model.topic import Topic
from newsdesk.store import Record, Step, Store
from newsdesk.store.connection import raw

ARTICLES = ("one", "two", "three")
PHOTOS = ("fox", "owl")
WORDS = ("amber", "birch", "cedar", "delta")

articles = st.sampled_from(ARTICLES)
photos = st.sampled_from([*PHOTOS, "elk"])
words = st.lists(st.sampled_from(WORDS), max_size=2).map(" ".join)
texts = st.one_of(words, st.builds("{}\n\n![{}](photo:{})\n".format, words, words, photos))


@dataclass(frozen=True, slots=True)
class Op:
    """One line of a program: what is done, to what, with what."""

    verb: str
    target: str = ""
    value: object = None


DESK = st.one_of(
    st.builds(Op, st.just("new"), articles),
    st.builds(Op, st.just("drop"), articles),
    st.builds(Op, st.just("status"), articles, st.sampled_from(Status)),
    st.builds(Op, st.just("slug"), articles, st.sampled_from(["red", "blue"])),
    st.builds(Op, st.just("section"), articles, st.sampled_from([None, "world"])),
    st.builds(
        Op, st.just("topics"), articles, st.lists(st.sampled_from(["trade", "lima"]), unique=True).map(tuple)
    ),
    st.builds(Op, st.just("lead"), articles, st.tuples(photos, words)),
    st.builds(Op, st.just("caption"), photos, words),
    st.builds(Op, st.just("credit"), photos, words),
    st.builds(Op, st.just("publish"), articles),
)
IMPORT = st.builds(Op, st.just("import"), articles, texts)
TYPING = st.builds(Op, st.just("type"), articles, st.tuples(st.sampled_from(sorted(TEXT_FIELDS)), texts))
TIME = st.builds(Op, st.sampled_from(["undo", "redo"]))


def run(store: Store, op: Op) -> None:
    """Do one line of a program, if it makes sense as things stand."""
    if op.verb in ("undo", "redo"):
        _ = store.undo() if op.verb == "undo" else store.redo()
        return
    before = store.read.get(Article, op.target)
    photo = store.read.get(Photo, op.target)
    with store.step(named(op.verb), undo=op.verb != "type"):
        if op.verb == "new" and before is None:
            store.put(an_article(op.target))
        elif op.verb == "import":
            article = replace(before or an_article(op.target), body=str(op.value))
            store.put_all([article, a_photo("elk"), a_topic(f"topic-{op.target}")])
        elif photo is not None:
            value = Credit(str(op.value)) if op.verb == "credit" else op.value
            store.put(replace(photo, **{op.verb: value}))  # type: ignore[arg-type]
        elif before is not None:
            change(store, before, op)


def change(store: Store, article: Article, op: Op) -> None:
    """Do one line to an article that is there."""
    if op.verb == "drop":
        store.remove(Article, article.id)
    elif op.verb == "lead":
        assert isinstance(op.value, tuple)
        photo, caption = op.value
        if store.read.get(Photo, photo) is None:
            return
        store.put(Placement(PlacementId(f"lead-{article.id}"), article.id, photo, Role.LEAD, caption))
    elif op.verb == "type":
        assert isinstance(op.value, tuple)
        field, text = op.value
        store.put(replace(article, **{field: text}))
    elif op.verb == "publish":
        kept = store.keep(Snapshot(article, store.read.placements(article.id)), Reason.RELEASE)
        store.put(replace(article, status=Status.PUBLISHED, released_revision=kept.id))
    elif op.verb == "slug" and op.value in store.read.slugs(article.edition):
        return
    elif op.verb in ("status", "slug", "section", "topics"):
        store.put(replace(article, **{op.verb: op.value}))  # type: ignore[arg-type]


def state(store: Store) -> list[Record]:
    """All records but the revisions, which stay."""
    kinds = (Edition, Newsroom, Section, Topic, Person, Photo, Article, Placement)
    return [record for kind in kinds for record in store.read.every(kind)]


@cache
def a_newsroom_file() -> bytes:
    """A newsroom with a section, topics and photos: to copy it is faster than to make one for each example."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "newsroom"
        with make_store(path) as store, store.step(named("Fill")):
            store.put_all([a_section("world"), a_topic("trade"), a_topic("lima"), *map(a_photo, PHOTOS)])
        return (path / "newsroom.db").read_bytes()


@contextmanager
def a_store() -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "newsroom.db").write_bytes(a_newsroom_file())
        with reopen(Path(folder)) as store:
            # What is proved here does not hang on the disk.
            raw(store._connection).execute("PRAGMA synchronous = OFF")
            yield store


def repeat(again: Callable[[], Step | None]) -> list[Step]:
    steps = []
    while step := again():
        steps.append(step)
    return steps


@settings(max_examples=30, deadline=None)
@given(st.lists(st.one_of(DESK, IMPORT), max_size=14))
def test_undo_all_is_the_start_and_redo_all_the_end(program: list[Op]) -> None:
    with a_store() as store:
        start = state(store)
        for op in program:
            run(store, op)
        end = state(store)
        back = repeat(store.undo)
        assert state(store) == start
        forth = repeat(store.redo)
        assert state(store) == end
        assert [step.name for step in back] == [step.name for step in forth][::-1]
        assert not any(step.skipped for step in back + forth)
        check_derived(store)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.one_of(DESK, TYPING, TIME, TYPING, TIME), max_size=16))
def test_typing_is_never_taken_back_by_undoing_something_else(program: list[Op]) -> None:
    with a_store() as store:
        given_up = {(id, ("",) * len(TEXT_FIELDS)) for id in ARTICLES}
        for op in [*program, *[Op("undo")] * 16, *[Op("redo")] * 16]:
            before = {article.id: text_of(article) for article in store.read.every(Article)}
            if op.verb == "drop" and op.target in before:
                given_up.add((op.target, before[ArticleId(op.target)]))
            run(store, op)
            if op.verb in ("undo", "redo"):
                after = {article.id: text_of(article) for article in store.read.every(Article)}
                assert {id: after[id] for id in before if id in after} == {
                    id: text for id, text in before.items() if id in after
                }
                assert {(id, text) for id, text in before.items() if id not in after} <= given_up


@settings(max_examples=30, deadline=None)
@given(st.lists(st.one_of(DESK, IMPORT, TYPING, TIME), max_size=14))
def test_all_that_is_derived_agrees_with_the_records(program: list[Op]) -> None:
    with a_store() as store:
        for op in program:
            run(store, op)
            check_derived(store)


def text_of(article: Article) -> tuple[str, ...]:
    return tuple(getattr(article, name) for name in sorted(TEXT_FIELDS))


def check_derived(store: Store) -> None:
    """The index, the uses of photos and the releases are what the records say, found the slow way."""
    raw(store._connection).execute("INSERT INTO article_text (article_text, rank) VALUES ('integrity-check', 1)")
    assert raw(store._connection).execute("SELECT count(*) FROM article_stale").fetchone() == (0,)
    found = {article.id: searched_text(store, article).split() for article in store.read.every(Article)}
    for word in WORDS:
        expected = sorted(id for id, text in found.items() if word in text)
        assert sorted(hit.row.id for hit in store.read.search(f'"{word}"')) == expected
    for photo in (*PHOTOS, "elk"):
        users = [id for id in sorted(found) if photo in used_photos(store, id)]
        assert store.read.uses(PhotoId(photo)) == users
    released = []
    for article in store.read.every(Article):
        if article.released_revision:
            revision = store.read.get(Revision, article.released_revision)
            assert revision is not None
            release = release_of(store.read.snapshot(revision.hash), revision)
            withheld = article.status in (Status.HELD, Status.SPIKED, Status.KILLED)
            released.append(replace(release, withheld=withheld))
    assert sorted(store.read.releases(), key=lambda release: release.id) == released


def used_photos(store: Store, id: ArticleId) -> set[str]:
    article = store.read.get(Article, id)
    assert article is not None
    return {*photo_refs(article.body), *(placement.photo for placement in store.read.placements(id))}


def searched_text(store: Store, article: Article) -> str:
    parts = [*text_of(article), *(placement.caption for placement in store.read.placements(article.id))]
    for photo in store.read.get_all(Photo, used_photos(store, article.id)).values():
        parts += [photo.caption, photo.credit.person]
    return " ".join(parts).replace("[", " ").replace("]", " ")


def test_an_undo_that_finds_a_field_changed_leaves_it_and_says_so() -> None:
    with a_store() as store:
        with store.step(named("Add"), undo=False):
            store.put(an_article("one"))
        with store.step(named("Update")):
            store.put(an_article("one", headline="Imported", status=Status.FILED))
        with store.step(named("Type"), undo=False):
            store.put(an_article("one", headline="Typed", status=Status.FILED))
        step = store.undo()
        assert step is not None
        assert [(skipped.id, skipped.fields) for skipped in step.skipped] == [("one", ("headline",))]
        assert store.read.get(Article, "one") == an_article("one", headline="Typed")
        store.redo()
        assert store.read.get(Article, "one") == an_article("one", headline="Typed", status=Status.FILED)


def test_redo_does_again_only_what_undo_took_back() -> None:
    with a_store() as store:
        for undo, fields in (
            (False, {}),
            (True, {"headline": "Imported", "kicker": "K"}),
            (False, {"kicker": "K"}),
        ):
            with store.step(named("Write"), undo=undo):
                store.put(an_article("one", **fields))
        store.undo()
        assert store.read.get(Article, "one") == an_article("one")
        store.redo()
        assert store.read.get(Article, "one") == an_article("one", kicker="K")


def test_an_article_that_was_typed_in_survives_the_undo_of_its_making() -> None:
    with a_store() as store:
        with store.step(named("New")):
            store.put(an_article("one"))
        with store.step(named("Type"), undo=False):
            store.put(an_article("one", body="Words"))
        step = store.undo()
        assert step is not None
        assert step.changes == ()
        assert [skipped.fields for skipped in step.skipped] == [("body",)]
        assert store.read.get(Article, "one") == an_article("one", body="Words")
        assert store.undo_name is None
        assert store.redo_name is None


def test_what_others_refer_to_survives_the_undo_of_its_making() -> None:
    with a_store() as store:
        with store.step(named("New")):
            store.put_all([a_section("sport"), a_photo("elk"), a_photo("hen")])
        with store.step(named("Import"), undo=False):
            store.put(an_article("one", section="sport", body="![](photo:hen)\n"))
        step = store.undo()
        assert step is not None
        assert {skipped.id for skipped in step.skipped} == {"sport", "hen"}
        assert [photo.id for photo in store.read.every(Photo)] == ["fox", "hen", "owl"]
        assert store.read.get(Section, "sport") is not None


def test_a_photo_goes_with_the_text_that_brought_it() -> None:
    with a_store() as store:
        with store.step(named("Add")):
            store.put(an_article("one", body="old"))
        with store.step(named("Update")):
            store.put_all([a_photo("elk"), an_article("one", body="![](photo:elk)\n")])
        step = store.undo()
        assert step is not None
        assert step.skipped == ()
        assert store.read.get(Photo, "elk") is None
        store.redo()
        assert store.read.uses(PhotoId("elk")) == ["one"]


def test_a_photo_that_must_stay_does_not_stay_in_a_text_that_lost_it() -> None:
    with a_store() as store:
        with store.step(named("Add")):
            store.put_all([an_article("one", body="old"), an_article("two")])
        with store.step(named("Update")):
            store.put_all([a_photo("elk"), an_article("one", body="![](photo:elk)\n")])
        with store.step(named("Place"), undo=False):
            store.put(Placement(PlacementId("p"), ArticleId("two"), PhotoId("elk"), Role.LEAD))
        step = store.undo()
        assert step is not None
        assert [skipped.id for skipped in step.skipped] == ["elk"]
        assert store.read.uses(PhotoId("elk")) == ["two"]


def test_a_new_step_forgets_what_was_undone_but_typing_does_not() -> None:
    with a_store() as store:
        with store.step(named("New")):
            store.put(an_article("one"))
        store.undo()
        assert store.redo_name == named("New")
        with store.step(named("Type"), undo=False):
            store.put(an_article("two"))
        assert store.redo_name == named("New")
        with store.step(named("Other")):
            store.put(a_topic("peace"))
        assert store.redo() is None
        assert store.undo_name == named("Other")


def test_a_hundred_steps_can_be_undone() -> None:
    with a_store() as store:
        for number in range(103):
            with store.step(named("Topic")):
                store.put(a_topic(f"topic{number:03}"))
        assert len(repeat(store.undo)) == 100
        left = [topic.id for topic in store.read.every(Topic) if topic.id.startswith("topic")]
        assert left == ["topic000", "topic001", "topic002"]


def test_steps_and_failed_undos_are_told(tmp_path: Path) -> None:
    told: list[Step] = []
    with make_store(tmp_path / "newsroom", on_step=told.append) as store:
        with store.step(named("New")):
            store.put(an_article("one"))
        store.undo()
        assert store.undo() is None
    assert [step.direction.value for step in told] == ["do", "undo"]
    assert told[0].touches(Article)
    assert told[0].touches(Article, "one")
    assert not told[0].touches(Article, "two")
    assert not told[0].touches(Photo)
