"""A site from a real store: what is in it, what changes when something changes, and what never does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from helpers.stores import named
from newsdesk.errors import Trouble
from newsdesk.model.article import Article, Status
from newsdesk.model.credit import Credit
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId, PersonId, PhotoId, SectionId, StoryId, TopicId
from newsdesk.model.names import Name
from newsdesk.model.person import Person
from newsdesk.model.photo import Photo
from newsdesk.model.section import Section
from newsdesk.model.topic import Topic
from newsdesk.photos import original_path
from newsdesk.publish import Report
from newsdesk.render import Theme
from unit.publish.newsrooms import (
    ENGLISH,
    NOW,
    QUAY,
    ROOT,
    SPANISH,
    Desk,
    a_desk,
    a_photo,
    a_piece,
    fill,
    lead_of,
    marks,
    tree,
)

NIGHT = "harbour/2026/01/night-shift.html"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A newsroom with a few articles."""
    with a_desk(tmp_path) as made:
        fill(made)
        yield made


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where its site goes."""
    return tmp_path / "site"


def touched(report: Report) -> set[str]:
    """What an export wrote or removed."""
    written = report.written
    return {*written.new, *written.changed, *written.removed}


def article(desk: Desk, id: str) -> Article:
    """The working copy of an article."""
    found = desk.store.read.get(Article, id)
    assert found
    return found


def test_two_exports_are_the_same_to_the_byte(desk: Desk, tmp_path: Path) -> None:
    desk.export(tmp_path / "one")
    desk.export(tmp_path / "two")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_a_second_export_touches_nothing(desk: Desk, out: Path) -> None:
    first = desk.export(out)
    before = marks(out)
    second = desk.export(out)
    assert touched(second) == set()
    assert sorted(second.written.unchanged) == sorted(first.written.new)
    assert marks(out) == before


def test_what_is_typed_and_not_published_stays_out_while_another_is_published(desk: Desk, out: Path) -> None:
    desk.export(out)
    before = (out / NIGHT).read_bytes()
    desk.put(replace(article(desk, "night-shift"), headline="Half edited", body="Half"))
    desk.release(a_piece("fresh", 9, section=SectionId("politics")))
    report = desk.export(out)
    assert (out / NIGHT).read_bytes() == before
    assert touched(report) == {
        "politics/2026/01/fresh.html",
        "politics/2026/01/fresh.comments.html",
        "politics/index.html",
        "politics/feed.xml",
        "index.html",
        "feed.xml",
        "sitemap.xml",
    }


def test_a_dry_run_says_the_same_and_writes_nothing(desk: Desk, out: Path) -> None:
    planned = desk.export(out, dry_run=True)
    assert not out.exists()
    assert desk.export(out) == planned
    desk.release(replace(article(desk, "customs-house"), headline="The old house"))
    before = tree(out)
    planned = desk.export(out, dry_run=True)
    assert tree(out) == before
    assert desk.export(out) == planned


def test_what_is_not_in_the_site_is_said(desk: Desk, out: Path) -> None:
    desk.put(replace(article(desk, "lighthouse-log"), status=Status.HELD))
    desk.put(replace(article(desk, "draft"), status=Status.SPIKED))
    desk.put(a_piece("another-draft"))
    report = desk.export(out)
    assert (report.left_out.drafts, report.left_out.withheld, report.online) == (1, 1, 4)
    assert [(waiting.article, waiting.opens) for waiting in report.left_out.waiting] == [
        ("tomorrow", NOW + timedelta(days=1))
    ]
    public = "\n".join(path.read_text() for path in out.rglob("*") if path.suffix in (".html", ".xml"))
    for secret in ("Lighthouse log", "lighthouse-log", "tomorrow", "A draft", "another-draft"):
        assert secret not in public


def test_an_article_comes_when_its_time_has_come(desk: Desk, out: Path) -> None:
    desk.export(out)
    later = NOW + timedelta(days=1)
    desk.export(out, now=later - timedelta(microseconds=1))
    assert not (out / "harbour/2026/01/tomorrow.html").exists()
    desk.export(out, now=later)
    assert (out / "harbour/2026/01/tomorrow.html").exists()
    assert 'href="../../../harbour/2026/01/tomorrow.html"' in (out / NIGHT).read_text()


def test_a_withdrawn_article_takes_its_own_files_with_it_and_no_others(desk: Desk, out: Path) -> None:
    desk.export(out)
    (out / "harbour/2026/01/mine.txt").write_text("mine")
    desk.put(replace(article(desk, "customs-house"), status=Status.KILLED))
    assert desk.export(out).written.removed == (
        "politics/2026/01/customs-house.comments.html",
        "politics/2026/01/customs-house.html",
        "politics/feed.xml",
        "politics/index.html",
    )
    assert not (out / "politics").exists()
    assert (out / "harbour/2026/01/mine.txt").read_text() == "mine"
    assert "customs" not in (out / NIGHT).read_text()


def test_links_to_what_is_not_online_are_named(desk: Desk, out: Path) -> None:
    remarks = [(str(remark.text), remark.article) for remark in desk.export(out).remarks]
    assert remarks == [
        ("“Night shift” links to “Tomorrow”, which is not online: the site shows the words alone.", "night-shift")
    ]
    page = (out / NIGHT).read_text()
    assert "Soon" in page
    assert "tomorrow" not in page
    assert 'href="../../../politics/2026/01/customs-house.html"' in page
    assert 'href="../../../harbour/2026/01/ferry-timetable.html">“Ferry' in page


def test_a_bare_headline_that_no_article_has_is_named(desk: Desk, out: Path) -> None:
    desk.release(a_piece("naming", 5, slug="naming", body="**READ:** A storm to come\n\nAsk: who was it?"))
    said = [str(remark.text) for remark in desk.export(out).remarks if remark.article == "naming"]
    assert [text.partition(",")[0] for text in said] == ["“Naming” names “A storm to come”"]
    desk.release(a_piece("storm", 6, slug="storm", headline="A storm to come"))
    assert not [remark for remark in desk.export(out).remarks if remark.article == "naming"]
    assert "storm.html" in (out / "harbour/2026/01/naming.html").read_text()


def test_an_article_is_linked_by_slug_and_by_that_of_another_edition(desk: Desk, out: Path) -> None:
    body = "[One](article:customs-house) [two](article:es/turno-de-noche) [three](article:nowhere)"
    desk.release(a_piece("linking", 5, slug="other-slug", body=body))
    desk.export(out)
    page = (out / "harbour/2026/01/other-slug.html").read_text()
    assert 'href="../../../politics/2026/01/customs-house.html">One' in page
    assert 'href="../../../es/puerto/2026/01/turno-de-noche.html">two' in page
    assert "three" in page
    assert "nowhere" not in page


def test_more_from_lists_what_came_before_and_no_older_page_changes(desk: Desk, out: Path) -> None:
    desk.export(out)
    for day in (5, 6, 7):
        desk.release(a_piece(f"day-{day}", day))
    report = desk.export(out)
    assert not [path for path in report.written.changed if "/2026/" in path]
    page = (out / "harbour/2026/01/day-7.html").read_text()
    listed = [page.index(name) for name in (">Day 6<", ">Day 5<", ">Night shift<")]
    assert listed == sorted(listed)
    assert "Lighthouse log" not in page


def test_translations_link_to_each_other(desk: Desk, out: Path) -> None:
    desk.export(out)
    english, spanish = (out / NIGHT).read_text(), (out / "es/puerto/2026/01/turno-de-noche.html").read_text()
    assert 'hreflang="es" href="https://example.org/es/puerto/2026/01/turno-de-noche.html"' in english
    assert 'hreflang="en" href="https://example.org/harbour/2026/01/night-shift.html"' in spanish
    assert (
        'hreflang="en" href="https://example.org/topics/work/"'
        in (out / "es/topics/trabajo/index.html").read_text()
    )


def test_comments_have_a_page_where_they_are_wanted(desk: Desk, out: Path) -> None:
    desk.release(replace(article(desk, "customs-house"), comments=False))
    desk.export(out)
    page = out / "harbour/2026/01/ferry-timetable.comments.html"
    assert "letters@example.org" in page.read_text()
    assert "letters@example.org" not in (out / "harbour/2026/01/ferry-timetable.html").read_text()
    assert not (out / "politics/2026/01/customs-house.comments.html").exists()
    desk.put(replace(desk.store.read.newsroom(), comments=False))
    desk.release(replace(article(desk, "customs-house"), comments=True))
    desk.export(out)
    assert [path.name for path in out.rglob("*.comments.html")] == ["customs-house.comments.html"]


def test_without_a_base_url_there_are_no_feeds_and_it_is_said(desk: Desk, out: Path) -> None:
    report = desk.export(out, base_url="")
    assert not {path for path in report.written.new if path.endswith((".xml", ".txt"))}
    assert "no feeds" in str(report.remarks[0].text)
    assert "https://" not in (out / "index.html").read_text()
    desk.put(replace(desk.store.read.newsroom(), base_url="https://example.com/paper/"))
    report = desk.export(out, base_url=None)
    assert {path for path in report.written.new if not path.endswith("feed.xml")} == {"sitemap.xml"}
    assert "https://example.com/paper/es/" in (out / "sitemap.xml").read_text()


def test_a_missing_original_is_named_before_anything_is_written(desk: Desk, out: Path) -> None:
    photo = desk.store.read.get(Photo, QUAY)
    assert photo
    path = original_path(desk.folder / "originals", photo.hash, photo.extension)
    path.rename(path.with_suffix(".away"))
    for dry_run in (True, False):
        with pytest.raises(Trouble, match=r"missing.*quay\.jpg \(“Night shift”\)"):
            desk.export(out, dry_run=dry_run)
        assert not out.exists()
    path.with_suffix(".away").rename(path)
    desk.export(out)
    path.unlink()
    assert touched(desk.export(out)) == set()


def test_a_damaged_original_is_named_by_its_photo(desk: Desk, out: Path) -> None:
    (path,) = (desk.folder / "originals").rglob("*.jpg")
    path.write_bytes(path.read_bytes()[:500])
    with pytest.raises(Trouble, match=r"photo “quay\.jpg” cannot.*cut short.*backup.*“Night shift”"):
        desk.export(out)


def test_a_photo_and_a_logo_that_are_not_there_are_said(desk: Desk, out: Path) -> None:
    desk.put(replace(desk.store.read.newsroom(), logo="../secret.svg"))
    desk.release(a_piece("odd", 5, body="![](photo:gone)"))
    remarks = [str(remark.text) for remark in desk.export(out).remarks]
    assert any("secret.svg" in remark for remark in remarks)
    assert any("“gone”" in remark for remark in remarks)
    (desk.folder / "theme").mkdir()
    (desk.folder / "theme" / "logo.svg").write_text("<svg/>")
    desk.put(replace(desk.store.read.newsroom(), logo="logo.svg"))
    desk.export(out)
    assert [path.suffix for path in (out / "assets").glob("logo-*")] == [".svg"]


def test_two_articles_that_want_one_page_both_have_one(desk: Desk, out: Path) -> None:
    desk.put(replace(desk.store.read.newsroom(), address="{section}"))
    report = desk.export(out)
    assert {"harbour.html", "harbour-2.html", "harbour-3.html"} <= set(report.written.new)
    assert any("harbour-2.html" in str(remark.text) for remark in report.remarks)
    assert touched(desk.export(out)) == set()


def test_pages_are_named_by_the_day_in_the_newsrooms_zone(desk: Desk, out: Path) -> None:
    moment = NOW.replace(month=1, day=31, hour=23, minute=30)
    desk.put(replace(desk.store.read.newsroom(), zone="Asia/Tokyo", address="{year}/{month}/{day}/{slug}/"))
    desk.release(a_piece("late", first_released=moment, released=moment))
    desk.export(out)
    assert (out / "2026/02/01/late/index.html").is_file()
    assert (out / "2026/02/01/late/index.comments.html").is_file()


def renamed_section(desk: Desk) -> None:
    desk.put(Section(SectionId("harbour"), (Name(ENGLISH, "Port", "harbour"), Name(SPANISH, "Puerto", "puerto"))))


def moved_section(desk: Desk) -> None:
    found = desk.store.read.get(Section, "ferries")
    assert found
    desk.put(replace(found, parent=SectionId("politics")))


def corrected_credit(desk: Desk) -> None:
    found = desk.store.read.get(Photo, QUAY)
    assert found
    desk.put(replace(found, credit=Credit("Lena Fuchs", "AFP", "")))


def other_words_for_a_photo(**fields: object) -> Callable[[Desk], None]:
    def change(desk: Desk) -> None:
        found = desk.store.read.get(Photo, QUAY)
        assert found
        desk.put(replace(found, **fields))  # type: ignore[arg-type]

    return change


def another_theme(desk: Desk) -> None:
    files = {path.name: path.read_text() for path in (ROOT / "resources" / "themes" / "default").iterdir()}
    desk.theme = Theme(files | {"footer.html": "<footer>Other</footer>"})


def another_lead(desk: Desk) -> None:
    desk.put(a_photo(desk, PhotoId("bridge"), 400))
    desk.release(article(desk, "ferry-timetable"), (lead_of("ferry-timetable", PhotoId("bridge")),))


def new_translation(desk: Desk) -> None:
    piece = a_piece(
        "horario", 1, edition=SPANISH, story=StoryId("story-ferry-timetable"), section=SectionId("ferries")
    )
    desk.release(piece)


def sooner(desk: Desk) -> None:
    found = article(desk, "ferry-timetable")
    assert found.first_released
    desk.release(replace(found, first_released=found.first_released + timedelta(days=40)))


def newsroom(**fields: object) -> Callable[[Desk], None]:
    return lambda desk: desk.put(replace(desk.store.read.newsroom(), **fields))  # type: ignore[arg-type]


def released(id: str, **fields: object) -> Callable[[Desk], object]:
    return lambda desk: desk.release(replace(article(desk, id), **fields))  # type: ignore[arg-type]


def other_label(desk: Desk) -> None:
    edition = desk.store.read.get(Edition, ENGLISH)
    assert edition
    desk.put(replace(edition, labels=replace(edition.labels, read="SEE")))


CHANGES: list[Callable[[Desk], object]] = [
    renamed_section,
    moved_section,
    corrected_credit,
    other_words_for_a_photo(caption="Another caption"),
    other_words_for_a_photo(alt_text="Another alt text"),
    other_words_for_a_photo(copyright="© another"),
    another_lead,
    another_theme,
    new_translation,
    sooner,
    other_label,
    newsroom(title="The Quay"),
    newsroom(accent="#8a5200"),
    newsroom(comments_text="Somewhere else"),
    newsroom(credit_form="({person}/{agency})"),
    newsroom(address="{year}/{slug}"),
    newsroom(zone="Pacific/Auckland"),
    released("customs-house", headline="The old customs house"),
    released("customs-house", slug="old-house"),
    released("ferry-timetable", headline="Another headline"),
    released("turno-de-noche", section=SectionId("politics"), slug="noche"),
    released("tomorrow", not_before=None),
    released("lighthouse-log", headline="Ferry timetable"),
    lambda desk: desk.put(Topic(TopicId("work"), (Name(ENGLISH, "Labour", "labour"),))),
    lambda desk: desk.put(Person(PersonId("ines"), (Name(ENGLISH, "Inês C.", "ines"),), "Editor")),
    lambda desk: desk.put(Person(PersonId("ines"), (Name(ENGLISH, "Inês C.", "ines"),), "Editor", "Edits.")),
    lambda desk: desk.put(replace(article(desk, "customs-house"), status=Status.HELD)),
    lambda desk: desk.put(Section(SectionId("culture"), (Name(ENGLISH, "Culture", "culture"),))),
]


def test_an_export_over_an_older_one_is_the_same_as_a_fresh_one(desk: Desk, out: Path, tmp_path: Path) -> None:
    desk.export(out)
    for number, change in enumerate(CHANGES):
        change(desk)
        desk.export(out)
        fresh = tmp_path / f"fresh-{number}"
        desk.export(fresh)
        assert tree(out) == tree(fresh), f"change {number}"


def test_an_article_that_is_gone_from_the_store_is_gone_from_the_site(desk: Desk, out: Path) -> None:
    desk.export(out)
    with desk.store.step(named("Remove")):
        desk.store.remove(Article, ArticleId("night-shift"))
    desk.export(out)
    assert not (out / NIGHT).exists()
    assert "Night shift" not in (out / "index.html").read_text()
    assert not (out / "photos").exists()
