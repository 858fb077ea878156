"""Every field that a person may set, set and cleared, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsdesk.errors import Trouble
from newsdesk.model.article import Article, Byline, Status
from newsdesk.model.credit import Credit
from newsdesk.model.edition import Edition
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement, Role
from newsdesk.newsroom import FIELDS, Taxonomy, add_photos, import_files, new_article, publish, set_fields
from newsdesk.store import Store

Write = Callable[..., Path]


@pytest.fixture
def article(store: Store, write: Write, picture: Write) -> Article:
    """A draft in a newsroom that has names and a photo."""
    head = (
        "headline: A\nslug: a\nsection: Politics\nfurther_sections: [World]\ntopics: [Iraq, War]\nbyline: [Jo, Su]"
    )
    other = write("b.md", "headline: B\nslug: b\nlanguage: es\nstory: s")
    assert import_files(store, [write("a.md", head), other]).refused == ()
    add_photos(store, [picture(), picture("photos/b.jpg", "red")])
    found = store.read.article_by_slug(store.read.newsroom().main_edition, "a")
    assert found
    return found


def lead_of(store: Store) -> tuple[str, str, str, Credit]:
    """The photo, caption and alt text of the one lead there is, and the photo's credit."""
    (placed,) = store.read.every(Placement)
    assert placed.role is Role.LEAD
    photo = store.read.get(Photo, placed.photo)
    assert photo
    return placed.photo, placed.caption, placed.alt_text, photo.credit


def test_every_field_is_set_and_cleared(store: Store, article: Article) -> None:
    names, edition = Taxonomy(store.read), article.edition
    photo = store.read.every(Photo)[0]
    jo, su = (names.people.expect(name, edition).id for name in ("Jo", "Su"))
    moment = datetime(2026, 4, 1, 13, tzinfo=UTC)
    spanish = store.read.every(Edition)[1]
    other = store.read.article_by_slug(spanish.id, "b")
    assert other
    texts = ("headline", "kicker", "standfirst", "body", "dateline", "outlet_note", "published_url")
    given: dict[str, tuple[str, dict[str, object]]] = {
        **{field: ("Some = text", {field: "Some = text"}) for field in (*texts, "search_text", "social_text")},
        "byline": ("Su (photos), jo", {"bylines": (Byline(su, "photos"), Byline(jo))}),
        "section": ("world", {"section": names.sections.expect("World", edition).id}),
        "further_sections": ("Politics", {"further_sections": (names.sections.expect("Politics", edition).id,)}),
        "topics": (
            "war, Iraq",
            {"topics": tuple(names.topics.expect(one, edition).id for one in ("War", "Iraq"))},
        ),
        "slug": ("new-slug", {"slug": "new-slug"}),
        "status": ("Held", {"status": Status.HELD}),
        "language": ("es", {"edition": spanish.id}),
        "story": ("es/b", {"story": other.story}),
        "date": ("2026-04-01 10:00", {"first_released": moment}),
        "not_before": ("2026-04-01 10:00", {"not_before": moment}),
        "embargo": ("2026-04-01 10:00", {"embargo": moment}),
        "deadline": ("2026-04-01T13:00Z", {"deadline": moment}),
        "assignee": ("Jo", {"assignee": jo}),
        "length_target": ("600", {"length_target": 600}),
        "comments": ("off", {"comments": False}),
        "lead": (photo.id[-8:], {}),
        "lead_caption": ("At dawn", {}),
        "lead_alt": ("A quay", {}),
        "lead_credit": ("[A B//AFP/Getty]", {}),
    }
    assert set(given) == set(FIELDS)
    order = sorted(given, key=lambda field: (field != "lead", field))
    after = set_fields(store, article, {field: given[field][0] for field in order})
    expected = {name: value for _, values in given.values() for name, value in values.items()}
    assert after == replace(article, **expected)  # type: ignore[arg-type]
    assert store.read.get(Article, article.id) == after
    assert lead_of(store) == (photo.id, "At dawn", "A quay", Credit("A B", "AFP", "Getty"))
    fixed = {"status", "language", "slug"}
    cleared = set_fields(store, after, {field: "" for field in sorted(given, reverse=True) if field not in fixed})
    kept = {"id", "edition", "created", "slug", "status", "front_matter", "story"}
    empty = Article(article.id, article.edition, article.story, article.created, article.slug)
    assert replace(cleared, **{name: getattr(empty, name) for name in kept}) == empty
    assert cleared.story not in (after.story, article.story)
    assert store.read.placements(article.id) == ()


