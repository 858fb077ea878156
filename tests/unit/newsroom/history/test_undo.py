"""Bringing back over random versions: what comes back is what was, and undo leaves what stood before."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.stores import a_photo, an_article, make_store, named
from newsdesk.comparing import Kind
from newsdesk.errors import Trouble
from newsdesk.model.article import Article, Status
from newsdesk.model.blocks import blocks_of
from newsdesk.model.credit import Credit
from newsdesk.model.ids import ArticleId, PhotoId
from newsdesk.model.photo import Photo
from newsdesk.model.revision import Revision
from newsdesk.newsroom import Described, describe_photo, edit_text, publish, set_lead, set_status, set_topics
from newsdesk.newsroom.history import (
    compare_versions,
    keep_version,
    restore_field,
    restore_passage,
    restore_photo,
    restore_version,
)
from newsdesk.store import Store

ID = ArticleId("one")
PHOTOS = ("fox", "owl")
Deed = Callable[[Store], object]

photos = st.sampled_from([PhotoId(name) for name in PHOTOS])
words = st.lists(st.sampled_from(["amber", "birch", "cedar,", "delta."]), max_size=6).map(" ".join)
blocks = words | st.builds("![{}](photo:{})".format, words, photos) | st.sampled_from(["", "```\n\n```", "# Head"])
bodies = st.lists(blocks, max_size=6).map("\n\n".join)


def typed(field: str, text: str) -> Deed:
    return lambda store: edit_text(store, ID, {field: text})


def described(photo: PhotoId, text: str, credit: str) -> Deed:
    def describe(store: Store) -> None:
        placed = [one for one in store.read.placements(ID) if one.photo == photo]
        if placed:
            said = Described(alt_text=text, decorative=not text, credit=Credit(credit))
            describe_photo(store, ID, photo, said)

    return describe


def moved(status: Status) -> Deed:
    return lambda store: set_status(store, [ID], status)


def published(store: Store) -> None:
    article = store.read.get(Article, ID)
    if article and article.headline.strip():
        publish(store, article)


deeds = st.one_of(
    st.builds(typed, st.just("body"), bodies),
    st.builds(typed, st.sampled_from(["headline", "kicker", "standfirst"]), words),
    st.builds(described, photos, words, words),
    photos.map(lambda photo: lambda store: set_lead(store, ID, photo)),
    st.just(lambda store: set_lead(store, ID, None)),
    st.lists(st.sampled_from(["Work", "Boats"])).map(lambda names: lambda store: set_topics(store, ID, names)),
    st.sampled_from([Status.DRAFT, Status.FILED]).map(moved),
    st.just(published),
)
programs = st.lists(deeds, max_size=5)


@contextmanager
def newsroom(first: list[Deed], second: list[Deed]) -> Iterator[tuple[Store, Revision]]:
    """A newsroom with an article, which was kept between the first deeds and the second."""
    with tempfile.TemporaryDirectory() as folder, make_store(Path(folder) / "newsroom") as store:
        with store.step(named("Begin")):
            store.put_all([an_article(ID, headline="On the quay"), *map(a_photo, PHOTOS)])
        for deed in first:
            deed(store)
        kept = keep_version(store, ID, "kept")
        for deed in second:
            deed(store)
        yield store, kept


def everything(store: Store) -> tuple[object, ...]:
    return store.read.every(Article), set(store.read.placements(ID)), store.read.every(Photo)


@settings(max_examples=40)
@given(programs, programs, st.data())
def test_undo_after_bringing_back_leaves_what_stood_before(
    first: list[Deed], second: list[Deed], data: st.DataObject
) -> None:
    with newsroom(first, second) as (store, kept):
        comparison = compare_versions(store.read, ID, kept.id, None)
        passages = [passage for passage in comparison.passages if passage.kind is not Kind.SAME]
        version = partial(restore_version, id=ID, revision=kept.id)
        field = partial(restore_field, id=ID, revision=kept.id)
        photo = partial(restore_photo, id=ID, revision=kept.id)
        ways: list[Deed] = [version]
        ways += [partial(field, field=change.field) for change in comparison.fields]
        ways += [partial(restore_passage, id=ID, passage=passage) for passage in passages]
        ways += [partial(photo, photo=change.photo) for change in comparison.photos]
        before, undo = everything(store), store.undo_name
        try:
            data.draw(st.sampled_from(ways))(store)
        except Trouble:
            assert (everything(store), store.undo_name) == (before, undo)
            return
        if everything(store) != before:
            step = store.undo()
            assert step is not None
            assert not step.skipped
        assert everything(store) == before


@settings(max_examples=40)
@given(programs, programs)
def test_a_version_that_came_back_differs_in_nothing_but_what_stays(first: list[Deed], second: list[Deed]) -> None:
    with newsroom(first, second) as (store, kept):
        article = restore_version(store, ID, kept.id).article
        comparison = compare_versions(store.read, ID, kept.id, None)
        stays = {"slug", "status", "first_released", "released", "not_before"}
        assert article.body == store.read.snapshot(kept.hash).article.body
        assert {change.field for change in comparison.fields} <= stays
        assert all(passage.kind is Kind.SAME for passage in comparison.passages)
        assert {field.field for photo in comparison.photos for field in photo.fields} <= {"credit", "alt_text"}


@settings(max_examples=40)
@given(bodies, bodies)
def test_passage_by_passage_the_text_of_before_comes_back(one: str, other: str) -> None:
    with newsroom([typed("body", one)], [typed("body", other)]) as (store, kept):
        for _ in range(20):
            passages = compare_versions(store.read, ID, kept.id, None).passages
            changed = [passage for passage in passages if passage.kind is not Kind.SAME]
            if not changed:
                break
            restore_passage(store, ID, changed[-1])
        else:
            pytest.fail("it never comes to an end")
        article = store.read.get(Article, ID)
        assert article is not None
        assert [block.text for block in blocks_of(article.body)] == [block.text for block in blocks_of(one)]
