"""Snapshots as bytes, for ever."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.stores import START, an_article
from newsdesk.model.article import Article, Byline, Origin, Status
from newsdesk.model.ids import ArticleId, PersonId, PhotoId, PlacementId, RevisionId, SectionId, TopicId
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement, Role
from newsdesk.model.revision import Snapshot
from newsdesk.model.snapshots import LEFT_OUT, content_hash, from_bytes, to_bytes, utc_text, utc_time

text = st.text(st.characters(exclude_categories=["Cs"]))
ids = st.text("abc123", min_size=1, max_size=4)
moments = st.one_of(st.none(), st.datetimes(timezones=st.just(UTC)))


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:
    article = an_article(
        draw(ids),
        headline=draw(text),
        body=draw(text),
        bylines=tuple(Byline(PersonId(draw(ids)), draw(text)) for _ in range(draw(st.integers(0, 2)))),
        section=draw(st.one_of(st.none(), ids.map(SectionId))),
        further_sections=tuple(map(SectionId, draw(st.lists(ids, max_size=2)))),
        topics=tuple(map(TopicId, draw(st.lists(ids, max_size=2)))),
        status=draw(st.sampled_from(Status)),
        length_target=draw(st.one_of(st.none(), st.integers(0, 9999))),
        comments=draw(st.one_of(st.none(), st.booleans())),
        translated_from=draw(st.one_of(st.none(), st.just(Origin(ArticleId("a"), RevisionId("r"))))),
        released=draw(moments),
        embargo=draw(moments),
    )
    placed = Placement(
        PlacementId(draw(ids)),
        article.id,
        PhotoId(draw(ids)),
        draw(st.sampled_from(Role)),
        draw(text),
        draw(text),
        True,
    )
    return Snapshot(article, draw(st.sampled_from([(), (placed,)])))


@given(snapshots())
def test_a_snapshot_comes_back(snapshot: Snapshot) -> None:
    content = to_bytes(snapshot)
    assert from_bytes(content) == snapshot
    assert to_bytes(from_bytes(content)) == content


def test_the_bytes_stay_as_they_are() -> None:
    snapshot = Snapshot(
        an_article("one", headline="Élan", status=Status.READY, bylines=(Byline(PersonId("ada")),)),
        (Placement(PlacementId("p"), ArticleId("one"), PhotoId("fox"), Role.LEAD),),
    )
    content = to_bytes(snapshot)
    assert content.decode() == (
        '{"article":{"bylines":[{"person":"ada","role":""}],"created":"2026-03-01T09:00:00.000000Z",'
        '"edition":"english","headline":"Élan","id":"one","slug":"slug-one","status":"ready","story":"story-one"},'
        '"placements":[{"article":"one","id":"p","photo":"fox","role":"lead"}],"version":1}'
    )
    assert content_hash(content) == "ee9bcc01e9c3cd7be2a3ae8280c5ae9ae1d6d076f7049e2b418582faca25b238"


def test_keys_of_later_versions_are_passed_over() -> None:
    snapshot = Snapshot(
        an_article("one"), (Placement(PlacementId("p"), ArticleId("one"), PhotoId("f"), Role.LEAD),)
    )
    parts = json.loads(to_bytes(snapshot))
    parts["version"] = 9
    parts["mood"] = "calm"
    parts["article"]["colour"] = "red"
    parts["placements"][0]["crop"] = [0, 0, 1, 1]
    assert from_bytes(json.dumps(parts).encode()) == snapshot


def test_what_is_left_out_says_the_same_for_ever() -> None:
    placement = {"article": "one", "id": "p", "photo": "fox", "role": "lead"}
    article = {
        "created": "2026-03-01T09:00:00.000000Z",
        "edition": "english",
        "id": "one",
        "slug": "slug-one",
        "story": "story-one",
    }
    found = from_bytes(json.dumps({"version": 1, "article": article, "placements": [placement]}).encode())
    texts = (
        "headline kicker standfirst body dateline outlet_note published_url search_text social_text front_matter"
    )
    lists = "bylines further_sections topics"
    absent = "section assignee deadline length_target comments translated_from not_before embargo"
    absent += " released_revision first_released released"
    nothing = dict.fromkeys(texts.split(), "") | dict.fromkeys(lists.split(), ()) | dict.fromkeys(absent.split())
    assert found == Snapshot(
        an_article("one", status=Status.DRAFT, **nothing),
        (Placement(PlacementId("p"), ArticleId("one"), PhotoId("fox"), Role.LEAD, "", "", False),),
    )
    left = json.loads(to_bytes(found))
    assert (left["article"], left["placements"]) == (article, [placement])


def test_every_field_that_a_new_record_may_lack_has_its_meaning() -> None:
    known = {field.name for kind in (Article, Placement, Photo) for field in fields(kind)}
    needed = {
        field.name for kind in (Article, Placement, Photo) for field in fields(kind) if field.default is MISSING
    }
    assert set(LEFT_OUT) == known - needed


@given(st.datetimes(timezones=st.just(UTC)), st.datetimes(timezones=st.just(UTC)))
def test_times_as_text_sort_as_times(one: datetime, other: datetime) -> None:
    assert utc_time(utc_text(one)) == one
    assert (utc_text(one) < utc_text(other)) == (one < other)


def test_times_are_written_in_utc_and_never_without_a_zone() -> None:
    lima = START.astimezone(timezone(timedelta(hours=-5)))
    assert utc_text(lima) == utc_text(START) == "2026-03-01T09:00:00.000000Z"
    with pytest.raises(ValueError, match="without its zone"):
        utc_text(START.replace(tzinfo=None))