def test_a_photo_in_the_text_gets_its_placement(store: Store, article: Article) -> None:
    one, two = store.read.every(Photo)
    body = f"![One](photo:{one.id})\n\n![Two](photo:{two.id})\n\n![None](photo:none)"
    after = set_fields(store, article, {"body": body, "lead": one.id})
    roles = {(placed.photo, placed.role) for placed in store.read.placements(article.id)}
    assert roles == {(one.id, Role.LEAD), (one.id, Role.INLINE), (two.id, Role.INLINE)}
    before = {placed.id for placed in store.read.placements(article.id) if placed.photo == one.id}
    set_fields(store, after, {"body": f"![One](photo:{one.id})"})
    assert {placed.id for placed in store.read.placements(article.id)} == before


@pytest.mark.parametrize(
    ("field", "value", "what"),
    [
        ("byline", "Jo, Bo", "no person “Bo”"),
        ("section", "Politic", "Perhaps you mean: Politics"),
        ("topics", "Peace", "no topic"),
        ("assignee", "Nobody", "no person"),
        ("slug", "A b", "such as a-b"),
        ("status", "done", "one of draft"),
        ("status", "published", "newsdesk publish"),
        ("language", "de", "There are: en, es"),
        ("story", "nothing", "no article"),
        ("date", "soon", "America/Sao_Paulo"),
        ("length_target", "-1", "number"),
        ("comments", "perhaps", "on, off"),
        ("lead", "zzzzzzzz", "no photo"),
        ("lead_caption", "x", "no lead photo"),
    ],
)
def test_all_or_nothing(store: Store, article: Article, field: str, value: str, what: str) -> None:
    with pytest.raises(Trouble) as caught:
        set_fields(store, article, {"kicker": "New", field: value})
    assert what in str(caught.value)
    assert store.read.get(Article, article.id) == article


def test_a_slug_is_not_taken_from_another(store: Store, article: Article) -> None:
    with pytest.raises(Trouble, match="is that of the article"):
        set_fields(store, article, {"language": "es", "slug": "b"})
    assert set_fields(store, article, {"headline": "On the quay", "slug": ""}).slug == "on-the-quay"


def test_a_killed_article_comes_back_as_a_draft(store: Store, article: Article) -> None:
    killed = set_fields(store, article, {"status": "killed"})
    with pytest.raises(Trouble, match="draft first"):
        set_fields(store, killed, {"status": "ready"})
    assert set_fields(store, killed, {"status": "draft"}).status is Status.DRAFT


def test_one_step_that_undo_takes_back(store: Store, article: Article) -> None:
    set_fields(store, article, {"dateline": "BAGHDAD", "topics": ""})
    store.undo()
    assert store.read.get(Article, article.id) == article


def test_a_text_is_kept_as_an_import_keeps_it(store: Store, article: Article) -> None:
    other = new_article(store, article.edition, "Other")
    after = set_fields(store, article, {"body": "[Other](article:other)\r\nand `article:other`\r[No](article:no)"})
    assert after.body == f"[Other](article:{other.id})\nand `article:other`\n[No](article:no)"


@pytest.mark.parametrize("status", ["spiked", "killed"])
def test_what_was_killed_does_not_come_back_by_its_status_alone(
    store: Store, article: Article, status: str
) -> None:
    online = publish(store, article).article
    killed = set_fields(store, online, {"status": status})
    assert killed.released_revision is None
    assert store.read.releases() == []
    assert set_fields(store, killed, {"status": "draft"}).released_revision is None
    assert publish(store, set_fields(store, killed, {"status": "draft"})).fresh


def test_what_was_held_keeps_its_release(store: Store, article: Article) -> None:
    held = set_fields(store, publish(store, article).article, {"status": "held"})
    assert store.read.releases()[0].withheld
    set_fields(store, held, {"status": "ready"})
    assert not store.read.releases()[0].withheld


def test_the_date_of_what_is_published_is_not_set_by_hand(store: Store, article: Article) -> None:
    online = publish(store, article).article
    with pytest.raises(Trouble, match="--at TIME"):
        set_fields(store, online, {"date": "2026-01-05"})
