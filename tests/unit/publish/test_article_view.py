"""One article's page for a preview or a delivery, gathered as the site's is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from newsdesk.model.article import Article, Byline
from newsdesk.model.ids import PersonId, PhotoId, SectionId, StoryId, TopicId
from newsdesk.model.revision import Snapshot
from newsdesk.publish import Gathered, article_view, gather
from newsdesk.publish.views import locate
from newsdesk.render import ArticleView, page
from unit.publish.newsrooms import BASE_URL, NOW, SPANISH, Desk, a_desk, a_photo, a_piece, fill, lead_of


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A newsroom with a few articles."""
    with a_desk(tmp_path) as made:
        fill(made)
        yield made


def gathered(desk: Desk) -> Gathered:
    """What is online."""
    releases = desk.store.read.releases()
    return gather(desk.store.read, desk.folder, releases, now=NOW, base_url=BASE_URL, theme=desk.theme)


def view_of(desk: Desk, snapshot: Snapshot) -> ArticleView:
    """The page of an article in some state."""
    return article_view(desk.store.read, gathered(desk), snapshot, desk.caches.bodies)


def working_copy(desk: Desk, id: str) -> Snapshot:
    """An article as it is on the desk."""
    article = desk.store.read.get(Article, id)
    assert article
    return Snapshot(article, desk.store.read.placements(article.id))


def test_the_released_revision_gives_the_page_of_the_site(desk: Desk, tmp_path: Path) -> None:
    desk.export(tmp_path / "site")
    for release in desk.store.read.releases():
        view = view_of(desk, desk.store.read.snapshot(release.hash))
        if release.id == "tomorrow":
            assert not (tmp_path / "site" / view.path).exists()
            continue
        assert page(view, desk.theme, locate) == (tmp_path / "site" / view.path).read_text(encoding="utf-8")


def test_a_draft_has_its_own_text_photos_and_place(desk: Desk) -> None:
    desk.put(a_photo(desk, PhotoId("bridge"), 400))
    draft = a_piece(
        "brücke",
        first_released=None,
        released=None,
        slug="bruecke",
        section=SectionId("politics"),
        story=StoryId("night"),
        edition=SPANISH,
        topics=(TopicId("work"), TopicId("unknown")),
        bylines=(Byline(PersonId("ines")),),
        body="![Below](photo:bridge)\n\nREAD: [It](article:en/night-shift)\n\nLEA: Turno de noche",
    )
    placement = replace(lead_of("brücke", PhotoId("bridge")), decorative=True)
    view = view_of(desk, Snapshot(draft, (placement,)))
    assert view.path == "es/2026/03/bruecke.html"
    assert (view.published, view.updated, view.more) == (None, None, ())
    assert view.section
    assert (view.section.text, view.section.path) == ("Política", "")
    assert [(topic.text, topic.path) for topic in view.topics] == [("Trabajo", "es/topics/trabajo/index.html")]
    assert [(author.name, author.path) for author in view.bylines] == [("Inês Costa", "")]
    assert view.lead
    assert (view.lead.picture.alt, view.lead.caption) == ("", "The north quay before dawn.")
    assert [(id, figure.picture.alt) for id, figure in view.figures] == [
        ("bridge", "Two cranes against the light.")
    ]
    assert [link.path for _, link in view.targets] == ["harbour/2026/01/night-shift.html"]
    assert [link.path for _, link in view.headlines] == ["es/puerto/2026/01/turno-de-noche.html"]
    assert [(link.language, link.current) for link in view.editions] == [("en", False), ("es", True)]
    assert "Política" in page(view, desk.theme, locate)


def test_a_working_copy_shows_what_is_typed_and_the_times_of_its_release(desk: Desk) -> None:
    before = working_copy(desk, "night-shift")
    desk.put(replace(before.article, headline="Half edited"))
    view = view_of(desk, working_copy(desk, "night-shift"))
    assert view.headline == "Half edited"
    assert view.published == before.article.first_released
    assert view.path == "harbour/2026/01/night-shift.html"
    assert [card.headline for card in view.more] == ["Lighthouse log", "Ferry timetable"]


def test_an_update_is_told_from_the_first_release(desk: Desk) -> None:
    article = working_copy(desk, "customs-house").article
    assert view_of(desk, Snapshot(article, ())).updated is None
    desk.release(replace(article, released=NOW))
    release = next(each for each in desk.store.read.releases() if each.id == article.id)
    view = view_of(desk, desk.store.read.snapshot(release.hash))
    assert (view.published, view.updated) == (article.first_released, NOW)
