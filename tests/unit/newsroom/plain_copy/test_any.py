"""Any newsroom comes back from its plain copy as it was, whatever is in it."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.plain_copies import back_from, records_of
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
    StoryId,
    TopicId,
    id_maker,
)
from newsdesk.model.labels import Labels
from newsdesk.model.names import Name
from newsdesk.model.newsroom import Newsroom
from newsdesk.model.person import Person
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement, Role
from newsdesk.model.revision import Reason, Snapshot
from newsdesk.model.section import Section
from newsdesk.model.topic import Topic, TopicKind
from newsdesk.newsroom.plain_copy import write_plain_copy
from newsdesk.photos import original_path
from newsdesk.store import Store, create_store
from unit.newsroom.conftest import Clock

ENGLISH, ARABIC = EditionId("01english"), EditionId("01arabic")
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
bodies = st.one_of(
    texts,
    st.lists(
        st.sampled_from(
            [
                "![A *caption*](photo:p0)",
                "[link](photo:p1 'title')",
                "![x](../../photos/one-0.jpg)",
                "[ref]: photo:p0",
                "[x](<photo:p0>)",
                *("---", "...", "# A", "", "```", "    code", "a: b", "text", " ", "\ufeff", "[^1]: note"),
            ]
        )
    ).map("\n".join),
)  # fmt: skip
moments = st.integers(0, 10**15).map(lambda micros: EPOCH + timedelta(microseconds=micros))


def a_newsroom(data: st.DataObject, folder: Path) -> Store:
    """A newsroom with anything in it."""
    draw, clock = data.draw, Clock()
    newsroom = Newsroom(
        NewsroomId("01room"), draw(texts), ENGLISH, draw(texts), draw(texts), draw(texts), "Asia/Tokyo",
        draw(texts), draw(texts), draw(texts), draw(st.booleans()), draw(texts),
    )  # fmt: skip
    editions = [
        Edition(ENGLISH, "en", draw(texts), "ltr", "", 0, Labels(read=draw(texts), by=draw(texts))),
        Edition(ARABIC, "ar", draw(texts), "rtl", "ar", draw(st.integers(-5, 5))),
    ]
    store = create_store(folder, newsroom, editions, clock=clock, ids=id_maker(clock), author="me")
    names = st.lists(st.sampled_from([ENGLISH, ARABIC]), min_size=1, unique=True)

    def named(slug: str) -> tuple[Name, ...]:
        return tuple(Name(edition, draw(texts), slug) for edition in draw(names))

    parent = SectionId("01zz")
    sections = [
        Section(parent, named("a"), None, 9, draw(texts)),
        Section(SectionId("01a"), named("b"), draw(st.sampled_from([None, parent]))),
    ]
    topics = [Topic(TopicId(f"01t{n}"), named(f"t{n}"), draw(st.sampled_from(TopicKind))) for n in range(2)]
    people = [Person(PersonId(f"01h{n}"), named(f"h{n}"), draw(texts), draw(texts)) for n in range(2)]
    photos = [a_photo(data, n, folder) for n in range(draw(st.integers(0, 2)))]
    with store.step(message("Fill")):
        store.put_all([*sections, *topics, *people, *photos])
    for number in range(draw(st.integers(0, 3))):
        an_article(data, number, store, photos)
    return store


def a_photo(data: st.DataObject, number: int, folder: Path) -> Photo:
    draw = data.draw
    content = f"picture {number}".encode()
    photo = Photo(
        PhotoId(f"p{number}"), sha256(content).hexdigest(), "jpg", 10**draw(st.integers(0, 9)), 0, 10**12,
        draw(moments), draw(texts), draw(texts), draw(texts), Credit(draw(texts), draw(texts), draw(texts)),
        draw(texts), draw(st.booleans()), draw(st.booleans()),
    )  # fmt: skip
    original = original_path(folder / "originals", photo.hash, "jpg")
    original.parent.mkdir(parents=True)
    original.write_bytes(content)
    return photo


def a_version(data: st.DataObject, number: int, id: ArticleId) -> Article:
    """One state of an article."""
    draw = data.draw
    origin = st.builds(Origin, st.just(ArticleId("01art0")), st.just(RevisionId("01rev")))
    people, sections = st.sampled_from(["01h0", "01h1"]), st.sampled_from(["01zz", "01a"])
    return Article(
        id=id,
        edition=draw(st.sampled_from([ENGLISH, ARABIC])),
        story=StoryId(draw(st.sampled_from(["s1", "s2"]))),
        created=draw(moments),
        slug=f"{draw(st.sampled_from(['con', 'a', 'Ärger', 'x.released', '.']))}-{number}",
        headline=draw(texts),
        kicker=draw(texts),
        standfirst=draw(texts),
        body=draw(bodies),
        dateline=draw(texts),
        bylines=tuple(draw(st.lists(st.builds(Byline, people.map(PersonId), texts), max_size=2))),
        section=draw(st.none() | sections.map(SectionId)),
        further_sections=tuple(draw(st.lists(sections.map(SectionId), unique=True))),
        topics=tuple(draw(st.lists(st.sampled_from(["01t0", "01t1"]).map(TopicId), unique=True))),
        status=draw(st.sampled_from(Status)),
        assignee=draw(st.none() | people.map(PersonId)),
        deadline=draw(st.none() | moments),
        length_target=draw(st.none() | st.integers(0, 10**6)),
        outlet_note=draw(texts),
        published_url=draw(texts),
        search_text=draw(texts),
        social_text=draw(texts),
        comments=draw(st.none() | st.booleans()),
        translated_from=draw(st.none() | origin),
        first_released=draw(st.none() | moments),
        released=draw(st.none() | moments),
        not_before=draw(st.none() | moments),
        embargo=draw(st.none() | moments),
        front_matter=draw(st.sampled_from(["", "layout: wide\n", "a: [1, 'no']\nb: {c: ~}\n"])),
    )


def an_article(data: st.DataObject, number: int, store: Store, photos: list[Photo]) -> None:
    """Put an article with anything in it, of which readers may have another version."""
    draw = data.draw
    id = ArticleId(f"01art{number}")

    def uses() -> list[Placement]:
        return [
            Placement(PlacementId(f"01use{number}{photo.id}"), id, photo.id, draw(st.sampled_from(Role)),
                      draw(texts), draw(texts), draw(st.booleans()))
            for photo in draw(st.lists(st.sampled_from(photos), unique=True) if photos else st.just([]))
        ]  # fmt: skip

    working, placed = a_version(data, number, id), uses()
    with store.step(message("Write")):
        if draw(st.booleans()):
            again = draw(st.booleans())
            released = working if again else a_version(data, number, id)
            kept = store.keep(Snapshot(released, tuple(placed if again else uses())), Reason.RELEASE)
            working = replace(working, released_revision=kept.id)
        store.put(working)
        store.put_all(placed)


@given(st.data())
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40, deadline=None)
def test_any_newsroom_comes_back(data: st.DataObject) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place)
        with a_newsroom(data, folder / "n") as store:
            assert write_plain_copy(store.read, store.folder, folder / "copy").remarks == ()
            back = back_from(folder / "copy", folder / "back")
            with back.store:
                assert back.remarks == ()
                assert records_of(back.store.read) == records_of(store.read)
                ours, theirs = store.read.releases(), back.store.read.releases()
                assert [replace(one, hash="") for one in theirs] == [replace(one, hash="") for one in ours]
                for one, other in zip(ours, theirs, strict=True):
                    shown = [
                        reader.snapshot(of.hash) for reader, of in ((store.read, one), (back.store.read, other))
                    ]
                    assert shown[0].article.body == shown[1].article.body
                    assert shown[0].placements == shown[1].placements


def test_no_field_is_forgotten() -> None:
    """Every field of a record is drawn above; whoever adds one adds it there."""
    counts = {Newsroom: 12, Edition: 7, Section: 5, Topic: 3, Person: 4, Photo: 14, Article: 30, Placement: 7}
    assert {kind: len(fields(kind)) for kind in counts} == counts
