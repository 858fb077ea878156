"""The versions of an article: listed with what changed in words, compared, and kept under a name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newsdesk.comparing import Kind, compare
from newsdesk.errors import Trouble
from newsdesk.i18n import message
from newsdesk.model.article import Article, Byline, Status
from newsdesk.model.credit import Credit
from newsdesk.model.ids import ArticleId, PersonId, RevisionId
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Role
from newsdesk.model.revision import Reason, Revision
from newsdesk.newsroom import (
    Described,
    add_photos,
    change_article,
    describe_photo,
    edit_text,
    new_article,
    publish,
    set_bylines,
    set_lead,
    set_topics,
)
from newsdesk.newsroom.history import REASONS, compare_versions, keep_version, versions
from newsdesk.newsroom.history.listing import snapshot_now
from newsdesk.newsroom.history.words import FIELD_NAMES
from newsdesk.store import Store
from unit.newsroom.conftest import Clock

BODY = "The first crate comes off at ten past twelve.\n\nNobody speaks much before three."


@pytest.fixture
def article(store: Store) -> Article:
    made = new_article(store, store.read.newsroom().main_edition, "On the quay")
    return edit_text(store, made.id, {"body": BODY})


@pytest.fixture
def photos(store: Store, picture: Callable[..., Path]) -> tuple[Photo, Photo]:
    one, two = add_photos(store, [picture(), picture("b.jpg", "red")]).added
    return one.photo, two.photo


def told(store: Store, article: Article) -> list[str]:
    """What changed in each version, the last first."""
    return ["; ".join(map(str, version.words)) for version in versions(store.read, article.id)]


def test_every_reason_has_words() -> None:
    assert set(REASONS) == set(Reason)


def test_versions_tell_what_changed_since_the_one_before(
    store: Store, article: Article, photos: tuple[Photo, Photo]
) -> None:
    one, two = photos
    keep_version(store, article.id, "first")
    edit_text(store, article.id, {"headline": "Night on the quay", "body": BODY.replace("much", "at all")})
    set_lead(store, article.id, one.id)
    keep_version(store, article.id, "second")
    edit_text(store, article.id, {"body": f"{BODY} One.\n\n![At dawn](photo:{two.id})"})
    keep_version(store, article.id, "third")
    describe_photo(store, article.id, one.id, Described(caption="A crane"))
    edit_text(store, article.id, {"body": f"{BODY} One.\n\n![At noon](photo:{two.id})"})
    keep_version(store, article.id, "fourth")
    keep_version(store, article.id, "fifth")
    edit_text(store, article.id, {"body": f"{BODY} One!\n\n![At noon](photo:{two.id})"})
    keep_version(store, article.id, "sixth")
    edit_text(store, article.id, {"body": f"{BODY} One!\n\n\n![At noon](photo:{two.id})"})
    keep_version(store, article.id, "seventh")
    assert told(store, article) == [
        "Text: empty lines only",
        "Text: signs only",
        "Nothing changed",
        "Caption of quay.jpg; Caption of b.jpg",
        "Text: 2 words added, 2 words removed; Photo b.jpg added",
        "Headline; Slug; Text: 2 words added, 1 word removed; Lead photo quay.jpg added",
        "Begun",
    ]


def test_versions_come_in_pages_as_they_were_kept_whatever_the_clock_says(
    store: Store, article: Article, clock: Clock
) -> None:
    for name in ("a", "b", "c", "d"):
        keep_version(store, article.id, name)
        clock.now -= timedelta(hours=1)
    first = versions(store.read, article.id, limit=3)
    assert [version.revision.name for version in first] == ["d", "c", "b"]
    rest = versions(store.read, article.id, limit=3, after=first[-1].revision.id)
    assert [(version.revision.name, str(version.words[0])) for version in rest] == [("a", "Begun")]
    assert versions(store.read, article.id, after=rest[-1].revision.id) == []
    assert versions(store.read, ArticleId("none")) == []


def test_publishing_is_told_by_the_status(store: Store, article: Article) -> None:
    keep_version(store, article.id, "before")
    publish(store, article)
    assert told(store, article)[0] == "Status: Draft → Published"
    edit_text(store, article.id, {"kicker": "Harbour"})
    publish(store, article)
    assert told(store, article)[0] == "Kicker; Last published"


@pytest.mark.parametrize("reason", [Reason.SENT, Reason.REPLACED])
def test_what_was_only_sent_or_replaced_says_nothing_of_changes(
    store: Store, article: Article, reason: Reason
) -> None:
    keep_version(store, article.id, "before")
    with store.step(message("Keep"), undo=False):
        store.keep(snapshot_now(store.read, article.id), reason)
    assert told(store, article) == ["", "Begun"]


def test_a_version_needs_a_name(store: Store, article: Article) -> None:
    with pytest.raises(Trouble, match="needs a name"):
        keep_version(store, article.id, " ")


def test_a_kept_version_is_named_and_is_no_undo_step(store: Store, article: Article) -> None:
    undo = store.undo_name
    kept = keep_version(store, article.id, " filed v1 ")
    assert (kept.name, kept.reason, kept.article) == ("filed v1", Reason.NAMED, article.id)
    assert store.undo_name == undo


def test_fields_are_compared_in_words(store: Store, article: Article) -> None:
    before = keep_version(store, article.id, "before")
    set_topics(store, article.id, ["Port Alma", "Work"])
    set_bylines(store, article.id, [("Ada Byron", ""), ("Jo Doe", "photos")])
    change_article(
        store,
        article.id,
        {"deadline": "2026-03-22 10:30", "status": "filed", "length_target": "600", "comments": "off"},
    )
    changes = {change.field: change for change in compare_versions(store.read, article.id, before.id, None).fields}
    assert {field: (change.before, change.after) for field, change in changes.items()} == {
        "bylines": ("", "Ada Byron, Jo Doe (photos)"),
        "topics": ("", "Port Alma, Work"),
        "status": ("Draft", "Filed"),
        "deadline": ("", "2026-03-22 10:30"),
        "length_target": ("", "600"),
        "comments": ("", "off"),
    }
    assert changes.keys() <= FIELD_NAMES.keys()
    assert [(piece.kind, piece.text) for piece in changes["status"].pieces] == [
        (Kind.REMOVED, "Draft"),
        (Kind.ADDED, "Filed"),
    ]


def test_what_is_gone_is_named_as_gone(store: Store, article: Article) -> None:
    set_topics(store, article.id, ["Work"])
    kept = keep_version(store, article.id, "before")
    snapshot = store.read.snapshot(kept.hash)
    author = replace(snapshot.article, bylines=(Byline(PersonId("nobody")),))
    with store.step(message("Keep"), undo=False):
        other = store.keep(replace(snapshot, article=author), Reason.NAMED, "by nobody")
    [change] = compare_versions(store.read, article.id, kept.id, other.id).fields
    assert (change.field, change.after) == ("bylines", "(no longer in the newsroom)")


def test_a_changed_credit_alone_is_all_that_differs(
    store: Store, article: Article, photos: tuple[Photo, Photo]
) -> None:
    one, _ = photos
    set_lead(store, article.id, one.id)
    describe_photo(store, article.id, one.id, Described(credit=Credit("Jo Doe", "AFP")))
    before = keep_version(store, article.id, "before")
    describe_photo(store, article.id, one.id, Described(credit=Credit("Jo Roe", "AFP")))
    comparison = compare_versions(store.read, article.id, before.id, None)
    assert (comparison.fields, [passage.kind for passage in comparison.passages]) == ((), [Kind.SAME, Kind.SAME])
    [photo] = comparison.photos
    [credit] = photo.fields
    assert (photo.photo, photo.file_name, photo.role, photo.kind) == (one.id, "quay.jpg", Role.LEAD, Kind.CHANGED)
    assert (credit.field, credit.before, credit.after) == ("credit", "[Jo Doe/AFP]", "[Jo Roe/AFP]")
    assert [piece.text for piece in credit.pieces if piece.kind is not Kind.SAME] == ["Doe", "Roe"]
    keep_version(store, article.id, "after")
    assert told(store, article)[0] == "Credit of quay.jpg"


def test_another_lead_went_and_came(store: Store, article: Article, photos: tuple[Photo, Photo]) -> None:
    one, two = photos
    set_lead(store, article.id, one.id)
    describe_photo(store, article.id, one.id, Described(caption="A crane", alt_text="A crane at night"))
    before = keep_version(store, article.id, "before")
    set_lead(store, article.id, two.id)
    came, went = compare_versions(store.read, article.id, before.id, None).photos
    assert (came.photo, came.kind, came.fields) == (two.id, Kind.ADDED, ())
    assert (went.photo, went.kind) == (one.id, Kind.REMOVED)
    assert [(field.field, field.before) for field in went.fields] == [
        ("caption", "A crane"),
        ("alt_text", "A crane at night"),
    ]


def test_a_caption_in_the_text_is_told_of_the_photo_too(
    store: Store, article: Article, photos: tuple[Photo, Photo]
) -> None:
    photo = photos[0].id
    edit_text(store, article.id, {"body": f"{BODY}\n\n![At dawn](photo:{photo})"})
    before = keep_version(store, article.id, "before")
    edit_text(store, article.id, {"body": f"{BODY}\n\n![At noon](photo:{photo})"})
    describe_photo(store, article.id, photo, Described(decorative=True))
    comparison = compare_versions(store.read, article.id, before.id, None)
    assert [passage.kind for passage in comparison.passages] == [Kind.SAME, Kind.SAME, Kind.CHANGED]
    [change] = comparison.photos
    assert [(field.field, field.before, field.after) for field in change.fields] == [
        ("caption", "At dawn", "At noon"),
        ("decorative", "", "yes"),
    ]


def test_a_version_without_its_photos_differs_in_nothing_that_is_theirs(
    store: Store, article: Article, photos: tuple[Photo, Photo]
) -> None:
    set_lead(store, article.id, photos[0].id)
    describe_photo(store, article.id, photos[0].id, Described(credit=Credit("Jo Doe")))
    kept = store.read.snapshot(keep_version(store, article.id, "new").hash)
    assert compare(replace(kept, photos=()), kept, str).same


def test_versions_that_are_not_there_are_refused(store: Store, article: Article) -> None:
    other = keep_version(store, new_article(store, article.edition, "Other").id, "v")
    for id in (RevisionId("none"), other.id):
        with pytest.raises(Trouble, match="version is not in the newsroom"):
            compare_versions(store.read, article.id, id, None)
    with pytest.raises(Trouble, match="was deleted"):
        compare_versions(store.read, ArticleId("none"), None, None)


def test_every_revision_is_listed(store: Store, article: Article) -> None:
    change_article(store, article.id, {"status": Status.FILED.value})
    kept = keep_version(store, article.id, "mine")
    assert [version.revision for version in versions(store.read, article.id)] == store.read.revisions(article.id)
    assert store.read.get(Revision, kept.id) == kept
