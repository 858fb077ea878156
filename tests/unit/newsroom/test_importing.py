"""Articles from Markdown files: whole or not at all, linked, released, updated."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsdesk.model.article import Article, Status
from newsdesk.model.credit import Credit
from newsdesk.model.edition import Edition
from newsdesk.model.names import name_in
from newsdesk.model.person import Person
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Role
from newsdesk.model.revision import Reason
from newsdesk.model.section import Section
from newsdesk.model.topic import Topic
from newsdesk.newsroom import ImportReport, Outcome, import_files, set_fields
from newsdesk.store import Store

Write = Callable[..., Path]


def taken(store: Store, *files: Path, strict: bool = False, update: bool = False) -> ImportReport:
    report = import_files(store, files, strict=strict, update=update)
    assert [str(refused.trouble) for refused in report.refused] == []
    return report


def refusal(store: Store, file: Path, strict: bool = False, update: bool = False) -> str:
    """Why a file is refused; the newsroom is as it was before."""
    before = store.read.log(1)
    report = import_files(store, [file], strict=strict, update=update)
    assert report.imported == ()
    assert store.read.log(1) == before
    assert [refused.file for refused in report.refused] == [file]
    assert str(report.refused[0].trouble.way_out)
    return str(report.refused[0].trouble)


def article(store: Store, slug: str) -> Article:
    main = store.read.newsroom().main_edition
    found = store.read.article_by_slug(main, slug)
    assert found
    return found


def test_every_field_of_a_file(store: Store, write: Write) -> None:
    head = """headline: Attack on the Green Zone
