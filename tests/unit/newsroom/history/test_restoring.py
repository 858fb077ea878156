"""Bringing back: what was there comes back, what readers get stays, and undo takes it back whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsdesk.comparing import Kind, Passage
from newsdesk.errors import Trouble
from newsdesk.i18n import message
from newsdesk.model.article import Article, Status
from newsdesk.model.credit import Credit
from newsdesk.model.ids import ArticleId, RevisionId
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Role
from newsdesk.model.revision import Reason
from newsdesk.model.topic import Topic
from newsdesk.newsroom import (
    Described,
    add_photos,
    add_section,
    delete_articles,
    describe_photo,
    edit_text,
    new_article,
    publish,
    remove_section,
    set_bylines,
    set_lead,
    set_moment,
    set_section,
    set_status,
    set_topics,
)
from newsdesk.newsroom.history import (
    Restored,
    compare_versions,
    keep_version,
    restore_field,
    restore_passage,
    restore_photo,
    restore_version,
)
from newsdesk.newsroom.history.listing import snapshot_now
from newsdesk.store import Store
from unit.newsroom.conftest import Clock

ONE = "The first crate comes off at ten past twelve, when the ferry has gone."
TWO = "Nobody speaks much before three, and then only of the weather."
THREE = "By six the quay is empty again."
BODY = f"{ONE}\n\n{TWO}\n\n{THREE}"


@pytest.fixture
def article(store: Store) -> Article:
    made = new_article(store, store.read.newsroom().main_edition, "On the quay")
    return edit_text(store, made.id, {"body": BODY})


@pytest.fixture
def photos(store: Store, picture: Callable[..., Path]) -> tuple[Photo, Photo]:
    one, two = add_photos(store, [picture(), picture("b.jpg", "red")]).added
    return one.photo, two.photo


def now(store: Store, article: Article) -> Article:
    found = store.read.get(Article, article.id)
    assert found is not None
    return found


def said(restored: Restored) -> list[str]:
    return [str(text) for text in restored.left_out]


def passages(store: Store, article: Article, kept: RevisionId) -> list[Passage]:
    changed = compare_versions(store.read, article.id, kept, None).passages
    return [passage for passage in changed if passage.kind is not Kind.SAME]


def test_a_version_comes_back_with_text_fields_and_photos(
    store: Store, article: Article, photos: tuple[Photo, Photo]
) -> None:
    one, two = photos
    set_lead(store, article.id, one.id)
    describe_photo(store, article.id, one.id, Described(caption="A crane"))
    edit_text(store, article.id, {"kicker": "Harbour", "body": f"{BODY}\n\n![Dawn](photo:{two.id})"})
    describe_photo(store, article.id, two.id, Described(decorative=True))
    set_topics(store, article.id, ["Work"])
    set_bylines(store, article.id, [("Ada", "")])
    kept = keep_version(store, article.id, "filed v1")
    was = now(store, article)
    edit_text(store, article.id, {"kicker": "", "headline": "Other", "body": "Nothing."})
    set_lead(store, article.id, two.id)
    set_topics(store, article.id, [])
    set_bylines(store, article.id, [])
    restored = restore_version(store, article.id, kept.id)
    assert (restored.article, said(restored)) == (was, [])
    assert now(store, article) == was
    assert compare_versions(store.read, article.id, kept.id, None).same
    assert str(store.undo_name) == "Bring back the version “filed v1” of “Other”"


def test_the_version_is_named_by_its_time_in_the_newsroom(store: Store, article: Article, clock: Clock) -> None:
    with store.step(message("Keep")):
        kept = store.keep(snapshot_now(store.read, article.id), Reason.SENT)
    edit_text(store, article.id, {"headline": "Other"})
    restore_version(store, article.id, kept.id)
    assert str(store.undo_name) == "Bring back the version of 09:00 of “Other”"
    edit_text(store, article.id, {"headline": "Third"})
    clock.now += timedelta(days=1)
    restore_version(store, article.id, kept.id)
    assert str(store.undo_name) == "Bring back the version of 2026-03-21 09:00 of “Third”"


def test_what_stood_there_is_kept_first_and_only_once(store: Store, article: Article) -> None:
    kept = keep_version(store, article.id, "first")
    edit_text(store, article.id, {"body": "Nothing."})
    restore_version(store, article.id, kept.id)
    last, *_ = store.read.revisions(article.id)
    assert last.reason is Reason.RESTORED
    assert store.read.snapshot(last.hash).article.body == "Nothing."
    edit_text(store, article.id, {"body": "Nothing."})
    restore_version(store, article.id, kept.id)
    assert [each.reason for each in store.read.revisions(article.id)] == [Reason.RESTORED, Reason.NAMED]


def test_what_is_as_it_was_is_not_written_again(store: Store, article: Article) -> None:
    kept = keep_version(store, article.id, "first")
    undo = store.undo_name
    assert restore_version(store, article.id, kept.id).article == now(store, article)
    assert (store.undo_name, len(store.read.revisions(article.id))) == (undo, 1)


def test_what_readers_get_stays(store: Store, article: Article) -> None:
    set_moment(store, article.id, "embargo", datetime(2026, 4, 1, tzinfo=UTC))
    kept = keep_version(store, article.id, "draft")
    edit_text(store, article.id, {"headline": "New headline", "body": "New."})
    set_moment(store, article.id, "embargo", None)
    published = publish(store, now(store, article)).article
    restored = restore_version(store, article.id, kept.id)
    assert (restored.article.headline, restored.article.body) == ("On the quay", BODY)
    for field in ("status", "released_revision", "first_released", "released", "not_before", "embargo", "slug"):
        assert getattr(restored.article, field) == getattr(published, field)
    assert said(restored) == [
        "Readers know the article as “new-headline”, so the slug “on-the-quay” did not come back.",
        "How far it is, and when readers may see it, stays as it is: Status, Embargo.",
    ]
    assert store.read.releases()[0].headline == "New headline"


def test_what_is_gone_is_left_out_and_told(store: Store, article: Article) -> None:
    section = add_section(store, "Harbour", article.edition)
    set_section(store, article.id, section.id)
    set_topics(store, article.id, ["Work", "Boats"])
    kept = keep_version(store, article.id, "filed")
    work, boats = now(store, article).topics
    set_section(store, article.id, None)
    set_topics(store, article.id, [])
    remove_section(store, section.id)
    with store.step(message("Remove")):
        store.remove(Topic, work)
    restored = restore_version(store, article.id, kept.id)
    assert (restored.article.section, restored.article.topics) == (None, (boats,))
    assert said(restored) == [
        "Section: what it named is not in the newsroom any more and was left out.",
        "Topics: what it named is not in the newsroom any more and was left out.",
    ]
    with pytest.raises(Trouble, match="What “Section” named"):
        restore_field(store, article.id, kept.id, "section")


def test_a_slug_that_another_article_has_by_now_stays(store: Store, article: Article) -> None:
    kept = keep_version(store, article.id, "filed")
    edit_text(store, article.id, {"headline": "Other"})
    new_article(store, article.edition, "On the quay")
    restored = restore_version(store, article.id, kept.id)
    assert (restored.article.headline, restored.article.slug) == ("On the quay", "other")
    assert said(restored) == ["The slug “on-the-quay” is that of another article by now, so “other” stays."]
    with pytest.raises(Trouble, match="is that of the article"):
        restore_field(store, article.id, kept.id, "slug")


def test_a_credit_put_right_since_stays_with_its_photo(
    store: Store, article: Article, photos: tuple[Photo, Photo]
) -> None:
    one, _ = photos
    set_lead(store, article.id, one.id)
    describe_photo(store, article.id, one.id, Described(credit=Credit("Jo Doe")))
    kept = keep_version(store, article.id, "wrong")
    describe_photo(store, article.id, one.id, Described(credit=Credit("Jo Roe"), copyright="Jo Roe"))
    edit_text(store, article.id, {"body": "Nothing."})
    restored = restore_version(store, article.id, kept.id)
    assert said(restored)[0].startswith("Credit and copyright of quay.jpg stay as they are")
    assert [photo.fields[0].field for photo in compare_versions(store.read, article.id, kept.id, None).photos] == [
        "credit"
    ]
    restore_photo(store, article.id, kept.id, one.id)
    assert compare_versions(store.read, article.id, kept.id, None).same
    store.undo()
    photo = store.read.get(Photo, one.id)
    assert photo is not None
    assert (photo.credit, photo.copyright) == (Credit("Jo Roe"), "Jo Roe")


def test_one_field_comes_back_alone(store: Store, article: Article) -> None:
    kept = keep_version(store, article.id, "first")
    edit_text(store, article.id, {"headline": "Other", "kicker": "New", "body": "New."})
    back = restore_field(store, article.id, kept.id, "headline").article
    assert (back.headline, back.slug, back.kicker, back.body) == ("On the quay", "on-the-quay", "New", "New.")
    assert str(store.undo_name) == "Bring back the field “Headline” of “Other”"
    assert restore_field(store, article.id, kept.id, "body").article.body == BODY


def test_a_status_comes_back_as_a_person_may_set_it(store: Store, article: Article) -> None:
    kept = keep_version(store, article.id, "draft")
    published = publish(store, article).article
    assert restore_field(store, article.id, kept.id, "status").article == replace(published, status=Status.DRAFT)
    released = store.read.revisions(article.id)[-2]
    with pytest.raises(Trouble, match="does not become “Published”"):
        restore_field(store, article.id, released.id, "status")
    with pytest.raises(Trouble, match="does not come back"):
        restore_field(store, article.id, kept.id, "first_released")
    with pytest.raises(ValueError, match="no field"):
        restore_field(store, article.id, kept.id, "id")


def test_an_edited_paragraph_comes_back_wherever_it_stands_now(store: Store, article: Article) -> None:
    kept = keep_version(store, article.id, "first")
    edit_text(store, article.id, {"body": BODY.replace("much", "at all")})
    [passage] = passages(store, article, kept.id)
    edit_text(store, article.id, {"body": "New on top.\n\n" + BODY.replace("much", "at all")})
    assert restore_passage(store, article.id, passage).article.body == f"New on top.\n\n{BODY}"
    assert str(store.undo_name) == "Bring back a passage of “On the quay”"


@pytest.mark.parametrize(
    "edited",
    [
        f"{ONE}\n\n{THREE}",
        f"{TWO}\n\n{THREE}",
        f"{ONE}\n\n{TWO}",
        "",
        f"{ONE}\n\nNew.\n\n{TWO}\n\n{THREE}",
        f"New.\n\n{BODY}",
        f"{BODY}\n\nNew.",
        f"{ONE}\n\n{THREE}\n\n{TWO}",
        f"{ONE}\n\nCouncil tax goes up by nine per cent.\n\n{THREE}",
        f"{ONE} Really.\n\n{TWO}\n\nNew.\n\nNewer.",
    ],
)
def test_all_passages_brought_back_are_the_body_of_before(store: Store, article: Article, edited: str) -> None:
    kept = keep_version(store, article.id, "first")
    edit_text(store, article.id, {"body": edited})
    while changed := passages(store, article, kept.id):
        restore_passage(store, article.id, changed[0])
    assert now(store, article).body == BODY


def test_a_passage_that_was_edited_since_is_left_alone(store: Store, article: Article) -> None:
    kept = keep_version(store, article.id, "first")
    edit_text(store, article.id, {"body": BODY.replace("much", "at all")})
    [passage] = passages(store, article, kept.id)
    edit_text(store, article.id, {"body": "All new."})
    with pytest.raises(Trouble, match="has changed there since"):
        restore_passage(store, article.id, passage)
    assert now(store, article).body == "All new."
    with pytest.raises(ValueError, match="did not change"):
        restore_passage(store, article.id, replace(passage, kind=Kind.SAME))


def test_a_photo_comes_back_with_its_passage_and_what_was_said_of_it(
    store: Store, article: Article, photos: tuple[Photo, Photo]
) -> None:
    photo = photos[1].id
    edit_text(store, article.id, {"body": f"{ONE}\n\n![Dawn](photo:{photo})\n\n{TWO}"})
    describe_photo(store, article.id, photo, Described(alt_text="A crane", decorative=True))
    kept = keep_version(store, article.id, "first")
    edit_text(store, article.id, {"body": f"{ONE}\n\n{TWO}"})
    [passage] = passages(store, article, kept.id)
    restore_passage(store, article.id, passage)
    assert compare_versions(store.read, article.id, kept.id, None).same
    [placed] = store.read.placements(article.id)
    assert (placed.alt_text, placed.decorative) == ("A crane", True)


def test_a_photo_in_the_text_comes_back_and_goes(
    store: Store, article: Article, photos: tuple[Photo, Photo]
) -> None:
    one, two = photos
    edit_text(store, article.id, {"body": f"{ONE}\n\n![Dawn](photo:{one.id})\n\n{TWO}"})
    kept = keep_version(store, article.id, "first")
    edit_text(store, article.id, {"body": f"{ONE}\n\n{TWO}\n\n![Two](photo:{two.id})"})
    restore_photo(store, article.id, kept.id, one.id)
    assert now(store, article).body == f"{ONE}\n\n![Dawn](photo:{one.id})\n\n{TWO}\n\n![Two](photo:{two.id})"
    edit_text(store, article.id, {"body": now(store, article).body.replace("Dawn", "Dusk")})
    restore_photo(store, article.id, kept.id, one.id)
    restore_photo(store, article.id, kept.id, two.id)
    assert compare_versions(store.read, article.id, kept.id, None).same
    assert str(store.undo_name) == "Bring back the photo “b.jpg” in “On the quay”"


def test_a_photo_goes_from_between_two_lines_of_text(
    store: Store, article: Article, photos: tuple[Photo, Photo]
) -> None:
    photo = photos[0].id
    edit_text(store, article.id, {"body": "One\ntwo"})
    kept = keep_version(store, article.id, "first")
    edit_text(store, article.id, {"body": f"One\n![Dawn](photo:{photo})\ntwo\n\n```\n![x](photo:{photo})\n```"})
    back = restore_photo(store, article.id, kept.id, photo).article
    assert back.body == f"One\ntwo\n\n```\n![x](photo:{photo})\n```"
    assert store.read.placements(article.id) == ()


def test_photos_that_are_gone_are_named(store: Store, article: Article, photos: tuple[Photo, Photo]) -> None:
    edit_text(store, article.id, {"body": f"{ONE}\n\n![Dawn](photo:{photos[0].id})"})
    kept = keep_version(store, article.id, "first")
    edit_text(store, article.id, {"body": ONE})
    with store.step(message("Remove")):
        store.remove(Photo, photos[0].id)
    restored = restore_version(store, article.id, kept.id)
    assert said(restored) == ["Photos in the text are not in the newsroom any more: quay.jpg."]
    assert "Dawn" in restored.article.body


def test_an_alt_text_comes_back_that_was_the_photos_own(
    store: Store, article: Article, photos: tuple[Photo, Photo]
) -> None:
    one, _ = photos
    set_lead(store, article.id, one.id)
    with store.step(message("Describe")):
        store.put(replace(one, alt_text="A crane"))
    kept = keep_version(store, article.id, "first")
    with store.step(message("Describe")):
        store.put(replace(one, alt_text="Another crane"))
    restore_version(store, article.id, kept.id)
    assert compare_versions(store.read, article.id, kept.id, None).same


def test_the_lead_of_before_comes_back(store: Store, article: Article, photos: tuple[Photo, Photo]) -> None:
    one, two = photos
    none = keep_version(store, article.id, "none")
    set_lead(store, article.id, one.id)
    describe_photo(store, article.id, one.id, Described(caption="A crane", alt_text="A crane at night"))
    kept = keep_version(store, article.id, "one")
    for photo in photos:
        set_lead(store, article.id, two.id)
        restore_photo(store, article.id, kept.id, photo.id)
        assert compare_versions(store.read, article.id, kept.id, None).same
    restore_photo(store, article.id, none.id, one.id)
    assert store.read.placements(article.id) == ()


def test_what_was_the_photos_own_is_said_of_the_use(
    store: Store, article: Article, photos: tuple[Photo, Photo]
) -> None:
    one, _ = photos
    with store.step(message("Describe")):
        store.put(replace(one, caption="Own caption"))
    set_lead(store, article.id, one.id)
    kept = keep_version(store, article.id, "first")
    with store.step(message("Describe")):
        store.put(replace(one, caption="Another"))
    restore_photo(store, article.id, kept.id, one.id)
    [lead] = store.read.placements(article.id)
    assert (lead.role, lead.caption) == (Role.LEAD, "Own caption")
    assert compare_versions(store.read, article.id, kept.id, None).same


def test_what_is_gone_is_refused(store: Store, article: Article, photos: tuple[Photo, Photo]) -> None:
    kept = keep_version(store, article.id, "first")
    with pytest.raises(Trouble, match="version is not in the newsroom"):
        restore_version(store, article.id, RevisionId("none"))
    set_lead(store, article.id, photos[0].id)
    with_lead = keep_version(store, article.id, "lead")
    set_lead(store, article.id, None)
    with store.step(message("Remove")):
        store.remove(Photo, photos[0].id)
    with pytest.raises(Trouble, match=r"photo “quay\.jpg” is not in the newsroom"):
        restore_photo(store, article.id, with_lead.id, photos[0].id)
    assert said(restore_version(store, article.id, with_lead.id)) == [
        "The lead photo is not in the newsroom any more and was left out."
    ]
    delete_articles(store, [article.id])
    with pytest.raises(Trouble, match="was deleted"):
        restore_version(store, article.id, kept.id)
    with pytest.raises(Trouble, match="was deleted"):
        keep_version(store, ArticleId("none"), "x")


def test_a_killed_article_keeps_its_status(store: Store, article: Article) -> None:
    kept = keep_version(store, article.id, "first")
    edit_text(store, article.id, {"body": "New."})
    set_status(store, [article.id], Status.KILLED)
    assert restore_version(store, article.id, kept.id).article.status is Status.KILLED