kicker: Near you
standfirst: Two rockets
slug: green-zone
section: Politics
further_sections: [World]
topics: [Iraq, Middle East]
byline: [Jane Doe, {name: João Silva, role: Photos}]
dateline: BAGHDAD
date: 2026-03-20 10:30
deadline: 2026-03-20
assignee: Jane Doe
length_target: 600
comments: true
outlet_note: for the weekend
published_url: https://example.org/a
search_text: In short
social_text: Shorter
not_before: 2026-03-19
embargo: 2026-03-18
status: filed
layout: wide"""
    report = taken(store, write("a.md", head))
    found = article(store, "green-zone")
    assert found.headline == "Attack on the Green Zone"
    assert (found.kicker, found.standfirst, found.body) == ("Near you", "Two rockets", "Text.")
    assert found.first_released == datetime(2026, 3, 20, 13, 30, tzinfo=UTC)
    assert found.deadline == datetime(2026, 3, 20, 3, 0, tzinfo=UTC)
    assert found.status is Status.FILED
    assert found.released_revision is None
    assert (found.length_target, found.comments, found.outlet_note) == (600, True, "for the weekend")
    assert (found.search_text, found.social_text, found.dateline) == ("In short", "Shorter", "BAGHDAD")
    assert found.published_url == "https://example.org/a"
    assert found.not_before == datetime(2026, 3, 19, 3, tzinfo=UTC)
    assert found.embargo == datetime(2026, 3, 18, 3, tzinfo=UTC)
    assert found.front_matter == "layout: wide\n"
    assert [one.role for one in found.bylines] == ["", "Photos"]
    assert found.assignee == found.bylines[0].person
    assert [len(store.read.every(kind)) for kind in (Section, Topic, Person)] == [2, 2, 2]
    assert len(report.made) == 6
    assert "New person “João Silva”." in map(str, report.made)
    assert [one.outcome for one in report.imported] == [Outcome.NEW]
    assert len(store.read.revisions(found.id)) == 1


def test_names_are_found_in_any_spelling_and_edition(store: Store, write: Write) -> None:
    taken(store, write("a.md", "headline: A\nsection: Politics\nbyline: José"))
    nfd = unicodedata.normalize("NFD", "José")
    report = taken(store, write("b.md", f"headline: B\nsection: ' politics '\nlanguage: es\nbyline: {nfd}"))
    assert [str(made) for made in report.made] == ["New edition “Español” (es)."]
    edition = store.read.every(Edition)[1]
    assert (edition.prefix, edition.position, edition.labels.read) == ("es", 1, "LEA")
    assert report.imported[0].ref == "es/b"
    taken(store, write("c.md", "headline: C\nlanguage: ES-mx"), write("d.md", "headline: D\nlanguage: español"))
    assert len(store.read.every(Edition)) == 2


def test_new_sections_never_share_a_slug(store: Store, write: Write) -> None:
    taken(store, write("a.md", "headline: A\nsection: A b"), write("b.md", "headline: B\nsection: A-b!"))
    names = [name_in(section.names, store.read.newsroom().main_edition) for section in store.read.every(Section)]
    assert [name.slug for name in names] == ["a-b", "a-b-2"]


def test_strict_refuses_what_is_not_there(store: Store, write: Write) -> None:
    taken(store, write("a.md", "headline: A\nsection: Politics\ntopics: Iraq\nbyline: Jane Doe"))
    assert "Politics" in refusal(store, write("b.md", "headline: B\nsection: Politcs"), strict=True)
    assert "“Iran”" in refusal(store, write("b.md", "headline: B\ntopics: Iran"), strict=True)
    assert "“Joe”" in refusal(store, write("b.md", "headline: B\nassignee: Joe"), strict=True)
    assert "“de”" in refusal(store, write("b.md", "headline: B\nlanguage: de"), strict=True)
    taken(store, write("b.md", "headline: B\nsection: politics\nlanguage: en\nbyline: jane doe"), strict=True)


def test_photos_are_taken_in_placed_and_credited(store: Store, write: Write, picture: Write) -> None:
    picture("photos/quay one.jpg")
    shutil.copy(picture("photos/b.jpg", "red"), picture().parent / "same.jpg")
    head = (
        "headline: A\nlead: {photo: ../photos/quay one.jpg, caption: At dawn, alt: A quay,\n"
        "  credit: '[AHMAD AL-RUBAYE//AFP/Getty]'}\n"
        "photos: [{photo: ../photos/same.jpg, alt: Red, decorative: true}]"
    )
    body = "One.\n\n![By the sea](../photos/quay%20one.jpg)\n\n![Red](../photos/b.jpg)\n\n`![x](../photos/no.jpg)`"
    taken(store, write("a.md", head, body))
    found = article(store, "a")
    photos = store.read.every(Photo)
    lead, *inline = store.read.placements(found.id)
    assert len(photos) == 2
    quay = next(photo for photo in photos if photo.id == lead.photo)
    red = next(photo for photo in photos if photo.id != lead.photo)
    assert quay.credit == Credit("AHMAD AL-RUBAYE", "AFP", "Getty")
    assert (quay.caption, quay.alt_text, quay.file_name) == ("", "", "quay one.jpg")
    assert (lead.role, lead.caption, lead.alt_text) == (Role.LEAD, "At dawn", "A quay")
    assert [placed.photo for placed in sorted(inline, key=lambda placed: placed.id)] == [quay.id, red.id]
    assert next(placed for placed in inline if placed.photo == red.id).decorative
    assert f"![By the sea](photo:{quay.id})" in found.body
    assert f"![Red](photo:{red.id})" in found.body
    assert "`![x](../photos/no.jpg)`" in found.body
    originals = [path for path in (store.folder / "originals").rglob("*") if path.is_file()]
    assert len(originals) == 2


def test_credits_at_the_end_of_captions_are_told_apart(store: Store, write: Write, picture: Write) -> None:
    picture()
    picture("photos/b.jpg", "red")
    head = "headline: A\nlead: {photo: ../photos/quay.jpg, caption: 'The zone on 24 November [A AL-R//AFP/Getty]'}"
    body = "![At sea (Photo by Bo Li / AFP via Getty Images)](../photos/b.jpg)\n\n![x [1/2]](photo:none)"
    taken(store, write("a.md", head, body))
    found = article(store, "a")
    lead = store.read.placements(found.id)[0]
    assert lead.caption == "The zone on 24 November"
    credits = {photo.file_name: photo.credit for photo in store.read.every(Photo)}
    assert credits["quay.jpg"] == Credit("A AL-R", "AFP", "Getty")
    assert credits["b.jpg"].person == "Bo Li"
    assert found.body.startswith("![At sea](photo:")
    assert found.body.endswith("![x [1/2]](photo:none)")


def test_composed_and_decomposed_names_of_files(store: Store, write: Write, picture: Write) -> None:
    picture(unicodedata.normalize("NFD", "articles/café.jpg"))
    taken(store, write("a.md", "headline: A\nlead: café.jpg"))
    assert len(store.read.every(Photo)) == 1


@pytest.mark.parametrize(
    ("word", "what"),
    [
        ("none.jpg", "not there"),
        ("../none.jpg", "not there"),
        ("../../outside.jpg", "outside"),
        ("/etc/hostname", "outside"),
        ("../photos/../../outside.jpg", "outside"),
        ("../link/outside.jpg", "outside"),
        ("https://example.org/a.jpg", "not there"),
        ("photo:000000", "no photo"),
        ("../photos/text.jpg", "text.jpg"),
        ("../photos", "not there"),
        ("long" * 100 + ".jpg", "not there"),
        ('"a\\0b.jpg"', "outside"),
    ],
)
def test_photos_that_will_not_do(store: Store, write: Write, picture: Write, word: str, what: str) -> None:
    root = picture().parents[1]
    (root / "photos" / "text.jpg").write_text("not a picture at all", encoding="utf-8")
    (root.parent / "outside.jpg").write_bytes((root / "photos" / "quay.jpg").read_bytes())
    (root / "link").symlink_to(root.parent)
    assert what in refusal(store, write("a.md", f"headline: A\nsection: New\nlead: {word}"))
    assert store.read.every(Section) == []


def test_a_file_is_taken_whole_or_not_at_all(store: Store, write: Write, picture: Write) -> None:
    picture()
    good = write("good.md", "headline: Good")
    bad = write("bad.md", "headline: Bad\nsection: Never", "![a](../photos/quay.jpg)\n\n![b](missing.jpg)")
    broken = write("broken.md", "headline: 'Broken")
    report = import_files(store, [bad, good, broken, Path("nowhere.md")])
    assert [one.file for one in report.imported] == [good]
    assert [one.file for one in report.refused] == [bad, broken, Path("nowhere.md")]
    assert store.read.every(Section) == []
    assert store.read.every(Photo) == []
    assert len(store.read.slugs(store.read.newsroom().main_edition)) == 1
    store.undo()
    assert store.read.slugs(store.read.newsroom().main_edition) == set()


def test_a_photo_keeps_the_credit_it_had(store: Store, write: Write, picture: Write) -> None:
    picture()
    taken(store, write("a.md", "headline: A\nlead: {photo: ../photos/quay.jpg, credit: Ann Bee/Reuters}"))
    agreeing = write("b.md", "headline: B\nlead: {photo: ../photos/quay.jpg, credit: 'Photo: Ann Bee'}")
    assert taken(store, agreeing).warnings == ()
    other = write("c.md", "headline: C\nlead: {photo: ../photos/quay.jpg, credit: Cee Dee/AFP}")
    assert "Cee Dee" in str(taken(store, other).warnings[0])
    assert store.read.every(Photo)[0].credit == Credit("Ann Bee", "Reuters")
    taken(store, other, update=True)
    assert store.read.every(Photo)[0].credit == Credit("Cee Dee", "AFP")
    photo = store.read.every(Photo)[0].id
    older = write("d.md", f"headline: D\nlead: {{photo: 'photo:{photo}', credit: Ann Bee/Reuters}}")
    assert "Ann Bee/Reuters" in str(taken(store, older, update=True).warnings[0])
    assert store.read.every(Photo)[0].credit == Credit("Cee Dee", "AFP")


def test_links_find_articles_of_the_same_import_in_any_order(store: Store, write: Write) -> None:
    body = "[b](article:b) [old](article:old) [es](article:es/solo) [far](article:solo) [no](article:none)"
    taken(store, write("old.md", "headline: Old"))
    files = [
        write("a.md", "headline: A", body),
        write("b.md", "headline: B", "READ: [A](article:a)"),
        write("c.md", "headline: Solo\nlanguage: es", "[a](article:a)"),
    ]
    report = taken(store, *files)
    a, b, old = (article(store, slug) for slug in ("a", "b", "old"))
    solo = store.read.article_by_slug(store.read.every(Edition)[1].id, "solo")
    assert solo
    expected = f"[b](article:{b.id}) [old](article:{old.id}) [es](article:{solo.id}) [far](article:{solo.id})"
    assert a.body == f"{expected} [no](article:none)"
    assert b.body == f"READ: [A](article:{a.id})"
    assert solo.body == f"[a](article:{a.id})"
    assert ["“none”" in str(warning) for warning in report.warnings] == [True]
    again = write("d.md", "headline: D", f"[a](article:{a.id})")
    assert taken(store, again).warnings == ()


def test_the_same_story_is_the_same_string(store: Store, write: Write) -> None:
    taken(store, write("a.md", "headline: A\nstory: Night shift"))
    taken(store, write("b.md", "headline: B\nstory: Night shift\nlanguage: es"), write("c.md", "headline: C"))
    first = article(store, "a")
    assert {one.headline for one in store.read.story(first.story)} == {"A", "B"}
    taken(store, write("d.md", f"headline: D\nstory: {first.story}\nlanguage: pt"))
    assert len(store.read.story(first.story)) == 3


@pytest.mark.parametrize(
    ("slug", "what"), [("../../x", "x"), ("A B", "a-b"), ("con", "article-con"), ("é" * 90, "e" * 75)]
)
def test_slugs_that_no_address_can_have(store: Store, write: Write, slug: str, what: str) -> None:
    told = refusal(store, write("a.md", f"headline: A\nslug: {slug}"))
    assert f"“{slug}”" in told
    assert f"such as {what}." in told


def test_slugs_are_made_and_never_shared(store: Store, write: Write) -> None:
    taken(store, write("From a file.md", "kicker: K"), write("b.md", "headline: Ünder dogs"))
    assert article(store, "from-a-file").kicker == "K"
    found = article(store, "under-dogs")
    assert found.id in refusal(store, write("c.md", "headline: Under Dogs"))
    assert "--update" in refusal(store, write("c.md", "headline: X\nslug: under-dogs"))
    twice = [write("d.md", "headline: Twice"), write("e.md", "headline: Twice")]
    report = import_files(store, twice)
    assert [one.file for one in report.refused] == [twice[1]]
    assert str(twice[0]) in str(report.refused[0].trouble)


def test_the_desks_words_outlive_an_update(store: Store, write: Write) -> None:
    taken(store, write("a.md", "slug: a\nheadline: A", "From the file."))
    set_fields(store, article(store, "a"), {"body": "Written at the desk."})
    taken(store, write("a.md", "slug: a\nheadline: A", "From the file again."), update=True)
    kept = [store.read.snapshot(one.hash).article.body for one in store.read.revisions(article(store, "a").id)]
    assert "Written at the desk." in [text.strip() for text in kept]


def test_a_caption_stays_with_its_article(store: Store, write: Write, picture: Write) -> None:
    picture()
    taken(store, write("a.md", "headline: Online\nlead: ../photos/quay.jpg"))
    said = "lead: {photo: ../photos/quay.jpg, caption: Not yet to be told, alt: A secret}"
    taken(store, write("b.md", f"headline: Held\nstatus: held\n{said}"))
    (photo,) = store.read.every(Photo)
    assert (photo.caption, photo.alt_text) == ("", "")


def test_update_changes_what_the_file_states_and_no_more(store: Store, write: Write, picture: Write) -> None:
    picture()
    lead = "lead: {photo: ../photos/quay.jpg, caption: C}"
    taken(store, write("a.md", f"headline: A\nslug: a\nkicker: K\ntopics: [T]\n{lead}\nextra: 1", "Body."))
    before = article(store, "a")
    report = taken(store, write("a.md", "slug: a\nkicker: New", ""), update=True)
    after = article(store, "a")
    assert [one.outcome for one in report.imported] == [Outcome.UPDATED]
    assert (after.kicker, after.headline, after.topics) == ("New", "A", before.topics)
    assert (after.body, after.id, after.front_matter) == ("Body.", before.id, "extra: 1\n")
    assert len(store.read.placements(after.id)) == 1
    assert [kept.reason for kept in store.read.revisions(after.id)].count(Reason.REPLACED) == 1
    taken(store, write("a.md", "slug: a\nkicker:\nlead:\ntopics: []\nmore: 1.10\nextra: [2]"), update=True)
    cleared = article(store, "a")
    assert (cleared.kicker, cleared.topics, store.read.placements(cleared.id)) == ("", (), ())
    assert cleared.front_matter == "extra: [2]\nmore: 1.10\n"
    assert [one.outcome for one in taken(store, write("a.md", "slug: a"), update=True).imported] == [
        Outcome.UNCHANGED
    ]


def test_published_is_released_at_its_date(store: Store, write: Write) -> None:
    head = "headline: A\nslug: a\ndate: 2026-01-02 10:00\nupdated: 2026-01-03 10:00\nstatus: published"
    taken(store, write("a.md", head), write("b.md", "headline: B\ndate: 2026-01-05\nstatus: published"))
    found = article(store, "a")
    assert found.status is Status.PUBLISHED
    assert found.first_released == datetime(2026, 1, 2, 13, tzinfo=UTC)
    assert found.released == datetime(2026, 1, 3, 13, tzinfo=UTC)
    assert [release.headline for release in store.read.releases()] == ["B", "A"]
    assert store.read.releases()[1].first_released == found.first_released
    assert article(store, "b").released == article(store, "b").first_released


def test_published_in_the_future_waits(store: Store, write: Write) -> None:
    taken(store, write("a.md", "headline: A\ndate: 2026-12-24\nstatus: published"))
    assert store.read.releases()[0].opens == datetime(2026, 12, 24, 3, tzinfo=UTC)


def test_update_releases_again_only_what_changed(store: Store, write: Write) -> None:
    head = "headline: A\nslug: a\ndate: 2026-01-02\nstatus: published"
    taken(store, write("a.md", head))
    first = article(store, "a")
    assert [one.outcome for one in taken(store, write("a.md", head), update=True).imported] == [Outcome.UNCHANGED]
    assert article(store, "a") == first
    taken(store, write("a.md", head, "Corrected."), update=True)
    second = article(store, "a")
    assert second.first_released == first.first_released
    assert second.released
    assert second.released > datetime(2026, 3, 21, tzinfo=UTC)
    assert second.released_revision != first.released_revision
    taken(store, write("a.md", head.replace("01-02", "01-01"), "Corrected."), update=True)
    assert store.read.releases()[0].first_released == datetime(2026, 1, 1, 3, tzinfo=UTC)


def test_update_without_status_does_not_touch_what_readers_get(store: Store, write: Write) -> None:
    taken(store, write("a.md", "headline: A\nslug: a\nstatus: published"))
    before = store.read.releases()
    taken(store, write("a.md", "headline: B\nslug: a"), update=True)
    assert store.read.releases() == before
    assert article(store, "a").headline == "B"


def test_update_keeps_the_order_of_the_work(store: Store, write: Write) -> None:
    taken(store, write("a.md", "headline: A\nslug: a\nstatus: killed"))
    for status in ("published", "ready"):
        assert "killed" in refusal(store, write("a.md", f"slug: a\nstatus: {status}"), update=True)
    taken(store, write("a.md", "slug: a\nstatus: draft"), update=True)
    assert article(store, "a").status is Status.DRAFT
    assert "no headline" in refusal(store, write("x.md", "slug: x\nstatus: published"))


def test_progress_is_told(store: Store, write: Write) -> None:
    told: list[tuple[str, int, int]] = []
    import_files(
        store,
        [write("a.md", "headline: A"), write("b.md", "headline: B")],
        progress=lambda name, done, total: told.append((str(name), done, total)),
    )
    assert told[0] == ("Reading articles", 0, 2)
    assert told[-1] == ("Writing articles", 2, 2)


def test_times_of_making_are_kept(store: Store, write: Write) -> None:
    taken(store, write("a.md", "headline: A\ncreated: 2020-01-01T00:00:00Z"))
    made = article(store, "a").created
    assert made == datetime(2020, 1, 1, tzinfo=UTC)
    assert store.clock() - made > timedelta(days=2000)
